"""Texts that say the same: which document is a copy of which, however it was cut, edited, headed or woven in."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from analysis.errors import InputError
from analysis.estimates.basis import describe
from analysis.given import CorpusTables, documents_of
from analysis.tables import check_table
from analysis.texts.copies.candidates import choose_sample, gather_samples, pair_documents
from analysis.texts.copies.clusters import Copied, Overlaps, find_originals
from analysis.texts.copies.originals import list_origins, rank_origins
from analysis.texts.copies.shingles import list_shingles
from analysis.texts.copies.using import select_first, tabulate_copying, weigh_copies

__all__ = ["find_copies", "find_copies_among", "make_shingles", "select_first", "tabulate_copying", "weigh_copies"]

KINDS = ("exact", "near", "contains")
FEWEST_WORDS = 8  # under which texts ("Photo", "Happy holidays!") agree by chance, and none is a copy
SOURCE = "word shingles (Broder 1997), sampled (Manber 1994)"


def find_copies(documents: pd.DataFrame | CorpusTables) -> pd.DataFrame:
    """Find the documents that are copies of others: carried word for word, edited, cut, or woven into another text.

    documents: a corpus, or one row a document (doc_id, text; outlet and published where known).
    Returns one row a copy, in the order of the documents; a document that is no copy, and an original, has none:
    doc_id; copy_of, the doc_id of the original, which is never a copy itself; kind: exact (the same words; case, marks
    and blanks aside), near (most of either text is in the other) or contains (one of the two stands within the other);
    similarity, the share (0 to 1) of the shorter text's runs of four words that stand in the other. Its basis counts
    the documents compared, and those without a text or of under 8 words, which are never copies.
    The original of like texts is the earliest; of one day an agency's own, then the longer one (`rank_originals`).
    Raises InputError: columns that are missing, a doc_id that is missing or repeats, a text that is no string, a date
    that cannot be read.
    Source: Broder 1997, On the resemblance and containment of documents; Manber 1994, Finding similar files.
    """
    return find_copies_among([make_shingles(documents_of(documents))])


def make_shingles(documents: pd.DataFrame) -> pd.DataFrame:
    """Make of a part of a corpus all that its documents are compared by: their texts are not needed any more.

    documents: as for `find_copies`.
    Returns one row a document: doc_id; words; whole (uint64: a number that documents of the same words share);
    published, credit, length, opening (`list_origins`); shingles (its different runs of four words, an array of uint32,
    ascending: four bytes a word of its text). Parquet holds it as it is.
    Raises InputError as `find_copies`.
    """
    check_table(documents, "documents", ("doc_id", "text"))
    if documents["doc_id"].isna().any():
        raise InputError(f"documents.doc_id is missing in {int(documents['doc_id'].isna().sum()):,} rows: name them.")
    lengths = lengths_of(documents["text"])
    origins = list_origins(documents, lengths)
    split = list_shingles(documents["text"], lengths)
    names = documents["doc_id"].reset_index(drop=True)
    shingles = pd.Series(split.shingles, dtype=object)
    return pd.concat([names, origins], axis=1).assign(words=split.words, whole=split.whole, shingles=shingles)


def find_copies_among(parts: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Find the copies among the documents of all parts of a corpus; see `find_copies`.

    parts: the table of `make_shingles` of each, in the order of the documents. They are gone through twice, and of the
    shingles only a sample and those of documents that may be copies are kept: whoever has more than memory holds gives
    an object whose iterator loads one after the other.
    Returns the table of `find_copies`. Raises InputError: a doc_id that repeats.
    """
    parts = list(parts) if iter(parts) is parts else parts
    facts, sampled, count = [], [], 0
    for part in parts:
        facts.append(part.drop(columns="shingles"))
        sampled.append(choose_sample(part["shingles"].tolist(), count))
        count += len(part)
    known = check_table(pd.concat(facts, ignore_index=True), "documents", ("doc_id",))
    order = rank_origins(known)
    ranks = np.argsort(order)
    first = _first_of_same(known, ranks)
    samples = gather_samples(sampled, ranks, first == ranks)
    del sampled
    candidates = pair_documents(samples)
    found = find_originals(candidates, Overlaps(_gather_shingles(parts, ranks, candidates), samples))
    return _describe(_set_out(known["doc_id"].to_numpy(), order, first, found), known["words"])


def _gather_shingles(
    parts: Iterable[pd.DataFrame], ranks: np.ndarray, candidates: dict[int, list[int]]
) -> dict[int, np.ndarray]:
    """Gather the shingles of the documents that are to be compared, by their rank."""
    asked = np.zeros(len(ranks), dtype=bool)
    asked[[rank for later, earlier in candidates.items() for rank in (later, *earlier)]] = True
    gathered, count = {}, 0
    for part in parts if candidates else ():
        here = ranks[count : count + len(part)]
        chosen = np.flatnonzero(asked[here])
        shingles = part["shingles"].array
        gathered |= {int(here[at]): shingles[at].copy() for at in chosen.tolist()}
        count += len(part)
    return gathered


def _describe(table: pd.DataFrame, words: pd.Series) -> pd.DataFrame:
    """Give a table of copies its basis. words: of every document compared."""
    short = int(((words < FEWEST_WORDS) & (words > 0)).sum())
    out = {"without a text": int((words == 0).sum()), f"under {FEWEST_WORDS} words": short}
    count = len(words) - sum(out.values())
    empty = "" if len(table) else "No document is a copy of another."
    return describe(
        table, unit="documents", n=count, documents=count, corpus=len(words), left_out=out, source=SOURCE, empty=empty,
    )  # fmt: skip


def lengths_of(texts: pd.Series) -> np.ndarray:
    """Count the characters of each text; 0 where there is none."""
    if isinstance(texts.dtype, pd.StringDtype):
        return texts.str.len().fillna(0).to_numpy(dtype=np.int64)
    return np.array([len(text) if isinstance(text, str) else 0 for text in texts], dtype=np.int64)


def _first_of_same(known: pd.DataFrame, ranks: np.ndarray) -> np.ndarray:
    """Give for each document the rank of the first one with the same words: its own if there is none before it."""
    same = known[["whole", "words"]].assign(rank=ranks)
    first = same.groupby(["whole", "words"], sort=False)["rank"].transform("min").to_numpy()
    return np.where(known["words"] >= FEWEST_WORDS, first, ranks)


def _set_out(names: np.ndarray, order: np.ndarray, first: np.ndarray, found: dict[int, Copied]) -> pd.DataFrame:
    """Make the table of copies. order: the place of each rank; first: from `_first_of_same`."""
    rows = []
    for place, rank in enumerate(first.tolist()):
        if rank in found:
            copied = found[rank]
            rows.append((names[place], names[order[copied.original]], copied.overlap.kind, copied.overlap.shorter))
        elif order[rank] != place:
            rows.append((names[place], names[order[rank]], "exact", 1.0))
    table = pd.DataFrame(rows, columns=["doc_id", "copy_of", "kind", "similarity"])
    return table.astype({"kind": "str", "similarity": "float64"})
