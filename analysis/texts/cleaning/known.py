"""What is known of pages beside their texts: what sources.csv and the files say, and what their documents are called.

Some of it needs the names of all pages of a corpus, never their texts; the rest is looked up page by page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import PurePosixPath

import pandas as pd

from analysis.texts.readers.page import file_of
from analysis.texts.readers.sources import match_files

_OF_FILES = {"file", "note", "source", "format", "text", "encoding", "bytes", "number"}  # what is no document's fact
MOST_COMPARED = 1_000_000  # pairs of names: of more it is not said which file may be meant, it would take minutes


def stems_of(sources: Iterable[str]) -> dict[str, str]:
    """What the documents of each file are called: its stem, or its whole path where two files share a stem.

    sources: of all pages of a corpus.
    """
    stems = {file: PurePosixPath(file).stem for file in map(file_of, sources)}
    often = {stem for stem, count in Counter(stems.values()).items() if count > 1}
    return {file: file if stem in often else stem for file, stem in stems.items()}


def match_sources(known: pd.DataFrame | None, sources: Iterable[str]) -> pd.DataFrame | None:
    """Name what sources.csv names as the pages of a corpus are called, files or places in them.

    known: from `load_sources`; sources: of all pages. Returns `known` with its column file changed.
    """
    return None if known is None else match_files(known, _names_of(sources))


def list_unread(known: pd.DataFrame | None, sources: Iterable[str]) -> pd.DataFrame:
    """List the files that sources.csv names and that gave no page.

    known: from `match_sources`; sources: of all pages. Returns notes: source, note.
    """
    names = _names_of(sources)
    unread = [] if known is None else [name for name in known["file"] if name not in names]
    compared = sorted(names) if len(unread) * len(names) <= MOST_COMPARED else []
    notes = [(name, _tell_unread(name, compared)) for name in unread]
    return pd.DataFrame(notes, columns=["source", "note"], dtype="str")


def outlets_of(pages: pd.DataFrame, known: pd.DataFrame | None = None) -> dict[str, str | None]:
    """The outlet of each page by its source, where sources.csv (it first) or the file says it.

    pages: one row a page (source; outlet where files say it); known: from `match_sources`.
    """
    said = _select_known(known, pages["source"])
    given = pages["outlet"] if "outlet" in pages else [None] * len(pages)
    return {
        source: value_of(known_of(said, source), "outlet") or value_of({"outlet": outlet}, "outlet")
        for source, outlet in zip(pages["source"], given, strict=True)
    }


def gather_facts(pages: pd.DataFrame, known: pd.DataFrame | None = None) -> list[list[dict]]:
    """Gather what is said of each page's documents: by sources.csv, and by the file; the stronger first.

    known: from `match_sources`.
    """
    said = _select_known(known, pages["source"])
    rows = pages.drop(columns=_OF_FILES - {"source"}, errors="ignore").to_dict("records")
    return [[_facts_of(known_of(said, row["source"])), _facts_of(row)] for row in rows]


def known_of(known: dict[str, dict], source: str) -> dict:
    """What sources.csv says of a page, by its place in the file or else by the file."""
    return known.get(source) or known.get(file_of(source)) or {}


def value_of(row: dict, column: str) -> object:
    """What is said in a column; None where nothing is."""
    value = row.get(column)
    if isinstance(value, str):
        return value
    return None if value is None or pd.isna(value) else value


def _facts_of(row: dict) -> dict:
    """What a row of pages or of sources.csv says of its documents, without what it says of the file."""
    return {column: value for column in row if column not in _OF_FILES and (value := value_of(row, column)) is not None}


def _select_known(known: pd.DataFrame | None, sources: Iterable[str]) -> dict[str, dict]:
    """The rows of sources.csv that are of some pages, by the file."""
    if known is None:
        return {}
    return {row["file"]: row for row in known[known["file"].isin(_names_of(sources))].to_dict("records")}


def _names_of(sources: Iterable[str]) -> set[str]:
    return {name for source in sources for name in (source, file_of(source))}


def _tell_unread(name: str, names: list[str]) -> str:
    near = get_close_matches(name, names, n=1)
    return "named in sources.csv but not read" + (f": did you mean {near[0]!r}?" if near else "")
