"""Differences between groups, with p corrected for the number of comparisons."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.stats import false_discovery_control

from analysis.errors import unknown
from analysis.estimates.basis import describe
from analysis.estimates.behind import record_units
from analysis.estimates.document_sums import Amounts, add_basis_of, add_up, are_sums
from analysis.estimates.groups import list_names, sum_amounts
from analysis.estimates.intervals import FEWEST_DOCUMENTS, NO_SPREAD, interval_of, mark_intervals, scale_p
from analysis.estimates.resampling import RESAMPLES, draw_sums, ratio_of


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
    estimate (difference of means, in the value's unit), low, high, p (two-sided, from the share of
    resamples on the far side of zero, scaled as the interval is widened), q (p after Benjamini-Hochberg over the table
    returned), n, documents (of the compared group), note; its basis counts distinct units over all groups.
    Raises InputError: a column that is not there, an `against` that is none of the groups.
    """
    by = list_names(by)
    amounts = add_up(table, value, [*by, between], weight)
    labels, documents = amounts.groups.labels, amounts.counts["documents"].to_numpy()
    if against is not None and against not in set(labels[between]):
        raise unknown("against", against, sorted(labels[between].astype(str).unique()))
    other = _counterpart(labels, by, between, against)
    result = labels.copy()
    result["against"] = "the rest" if against is None else against
    top, bottom = sum_amounts(amounts.tops), sum_amounts(amounts.bottoms)
    result["estimate"] = ratio_of(top, bottom) - ratio_of(other @ top, other @ bottom)
    wanted = np.flatnonzero(np.isfinite(result["estimate"]) & (documents >= FEWEST_DOCUMENTS))
    behind = np.minimum(documents, other @ documents)
    result["low"], result["high"], result["p"] = _compare_draws(amounts, other, wanted, behind, resamples, seed)
    result = result.join(amounts.counts[["n", "documents"]])
    if against is not None:
        result = result[result[between] != against]
    result = mark_intervals(result[np.isfinite(result["estimate"])].reset_index(drop=True))
    result.insert(result.columns.get_loc("p") + 1, "q", correct_p(result["p"]))
    behind = "" if are_sums(table) else record_units(table, [*by, between], value, weight=weight)
    return describe(add_basis_of(result, table, value), behind=behind)


def correct_p(p: pd.Series) -> pd.Series:
    """Correct a family of p values for their number (Benjamini & Hochberg 1995); NA stays NA."""
    corrected = pd.Series(np.nan, index=p.index)
    known = p.notna()
    if known.any():
        corrected[known] = false_discovery_control(p[known].to_numpy(dtype=float), method="bh")
    return corrected


def _compare_draws(
    amounts: Amounts, other: sparse.csr_array, wanted: np.ndarray, behind: np.ndarray, resamples: int, seed: int
) -> np.ndarray:
    """Draw documents and set each group against its counterpart anew: low, high and p, NA for groups not wanted.

    behind: the documents of the smaller side. A side whose documents are all alike gives draws without spread, and a
    difference that looks surer than it is: low and high are then the same (`mark_intervals` says why there is none).
    """
    found = np.full((3, amounts.tops.shape[1]), np.nan)
    top, bottom = draw_sums([amounts.tops, amounts.bottoms], resamples, seed)
    rest = other[wanted]
    own, others = ratio_of(top[wanted], bottom[wanted]), ratio_of(rest @ top, rest @ bottom)
    alike = (np.nanmin([_range(own), _range(others)], axis=0) <= NO_SPREAD) if len(wanted) else []
    found[:2, wanted] = interval_of(own - others, 1, behind[wanted])
    found[2, wanted] = scale_p(_two_sided(own - others), behind[wanted])
    found[1, wanted] = np.where(alike, found[0, wanted], found[1, wanted])
    return found


def _range(draws: np.ndarray) -> np.ndarray:
    return np.where(np.isfinite(draws), draws, -np.inf).max(axis=1) - np.where(np.isfinite(draws), draws, np.inf).min(
        axis=1
    )


def _two_sided(draws: np.ndarray) -> np.ndarray:
    """Share of a row's resamples on the far side of zero, doubled; never 0, for resamples are finite."""
    known = np.isfinite(draws).sum(axis=1)
    lower, upper = (draws <= 0).sum(axis=1) + 1, (draws >= 0).sum(axis=1) + 1
    return np.minimum(1.0, 2 * np.minimum(lower, upper) / (known + 1))


def _counterpart(labels: pd.DataFrame, by: list[str], between: str, against: str | None) -> sparse.csr_array:
    """Say which groups make up each group's counterpart: an array of 0 and 1, a row a group."""
    strata = labels.groupby(by).ngroup().to_numpy() if by else np.zeros(len(labels), dtype=int)
    same = strata[:, None] == strata[None, :]
    chosen = (
        (labels[between] == against).to_numpy()[None, :] if against is not None else ~np.eye(len(labels), dtype=bool)
    )
    return sparse.csr_array((same & chosen).astype(float))
