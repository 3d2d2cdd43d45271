"""Two ways to learn topics: NMF on TF-IDF and LDA on counts."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse

from analysis.topics.factors import factor, project, squared_error
from analysis.topics.vocabulary import weigh_words

TOLERANCE = 1e-3  # of the words' length
LDA_ROUNDS = 60
FEW_UNITS, FEW_ROUNDS, FEW_STARTS = 500, 100, 3  # fewer units take more rounds from several starts: they cost little
LDA_CELLS = 700_000  # words counted in units that LDA learns from at the most
WORD_PRIOR = 0.01  # of every word in a topic
FOLDED = 2_000  # units whose topics are estimated at once


@dataclass(frozen=True)
class Learnt:
    """What a method learnt: words is (topics, words), not negative; prior is LDA's, of topics in a text."""

    method: str
    words: np.ndarray
    prior: float = 0.0

    def take(self, order: np.ndarray) -> Learnt:
        """Put the topics in another order."""
        return replace(self, words=self.words[order])


def learn_nmf(
    matrix: sparse.csr_array, n_topics: int, seed: int = 0, start: str = "best", tol: float = TOLERANCE
) -> Learnt:
    """Learn topics from TF-IDF by non-negative matrix factorisation (Lee & Seung 1999).

    start: "svd", "random", or "best": of one start from singular vectors and two random ones that of least error.
    tol: how little the words still move, as a share of their length, when the fit is over.
    """
    starts = [("svd", seed), ("random", seed), ("random", seed + 1)] if start == "best" else [(start, seed)]
    fits = [factor(matrix, n_topics, number, kind, tol=tol) for kind, number in starts]
    errors = [squared_error(matrix, *fit) for fit in fits] if len(fits) > 1 else [0.0]
    return Learnt("nmf", fits[int(np.argmin(errors))][1])


def learn_lda(
    counts: sparse.csr_array, n_topics: int, seed: int = 0, start: str = "random", tol: float = TOLERANCE
) -> Learnt:
    """Learn topics from counts by latent Dirichlet allocation (Blei et al. 2003), by EM (Asuncion et al. 2009).

    At most 700,000 counts are learnt from, some 3,000 articles drawn by the seed. start, tol: not used, for every
    fit starts at random and takes as many rounds.
    """
    generator = np.random.default_rng(seed)
    if counts.nnz > LDA_CELLS:
        chosen = generator.permutation(counts.shape[0])[: round(counts.shape[0] * LDA_CELLS / counts.nnz)]
        counts = counts[np.sort(chosen)]
    starts = 1 if counts.shape[0] >= FEW_UNITS else FEW_STARTS
    fits = [_maximise(Pairs(counts), n_topics, generator) for _ in range(starts)]
    return Learnt("lda", max(fits, key=lambda fit: fit[1])[0].T.astype(np.float64), 1 / n_topics)


def _maximise(pairs: Pairs, n_topics: int, generator: np.random.Generator) -> tuple[np.ndarray, float]:
    """Fit words to topics from one random start: (words, topics), and how likely they make the texts."""
    prior, (n_units, n_words) = np.float32(1 / n_topics), pairs.shape
    words = generator.gamma(100, 0.01, (n_words, n_topics)).astype(np.float32)
    shares = np.full((n_units, n_topics), prior, dtype=np.float32)
    for _ in range(LDA_ROUNDS if n_units >= FEW_UNITS else FEW_ROUNDS):
        words /= words.sum(axis=0)
        likelihood, by_unit, by_word = pairs.split_counts(shares, words)
        shares = by_unit + prior
        shares /= shares.sum(axis=1, keepdims=True)
        words = by_word + np.float32(WORD_PRIOR)
    return words, likelihood


class Pairs:
    """Counts of words in units, set out both ways once for the rounds of EM."""

    def __init__(self, counts: sparse.csr_array) -> None:
        """counts: (units, words)."""
        self.unit = np.repeat(np.arange(counts.shape[0], dtype=np.int32), np.diff(counts.indptr))
        self.word, self.count = counts.indices.astype(np.int32), counts.data.astype(np.float32)
        self.ends, self.shape = counts.indptr.astype(np.int32), counts.shape
        self.by_word = np.argsort(self.word, kind="stable")
        self.word_ends = np.concatenate([[0], np.cumsum(np.bincount(self.word, minlength=counts.shape[1]))])

    def split_counts(self, shares: np.ndarray, words: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
        """Split each count among the topics that may have made it: their log-likelihood, sums by unit, and by word."""
        expected = np.maximum(np.einsum("ij,ij->i", shares[self.unit], words[self.word]), 1e-30)
        ratio, likelihood = self.count / expected, float(self.count @ np.log(expected))
        units = sparse.csr_array((ratio, self.word, self.ends), shape=self.shape)
        turned = sparse.csr_array(
            (ratio[self.by_word], self.unit[self.by_word], self.word_ends.astype(np.int32)), shape=self.shape[::-1]
        )
        return likelihood, shares * (units @ words), words * (turned @ shares)


LEARNERS = {"nmf": learn_nmf, "lda": learn_lda}


def weigh_units(counts: sparse.csr_array, learnt: Learnt, idf: np.ndarray) -> np.ndarray:
    """Weigh learnt topics in units by their words: (units, topics), 0 in units without any of them.

    A unit's weights depend on its own words alone.
    """
    weights = np.zeros((counts.shape[0], len(learnt.words)))
    filled = np.flatnonzero(np.diff(counts.indptr))
    if len(filled) and len(learnt.words):
        rows = counts[filled]
        weights[filled] = (
            project(weigh_words(rows, idf), learnt.words) * learnt.words.sum(axis=1)
            if learnt.method == "nmf"
            else fold_in(rows, learnt)
        )
    return weights


def fold_in(counts: sparse.csr_array, learnt: Learnt) -> np.ndarray:
    """Estimate units' topics under fixed LDA topics: each unit's by its own words."""
    parts = [_fold_in(counts[begin : begin + FOLDED], learnt) for begin in range(0, counts.shape[0], FOLDED)]
    return np.concatenate(parts)


def _fold_in(counts: sparse.csr_array, learnt: Learnt, rounds: int = 30) -> np.ndarray:
    """Estimate by EM with the prior's weight added (Asuncion et al. 2009)."""
    words = learnt.words / learnt.words.sum(axis=1, keepdims=True)
    rows = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    shares = np.full((counts.shape[0], len(words)), 1 / len(words))
    columns = np.ascontiguousarray(words.T)[counts.indices]
    for _ in range(rounds):
        joint = shares[rows] * columns
        joint *= (counts.data / np.maximum(joint.sum(axis=1), 1e-30))[:, None]
        shares = np.add.reduceat(joint, counts.indptr[:-1], axis=0) + learnt.prior
        shares /= shares.sum(axis=1, keepdims=True)
    return shares
