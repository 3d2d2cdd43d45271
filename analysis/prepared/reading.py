"""First round: files to pages, some files at a time; a large file gives one block after another."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.prepared.blocks import UNIT, Slice, count_stored, has_block, hash_block, load_tables, write_block
from analysis.prepared.fingerprints import hash_makers
from analysis.tables import COLUMNS, make_table
from analysis.texts.readers import Loaded, Settings, load_chunks, load_files, make_pages
from analysis.texts.readers.listing import name_file
from analysis.texts.readers.page import PLACE

LARGE = 8_000_000  # bytes from which on a file is read by itself, a chunk at a time
CHUNK_CHARACTERS = 4_000_000  # of the rows of a table that lie in one block
CHUNK = "\0"  # parts a file's name from the number of a chunk of it; no file's name holds it
KNOWN, OUTLET = "known", "outlet"  # columns of stored pages: what a file says of a page as JSON, and the outlet of that
PAGES = ("pages", "refused", "notes", "files", "units")
_TIME = "\0time "  # how a date begins in that JSON


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

    unit: its name; file: the file's; block: that holds its pages; characters: of their texts; columns: names of what
    the block's files say of their pages, as JSON.
    """

    unit: str
    file: str
    block: str
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
            loaded = load_files(reading.root, files.names, reading.settings)
            write_pages(reading.folder, block, loaded, [name_file(name) for name in files.names])
        return describe_blocks(reading.folder, [block])
    name, blocks = name_file(files.names[0]), []
    for number, loaded in enumerate(load_chunks(reading.root, files.names[0], reading.settings)):
        blocks.append(hash_block("pages", *made_of, number))
        write_pages(reading.folder, blocks[-1], loaded, [f"{name}{CHUNK}{number}" if number else name])
    return describe_blocks(reading.folder, blocks)


def write_pages(folder: Path, block: str, loaded: Loaded, units: list[str]) -> None:
    """Write what was read of some files as a block; units: what each file, or the chunk of one, is called."""
    pages, single = loaded.pages, units[0] if len(units) == 1 else None
    further = [name for name in pages if name not in COLUMNS["pages"]]
    said = [
        {key: row[key] for key in further if not _is_missing(row[key])} for row in pages[further].to_dict("records")
    ]
    names = set(units)
    kept = pages[list(COLUMNS["pages"])].assign(
        **{
            KNOWN: pd.array([json.dumps(row, default=_encode, ensure_ascii=False) for row in said], dtype="str"),
            OUTLET: pd.array([row.get("outlet") for row in said], dtype="str"),
        }
    )
    tables = {"pages": kept, "refused": loaded.refused, "notes": loaded.notes, "files": loaded.files}
    marked = {name: _mark_units(table, single, names) for name, table in tables.items()}
    lengths = kept["text"].str.len().groupby(marked["pages"][UNIT].to_numpy()).sum().reindex(units, fill_value=0)
    marked["units"] = pd.DataFrame(
        {UNIT: units, "characters": lengths.to_numpy(dtype="int64"), "columns": json.dumps(_list_columns(said))}
    )
    write_block(folder, block, marked)


def load_pages_of(folder: Path, part: Collection[Slice]) -> pd.DataFrame:
    """Load the pages of a part as they were read, what files say of them in columns of their own."""
    stored = load_tables(folder, part, "pages")
    said = [json.loads(text, object_hook=_decode) for text in stored[KNOWN]]
    columns = dict.fromkeys(key for row in said for key in row)
    pages = make_table("pages", stored[list(COLUMNS["pages"])])
    further = {key: pd.Series([row.get(key) for row in said], dtype=object) for key in columns}
    return pd.concat([pages, pd.DataFrame(further, index=pages.index)], axis=1)


def describe_blocks(folder: Path, blocks: list[str]) -> Read:
    """Say which units blocks hold."""
    units, refused = [], 0
    for block in blocks:
        here = [Slice(block)]
        rows = load_tables(folder, here, "units", drop=False).itertuples(index=False)
        units += [Unit(row.unit, row.unit.partition(CHUNK)[0], block, row.characters, row.columns) for row in rows]
        refused += count_stored(folder, [block], "refused")
    return Read(units, refused)


def settings_of(settings: Settings) -> dict[str, object]:
    """The settings of reading as plain values."""
    return {"columns": dict(settings.columns), "one_document_per_file": settings.one_document_per_file}


def _list_columns(said: list[dict]) -> list[str]:
    return list(dict.fromkeys(key for row in said for key in row))


def _mark_units(table: pd.DataFrame, single: str | None, units: set[str]) -> pd.DataFrame:
    sources = table["source"]
    return table.assign(**{UNIT: pd.array([single or _unit_of(source, units) for source in sources], dtype="str")})


def _unit_of(source: str, units: set[str]) -> str:
    """The file that a source lies in: itself, or what stands before the place in a file or an archive."""
    while source not in units and source:
        source = source[: max(source.rfind(PLACE), source.rfind("/"), 0)]
    return source


def _is_missing(value: object) -> bool:
    return value is None or pd.isna(value) is True


def _encode(value: object) -> object:
    if isinstance(value, datetime):
        return {_TIME: value.isoformat()}
    return value.item() if hasattr(value, "item") else str(value)


def _decode(row: dict) -> object:
    return pd.Timestamp(row[_TIME]) if row.keys() == {_TIME} else row


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
