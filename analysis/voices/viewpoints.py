"""Whose view a sentence gives that opens with it: "To Ms. Gil, [it is art]", "In a poll, [she leads by six]"."""

from __future__ import annotations

from analysis.people.titles import ROLES
from analysis.voices.cues import Attribution, Cue
from analysis.voices.described_people import is_person_noun
from analysis.voices.finite_verbs import holds_verb
from analysis.voices.lines import Line
from analysis.voices.phrases_behind import phrase_from
from analysis.words.classes import BE, CONJUNCTIONS, MONTHS, POSSESSIVES

POLLS = frozenset(["poll", "polls", "polling", "survey", "surveys"])
ANYONE = frozenset(["many", "most", "some", "others", "him", "her", "them"])
POINTING = frozenset(["it", "this", "that", "he", "she", "they"])
REPLIES = frozenset(["response", "reply", "reaction", "answer"])
VIEWS = frozenset(["view", "opinion", "eyes", "judgment", "judgement", "telling", "estimation", "mind"])
OWN = frozenset(["my", "our"])
FAR = 16  # tokens of such an opening


def find_viewpoints(line: Line, lo: int, hi: int) -> list[Attribution]:
    """List the phrases that say whose view it is, with which a sentence or what stands behind its semicolons opens."""
    if lo >= hi:
        return []
    begins = [lo, *(at + 1 for at in range(lo, hi - 1) if line.words[at] == ";")]
    return [found for begin in begins if (found := _viewpoint_at(line, begin, hi))]


def _viewpoint_at(line: Line, lo: int, hi: int) -> Attribution | None:
    at = lo + (line.lows[lo] in CONJUNCTIONS)
    if at + 3 >= hi or line.lows[at] not in ("in", "to"):
        return None
    comma = next((here for here in range(at + 2, min(hi - 1, at + FAR)) if line.words[here] == ","), hi)
    if line.lows[at] == "in":
        polled = comma < hi and not POLLS.isdisjoint(line.lows[at:comma]) and not holds_verb(line, at + 1, comma)
        polled = polled and line.lows[at + 1] not in REPLIES  # In response to a poll, Lund
        subject = (at + 1, comma)
        if comma < hi and _is_owned_view(line, at + 1, comma - 1):
            polled, subject = True, (at + 1, comma - 1)
    else:
        single = line.lows[at + 1] in ANYONE
        subject = (at + 1, at + 2) if single else phrase_from(line, at + 1, hi)
        polled = subject[0] == at + 1 and (single or _is_somebody(line, *subject)) and _opens_view(line, subject[1], hi)
    cue = Cue(line.lows[at], "phrase", frozenset({"speech"}))
    return Attribution(at, at + 1, subject, cue, inverted=True) if polled else None


def _is_owned_view(line: Line, first: int, noun: int) -> bool:
    """Tell "In his view," and "In the mayor's opinion," from "In my view," and "In a view of the town,"."""
    if line.lows[noun] not in VIEWS or noun <= first or line.lows[first] in OWN:
        return False
    low = line.lows[noun - 1]
    return (low in POSSESSIVES and noun == first + 1) or low.endswith(("'s", "’s", "s'", "s’"))


def _is_somebody(line: Line, first: int, last: int) -> bool:
    """Tell "Ms. Gil", "the mayor", "voters" from "Ohio's shock" and "that"."""
    low = line.lows[last - 1]
    named = last > first + 1 and all(word[0].isupper() or word == "." for word in line.words[first:last])
    return low not in MONTHS and (named or low in ROLES or is_person_noun(low))


def _opens_view(line: Line, at: int, hi: int) -> bool:
    """Tell what a view begins with: a comma, or "it is"."""
    if at + 2 >= hi:
        return False
    return line.words[at] == "," or (line.lows[at] in POINTING and line.lows[at + 1] in BE)
