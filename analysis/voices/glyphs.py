"""Quotation marks one by one: where they stand in a paragraph, what else looks like one left out."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from analysis.voices.unread import LINK_END

GLYPHS = '"“”„‟«»「」『』〝〞〟❝❞＂″'
LONE = re.compile(f"[{GLYPHS}]")  # where none is written as several characters: found in half the time
_ENTITIES = {
    "quot": '"', "#34": '"', "#x22": '"', "ldquo": "“", "#8220": "“", "#x201c": "“", "rdquo": "”", "#8221": "”",
    "#x201d": "”", "bdquo": "„", "#8222": "„", "#x201e": "„", "laquo": "«", "#171": "«", "#xab": "«", "raquo": "»",
    "#187": "»", "#xbb": "»", "#132": "„", "#147": "“", "#148": "”",
}  # fmt: skip
ENTITY = rf"&(?:amp;){{0,3}}(?:{'|'.join(_ENTITIES)});"
_WRITTEN = re.compile(
    rf"\\\"|\"{{2,3}}|''|``|,,(?=\w)(?<![^\s(\[].,)|<<(?=[^\s<])|>>(?!>)(?<=[^\s>]..)|[{GLYPHS}]|{ENTITY}",
    re.IGNORECASE,
)
_SEVERAL = (  # in marks of several characters
    *(("''", "'"), ("``", "`"), ('""', '"'), ("&", ";"), ("<<", ">>"), ("\\", '"'), (",,", ",,")),
)
_TWICE = re.compile("‘‘|’’|‘’")
_SAME = {"＂": '"', "″": '"', ",,": "„", "〟": "〞", "‘‘": "“", "’’": "”", "‘’": '"', "<<": "«", ">>": "»"}
_TAG = re.compile(r"(?<!<)<[/!a-zA-Z][^<>\n]{0,2000}>")
_INCH = re.compile(r"\d(?:[\"”″]|'')")
_FEET = re.compile(r"\d['’′]\s?\d{1,2}$")
LOOKED_AT = 12  # marks after an inch mark
_AFTER_INCH = re.compile(r"[ -](?:[a-z]|\d)|,? ?[\"”″]")  # a 12" gun


class Glyph(NamedTuple):
    """A quotation mark: its place, and the one character that it stands for."""

    start: int
    end: int
    glyph: str


def find_glyphs(paragraph: str) -> list[Glyph]:
    """Find the marks of a paragraph, those within tags and addresses and of inches left out."""
    if any(one in paragraph and other in paragraph for one, other in _SEVERAL):
        marks = [Glyph(*match.span(), _glyph_of(match[0])) for match in _WRITTEN.finditer(paragraph)]
        marks = _without_cell(paragraph, marks)
    else:
        marks = [Glyph(match.start(), match.end(), match[0]) for match in LONE.finditer(paragraph)]
        if any(glyph in paragraph for glyph in "＂〟″"):
            marks = [mark._replace(glyph=_SAME.get(mark.glyph, mark.glyph)) for mark in marks]
    if _has_twice(paragraph):
        twice = [Glyph(*match.span(), _SAME[match[0]]) for match in _TWICE.finditer(paragraph)]
        marks = sorted([*marks, *twice])
    for sign, pattern in (("<", _TAG), ("](", LINK_END)):
        if sign in paragraph:
            marks = _outside(marks, [match.span() for match in pattern.finditer(paragraph)])
    if not any(mark.start and paragraph[mark.start - 1].isdigit() for mark in marks) or not _INCH.search(paragraph):
        return marks
    return [mark for number, mark in enumerate(marks) if not _is_inch(paragraph, marks, number)]


def _has_twice(paragraph: str) -> bool:
    """Tell whether single marks set twice stand for double ones: ‘‘We go,’’ or ‘’We go,‘’."""
    if "‘’" in paragraph:
        return True
    return "’’" in paragraph and ("‘‘" in paragraph or paragraph.count("“") > paragraph.count("”"))


def _glyph_of(written: str) -> str:
    if written[0] == "&":
        return _ENTITIES[written.lower().replace("amp;", "").strip("&;")]
    return '"' if written[-1] == '"' else _SAME.get(written, written)


def _without_cell(paragraph: str, marks: list[Glyph]) -> list[Glyph]:
    """Leave out the marks around a table's cell whose own marks are doubled: "The mayor said ""no"" again"."""
    doubled = [mark for mark in marks if paragraph.startswith('""', mark.start)]
    outer = len(marks) - len(doubled) == 2 and doubled and not paragraph.startswith('""')
    if len(marks) - len(doubled) == 1 and paragraph.startswith('"') and paragraph.rstrip().endswith('"""'):
        return doubled  # "The mayor said: ""No."""
    around = outer and paragraph[0] == '"' and paragraph.rstrip().endswith('"') and not paragraph.endswith('""')
    return doubled if around else marks


def _outside(marks: list[Glyph], spans: list[tuple[int, int]]) -> list[Glyph]:
    """Keep the marks that lie outside of stretches."""
    ends = [stop for _, stop in spans]
    return [
        mark for mark in marks if not any(start <= mark.start for start, _ in spans[bisect_left(ends, mark.end) :][:1])
    ]


def _is_inch(paragraph: str, marks: list[Glyph], number: int) -> bool:
    """Tell 6'2" and a 12" gun from a quotation that ends in a number."""
    at, end, glyph = marks[number]
    if glyph not in ('"', "”", "''") or not at or not paragraph[at - 1].isdigit():
        return False
    if _FEET.search(paragraph[max(0, at - 6) : at]):
        return not (glyph == "”" and _is_last_closer(paragraph, marks, number))
    if glyph != "”" and number % 2 == 0 and len(marks) % 2 == 1:
        return True
    return bool(_AFTER_INCH.match(paragraph, end)) and not _is_last_closer(paragraph, marks, number)


def _is_last_closer(paragraph: str, marks: list[Glyph], number: int) -> bool:
    """Whether the mark after one does not close what was open before both: it opens anew, or there is none."""
    for start, end, glyph in marks[number + 1 : number + 1 + LOOKED_AT]:
        if paragraph[start - 1].isdigit() and _AFTER_INCH.match(paragraph, end):
            continue
        before = paragraph[start - 1]
        return number == 0 or glyph == "“" or before.isspace() or before in "([—–"
    return True
