"""Frames of a codebook in documents and in sentences, by words or by meaning.

A codebook codes texts of its own language; vectors know English alone. Texts in another language get NA, never 0, and
are counted as such (`texts.cleaning.languages` says how a text's language is known).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.errors import require, unknown
from analysis.estimates import describe
from analysis.frames import by_meaning, by_words
from analysis.frames.amounts import long_table, measured_items
from analysis.frames.by_words import WordCounts
from analysis.frames.codebooks import Codebook, load_codebook
from analysis.frames.known_quality import list_flags
from analysis.given import CorpusTables, documents_of, is_corpus, sentences_of
from analysis.tables import check_table
from analysis.texts.cleaning.languages import IN_ANOTHER, mark_language

__all__ = ["METHODS", "WordCounts", "code_frames", "count_frame_words", "find_words", "rate_frames", "rate_items"]

METHODS = {"words": "words", "meaning": "statements", "meaning-minilm": "statements"}
OF_VECTORS = "en"  # the language that measuring by meaning knows


def rate_frames(
    documents: pd.DataFrame | CorpusTables,
    codebook: str | Path | Mapping | Codebook = "generic",
    method: str = "words",
    counts: WordCounts | None = None,
    sentences: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Rate how strongly each document carries each frame of a codebook.

    documents: a corpus, or one row a document (doc_id, text; language, where it is known). codebook: a name, a path, a
    Codebook or frames with their words (`load_codebook`).
    method: "words" (the codebook's words), "meaning" (its statements, static vectors) or "meaning-minilm"
    (its statements, the full sentence model, if it is installed). counts: the codebook's words in the same documents,
    where they are counted already (`count_frame_words`); sentences: the documents' sentences, where they are split.
    No document's score rests on another, so that parts of a corpus can be rated apart.
    Returns one row a document and frame, zeros included, in the order of the documents and the codebook: doc_id,
    frame, score (0 none, towards 1 every item present and dense; NA for a document in another language than the
    codebook's, by meaning than English): the mean over the frame's items of 1 - exp(-found / (1 + length)), length in
    stretches of 250 words or 10 sentences.
    Raises InputError if the codebook or the method is unknown, or a frame has nothing that the method needs.
    Source: Semetko & Valkenburg 2000, items averaged per frame.
    """
    if is_corpus(documents):
        documents, sentences = documents.documents, documents.sentences if sentences is None else sentences
    book = _prepared(documents, "documents", codebook, method)
    if method == "words" and counts is not None:
        scores = by_words.score_counted(counts, book)
    else:
        known = find_readable(documents, book, method)
        read = documents[known]
        if method == "words":
            scores = by_words.score_frames(read["text"], book)
        else:
            scores = by_meaning.score_frames(read, book, _engine(method), sentences)
        scores = _spread(scores, known, np.nan)
    rated = long_table(documents["doc_id"], book, scores)
    said = {"status": book.status, "missing": IN_ANOTHER, "flags": list_flags(book)}
    return describe(rated, like=documents, unit="documents", **said)


def rate_items(
    documents: pd.DataFrame | CorpusTables, codebook: str | Path | Mapping | Codebook = "generic", method: str = "words"
) -> pd.DataFrame:
    """Rate how present each item of each frame is in each document.

    Arguments and errors as for rate_frames. Returns one row a document and item that the method can measure:
    doc_id, frame, item, score (0 to below 1, NA as there); a frame's score is the mean of its items.
    """
    documents = documents_of(documents)
    book = _prepared(documents, "documents", codebook, method)
    known = find_readable(documents, book, method)
    read = documents[known]
    if method == "words":
        presence = by_words.item_presence(read["text"], book)
    else:
        presence = by_meaning.item_presence(read, book, _engine(method))
    presence = _spread(presence, known, np.nan)
    items = [(book.frames[place], number) for place, number in measured_items(book, METHODS[method])]
    return pd.DataFrame(
        {
            "doc_id": np.repeat(documents["doc_id"].to_numpy(dtype=object), len(items)),
            "frame": np.tile(np.array([frame.name for frame, _ in items], dtype=object), len(documents)),
            "item": np.tile(np.array([frame.items[n].name for frame, n in items], dtype=object), len(documents)),
            "score": presence.ravel(),
        }
    ).astype({"doc_id": "str", "frame": "str", "item": "str"})


def code_frames(
    sentences: pd.DataFrame | CorpusTables, codebook: str | Path | Mapping | Codebook = "generic", method: str = "words"
) -> pd.DataFrame:
    """Code how strongly each sentence carries each frame, with what in it says so.

    sentences: a corpus, or one row a sentence (sentence_id, text; doc_id is passed on if it is there; language, where
    it is known). codebook, method: as for rate_frames.
    Returns one row a sentence and frame, zeros included: sentence_id, [doc_id], frame, score (0 to below 1: by words
    .6 for one, .9 for two; by meaning the weight of the frame's nearest item, .5 at 2.5 standard deviations above
    what news is like; NA in another language than the codebook's, by meaning than English), evidence (the words found,
    those after "not" marked; or the nearest statement; NA for none).
    Raises InputError as rate_frames does.
    """
    sentences = sentences_of(sentences)
    book = _prepared(sentences, "sentences", codebook, method)
    known = find_readable(sentences, book, method)
    texts = sentences.loc[known, "text"]
    if method == "words":
        scores, evidence = by_words.code_texts(texts, book)
    else:
        scores, evidence = by_meaning.code_texts(texts, book, _engine(method))
    table = long_table(sentences["sentence_id"], book, _spread(scores, known, np.nan))
    table["evidence"] = pd.array(_spread(evidence, known, None).ravel(), dtype="str")
    if "doc_id" in sentences:
        table.insert(1, "doc_id", sentences["doc_id"].repeat(len(book.frames)).array)
    said = {"status": book.status, "missing": IN_ANOTHER, "flags": list_flags(book)}
    return describe(table, like=sentences, unit="sentences", **said)


def find_words(
    documents: pd.DataFrame | CorpusTables, codebook: str | Path | Mapping | Codebook = "generic"
) -> pd.DataFrame:
    """Find every word of a codebook in the documents of its language, with its place.

    documents: one row a document (doc_id, text; language, where it is known).
    Returns one row a hit: doc_id, frame, item, word (as the codebook has it), found (as the text has it), start, end
    (characters of the text), weight, negated.
    """
    documents = documents_of(documents)
    book = _prepared(documents, "documents", codebook, "words")
    read = documents[find_readable(documents, book)]
    hits, _ = by_words.keep_matcher(book).find_placed(read["text"])
    hits.insert(0, "doc_id", read["doc_id"].to_numpy()[hits.pop("text").to_numpy(dtype=int)])
    return describe(hits, left_out={f"documents {IN_ANOTHER}": len(documents) - len(read)})


def count_frame_words(
    documents: pd.DataFrame | CorpusTables, codebook: str | Path | Mapping | Codebook = "generic"
) -> WordCounts:
    """Count every word of a codebook in the documents of its language: all that ratings by words are made of.

    documents: one row a document (doc_id, text; language, where it is known); any part of a corpus: what is counted
    in a document rests on no other, and `WordCounts.join` puts parts together. `rate_frames` and `leave_one_word_out`
    take the counts.
    """
    documents = documents_of(documents)
    book = _prepared(documents, "documents", codebook, "words")
    return by_words.count_hits(documents, find_readable(documents, book), book)


def find_readable(table: pd.DataFrame, book: Codebook, method: str = "words") -> np.ndarray:
    """Say which texts a method can read with a codebook: those in its language, by meaning in English alone."""
    if method != "words" and book.language != OF_VECTORS:
        return np.zeros(len(table), dtype=bool)
    return mark_language(table, book.language)


def _spread(values: np.ndarray, known: np.ndarray, missing: object) -> np.ndarray:
    """Lay the rows of the texts that were read among those that were not."""
    if known.all():
        return values
    spread = np.full((len(known), values.shape[1]), missing, dtype=values.dtype)
    spread[known] = values
    return spread


def _prepared(table: pd.DataFrame, name: str, codebook: str | Path | Mapping | Codebook, method: str) -> Codebook:
    if method not in METHODS:
        raise unknown("method", method, METHODS)
    check_table(table, name, ({"documents": "doc_id", "sentences": "sentence_id"}[name], "text"))
    missing = table["text"].isna().sum()
    require(missing == 0, f"{missing} of {len(table)} {name} have no text; leave them out first.")
    book = load_codebook(codebook)
    if method == "words" or book.language == OF_VECTORS:
        book.check_measurable(METHODS[method])
    return book


def _engine(method: str) -> str:
    return "minilm" if method == "meaning-minilm" else "static"
