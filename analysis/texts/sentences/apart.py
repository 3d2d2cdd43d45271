"""Quotation marks that stand apart from the words they belong to, as French sets them: « Je reste », " We stay, "."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BLANKS = " \xa0\u2009\u202f"
_BLANK = f"[{_BLANKS}]"
_APART = re.compile(
    rf"(?P<opens>[«“„](?<![^\s('’].){_BLANK}(?=\S))|(?P<closes>{_BLANK}[»”](?![^\s.,;:!?…)\]»”]))|"
    rf"(?P<either>(?<!\S)\"(?={_BLANK}\S))"
)
_SIGNS = {  # what a text has that has such a mark, by the mark, of which most texts have few
    "«": [f"«{blank}" for blank in _BLANKS],
    "»": [f"{blank}»" for blank in _BLANKS],
    "“": ["“ "],
    "”": [" ”"],
    "„": ["„ "],
    '"': [' " ', '\n" '],
}
_PARAGRAPH = "\n\n"


class MarksApart:
    """A copy of a text in which every such mark has changed places with the blank inside of it, and the way back.

    So a mark stands at its words, as everywhere else, and the copy is as long as the text.
    """

    def __init__(self, text: str) -> None:
        self.opened, self.closed = set(), set()  # where marks now stand
        parts, begin = [], 0
        for start, opens in _find_apart(text) if _has_apart(text) else ():
            if start < begin:
                continue  # " " of nothing
            parts += [text[begin:start], text[start + 1], text[start]]
            begin = start + 2
            (self.opened if opens else self.closed).add(start + 1 if opens else start)
        self.text = "".join([*parts, text[begin:]]) if parts else text

    def place_back(self, start: int, end: int) -> tuple[int, int]:
        """Where a sentence of the copy stands in the text."""
        return start - (start in self.opened), end + (end - 1 in self.closed)


def _has_apart(text: str) -> bool:
    """Whether a text can have such a mark, which few have."""
    if text.isascii():
        return any(sign in text for sign in _SIGNS['"']) or text.startswith('" ')
    marks = (mark for mark in _SIGNS if mark in text)
    return any(sign in text for mark in marks for sign in _SIGNS[mark]) or text.startswith('" ')


def _find_apart(text: str) -> Iterator[tuple[int, bool]]:
    """The start of each such mark with its blank, and whether the mark opens.

    A straight one opens if an even number of them stands before it in its paragraph; else it closes, before its blank.
    """
    paragraph = counted = number = 0
    for found in _APART.finditer(text):
        if found["either"] is None:
            yield found.start(), found["opens"] is not None
            continue
        last = text.rfind(_PARAGRAPH, paragraph, found.start())
        if last >= 0:
            paragraph, counted, number = last + 2, last + 2, 0
        number += text.count('"', counted, found.start())
        counted = found.start()
        if number % 2 == 0:
            yield found.start(), True
        elif text[found.start() - 1] == " ":
            yield found.start() - 1, False
