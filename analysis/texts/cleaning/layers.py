"""A text with runs of it replaced or left out, and the way back from every place in it to the text below."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Edit(NamedTuple):
    """A run of a text that other characters stand for: none if it is left out.

    What is put in is one character, or several without a blank among them: so no line ends inside.
    """

    start: int
    end: int
    put_in: str
    reason: str


class Piece(NamedTuple):
    """A run of an upper text and the run of the lower one that it comes from; of equal length unless decoded."""

    start: int
    end: int
    below_start: int
    below_end: int
    decoded: bool = False


class Layer:
    """A text made of another one by edits, which are in order and do not overlap."""

    def __init__(self, below: str, edits: list[Edit]) -> None:
        self.edits = edits
        parts, begin, length, self._at = [], 0, 0, []
        for edit in edits:
            parts += [below[begin : edit.start], edit.put_in]
            length += edit.start - begin
            self._at.append(length)
            length += len(edit.put_in)
            begin = edit.end
        self.text = "".join([*parts, below[begin:]])

    def start_below(self, offset: int) -> int:
        """Where a character begins below; of several put in for one run, the first has it all."""
        number = bisect_right(self._at, offset) - 1
        if number < 0:
            return offset
        edit, within = self.edits[number], offset - self._at[number]
        return edit.start if edit.put_in and within == 0 else edit.end + max(within - len(edit.put_in), 0)

    def end_below(self, offset: int) -> int:
        """Where the character before an offset ends below."""
        number = bisect_right(self._at, offset - 1) - 1
        if number < 0:
            return offset
        edit, within = self.edits[number], offset - self._at[number]
        return edit.end + max(within - len(edit.put_in), 0)

    def pieces(self, start: int, end: int) -> list[Piece]:
        """A stretch of the text cut where something was put in or left out."""
        found, number = [], max(bisect_right(self._at, start) - 1, 0)
        while start < end and number < len(self.edits) and self._at[number] < end:
            at, edit = self._at[number], self.edits[number]
            stop = min(at + len(edit.put_in), end)
            if start < at:
                found.append(self._piece(start, at))
            if stop > max(start, at):
                found.append(self._piece(max(start, at), stop, decoded=True))
            start, number = max(start, stop), number + 1
        return [*found, self._piece(start, end)] if start < end else found

    def _piece(self, start: int, end: int, decoded: bool = False) -> Piece:
        return Piece(start, end, self.start_below(start), self.end_below(end), decoded)
