"""A page's outputs change together: what is about to change is written down first, and finished by whoever comes next.

Until the note is there nothing has changed; once it is there all will: a run that is broken off in the middle is
finished by the next one. Whatever takes room on the disk is written before the first file moves. Ctrl-C, SIGTERM and a
closed terminal wait until it is done.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import signal
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from analysis.errors import InputError
from analysis.manifests import NAME as MANIFEST
from analysis.manifests import load_manifest, write_manifest, write_text
from analysis.reports.kept.placing import STAGING, clear, clear_staging, place

NOTES = ".changing"


@dataclass(frozen=True)
class Change:
    """All that changes with one page. staging: where its files lie, from the report's folder; files: their places.

    gone: files that nothing makes any more; entry: what the manifest says of the page from now on.
    """

    name: str
    staging: str
    files: Mapping[str, str]
    gone: tuple[str, ...] = ()
    entry: Mapping[str, object] = field(default_factory=dict)


def place_change(folder: Path, change: Change) -> None:
    """Put a page's outputs and its entry in the manifest in place, all of them or, until the next run, none noted."""
    with undisturbed():
        note = folder / NOTES / f"{change.name}.json"
        write_text(note, json.dumps(asdict(change), ensure_ascii=False))
        try:
            _make_room(folder, change)
        except (OSError, InputError):  # nothing has moved: the old page stays, whole
            clear_notes(folder)
            raise
        _finish(folder, change)
        _forget(note)


def is_changing(folder: Path) -> bool:
    """Whether a run was broken off while it put a page in place: what it staged is needed still."""
    return (folder / NOTES).is_dir()


def clear_notes(folder: Path) -> None:
    """Take away what was noted, where nothing has been moved yet."""
    shutil.rmtree(folder / NOTES, ignore_errors=True)


@contextmanager
def tidied(folder: Path) -> Iterator[None]:
    """Take away what was being made, however a run ends; not what is noted and still has to be moved."""
    try:
        yield
    finally:
        if not is_changing(folder):
            clear_staging(folder / STAGING)


def prepare_folder(folder: Path) -> list[str]:
    """Finish what a run that was broken off had begun to put in place; returns the pages concerned."""
    names = []
    for note in sorted((folder / NOTES).glob("[!.]*.json")):  # one with a dot was never written to its end
        if note.name == MANIFEST:  # what was to come last
            continue
        with contextlib.suppress(ValueError, TypeError):
            change = Change(**json.loads(note.read_text(encoding="utf-8")))
            _make_room(folder, change)
            _finish(folder, change)
            names.append(change.name)
        _forget(note)
    shutil.rmtree(folder / NOTES, ignore_errors=True)
    return names


def _make_room(folder: Path, change: Change) -> None:
    """Write what comes last, the manifest, beside the note, and make the folders: a full disk is found out here."""
    manifest = load_manifest(folder)
    entries = {**manifest.get("notebooks", {}), change.name: dict(change.entry)}
    manifest.pop("format", None)
    write_manifest(folder / NOTES, {**manifest, "status": "unfinished", "notebooks": entries})
    for name in change.files.values():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)


def _finish(folder: Path, change: Change) -> None:
    """Do what has not been done yet: every step may be done twice."""
    staging = folder / change.staging
    waiting = {made: name for made, name in change.files.items() if (staging / made).is_file()}
    place(staging, folder, waiting)
    clear(folder, change.gone)
    (folder / NOTES / MANIFEST).replace(folder / MANIFEST)


def _forget(note: Path) -> None:
    note.unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        note.parent.rmdir()  # unless another note is there


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let Ctrl-C, SIGTERM and SIGHUP wait, where signals can be held back; elsewhere the note is enough."""
    if not hasattr(signal, "pthread_sigmask") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
