"""What a notebook made, moved from staging into the report's folder, each file at once."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from analysis.disk import made_folder, tell_fault
from analysis.errors import InputError, require
from analysis.paths import check_outside
from analysis.reports.kept.changes import tell_changed_table
from analysis.reports.kept.fingerprints import hash_file

LOCK, STAGING = ".lock", ".making"
BESIDE = ("index.html", "glossary.html", "references.bib", "findings.csv", "manifest.json", LOCK)  # of no page alone


def check_owners(files: Iterable[str], name: str, others: Mapping[str, Mapping[str, str]]) -> None:
    """Raise InputError if a file that this notebook wrote is another one's: one would hide the other."""
    taken = {other: {file.casefold() for file in outputs} for other, outputs in others.items()}  # no capitals there
    for file in files:
        for other, outputs in taken.items():
            if other != name and file.casefold() in outputs:
                raise InputError(
                    f"it writes {file}, which {other} writes too. Give the chart or table another name, "
                    "or the page a folder of its own with `as:` in reports.yaml."
                )
        if "/" not in file:
            raise InputError(f"it writes {file} beside the pages. Save charts and tables with show and show_table.")


def check_free(folder: Path, files: Iterable[str]) -> None:
    """Raise InputError if something else lies where a file goes: a folder there, or a file for its folder."""
    for file in files:
        target = folder / file
        if target.is_dir():
            raise InputError(f"{target} is a folder where a file of the report goes. Move it away.")
        for above in target.relative_to(folder).parents:
            if (folder / above).exists() and not (folder / above).is_dir():
                raise InputError(f"{folder / above} is a file where a folder of the report goes. Move it away.")


def check_writable(folder: Path, option: str = "--outputs") -> None:
    """Raise InputError unless files can be made in a folder, or above it where it is not there yet; none is left."""
    try:
        there = next((above for above in (folder, *folder.parents) if os.path.lexists(above)), folder)
        with tempfile.TemporaryFile(dir=there):
            pass
    except OSError as cause:
        why = cause.strerror or type(cause).__name__
        raise InputError(f"{option} {str(folder)!r} cannot be written to ({why}); name another folder.") from cause


def check_file(path: Path, option: str = "--to") -> None:
    """Raise InputError unless a file can be written at a path, in folders that are there or can be made."""
    require(not path.is_dir(), f"{option} {str(path)!r} is a folder: name a file.")
    there = path.exists() and not path.is_file()
    require(not there, f"{option} {str(path)!r} is no ordinary file (a device, a pipe): name a file.")
    check_writable(path.parent, option)


def check_read(file: Path, manifest: Mapping[str, object], notebooks: Path) -> None:
    """Raise InputError if a file to write lies within a corpus that a report was made from: it would be read with it.

    manifest: of the report; notebooks: the folder from which it counts paths.
    """
    for entry in manifest.get("notebooks", {}).values():
        corpus = entry.get("inputs", {}).get("parameters", {}).get("corpus")
        if isinstance(corpus, str):
            check_outside(file.parent, notebooks / corpus)


def tell_changed_tables(staging: Path, folder: Path, files: Mapping[str, str]) -> list[str]:
    """Compare each new CSV table with the one that lies in its place; files: place in the report by name in staging."""
    said = []
    for made, place in files.items():
        # tidy data follow from what is measured: tables say what moved
        if made.endswith(".csv") and Path(place).parent.name != "data" and (folder / place).is_file():
            said.append(tell_changed_table(folder / place, staging / made, place))
    return [line for line in said if line]


def hash_made(staging: Path, files: Mapping[str, str]) -> dict[str, str]:
    """Hash files in staging, by their places in the report; files: place by name in staging."""
    return {name: hash_file(staging / made) for made, name in sorted(files.items(), key=lambda pair: pair[1])}


def place(staging: Path, folder: Path, files: Mapping[str, str]) -> None:
    """Move files into the report's folder, each in one step."""
    for made, name in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (staging / made).replace(target)


def clear(folder: Path, names: Iterable[str]) -> None:
    """Remove files that the manifest names and nothing makes any more, and folders left empty by that."""
    for name in names:
        path = folder / name
        if ".." in Path(name).parts or Path(name).is_absolute():
            continue
        path.unlink(missing_ok=True)
        parent = path.parent
        while parent != folder and parent.is_dir() and not any(parent.iterdir()):
            parent.rmdir()
            parent = parent.parent


@contextmanager
def told_faults(folder: Path) -> Iterator[None]:
    """Have what the system refuses while a report is made said as an InputError; its last good pages stay."""
    try:
        yield
    except BrokenPipeError:  # whoever reads what the command says has gone
        raise
    except OSError as cause:
        raise InputError(tell_fault(cause, None if cause.filename else folder, "written")) from cause


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep a report's folder to this run; raises InputError if another run is writing into it, or nobody can."""
    check_writable(folder)
    lock = FileLock(folder / LOCK)
    with made_folder(folder):
        try:
            lock.acquire(blocking=False)
        except Timeout as problem:
            raise InputError(f"another `framing report` is writing into {folder}. Wait until it is done.") from problem
        except NotImplementedError as problem:  # some disks of a network
            raise InputError(
                f"{folder} lies on a disk that keeps no locks: name another folder (--outputs)."
            ) from problem
        try:
            yield
        except BaseException:
            _clear_lock(folder)
            raise
        finally:
            lock.release()


def _clear_lock(folder: Path) -> None:
    """Take the lock of a run away that was refused before it wrote anything; for whoever holds it."""
    with suppress(OSError):
        if [path.name for path in folder.iterdir()] == [LOCK]:
            (folder / LOCK).unlink()


def clear_staging(staging: Path) -> None:
    """Remove what an interrupted run left behind."""
    shutil.rmtree(staging, ignore_errors=True)
