"""In how many documents of an outlet each line stands, and where: counted in parts of a corpus and summed.

A line is known by a number of 64 bits, its key, so that those of a hundred thousand articles lie in memory at once.
First every part lists its lines (`list_lines`), and all lists together say which lines stand in several documents
(`join_line_counts`); then every part counts the places of these, copies of documents aside (`count_places`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

import numpy as np
import pandas as pd
from pandas.util import hash_array

from analysis.texts.cleaning.line_keys import split_keys
from analysis.texts.readers import format_module

FEWEST = 3  # documents in which a line stands at least
LONGEST = 400  # characters; a longer line is a paragraph
EDGE = 4  # lines at a page's top (its first line aside) and at its end
COPIED = 0.5  # share of a document's paragraphs that others repeat from which it is a copy, and of its text to go
_OUTLET, _FOLDER = "outlet:", "folder:"


class LineCounts(NamedTuple):
    """In how many documents lines stand, and how many documents there are: two tables.

    lines: one row a line that stands in several documents of a group, by its key: key, documents. groups: one row a
    group: group, documents.
    """

    lines: pd.DataFrame
    groups: pd.DataFrame


def list_lines(pages: pd.DataFrame, outlets: Mapping[str, str | None]) -> pd.DataFrame:
    """List the lines of the articles among some pages.

    pages: one row a page (source, format, text); outlets: the outlet of each source, where it is known.
    Returns one row a line: group (the outlet of its page, or the folder where none is known), page (the number of the
    row of pages), key (uint64: the same for the same line of the same group, in every process), length (characters),
    is_paragraph, place (which line of its page, from 0). A page without lines has one row of length 0.
    """
    groups, numbers, keys, paragraphs, counts = [], [], [], [], []
    for number, (source, form, text) in enumerate(zip(pages["source"], pages["format"], pages["text"], strict=True)):
        if format_module(form).KIND == "article":
            lines = split_keys(text) or [("", False)]
            groups.append(group_of(source, outlets.get(source)))
            numbers.append(number)
            counts.append(len(lines))
            keys += [key for key, _ in lines]
            paragraphs += [is_paragraph for _, is_paragraph in lines]
    repeats = np.array(counts, dtype=np.int64)
    group = np.repeat(_hash_texts(groups), repeats)
    return pd.DataFrame(
        {
            "group": pd.Series(np.repeat(np.array(groups, dtype=object), repeats), dtype="str"),
            "page": np.repeat(np.array(numbers, dtype=np.int32), repeats),
            "key": _hash_texts(keys) ^ group,
            "length": np.fromiter(map(len, keys), np.int32, len(keys)),
            "is_paragraph": np.array(paragraphs, dtype=bool),
            "place": np.arange(len(keys), dtype=np.int32) - np.repeat(np.cumsum(repeats) - repeats, repeats),
        }
    ).astype({"place": "int32"})


def group_of(source: str, outlet: object) -> str:
    """The pages among which a page's lines are counted: those of its outlet, or of its folder where none is known."""
    if isinstance(outlet, str) and outlet.strip():
        return _OUTLET + " ".join(outlet.casefold().split())
    return _FOLDER + str(PurePosixPath(source).parent)


def outlet_of_group(group: str) -> str:
    """The outlet that a group is of, in small letters; "" for a folder's."""
    return group.removeprefix(_OUTLET) if group.startswith(_OUTLET) else ""


def _hash_texts(texts: list[str]) -> np.ndarray:
    """Hash texts to numbers of 64 bits, the same in every process."""
    return hash_array(np.array(texts, dtype=object), categorize=False)


def join_line_counts(lines: Iterable[pd.DataFrame]) -> LineCounts:
    """Count the documents in which each line stands, in all parts of a corpus.

    lines: the table of `list_lines` of each part; of it group, page and key are needed, and no part twice.
    Returns LineCounts: lines that stand in two documents or more, by ascending keys, and all groups.
    """
    counted, groups = [], []
    for table in lines:
        held = table[["page", "key"]].drop_duplicates()
        counted.append(held["key"].value_counts(sort=False))
        groups.append(table.loc[~table["page"].duplicated(), "group"].value_counts(sort=False))
    joined = _sum_counts(counted, "key", "uint64")
    return LineCounts(joined[joined["documents"] > 1].reset_index(drop=True), _sum_counts(groups, "group", "str"))


def _sum_counts(counted: list[pd.Series], name: str, kind: str) -> pd.DataFrame:
    """Sum counts by what they are of, in its order."""
    values = np.concatenate([counts.index.to_numpy() for counts in counted] or [np.zeros(0)])
    counts = np.concatenate([counts.to_numpy() for counts in counted] or [np.zeros(0, dtype=np.int64)])
    summed = pd.Series(counts, index=pd.Index(values, dtype=kind, name=name)).groupby(level=0).sum()
    return summed.rename("documents").reset_index()


def count_places(lines: pd.DataFrame, counts: LineCounts, pages: pd.DataFrame) -> pd.DataFrame:
    """Count where a part's lines stand that stand in enough documents of their group, copies of documents aside.

    lines: from `list_lines`; counts: from `join_line_counts`; pages: those that the lines are of.
    Returns one row a line: group, key, line (its text, folded), documents, places (lines of this text), edges (those
    of them at the top or the end of their page).
    """
    times = _look_up(counts.lines, lines["key"].to_numpy())
    page, place = lines["page"].to_numpy(), lines["place"].to_numpy()
    last = np.bincount(page)[page] - EDGE
    edges = ((place >= 1) & (place <= EDGE)) | (place >= np.maximum(1 + EDGE, last))
    often = (times >= FEWEST) & lines["length"].between(1, LONGEST).to_numpy() & ~_mark_copies(lines, times)[page]
    found = lines[often].assign(edges=edges[often])
    table = found.groupby("key").agg(
        group=("group", "first"), page=("page", "first"), place=("place", "first"),
        documents=("page", "nunique"), places=("page", "size"), edges=("edges", "sum"),
    ).reset_index()  # fmt: skip
    split = {number: split_keys(pages["text"].iloc[number]) for number in table["page"].unique()}
    texts = [split[number][at][0] for number, at in zip(table["page"], table["place"], strict=True)]
    table["line"] = pd.Series(texts, index=table.index, dtype="str")
    return table[["group", "key", "line", "documents", "places", "edges"]]


def _look_up(counted: pd.DataFrame, keys: np.ndarray) -> np.ndarray:
    """How many documents hold each line; those in no table stand in one."""
    known = counted["key"].to_numpy()
    if not len(known):
        return np.ones(len(keys), dtype=np.int64)
    at = np.minimum(known.searchsorted(keys), len(known) - 1)
    return np.where(known[at] == keys, counted["documents"].to_numpy()[at], 1)


def _mark_copies(lines: pd.DataFrame, times: np.ndarray) -> np.ndarray:
    """Whether other documents repeat most of a page's paragraphs (of all its lines, if it has none), page by page."""
    page, paragraph = lines["page"].to_numpy(), lines["is_paragraph"].to_numpy()
    counted = lines["length"].to_numpy() * (paragraph | (np.bincount(page, paragraph) == 0)[page])
    return np.bincount(page, counted * (times > 1)) > COPIED * np.bincount(page, counted)
