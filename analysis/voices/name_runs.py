"""The names in a run of capitalised words, and the keys under which they are looked up."""

from __future__ import annotations

from functools import lru_cache

from analysis.people.folding import fold
from analysis.people.names import (
    bare_name,
    is_personal,
    is_sure,
    split_sequence,
)

MOST_KEPT = 100_000  # different names of which it is remembered how they are read
WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])


@lru_cache(maxsize=MOST_KEPT)
def parse_name(words: tuple[str, ...]) -> tuple[tuple[str, ...], str, bool, bool]:
    """The bare name, its title's sex, whether it can be a person's full name, and whether it surely is one."""
    while len(words) > 2 and words[-1].lower() in WEEKDAYS:  # told Ann Lee Thursday
        words = words[:-1]
    name, sex = bare_name(words)
    personal = is_personal(name)
    personal = personal and not (
        name[-1] != name[-1].upper() and any(len(word) > 2 and word.isupper() for word in name)
    )
    return name, sex, personal, personal and is_sure(name)


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
    return tuple("" if sex and len(name) == 1 else fold(name[-1]) for name, sex in names)


@lru_cache(maxsize=MOST_KEPT)
def split_with_places(sequence: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The names in a run of capitalised words, each with its place in the run."""
    if " " not in sequence:
        word = sequence.rstrip("'’s") if sequence.endswith(("'s", "’s")) else sequence
        return ((0, (word.strip("'’-") or word,)),)
    found, place = [], 0
    for words in split_sequence(sequence):
        here = max(sequence.find(words[0].rstrip("."), place), 0)
        found.append((here, tuple(words)))
        place = here + len(words[0])
    return tuple(found)
