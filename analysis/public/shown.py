"""The mode in which a site holds no texts: whether it is on, whose texts they are, and what goes out instead.

It is the process's: the environment switches it on, `load_corpus` says what the texts are, and whatever is displayed
or written passes through `public_text`, which gives it back as it is where the mode is off.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.public.mode import RUNS, public_limits
from analysis.public.quotations import pick_quotations
from analysis.public.shortening import shorten, shorten_rows
from analysis.public.texts import PublicTexts, gather_texts, load_texts
from analysis.public.windows import SIZE
from analysis.public.words import cut_words

_held: dict[str, PublicTexts | None] = {"texts": None}


def add_texts(documents: pd.DataFrame, removed: pd.DataFrame, sentences: pd.DataFrame, mentions: pd.DataFrame) -> None:
    """Say what the texts are, where the mode is on: those of documents, their titles, what was left out of files."""
    limits = public_limits()
    if limits is None:
        return
    named = [(documents, "doc_id", "text"), (removed, "source", "text"), (documents, "doc_id", "title")]
    texts = [pair for table, *columns in named for pair in table[columns].dropna().itertuples(index=False, name=None)]
    quotations = pick_quotations(sentences, mentions, limits)
    _held["texts"] = gather_texts(texts, documents["title"].dropna(), quotations, limits)
    if os.environ.get(RUNS):
        _held["texts"].write(Path(os.environ[RUNS]))


def add_kept_texts(path: Path) -> None:
    """Take over what the texts are from a kernel that has ended; without a file nothing is known of any."""
    _held["texts"] = load_texts(path)


def public_text(text: str, markup: bool = False) -> str:
    """Give a text as it may be shown: as it is where the mode is off (`shorten` says how)."""
    texts = _held["texts"]
    return text if texts is None or not isinstance(text, str) else shorten(text, texts, markup)


def public_rows(rows: list[list[str]]) -> list[list[str]]:
    """Give the rows of a table as they may be shown (`shorten_rows`)."""
    texts = _held["texts"]
    return rows if texts is None else shorten_rows(rows, texts)


def public_table(table: pd.DataFrame) -> pd.DataFrame:
    """Give a table whose texts are as they may be shown, as it is where the mode is off."""
    texts = _held["texts"]
    if texts is None or table.empty:
        return table
    cells = np.array([["" if value is None else str(value) for value in row] for row in _rows(table)], dtype=object)
    after = np.array(shorten_rows(cells.tolist(), texts), dtype=object).reshape(cells.shape)
    changed = {name: after[:, place] for place, name in enumerate(table) if (after[:, place] != cells[:, place]).any()}
    result = table.copy(deep=False)
    for place, name in enumerate(table):
        if name in changed:
            differs = changed[name] != cells[:, place]
            values = table[name].astype(object).to_numpy(copy=True)
            values[differs] = changed[name][differs]
            result[name] = values
    return result


def public_values(value: object) -> object:
    """Give plain values (texts in lists and mappings, as of JSON) with their texts as they may be shown."""
    if isinstance(value, str):
        return public_text(value, markup=True)
    if isinstance(value, dict):
        return {key: public_values(inner) for key, inner in value.items()}
    return [public_values(inner) for inner in value] if isinstance(value, list | tuple) else value


def mark_quotable(column: pd.Series) -> np.ndarray:
    """Mark the texts that may be shown whole: all where the mode is off, else quotations alone (or titles).

    A text of under eight words is none: beside its neighbours it would make a longer one.
    """
    texts = _held["texts"]
    if texts is None:
        return np.ones(len(column), dtype=bool)
    return np.array([isinstance(text, str) and _is_quotation(text, texts) for text in column], dtype=bool)


def _is_quotation(text: str, texts: PublicTexts) -> bool:
    count = len(cut_words(text))
    return SIZE <= count <= texts.limits.words and shorten(text, texts) == text


def _rows(table: pd.DataFrame) -> list[tuple]:
    return list(table.itertuples(index=False, name=None))
