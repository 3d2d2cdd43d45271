"""Which topics come back: refits from other random starts on other parts of the corpus, matched topic by topic."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from scipy import sparse
from scipy.optimize import linear_sum_assignment

from analysis.progress import count_off
from analysis.words.vectors import scale_rows

RUNS = 10
THREADS = 2
PART = 0.8  # of the documents in one refit (Greene et al. 2014)
MAX_CELLS = 600_000  # words counted in one refit, some 3,000 articles: of a large corpus a smaller part is refitted
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
    """Refit on random parts of the corpus and match: one row a refit, one column a topic, cosine 0 to 1.

    refit: takes (matrix, seed) and returns a (topics, words) array. Each refit has its own seed and its own
    four fifths of the documents, drawn without replacement (less of a large corpus).
    Source: Greene, O'Callaghan & Cunningham 2014; matching by Kuhn 1955 (the Hungarian method).
    """

    def one(run: int) -> np.ndarray:
        units = draw_units(matrix, documents, np.random.default_rng([seed, run]))
        return match_topics(words, refit(matrix[units], seed + run + 1))[1]

    with ThreadPoolExecutor(THREADS) as pool:  # the products with sparse matrices let other threads run
        found = count_off(pool.map(one, range(runs)), "refits", "fits", runs)
        return np.array(list(found)).reshape(runs, len(words))


def draw_units(
    matrix: sparse.csr_array,
    documents: np.ndarray,
    generator: np.random.Generator,
    part: float = PART,
    most: int = MAX_CELLS,
) -> np.ndarray:
    """Draw part of the documents, whole and without replacement, and return the rows of their units.

    part: of the documents; less where they hold more than `most` words counted in units.
    """
    n_documents = int(documents.max(initial=-1)) + 1
    part = min(part, most / max(matrix.nnz, 1))
    chosen = np.zeros(n_documents, dtype=bool)
    chosen[generator.permutation(n_documents)[: max(1, round(n_documents * part))]] = True
    return np.flatnonzero(chosen[documents])


def match_topics(first: np.ndarray, second: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pair the topics of two fits so that the sum of cosines is greatest.

    Returns, for each topic of the first, its partner's number and their cosine.
    """
    cosines = scale_rows(first) @ scale_rows(second).T
    topics, partners = linear_sum_assignment(-cosines)
    order = np.argsort(topics)
    return partners[order], cosines[topics, partners][order]
