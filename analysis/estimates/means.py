"""Means of groups."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.estimates.basis import add_basis
from analysis.estimates.groups import group_units, numbers_of, sum_amounts, weights_of
from analysis.estimates.resampling import RESAMPLES, draw_ratios, interval_of, mark_small, ratio_of


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
    columns of `by`; a missing group is called "not known". weight: a column of weights >= 0.
    Returns one row a group: the columns of `by`, estimate, low, high (in the value's unit),
    n (units measured), documents (that they come from), missing (units without a value),
    note (why there is no interval, or ""); its basis counts distinct units over all groups.
    Raises InputError: a column that is not there, a value that is no number, a negative weight.
    """
    groups = group_units(table, by, value, weight)
    values = numbers_of(table, value)
    measured = np.isfinite(values)
    tops, bottoms = groups.sum_known(values, weights_of(table, weight))
    result = groups.labels.copy()
    result["estimate"] = ratio_of(sum_amounts(tops), sum_amounts(bottoms))
    result["low"], result["high"] = interval_of(draw_ratios(tops, bottoms, resamples, seed))
    result["n"] = groups.count(measured)
    result["documents"] = groups.documents(measured)
    result["missing"] = groups.count(~measured)
    return add_basis(mark_small(result), table, measured)
