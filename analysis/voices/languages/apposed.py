"""Names that stand apart from their role: the head of the committee for culture Ann Lee; the director, Ann Lee."""

from __future__ import annotations

from analysis.voices.languages.described import Subject
from analysis.voices.languages.passages import STOPS, Passage
from analysis.voices.languages.phrases import BRACKET, LONGEST, WALLS, is_subject_noun
from analysis.voices.tokens import QUOTE

STRANGE = 3  # words of a name that no list has
FURTHER = 6  # tokens behind a preposition in which the name of a role may stand


def name_further(passage: Passage, end: int, hi: int) -> Subject | None:
    """Find the name of a role behind a preposition: the head of the committee for culture Ann Lee."""
    if not passage.rules.has_cases or end >= hi or passage.lows[end] not in passage.rules["prepositions"]:
        return None
    for at in range(end + 1, min(hi, end + FURTHER)):
        if passage.lows[at] in WALLS or passage.words[at] in STOPS or passage.words[at] == QUOTE:
            return None
        if at in passage.named and passage.named[at][1].is_nominative and at > end + 1:
            last, named = passage.named[at]
            return Subject(at, last, named.name, "person", named.sex)
    return None


def name_apposed(passage: Passage, at: int, end: int, hi: int) -> Subject | None:
    """Find the name of a role between commas, or before a stop: said the director of the group, Ann Lee."""
    rules = passage.rules
    end = _behind_places(passage, _behind_party(passage, end, hi), hi)
    name = end + 1
    if name >= hi or passage.lows[end] != ",":
        return None
    if rules.has_cases:
        return None if rules.verb_last else _nominative_apposed(passage, at, end, hi)
    while name + 1 < hi and (passage.lows[name].rstrip(".") in rules["titles"] or passage.words[name] == "."):
        name += 1  # his lawyer, Me Ann Lee
    last = passage.named[name][0] if name in passage.named else _end_of_strange(passage, name, hi)
    closed = last > name and (last >= hi or _is_sign(passage, last))
    if not closed or not any(passage.lows[here] in rules.nouns for here in range(at, end)):
        return None
    if name in passage.named:
        named = passage.named[name][1]
        return Subject(at, last, named.name, "person", named.sex)
    return Subject(at, last, " ".join(passage.words[name:last]), "person")


def _nominative_apposed(passage: Passage, at: int, comma: int, hi: int) -> Subject | None:
    """Find the name behind a role and a comma where cases tell: said the head of the council, the engineer Ann Lee."""
    first = comma + 1
    stop = next((here for here in range(first, min(hi, first + LONGEST)) if _is_sign(passage, here)), hi)
    places = passage.list_named(first, stop)
    if not places or passage.named[places[-1]][0] != stop or not passage.named[places[-1]][1].is_nominative:
        return None
    low, rules = passage.lows[first], passage.rules
    noun = passage.words[first][0].islower() and low not in rules.small and low not in rules.verbs
    apposed = first == places[-1] or is_subject_noun(passage, first) or (noun and places[-1] == first + 1)
    if not apposed or not any(is_subject_noun(passage, here) for here in range(at, comma)):
        return None
    named = passage.named[places[-1]][1]
    return Subject(at, stop, named.name, "person", named.sex)


def _is_sign(passage: Passage, at: int) -> bool:
    return passage.lows[at] in WALLS or passage.words[at] in STOPS or passage.words[at] == QUOTE


def _behind_party(passage: Passage, end: int, hi: int) -> int:
    """Where a party in brackets ends before a comma and the name: the mayor (PS), Ann Lee, ..."""
    if end + 3 >= hi or passage.words[end] != "(":
        return end
    stop = next((at + 1 for at in range(end + 2, min(hi - 1, end + BRACKET)) if passage.words[at] == ")"), end)
    return stop if passage.lows[stop] == "," else end


def _behind_places(passage: Passage, end: int, hi: int) -> int:
    """Where what hangs on a role by a preposition or as a participle ends before a name: head of X in Y, Ann Lee."""
    rules, low = passage.rules, passage.lows[end] if end < hi else ""
    if low not in rules["prepositions"] and not (low and low.endswith(rules.lists["passive"])):
        return end
    comma = next((here for here in range(end, min(hi, end + FURTHER + 2)) if passage.lows[here] in WALLS), -1)
    beyond = comma + 1
    named = 0 < beyond < hi and passage.lows[comma] == "," and beyond in passage.named
    return comma if named and not any(passage.lows[here] in rules.verbs for here in range(end, comma)) else end


def _end_of_strange(passage: Passage, first: int, hi: int) -> int:
    """Where two or three capitalised words end that can be the name of somebody whom no list has."""
    last = first
    while last < hi and passage.words[last][0].isupper() and passage.lows[last] not in passage.rules.nouns:
        last += 1
    small = passage.lows[first] in passage.rules.small
    given = last - first == 1 and passage.lows[first] in passage.rules.given  # his daughter, Claire
    return last if given or (2 <= last - first <= STRANGE and not small) else first
