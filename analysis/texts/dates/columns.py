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
    Italian, Portuguese; ISO 8601, RFC 2822), dates, datetimes and periods of Python and pandas, or numbers: if all
    numbers of the column are plausible as one of them, Unix seconds (or milli-, micro-, nanoseconds), Excel's days,
    YYYYMMDD or years. languages: of the text that each date belongs to, if known: "01.02.2019" is day first in German.
    Returns one ParsedDate a value, None where it is missing, no date, or could be two. Nothing is guessed and nothing
    filled in. Times of midnight in the whole column mean that it holds days.
    Raises InputError if there are not as many languages as values.
    """
    values = list(values)
    languages = list(languages) if languages is not None else [None] * len(values)
    require(len(languages) == len(values), f"languages has {len(languages)} entries, values {len(values)}.")
    written = [parse_written(_without_point(value)) if isinstance(value, str) else None for value in values]
    amounts = [None if found else amount_of(value) for found, value in zip(written, values, strict=True)]
    moments = parse_amounts(amounts)
    order = order_of(written)
    parsed = [
        moment or date_from(found, order, language) or _moment(value)
        for value, moment, found, language in zip(values, moments, written, languages, strict=True)
    ]
    timed = [date.when for date in parsed if date and date.precision == "time"]
    if timed and all((when.hour, when.minute, when.second) == (0, 0, 0) for when in timed):
        parsed = [date._replace(precision="day") if date and date.precision == "time" else date for date in parsed]
    return parsed


def _without_point(text: str) -> str:
    """2024.0 as 2024: what a table makes of whole numbers in a column with empty cells."""
    return text[:-2] if text.endswith(".0") and text[:-2].isdigit() else text


def find_order(values: Sequence[object]) -> Order:
    """Find whether the dates of a column in numbers are day first (25/02/2019 is there) or month first (02/25/2019).

    "unknown" if no value says so, "contradictory" if both stand in it. 25/02/19 says so too where the column's last
    numbers are plainly its years.
    """
    return order_of([parse_written(value) if isinstance(value, str) else None for value in values])


def order_of(written: Sequence[Written | None]) -> Order:
    """Which order the dates show in which one number alone can be the day; see `find_order`."""
    days = {found.day_first for found in written if found and found.day_first is not None}
    if len(days) == 2:
        return "contradictory"
    if not days and _shows_short_years([found for found in written if found and found.short_year and found.mark]):
        return "day first"
    return "unknown" if not days else "day first" if True in days else "month first"


def _shows_short_years(written: Sequence[Written]) -> bool:
    """Whether dates such as 31.12.19 end in their years: a first number over 12 is a day then, and no year.

    So they do where a last number can be no day, or where the last numbers lie far closer together than the first ones,
    which as years would be spread over decades. With hyphens years stand first too often to be told from days.
    """
    settling = [found for found in written if found.open]
    if not any(found.day > 12 for found in settling) or any(found.mark == "-" for found in written):
        return False
    first, last = ({found.day for found in settling}, {found.year for found in written})
    return len(settling) < len(written) or 2 * (max(last) - min(last)) < max(first) - min(first)


def date_from(found: Written | None, order: Order, language: str | None) -> ParsedDate | None:
    """The date that is written, day and month in the column's order; None if nothing says which is which."""
    if found is None:
        return None
    month, day = found.month, found.day
    if found.swapped or found.open:
        if found.mark == "." and language in DAY_FIRST_WITH_STOPS:
            order = {"unknown": "day first", "month first": "contradictory"}.get(order, order)
        if order not in ("day first", "month first"):
            return None
        if order == "month first" and (found.swapped or day != month):
            month, day = found.swapped or (day, month)
        if not is_day(found.year, month, day):
            return None
    precision = "time" if found.time else "day" if day else "month" if month else "year"
    hour, minute, second, micro = found.time or (0, 0, 0, 0)
    return ParsedDate(datetime(found.year, month or 1, day or 1, hour, minute, second, micro), precision)


def tell_unread_dates(values: Sequence[object], parsed: Sequence[ParsedDate | None]) -> list[str]:
    """Tell what a reader should know of a column that `parse_dates` has parsed: what was not read, and why.

    Returns nothing if every value is a date that is written in full, or missing.
    """
    order, unread, short, settled = find_order(values), {True: [], False: []}, 0, 0
    for value, when in zip(values, parsed, strict=True):
        found = parse_written(value) if isinstance(value, str) else None
        if when is None and not _is_missing(value):
            unread[bool(found)].append(str(value))
        elif found:
            short, settled = short + found.short_year, settled + bool(found.swapped or found.open)
    both = "; the column writes dates both ways" if order == "contradictory" else ""
    notes = [
        (len(unread[True]), f"not read, for day and month could be swapped ({_few(unread[True])}){both}"),
        (len(unread[False]), f"not read, for they are none ({_few(unread[False])})"),
        (settled, f"read {'month' if order == 'month first' else 'day'} first, as others or the language show"),
        (short, "with a year of two digits read as one of 1969 to 2068"),
    ]
    return [f"{count:,} {'date' if count == 1 else 'dates'} {note}" for count, note in notes if count]


def _few(texts: list[str]) -> str:
    return ", ".join(repr(text[:40]) for text in dict.fromkeys(texts[:100]))[:120]


def _is_missing(value: object) -> bool:
    return (
        value is None
        or (isinstance(value, str) and not value.strip())
        or (pd.api.types.is_scalar(value) and pd.isna(value))
    )


def _moment(value: object) -> ParsedDate | None:
    """A date or datetime object, its zone taken off."""
    if isinstance(value, str) or value is None or value is pd.NaT:
        return None
    if isinstance(value, pd.Period):
        return _moment_of_period(value)
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


def _moment_of_period(period: pd.Period) -> ParsedDate | None:
    """The beginning of a month, a year or another period, as exactly as all of it is: a quarter is of its year."""
    start, end = period.start_time.to_pydatetime(warn=False), period.end_time.to_pydatetime(warn=False)
    if not is_day(start.year, start.month, start.day) or start.year != end.year:
        return None
    if start.date() == end.date():
        return ParsedDate(start, "day" if period.freqstr in ("D", "B") else "time")
    if start.month == end.month:
        return ParsedDate(datetime(start.year, start.month, 1), "month")
    return ParsedDate(datetime(start.year, 1, 1), "year")
