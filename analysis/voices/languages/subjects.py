"""Who says it: the subject of a verb of saying, found behind it or before it."""

from __future__ import annotations

from analysis.voices.languages.passages import STOPS, Passage
from analysis.voices.languages.phrases import (
    LONGEST,
    WALLS,
    Subject,
    end_of_phrase,
    find_speaker_in,
    is_oblique,
    is_relative,
    is_subject_noun,
    start_of_phrase,
)
from analysis.voices.tokens import QUOTE

REACH = 40  # tokens looked at on either side of a verb
FURTHER = 6  # tokens behind a preposition in which the name of a role may stand
FEW = 3  # words before a verb at the start of a sentence that may name somebody whom no list has


def find_subject_after(passage: Passage, at: int, hi: int, agrees: str = "", loose: bool = False) -> Subject | None:
    """Find who speaks behind a verb: over adverbs, hearers and places to the first who stands in the nominative.

    agrees: whom the verb agrees with. loose: take a noun that no list has, right behind the verb.
    """
    rules, first = passage.rules, at
    if rules.verb_last and (person := _person_within(passage, at, hi)):
        return person
    adjectives = tuple({*rules.mappings["adjectives"].values()})
    opened = -1  # where adjectives before a noun begin
    while at < min(hi, first + REACH):
        low, word = passage.lows[at], passage.words[at]
        if low in rules.pronouns and _agree(rules.pronouns[low], agrees):
            return make_pronoun(at, rules.pronouns[low], agrees)
        if low in WALLS or word in STOPS or (word == QUOTE and at not in passage.runs):
            return None
        if _speaks_here(passage, at, hi, agrees):
            start = opened if opened >= 0 else at
            end = end_of_phrase(passage, at, hi)
            return _name_further(passage, end, hi) or find_speaker_in(passage, start, end)
        if low in rules["articles"] and not rules.has_cases:
            return find_speaker_in(passage, at, end_of_phrase(passage, at + 1, hi))
        if low in rules["prepositions"]:
            inside = find_inside(passage, at, hi) if agrees == "p" and low in rules["inside"] else None
            if inside:
                return inside
        elif loose and at == first and word[0].islower() and _is_unknown_noun(passage, at):
            return find_speaker_in(passage, at, end_of_phrase(passage, at, hi))
        adjective = adjectives and word[0].islower() and low.endswith(adjectives) and low not in rules["adverbs"]
        opened = (opened if opened >= 0 else at) if adjective else -1
        at = _next(passage, at, hi)
    return None


def _name_further(passage: Passage, end: int, hi: int) -> Subject | None:
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


def _next(passage: Passage, at: int, hi: int) -> int:
    """Step over a word, a name, or a preposition and what hangs on it."""
    rules = passage.rules
    if at in passage.named:
        return passage.named[at][0]
    if passage.lows[at] not in rules["prepositions"]:
        return at + 1
    at += 1
    while at < hi and passage.lows[at] in rules["articles"] | rules["prepositions"]:
        at += 1
    if at in passage.named:
        return passage.named[at][0]
    at += 1
    ends = rules["articles"] | rules["prepositions"]
    while not rules.has_cases and at < hi and passage.words[at][0].islower() and passage.lows[at] not in ends:
        if passage.lows[at] in rules.nouns:
            break
        at += 1  # no case tells: the place ends before an article, a name or a role
    return at


def _speaks_here(passage: Passage, at: int, hi: int, agrees: str) -> bool:
    """Whether a person, a role or a capitalised word that can be the subject begins at a token."""
    if at in passage.named:
        return _may_act(passage, at, agrees)
    if is_subject_noun(passage, at, agrees):
        return True
    word, low, rules = passage.words[at], passage.lows[at], passage.rules
    passed = rules["prepositions"] | rules["adverbs"] | rules["articles"] | rules["helpers"]
    return word[0].isupper() and low not in passed and not _is_hearer(passage, at, hi)


def _is_unknown_noun(passage: Passage, at: int) -> bool:
    rules, low = passage.rules, passage.lows[at]
    passed = rules["adverbs"] | rules["helpers"] | rules["articles"] | rules["conjunctions"]
    return low not in passed and not is_oblique(low, rules)


def _is_hearer(passage: Passage, at: int, hi: int) -> bool:
    """Whether a word in capitals behind a verb is whom it is said to: another name or a role follows."""
    word, after = passage.words[at], at + 1
    if not word.isupper() or len(word) < 2 or passage.lows[at] in passage.rules.nouns or after >= hi:
        return False
    return after in passage.named or passage.words[after][0].isupper() or is_subject_noun(passage, after)


def _person_within(passage: Passage, at: int, hi: int) -> Subject | None:
    """Find the first person in the nominative before a sign, with all the words before the name."""
    for here in range(at, min(hi, at + REACH)):
        if passage.lows[here] in WALLS or passage.words[here] in STOPS:
            return None
        if here in passage.named and passage.named[here][1].is_nominative:
            end, named = passage.named[here]
            return Subject(at, end, named.name, "person", named.sex)
    return None


def _agree(sex: str, agrees: str) -> bool:
    return not agrees or not sex or sex == agrees or (agrees == "s" and sex != "p")


def make_pronoun(at: int, sex: str, agrees: str = "") -> Subject:
    """Make the subject of a pronoun; of one that tells no sex the verb may."""
    return Subject(at, at + 1, "", "pronoun", sex or (agrees if agrees in ("m", "f") else ""))


def _may_act(passage: Passage, at: int, agrees: str) -> bool:
    """Whether a person can be the subject: in the nominative, and of the verb's sex unless a role stands before."""
    named = passage.named[at][1]
    if not named.is_nominative or agrees == "p":
        return False
    fits = not named.sex or agrees not in ("m", "f") or named.sex == agrees
    return fits or (at > 0 and passage.lows[at - 1] in passage.rules.nouns)


def find_inside(passage: Passage, at: int, hi: int) -> Subject | None:
    """Read "in the ministry (they said)" as the ministry; at: the preposition."""
    after = at + 1
    if after >= hi:
        return None
    nouns, word = passage.rules.nouns.get(passage.lows[after], ()), passage.words[after]
    end = end_of_phrase(passage, after, hi)
    if any(not noun.is_nominative or noun.number == "s" for noun in nouns):
        return find_speaker_in(passage, after, end, oblique=True)
    return find_speaker_in(passage, after, end) if word.isupper() and len(word) > 1 else None


def find_subject_before(passage: Passage, lo: int, at: int, agrees: str = "") -> Subject | None:
    """Find who speaks before a verb, by what the language goes by: place in the sentence, or cases."""
    if passage.rules.verb_last:
        return _first_speaker(passage, lo, at)
    if not passage.rules.has_cases:
        return _first_phrase(passage, lo, at)
    return _nearest(passage, lo, at, agrees) or _opening_noun(passage, lo, at)


def _nearest(passage: Passage, lo: int, at: int, agrees: str) -> Subject | None:
    """Find the nearest who stands in the nominative and behind no preposition."""
    rules, here = passage.rules, at - 1
    owner = {one: first for first, (last, _) in passage.named.items() if lo <= first < at for one in range(first, last)}
    while here >= max(lo, at - REACH):
        low, word = passage.lows[here], passage.words[here]
        if low in rules.pronouns and _agree(rules.pronouns[low], agrees):
            return make_pronoun(here, rules.pronouns[low], agrees)
        if low in (":", ";"):
            return None
        first = owner.get(here, here)
        free = not _is_governed(passage, first, lo)
        if here in owner:
            if free and _may_act(passage, first, agrees):
                start = start_of_phrase(passage, first, lo)
                return find_speaker_in(passage, start, passage.named[first][0])
        elif free and is_subject_noun(passage, here, agrees):
            start = start_of_phrase(passage, here, lo)
            return find_speaker_in(passage, start, min(at, end_of_phrase(passage, here, at)))
        elif free and here == at - 1 and word[0].isupper():
            return _capitals_before(passage, lo, at, agrees)
        here = first - 1
    return find_inside_before(passage, lo, at) if agrees == "p" else None


def _capitals_before(passage: Passage, lo: int, at: int, agrees: str) -> Subject | None:
    """Take capitalised words right before a verb, but for those that a plural verb cannot mean."""
    if agrees == "p":
        inside = find_inside_before(passage, lo, at)
        if inside or is_oblique(passage.lows[at - 1], passage.rules):
            return inside
    start = at - 1
    while start > lo and passage.words[start - 1][0].isupper() and start - 1 not in passage.runs:
        start -= 1
    return find_speaker_in(passage, start, at)


def find_inside_before(passage: Passage, lo: int, at: int) -> Subject | None:
    """Find "in the ministry" before a verb whose plural means nobody: they said."""
    for here in range(at - 1, max(lo, at - REACH) - 1, -1):
        if passage.lows[here] in passage.rules["inside"] and (found := find_inside(passage, here, at)):
            return found
    return None


def _opening_noun(passage: Passage, lo: int, at: int) -> Subject | None:
    """Take one to three words that open a sentence before its verb, though no list has them."""
    rules, low = passage.rules, passage.lows[lo] if lo < at else ""
    if not low or at - lo > FEW or lo in passage.named or not all(word[0].isalpha() for word in passage.words[lo:at]):
        return None
    passed = rules["prepositions"] | rules["adverbs"] | rules["conjunctions"] | rules["relatives"]
    if low in passed or is_oblique(low, rules):
        return None
    return find_speaker_in(passage, lo, end_of_phrase(passage, lo, at))


def _is_governed(passage: Passage, at: int, lo: int) -> bool:
    """Whether a preposition governs a name or a role, adjectives between them."""
    for here in range(at - 1, max(lo, at - FEW) - 1, -1):
        low = passage.lows[here]
        if low in passage.rules["prepositions"]:
            return True
        small = passage.words[here][0].islower() and low not in passage.rules.verbs and here not in passage.runs
        if not small or is_subject_noun(passage, here):
            return False
    return False


def _first_speaker(passage: Passage, lo: int, at: int) -> Subject | None:
    """Find who opens a sentence whose verb stands last: a person, a role, a body, a pronoun; what follows is said."""
    rules, first = passage.rules, lo
    while first < at and not passage.words[first][0].isalnum():
        first += 1
    here = first
    while here < min(at, first + LONGEST):
        low = passage.lows[here]
        if low in rules.pronouns:
            return make_pronoun(here, rules.pronouns[low])
        if here in passage.runs or low in WALLS:
            return None
        if here in passage.named and passage.named[here][1].is_nominative:
            end, named = passage.named[here]
            return Subject(first, end, named.name, "person", named.sex)
        if is_subject_noun(passage, here):
            beyond = here
            while beyond < at and beyond not in passage.named and passage.lows[beyond] in rules.nouns:
                beyond += 1
            if beyond not in passage.named or not passage.named[beyond][1].is_nominative:
                return find_speaker_in(passage, first, _possessed(passage, here + 1, at))
            here = beyond - 1
        here += 1
    return None


def _possessed(passage: Passage, end: int, at: int) -> int:
    """Where a noun and those that belong to it end: the department of police."""
    while end < at and passage.lows[end] in passage.rules.nouns:
        if not passage.lows[end].endswith(passage.rules.lists["possessed"]):
            break
        end += 1
    return end


def _first_phrase(passage: Passage, lo: int, at: int) -> Subject | None:
    """Find the subject of a language without cases: the phrase that opens the clause before the verb."""
    rules = passage.rules
    if at > lo and passage.lows[at - 1] in rules.pronouns:
        return make_pronoun(at - 1, rules.pronouns[passage.lows[at - 1]])
    walls = [here + 1 for here in range(max(lo, at - REACH), at) if passage.lows[here] in WALLS]
    unsure: Subject | None = None
    for begin in [lo, *reversed(walls)]:
        first = _clause_start(passage, begin, lo, at)
        if first >= at:
            continue
        if passage.lows[first] in rules.pronouns:
            return make_pronoun(first, rules.pronouns[passage.lows[first]])
        end = end_of_phrase(passage, first, at)
        if end > first and _leads_to(passage, end, at):
            found = _with_apposition(passage, find_speaker_in(passage, first, end), end, at)
            if found and (passage.lows[first] in rules["articles"] or _is_known(passage, first, end)):
                return found
            unsure = unsure or found
    return unsure


def _is_known(passage: Passage, first: int, last: int) -> bool:
    """Whether a phrase holds a person or a noun for who speaks."""
    return any(at in passage.named or passage.lows[at] in passage.rules.nouns for at in range(first, last))


def _clause_start(passage: Passage, first: int, lo: int, at: int) -> int:
    """Where a clause's subject can begin, signs and adverbs passed over; `at` if the clause begins otherwise."""
    rules, passed = passage.rules, passage.rules["adverbs"] | passage.rules["conjunctions"] | passage.rules["like"]
    while first < at and (not passage.words[first][0].isalnum() or passage.lows[first] in passed):
        first += 1
    low = passage.lows[first] if first < at else ""
    placed = low in rules["prepositions"] and not (first == lo and low in rules["articles"])
    return at if placed or is_relative(low, rules) or low in rules.verbs or low in rules["that"] else first


def _leads_to(passage: Passage, end: int, at: int) -> bool:
    """Whether from a phrase's end on nothing but an aside, a place or small words stand before its verb."""
    if end == at or passage.lows[end] in WALLS or passage.lows[end] in passage.rules["prepositions"]:
        return True
    return all(word[0].islower() for word in passage.words[end:at])


def _with_apposition(passage: Passage, found: Subject | None, end: int, at: int) -> Subject | None:
    """Give a role the name that stands beside it: the spokesman, Ann Lee, said."""
    if found and found.kind != "person" and end < at and passage.lows[end] == ",":
        named = next((passage.named[here][1] for here in range(end, at) if here in passage.named), None)
        comma = next((here for here in range(end + 1, at) if passage.lows[here] == ","), at)
        strange = passage.words[end + 1 : comma]
        if named:
            found.name, found.kind, found.sex = named.name, "person", named.sex
        elif 2 <= len(strange) <= 3 and all(word[0].isupper() for word in strange):
            found.name, found.kind = " ".join(strange), "person"
    return found
