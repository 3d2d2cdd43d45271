"""Whose interview, briefing or statement a heading announces."""

from __future__ import annotations

import re

from analysis.people.names import SEQUENCE, given_names, is_personal, split_sequence, strip_titles
from analysis.voices.referents import Referents
from analysis.voices.role_labels import is_lone_name
from analysis.words.classes import MONTHS

OCCASION = re.compile(
    r"\b(?:interview|briefing|remarks|speech|address|comments?|commentary|statement|answers?|q&a|press conference|talk|"
    r"message|greetings?|article|intervention)\b",
    re.IGNORECASE,
)
OWNED = re.compile(rf"\b(?P<name>[A-ZÀ-ÖØ-Þ][\w-]+)['’]s? (?:[\w-]+ ){{0,2}}(?:{OCCASION.pattern})")


def heading_person(
    text: str, lines: list[tuple[int, int]], people: Referents, title: str
) -> tuple[str, int, int] | None:
    """Find the person whose interview, briefing or statement a heading announces: name, start, end."""
    for start, end in lines[::-1]:
        if end - start < 400 and OCCASION.search(text, start, end):
            found = _last_person(text, start, end) or _owner(text, start, end)
            if found:
                return people.full_name(found[0]), found[1], found[2]
    found = _last_person(title, 0, len(title)) if OCCASION.search(title) else None
    return (people.full_name(found[0]), -1, -1) if found else None


def _owner(text: str, start: int, end: int) -> tuple[list[str], int, int] | None:
    """Return whose occasion it is where a surname alone says so: Main points of Lund's speech."""
    owned = OWNED.search(text, start, end)
    known = owned and is_lone_name([owned["name"]]) and owned["name"].lower() not in MONTHS
    return ([owned["name"]], *owned.span("name")) if owned and known else None


def _last_person(text: str, start: int, end: int) -> tuple[list[str], int, int] | None:
    """Return the words and the place of the last person named in a stretch."""
    for match in reversed(list(SEQUENCE.finditer(text, start, end))):
        for words in reversed(split_sequence(match.group())):
            name, _ = strip_titles(words)
            if is_personal(name) and name[0].lower() in given_names():
                at = text.find(name[0], match.start(), match.end())
                return name, at, match.end()
    return None
