"""The key that repeated lines share: a line without its case, its blanks and its numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.texts.characters import straighten
from analysis.texts.readers.lines import BLANKS

LONG = 80  # characters from which a line that ends a sentence is taken for a paragraph
_BLANK = re.compile(r"\s+")
_SENTENCE = re.compile(r"[.!?…:;,]['\")\]]*$")


def fold_line(text: str) -> str:
    """The key that lines share which differ in case, blanks and numbers alone."""
    folded = _fold_numbers(text.casefold())
    if folded[:1].isspace() or folded[-1:].isspace():
        return _BLANK.sub(" ", folded)
    return " ".join(folded.split())  # the same at a third of the time


def fold_lines(texts: Sequence[str]) -> list[str]:
    """The keys of several lines, as `fold_line` gives them, at a third of the time.

    texts: lines without a line's end in them, every blank a space, none at their ends.
    """
    keys = _fold_numbers("\n".join(texts).casefold()).split("\n") if texts else []
    return [" ".join(key.split()) if "  " in key else key for key in keys]


def split_keys(text: str) -> list[tuple[str, bool]]:
    """Split a page into the keys of its lines, in order, each with whether it is a paragraph's."""
    folded = _fold_numbers(straighten(text).casefold())
    keys = [key for line in folded.splitlines() if (key := line.strip(BLANKS))]
    if "  " in folded:
        keys = [_BLANK.sub(" ", key) if "  " in key else key for key in keys]
    return [(key, len(key) >= LONG and (key[-1] == "." or ends_sentence(key))) for key in keys]


def _fold_numbers(text: str) -> str:
    """A text with every number made 0: six times as fast as a regular expression."""
    for digit in "123456789":
        text = text.replace(digit, "0")
    while len(text) != len(text := text.replace("00", "0")):
        pass
    return text


def ends_sentence(text: str) -> bool:
    """Whether a line ends a sentence or a part of one."""
    return _SENTENCE.search(text[-4:]) is not None
