"""Scores of targets: the networks' chances, checked input, checked output."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pandas as pd
from threadpoolctl import threadpool_limits

from analysis.errors import require
from analysis.sentiment.targets.linear import predict_linear
from analysis.sentiment.targets.network import predict
from analysis.sentiment.targets.pieces import Batch, make_batches, measure_target
from analysis.sentiment.targets.weights import LINEAR, load_parts
from analysis.texts.cleaning.languages import mark_language

CHANCES = ("negative", "neutral", "positive")
LANGUAGE = "en"  # of the training rows
THREADS = 2
CHUNK = 8_192  # targets read at once


def score_targets(targets: pd.DataFrame) -> pd.DataFrame:
    """Score how a sentence speaks of a target in it.

    targets: one row a target: text (the sentence), start and end (of the target in it, in characters); language and
    doc_id, where they are known. The target's own name is hidden from the network; only what stands around it (32
    word pieces on each side) counts. It has read English: a target in a text in another language gets NA.
    Returns negative, neutral, positive (chances, which sum to 1) and polarity (-1, 0 or 1: the likeliest of them; NA
    where the chances are), one row a target, on the index of targets.
    Raises InputError if a column is missing, a text is none, or a target is empty or lies outside its text.
    """
    texts, starts, ends = _check(targets)
    known = mark_language(targets, LANGUAGE)
    chances = np.full((len(texts), 3), np.nan)
    chances[known] = _score_known(
        *([part for part, read in zip(column, known, strict=True) if read] for column in (texts, starts, ends))
    )
    scores = pd.DataFrame(chances, columns=list(CHANCES), index=targets.index)
    polarity = pd.Series(np.nan_to_num(chances).argmax(axis=1) - 1, index=targets.index, dtype="int64")
    return scores.assign(polarity=polarity if known.all() else polarity.astype("Int64").mask(~known))


def _score_known(texts: list[str], starts: list[int], ends: list[int]) -> np.ndarray:
    """Give the chances of targets in English texts: (targets, 3)."""
    numbers: dict[tuple[str, int, int], int] = {}  # copies of a sentence, and mentions twice named, are read once
    row_of = [numbers.setdefault(target, len(numbers)) for target in zip(texts, starts, ends, strict=True)]
    targets = list(numbers)
    chances = np.zeros((len(targets), 3))
    for begin in range(0, len(targets), CHUNK):
        read = [measure_target(*target) for target in targets[begin : begin + CHUNK]]
        chances[begin : begin + CHUNK] = predict_chances(read, load_parts())
    return chances[row_of]


@threadpool_limits.wrap(limits=1, user_api="blas")  # the products are small: batches side by side gain more
def predict_chances(read: list, parts: dict[str, dict[str, np.ndarray]]) -> np.ndarray:
    """Give the mean of the parts' chances, each part with its share of the vote."""
    chances = np.zeros((len(read), 3))
    batches = make_batches(read)
    with ThreadPoolExecutor(THREADS) as threads:
        for batch, voted in zip(batches, threads.map(lambda batch: _vote(batch, parts), batches), strict=True):
            chances[batch.rows] = voted
    return chances


def _vote(batch: Batch, parts: dict[str, dict[str, np.ndarray]]) -> np.ndarray:
    chances = np.zeros((len(batch.rows), 3))
    for part, weights in parts.items():
        logits = (predict_linear if part == LINEAR else predict)(batch, weights).astype(np.float64)
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        chances += powers / powers.sum(axis=1, keepdims=True) * weights["vote"].item()
    return chances / chances.sum(axis=1, keepdims=True)


def _check(targets: pd.DataFrame) -> tuple[list[str], list[int], list[int]]:
    """Take the columns out, checked."""
    require(isinstance(targets, pd.DataFrame), "targets is no DataFrame; give one with text, start and end.")
    missing = [column for column in ("text", "start", "end") if column not in targets]
    require(not missing, f"targets lacks the columns {missing}; it has {list(targets.columns)}.")
    texts = targets["text"].tolist()
    odd = [text for text in texts if not isinstance(text, str)]
    require(not odd, f"targets.text holds {odd[:1]}, which is no text; leave such rows out.")
    places = targets[["start", "end"]].apply(pd.to_numeric, errors="coerce").astype("float64")
    wrong = targets[["start", "end"]].isna().any(axis=1)
    require(not wrong.any(), f"targets.start or end is missing in {int(wrong.sum())} rows; leave such rows out.")
    whole = np.isfinite(places).all(axis=None) and bool((places == places.round()).all(axis=None))
    require(whole, "targets.start and end must be whole numbers: the characters before the target, and up to its end.")
    starts, ends = places["start"].astype(int).tolist(), places["end"].astype(int).tolist()
    for text, start, end in zip(texts, starts, ends, strict=True):
        inside = 0 <= start < end <= len(text)
        require(
            inside, f"a target at {start} to {end} does not lie in its text of {len(text)} characters: {text[:60]!r}."
        )
    return texts, starts, ends
