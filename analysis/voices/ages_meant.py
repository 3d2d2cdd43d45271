"""Whom an age alone means, who was named before: "Carl Lund spoke. "...," the 43-year-old said"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

AGED = re.compile(r"(?P<age>\d{1,3})[- ]year[- ]old")
NEAR = 50  # characters from a name to its age behind a comma


def is_aged(words: Sequence[str]) -> bool:
    """Tell "the 43-year-old", somebody named before, from "the 43-year-old nurse"."""
    return len(words) > 1 and words[0].lower() == "the" and AGED.fullmatch(" ".join(words[1:])) is not None


def find_named_aged(text: str, word: str, at: int, places: Sequence[int]) -> int | None:
    """Find whose age a text says before a place: "Ann Lee, 43,"; places: where people are named, in order.

    Returns the number of the mention; None if no age is said; -1 if it is nobody's who is named, as of "a 43-year-old".
    """
    nobodys, said = _list_said(text, word)
    if bisect_left(nobodys, at) > 0:
        return -1
    number = bisect_left(said, at) - 1
    if number < 0:
        return None
    last = said[number]
    number = bisect_left(places, last) - 1
    return number if number >= 0 and last - places[number] < NEAR else -1


@lru_cache(maxsize=16)
def _list_said(text: str, word: str) -> tuple[list[int], list[int]]:
    """Where a text has "a 43-year-old", which names nobody, and ", 43,": where each ends and begins."""
    age = AGED.fullmatch(word)["age"]
    nobodys = [found.end() for found in re.finditer(rf"\b[Aa]n? (?:[\w-]+ ){{0,2}}{re.escape(word)}\b", text)]
    return nobodys, [found.start() for found in re.finditer(rf", {age}(?=[,.)])", text)]
