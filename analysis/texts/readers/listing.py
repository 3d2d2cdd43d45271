"""The files of a corpus: which there are, in the order in which they are read, how large and how old each is."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.disk import locate_path
from analysis.errors import InputError

_DIGITS = re.compile(r"([0-9]+)")
NOT_TEXTS = {"readme.md", "sources.csv", "aliases.yaml", "events.csv"}  # a folder's own notes: skipped, never refused
OF_FILES = {
    "sources.csv",
    "aliases.yaml",
    "events.csv",
}  # count for their own folder, where that is loaded
NOT_USED = "not used: it counts in the folder that is loaded alone; put its lines there, with paths from that folder"


class Listing(NamedTuple):
    """The files of a corpus in the order in which they are read: three lists with one entry a file, and notes.

    names: paths under the folder, as `load_files` takes them; of a file that is a corpus alone its name. sizes: bytes.
    changed: when a file was last changed, in nanoseconds (`st_mtime_ns`); both are 0 of one that is not there, as a
    broken link. notes: a table (source, note) of what lies in folders further in and is not used.
    """

    names: list[str]
    sizes: list[int]
    changed: list[int]
    notes: pd.DataFrame


def list_files(path: str | Path) -> Listing:
    """List the files of a corpus without opening any of them.

    path: a file or a folder (folders in it too, but no links to folders; in the order of their names, numbers in them
    by their size). Hidden files, README.md, sources.csv, aliases.yaml and events.csv are no texts and are skipped.
    Raises InputError if the path is not there or the folder holds no file.
    """
    root = locate_path(path)
    if root.is_file():
        about = root.stat()
        return Listing([root.name], [about.st_size], [about.st_mtime_ns], _tabulate_unused([]))
    if not root.exists():
        raise InputError(
            f"path={str(root)!r} is not there (looked from {str(Path.cwd())!r}). "
            "Give a file or a folder of texts, tables, pages or exports."
        )
    if not root.is_dir():
        raise InputError(f"path={str(root)!r} is neither a file nor a folder. Give one of texts, tables or exports.")
    files = Listing([], [], [], _tabulate_unused([]))
    unused: list[str] = []
    _add_folder(str(root), "", files, unused)
    if not files.names:
        raise InputError(f"path={str(root)!r} is a folder without texts. Put texts, tables, pages or exports into it.")
    return files._replace(notes=_tabulate_unused(sorted(unused)))


def name_file(name: str) -> str:
    """A file's name as a text: bytes in it that are no UTF-8 are shown by their numbers (caf\\xe9.txt)."""
    return name if name.isascii() else os.fsencode(name).decode("utf-8", "backslashreplace")


def _add_folder(folder: str, within: str, files: Listing, unused: list[str]) -> None:
    """Add a folder's files in order, and those of the folders in it; within: its path under the corpus, with a /."""
    try:
        with os.scandir(folder) as found:
            entries = [entry for entry in found if not entry.name.startswith(".")]
    except PermissionError:
        return
    for entry in sorted(entries, key=_rank_entry):
        name = entry.name
        if entry.is_dir(follow_symlinks=False):
            _add_folder(entry.path, f"{within}{name}/", files, unused)
        elif entry.is_symlink() and _leads_to_folder(entry):
            continue
        elif (small := name.lower()) not in NOT_TEXTS:
            size, changed = _size_and_change(entry)
            files.names.append(within + name)
            files.sizes.append(size)
            files.changed.append(changed)
        elif within and small in OF_FILES:
            unused.append(within + name)


def _rank_entry(entry: os.DirEntry[str]) -> tuple[list[str | int], str, str]:
    """Order names as people do: messages.html, messages2.html, messages10.html; 01.txt before 1.txt."""
    name = entry.name
    stem, stop, end = name.rpartition(".")
    parts: list[str | int] = _DIGITS.split(stem if stop else name)
    for at in range(1, len(parts), 2):
        parts[at] = int(parts[at])
    return parts, end if stop else "", name


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _size_and_change(entry: os.DirEntry[str]) -> tuple[int, int]:
    try:
        about = entry.stat()
    except OSError:
        return 0, 0
    return about.st_size, about.st_mtime_ns


def _tabulate_unused(names: list[str]) -> pd.DataFrame:
    return pd.DataFrame([(name_file(name), NOT_USED) for name in names], columns=["source", "note"], dtype="str")
