"""A table as its file gives it, and what a first pass over its rows finds in its columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from analysis.texts.readers.page import Note, Refused, Unreadable
from analysis.texts.readers.tables.naming import list_candidates
from analysis.texts.readers.tables.values import ColumnSketch, plain_value

MOST_COLUMNS = 10_000  # keys of records beyond these are not looked at
HINTED = ("published", "edited")  # dates are read a whole column at a time
_CYRILLIC = re.compile("[\u0400-\u04ff]")


class Row(NamedTuple):
    """A row: its number, as its file counts, and its cells by column."""

    number: int
    cells: Mapping[str, object]


@dataclass(frozen=True)
class Table:
    """A table of a file: its rows from the beginning at each call, with what could not be read and notes among them.

    name: the file, for notes and errors (book.xlsx#Sheet1 of a sheet); source: of a row, up to its number
    (articles.csv#row=); prefix: what stands before a row's number in its document's name.
    """

    name: str
    source: str
    rows: Callable[[], Iterator[Row | Refused | Note]]
    encoding: str = ""
    bytes: int = 0
    prefix: str = ""


@dataclass
class Survey:
    """What one pass over a table found: its columns in order, rows, the last number, and the cells that may be dates.

    dates: of every column that is called like one, each row's cell; scripts: "ru" for rows with a text in Cyrillic
    letters, whose dates with full stops are day first.
    """

    columns: dict[str, ColumnSketch] = field(default_factory=dict)
    rows: int = 0
    last: int = 0
    dates: dict[str, list[object]] = field(default_factory=dict)
    scripts: list[str | None] = field(default_factory=list)


def describe_table(table: Table, asked: Collection[str] = ()) -> Survey:
    """Pass over a table once; asked: further columns that hold dates. Raises Unreadable if there is no row."""
    survey, broken = Survey(), ""
    for row in table.rows():
        if not isinstance(row, Row):
            broken = broken or (row.reason if isinstance(row, Refused) else "")
            continue
        filled = {name: value for name, cell in row.cells.items() if (value := plain_value(cell)) is not None}
        if len(survey.columns) < MOST_COLUMNS and row.cells.keys() - survey.columns.keys():
            _add_columns(survey, list(row.cells), asked)
        if filled:
            _add_row(survey, row.number, filled)
    if not survey.rows:
        raise Unreadable(broken or "a table without rows: it holds nothing, or a header alone")
    return survey


def _add_columns(survey: Survey, columns: list[str], asked: Collection[str]) -> None:
    for name in columns:
        if name not in survey.columns and len(survey.columns) < MOST_COLUMNS:
            survey.columns[name] = ColumnSketch(name)
    hinted = {name for role in HINTED for name in list_candidates(columns, role)}.union(asked)
    for name in columns:
        if name in hinted and name not in survey.dates:
            survey.dates[name] = [None] * survey.rows


def _add_row(survey: Survey, number: int, filled: dict[str, object]) -> None:
    for name, value in filled.items():
        if name in survey.columns:
            survey.columns[name].add(value)
    for name, values in survey.dates.items():
        cell = filled.get(name)
        values.append(cell[:200] if isinstance(cell, str) else cell)
    letters = max((value[:100] for value in filled.values() if isinstance(value, str)), key=len, default="")
    survey.scripts.append("ru" if len(_CYRILLIC.findall(letters)) > 0.4 * len(letters) else None)
    survey.rows += 1
    survey.last = number
