"""A corpus prepared: what is there already is taken, what changed is made, and the manifest says what counts."""

from __future__ import annotations

import secrets
import shutil
import time
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.disk import written
from analysis.errors import InputError
from analysis.manifests import load_manifest, write_manifest
from analysis.prepared.asked import Listed, Wanted, find_place, list_wanted, wanted_from
from analysis.prepared.blocks import (
    DamagedBlock,
    Slice,
    clear_damaged,
    find_damaged,
    has_block,
    hash_block,
    list_blocks,
    load_tables,
    write_block,
)
from analysis.prepared.engines import LostWorker, count_jobs, made_engine
from analysis.prepared.kept import Prepared
from analysis.prepared.listing import COLUMNS, Unsteady, hash_frame, hash_listing, unchanged
from analysis.prepared.places import (
    CACHE,
    clear_oldest,
    clear_unused,
    locked,
    mark_used,
)
from analysis.prepared.stages import Before, Crew
from analysis.prepared.whole import MadeBlocks, make_blocks
from analysis.progress import say_aside
from analysis.reading import Progress
from analysis.scratch import clear_scratch
from analysis.texts.readers import Settings

LOOKED_INTO = 250_000_000  # bytes of tables that are read to see whether they are as written; of more, their sizes
TRIES = 2  # times that a file may change while it is read until it is left out
Check = Callable[[Sequence[str]], None]


class Workers(NamedTuple):
    """Who does the work, and who is told of it."""

    engine: str
    jobs: int
    scheduler: str | None
    progress: Progress
    check: Check


def prepare_corpus(
    source: Path | pd.DataFrame,
    settings: Settings | None = None,
    aliases: Path | None = None,
    *,
    engine: str = "processes",
    jobs: int | None = None,
    scheduler: str | None = None,
    cache: bool = True,
    progress: Progress | None = None,
    check: Check | None = None,
) -> Prepared:
    """Prepare a corpus: have its tables from the cache, and make those that are not there or whose files changed.

    source: a file, a folder, or a table with one row a document; settings: how files are taken apart; aliases: a file
    of names that are one actor, by default aliases.yaml beside the texts. engine, jobs, scheduler: who does the work
    (`made_engine`). cache: whether the tables are kept for the next time. progress: told how far it is. check: told
    the columns that files and sources.csv bring along before the long work begins; may raise.
    Raises InputError: what `load_corpus` says, what `made_engine` does, and a disk that is full.
    """
    wanted = wanted_from(source, settings or Settings(), aliases)
    work = Workers(engine, count_jobs(jobs), scheduler, progress or (lambda *_: None), check or (lambda _: None))
    listing = list_wanted(wanted)
    return _have_prepared(wanted, *find_place(wanted, cache), listing, work)


def _have_prepared(wanted: Wanted, folder: Path, scratch: object, listing: Listed, work: Workers) -> Prepared:
    """Take what is prepared in a folder, or prepare it there; scratch: None where the folder is kept."""
    another = f"{CACHE if scratch is None else 'TMPDIR'} names another place"
    with written(f"{str(folder)!r}, where it is prepared ({another}),", "written to"):
        found = _find_prepared(folder, wanted, listing.files)
        if found is None:
            with locked(folder):
                found = _find_prepared(folder, wanted, listing.files)  # by another process meanwhile
                found = found or _prepare_anew(wanted, folder, listing, work, scratch)
    quiet = work._replace(progress=lambda *_: None)  # nobody looks at the bars any more
    again = None if wanted.root is None else partial(_prepare_again, wanted, folder, scratch, quiet)
    return replace(found, texts=wanted.root, scratch=scratch, again=again)  # a table would be kept for its sake


def _prepare_again(wanted: Wanted, folder: Path, scratch: object, work: Workers) -> Prepared:
    """Prepare a corpus once more, a table of which was lost while it was in use."""
    return _have_prepared(wanted, folder, scratch, list_wanted(wanted), work)


def _find_prepared(folder: Path, wanted: Wanted, files: pd.DataFrame) -> Prepared | None:
    """The corpus as it was prepared before, if nothing that it was made of has changed since."""
    manifest = load_manifest(folder)
    if manifest.get("fingerprint") != wanted.fingerprint or not _is_whole(folder, manifest):
        return None
    with suppress(DamagedBlock):
        listed = load_tables(folder, [Slice(manifest["listing"])], "files")
        if unchanged(files, listed, manifest["seen_ns"]):
            mark_used(folder)
            return Prepared(folder, tuple(manifest["parts"]), manifest["whole"], _hash_files(listed))
    return None


def _prepare_anew(wanted: Wanted, folder: Path, listing: Listed, work: Workers, scratch: object) -> Prepared:
    """Prepare; what is found damaged, before or meanwhile, is put aside and made again, once."""
    clear_scratch()
    manifest = load_manifest(folder)
    if manifest.get("fingerprint", {}).get("makers") == wanted.fingerprint["makers"]:
        _clear_found(folder, _list_named(manifest), LOOKED_INTO)
    try:
        return _prepare_steady(wanted, folder, listing, work, scratch)
    except DamagedBlock:
        _clear_found(folder, list_blocks(folder), None)
    try:
        return _prepare_steady(wanted, folder, listing, work, scratch)
    except DamagedBlock as cause:
        raise InputError(
            f"what is prepared in {str(folder)!r} is not kept as it is written: its disk, or another program, changes "
            f"it. Look after the disk, or name a place on another ({CACHE}, TMPDIR)."
        ) from cause


def _clear_found(folder: Path, blocks: Sequence[str], most: int | None) -> None:
    """Put those of some blocks aside that are damaged, and say so; for whoever holds the folder's lock."""
    if damaged := find_damaged(folder, blocks, most):
        clear_damaged(folder, damaged)
        say_aside(f"damaged tables in {str(folder)!r} ({', '.join(damaged[:3])}) are put aside, and made anew")


def _prepare_steady(wanted: Wanted, folder: Path, listing: Listed, work: Workers, scratch: object) -> Prepared:
    """Prepare a corpus, anew if files changed while they were read; one that changes again is not read."""
    changed: Counter[str] = Counter()
    while True:
        try:
            again = [name for name, times in changed.items() if times >= TRIES]
            return _prepare(wanted, folder, listing, work, scratch, again)
        except Unsteady as fault:
            changed.update(fault.names)
        listing = list_wanted(wanted)


def _prepare(
    wanted: Wanted, folder: Path, listing: Listed, work: Workers, scratch: object, unsteady: Collection[str]
) -> Prepared:
    """Make what is not there, write the manifest, and take away what no longer counts."""
    seen, before = time.time_ns(), Before.load(folder, wanted)
    files = listing.files.assign(hash=folder.name).astype(COLUMNS)
    if wanted.root is not None:
        files = hash_listing(wanted.root, listing.files, before.files, before.manifest.get("seen_ns", 0), unsteady)
    listing = listing._replace(files=files)
    made = _find_same(folder, wanted, files, before) or _make_changed(wanted, folder, listing, before, work)
    files = files.drop(columns="path")  # bytes that are no text cannot be kept
    listed = hash_block("listing", wanted.fingerprint, files.to_csv(index=False), [*made.parts, made.whole])
    if not has_block(folder, listed):
        write_block(folder, listed, {"files": files, "units": made.units})
    manifest = {"name": wanted.name, "path": wanted.path, "fingerprint": wanted.fingerprint, "seen_ns": seen}
    manifest |= {"listing": listed, "parts": made.parts, "whole": made.whole, "used": made.used}
    write_manifest(folder, manifest)
    if scratch is None:
        counted = {listed, made.whole, *made.parts, *made.used, *made.units["block"], *made.units["texts"]}
        clear_unused(folder, counted)
        clear_oldest(folder)
    return Prepared(folder, tuple(made.parts), made.whole, _hash_files(files))


def _hash_files(files: pd.DataFrame) -> str:
    return hash_frame(files[["file", "hash"]].reset_index(drop=True))


def _is_whole(folder: Path, manifest: dict) -> bool:
    """Whether all blocks that a manifest names are there and as they were written."""
    named = _list_named(manifest)
    return all(has_block(folder, block) for block in named) and not find_damaged(folder, named, LOOKED_INTO)


def _list_named(manifest: dict) -> list[str]:
    """The blocks that a manifest names and that are always read."""
    return [str(block) for block in (manifest.get("listing"), manifest.get("whole"), *manifest.get("parts", ()))]


def _find_same(folder: Path, wanted: Wanted, files: pd.DataFrame, before: Before) -> MadeBlocks | None:
    """What was made before, if the files were looked at again and found as they were."""
    old, pairs = before.manifest, ["file", "hash"]
    same = old.get("fingerprint") == wanted.fingerprint and files[pairs].equals(before.files[pairs])
    same = same and _is_whole(folder, old)
    return MadeBlocks(before.units, old["parts"], old["whole"], old["used"]) if same else None


def _make_changed(wanted: Wanted, folder: Path, listing: Listed, before: Before, work: Workers) -> MadeBlocks:
    """Make what changed; once more with half as many processes if one of them was killed."""
    run, files, half = secrets.token_hex(8), listing.files, max(1, work.jobs // 2)
    amount = int(files.loc[~files["hash"].isin(before.files["hash"]), "size"].sum())

    def make(jobs: int, apart: bool) -> MadeBlocks:
        with made_engine(work.engine, jobs, work.scheduler, amount, apart) as engine:
            return make_blocks(Crew(engine, folder, work.progress, set()), wanted, listing, before, work.check, run)

    try:
        return make(work.jobs, apart=False)
    except LostWorker:
        said = "a process that prepares was killed, perhaps for want of memory: it goes on with"
        say_aside(f"{said} {half} {'process' if half == 1 else 'processes'}")
        return make(half, apart=True)
    finally:
        _clear_between(folder)


def _clear_between(folder: Path) -> None:
    """Take away what one round writes for the next, of runs that were killed too; for whoever holds the lock."""
    for kind in ("mentions", "shingles", "speakers"):
        for path in folder.glob(f"{kind}-*"):
            shutil.rmtree(path, ignore_errors=True)
