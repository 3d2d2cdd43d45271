"""Shares of categories in groups."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.estimates.basis import add_basis, names_of
from analysis.estimates.behind import record_units
from analysis.estimates.groups import Groups, group_units, list_names, sum_amounts, weights_of
from analysis.estimates.intervals import mark_intervals
from analysis.estimates.resampling import RESAMPLES, draw_intervals, ratio_of
from analysis.estimates.runs import number_values
from analysis.estimates.together import correlations_of_ratios


def estimate_shares(
    table: pd.DataFrame,
    of: str,
    by: str | Sequence[str] = (),
    weight: str | None = None,
    resamples: int = RESAMPLES,
    seed: int = 0,
    only_known: bool = False,
) -> pd.DataFrame:
    """Estimate what share of each group's units falls in each category, with an interval.

    table: one row a unit with doc_id, the category column `of` and the columns of `by`; a missing
    category or group is called "not known". weight: a column of weights >= 0, for example words.
    only_known: leave out units without a category (sentences that were not scored), and count them in the basis.
    Returns one row a group and category, zeros included: the columns of `by`, `of`, estimate, low,
    high, se (standard error; shares, 0 to 1), count (units in the category), n (units in the group; of both those
    that differ: a sentence of two voices is one, and counts in both), documents (in the group), note; its basis
    counts distinct units over all groups.
    Raises InputError: a column that is not there, a negative weight.
    """
    by = list_names(by)
    group_units(table, [*by, of], weight)  # checks the columns before any is used
    everything, known = table, table[of].notna() if only_known else np.ones(len(table), dtype=bool)
    table = table[known]
    inner, outer = group_units(table, [*by, of], weight), group_units(table, by, weight)
    weights = weights_of(table, weight)
    result, place, spread = _set_out(outer, inner, by, of)
    bottoms, tops = outer.sums(weights), _pick_sums(inner.sums(weights), place)
    result["estimate"] = ratio_of(sum_amounts(tops), sum_amounts(bottoms)[spread])
    documents = outer.documents(np.ones(len(table), dtype=bool))[spread]
    drawn = draw_intervals(tops, bottoms, documents, resamples, seed, spread)
    result["low"], result["high"], result["se"] = drawn
    names = number_values(names_of(table))
    result["count"] = np.append(inner.count_distinct(names), 0)[place]
    result["n"], result["documents"] = outer.count_distinct(names)[spread], documents
    together = {}
    if by and not set(by) <= set(outer.apart):  # whom one document quotes, and by which verbs, goes together
        together = correlations_of_ratios(tops, bottoms[:, spread], result, [*by, of])
    told = {"apart": outer.apart, "together": together, "behind": record_units(table, [*by, of], of=of, weight=weight)}
    return add_basis(mark_intervals(result, shares=True), everything, known, **told)


def _set_out(outer: Groups, inner: Groups, by: list[str], of: str) -> tuple[pd.DataFrame, np.ndarray, np.ndarray]:
    """Set out one row a group and category, those too that never meet.

    Returns the rows, where each stands among the groups of `inner` (behind the last where the two never meet), and
    where its group stands in `outer`.
    """
    met, categories = inner.labels, pd.Index(inner.labels[of].unique()).sort_values()
    rows = outer.labels.merge(pd.DataFrame({of: categories}), how="cross")
    place = rows.merge(met.assign(place=range(len(met))), on=[*by, of], how="left")["place"]
    spread = np.repeat(np.arange(len(outer.labels)), len(categories))
    return rows, place.fillna(len(met)).astype(int).to_numpy(), spread


def _pick_sums(sums: sparse.csr_array, place: np.ndarray) -> sparse.csr_array:
    """Pick the columns of sums; behind the last stands one of zeros, for a category that a group lacks."""
    return sparse.hstack([sums, sparse.csr_array((sums.shape[0], 1))]).tocsr()[:, place]
