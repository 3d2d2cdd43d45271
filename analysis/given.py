"""What a function of the package was given: a table, or a corpus whose table it wants; and the remedy for other things.

A corpus is known by its tables: what stands before it in the package does not import it.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import index
from pathlib import Path
from typing import Protocol, TypeVar

import pandas as pd

from analysis.errors import InputError, require

LONG = 25  # letters that a text has on average, if a column holds texts


class CorpusTables(Protocol):
    """A corpus, as far as functions take it: by its tables."""

    documents: pd.DataFrame
    sentences: pd.DataFrame


Other = TypeVar("Other")


def is_corpus(given: object) -> bool:
    """Whether something is a corpus: it has documents and sentences, and is no table itself."""
    there = all(hasattr(type(given), name) for name in ("documents", "sentences", "with_documents"))
    return there and not isinstance(given, pd.DataFrame)


def documents_of(given: CorpusTables | Other) -> pd.DataFrame | Other:
    """The documents of a corpus; anything else as it is."""
    return given.documents if is_corpus(given) else given


def sentences_of(given: CorpusTables | Other) -> pd.DataFrame | Other:
    """The sentences of a corpus; anything else as it is."""
    return given.sentences if is_corpus(given) else given


def parse_whole(value: object) -> int | None:
    """Give a whole number as such, numpy's too; None for anything else, True and 2.0 too."""
    if isinstance(value, bool):
        return None
    try:
        return index(value)
    except TypeError:
        return None


def check_whole(value: object, name: str, least: int, unit: str) -> int:
    """Give an argument as the whole number that it is; raises InputError if it is none, or below the least."""
    number = parse_whole(value)
    require(
        number is not None and number >= least, f"{name}={value!r} is not a whole number of {unit}, {least} or more."
    )
    return number


def error_for_table(given: object, name: str, wanted: Sequence[str]) -> InputError:
    """Build (not raise) the error for what is no table: say what it is and what would do."""
    columns = ", ".join(wanted)
    if isinstance(given, str | Path):
        shown = repr(str(given)[:60] + ("…" if len(str(given)) > 60 else ""))
        said = f"{shown} is a text or a path" if isinstance(given, str) else f"{shown} is a path"
        remedy = f"Load it first, and give the corpus: load_corpus({shown})"
    elif isinstance(given, pd.Series):
        said, remedy = "a Series", f"Give a DataFrame with {columns}, or load_corpus(pd.DataFrame({{'text': texts}}))"
    elif isinstance(given, list | tuple | set | dict):
        said = f"a {type(given).__name__}"
        remedy = f"Give a DataFrame with {columns}, or load_corpus(pd.DataFrame({{'text': texts}}))"
    else:
        kind = type(given).__name__
        said = f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
        remedy = f"Give a corpus (load_corpus) or a DataFrame with {columns}"
    said = said if said.startswith("'") else f"{said} was given"
    return InputError(f"{name} must be a DataFrame with the columns {list(wanted)} or a corpus; {said}. {remedy}.")


def error_for_columns(table: pd.DataFrame, name: str, missing: Sequence[str]) -> InputError:
    """Build (not raise) the error for a table without some of its columns: name those it has, and what would do."""
    message = f"the {name} table lacks the columns {list(missing)}; it has {list(table.columns)}."
    like = next((column for column in table if "text" in missing and _holds_texts(table[column])), None)
    if like is not None:
        message += f" If the texts are in {like!r}: .rename(columns={{{like!r}: 'text'}})."
    if set(missing) & {"doc_id", "sentence_id"} and ("text" not in missing or like is not None):
        message += " load_corpus(table) gives every document its doc_id and every sentence its sentence_id."
    return InputError(message)


def error_for_texts(given: object, function: str) -> InputError | None:
    """Build (not raise) the error for what is no Series of texts; None where it is one."""
    if isinstance(given, pd.Series):
        return None
    if isinstance(given, pd.DataFrame):
        column = next((name for name in given if _holds_texts(given[name])), "text")
        return InputError(
            f"texts is a DataFrame: give {function} its column of texts, table[{column!r}], or a corpus (load_corpus)."
        )
    if isinstance(given, str | Path):
        shown = repr(str(given)[:60])
        return InputError(
            f"texts={shown} is one text or a path: give a Series, pd.Series([text]), or a corpus, load_corpus({shown})."
        )
    return InputError(f"texts={type(given).__name__} is no Series; pass pd.Series(texts), or a corpus (load_corpus).")


def _holds_texts(column: pd.Series) -> bool:
    known = column.dropna().head(20)
    return bool(len(known)) and all(isinstance(value, str) for value in known) and known.str.len().mean() >= LONG
