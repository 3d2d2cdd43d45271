"""How a table in plain text parts its cells, by its first records; and how surely a text is one at all."""

from __future__ import annotations

import csv
import itertools
import re
from collections import Counter
from collections.abc import Sequence
from io import StringIO
from typing import NamedTuple

from analysis.texts.dates.written import parse_written
from analysis.texts.readers.tables.naming import fold_column_name, is_known_name, load_column_names
from analysis.texts.readers.tables.values import MISSING, kind_of_cell

DELIMITERS = (",", ";", "\t", "|")
ONE_COLUMN = "\x1f"  # which no text holds: parts the cells of a table that has one column
ENDINGS = (".csv", ".tsv", ".tab")
SAMPLE_RECORDS = 200
MARKUP = ("[", "{", "<")  # with which JSON, HTML and XML begin
PREAMBLE = 20  # records before the header in which an export names itself
MOST_NAMES = 1_000  # columns of a header that are looked at
LONGEST_NAME = 80  # characters of a column's name
_SHORT_CELL = 60  # characters of a name, a number, a date or an address
_NAMED_DELIMITER = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?…]['\"»”)]*$")


class Dialect(NamedTuple):
    """How cells are parted: delimiter; quote, None where marks are plain letters; escape, "" where marks are doubled.

    width: cells of most records; share: of the records that have so many; skipped: records before the header;
    named: whether the first line says the delimiter (sep=;); sample: the first records; spaced: whether a blank stands
    after each delimiter.
    """

    delimiter: str
    quote: str | None
    escape: str
    width: int
    share: float
    skipped: int
    named: bool
    sample: list[list[str]]
    spaced: bool = False

    @property
    def header(self) -> list[str]:
        """The first record that has as many cells as most."""
        return self.sample[self.skipped]

    @property
    def names_columns(self) -> bool:
        """Whether a cell of its header is what columns are called."""
        return any(is_known_name(cell) for cell in self.header[:MOST_NAMES])

    @property
    def is_even(self) -> bool:
        """Whether all records, the header first, have as many cells, and few of those with a mark end in one."""
        if self.width < 2 or self.share < 0.99 or self.skipped or not is_header(self.header[:MOST_NAMES]):
            return False
        marked = [cell for record in self.sample for cell in record[:MOST_NAMES] if cell.startswith('"')]
        return 2 * sum(len(cell) > 1 and cell.endswith('"') for cell in marked) < len(marked)

    def options(self) -> dict[str, object]:
        """The dialect as `csv.reader` takes it."""
        quoting = csv.QUOTE_MINIMAL if self.quote else csv.QUOTE_NONE
        return {
            "delimiter": self.delimiter,
            "quotechar": self.quote or '"',
            "quoting": quoting,
            "doublequote": not self.escape,
            "escapechar": self.escape or None,
            "skipinitialspace": self.spaced,
        }


def detect_dialect(text: str, whole: bool = True) -> Dialect | None:
    """Detect how the cells of a table are parted: the way in which most of the first records have as many cells.

    text: a file's beginning, up to a line end; whole: whether it is the whole file (else its last record may be cut).
    None if no delimiter gives records of two cells or more, or of one where the first line names a column of texts.
    """
    if fold_column_name(text.lstrip("\ufeff\r\n ").partition("\n")[0]) in load_column_names()["text"]:
        return _try_dialect(text, whole, ONE_COLUMN, '"', "")
    named = _NAMED_DELIMITER.match(text)
    escaped = '\\"' in text and len(re.findall(r'(?<!\\)\\"', text)) > 2 * text.count('""')
    marks = [('"', "\\" if escaped else ""), (None, "")] if '"' in text else [('"', "")]
    found = [
        made
        for delimiter in ([named[1]] if named else [mark for mark in DELIMITERS if mark in text])
        for quote, escape in marks
        if (made := _try_dialect(text[named.end() :] if named else text, whole, delimiter, quote, escape))
    ]
    plain = {d.delimiter: len(d.sample) for d in found if d.quote is None and d.is_even}
    # where each line is a record of its own, a mark that makes one of several encloses nothing
    found = [
        d for d in found if d.quote is None or len(d.sample) >= plain.get(d.delimiter, 0) or _encloses(text, whole, d)
    ] or found
    found = [dialect._replace(named=bool(named)) for dialect in found]
    wide = [dialect for dialect in found if dialect.width > 1]
    # a quotation mark that is plain must make the records clearly more alike than one that encloses cells
    best = max(wide, key=lambda d: (d.names_columns, d.share - 0.2 * (d.quote is None), d.width), default=None)
    return best if best and (best.share >= 0.5 or best.names_columns) else None


def _try_dialect(text: str, whole: bool, delimiter: str, quote: str | None, escape: str) -> Dialect | None:
    first = text.lstrip().partition("\n")[0]
    spaced = 0 < first.count(delimiter) == first.count(f"{delimiter} ")
    made = Dialect(delimiter, quote, escape, 0, 0.0, 0, False, [], spaced)
    reader = csv.reader(StringIO(text, newline=""), **made.options())
    try:
        records = list(itertools.islice(reader, SAMPLE_RECORDS + 1))
    except csv.Error:
        return None
    records = records[:-1] if (not whole or len(records) > SAMPLE_RECORDS) and len(records) > 1 else records
    filled = [record for record in records if "".join(record).strip()]
    if not filled:
        return None
    counts = Counter(map(len, filled))
    width = max(counts, key=lambda count: (counts[count], count))
    named = any(is_known_name(cell) for cell in filled[0][:MOST_NAMES])
    in_marks = quote is not None and text.lstrip("\ufeff\r\n ").startswith(quote)
    if named and in_marks and len(filled[0]) == width - 1 and counts[width] == len(filled) - 1:
        records[records.index(filled[0])] = ["", *filled[0]]  # as R writes a table: its names of rows have no name
        counts[width] += 1
    elif named and counts[len(filled[0])] >= 0.2 * len(filled):
        width = len(filled[0])  # a header says how many columns there are, however many rows are torn
    skipped = next((at for at, record in enumerate(records[:PREAMBLE]) if len(record) == width), None)
    if skipped is None:
        return None
    return made._replace(width=width, share=counts[width] / len(filled), skipped=skipped, sample=records)


def _encloses(text: str, whole: bool, dialect: Dialect) -> bool:
    """Whether all marks of a text enclose cells: none stands within one, and none stays open."""
    try:
        for _ in csv.reader(StringIO(text, newline=""), strict=True, **dialect.options()):
            pass
    except csv.Error as problem:
        return not whole and "end of data" in str(problem)
    return True


def is_header(cells: Sequence[object]) -> bool:
    """Whether cells are names of columns: one is a known name, or all are short, different names and no values."""
    filled = [str(cell).strip() for cell in cells if cell is not None and str(cell).strip()]
    if not filled or any(len(cell) > 2 * LONGEST_NAME for cell in filled):
        return False
    if any(is_known_name(cell) for cell in filled):
        return True
    return (
        len(set(filled)) == len(filled)
        and all(kind_of_cell(cell) == "text" and cell not in MISSING and len(cell) <= LONGEST_NAME for cell in filled)
        and not any(_SENTENCE.search(cell) or "://" in cell or parse_written(cell) for cell in filled)
    )


def rate_table(text: str, name: str, whole: bool) -> float:
    """Rate how surely (0 to 1) a text is a table: by the names in its header, else by records that are alike.

    Prose has commas too: what is a table without names that columns are called has three cells or more, and values
    (numbers, dates, addresses) or quotation marks around cells; the ending of a file's name decides where that is open.
    """
    ended = name.lower().endswith(ENDINGS)
    if text.lstrip()[:1] in MARKUP or not (ended or _may_be_table(text)):
        return 0.0
    dialect = detect_dialect(text, whole)
    if dialect is None:
        return 0.0
    if dialect.width == 1:
        return 0.8 if ended else 0.0
    body = [record for record in dialect.sample[dialect.skipped + 1 :] if len(record) == dialect.width]
    known = sum(is_known_name(cell) for cell in dialect.header[:MOST_NAMES])
    if dialect.share < 0.8 and known < 3:
        return 0.75 if ended else 0.0
    if is_header(dialect.header) and not any(_SENTENCE.search(cell.strip()) for cell in dialect.header):
        if known >= 2 or (known and dialect.width == 2):
            return 0.95
        if body and (known or _has_values(body)) and not _reads_on(dialect, body):
            return 0.88
    body = [record for record in dialect.sample if len(record) == dialect.width]
    if len(body) >= 3 and dialect.width >= 3 and _has_values(body) and not _reads_on(dialect, body):
        return 0.8
    prose = _reads_on(dialect, body) and not is_header(dialect.header)
    return 0.75 if ended and not prose else 0.2


def _may_be_table(text: str) -> bool:
    """Whether one of the first lines holds a cell that names a column or begins with a digit or an address; quick."""
    for line in _split_first_lines(text, PREAMBLE + 5):
        for delimiter in DELIMITERS:
            for part in line[:2_000].split(delimiter) if delimiter in line else ():
                cell = part.strip(' "')
                if 0 < len(cell) <= _SHORT_CELL and cell.count(" ") < 4 and _may_stand_in_table(cell):
                    return True
    return False


def _split_first_lines(text: str, most: int) -> list[str]:
    """The first lines of a text, without splitting all of it."""
    at = 0
    for _ in range(most):
        if not (at := text.find("\n", at) + 1):
            return text.splitlines()[:most]
    return text[:at].splitlines()[:most]


def _may_stand_in_table(cell: str) -> bool:
    return "://" in cell or cell[0].isdigit() or is_known_name(cell)


def _has_values(records: list[list[str]]) -> bool:
    """Whether a column holds nothing but numbers, dates or addresses."""
    for column in zip(*records, strict=True):
        cells = [cell.strip() for cell in column if cell.strip()]
        if cells and all(kind_of_cell(cell) != "text" or "://" in cell or parse_written(cell) for cell in cells):
            return True
    return False


def _reads_on(dialect: Dialect, records: list[list[str]]) -> bool:
    """Whether cells go on from one another as clauses do: a blank after nearly every comma."""
    if dialect.spaced:
        return True
    after = [cell for record in records for cell in record[1:] if cell]
    return dialect.delimiter in ",;" and sum(cell.startswith(" ") for cell in after) > 0.8 * len(after)
