"""Differences between groups, with p corrected for the number of comparisons."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.stats import false_discovery_control

from analysis.errors import unknown
from analysis.estimates.basis import add_basis
from analysis.estimates.groups import group_units, list_names, numbers_of, sum_amounts, weights_of
from analysis.estimates.resampling import RESAMPLES, draw_ratios, interval_of, mark_small, ratio_of


def estimate_differences(
    table: pd.DataFrame,
    value: str,
    between: str,
    against: str | None = None,
    by: str | Sequence[str] = (),
    weight: str | None = None,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> pd.DataFrame:
    """Estimate how far the means of groups differ, with intervals and a corrected p.

    between: the column whose groups are compared; against: the group they are compared with
    (all other units of the same `by` group together where it is not given).
    Returns one row a `by` group and compared group: the columns of `by`, `between`, against,
    estimate (difference of means, in the value's unit), low, high, p (two-sided, share of
    resamples on the far side of zero), q (p after Benjamini-Hochberg over the table returned),
    n, documents (of the compared group), note; its basis counts distinct units over all groups.
    Raises InputError: a column that is not there, an `against` that is none of the groups.
    """
    by = list_names(by)
    groups = group_units(table, [*by, between], value, weight)
    if against is not None and against not in set(groups.labels[between]):
        raise unknown("against", against, sorted(groups.labels[between].astype(str).unique()))
    values = numbers_of(table, value)
    measured = np.isfinite(values)
    tops, bottoms = groups.sum_known(values, weights_of(table, weight))
    other = _counterpart(groups.labels, by, between, against)
    result = groups.labels.copy()
    result["against"] = "the rest" if against is None else against
    result["estimate"] = ratio_of(sum_amounts(tops), sum_amounts(bottoms))
    result["estimate"] -= ratio_of(sum_amounts(tops @ other), sum_amounts(bottoms @ other))
    draws = draw_ratios(tops, bottoms, resamples, seed) - draw_ratios(tops @ other, bottoms @ other, resamples, seed)
    result["low"], result["high"], result["p"] = *interval_of(draws), _two_sided(draws)
    result["n"], result["documents"] = groups.count(measured), groups.documents(measured)
    if against is not None:
        result = result[result[between] != against]
    result = mark_small(result[np.isfinite(result["estimate"])].reset_index(drop=True), "p")
    result.insert(result.columns.get_loc("p") + 1, "q", correct_p(result["p"]))
    return add_basis(result, table, measured)


def correct_p(p: pd.Series) -> pd.Series:
    """Correct a family of p values for their number (Benjamini & Hochberg 1995); NA stays NA."""
    corrected = pd.Series(np.nan, index=p.index)
    known = p.notna()
    if known.any():
        corrected[known] = false_discovery_control(p[known].to_numpy(dtype=float), method="bh")
    return corrected


def _two_sided(draws: np.ndarray) -> np.ndarray:
    """Share of resamples on the far side of zero, doubled; never 0, for resamples are finite."""
    known = np.isfinite(draws).sum(axis=0)
    lower, upper = (draws <= 0).sum(axis=0) + 1, (draws >= 0).sum(axis=0) + 1
    return np.minimum(1.0, 2 * np.minimum(lower, upper) / (known + 1))


def _counterpart(labels: pd.DataFrame, by: list[str], between: str, against: str | None) -> sparse.csr_array:
    """Say which groups make up each group's counterpart: an array (groups, groups) of 0 and 1."""
    strata = labels.groupby(by).ngroup().to_numpy() if by else np.zeros(len(labels), dtype=int)
    same = strata[:, None] == strata[None, :]
    chosen = (
        (labels[between] == against).to_numpy()[:, None] if against is not None else ~np.eye(len(labels), dtype=bool)
    )
    return sparse.csr_array((same & chosen).astype(float))
