"""A document's text in paragraphs of pieces: its sentences, and what stands between."""

from __future__ import annotations

import re
from typing import NamedTuple

import pandas as pd

_PARTED = re.compile(r"\n\s*\n")


class TextPiece(NamedTuple):
    """A run of text: a sentence with its voice and speaker, or (sentence_id None) what is none."""

    text: str
    start: int
    sentence_id: str | None = None
    voice: str = ""
    speaker: str = ""
    kept: bool = True


class Paragraph(NamedTuple):
    """Pieces in a row; place: where the first sentence stands in the file, None if that is not known."""

    pieces: list[TextPiece]
    place: int | None

    @property
    def text(self) -> str:
        """The paragraph's text."""
        return "".join(piece.text for piece in self.pieces)


def cut_paragraphs(text: str, sentences: pd.DataFrame) -> list[Paragraph]:
    """Split a document's text into paragraphs, at blank lines that stand in no sentence.

    sentences: all of the document: sentence_id, start, end, voice, speaker, kept, source_start.
    """
    paragraphs, pieces, place, last = [], [], None, 0
    for one in sentences.sort_values("start", kind="stable").itertuples():
        before, *after = _PARTED.split(text[last : one.start]) if last < one.start else [""]
        pieces += _plain(before, last)
        if after:
            paragraphs.append(Paragraph(pieces, place))
            middle, opening = after[:-1], after[-1]
            paragraphs += [Paragraph(_plain(part, last), None) for part in middle]
            pieces, place = _plain(opening, one.start - len(opening)), None
        speaker = "" if pd.isna(one.speaker) else one.speaker
        start = max(one.start, last)
        pieces.append(TextPiece(text[start : one.end], start, one.sentence_id, one.voice, speaker, bool(one.kept)))
        place = (None if pd.isna(one.source_start) else int(one.source_start)) if place is None else place
        last = max(last, one.end)
    pieces += _plain(text[last:].rstrip(), last)
    return [one for one in [*paragraphs, Paragraph(pieces, place)] if one.text.strip()]


def _plain(text: str, start: int) -> list[TextPiece]:
    return [TextPiece(text, start)] if text else []
