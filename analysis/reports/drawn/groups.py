"""Which values the documents of a corpus have, and how many documents each: what a report can be made for each of."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from analysis.corpus import Corpus, load_corpus
from analysis.errors import unknown

COLUMNS = ("outlet", "kind", "language", "country", "translated", "source", "published_from", "forwarded_from")
PERIODS = {"year": "Y", "quarter": "Q", "month": "M"}
Found = list[dict[str, object]]


def count_by_value(path: Path, where: Mapping[str, object], each: str) -> Found:
    """Count documents by the values of a column, by period of publication or by who is quoted in them.

    Returns one entry a value: value (as shown; "" for documents of which it is not known), documents, where (the
    filters that choose them). Periods in order of time, all others by their documents, the most first.
    Raises InputError: neither a column of these documents, nor a period, nor speaker.
    """
    corpus = load_corpus(path, **where)
    choices = (*COLUMNS, *PERIODS, "speaker", *corpus.further)
    if each not in choices:
        raise unknown("for each", each, choices)
    if each in PERIODS:
        return _by_period(corpus.documents["published"], PERIODS[each])
    return _by_speaker(corpus) if each == "speaker" else _by_column(corpus.documents[each], each)


def _by_column(column: pd.Series, each: str) -> Found:
    counts = column.value_counts(dropna=True)
    found = [_entry(str(value), count, {each: _plain(value)}) for value, count in counts.items()]
    return _in_order(found) + _not_known(int(column.isna().sum()))


def _by_period(published: pd.Series, unit: str) -> Found:
    counts = published.dropna().dt.to_period(unit).value_counts().sort_index()
    found = []
    for period, count in counts.items():
        first, last = (f"{moment:%Y-%m}" for moment in (period.start_time, period.end_time))
        since, until = (first[:4], last[:4]) if unit == "Y" else (first, last)
        found.append(_entry(str(period), count, {"since": since, "until": until}))
    return found + _not_known(int(published.isna().sum()))


def _by_speaker(corpus: Corpus) -> Found:
    """Documents in which somebody is quoted, by who it is; a document counts for each of its speakers."""
    quotes = corpus.quotes.dropna(subset=["speaker", "speaker_id"])
    found = []
    for _, said in quotes.groupby("speaker_id", sort=True):
        names = said["speaker"].value_counts()
        best = sorted(names[names == names.max()].index)[0]
        documents = sorted(said["doc_id"].unique().tolist())
        found.append(_entry(str(best), len(documents), {"doc_id": documents}))
    without = len(corpus.documents) - quotes["doc_id"].nunique()
    return _in_order(found) + _not_known(without)


def _entry(value: str, documents: int, where: dict[str, object]) -> dict[str, object]:
    return {"value": value, "documents": int(documents), "where": where}


def _in_order(found: Found) -> Found:
    return sorted(found, key=lambda one: (-one["documents"], one["value"]))


def _not_known(documents: int) -> Found:
    return [_entry("", documents, {})] if documents else []


def _plain(value: object) -> object:
    return value.item() if hasattr(value, "item") else value
