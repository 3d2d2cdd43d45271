"""Files and folders to pages, and what could not be read to `refused`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.disk import locate_path
from analysis.errors import InputError
from analysis.tables import make_table
from analysis.texts.readers.containers import split_content
from analysis.texts.readers.containers.plain_text import CONTAINER as PLAIN_TEXT
from analysis.texts.readers.listing import list_files, name_file, tell_odd
from analysis.texts.readers.page import (
    HEAD,
    Content,
    Note,
    Recognised,
    Refused,
    Settings,
    SourcePage,
    Taken,
    Unreadable,
    file_of,
)
from analysis.texts.readers.tables import gather_table

CHARACTERS, PAGES = 8_000_000, 5_000  # of a chunk
LONG_TEXT = 2_000_000  # characters of a page from which on it is asked whether it is made of words at all
LETTERS = 10_000  # of one word: more are data in letters, or one key held down
NEARLY_ALL = 0.99  # share of such words in a page from which on it holds nothing else
_NO_WORD = re.compile(rf"(?<!\w)\w{{{LETTERS},}}+")


@dataclass
class Gathered:
    """What was taken from the files of a corpus: the files' kinds, pages, what could not be read, and notes."""

    kinds: list[Recognised] = field(default_factory=list)
    pages: list[SourcePage] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def add(self, taken: Taken) -> None:
        """Add one thing to its list."""
        lists = {Recognised: self.kinds, SourcePage: self.pages, Refused: self.refused, Note: self.notes}
        lists[type(taken)].append(taken)


class Loaded(NamedTuple):
    """The pages of files, what of them could not be read, notes, and the files: four tables."""

    pages: pd.DataFrame
    refused: pd.DataFrame
    notes: pd.DataFrame
    files: pd.DataFrame


def load_pages(path: str | Path, settings: Settings | None = None) -> Loaded:
    """Read a file, or every file under a folder, as pages: what `list_files` lists, as `load_files` reads it.

    path: a file or a folder, as `list_files` takes it.
    Returns Loaded. pages: one row a page: source (path under the folder, and the place in the file), format
    (see `formats`), text as received, encoding, bytes (of the file), number, and a column for everything that
    a file says of a page. refused: one row a file or part of a file that could not be read: source, reason, bytes.
    notes: source, note. files: one row a file of which something was read: source, format (the kind of file, or of
    a plain text the format of its page), encoding, bytes, pages.
    Raises InputError if the path is not there, the folder holds no file, or no file can be read.
    """
    listing = list_files(path)
    loaded = load_files(path, listing.names, settings)
    if loaded.pages.empty:
        reasons = "; ".join(loaded.refused["source"].str.cat(loaded.refused["reason"], sep=": ")[:5])
        raise InputError(f"path={str(path)!r} holds no text that can be read: {reasons}.")
    return loaded._replace(notes=pd.concat([listing.notes, loaded.notes], ignore_index=True))


def load_files(root: str | Path, names: Iterable[str], settings: Settings | None = None) -> Loaded:
    """Read some files of a corpus as pages; see `load_pages`.

    root: the file or folder that was listed; names: some of those that `list_files` lists, in that order. Files of
    which nothing can be read are in `refused`, and nothing is raised for them, though none of them gives a page.
    Raises InputError if settings.columns names a column that is not there.
    """
    gathered = Gathered()
    for taken in _split_files(root, names, settings):
        gathered.add(taken)
    return tabulate_gathered(gathered)


def load_chunks(
    root: str | Path, name: str, settings: Settings | None = None, most: int = CHARACTERS, most_pages: int = PAGES
) -> Iterator[Loaded]:
    """Read one file, however large, a chunk of its pages at a time; together they are what `load_files` gives.

    most, most_pages: a chunk ends with the page that brings it to so many characters of text, or so many pages. There
    is always one chunk; the last may hold no page. `files` counts each chunk's own pages.
    Tables are not held whole: CSV, JSON Lines, arrays of JSON and Parquet are passed over once to choose their columns
    and to read their dates, which alone stay in memory, and a second time for their rows. Archives give member after
    member. Other kinds (a spreadsheet, an object of JSON, an export, a web page) are taken as a whole, within limits.
    """
    gathered, characters = Gathered(), 0
    for taken in _split_files(root, [name], settings):
        gathered.add(taken)
        characters += len(taken.text) if isinstance(taken, SourcePage) else 0
        if characters >= most or len(gathered.pages) >= most_pages:
            yield tabulate_gathered(gathered)
            gathered, characters = Gathered(kinds=gathered.kinds[-1:]), 0  # whose pages may go on
    if gathered.pages or gathered.refused or gathered.notes:
        yield tabulate_gathered(gathered)


def make_pages(frame: pd.DataFrame, settings: Settings | None = None, name: str = "table") -> Loaded:
    """Read a DataFrame as pages, one a row; as `load_pages` does a file that holds a table.

    Raises InputError: no row, no column that holds texts, a named column that is not there.
    """
    gathered = Gathered()
    for taken in gather_table(frame, name, settings):
        gathered.add(taken)
    if not gathered.pages:
        raise InputError(f"the table of {len(frame):,} rows holds no text that can be read.")
    gathered.add(Recognised(name, "DataFrame"))
    return tabulate_gathered(gathered)


def tabulate_gathered(gathered: Gathered) -> Loaded:
    """Set what was taken from files out as tables; see `load_pages`."""
    rows = [
        {
            **page.known,
            "source": page.source,
            "format": page.form,
            "text": page.text,
            "encoding": page.encoding or None,
            "bytes": page.bytes,
            "number": page.number or None,
        }
        for page in gathered.pages
    ]
    return Loaded(
        make_table("pages", rows),
        make_table("refused", [row._asdict() for row in gathered.refused] or ()),
        pd.DataFrame(gathered.notes, columns=["source", "note"], dtype="str"),
        _tabulate_files(gathered),
    )


def _tabulate_files(gathered: Gathered) -> pd.DataFrame:
    """One row a file that gave pages; of a plain text its format says more than its kind."""
    pages: dict[str, list[SourcePage]] = {}
    for page in gathered.pages:
        pages.setdefault(file_of(page.source), []).append(page)
    rows = [
        (
            one.source,
            mine[0].form if one.kind == PLAIN_TEXT else one.kind,
            mine[0].encoding or None,
            mine[0].bytes,
            len(mine),
        )
        for one in gathered.kinds
        if (mine := pages.get(one.source))
    ]
    return pd.DataFrame(rows, columns=["source", "format", "encoding", "bytes", "pages"])


def _split_files(root: str | Path, names: Iterable[str], settings: Settings | None) -> Iterator[Taken]:
    """What files give, one after another; what one gave before it broke is kept."""
    settings = replace(settings or Settings(), split_content=split_content)
    path = locate_path(root)
    alone = path.is_file()
    for name in names:
        file, called = path if alone else path / name, name_file(name)
        try:
            yield from map(_require_words, split_content(_content(file, called, path), settings))
        except Unreadable as problem:
            yield Refused(called, str(problem), _size(file))
        except OSError as problem:
            yield Refused(called, f"cannot be opened: {problem.strerror or problem}", _size(file))
        except (InputError, ImportError):  # what was asked for, or what is installed, is at fault: not the file
            raise
        except Exception as problem:  # one file that a reader fails on must not cost the others
            failed = f"its reader failed on it ({type(problem).__name__}: {problem})"
            yield Refused(called, f"{failed}; save it in another format, or tell us", _size(file))


def _require_words(taken: Taken) -> Taken:
    """Refuse a long page that is nothing but words of many thousand letters each: they would all be looked at."""
    if not isinstance(taken, SourcePage) or len(taken.text) < LONG_TEXT:
        return taken
    letters = sum(found.end() - found.start() for found in _NO_WORD.finditer(taken.text))
    if letters < NEARLY_ALL * len(taken.text):
        return taken
    return Refused(taken.source, f"no text: words of over {LETTERS:,} letters and little else", taken.bytes)


def _content(file: Path, name: str, root: Path) -> Content:
    if odd := tell_odd(file, root):
        raise Unreadable(odd)
    about = file.stat()
    with file.open("rb", 0) as stream:
        head = stream.read(HEAD)
    if not head:
        raise Unreadable("empty: the file has no bytes")
    return Content(name, about.st_size, head, partial(file.open, "rb"))


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
