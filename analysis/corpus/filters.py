"""Filters of documents: which fit, and what a filter that cannot be used should have been."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import pandas as pd

from analysis.corpus.hints import REMEDIES, guess_meant
from analysis.errors import InputError, require, unknown
from analysis.given import check_whole
from analysis.reading import COPIES
from analysis.tables import COLUMNS, COPY_WEIGHT
from analysis.texts.copies.using import select_first, weigh_copies
from analysis.texts.dates import parse_dates
from analysis.words.patterns import compile_patterns, find_matching

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
RANGES = ("since", "until", "min_words", "documents_with")
OF_SENTENCES = ("voice", "speaker", "contains")  # filters that keep sentences, with the documents they stand in
OTHERS = tuple(name for name in COLUMNS["documents"] if name not in (*FILTERS, "text"))  # that few filter by
MANY = 20  # numbers of a column, above which a list of them tells nobody anything
SEVERAL = (list, tuple, set, frozenset)


def list_filters(further: Iterable[str] = ()) -> list[str]:
    """List the names of filters; `further` are the columns that the material brought along."""
    return list(dict.fromkeys([*FILTERS, *RANGES, *OF_SENTENCES, "copies", *further, *OTHERS]))


def check_filters(names: Iterable[str], further: Iterable[str] = ()) -> None:
    """Raise InputError for a name that is no filter; `further` are the columns that the material brought along."""
    choices = list_filters(further)
    for name in names:
        if name not in choices:
            meant = guess_meant(name, choices)
            raise unknown("filter", name, choices, REMEDIES.get(meant, ""), meant)


def keep_fitting(documents: pd.DataFrame, name: str, value: object) -> pd.DataFrame:
    """Keep the documents that fit one filter, in their order; for `copies` see `keep_copies`.

    value: one or several; None stands for what is not known; a function takes the column and says yes or no of each.
    Raises InputError: a value that the filter does not take, or that no document has.
    """
    if name == "copies":
        return keep_copies(documents, value)
    if name == "min_words":
        return documents[documents["words"] >= check_whole(value, "min_words", 0, "words")]
    if name == "documents_with":
        return documents[find_matching(documents["text"], compile_patterns(value, name))]
    if callable(value):
        return documents[mark_answers(value, documents[name], name)]
    if name in ("since", "until") or (name == "published" and not isinstance(value, SEVERAL) and value is not None):
        (begin, end), published = _period(name, value), documents["published"]
        after, before = published >= begin, published < end
        return documents[{"since": after, "until": before}.get(name, after & before)]
    return documents[_is_one_of(documents, name, list(value) if isinstance(value, SEVERAL) else [value])]


def mark_answers(condition: Callable, given: pd.DataFrame | pd.Series, name: str) -> np.ndarray:
    """Ask a function of a table or a column which rows to keep.

    Raises InputError: it gives something else than yes or no of each row.
    """
    said = condition(given)
    fits = isinstance(said, pd.Series | np.ndarray | list) and len(said) == len(given)
    answer = pd.Series(said, dtype="object").fillna(False) if fits else pd.Series(dtype="object")
    yes_no = fits and answer.isin([True, False]).all()
    example = (
        'lambda documents: documents["words"] > 300' if name == "condition" else f"{name}=lambda column: column > 300"
    )
    got = f"{type(said).__name__}{f' of {len(said)}' if hasattr(said, '__len__') else ''}"
    require(yes_no, f"{name}: the function gives {got}, not a yes or no of each of {len(given)} rows: {example}.")
    return answer.to_numpy(dtype=bool)


def _is_one_of(documents: pd.DataFrame, name: str, values: list) -> np.ndarray:
    """Which documents have one of the values; None among them stands for what is not known."""
    known = [value for value in values if not is_missing(value)]
    there = documents[name].dropna().unique().tolist()
    for wanted in known:
        if wanted not in there:
            raise _unknown_value(name, wanted, _sort(there), _why(name, there, len(documents)))
    fits = documents[name].isin(known).fillna(False).to_numpy(dtype=bool)
    return fits | documents[name].isna().to_numpy() if len(known) < len(values) else fits


def is_missing(value: object) -> bool:
    """Say whether a value stands for what is not known."""
    return value is None or value is pd.NA or (isinstance(value, float) and np.isnan(value))


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


def _unknown_number(name: str, wanted: object, there: list) -> InputError:
    """The error for one number among many: a function says what is wanted of it, and of words min_words."""
    message = f"{name}={wanted!r}: none is exactly that; there are {len(there)} numbers, {there[0]} to {there[-1]}."
    least = f"min_words={wanted!r} keeps documents of {wanted!r} words or more" if name == "words" else ""
    asked = f"{name}=lambda column: column > {wanted!r} asks what you like"
    return InputError(f"{message} {'; '.join(filter(None, [least, asked]))}.")


def _unknown_value(name: str, wanted: object, there: list, why: str) -> InputError:
    """The error for a value that no document has; numbers, and yes and no, are shown as what they are."""
    if all(isinstance(value, str) for value in there):
        return unknown(name, wanted, there, why)
    number = _parse_number(wanted)
    if len(there) > MANY and all(map(_is_number, there)) and number is not None and number not in there:
        return _unknown_number(name, number, there)
    shown = ", ".join(map(_name_value, there[:20])) + (f", … ({len(there)} in all)" if len(there) > 20 else "")
    message = f"{name}={wanted!r} is not one of [{shown}]."
    twin = next((value for value in there if str(value).casefold() == str(wanted).strip().casefold()), None)
    if twin is not None:
        kind = "yes or no" if isinstance(twin, bool) else "a number" if isinstance(twin, int | float) else "no text"
        message += f" {twin} is {kind}: write {name}={_name_value(twin)}."
    elif there and all(isinstance(value, bool | np.bool_) for value in there):
        message += f' {name} is yes or no: write {name}=True or {name}="yes".'
    return InputError(f"{message} {why}")


def _sort(values: list) -> list:
    """Sort values: numbers by size, others as they are written."""
    return sorted(values) if all(map(_is_number, values)) else sorted(values, key=str)


def _parse_number(value: object) -> int | float | None:
    """The number that is meant by a value, or by a text of digits."""
    if isinstance(value, str):
        return int(value) if value.strip().isascii() and value.strip().isdigit() else None
    return value if _is_number(value) else None


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _name_value(value: object) -> str:
    return repr(value) if isinstance(value, str | int | float) else str(value)


def _why(name: str, there: list, documents: int) -> str:
    if not there:
        return f"No document has its {name} known."
    return f"These are the values in the {documents} documents that other filters, if any, have left."
