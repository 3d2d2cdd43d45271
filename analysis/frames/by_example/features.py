"""What a frame coder sees of a text: what it is about (vectors), its words, pieces of its words, and its style."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from hashlib import sha256

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer, TfidfVectorizer

from analysis.frames.by_example.style import NAMES, describe_style
from analysis.texts.characters import straighten
from analysis.texts.sentences import place_sentences
from analysis.words.vectors import DIMENSIONS, MODELS, embed, scale_rows

VECTOR_WEIGHT, STYLE_WEIGHT = 1.5, 0.5  # beside the words and the pieces, each of length one
_WORD = r"(?u)\b\w\w+\b"  # scikit-learn's own cut: a coder learns which of its words matter, and counts none
_NOT_BLANK = r"(?u)\S+"


class Pieces:
    """TF-IDF of runs of three to five letters within words, counted on the vocabulary and not on the running text."""

    def __init__(self, terms: np.ndarray | None = None, idf: np.ndarray | None = None) -> None:
        self.terms, self.weights = terms, TfidfTransformer(sublinear_tf=True)
        if idf is not None:
            self.weights.idf_ = idf

    def fit_transform(self, texts: list[str]) -> sparse.csr_array:
        """Take the runs that stand in at least two texts, with their inverse document frequency."""
        counts, runs = self._count(texts)
        frequency = np.asarray((counts > 0).sum(axis=0)).ravel()
        kept = frequency >= min(2, len(texts))
        self.terms = runs[kept]
        return sparse.csr_array(self.weights.fit_transform(counts[:, kept]))

    def transform(self, texts: list[str]) -> sparse.csr_array:
        """Weigh the runs of texts."""
        counts, _ = self._count(texts, {str(run): place for place, run in enumerate(self.terms)})
        return sparse.csr_array(self.weights.transform(counts))

    def _count(self, texts: list[str], vocabulary: dict[str, int] | None = None) -> tuple:
        words = CountVectorizer(token_pattern=_NOT_BLANK)
        in_texts = words.fit_transform([f"{text} ." for text in texts])
        runs = CountVectorizer(analyzer="char_wb", ngram_range=(3, 5), vocabulary=vocabulary)
        in_words = runs.fit_transform(words.get_feature_names_out())
        return sparse.csr_array(in_texts @ in_words).astype(float), runs.get_feature_names_out()


class Features:
    """Texts as rows of one sparse matrix: mean sentence vector, TF-IDF of words and pairs, of letter runs, style.

    Vocabularies, document frequencies and the usual style come from the texts it was made with.
    """

    def __init__(self, words: TfidfVectorizer, pieces: Pieces, usual: np.ndarray, spread: np.ndarray) -> None:
        self.words, self.pieces, self.usual, self.spread = words, pieces, usual, spread

    @classmethod
    def learn(cls, texts: list[str]) -> tuple[Features, sparse.csr_array]:
        """Make features from texts (words and pieces that stand in at least two of them), and their matrix."""
        texts = [straighten(text) for text in texts]
        words, pieces = _vectorizer(min_df=2), Pieces()
        counted = [sparse.csr_array(words.fit_transform(texts)), pieces.fit_transform(texts)]
        style, trust = describe_style(texts)
        spread = style.std(axis=0)
        features = cls(words, pieces, style.mean(axis=0), np.where(spread > 0, spread, 1.0))
        return features, features._join(texts, counted, style, trust)

    def matrix(self, texts: list[str]) -> sparse.csr_array:
        """Lay texts out as rows."""
        texts = [straighten(text) for text in texts]
        counted = [sparse.csr_array(self.words.transform(texts)), self.pieces.transform(texts)]
        return self._join(texts, counted, *describe_style(texts))

    def _join(self, texts: list[str], counted: list, style: np.ndarray, trust: np.ndarray) -> sparse.csr_array:
        vectors = sparse.csr_array(VECTOR_WEIGHT * embed_documents(texts))
        apart = (style - self.usual) / self.spread * trust[:, None]
        return sparse.hstack([vectors, *counted, sparse.csr_array(STYLE_WEIGHT * apart / np.sqrt(len(NAMES)))]).tocsr()

    def word_columns(self) -> tuple[int, np.ndarray]:
        """Return the first column of the words in the matrix, and the words."""
        return DIMENSIONS, self.words.get_feature_names_out()

    def arrays(self) -> dict[str, np.ndarray]:
        """Return all that is needed to make the same features again, as plain arrays."""
        return {
            "word_terms": np.array(self.words.get_feature_names_out(), dtype=str),
            "word_idf": self.words.idf_,
            "piece_terms": np.array(self.pieces.terms, dtype=str),
            "piece_idf": self.pieces.weights.idf_,
            "style_usual": self.usual,
            "style_spread": self.spread,
        }

    @classmethod
    def from_arrays(cls, arrays: dict[str, np.ndarray]) -> Features:
        """Make the features again from `arrays`."""
        words = _vectorizer(vocabulary={str(term): place for place, term in enumerate(arrays["word_terms"])})
        words.idf_ = arrays["word_idf"]
        pieces = Pieces(arrays["piece_terms"], arrays["piece_idf"])
        return cls(words, pieces, arrays["style_usual"], arrays["style_spread"])


def embed_documents(texts: Sequence[str]) -> np.ndarray:
    """Give each text the mean of its sentences' vectors, at length one (zeros for a text without words)."""
    sentences, rows = [], []
    for row, text in enumerate(texts):
        cut = [text[start:end] for _, start, end in place_sentences(text)]
        sentences += cut
        rows += [row] * len(cut)
    sums = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    np.add.at(sums, np.array(rows, dtype=int), embed(sentences))
    return scale_rows(sums)


@cache
def vectors_hash() -> str:
    """Return the hash of the vectors that the features are made with."""
    return sha256((MODELS / "minilm-static.safetensors").read_bytes()).hexdigest()


def _vectorizer(**more: object) -> TfidfVectorizer:
    return TfidfVectorizer(ngram_range=(1, 2), token_pattern=_WORD, sublinear_tf=True, dtype=np.float64, **more)
