"""Which words topics are made of, and how each counts in a text."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse
from sklearn.feature_extraction.text import TfidfTransformer

from analysis.words.running import Running, split_chunks
from analysis.words.terms import Terms, count_rows, singular, word_of

MAX_WORDS = 5_000
UBIQUITOUS = 0.5  # share of documents
MIN_DOCUMENTS = (2, 10)  # at the least, at the most; in between one document in a thousand


@dataclass(frozen=True)
class TopicWords:
    """The words that topics are made of.

    words, shown: as in Terms; numbers: their columns in `Terms.counts`; units: how many units hold each;
    idf: what each counts for.
    Left out: ubiquitous (words of over half of the documents), rare (how many words stood in too few
    documents), surplus (how many were beyond the 5,000 of most documents).
    """

    words: np.ndarray
    shown: np.ndarray
    numbers: np.ndarray
    units: np.ndarray
    idf: np.ndarray
    ubiquitous: tuple[str, ...]
    rare: int
    surplus: int


def choose_vocabulary(terms: Terms, documents: np.ndarray, stop_words: frozenset[str]) -> TopicWords:
    """Choose the words: no stop word, in neither too few documents nor over half of them.

    documents: the number of the document of each unit. At most the 5,000 words of most documents stay.
    """
    n_documents = int(documents.max(initial=-1)) + 1
    spread = count_holders(terms.counts, documents, n_documents)
    least = int(np.clip(n_documents // 1000, *MIN_DOCUMENTS))
    content = np.array([len(word) > 1 and word not in stop_words for word in terms.words], dtype=bool)
    common = content & (spread > UBIQUITOUS * n_documents)
    numbers = np.flatnonzero(content & ~common & (spread >= least))
    surplus = max(0, len(numbers) - MAX_WORDS)
    numbers = np.sort(numbers[np.argsort(-spread[numbers], kind="stable")[:MAX_WORDS]])
    units = np.bincount(terms.counts.indices, minlength=len(terms.words))[numbers]
    idf = np.log((1 + len(terms.ends)) / (1 + units)) + 1
    rare = int((content & ~common & (spread < least)).sum())
    ubiquitous = terms.shown[np.flatnonzero(common)[np.argsort(-spread[common], kind="stable")]]
    return TopicWords(terms.words[numbers], terms.shown[numbers], numbers, units, idf, tuple(ubiquitous), rare, surplus)


def count_holders(counts: sparse.csr_array, documents: np.ndarray, n_documents: int) -> np.ndarray:
    """Count the documents that each column stands in."""
    if n_documents == counts.shape[0]:
        return np.bincount(counts.indices, minlength=counts.shape[1])
    rows = np.repeat(documents, np.diff(counts.indptr))
    pairs = np.unique(rows * np.int64(counts.shape[1]) + counts.indices)
    return np.bincount(pairs % counts.shape[1], minlength=counts.shape[1])


def weigh_words(counts: sparse.csr_array, idf: np.ndarray) -> sparse.csr_array:
    """Weigh counts by TF-IDF: (1 + ln count) times idf, each row of length 1.

    Source: Salton & Buckley 1988; smoothed idf as in scikit-learn.
    """
    weights = TfidfTransformer(sublinear_tf=True)
    weights.idf_ = idf.astype(np.float32)
    return sparse.csr_array(weights.transform(counts.astype(np.float32)))


def count_topic_words(texts: pd.Series, vocabulary: TopicWords) -> sparse.csr_array:
    """Count a vocabulary's words in any texts: (texts, words of the vocabulary)."""
    column = {word: place for place, word in enumerate(vocabulary.words)}
    tables = [_count_spellings(running, column) for running in split_chunks(texts)]
    return sparse.vstack(tables, format="csr") if tables else sparse.csr_array((0, len(column)))


def _count_spellings(running: Running, column: dict[str, int]) -> sparse.csr_array:
    """Count words given by their columns, whatever their spelling."""
    words = map(word_of, running.spellings)
    places = np.array([column.get(singular(word, column), -1) if word else -1 for word in words] or [-1])
    columns = places[running.ids]
    kept = columns >= 0
    return count_rows(columns[kept], np.concatenate([[0], np.cumsum(kept)])[running.ends], len(column))
