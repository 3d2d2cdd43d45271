"""A table that is given in Python, and others that come as Arrow's or pandas' columns."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from analysis.errors import InputError, require
from analysis.texts.readers.page import Settings, Taken, Unreadable
from analysis.texts.readers.tables.gathering import gather_rows
from analysis.texts.readers.tables.json_cells import make_cells
from analysis.texts.readers.tables.naming import fold_column_name
from analysis.texts.readers.tables.table import Row, Table
from analysis.texts.readers.tables.values import strip_halves

CHUNK = 5_000  # rows


def gather_table(frame: pd.DataFrame, name: str = "table", settings: Settings | None = None) -> Iterator[Taken]:
    """Give each row of a DataFrame as a page, as rows of a file; source is name#row=1 for the first row.

    frame: one row a text; which column is which is found as in files (docs/corpus.md). An index that has a name is a
    column; the frame stays as it is. name: what its documents are called (table-01).
    Raises InputError if it is no DataFrame, is empty, or no column is plainly the text.
    """
    require(isinstance(frame, pd.DataFrame), f"{name}: a DataFrame is asked for, not {type(frame).__name__}.")
    require(len(frame) > 0, f"{name} is a DataFrame without rows: give one row a text.")
    table = Table(name, f"{name}#row=", lambda: _split_frame(frame))
    try:
        yield from gather_rows(table, settings or Settings())
    except Unreadable as problem:
        raise InputError(f"{name}: {problem}.") from problem


def _split_frame(frame: pd.DataFrame) -> Iterator[Row]:
    if any(name is not None for name in frame.index.names):
        frame = frame.reset_index(names=[name if name not in frame.columns else f"{name} (index)" for name in
                                         frame.index.names])  # fmt: skip
    columns = name_columns([".".join(map(str, c)) if isinstance(c, tuple) else c for c in frame.columns])
    for start in range(0, len(frame), CHUNK):
        part = frame.iloc[start : start + CHUNK].astype(object)
        for number, cells in enumerate(part.itertuples(index=False, name=None), start + 1):
            yield Row(number, make_cells(dict(zip(columns, map(_plain, cells), strict=True))))


def _plain(cell: object) -> object:
    return cell.tolist() if isinstance(cell, np.ndarray) else cell


def name_columns(header: list[object]) -> list[str]:
    """Name the columns of a header, each once: one without a name by its place, one that stands twice with (2)."""
    names: list[str] = []
    taken: set[str] = set()
    for place, cell in enumerate(header, 1):
        base = (
            strip_halves(str(cell).replace("\ufeff", "").strip())
            if cell is not None and fold_column_name(cell)
            else f"column {place}"
        )
        name, again = base, 2
        while name in taken:
            name, again = f"{base} ({again})", again + 1
        names.append(name)
        taken.add(name)
    return names


def tell_header(header: list[object], names: list[str]) -> str:
    """Tell which columns of a header had no name or one that stood twice; "" if none."""
    changed = [
        name for cell, name in zip(header, names, strict=True) if str(cell).replace("\ufeff", "").strip() != name
    ]
    return f"columns without a name, or with one that stands twice, are called {', '.join(map(repr, changed[:5]))}" \
        if changed else ""  # fmt: skip
