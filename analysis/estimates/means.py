"""Means of groups."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.estimates.basis import describe
from analysis.estimates.behind import record_units
from analysis.estimates.document_sums import add_basis_of, add_up, are_sums
from analysis.estimates.groups import list_names, sum_amounts
from analysis.estimates.intervals import mark_intervals
from analysis.estimates.resampling import RESAMPLES, draw_intervals, ratio_of


def estimate_means(
    table: pd.DataFrame,
    value: str,
    by: str | Sequence[str] = (),
    weight: str | None = None,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> pd.DataFrame:
    """Estimate the mean of a value in each group, with an interval.

    table: one row a unit (a sentence, a paragraph, a document) with doc_id, the value and the
    columns of `by`; a missing group is called "not known"; or the sums of documents that `sum_by_document` made of
    such rows by these columns or more. weight: a column of weights >= 0.
    Returns one row a group: the columns of `by`, estimate, low, high, se (standard error; all in the value's unit),
    n (units measured), documents (that they come from), missing (units without a value),
    note (why there is no interval, or ""); its basis counts distinct units over all groups.
    Raises InputError: a column that is not there, a value that is no number, a negative weight.
    """
    amounts = add_up(table, value, list_names(by), weight)
    result = amounts.groups.labels.copy()
    result["estimate"] = ratio_of(sum_amounts(amounts.tops), sum_amounts(amounts.bottoms))
    documents = amounts.counts["documents"].to_numpy()
    drawn = draw_intervals(amounts.tops, amounts.bottoms, documents, resamples, seed)
    result["low"], result["high"], result["se"] = drawn
    result = mark_intervals(result.join(amounts.counts), amounts.shares)
    behind = "" if are_sums(table) else record_units(table, list_names(by), value, weight=weight)
    return describe(add_basis_of(result, table, value, apart=amounts.groups.apart), behind=behind)
