"""Who acted last before "he", "she" and "they" where no person is named in full: Holm declined; two nurses left."""

from __future__ import annotations

import re

from analysis.people.lists import load_list
from analysis.people.titles import NOT_LAST, ROLES
from analysis.voices.described_people import PERSON_NOUNS, is_person_noun
from analysis.words.classes import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PERSONAL,
    PLURALS,
    PREPOSITIONS,
    SUBORDINATORS,
)

MEMBERS = frozenset(["democrat", "republican", "libertarian"])  # roles with a capital
_ACTS = (
    r"(?:had|was|is|has|did|could|would|rose|left|spoke|met|took|went|won|lost|sat|stood|came|gave|made|sued|[a-z]+ed)"
)
_OPENS = r"(?:(?<=[.!?”\"] )|(?<=\n)|\A)"
LONE = re.compile(  # Holm declined; Asked about it, Holm shrugged; Holm, a lawyer, left
    rf"(?:{_OPENS}|(?<=[a-z\d], ))(?P<name>[A-Z][\w’'-]*[a-z])(?:, [^,.\n]{{3,50}},)? (?:then |later |also )?{_ACTS}\b"
)
_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}"
PLURAL = re.compile(  # Two brothers, ...; Doctors at the clinic saw ...; Amy Lund and Joe Fry run ...
    rf"{_OPENS}(?:(?P<pair>{_NAME} and {_NAME})(?= [a-z])|"
    r"(?P<several>(?:[A-Z][a-z-]+|\d+)(?: [a-z\d-]+){0,4}))"
)
_QUOTED = re.compile(r"(?<=[“\"«])[^“”\"«»\n]+(?=[”\"»])")
SEVERAL = PLURALS - {"all", "both", "data", "few", "majority", "many", "media", "most", "percent", "some"}
OUTSIDE = PREPOSITIONS | SUBORDINATORS | PERSONAL | AUXILIARIES | CONJUNCTIONS | ADVERBS | {"there"}  # of such a phrase
PARAGRAPHS = 2  # the one that a pronoun stands in, and the one before


def find_lone_subject(text: str, at: int) -> str | None:
    """Find the last subject before a place that is one capitalised word and no common one."""
    found = [match["name"] for match in LONE.finditer(strip_quoted(text, at)) if _is_surname(match["name"])]
    return found[-1] if found else None


def find_plural_subject(text: str, at: int) -> str | None:
    """Find the last sentence before a place that several people open, as the text calls them: "two brothers"."""
    for match in reversed(list(PLURAL.finditer(strip_quoted(text, at)))):
        if match["pair"]:
            return match["pair"]
        if called := _people_of(match["several"].split()):
            return called
    return None


def strip_quoted(text: str, at: int) -> str:
    """The paragraphs before a place in which a subject is looked for, without what is quoted in them."""
    start = at
    for _ in range(PARAGRAPHS):
        start = text.rfind("\n", 0, start) if start > 0 else -1
        while start > 0 and text[start - 1] == "\n":
            start -= 1
    return _QUOTED.sub(" ", text[start + 1 : at])


def _is_surname(word: str) -> bool:
    return word.lower() not in load_list("common_words") and is_family_name(word)


def is_family_name(word: str) -> bool:
    """Tell whether a capitalised word can be a family name that stands alone: President Bush, but not officials."""
    low = word.lower()
    if low in NOT_LAST | ROLES | OUTSIDE | DETERMINERS or word.isupper() or word[1:2] == "-":  # the FBI, R-Ohio
        return False
    return word in load_list("family_names") or not (word.endswith("s") or low in load_list("common_words"))


def _people_of(words: list[str]) -> str | None:
    """What several people are called whom the first words of a sentence name; None if these are no people."""
    words = words[1:] if words[0].lower() in CONJUNCTIONS else words
    for stop, low in enumerate(map(str.lower, words), 1):
        if low in SEVERAL or (low.endswith("s") and _is_person(words[stop - 1][:-1])):
            first = words[0].lower()
            small = first in DETERMINERS or (first in load_list("common_words") and first[:-1] not in MEMBERS)
            return " ".join([first if small else words[0], *words[1:stop]])
        if low in OUTSIDE or (stop > 1 and low in DETERMINERS):
            return None
    return None


def _is_person(word: str) -> bool:
    """Tell climbers and Backers from Sanders: a capital of a sentence's first word may be that of a name."""
    low = word.lower()
    known = low in ROLES | PERSON_NOUNS | MEMBERS
    return known or (is_person_noun(low) and (word == low or f"{low}s" in load_list("common_words")))
