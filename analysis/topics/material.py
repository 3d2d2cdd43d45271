"""Texts made ready for topics: read, vocabulary chosen, units tied to their documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.errors import require, unknown
from analysis.topics.learners import LEARNERS
from analysis.topics.stability import MAX_CELLS
from analysis.topics.vocabulary import TopicWords, choose_vocabulary, weigh_words
from analysis.words.running import running_of
from analysis.words.terms import Terms, load_stop_words, place_words, split_terms

MANY_DOCUMENTS = 500


@dataclass(frozen=True)
class Material:
    """Running words, the vocabulary, counts of its words, the number of each unit's document, its words, its index."""

    terms: Terms
    vocabulary: TopicWords
    counts: sparse.csr_array
    documents: np.ndarray
    lengths: np.ndarray
    method: str
    index: pd.Index

    def take(self, units: np.ndarray) -> Material:
        """Keep these units; the vocabulary and what each word counts for stay."""
        kept = {name: getattr(self, name)[units] for name in ("counts", "documents", "lengths", "index")}
        return replace(self, terms=self.terms.take(units), **kept)

    @property
    def is_large(self) -> bool:
        """Whether there are so many documents that numbers of topics are compared by a part, and by fewer fits."""
        return self.n_documents >= MANY_DOCUMENTS or self.counts.nnz > MAX_CELLS

    @property
    def filled(self) -> np.ndarray:
        """Which units hold a word of the vocabulary."""
        return np.diff(self.counts.indptr) > 0

    @property
    def n_documents(self) -> int:
        """How many documents hold a word of the vocabulary."""
        return len(np.unique(self.documents[self.filled]))

    @property
    def basis(self) -> dict:
        """What tables made of these texts rest on, for `describe`: units that hold a word, and their documents."""
        filled = int(self.filled.sum())
        left_out = {"with none of the topics' words": len(self.documents) - filled}
        return {"n": filled, "documents": self.n_documents, "left_out": left_out}

    @cached_property
    def matrix(self) -> sparse.csr_array:
        """What the method learns from: TF-IDF for NMF, counts for LDA; units without a word left out."""
        filled = self.counts[np.flatnonzero(self.filled)]
        return weigh_words(filled, self.vocabulary.idf) if self.method == "nmf" else filled

    @property
    def filled_documents(self) -> np.ndarray:
        """The document of each row of `matrix`, numbered anew."""
        return np.unique(self.documents[self.filled], return_inverse=True)[1]


def load_left_out(
    method: str = "nmf", languages: str | Iterable[str] = ("en",), stop_words: str | Iterable[str] = ()
) -> frozenset[str]:
    """Load the words that a method leaves out: those of languages, and more; raises InputError for an unknown one."""
    if method not in list(LEARNERS):
        raise unknown("method", method, LEARNERS)
    words, languages = _texts("stop_words", stop_words), _texts("languages", languages)
    return (load_stop_words(*languages) if languages else frozenset()).union(*map(_fold_stop_word, words))


def _fold_stop_word(word: str) -> set[str]:
    """The term that a stop word is (U.S. is US); what holds no word, as lists have some, is none."""
    terms = {term for term, _, _ in place_words(word) if term}
    require(
        len(terms) < 2,
        f"stop_words holds {word!r}, which is several words: topics are made of single ones, so name each.",
    )
    return terms


def _texts(name: str, given: object) -> tuple[str, ...]:
    """One text or several, as several."""
    texts = (given,) if isinstance(given, str) else tuple(given) if isinstance(given, Iterable) else (given,)
    require(all(isinstance(text, str) for text in texts), f"{name}={given!r} is no list of texts.")
    return texts


def make_material(
    texts: pd.Series,
    documents: Sequence[object] | pd.Series | None = None,
    method: str = "nmf",
    languages: str | Iterable[str] = ("en",),
    stop_words: Iterable[str] = (),
) -> Material:
    """Read texts into what topics are fitted to; arguments and errors as in `fit_topics`."""
    listed = load_left_out(method, languages, stop_words)
    terms = split_terms(texts, fold_plurals=True)
    numbers = np.arange(len(terms.ends))
    if documents is not None:
        require(
            len(documents) == len(terms.ends),
            f"documents has {len(documents)} rows and texts {len(terms.ends)}: give each unit its document.",
        )
        numbers = pd.factorize(pd.Series(documents).reset_index(drop=True))[0]
        require(bool((numbers >= 0).all()), "documents has missing values: every unit must know its document.")
    vocabulary = choose_vocabulary(terms, numbers, listed)
    counts, lengths = terms.counts[:, vocabulary.numbers], running_of(texts).count_words()
    return Material(terms, vocabulary, counts, numbers, lengths, method, terms.index)
