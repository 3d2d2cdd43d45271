"""Titles of works in quotation marks, which nobody says: his book "Fear and Fury," the "Today" show."""

from __future__ import annotations

import re

from analysis.voices.lines import Line
from analysis.words.classes import READING, TITLED, WORKS

VERBS = re.compile(
    r"\b(?:is|are|was|were|be|been|am|do|does|did|has|have|had|will|would|can|could|should|must|may|might|not|\w+n['’]t|"
    r"\w+['’](?:s|re|ve|ll|d|m))\b",
    re.IGNORECASE,
)


def is_title(words: list[str], text: str) -> bool:
    """Tell "The Rachel Maddow Show" and "So, That Happened": capitals all through."""
    big = [word[0] for word in words if len(word) > 3]
    if len(words) < 2 or sum(map(str.isupper, big)) < max(1, 0.75 * len(big)):
        return False
    if sum(word[0].islower() for word in words) > len(words) / 2:
        return False
    shouted = text.isupper()  # THIS IS NOT OK.
    ended = text.rstrip()[-1] in ".!?,…"
    return not (ended and any(shouted or match[0][0].islower() for match in VERBS.finditer(text)))


def is_work(line: Line, token: int, before: bool, words: list[str], text: str) -> bool:
    """Tell the title of a work, announced though it is: his book "Fear and Fury," says; she wrote "The Art of War" in.

    token: the run; before: whether the verb that announces it stands before it.
    """
    at = token - 1
    at -= at > 0 and line.words[at] in (",", ":")
    noun = line.lows[at] if at >= 0 else ""
    named = noun in WORKS or noun in TITLED or (noun in READING and text[-1].isalnum() and before)
    return named and _has_title_case(words)


def _has_title_case(words: list[str]) -> bool:
    """Tell whether a run's words have the capitals of a title: the first, the last and the longer ones."""
    big = [word for word in words if len(word) > 3 or word in (words[0], words[-1])]
    return all(word[0].isupper() or word[0].isdigit() for word in big)
