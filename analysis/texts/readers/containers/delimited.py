"""Tables in plain text (CSV, TSV): one row a text, in any encoding that the suite reads, a line at a time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from analysis.texts.readers.page import Content, Note, Refused, Settings, Taken, Unreadable
from analysis.texts.readers.tables.decoding import Encoded, decode_head, detect_encoding, split_file_lines, split_pieces
from analysis.texts.readers.tables.dialect import LONGEST_NAME, Dialect, detect_dialect, is_header, rate_table
from analysis.texts.readers.tables.frames import name_columns, tell_header
from analysis.texts.readers.tables.gathering import gather_rows
from analysis.texts.readers.tables.records import split_records
from analysis.texts.readers.tables.table import MOST_COLUMNS, Row, Table
from analysis.texts.readers.tables.values import tell_count

CONTAINER = "table in plain text"
SAMPLE = 500_000  # characters by which it is found how cells are parted


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is a table in plain text: its records are alike and its first one names columns."""
    text = decode_head(content)
    return 0.0 if text is None else rate_table(text, content.name, len(content.head) >= content.size)


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Give each row with a text as a page; raises Unreadable if no column is plainly the text."""
    encoded = detect_encoding(content)
    text, whole = _sample(content, encoded)
    dialect = detect_dialect(text, whole)
    if dialect is None:
        raise Unreadable("not a table: its lines do not hold as many cells as one another, whatever parts them")
    if dialect.width > MOST_COLUMNS:
        raise Unreadable(f"{dialect.width:,} columns: {MOST_COLUMNS:,} are the most; one row a text, not one column")
    headed = is_header(dialect.header)
    columns = name_columns(dialect.header if headed else [None] * dialect.width)
    if encoded.broken:
        yield Note(content.name, f"not {encoded.name} in {tell_count(encoded.broken, 'place')}, which stand as \ufffd")
    if note := tell_header(dialect.header, columns) if headed else _tell_no_header(columns):
        yield Note(content.name, note)
    if headed and dialect.skipped:
        yield Note(content.name, f"the first {dialect.skipped} lines, above the header, are not read")
    rows = partial(_split_rows, content, encoded, dialect, columns, _strip_cells(dialect.header) if headed else [])
    yield from gather_rows(Table(content.name, f"{content.name}#row=", rows, encoded.name, content.size), settings)


def _sample(content: Content, encoded: Encoded) -> tuple[str, bool]:
    """The beginning of a file in whole lines, and whether that is all of it."""
    parts, size = [], 0
    for line in split_file_lines(content, encoded):
        if line.text is None and parts:
            break
        if line.text is None:
            raise Unreadable(f"line {line.number:,} has {line.size:,} characters: no table of texts has such a header")
        parts.append(line.text)
        size += line.size
        if size > SAMPLE:
            break
    else:
        return "".join(parts), True
    return "".join(parts), False


def _tell_no_header(columns: list[str]) -> str:
    return f"its first line names no columns: they are called {', '.join(map(repr, columns[:3]))} …"


def _split_rows(
    content: Content, encoded: Encoded, dialect: Dialect, columns: list[str], header: list[str]
) -> Iterator[Row | Refused | Note]:
    """The rows below the header; numbers count records from 1, the header and what stands above it included.

    header: its cells, [] where there is none; where it stands again, as in files that were put together, is no row.
    """
    pieces = split_pieces(content, encoded)
    if dialect.named:
        next(pieces)
    above = dialect.skipped + bool(header)
    mended = again = 0
    for number, record in enumerate(split_records(pieces, dialect), 1):
        if number <= above:
            continue
        if record.problem:
            size = record.lines
            yield Refused(
                f"{content.name}#row={number}",
                f"row {number} (line {record.line:,}{f' to {record.line + size - 1:,}' if size > 1 else ''}): "
                f"{record.problem}",
            )
        elif header and len("".join(record.cells[:1])) < LONGEST_NAME and _strip_cells(record.cells) == header:
            again += 1
        elif any(record.cells):
            mended += record.mended
            yield Row(number, dict(zip(columns, record.cells, strict=False)))
    if again:
        yield Note(content.name, f"the header stands again in {tell_count(again, 'row')}, left out")
    if mended:
        yield Note(content.name, f"quotation marks in {tell_count(mended, 'row')} are not doubled: read as they stand")


def _strip_cells(cells: list[str]) -> list[str]:
    return [cell.replace("\ufeff", "").strip() for cell in cells]
