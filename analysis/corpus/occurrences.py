"""The sentences in which terms were counted: units are read whole, as the count read them, then cut into sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, islice
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.estimates.basis import basis_of
from analysis.estimates.behind import Behind, Units

PASSAGES = {"paragraphs": ["doc_id", "paragraph"], "passages of one voice": ["doc_id", "paragraph", "voice"]}
CHUNK = 2_000  # units read at a time


class WholeUnit(NamedTuple):
    """A unit's text, and its sentences: which they are, and where each begins and ends in it."""

    text: str
    sentences: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def place(self, start: int, end: int) -> tuple[str, int, int] | None:
        """Say in which sentence something begins, and where in it; None between sentences."""
        number = bisect_right(self.starts, start) - 1
        if number < 0 or start >= self.ends[number]:
            return None
        first = self.starts[number]
        return self.sentences[number], start - first, min(end, self.ends[number]) - first


def find_counted_sentences(
    behind: Behind, numbers: Mapping[tuple, Units], sentences: pd.DataFrame, texts: pd.Series
) -> dict[tuple, pd.DataFrame]:
    """Find for numbers of terms, by their names, the sentences in which each was counted.

    sentences: all of the corpus; texts: of its documents. Each table has one row a sentence, in the order of the text:
    sentence_id, marked ("3-9 14-20", where in the sentence).
    """
    keys = PASSAGES.get(basis_of(behind.units).unit, ["doc_id"]) if "unit_id" in behind.units else ["doc_id"]
    places = np.unique(np.concatenate([units.places for units in numbers.values()]))
    wanted = behind.units.iloc[places][keys]
    unit_of = np.full(len(behind.units), -1)
    unit_of[places] = wanted.groupby(keys, sort=False, dropna=False).ngroup().to_numpy()
    found = _find_all(behind, wanted.drop_duplicates(), {name[2] for name in numbers}, sentences, texts)
    return {
        name: _tabulate_sentences(found, name, set(unit_of[units.places].tolist())) for name, units in numbers.items()
    }


def _find_all(
    behind: Behind, wanted: pd.DataFrame, terms: set[str], sentences: pd.DataFrame, texts: pd.Series
) -> dict[tuple, list[tuple]]:
    """Find terms in units: by term and group (() for any) the unit's number, the sentence, start and end in it."""
    found = defaultdict(list)
    units = _gather_texts(wanted, sentences, None if "unit_id" in behind.units else texts)
    for begin in range(0, len(wanted), CHUNK):
        read = list(islice(units, CHUNK))
        for one in behind.find([unit.text for unit in read], terms):
            placed = read[one.text].place(one.start, one.end)
            if placed:
                found[one.term, one.key].append((begin + one.text, *placed))
    return found


def _gather_texts(units: pd.DataFrame, sentences: pd.DataFrame, texts: pd.Series | None) -> Iterator[WholeUnit]:
    """Read units one by one: documents as their texts are, or the sentences of each joined, as they were gathered."""
    theirs = units.assign(_unit=range(len(units))).merge(sentences.dropna(subset="text"), on=list(units))
    theirs = theirs.sort_values(["_unit", "start"], kind="stable")
    bounds = np.searchsorted(theirs["_unit"].to_numpy(), np.arange(len(units) + 1)).tolist()
    names, starts, ends, parts = (theirs[name].tolist() for name in ("sentence_id", "start", "end", "text"))
    for number, doc_id in enumerate(units["doc_id"]):
        own = slice(bounds[number], bounds[number + 1])
        if texts is not None:
            yield WholeUnit(texts[doc_id], names[own], starts[own], ends[own])
            continue
        begins = list(accumulate((len(part) + 1 for part in parts[own]), initial=0))
        yield WholeUnit(" ".join(parts[own]), names[own], begins[:-1], [begin - 1 for begin in begins[1:]])


def _tabulate_sentences(found: Mapping[tuple, list[tuple]], name: tuple, units: set[int]) -> pd.DataFrame:
    """Set out the sentences of one number."""
    key, _, term = name
    marked: dict[str, list[str]] = defaultdict(list)
    for unit, sentence, start, end in [*found.get((term, ()), []), *found.get((term, key), [])]:
        if unit in units:
            marked[sentence].append(f"{start}-{end}")
    return pd.DataFrame({"sentence_id": list(marked), "marked": [" ".join(places) for places in marked.values()]})
