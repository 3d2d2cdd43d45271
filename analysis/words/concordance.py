"""Words in their contexts: every occurrence of a pattern with what stands to its left and right."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

import numpy as np
import pandas as pd

from analysis.given import check_whole
from analysis.words.patterns import Sought, compile_patterns

COLUMNS = ["left", "match", "right", "start", "end"]
LETTERS = 20  # of a word with its blank, at most, where words are counted off
_BLANKS = re.compile(r"\s+")
_WORD = re.compile(r"\S*\w\S*")


def kwic(texts: pd.Series, pattern: str, width: int = 60) -> pd.DataFrame:
    """Show a pattern's occurrences in context (key word in context, Luhn 1960).

    pattern: one or more words, whatever their case; * stands for any run of letters in a word, and
    alone for any one word ("sovereign*", "special * operation"); {a,b} for one of several endings ("polic{y,ies}").
    "US" finds US and U.S., not us; "a | b" finds either.
    width: characters of context on either side.
    Returns one row an occurrence, in the order of the texts: unit (or the name of the texts' index), left,
    match, right, start, end (in the text); the text is shown as it is, and found with straight marks or curly ones.
    Raises InputError if the pattern holds no letter or digit, its braces are not closed, or the width is negative.
    """
    unit = texts.index.name or "unit"
    table = pd.DataFrame(list(find_hits(texts.items(), pattern, width)), columns=[unit, *COLUMNS])
    kinds = {"left": "str", "match": "str", "right": "str", "start": "int64", "end": "int64"}
    return table.astype(kinds if len(table) else {unit: texts.index.dtype, **kinds})


def find_hits(texts: Iterable[tuple[object, str]], pattern: str, width: int = 60) -> Iterator[tuple]:
    """Find a pattern's occurrences one by one, for those who need only the first: tuples of the columns of `kwic`.

    texts: pairs of a unit and its text. Raises InputError as `kwic` does.
    """
    check_whole(width, "width", 0, "characters")
    sought = compile_patterns(pattern)
    for key, text in texts:
        for start, end, _ in locate_hits(text, sought):
            yield (key, *cut_context(text, start, end, width), start, end)


def locate_hits(text: object, sought: Sequence[Sought]) -> list[tuple[int, int, int]]:
    """Locate what is looked for in a text: start, end and the pattern's number, in the order of the text."""
    if len(sought) == 1:
        return [(start, end, 0) for start, end in sought[0].locate(text)]
    return sorted((start, end, number) for number, one in enumerate(sought) for start, end in one.locate(text))


def locate_all(texts: Collection[object], sought: Sequence[Sought]) -> tuple[np.ndarray, ...]:
    """Locate what is looked for in many texts: arrays of the text's place, start, end and the pattern's number."""
    found = [(row, *hit) for row, text in enumerate(texts) for hit in locate_hits(text, sought)]
    return tuple(np.array(found, dtype=np.int64).reshape(-1, 4).T)


def cut_context(text: str, start: int, end: int, width: int = 60, window: int | None = None) -> tuple[str, str, str]:
    """Cut what stands left of an occurrence, itself, and what stands right of it, blanks made single spaces.

    width: characters on either side; window: words instead.
    """
    begin, stop = bounds_of(text, start, end, width, window)
    return _single(text[begin:start]), _single(text[start:end]), _single(text[end:stop])


def bounds_of(text: str, start: int, end: int, width: int = 60, window: int | None = None) -> tuple[int, int]:
    """Where the context of an occurrence begins and ends in its text."""
    if window is None:
        return max(0, start - width), min(len(text), end + width)
    reach = (window + 1) * LETTERS
    before = [hit.start() for hit in _WORD.finditer(text, max(0, start - reach), start)]
    after = [hit.end() for hit in _WORD.finditer(text, end, end + reach)]
    return (before[-window:] or [start])[0] if window else start, (after[:window] or [end])[-1] if window else end


def _single(part: str) -> str:
    return _BLANKS.sub(" ", part) if "\n" in part or "  " in part or not part.isascii() or "\t" in part else part
