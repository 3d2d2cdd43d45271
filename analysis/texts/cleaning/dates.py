"""Dates that a page or a text states of itself; a date told of an event is none of them."""

from __future__ import annotations

import re
from datetime import datetime

from analysis.texts.readers.lines import PageLine

DATE_OF_PAGE = "date of the page"
MONTHS = {
    1: "january jan января январь січня janvier januar enero gennaio janeiro қаңтар",
    2: "february feb февраля февраль лютого février februar febrero febbraio fevereiro ақпан",
    3: "march mar марта март березня mars märz marzo março наурыз",
    4: "april apr апреля апрель квітня avril abril aprile сәуір",
    5: "may мая май травня mai mayo maggio maio мамыр",
    6: "june jun июня июнь червня juin juni junio giugno junho маусым",
    7: "july jul июля июль липня juillet juli julio luglio julho шілде",
    8: "august aug августа август серпня août agosto тамыз",
    9: "september sept sep сентября сентябрь вересня septembre septiembre settembre setembro қыркүйек",
    10: "october oct октября октябрь жовтня octobre oktober octubre ottobre outubro қазан",
    11: "november nov ноября ноябрь листопада novembre noviembre novembro қараша",
    12: "december dec декабря декабрь грудня décembre dezember diciembre dicembre dezembro желтоқсан",
}
_MONTH_NUMBER = {name: number for number, names in MONTHS.items() for name in names.split()}
_MONTH = "(?P<{}>" + "|".join(sorted(_MONTH_NUMBER, key=len, reverse=True)) + r")\b\.?"
DATE = re.compile(
    r"(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)|"
    rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.)?,? (?:de )?{_MONTH.format('m2')},? (?:de )?(?P<y2>(?:19|20)\d\d)\b|"
    rf"{_MONTH.format('m3')} (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y3>(?:19|20)\d\d)\b|"
    r"(?P<d4>\d{1,2})\.(?P<m4>\d{1,2})\.(?P<y4>(?:19|20)\d\d)\b|"
    r"(?P<a5>\d{1,2})/(?P<b5>\d{1,2})/(?P<y5>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_LABEL = (
    r"(?:(?:first |last |originally )?(?:published|posted|updated|modified|created|date|added)(?: on| at)?|"
    r"опубликовано|обновлено|дата(?: публикации)?|опубліковано|publié le|veröffentlicht am|publicado)"
)
_WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?|понедельник|вторник|среда|четверг|"
    r"пятница|суббота|воскресенье)"
)
_TIME = r"(?:at |в |\| ?)?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: ?\(?[a-zа-я]{2,4}\)?(?:[+-]\d{1,2})?)?"
DATE_LINE = re.compile(
    rf"(?:{_LABEL}\s*:?\s*)?(?:{_TIME}[ ,|-]*)?(?:{_WEEKDAY},? )?(?:{DATE.pattern})"
    rf"(?: ?(?:г\.|года|р\.))?[ ,|–—-]*(?:{_TIME})?[ .]*",
    re.IGNORECASE,
)
DATELINE = re.compile(
    rf"[^\W\d_][^.!?:;\n]{{0,40}}?[,(] ?(?:{DATE.pattern})[^\n]{{0,25}}?(?: ?[–—-]{{1,2}} |\. ?/)", re.IGNORECASE
)
_LEAD = re.compile(r"^[^\w]+")


def parse_date(found: re.Match[str]) -> datetime | None:
    """The day that a match of DATE names; None if there is no such day or day and month could be swapped."""
    parts = found.groupdict()
    for form in "1234":
        if parts[f"y{form}"]:
            month = parts[f"m{form}"]
            number = int(month) if month.isdigit() else _MONTH_NUMBER[month.lower()]
            return _day(parts[f"y{form}"], number, int(parts[f"d{form}"]))
    first, second = int(parts["a5"]), int(parts["b5"])
    if first == second or second > 12:
        return _day(parts["y5"], first, second)
    return _day(parts["y5"], second, first) if first > 12 else None


def _day(year: str, month: int, day: int) -> datetime | None:
    try:
        return datetime(int(year), month, day)
    except ValueError:
        return None


def date_of_line(text: str) -> datetime | None:
    """The date of a line that is a date and nothing else ("Published: 3 May 2023, 11:43"); else None."""
    if len(text) > 80 or not any(char.isdigit() for char in text):
        return None
    found = DATE_LINE.fullmatch(_LEAD.sub("", text))
    return parse_date(found) if found else None


def date_of_dateline(text: str) -> datetime | None:
    """The date of a dateline that opens a report ("MOSCOW, December 26, 2024 (Agency) - ..."); else None."""
    found = DATELINE.match(text[:120])
    return parse_date(found) if found else None


def mark_dates(lines: list[PageLine], head: int = 6, tail: int = 3) -> list[PageLine]:
    """Mark the date lines among the first and last kept lines of a page: they are the page's, not the story's."""
    kept = [index for index, line in enumerate(lines) if line.reason is None]
    ends = {*kept[:head], *kept[-tail:]}
    return [
        line._replace(reason=DATE_OF_PAGE) if index in ends and date_of_line(line.text) else line
        for index, line in enumerate(lines)
    ]
