"""Filters of documents: which fit, and what a filter that cannot be used should have been."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analysis.errors import InputError, require, unknown
from analysis.reading import COPIES
from analysis.tables import COPY_WEIGHT
from analysis.texts.copies.using import select_first, weigh_copies
from analysis.texts.dates import parse_dates

FILTERS = (
    "doc_id",
    "source",
    "kind",
    "outlet",
    "country",
    "language",
    "translated",
    "published_from",
    "forwarded_from",
)
RANGES = ("since", "until", "min_words")


def check_filters(names: Iterable[str], further: Iterable[str] = ()) -> None:
    """Raise InputError for a name that is no filter; `further` are the columns that the material brought along."""
    choices = (*FILTERS, *RANGES, "copies", *further)
    for name in names:
        if name not in choices:
            raise unknown("filter", name, choices)


def keep_fitting(documents: pd.DataFrame, name: str, value: object) -> pd.DataFrame:
    """Keep the documents that fit one filter, in their order; for `copies` see `keep_copies`.

    Raises InputError: a value that the filter does not take, or that no document has.
    """
    if name == "copies":
        return keep_copies(documents, value)
    if name == "min_words":
        whole = isinstance(value, int) and value >= 0
        require(whole, f"min_words={value!r} is not a whole number of words, 0 or more.")
        return documents[documents["words"] >= value]
    if name in ("since", "until"):
        (begin, end), published = _period(name, value), documents["published"]
        return documents[published >= begin if name == "since" else published < end]
    values = list(value) if isinstance(value, list | tuple | set | frozenset) else [value]
    there = documents[name].dropna().unique().tolist()
    for wanted in values:
        if wanted not in there:
            raise _unknown_value(name, wanted, sorted(there, key=str), _why(name, there, len(documents)))
    return documents[documents[name].isin(values).fillna(False).astype(bool)]


def keep_copies(documents: pd.DataFrame, how: object) -> pd.DataFrame:
    """Treat documents that are copies of one another: keep them all, the first of each cluster, or weigh them.

    how: "keep" all, each counted as one; "first" of every cluster, its original; "weight": all, each of a
    cluster weighed by 1 over its size (column copy_weight). Raises InputError: another word.
    """
    if how not in COPIES:
        raise unknown("copies", how, COPIES)
    documents = join_copies(documents)
    copies = documents.dropna(subset="copy_of")
    if how == "first":
        return select_first(documents, copies)
    if how == "weight":
        weights = weigh_copies(documents, copies).rename(COPY_WEIGHT)
        return pd.concat([documents.drop(columns=COPY_WEIGHT, errors="ignore"), weights], axis=1)
    return documents.drop(columns=COPY_WEIGHT, errors="ignore")


def join_copies(documents: pd.DataFrame) -> pd.DataFrame:
    """Let every copy lead to a document that is there: without the original, the earliest of its copies stands in."""
    orphans = documents[documents["copy_of"].notna() & ~documents["copy_of"].isin(documents["doc_id"])]
    if orphans.empty:
        return documents
    first = orphans.sort_values("published", kind="stable").drop_duplicates("copy_of").set_index("copy_of")["doc_id"]
    led = documents.assign(copy_of=documents["copy_of"].map(first).fillna(documents["copy_of"]))
    heads = led["copy_of"] == led["doc_id"]
    led.loc[heads, ["copy_of", "copy_kind", "copy_similarity"]] = pd.NA
    return led


def weights_by_document(documents: pd.DataFrame) -> dict[str, float]:
    """What documents weigh by doc_id, those of weight 1 left out; nothing where copies are not weighed."""
    if COPY_WEIGHT not in documents:
        return {}
    weighed = documents.loc[documents[COPY_WEIGHT] != 1]
    return dict(zip(weighed["doc_id"], weighed[COPY_WEIGHT].astype(float), strict=True))


def _period(name: str, value: object) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The day, month or year that a date names: its beginning, and the beginning of the next."""
    written = f"{value:04d}" if isinstance(value, int) and not isinstance(value, bool) else value
    date = parse_dates([written])[0]
    if date is None:
        raise InputError(f"{name}={value!r} is not a date that can be read one way alone: write it as 2024-12-26.")
    unit = {"year": "Y", "month": "M"}.get(date.precision, "D")
    period = pd.Period(date.when, freq=unit)
    return period.start_time, (period + 1).start_time


def _unknown_value(name: str, wanted: object, there: list, why: str) -> InputError:
    """The error for a value that no document has; numbers, and yes and no, are shown as what they are."""
    if all(isinstance(value, str) for value in there):
        return unknown(name, wanted, there, why)
    shown = ", ".join(map(_name_value, there[:20])) + (f", … ({len(there)} in all)" if len(there) > 20 else "")
    message = f"{name}={wanted!r} is not one of [{shown}]."
    twin = next((value for value in there if str(value).casefold() == str(wanted).strip().casefold()), None)
    if twin is not None:
        kind = "yes or no" if isinstance(twin, bool) else "a number" if isinstance(twin, int | float) else "no text"
        message += f" {twin} is {kind}: write {name}={_name_value(twin)}."
    return InputError(f"{message} {why}")


def _name_value(value: object) -> str:
    return repr(value) if isinstance(value, str | int | float) else str(value)


def _why(name: str, there: list, documents: int) -> str:
    if not there:
        return f"No document has its {name} known."
    return f"These are the values in the {documents} documents that other filters, if any, have left."
