"""sources.csv: what is known of each file."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from functools import cache
from io import StringIO
from itertools import islice, zip_longest
from pathlib import Path

import pandas as pd

from analysis.errors import InputError, require, unknown
from analysis.texts.characters import fold_composed
from analysis.texts.dates import parse_dates
from analysis.texts.dates.written import parse_written
from analysis.texts.readers.encodings import decode_text
from analysis.texts.readers.listing import require_small
from analysis.texts.readers.page import Unreadable
from analysis.texts.readers.tables.dialect import DELIMITERS
from analysis.texts.readers.tables.naming import fold_column_name
from analysis.texts.readers.tables.values import MISSING, ColumnSketch, parse_own_cell, parse_yes_no

COLUMNS = ("file", "outlet", "country", "language", "translated", "published", "url", "note")
KIND, KINDS = "kind", ("article", "post")  # which of the two a file's texts are may be said, too
TAKES = (*COLUMNS, KIND)
NAMED = {  # the same columns as people call them in the five languages
    "file": "file_name filename path файл имя_файла datei dateiname fichier archivo fichero",
    "outlet": "publisher newspaper издание источник сми quelle medium zeitung média journal medio periódico",
    "country": "страна land pays país",
    "language": "lang язык sprache langue idioma",
    "translated": "перевод переведено übersetzt traduit traducido",
    "published": "date published_at дата дата_публикации datum veröffentlicht date_de_publication fecha publicado",
    "url": "link ссылка адрес lien enlace",
    "note": "notes примечание bemerkung notiz remarque nota",
    KIND: "",
}
TAKEN = {  # columns of documents that nobody can say of a file
    "doc_id", "source", "text", "words", "published_from", "published_precision", "format", "encoding", "bytes",
    "number", "duplicate_of",
}  # fmt: skip
LARGEST, MOST_LINES, MOST_COLUMNS = 20_000_000, 200_000, 500  # bytes, lines, and columns
LONGEST_HEADER = 100_000  # characters in which the first line that holds something stands
MOST_SHOWN = 30  # problems of one file; the others are counted
NEAR = 0.8  # likeness of a column's name to one that is not there, from which it is taken for misspelt


def load_sources(path: str | Path) -> pd.DataFrame:
    """Load what is known of each file of a corpus.

    path: a CSV file, in any encoding that the suite reads and with any usual delimiter, with the column file (a path
    under the corpus folder) and any of outlet, country, language, translated (yes or no, in any of the five
    languages), published (a date as news write it), url, note, kind (article or post); an empty cell means unknown.
    Further columns become columns of documents.
    Returns one row a file: all these columns, then published_precision, then the further ones; translated boolean,
    published datetime64, unknown NA, further columns as numbers or yes and no where all their cells are.
    Raises InputError that names every line with what is wrong in it: a file named twice or not at all, a value that
    is not of its kind, too many cells; a column that is misspelt or cannot be said of a file.
    """
    path = Path(path)
    require(path.is_file(), f"path={str(path)!r} is not there: a CSV file with the columns {', '.join(COLUMNS)}.")
    rows = _split_rows(path)
    require(bool(rows), f"{path.name} is empty: its first line names the columns {', '.join(COLUMNS)}.")
    header = _name_header(path.name, rows[0][1])
    problems: dict[int, list[str]] = defaultdict(list)
    records = [record for line, row in rows[1:] if (record := _make_record(header, row, line, problems))]
    _parse_records(records, problems)
    _check_problems(path.name, problems, len(rows[0][1]))
    twice = [file for file, count in Counter(record["file"] for record in records).items() if count > 1]
    require(not twice, f"{path.name} names {sorted(twice)[:MOST_SHOWN]} more than once: one line a file.")
    blank = {name for name, cell in zip(header, rows[0][1], strict=True) if not cell.strip()}
    empty = {name for name in blank if all(record[name] is None for record in records)}
    return _type_table(records, [name for name in header if name not in COLUMNS and name not in empty])


def match_files(sources: pd.DataFrame, files: Collection[str]) -> pd.DataFrame:
    """Name each file of sources.csv as it is called on the disk where they differ in Unicode form, case or slashes.

    files: paths under the corpus folder. A name that fits none, or several, stays as it is.
    """
    known, called = set(files), defaultdict(list)
    for file in files:
        called[_fold_path(file)].append(file)
    found = [
        called[_fold_path(name)][0] if name not in known and len(called.get(_fold_path(name), ())) == 1 else name
        for name in sources["file"]
    ]
    again = {name for name, count in Counter(found).items() if count > 1}  # two lines would be of one file
    names = [old if new in again else new for old, new in zip(sources["file"], found, strict=True)]
    return sources.assign(file=pd.Series(names, index=sources.index, dtype="str"))


def _fold_path(name: str) -> str:
    return fold_composed(str(name)).casefold().replace("\\", "/").removeprefix("./")


def _split_rows(path: Path) -> list[tuple[int, list[str]]]:
    """The lines that hold something, with their numbers, cut at the delimiter that sets the column file apart."""
    require_small(path, LARGEST)
    try:
        text, _ = decode_text(path.read_bytes())
    except Unreadable as problem:
        raise InputError(f"{path.name} cannot be read: {problem} (in Excel: CSV UTF-8).") from problem
    text = text.removeprefix("\ufeff")
    skipped = text.lower().startswith("sep=")
    text = text.partition("\n")[2] if skipped else text
    delimiter = max(DELIMITERS, key=lambda mark: _rate_header(text, mark))
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = [(reader.line_num + skipped, row) for row in islice(reader, MOST_LINES) if any(map(str.strip, row))]
        require(next(reader, None) is None, f"{path.name} has more than {MOST_LINES:,} lines: split the corpus.")
        return rows
    except csv.Error as problem:
        raise InputError(f"{path.name} line {reader.line_num + skipped} is not CSV: {problem}.") from problem


def _rate_header(text: str, delimiter: str) -> tuple[bool, int]:
    first = next((line for line in text[:LONGEST_HEADER].splitlines() if line.strip()), "")
    cells = [_column_of(cell) for cell in first.replace('"', "").split(delimiter)]
    return "file" in cells, len(cells)


def _column_of(cell: str) -> str:
    """The column that a cell of the header names: one of sources.csv's in any of the five languages, or another."""
    key = fold_column_name(cell)
    return next((name for name, others in NAMED.items() if key == name or key in others.split()), cell.strip())


def _name_header(name: str, cells: list[str]) -> list[str]:
    require(len(cells) <= MOST_COLUMNS, f"{name} line 1 names {len(cells):,} columns; {MOST_COLUMNS} are the most.")
    header = [_column_of(cell) for cell in cells]
    twice = [column for column, count in Counter(filter(None, header)).items() if count > 1]
    require(not twice, f"{name} line 1 names the columns {twice} more than once: one column each.")
    for column in header:
        near = get_close_matches(column.lower(), [known for known in TAKES if known not in header], 1, NEAR)
        if near and column not in TAKES:
            raise unknown(f"{name} line 1: column", column, TAKES, "Call a further column something else.")
        require(
            column not in TAKEN, f"{name} line 1: column {column!r} is counted or read, and cannot be said of a file."
        )
    require("file" in header, f"{name} line 1 lacks the column 'file'; it takes {list(TAKES)}, and further ones.")
    return [column or f"column {place}" for place, column in enumerate(header, 1)]


def _make_record(
    header: list[str], row: list[str], line: int, problems: dict[int, list[str]]
) -> dict[str, object] | None:
    if len(row) > len(header):
        problems[line].append(
            f"has {len(row)} cells, its header {len(header)}: put a text with commas in quotation marks"
        )
        return None
    cells = {column: cell.strip() for column, cell in zip_longest(header, row, fillvalue="")}
    record: dict[str, object] = {column: cell or None for column, cell in cells.items()} | {"line": line}
    if record["file"] is None:
        problems[line].append("has no file: give the file's path under the corpus folder")
        return None
    return record


def _parse_records(records: list[dict], problems: dict[int, list[str]]) -> None:
    """Put yes and no, and dates, into the records; a whole column of dates settles which number is the day."""
    values = [record.get("published") for record in records]
    dates = parse_dates(values, [record.get("language") for record in records])
    tell_unknown = cache(
        lambda said: str(unknown("translated", said, ("yes", "no"), "Leave it empty if it is unknown."))
    )
    for record, date in zip(records, dates, strict=True):
        if (translated := record.get("translated")) is not None:
            record["translated"] = parse_yes_no(translated)
            if record["translated"] is None:
                problems[record["line"]].append(tell_unknown(translated).rstrip("."))
        if (kind := record.get(KIND)) is not None:
            record[KIND] = str(kind).lower()
            if record[KIND] not in KINDS:
                problems[record["line"]].append(str(unknown(KIND, kind, KINDS)).rstrip("."))
        if (published := record.get("published")) is not None and date is None:
            problems[record["line"]].append(_tell_no_date(str(published)))
        record["published"] = date.when if date else None
        record["published_precision"] = date.precision if date else None


def _tell_no_date(published: str) -> str:
    written = parse_written(published)
    if written and (written.swapped or written.open):
        return f"published={published!r} could be two days: write YYYY-MM-DD"
    return f"published={published!r} is no date: write YYYY-MM-DD, or leave it empty"


def _check_problems(name: str, problems: dict[int, list[str]], columns: int) -> None:
    said = list(_tell_problems(problems))
    if len(said) == 1:
        raise InputError(f"{name} {said[0]}.")
    more = f"\n  … ({len(said):,} in all)" if len(said) > MOST_SHOWN else ""
    require(not said, f"{name}: {len(said):,} things are wrong:\n  " + "\n  ".join(said[:MOST_SHOWN]) + more)


def _tell_problems(problems: dict[int, list[str]]) -> Iterator[str]:
    for line, said in sorted(problems.items()):
        for problem in said:
            yield f"line {line} {problem}" if problem.startswith("has ") else f"line {line}: {problem}"


def _type_table(records: list[dict], further: list[str]) -> pd.DataFrame:
    """One row a file; further columns become what all their cells are."""
    kinds = dict.fromkeys((*COLUMNS, "published_precision"), "str")
    kinds |= {"translated": "boolean", "published": "datetime64[us]"}
    table = pd.DataFrame(records, columns=[*kinds, *further]).astype(kinds)
    for column in further:
        sketch = ColumnSketch(column)
        cells = [None if cell is None or cell in MISSING else cell for cell in (r[column] for r in records)]
        for cell in filter(None, cells):
            sketch.add(cell)
        table[column] = [None if cell is None else parse_own_cell(cell, sketch.kind) for cell in cells]
    return table
