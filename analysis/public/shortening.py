"""Texts on their way out: every run of the corpus's words that may not be shown becomes a line that names it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from analysis.public.texts import PublicTexts
from analysis.public.windows import hash_windows, list_covered, mark_covered, mark_hits
from analysis.public.words import PIECE, cut_words, hash_words

CELL = "\x1f"  # stands between the cells of a table while they are read as one text
TAG = re.compile(r"<!--|-->|<[a-zA-Z/!?][^<>]*>")
_TAG_OR_PIECE = re.compile(f"({TAG.pattern})|{PIECE.pattern}")
_KEPT = re.compile(f"{TAG.pattern}|{CELL}")


class _Pieces(NamedTuple):
    """A text's words, where each stands in it, and the number of its piece."""

    words: list[str]
    spans: list[tuple[int, int]]
    piece: np.ndarray


def shorten(text: str, texts: PublicTexts, markup: bool = False) -> str:
    """Replace what may not be shown by its length, its document and its hash: [12 words of DOC, sha256:ab12cd34ef56].

    markup: the text is HTML, XML or Markdown: words count whatever tags stand between them, and tags stay.
    """
    text = _shorten_once(text, texts, PIECE)
    return _shorten_once(text, texts, _TAG_OR_PIECE) if markup and "<" in text else text


def shorten_cells(cells: Sequence[str], texts: PublicTexts) -> list[str]:
    """Shorten the cells of a table, in their order; a run that goes on in the next cell is one run."""
    joined = CELL.join(cell.replace(CELL, " ") for cell in cells)
    shortened = _shorten_once(joined, texts, PIECE)
    return list(cells) if shortened == joined else shortened.split(CELL)


def shorten_rows(rows: Sequence[Sequence[str]], texts: PublicTexts) -> list[list[str]]:
    """Shorten the cells of a table: a run that goes on in the next row, or in the next cell, is one run.

    Quotations that stand under one another may be pieces of one sentence: read down, they are no more than the limit.
    """
    if rows and len({len(row) for row in rows}) == 1:
        columns = [shorten_cells(column, texts) for column in zip(*rows, strict=True)]
        rows = list(zip(*columns, strict=True))
    given = iter(shorten_cells([cell for row in rows for cell in row], texts))
    return [[next(given) for _ in row] for row in rows]


def _shorten_once(text: str, texts: PublicTexts, pattern: re.Pattern[str]) -> str:
    pieces = _split_pieces(text, pattern)
    windows = hash_windows(pieces.words)
    hits = mark_hits(windows, texts.windows)
    if not hits.any():
        return text
    count = len(pieces.words)
    shown = _cut_long(mark_covered(hits & mark_hits(windows, texts.allowed), count), texts.limits.words)
    hidden = mark_covered(hits, count) & ~shown
    written, done = [], 0
    for begin, end in list_covered(hidden):
        first, last = pieces.spans[pieces.piece[begin]], pieces.spans[pieces.piece[end - 1]]
        if first[0] < done:  # a piece of several words, which is gone already
            continue
        window = windows[np.flatnonzero(hits[: begin + 1])[-1]]
        written += [text[done : first[0]], _name_run(pieces.words[begin:end], window, texts)]
        written += _KEPT.findall(text[first[0] : last[1]])
        done = last[1]
    return "".join([*written, text[done:]])


def _split_pieces(text: str, pattern: re.Pattern[str]) -> _Pieces:
    words, spans, piece = [], [], []
    for found in pattern.finditer(text):
        if pattern.groups and found[1]:
            continue
        inside = cut_words(found[0])
        words += inside
        piece += [len(spans)] * len(inside)
        spans.append(found.span())
    return _Pieces(words, spans, np.array(piece, dtype=np.int64))


def _cut_long(shown: np.ndarray, most: int) -> np.ndarray:
    for begin, end in list_covered(shown):
        shown[begin + most : end] = False
    return shown


def _name_run(words: Sequence[str], window: np.uint64, texts: PublicTexts) -> str:
    name = texts.names[texts.owners[np.searchsorted(texts.windows, window)]]
    noun = "word" if len(words) == 1 else "words"
    return f"[{len(words)} {noun} of {name}, sha256:{hash_words(words)}]"
