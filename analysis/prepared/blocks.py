"""Blocks: the tables of some files of a corpus, as Parquet in a folder of their own, whole or not there at all.

A block is named after what it was made of, so that who makes it again makes the same; it is written beside and then
given its name in one step. A part of a corpus is made of slices of blocks: files that are prepared again lie in a new
block, and what an older one holds of them is no longer read. A note in the block says how large each table is and what
its bytes add up to: one that a disk, a copy or somebody has changed since is never taken for what was written.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from analysis.disk import name_beside
from analysis.errors import InputError

UNIT = "unit"  # the column that says which file, or stretch of a large file, a row comes from
NOTE = "block.json"  # how many bytes each table has, and their CRC-32
ASIDE = "damaged-"  # what the name of a block begins with that is no longer read


class LostBlock(InputError):
    """A block cannot be read any more, and can be made again. block: its name, "" where it is not known."""

    block = ""


class DamagedBlock(LostBlock):
    """A block is not as it was written; it is of no use."""


class Slice(NamedTuple):
    """Those units of a block that are read; all of them if None."""

    block: str
    units: tuple[str, ...] | None = None


StoredPart = tuple[Slice, ...]


def hash_block(kind: str, *made_of: object) -> str:
    """Name a block by its kind and by all that it is made of."""
    written = json.dumps(made_of, sort_keys=True, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")
    return f"{kind}-{hashlib.sha256(written).hexdigest()[:24]}"


def has_block(folder: Path, name: str) -> bool:
    """Whether a block is there; what is there is whole."""
    return (folder / name).is_dir()


def write_block(folder: Path, name: str, tables: Mapping[str, pd.DataFrame]) -> None:
    """Write a block's tables so that a reader sees all of them or none."""
    folder.mkdir(parents=True, exist_ok=True)
    beside = name_beside(folder)
    beside.mkdir()
    try:
        note = {table: _write_parquet(rows, beside / f"{table}.parquet") for table, rows in tables.items()}
        (beside / NOTE).write_text(json.dumps(note), encoding="ascii")
        beside.rename(folder / name)
    except OSError:
        if not has_block(folder, name):  # else another process was first, with the same
            raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def load_tables(
    folder: Path, part: Iterable[Slice], table: str, columns: list[str] | None = None, drop: bool = True
) -> pd.DataFrame:
    """Load a table of a part: its rows in the order of the slices; drop: without the column of units."""
    found = _gather(folder, part, table, columns)
    return found.drop_columns([UNIT] if drop and UNIT in found.column_names else []).to_pandas()


def _gather(folder: Path, part: Iterable[Slice], table: str, columns: list[str] | None) -> pa.Table:
    found = []
    for one in part:
        wanted = columns if columns is None or one.units is None else [*dict.fromkeys([*columns, UNIT])]
        rows = pq.read_table(_load_stored(folder, one.block, table), columns=wanted, partitioning=None)
        if one.units is not None:
            rows = rows.filter(pc.is_in(rows[UNIT], pa.array(one.units, pa.string())))
            rows = rows if columns is None else rows.select(columns)
        found.append(rows)
    return pa.concat_tables(found, promote_options="permissive")


def count_stored(folder: Path, blocks: Iterable[str], table: str) -> int:
    """Count the rows of a table of several blocks without reading them."""
    return sum(pq.read_metadata(_load_stored(folder, block, table)).num_rows for block in blocks)


def list_blocks(folder: Path) -> list[str]:
    """List the blocks in a folder that may be read."""
    return sorted(path.name for path in folder.iterdir() if path.is_dir() and not path.name.startswith((".", ASIDE)))


def find_damaged(folder: Path, blocks: Iterable[str], most: int | None = None) -> list[str]:
    """Find the blocks that are not as they were written, of those that are there.

    most: bytes up to which all blocks together are read, if they have no more; else their tables' sizes are looked at.
    """
    blocks = [block for block in dict.fromkeys(blocks) if has_block(folder, block)]
    notes = {block: _load_note(folder / block) for block in blocks}
    total = sum(size for note in notes.values() for size, _ in (note or {}).values())
    reads = most is None or total <= most
    return [block for block, note in notes.items() if note is None or not _is_sound(folder / block, note, reads)]


def clear_damaged(folder: Path, blocks: Iterable[str]) -> None:
    """Give blocks that are damaged another name: they are no longer read, and go as others that do not count."""
    for block in blocks:
        aside = folder / f"{ASIDE}{block}"
        shutil.rmtree(aside, ignore_errors=True)
        (folder / block).rename(aside)
        os.utime(aside)  # it stays for a day from now


def _load_stored(folder: Path, block: str, table: str) -> pa.Buffer:
    """Load the bytes of a table as they were written.

    Raises LostBlock: it is gone; DamagedBlock: it is not as it was written.
    """
    try:
        content = (folder / block / f"{table}.parquet").read_bytes()
    except (FileNotFoundError, IsADirectoryError) as cause:
        if not has_block(folder, block):
            raise _tell_lost(_tell_gone(folder), block) from cause
        content = b""
    if (_load_note(folder / block) or {}).get(table) != _sum_up(content):
        raise _tell_lost(_tell_damaged(folder), block)
    return pa.BufferReader(content)


def _load_note(block: Path) -> dict[str, list[int]] | None:
    """What a block's note says of its tables, bytes and their sum; None if it cannot be read."""
    try:
        note = json.loads((block / NOTE).read_bytes())
        return {str(table): [int(size), int(total)] for table, (size, total) in note.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def _is_sound(block: Path, note: Mapping[str, list[int]], reads: bool) -> bool:
    """Whether the tables of a block have the size that they were written with, and, if they are read, the content."""
    try:
        paths = {block / f"{table}.parquet": known for table, known in note.items()}
        return all(
            _sum_up(path.read_bytes()) == known if reads else path.stat().st_size == known[0]
            for path, known in paths.items()
        )
    except OSError:
        return False


def _sum_up(content: bytes) -> list[int]:
    return [len(content), zlib.crc32(content)]


def _tell_lost(error: LostBlock, block: str) -> LostBlock:
    error.block = block
    return error


def _tell_gone(folder: Path) -> LostBlock:
    return LostBlock(f"the prepared corpus in {str(folder)!r} was cleaned or prepared anew meanwhile: load it again.")


def _tell_damaged(folder: Path) -> DamagedBlock:
    return DamagedBlock(f"the prepared corpus in {str(folder)!r} is damaged: load it again, and it is made anew.")


def _write_parquet(rows: pd.DataFrame, path: Path) -> list[int]:
    """Write a table; returns how many bytes it has, and what they add up to."""
    bare = rows.copy(deep=False)
    bare.attrs = {}  # what a table rests on is said when it is used
    written = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pandas(bare, preserve_index=False), written, compression="zstd", compression_level=1)
    content = written.getvalue().to_pybytes()
    path.write_bytes(content)
    return _sum_up(content)
