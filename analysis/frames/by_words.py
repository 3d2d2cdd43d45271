"""Frames by words: how many of a frame's items have words in a text, and how densely."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.collector import collector_paused
from analysis.estimates import describe
from analysis.frames.amounts import WORDS_A_UNIT, frame_columns, measured_items, saturate
from analysis.frames.codebooks import Codebook
from analysis.frames.matching import Hit, Matcher

COUNTED = dict.fromkeys(("doc_id", "frame", "item", "word", "found"), "str") | {"hits": "int64", "weight": "float64"}


@dataclass(frozen=True)
class WordCounts:
    """A codebook's words in documents, counted: of any part of a corpus by itself, and joined row by row.

    documents: one row a document, in the order received: doc_id, words (NA for one in another language).
    hits: one row a document, word and form: doc_id, frame, item, word (as the codebook has it), found (the form, in
    small letters), hits, weight (of one hit).
    """

    documents: pd.DataFrame
    hits: pd.DataFrame

    @classmethod
    def join(cls, parts: Sequence[WordCounts]) -> WordCounts:
        """Put the counts of parts of a corpus under one another; the whole counted at once gives the same."""
        tables = zip(*((part.documents, part.hits) for part in parts), strict=True)
        return cls(*(pd.concat(each, ignore_index=True) for each in tables))


def count_hits(documents: pd.DataFrame, known: np.ndarray, codebook: Codebook) -> WordCounts:
    """Count the words and forms found in documents; known: those in the codebook's language, True or False."""
    read = documents[known]
    table, lengths = keep_matcher(codebook).find_placed(read["text"])
    table["found"] = table["found"].str.lower().astype("str")
    keys = ["text", "frame", "item", "word", "found", "weight"]
    hits = table.groupby(keys, sort=False).size().rename("hits").reset_index()
    hits.insert(0, "doc_id", read["doc_id"].to_numpy()[hits.pop("text").to_numpy(dtype=int)])
    words = pd.Series(pd.NA, index=documents.index, dtype="Int64")
    words[known] = lengths
    counted = pd.DataFrame({"doc_id": documents["doc_id"], "words": words}).reset_index(drop=True)
    return WordCounts(describe(counted, like=documents), hits[list(COUNTED)].astype(COUNTED))


def score_counted(counts: WordCounts, codebook: Codebook) -> np.ndarray:
    """Average the presence of each frame's items, from counts: (documents, frames), NaN in another language."""
    columns = {
        (codebook.frames[place].name, codebook.frames[place].items[number].name): column
        for column, (place, number) in enumerate(measured_items(codebook, "words"))
    }
    hits = counts.hits
    row = pd.Index(counts.documents["doc_id"]).get_indexer(hits["doc_id"])
    items, names = pd.factorize(pd.MultiIndex.from_arrays([hits["frame"], hits["item"]]))
    column = np.array([columns[name] for name in names], dtype=int)[items]
    amounts = np.zeros((len(counts.documents), len(columns)))
    np.add.at(amounts, (row, column), (hits["hits"] * hits["weight"]).to_numpy(dtype=float))
    words = counts.documents["words"].to_numpy(dtype=float, na_value=np.nan)
    return _mean_of_items(saturate(amounts, words / WORDS_A_UNIT), codebook)


def item_presence(texts: pd.Series, codebook: Codebook) -> np.ndarray:
    """Return how present each measured item is in each text, 0 to below 1: (texts, items)."""
    hits, lengths = keep_matcher(codebook).find(texts)
    column = {place: number for number, place in enumerate(measured_items(codebook, "words"))}
    amounts = np.zeros((len(lengths), len(column)))
    for hit in hits:
        amounts[hit.text, column[hit.word.frame, hit.word.item]] += hit.word.pattern.weight
    return saturate(amounts, np.array(lengths, dtype=float) / WORDS_A_UNIT)


def code_texts(texts: pd.Series, codebook: Codebook) -> tuple[np.ndarray, np.ndarray]:
    """Score short texts by all of a frame's words together, and say which they are.

    Returns scores (texts, frames) and evidence of the same shape: the words found, or None.
    """
    numbers, distinct = pd.factorize(texts)  # a sentence that copies carry too is read once
    with collector_paused():
        hits, lengths = keep_matcher(codebook).find(distinct)
    amounts = np.zeros((len(lengths), len(codebook.frames)))
    found: dict[tuple[int, int], list[Hit]] = defaultdict(list)
    for hit in hits:
        amounts[hit.text, hit.word.frame] += hit.word.pattern.weight
        found[hit.text, hit.word.frame].append(hit)
    evidence = np.full(amounts.shape, None, dtype=object)
    for place, words in found.items():
        evidence[place] = ", ".join(dict.fromkeys(_say(hit) for hit in words))
    scores = saturate(amounts, np.array(lengths, dtype=float) / WORDS_A_UNIT)
    return scores[numbers], evidence[numbers]


def score_frames(texts: pd.Series, codebook: Codebook) -> np.ndarray:
    """Average the presence of each frame's items: (texts, frames)."""
    return _mean_of_items(item_presence(texts, codebook), codebook)


def _mean_of_items(presence: np.ndarray, codebook: Codebook) -> np.ndarray:
    return np.stack([presence[:, own].mean(axis=1) for own in frame_columns(codebook, "words")], axis=1)


def _say(hit: Hit) -> str:
    return f"{hit.found} (negated)" if hit.negated else hit.found


def keep_matcher(codebook: Codebook) -> Matcher:
    """Make a codebook's matcher once and keep the last few."""
    if codebook.sha256 not in _MADE:
        while len(_MADE) >= _MOST_KEPT:
            _MADE.pop(next(iter(_MADE)))
        _MADE[codebook.sha256] = Matcher(codebook)
    return _MADE[codebook.sha256]


_MADE: dict[str, Matcher] = {}
_MOST_KEPT = 8
