"""Spreadsheets (xlsx, xlsm, xls, ods): every sheet that has a column of texts; macros and links are never run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from io import BytesIO
from itertools import islice

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, ZipError

from analysis.errors import InputError
from analysis.texts.readers.fenced import run_fenced
from analysis.texts.readers.page import Content, Note, Settings, Taken, Unreadable
from analysis.texts.readers.tables.dialect import PREAMBLE, is_header
from analysis.texts.readers.tables.frames import name_columns
from analysis.texts.readers.tables.gathering import gather_rows
from analysis.texts.readers.tables.sheets import check_parts
from analysis.texts.readers.tables.table import MOST_COLUMNS, Row, Table
from analysis.texts.readers.tables.values import tell_count

CONTAINER = "spreadsheet"
LARGEST = 300_000_000  # bytes of a file, which is taken as a whole
SECONDS = 60  # of the processor that a workbook may take to be laid out; a hundred thousand texts take one
MOST_SHEETS = 1_000
LONGEST_CELL = 32_767  # characters that Excel keeps of a text
INSIDE = (b"xl/", b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet")
OLD = b"\xd0\xcf\x11\xe0"
OLD_WORKBOOKS = (b"W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00", b"B\x00o\x00o\x00k\x00")
ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods")


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is a spreadsheet: by the names of the parts in it, where its first bytes show them."""
    if content.head.startswith(b"PK\x03\x04"):
        named = any(mark in content.head for mark in INSIDE)
        return 0.98 if named else 0.9 if content.name.lower().endswith(ENDINGS) else 0.0
    if content.head.startswith(OLD):
        return 0.97 if any(mark in content.head for mark in OLD_WORKBOOKS) or content.name.endswith(".xls") else 0.0
    return 0.0


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Give each row with a text as a page, of every sheet that has a column of texts; raises Unreadable if none has."""
    workbook = _open_workbook(content)
    if len(workbook.sheet_names) > MOST_SHEETS:
        raise Unreadable(f"a workbook of {len(workbook.sheet_names):,} sheets, the most is {MOST_SHEETS:,}")
    reasons, missing, read = [], [], 0
    for name in workbook.sheet_names:
        prefix = f"{name}-" if len(workbook.sheet_names) > 1 else ""
        try:
            yield from _split_sheet(content, workbook.get_sheet_by_name(name), name, prefix, settings)
            read += 1
        except InputError as problem:
            missing.append(problem)
        except (Unreadable, CalamineError) as problem:
            reasons.append(f"sheet {name!r}: {problem}")
    if not read and missing:
        raise missing[0]
    if not read:
        raise Unreadable("; ".join(reasons[:5]) or "a spreadsheet without sheets")
    for reason in [*reasons, *map(str, missing)]:
        yield Note(content.name, f"{reason}; not read")


def _open_workbook(content: Content) -> CalamineWorkbook:
    data = content.read(LARGEST)
    if data.startswith(b"PK"):
        check_parts(data)
    run_fenced(partial(_try_workbook, data), SECONDS)
    try:
        return CalamineWorkbook.from_filelike(BytesIO(data))
    except PasswordError as problem:
        raise Unreadable("a spreadsheet with a password: save it without one") from problem
    except (CalamineError, ZipError, OSError) as problem:
        raise Unreadable(f"a broken spreadsheet: {problem}; save it again, or as CSV") from problem


def _try_workbook(data: bytes) -> None:
    """Lay a workbook out where it does no harm: what is packed is not looked at before, nor are old ones."""
    with suppress(CalamineError, PasswordError, ZipError, OSError):
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        for name in workbook.sheet_names[:MOST_SHEETS]:
            with suppress(CalamineError):
                for _ in workbook.get_sheet_by_name(name).iter_rows():
                    pass


def _split_sheet(content: Content, sheet: CalamineSheet, name: str, prefix: str, settings: Settings) -> Iterator[Taken]:
    if not sheet.height:
        raise Unreadable("empty")
    if sheet.total_width > MOST_COLUMNS:
        raise Unreadable(f"{sheet.total_width:,} columns: {MOST_COLUMNS:,} are the most; one row a text")
    above, header = _find_header(sheet)
    columns = name_columns(header or [None] * sheet.width)
    called = f"{content.name}#{name}"
    if header is None:
        yield Note(called, f"its first row names no columns: they are called {', '.join(map(repr, columns[:3]))} …")
    elif above > 1:
        yield Note(called, f"its header is row {above}: what stands above is not read")
    rows = partial(_split_cells, sheet, columns, above, called)
    yield from gather_rows(Table(called, f"{called}!", rows, "", content.size, prefix), settings)


def _find_header(sheet: CalamineSheet) -> tuple[int, list[object] | None]:
    """How many rows stand above the first text, and the header among them: the first row that is nearly full."""
    first = list(islice(sheet.iter_rows(), PREAMBLE + (sheet.start or (0, 0))[0]))
    filled = [sum(cell != "" for cell in row) for row in first]
    number = next(at for at, count in enumerate(filled, 1) if count >= max(1, 0.6 * max(filled)))
    header = first[number - 1]
    return (number, header) if is_header(header) else (number - 1, None)


def _split_cells(sheet: CalamineSheet, columns: list[str], above: int, called: str) -> Iterator[Row | Note]:
    """The rows below the header; numbers are those that a spreadsheet shows."""
    cut = 0
    for number, cells in enumerate(sheet.iter_rows(), 1):
        if number > above and any(cell != "" for cell in cells):
            cut += any(isinstance(cell, str) and len(cell) == LONGEST_CELL for cell in cells)
            yield Row(number, dict(zip(columns, cells, strict=False)))
    if cut:
        yield Note(called, f"texts of {tell_count(cut, 'row')} end at {LONGEST_CELL:,} characters: Excel cut them off")
