"""Tables as files: a CSV to open at once, and beside a long one a Parquet file of the whole, neither very large."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.disk import write_bytes
from analysis.tables import mask_table

MOST_WRITTEN = 10_000  # rows of a CSV; a spreadsheet opens them at once
MOST_CSV, MOST_PARQUET = 200_000, 600_000  # bytes; forty tables of that make a folder that can still be sent
MOST_TRIED = 500_000  # rows of a Parquet file: more never take less than its bytes
LEVEL = 9  # of zstd: a tenth smaller than by default


class TableFiles(NamedTuple):
    """A table of so many rows as files: CSV and Parquet (b"": there is none), and how many rows either holds."""

    name: str
    rows: int
    csv: bytes
    in_csv: int
    parquet: bytes = b""
    in_parquet: int = 0

    def tell(self, folder: str = "") -> str:
        """Say which file holds how many of the rows. folder: stands before the files' names."""
        csv, parquet = f"{folder}{self.name}.csv", f"{folder}{self.name}.parquet"
        if not self.parquet:
            return f"all are in {csv}"
        if self.in_parquet == self.rows:
            return f"the first {self.in_csv:,} are in {csv}, all in {parquet}"
        return (
            f"the first {self.in_csv:,} are in {csv}, the first {self.in_parquet:,} in {parquet}; "
            "no larger file is kept"
        )

    def write(self, folder: Path) -> None:
        """Write NAME.csv; of a long table also NAME.parquet, and NAME-note.txt that says what is where."""
        write_bytes(folder / f"{self.name}.csv", self.csv)
        if self.parquet:
            write_bytes(folder / f"{self.name}.parquet", self.parquet)
            write_bytes(folder / f"{self.name}-note.txt", f"Of {self.rows:,} rows {self.tell()}.\n".encode())


def make_table_files(table: pd.DataFrame, name: str, cut_by: str = "") -> TableFiles:
    """Make a table's CSV and, of a long one, which has only its first rows there, the Parquet file that holds all.

    A CSV has MOST_WRITTEN rows and MOST_CSV bytes at most, a Parquet file MOST_PARQUET bytes: only a table that is
    longer still is cut there too. Parquet holds fractions to seven figures. cut_by: a column by which a table that is
    cut is ordered first, so that what is kept are the first of each group.
    """
    csv, rows = _fitting(table.head(MOST_WRITTEN), _as_csv, MOST_CSV)
    if rows == len(table):
        return TableFiles(name, len(table), csv, rows)
    if cut_by:
        table = table.sort_values(cut_by, kind="stable")
        csv, rows = _fitting(table.head(rows), _as_csv, MOST_CSV)
    return TableFiles(name, len(table), csv, rows, *_fitting(table.head(MOST_TRIED), _as_parquet, MOST_PARQUET))


def _fitting(table: pd.DataFrame, form: Callable[[pd.DataFrame], bytes], most: int) -> tuple[bytes, int]:
    """Give a table's bytes in a form, and how many rows they hold: all, or as many of the first as fit."""
    rows, content = len(table), form(table)
    while len(content) > most and rows > 1:
        rows = max(1, int(rows * min(0.97, 0.99 * most / len(content))))
        content = form(table.head(rows))
    return content, rows


def _as_csv(table: pd.DataFrame) -> bytes:
    """Write as CSV in which no text is a formula to a spreadsheet."""
    return mask_table(table).to_csv(index=False, lineterminator="\n").encode("utf-8", "replace")


def _as_parquet(table: pd.DataFrame) -> bytes:
    """Write as Parquet, small: fractions in half the bytes and byte by byte, repeated texts by number."""
    mixed = [name for name in table if pd.api.types.is_object_dtype(table[name])]
    fractions = [name for name in table if table[name].dtype == "float64"]
    numbers = [*fractions, *(name for name in table if table[name].dtype == "int64")]
    types = dict.fromkeys(mixed, "str") | dict.fromkeys(fractions, "float32")  # Parquet has one type a column
    few = [name for name in table if name not in numbers and table[name].astype("str").nunique() * 4 < len(table)]
    content = io.BytesIO()
    table.astype(types).to_parquet(
        content, index=False, compression="zstd", compression_level=LEVEL, use_dictionary=few or False,
        column_encoding=dict.fromkeys(numbers, "BYTE_STREAM_SPLIT"),
    )  # fmt: skip
    return content.getvalue()
