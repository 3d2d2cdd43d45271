"""What goes on without an end is no sentence: it is parted at blanks, so that no step meets a sentence of a million
letters. Whoever looks at each name of a sentence with its surroundings would look at them as often as it has names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 5_000  # characters; the longest sentence of 1,013 articles has 1,773
_TO_LAST_BLANK = re.compile(r".*(?<=\s)(?=\S)", re.DOTALL)
_TO_LAST_MARK = re.compile(r".*(?<=\W)(?=\S)", re.DOTALL)
_REST_OF_WORD = re.compile(r"\w*\s*")
_LETTER = re.compile(r"[^\W_]")


def cut_endless(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a sentence, itself if it is no longer than LONGEST; no word is parted, and no letter lost."""
    while end - start > LONGEST:
        following = min(_find_part(text, start), end)
        stop = start + len(text[start:following].rstrip())
        if _LETTER.search(text, start, stop):
            yield start, stop
        start = following
    if _LETTER.search(text, start, end):
        yield start, end


def _find_part(text: str, start: int) -> int:
    """Where the next piece begins: behind the last blank within reach, else the last mark, else the word's end."""
    for pattern in (_TO_LAST_BLANK, _TO_LAST_MARK):
        found = pattern.match(text, start, start + LONGEST + 1)
        if found and found.end() > start + LONGEST // 2:
            return found.end()
    return _REST_OF_WORD.match(text, start + LONGEST).end()
