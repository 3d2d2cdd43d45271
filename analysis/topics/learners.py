"""Two ways to learn topics: NMF on TF-IDF and LDA on counts."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse

from analysis.topics.factors import factor, project, squared_error
from analysis.topics.vocabulary import weigh_words

ONLINE = 2_000  # units from which LDA learns online


@dataclass(frozen=True)
class Learnt:
    """What a method learnt: words is (topics, words), not negative; prior is LDA's, of topics in a text."""

    method: str
    words: np.ndarray
    prior: float = 0.0

    def take(self, order: np.ndarray) -> Learnt:
        """Put the topics in another order."""
        return replace(self, words=self.words[order])


def learn_nmf(matrix: sparse.csr_array, n_topics: int, seed: int = 0, start: str = "best") -> Learnt:
    """Learn topics from TF-IDF by non-negative matrix factorisation (Lee & Seung 1999).

    start: "random", or "best": of one start from singular vectors and two random ones that of least error.
    """
    starts = [("svd", seed), ("random", seed), ("random", seed + 1)] if start == "best" else [(start, seed)]
    fits = [factor(matrix, n_topics, number, kind) for kind, number in starts]
    errors = [squared_error(matrix, *fit) for fit in fits] if len(fits) > 1 else [0.0]
    return Learnt("nmf", fits[int(np.argmin(errors))][1])


def learn_lda(counts: sparse.csr_array, n_topics: int, seed: int = 0, start: str = "random") -> Learnt:
    """Learn topics from counts by latent Dirichlet allocation (Blei et al. 2003), online above 2,000 units.

    Source of the online form: Hoffman et al. 2010. More passes for smaller corpora, 5 to 60.
    """
    from sklearn.decomposition import LatentDirichletAllocation  # half a second that NMF does not need

    units = counts.shape[0]
    form = {"learning_method": "batch", "max_iter": int(np.clip(30_000 // units, 15, 60))}
    if units > ONLINE:
        form = {"learning_method": "online", "batch_size": 1024, "max_iter": 5}
    model = LatentDirichletAllocation(n_topics, random_state=seed, **form).fit(counts)
    return Learnt("lda", model.components_, 1 / n_topics)


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


def fold_in(counts: sparse.csr_array, learnt: Learnt, rounds: int = 30) -> np.ndarray:
    """Estimate units' topics under fixed LDA topics, by EM with the prior's weight added (Asuncion et al. 2009)."""
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
