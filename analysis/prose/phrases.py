"""Turns of phrase that every reading shares: numbers, intervals, cautions."""

from __future__ import annotations

import pandas as pd

SMALL_CORPUS = 100  # documents under which a corpus is called exploratory


def number(count: int, noun: str, plural: str = "") -> str:
    """Write a count with its noun: "1 document", "1,204 documents"."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def estimate(row: pd.Series, percent: bool = False, digits: int = 2) -> str:
    """Write an estimate with its interval, or say that it has none."""
    form = (lambda value: f"{value:.0%}") if percent else (lambda value: f"{value:.{digits}f}")
    if pd.isna(row["low"]):
        return f"{form(row['estimate'])} (no interval: {number(int(row['documents']), 'document')})"
    return f"{form(row['estimate'])} (95% interval {form(row['low'])} to {form(row['high'])})"


def apart(first: pd.Series, second: pd.Series) -> bool:
    """Say whether two estimates' intervals do not overlap (a cautious test); False where one is missing."""
    edges = [first["low"], first["high"], second["low"], second["high"]]
    if any(pd.isna(edge) for edge in edges):
        return False
    return bool(first["low"] > second["high"] or second["low"] > first["high"])


def exploratory(documents: int) -> str:
    """Stamp for a small corpus, "" for one of a hundred documents or more."""
    return f"exploratory: {number(documents, 'document')}" if documents < SMALL_CORPUS else ""


def caution_small(documents: int) -> str:
    """Sentence that says what a small corpus can and cannot show, "" for a larger one."""
    if documents >= SMALL_CORPUS:
        return ""
    return (
        f"**Exploratory.** {number(documents, 'document')[0].upper()}{number(documents, 'document')[1:]} "
        "cannot stand for an outlet, a country or a period: what follows describes these texts and "
        "suggests what to look for in more of them."
    )


def join(items: list[str]) -> str:
    """Write a list in prose: "a", "a and b", "a, b and c"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else "none"


def stamp_of(documents: int, status: str = "not validated") -> str:
    """Stamp for a chart: a small corpus, and a measure that nobody has held against hand codes."""
    checked = "" if status.strip().lower().startswith("validated") else "not validated"
    return " · ".join(part for part in (exploratory(documents), checked) if part)
