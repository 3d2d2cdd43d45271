"""Dates of posts as a page shows them: all of a page at once, a year that is not said never filled in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.texts.dates import ParsedDate, parse_dates
from analysis.texts.dates.words import MONTH_NUMBER

LONGEST = 60  # characters of a post's date
_MONTHS = "|".join(re.escape(name) for name in sorted(MONTH_NUMBER, key=len, reverse=True))
TIME = r"\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?"
_DAY = (
    rf"\d{{1,2}}(?:st|nd|rd|th|\.)?\s(?:de\s|of\s)?(?:{_MONTHS})(?![^\W\d_])\.?|"
    rf"(?:{_MONTHS})(?![^\W\d_])\.?\s\d{{1,2}}(?:st|nd|rd|th)?"
)
_WITH_YEAR = (
    rf"(?:{_DAY}),?\s(?:de\s)?(?:19|20)\d\d(?:\s?(?:г\.|года?|р\.))?|\d{{1,2}}[./]\d{{1,2}}[./](?:(?:19|20)\d\d|\d\d)|"
    r"(?:19|20)\d\d[./-]\d\d[./-]\d\d|(?:19|20)\d\d\.\s\d{1,2}\.\s\d{1,2}\."
)
_AT = r"\s?[,|•·–-]?\s?(?:(?:at|в|um|à|a las|о)\s)?"
RELATIVE_DAY = r"today|yesterday|сегодня|вчера|сьогодні|вчора|heute|gestern|aujourd['’]hui|hier|hoy|ayer"
DATE_WITH_TIME = re.compile(
    rf"(?:{_WITH_YEAR}|{_DAY}|{RELATIVE_DAY}){_AT}{TIME}|{TIME}[\s,]+(?:{_WITH_YEAR}|{_DAY})", re.IGNORECASE
)
DAY = re.compile(rf"(?:{_WITH_YEAR}|{_DAY})", re.IGNORECASE)
_SHORT_YEAR = re.compile(
    r"\b(\d{1,2})([./])(\d{1,2})\2(\d\d)(?![\d.:])"
)  # QLocale's short forms; year last in all of these
_YEAR_FIRST = re.compile(r"\b((?:19|20)\d\d)\.\s?(\d{1,2})\.\s?(\d{1,2})\.")  # 2024. 12. 26.
_CYRILLIC, _LATIN = re.compile("[\u0400-\u04ff]"), re.compile("[A-Za-z]")


def parse_post_dates(
    dates: Sequence[str | None], texts: Sequence[str], by_program: bool = False
) -> list[ParsedDate | None]:
    """Parse the dates of a page's posts at once, so that the order of day and month is settled by all of them.

    texts: of the posts; full stops part day first in those that are written in Cyrillic letters.
    by_program: a program wrote the dates in its computer's way, which never sets a full stop behind the month (CLDR).
    """
    values = [None if date is None else _spelt_out(date) for date in dates]
    return parse_dates(values, ["ru" if by_program or _is_cyrillic(text) else None for text in texts])


def _spelt_out(date: str) -> str:
    date = _SHORT_YEAR.sub(r"\1\2\3\g<2>20\4", " ".join(date.split()))
    return _YEAR_FIRST.sub(lambda found: f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}", date)


def _is_cyrillic(text: str) -> bool:
    return len(_CYRILLIC.findall(text[:2_000])) > len(_LATIN.findall(text[:2_000]))
