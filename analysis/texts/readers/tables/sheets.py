"""How many cells a spreadsheet lays out, counted in its parts before anything is laid out.

One cell at the far corner of a sheet, or one that repeats itself a million times, would take all the memory there is.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from analysis.texts.readers.page import Unreadable

LARGEST_UNPACKED = 500_000_000  # bytes of the parts of a spreadsheet
MOST_CELLS = 10_000_000  # of a sheet; 100,000 texts with 20 facts each are 2 million
_XLSX_CELL = re.compile(rb'<(?:\w+:)?c\b[^<>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^<>]*>')
_ODS_PIECE = re.compile(rb"<table:(table-row|table-cell|covered-table-cell|table)\b([^<>]*)>")
_ODS_ROWS = re.compile(rb'number-rows-repeated="([0-9]{1,9})"')
_ODS_COLUMNS = re.compile(rb'number-columns-repeated="([0-9]{1,9})"')
BINARY = "xl/workbook.bin"


def check_parts(data: bytes) -> None:
    """Raise Unreadable if a packed spreadsheet is broken, or lays out more than can be held."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
            if unpacked > LARGEST_UNPACKED:
                raise Unreadable(f"huge: {unpacked:,} bytes unpacked; save the sheet as CSV")
            if BINARY in parts.namelist():
                raise Unreadable("a binary workbook (xlsb): save it as xlsx")
            cells = max((_count_cells(name, parts) for name in parts.namelist()), default=0)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as problem:
        if isinstance(problem, Unreadable):
            raise
        raise Unreadable("a broken spreadsheet: its parts cannot be unpacked; save it again") from problem
    if cells > MOST_CELLS:
        raise Unreadable(f"huge: a sheet of {cells:,} cells, the most is {MOST_CELLS:,}; save it as CSV")


def _count_cells(name: str, parts: zipfile.ZipFile) -> int:
    if not name.endswith(".xml"):
        return 0
    return (_count_ods if name == "content.xml" else _count_xlsx)(parts.read(name))


def _count_xlsx(sheet: bytes) -> int:
    """Cells of the rectangle that holds all filled ones."""
    columns, rows = {b"A"}, 1
    for found in _XLSX_CELL.finditer(sheet):
        if not found[0].endswith(b"/>"):
            columns.add(found[1])
            rows = max(rows, int(found[2]))
    return rows * max(map(_number_column, columns))


def _number_column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _count_ods(content: bytes) -> int:
    """Cells of the rectangle that holds all filled ones, of the largest sheet, repeated ones included."""
    most = rows = width = at = repeated = 0
    for found in [*_ODS_PIECE.finditer(content), None]:
        kind, said = (found[1], found[2]) if found else (b"table", b"")
        if kind in (b"table", b"table-row"):
            if width_of_row := at:
                rows, width = rows + repeated, max(width, width_of_row)
            most = max(most, rows * width)
            rows, width = (0, 0) if kind == b"table" else (rows, width)
            at, repeated = 0, int((_ODS_ROWS.search(said) or [0, 1])[1])
        elif not said.endswith(b"/"):
            at += int((_ODS_COLUMNS.search(said) or [0, 1])[1])
    return most
