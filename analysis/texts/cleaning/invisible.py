"""A page as it is read: what its characters stand for, without the invisible ones, and the way back to the page."""

from __future__ import annotations

import re
from functools import lru_cache

from analysis.texts.characters import plain_blanks, straighten
from analysis.texts.cleaning.decoding import MISREAD, find_composed, find_entities, find_misread
from analysis.texts.cleaning.escapes import find_escapes
from analysis.texts.cleaning.hyphens import find_cut_words
from analysis.texts.cleaning.layers import Edit, Layer, Piece
from analysis.texts.cleaning.markup import find_markup
from analysis.texts.cleaning.spoken_times import find_spoken_times

_EMOJI = "\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff\ufe0f"
_JOINED_SCRIPT = "\u0600-\u08ff\u0900-\u0dff\u1000-\u109f"  # Arabic, Indic, Burmese: joiners spell words there
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufff9-\ufffc"
HIDDEN = re.compile(f"[\u200c\u200d{_INVISIBLE}{_CONTROLS}]")
SOFT_HYPHEN = r"(?<=\w)\u00ad[ \t]*(?:\r\n|\n|\r)[ \t]*(?=\w)"
ZERO_WIDTH = re.compile(
    f"{SOFT_HYPHEN}|(?<![{_EMOJI}{_JOINED_SCRIPT}])[\u200c\u200d]|[\u200c\u200d](?![{_EMOJI}{_JOINED_SCRIPT}])|"
    f"(?:(?!{SOFT_HYPHEN})[{_INVISIBLE}])+"
)
"""Invisible characters; a joiner that spells a word or an emoji stays; a soft hyphen goes with the line's end."""

CONTROL = re.compile(f"[{_CONTROLS}]+")
"""Control characters but for those that break lines (see readers.lines)."""


@lru_cache(1)  # asked for twice of a page
def is_printed(text: str) -> bool:
    """Whether nothing in a text is invisible, a control character or a blank but for spaces and ends of lines."""
    return text.replace("\n", "").isprintable() and "\u034f" not in text and "\ufffc" not in text


def find_invisible(raw: str) -> list[Edit]:
    """Find the characters that nobody sees."""
    if is_printed(raw) or not HIDDEN.search(raw):
        return []
    edits = [Edit(*found.span(), "", "zero-width character") for found in ZERO_WIDTH.finditer(raw)]
    return sorted(edits + [Edit(*found.span(), "", "control character") for found in CONTROL.finditer(raw)])


class Plain:
    """A page's text as it is read: mended, decoded, composed, whole words, without marks of markup.

    received: the text, marks as received, every blank a space; text: the same with its marks straightened,
    one for one, for reading; edits: (start, end, reason) of each run of the page that was replaced or left out;
    notes: what a reader should know of them; joined: how many words cut at a line's end were put together.
    """

    def __init__(self, raw: str) -> None:
        self._layers: list[Layer] = []
        self.joined = 0
        text = raw
        finders = (
            find_misread,
            find_escapes,
            find_entities,
            find_invisible,
            find_composed,
            find_spoken_times,
            find_cut_words,
            find_markup,
        )
        for find in finders:
            if edits := find(text):
                self._layers.append(Layer(text, edits))
                text = self._layers[-1].text
                self.joined += len(edits) if find is find_cut_words else 0
        self.received = text if is_printed(text) else plain_blanks(text)
        self.text = straighten(self.received)
        self.edits = [
            (self._start(edit.start, number), self._end(edit.end, number), edit.reason)
            for number, layer in enumerate(self._layers)
            for edit in layer.edits
        ]

    @property
    def notes(self) -> list[str]:
        """What was decoded wrongly before the page was saved, and put right."""
        mended = sum(reason == MISREAD for _, _, reason in self.edits)
        runs = "run of characters" if mended == 1 else "runs of characters"
        return [f"{mended} {runs} decoded wrongly before the page was saved, put right"] if mended else []

    def place(self, offset: int) -> int:
        """The place in the page where the text's character at the offset begins."""
        return self._start(offset, len(self._layers))

    def place_end(self, offset: int) -> int:
        """The place in the page where the text's character before the offset ends."""
        return self._end(offset, len(self._layers))

    def pieces(self, start: int, end: int) -> list[Piece]:
        """A stretch of the text cut where characters of the page were left out or replaced."""
        pieces = [Piece(start, end, start, end)]
        for layer in reversed(self._layers):
            pieces = [lower for piece in pieces for lower in _sink(piece, layer)]
        return pieces

    def _start(self, offset: int, layers: int) -> int:
        for layer in reversed(self._layers[:layers]):
            offset = layer.start_below(offset)
        return offset

    def _end(self, offset: int, layers: int) -> int:
        for layer in reversed(self._layers[:layers]):
            offset = layer.end_below(offset)
        return offset


def _sink(piece: Piece, layer: Layer) -> list[Piece]:
    """A piece of the text over a layer, led to the layer below; cut further unless it was replaced above."""
    start, end = piece.below_start, piece.below_end
    if piece.decoded:
        stop = layer.end_below(end) if end > start else layer.start_below(start)
        return [piece._replace(below_start=min(layer.start_below(start), stop), below_end=stop)]
    shift = piece.start - start
    return [lower._replace(start=lower.start + shift, end=lower.end + shift) for lower in layer.pieces(start, end)]
