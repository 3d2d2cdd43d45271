"""Resamples of whole documents, and the interval of what they give: the only one in the suite.

Sentences of one document are not independent, so documents are drawn; under five of them there is no interval.
Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap (the cluster bootstrap of its chapter 8; percentile
intervals of its chapter 13).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.errors import require

RESAMPLES = 2_000
CHUNK_CELLS = 8_000_000  # weights held at once, about 64 MB
LEVEL = 0.95
FEWEST_DOCUMENTS = 5  # under them there is no interval
TAILS = ((1 - LEVEL) / 2, (1 + LEVEL) / 2)  # of the draws


def no_interval(reason: str) -> str:
    """Write the note of a row that has no interval."""
    return f"{reason}: no interval"


TOO_FEW = no_interval(f"fewer than {FEWEST_DOCUMENTS} documents")


def draw_documents(n_documents: int, resamples: int = RESAMPLES, seed: int = 0) -> Iterator[np.ndarray]:
    """Yield how often each document is drawn in each resample, in chunks of resamples.

    Each chunk is a float64 array (resamples of the chunk, n_documents); a row sums to n_documents.
    The same arguments give the same draws, however the caller uses them.
    Raises InputError, when the first chunk is taken: fewer than one resample.
    """
    require(resamples >= 1, f"resamples={resamples!r} must be 1 or more: intervals come from them.")
    generator = np.random.default_rng(seed)
    step = max(1, CHUNK_CELLS // max(n_documents, 1))
    for begin in range(0, resamples, step):
        rows = min(step, resamples - begin)
        drawn = generator.integers(0, n_documents, size=(rows, n_documents), dtype=np.int64)
        drawn += np.arange(rows)[:, None] * n_documents
        counts = np.bincount(drawn.ravel(), minlength=rows * n_documents)
        yield counts.reshape(rows, n_documents).astype(np.float64)


def draw_ratios(tops: sparse.csr_array, bottoms: sparse.csr_array, resamples: int, seed: int) -> np.ndarray:
    """Draw documents and form each group's ratio anew: an array (resamples, groups).

    tops, bottoms: amounts of each document in each group.
    """
    if not tops.shape[0]:
        return np.full((1, tops.shape[1]), np.nan)
    draws = draw_documents(tops.shape[0], resamples, seed)
    return np.vstack([ratio_of((tops.T @ drawn.T).T, (bottoms.T @ drawn.T).T) for drawn in draws])


def ratio_of(top: np.ndarray, bottom: np.ndarray) -> np.ndarray:
    """Divide; NA where there is nothing to divide by."""
    return np.divide(top, bottom, out=np.full(np.shape(top), np.nan), where=np.asarray(bottom) > 0)


def interval_of(draws: np.ndarray, axis: int = 0) -> np.ndarray:
    """Give the ends of the 95% percentile interval along an axis of draws: an array (2, ...).

    Draws that are NA (a group that was not drawn) are passed over; NA where all of them are.
    """
    if not np.isnan(draws).any():
        return np.quantile(draws, TAILS, axis=axis)
    empty = np.isnan(draws).all(axis=axis)
    edges = np.nanquantile(np.where(np.expand_dims(empty, axis), 0.0, draws), TAILS, axis=axis)
    return np.where(empty, np.nan, edges)


def mark_small(result: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Take the interval (low, high and columns more) from rows of too few documents, and note why."""
    small = result["documents"] < FEWEST_DOCUMENTS
    result["note"] = np.where(small, TOO_FEW, "")
    result.loc[small, ["low", "high", *columns]] = np.nan
    return result
