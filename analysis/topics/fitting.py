"""Fit so many topics, refit them on other draws, and set out what was found."""

from __future__ import annotations

from functools import partial

import numpy as np
import pandas as pd
from threadpoolctl import threadpool_limits

from analysis.estimates.basis import exploratory
from analysis.topics.labels import join_words, label_topics
from analysis.topics.learners import LEARNERS, TOLERANCE, Learnt, weigh_units
from analysis.topics.material import Material
from analysis.topics.model import TopicModel, list_words, share_rows, share_words
from analysis.topics.quality import TOP_WORDS, best_words, score_coherence, score_frex, score_relevance
from analysis.topics.stability import RECURRENT, RUNS, SIMILAR, refit_similarities
from analysis.topics.vocabulary import MAX_WORDS

FEWEST_DOCUMENTS = 10  # below, no topics
QUICK_TOLERANCE = 3e-3


@threadpool_limits.wrap(limits=1, user_api="blas")  # the dense products are small: more threads only wait
def fit_material(material: Material, n_topics: int, seed: int = 0, runs: int = RUNS, start: str = "best") -> TopicModel:
    """Fit so many topics to prepared texts, refit `runs` times, and describe them.

    start: how the fit begins, see `learn_nmf`. Refits of many documents end a little earlier: whether topics come
    back is seen by then.
    """
    learn = partial(LEARNERS[material.method], n_topics=n_topics)
    learnt = learn(material.matrix, seed=seed, start=start)
    tol = QUICK_TOLERANCE if material.is_large else TOLERANCE
    weights = weigh_units(material.counts, learnt, material.vocabulary.idf)
    shares = share_of_text(share_rows(weights, material.index), material.lengths)
    order = np.argsort(-shares.to_numpy(), kind="stable")
    learnt = learnt.take(order)
    cosines = refit_similarities(
        lambda matrix, seed: learn(matrix, seed=seed, start="random", tol=tol).words,
        material.matrix,
        learnt.words,
        material.filled_documents,
        runs,
        seed,
    )
    return make_model(material, learnt, share_rows(weights[:, order], material.index), cosines)


def make_model(material: Material, learnt: Learnt, weights: pd.DataFrame, cosines: np.ndarray) -> TopicModel:
    """Set out a fit's tables."""
    vocabulary, words = material.vocabulary, learnt.words
    terms, exclusive = list_words(words, vocabulary), list_words(words, vocabulary, by="frex")
    topics = weights.columns
    top = best_words(score_relevance(share_words(words), vocabulary.units), TOP_WORDS)
    coherence = pd.Series(score_coherence(material.terms, [vocabulary.numbers[row] for row in top]), topics)
    frex = score_frex(share_words(words))
    exclusivity = pd.Series([frex[topic, row].mean() for topic, row in enumerate(top)], topics)
    stability = pd.Series(cosines.mean(axis=0) if len(cosines) else np.nan, topics)
    recurrence = pd.Series((cosines >= SIMILAR).mean(axis=0) if len(cosines) else np.nan, topics)
    summary = pd.DataFrame(
        {
            "label": label_topics(material.terms, terms),
            "words": join_words(terms),
            "exclusive_words": join_words(exclusive),
            "share": share_of_text(weights, material.lengths),
            "coherence": coherence,
            "exclusivity": exclusivity,
            "stability": stability,
            "recurrence": recurrence,
            "stable": recurrence >= RECURRENT,
        }
    )
    return TopicModel(
        material.method, len(topics), int(material.filled.sum()), material.n_documents, terms, exclusive, weights,
        coherence.rename("coherence"), exclusivity.rename("exclusivity"), stability.rename("stability"),
        summary.rename_axis("topic").reset_index(), tabulate_refits(cosines), _left_out(material),
        vocabulary.ubiquitous, note_for(material), _vocabulary=vocabulary, _learnt=learnt,
    )  # fmt: skip


def share_of_text(weights: pd.DataFrame, words: np.ndarray) -> pd.Series:
    """Each topic's share of the text: the mean of the units' weights, each unit counted by its words."""
    known = weights.notna().all(axis=1).to_numpy()
    total = words[known].sum()
    return weights[known].mul(words[known], axis=0).sum() / total if total else weights.mean()


def tabulate_refits(cosines: np.ndarray) -> pd.DataFrame:
    """Set out the refits' cosines, one row a refit and topic."""
    refits, topics = cosines.shape
    return pd.DataFrame(
        {
            "refit": np.repeat(np.arange(1, refits + 1), topics),
            "topic": np.tile(np.arange(1, topics + 1), refits),
            "cosine": cosines.ravel(),
        }
    )


def note_for(material: Material) -> str:
    """Say how far topics of so many documents can be trusted, "" if nothing needs saying."""
    n_documents = material.n_documents
    if n_documents < FEWEST_DOCUMENTS:
        whole = len(np.unique(material.documents))
        if not n_documents and whole >= FEWEST_DOCUMENTS:
            return "no topics: no word stands in several texts, and not in most"
        n_documents = n_documents or whole  # of few documents every word is one of most of them or of one alone
        return f"no topics: {n_documents} document{'' if n_documents == 1 else 's'}, {FEWEST_DOCUMENTS} are needed"
    return exploratory(n_documents)


def _left_out(material: Material) -> pd.DataFrame:
    """Count what topics do not see, one row a reason."""
    vocabulary = material.vocabulary
    rows = [
        ("units", "none of the topics' words", int((~material.filled).sum())),
        ("words", "in over half of the documents", len(vocabulary.ubiquitous)),
        ("words", "in too few documents", vocabulary.rare),
        ("words", f"beyond the {MAX_WORDS:,} of most documents", vocabulary.surplus),
    ]
    return pd.DataFrame(rows, columns=["what", "reason", "count"])


def no_topics(material: Material) -> TopicModel:
    """Return the honest empty model of a corpus too small for topics."""
    vocabulary = material.vocabulary
    none = np.empty((0, len(vocabulary.words)))
    weights = pd.DataFrame(index=material.index, columns=pd.RangeIndex(1, 1, name="topic"), dtype=float)
    return make_model(material, Learnt(material.method, none), weights, np.empty((0, 0)))
