"""What is marked in a document that is read: quotations, actors, words of frames; frames and tone of each sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.errors import InputError, require
from analysis.frames import code_frames, find_words
from analysis.frames.codebooks import Codebook, load_codebook
from analysis.frames.instruments import PRESENT
from analysis.sentiment import score_sentences

KINDS = {"person": "P", "organisation": "O", "country": "C"}


class TextMark(NamedTuple):
    """A stretch of the text that is marked: kind (quote, actor, frame), a short sign, and what it says in full."""

    start: int
    end: int
    kind: str
    sign: str
    said: str


@dataclass(frozen=True)
class Marks:
    """All marks of a document.

    stretches: of the text. frames: by sentence_id its frames, each its number and what is said of it. tone: by
    sentence_id its compound score, -1 to 1. labels: the frames' names in the order of their numbers; actors: whether
    they are marked.
    """

    stretches: list[TextMark] = field(default_factory=list)
    frames: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    tone: dict[str, float] = field(default_factory=dict)
    labels: list[str] = field(default_factory=list)
    actors: bool = False


def find_marks(
    document: pd.DataFrame,
    sentences: pd.DataFrame,
    quotes: pd.DataFrame,
    mentions: pd.DataFrame | None,
    frames: str | Path | Codebook | None = None,
    tone: bool = False,
    method: str = "words",
    present: float = PRESENT,
) -> Marks:
    """Find what is to be marked in one document.

    document: its row of documents; mentions: None where actors are not asked for. frames: a codebook; method: as for
    `code_frames`; present: the score from which on a sentence is said to carry a frame (0 to 1).
    Raises InputError: an unknown codebook or method, a threshold that is none.
    """
    stretches = [TextMark(one.start, one.end, "quote", "", _said_by(one)) for one in quotes.itertuples()]
    if mentions is not None:
        stretches += _mark_actors(mentions, sentences)
    if frames is None or frames is False:
        return Marks(stretches, tone=_score(sentences) if tone else {}, actors=mentions is not None)
    if frames is True:
        raise InputError('frames=True names no codebook: write frames="generic", another name, or a .yaml file.')
    number = isinstance(present, int | float) and not isinstance(present, bool) and 0 <= present <= 1
    require(number, f"present={present!r} is no score from 0 to 1.")
    book = load_codebook(frames)
    carried = _find_frames(sentences, book, method, present)
    stretches += _mark_words(document, book) if method == "words" else []
    labels = [frame.label for frame in book.frames]
    return Marks(stretches, carried, _score(sentences) if tone else {}, labels, mentions is not None)


def _said_by(quote: tuple) -> str:
    who = "" if pd.isna(quote.speaker) else f" of {quote.speaker}"
    return f"{quote.kind} speech{who}"


def _mark_actors(mentions: pd.DataFrame, sentences: pd.DataFrame) -> list[TextMark]:
    starts = sentences.set_index("sentence_id")["start"]
    known = mentions[mentions["sentence_id"].isin(starts.index)]
    shifts = starts.reindex(known["sentence_id"]).to_numpy()
    return [
        TextMark(shift + one.start, shift + one.end, "actor", KINDS.get(one.kind, "?"), f"{one.actor} ({one.kind})")
        for one, shift in zip(known.itertuples(), shifts, strict=True)
    ]


def _mark_words(document: pd.DataFrame, book: Codebook) -> list[TextMark]:
    numbers = {frame.name: (place, frame.label) for place, frame in enumerate(book.frames, start=1)}
    marks = []
    for hit in find_words(document, book).itertuples():
        number, label = numbers[hit.frame]
        denied = ", negated" if hit.negated else ""
        marks.append(TextMark(hit.start, hit.end, "frame", str(number), f"{label}: {hit.word}{denied}"))
    return marks


def _find_frames(sentences: pd.DataFrame, book: Codebook, method: str, present: float) -> dict:
    numbers = {frame.name: (place, frame.label) for place, frame in enumerate(book.frames, start=1)}
    codes = code_frames(sentences, book, method)
    carried: dict[str, list[tuple[int, str]]] = {}
    for one in codes[codes["score"].ge(max(present, 1e-9)).fillna(False)].itertuples():
        number, label = numbers[one.frame]
        why = "" if pd.isna(one.evidence) else f": {one.evidence}"
        carried.setdefault(one.sentence_id, []).append((number, f"{label} {one.score:.2f}{why}"))
    return carried


def _score(sentences: pd.DataFrame) -> dict[str, float]:
    scored = score_sentences(sentences).dropna(subset="compound")
    return dict(zip(scored["sentence_id"], scored["compound"].astype(float), strict=True))
