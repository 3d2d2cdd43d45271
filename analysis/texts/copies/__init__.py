"""Texts that say the same: which document is a copy of which, however it was cut, edited, headed or woven in."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.errors import InputError
from analysis.estimates.basis import describe
from analysis.tables import check_table
from analysis.texts.copies.candidates import gather_samples, pair_documents
from analysis.texts.copies.clusters import Copied, Overlaps, find_originals
from analysis.texts.copies.originals import rank_originals
from analysis.texts.copies.shingles import Shingles, make_shingles
from analysis.texts.copies.using import select_first, tabulate_copying, weigh_copies

__all__ = ["find_copies", "select_first", "tabulate_copying", "weigh_copies"]

KINDS = ("exact", "near", "contains")
FEWEST_WORDS = 8  # under which texts ("Photo", "Happy holidays!") agree by chance, and none is a copy
SOURCE = "word shingles (Broder 1997), sampled (Manber 1994)"


def find_copies(documents: pd.DataFrame) -> pd.DataFrame:
    """Find the documents that are copies of others: carried word for word, edited, cut, or woven into another text.

    documents: one row a document (doc_id, text; outlet and published where known).
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
    check_table(documents, "documents", ("doc_id", "text"))
    if documents["doc_id"].isna().any():
        raise InputError(f"documents.doc_id is missing in {int(documents['doc_id'].isna().sum()):,} rows: name them.")
    lengths = lengths_of(documents["text"])
    order = rank_originals(documents, lengths)
    shingles = make_shingles(documents["text"], lengths)
    ranks = np.argsort(order)
    first = _first_of_same(shingles, ranks)
    samples = gather_samples(shingles, ranks, first == ranks)
    found = find_originals(pair_documents(samples), Overlaps(shingles, samples, order))
    table = _set_out(documents["doc_id"].to_numpy(), order, first, found)
    short = int(((shingles.words < FEWEST_WORDS) & (shingles.words > 0)).sum())
    out = {"without a text": int((shingles.words == 0).sum()), f"under {FEWEST_WORDS} words": short}
    count = len(documents) - sum(out.values())
    empty = "" if len(table) else "No document is a copy of another."
    return describe(
        table, unit="documents", n=count, documents=count, corpus=len(documents), left_out=out, source=SOURCE,
        empty=empty,
    )  # fmt: skip


def lengths_of(texts: pd.Series) -> np.ndarray:
    """Count the characters of each text; 0 where there is none."""
    if isinstance(texts.dtype, pd.StringDtype):
        return texts.str.len().fillna(0).to_numpy(dtype=np.int64)
    return np.array([len(text) if isinstance(text, str) else 0 for text in texts], dtype=np.int64)


def _first_of_same(shingles: Shingles, ranks: np.ndarray) -> np.ndarray:
    """Give for each document the rank of the first one with the same words: its own if there is none before it."""
    same = pd.DataFrame({"whole": shingles.whole, "words": shingles.words, "rank": ranks})
    first = same.groupby(["whole", "words"], sort=False)["rank"].transform("min").to_numpy()
    return np.where(shingles.words >= FEWEST_WORDS, first, ranks)


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
