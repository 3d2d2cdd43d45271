"""Which groups differ: every pair of groups on every part (frame, topic), corrected for the number of them all.

Resamples are too few for it: 300 groups and five frames make 224,250 pairs. A pair is tested by its difference over its
standard error, by Student's t with as many degrees of freedom as the documents give (Welch 1947). A few documents that
are alike by chance make a group look surer than it is: no group is taken to be surer than the documents of all groups
of the part together would make it (the pooled variance, which brings its own degrees of freedom). Where groups stand
in the same documents (voices), their correlation is taken off (`Basis.together`), with the degrees of freedom of the
smaller; where it is not known, standard errors are added up, which holds whatever the documents have in common.
All pairs of a table are one family: Benjamini & Hochberg 1995, which keeps the share of false ones among the pairs that
are said to differ at 5%. Williams, Jones & Tukey 1999 (Journal of Educational and Behavioral Statistics 24) recommend
it for pairs of groups over Bonferroni's way: of thousands of pairs that and Holm's would hardly let any be told apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.special import stdtr

from analysis.errors import require
from analysis.estimates.basis import basis_of
from analysis.estimates.differences import correct_p
from analysis.estimates.together import find_correlations

SURE = 0.05  # share of false ones among the pairs that are said to differ


@dataclass(frozen=True)
class Comparison:
    """Groups of one part of a table of estimates, set against one another.

    named: groups with a name and an estimate, the highest first; sure: those of them with an interval, compared each
    with each; unnamed: the others with an estimate; empty: how many named groups have none; differ: whether the group
    of a row (as in sure) is surely higher than that of a column.
    """

    named: pd.DataFrame
    sure: pd.DataFrame
    unnamed: pd.DataFrame
    empty: int
    differ: np.ndarray

    @property
    def pairs(self) -> int:
        """How many pairs of groups were compared."""
        return len(self.sure) * (len(self.sure) - 1) // 2

    @property
    def apart(self) -> int:
        """How many of them differ."""
        return int(self.differ.sum())

    def furthest(self, by: str, among: Sequence[object]) -> tuple[pd.Series, ...]:
        """Give the two of some groups (`among`) that differ and lie furthest apart, the higher first; () if none do."""
        estimates, listed = self.sure["estimate"].to_numpy(float), self.sure[by].isin(list(among)).to_numpy()
        found = self.differ & listed[:, None] & listed[None, :]
        if not found.any():
            return ()
        gaps = np.where(found, estimates[:, None] - estimates[None, :], -np.inf)
        high, low = np.unravel_index(gaps.argmax(), gaps.shape)
        return self.sure.iloc[high], self.sure.iloc[low]


def compare_pairs(
    table: pd.DataFrame, by: str, of: str = "", unnamed: Sequence[object] = (), leave_out: Sequence[object] = ()
) -> dict[object, Comparison]:
    """Compare the groups of a table of estimates, each with each, corrected for the number of all pairs.

    table: from estimate_means or estimate_shares, one row a group of `by`, or with `of` one a part and group; unnamed:
    groups that are no group ("not known"), counted and not compared; leave_out: groups to pass over.
    Returns a Comparison for each part, in the order of the table; for "" where `of` is not given.
    Raises InputError: a table without standard errors (column se).
    """
    require("se" in table, f"the table has no column se, which pairs are compared by; it has {list(table.columns)}.")
    known = table[~table[by].isin(list(leave_out))].sort_values("estimate", ascending=False, kind="stable")
    disjoint, nameless = by in basis_of(table).apart, known[by].isin(list(unnamed))
    measured = known["estimate"].notna()
    parts = {}
    for part in dict.fromkeys(table[of]) if of else [""]:
        mine = known[of] == part if of else pd.Series(True, index=known.index)
        named, others = known[mine & ~nameless & measured], known[mine & nameless & measured]
        empty = int((mine & ~nameless & ~measured).sum())
        parts[part] = (named, named.dropna(subset=["low", "high", "se"]), others, empty)
    tested = [_test_pairs(sure, disjoint) for _, sure, *_ in parts.values()]
    limit = _limit_of(np.concatenate([p[np.triu_indices(len(p), 1)] for p in tested])) if tested else 0.0
    differ = [np.triu(p <= limit, 1) for p in tested]
    return {part: Comparison(*groups, found) for (part, groups), found in zip(parts.items(), differ, strict=True)}


def choose_largest(table: pd.DataFrame, by: str, most: int, unnamed: Sequence[object] = ()) -> list:
    """Choose the groups of most documents, which a sentence may name; of groups of one size the first by name.

    table: one row a group, or a group and part, with documents; unnamed: groups that are none ("not known").
    """
    return _rank_sizes(table[~table[by].isin(list(unnamed))], by).index[:most].tolist()


def count_cut(table: pd.DataFrame, by: str, largest: Sequence[object]) -> int:
    """Count the groups that are as large as the smallest of those chosen, where not all of them are; else 0.

    table: as for choose_largest; largest: what it gave. Who is chosen of them is decided by the name alone.
    """
    sizes = _rank_sizes(table, by)
    alike = sizes[sizes == sizes[sizes.index.isin(list(largest))].min()]
    return 0 if alike.index.isin(list(largest)).all() else len(alike)


def _rank_sizes(table: pd.DataFrame, by: str) -> pd.Series:
    """Give each group's documents, most first, then by name."""
    sizes = table.groupby(by, observed=True, sort=False)["documents"].max()
    return sizes.iloc[pd.Series(sizes.index.astype(str)).argsort(kind="stable")].sort_values(
        ascending=False, kind="stable"
    )


def _test_pairs(sure: pd.DataFrame, disjoint: bool) -> np.ndarray:
    """Test each pair of groups: p values (groups, groups), 1 where two estimates are the same."""
    estimates, documents = sure["estimate"].to_numpy(float), sure["documents"].to_numpy(float)
    variances, freedom = sure["se"].to_numpy(float) ** 2, documents - 1
    together = freedom.sum()
    pooled = (freedom * variances * documents).sum() / max(together, 1) / np.maximum(documents, 1)
    if not pooled.any():  # each group's documents are alike: their bounds say how sure that makes it
        pooled = ((sure["high"] - sure["low"]).to_numpy(float) / 2) ** 2
    freedom = np.where(variances < pooled, together, freedom)
    variances = np.maximum(variances, pooled)
    joint = variances[:, None] + variances[None, :]
    parts = variances**2 / np.maximum(freedom, 1)
    freedoms = joint**2 / np.maximum(parts[:, None] + parts[None, :], np.finfo(float).tiny)
    if not disjoint:
        joint -= 2 * _share_errors(sure, np.sqrt(variances))
        freedoms = np.minimum(documents[:, None], documents[None, :]) - 1
    gaps = np.abs(estimates[:, None] - estimates[None, :])
    sizes = np.divide(gaps, np.sqrt(joint), out=np.where(gaps > 0, np.inf, 0.0), where=joint > 0)
    return np.minimum(1.0, 2 * stdtr(np.maximum(freedoms, 1), -sizes))


def _share_errors(sure: pd.DataFrame, errors: np.ndarray) -> np.ndarray:
    """Say what part of two errors groups have in common, at least: correlation times both; where unknown, -1 times."""
    known = find_correlations(sure)
    if known is None:
        return -np.outer(errors, errors)
    own = sure["se"].to_numpy(float)  # below the pooled error: what is shared is not made larger with it
    return np.minimum(known * np.outer(own, own), known * np.outer(errors, errors))


def _limit_of(p: np.ndarray) -> float:
    """Find the p value up to which pairs differ (Benjamini & Hochberg 1995); -1 if none do."""
    passing = p[correct_p(pd.Series(p)).to_numpy() <= SURE]
    return float(passing.max()) if len(passing) else -1.0
