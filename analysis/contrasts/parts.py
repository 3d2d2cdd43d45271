"""Keyness of a corpus counted in parts, on this machine or another: the table is that of the whole, to the byte.

A part is a run of whole documents. What is passed on is counts by text, never texts; phrases are not found in parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.words.running import CHUNK_TEXTS, Numbering, running_of
from analysis.words.terms import bare_of, count_rows, word_of

Part = tuple[pd.DataFrame, pd.DataFrame]


def count_part(texts: pd.Series, groups: Sequence[object], documents: Sequence[object] | None = None) -> Part:
    """Count the words of some texts of a corpus; arguments as for `keyness`.

    documents: their names in the whole corpus, the texts' index by default.
    Returns two tables for `keyness_of_parts`, fit for Parquet: one row a text (document, group), and one row a text
    and spelling that stands in it: text (its place in the first table), spelling, count.
    """
    running = running_of(texts)
    words = np.array([bool(word_of(spelling)) for spelling in running.spellings], dtype=bool)
    table = count_rows(running.ids, running.ends, len(words)).tocoo()
    kept = words[table.col]
    names = pd.Index([spelling for spelling, word in zip(running.spellings, words, strict=True) if word], dtype=object)
    codes = (np.cumsum(words) - 1)[table.col[kept]]
    counts = {
        "text": table.row[kept].astype(np.int32),
        "spelling": pd.Categorical.from_codes(codes, names),
        "count": table.data[kept].astype(np.int32),
    }
    about = pd.DataFrame({"document": list(texts.index if documents is None else documents), "group": list(groups)})
    return about, pd.DataFrame(counts)


def count_parts(texts: pd.Series, groups: Sequence[object], documents: Sequence[object]) -> Iterator[Part]:
    """Count texts part by part, so that memory stays small."""
    groups, documents = list(groups), list(documents)
    for begin in range(0, len(texts), CHUNK_TEXTS):
        run = slice(begin, begin + CHUNK_TEXTS)
        yield count_part(texts.iloc[run], groups[run], documents[run])


def join_parts(parts: Iterable[Part]) -> tuple[pd.DataFrame, sparse.csr_array, np.ndarray, np.ndarray]:
    """Join parts in the order of the corpus: texts, counts (texts, words), words, and how each is mostly spelt."""
    spellings, texts, rows, columns, data, length = Numbering(), [], [], [], [], 0
    for about, counts in parts:
        spelled = counts["spelling"].cat
        numbers = np.array([spellings[spelling] for spelling in spelled.categories], dtype=np.int32)
        rows.append(counts["text"].to_numpy() + np.int32(length))
        columns.append(numbers[spelled.codes.to_numpy()] if len(counts) else np.empty(0, np.int32))
        data.append(counts["count"].to_numpy())
        texts.append(about)
        length += len(about)
    rows, columns, data = np.concatenate(rows), np.concatenate(columns), np.concatenate(data)
    names = list(spellings)
    frequency = np.bincount(columns, data, minlength=len(names))
    numbering = Numbering()
    word = np.array([numbering[word_of(name)] for name in names], dtype=np.int32)
    shown = np.array(list(numbering), dtype=object)
    for place in np.argsort(frequency, kind="stable"):  # the most frequent spelling writes last
        shown[word[place]] = bare_of(names[place])
    columns = word[columns]
    counts = sparse.coo_array((data.astype(np.float64), (rows, columns)), shape=(length, len(numbering))).tocsr()
    return pd.concat(texts, ignore_index=True), counts, np.array(list(numbering), dtype=object), shown
