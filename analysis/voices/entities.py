"""Texts with entities of HTML (He doesn&#8217;t go) and signs that nobody sees as they are read, and the way back."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from analysis.texts.cleaning.decoding import find_entities
from analysis.texts.cleaning.layers import Edit
from analysis.voices.speech_rows import SpeechRow

_TAGS = "<>"  # decoded, these would make tags of words
_UNSEEN = "\xad\u200b\u200e\u200f\u2060\ufeff"  # soft hyphens, blanks without width, marks of direction
_FIND_UNSEEN = re.compile(f"(?<=\\S)[{_UNSEEN}]+(?=\\S)")  # within a word; symbols of posts are parted by others


def is_written_otherwise(text: str) -> bool:
    """Tell whether a text can have entities or unseen signs within words."""
    return "&" in text or not (text.isascii() or all(sign not in text for sign in _UNSEEN))


class Decoded:
    """A copy of a text in which an entity is the character that it stands for, without unseen signs; where all was."""

    def __init__(self, text: str) -> None:
        edits = [edit for edit in find_entities(text) if edit.put_in not in _TAGS]
        unseen = [] if text.isascii() else _FIND_UNSEEN.finditer(text)
        edits = sorted([*edits, *(Edit(*found.span(), "", "") for found in unseen)])
        parts, begin = [], 0
        for edit in edits:
            parts += [text[begin : edit.start], edit.put_in]
            begin = edit.end
        self.text = "".join([*parts, text[begin:]]) if parts else text
        lost = list(accumulate(edit.end - edit.start - len(edit.put_in) for edit in edits))
        self._lost = [0, *lost]  # characters fewer than in the text, behind each entity
        self._ends = [edit.end for edit in edits]
        self._read_ends = [end - fewer for end, fewer in zip(self._ends, lost, strict=True)]

    def place(self, at: int) -> int:
        """Where a place of the text is in the copy."""
        return at - self._lost[bisect_right(self._ends, at)]

    def place_back(self, at: int) -> int:
        """Where a place of the copy is in the text: where an entity begins for the character that it stands for."""
        return at + self._lost[bisect_right(self._read_ends, at)]

    def place_row(self, row: SpeechRow) -> SpeechRow:
        """Give a row of the copy the places of the text."""
        places = {name: getattr(row, name) for name in ("start", "end", "speaker_start", "speaker_end")}
        return row._replace(**{name: at if at is None else self.place_back(at) for name, at in places.items()})
