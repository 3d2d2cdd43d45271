"""How a value moves over time in each group: its slope, and a smoothed course, with intervals from whole documents.

The slope is that of a straight line through all units, each at its document's date (weighted least squares). The course
is a local linear regression on the periods (Cleveland 1979, tricube weights). Both are made of sums over documents, so
that each resample of documents gives a slope and a course of its own.
Source: Cleveland 1979, Robust locally weighted regression, JASA 74; intervals as in analysis.estimates.intervals.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.errors import require
from analysis.estimates.basis import add_basis
from analysis.estimates.behind import record_units
from analysis.estimates.document_sums import add_up
from analysis.estimates.groups import group_units, list_names, numbers_of, sum_amounts, weights_of
from analysis.estimates.intervals import FEWEST_DOCUMENTS, TOO_FEW, interval_of, no_interval
from analysis.estimates.resampling import RESAMPLES, draw_sums, ratio_of

YEAR = 365.25  # days
FEWEST_POINTS = 12  # periods of enough documents from which on a course is smoothed
REACH = 0.35  # share of the time on either side that a point of a course is smoothed over
COURSES = 500  # resamples of a course: it is looked at, no number of it is told
ONE_DATE = no_interval("one date only")


def estimate_trends(
    table: pd.DataFrame,
    value: str,
    by: str | Sequence[str] = (),
    weight: str | None = None,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> pd.DataFrame:
    """Estimate by how much a value changes in a year in each group, with an interval.

    table: one row a unit with doc_id, published (its document's date; undated units are left out), the value and the
    columns of `by`. weight: a column of weights >= 0.
    Returns one row a group: the columns of `by`, estimate, low, high (change a year, in the value's unit; none under
    five documents), n (units measured), documents, first, last (the days from and to which they reach), note (why
    there is no interval, or "").
    An interval that holds 0 does not show that the value moves at all.
    Raises InputError: a column that is not there, a value that is no number, a negative weight.
    """
    require("published" in table, "estimate_trends needs the column published: the date of each unit's document.")
    dated = table[table["published"].notna()]
    groups, values = group_units(dated, by, value, weight), numbers_of(dated, value)
    known, weights = np.isfinite(values), weights_of(dated, weight)
    values = np.where(known, values, 0.0)
    days = (dated["published"] - dated["published"].min()).dt.total_seconds().to_numpy() / 86_400
    times = (days - days.mean() if len(days) else days) / YEAR
    weights = np.where(known, weights, 0.0)
    amounts = [groups.sums(weights * part) for part in (1.0, times, times**2, values, times * values)]
    result = groups.labels.copy()
    result["estimate"] = _slope_of(*(sum_amounts(one) for one in amounts))
    result["n"], result["documents"] = groups.count(known), groups.documents(known)
    drawn = _slope_of(*draw_sums(amounts, resamples, seed))
    result["low"], result["high"] = interval_of(drawn, 1, result["documents"].to_numpy())
    dates = dated["published"].groupby(groups.group)
    result["first"], result["last"] = dates.min().to_numpy(), dates.max().to_numpy()
    few, slope = (result["documents"] < FEWEST_DOCUMENTS).to_numpy(), ["estimate", "low", "high"]
    result["note"] = np.where(few, TOO_FEW, "")
    result.loc[few, slope] = np.nan  # a line through two points is no trend
    flat = result["first"].to_numpy() == result["last"].to_numpy()
    result.loc[flat, slope] = np.nan
    result.loc[flat, "note"] = ONE_DATE
    behind = record_units(dated, list_names(by), value, weight=weight)
    return add_basis(result, dated, known, behind=behind)


def _slope_of(ones: np.ndarray, t: np.ndarray, tt: np.ndarray, v: np.ndarray, tv: np.ndarray) -> np.ndarray:
    """The slope of a line through points, from the sums of their weights, times, squares, values and products."""
    spread = ones * tt - t * t
    return ratio_of(ones * tv - t * v, np.where(spread > 1e-12 * ones * ones, spread, 0.0))


def estimate_courses(
    table: pd.DataFrame,
    value: str,
    by: str | Sequence[str] = (),
    weight: str | None = None,
    resamples: int = COURSES,
    seed: int = 0,
) -> pd.DataFrame:
    """Estimate a smoothed course over the periods in each group of twelve periods or more that hold five documents.

    table: one row a unit with doc_id, period (a date, from `mark_periods`), the value and the columns of `by`.
    Returns one row a group and period: the columns of `by`, period, estimate, low, high (in the value's unit),
    documents; no row for a group of fewer periods. Raises InputError as `estimate_trends`.
    """
    by = list_names(by)
    amounts = add_up(table, value, [*by, "period"], weight)
    labels = amounts.groups.labels.assign(documents=amounts.counts["documents"].to_numpy())
    every = np.zeros(len(labels), dtype=np.int64) if not by else labels.groupby(by, sort=False).ngroup().to_numpy()
    courses = []
    for number in range(int(every.max(initial=-1)) + 1):
        rows = np.flatnonzero(every == number)
        if (labels["documents"].to_numpy()[rows] >= FEWEST_DOCUMENTS).sum() >= FEWEST_POINTS:
            courses.append(_course(labels.iloc[rows], amounts.tops[:, rows], amounts.bottoms[:, rows], resamples, seed))
    empty = labels.iloc[:0].assign(estimate=np.nan, low=np.nan, high=np.nan)
    result = pd.concat(courses, ignore_index=True) if courses else empty
    return add_basis(result, table, np.isfinite(numbers_of(table, value)))


def _course(
    labels: pd.DataFrame, tops: sparse.csr_array, bottoms: sparse.csr_array, resamples: int, seed: int
) -> pd.DataFrame:
    days = (labels["period"] - labels["period"].min()).dt.days.to_numpy(float)
    apart = days[None, :] - days[:, None]
    reach = max(REACH * days.max(), 4 * float(np.median(np.diff(np.unique(days)))))
    near = np.clip(1 - np.abs(apart / reach) ** 3, 0, None) ** 3
    estimate = _smooth(near, apart, sum_amounts(tops)[:, None], sum_amounts(bottoms)[:, None])[:, 0]
    drawn = _smooth(near, apart, *draw_sums([tops, bottoms], resamples, seed))
    low, high = interval_of(drawn, 1, labels["documents"].sum())  # a document stands in one period
    return labels.assign(estimate=estimate, low=low, high=high)


def _smooth(near: np.ndarray, apart: np.ndarray, tops: np.ndarray, bottoms: np.ndarray) -> np.ndarray:
    """Fit a line around each period to the periods near it, and give its value there: (periods, resamples)."""
    ones, t, tt = near @ bottoms, (near * apart) @ bottoms, (near * apart**2) @ bottoms
    v, tv = near @ tops, (near * apart) @ tops
    return ratio_of(tt * v - t * tv, ones * tt - t * t)
