"""Periods as they are shown and typed: "2018", "2018 Q1", "2018-01", a day; the same one way and back."""

from __future__ import annotations

import re

import pandas as pd

from analysis.charts.numbers import tell_period
from analysis.errors import InputError, unknown
from analysis.estimates.periods import PERIODS, mark_known, starts_of

FORMS = (
    ("year", re.compile(r"\d{4}")),
    ("quarter", re.compile(r"\d{4}[ -]?[Qq][1-4]")),
    ("month", re.compile(r"\d{4}-\d{1,2}")),
)
WRITTEN = 'A period is written "2018", "2018 Q1", "2018-01" or "2018-01-31".'


def parse_periods(value: object, period: str = "day") -> pd.Period | list[pd.Period]:
    """Read a period or several: by its own form, and a day as the period (day, week, month, quarter, year) about it."""
    if isinstance(value, list | tuple | set | pd.Series | pd.Index):
        return [_read_one(one, period) for one in value]
    return _read_one(value, period)


def _read_one(value: object, period: str) -> pd.Period:
    if isinstance(value, pd.Period):
        return value
    text = str(value).strip()
    form = next((name for name, pattern in FORMS if pattern.fullmatch(text)), period)
    try:
        return pd.Period(text.replace(" ", "") if form == "quarter" else text, freq=PERIODS[form])
    except (ValueError, TypeError):
        raise InputError(f"period={value!r} is no period. {WRITTEN}") from None


def name_freq(period: pd.Period) -> str:
    """Say what a period is: day, week, month, quarter or year."""
    return next(name for name, code in PERIODS.items() if period.freqstr[:1] == code)


def mark_within(units: pd.DataFrame, name: str, value: object) -> pd.Series:
    """Mark the units whose date falls into a period or one of several; raises InputError where none does."""
    wanted = parse_periods(value, name if name in PERIODS else "day")
    marked = pd.Series(False, index=units.index)
    for one in wanted if isinstance(wanted, list) else [wanted]:
        period = name_freq(one)
        known = mark_known(units, period)
        there = known & (units["published"].dt.to_period(PERIODS[period]) == one)
        if not there.any():
            starts = starts_of(units.loc[known, "published"], period).sort_values().unique()
            raise unknown(name, tell_period(one.start_time, period), [tell_period(day, period) for day in starts])
        marked |= there
    return marked
