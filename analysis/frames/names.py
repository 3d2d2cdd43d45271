"""Words of a codebook that are part of somebody's name where they stand: Bill Gates, Bob Hope, Mr. Price.

Judged by the lists that actors are found by and the capitalised word on either side, so that it holds in a sentence
whose people nobody has looked for. In a headline that writes every word large (Hope Rises) only listed names count.
"""

from __future__ import annotations

import re

from analysis.actors.labels import Label
from analysis.actors.shipped_words import load_lexicon
from analysis.people.titles import LISTS, TITLES

_NAME = r"(?P<word>[^\W\d_]+(?:[-'’][^\W\d_]+)*)"
_INITIALS = r"(?:[A-Z]\.[^\S\n]?){0,2}"
_NEXT = re.compile(rf"[^\S\n]{_INITIALS}{_NAME}")
_PREVIOUS = re.compile(rf"(?P<article>\b[Tt]he[^\S\n])?{_NAME}(?P<stop>\.?)[^\S\n]{_INITIALS}$")
_ARTICLE = re.compile(r"\b(?:the|an?|our|their|its)[^\S\n]$", re.IGNORECASE)
_PLACED = re.compile(r"\b(?:in|at|on|near|to|from|of|through|across|outside|around)[^\S\n]$", re.IGNORECASE)
_ENDS = re.compile(r"[.:;!?()\n\"“”](?=\s|$)|[(\n]")
_SMALL = re.compile(r"(?<![\w'’])[a-z]{4,}")
BEFORE_A_NAME = frozenset(title.rstrip(".") for title in LISTS["titles"] if " " not in title)
HEADLINE_SMALL = frozenset(
    ("with", "from", "that", "over", "into", "after", "amid", "than", "upon", "against", "about")
)
GIVEN = Label.GIVEN + Label.WORD_OR_GIVEN
FAMILY = Label.FAMILY + Label.UNKNOWN + Label.WORD_OR_FAMILY + Label.GIVEN
WORDS = Label.WORD + Label.WORD_OR_GIVEN + FAMILY
REACH = 40  # characters looked at on either side


def find_in_names(text: str, word: str) -> list[int]:
    """Where a word begins, with a capital, as part of a person's name; word: in small letters."""
    places, capital = [], word.capitalize()
    start = text.find(capital)
    while start >= 0:
        end = start + len(capital)
        if _stands_alone(text, start, end) and is_name_part(text, start, end):
            places.append(start)
        start = text.find(capital, end)
    return places


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter, digit or underscore stands on either side."""
    around = (text[start - 1] if start else " ", text[end] if end < len(text) else " ")
    return not any(sign.isalnum() or sign == "_" for sign in around)


def is_name_part(text: str, start: int, end: int) -> bool:
    """Whether the word at a place of a text is part of a person's name: capitalised, with another name beside it."""
    word = text[start:end]
    if not word[0].isupper() or word[1:] != word[1:].lower() or word.lower() in TITLES:
        return False
    following, previous = _NEXT.match(text, end, end + REACH), _PREVIOUS.search(text, max(0, start - REACH), start)
    if following and following["word"][0].isupper() and _is_given(word, following["word"], text, start):
        return True
    return bool(previous) and previous["word"][0].isupper() and _is_family(word, previous, text, start)


def _is_given(word: str, following: str, text: str, start: int) -> bool:
    """Whether a word is the given name before a family name; one that is a word too (Gates) only in running text."""
    label = load_lexicon().label
    if label(word) not in GIVEN or following.isupper() or _ARTICLE.search(text, max(0, start - REACH), start):
        return False
    in_place = _PLACED.search(text, max(0, start - REACH), start)
    words = WORDS if in_place else WORDS + Label.PLACE_NOUN  # Faith Hill; but "in Hope Valley"
    return label(following) in FAMILY or (label(following) in words and _is_running(text, start))


def _is_family(word: str, previous: re.Match[str], text: str, start: int) -> bool:
    """Whether a word is the family name after a title or a given name (after a word, Mark, only in running text)."""
    label, before = load_lexicon().label, previous["word"]
    if label(word) not in WORDS + Label.THING or previous["article"]:
        return False
    if before in BEFORE_A_NAME:
        return before.lower() not in LISTS["title_words"] and _is_running(text, start)
    if previous["stop"] or before[1:] != before[1:].lower():
        return False
    return label(before) == Label.GIVEN or (label(before) == Label.WORD_OR_GIVEN and _is_running(text, start))


def _is_running(text: str, start: int) -> bool:
    """Whether longer words beside a place are written small, as in headlines in title case they are not."""
    before = _ENDS.split(text[max(0, start - REACH) : start])[-1]
    after = _ENDS.split(text[start : start + REACH], maxsplit=1)[0]
    return any(found.group() not in HEADLINE_SMALL for found in _SMALL.finditer(f"{before}{after}"))
