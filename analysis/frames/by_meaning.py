"""Frames by meaning: sentences set beside the statements of each item, read against what news is like on the whole.

1. A sentence and a statement are vectors less the mean vector of news sentences: what all news shares drops out
   (Mu & Viswanath 2018, All-but-the-Top). Their cosine says how near they are.
2. A sentence's nearness to an item lies between the mean and the maximum over its statements (log-mean-exp).
3. It is put on one scale for all items: standard deviations from what sentences drawn from the moments of general
   news would get. So scores of frames can be set beside one another, and no document's score depends on another's.
4. A logistic curve turns it into a probability-like weight: one half at 2.5 standard deviations. A sentence of
   fewer than six words says too little to be sure of: its weight shrinks in proportion.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

import numpy as np
import pandas as pd
from safetensors.numpy import load_file
from scipy.special import expit

from analysis.frames.amounts import SENTENCES_A_UNIT, frame_columns, measured_items, saturate
from analysis.frames.codebooks import Codebook
from analysis.texts.sentences import split_sentences
from analysis.texts.tokens import count_words
from analysis.words.vectors import MODELS, embed, embed_full, scale_rows

SHARPNESS = 10.0  # of the mean over statements: 0 would be the plain mean, infinity the maximum
HALF, SLOPE = 2.5, 0.5  # standard deviations
DRAWS = 4_000
BATCH = 8_192
ROWS = 64  # a product is taken of so many rows at once, or of a multiple
MOST_WEIGHED = 16_000_000  # weights that are remembered: 200 MB with the nearest statements
WHOLE = 6  # words that a sentence needs for its full weight
SHOWN = 0.05  # a sentence below this weight gets no statement as evidence
ENGINES: dict[str, Callable] = {"static": embed, "minilm": embed_full}


@dataclass(frozen=True)
class Yardstick:
    """A codebook's statements as vectors, with what news sentences on the whole score on its items."""

    statements: np.ndarray
    texts: np.ndarray
    starts: np.ndarray
    centre: np.ndarray
    level: np.ndarray
    spread: np.ndarray

    def weigh(self, vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Weigh sentence vectors on each item: weights 0 to 1 and nearest statements, both (sentences, items)."""
        known = vectors.any(axis=1)
        cosines = _multiply(scale_rows(vectors - self.centre), self.statements.T)
        nearness = (_pool(cosines, self.starts) - self.level) / self.spread
        weights = expit((nearness - HALF) / SLOPE) * known[:, None]
        return weights, _nearest(cosines, self.starts)


def make_yardstick(codebook: Codebook, engine: str = "static") -> Yardstick:
    """Embed a codebook's statements and measure them against the background of news."""
    items = [codebook.frames[place].items[number] for place, number in measured_items(codebook, "statements")]
    texts = np.array([statement for item in items for statement in item.statements], dtype=object)
    starts = np.cumsum([0, *(len(item.statements) for item in items)])[:-1]
    centre, background = _background(engine)
    statements = scale_rows(ENGINES[engine](texts) - centre)
    usual = _pool(background @ statements.T, starts)
    return Yardstick(statements, texts, starts, centre, usual.mean(axis=0), usual.std(axis=0))


def weigh_sentences(texts: pd.Series, codebook: Codebook, engine: str) -> tuple[np.ndarray, np.ndarray, Yardstick]:
    """Weigh sentences on each item; also say which statement is nearest (its position in the yardstick).

    What was weighed last is remembered: documents are rated by the same sentences that are coded one by one.
    """
    yardstick, texts = _kept_yardstick(codebook, engine), list(texts)
    key = (codebook.sha256, engine, _hash_texts(texts))
    if key in _WEIGHED:
        return *_WEIGHED[key], yardstick
    _WEIGHED.clear()
    parts = [
        yardstick.weigh(embed_sentences(texts[begin : begin + BATCH], engine))
        for begin in range(0, max(len(texts), 1), BATCH)
    ]
    words = np.fromiter((count_words(text) for text in texts), float, len(texts))
    weights = np.vstack([weights for weights, _ in parts]) * np.minimum(1.0, words / WHOLE)[:, None]
    nearest = np.vstack([nearest for _, nearest in parts])
    if weights.size <= MOST_WEIGHED:
        _WEIGHED[key] = weights, nearest
    return weights, nearest, yardstick


def embed_sentences(texts: Sequence[str], engine: str = "static") -> np.ndarray:
    """Give sentences their vectors: the one place where measuring by meaning takes them from.

    Returns float32 (texts, 256; 384 by "minilm"), each row of length one, zeros for a text without a known word.
    """
    return ENGINES[engine](texts)


def _hash_texts(texts: Sequence[str]) -> str:
    """Return one hash of all texts in their order, that tells apart where one ends."""
    digest = sha256(",".join(map(str, map(len, texts))).encode())
    for begin in range(0, len(texts), BATCH):
        digest.update("".join(texts[begin : begin + BATCH]).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def item_presence(
    documents: pd.DataFrame, codebook: Codebook, engine: str, sentences: pd.DataFrame | None = None
) -> np.ndarray:
    """Return how present each measured item is in each document, 0 to below 1: (documents, items).

    sentences: those of the documents, and perhaps of others, where they are split already.
    """
    if documents.empty:
        return np.zeros((0, len(measured_items(codebook, "statements"))))
    sentences = split_sentences(documents) if sentences is None else sentences
    row = pd.Index(documents["doc_id"]).get_indexer(sentences["doc_id"])
    own = row >= 0
    weights, _, _ = weigh_sentences(sentences["text"][own], codebook, engine)
    amounts = np.zeros((len(documents), weights.shape[1]))
    np.add.at(amounts, row[own], weights)
    return saturate(amounts, np.bincount(row[own], minlength=len(documents)) / SENTENCES_A_UNIT)


def score_frames(
    documents: pd.DataFrame, codebook: Codebook, engine: str, sentences: pd.DataFrame | None = None
) -> np.ndarray:
    """Average the presence of each frame's items: (documents, frames)."""
    if documents.empty:
        return np.zeros((0, len(codebook.frames)))
    presence = item_presence(documents, codebook, engine, sentences)
    return np.stack([presence[:, own].mean(axis=1) for own in frame_columns(codebook, "statements")], axis=1)


def code_texts(texts: pd.Series, codebook: Codebook, engine: str) -> tuple[np.ndarray, np.ndarray]:
    """Score sentences by each frame's strongest item, and name the statement of it that is nearest.

    Returns scores (sentences, frames) and evidence of the same shape: a statement, or None below a weight of .05.
    """
    scores = np.zeros((len(texts), len(codebook.frames)))
    evidence = np.full(scores.shape, None, dtype=object)
    if texts.empty:
        return scores, evidence
    weights, nearest, yardstick = weigh_sentences(texts, codebook, engine)
    for place, own in enumerate(frame_columns(codebook, "statements")):
        best = own[weights[:, own].argmax(axis=1)]
        scores[:, place] = np.take_along_axis(weights, best[:, None], axis=1)[:, 0]
        said = yardstick.texts[np.take_along_axis(nearest, best[:, None], axis=1)[:, 0]]
        evidence[:, place] = np.where(scores[:, place] >= SHOWN, said, None)
    return scores, evidence


def _multiply(vectors: np.ndarray, statements: np.ndarray) -> np.ndarray:
    """Multiply in whole blocks of rows: the last digits of a product can hang on how many rows are left over."""
    padded = np.pad(vectors, ((0, -len(vectors) % ROWS), (0, 0)))
    return (padded @ statements)[: len(vectors)]


def _pool(cosines: np.ndarray, starts: np.ndarray) -> np.ndarray:
    sums = np.add.reduceat(np.exp(SHARPNESS * cosines), starts, axis=1)
    return np.log(sums / np.diff(starts, append=cosines.shape[1])) / SHARPNESS


def _nearest(cosines: np.ndarray, starts: np.ndarray) -> np.ndarray:
    ends = [*starts[1:], cosines.shape[1]]
    parts = [cosines[:, begin:end].argmax(axis=1) + begin for begin, end in zip(starts, ends, strict=True)]
    return np.stack(parts, axis=1).astype(np.int32)


@cache
def _background(engine: str) -> tuple[np.ndarray, np.ndarray]:
    """Return the mean vector of news sentences and sentences drawn from their moments, centred, at length one."""
    moments = load_file(MODELS / "news-background.safetensors")
    mean, covariance = moments[f"{engine}_mean"], moments[f"{engine}_covariance"]
    strengths, directions = np.linalg.eigh(covariance.astype(np.float64))
    drawn = np.random.default_rng(0).standard_normal((DRAWS, len(mean))) * np.sqrt(strengths.clip(0))
    return mean, scale_rows((drawn @ directions.T).astype(np.float32))


def _kept_yardstick(codebook: Codebook, engine: str) -> Yardstick:
    key = (codebook.sha256, engine)
    if key not in _MADE:
        while len(_MADE) >= _MOST_KEPT:
            _MADE.pop(next(iter(_MADE)))
        _MADE[key] = make_yardstick(codebook, engine)
    return _MADE[key]


_MADE: dict[tuple[str, str], Yardstick] = {}
_WEIGHED: dict[tuple[str, str, str], tuple[np.ndarray, np.ndarray]] = {}
_MOST_KEPT = 8
