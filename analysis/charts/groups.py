"""Which groups of a table a chart draws: one rule for all charts.

Groups are chosen by their size in documents, largest first; those without a name stand apart, after the named ones.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from analysis.estimates import NOT_KNOWN
from analysis.voices.speech import NAMELESS

UNNAMED = (NOT_KNOWN, NAMELESS)
MANY = 12  # rows of a chart to which one more may come; colours and panels keep to their number


class GroupChoice(NamedTuple):
    """The groups that a chart draws, as texts, the largest first; `left`: how many named ones it does not draw.

    unnamed: groups that are there without a name: drawn last, grey and apart, or only counted. tied: how many groups
    share the size of the last one that is drawn, where some of them are not drawn: their place in the table decided.
    """

    shown: list[str]
    left: int
    unnamed: list[str]
    tied: int = 0

    def tell_left(self) -> str:
        """Say, for a subtitle, how the groups were chosen and how many are not drawn; "" if all are."""
        if not self.left:
            return ""
        return f"{self.tell_shown()}; {self.left:,} more in the table."

    def tell_shown(self) -> str:
        """Say which groups are drawn where not all are: those of most documents, and how many were alike at the end."""
        tie = f" ({self.tied:,} tie: as listed)" if self.tied else ""
        return f"The {len(self.shown):,} of most documents{tie}"


def choose_groups(
    table: pd.DataFrame, by: str, most: int, documents: pd.DataFrame | None = None, first: Sequence[str] = ()
) -> GroupChoice:
    """Choose the groups of a column that a chart draws: those of most documents.

    table: of estimates, with documents (that each row rests on). documents: the corpus's, whose column `by` says how
    large groups are; without it, or where it has no such column, a group is as large as its largest row. Of groups of
    one size those that stand first in the table are taken. first: values that stand first, whatever their size.
    Where groups are rows one more than the most is drawn too.
    """
    names = table[by].astype(str)
    order = list(dict.fromkeys(names))
    sizes = _sizes(table, by, names, documents)
    named = [name for name in order if name not in UNNAMED]
    ranked = sorted(named, key=lambda name: -sizes.get(name, 0))
    ranked = [*(name for name in first if name in ranked), *(name for name in ranked if name not in first)]
    unnamed = [name for name in order if name in UNNAMED]
    if most >= MANY and len(ranked) == most + 1:
        most += 1  # to say that one is not drawn takes the room of its row
    return GroupChoice(ranked[:most], max(0, len(ranked) - most), unnamed, _count_cut(ranked, most, sizes))


def _count_cut(ranked: Sequence[str], most: int, sizes: Mapping[str, float]) -> int:
    """Count the groups as large as the last that is drawn, where the next one, which is not, is one of them; else 0."""
    if not sizes or most < 1 or len(ranked) <= most or sizes.get(ranked[most], 0) < sizes.get(ranked[most - 1], 0):
        return 0
    return sum(sizes.get(name, 0) == sizes.get(ranked[most], 0) for name in ranked)


def sort_by_groups(table: pd.DataFrame, by: str, order: Sequence[str]) -> pd.DataFrame:
    """Keep the rows of these groups, group by group in this order."""
    places = table[by].astype(str).map({name: place for place, name in enumerate(order)})
    kept = table[places.notna()]
    return kept.iloc[places.dropna().to_numpy().argsort(kind="stable")]


def _sizes(table: pd.DataFrame, by: str, names: pd.Series, documents: pd.DataFrame | None) -> dict[str, float]:
    if documents is not None and by in documents:
        return documents[by].astype("str").fillna(NOT_KNOWN).value_counts().to_dict()
    if "documents" not in table:
        return {}
    return table["documents"].groupby(names.to_numpy()).max().to_dict()
