"""Files and folders to pages, and what could not be read to `refused`."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from analysis.errors import InputError
from analysis.tables import make_table
from analysis.texts.readers.encodings import Undecodable, decode_text
from analysis.texts.readers.formats import recognise_format

NOT_TEXTS = {"readme.md", "sources.csv", "aliases.yaml"}  # a corpus folder's own notes: skipped by rule, never refused
LARGEST = 50_000_000  # bytes of one file; a page of news has some thousands


def load_pages(path: str | Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Read a file, or every file under a folder, as pages.

    path: a file or a folder (folders in it too; in the order of their names). Hidden files,
    README.md and sources.csv are no texts and are skipped.
    Returns (pages, refused). pages: one row a file read: source (path under the folder), format
    ("article" or "channel"), text as received, encoding, bytes. refused: one row a file that
    could not be read: source, reason, bytes.
    Raises InputError if the path is not there, the folder holds no file, or no file can be read.
    """
    root = Path(path).expanduser()
    names = _list_files(root)
    read, refused = [], []
    for name in names:
        file = root if root.is_file() else root / name
        try:
            read.append({"source": name, **_read_page(file)})
        except Undecodable as problem:
            refused.append({"source": name, "reason": str(problem), "bytes": _size(file)})
    if not read:
        reasons = "; ".join(f"{row['source']}: {row['reason']}" for row in refused[:5])
        raise InputError(f"path={str(path)!r} holds no text that can be read: {reasons}.")
    return make_table("pages", read), make_table("refused", refused or ())


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
    inside = sorted(file.relative_to(root) for file in root.rglob("*") if not file.is_dir())
    names = [file.as_posix() for file in inside if not _is_skipped(file)]
    if not names:
        raise InputError(
            f"path={str(root)!r} is a folder without texts. Put plain text files into it, one page a file."
        )
    return names


def _is_skipped(file: Path) -> bool:
    return any(part.startswith(".") for part in file.parts) or file.name.lower() in NOT_TEXTS


def _read_page(file: Path) -> dict[str, object]:
    try:
        size = file.stat().st_size
        if not file.is_file():
            raise Undecodable("not a regular file: give plain text files")
        if size > LARGEST:
            raise Undecodable(f"huge: {size:,} bytes, the most is {LARGEST:,}; split it into one page a file")
        data = file.read_bytes()
    except OSError as problem:
        raise Undecodable(f"cannot be opened: {problem.strerror or problem}") from problem
    if not data:
        raise Undecodable("empty: the file has no bytes")
    text, encoding = decode_text(data)
    if not text.strip("\ufeff\u200b \t\r\n\xa0"):
        raise Undecodable("blank: the file holds nothing but blanks")
    return {"format": recognise_format(text), "text": text, "encoding": encoding, "bytes": size}


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
