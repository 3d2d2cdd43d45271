"""The names in a run of capitalised words, and the keys under which they are looked up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from analysis.people.folding import fold
from analysis.people.keys import split_generation
from analysis.people.lists import given_names, load_list
from analysis.people.names import (
    bare_name,
    count_letters,
    is_personal,
    is_sure,
    split_sequence,
)
from analysis.voices.inner_verbs import is_only_verb
from analysis.voices.senses import load_senses
from analysis.words.classes import AUXILIARIES, CONJUNCTIONS, DETERMINERS, HE, PLURAL, PREPOSITIONS, SHE

MOST_KEPT = 100_000  # different names of which it is remembered how they are read
NUMERAL = re.compile(r"[IVX]+")
RUNNING = (AUXILIARIES | HE | SHE | PLURAL | {"i", "it", "says"}) - {
    "can",
    "may",
    "must",
    "will",
    "might",
    "does",
    "il",
    "er",
}
ASKING = frozenset(["Will", "Can", "Could", "Would", "Should", "Does", "Did", "Is", "Was", "Has"])
MONTHS_AND_NAMES = frozenset(["April", "June", "May", "August"])
_WHEN = "in|since|until|till|last|this|next|early|late|mid|during|through|every|each"
_BEFORE_MONTH = re.compile(rf"\b(?:{_WHEN})[ -]\Z", re.IGNORECASE)
_OPENS_WHEN = frozenset(_WHEN.split("|"))
REACH = 12  # characters before a month in which it is said when
WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
# what is no part of a name though it has a capital: ANN LEE SAYING, Ann Lee Jr. There was
BEHIND = WEEKDAYS | {"saying", "there", "here", "photo", "photos"}
# with which the next sentence begins behind Jr. or where a full stop is lost: Ann Lee Jr. But
NEXT = frozenset(
    ["but", "the", "he", "she", "if", "when", "while", "this", "that", "it", "so", "yet", "they", "we", "his"]
)
ENDING = frozenset(["on", "in", "at", "from", "with", "for", "up", "by", "to"])  # with which a heading goes on
FRONT = 24  # characters of a title before a name in a heading
LONGEST = 160  # characters of a heading
OPENING = 50  # characters of one that nothing ends
SMALL = PREPOSITIONS | DETERMINERS | CONJUNCTIONS | {"as", "to"}  # what a heading writes small
IN_PLACE = re.compile(r" in ([A-Z][\w'’-]*)(?![\w])(?!.[A-Z])")


@lru_cache(maxsize=MOST_KEPT)
def parse_name(words: tuple[str, ...]) -> tuple[tuple[str, ...], str, bool, bool]:
    """The bare name, its title's sex, whether it can be a person's full name, and whether it surely is one."""
    if len(words) > 2 and words[0].lower() in _OPENS_WHEN and words[1] in MONTHS_AND_NAMES:
        words = words[2:]  # In April Ann Lee
    if len(words) > 2 and words[0] in ASKING and words[1].lower() in given_names():
        words = words[1:]  # Will Ann Lee go?
    words = cut_heading(words)
    words = words[: len(words) - count_letters(words)]
    while len(words) > 1 and (
        words[-1].lower() in BEHIND or (len(words) > 2 and (words[-1].lower() in NEXT or _ends_in_letters(words)))
    ):
        words = words[:-1]  # told Ann Lee Thursday
    name, sex = bare_name(words)
    personal = is_personal(name) and not _ends_in_letters(name) and not is_made_of_words(name)
    personal = personal and name[-1].lower() not in ENDING
    personal = personal and not _is_order(name[0].lower())
    personal = personal and RUNNING.isdisjoint(word.lower() for word in name[1:])  # The Mantle Is Passed On
    personal = personal and not (
        name[-1] != name[-1].upper() and any(len(word) > 2 and word.isupper() and "." not in word for word in name)
    )
    return name, sex, personal, personal and is_sure(name)


def cut_heading(words: tuple[str, ...]) -> tuple[str, ...]:
    """Cut the verb and what follows it off a name in a heading: Ann Lee Backs Road Plan is Ann Lee.

    So is the family name that comes again: "Photos: the fleet of Ann Lee Lee waves".
    """
    if len(words) > 2 and words[-1] == words[-2] and words[0].lower() in given_names():
        words = words[:-1]
    if len(words) > 3 and words[0].lower() in given_names():
        return words[: next((at for at in range(2, len(words) - 1) if is_heading_verb(words[at])), len(words))]
    return words


def _is_order(low: str) -> bool:
    """Tell the verb of "Elevate Lee" from a given name."""
    return low in load_senses().verbal and is_only_verb(low) and low not in given_names()


def is_heading_verb(word: str) -> bool:
    """Tell Backs and Backed from a name: an English word with an ending, that is nobody's."""
    low, common = word.lower(), load_list("common_words")
    stems = {low[:-1]} if low.endswith("s") else {low[:-1], low[:-2]} if low.endswith("ed") else set()
    listed = low in given_names() or word in load_list("family_names")
    known = low in common or not common.isdisjoint(stems) or low in load_senses().verbs  # Denounces
    return bool(stems) and not listed and known


def is_in_heading(text: str, at: int) -> bool:
    """Tell whether a name stands at the head of a line in Title Case: Lee Backs a Tax on Sugar."""
    start = text.rfind("\n", max(0, at - FRONT), at) + 1
    end = text.find("\n", at, at + LONGEST)
    end = end if end >= 0 else len(text)
    if not start and at <= FRONT and end - at > LONGEST:  # a heading that the text has run into its first sentence
        end = text.find(" ", at + OPENING, end)
    if (not start and at > FRONT) or end - at > LONGEST or text[end - 1] in ".,;":
        return False
    words = text[at:end].split()
    return sum(word[0].isupper() for word in words) > 2 and all(word in SMALL for word in words if word.islower())


def find_places_in(text: str) -> set[str]:
    """Find the words that a text has as places too (in Georgia), so that as given names they make no name alone."""
    return {match[1] for match in IN_PLACE.finditer(text)}


def _ends_in_letters(words: Sequence[str]) -> bool:
    """Tell the AP of "Ann Lee AP" from a name in capitals, a family name in capitals (Ann NOVAK) and John Paul II."""
    last = words[-1]
    return (
        1 < len(last) < 5
        and last.isupper()
        and last.isalpha()
        and not (
            any(word.isupper() and len(word) > 1 for word in words[:-1])
            or NUMERAL.fullmatch(last)
            or (len(words) == 2 and last.capitalize() in load_list("family_names"))
        )
    )


def is_made_of_words(name: Sequence[str]) -> bool:
    """Tell a heading from a name: all words are English ones (Big Problem), or the last two of three (Lee Talks Again).

    A word that is a given name too, and an initial, count as parts of a name.
    """
    plain = [word.lower() in load_list("common_words") and word.lower() not in given_names() for word in name]
    return all(plain) or (len(name) > 2 and all(plain[-2:]))


def straighten_capitals(name: tuple[str, ...]) -> tuple[str, ...]:
    """Write a full name that stands in capitals as names are written: MARK HALL is Mark Hall."""
    capitals = all(word.isupper() for word in name) and any(len(word) > 2 for word in name)
    return tuple(word.capitalize() if len(word) > 2 else word for word in name) if capitals else name


def bare_words(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The name in some words, without titles, and its title's sex; one word is its own name."""
    return parse_name(words)[:2] if len(words) > 1 else (words, "")


@lru_cache(maxsize=MOST_KEPT)
def fold_names(sequence: str) -> tuple[str, ...]:
    """The keys of the last words of the names in a run; "" for a title with one word, whoever bears it."""
    names = [bare_words(words) for _, words in split_with_places(sequence)]
    return tuple("" if sex and len(name) == 1 else fold(split_generation(name)[0][-1]) for name, sex in names)


def cut_month(text: str, start: int, sequence: str) -> tuple[int, str]:
    """Cut off the month before a name where a preposition says when something was: In April Ann Lee left."""
    first, _, rest = sequence.partition(" ")
    if not rest or first not in MONTHS_AND_NAMES or not _BEFORE_MONTH.search(text, max(0, start - REACH), start):
        return start, sequence
    return start + len(first) + 1, rest


@lru_cache(maxsize=MOST_KEPT)
def split_with_places(sequence: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The names in a run of capitalised words, each with its place in the run."""
    if " " not in sequence:
        word = sequence[:-2] if sequence.endswith(("'s", "’s")) else sequence
        return ((0, (word.strip("'’-") or word,)),)
    found, place = [], 0
    for words in split_sequence(sequence):
        here = max(sequence.find(words[0].rstrip("."), place), 0)
        found.append((here, tuple(words)))
        place = here + len(words[0])
    return tuple(found)
