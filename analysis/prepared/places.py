"""Where prepared corpora lie, how large they may grow, and how they are cleaned away.

Each corpus has a folder of its own in the cache: blocks of tables, and manifest.json, which names those that count. The
manifest is written last, in one step; what it does not name is never read. Whoever prepares holds the folder's lock.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout
from platformdirs import user_cache_path

from analysis.disk import BESIDE, clear_beside, locate_path
from analysis.errors import InputError
from analysis.manifests import NAME as MANIFEST
from analysis.manifests import load_manifest

CACHE, SIZE = "FRAMING_CACHE", "FRAMING_CACHE_GB"  # environment variables: the cache's folder, and its size
MOST_GB = 20.0
KEPT_FOR = 24 * 3600  # seconds for which blocks that no longer count stay for whoever still reads them
LOCK = ".lock"


class CacheEntry(NamedTuple):
    """A prepared corpus in the cache.

    folder: where it lies; name, path: the corpus's, no path of a table; bytes; used: when last (Unix time).
    """

    folder: Path
    name: str
    path: Path | None
    bytes: int
    used: float


def folder_of_cache() -> Path:
    """The folder in which prepared corpora lie: $FRAMING_CACHE, or the user's cache of this system."""
    named = os.environ.get(CACHE, "").strip()
    return Path(os.path.abspath(locate_path(named))) if named else user_cache_path("media-framing")  # noqa: PTH100  links stay links


def size_of_cache() -> int:
    """How many bytes the cache may grow to: $FRAMING_CACHE_GB, else 20 GB.

    Raises InputError: not a number of 0 or more.
    """
    written = os.environ.get(SIZE, "").strip() or str(MOST_GB)
    try:
        most = float(written)
    except ValueError:
        most = -1.0
    if not 0 <= most < float("inf"):
        raise InputError(f"{SIZE}={written!r} is not a number of gigabytes: write {MOST_GB:g}, or 0 to keep nothing.")
    return int(most * 1e9)


def name_entry(name: str, made_of: object) -> Path:
    """Name the folder of a corpus in the cache by the corpus and by the way in which it is read."""
    slug = re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-.")[:40] or "corpus"
    written = json.dumps(made_of, sort_keys=True, default=str).encode("utf-8", "surrogatepass")
    return folder_of_cache() / f"{slug}-{hashlib.sha256(written).hexdigest()[:16]}"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Have a corpus's folder for oneself; another process that prepares the same is waited for."""
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / LOCK):
        yield


def mark_used(folder: Path) -> None:
    """Note that a prepared corpus was used now: those unused for longest go first."""
    with suppress(OSError):  # a cache that others own is read all the same
        os.utime(folder)


def clear_unused(folder: Path, counted: set[str]) -> None:
    """Take away blocks that no longer count and that nobody has needed for a day, and what broke off half-written.

    For whoever holds the folder's lock, when nobody writes there any more.
    """
    before = time.time() - KEPT_FOR
    for path in folder.iterdir():
        broken_off = path.name.endswith(BESIDE)
        if path.is_dir() and path.name not in counted and (broken_off or path.stat().st_mtime < before):
            shutil.rmtree(path, ignore_errors=True)
    clear_beside(folder)


def list_entries(folder: Path | None = None) -> list[CacheEntry]:
    """List the prepared corpora of the cache, the one used last first."""
    folder = folder_of_cache() if folder is None else folder
    if not folder.is_dir():
        return []
    found = [path for path in folder.iterdir() if any((path / name).exists() for name in (MANIFEST, LOCK))]
    entries = [_describe_entry(path) for path in found]
    return sorted(entries, key=lambda entry: (-entry.used, entry.folder.name))


def _describe_entry(folder: Path) -> CacheEntry:
    manifest = load_manifest(folder)
    path, name = manifest.get("path"), manifest.get("name", "half-prepared")
    return CacheEntry(folder, name, Path(path) if path else None, _size_of(folder), folder.stat().st_mtime)


def clear_cache(entries: list[CacheEntry]) -> list[CacheEntry]:
    """Take prepared corpora away; returns those that went. One that is being prepared stays."""
    gone = []
    for entry in entries:
        lock = FileLock(entry.folder / LOCK)
        try:
            lock.acquire(timeout=0)
        except (Timeout, OSError):
            continue
        try:
            (entry.folder / MANIFEST).unlink(missing_ok=True)  # first: what is half gone is never read
            shutil.rmtree(entry.folder, ignore_errors=True)
        finally:
            lock.release()
        gone.append(entry)
    return gone


def clear_oldest(keep: Path) -> list[CacheEntry]:
    """Take the corpora unused for longest away until the cache has its size; `keep` stays. Returns those that went."""
    entries = list_entries(keep.parent)
    total, most, going = sum(entry.bytes for entry in entries), size_of_cache(), []
    for entry in reversed(entries):
        if total > most and entry.folder != keep:
            going.append(entry)
            total -= entry.bytes
    return clear_cache(going)


def _size_of(folder: Path) -> int:
    total = 0
    for path in folder.rglob("*"):
        with suppress(OSError):  # gone meanwhile
            total += path.lstat().st_size
    return total
