"""Resamples of whole documents, and the interval of what they give: the only one in the suite.

Sentences of one document are not independent, so documents are drawn; under five of them there is no interval.
Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap (the cluster bootstrap of its chapter 8; percentile
intervals of its chapter 13).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.errors import require

RESAMPLES = 2_000
CHUNK_CELLS = 8_000_000  # weights held at once, about 64 MB
KEPT_CELLS = 256_000_000  # draws kept between calls, a byte each
BLOCK = 2_000  # groups whose resamples are held at once, about 32 MB
LEVEL = 0.95
FEWEST_DOCUMENTS = 5  # under them there is no interval
TAILS = ((1 - LEVEL) / 2, (1 + LEVEL) / 2)  # of the draws
_kept: dict[tuple[int, ...], list[np.ndarray]] = {}


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
    for counts in draw_counts(n_documents, resamples, seed):
        yield counts.T.astype(np.float64, order="C")


def draw_counts(n_documents: int, resamples: int = RESAMPLES, seed: int = 0) -> Iterable[np.ndarray]:
    """Draw as `draw_documents` does, in chunks of documents by resamples, in as few bytes as the counts need.

    A notebook asks for the same draws dozens of times: the last ones are kept, KEPT_CELLS of them at most.
    Raises InputError: fewer than one resample.
    """
    require(resamples >= 1, f"resamples={resamples!r} must be 1 or more: intervals come from them.")
    asked = (n_documents, resamples, seed, max(1, CHUNK_CELLS // max(n_documents, 1)))
    if n_documents * resamples > KEPT_CELLS:
        return _draw_chunks(*asked)
    draws = _kept.pop(asked, None) or list(_draw_chunks(*asked))
    while _kept and n_documents * resamples + sum(one * times for one, times, *_ in _kept) > KEPT_CELLS:
        del _kept[next(iter(_kept))]  # the oldest: the latest stands last
    _kept[asked] = draws
    return draws


def _draw_chunks(n_documents: int, resamples: int, seed: int, step: int) -> Iterator[np.ndarray]:
    generator = np.random.default_rng(seed)
    for begin in range(0, resamples, step):
        drawn = (
            generator.integers(0, n_documents, size=n_documents, dtype=np.int32)
            for _ in range(min(step, resamples - begin))
        )
        counts = np.array([np.bincount(one, minlength=n_documents) for one in drawn])
        yield np.ascontiguousarray(counts.astype(np.min_scalar_type(counts.max(initial=0))).T)


def draw_sums(amounts: Sequence[sparse.csr_array], resamples: int, seed: int) -> list[np.ndarray]:
    """Draw documents and add up their amounts anew: of each array (documents, columns) one of (columns, resamples)."""
    together = sparse.hstack(amounts, format="csr").T
    if not together.size:  # no document: nothing to draw
        return [np.zeros((one.shape[1], resamples)) for one in amounts]
    sums, times = [], np.empty((0, 0))
    for counts in draw_counts(together.shape[1], resamples, seed):
        if times.shape != counts.shape:  # one buffer for all chunks but the last
            times = np.empty(counts.shape)
        np.copyto(times, counts)
        sums.append(together @ times)
    return np.split(np.hstack(sums), np.cumsum([one.shape[1] for one in amounts])[:-1])


def draw_intervals(
    tops: sparse.csr_array,
    bottoms: sparse.csr_array,
    documents: np.ndarray,
    resamples: int,
    seed: int,
    spread: np.ndarray | None = None,
) -> np.ndarray:
    """Draw documents for the interval of each group's ratio: an array (2, groups); NA for groups of too few documents.

    tops, bottoms: amounts of each document in each group; documents: how many each group has; spread: which column of
    bottoms belongs to each of tops, where it is not the same.
    """
    require(resamples >= 1, f"resamples={resamples!r} must be 1 or more: intervals come from them.")
    spread = np.arange(tops.shape[1]) if spread is None else spread
    bounds = np.full((2, tops.shape[1]), np.nan)
    wanted = np.flatnonzero(documents >= FEWEST_DOCUMENTS)
    for begin in range(0, len(wanted), BLOCK):
        columns = wanted[begin : begin + BLOCK]
        below, place = np.unique(spread[columns], return_inverse=True)
        top, bottom = draw_sums([tops[:, columns], bottoms[:, below]], resamples, seed)
        bounds[:, columns] = interval_of(ratio_of(top, bottom[place]), axis=1)
    return bounds


def ratio_of(top: np.ndarray, bottom: np.ndarray) -> np.ndarray:
    """Divide; NA where there is nothing to divide by."""
    return np.divide(top, bottom, out=np.full(np.shape(top), np.nan), where=np.asarray(bottom) > 0)


def interval_of(draws: np.ndarray, axis: int = 0) -> np.ndarray:
    """Give the ends of the 95% percentile interval along an axis of draws: an array (2, ...).

    Draws that are NA (a group that was not drawn) are passed over; NA where all of them are.
    """
    if not np.isnan(draws).any():
        return np.quantile(draws, TAILS, axis=axis)
    lines = np.moveaxis(draws, axis, -1)
    lines, shape = lines.reshape(-1, lines.shape[-1]), lines.shape[:-1]
    lacking, empty = np.isnan(lines).any(axis=1), np.isnan(lines).all(axis=1)
    edges = np.full((2, len(lines)), np.nan)
    edges[:, ~lacking] = np.quantile(lines[~lacking], TAILS, axis=1)
    edges[:, lacking & ~empty] = np.nanquantile(lines[lacking & ~empty], TAILS, axis=1)
    return edges.reshape(2, *shape)


def mark_small(result: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Take the interval (low, high and columns more) from rows of too few documents, and note why."""
    small = result["documents"] < FEWEST_DOCUMENTS
    result["note"] = np.where(small, TOO_FEW, "")
    result.loc[small, ["low", "high", *columns]] = np.nan
    return result
