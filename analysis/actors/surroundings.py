"""What surrounds a name says what it names: verbs of speech, kin, offices, the word for its kind."""

from __future__ import annotations

import re
from functools import lru_cache

from analysis.actors.labelling import Sentence
from analysis.actors.labels import Label
from analysis.actors.lexicon import Lexicon

AGED_OR_TITLED = re.compile(r",0,|,[e.]?[tb]")  # Moses Ssebunya, 41,; Priya Nair, the president
KIND_AFTER = re.compile(r",[e.][^tb,!\"]{0,5}h(?![tbh])")  # Sandiganbayan, the anti-graft court
CAMEL = re.compile(r"(?!Mc|Mac|De|Di|La|Le|Van|O['’])[A-Z][a-z0-9]+[A-Z]\w*")  # AirAsia, InfoWars
ROLE_BEFORE = re.compile("[tb],$")  # the president, Priya Nair
OFFICE_BEFORE = re.compile("[bS]oe?$")  # head of Acme
ARTICLES = ("the", "a", "an")


MARKS = {Label.THE: "the", Label.IN: "in", Label.BODY_NOUN: "kind"}  # labels before a name that are a sign
OFFICES = (Label.OFFICER, Label.OFFICER_TITLE)


def signs_around(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> frozenset[str]:
    """Say what surrounds a run of words: any of speech, told, human, office, kind, acts, the, in, opens, headline,
    shouted."""
    labels = sentence.labels
    before, after = labels[max(0, first - 3) : first], labels[last : last + 3]
    more = _verbs(sentence, first, last, lexicon)
    if sentence.headline:
        more.add("headline")
    if sentence.shouted:
        more.add("shouted")
    if _is_person(sentence, last, after, lexicon):
        more.add("human")
    if _has_officer_at(sentence, first, lexicon):
        more.add("office")
    if after[:1] == Label.COMMA and KIND_AFTER.match(labels, last) and sentence.words[last + 1] in ARTICLES:
        more.add("kind")
    signs = _signs_of_labels(before, after, labels[first] == Label.ACRONYM)
    return signs | more if more else signs


@lru_cache(maxsize=100_000)  # few different ones: a hundredth of the names
def _signs_of_labels(before: str, after: str, acronym: bool) -> frozenset[str]:
    """Say what the three labels on each side of a run show, without its words."""
    signs = {MARKS[before[-1]]} if before[-1:] in MARKS else set()
    if not before or before[-1] in '!":_(':
        signs.add("opens")
    if AGED_OR_TITLED.match(after) or ROLE_BEFORE.search(before):
        signs.add("human")
    owned = after[:1] == Label.POSSESSIVE and after[1:2] in OFFICES
    if owned or after[:1] in OFFICES or OFFICE_BEFORE.search(before):
        signs.add("office")
    if acronym and after[:1] in (Label.ROLE, Label.TITLE):  # ACCC chair
        signs.add("office")
    return frozenset(signs)


def _is_person(sentence: Sentence, last: int, after: str, lexicon: Lexicon) -> bool:
    """Tell whether who or kin shows a person."""
    words = sentence.words
    following = words[last] if last < len(words) else ""
    if following in lexicon.words["of_people"] and not words[last - 1].endswith("s"):  # not Leftists who
        return True
    return after[:1] == Label.POSSESSIVE and len(words) > last + 1 and words[last + 1] in lexicon.words["kin"]


def _has_officer_at(sentence: Sentence, first: int, lexicon: Lexicon) -> bool:
    """Tell whether an office "at" it shows an organisation: an analyst at Acme."""
    if first < 2 or sentence.words[first - 1] != "at":
        return False
    return sentence.words[first - 2].lower().removesuffix("s") in lexicon.words["in_office"]


def _verbs(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> set[str]:
    """Read the verbs beside a run: speech, told; acts where an abbreviation or a coinage speaks."""
    previous = sentence.words[first - 1].lower() if first else ""
    following = sentence.words[last] if last < len(sentence.words) else ""
    telling, speech = lexicon.words["telling"], lexicon.words["verbs_of_speech"]
    signs = {"told"} if previous in telling else set()
    if following in speech or (previous in speech and previous not in telling):
        signs.add("speech")
        word = sentence.words[first]
        if last == first + 1 and (
            CAMEL.fullmatch(word) or (sentence.labels[first] == Label.ACRONYM and word.isalpha())
        ):
            signs.add("acts")
    if last == first + 1 and following in lexicon.words["reporting"]:
        signs.add("acts")
    return signs
