"""A full name as a key that its spellings share: family name, given name, and what tells two of a name apart."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache

from analysis.people.folding import fold, fold_given
from analysis.people.titles import FAMILY_FIRST, GENERATIONS

Key = tuple[str, str, str]  # family name, given name, what tells two of them apart
SYLLABLES = re.compile(
    r"(?:(?:[bcdfghjklmnpqrstwxyz]|zh|ch|sh|hw|ky|ng|ph|th|tr)?[aeiouyü]{1,3}(?:ng|n|m|k|l|p|r|h|ch|nh)?){1,2}"
)
PARTICLE = re.compile(r"(?:al|el|as|ash|an|at)-(?=[A-Z])")


def make_key(words: tuple[str, ...], told_apart: Container[tuple[str, str]] = ()) -> Key:
    """Reduce a full name to its key; told_apart: names of which the middle initials count."""
    key = _make_plain_key(words)
    if key[:2] not in told_apart:
        return key
    bare, _ = split_generation(words)
    return key if is_family_first(bare) else (*key[:2], key[2] + middle_initials(bare))


@lru_cache(maxsize=200_000)
def _make_plain_key(words: tuple[str, ...]) -> Key:
    """The key of a full name of which no middle initials count; the same names come in document after document."""
    words, generation = split_generation(words)
    if is_family_first(words):
        return _part(words[0]), "".join(map(fold, words[1:])), generation
    return _part(words[-1]), fold_given(words[0]), generation


@lru_cache(maxsize=200_000)
def fold_part(word: str) -> str:
    """Reduce a part of a name to a key that its spellings share, a particle in front aside (al-Assad, Assad)."""
    return fold(PARTICLE.sub("", word))


def bare_key(words: tuple[str, ...]) -> Key:
    """Reduce a family name that stands alone to a key."""
    words, generation = split_generation(words)
    return "_".join(map(_part, words)), "", generation


def _part(word: str) -> str:
    return fold_part(word) or word.lower()


def split_generation(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Take Jr., III and the like off a name."""
    if len(words) > 1 and words[-1] in GENERATIONS:
        return words[:-1], words[-1].rstrip(".").lower()
    return words, ""


def is_family_first(words: tuple[str, ...]) -> bool:
    """Tell whether a name has its family name in front, as Chinese, Korean and Vietnamese names do."""
    if len(words) < 2 or words[0] not in FAMILY_FIRST or len(words) > 3:
        return False
    return all(SYLLABLES.fullmatch(part.lower()) for word in words[1:] for part in word.split("-"))


def middle_initials(words: tuple[str, ...]) -> str:
    """Give the initials between the given and the family name, in small letters."""
    return "".join(re.findall(r"\w", "".join(word for word in words[1:-1] if re.fullmatch(r"(?:\w\.)+", word)))).lower()


def abbreviates(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether a name is another with names left out: its last words, or the first and the last.

    >>> abbreviates(("Vladimir", "Putin"), ("Vladimir", "Vladimirovich", "Putin"))
    True
    """
    (short, younger), (long, other) = split_generation(short), split_generation(long)
    small, large = [fold(word) for word in short], [fold(word) for word in long]
    tail = large[-len(small) :] == small
    ends = len(small) == 2 and small[-1] == large[-1] and fold_given(short[0]) == fold_given(long[0])
    return younger == other and (tail or ends)
