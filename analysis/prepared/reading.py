"""First round: files to pages, some files at a time; a large file gives one block after another."""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.prepared.blocks import UNIT, Slice, count_stored, has_block, hash_block, load_tables, write_block
from analysis.prepared.fingerprints import hash_makers
from analysis.prepared.listing import CHANGING, Unsteady, hash_content
from analysis.prepared.said import make_said, parse_said
from analysis.tables import COLUMNS, make_table
from analysis.texts.readers import Loaded, Settings, load_chunks, load_files, make_pages
from analysis.texts.readers.files import Gathered, tabulate_gathered
from analysis.texts.readers.listing import name_file
from analysis.texts.readers.page import PLACE, Refused

UNSTEADY = "it changed each time it was read: load it again when nothing writes to it"
LARGE = 8_000_000  # bytes from which on a file is read by itself, a chunk at a time
CHUNK_CHARACTERS = 4_000_000  # of the rows of a table that lie in one block
CHUNK = "\0"  # parts a file's name from the number of a chunk of it; no file's name holds it
SAID = "said"  # column of stored pages: what a file says of a page, as JSON


class Reading(NamedTuple):
    """What whoever reads must know: where the corpus and its blocks lie, how it is read, and a hash of the readers."""

    root: Path
    folder: Path
    settings: Settings
    makers: str


class Files(NamedTuple):
    """Files that are read together: their names, the hashes of what is in them, and their bytes."""

    names: tuple[str, ...]
    hashes: tuple[str, ...]
    bytes: int


class Unit(NamedTuple):
    """A file, or a chunk of a large one.

    unit: its name; file: the file's; block: that holds its pages; of_block: how many units that block holds;
    characters: of their texts; columns: names of what the block's files say of their pages, as JSON.
    """

    unit: str
    file: str
    block: str
    of_block: int
    characters: int
    columns: str


class Read(NamedTuple):
    """What reading gave: its units in order, and how much was refused."""

    units: list[Unit]
    refused: int


def prepare_files(files: Files, reading: Reading) -> Read:
    """Read some files and write their pages as blocks; a block that is there already is taken as it is."""
    made_of = (reading.makers, settings_of(reading.settings), list(files.names), list(files.hashes))
    if files.bytes < LARGE:
        block = hash_block("pages", *made_of)
        if not has_block(reading.folder, block):
            loaded = _load_steady(files, reading)
            write_pages(reading.folder, block, loaded, [name_file(name) for name in files.names])
        return describe_blocks(reading.folder, [block])
    name, blocks = name_file(files.names[0]), []
    if files.hashes[0].startswith(CHANGING):
        blocks = [hash_block("pages", *made_of)]
        write_pages(reading.folder, blocks[0], _load_steady(files, reading), [name])
        return describe_blocks(reading.folder, blocks)
    for number, loaded in enumerate(load_chunks(reading.root, files.names[0], reading.settings)):
        blocks.append(hash_block("pages", *made_of, number))
        write_pages(reading.folder, blocks[-1], loaded, [f"{name}{CHUNK}{number}" if number else name])
    try:
        _check_steady(files, reading)
    except Unsteady:
        for block in blocks:
            shutil.rmtree(reading.folder / block, ignore_errors=True)
        raise
    return describe_blocks(reading.folder, blocks)


def _load_steady(files: Files, reading: Reading) -> Loaded:
    """Load small files, but those that are being written to; raises Unsteady if one changed meanwhile."""
    pairs = list(zip(files.names, files.hashes, strict=True))
    steady = [name for name, hashed in pairs if not hashed.startswith(CHANGING)]
    loaded = load_files(reading.root, steady, reading.settings)
    _check_steady(files, reading)
    waiting = [Refused(name_file(name), UNSTEADY) for name in files.names if name not in set(steady)]
    refused = tabulate_gathered(Gathered(refused=waiting)).refused
    return loaded._replace(
        refused=pd.concat([loaded.refused, refused], ignore_index=True) if waiting else loaded.refused
    )


def _check_steady(files: Files, reading: Reading) -> None:
    """Raise Unsteady if a file is no longer what its hash says: that is what its pages are kept under."""
    inside = reading.root.is_dir()
    changed = tuple(
        name
        for name, hashed in zip(files.names, files.hashes, strict=True)
        if not hashed.startswith(CHANGING)
        and hash_content(reading.root / name if inside else reading.root, reading.root) != hashed
    )
    if changed:
        raise Unsteady(changed)


def write_pages(folder: Path, block: str, loaded: Loaded, units: list[str]) -> None:
    """Write what was read of some files as a block; units: what each file, or the chunk of one, is called."""
    pages, single = loaded.pages, units[0] if len(units) == 1 else None
    further = [name for name in pages if name not in COLUMNS["pages"]]
    rows = pages[further].to_dict("records")
    said = pages["outlet"] if "outlet" in pages else pd.Series(pd.NA, index=pages.index, dtype="str")
    kept = pages[list(COLUMNS["pages"])].assign(**{SAID: make_said(rows).array, "outlet": said.astype("str")})
    tables = {"pages": kept, "refused": loaded.refused, "notes": loaded.notes, "files": loaded.files}
    marked = {name: _mark_units(table, single, set(units)) for name, table in tables.items()}
    lengths = kept["text"].str.len().groupby(marked["pages"][UNIT].to_numpy()).sum().reindex(units, fill_value=0)
    marked["units"] = pd.DataFrame({UNIT: units, "characters": lengths.to_numpy(dtype="int64")}).assign(
        columns=json.dumps(further, ensure_ascii=False)
    )
    write_block(folder, block, marked)


def load_pages_of(folder: Path, part: Collection[Slice]) -> pd.DataFrame:
    """Load the pages of a part as they were read, what files say of them in columns of their own."""
    stored = load_tables(folder, part, "pages")
    said = parse_said(stored[SAID])
    names = dict.fromkeys(key for row in said for key in row)
    further = {key: pd.Series([row.get(key) for row in said], index=stored.index, dtype=object) for key in names}
    return make_table(
        "pages", pd.concat([stored[list(COLUMNS["pages"])], pd.DataFrame(further, index=stored.index)], axis=1)
    )


def describe_blocks(folder: Path, blocks: list[str]) -> Read:
    """Say which units blocks hold."""
    units, refused = [], 0
    for block in blocks:
        here = [Slice(block)]
        table = load_tables(folder, here, "units", drop=False)
        units += [
            Unit(unit, unit.partition(CHUNK)[0], block, len(table), characters, columns)
            for unit, characters, columns in table.itertuples(index=False, name=None)
        ]
        refused += count_stored(folder, [block], "refused")
    return Read(units, refused)


def settings_of(settings: Settings) -> dict[str, object]:
    """The settings of reading as plain values."""
    return {"columns": dict(settings.columns), "one_document_per_file": settings.one_document_per_file}


def _mark_units(table: pd.DataFrame, single: str | None, units: set[str]) -> pd.DataFrame:
    sources = table["source"]
    return table.assign(**{UNIT: pd.array([single or _unit_of(source, units) for source in sources], dtype="str")})


def _unit_of(source: str, units: set[str]) -> str:
    """The file that a source lies in: itself, or what stands before the place in a file or an archive."""
    while source not in units and source:
        source = source[: max(source.rfind(PLACE), source.rfind("/"), 0)]
    return source


def prepare_frame(frame: pd.DataFrame, folder: Path, settings: Settings, name: str = "table") -> list[Unit]:
    """Write the rows of a table as pages, a block for every few megabytes of text.

    Raises InputError as `make_pages`.
    """
    loaded = make_pages(frame, settings, name)
    reached = loaded.pages["text"].str.len().cumsum() // CHUNK_CHARACTERS
    units = []
    for number, (_, rows) in enumerate(loaded.pages.groupby(reached.to_numpy(), sort=True)):
        first = number == 0
        chunk = loaded._replace(
            pages=rows.reset_index(drop=True),
            files=loaded.files.assign(pages=len(rows)),
            refused=loaded.refused if first else loaded.refused.head(0),
            notes=loaded.notes if first else loaded.notes.head(0),
        )
        block = hash_block("pages", hash_makers(), folder.name, number)
        if not has_block(folder, block):
            write_pages(folder, block, chunk, [f"{name}{CHUNK}{number}" if number else name])
        units += describe_blocks(folder, [block]).units
    return units
