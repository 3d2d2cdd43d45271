"""A tidy table in the forms that others read: its columns in order and of one type, as CSV and as Parquet."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from analysis.data.dictionary import TidyFile
from analysis.errors import unknown
from analysis.tables import mask_table

TYPES = {
    "text": "str", "category": "str", "whole": "Int64", "number": "float32", "yes_no": "boolean",
    "time": "datetime64[us]",
}  # fmt: skip
LEVEL = 9  # of zstd


def make_tidy(table: pd.DataFrame, file: TidyFile) -> pd.DataFrame:
    """Give a table the columns of its file, in order, each of its type; fractions have seven figures.

    Raises InputError if the table lacks a column that the file has, save one that not every corpus has (all missing).
    """
    shaped = {}
    for name, column in file.columns.items():
        if name not in table and not (column.missing or column.absent):
            raise unknown("column", name, table.columns, f"{file.name} needs it.")
        if name in table:
            shaped[name] = _as_type(table[name], TYPES[column.type])
        elif column.missing:
            shaped[name] = pd.Series(pd.NA, index=table.index, dtype=TYPES[column.type])
    return pd.DataFrame(shaped).reset_index(drop=True)


def _as_type(values: pd.Series, kind: str) -> pd.Series:
    if kind == "str" and pd.api.types.is_object_dtype(values):
        values = values.map(lambda value: value if isinstance(value, str) or _is_missing(value) else str(value))
    return values.astype("float64").astype("float32") if kind == "float32" else values.astype(kind)


def _is_missing(value: object) -> bool:
    return value is None or (not isinstance(value, list | tuple | dict) and bool(pd.isna(value)))


def make_csv(table: pd.DataFrame, header: bool = True) -> bytes:
    """Write a table as CSV for spreadsheets too: UTF-8 with its mark, what would be a formula after an apostrophe.

    header: with the mark and the names of columns; without them it goes on with a file that has them.
    """
    text = mask_table(table).to_csv(index=False, header=header, lineterminator="\n", date_format="%Y-%m-%dT%H:%M:%S")
    return text.encode("utf-8-sig" if header else "utf-8", "replace")


def make_parquet(table: pd.DataFrame, file: TidyFile) -> bytes:
    """Write a table as Parquet (zstd); its schema says what each column is called and means."""
    content = io.BytesIO()
    pq.write_table(arrow_of(table, file), content, compression="zstd", compression_level=LEVEL)
    return content.getvalue()


def arrow_of(table: pd.DataFrame, file: TidyFile) -> pa.Table:
    """Give a shaped table as Arrow's, its columns described; texts in one type whatever pandas holds them in."""
    fields = [
        pa.field(name, _ARROW[file.columns[name].type], metadata=_about(file.columns[name])) for name in table.columns
    ]
    return pa.Table.from_pandas(table, pa.schema(fields, {"title": file.title, "row": file.row}), preserve_index=False)


def _about(column: object) -> Mapping[str, str]:
    return {"label": column.label, "meaning": column.meaning, "unit": column.unit, "values": column.tell_values()}


_ARROW = {
    "text": pa.string(), "category": pa.string(), "whole": pa.int64(), "number": pa.float32(), "yes_no": pa.bool_(),
    "time": pa.timestamp("us"),
}  # fmt: skip
