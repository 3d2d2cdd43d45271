"""A corpus as it is asked for: its files or its table, how they are read, and where its tables will lie."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.disk import check_text
from analysis.errors import InputError, require
from analysis.paths import lies_within
from analysis.prepared.fingerprints import hash_makers
from analysis.prepared.listing import hash_content, hash_frame
from analysis.prepared.places import CACHE, name_entry, size_of_cache
from analysis.prepared.reading import settings_of
from analysis.scratch import ScratchFolder
from analysis.texts.readers import Settings, list_files
from analysis.texts.readers.listing import name_file

NO_NOTES = pd.DataFrame({"source": [], "note": []}, dtype="str")
TABLE = "table"  # what a table of Python is called, where files have names


@dataclass(frozen=True)
class Wanted:
    """A corpus as it is asked for.

    root: a file or a folder, or None for a table; frame: the table; aliases, sources: files beside the texts, or None.
    """

    root: Path | None
    frame: pd.DataFrame | None
    settings: Settings
    aliases: Path | None
    sources: Path | None

    @property
    def name(self) -> str:
        """What the corpus is called: the file's or folder's name."""
        return TABLE if self.root is None else (self.root.resolve().name or "corpus")

    @property
    def path(self) -> str:
        """Where the corpus lies; "" for a table."""
        return str(self.root.absolute()) if self.root else ""

    @cached_property
    def fingerprint(self) -> dict[str, str]:
        """Hash what makes the tables beside the texts themselves."""
        beside = {"aliases": self.aliases, "sources": self.sources}
        return {"makers": hash_makers()} | {key: hash_content(path) if path else "" for key, path in beside.items()}


class Listed(NamedTuple):
    """The files of a corpus in their order, and notes (source, note) on what is not used.

    files: file (its name as a text), size, mtime_ns, path (its name as the system has it, which may be no text).
    """

    files: pd.DataFrame
    notes: pd.DataFrame


def wanted_from(source: Path | pd.DataFrame, settings: Settings, aliases: Path | None) -> Wanted:
    """Say what is asked for; aliases.yaml and sources.csv beside the texts belong to them."""
    if isinstance(source, pd.DataFrame):
        return Wanted(None, source, settings, aliases, None)
    beside = source if source.is_dir() else source.parent
    own, sources = beside / "aliases.yaml", beside / "sources.csv"
    aliases = aliases or (own if own.is_file() else None)
    return Wanted(source, None, settings, aliases, sources if sources.is_file() else None)


def find_place(wanted: Wanted, cache: bool) -> tuple[Path, object]:
    """The folder that the tables lie in: of the cache, or one that goes when nobody needs it any more."""
    frame = "" if wanted.frame is None else hash_frame(wanted.frame)
    if cache and size_of_cache() > 0 and (frame or wanted.frame is None):
        where = frame or os.path.abspath(wanted.root)  # noqa: PTH100  links stay links
        aliases = os.path.abspath(wanted.aliases) if wanted.aliases else ""  # noqa: PTH100  likewise
        folder = name_entry(wanted.name, [where, settings_of(wanted.settings), aliases])
        _check_unread(folder, wanted.root)
        if _is_writable(folder):
            return folder, None
    scratch = ScratchFolder("corpus")
    return scratch.path, scratch


def _check_unread(folder: Path, root: Path | None) -> None:
    """Raise InputError if what is kept would be read as texts the next time; hidden folders of a corpus are not."""
    if root is None or not root.is_dir() or not lies_within(folder, root):
        return
    below = os.path.relpath(folder.resolve(), root.resolve())
    hidden = any(part.startswith(".") and part != ".." for part in Path(below).parts)
    kept = f"{CACHE} names {str(folder.parent)!r}, which lies within the corpus {str(root)!r}"
    require(hidden, f"{kept}: what is kept there would be read as texts. Name a folder outside it.")


def _is_writable(folder: Path) -> bool:
    try:
        check_text(folder, "the cache")
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except (OSError, InputError):
        return False


def list_wanted(wanted: Wanted) -> Listed:
    """The files of a corpus with their sizes and times, and notes; of a table a file of its own."""
    if wanted.root is None:
        size = int(wanted.frame.memory_usage(deep=True).sum())
        files = pd.DataFrame({"file": [TABLE], "size": [size], "mtime_ns": [0], "path": [""]})
        return Listed(files, NO_NOTES.copy())
    found = list_files(wanted.root)
    called, paths = [name_file(name) for name in found.names], pd.Series(found.names, dtype=object)  # may be no UTF-8
    files = pd.DataFrame({"file": called, "size": found.sizes, "mtime_ns": found.changed, "path": paths})
    return Listed(files, found.notes)
