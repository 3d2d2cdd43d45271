"""Who says it: the subject of a verb of saying, found before it."""

from __future__ import annotations

import re

from analysis.people.names import UPPER
from analysis.voices.languages.apposed import name_apposed
from analysis.voices.languages.described import Subject, describe_subject, is_oblique
from analysis.voices.languages.first_speakers import find_first_speaker
from analysis.voices.languages.passages import Passage
from analysis.voices.languages.phrases import (
    WALLS,
    end_of_phrase,
    find_speaker_in,
    is_subject_noun,
    start_of_phrase,
)
from analysis.voices.languages.subjects import REACH, can_act, find_inside, is_agreeing, make_pronoun
from analysis.voices.languages.subjects_by_place import find_by_place, start_of_clause

COUNTED = 5  # tokens before a verb where a number counts who says it
LONG = 5  # letters that an adjective has more than
FEW = 3  # words before a verb at the start of a sentence that may name somebody whom no list has


def find_subject_before(passage: Passage, lo: int, at: int, agrees: str = "") -> Subject | None:
    """Find who speaks before a verb, by what the language goes by: place in the sentence, or cases."""
    if passage.rules.verb_last:
        return find_first_speaker(passage, lo, at)
    if not passage.rules.has_cases:
        return find_by_place(passage, lo, at)
    return _nearest(passage, lo, at, agrees) or _opening_noun(passage, lo, at)


def find_acting(passage: Passage, lo: int, at: int) -> Subject | None:
    """Find who acts in a clause whose verb somebody else may stand behind: X met Y and said, X met Y, adding that."""
    if passage.rules.verb_last or passage.rules.has_cases:
        return find_subject_before(passage, lo, at)
    first = start_of_clause(passage, lo, lo, at)
    if first < at and passage.lows[first] in passage.rules.pronouns:
        return make_pronoun(first, passage.rules.pronouns[passage.lows[first]])
    end = end_of_phrase(passage, first, at) if first < at else at
    if (end < at and passage.words[end][0].islower()) or (end < at and passage.lows[end] == ","):
        return name_apposed(passage, first, end, at) or find_speaker_in(passage, first, end)
    return find_subject_before(passage, lo, at)


def _nearest(passage: Passage, lo: int, at: int, agrees: str) -> Subject | None:
    """Find the nearest who stands in the nominative and behind no preposition."""
    rules, here = passage.rules, at - 1
    if (counted := _counted(passage, lo, at)) and agrees != "m" and agrees != "f":
        return counted
    owner = {one: first for first in passage.list_named(lo, at) for one in range(first, passage.named[first][0])}
    while here >= max(lo, at - REACH):
        low, word = passage.lows[here], passage.words[here]
        if low in rules.pronouns and is_agreeing(rules.pronouns[low], agrees):
            return make_pronoun(here, rules.pronouns[low], agrees)
        if low in (":", ";"):
            return None
        first = owner.get(here, here)
        sure = all(noun.is_nominative for noun in rules.nouns.get(low, ()))  # редакции may be of the editors
        near = all(low in rules["adverbs"] for low in passage.lows[here + 1 : at])
        beside = near and sure and _is_beside_noun(passage, first, lo)
        free = beside or not _is_governed(passage, first, lo)
        if here in owner:
            if free and can_act(passage, first, agrees):
                start = start_of_phrase(passage, first, lo)
                return find_speaker_in(passage, start, passage.named[first][0])
        elif free and is_subject_noun(passage, here, agrees) and not _is_genitive(passage, here, lo):
            start = start_of_phrase(passage, here, lo)
            end = max(end_of_phrase(passage, one, at) for one in {start, here})
            return find_speaker_in(passage, start, min(at, end))
        elif free and here == at - 1 and word[0].isupper() and not _is_placed(passage, lo, at):
            return _capitals_before(passage, lo, at, agrees)
        here = first - 1
    return find_inside_before(passage, lo, at) if agrees == "p" else _opening_name(passage, lo, at)


def _is_genitive(passage: Passage, at: int, lo: int) -> bool:
    """Whether the adjective before a noun says that it is in another case than it looks: of the city council."""
    rules, low = passage.rules, passage.lows[at - 1] if at > lo else ""
    ends = tuple(end for end in rules.mappings["adjectives"] if end.endswith(("ої", "ого", "ой", "ых", "их")))
    several = is_subject_noun(passage, at, "p")
    return several and bool(ends) and len(low) > LONG and low.endswith(ends) and low not in rules.small


def _counted(passage: Passage, lo: int, at: int) -> Subject | None:
    """Find those whom a number counts right before a verb: two sources of Axios (confirmed)."""
    rules = passage.rules
    for here in range(at - 2, max(lo, at - COUNTED) - 1, -1) if rules["counted"] else ():
        low = passage.lows[here]
        if low in WALLS or low in rules["prepositions"] or low in rules["conjunctions"]:
            return None
        if low in rules["counted"] and passage.lows[here + 1] in rules.nouns:
            governed = here > lo and passage.lows[here - 1] in rules["prepositions"]
            return None if governed else describe_subject(passage, here, at, oblique=False)
    return None


def _opening_name(passage: Passage, lo: int, at: int) -> Subject | None:
    """Take a family name or a medium that opens a sentence, a place behind it: X in an interview said."""
    rules = passage.rules
    while lo < at and (not passage.words[lo][0].isalnum() or passage.lows[lo] in rules["adverbs"]):
        lo += 1
    if lo + 2 < at and all(_is_strange(passage, here) for here in (lo, lo + 1)):
        verb = passage.words[lo + 2]
        if verb[0].islower() and passage.lows[lo + 2].endswith(rules.lists["unlisted"] or "-"):
            return find_speaker_in(passage, lo, lo + 2)  # Elon Marsden criticised the budget, calling it
    plain = (
        lo + 2 == at and passage.words[lo + 1][0].islower() and _is_strange(passage, lo)
    )  # Aliyev the charges denies
    plain = plain and passage.lows[lo].partition("-")[0].endswith(rules.lists["surnames"])
    if lo + 1 >= at or not (plain or passage.lows[lo + 1] in rules["prepositions"]):
        return None
    word, low = passage.words[lo], passage.lows[lo]
    likely = plain or word.isascii() or low.endswith(rules.lists["surnames"]) or ends_a_name(passage, lo)
    common = low in rules.nouns or low in rules.small or is_oblique(low, rules)
    return find_speaker_in(passage, lo, lo + 1) if word[0].isupper() and likely and not common else None


def ends_a_name(passage: Passage, at: int) -> bool:
    """Whether a capitalised word stands behind another one elsewhere in the text, as a family name does."""
    return re.search(rf"[{UPPER}]\w+ {re.escape(passage.words[at])}\b", passage.around(at)) is not None


def _capitals_before(passage: Passage, lo: int, at: int, agrees: str) -> Subject | None:
    """Take capitalised words right before a verb, but for those that a plural verb cannot mean."""
    if agrees == "p":
        inside = find_inside_before(passage, lo, at)
        if inside or is_oblique(passage.lows[at - 1], passage.rules):
            return inside
    start = noun = _start_of_capitals(passage, lo, at)
    while noun > lo + 1 and passage.words[noun - 1][0].islower() and passage.lows[noun - 1] in passage.rules.nouns:
        if is_subject_noun(passage, noun - 1, agrees or "s"):
            break
        noun -= 1  # the adviser of the head of the MFA
    if noun > lo and is_subject_noun(passage, noun - 1, agrees):  # analysts of ISW
        start = start_of_phrase(passage, noun, lo)
    return find_speaker_in(passage, start, at)


def _start_of_capitals(passage: Passage, lo: int, at: int) -> int:
    """Where the capitalised words before a token begin, those in Latin letters apart from those in Cyrillic ones."""
    start = at - 1
    while start > lo and passage.words[start - 1][0].isupper() and start - 1 not in passage.runs:
        if passage.words[at - 1].isascii() and not passage.words[start - 1].isascii():
            break  # (sources in the) Еврокомиссии Politico (reports)
        start -= 1
    return start


def _is_strange(passage: Passage, at: int) -> bool:
    """Whether a capitalised word is neither a known noun nor a small one."""
    low, rules = passage.lows[at], passage.rules
    return (
        passage.words[at][0].isupper() and at not in passage.runs and low not in rules.nouns and low not in rules.small
    )


def _is_placed(passage: Passage, lo: int, at: int) -> bool:
    """Whether capitalised words before a verb hang on a noun behind a preposition: (X) on the air of CNN (said)."""
    start = _start_of_capitals(passage, lo, at)
    noun = start - 1
    if noun <= lo or not passage.words[noun][0].islower() or is_subject_noun(passage, noun):
        return False
    return any(passage.lows[here] in passage.rules["prepositions"] for here in range(max(lo, noun - 2), noun))


def find_inside_before(passage: Passage, lo: int, at: int) -> Subject | None:
    """Find "in the ministry" before a verb whose plural means nobody: they said."""
    for here in range(at - 1, max(lo, at - REACH) - 1, -1):
        if passage.lows[here] not in passage.rules["inside"]:
            continue
        before = passage.lows[here - 1] if here > lo else ","
        if found := find_inside(passage, here, at, opens=before in WALLS or before in passage.rules["conjunctions"]):
            return found
    return None


def _opening_noun(passage: Passage, lo: int, at: int) -> Subject | None:
    """Take one to three words that open a sentence before its verb, though no list has them."""
    rules = passage.rules
    at -= at > lo and passage.lows[at - 1] in rules["negations"]
    low = passage.lows[lo] if lo < at else ""
    if not low or at - lo > FEW or lo in passage.named or not all(word[0].isalpha() for word in passage.words[lo:at]):
        return None
    passed = rules["prepositions"] | rules["adverbs"] | rules["conjunctions"] | rules["relatives"]
    if low in passed or is_oblique(low, rules):
        return None
    adjective = low.endswith(tuple({*rules.mappings["adjectives"].values()}) or "-") and low not in rules.nouns
    return find_speaker_in(passage, lo, at if adjective else end_of_phrase(passage, lo, at))  # the best cooks said


def _is_governed(passage: Passage, at: int, lo: int) -> bool:
    """Whether a preposition governs a name or a role, adjectives between them."""
    for here in range(at - 1, max(lo, at - FEW) - 1, -1):
        low = passage.lows[here]
        if low in passage.rules["prepositions"]:
            asides = passage.rules.asides  # meanwhile (между тем)
            return not any(
                tuple(passage.lows[here : here + len(one)]) == one for one in asides if here + len(one) <= at
            )
        small = passage.words[here][0].islower() and low not in passage.rules.verbs and here not in passage.runs
        if not small or is_subject_noun(passage, here):
            return False
    return False


def _is_beside_noun(passage: Passage, at: int, lo: int) -> bool:
    """Whether a noun stands before a name that a preposition before it governs: the head of the council for woods X."""
    low = passage.lows[at - 1] if at > lo else ""
    return low[:1].isalpha() and low not in passage.rules["prepositions"] and low not in passage.rules.nouns
