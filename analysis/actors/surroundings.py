"""What surrounds a name says what it names: verbs of speech, kin, offices, the word for its kind."""

from __future__ import annotations

import re

from analysis.actors.labelling import Sentence
from analysis.actors.labels import Label
from analysis.actors.lexicon import Lexicon

AGED_OR_TITLED = re.compile(r",0,|,[e.]?[tb]")  # Moses Ssebunya, 41,; Priya Nair, the president
KIND_AFTER = re.compile(r",[e.][^tb,!\"]{0,5}h(?![tbh])")  # Sandiganbayan, the anti-graft court
CAMEL = re.compile(r"(?!Mc|Mac|De|Di|La|Le|Van|O['’])[A-Z][a-z0-9]+[A-Z]\w*")  # AirAsia, InfoWars
ARTICLES = ("the", "a", "an")


def signs_around(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> frozenset[str]:
    """Say what surrounds a run of words: any of speech, told, human, office, kind, acts, the, in, opens, headline,
    shouted."""
    before, after = sentence.labels[max(0, first - 3) : first], sentence.labels[last : last + 3]
    marks = {"e": "the", Label.IN: "in", Label.BODY_NOUN: "kind"}
    signs = {marks[before[-1]]} if before[-1:] in marks else set()
    if not before or before[-1] in '!":_(':
        signs.add("opens")
    if sentence.headline:
        signs.add("headline")
    if sentence.shouted:
        signs.add("shouted")
    if _is_person(sentence, first, last, before, after, lexicon):
        signs.add("human")
    if _has_officer(sentence, first, before, after, lexicon):
        signs.add("office")
    if KIND_AFTER.match(sentence.labels, last) and sentence.words[last + 1] in ARTICLES:
        signs.add("kind")
    return frozenset(signs | _verbs(sentence, first, last, lexicon))


def _is_person(sentence: Sentence, first: int, last: int, before: str, after: str, lexicon: Lexicon) -> bool:
    """Tell whether who, an age, a role or kin shows a person."""
    following = sentence.words[last] if last < len(sentence.words) else ""
    if following in lexicon.words["of_people"] and not sentence.words[last - 1].endswith("s"):  # not Leftists who
        return True
    if (
        after[:1] == Label.POSSESSIVE
        and len(sentence.words) > last + 1
        and sentence.words[last + 1] in lexicon.words["kin"]
    ):
        return True
    return bool(AGED_OR_TITLED.match(after) or re.search(r"[tb],$", before))


def _has_officer(sentence: Sentence, first: int, before: str, after: str, lexicon: Lexicon) -> bool:
    """Tell whether an office shows an organisation: Acme spokesman, head of Acme, an analyst at Acme."""
    if (
        after[:1] in (Label.OFFICER, Label.OFFICER_TITLE)
        or after[:2] in (Label.POSSESSIVE + Label.OFFICER, Label.POSSESSIVE + Label.OFFICER_TITLE)
        or re.search(r"[bS]oe?$", before)
    ):
        return True
    if sentence.labels[first] == Label.ACRONYM and after[:1] in (Label.ROLE, Label.TITLE):  # ACCC chair
        return True
    role = sentence.words[first - 2].lower().removesuffix("s") if first > 1 else ""
    people = lexicon.words["roles"] | lexicon.words["officers"]
    return first > 1 and sentence.words[first - 1] == "at" and role in people


def _verbs(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> set[str]:
    """Read the verbs beside a run: speech, told; acts where an abbreviation or a coinage speaks."""
    previous = sentence.words[first - 1].lower() if first else ""
    following = sentence.words[last] if last < len(sentence.words) else ""
    telling, speech = lexicon.words["telling"], lexicon.words["speech"] | lexicon.words["reporting"]
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
