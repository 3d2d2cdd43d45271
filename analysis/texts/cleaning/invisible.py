"""A page without its invisible characters, and where each of those left stood."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right

from analysis.texts.characters import plain_blanks, straighten

_EMOJI = "\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff\ufe0f"
_JOINED_SCRIPT = "\u0600-\u08ff\u0900-\u0dff\u1000-\u109f"  # Arabic, Indic, Burmese: joiners spell words there
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufff9-\ufffc"
HIDDEN = re.compile(f"[\u200c\u200d{_INVISIBLE}{_CONTROLS}]")
ZERO_WIDTH = re.compile(
    f"(?<![{_EMOJI}{_JOINED_SCRIPT}])[\u200c\u200d]|[\u200c\u200d](?![{_EMOJI}{_JOINED_SCRIPT}])|[{_INVISIBLE}]+"
)
"""Invisible characters; a joiner that spells a word or an emoji stays."""

CONTROL = re.compile(f"[{_CONTROLS}]+")
"""Control characters but for those that break lines (see readers.lines)."""

Deletion = tuple[int, int, str]


def _deletions(raw: str) -> list[Deletion]:
    if not HIDDEN.search("".join(set(raw))):
        return []
    zero_width = [(found.start(), found.end(), "zero-width character") for found in ZERO_WIDTH.finditer(raw)]
    return sorted(zero_width + [(found.start(), found.end(), "control character") for found in CONTROL.finditer(raw)])


class Plain:
    """A page's text without its invisible characters.

    received: what is left, marks as received, every blank a space; text: the same with its marks straightened,
    one for one, for reading; deletions: (start, end, reason) of what is not, in the page;
    `place(offset)`: where a character of the text stands in the page.
    """

    def __init__(self, raw: str) -> None:
        self.deletions: list[Deletion] = _deletions(raw)
        starts, parts, begin = [], [], 0
        for start, end, _ in self.deletions:
            parts.append(raw[begin:start])
            begin = end
        parts.append(raw[begin:])
        self.received = plain_blanks("".join(parts))
        self.text = straighten(self.received)
        offset = removed = 0
        for part, (start, end, _) in zip(parts, self.deletions, strict=False):
            offset += len(part)
            removed += end - start
            starts.append((offset, removed))
        self._offsets = [0, *(offset for offset, _ in starts)]
        self._shifts = [0, *(shift for _, shift in starts)]

    def place(self, offset: int) -> int:
        """The place in the page of the text's character at the offset."""
        return offset + self._shifts[bisect_right(self._offsets, offset) - 1]

    def runs(self, start: int, end: int) -> list[tuple[int, int]]:
        """A stretch of the text cut where characters were left out: (start, end) pieces, in the text."""
        inside = self._offsets[bisect_right(self._offsets, start) : bisect_right(self._offsets, end - 1)]
        cuts = [start, *dict.fromkeys(inside), end]
        return list(itertools.pairwise(cuts))
