"""sources.csv: what is known of each file."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pandas as pd

from analysis.errors import InputError, require, unknown

COLUMNS = ("file", "outlet", "country", "language", "translated", "published", "url", "note")
YES_NO = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


def load_sources(path: str | Path) -> pd.DataFrame:
    """Load what is known of each file of a corpus.

    path: a CSV file with the columns file, outlet, country, language, translated (yes or no),
    published (YYYY-MM-DD), url, note; an empty cell means unknown. file is the path under the corpus folder.
    Returns one row a file, the same columns: translated boolean, published datetime64, unknown NA.
    Raises InputError that names the line: a column missing or unknown, a file named twice, a value
    that is not of its kind.
    """
    path = Path(path)
    require(path.is_file(), f"path={str(path)!r} is not there: a CSV file with the columns {', '.join(COLUMNS)}.")
    try:
        reader = csv.reader(StringIO(path.read_text("utf-8-sig"), newline=""), strict=True)
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except UnicodeDecodeError as problem:
        raise InputError(f"{path.name} is not UTF-8: save it as UTF-8 (in Excel: CSV UTF-8).") from problem
    except csv.Error as problem:
        raise InputError(f"{path.name} line {reader.line_num} is not CSV: {problem}.") from problem
    require(bool(rows), f"{path.name} is empty: its first line names the columns {', '.join(COLUMNS)}.")
    header = [cell.strip() for cell in rows[0][1]]
    _check_columns(path.name, header)
    records = [_record(f"{path.name} line {line}", header, row) for line, row in rows[1:]]
    files = [record["file"] for record in records]
    twice = sorted({file for file in files if files.count(file) > 1})
    require(not twice, f"{path.name} names {twice} more than once: one line a file.")
    table = pd.DataFrame(records, columns=list(COLUMNS))
    kinds = dict.fromkeys(COLUMNS, "str") | {"translated": "boolean", "published": "datetime64[us]"}
    return table.astype(kinds)


def _check_columns(name: str, header: list[str]) -> None:
    for column in header:
        if column not in COLUMNS:
            raise unknown(f"{name} line 1: column", column, COLUMNS)
    missing = [column for column in COLUMNS if column not in header]
    require(not missing, f"{name} line 1 lacks the columns {missing}; it takes {list(COLUMNS)}.")


def _record(where: str, header: list[str], row: list[str]) -> dict[str, object]:
    require(
        len(row) == len(header),
        f"{where} has {len(row)} cells, its header {len(header)}: put a text with commas in quotation marks.",
    )
    record: dict[str, object] = {column: cell.strip() or None for column, cell in zip(header, row, strict=True)}
    require(record["file"] is not None, f"{where} has no file: give the file's path under the corpus folder.")
    if (translated := record["translated"]) is not None:
        if str(translated).lower() not in YES_NO:
            raise unknown(f"{where}: translated", translated, ("yes", "no"), "Leave it empty if it is unknown.")
        record["translated"] = YES_NO[str(translated).lower()]
    if (published := record["published"]) is not None:
        try:
            record["published"] = pd.to_datetime(str(published), format="ISO8601").tz_localize(None)
        except ValueError as problem:
            raise InputError(
                f"{where}: published={published!r} is no date: write YYYY-MM-DD, or leave it empty."
            ) from problem
    return record
