"""Parquet: one row a text, read in batches."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from io import BytesIO

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from analysis.texts.readers.page import Content, Settings, Taken, Unreadable
from analysis.texts.readers.tables.frames import name_columns
from analysis.texts.readers.tables.gathering import gather_rows
from analysis.texts.readers.tables.json_cells import make_cells
from analysis.texts.readers.tables.table import MOST_COLUMNS, Row, Table

CONTAINER = "Parquet"
BATCH = 200  # rows
LARGEST = 2_000_000_000  # bytes of a file within an archive, which is taken out as a whole
FEW_VALUES = 100_000  # that a file of any size may have; others have at most
PER_BYTE = 3  # for each of its bytes: a table of texts has hundreds of bytes a value
FEW_LETTERS, MOST_RATIO = 10_000_000, 300  # letters of a file, and times its bytes that they may be, as in archives
LARGEST_NESTED = 50_000_000  # bytes of the lists and objects of a batch


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is a Parquet table: it begins as one."""
    return 0.99 if content.head.startswith(b"PAR1") else 0.0


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Give each row with a text as a page; raises Unreadable if it is broken or no column is plainly the text."""
    with content.open() as opened:
        stream = opened if opened.seekable() else BytesIO(content.read(LARGEST))
        try:
            table = pq.ParquetFile(stream)
            width = len(table.schema_arrow.names)
            if width > MOST_COLUMNS:
                raise Unreadable(f"{width:,} columns: {MOST_COLUMNS:,} are the most; one row a text, not one column")
            _check_claims(table.metadata, content.size)
            texts = [field.name for field in table.schema_arrow if pa.types.is_string(field.type)]
            table = pq.ParquetFile(stream, read_dictionary=texts)  # a text that rows share is there once
        except Unreadable:
            raise
        except (pa.ArrowException, OSError, ValueError) as problem:
            raise Unreadable(f"a broken Parquet table: {str(problem).splitlines()[0][:200]}") from problem
        rows = partial(_split_batches, table, max(FEW_LETTERS, MOST_RATIO * content.size))
        yield from gather_rows(Table(content.name, f"{content.name}#row=", rows, "", content.size), settings)


def _check_claims(about: pq.FileMetaData, size: int) -> None:
    """Raise Unreadable if a table says that it has more values than its bytes can hold: all alike, or none at all."""
    most = max(FEW_VALUES, PER_BYTE * size)
    values = about.num_rows
    for group in range(about.num_row_groups):
        parts = about.row_group(group)
        values = max([values, *(parts.column(at).num_values for at in range(parts.num_columns))])
    if values > most:
        raise Unreadable(f"{values:,} values in a column out of {size:,} bytes: taken for a bomb; leave it out")


def _split_batches(table: pq.ParquetFile, most: int) -> Iterator[Row]:
    """The rows, from 1, nested cells by their keys; raises Unreadable if their texts have more letters than `most`."""
    columns = name_columns(list(table.schema_arrow.names))
    number = letters = 0
    try:
        for batch in table.iter_batches(batch_size=BATCH):
            for cells in zip(*map(_list_cells, batch.columns), strict=True):
                number += 1
                letters += sum(len(cell) for cell in cells if isinstance(cell, str))
                if letters > most:
                    raise Unreadable(f"over {most:,} letters, from row {number:,}: taken for a bomb; save it as CSV")
                yield Row(number, make_cells(dict(zip(columns, cells, strict=True))))
    except Unreadable:
        raise
    except (pa.ArrowException, OSError, ValueError) as problem:
        raise Unreadable(f"a broken Parquet table, from row {number + 1:,}: {str(problem)[:200]}") from problem


def _list_cells(column: pa.Array) -> list[object]:
    """The cells of a column of a batch; those that share a text share it here."""
    if isinstance(column, pa.DictionaryArray):
        used = pc.unique(column.indices).drop_null()
        texts = dict(zip(used.to_pylist(), column.dictionary.take(used).to_pylist(), strict=True))
        return [texts.get(at) for at in column.indices.to_pylist()]
    if pa.types.is_nested(column.type) and column.nbytes > LARGEST_NESTED:
        raise Unreadable(f"lists or objects of {column.nbytes:,} bytes in {len(column)} rows: leave that column out")
    return column.to_pylist()
