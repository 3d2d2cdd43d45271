"""Resamples of whole documents: sentences of one document are not independent, so documents are drawn.

Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap (the cluster bootstrap of its chapter 8).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from scipy import sparse

from analysis.errors import require
from analysis.estimates.intervals import FEWEST_DOCUMENTS, interval_of, spread_of
from analysis.given import parse_whole

RESAMPLES = 2_000
CHUNK_CELLS = 8_000_000  # weights held at once, about 64 MB
KEPT_CELLS = 256_000_000  # draws kept between calls, a byte each
BLOCK = 2_000  # groups whose resamples are held at once, about 32 MB
_kept: dict[tuple[int, ...], list[np.ndarray]] = {}


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
    Raises InputError: fewer than one resample, or a seed that is no whole number.
    """
    number = parse_whole(seed)
    require(number is not None and number >= 0, f"seed={seed!r} is not a whole number, 0 or more.")
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
    """Draw documents for each group's ratio: low, high and standard error (3, groups); NA for too few documents.

    tops, bottoms: amounts of each document in each group; documents: how many each group has; spread: which column of
    bottoms belongs to each of tops, where it is not the same.
    """
    require(resamples >= 1, f"resamples={resamples!r} must be 1 or more: intervals come from them.")
    spread = np.arange(tops.shape[1]) if spread is None else spread
    found = np.full((3, tops.shape[1]), np.nan)
    wanted = np.flatnonzero(documents >= FEWEST_DOCUMENTS)
    for begin in range(0, len(wanted), BLOCK):
        columns = wanted[begin : begin + BLOCK]
        below, place = np.unique(spread[columns], return_inverse=True)
        top, bottom = draw_sums([tops[:, columns], bottoms[:, below]], resamples, seed)
        draws, behind = ratio_of(top, bottom[place]), documents[columns]
        found[:2, columns], found[2, columns] = interval_of(draws, 1, behind), spread_of(draws, behind)
    return found


def ratio_of(top: np.ndarray, bottom: np.ndarray) -> np.ndarray:
    """Divide; NA where there is nothing to divide by."""
    return np.divide(top, bottom, out=np.full(np.shape(top), np.nan), where=np.asarray(bottom) > 0)
