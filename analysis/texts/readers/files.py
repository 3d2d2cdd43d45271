"""Files and folders to pages, and what could not be read to `refused`."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.errors import InputError
from analysis.tables import make_table
from analysis.texts.readers.containers import split_content
from analysis.texts.readers.containers.plain_text import CONTAINER as PLAIN_TEXT
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

_DIGITS = re.compile(r"([0-9]+)")
NOT_TEXTS = {"readme.md", "sources.csv", "aliases.yaml"}  # a corpus folder's own notes: skipped by rule, never refused


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
    """Read a file, or every file under a folder, as pages.

    path: a file or a folder (folders in it too; in the order of their names). Hidden files,
    README.md, sources.csv and aliases.yaml are no texts and are skipped.
    Returns Loaded. pages: one row a page: source (path under the folder, and the place in the file), format
    (see `formats`), text as received, encoding, bytes (of the file), number, and a column for everything that
    a file says of a page. refused: one row a file or part of a file that could not be read: source, reason, bytes.
    notes: source, note. files: one row a file of which something was read: source, format (the kind of file, or of
    a plain text the format of its page), encoding, bytes, pages.
    Raises InputError if the path is not there, the folder holds no file, or no file can be read.
    """
    root = Path(path).expanduser()
    settings = replace(settings or Settings(), split_content=split_content)
    gathered = Gathered()
    for name in _list_files(root):
        _gather(root if root.is_file() else root / name, name_file(name), settings, gathered)
    if not gathered.pages:
        reasons = "; ".join(f"{row.source}: {row.reason}" for row in gathered.refused[:5])
        raise InputError(f"path={str(path)!r} holds no text that can be read: {reasons}.")
    return tabulate_gathered(gathered)


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


def name_file(name: str) -> str:
    """A file's name as a text: bytes in it that are no UTF-8 are shown by their numbers (caf\\xe9.txt)."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


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


def _gather(file: Path, name: str, settings: Settings, gathered: Gathered) -> None:
    """Take one file apart; what it gave before it broke is kept."""
    try:
        for taken in split_content(_content(file, name), settings):
            gathered.add(taken)
    except Unreadable as problem:
        gathered.add(Refused(name, str(problem), _size(file)))
    except OSError as problem:
        gathered.add(Refused(name, f"cannot be opened: {problem.strerror or problem}", _size(file)))
    except (InputError, ImportError):  # what was asked for, or what is installed, is at fault: not the file
        raise
    except Exception as problem:  # one file that a reader fails on must not cost the others
        said = f"its reader failed on it ({type(problem).__name__}: {problem}); save it in another format, or tell us"
        gathered.add(Refused(name, said, _size(file)))


def _content(file: Path, name: str) -> Content:
    size = file.stat().st_size
    if not file.is_file():
        raise Unreadable("not a regular file: give plain text files")
    with file.open("rb") as stream:
        head = stream.read(HEAD)
    if not head:
        raise Unreadable("empty: the file has no bytes")
    return Content(name, size, head, lambda: file.open("rb"))


def _list_files(root: Path) -> list[str]:
    if root.is_file():
        return [root.name]
    if not root.exists():
        raise InputError(
            f"path={str(root)!r} is not there (looked from {str(Path.cwd())!r}). "
            "Give a file or a folder of plain text files."
        )
    if not root.is_dir():
        raise InputError(f"path={str(root)!r} is neither a file nor a folder. Give a file or a folder of text files.")
    inside = [file.relative_to(root) for file in root.rglob("*") if not file.is_dir()]
    names = sorted((file.as_posix() for file in inside if not _is_skipped(file)), key=_rank_name)
    if not names:
        raise InputError(
            f"path={str(root)!r} is a folder without texts. Put plain text files into it, one page a file."
        )
    return names


def _rank_name(name: str) -> list[tuple[list[str | int], str]]:
    """Order names as people do: messages.html, messages2.html, messages10.html, folder by folder."""
    steps = (step.rpartition(".") if "." in step[1:] else (step, "", "") for step in name.split("/"))
    return [
        ([int(part) if at % 2 else part for at, part in enumerate(_DIGITS.split(stem))], end) for stem, _, end in steps
    ]


def _is_skipped(file: Path) -> bool:
    return any(part.startswith(".") for part in file.parts) or file.name.lower() in NOT_TEXTS


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
