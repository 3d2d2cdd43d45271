"""Means of groups."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.estimates.basis import rest_on
from analysis.estimates.groups import numbers_of, sort_into_groups, total, weights_of
from analysis.estimates.resampling import RESAMPLES, draw_ratios, drop_small, interval_of, ratio_of


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
    groups = sort_into_groups(table, by, value, weight)
    values = numbers_of(table, value)
    measured = np.isfinite(values)
    tops, bottoms = groups.sum_known(values, weights_of(table, weight))
    result = groups.labels.copy()
    result["estimate"] = ratio_of(total(tops), total(bottoms))
    result["low"], result["high"] = interval_of(draw_ratios(tops, bottoms, resamples, seed))
    result["n"] = groups.count(measured)
    result["documents"] = groups.documents(measured)
    result["missing"] = groups.count(~measured)
    return rest_on(drop_small(result), table, measured)
