"""A reported clause as tokens: where it begins and ends, and what announces it."""

from __future__ import annotations

from typing import NamedTuple

from analysis.voices.languages.announcing import Saying
from analysis.voices.languages.described import Subject
from analysis.voices.languages.passages import DASHES, STOPS, Passage
from analysis.voices.tokens import QUOTE

JOINTS = frozenset(",:") | DASHES | STOPS
DATELINE = 12  # tokens of the place, the day and the agency that open a report


class Told(NamedTuple):
    """A reported clause as tokens, and what announces it: a saying, or words that name who speaks; or neither."""

    first: int
    last: int
    saying: Saying | None
    form: str
    subject: Subject | None = None


def start_of_told(passage: Passage, lo: int, at: int) -> int:
    """Where a clause begins: behind signs and "and"."""
    lo = _end_of_dateline(passage, lo, at)
    while lo < at - 1:
        sign = not passage.words[lo][0].isalnum() and passage.words[lo] != QUOTE
        if not sign and passage.lows[lo] not in passage.rules["conjunctions"]:
            break
        lo += 1
    return lo


def _end_of_dateline(passage: Passage, lo: int, at: int) -> int:
    """Where a dateline that opens a paragraph ends: Paris (AFP) - ..., АСТАНА, 3 мая – ...; else where it began."""
    if lo:
        return lo
    dash = next((here for here in range(1, min(at - 1, DATELINE)) if passage.words[here] in DASHES), 0)
    before = passage.words[:dash]
    place = before and before[0][0].isupper()
    capitals = [word for word in before if word[0].isalpha() and word.isupper() and len(word) > 2]
    return dash + 1 if place and (before[-1] == ")" or (capitals and capitals[0] == before[0])) else lo


def end_of_told(passage: Passage, first: int, at: int) -> int:
    """Where a clause ends: before the comma and the dash that set its speaker off."""
    while at > first and passage.words[at - 1] in JOINTS:
        at -= 1
    return at


def end_of_zu(passage: Passage, comma: int, hi: int) -> int:
    """Where a German clause behind a comma ends that ends in an infinitive with "zu"; 0 if it does not."""
    stop = next((at for at in range(comma + 1, hi) if passage.words[at] in JOINTS), hi)
    last = passage.lows[stop - 1]
    with_zu = passage.lows[stop - 2] == "zu" or ("zu" in last[2:-3] and last.endswith("n"))
    return stop if stop - comma > 2 and passage.words[stop - 1][0].islower() and with_zu else 0
