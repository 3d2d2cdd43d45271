"""Noun phrases that begin at a token: "said [Will Doyle of Kent] on Monday"."""

from __future__ import annotations

from functools import lru_cache

from analysis.people.titles import ROLES
from analysis.voices.finite_verbs import MOST_KEPT, can_be_verb, contracted, is_object_start, is_verb
from analysis.voices.inner_verbs import begins_predicate, points
from analysis.voices.lines import Line, is_short_run, start_of
from analysis.voices.phrases import (
    ARTICLES,
    BEFORE_ARTICLES,
    CLOSE,
    DESCRIBING,
    NOWHERE,
    OPENING,
    PERSONS,
    POINTERS,
    REACH,
    SENT,
    WALLS,
    is_measure,
    joins_names,
)
from analysis.voices.senses import load_senses
from analysis.voices.tokens import QUOTE
from analysis.words.classes import (
    AUXILIARIES,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
)

TRAILING = frozenset(["of", "for", "from", "at", "with", "de"])  # ... when it stands after its verb
BEFORE_NOUNS = ARTICLES | {"of"}  # of the meeting
EARLY_ADVERBS = frozenset(["also", "already", "never", "still", "then"])
ENDING = ARTICLES | EARLY_ADVERBS | {"to", "who", "which", "and", "but", "that", "known", ".", ",", '"', ',"', ""}


def phrase_from(line: Line, at: int, hi: int) -> tuple[int, int]:
    """Take the noun phrase that starts at a token; NOWHERE if none does."""
    at += 2 * (at < hi and is_measure(line, at))
    first, hi = at, min(hi, at + REACH)
    if at >= hi:
        return NOWHERE
    low = line.lows[at]
    if low in PERSONAL and not (
        low in POINTERS and at + 1 < hi and line.lows[at + 1].replace("-", "").isalpha() and not is_verb(line, at + 1)
    ):
        return (at, at + 1)
    if (
        low in SUBORDINATORS
        or (low in AUXILIARIES and not _is_named_will(line, at))
        or low in PREPOSITIONS
        or low in ("whose", "which")
        or contracted(low)
        or (low == "such" and line.lows[at + 1 : at + 2] == ["as"])
        or _holds_verb(low)
        or not (low[0].isalnum() or low[0] in "#@")
    ):
        return NOWHERE
    if low[0] == "@":
        return (at, at + 1)
    words = line.words
    while at < hi and not (_can_end(words[at]) and _ends_at(line, at, first, hi)):
        at += 1
    at -= at < hi and _is_verb_before_article(line, first, at)
    return (first, at) if at > first else NOWHERE


def _is_verb_before_article(line: Line, first: int, article: int) -> bool:
    """Tell the verb of "Mr. Lund cast the numbers in a bad light" from a noun."""
    at = article - 1
    if line.lows[article] not in ARTICLES or at <= first or not line.words[at - 1][0].isupper():
        return False
    return line.words[at][0].islower() and line.lows[at] in load_senses().verbs and line.lows[at] not in ROLES


def _holds_verb(low: str) -> bool:
    """Tell "let's" and "how's", with which no phrase begins, from Lee's."""
    word = low[:-2] if low.endswith(("'s", "’s")) else ""
    return word == "let" or word in SUBORDINATORS


def _is_named_will(line: Line, at: int) -> bool:
    """Tell "said Will Doyle" from "Will Trump win?"."""
    middle = at > 0 and line.words[at - 1] not in (".", "?", "!", QUOTE)
    return middle and at + 1 < len(line.words) and line.words[at][0].isupper() and line.words[at + 1][0].isupper()


@lru_cache(maxsize=MOST_KEPT)
def _can_end(word: str) -> bool:
    """Whether there is a word beside which it can belong to no noun phrase; most words have none."""
    low = word.lower()
    listed = low in WALLS or low in PERSONS or low in PREPOSITIONS or low in SUBORDINATORS or low in ENDING
    verb = can_be_verb(word) or low in load_senses().verbs
    return listed or verb or is_adverb(low) or low.endswith(("s", "ing"))


def _ends_at(line: Line, at: int, first: int, hi: int) -> bool:
    """Tell whether the token cannot belong to the noun phrase that precedes it."""
    low = line.lows[at]
    if low == ".":
        glued = at + 1 < hi and start_of(line, at + 1) == line.ends[at]  # Briefing.com
        short = "." in line.words[at - 1] and line.words[at + 1 : at + 2] > [""]  # the U.S. must act
        return not (
            at + 1 < hi and line.words[at - 1][0].isupper() and (glued or short or line.words[at + 1][0].isupper())
        )
    if low == QUOTE:
        return not (at + 1 < hi and line.words[at + 1][0].islower() and is_short_run(line, at))
    if low in WALLS or low in ',"' or (at > first and (low in PERSONS or is_verb(line, at))):
        return True
    if (low in EARLY_ADVERBS and at > first) or begins_predicate(line, first, at):
        return True
    if low in ARTICLES and at > first and line.words[at - 1][0].isalnum() and line.lows[at - 1] not in BEFORE_ARTICLES:
        return True
    if low == "to" and line.lows[at - 1] in CLOSE:
        return False
    if low == "to" and line.lows[at - 1] in SENT:  # an aide to the mayor; told an aide to leave
        return at + 1 >= hi or (line.words[at + 1][0].islower() and line.lows[at + 1] not in DETERMINERS)
    if low == "known" and at > first and line.lows[at + 1 : at + 2] in (["as"], ["to"], ["only"]):
        return line.lows[at - 1] not in DETERMINERS  # a man known as Lefty
    if low in PREPOSITIONS:
        return low not in TRAILING and not (low in DESCRIBING and line.lows[at - 1] in OPENING and at > first)
    if low == "that" and at - 1 > first and points(line, at):
        return False
    if low in SUBORDINATORS or low in ("to", "who", "which", "and", "but", "that"):
        return not (low == "and" and joins_names(line, at, first, hi))
    named = (
        at > first
        and line.words[at][0].islower()
        and line.words[at - 1][0].isupper()
        and line.lows[at - 1] not in DETERMINERS
    )
    ends = low.endswith("s") and not low.endswith(("ss", "'s", "’s")) and is_object_start(line, at + 1)
    doing = low.endswith("ing") and "-" not in low and line.words[at][0].islower()  # no rule-breaking, no Hlaing
    doing = doing and ROLES.isdisjoint(line.lows[at + 1 : min(hi, at + 2)])  # former CIA acting director
    return (named and (doing or is_adverb(low) or (ends and low[:-1] not in ROLES))) or (
        at > first + 1
        and doing
        and len(low) > 5
        and line.lows[at - 1] not in BEFORE_NOUNS
        and line.lows[at - 1] not in load_senses().adjectives  # a new accounting
    )
