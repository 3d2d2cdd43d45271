"""Headings in Title Case, read as if they were written small: "Lee Backs a New Tax" is "Lee backs a new tax"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from analysis.people.lists import given_names, load_list
from analysis.voices.bodies_meant import PAPERS
from analysis.voices.cues import load_cues
from analysis.voices.digests import DASHES, find_paper
from analysis.voices.finite_verbs import finite_verbs
from analysis.voices.lines import Line
from analysis.voices.phrases import NOWHERE
from analysis.voices.referents import Referents
from analysis.voices.senses import load_senses
from analysis.voices.tokens import QUOTE
from analysis.words.classes import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
)

LONGEST = 30  # tokens of a heading
FEWEST = 4
MOSTLY = 0.75  # share of words with a capital, small ones aside
RUNNING = (ADVERBS | AUXILIARIES | PERSONAL) - {"a", "il"}  # small ones that headings write with a capital
NAMES = frozenset(["will", "may"])
SMALL = ADVERBS | AUXILIARIES | CONJUNCTIONS | DETERMINERS | PERSONAL | POSSESSIVES | PREPOSITIONS | SUBORDINATORS


def is_title_case(line: Line) -> bool:
    """Tell a heading in which nearly every word has a capital, though not all letters are."""
    if not FEWEST <= len(line.words) <= LONGEST:
        return False
    if line.words[0] == QUOTE and line.words[1] in DASHES:
        return False  # "We stay" – Minister Ann Lee
    if line.words[-2:] == [":", QUOTE] and line.lows[-3] in PAPERS:
        return False  # Weir Valley Times: "..."
    if line.words[-2:] == [":", QUOTE] and find_paper(line, 0, len(line.words) - 2) != NOWHERE:
        return False  # Fire in Hull - Kent Times: "..."
    if not _running().isdisjoint(line.words):
        return False  # Then there was this from Judge Ann Lee: ...; "We stay," said the Norland Working Group
    long = [word for word, low in zip(line.words, line.lows, strict=True) if low[0].isalpha() and low not in SMALL]
    capital = sum(word[0].isupper() and not word.isupper() for word in long)
    return len(long) >= FEWEST - 1 and capital >= MOSTLY * len(long)


@cache
def _running() -> frozenset[str]:
    """List the words that stand small in prose and with a capital in a heading: verbs, helpers, adverbs."""
    return RUNNING | load_cues().forms.keys() | finite_verbs()


def make_small_line(line: Line, people: Referents) -> Line:
    """Write those words of a heading small that can be verbs, or small words, and are no names in the text."""
    words = [_lower(word, low, people) for word, low in zip(line.words, line.lows, strict=True)]
    return replace(line, words=[line.words[0], *words[1:]])


def _families() -> frozenset[str]:
    return load_list("family_names")


def _lower(word: str, low: str, people: Referents) -> str:
    if word == QUOTE or not word[0].isupper() or word.isupper():
        return word
    if low in SMALL and low not in NAMES:
        return low
    if low in given_names() or (people.has_family(word) and (low not in load_cues().forms or word in _families())):
        return word
    return low if low in load_senses().verbs or is_adverb(low) else word
