"""Numbers that are dates: years, YYYYMMDD, Excel's days, Unix time, where all numbers of a column can be that."""

from __future__ import annotations

import math
import numbers
from datetime import datetime, timedelta
from typing import NamedTuple

from analysis.texts.dates.written import is_day

_UNIX = {  # numbers of a unit since 1970 that lie between 1990 and 2100
    unit: (631_152_000 * size, 4_102_444_800 * size, size)
    for unit, size in (("seconds", 1), ("milliseconds", 10**3), ("microseconds", 10**6), ("nanoseconds", 10**9))
}
_SERIALS = (20_000, 73_050)  # Excel's days since 1899-12-30: 1954 to 2099
_EXCEL_ZERO = datetime(1899, 12, 30)
_YEARS = (1800, 2099)


class ParsedDate(NamedTuple):
    """A date that was read.

    when: in the zone that was written, without it; what is not said (a month's day, a day's hour) is the first.
    precision: "time", "day", "month" or "year".
    """

    when: datetime
    precision: str


def amount_of(value: object) -> float | None:
    """A value that is a number, or a text of one; None if it is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        digits = value.strip()
        if not digits.isascii() or not digits.replace(".", "", 1).isdigit() or len(digits.partition(".")[0]) < 4:
            return None
        if "." in digits and len(digits.partition(".")[0]) < 5:
            return None  # 2024.01 is a month
        return float(digits) if "." in digits else int(digits)
    if isinstance(value, numbers.Real) and math.isfinite(value):
        return int(value) if float(value).is_integer() else float(value)
    return None


def parse_amounts(amounts: list[float | None]) -> list[ParsedDate | None]:
    """The numbers of a column as the one kind of date that all of them can be; None for all if there is none."""
    amounts = [amount or None for amount in amounts]  # 0 is what a program writes where it knows no date
    known = [amount for amount in amounts if amount is not None]
    if not known:
        return [None] * len(amounts)
    for parse in (_of_year, _of_digits, _of_serial, *map(_of_unix, _UNIX)):
        dates = [None if amount is None else parse(amount) for amount in amounts]
        if sum(date is not None for date in dates) == len(known):
            return dates
    return [None] * len(amounts)


def _of_year(amount: float) -> ParsedDate | None:
    return (
        ParsedDate(datetime(int(amount), 1, 1), "year")
        if _YEARS[0] <= amount <= _YEARS[1] and amount == int(amount)
        else None
    )


def _of_digits(amount: float) -> ParsedDate | None:
    """20241226, or 20241226114300."""
    digits = str(amount)
    if len(digits) not in (8, 14) or not digits.isdigit():
        return None
    if not is_day(int(digits[:4]), int(digits[4:6]), int(digits[6:8])) or int(digits[:4]) < _YEARS[0]:
        return None
    if len(digits) == 8:
        return ParsedDate(datetime(int(digits[:4]), int(digits[4:6]), int(digits[6:])), "day")
    try:
        return ParsedDate(datetime.strptime(digits, "%Y%m%d%H%M%S"), "time")
    except ValueError:
        return None


def _of_serial(amount: float) -> ParsedDate | None:
    """Excel's days since 1899-12-30."""
    if not _SERIALS[0] <= amount <= _SERIALS[1]:
        return None
    when = _EXCEL_ZERO + timedelta(seconds=round(amount * 86_400))
    return ParsedDate(when, "day" if amount == int(amount) else "time")


def _of_unix(unit: str) -> object:
    low, high, size = _UNIX[unit]

    def parse(amount: float) -> ParsedDate | None:
        if not low <= amount <= high:
            return None
        seconds, rest = divmod(amount, size)
        micro = int(rest * 10**6 // size) if size > 1 else round((amount % 1) * 10**6)
        return ParsedDate(datetime(1970, 1, 1) + timedelta(seconds=int(seconds), microseconds=micro), "time")

    return parse
