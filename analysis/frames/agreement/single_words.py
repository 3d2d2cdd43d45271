"""Which single word carries a frame: the scores of documents with it and without it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from analysis.estimates import FEWEST_DOCUMENTS, RESAMPLES, TOO_FEW, add_basis, describe, draw_documents, interval_of
from analysis.estimates.resampling import ratio_of
from analysis.frames import find_readable, find_words
from analysis.frames.agreement.reliability import correlation_of, rank_once, sums_of
from analysis.frames.amounts import WORDS_A_UNIT, saturate
from analysis.frames.codebooks import Codebook, load_codebook
from analysis.frames.codebooks.patterns import cut_text, fold_text
from analysis.texts.cleaning.languages import IN_ANOTHER
from analysis.texts.tokens import is_word

SHOWN_FORMS = 3
COLUMNS = [
    "frame", "word", "found", "hits", "share_of_hits", "share_of_score", "low", "high", "share_of_documents",
    "rank_correlation", "documents", "n", "note",
]  # fmt: skip


def leave_one_word_out(
    documents: pd.DataFrame,
    codebook: str | Path | Codebook = "generic",
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> pd.DataFrame:
    """Measure what would be left of each frame's scores by words without each of its words.

    documents: one row a document (doc_id, text; language, where it is known); those in another language than the
    codebook's are left out and counted. A word's hits are taken away; the tokens that they held are not
    given to a shorter word of the codebook.
    Returns one row a frame and word that was found: frame, word (as the codebook has it), hits, share_of_hits (of all
    hits of the frame, 0 to 1), share_of_score (of the frame's scores summed over documents, what vanishes without the
    word), low, high (of share_of_score, 95%, documents resampled), share_of_documents (of the documents in which the
    frame was found, those in which it no longer would be), rank_correlation (Spearman, of the frame's document scores
    with and without the word; NA where without it no two documents differ), documents (in which the frame was found),
    n (all documents), note. Frames in the codebook's order, the word that carries most of the score first.
    Raises InputError as rate_frames does.
    """
    book = load_codebook(codebook)
    known = find_readable(documents, book)
    basis = {IN_ANOTHER: int((~known).sum())}
    documents = documents[known].sort_values("doc_id", kind="stable").reset_index(drop=True)
    losses, hits = _losses(documents, book)
    scores = losses.drop_duplicates(["frame", "place", "item"]).pivot_table(
        index="frame", columns="place", values="presence", aggfunc="sum", fill_value=0.0
    )
    scores = scores.reindex(columns=range(len(documents)), fill_value=0.0)
    lost = losses.pivot_table(index=["frame", "word"], columns="place", values="loss", aggfunc="sum", fill_value=0.0)
    lost = lost.reindex(columns=range(len(documents)), fill_value=0.0)
    rows = [
        _row(frame, word, hits, scores.loc[frame].to_numpy(), lost.loc[(frame, word)].to_numpy())
        for frame, word in lost.index
    ]
    table = pd.DataFrame(rows, columns=[column for column in COLUMNS if column not in ("low", "high")])
    table = _with_intervals(table, scores, lost, resamples, seed)
    order = {frame.name: number for number, frame in enumerate(book.frames)}
    table = table.sort_values(["share_of_score", "word"], ascending=[False, True], kind="stable")
    table = table.sort_values("frame", key=lambda names: names.map(order), kind="stable").reset_index(drop=True)
    return add_basis(table[COLUMNS], describe(documents, left_out=basis, unit="documents", status=book.status))


def _losses(documents: pd.DataFrame, book: Codebook) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Say for each document, item and word how present the item is, and how much less without the word.

    Both are parts of the frame's score: divided by the frame's number of items. With it, for each frame and
    word: hits and the forms found.
    """
    found = find_words(documents, book)
    found["place"] = pd.Index(documents["doc_id"]).get_indexer(found["doc_id"])
    keys = ["frame", "place", "item"]
    table = found.groupby([*keys, "word"], as_index=False)["weight"].sum()
    table["all"] = table.groupby(keys)["weight"].transform("sum")
    units = documents["text"].map(_count_words).to_numpy(dtype=float)[table["place"]] / WORDS_A_UNIT
    items = table["frame"].map({frame.name: len(frame.measured_by("words")) for frame in book.frames})
    presence = saturate(table[["all"]].to_numpy(), units)[:, 0]
    rest = (table["all"] - table["weight"]).clip(lower=0).to_frame().to_numpy()
    table["presence"] = presence / items
    table["loss"] = (presence - saturate(rest, units)[:, 0]) / items
    words = found.groupby(["frame", "word"])["found"]
    return table, pd.DataFrame({"hits": words.size(), "found": words.agg(_forms)})


def _row(frame: str, word: str, hits: pd.DataFrame, scores: np.ndarray, lost: np.ndarray) -> dict:
    held = scores > 0
    left = scores - lost
    left[left < 1e-12] = 0.0
    ranked = sums_of(np.ones((len(scores), 1)), rank_once(scores)[:, None], rank_once(left)[:, None])
    return {
        "frame": frame,
        "word": word,
        "found": hits["found"][frame, word],
        "hits": int(hits["hits"][frame, word]),
        "share_of_hits": hits["hits"][frame, word] / hits["hits"][frame].sum(),
        "share_of_score": lost.sum() / scores.sum(),
        "share_of_documents": (held & (left == 0)).sum() / held.sum(),
        "rank_correlation": correlation_of(ranked)[0],
        "documents": int(held.sum()),
        "n": len(scores),
        "note": "" if held.sum() >= FEWEST_DOCUMENTS else TOO_FEW,
    }


def _with_intervals(
    table: pd.DataFrame, scores: pd.DataFrame, lost: pd.DataFrame, resamples: int, seed: int
) -> pd.DataFrame:
    """Add low and high of share_of_score, documents resampled, where there are enough of them."""
    table = table.assign(low=np.nan, high=np.nan)
    wanted = np.flatnonzero((table["note"] == "").to_numpy())
    if not len(wanted):
        return table
    frame = scores.index.get_indexer(table["frame"].iloc[wanted])
    tops, bottoms = [], []
    for draws in draw_documents(scores.shape[1], resamples, seed):
        tops.append(lost.to_numpy()[wanted] @ draws.T)
        bottoms.append((scores.to_numpy() @ draws.T)[frame])
    top, bottom = np.concatenate(tops, axis=1), np.concatenate(bottoms, axis=1)
    table.loc[wanted, ["low", "high"]] = interval_of(ratio_of(top, bottom), axis=1).T
    return table


def _forms(found: pd.Series) -> str:
    counts = found.str.lower().value_counts()
    return " / ".join(sorted(counts.index, key=lambda form: (-counts[form], form))[:SHOWN_FORMS])


def _count_words(text: str) -> int:
    return sum(map(is_word, cut_text(fold_text(text))))
