"""Lines that are a date and nothing else, and datelines: the place, date and agency that open a report."""

from __future__ import annotations

import re
from functools import lru_cache

from analysis.texts.characters import straighten
from analysis.texts.dates.written import LONGEST, Written, parse_written

MOST_KEPT = 4_096  # lines whose date is remembered: those of one page, which are asked for it four times
_DIGIT = re.compile("[0-9]")
_LEAD, _TAIL = re.compile(r"^[^\w(]+"), re.compile(r"[ |·•,–—-]+\d{1,2} (?:min(?:ute)?s?|мин)\.?(?: read)?$")
_SMALL_BEFORE = re.compile(r" [a-zа-яё]\w*$")  # By Ann Lee, born 3 May 1970
_JOINT = re.compile(r" ?[|·•–—,-] | (?=(?:[Uu]pdated|[Pp]ublished|[Pp]osted)\b)| (?=\d)")
_YEAR = re.compile(r"(?:1[7-9]|20)\d\d")
_WORD = r"(?:[^\W\d_a-zа-яёіїєґ][\w'’.]*)"  # begins with no small letter
_PLACE = rf"{_WORD}(?:[ -](?:(?:de|la|le|los|an|am|der|upon|sur|on|на) )?{_WORD}){{0,3}}"
_AGENCY = rf"(?:\([^()\n]{{2,40}}\)|/[^/\n]{{2,30}}/\.?|{_WORD}(?: {_WORD}){{0,2}})"
_DATELINES = [  # a place of one to three parts: KYIV, Ukraine (AP) -
    re.compile(rf"(?P<place>{_PLACE}(?:[,/] ?{_PLACE}){{{more}}})(?: ?\([^()\n]{{2,30}}\))?(?:[.,(] ?| ?[–—-]+ )")
    for more in range(3)
]
_DATELINE_END = re.compile(rf"[.,)]{{0,2}} ?(?:{_AGENCY}\.? ?)?(?:[–—]|--?) |[.,]? ?/[^/\n]{{2,30}}/\.? ")
_NO_PLACE = frozenset(
    """
    on in at by since after before from until as the this when while в на с по к до от после am im an der die das seit
    nach le la les en au du depuis el los desde
    """.split()  # noqa: SIM905  words read better without marks
)
# cities that stand alone over a text with its date, and agencies
_CITIES = frozenset(
    """
    москва астана алматы киев минск ташкент бишкек баку ереван тбилиси вашингтон лондон париж берлин женева брюссель
    вена пекин рим мадрид стамбул анкара хельсинки варшава прага токио дели київ санкт-петербург нью-йорк
    moscow astana almaty kyiv kiev minsk tashkent bishkek baku yerevan tbilisi washington london paris berlin geneva
    brussels vienna beijing rome madrid istanbul ankara helsinki warsaw prague tokyo delhi new_delhi new_york
    st._petersburg jerusalem tehran cairo ottawa canberra dublin stockholm oslo copenhagen lisbon athens budapest
    bucharest belgrade sofia seoul hong_kong singapore united_nations los_angeles chicago boston dubai doha riyadh
    beirut baghdad kabul islamabad nairobi johannesburg pretoria lagos mexico_city buenos_aires
    brasilia santiago bogota lima
    moscou bruxelles genève londres rome pékin strasbourg lyon marseille moskau brüssel wien genf zürich hamburg münchen
    frankfurt köln warschau peking moscú bruselas ginebra pekín barcelona nueva_york madrid roma milano
    """.split()  # noqa: SIM905  words read better without marks
)
_AGENCIES = (
    r"(?:reuters|associated press|ap|afp|dpa|efe|ansa|apa|kna|epd|sid|xinhua|bloomberg|upi|pti|kyodo|yonhap|tass|"
    r"interfax(?:\.ru)?|ria novosti|sputnik|тасс|итар-тасс|интерфакс(?:\.ru)?|риа новости|казтаг|казинформ|қазақпарат|"
    r"укринформ|белта|синьхуа|рейтер|рбк)"
)
_AROUND = re.compile(
    rf"^(?:(?:(?:by|par|von|por) )?\(?{_AGENCIES}\)?(?: ?[,.|·:–—-]+ ?| ))?"
    rf"(?:(?P<place>[^\d,.|–—]{{2,30}}?)(?:[,.] ?| ?[–—-]{{1,2}} ))?(?P<date>.*?)"
    rf"(?:[ ,.|·–—-]+\(?{_AGENCIES}\)?\.?)?$"
)


def find_date_in_line(text: str) -> Written | None:
    """Find the date of a line that is a date and nothing else ("Published: 3 May 2023, 11:43"); else None.

    Labels, the weekday, the time with its zone, a city and an agency may stand beside it. `date_from` says then which
    number is its day.
    """
    return _find_date(text) if len(text) <= LONGEST else None


@lru_cache(MOST_KEPT)
def _find_date(text: str) -> Written | None:
    if not (_DIGIT.search(text) or (not text.isascii() and any(map(str.isdigit, text)))):
        return None
    line = _TAIL.sub("", _LEAD.sub("", straighten(text)))
    if (written := parse_written(line)) is not None or not _YEAR.search(line):
        return written
    around = _AROUND.match(line.lower())
    if around is None or (around["place"] and around["place"].strip().replace(" ", "_") not in _CITIES):
        return None
    return parse_written(around["date"])


def find_date_behind(byline: str) -> Written | None:
    """Find the date that closes a byline ("By Ann Lee | May 3, 2024", "By Ann Lee, Updated 3 May 2024"); else None."""
    if not _YEAR.search(byline):
        return None
    joints = (
        part for part in _JOINT.finditer(byline) if part[0] != " " or not _SMALL_BEFORE.search(byline[: part.start()])
    )
    pieces = (find_date_in_line(byline[part.end() :]) for part in joints)
    return next((written for written in pieces if written is not None and written.day), None)


def find_date_in_dateline(text: str) -> Written | None:
    """Find the date of a dateline that opens a report ("MOSCOW, December 26, 2024 (Agency) - ..."); else None."""
    opening = straighten(text[:LONGEST])
    if not _YEAR.search(opening[:90]):
        return None
    for place in _DATELINES:
        found = place.match(opening)
        if found is None or found["place"].split()[0].lower() in _NO_PLACE:
            return None
        for stop in range(min(found.end() + 45, len(opening)), found.end() + 5, -1):
            if _DATELINE_END.match(opening, stop) and (written := parse_written(opening[found.end() : stop])):
                return written if written.day else None
    return None
