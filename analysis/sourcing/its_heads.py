"""Whose president "its president" is: of the body that stands before, which says the role; of none, where none does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from analysis.people.lists import given_names
from analysis.sourcing.roles import GOVERNMENT, WORD, find_role_words, load_roles, split_phrase
from analysis.sourcing.states import PRESIDENTS, STATES, is_land, load_state_names
from analysis.texts.characters import straighten

ITS = frozenset(["its", "their"])
OWNED = re.compile(r"\b(?:its|their)\b", re.IGNORECASE)
ENDS = re.compile(r"(?<=[^\W\d_]{2})[.!?][\"”’)]*\s+(?=\S)|\n+")
FURTHEST, AFTER, LOOKED = 4, 5, 500  # words from its to the office; behind it, before a body; characters looked back
LETTERED = frozenset(["u.s", "u.k", "us", "uk"])
ADJECTIVES = frozenset(  # of anybody's noun: the political storm
    ["federal", "political", "legal", "presidential", "royal", "municipal", "provincial", "judicial", "scientific",
     "congressional", "religious", "senatorial", "gubernatorial", "legislative", "diplomatic"]
)  # fmt: skip


def find_role_of_its(text: str, at: int, words: Sequence[str]) -> str | None:
    """The role of somebody who is "its president", "their chairman"; "" where nothing tells it, None of other offices.

    at: where in the text the phrase ends, or begins; words: of the phrase, from `split_phrase`.
    """
    owned = max((place for place, word in enumerate(words) if word in ITS), default=-1)
    if owned < 0:
        return None
    found = find_role_words(words[owned + 1 :])
    if not found or found[0].start >= FURTHEST or found[0].kind != "anybody" or found[0].role not in ("", GOVERNMENT):
        return None
    head = found[0]
    if any(one.start - head.stop < AFTER for one in found[1:]):
        return None  # its president and a judge
    office = " ".join(words[owned + 1 :][head.start : head.stop])
    *_, before, own = ["", *split_sentences_before(text, at)]
    place = max((one.start() for one in OWNED.finditer(own)), default=len(own))
    said = (_role_of_first(stretch, office, text) for stretch in (own[:place], before))
    return next((role for role in said if role is not None), "")


def split_sentences_before(text: str, at: int) -> list[str]:
    """Split some of the text before a place into sentences, the last of which goes on behind it."""
    since = max(0, at - LOOKED)
    stops = [since, *(end.end() for end in ENDS.finditer(text, since, at)), at]
    return [text[start:stop] for start, stop in pairwise(stops)]


def _role_of_first(stretch: str, office: str, text: str) -> str | None:
    """The role of the first body, or state, that a stretch of text names; None where it names none."""
    words, bodies = split_phrase(stretch), load_roles().bodies
    found = find_role_words(words)
    named: dict[int, str] = {}
    for one, after in zip_longest(found, found[1:]):
        key = " ".join(words[one.start : one.stop])
        titled = after is not None and after.start == one.stop  # the police chief; an oil company is a company
        if key in bodies and key not in ADJECTIVES and not titled:
            named[one.start] = bodies[key]
    within = {place for one in found for place in range(one.start - 1, one.stop)}  # the Ruritania Bank is no state
    state = GOVERNMENT if office in PRESIDENTS else ""
    for place in _find_states(stretch, words, text):
        if place not in within:
            named.setdefault(place, state)
    return named[min(named)] if named else None


def _find_states(stretch: str, words: Sequence[str], text: str) -> list[int]:
    """Find the words with which a state is called: the country, Ruritania."""
    written = WORD.findall(straighten(stretch))
    names, given = load_state_names() | LETTERED, given_names()
    found = []
    for place, word in enumerate(words):
        capital = written[place][0].isupper() and word not in given
        longer = any(" ".join(words[place : place + size]) in names for size in (1, 2, 3))
        if word in STATES or (capital and (longer or is_land(word, text))):
            found.append(place)
    return found
