"""Resamples of whole documents, for every interval in the suite.

Sentences of one document are not independent, so documents are what is drawn.
Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap (the cluster bootstrap of its chapter 8).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

RESAMPLES = 2_000
CHUNK_CELLS = 8_000_000  # weights held at once, about 64 MB


def draw_documents(n_documents: int, resamples: int = RESAMPLES, seed: int = 0) -> Iterator[np.ndarray]:
    """Yield how often each document is drawn in each resample, in chunks of resamples.

    Each chunk is a float64 array (resamples of the chunk, n_documents); a row sums to n_documents.
    The same arguments give the same draws, however the caller uses them.
    """
    generator = np.random.default_rng(seed)
    step = max(1, CHUNK_CELLS // max(n_documents, 1))
    for begin in range(0, resamples, step):
        rows = min(step, resamples - begin)
        drawn = generator.integers(0, n_documents, size=(rows, n_documents), dtype=np.int64)
        drawn += np.arange(rows)[:, None] * n_documents
        counts = np.bincount(drawn.ravel(), minlength=rows * n_documents)
        yield counts.reshape(rows, n_documents).astype(np.float64)
