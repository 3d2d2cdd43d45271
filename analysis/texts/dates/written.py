"""One date as it is written: what it says, how exactly, and where its day and month could be swapped.

Nothing is filled in: what a date does not say (its year, its day) is not taken from today's, as date parsers made for
search boxes do ("3. März" is no date here, "January 2024" is a month).
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from analysis.texts.characters import straighten
from analysis.texts.dates.words import MONTH_NUMBER, PUBLISHED, UPDATED, WEEKDAY_NUMBER, ZONE

LONGEST = 160  # characters of a date with its labels
_EARLIEST, _LATEST = 1700, 2099  # years
PIVOT = 69  # a year of two digits: 00 to 68 are 2000 to 2068, 69 to 99 are 1969 to 1999 (POSIX)


class Written(NamedTuple):
    """A date that is written in full, before it is known which of two numbers is the day.

    year, month, day: month and day None where they are not said. swapped: the second reading (month, day) where both
    numbers could be either; open: whether the year, of two digits, could stand first. time: (hour, minute, second,
    microsecond), None where it is not said. mark: the separator of a date in numbers, "" of others. day_first: whether
    its first number is the day, None where that is not known or all the same. short_year: whether the year has two
    digits. label: "published", "updated" or "".
    """

    year: int
    month: int | None = None
    day: int | None = None
    swapped: tuple[int, int] | None = None
    open: bool = False
    time: tuple[int, int, int, int] | None = None
    mark: str = ""
    day_first: bool | None = None
    short_year: bool = False
    label: str = ""


def _names(names: object) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_YEAR = r"(?:1[7-9]|20)[0-9]{2}"
_MONTH = rf"(?P<month>{_names(MONTH_NUMBER)})(?![^\W\d_])\.?"
_DAY = r"(?P<day>[0-9]{1,2})"
_ORDINAL = r"(?:st|nd|rd|th|er|º|-?го|-?е|\.)?"
_OF = r"(?:(?:of|de|del|di|do|года?|г\.) )?"
_GAP = r"[ .,/-]{0,3}"
_KAZAKH = r"(?: ?(?:жылғы|жылдың|жылы?|ж\.))?"
_AFTER_YEAR = r"(?: ?(?:г\.?|года?|р\.|рік|року|жылы?|ж\.)(?!\w))?"
_FORMS = [
    re.compile(form)
    for form in (
        rf"(?P<year>{_YEAR})(?P<mark>[-/.])(?P<number>[0-9]{{1,2}})(?P=mark){_DAY}",
        rf"(?P<year>{_YEAR})(?P<number>[0-9]{{2}})(?P<day>[0-9]{{2}})",
        rf"{_DAY}{_ORDINAL}{_GAP}{_OF}{_MONTH}{_GAP}{_OF}(?P<year>{_YEAR}){_AFTER_YEAR}",
        rf"{_DAY}-{_MONTH}-(?P<short>[0-9]{{2}})|{_DAY.replace('day', 'day_')} ?{_MONTH.replace('month', 'month_')},? ?"
        r"'(?P<short_>[0-9]{2})",
        rf"{_MONTH}[ -]{{0,2}}{_DAY}(?:st|nd|rd|th)?(?:[ ,.-]{{1,3}}|,? del? )(?P<year>{_YEAR})",
        rf"(?P<year>{_YEAR}){_KAZAKH},? ?{_DAY}[ -]?{_MONTH}",
        rf"(?P<year>{_YEAR})[ ,-]{{1,2}}{_MONTH}[ ,-]{{1,2}}{_DAY}",
        rf"(?P<year>{_YEAR}) ?年 ?(?P<number>[0-9]{{1,2}}) ?月 ?{_DAY} ?日",
        rf"(?P<first>[0-9]{{1,2}})(?P<mark>[./-]) ?(?P<second>[0-9]{{1,2}})(?P=mark) ?(?P<year>{_YEAR}|[0-9]{{2}})"
        rf"{_AFTER_YEAR}",
        rf"{_MONTH},?[ -]?{_OF}(?P<year>{_YEAR}){_AFTER_YEAR}",
        rf"(?P<year>{_YEAR}){_KAZAKH}[ ,-]{{0,2}}{_MONTH}",
        rf"(?P<year>{_YEAR})[-/.](?P<number>[0-9]{{2}})",
        rf"(?P<number>[0-9]{{1,2}})[/.](?P<year>{_YEAR})",
        rf"(?P<year>{_YEAR}){_AFTER_YEAR}",
    )
]
_ANY = "|".join(re.sub(r"\(\?P<\w+>", "(?:", form.pattern.replace("(?P=mark)", "[-/.]")) for form in _FORMS)
_CLOCK = (
    r"(?:[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?(?: ?[ap]\.?m\b\.?)?(?: ?(?:uhr|h|hrs|ч\.?))?|"
    r"[0-9]{1,2} ?h ?(?:[0-9]{2})?(?: ?min)?|[0-9]{1,2} ?(?:[ap]\.?m\b\.?|uhr))"
)
_AT = r"(?:(?:at|um|à|a las|a les|alle|às|om|в|о|сағат|kl\.|time:?) )?"


def _time_as(name: str) -> str:
    return rf"{_AT}(?P<{name}>{_CLOCK})(?: ?{ZONE})?"


def _weekday_as(name: str) -> str:
    return rf"(?:\(?(?P<{name}>{_names(WEEKDAY_NUMBER)})(?!\w)\.?\)?)"


_BETWEEN = "[ ,|·•/@–—-]*"
_ONE = re.compile(
    rf"(?:{_weekday_as('weekday')}{_BETWEEN}|(?:le|el|il|am|den|du|vom|от|the) )*?"
    rf"(?:{_time_as('before')}{_BETWEEN}(?:on )?)?"
    rf"(?:{_weekday_as('weekday2')}{_BETWEEN}|(?:le|el|il|am|den|du|vom|от|the) )*?"
    rf"(?P<date>{_ANY})"
    rf"(?:{_BETWEEN}{_weekday_as('weekday3')})?"
    rf"(?:(?:t|{_BETWEEN}){_time_as('after')})?[ .,]*"
)
_YEAR_LAST = re.compile(  # Thu Dec 26 11:43:00 +0000 2024, as Twitter and `date` write it
    rf"(?P<begin>(?:{_names(WEEKDAY_NUMBER)})?\.?,? ?(?:{_names(MONTH_NUMBER)})\.? +[0-9]{{1,2}}),? "
    rf"(?P<clock>{_CLOCK})(?P<zone> ?{ZONE}) (?P<year>{_YEAR})"
)
_ISO = re.compile(  # the commonest form of tables, spared the long way
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]"
    r"([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?)(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_BASIC = re.compile(rf"({_YEAR})([0-9]{{2}})([0-9]{{2}})t([0-9]{{2}})([0-9]{{2}})([0-9]{{2}})")  # 20241226T114300Z
_PUBLISHED, _LABEL = re.compile(PUBLISHED), re.compile(rf"(?:^|(?<=[ (|/,;·•–—.-]))(?:{PUBLISHED}|{UPDATED})")
_CLOCK_PARTS = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:(?: ?h ?|[:.])(?P<minute>[0-9]{2}))?(?::(?P<second>[0-9]{2})(?:[.,](?P<part>[0-9]+))?)?"
    r" ?(?P<half>[ap]\.?m)?[^0-9]*"
)


def parse_written(text: str) -> Written | None:
    """Parse a text that is a date and nothing else, labels, weekday, time and zone aside; None if it is none.

    Of several ("Published 3 May 2023 / Updated 4 May 2023") the published one counts.
    """
    if (iso := _ISO.fullmatch(text)) and is_day(int(iso[1]), int(iso[2]), int(iso[3])):
        time = _time(iso[4]) if iso[4] else None
        return Written(int(iso[1]), int(iso[2]), int(iso[3]), time=time) if time or not iso[4] else None
    if len(text) > LONGEST or not any(map(str.isdigit, text)):
        return None
    return _parse_prepared(_prepare(text))


_BRACKETS = str.maketrans("[]", "  ")


def _prepare(text: str) -> str:
    plain = " ".join(unicodedata.normalize("NFC", straighten(text)).lower().translate(_BRACKETS).split())
    return plain[1:-1] if plain[:1] == "(" and plain[-1:] == ")" else plain


@lru_cache(maxsize=100_000)
def _parse_prepared(text: str) -> Written | None:
    cuts = [0, *(found.start() for found in _LABEL.finditer(text) if found.start()), len(text)]
    dates = []
    for start, end in itertools.pairwise(cuts):
        piece = text[start:end].strip(" |/,;·•–—-")
        piece = piece if piece.count("(") == piece.count(")") else piece.strip(" |/,;()·•–—-")
        label = _LABEL.match(piece)
        written = _parse_one(piece[label.end() :].strip() if label else piece)
        if written is None:
            return None
        named = "" if label is None else "published" if _PUBLISHED.match(piece) else "updated"
        dates.append(written._replace(label=named))
    return min(dates, key=standing_of, default=None)


def standing_of(written: Written) -> int:
    """Which of several dates counts: the published one, else one without a label, else when it was updated."""
    return ("published", "", "updated").index(written.label)


def _parse_one(text: str) -> Written | None:
    """A date without labels, with its weekday and time in any of the usual orders."""
    if found := _YEAR_LAST.fullmatch(text):
        text = f"{found['begin']} {found['year']} {found['clock']}{found['zone']}"
    text = _BASIC.sub(r"\1-\2-\3t\4:\5:\6", text)
    found = _ONE.fullmatch(text)
    if found is None or (found["before"] and found["after"]):
        return None
    weekday = found["weekday"] or found["weekday2"] or found["weekday3"]
    written = next(
        (made for form in _FORMS if (match := form.fullmatch(found["date"])) and (made := _make(match))), None
    )
    if written is None:
        return None
    clock = found["before"] or found["after"]
    if clock:
        time = _time(clock)
        if time is None or written.day is None:
            return None
        written = written._replace(time=time)
    return (
        _settle_by_weekday(written, WEEKDAY_NUMBER.get(weekday))
        if weekday and written.swapped and not written.open
        else written
    )


def _make(match: re.Match[str]) -> Written | None:
    """What one form says, if there is such a day."""
    said = {name.rstrip("_"): value for name, value in match.groupdict().items() if value is not None}
    short = said.get("short", said.get("year", "")) if len(said.get("short", said.get("year", ""))) == 2 else ""
    year = int(short) + (2000 if int(short) < PIVOT else 1900) if short else int(said["year"])
    mark = said.get("mark", "") if "first" in said else ""
    if "first" in said:
        return _swappable(year, int(said["first"]), int(said["second"]), mark, short)
    month = MONTH_NUMBER[said["month"]] if "month" in said else int(said["number"]) if "number" in said else None
    day = int(said["day"]) if "day" in said else None
    return Written(year, month, day, short_year=bool(short)) if is_day(year, month or 1, day or 1) else None


def _swappable(year: int, first: int, second: int, mark: str, short: str) -> Written | None:
    """A date in numbers: day first or month first, and of a short year perhaps the year first."""
    readings = [(month, day) for day, month in ((first, second), (second, first)) if is_day(year, month, day)]
    if not readings:
        return None
    (month, day), *other = dict.fromkeys(readings)
    swapped = other[0] if other else None
    year_first = bool(short) and is_day(2000 + first, second, int(short))  # 24.12.26, but neither 31.12.99 nor 12/31/24
    known = None if swapped or year_first or first == second else day == first
    return Written(year, month, day, swapped, year_first, None, mark, known, bool(short))


def is_day(year: int, month: int, day: int) -> bool:
    """Whether there is such a day, in the years that news are of."""
    try:
        datetime(year, month, day)
    except ValueError:
        return False
    return _EARLIEST <= year <= _LATEST


def _time(clock: str) -> tuple[int, int, int, int] | None:
    found = _CLOCK_PARTS.fullmatch(clock)
    if found is None:
        return None
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"][0] == "p" else 0)
    micro = int((found["part"] or "0").ljust(6, "0")[:6])
    return (hour, minute, second, micro) if hour < 24 and minute < 60 and second < 60 else None


def _settle_by_weekday(written: Written, weekday: int | None) -> Written:
    """A weekday that fits one of two readings only says which it is."""
    month, day = written.swapped
    fits = [datetime(written.year, m, d).weekday() == weekday for m, d in ((written.month, written.day), (month, day))]
    if fits == [True, False]:
        return written._replace(swapped=None, day_first=True)
    if fits == [False, True]:
        return written._replace(month=month, day=day, swapped=None, day_first=False)
    return written
