"""The place, date and agency that open a report, where full stops stand in them: OSLO, May 3. /NTB/. The ferry ..."""

from __future__ import annotations

import re

from analysis.texts.sentences.abbreviations import CAPITAL, SMALL

LONGEST = 80  # characters of a dateline
_PART = rf"[{CAPITAL}][\w'’-]*(?: (?:(?:de|la|am|an der|на) )?[{CAPITAL}][\w'’-]*){{0,3}}"
_MONTH = r"[^\W\d_]{3,10}"
_DATE = (
    rf"(?:\d{{1,2}}\.? {_MONTH}|{_MONTH}\.? \d{{1,2}}|\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}})"
    r"(?:,? \d{4}(?: (?:года?|року|жылы|г\.|р\.))?)?"
)
_SIGNED = rf"(?:/[^/\n]{{2,30}}/|\([^()\n]{{2,30}}\)|[{CAPITAL}]{{3}}[{CAPITAL}. ]{{0,20}}(?: /[^/\n]{{2,30}}/)?)"
_DASH = r"(?:[–—]|--?)"
_NAME = rf"[{CAPITAL}][\w.-]{{2,20}}"
_DATELINE = re.compile(
    rf"{_PART}(?:[,/] ?{_PART}){{0,2}}(?:"
    rf"[,.] {_DATE}(?:[.,]? {_SIGNED}\.?(?: {_DASH})?|\. {_NAME} {_DASH}| ?{_DASH} {_NAME}\.|\.(?: {_DASH})?) |"
    rf"\. (?:(?:{_SIGNED}|{_NAME})\.? {_DASH}|/[^/\n]{{2,30}}/\.?) |"  # ASTANA. KAZINFORM - ...
    rf"\. ?{_DASH} )"  # LONDON. – ...
)
_SMALL = re.compile(rf"[{SMALL}]")
_DIGIT = re.compile(r"\d")


def find_dateline(text: str, start: int, end: int) -> int:
    """Find where a dateline ends with which a paragraph opens and which has a full stop in it; -1 if there is none.

    Without an agency and a date both, its place must be in capitals: "Oslo, 3 May." and "No. – Yes." open no report.
    """
    stop = text.find(".", start, min(end, start + LONGEST))
    if stop < 0 or not text[start : start + 1].isupper():
        return -1
    found = _DATELINE.match(text, start, min(end, start + LONGEST))
    if found is None:
        return -1
    dated, place = _DIGIT.search(found[0]), re.split(r"[.,/]", found[0], maxsplit=1)[0]
    return found.end() if (dated and _is_signed(found[0])) or not _SMALL.search(place) else -1


def _is_signed(dateline: str) -> bool:
    """Tell a dateline that names its agency: between strokes, in brackets, beside a dash, in capitals at its end."""
    last = dateline.rstrip(" .").rsplit(" ", 1)[-1]
    return any(sign in dateline for sign in "/(–—") or dateline.endswith("- ") or (len(last) > 2 and last.isupper())
