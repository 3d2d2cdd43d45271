"""Files written whole, and what a disk, a folder or a pipe does not let us do, in a sentence that says what to do."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from analysis.errors import InputError

BESIDE = ".part"  # what a file is called until it is whole: a dot, a random name, and this
ROOM = "make room there, or name a place on another disk"
RIGHT = "see who may write there, or name another place"
FILE_IN_THE_WAY = "a file lies where a folder is needed: move it away, or name another place"
REMEDIES = {
    errno.ENOSPC: ROOM,
    errno.EDQUOT: ROOM,
    errno.EFBIG: "the system allows no larger file (ulimit -f)",
    errno.EACCES: RIGHT,
    errno.EPERM: RIGHT,
    errno.EROFS: "name a place on another disk",
    errno.ENOTDIR: FILE_IN_THE_WAY,
    errno.EEXIST: FILE_IN_THE_WAY,
    errno.EISDIR: "a folder lies where a file is needed: move it away, or name another place",
    errno.ENOTEMPTY: "something else lies there: move it away, or name another place",
    errno.ENAMETOOLONG: "a name has 255 bytes at most, a path some thousand: shorten it",
    errno.EMFILE: "close some, or allow more (ulimit -n)",
    errno.ENFILE: "close some, or allow more",
    errno.ENOMEM: "end other programs, or run less at a time (--jobs 1)",
    errno.EAGAIN: "end other programs, or allow more processes (ulimit -u)",
    errno.EIO: "the disk reports a fault: look after it",
    errno.ELOOP: "links lead in a circle: name the file itself",
    errno.ENOENT: "see that it is there",
}
OTHERWISE = "see that it is there and can be used"


def locate_path(path: str | Path) -> Path:
    """Locate what a path names: ~ at its beginning is the user's home, where the system knows of one."""
    return Path(os.path.expanduser(path))  # noqa: PTH111  Path's own raises where there is no home


def check_text(path: str | Path, called: str) -> None:
    """Raise InputError for a path of bytes that are no text: pages, tables and notebooks cannot name it.

    called: what the path is (--outputs). Files within a corpus may be called so.
    """
    try:
        os.fspath(path).encode("utf-8")
    except UnicodeEncodeError as cause:
        raise InputError(f"{called} {str(path)!r} {_tell_bytes(os.fsencode(path))}.") from cause


def _tell_bytes(name: bytes) -> str:
    try:
        name.decode("utf-8")
    except UnicodeDecodeError:
        return "holds bytes that are no UTF-8: rename it"
    return "cannot be read as text in this locale, which knows ASCII alone: set PYTHONUTF8=1, or LC_ALL=C.UTF-8"


def tell_fault(cause: OSError, path: Path | str | None = None, done: str = "used") -> str:
    """Tell in a sentence what the system refused: which file or folder, why, and what to do.

    path: where the cause names none, or names what was only beside it; a text stands for it as it is said (--to 'x').
    done: what could not be done with it.
    """
    if cause.errno == errno.ENOENT and not _has_working_folder():
        return "the folder that this was called from is gone: go to one that is there (cd), and call it again."
    if isinstance(cause, ConnectionError):
        return f"a process that this command had started is gone ({cause.strerror or cause}): call it again."
    why = os.strerror(cause.errno) if cause.errno else str(cause) or type(cause).__name__
    named = _name_place(cause, path)
    return f"{named} cannot be {done} ({why}): {REMEDIES.get(cause.errno, OTHERWISE)}."


@contextmanager
def written(path: Path | str, done: str = "written") -> Iterator[None]:
    """Have what the system refuses while a file or folder is written said as an InputError."""
    try:
        yield
    except OSError as cause:
        raise InputError(tell_fault(cause, path, done)) from cause


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file so that a reader sees the old one or the new one, never half of it; its folder is made.

    Raises InputError: it cannot be written. The old one stays then, and nothing is left beside it.
    """
    with written(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = name_beside(path.parent)
        try:
            with beside.open("xb") as file:  # new, with what the user's umask says
                file.write(content)
            beside.replace(path)
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def name_beside(folder: Path) -> Path:
    """Name a new file or folder in a folder, for what is not whole yet."""
    return folder / f".{secrets.token_hex(8)}{BESIDE}"


def place_folder(made: Path, path: Path) -> None:
    """Put a folder that is whole in its place; the one that was there goes when the new one is there."""
    old = name_beside(path.parent) if path.exists() else None
    if old:
        path.rename(old)
    try:
        made.rename(path)
    except OSError:
        if old:
            old.rename(path)
        raise
    if old:
        shutil.rmtree(old, ignore_errors=True)


@contextmanager
def made_folder(path: Path) -> Iterator[None]:
    """Have a folder, made if it is not there; what was made for it goes again if the work fails and leaves it empty."""
    made = [above for above in (path, *path.parents) if not above.exists()]
    path.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        for above in made:
            with suppress(OSError):
                above.rmdir()
        raise


def clear_beside(folder: Path) -> None:
    """Take away files that a process which was killed had not written to their end; for whoever holds the folder."""
    with suppress(OSError):
        for path in folder.glob(f".????????????????{BESIDE}"):
            with suppress(OSError):
                path.unlink()


def _name_place(cause: OSError, path: Path | str | None) -> str:
    """The file or folder that a fault is about: the folder above it where the cause says so."""
    about = cause.filename2 or cause.filename  # of a file that is moved: where it was to go
    named = os.fsdecode(about) if isinstance(about, str | bytes | os.PathLike) else ""
    if isinstance(path, str):
        return path
    if path is None or (named and str(path).startswith(named.rstrip("/\\") + os.sep)):
        return repr(named) if named else "a file"
    return repr(str(path))


def _has_working_folder() -> bool:
    try:
        os.getcwd()  # noqa: PTH109  Path.cwd() asks the same
    except OSError:
        return False
    return True
