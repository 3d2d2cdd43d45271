"""A corpus in numbers of words: its vocabulary, documents by terms, a row a document or group."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.cards import Card, Prose, Rows
from analysis.corpus.placed import Located
from analysis.errors import InputError, require, unknown
from analysis.given import check_whole
from analysis.words.terms import Terms, load_stop_words, split_terms

PER = 1000
SHOWN_TERMS = 12


class TermMatrix(sparse.csr_array):
    """How often each term (column) stands in each document (row): a sparse matrix of SciPy that knows its names.

    doc_ids: of the rows; terms: of the columns. Whatever takes a sparse matrix takes it (scikit-learn's models);
    what SciPy makes of it (a slice, a product) has no names.
    """

    doc_ids: np.ndarray | None = None
    terms: np.ndarray | None = None

    def get_feature_names_out(self) -> np.ndarray:
        """Give the terms, by the name that they have in scikit-learn."""
        return self.terms

    def to_frame(self) -> pd.DataFrame:
        """Give the counts as a table, sparse too: one row a document (index), one column a term."""
        return pd.DataFrame.sparse.from_spmatrix(sparse.csr_matrix(self), index=self.doc_ids, columns=self.terms)

    def top(self, n: int = 20) -> pd.Series:
        """Give the n terms that stand most often, with how often."""
        counts = pd.Series(np.asarray(self.sum(axis=0)).ravel(), index=self.terms, name="count")
        return counts.sort_values(ascending=False, kind="stable").head(n)

    def _repr_html_(self) -> str | None:
        return self._card()._repr_html_() if self._named else None

    def __repr__(self) -> str:
        return str(self._card()) if self._named else super().__repr__()

    @property
    def _named(self) -> bool:
        return self.terms is not None and self.shape == (len(self.doc_ids), len(self.terms))

    def _card(self) -> Card:
        documents, terms = self.shape
        filled = self.nnz / max(documents * terms, 1)
        rows = [[term, f"{int(count):,}"] for term, count in self.top(SHOWN_TERMS).items()]
        said = "A sparse matrix (scipy.sparse.csr_array) with its names: .doc_ids, .terms, .top(20), .to_frame()."
        lead = f"{self.nnz:,} cells above zero, {filled:.2%} of all"
        return Card(
            f"{documents:,} documents × {terms:,} terms", lead,
            [Rows("The most frequent", ["term", "count"], rows, numbers=[1]), Prose(said)],
        )  # fmt: skip


class WordTable(pd.DataFrame):
    """A table of words; called as a function, it says that it is none. What is made of it is a plain table."""

    @property
    def _constructor(self) -> type:
        return pd.DataFrame

    def __call__(self, *_: object, **__: object) -> None:
        """Say that there is nothing to call."""
        raise InputError("corpus.words is a table, no function: leave the brackets away, corpus.words.head(20).")


class WordCounting(Located):
    """A corpus, as far as its words are counted."""

    @property
    def texts(self) -> pd.Series:
        """The text of each document, by doc_id; where sentences were filtered, of the sentences that are left."""
        if self._chosen is None:
            return self.documents.set_index("doc_id")["text"]
        return join_sentences(self.sentences).reindex(self.documents["doc_id"]).rename("text")

    @property
    def words(self) -> WordTable:
        """The vocabulary, the most frequent first: word, count, per_1000 (words), documents, stop (a function word).

        Words as everywhere (`split_terms`): in small letters, without 's; numbers and addresses are none.
        """
        return WordTable(self._word_table.copy(deep=False))  # pandas copies what is changed, when it is

    @cached_property
    def _word_table(self) -> pd.DataFrame:
        terms = self._terms()
        counts = np.asarray(terms.counts.sum(axis=0)).ravel().astype("int64")
        documents = np.bincount(terms.counts.indices, minlength=len(terms.words))
        stops = load_stop_words()
        table = pd.DataFrame({
            "word": terms.words, "count": counts, "per_1000": PER * counts / max(int(counts.sum()), 1),
            "documents": documents, "stop": [word in stops for word in terms.words],
        })  # fmt: skip
        table = table.sort_values(["count", "word"], ascending=[False, True], ignore_index=True)
        return table.astype({"word": "str"})

    def matrix(self, min_documents: int = 1, stop_words: bool = True) -> TermMatrix:
        """Count each term (column, in alphabetical order) in each document (row), as scikit-learn and quanteda do.

        min_documents: terms of fewer documents are left out; stop_words: False leaves function words out.
        Raises InputError: a number of documents that is none, or that no term has.
        """
        check_whole(min_documents, "min_documents", 1, "documents")
        terms = self._terms()
        documents = np.bincount(terms.counts.indices, minlength=len(terms.words))
        kept = documents >= min_documents
        if not stop_words:
            stops = load_stop_words()
            kept &= np.array([word not in stops for word in terms.words], dtype=bool)
        require(
            bool(kept.any()),
            f"min_documents={min_documents!r} leaves no term: the commonest is in {documents.max(initial=0):,}.",
        )
        places = np.flatnonzero(kept)
        places = places[np.argsort(terms.words[places].astype(str), kind="stable")]
        made = TermMatrix(terms.counts[:, places].astype("int64"))
        made.doc_ids, made.terms = self.documents["doc_id"].to_numpy(dtype=object), terms.words[places]
        return made

    def to_frame(self, unit: Literal["documents", "sentences"] = "documents") -> pd.DataFrame:
        """Give a plain table: one row a document with all that is known of it, or a sentence with its document's."""
        if unit == "documents":
            return pd.DataFrame(self.documents.copy())
        if unit != "sentences":
            raise unknown("unit", unit, ["documents", "sentences"])
        return self.with_documents(self.sentences)

    def summary(self, by: str | None = None) -> pd.DataFrame:
        """Sum the corpus up: one row a document, or with `by` (outlet, kind, any column of documents) a row a group.

        Returns doc_id, title, outlet, published, words, types (different words), sentences, quoted (share of the
        sentences' characters that is somebody's speech), speakers; of groups the column, documents, words, first and
        last (dates), sentences, quoted, speakers. What is not known is a group of its own. Raises InputError: by is no
        column.
        """
        choices = [name for name in self.documents if name not in ("text", "doc_id")]
        if by is not None and by not in choices:
            raise unknown("by", by, choices)
        key = "doc_id" if by is None else by
        about = self.documents[list(dict.fromkeys(["doc_id", key]))]
        sentences = self.sentences[["doc_id", "text", "quoted", "speaker_id"]].merge(about, on="doc_id")
        size = sentences["text"].str.len()
        sums = sentences.assign(size=size, said=size * sentences["quoted"].fillna(0)).groupby(key, dropna=False).agg(
            sentences=("size", "size"), size=("size", "sum"), said=("said", "sum"), speakers=("speaker_id", "nunique")
        )  # fmt: skip
        sums.insert(1, "quoted", sums.pop("said") / sums.pop("size").clip(lower=1))
        return self._sum_documents(sums) if by is None else self._sum_groups(by, sums)

    def _sum_documents(self, sums: pd.DataFrame) -> pd.DataFrame:
        table = self.documents[["doc_id", "title", "outlet", "published", "words"]].copy()
        table["types"] = np.diff(self._terms().counts.indptr)
        joined = table.join(sums, on="doc_id")
        return joined.fillna({"sentences": 0, "speakers": 0}).astype({"sentences": "int64", "speakers": "int64"})

    def _sum_groups(self, by: str, sums: pd.DataFrame) -> pd.DataFrame:
        table = self.documents.groupby(by, dropna=False, observed=True).agg(
            documents=("doc_id", "size"), words=("words", "sum"), first=("published", "min"), last=("published", "max")
        )
        joined = table.join(sums).fillna({"sentences": 0, "speakers": 0})
        joined = joined.astype({"sentences": "int64", "speakers": "int64"})
        return joined.sort_values("documents", ascending=False, kind="stable").reset_index()

    def _terms(self) -> Terms:
        return split_terms(self.texts)


def join_sentences(sentences: pd.DataFrame) -> pd.Series:
    """Join sentences to texts by doc_id: with a blank, and a blank line between paragraphs."""
    lines = sentences.groupby(["doc_id", "paragraph"], sort=False)["text"].agg(" ".join)
    return lines.groupby("doc_id", sort=False).agg("\n\n".join)
