"""A whole column of dates at once: what one leaves open (05/06/2024, 45652) the others settle, or nobody does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal

import pandas as pd

from analysis.errors import require
from analysis.texts.dates.amounts import ParsedDate, amount_of, parse_amounts
from analysis.texts.dates.written import Written, is_day, parse_written

Order = Literal["day first", "month first", "unknown", "contradictory"]
# languages whose dates with full stops are day first, always
DAY_FIRST_WITH_STOPS = set(
    "ru de kk uk be bg pl cs sk fi et lv lt no nb nn da tr ro hr sr sl ky uz az hy ka".split()  # noqa: SIM905  as words
)


def parse_dates(values: Sequence[object], languages: Sequence[str | None] | None = None) -> list[ParsedDate | None]:
    """Parse a column of dates at once, so that those which leave something open are settled by the others.

    values: texts that are dates in the forms of news (English, Russian, German, French, Spanish, Kazakh, Ukrainian,
    Italian, Portuguese; ISO 8601, RFC 2822), dates and datetimes of Python and pandas, or numbers: if all numbers of
    the column are plausible as one of them, Unix seconds (or milli-, micro-, nanoseconds), Excel's days, YYYYMMDD or
    years. languages: of the text that each date belongs to, if known: "01.02.2019" is day first in Russian or German.
    Returns one ParsedDate a value, None where it is missing, no date, or could be two. Nothing is guessed and nothing
    filled in. Times of midnight in the whole column mean that it holds days.
    Raises InputError if there are not as many languages as values.
    """
    values = list(values)
    languages = list(languages) if languages is not None else [None] * len(values)
    require(len(languages) == len(values), f"languages has {len(languages)} entries, values {len(values)}.")
    amounts = [amount_of(value) for value in values]
    moments = parse_amounts(amounts)
    written = [parse_written(value) if isinstance(value, str) and amount is None else None
               for value, amount in zip(values, amounts, strict=True)]  # fmt: skip
    order = _order_of(written)
    parsed = [
        moment or _settle(found, order, language) or _moment(value)
        for value, moment, found, language in zip(values, moments, written, languages, strict=True)
    ]
    timed = [date.when for date in parsed if date and date.precision == "time"]
    if timed and all((when.hour, when.minute, when.second) == (0, 0, 0) for when in timed):
        parsed = [date._replace(precision="day") if date and date.precision == "time" else date for date in parsed]
    return parsed


def find_order(values: Sequence[object]) -> Order:
    """Find whether the dates of a column in numbers are day first (25/02/2019 is there) or month first (02/25/2019).

    "unknown" if no value says so, "contradictory" if both stand in it.
    """
    return _order_of([parse_written(value) if isinstance(value, str) else None for value in values])


def _order_of(written: Sequence[Written | None]) -> Order:
    days = {found.day_first for found in written if found and found.day_first is not None}
    if len(days) == 2:
        return "contradictory"
    return "unknown" if not days else "day first" if True in days else "month first"


def _settle(found: Written | None, order: Order, language: str | None) -> ParsedDate | None:
    """The date that is written, day and month in the column's order; None if nothing says which is which."""
    if found is None:
        return None
    month, day = found.month, found.day
    if found.swapped:
        stops = found.mark == "." and language in DAY_FIRST_WITH_STOPS and order == "unknown"
        if order not in ("day first", "month first") and not stops:
            return None
        month, day = found.swapped if order == "month first" else (month, day)
    precision = "time" if found.time else "day" if day else "month" if month else "year"
    hour, minute, second, micro = found.time or (0, 0, 0, 0)
    return ParsedDate(datetime(found.year, month or 1, day or 1, hour, minute, second, micro), precision)


def _moment(value: object) -> ParsedDate | None:
    """A date or datetime object, its zone taken off."""
    if isinstance(value, str) or value is None or value is pd.NaT:
        return None
    if hasattr(value, "dtype") and value.dtype.kind == "M":
        value = pd.Timestamp(value)
        if value is pd.NaT:
            return None
    if isinstance(value, pd.Timestamp):
        value = value.to_pydatetime(warn=False)
    if isinstance(value, datetime):
        return ParsedDate(value.replace(tzinfo=None), "time") if is_day(value.year, value.month, value.day) else None
    if isinstance(value, date) and is_day(value.year, value.month, value.day):
        return ParsedDate(datetime(value.year, value.month, value.day), "day")
    return None
