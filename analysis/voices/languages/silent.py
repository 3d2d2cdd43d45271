"""Verbs without a pronoun, and words for "that" which are "who" too, in languages such as Spanish: (he) added that."""

from __future__ import annotations

from analysis.voices.languages.announcing import Saying
from analysis.voices.languages.passages import DASHES, STOPS, Passage
from analysis.voices.tokens import QUOTE


def stands_alone(passage: Passage, saying: Saying, lo: int, hi: int) -> bool:
    """Whether a verb is set off on both sides, so that whoever spoke last is meant: ..., (he) assured, ..."""
    if not passage.rules.silent or saying.begin <= lo:
        return False
    before, last = passage.lows[saying.begin - 1], saying.last
    closed = last >= hi or passage.lows[last] == "," or passage.words[last] in STOPS or passage.words[last] in DASHES
    return closed and (before == "," or before == QUOTE.lower() or before in DASHES)


def is_that_who(passage: Passage, at: int, saying: Saying) -> bool:
    """Whether "that" is "who" behind a comma: said X, who lives there; the mayor, who recalled that."""
    rules = passage.rules
    if passage.lows[at] not in rules["who"] or not at or passage.lows[at - 1] != ",":
        return False
    inverted = saying.subject is not None and saying.subject.first >= saying.last
    after = passage.lows[at + 1] if at + 1 < len(passage.lows) else ""
    return inverted or after in rules.verbs or after in rules["helpers"]


def end_of_relative(passage: Passage, saying: Saying, first: int, hi: int) -> int:
    """Where a relative clause that tells what was said ends before its main clause: X, who said he was ill, asked."""
    rules, opening = passage.rules, saying.opening
    if rules.has_cases or rules.capitals or opening < 2 or passage.lows[opening - 1] not in rules["who"]:
        return hi
    if passage.lows[opening - 2] != ",":
        return hi
    for at in range(first + 1, hi - 1):
        after = passage.lows[at + 1]
        if passage.lows[at] == "," and (after in rules.verbs or after in rules.urges or after in rules["helpers"]):
            return at
    return hi


def is_noun_too(passage: Passage, at: int) -> bool:
    """Whether a form that a noun has too stands behind an article: la denuncia."""
    rules = passage.rules
    return passage.lows[at] in rules["also_nouns"] and passage.lows[at - 1] in rules["articles"]


def stands_first(passage: Passage, at: int) -> bool:
    """Whether a word opens its sentence, or stands behind a comma or a quotation."""
    before = passage.words[at - 1] if at else ""
    return passage.opens_sentence(at) or before == "," or before == QUOTE or not before[:1].isalnum()
