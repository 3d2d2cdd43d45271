"""Parquet: one row a text, read in batches."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from io import BytesIO

import pyarrow as pa
import pyarrow.parquet as pq

from analysis.texts.readers.page import Content, Settings, Taken, Unreadable
from analysis.texts.readers.tables.frames import name_columns
from analysis.texts.readers.tables.gathering import gather_rows
from analysis.texts.readers.tables.json_cells import make_cells
from analysis.texts.readers.tables.table import MOST_COLUMNS, Row, Table

CONTAINER = "Parquet"
BATCH = 200  # rows
LARGEST = 2_000_000_000  # bytes of a file within an archive, which is taken out as a whole


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is a Parquet table: it begins as one."""
    return 0.99 if content.head.startswith(b"PAR1") else 0.0


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Give each row with a text as a page; raises Unreadable if it is broken or no column is plainly the text."""
    with content.open() as opened:
        stream = opened if opened.seekable() else BytesIO(content.read(LARGEST))
        try:
            table = pq.ParquetFile(stream)
        except (pa.ArrowException, OSError, ValueError) as problem:
            raise Unreadable(f"a broken Parquet table: {str(problem).splitlines()[0][:200]}") from problem
        width = len(table.schema_arrow.names)
        if width > MOST_COLUMNS:
            raise Unreadable(f"{width:,} columns: {MOST_COLUMNS:,} are the most; one row a text, not one column")
        rows = partial(_split_batches, table)
        yield from gather_rows(Table(content.name, f"{content.name}#row=", rows, "", content.size), settings)


def _split_batches(table: pq.ParquetFile) -> Iterator[Row]:
    """The rows, from 1, nested cells by their keys."""
    columns = name_columns(list(table.schema_arrow.names))
    number = 0
    try:
        for batch in table.iter_batches(batch_size=BATCH):
            for cells in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                number += 1
                yield Row(number, make_cells(dict(zip(columns, cells, strict=True))))
    except (pa.ArrowException, OSError, ValueError) as problem:
        raise Unreadable(f"a broken Parquet table, from row {number + 1:,}: {str(problem)[:200]}") from problem
