"""The units of a corpus as tidy tables: documents, sentences, quotations, mentions, every one of them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.corpus import Corpus
from analysis.public.mode import public_limits
from analysis.public.words import hash_text
from analysis.tables import COPY_WEIGHT
from analysis.texts.tokens import count_words_in

ABOUT = ("title", "outlet", "country", "language", "translated", "published", "published_precision", "published_from")
COPIED = ("copy_of", "copy_kind", "copy_similarity")


def tabulate_corpus(corpus: Corpus, hashed: bool = False) -> dict[str, pd.DataFrame]:
    """Set out what a corpus holds, one table a unit, by the name of its file; identifiers lead from one to another.

    documents: one row a document, its text left out (it stands in sentences); sentences, quotations, mentions: see
    dictionary.yaml. Every row of the corpus's tables is there. hashed: with the hash of each text, as always in a site
    that holds none.
    """
    hashed = hashed or public_limits() is not None
    return {
        "documents": tabulate_documents(corpus, hashed),
        "sentences": _measure_texts(corpus.locate(corpus.sentences).drop(columns="source"), hashed),
        "quotations": _measure_texts(tabulate_quotations(corpus), hashed),
        "mentions": corpus.mentions.rename(columns={"text": "name"}),
    }


def tabulate_documents(corpus: Corpus, hashed: bool = False) -> pd.DataFrame:
    """Set out the documents without their texts: what is known of each, and how many sentences it has."""
    documents = corpus.documents
    counts = documents["doc_id"].map(corpus.sentences["doc_id"].value_counts()).fillna(0).astype("int64")
    weight = [COPY_WEIGHT] if COPY_WEIGHT in documents else []
    about = documents[["doc_id", "source", "kind", *ABOUT, "forwarded_from", "words", *COPIED, *weight]]
    about = about.assign(sentences=counts, **_hashes(documents["text"], hashed))
    return pd.concat([about, documents[corpus.further]], axis=1)


def tabulate_quotations(corpus: Corpus) -> pd.DataFrame:
    """Set out all quotations, a speaker named or not, each with the sentence that it begins in."""
    quotes = corpus.quotes
    number = (quotes.groupby("doc_id", sort=False).cumcount() + 1).astype(str).str.zfill(4)
    placed = corpus.locate(quotes).assign(quotation_id=quotes["doc_id"].astype("str") + ":q" + number)
    return placed.assign(sentence_id=_sentences_at(quotes, corpus.sentences)).drop(columns="source")


def _measure_texts(table: pd.DataFrame, hashed: bool) -> pd.DataFrame:
    return table.assign(words=count_words_in(table["text"]), **_hashes(table["text"], hashed))


def _hashes(texts: pd.Series, hashed: bool) -> dict[str, pd.Series]:
    return {"sha256": texts.map(hash_text).astype("str")} if hashed else {}


def _sentences_at(quotes: pd.DataFrame, sentences: pd.DataFrame) -> np.ndarray:
    """Find the sentence that each quotation begins in."""
    starts = sentences[["doc_id", "start", "end", "sentence_id"]].sort_values("start", kind="stable")
    rows = quotes[["doc_id", "start"]].assign(_row=range(len(quotes))).sort_values("start", kind="stable")
    found = pd.merge_asof(rows, starts.rename(columns={"end": "_end"}), on="start", by="doc_id").sort_values("_row")
    return found["sentence_id"].to_numpy()
