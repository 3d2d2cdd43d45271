"""The records of a table in plain text, one after another; a mark not closed, or text behind a closed one, is named."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from itertools import chain, islice, tee
from typing import NamedTuple

from analysis.texts.readers.tables.decoding import LARGEST_CELL, TextLine, make_lines
from analysis.texts.readers.tables.dialect import Dialect

MOST_LINES = 20_000  # lines of a record: more are a quotation mark that is not closed
MOST_UNCLOSED = 20  # records with such a mark after which one is looked for in few lines only, or a file takes hours
FEW_LINES = 100
UNCLOSED = "a quotation mark is not closed"
BEHIND = "text stands behind a closed quotation mark; marks within a text are doubled"


class TextRecord(NamedTuple):
    """A record: its cells, or the problem for which it has none; its first line (from 1) and how many it holds.

    mended: whether quotation marks in its cells are not doubled, so that it could be read only as it stands.
    """

    line: int
    lines: int
    cells: list[str]
    problem: str = ""
    mended: bool = False


class _TooLong(Exception):
    """A record holds more than a record may."""


class _Feed:
    """The lines of a file for `csv.reader`, remembered for as long as they belong to one record.

    unclosed: records so far with a mark that is not closed.
    """

    def __init__(self) -> None:
        self._lines: Iterator[TextLine] = iter(())
        self._back: list[TextLine] = []
        self.taken: list[TextLine] = []
        self.size, self.most_lines, self.unclosed = 0, MOST_LINES, 0

    def go_on_with(self, lines: Iterator[TextLine]) -> None:
        self._lines = lines

    def begin(self) -> None:
        self.taken, self.size = [], 0
        self.most_lines = FEW_LINES if self.unclosed >= MOST_UNCLOSED else MOST_LINES

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        line = self._back.pop() if self._back else next(self._lines)  # as `take`, which costs a call for each line
        _, text, size = line
        self.taken.append(line)
        self.size += size
        if text is None or self.size > 2 * LARGEST_CELL or len(self.taken) > self.most_lines:
            raise _TooLong
        return text

    def take(self) -> TextLine | None:
        line = self._back.pop() if self._back else next(self._lines, None)
        if line is not None:
            self.taken.append(line)
            self.size += line.size
        return line

    def take_as_many(self) -> bool:
        """Take as many lines again, so that none is looked at for each line after it; whether there were any."""
        taken = len(self.taken)
        while len(self.taken) < 2 * taken and len(self.taken) <= FEW_LINES and self.take() is not None:
            pass
        return len(self.taken) > taken

    def put_back(self, kept: int) -> None:
        self._back += reversed(self.taken[kept:])
        self.taken = self.taken[:kept]

    @property
    def is_ahead(self) -> bool:
        """Whether it holds lines that were taken and put back."""
        return bool(self._back)


def split_records(pieces: Iterator[str], dialect: Dialect) -> Iterator[TextRecord]:
    """Split the lines of a file into records; one that cannot be read is given without cells, with its problem.

    pieces: what `split_pieces` gives. Nearly all records are right: they are read by `csv.reader` alone, from lines
    that a second iterator remembers; the first that is not is read again, line by line.
    """
    csv.field_size_limit(max(csv.field_size_limit(), 4 * LARGEST_CELL))  # the module's own, for all its readers
    line, feed, lines = 1, _Feed(), pieces
    while True:
        ahead, lines = tee(lines)
        reader, held, taken = csv.reader(islice(ahead, MOST_LINES), strict=True, **dialect.options()), 0, []
        with suppress(csv.Error):
            for cells in reader:
                taken = list(islice(lines, reader.line_num - held))
                if sum(map(len, taken)) > 2 * LARGEST_CELL:
                    break
                yield _make_record(cells, dialect, line, len(taken))
                line, held, taken = line + len(taken), reader.line_num, []
            else:
                if not held:
                    return
        if held and not taken:
            continue  # a record that goes on beyond these lines, or cannot be read, is looked at alone
        lines = chain(taken, lines) if taken else lines
        feed.go_on_with(make_lines(lines, line))
        for record in _split_with_care(feed, dialect):
            yield record
            line = record.line + record.lines


def _split_with_care(feed: _Feed, dialect: Dialect) -> Iterator[TextRecord]:
    """The next record, and those after it for as long as there are lines that were put back, or after many faults."""
    reader = csv.reader(feed, strict=True, **dialect.options())
    while True:
        feed.begin()
        try:
            cells = next(reader)
            yield _make_record(cells, dialect, feed.taken[0].number, len(feed.taken))
        except StopIteration:
            return
        except (csv.Error, _TooLong):
            record = _mend_record(feed, dialect)
            feed.unclosed += record.problem.endswith((UNCLOSED, BEHIND))
            yield record
        if not feed.is_ahead and feed.unclosed < MOST_UNCLOSED:
            return


def _make_record(cells: list[str], dialect: Dialect, first: int, lines: int) -> TextRecord:
    if max(map(len, cells), default=0) > LARGEST_CELL:
        return TextRecord(first, lines, [], f"a cell of more than {LARGEST_CELL:,} characters")
    if len(cells) > dialect.width and not any(cells[dialect.width :]):
        return TextRecord(first, lines, cells[: dialect.width])  # delimiters after the last cell
    if len(cells) != dialect.width and any(cells):
        return TextRecord(first, lines, [], _uneven(cells, dialect, lines))
    return TextRecord(first, lines, cells)


def _uneven(cells: list[str], dialect: Dialect, lines: int) -> str:
    problem = f"{len(cells)} cells, not {dialect.width}"
    if lines == 1:
        return f"{problem}: put a text that holds {dialect.delimiter!r} in quotation marks"
    return f"{problem}, on {lines:,} lines: perhaps {UNCLOSED}"


def _mend_record(feed: _Feed, dialect: Dialect) -> TextRecord:
    """Read a record whose marks are not doubled as it stands, or refuse it up to the line where the next one begins."""
    if any(line.text is None for line in feed.taken):
        kept = next(at for at, line in enumerate(feed.taken) if line.text is None)
        feed.put_back(kept or 1)
        size = feed.taken[0].size
        problem = UNCLOSED if kept else f"a line of {size:,} characters: a cell holds {LARGEST_CELL:,} at most"
        return TextRecord(feed.taken[0].number, len(feed.taken), [], problem)
    cells = _split_as_it_stands(feed, dialect)
    first = feed.taken[0].number
    fits = cells is not None and len(cells) == dialect.width and not any(_opens_cell(c, dialect) for c in cells)
    if fits and not any(_begins_record(line.text or "", dialect) for line in feed.taken[1:]):
        return TextRecord(first, len(feed.taken), cells, mended=True)
    held = len(feed.taken)
    for at, line in enumerate(feed.taken[1:], 1):
        if _begins_record(line.text or "", dialect):
            feed.put_back(at)
            return TextRecord(first, at, [], _tell_fault(feed, dialect))
    fault = _tell_fault(feed, dialect)
    return TextRecord(first, held, [], fault if held == 1 else f"it holds {held:,} lines: {fault}")


def _tell_fault(feed: _Feed, dialect: Dialect) -> str:
    """Say what is wrong with a record that cannot be read: of an even number of marks none is left open."""
    marks = sum((line.text or "").count(dialect.quote or '"') for line in feed.taken)
    return UNCLOSED if marks % 2 else BEHIND


def _split_as_it_stands(feed: _Feed, dialect: Dialect) -> list[str] | None:
    """Cells of a record in which a mark closes a cell only before a delimiter or a line end; None if one stays open."""
    while (found := _split_marks("".join(line.text or "" for line in feed.taken), dialect)) is None:
        if len(feed.taken) > FEW_LINES or feed.size > LARGEST_CELL or not feed.take_as_many():
            return None
    cells, end = found
    kept, size = 0, 0
    while size < end:
        size += feed.taken[kept].size
        kept += 1
    feed.put_back(max(kept, 1))
    return cells


def _split_marks(text: str, dialect: Dialect) -> tuple[list[str], int] | None:
    """The cells of a text's first record, and where it ends; None if a mark stays open."""
    closing, plain = _compile_ends(dialect.quote or '"', dialect.delimiter)
    cells, at = [], 0
    while True:
        if text.startswith(dialect.quote or '"', at):
            found = next((found for found in closing.finditer(text, at + 1) if found[1]), None)
            if found is None:
                return None
            cells.append(text[at + 1 : found.start()].replace('""', '"'))
            more = found[2]
        else:
            found = plain.match(text, at)
            cells.append(found[0])
            more = found[1]
        at = found.end()
        if not more:
            return cells, at
        at += 1


@lru_cache(maxsize=16)
def _compile_ends(quote: str, delimiter: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What ends a cell in marks, and one without."""
    quote, delimiter = re.escape(quote), re.escape(delimiter)
    closing = re.compile(rf"{quote}{quote}|({quote})(?=({delimiter})|[\r\n]|$)")
    return closing, re.compile(rf"[^\r\n]*?(?=({delimiter})|[\r\n]|$)")


def _opens_cell(cell: str, dialect: Dialect) -> bool:
    """Whether a cell of another record opens within a cell: a delimiter and a mark before a letter."""
    return bool(re.search(rf"{re.escape(dialect.delimiter)}{dialect.quote or chr(34)}\w", cell))


def _begins_record(line: str, dialect: Dialect) -> bool:
    """Whether a line is a whole record of its own, or begins one with a mark before a cell."""
    found = _split_marks(line, dialect)
    if found is not None:
        closes = found[0][0].endswith(dialect.quote or '"')  # the last line of a cell that another line began
        return len(found[0]) == dialect.width and not closes and not any(cell.startswith(" ") for cell in found[0])
    return _opens_cell(line, dialect)
