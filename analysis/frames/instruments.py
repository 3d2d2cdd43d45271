"""The same frames by several instruments at once, and which frames come together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.errors import require
from analysis.estimates import RESAMPLES, describe
from analysis.frames import METHODS as PARTS
from analysis.frames import WordCounts, code_frames, rate_frames
from analysis.frames.agreement import agreement, gather_ratings
from analysis.frames.amounts import long_table
from analysis.frames.by_example import load_frame_coder
from analysis.frames.codebooks import Codebook, load_codebook

METHODS = ("words", "meaning")
ONE_FRAME = "The codebook has one frame: there is no other that could come with it."
PRESENT = 0.5  # a sentence carries a frame from this score on: one word of the frame gives .6
SHORT = {"hangs on one word": "one word", "instruments disagree": "disputed", "words found": "few words"}
SHORT |= {f"weak by {method}": f"weak by {method}" for method in METHODS}


def rate_with(
    documents: pd.DataFrame,
    codebook: str | Path | Codebook,
    methods: Sequence[str] = METHODS,
    coder: str | Path = "",
    counts: WordCounts | None = None,
    sentences: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Rate documents by every instrument: words and meaning of a codebook, and a trained coder if one is given.

    documents: doc_id, text. coder: the file of a saved FrameCoder whose frames bear the codebook's names; "" for none.
    counts, sentences: as for rate_frames, what is counted and split already.
    Returns one row a document, frame and method ("words", "meaning", "example"): doc_id, frame, method, score; NA by a
    method that a frame of the codebook has nothing for.
    Raises InputError as rate_frames does, and for a coder that knows none of the codebook's frames.
    """
    book = load_codebook(codebook)
    tables = {
        method: rate_frames(documents, book, method, counts, sentences)
        if book.has_for(PARTS[method])
        else rate_nothing(documents, "doc_id", book)
        for method in methods
    }
    if str(coder):
        tables["example"] = _rate_by_example(documents, book, coder)
    return describe(gather_ratings(tables), like=tables[next(iter(methods))])


def rate_nothing(table: pd.DataFrame, key: str, book: Codebook) -> pd.DataFrame:
    """Lay out what a method says of texts that it cannot measure, for the codebook has no words or statements: NA."""
    rated = long_table(table[key], book, np.full((len(table), len(book.frames)), np.nan))
    return describe(rated, like=table, status=book.status, missing="that the codebook has nothing for")


def code_with(sentences: pd.DataFrame, book: Codebook, method: str) -> pd.DataFrame:
    """Code sentences as `code_frames` does; NA by a method that a frame of the codebook has nothing for."""
    if book.has_for(PARTS[method]):
        return code_frames(sentences, book, method)
    coded = rate_nothing(sentences, "sentence_id", book).assign(evidence=pd.Series(pd.NA, dtype="str"))
    coded.insert(1, "doc_id", sentences["doc_id"].repeat(len(book.frames)).array)
    return coded


def _rate_by_example(documents: pd.DataFrame, book: Codebook, path: str | Path) -> pd.DataFrame:
    chances = load_frame_coder(path).predict_proba(documents["text"])
    chances = chances.to_frame() if isinstance(chances, pd.Series) else chances
    known = [frame for frame in book.labels if frame in chances]
    frames = f"none of codebook {book.name!r}: {list(book.labels)}"
    require(bool(known), f"the coder {Path(path).name} knows the frames {list(chances)}, {frames}.")
    wide = chances[known].assign(doc_id=documents["doc_id"].to_numpy())
    return wide.melt(id_vars="doc_id", var_name="frame", value_name="score")


def rate_sentences(by_words: pd.DataFrame, by_meaning: pd.DataFrame) -> pd.DataFrame:
    """Put the codes of sentences by words and by meaning under one another.

    by_words, by_meaning: from mark_present, on the same sentences. Returns sentence_id, doc_id, frame (its name in the
    codebook), method, score.
    """
    columns = ["sentence_id", "doc_id", "name", "score"]
    tables = {"words": by_words[columns], "meaning": by_meaning[columns]}
    ratings = gather_ratings({method: table.rename(columns={"name": "frame"}) for method, table in tables.items()})
    return describe(ratings, like=by_words)


def pair_frames(
    ratings: pd.DataFrame, method: str = "words", resamples: int = RESAMPLES, seed: int = 0
) -> pd.DataFrame:
    """Correlate every two frames over documents: which come together, and which keep apart.

    ratings: from rate_with. Returns one row an ordered pair of frames: frame, other, estimate (Spearman's rank
    correlation of their scores), low, high (95%, documents resampled), n, documents, note; no row for one frame.
    """
    columns = ["frame", "other", "estimate", "low", "high", "n", "documents", "note"]
    chosen = ratings[ratings["method"] == method]
    if chosen["frame"].nunique() < 2:
        return describe(pd.DataFrame(columns=columns), like=ratings, empty=ONE_FRAME, source="")
    together = chosen.assign(method=chosen["frame"], frame="together")
    pairs = agreement(together, resamples=resamples, seed=seed)
    pairs = pairs[pairs["statistic"] == "spearman"].drop(columns=["frame", "statistic", "missing"])
    pairs = pairs.rename(columns={"method": "frame"})
    mirrored = pairs.rename(columns={"frame": "other", "other": "frame"})
    order = {frame: place for place, frame in enumerate(chosen["frame"].unique())}
    both = pd.concat([pairs, mirrored], ignore_index=True)
    both = both[columns].sort_values(["frame", "other"], key=lambda names: names.map(order), ignore_index=True)
    return describe(both, like=pairs, source="")


def pick_words(words: pd.DataFrame, labels: dict[str, str], most: int = 3) -> pd.DataFrame:
    """Keep the words of each frame that carry most of its score, for reading.

    words: from leave_one_word_out. Returns frame (its label), found, hits, share_of_score, low, high, rank_correlation.
    """
    columns = ["frame", "found", "hits", "share_of_score", "low", "high", "rank_correlation"]
    top = words.sort_values("share_of_score", ascending=False, kind="stable").groupby("frame", sort=False).head(most)
    top = top.sort_values("frame", key=lambda frames: frames.map(list(labels).index), kind="stable")
    return top.assign(frame=top["frame"].map(labels))[columns].reset_index(drop=True)


def mark_frames(labels: dict[str, str], stamps: pd.DataFrame) -> dict[str, str]:
    """Write each frame's label with its own warning in brackets, for every chart that shows it.

    stamps: from stamp_frames. "Conflict" becomes "Conflict [one word, disputed]".
    """
    marks = {}
    for frame, stamp in zip(stamps["frame"], stamps["stamp"], strict=True):
        marks[frame] = ", ".join(short for long, short in SHORT.items() if long in stamp)
    return {frame: f"{label} [{marks[frame]}]" if marks.get(frame) else label for frame, label in labels.items()}


def mark_present(coded: pd.DataFrame, labels: dict[str, str]) -> pd.DataFrame:
    """Say for each sentence and frame whether it is there.

    Adds present (1 from a score of .5 on, else 0; NA without a score) and name (the frame's name); frame becomes its
    label.
    """
    present = (coded["score"] >= PRESENT).astype(float).where(coded["score"].notna())
    return coded.assign(present=present, name=coded["frame"], frame=coded["frame"].map(labels))
