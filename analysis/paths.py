"""Files that somebody names: there, ordinary, no larger than they may be; else one sentence that says what to give."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from analysis.disk import locate_path
from analysis.errors import InputError

SHOWN = 300  # characters of a path in an error


def locate_file(given: object, argument: str, wanted: str) -> Path:
    """Locate the file that an argument names; ~ at its beginning is the user's home.

    argument: what an error calls it ("roles"); wanted: what would do ("a YAML file with roles").
    Raises InputError: no path, nothing there, a folder, a pipe or a device (which would not end).
    """
    if not isinstance(given, str | os.PathLike) or not str(given).strip():
        raise InputError(f"{_name(argument, given)} is no path; give the path of {wanted}.")
    path = locate_path(given)
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


def _name(argument: str, given: object) -> str:
    """Name what was given: roles='x', the codebook 'x'."""
    shown = repr(os.fspath(given) if isinstance(given, os.PathLike) else given)
    shown = shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}… ({len(shown):,} characters)"
    return f"{argument}{' ' if ' ' in argument else '='}{shown}"
