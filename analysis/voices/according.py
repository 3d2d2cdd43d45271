"""Clauses beside "according to X": before it, behind it, or around it."""

from __future__ import annotations

from analysis.people.titles import ROLES, TITLES
from analysis.voices.complements import is_clause
from analysis.voices.cues import Attribution
from analysis.voices.described_people import is_person_noun
from analysis.voices.ends import strip_stops
from analysis.voices.finite_verbs import holds_verb
from analysis.voices.lines import Line
from analysis.voices.object_lists import is_finite
from analysis.voices.phrases import NOWHERE
from analysis.voices.reported import Reported
from analysis.voices.several import find_capitals_end
from analysis.words.classes import CONJUNCTIONS, DETERMINERS, PERSONAL

CLAUSE_OPENING = DETERMINERS | (PERSONAL - {"who", "which"}) | {"there"}
DESCRIBING = frozenset(["a", "an", "the", "his", "her", "its", "their", "one", "former"])
LONGEST = 20  # tokens of what somebody is called
CONTRASTED = frozenset(["but", "while", "whereas", "though", "although", "yet"])


def find_according(line: Line, lo: int, hi: int, attributions: list[Attribution], tied: set[int]) -> list[Reported]:
    """Read "According to X, ...", "..., according to X" and "..., according to X, ..."."""
    phrases = [] if tied else [one for one in attributions if one.cue.form == "phrase"]
    if not phrases:
        return []
    attribution = phrases[0]
    after, before = _locate_past_described(line, attribution.subject[1], hi), attribution.first - 1
    announced = line.words[before] == ":" and any(one.last == before for one in attributions)
    lo = attribution.first if announced else lo  # Reuters reports: According to ...
    others = [one for one in attributions if one.first < before and one.subject != NOWHERE]
    if others and "that" in line.lows[max(lo, before - 1) : attribution.first]:
        return []  # X reported that, according to Y, ...: what X reported
    comma = next((at for at in range(after, hi) if line.lows[at] == ","), hi)
    parts = []
    if attribution.first > lo + 2:
        parts.append(Reported(lo, strip_stops(line, lo, attribution.first), attribution, "according"))
    between = after < hi and line.lows[after] == "," and line.lows[before] == ","
    between = between and comma + 1 < hi
    whole = between and not (line.lows[comma + 1] in CONJUNCTIONS or is_finite(line, comma + 1, hi))
    if attribution.first <= lo + 2 or (between and not (whole and holds_verb(line, lo, before))):
        bare = attribution.first <= lo + 2 and after < comma and line.lows[after] in CLAUSE_OPENING
        bare = bare and holds_verb(line, after, comma)  # According to X the ship was lost
        start = after if bare else comma + 1
        parts.append(
            Reported(
                start, strip_stops(line, start, _other_clause(line, start, hi, attributions)), attribution, "according"
            )
        )
    return parts


def _locate_past_described(line: Line, comma: int, hi: int) -> int:
    """Step over what somebody is called: "According to Roe, [43, a clerk and a judge,] the road is shut"."""
    while comma + 1 < hi and line.words[comma] == ",":
        stop = next((at for at in range(comma + 1, min(hi, comma + LONGEST)) if line.words[at] == ","), hi)
        aged = stop == comma + 2 and line.lows[comma + 1].isdigit()
        if stop + 1 >= hi or not (aged or _is_described(line, comma + 1, stop) or _is_name(line, comma, stop)):
            break
        if not (aged or is_clause(line, stop + 1, hi) or is_finite(line, stop + 1, hi)):
            break
        comma = stop
    return comma


def _is_name(line: Line, comma: int, stop: int) -> bool:
    """Tell "the spokeswoman[, Vera Klim,] the convoy left" from "the spokeswoman, London is full"."""
    low, word = line.lows[comma - 1], line.words[comma - 1]
    called = word[0].islower() and (low in ROLES or low in TITLES or is_person_noun(low))
    return called and stop - comma > 2 and find_capitals_end(line, comma + 1, stop) == stop


def _is_described(line: Line, first: int, last: int) -> bool:
    """Tell "the vice president and head of sales" and "a retired nurse" from "the court erred" and "in May"."""
    low, relative = line.lows[first], "who" in line.lows[first:last]
    if low == "who" or low not in DESCRIBING or (holds_verb(line, first, last) and not relative):
        return low == "who"
    return any(low in ROLES or low in TITLES or is_person_noun(low) for low in line.lows[first:last])


def _other_clause(line: Line, start: int, hi: int, attributions: list[Attribution]) -> int:
    """Return where somebody else's clause begins behind what is so according to X: ", but Y says ..."."""
    others = {one.begin for one in attributions if one.subject != NOWHERE and one.first > start}
    parted = next((at for at in range(start, hi - 1) if line.words[at] == ";" and at + 1 in others), hi)
    commas = (at for at in range(start, parted - 2) if line.words[at] == "," and line.lows[at + 1] in CONTRASTED)
    return next((at for at in commas if at + 2 in others), parted)
