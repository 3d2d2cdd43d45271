"""events.csv: what happened when, to be marked in everything that is drawn over time."""

from __future__ import annotations

import csv
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pandas as pd

from analysis.disk import locate_path
from analysis.errors import InputError, require
from analysis.projects import locate_in_project
from analysis.texts.dates import parse_dates
from analysis.texts.readers.encodings import decode_text
from analysis.texts.readers.listing import require_small
from analysis.texts.readers.page import Unreadable
from analysis.texts.readers.tables.dialect import DELIMITERS

NAME = "events.csv"
COLUMNS = ("date", "label")
LARGEST, MOST = 1_000_000, 1_000  # bytes, and events


def load_events(corpus: str | Path | pd.DataFrame) -> pd.DataFrame:
    """Load the events of a corpus: of events.csv in its folder, or beside its file; without one there are none.

    corpus: as for `load_corpus`. The file has the columns date (a date as news write it) and label, any delimiter and
    encoding; further columns are left alone.
    Returns one row an event, by date: date (datetime64), label.
    Raises InputError that names the lines: no date, a date that is none or could be two, no label.
    """
    file = _find_file(corpus)
    if file is None:
        return pd.DataFrame({"date": pd.Series(dtype="datetime64[us]"), "label": pd.Series(dtype="str")})
    lines, cells = _split_cells(file)
    dates = parse_dates([date or None for date, _ in cells])
    wrong = [
        f"line {line}: {_tell_problem(*cell)}"
        for line, cell, date in zip(lines, cells, dates, strict=True)
        if date is None or not cell[1]
    ]
    require(not wrong, f"{file.name} {'; '.join(wrong[:10])}{f'; … ({len(wrong)} in all)' if len(wrong) > 10 else ''}.")
    table = pd.DataFrame({"date": [date.when for date in dates], "label": [label for _, label in cells]})
    return table.astype({"date": "datetime64[us]", "label": "str"}).sort_values(["date", "label"], ignore_index=True)


def _find_file(corpus: str | Path | pd.DataFrame) -> Path | None:
    if isinstance(corpus, pd.DataFrame):
        return None
    require(
        isinstance(corpus, str | Path), f"corpus={corpus!r} is not the path of a file or a folder, nor a DataFrame."
    )
    path = locate_path(corpus)
    path = locate_in_project(path) or path
    with suppress(OSError):  # a name of more letters than a system has: nothing lies beside it
        beside = (path if path.is_dir() else path.parent) / NAME
        return beside if beside.is_file() and beside != path else None  # a corpus that is called so is a corpus
    return None


def _split_cells(file: Path) -> tuple[list[int], list[tuple[str, str]]]:
    """The date and the label of each line that holds something, and the lines' numbers."""
    require_small(file, LARGEST)
    try:
        text = decode_text(file.read_bytes())[0].removeprefix("\ufeff")
    except Unreadable as problem:
        raise InputError(f"{file.name} cannot be read: {problem} (in Excel: CSV UTF-8).") from problem
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(DELIMITERS, key=lambda mark: len(set(COLUMNS) & set(_header(first, mark))))
    header = _header(first, delimiter)
    missing = [column for column in COLUMNS if column not in header]
    require(not missing, f"{file.name} line 1 lacks the columns {missing}; it takes {list(COLUMNS)}.")
    places = [header.index(column) for column in COLUMNS]
    lines, cells, reader = [], [], csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                lines.append(reader.line_num)
                padded = [*row, *[""] * len(header)]
                cells.append(tuple(padded[place].strip() for place in places))
    except csv.Error as problem:
        raise InputError(f"{file.name} line {reader.line_num} is not CSV: {problem}.") from problem
    require(len(lines) <= MOST + 1, f"{file.name} has {len(lines) - 1:,} events; {MOST:,} can be marked at most.")
    return lines[1:], cells[1:]


def _header(line: str, delimiter: str) -> list[str]:
    return [cell.strip().strip('"').strip().lower() for cell in line.split(delimiter)]


def _tell_problem(date: str, label: str) -> str:
    if not date:
        return "has no date: write YYYY-MM-DD"
    return "has no label: say in a few words what happened" if not label else f"date={date!r} is no date: YYYY-MM-DD"
