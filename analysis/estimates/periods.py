"""Periods of time that hold enough documents: one rule for everything that is counted, drawn or told over time."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analysis.estimates.resampling import FEWEST_DOCUMENTS

PERIODS = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y"}  # the finest first; pandas' codes
MOST_PERIODS = {"day": 62, "week": 60, "month": 120, "quarter": 80}  # from first to last: more cannot be read
EXACT = {"year": 0, "month": 1}  # how exactly a date is known, by published_precision; others to the day
NEEDS = {"year": 0, "quarter": 1, "month": 1, "week": 2, "day": 2}  # how exactly it must be, to fall into a period
ENOUGH = 0.5  # share of all periods that must hold a document, and of these that must hold five


def choose_period(documents: pd.DataFrame) -> str:
    """Choose the period that a corpus is followed by: day, week, month, quarter or year.

    documents: published (one row a document), and published_precision if it is known. The finest period of which at
    least half of those that hold a document hold five; none of so many that nobody could read them, of which most are
    empty, or to which most dates are not known. Years if there is none.
    """
    dated = documents[documents["published"].notna()]
    for period, code in PERIODS.items():
        known = dated.loc[mark_known(dated, period), "published"]
        if len(known) < FEWEST_DOCUMENTS or 2 * len(known) < len(dated):
            continue
        sizes = known.dt.to_period(code).value_counts()
        every = (sizes.index.max() - sizes.index.min()).n + 1
        if every > MOST_PERIODS.get(period, every) or len(sizes) < ENOUGH * every:
            continue
        if (sizes >= FEWEST_DOCUMENTS).mean() >= ENOUGH:
            return period
    return "year"


def mark_known(documents: pd.DataFrame, period: str) -> pd.Series:
    """Whether each document's date is known to the day, week, month, quarter or year: boolean on the same index."""
    dated = documents["published"].notna()
    if "published_precision" not in documents:
        return dated
    return dated & (documents["published_precision"].map(EXACT).fillna(2) >= NEEDS[period])


def starts_of(dates: pd.Series, period: str) -> pd.Series:
    """The first day of the period that each date falls into."""
    return dates.dt.to_period(PERIODS[period]).dt.start_time


def recognise_period(starts: Iterable[object]) -> str:
    """Say which period dates begin: the longest at whose beginnings all of them stand."""
    dates = pd.DatetimeIndex(pd.unique(pd.Series(list(starts)).dropna()))
    for period, code in reversed(PERIODS.items()):
        if (dates == dates.to_period(code).start_time).all():
            return period
    return "day"


def list_periods(starts: Iterable[object], period: str) -> pd.DatetimeIndex:
    """List the first days of all periods from the first to the last of these, those that hold nothing too."""
    dates = pd.DatetimeIndex(pd.Series(list(starts)).dropna())
    if dates.empty:
        return dates
    return pd.period_range(dates.min(), dates.max(), freq=PERIODS[period]).start_time
