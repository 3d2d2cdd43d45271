"""The stages of preparing, each over all parts: what is kept of it, what is made, and who is told how far it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import pandas as pd

from analysis.manifests import load_manifest
from analysis.prepared.asked import Wanted
from analysis.prepared.blocks import Slice, StoredPart, has_block, load_tables
from analysis.prepared.engines import Engine, Work
from analysis.prepared.listing import COLUMNS
from analysis.prepared.reading import CHUNK, LARGE, Files, Reading, Unit, prepare_files, prepare_frame
from analysis.reading import Progress

SMALLEST, LARGEST, PARTS = 500_000, 8_000_000, 16  # bytes of a part: the 16th of a corpus, within these
Piece = TypeVar("Piece")
UNITS = {
    **dict.fromkeys(("unit", "file", "block", "columns", "hash", "key", "texts"), "str"),
    **dict.fromkeys(("characters", "of_block", "chunk", "of_texts"), "int64"),
}  # columns of the table of units


class Before(NamedTuple):
    """What an earlier run left and still counts: the files (file, size, mtime_ns, hash), the units, the manifest."""

    files: pd.DataFrame
    units: pd.DataFrame
    manifest: dict

    @classmethod
    def load(cls, folder: Path, wanted: Wanted) -> Before:
        """Load what an earlier run left and still counts: nothing if other code made it."""
        old = load_manifest(folder)
        makers = old.get("fingerprint", {}).get("makers")
        if makers != wanted.fingerprint["makers"] or not has_block(folder, old["listing"]):
            return cls(*(pd.DataFrame(columns=list(kinds)).astype(kinds) for kinds in (COLUMNS, UNITS)), {})
        there = [Slice(old["listing"])]
        units = load_tables(folder, there, "units", drop=False)
        present = [block for block in {*units["block"], *units["texts"]} if has_block(folder, block)]
        units = units[units["block"].isin(present) & units["texts"].isin(present)]
        return cls(load_tables(folder, there, "files"), units, old)


class Crew(NamedTuple):
    """Who works, where the blocks lie, and who is told how far it is."""

    engine: Engine
    folder: Path
    progress: Progress
    used: set[str]  # blocks that no table of units names and that count all the same

    def run(
        self, stage: str, work: Work, jobs: Sequence[Any], sizes: Sequence[int], shared: Any = None
    ) -> Iterator[Any]:
        """Do a stage's work; sizes: bytes of each job."""
        done, total, refused = 0, sum(sizes), 0
        self.progress(stage, 0, total, 0)
        for size, result in zip(sizes, self.engine.run(work, jobs, shared), strict=True):
            done, refused = done + size, refused + getattr(result, "refused", 0)
            self.progress(stage, done, total, refused)
            yield result


def prepare_units(crew: Crew, wanted: Wanted, files: pd.DataFrame, before: pd.DataFrame) -> pd.DataFrame:
    """Have the pages of all files as blocks: those of changed files are read, those of others stay.

    files: file, size, hash, path; before: the units of an earlier run. Returns the units in the order of the files.
    """
    if wanted.frame is not None:
        return tabulate_units(prepare_frame(wanted.frame, crew.folder, wanted.settings), files)
    there = set(zip(before["file"], before["hash"], strict=True))
    new = [row for row in files.itertuples() if (row.file, row.hash) not in there]
    jobs = [
        Files(tuple(row.path for row in rows), tuple(row.hash for row in rows), sum(row.size for row in rows))
        for rows in group_pieces(new, [row.size for row in new], size_of_parts(int(files["size"].sum())))
    ]
    reading = Reading(wanted.root, crew.folder, wanted.settings, wanted.fingerprint["makers"])
    found = crew.run("reading", prepare_files, jobs, [job.bytes for job in jobs], reading)
    made = tabulate_units([unit for read in found for unit in read.units], files)
    kept = before.drop(columns=["key", "texts", "of_texts"])
    units = pd.concat([kept, made], ignore_index=True).drop_duplicates(["unit", "hash"], keep="last")
    wanted_now = files[["file", "hash"]].assign(place=range(len(files)))
    units = units.merge(wanted_now, on=["file", "hash"], how="inner")
    return units.sort_values(["place", "chunk"], kind="stable", ignore_index=True).drop(columns="place")


def tabulate_units(units: list[Unit], files: pd.DataFrame) -> pd.DataFrame:
    """Lay units out as a table: what `Unit` says, hash (of the file), chunk (its number)."""
    table = pd.DataFrame(units, columns=list(Unit._fields))
    hashes = dict(zip(files["file"], files["hash"], strict=True))
    chunks = [int(unit.partition(CHUNK)[2] or 0) for unit in table["unit"]]
    return table.assign(hash=table["file"].map(hashes).astype("str"), chunk=pd.Series(chunks, dtype="int64"))


def group_pieces(pieces: Sequence[Piece], sizes: Sequence[int], most: int) -> list[list[Piece]]:
    """Group pieces in a row so that each group has about so many bytes; a large one stands alone."""
    groups: list[list[Piece]] = []
    filled = most
    for piece, size in zip(pieces, sizes, strict=True):
        if not groups or filled + size > most or size >= LARGE:
            groups.append([])
            filled = 0
        groups[-1].append(piece)
        filled = most if size >= LARGE else filled + size
    return groups


def size_of_parts(total: int) -> int:
    """How many bytes a part of a corpus of so many has; it depends on nothing else, so that all engines agree."""
    return min(max(total // PARTS, SMALLEST), LARGEST)


def slices_of(units: pd.DataFrame, kind: str) -> StoredPart:
    """Slices that give units in their order from the blocks named in the column `kind`; of_...: units of each block."""
    slices: list[tuple[str, int, list[str]]] = []
    for unit, block, held in zip(units["unit"], units[kind], units[f"of_{kind}"], strict=True):
        if not slices or slices[-1][0] != block:
            slices.append((block, held, []))
        slices[-1][2].append(unit)
    return tuple(Slice(block, None if len(names) == held else tuple(names)) for block, held, names in slices)
