"""Folders for what passes: they go when they are no longer needed, and those of a killed process when the next begins.

Each holds a lock that the system gives up with the process that took it, however that went. The name bears the
process's number, for a folder that has only just been made.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import tempfile
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

import psutil
from filelock import FileLock, Timeout

from analysis.disk import check_text, written
from analysis.errors import InputError

NAMED = re.compile(r"framing-(?:[a-z]+-)?(?P<process>\d+)-[0-9a-f]{8}")
LOCK = ".used"
TEMPORARY = "TMPDIR names another"
LONGEST = 40  # letters of a folder for sockets: what lies in it has some sixty more, and 107 are the most
JUST_NOW = 60  # seconds in which a folder may be there and its lock not yet


class ScratchFolder:
    """A private folder in the temporary directory that goes with this object, at the latest when the process ends.

    path: where it lies. Raises InputError where none can be made.
    """

    def __init__(self, kind: str = "", within: str | None = None) -> None:
        """kind: a word for its name; within: instead of the temporary directory."""
        with written(f"the temporary directory ({TEMPORARY})", "used"):
            within = within or tempfile.gettempdir()
        check_text(within, "the temporary directory (TMPDIR)")
        _clear_once(within)
        with written(f"the temporary directory {within!r} ({TEMPORARY})"):
            self.path = Path(within) / f"framing-{kind + '-' if kind else ''}{os.getpid()}-{secrets.token_hex(4)}"
            self.path.mkdir(mode=0o700)
            lock = FileLock(self.path / LOCK, thread_local=False)
            try:
                lock.acquire(timeout=0)
            except OSError:
                shutil.rmtree(self.path, ignore_errors=True)
                raise
        self._end = weakref.finalize(self, _remove, self.path, lock, os.getpid())

    def close(self) -> None:
        """Take the folder away."""
        self._end()


def locate_short() -> str:
    """Locate a folder whose name is short enough for the sockets in it; raises InputError where none can be used."""
    usual = tempfile.gettempdir()
    for folder in ("/tmp", usual, "/var/tmp", "/dev/shm"):
        if len(os.fsencode(folder)) <= LONGEST and Path(folder).is_dir() and os.access(folder, os.W_OK | os.X_OK):
            return folder
    if os.name != "posix":
        return usual
    raise InputError(
        f"the temporary directory {usual!r} has too long a name for sockets, and /tmp cannot be written to: "
        f"set TMPDIR to one of under {LONGEST} letters."
    )


@contextmanager
def scratch_folder(kind: str = "", within: str | None = None) -> Iterator[Path]:
    """Have a private folder for a while."""
    scratch = ScratchFolder(kind, within)
    try:
        yield scratch.path
    finally:
        scratch.close()


def clear_left(within: str) -> list[Path]:
    """Take away this user's folders whose process is gone: killed, it could not. Returns those that went."""
    gone = []
    with suppress(OSError), os.scandir(within) as entries:
        gone = [Path(entry.path) for entry in entries if _is_left(entry)]
    for path in gone:
        shutil.rmtree(path, ignore_errors=True)
    return gone


def clear_scratch() -> None:
    """Take away, once a process, what killed processes of this user left wherever such folders lie."""
    with suppress(InputError, OSError):
        for within in {tempfile.gettempdir(), locate_short()}:
            _clear_once(within)


@cache
def _clear_once(within: str) -> None:
    clear_left(within)


def _is_left(entry: os.DirEntry) -> bool:
    """Whether a folder is one of ours, of this user, and nobody's any more."""
    found = NAMED.fullmatch(entry.name)
    if found is None or not entry.is_dir(follow_symlinks=False):
        return False
    about, lock = entry.stat(follow_symlinks=False), Path(entry.path) / LOCK
    if hasattr(os, "getuid") and about.st_uid != os.getuid():
        return False
    if time.time() - about.st_mtime < JUST_NOW and psutil.pid_exists(int(found["process"])):
        return False
    return lock.is_file() and not lock.is_symlink() and not _is_held(lock)


def _is_held(lock: Path) -> bool:
    """Whether a process that lives holds a lock, on this machine or wherever the folder is seen from."""
    try:
        with FileLock(lock, timeout=0, thread_local=False):
            return False
    except (Timeout, OSError):
        return True


def _remove(path: Path, lock: FileLock, process: int) -> None:
    if os.getpid() == process:  # a forked process leaves it to the one that made it
        lock.release(force=True)
        shutil.rmtree(path, ignore_errors=True)
