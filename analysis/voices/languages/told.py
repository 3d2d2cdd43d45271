"""A reported clause as tokens: where it begins and ends, and what announces it."""

from __future__ import annotations

from typing import NamedTuple

from analysis.voices.languages.announcing import Saying
from analysis.voices.languages.described import Subject
from analysis.voices.languages.passages import DASHES, STOPS, Passage
from analysis.voices.tokens import QUOTE

JOINTS = frozenset(",:") | DASHES | STOPS


class Told(NamedTuple):
    """A reported clause as tokens, and what announces it: a saying, or words that name who speaks; or neither."""

    first: int
    last: int
    saying: Saying | None
    form: str
    subject: Subject | None = None


def start_of_told(passage: Passage, lo: int, at: int) -> int:
    """Where a clause begins: behind signs and "and"."""
    while lo < at - 1:
        sign = not passage.words[lo][0].isalnum() and passage.words[lo] != QUOTE
        if not sign and passage.lows[lo] not in passage.rules["conjunctions"]:
            break
        lo += 1
    return lo


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
    alone = stop - comma == 2 and "zu" in last[2:-3]  # forderte auf, einzugreifen
    return stop if (stop - comma > 2 or alone) and passage.words[stop - 1][0].islower() and with_zu else 0
