"""Turns of phrase that every reading shares: numbers, intervals, cautions."""

from __future__ import annotations

import pandas as pd

from analysis.estimates import FEWEST_DOCUMENTS
from analysis.rounding import NOTHING, count_decimals

UNDER_ONE = 0.0095  # shares under it are written with a decimal


def number(count: int, noun: str, plural: str = "") -> str:
    """Write a count with its noun: "1 document", "1,204 documents"."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def verb_for(count: int, one: str, many: str) -> str:
    """Give the words that agree with a count: "bears" with 1, "bear" with 0, 2 or more."""
    return one if count == 1 else many


def tell_estimate(row: pd.Series, percent: bool = False, digits: int = 2) -> str:
    """Write an estimate with its interval, or say that it has none."""
    value = figure(row["estimate"], percent, digits)
    if pd.isna(row["low"]):
        alike = ", all alike" if row["documents"] >= FEWEST_DOCUMENTS else ""
        return f"{value} (no interval: {number(int(row['documents']), 'document')}{alike})"
    return f"{value} (95% interval {figure(row['low'], percent, digits)} to {figure(row['high'], percent, digits)})"


def name_ends(documents: pd.DataFrame) -> tuple[str, str] | None:
    """Write the first and the last date of documents, as exactly as it is known: "2024-05-01", "2025"; None: none is.

    documents: published (one row a document), and published_precision if it is known.
    """
    dated = documents.dropna(subset=["published"]).sort_values("published", kind="stable")
    if dated.empty:
        return None
    known = dated["published_precision"] if "published_precision" in dated else pd.Series("day", index=dated.index)
    forms = known.map({"year": "%Y", "month": "%Y-%m"}).fillna("%Y-%m-%d")
    first, last = (f"{dated['published'].iloc[place]:{forms.iloc[place]}}" for place in (0, -1))
    return first, last


def figure(value: float, percent: bool = False, digits: int = 2) -> str:
    """Write a number with so many digits, or as a percentage (0.4%, 2%, 31%); never "−0.00", nor 0.00 for a little.

    digits: of a percentage 2, for whole ones, or 3, with a decimal (1.7%).
    """
    if percent and 0 < value < 0.0005:
        return "under 0.1%"
    fewest = max(digits, 3 if NOTHING < abs(value) < UNDER_ONE else 2) if percent else digits
    decimals = count_decimals(value, fewest)
    value = round(value, decimals) + 0.0  # + 0.0 makes a zero of -0.0
    return _minus(f"{value:.{decimals - 2}%}" if percent else f"{value:.{decimals}f}")


def figure_signed(value: float) -> str:
    """Write a number to two digits with its sign, to more where it would read as zero; zero has none."""
    written = figure(value)
    return f"+{written}" if written.strip("0.") and value > 0 else written


def _minus(text: str) -> str:
    """Write a number's hyphen as the minus sign that it stands for, as charts do."""
    return text.replace("-", "−")


def apart(first: pd.Series, second: pd.Series) -> bool:
    """Say whether two estimates' intervals do not overlap (a cautious test); False where one is missing."""
    edges = [first["low"], first["high"], second["low"], second["high"]]
    if any(pd.isna(edge) for edge in edges):
        return False
    return bool(first["low"] > second["high"] or second["low"] > first["high"])


def join(items: list[str]) -> str:
    """Write a list in prose: "a", "a and b", "a, b and c"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else "none"


def join_some(items: list[str], most: int = 5) -> str:
    """Write the first of a list in prose and count the others: "a, b and 23 more"."""
    return join([*items[:most], *([f"{len(items) - most:,} more"] if len(items) > most else [])])


def first_words(text: str, most: int) -> str:
    """Cut a text after a word, so that it has no more letters than `most`, and say so by an ellipsis."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"


def strong(name: object) -> str:
    """Write a name in bold; marks in it are no Markdown."""
    return f"**{plain_name(name)}**"


def plain_name(name: object) -> str:
    """Take out of a name from a text what Markdown would read as a mark: a title may hold * or [."""
    return " ".join(str(name).replace("*", "").replace("_", " ").replace("[", "(").replace("]", ")").split())
