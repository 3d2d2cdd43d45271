"""Blocks: the tables of some files of a corpus, as Parquet in a folder of their own, whole or not there at all.

A block is named after what it was made of, so that who makes it again makes the same; it is written beside and then
given its name in one step. A part of a corpus is made of slices of blocks: files that are prepared again lie in a new
block, and what an older one holds of them is no longer read.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from analysis.disk import name_beside
from analysis.errors import InputError

UNIT = "unit"  # the column that says which file, or stretch of a large file, a row comes from


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


def write_block(folder: Path, name: str, tables: Mapping[str, pd.DataFrame | Mapping[str, np.ndarray]]) -> None:
    """Write a block's tables (arrays as npz) so that a reader sees all of them or none."""
    folder.mkdir(parents=True, exist_ok=True)
    beside = name_beside(folder)
    beside.mkdir()
    try:
        for table, rows in tables.items():
            if isinstance(rows, pd.DataFrame):
                _write_parquet(rows, beside / f"{table}.parquet")
            else:
                np.savez(beside / f"{table}.npz", **rows)
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


def load_arrays(folder: Path, block: str, name: str) -> dict[str, np.ndarray]:
    """Load a block's arrays by their names."""
    try:
        with np.load(folder / block / f"{name}.npz", allow_pickle=False) as arrays:
            return {key: arrays[key] for key in arrays.files}
    except FileNotFoundError as cause:
        raise _tell_gone(folder) from cause
    except (BadZipFile, EOFError, ValueError) as cause:
        raise _tell_damaged(folder) from cause


def _gather(folder: Path, part: Iterable[Slice], table: str, columns: list[str] | None) -> pa.Table:
    found = []
    for one in part:
        wanted = columns if columns is None or one.units is None else [*dict.fromkeys([*columns, UNIT])]
        rows = _load_parquet(folder / one.block / f"{table}.parquet", wanted)
        if one.units is not None:
            rows = rows.filter(pc.is_in(rows[UNIT], pa.array(one.units, pa.string())))
            rows = rows if columns is None else rows.select(columns)
        found.append(rows)
    return pa.concat_tables(found, promote_options="permissive")


def _load_parquet(path: Path, columns: list[str] | None) -> pa.Table:
    try:
        return pq.read_table(path, columns=columns, partitioning=None)
    except FileNotFoundError as cause:
        raise _tell_gone(path.parents[1]) from cause
    except (pa.ArrowInvalid, OSError) as cause:
        raise _tell_damaged(path.parents[1]) from cause


def _tell_gone(folder: Path) -> InputError:
    return InputError(f"the prepared corpus in {str(folder)!r} was cleaned or prepared anew meanwhile: load it again.")


def _tell_damaged(folder: Path) -> InputError:
    return InputError(f"the prepared corpus in {str(folder)!r} cannot be read: run `framing clean`, and load it again.")


def _write_parquet(rows: pd.DataFrame, path: Path) -> None:
    bare = rows.copy(deep=False)
    bare.attrs = {}  # what a table rests on is said when it is used
    table = pa.Table.from_pandas(bare, preserve_index=False)
    pq.write_table(table, path, compression="zstd", compression_level=1)


def count_stored(folder: Path, blocks: Iterable[str], table: str) -> int:
    """Count the rows of a table of several blocks without reading them."""
    try:
        return sum(pq.read_metadata(folder / block / f"{table}.parquet").num_rows for block in blocks)
    except FileNotFoundError as cause:
        raise _tell_gone(folder) from cause
    except (pa.ArrowInvalid, OSError) as cause:
        raise _tell_damaged(folder) from cause
