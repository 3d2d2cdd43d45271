"""Documents to sentences, each with its paragraph and its place."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

import pandas as pd

from analysis.tables import COLUMNS, check_table, make_table
from analysis.texts.characters import straighten
from analysis.texts.sentences.apart import MarksApart
from analysis.texts.sentences.endless import cut_endless
from analysis.texts.sentences.punkt import cut_sentences, is_plain
from analysis.texts.sentences.stretches import cut_stretches

__all__ = ["place_paragraphs", "place_sentences", "split_sentences"]

_EMPHASIS_ENDS = re.compile(r"(?<=[.!?…\"])(?:\*{1,3}|_{1,2})(?=\s|$)", re.MULTILINE)
_PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n\s*")


def split_sentences(documents: pd.DataFrame) -> pd.DataFrame:
    """Split documents into sentences, paragraphs first, with exact places.

    documents: one row a document (doc_id, text; language, where it is known), paragraphs between blank lines.
    Returns one row a sentence: sentence_id (doc_id:0001 ...), doc_id, paragraph (from 0), start, end
    (in the document's text), text, language (its document's); voice, speaker and quoted are NA. Every letter and
    digit of a document is in exactly one sentence; a paragraph without any ("***") gives none. What has no end for
    5,000 characters is parted at a blank (`cut_endless`).
    Raises InputError if a column is missing or a doc_id repeats.
    """
    check_table(documents, "documents", ("doc_id", "text"))
    columns: dict[str, list] = {name: [] for name in list(COLUMNS["sentences"])[:6]}
    for doc_id, text in zip(documents["doc_id"], documents["text"], strict=True):
        if placed := list(place_sentences(text)):
            _add_document(columns, doc_id, text, placed)
    table = pd.DataFrame(columns)
    if "language" in documents:
        table["language"] = table["doc_id"].map(documents.set_index("doc_id")["language"])
    return make_table("sentences", table.assign(quoted=math.nan))


def _add_document(columns: dict[str, list], doc_id: str, text: str, placed: list[tuple[int, int, int]]) -> None:
    """Add a document's sentences to the columns of the table: lists of values, not rows, take half the time."""
    paragraphs, starts, ends = zip(*placed, strict=True)
    columns["sentence_id"] += [f"{doc_id}:{number:04d}" for number in range(1, len(placed) + 1)]
    columns["doc_id"] += [doc_id] * len(placed)
    columns["paragraph"] += paragraphs
    columns["start"] += starts
    columns["end"] += ends
    columns["text"] += [text[start:end] for _, start, end in placed]


def place_sentences(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield (paragraph, start, end) of each sentence of a text."""
    apart = MarksApart(text)
    text = _close_emphasis(straighten(apart.text))
    plain = is_plain(text)
    for paragraph, (start, end) in enumerate(place_paragraphs(text)):
        for begin, stop in cut_stretches(text, start, end):
            for first, last in cut_sentences(text[begin:stop], plain):
                for piece in cut_endless(text, begin + first, begin + last):
                    yield (paragraph, *apart.place_back(*piece))


def _close_emphasis(text: str) -> str:
    """Read the asterisks that end bold words behind a stop as closing marks, one for one: **We go.** They left."""
    if "*" not in text and "_" not in text:
        return text
    return _EMPHASIS_ENDS.sub(lambda found: '"' * len(found[0]), text)


def place_paragraphs(text: str) -> list[tuple[int, int]]:
    """(start, end) of each paragraph of a text, blank lines between them left out."""
    breaks = [found.span() for found in _PARAGRAPH_BREAK.finditer(text)]
    starts = [0, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), len(text)]
    return list(zip(starts, ends, strict=True))
