"""Who says it: the subject of a verb of saying, found behind it."""

from __future__ import annotations

from analysis.voices.languages.apposed import name_apposed, name_further
from analysis.voices.languages.described import Subject, describe_subject, is_oblique
from analysis.voices.languages.endings import VOWELS
from analysis.voices.languages.one_of import find_one_of
from analysis.voices.languages.passages import STOPS, Passage
from analysis.voices.languages.phrases import (
    NAME_LENGTH,
    WALLS,
    end_of_phrase,
    find_speaker_in,
    is_called_before,
    is_subject_noun,
)
from analysis.voices.tokens import QUOTE

REACH = 40  # tokens looked at on either side of a verb
CLOSED = tuple("бгджзклмнпрстфцчшщ")  # in which no genitive that hangs on a body known by its initials ends
FURTHER = 6  # tokens behind a preposition in which the name of a role may stand


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
        if one := find_one_of(passage, at, hi):
            return one
        if low in rules.pronouns and is_agreeing(rules.pronouns[low], agrees):
            return make_pronoun(at, rules.pronouns[low], agrees)
        if low in WALLS or word in STOPS or (word == QUOTE and at not in passage.runs) or low in rules["infinitives"]:
            return None
        led = at + (low in rules["prepositions"])  # insistió en que
        if led < hi and passage.lows[led] in rules["that"] and not rules.has_cases and not rules.capitals:
            return None
        if at not in passage.named and _is_hearer(passage, at, hi, at == first):
            at = _over_hearer(passage, at, hi)
            continue
        if _speaks_here(passage, at, hi, agrees):
            start = opened if opened >= 0 else at
            start -= at - 1 in passage.runs and at - 1 >= first and is_called_before(passage, at - 1)
            end = _before_medium(passage, at, end_of_phrase(passage, at, hi))
            further = name_further(passage, end, hi) or name_apposed(passage, at, end, hi)
            return further or find_speaker_in(passage, start, end)
        if not rules.has_cases and (low in rules["articles"] or low in rules["owners"]):
            end = _before_medium(passage, at + 1, end_of_phrase(passage, at + 1, hi))
            return name_apposed(passage, at, end, hi) or find_speaker_in(passage, at, end)
        if low in rules["prepositions"]:
            inside = find_inside(passage, at, hi) if agrees == "p" and low in rules["inside"] else None
            if inside:
                return inside
        elif loose and at == first and word[0].islower() and _is_unknown_noun(passage, at):
            end = end_of_phrase(passage, at, hi)
            return name_further(passage, end, hi) or find_speaker_in(passage, at, end)
        adjective = adjectives and word[0].islower() and low.endswith(adjectives) and low not in rules["adverbs"]
        opened = (opened if opened >= 0 else at) if adjective else -1
        at = _next(passage, at, hi)
    return None


def _before_medium(passage: Passage, at: int, end: int) -> int:
    """Where a phrase ends before the medium that is told: said the member of parliament | der Zeitung."""
    rules = passage.rules
    if rules["media"] and end - 2 > at and end - 1 in passage.runs and passage.lows[end - 2] in ("der", "dem"):
        return end if passage.lows[end - 3].endswith(rules.lists["editors"]) else end - 2  # told the »Zeit«
    for here in range(at + 1, end - 1) if rules["media"] else ():
        told = passage.lows[end - 1].endswith(rules.lists["media"])
        if told and passage.lows[here] in rules["articles"] and passage.lows[here] in ("der", "dem", "den"):
            return here
    return end


def _next(passage: Passage, at: int, hi: int) -> int:
    """Step over a word, a name, or a preposition and what hangs on it."""
    rules = passage.rules
    if at in passage.named:
        return passage.named[at][0]
    if passage.lows[at] not in rules["prepositions"]:
        return at + 1
    at += 1
    while at < hi and (passage.lows[at] in rules["articles"] or passage.lows[at] in rules["prepositions"]):
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
        return can_act(passage, at, agrees)
    if is_subject_noun(passage, at, agrees):
        return True
    word, low, rules = passage.words[at], passage.lows[at], passage.rules
    passed = rules["prepositions"] | rules["adverbs"] | rules["articles"] | rules["helpers"]
    return word[0].isupper() and low not in passed


def _is_unknown_noun(passage: Passage, at: int) -> bool:
    rules, low = passage.rules, passage.lows[at]
    passed = rules["adverbs"] | rules["helpers"] | rules["articles"] | rules["conjunctions"]
    return low not in passed and not is_oblique(low, rules)


def _is_hearer(passage: Passage, at: int, hi: int, first: bool = False) -> bool:
    """Whether a word in capitals behind a verb is whom it is said to: another name or a role follows.

    first: it stands right behind the verb, where a medium may be told: told Reuters a spokesman.
    """
    word, after = passage.words[at], at + 1
    inside = first and after < hi and passage.lows[after] in passage.rules["inside"] and passage.rules.has_cases
    if inside and word.isupper() and len(word) > 1 and find_inside(passage, after, hi, opens=False):
        return True  # they told TASS in the press service
    if word[0].isupper() and first and after < hi and _is_told_before(passage, at):
        return True
    if not word.isupper() or len(word.rstrip(".")) < 2 or passage.lows[at] in passage.rules.nouns or after >= hi:
        return False
    return after in passage.named or passage.words[after][0].isupper() or is_subject_noun(passage, after)


def _is_told_before(passage: Passage, at: int) -> bool:
    """Whether a capitalised word that names nobody known stands before somebody in the nominative."""
    rules, low, after = passage.rules, passage.lows[at], at + 1
    if not rules.has_cases or rules.verb_last or low in rules.nouns or low in rules.small:
        return False
    if after in passage.named:
        return passage.named[after][1].is_nominative and " " in passage.named[after][1].name
    return is_subject_noun(passage, after) and passage.words[after][0].islower()


def _over_hearer(passage: Passage, at: int, hi: int) -> int:
    """Step over all the name of a hearer, but over no person and no role: told РИА Новости."""
    at += 1
    while at < hi and passage.words[at][0].isupper() and at not in passage.named:
        if passage.lows[at] in passage.rules.nouns or passage.words[at].isupper():
            break
        at += 1
    return at


def _person_within(passage: Passage, at: int, hi: int) -> Subject | None:
    """Find the first person in the nominative before a sign, with all the words before the name."""
    for here in range(at, min(hi, at + REACH)):
        if passage.lows[here] in WALLS or passage.words[here] in STOPS:
            return None
        if here in passage.named and passage.named[here][1].is_nominative:
            end, named = passage.named[here]
            return Subject(at, end, named.name, "person", named.sex)
    return None


def is_agreeing(sex: str, agrees: str) -> bool:
    """Whether a sex or number can go with a verb that agrees with another; either may be unknown."""
    return not agrees or not sex or sex == agrees or (agrees == "s" and sex != "p")


def make_pronoun(at: int, sex: str, agrees: str = "") -> Subject:
    """Make the subject of a pronoun; of one that tells no sex the verb may."""
    return Subject(at, at + 1, "", "pronoun", sex or (agrees if agrees in ("m", "f") else ""))


def can_act(passage: Passage, at: int, agrees: str) -> bool:
    """Whether a person can be the subject: in the nominative, and of the verb's sex unless a role stands before."""
    named = passage.named[at][1]
    if not named.is_nominative or agrees == "p":
        return False
    fits = not named.sex or agrees not in ("m", "f") or named.sex == agrees
    return fits or (at > 0 and passage.lows[at - 1] in passage.rules.nouns)


def find_inside(passage: Passage, at: int, hi: int, opens: bool = True) -> Subject | None:
    """Read "in the ministry (they said)" as the ministry; at: the preposition.

    opens: a name that no list has (in Rosstat) counts too, if its ending fits.
    """
    rules, after = passage.rules, at + 1
    after += rules.silent and after < hi and passage.lows[after] in rules["articles"]  # desde el hospital
    head = after
    adjectives = tuple(rules.mappings["adjectives"])
    while head + 1 < hi and adjectives and passage.lows[head].endswith(adjectives) and head not in passage.named:
        if passage.lows[head] in rules.nouns:
            break
        head += 1  # in the White House
    if head >= hi:
        return None
    if head in passage.runs and opens:  # in «Rosles» they said
        text = passage.text[passage.runs[head].start : passage.runs[head].end]
        called = len(text) <= NAME_LENGTH and text[:1].isupper() and text[-1:].isalnum()
        return Subject(head, head + 1, _without_place(text), "body") if called else None
    nouns, word = rules.nouns.get(passage.lows[head], ()), passage.words[head]
    end = end_of_phrase(passage, head, hi)
    hearer = end > head + 1 and word.isupper() and len(word) > 1 and passage.words[head + 1][0].islower()
    if hearer and passage.lows[head + 1].endswith(rules.lists["objects"] or "-"):
        end = head + 1  # в РЖД | агентству (сказали)
    lone = any(noun.nominative.capitalize() in rules["initials"] for noun in nouns)
    if lone and end > head + 1 and passage.words[head + 1][0].islower() and passage.lows[head + 1].endswith(CLOSED):
        end = head + 1  # в Минздраве | план (одобрили)
    end = _before_object(passage, head, end, hi)
    if any(not noun.is_nominative or noun.number == "s" for noun in nouns):
        return find_speaker_in(passage, after, end, oblique=True)
    if word.isupper() and len(word) > 1:
        return find_speaker_in(passage, after, end)
    known = head not in passage.named and word[0].isupper() and passage.lows[head].endswith(rules.lists["within"])
    if not (opens and known) or _acts_behind(passage, end, hi):
        return None
    return describe_subject(passage, after, end, oblique=True)


def _before_object(passage: Passage, head: int, end: int, hi: int) -> int:
    """Where a body ends before what is called something there, or who is told: в мэрии | эти слова назвали «...»."""
    rules = passage.rules
    for at in range(head + 1, end):
        low = passage.lows[at]
        if passage.words[at][0].islower() and (low in rules["pointing"] or low.endswith(rules.lists["pointed"] or "-")):
            return at
    called = end == hi and hi + 1 < len(passage.words) and passage.lows[hi] in rules.calls
    named = called and passage.words[hi + 1] == QUOTE and passage.words[end - 1][0].islower()
    return end - 1 if named and end - 1 > head else end  # у компанії | рішення назвали «помилкою»


def _without_place(name: str) -> str:
    """A body's name of one word in the nominative, from the case of places: in «Rosstroe», in «Rosnefti»."""
    if " " in name or name.isascii() or len(name) < 4:
        return name
    ends = {"и": "ь", "е": "й" if name[-2] in VOWELS else "", "і": "я" if name[-2] == "ц" else "і"}
    return name[:-1] + ends[name[-1]] if name[-1] in ends else name


def _acts_behind(passage: Passage, at: int, hi: int) -> bool:
    """Whether somebody follows who can be the subject: (they said) in Geneva, the guests."""
    for here in range(at, min(hi, at + FURTHER)):
        if passage.lows[here] in WALLS or passage.words[here] in STOPS:
            return False
        if is_subject_noun(passage, here, "p") or (here in passage.named and passage.named[here][1].is_nominative):
            return True
    return False
