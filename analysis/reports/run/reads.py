"""Which files a run opened for reading: what it depends on is noted, not guessed.

A codebook, a word list or a table of one's own that a notebook reads is found without being declared
anywhere; when it changes, that notebook runs again, and only that one.
"""

from __future__ import annotations

import json
import os
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path

from analysis.prepared.places import folder_of_cache

CODE = (".py", ".pyc", ".so", ".pyd", ".dll", ".dylib")
SYSTEM = ("/usr/", "/etc/", "/proc/", "/sys/", "/dev/", "/lib/", "/System/", "/Library/")


class _Record:
    """Files opened so far by this process, and the file that they are noted in."""

    def __init__(self) -> None:
        self.seen: dict[str, None] = {}
        self.handle: int | None = None
        self.hooked = False

    def __call__(self, event: str, arguments: tuple) -> None:
        if event == "open" and isinstance(arguments[0], str | bytes | os.PathLike):
            path, mode, flags = arguments
            if not _writes(mode, flags):
                self.note(os.fsdecode(path))

    def note(self, path: str) -> None:
        if path.endswith(CODE) or path in self.seen:
            return
        try:
            path = os.path.abspath(path)  # noqa: PTH100  in a hook: quick, and asks nothing of the disk
        except OSError:  # the working directory is gone
            return
        if path not in self.seen:
            self.seen[path] = None
            self.write(path)

    def write(self, path: str) -> None:
        if self.handle is not None:
            os.write(self.handle, (json.dumps(path) + "\n").encode())


_RECORD = _Record()


def watch_reads() -> None:
    """Begin to note the files that this process opens for reading (a process cannot stop it again)."""
    if not _RECORD.hooked:
        _RECORD.hooked = True
        sys.addaudithook(_RECORD)


def write_reads(path: Path) -> None:
    """Write what was noted so far, and from now on each file as it is opened, one JSON text a line.

    A process forked from one that watches inherits what that one had read.
    """
    watch_reads()
    _RECORD.handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for seen in list(_RECORD.seen):
        _RECORD.write(seen)


def load_reads(path: Path, root: Path, leave_out: Iterable[Path] = ()) -> list[Path]:
    """List the files noted that are somebody's data: not Python's, the system's, hidden, cached, or under `leave_out`.

    root: the project's folder; what lies in it counts wherever it is.
    """
    if not path.is_file():
        return []
    python = {sysconfig.get_path(name) for name in ("stdlib", "purelib", "platlib")} | {sys.prefix}
    never = tuple(f"{folder}/" for folder in (*python, folder_of_cache(), *map(str, leave_out)))
    names = {json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()}
    return sorted(
        Path(name)
        for name in names
        if not name.startswith(never) and _counts(name, f"{root}/") and Path(name).is_file()
    )


def _counts(name: str, root: str) -> bool:
    inside = name.startswith(root)
    if ".egg-info/" in name or ".dist-info/" in name:
        return False
    return "/." not in name[len(root) - 1 if inside else 0 :] and (inside or not name.startswith(SYSTEM))


def _writes(mode: str | None, flags: int) -> bool:
    return any(letter in mode for letter in "wax+") if mode else bool(flags & (os.O_WRONLY | os.O_RDWR))
