"""The codes of every measure as tidy tables, by identifier alone: what a number was given to, and the number."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.data.dictionary import tidy_file_of
from analysis.frames.codebooks import Codebook
from analysis.frames.instruments import PRESENT
from analysis.topics.model import TopicModel

TOPIC_COLUMNS = ("topic", "label", "stable", "share", "words", "exclusive_words", "coherence", "exclusivity")
TOPIC_COLUMNS += ("stability", "recurrence")
SCORES = {"neg": "negative", "neu": "neutral", "pos": "positive"}


def tabulate_topic_codes(model: TopicModel, weights: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Set out topics, and the share of each in every document; weights: from `tabulate_weights`.

    A document's share is the mean of its units' (paragraphs, or itself), weighed by their words.
    """
    if weights.empty:
        shares = pd.DataFrame({"doc_id": [], "topic": [], "share": [], "words": []})
        return {"topics": model.summary[list(TOPIC_COLUMNS)], "document-topics": shares}
    known = weights["weight"].notna()
    parts = weights[["doc_id", "topic"]].assign(
        words=weights["words"].where(known, 0), share=(weights["weight"] * weights["words"]).fillna(0)
    )
    shares = parts.groupby(["doc_id", "topic"], sort=False, as_index=False)[["words", "share"]].sum()
    shares["share"] = shares["share"] / shares["words"].astype("float64").mask(shares["words"] == 0)
    return {"topics": model.summary[list(TOPIC_COLUMNS)], "document-topics": shares}


def tabulate_sentiment_codes(
    scored: pd.DataFrame, summary: pd.DataFrame, toned: pd.DataFrame, mentions: pd.DataFrame
) -> dict[str, pd.DataFrame]:
    """Set out the sentiment of sentences and documents and the tone toward actors.

    scored: from `score_sentences`; summary: from `summarise_documents`; toned: from `score_mentions` or
    `score_frequent`; mentions: the corpus's, for the actors' identifiers.
    """
    sentences = scored.rename(columns=SCORES)
    documents = summary.rename(columns={"estimate": "compound", "n": "sentences"}).drop(columns="label")
    return {
        "sentence-sentiment": sentences[list(_columns("sentence-sentiment"))],
        "document-sentiment": documents[list(_columns("document-sentiment"))],
        "mention-targets": tabulate_target_codes(toned, mentions),
    }


def tabulate_target_codes(toned: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Set out the tone toward actors, one row a sentence and actor, with the actor's identifier."""
    ids = mentions[["sentence_id", "actor", "kind", "actor_id"]].drop_duplicates(["sentence_id", "actor", "kind"])
    rows = toned.drop(columns=["kind"], errors="ignore").rename(columns={"actor_kind": "kind"})
    rows = rows.merge(ids, on=["sentence_id", "actor", "kind"], how="left")
    order = {sentence: place for place, sentence in enumerate(mentions["sentence_id"].drop_duplicates())}
    rows = rows.sort_values("sentence_id", key=lambda names: names.map(order), kind="stable", ignore_index=True)
    return rows[list(_columns("mention-targets"))]


def tabulate_frame_codes(
    book: Codebook, coded: Mapping[str, pd.DataFrame], ratings: pd.DataFrame, whole: bool = False
) -> dict[str, pd.DataFrame]:
    """Set out the frames of a codebook, the sentences that carry them, and the documents' scores.

    coded: from `code_frames`, with or without `mark_present`, by method; ratings: from `rate_with`. By words the
    sentences with a score above 0 are kept; by meaning, where nearly every score is, those that carry the frame, or
    with whole=True all above 0. Documents have all rows, zeros included.
    """
    parts = [_code_rows(table, method, book, whole) for method, table in coded.items()]
    return {
        "frames": tabulate_frames(book),
        "sentence-frames": pd.concat(parts, ignore_index=True),
        "document-frames": ratings[["doc_id", "frame", "method", "score"]].assign(codebook=book.name),
    }


def tabulate_frames(book: Codebook) -> pd.DataFrame:
    """Set out the frames of a codebook: name, label, definition, source, and what is known of their validity."""
    rows = [(book.name, one.name, one.label, one.definition, one.source, book.status, PRESENT) for one in book.frames]
    return pd.DataFrame(rows, columns=list(_columns("frames")))


def _code_rows(table: pd.DataFrame, method: str, book: Codebook, whole: bool) -> pd.DataFrame:
    least = np.nextafter(0, 1) if whole or method == "words" else PRESENT
    kept = table[table["score"] >= least]
    frame = kept["name"] if "name" in kept else kept["frame"]
    about = {"codebook": book.name, "frame": frame, "method": method, "present": kept["score"] >= PRESENT}
    return kept[["sentence_id", "doc_id", "score", "evidence"]].assign(**about)


def _columns(name: str) -> Mapping[str, object]:
    return tidy_file_of(name).columns
