"""Findings made of a table's rows: the sentence, the numbers in it, and what they rest on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from analysis.estimates import Comparison, basis_of, compare_pairs
from analysis.estimates.basis import exploratory
from analysis.findings import LIMIT, Finding
from analysis.prose.groups import UNNAMED, choose_named, tell_no_difference, tell_pairs_compared
from analysis.prose.phrases import figure, number, strong

MAIN, SECOND, COUNT = 0.9, 0.6, 0.3  # how much a finding belongs on the front page
ALL_VOICES = "all voices"
WEIGHTS = {
    "small-corpus": 0.95,
    "weak-instrument": 0.9,
    "agreement": 0.9,
    "no-stable-topic": 0.9,
    "not-validated": 0.85,
    "other-languages": 0.85,
    "undated": 0.8,
    "one-word": 0.8,
    "speech-missed": 0.7,
    "translated": 0.7,
    "translated-outlets": 0.7,
    "subject": 0.4,
    "no-frames": 0.2,
    "number-of-topics": 0.2,
}  # fmt: skip  how much a limit must be known before anything else is read; others SECOND


def make_finding(key: str, sentence: str, table: pd.DataFrame, row: pd.Series | None = None, **said: object) -> Finding:
    """Make a finding of a row of a table of estimates; without one, of the table as a whole.

    said: any field of a Finding, over what row and table tell (estimate, low, high, n, documents, unit, stamp).
    """
    basis, row = basis_of(table), pd.Series(dtype=object) if row is None else row
    numbers = {name: _value(row.get(name)) for name in ("estimate", "low", "high")}
    counts = {name: int(row[name]) if name in row else getattr(basis, name) for name in ("n", "documents")}
    told = {"unit": basis.unit if basis.unit != "rows" else "", "stamp": basis.stamp, "voice": ALL_VOICES}
    return Finding(key, sentence, **{**numbers, **counts, **told, **said})


def limit_of(key: str, sentence: str, **said: object) -> Finding:
    """Make a finding of what limits the others."""
    return Finding(key, sentence, **{"kind": LIMIT, "weight": WEIGHTS.get(key, SECOND), **said})


def limits_of_size(documents: int) -> list[Finding]:
    """Say that a small corpus describes itself alone; nothing of a larger one, or of none."""
    stamp = exploratory(documents)
    if not stamp:
        return []
    said = f"**Exploratory**: {number(documents, 'document')} cannot stand for an outlet, a country or a period."
    return [limit_of("small-corpus", said, documents=documents, stamp=stamp)]


def limits_from(key: str, sentence: str, **said: object) -> list[Finding]:
    """Make a limit of a sentence that may be empty."""
    return [limit_of(key, sentence, **said)] if sentence else []


def findings_by(
    key: str,
    table: pd.DataFrame,
    of: str,
    by: str,
    what: str,
    labels: Mapping[str, str] | None = None,
    name: Callable[[object], str] = str,
    **said: object,
) -> list[Finding]:
    """Say on how many parts (frames, topics) groups differ, and on which most; [] where no two can be compared.

    table, of, by, what, labels: as for `tell_parts`; name: gives a part's name to read; said: fields of the Finding.
    Its estimate is the difference of the two groups named, without an interval: it was tested by pairs. Of many groups
    those of most documents alone are named, and the measure says so.
    """
    if table.empty or table[by].nunique() < 2:
        return []
    compared = compare_pairs(table, by, of, UNNAMED)
    pairs, apart = (sum(getattr(groups, name) for groups in compared.values()) for name in ("pairs", "apart"))
    if not pairs:
        return []
    counted = f"{apart:,} of {tell_pairs_compared(pairs)}"
    said = {"n": pairs, "unit": f"pairs of {by}s", "measure": f"largest difference between {by}s", **said}
    tested = sum(groups.pairs > 0 for groups in compared.values())
    if not apart:
        none = tell_no_difference(tested, what, by)
        return [make_finding(key, f"{none} ({counted}).", table, **said)]
    parts = sum(groups.apart > 0 for groups in compared.values())
    text = f"{by.capitalize()}s differ on {parts} of {number(tested, what)} ({counted})"
    most, about = _tell_most(compared, table, by, labels or {}, name)
    return [make_finding(key, f"{text},{most}.", table, **{**said, **about})]


def _tell_most(
    compared: Mapping[object, Comparison],
    table: pd.DataFrame,
    by: str,
    labels: Mapping[str, str],
    name: Callable[[object], str],
) -> tuple[str, dict[str, object]]:
    """Say on which part two groups differ most, of many groups two of those of most documents; and its fields."""
    whole = max(compared.values(), key=lambda groups: len(groups.sure))
    chosen = choose_named(table, by, whole)
    among = chosen.tell() if chosen.left else ""
    about: dict[str, object] = {"measure": f"largest difference among {chosen.tell(by)}"} if among else {}
    widest = _find_widest(compared, by, chosen.groups)
    if widest is None:
        return f" none of them between two of {chosen.tell()}", about
    part, pair = name(widest[0]), widest[1]
    high, low = (str(labels.get(row[by], row[by])) for row in pair)
    ends = ", ".join(f"{end} {figure(row['estimate'], True)}" for end, row in zip((high, low), pair, strict=True))
    about |= {"group": f"{part}: {high} against {low}"}
    about |= {"estimate": float(pair[0]["estimate"] - pair[1]["estimate"])}
    return f"{f' among {among}' if among else ''} most on {strong(part)}: {ends}", about


def _find_widest(compared: Mapping, by: str, largest: list) -> tuple[object, tuple[pd.Series, pd.Series]] | None:
    """Find the part on which two of the groups of most documents differ most, and the two."""
    found = {part: groups.furthest(by, largest) for part, groups in compared.items()}
    found = {part: pair for part, pair in found.items() if pair}
    return max(found.items(), key=lambda one: one[1][0]["estimate"] - one[1][1]["estimate"]) if found else None


def _value(number_: object) -> float | None:
    return None if number_ is None or pd.isna(number_) else float(number_) + 0.0
