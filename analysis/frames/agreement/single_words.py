"""Which single word carries a frame: the scores of documents with it and without it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.estimates import FEWEST_DOCUMENTS, RESAMPLES, TOO_FEW, add_basis, describe, draw_documents, interval_of
from analysis.estimates.behind import Occurrence, record_units
from analysis.estimates.resampling import ratio_of
from analysis.frames import WordCounts, count_frame_words
from analysis.frames.agreement.reranking import FullRanks
from analysis.frames.amounts import WORDS_A_UNIT, saturate
from analysis.frames.by_words import keep_matcher
from analysis.frames.codebooks import Codebook, load_codebook
from analysis.texts.cleaning.languages import IN_ANOTHER

SHOWN_FORMS = 3
NOTHING = 1e-12  # a score below this is what rounding leaves of none
COLUMNS = [
    "frame", "word", "found", "hits", "share_of_hits", "share_of_score", "low", "high", "share_of_documents",
    "rank_correlation", "documents", "n", "note",
]  # fmt: skip


def leave_one_word_out(
    documents: pd.DataFrame | WordCounts,
    codebook: str | Path | Codebook = "generic",
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> pd.DataFrame:
    """Measure what would be left of each frame's scores by words without each of its words.

    documents: one row a document (doc_id, text; language, where it is known); those in another language than the
    codebook's are left out and counted; or their words counted already (`count_frame_words`). A word's hits are taken
    away; the tokens that they held are not
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
    counts = documents if isinstance(documents, WordCounts) else count_frame_words(documents, book)
    known = counts.documents["words"].notna()
    basis = {IN_ANOTHER: int((~known).sum())}
    read = counts.documents[known].sort_values("doc_id", kind="stable").reset_index(drop=True)
    losses = _losses(read, counts.hits, book)
    scores = _lay_out(losses.drop_duplicates(["frame", "place", "item"]), ["frame"], "presence", len(read))
    lost = _lay_out(losses, ["frame", "word"], "loss", len(read))
    table = _with_intervals(_tabulate_words(_count_forms(counts.hits), scores, lost), scores, lost, resamples, seed)
    order = {frame.name: number for number, frame in enumerate(book.frames)}
    table = table.sort_values(["share_of_score", "word"], ascending=[False, True], kind="stable")
    table = table.sort_values("frame", key=lambda names: names.map(order), kind="stable").reset_index(drop=True)
    cells, find = {"share_of_score": None}, partial(_find_counted, book=book)
    behind = record_units(counts.hits, ["frame", "word"], weight="hits", cells=cells, pattern="word", find=find)
    about = describe(read, left_out=basis, unit="documents", status=book.status)
    return add_basis(table[COLUMNS], about, behind=behind)


def _find_counted(texts: Sequence[str], words: Collection[str], book: Codebook) -> Iterator[Occurrence]:
    """Find where words of the codebook were counted, each for its frame."""
    table, _ = keep_matcher(book).find_placed(texts)
    for row in table[table["word"].isin(words)].itertuples():
        yield Occurrence(row.text, row.word, row.start, row.end, (row.frame, row.word))


class Laid(NamedTuple):
    """Amounts by document: names says what a row is about; amounts is sparse, (rows, documents)."""

    names: pd.MultiIndex | pd.Index
    amounts: sparse.csr_array

    def row(self, number: int) -> tuple[np.ndarray, np.ndarray]:
        """The documents that have an amount in a row, and the amounts."""
        own = slice(*self.amounts.indptr[number : number + 2])
        return self.amounts.indices[own], self.amounts.data[own]


def _lay_out(table: pd.DataFrame, keys: list[str], value: str, n_documents: int) -> Laid:
    """Sum a value by keys and document; rows in the order of the keys."""
    sums = table.groupby([*keys, "place"])[value].sum()
    names = sums.index.droplevel("place")
    begins = np.flatnonzero(np.append(True, names[1:] != names[:-1])) if len(sums) else np.empty(0, dtype=int)
    places = sums.index.get_level_values("place").to_numpy(dtype=int)
    shape = (len(begins), n_documents)
    amounts = sparse.csr_array((sums.to_numpy(), places, np.append(begins, len(sums))), shape=shape)
    return Laid(names[begins], amounts)


def _losses(documents: pd.DataFrame, hits: pd.DataFrame, book: Codebook) -> pd.DataFrame:
    """Say for each document, item and word how present the item is, and how much less without the word.

    Both are parts of the frame's score: divided by the frame's number of items.
    """
    place = pd.Index(documents["doc_id"]).get_indexer(hits["doc_id"])
    keys = ["frame", "place", "item"]
    table = hits.assign(place=place, weight=hits["weight"] * hits["hits"])
    table = table.groupby([*keys, "word"], as_index=False)["weight"].sum()
    table["all"] = table.groupby(keys)["weight"].transform("sum")
    units = documents["words"].to_numpy(dtype=float)[table["place"]] / WORDS_A_UNIT
    items = table["frame"].map({frame.name: len(frame.measured_by("words")) for frame in book.frames}).astype(float)
    presence = saturate(table[["all"]].to_numpy(), units)[:, 0]
    rest = (table["all"] - table["weight"]).clip(lower=0).to_frame().to_numpy()
    table["presence"] = presence / items
    table["loss"] = (presence - saturate(rest, units)[:, 0]) / items
    return table


def _count_forms(hits: pd.DataFrame) -> pd.DataFrame:
    """Count the hits of each frame and word, and name the commonest forms found: frame, word, hits, found."""
    keys = ["frame", "word"]
    forms = hits.groupby([*keys, "found"], as_index=False)["hits"].sum()
    commonest = forms.sort_values([*keys, "hits", "found"], ascending=[True, True, False, True])
    shown = commonest.groupby(keys).head(SHOWN_FORMS).groupby(keys)["found"].agg(" / ".join)
    return pd.DataFrame({"hits": forms.groupby(keys)["hits"].sum(), "found": shown})


def _tabulate_words(forms: pd.DataFrame, scores: Laid, lost: Laid) -> pd.DataFrame:
    """Set out what each word carries, without intervals; forms: rows as those of lost."""
    table = forms.reset_index()
    table["share_of_hits"] = table["hits"] / table.groupby("frame")["hits"].transform("sum")
    frames = {frame: FullRanks(scores.amounts[[number]].toarray()[0]) for number, frame in enumerate(scores.names)}
    rows = []
    for number, (frame, _) in enumerate(lost.names):
        ranks = frames[frame]
        places, losses = lost.row(number)
        left = ranks.scores[places] - losses
        left[left < NOTHING] = 0.0
        rows.append((losses.sum() / ranks.scores.sum(), (left == 0).sum() / ranks.held, ranks.correlate(places, left)))
    shares = ["share_of_score", "share_of_documents", "rank_correlation"]
    table[shares] = np.array(rows, dtype=float).reshape(-1, len(shares))
    table["documents"] = table["frame"].map({frame: ranks.held for frame, ranks in frames.items()})
    table["n"] = lost.amounts.shape[1]
    return table.assign(note=np.where(table["documents"] >= FEWEST_DOCUMENTS, "", TOO_FEW))


def _with_intervals(table: pd.DataFrame, scores: Laid, lost: Laid, resamples: int, seed: int) -> pd.DataFrame:
    """Add low and high of share_of_score, documents resampled, where there are enough of them."""
    table = table.assign(low=np.nan, high=np.nan)
    wanted = np.flatnonzero((table["note"] == "").to_numpy())
    if not len(wanted):
        return table
    frame, behind = scores.names.get_indexer(table["frame"].iloc[wanted]), table["documents"].to_numpy()[wanted]
    chosen, shares = lost.amounts[wanted], []
    for draws in draw_documents(lost.amounts.shape[1], resamples, seed):
        drawn = np.ascontiguousarray(draws.T)
        shares.append(ratio_of(chosen @ drawn, (scores.amounts @ drawn)[frame]))
    table.loc[wanted, ["low", "high"]] = interval_of(np.concatenate(shares, axis=1), 1, behind).T
    return table
