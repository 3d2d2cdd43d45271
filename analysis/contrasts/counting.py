"""Texts, their groups and documents, counted: what a contrast is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.contrasts.cells import Cells
from analysis.contrasts.parts import Part, count_parts, join_parts
from analysis.contrasts.phrases import join_phrases
from analysis.errors import require
from analysis.words.function_words import mark_function_words
from analysis.words.running import fits
from analysis.words.terms import Terms, load_stop_words, number_tokens, split_terms, sum_rows


@dataclass(frozen=True)
class Counted:
    """Terms of texts counted by document and group.

    counts: (texts, terms); words, shown: each term, and how the texts spell it; group, document: the number of each
    text's (-1 for no group); names: the groups' names; cells: counts by document and group; listed: the places of
    the terms that are listed, function words left out.
    """

    counts: sparse.csr_array
    words: np.ndarray
    shown: np.ndarray
    group: np.ndarray
    document: np.ndarray
    names: list[object]
    cells: Cells
    listed: np.ndarray

    @property
    def only_function_words(self) -> np.ndarray:
        """Which texts hold words and none that is listed: they count in totals alone."""
        content = self.counts[:, self.listed].sum(axis=1)
        return self.filled & (np.asarray(content).ravel() == 0)

    @property
    def filled(self) -> np.ndarray:
        """Which texts hold a word."""
        return self.counts.sum(axis=1) > 0


def count_terms(
    texts: pd.Series | Sequence,
    groups: Sequence[object] | pd.Series,
    documents: Sequence[object] | pd.Series | None,
    phrases: int,
    languages: str | Iterable[str],
    text_languages: Sequence[object] | None = None,
) -> Counted:
    """Count the terms of texts in each document and group; arguments and errors as for `keyness`."""
    documents = range(len(texts)) if documents is None else documents
    several = text_languages is not None and len(pd.unique(pd.Series(text_languages))) > 1
    if phrases == 1 and not several and isinstance(texts, pd.Series) and not fits(texts):
        _check_length("groups", groups, len(texts)), _check_length("documents", documents, len(texts))
        return count_joined(count_parts(texts, groups, documents), languages)
    terms = _read(texts)
    _check_length("groups", groups, len(terms.ends)), _check_length("documents", documents, len(terms.ends))
    document = pd.factorize(pd.Series(documents).astype(object))[0]
    stop_words = _stop_words(languages)
    if text_languages is not None:
        _check_length("text_languages", text_languages, len(terms.ends))
    if several and stop_words:
        names = [languages] if isinstance(languages, str) else list(languages)
        terms, stop_words = mark_function_words(terms, text_languages, names)
    if phrases != 1:
        terms = join_phrases(terms, phrases, document, frozenset(stop_words or load_stop_words("en")))
    return _count(terms.counts, terms.words, terms.shown, groups, documents, stop_words)


def count_joined(parts: Iterable[Part], languages: str | Iterable[str]) -> Counted:
    """Count a corpus of which each part is counted already; errors as for `keyness`."""
    texts, counts, words, shown = join_parts(parts)
    return _count(counts, words, shown, texts["group"], texts["document"], _stop_words(languages))


def _count(
    counts: sparse.csr_array,
    words: np.ndarray,
    shown: np.ndarray,
    groups: Sequence[object] | pd.Series,
    documents: Sequence[object] | pd.Series,
    stop_words: frozenset[str],
) -> Counted:
    """Number groups and documents, and say which terms are listed."""
    group, names = _number(groups, sort=True)
    document, _ = _number(documents)
    require(bool((document >= 0).all()), "documents has missing values: every text must know its document.")
    require(len(names) >= 2, f"groups names {len(names)} group(s) {names[:1]}: a contrast needs two or more.")
    listed = np.flatnonzero([word not in stop_words for word in words])
    cells = _cells(counts, group, document, len(names))
    return Counted(counts, words, shown, group, document, names, cells, listed)


def _stop_words(languages: str | Iterable[str]) -> frozenset[str]:
    languages = [languages] if isinstance(languages, str) else list(languages)
    return load_stop_words(*languages) if languages else frozenset()


def _read(texts: pd.Series | Sequence) -> Terms:
    """Number the words of texts, or tokens as they are."""
    require(not isinstance(texts, str), "texts is one string; give one text, or one list of tokens, a row.")
    values = texts if isinstance(texts, pd.Series) else list(texts)
    first = next((value for value in values if isinstance(value, str) or hasattr(value, "__len__")), "")
    if isinstance(first, str):
        return split_terms(pd.Series(values))
    lists = [value if hasattr(value, "__len__") else [] for value in values]  # a missing one holds no token
    return number_tokens(pd.Series(lists, index=values.index, dtype=object) if isinstance(values, pd.Series) else lists)


def _check_length(argument: str, values: Sequence[object] | pd.Series, length: int) -> None:
    """Raise InputError if there are not as many values as texts."""
    require(
        len(values) == length, f"{argument} has {len(values)} rows and texts {length}: each text needs one of them."
    )


def _number(values: Sequence[object] | pd.Series, sort: bool = False) -> tuple:
    """Number the distinct values, -1 for NA."""
    values = pd.Series(values).reset_index(drop=True)
    numbers, names = pd.factorize(values.astype(object), sort=False)
    if not sort:
        return numbers, list(names)
    order = sorted(range(len(names)), key=lambda place: str(names[place]))
    place = np.append(np.argsort(order), -1)
    return place[numbers], [names[number] for number in order]


def _cells(counts: sparse.csr_array, group: np.ndarray, document: np.ndarray, n_groups: int) -> Cells:
    """Add up the texts of the same document and group; texts without a group are left out."""
    kept = np.flatnonzero(group >= 0)
    keys, cell = np.unique(document[kept] * n_groups + group[kept], return_inverse=True)
    counts = sum_rows(counts[kept], cell, len(keys))
    numbered = np.unique(keys // n_groups, return_inverse=True)
    return Cells(counts, numbered[1], keys % n_groups, len(numbered[0]), n_groups)
