"""How much a spreadsheet lays out, counted in its parts before anything is laid out.

One cell at the far corner of a sheet, one that repeats itself a million times, or a long text that many cells share
would take all the memory there is.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import IO

from analysis.texts.readers.containers.archives_members import check_ratio
from analysis.texts.readers.page import Unreadable
from analysis.texts.readers.tables.sheets_ods import SAID, LaidOut, count_ods

LARGEST_UNPACKED = 400_000_000  # bytes of the parts of a spreadsheet
MOST_CELLS = 10_000_000  # of a sheet; 100,000 texts with 20 facts each are 2 million
MOST_BYTES = 400_000_000  # of the texts of its cells, a text that several share counted for each
CHUNK = 1 << 20
BINARY = "xl/workbook.bin"
STRINGS = "sharedStrings.xml"
_WHOLE_TAG = re.compile(rb"<" + SAID + rb">")
_XLSX_CELL = re.compile(  # and the number of the text that it holds
    rb"<(?:\w+:)?c\s(" + SAID + rb")>(?:\s*+(?:<(?:\w+:)?f\b[^<]*(?:</(?:\w+:)?f>)?)?\s*+"
    rb"<(?:\w+:)?v\b[^<>]*>\s*+0*+([0-9]{1,9})\s*+<)?"
)
_XLSX_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})([0-9]{1,7})["']""", re.IGNORECASE)
_XLSX_SHARED = re.compile(rb"""\bt\s*=\s*["']s["']""")
_XLSX_TEXT = re.compile(rb"<(?:\w+:)?si\b")


def check_parts(data: bytes) -> None:
    """Raise Unreadable if a packed spreadsheet is broken, or lays out more than can be held."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            for part in parts.infolist():
                check_ratio(part.file_size, part.compress_size)
            unpacked = sum(part.file_size for part in parts.infolist())
            if unpacked > LARGEST_UNPACKED:
                raise Unreadable(f"huge: {unpacked:,} bytes unpacked; save the sheet as CSV")
            if BINARY in parts.namelist():
                raise Unreadable("a binary workbook (xlsb): save it as xlsx")
            laid = _count_parts(parts)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as problem:
        if isinstance(problem, Unreadable):
            raise
        raise Unreadable("a broken spreadsheet: its parts cannot be unpacked; save it again") from problem
    if laid.cells > MOST_CELLS:
        raise Unreadable(f"huge: a sheet of {laid.cells:,} cells, the most is {MOST_CELLS:,}; save it as CSV")
    if laid.bytes > MOST_BYTES:
        raise Unreadable(
            f"huge: a sheet with texts of {laid.bytes:,} bytes, the most is {MOST_BYTES:,}; save it as CSV"
        )


def _count_parts(parts: zipfile.ZipFile) -> LaidOut:
    """What the largest sheet lays out."""
    names, sizes, most = parts.namelist(), [], LaidOut(0, 0)
    for name in names:
        if name.endswith(STRINGS):
            with parts.open(name) as part:
                sizes = _measure_texts(part)
    for name in names:
        if name.startswith("xl/media/") or name.endswith(STRINGS):
            continue
        with parts.open(name) as part:
            pieces = _split_markup(part)
            laid = count_ods(pieces) if name == "content.xml" else _count_xlsx(pieces, sizes)
        most = LaidOut(max(most.cells, laid.cells), max(most.bytes, laid.bytes))
    return most


def _split_markup(part: IO[bytes]) -> Iterator[bytes]:
    """A part a megabyte at a time, no tag cut in two; raises Unreadable if one is longer than that."""
    rest = b""
    while chunk := part.read(CHUNK):
        data = rest + chunk
        cut = data.rfind(b"<")
        if cut > 0:
            yield data[:cut]
            rest = data[cut:]
        elif cut < 0 or _WHOLE_TAG.match(data):
            yield data  # what follows is the rest of a long text
            rest = b""
        else:
            raise Unreadable("a broken spreadsheet: a tag of over a million bytes; save it again")
    yield rest


def _measure_texts(part: IO[bytes]) -> list[int]:
    """The bytes of each text that cells share, its markup included."""
    places, passed = [], 0
    for data in _split_markup(part):
        places += [passed + found.start() for found in _XLSX_TEXT.finditer(data)]
        passed += len(data)
    return [end - begin for begin, end in zip(places, [*places[1:], passed], strict=True)]


def _count_xlsx(sheet: Iterator[bytes], sizes: list[int]) -> LaidOut:
    """Cells of the rectangle that holds all filled ones, and the bytes of the texts that they share."""
    columns, rows, shared = {b"A"}, 1, 0
    for found in (found for data in sheet for found in _XLSX_CELL.finditer(data)):
        place = None if found[1].endswith(b"/") else _XLSX_PLACE.search(found[1])
        if place:
            columns.add(place[1].upper())
            rows = max(rows, int(place[2]))
        if found[2] and int(found[2]) < len(sizes) and _XLSX_SHARED.search(found[1]):
            shared += sizes[int(found[2])]
    return LaidOut(rows * max(map(_number_column, columns)), shared)


def _number_column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
