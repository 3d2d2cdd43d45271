"""What can be said of many groups at once: every pair of intervals is looked at, not only the two ends.

Groups without a name ("not known", "speaker not named") are counted, never ranked beside names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.estimates import FEWEST_DOCUMENTS, NOT_KNOWN
from analysis.prose.phrases import join, join_some, number, strong, tell_estimate
from analysis.voices.speech import NAMELESS

UNNAMED = (NOT_KNOWN, NAMELESS)
MOST_PARTS = 3  # frames or topics named; the others are counted
UNSHOWN = "these texts do not show that any two differ, nor that they are alike"


@dataclass(frozen=True)
class Comparison:
    """Groups of a table of estimates, set against one another.

    named: groups with a name and an estimate, the highest first; sure: those of them with an interval; unnamed: the
    others with an estimate; apart: how many pairs of sure groups have intervals that do not overlap; furthest: the
    two of these pairs' groups whose estimates differ most, the higher first (empty if apart is 0).
    """

    named: pd.DataFrame
    sure: pd.DataFrame
    unnamed: pd.DataFrame
    apart: int
    furthest: tuple[pd.Series, ...]

    @property
    def pairs(self) -> int:
        """How many pairs of groups have intervals that could be compared."""
        return len(self.sure) * (len(self.sure) - 1) // 2


def compare_groups(table: pd.DataFrame, by: str, leave_out: Sequence[str] = ()) -> Comparison:
    """Compare the groups of a table from analysis.estimates by their intervals, each with each."""
    known = table.dropna(subset=["estimate"]).sort_values("estimate", ascending=False, kind="stable")
    known = known[~known[by].isin(list(leave_out))]
    named = known[~known[by].isin(UNNAMED)]
    sure = named.dropna(subset=["low", "high"])
    above = sure["low"].to_numpy(float)[:, None] > sure["high"].to_numpy(float)[None, :]
    furthest: tuple[pd.Series, ...] = ()
    if above.any():
        estimates = sure["estimate"].to_numpy(float)
        gaps = np.where(above, estimates[:, None] - estimates[None, :], -np.inf)
        high, low = np.unravel_index(gaps.argmax(), gaps.shape)
        furthest = (sure.iloc[high], sure.iloc[low])
    return Comparison(named, sure, known[known[by].isin(UNNAMED)], int(above.sum()), furthest)


def tell_groups(
    table: pd.DataFrame,
    by: str,
    what: str,
    noun: str = "",
    labels: Mapping[str, str] | None = None,
    percent: bool = False,
    leave_out: Sequence[str] = (),
) -> str:
    """Say how far groups lie apart, by all pairs of those that have an interval.

    table: from estimate_means or estimate_shares, one row a group of `by`; what: the measure ("mean compound");
    noun: what a group is called, if not as its column; labels: names for the groups.
    """
    noun, labels = noun or by, labels or {}
    groups = compare_groups(table, by, leave_out)
    nothing = _nothing(groups.named[by], len(groups.sure), noun, labels)
    if nothing:
        return f"{nothing}{_left_over(0, groups.unnamed, noun)}"
    tail = _left_over(len(groups.named) - len(groups.sure), groups.unnamed, noun)

    def said(row: pd.Series) -> str:
        return f"{strong(labels.get(row[by], row[by]))} {tell_estimate(row, percent)}"

    first, last = groups.sure.iloc[0], groups.sure.iloc[-1]
    what = what[0].upper() + what[1:]
    if groups.pairs == 1:
        verdict = "do not overlap" if groups.apart else "overlap: these texts do not show that the two differ"
        return f"{what}: {said(first)}; {said(last)}. Their intervals {verdict}.{tail}"
    text = f"{what}, {number(len(groups.sure), noun)} with an interval: from {said(first)} to {said(last)}."
    if not groups.apart:
        return f"{text} No two intervals of the {groups.pairs:,} pairs lie apart: {UNSHOWN}.{tail}"
    pair = join([strong(labels.get(row[by], row[by])) for row in groups.furthest])
    return f"{text} Intervals lie apart for {groups.apart:,} of {groups.pairs:,} pairs, furthest for {pair}.{tail}"


def tell_parts(
    table: pd.DataFrame, of: str, by: str, what: str, noun: str = "", labels: Mapping[str, str] | None = None
) -> str:
    """Say on which parts (frames, topics) the intervals of groups lie apart; all pairs of groups are looked at.

    table: shares from analysis.estimates, one row a part (column `of`) and group (column `by`);
    what: what a part is called ("frame"); noun: what a group is called, if not as its column.
    """
    noun, labels = noun or by, labels or {}
    compared = {part: compare_groups(rows, by) for part, rows in table.groupby(of, sort=False)}
    whole = compare_groups(table.drop_duplicates(by), by)
    nothing = _nothing(whole.named[by], len(whole.sure), noun, labels)
    few = len(whole.named) - len(whole.sure)
    if nothing:
        return f"{nothing}{_left_over(0, whole.unnamed, noun)}"
    tail, pairs = _left_over(few, whole.unnamed, noun), sum(groups.pairs for groups in compared.values())
    found = {part: groups for part, groups in compared.items() if groups.apart}
    looked = f"{number(pairs, 'pair')} looked at"
    if not found:
        return (
            f"On none of {number(len(compared), what)} do intervals of {noun}s lie apart ({looked}): {UNSHOWN}.{tail}"
        )
    ranked = sorted(found, key=lambda part: _gap(found[part]), reverse=True)
    named = join_some([_part(part, found[part], by, labels) for part in ranked], MOST_PARTS)
    return (
        f"On {len(found)} of {number(len(compared), what)} intervals of {noun}s lie apart "
        f"({looked}, not corrected for their number): {named}.{tail}"
    )


def _gap(groups: Comparison) -> float:
    high, low = groups.furthest
    return float(high["estimate"] - low["estimate"])


def _part(part: object, groups: Comparison, by: str, labels: Mapping[str, str]) -> str:
    """Name a part with the two groups furthest apart, and of how many pairs that is one."""
    ends = ", ".join(f"{labels.get(row[by], row[by])} {row['estimate']:.0%}" for row in groups.furthest)
    count = f"; {groups.apart:,} of {groups.pairs:,} pairs" if groups.pairs > 1 else ""
    return f"{strong(part)} ({ends}{count})"


def _nothing(names: pd.Series, sure: int, noun: str, labels: Mapping[str, str]) -> str:
    """Say why groups cannot be compared, "" if they can."""
    if not len(names):
        return f"No {noun} is known: there is nothing to compare."
    if len(names) == 1:
        only = labels.get(names.iloc[0], names.iloc[0])
        return f"There is one {noun} only, {strong(only)}: nothing to set beside it."
    if sure < 2:
        some = "only one stands" if sure else "none stands"
        return (
            f"Of {number(len(names), noun)} {some} in {FEWEST_DOCUMENTS} documents or more, which an interval needs: "
            f"these texts cannot say whether {noun}s differ."
        )
    return ""


def _left_over(few: int, unnamed: pd.DataFrame, noun: str) -> str:
    """Count the groups without an interval, and the documents whose group has no name."""
    said = []
    if few:
        verb = "stands" if few == 1 else "stand"
        said.append(f"{number(few, noun)} {verb} in fewer than {FEWEST_DOCUMENTS} documents and cannot be compared.")
    if len(unnamed):
        documents = number(int(unnamed["documents"].max()), "document")
        said.append(f"Not compared: {documents} whose {noun} is not known.")
    return "".join(f" {line}" for line in said)
