"""Which files a corpus consists of, and which of them are as they were when it was prepared."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from pathlib import Path

import pandas as pd

from analysis.texts.readers.listing import tell_odd

JUST_NOW = 2_000_000_000  # nanoseconds: a file written so shortly before it was looked at may have changed since
GONE = "not there"  # in place of the hash of a file that cannot be opened; why is said where it is read
CHANGING = "changing"  # begins that of a file that was written to each time it was read
ODD = "not opened"  # of a pipe, a device, a link that leads out of the corpus
COLUMNS = {"file": "str", "size": "int64", "mtime_ns": "int64", "hash": "str"}


class Unsteady(Exception):
    """Files changed between being hashed and being read to their end: what was read is of neither state."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(names)
        self.names = names


def hash_listing(
    root: Path, listing: pd.DataFrame, before: pd.DataFrame, seen_ns: int, unsteady: Collection[str] = ()
) -> pd.DataFrame:
    """Give every file its hash; one that is as large and as old as when it was last seen keeps the hash it had.

    unsteady: paths of files that are not to be read, for they are being written to.

    listing: file, size, mtime_ns, path (under root), in the corpus's order; before: the same with hash, as they were at
    seen_ns (nanoseconds since 1970). Returns the listing with hash.
    """
    keys = ["file", "size", "mtime_ns"]
    settled = before[(before["mtime_ns"] < seen_ns - JUST_NOW) & before["hash"].map(_is_known).astype(bool)]
    hashed = listing.merge(settled[[*keys, "hash"]].drop_duplicates(keys), on=keys, how="left")
    new = hashed["hash"].isna()
    inside = root.is_dir()
    hashed.loc[new, "hash"] = [hash_content(root / path if inside else root, root) for path in hashed.loc[new, "path"]]
    waiting = hashed["path"].isin(list(unsteady))
    hashed.loc[waiting, "hash"] = [f"{CHANGING} {secrets.token_hex(8)}" for _ in range(waiting.sum())]
    return hashed.astype(COLUMNS)


def _is_known(hashed: str) -> bool:
    """Whether a hash is of what is in a file; rights may be given to one without its time being another."""
    return hashed != GONE and not hashed.startswith(CHANGING)


def hash_content(path: Path, root: Path | None = None) -> str:
    """Hash a file's bytes; of one of a corpus (root) that is never opened there are none."""
    try:
        if tell_odd(path, root or path):
            return ODD
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:32]
    except OSError:
        return GONE


def hash_frame(frame: pd.DataFrame) -> str:
    """Hash a table's columns and cells; "" if it holds what cannot be hashed, such as lists."""
    try:
        rows = pd.util.hash_pandas_object(frame, index=False)
    except TypeError:
        return ""
    told = hashlib.sha256(repr([(str(name), str(kind)) for name, kind in frame.dtypes.items()]).encode())
    told.update(rows.to_numpy().tobytes())
    return told.hexdigest()[:32]


def unchanged(listing: pd.DataFrame, before: pd.DataFrame, seen_ns: int) -> bool:
    """Whether all files are those of before by name, size and time, none was written just then, and all were read."""
    keys = ["file", "size", "mtime_ns"]
    return (
        len(listing) == len(before)
        and bool((listing["mtime_ns"] < seen_ns - JUST_NOW).all())
        and all(map(_is_known, before["hash"]))
        and all(listing[key].tolist() == before[key].tolist() for key in keys)
    )
