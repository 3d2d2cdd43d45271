"""Files that somebody names: there, ordinary, no larger than they may be; else one sentence that says what to give."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from analysis.disk import locate_path
from analysis.errors import InputError, guess_choices, require
from analysis.projects import locate_in_project

SHOWN = 300  # characters of a path in an error


def locate_file(given: object, argument: str, wanted: str) -> Path:
    """Locate the file that an argument names; ~ at its beginning is the user's home.

    argument: what an error calls it ("roles"); wanted: what would do ("a YAML file with roles").
    Raises InputError: no path, nothing there, a folder, a pipe or a device (which would not end).
    """
    if not isinstance(given, str | os.PathLike) or not str(given).strip():
        raise InputError(f"{_name(argument, given)} is no path; give the path of {wanted}.")
    path = locate_path(given)
    path = locate_in_project(path) or path
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        raise InputError(f"{_name(argument, given)}: there is no such file; give the path of {wanted}.") from None
    except (OSError, ValueError) as cause:  # ValueError: a NUL in it
        why = cause.strerror if isinstance(cause, OSError) else cause
        raise InputError(f"{_name(argument, given)} cannot be read ({why}); give the path of {wanted}.") from cause
    if not stat.S_ISREG(mode):
        kind = "a folder" if stat.S_ISDIR(mode) else "no ordinary file but a pipe or a device"
        raise InputError(f"{_name(argument, given)} is {kind}; give the path of {wanted}.")
    return path


def load_bytes(given: str | Path, argument: str, wanted: str, most: int) -> bytes:
    """Load a file of so many bytes at most; raises InputError as `locate_file`, and for one that is larger."""
    path = locate_file(given, argument, wanted)
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            content = file.read(most + 1) if size <= most else b""
    except OSError as cause:
        why = f"cannot be read ({cause.strerror}): see who may read it"
        raise InputError(f"{_name(argument, given)} {why}.") from cause
    size = max(size, len(content))
    if size > most:
        raise InputError(f"{_name(argument, given)} holds {size:,} bytes; {wanted} may hold at most {most:,}.")
    return content


def load_text(given: str | Path, argument: str, wanted: str, most: int) -> str:
    """Load a file in UTF-8, as `load_bytes`; raises InputError with the byte at which it is none."""
    try:
        return load_bytes(given, argument, wanted, most).decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        raise InputError(f"{_name(argument, given)} is not UTF-8 at byte {cause.start}; save it as UTF-8.") from cause


def check_outside(folder: Path, corpus: Path) -> None:
    """Raise InputError if a folder to write into lies within a corpus: what is written would be read as texts.

    A corpus that is one file has no within. However both are written: links, capitals that a disk does not tell apart.
    """
    try:
        inside = corpus.is_dir() and lies_within(folder, corpus)
    except (OSError, ValueError):  # a path that can be none: it is said where it is read
        inside = False
    require(
        not inside,
        f"{folder} lies within the corpus {corpus}: what is written there would be read as texts. Name one outside it.",
    )


def check_apart(folder: Path, corpus: object) -> None:
    """Raise InputError if a folder to write into lies within the one that a corpus was read from, where that is known.

    corpus: anything that is asked for its numbers; a corpus remembers where it comes from, a table does not.
    """
    texts = getattr(getattr(corpus, "prepared", None), "texts", None)
    if texts is not None:
        check_outside(folder, texts)


def tell_missing(path: Path) -> str:
    """Say what is wrong with a path that is not there, and which near it may be meant; "" of one that is there."""
    above = next((one for one in path.parents if os.path.lexists(one)), Path())
    if path.is_symlink():
        return f"is a link to {os.fspath(path.readlink())!r}, which is not there."
    if above.exists() and not above.is_dir():
        return f"is not there: {str(above)!r} is a file, and holds no others."
    missing = path.relative_to(above).parts[0] if above.parts else path.parts[0]
    near = [str(above / name) for name in guess_choices(missing, _list_names(above))]
    meant = f" Did you mean {' or '.join(map(repr, near))}?" if near else ""
    return f"is not there (looked from {str(Path.cwd())!r}).{meant}"


def _list_names(folder: Path) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if not name.startswith("."))  # noqa: PTH208  bare names
    except OSError:
        return []


def lies_within(path: Path, folder: Path) -> bool:
    """Whether a path, there or not yet, is a folder that is there or lies within it."""
    path, about = path.resolve(), folder.stat()
    return any(_is_same(above, about) for above in (path, *path.parents))


def _is_same(path: Path, about: os.stat_result) -> bool:
    try:
        return os.path.samestat(path.stat(), about)
    except OSError:
        return False


def _name(argument: str, given: object) -> str:
    """Name what was given: roles='x', the codebook 'x'."""
    shown = repr(os.fspath(given) if isinstance(given, os.PathLike) else given)
    shown = shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}… ({len(shown):,} characters)"
    return f"{argument}{' ' if ' ' in argument else '='}{shown}"
