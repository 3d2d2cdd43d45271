"""Clauses without "that": said [he would go], from objects, places and words that only look like one."""

from __future__ import annotations

from functools import lru_cache

from analysis.voices.cues import Cue
from analysis.voices.finite_verbs import MOST_KEPT, can_be_verb, contracted, holds_verb, is_verb
from analysis.voices.lines import Line
from analysis.voices.phrases import POINTERS, REACH, WALLS, is_measure
from analysis.voices.phrases_behind import TRAILING, phrase_from
from analysis.voices.tokens import QUOTE
from analysis.words.classes import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    NEGATIONS,
    OBJECT_PRONOUNS,
    PERSONAL,
    PREPOSITIONS,
    is_adverb,
)

MAY_END = frozenset([QUOTE, "to"])  # a phrase may go on: the "France Proud" party, aides close to Lee
LENIENT = frozenset(  # verbs that take hardly anything but a clause
    ["say", "think", "believe", "insist", "argue", "hope", "contend", "complain", "joke", "quip"]
)
BESIDE = frozenset([",", "in", "on", "with", "from", "at", "for", "by"])  # behind an "it" that does nothing
VAGUE = frozenset(["nothing", "something", "anything", "everything", "little"])
DEGREES = frozenset(["much", "more", "less", "up", "before", "this", "that"])
FRACTIONS = ("half", "one-", "two-", "three-")


def is_clause(line: Line, at: int, hi: int) -> bool:
    """Tell whether a noun phrase and its verb begin at a token."""
    low = line.lows[at]
    if contracted(low) or (low in PERSONAL and low not in POINTERS):
        return at + 1 < hi
    if not _may_hold_verb(line, at + 1, hi):
        return False
    after = at + 1 if low in POINTERS and at + 1 < hi and is_verb(line, at + 1) else phrase_from(line, at, hi)[1]
    while at < after < hi and (is_adverb(line.lows[after]) or line.lows[after] in NEGATIONS):
        after += 1
    return at < after < hi and is_verb(line, after)


def _may_hold_verb(line: Line, at: int, hi: int) -> bool:
    """Tell whether a verb may stand behind a noun phrase: none does where the phrase ends before any word like one."""
    told = map(_ends_phrase, line.words[at : min(hi, at + REACH)])
    return next(filter(None, told), "") != "wall"


@lru_cache(maxsize=MOST_KEPT)
def _ends_phrase(word: str) -> str:
    """Say what ends any noun phrase before it: a word that may be a "verb", or a "wall" that can be none; else ""."""
    low = word.lower()
    if can_be_verb(word):
        return "verb"
    parts = low in WALLS or low == "," or (low in PREPOSITIONS and low not in TRAILING)
    return "wall" if parts and not (low in MAY_END or is_adverb(low) or low in NEGATIONS) else ""


def starts_clause(line: Line, at: int, hi: int, cue: Cue) -> bool:
    """Tell a clause without "that" (said he would go) from an object or a place."""
    low = line.lows[at]
    if contracted(low) or (low in PERSONAL and low not in ("this", "these", "those", "that", "one")):
        after = line.lows[at + 1] if at + 1 < hi else "."
        if low in ("it", "you") and (after in BESIDE or (after == "to" and "thought" not in cue.kinds)):
            return line.lows[at + 2 : at + 3] == ["too"]  # believe it, she left; as we know it in Kent
        if low == "it" and (after in DETERMINERS or after in DEGREES):
            return False  # considers it a good deal, judged it much worse
        return after not in ".!?;:)"
    if low == "her" and at + 2 < hi and (line.words[at + 1][0].islower() or line.words[at + 1][0] in "$£€"):
        return cue.lemma in LENIENT or holds_verb(line, at + 2, min(hi, at + 12))
    if low in AUXILIARIES and "speech" in cue.kinds and cue.lemma in LENIENT:
        return True
    if is_measure(line, at) or _is_share(line, at):
        return is_clause(line, at + (low == "about"), hi)
    if low in PREPOSITIONS or low in CONJUNCTIONS or low in AUXILIARIES or low in OBJECT_PRONOUNS or low == "to":
        return False
    if not low[0].isalnum() and low != QUOTE:
        return False
    if cue.lemma in LENIENT:
        return hi - at > 2 and not _is_vague(line, at, hi) and locate_past_vague(line, at, hi) == at
    return is_clause(line, at, hi)


def locate_past_vague(line: Line, at: int, hi: int) -> int:
    """Step over "nothing about", "almost nothing about": behind it stands of what somebody says it, and no clause."""
    here = at
    while here < hi and is_adverb(line.lows[here]):
        here += 1
    return here + 2 if here + 2 < hi and line.lows[here] in VAGUE and line.lows[here + 1] == "about" else at


def _is_vague(line: Line, at: int, hi: int) -> bool:
    """Tell "said a lot.", "said little, ..." and "easier said than done", in which no clause follows."""
    last = at + 1 + (line.lows[at : at + 2] == ["a", "lot"])
    vague = last > at + 1 or line.lows[at] in VAGUE
    return line.lows[at] == "than" or (vague and (last >= hi or line.words[last] in ",.;!?"))


def _is_share(line: Line, at: int) -> bool:
    """Tell "about one-third", "about 40" from what is predicted about somebody."""
    after = line.lows[at + 1] if at + 1 < len(line.lows) else "."
    return line.lows[at] == "about" and (after[0].isdigit() or after.startswith(FRACTIONS))
