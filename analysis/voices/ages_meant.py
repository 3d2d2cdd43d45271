"""Whom an age alone means, who was named before: "Carl Lund spoke. "...," the 43-year-old said"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

AGED = re.compile(r"(?P<age>\d{1,3})[- ]year[- ]old")
NEAR = 50  # characters from a name to its age behind a comma


def is_aged(words: Sequence[str]) -> bool:
    """Tell "the 43-year-old", somebody named before, from "the 43-year-old nurse"."""
    return len(words) > 1 and words[0].lower() == "the" and AGED.fullmatch(" ".join(words[1:])) is not None


def find_named_aged(text: str, word: str, at: int, places: Sequence[int]) -> int | None:
    """Find whose age a text says before a place: "Ann Lee, 43,"; places: where people are named, in order.

    Returns the number of the mention; None if no age is said; -1 if it is nobody's who is named, as of "a 43-year-old".
    """
    if re.search(rf"\b[Aa]n? (?:[\w-]+ ){{0,2}}{word}\b", text[:at]):
        return -1
    age = AGED.fullmatch(word)["age"]
    said = [match.start() for match in re.finditer(rf", {age}(?=[,.)])", text[:at])]
    if not said:
        return None
    number = bisect_left(places, said[-1]) - 1
    return number if number >= 0 and said[-1] - places[number] < NEAR else -1
