"""The files of a corpus: which there are, in the order in which they are read, how large and how old each is."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.disk import locate_path
from analysis.errors import InputError
from analysis.paths import tell_missing

_DIGITS = re.compile(r"([0-9]+)")
NOT_TEXTS = {"readme.md", "sources.csv", "aliases.yaml", "events.csv"}  # a folder's own notes: skipped, never refused
OF_FILES = {
    "sources.csv",
    "aliases.yaml",
    "events.csv",
}  # count for their own folder, where that is loaded
JOINERS = {"\u200c", "\u200d"}  # which words of Persian and of India have
BREAKS = {*"\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"}
NOT_USED = "not used: it counts in the folder that is loaded alone; put its lines there, with paths from that folder"


WANTED = "Give a file or a folder of texts, tables, pages or exports."
NAMED = 3  # names that are said of a folder without texts
OUTSIDE = "a link that leads out of the corpus: copy the file into it"
LINKED = "a link to a folder: not followed; load that folder, or copy it"
MOST_HOLES = 10_000_000  # bytes of a file that nothing was ever written into; texts have none
HOLES = "a file with holes: of its {:,} bytes many millions were never written; copy its text into a file of its own"
HIDDEN, DOTS = ".", ".."  # how names begin of files that systems and programs keep, and that somebody may mean
DOTTED = "its name begins with two dots, by which it is hidden: rename it to have it read"
DEEPEST = 400  # folders within one another
TOO_DEEP = f"more than {DEEPEST} folders within one another: what lies further in is not read"


class Listing(NamedTuple):
    """The files of a corpus in the order in which they are read: three lists with one entry a file, and notes.

    names: paths under the folder, as `load_files` takes them; of a file that is a corpus alone its name. sizes: bytes.
    changed: when a file was last changed, in nanoseconds (`st_mtime_ns`); both are 0 of one that is not there, as a
    broken link. notes: a table (source, note) of what is not used: notes on texts that lie further in, links to
    folders, folders that cannot be opened, what is hidden by two dots.
    """

    names: list[str]
    sizes: list[int]
    changed: list[int]
    notes: pd.DataFrame


def list_files(path: str | Path) -> Listing:
    """List the files of a corpus without opening any of them.

    path: a file or a folder (folders in it too, but no links to folders; in the order of their names, numbers in them
    by their size). Hidden files (noted where two dots hide them), README.md, sources.csv, aliases.yaml and events.csv
    are no texts and are skipped.
    Raises InputError if the path is not there or the folder holds no file.
    """
    root = locate_path(path)
    if root.is_file():
        about = root.stat()
        return Listing([root.name], [about.st_size], [about.st_mtime_ns], _tabulate_unused({}))
    if not root.exists():
        raise InputError(f"path={str(root)!r} {tell_missing(root)} {WANTED}")
    if not root.is_dir():
        raise InputError(f"path={str(root)!r} is neither a file nor a folder. {WANTED}")
    files = Listing([], [], [], _tabulate_unused({}))
    unused: dict[str, str] = {}
    _add_folder(str(root), "", files, unused)
    if not files.names:
        raise InputError(f"path={str(root)!r} {_tell_empty(root, unused)}")
    return files._replace(notes=_tabulate_unused(unused))


def _tell_empty(root: Path, unused: dict[str, str]) -> str:
    """Say why a folder holds nothing that is read: it is empty, or what lies there is none of the texts."""
    if "" in unused:
        return f"is {unused[''].split(';')[0]}. See who may read it."
    notes = [f"{name_file(name)} ({note})" for name, note in sorted(unused.items())]
    others = [name_file(name) for name in sorted(os.listdir(root)) if name not in unused]  # noqa: PTH208  bare names
    held = [*notes, *others]
    more = f" and {len(held) - NAMED:,} more" if len(held) > NAMED else ""
    told = "" if notes else "; hidden files, notes on texts and empty folders are not read"
    why = f"it holds only {', '.join(held[:NAMED])}{more}{told}" if held else "it is empty"
    return f"is a folder without texts: {why}. Put texts, tables, pages or exports into it."


def require_small(path: Path, most: int) -> None:
    """Raise InputError if a file that stands beside the texts is larger than any that somebody wrote."""
    size = path.stat().st_size
    if size > most:
        raise InputError(f"{path.name} holds {size:,} bytes; it may hold {most:,} at most.")


def name_file(name: str) -> str:
    """A file's name as a text: bytes that are no UTF-8 are shown by their numbers (caf\\xe9.txt).

    So are characters that nobody sees, which would rule a terminal or turn a line around: ends of lines, escapes, marks
    of direction.
    """
    if name.isascii() and name.isprintable():
        return name
    return "".join(map(_show_letter, os.fsencode(name).decode("utf-8", "backslashreplace")))


def _show_letter(letter: str) -> str:
    shown = letter.isprintable() or letter in JOINERS or (letter.isspace() and letter not in BREAKS)
    return letter if shown else letter.encode("unicode_escape").decode()


def tell_odd(file: Path, root: Path) -> str:
    """Say why a file that was listed is not read: it is none (a pipe waits for ever), is hollow, or lies elsewhere.

    root: the corpus. Of a corpus that is one file, that file may be a link to anywhere: it was named.
    Returns "" for a file that is read. Raises OSError for one that is not there.
    """
    about = file.stat()
    if not stat.S_ISREG(about.st_mode):
        return "not a regular file: give a file of texts"
    if file != root and file.is_symlink():
        within = os.path.join(os.path.realpath(root), "")  # noqa: PTH118  a path's end has no slash
        if not os.path.realpath(file).startswith(within):
            return OUTSIDE
    return _tell_holes(file, about)


def _tell_holes(file: Path, about: os.stat_result) -> str:
    """Say that nothing was ever written into most of a file, though it may have any size: reading it takes for ever."""
    written = getattr(about, "st_blocks", about.st_size) * 512
    if about.st_size - written < MOST_HOLES or not hasattr(os, "SEEK_HOLE"):
        return ""  # the quick answer for nearly all files; a disk that packs files writes fewer bytes, and has no holes
    holes = place = 0
    with file.open("rb", 0) as stream:
        while place < about.st_size and holes < MOST_HOLES:
            begin = os.lseek(stream.fileno(), place, os.SEEK_HOLE)
            try:
                place = os.lseek(stream.fileno(), begin, os.SEEK_DATA)
            except OSError:  # nothing was written after it
                place = about.st_size
            holes += place - begin
    return HOLES.format(about.st_size) if holes >= MOST_HOLES else ""


def _add_folder(folder: str, within: str, files: Listing, unused: dict[str, str]) -> None:
    """Add a folder's files in order, and those of the folders in it; within: its path under the corpus, with a /."""
    try:
        with os.scandir(folder) as found:
            listed = list(found)
    except OSError as problem:
        unused[within] = f"a folder that cannot be opened: {problem.strerror}; what lies in it is not read"
        return
    if within.count("/") > DEEPEST:
        unused[within] = TOO_DEEP
        return
    unused.update({within + entry.name: DOTTED for entry in listed if entry.name.startswith(DOTS)})
    for entry in sorted((entry for entry in listed if not entry.name.startswith(HIDDEN)), key=_rank_entry):
        name = entry.name
        if entry.is_dir(follow_symlinks=False):
            _add_folder(entry.path, f"{within}{name}/", files, unused)
        elif entry.is_symlink() and _leads_to_folder(entry):
            unused[within + name] = LINKED
        elif (small := name.lower()) not in NOT_TEXTS:
            size, changed = _size_and_change(entry)
            files.names.append(within + name)
            files.sizes.append(size)
            files.changed.append(changed)
        elif within and small in OF_FILES:
            unused[within + name] = NOT_USED


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


def _tabulate_unused(notes: dict[str, str]) -> pd.DataFrame:
    rows = [(name_file(name), note) for name, note in sorted(notes.items())]
    return pd.DataFrame(rows, columns=["source", "note"], dtype="str")
