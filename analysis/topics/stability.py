"""Which topics come back: refits from other random starts on other draws of the documents, matched topic by topic."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy import sparse
from scipy.optimize import linear_sum_assignment

RUNS = 10
MAX_UNITS = 3_000  # of one refit; above, a random part of the documents is refitted
SIMILAR = 0.7  # cosine of two topics' words at which they are called the same
RECURRENT = 0.7  # share of refits in which a topic must come back to be interpreted


def refit_similarities(
    refit: Callable[[sparse.csr_array, int], np.ndarray],
    matrix: sparse.csr_array,
    words: np.ndarray,
    documents: np.ndarray,
    runs: int = RUNS,
    seed: int = 0,
) -> np.ndarray:
    """Refit on fresh draws of whole documents and match: one row a refit, one column a topic, cosine 0 to 1.

    refit: takes (matrix, seed) and returns a (topics, words) array. Each refit has its own seed and its
    own bootstrap sample of the documents (at most about 3,000 units).
    Source: Greene, O'Callaghan & Cunningham 2014; matching by Kuhn 1955 (the Hungarian method).
    """
    rows = []
    for run in range(runs):
        generator = np.random.default_rng([seed, run])
        units = draw_units(documents, generator)
        rows.append(match_topics(words, refit(matrix[units], seed + run + 1))[1])
    return np.array(rows).reshape(runs, len(words))


def draw_units(documents: np.ndarray, generator: np.random.Generator) -> np.ndarray:
    """Draw whole documents with replacement and return the rows of their units."""
    n_documents = int(documents.max()) + 1
    part = min(1.0, MAX_UNITS / len(documents))
    drawn = generator.integers(0, n_documents, max(1, round(n_documents * part)))
    times = np.bincount(drawn, minlength=n_documents)[documents]
    return np.repeat(np.arange(len(documents)), times)


def match_topics(first: np.ndarray, second: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pair the topics of two fits so that the sum of cosines is greatest.

    Returns, for each topic of the first, its partner's number and their cosine.
    """
    cosines = _unit_rows(first) @ _unit_rows(second).T
    topics, partners = linear_sum_assignment(-cosines)
    order = np.argsort(topics)
    return partners[order], cosines[topics, partners][order]


def _unit_rows(rows: np.ndarray) -> np.ndarray:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.where(lengths > 0, lengths, 1)
