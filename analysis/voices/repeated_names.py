"""Names that a page repeats in full behind themselves, with whatever is glued to them: a card that shows on hovering.

"Sen. Ann Lund Ann Mary LundVote on dams nears MORE (D-Ohio) said" is "Sen. Ann Lund (D-Ohio) said". Signs are the name
that follows itself at once and a capital in mid-word behind it; where the rest ends, a lone MORE in capitals says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from analysis.people.lists import given_names
from analysis.people.titles import TITLES

_WORD = r"[A-Z][\w’'-]*[a-z]"
_GIVEN = rf"(?:(?:{_WORD}|[A-Z]\.|\({_WORD}\)) ){{1,5}}"
REPEATED = re.compile(
    rf"\b(?P<family>{_WORD}{{2}}) ?(?P<full>(?P<given>{_GIVEN})(?P=family))(?:(?=[A-Z\d])|(?![\w’']))"
)
TWICE = re.compile(rf"\b{_WORD} (?P<family>[A-Z][a-z]{{2,}})(?P<again>(?P=family))\b")  # Ann LundLund
GLUED = re.compile(r"[A-Z](?<=[a-z].)(?:[a-z]|(?<=M)ORE\b)")
AGAIN = re.compile(rf"(?P<given>{_WORD}) {_WORD} (?=[A-Z])(?P=given)\b")  # Ann Lund Ann
REST = re.compile(r"[^\n]{0,900}?(?<![A-Z])MORE\b")
BEFORE = re.compile(r"([\w.’'-]+) $")
REACH = 30  # characters of the word before a name


class Repeat(NamedTuple):
    """A stretch that repeats the name before it; name: the full one that it gives where only a family name stands."""

    start: int
    end: int
    name: str


def find_repeated_names(text: str) -> list[Repeat]:
    """Find the stretches of a text that repeat the name before them, in order."""
    if not (GLUED.search(text) or AGAIN.search(text)):
        return []
    repeats = [match for match in _list_repeats(text) if _is_repeat(text, match)]
    cards = any(_is_glued(text, match.end()) and REST.match(text, match.end()) for match in repeats)
    found = [Repeat(*match.span("again"), "") for match in TWICE.finditer(text)]
    for match in repeats:
        rest = REST.match(text, match.end()) if cards else None
        found.append(Repeat(match.start("full"), rest.end() if rest else match.end(), _name_of(text, match)))
    return sorted(found)


def _name_of(text: str, match: re.Match) -> str:
    """Give the full name behind a title and a family name: Donald Trump for "President Trump Donald John Trump"."""
    before = BEFORE.search(text, max(0, match.start() - REACH), match.start())
    if before and before[1][0].isupper() and before[1].lower().rstrip(".") not in TITLES:
        return ""
    given = match["given"].split()
    called = next((word[1:-1] for word in given if word[0] == "(" and word[1:-1].lower() in given_names()), given[0])
    return f"{called} {match['family']}"


def _list_repeats(text: str) -> Iterable[re.Match]:
    """List where a name is followed by words that end in it; those words may be such a name themselves."""
    at = 0
    while match := REPEATED.search(text, at):
        yield match
        at = match.end("family") if not _is_repeat(text, match) else match.end()


def _is_glued(text: str, at: int) -> bool:
    return text[at : at + 1].isupper() or text[at : at + 1].isdigit()


def _is_repeat(text: str, match: re.Match) -> bool:
    """Tell "Lund Ann Mary LundVote" and "Ann Lund Ann Mary Lund" from "Paul Ryan Rand Paul"."""
    first = match["given"].split()[0].strip("()")
    known = first.lower() in given_names()
    before = BEFORE.search(text, max(0, match.start() - REACH), match.start())
    if _is_glued(text, match.end()) or match.start("full") == match.end("family"):
        return known or (before is not None and before[1] == first)
    if before is None or match["family"].lower() in given_names():
        return before is not None and before[1] == first
    return before[1] == first or (before[1].lower().rstrip(".") in TITLES and known)
