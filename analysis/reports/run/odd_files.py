"""What a notebook may not leave in a report: links, pipes, devices. They are taken away, never followed or copied."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

NAMED = 3  # of what was left, in the sentence


def clear_odd_files(staging: Path) -> str:
    """Take away whatever a notebook put into its folder that is no file or folder of its own.

    Returns a sentence that names it and says what to do instead; "" if there was nothing.
    """
    if staging.is_symlink() or not staging.is_dir():
        staging.unlink(missing_ok=True)
        staging.mkdir(parents=True)
        return "it puts something else in the place of its own folder (save_to): leave it there, and write into it."
    odd = list(_find_odd(staging))
    for path, _ in odd:
        path.unlink()
    if not odd:
        return ""
    named = [f"{path.relative_to(staging).as_posix()} ({kind})" for path, kind in odd[:NAMED]]
    more = [f"{len(odd) - NAMED} more"] if len(odd) > NAMED else []
    return (
        f"it leaves what is no file of its own: {', '.join(named + more)}. A report takes in no links, "
        "pipes or devices: copy the content instead (shutil.copy)."
    )


def _find_odd(folder: Path) -> Iterator[tuple[Path, str]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda one: one.name):
            about = entry.stat(follow_symlinks=False)
            if stat.S_ISDIR(about.st_mode):
                yield from _find_odd(Path(entry.path))
            elif kind := _name_kind(Path(entry.path), about):
                yield Path(entry.path), kind


def _name_kind(path: Path, about: os.stat_result) -> str:
    """What something is that is no plain file with one name; "" if it is one."""
    if stat.S_ISLNK(about.st_mode):
        return "a link to a folder" if path.is_dir() else "a link" if path.exists() else "a link that leads nowhere"
    if not stat.S_ISREG(about.st_mode):
        return "a pipe" if stat.S_ISFIFO(about.st_mode) else "a socket" if stat.S_ISSOCK(about.st_mode) else "a device"
    return "a second name of another file" if about.st_nlink > 1 else ""
