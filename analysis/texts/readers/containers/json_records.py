"""JSON that holds records: an array of objects or one in an object (NewsAPI), objects in a row, a table of pandas."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from functools import partial

from analysis.texts.readers.containers.json_lines import are_mostly_objects, goes_on_as_prose, list_first_lines
from analysis.texts.readers.containers.json_lines import split_pages as split_lines_of
from analysis.texts.readers.page import Content, Note, Refused, Settings, Taken, Unreadable
from analysis.texts.readers.tables.decoding import Encoded, decode_head, detect_encoding
from analysis.texts.readers.tables.dialect import is_header
from analysis.texts.readers.tables.frames import name_columns
from analysis.texts.readers.tables.gathering import gather_rows
from analysis.texts.readers.tables.json_arrays import CHUNK, find_records, split_array, split_documents
from analysis.texts.readers.tables.json_cells import has_repeated, make_cells, make_decoder, parse_json
from analysis.texts.readers.tables.table import Row, Table
from analysis.texts.readers.tables.values import tell_count

CONTAINER = "JSON"
LARGEST_OBJECT = 300_000_000  # bytes of an object, which is taken as a whole; arrays and JSON Lines are streams
HELD = {",": 30, "[": 60, "{": 60, ":": 30}  # bytes that a value, a list, an object and a key take beside their letters
MOST_HELD = 700_000_000
_STRING = r'"(?:[^"\\]|\\.)*"'
# an array of objects, texts or rows, or an object
_BEGINNING = re.compile(
    rf'\s*(?:\[\s*(?:\{{\s*["}}]|{_STRING}\s*[,\]]|\[\s*["\[\d]|\]\s*$)|\{{\s*(?:{_STRING}\s*:|\}}\s*$))'
)
_VALUE = r"(?:null|true|false|-?[0-9][0-9.eE+-]*)"
_VALUES = re.compile(rf"\s*(?:{_VALUE}|\[\s*{_VALUE}\s*(?:,\s*{_VALUE}\s*)*\])\s*")  # which hold no text

_FIRST_VALUES = re.compile(rf"\s*\[\s*(?:{_VALUE}\s*,\s*)++[^\s,\[\]{{}}\"]*")  # of a longer file


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is JSON: it begins with an array of objects or texts, or with an object's first key.

    Below .9, so that an export whose own keys are known goes before. Values without texts are JSON where the file's
    name says so.
    """
    text = decode_head(content)
    values = _VALUES if len(content.head) >= content.size else _FIRST_VALUES
    if content.name.lower().endswith(".json") and values.fullmatch(text or ""):
        return 0.85
    return 0.85 if text is not None and _BEGINNING.match(text) and not goes_on_as_prose(content, text) else 0.0


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Give each record as a page; raises Unreadable if it is no JSON, holds no records, or no key is the text."""
    encoded = detect_encoding(content)
    if (decode_head(content) or "").lstrip().startswith("["):
        rows = partial(_split_items, content, encoded)
    elif _holds_lines(content, encoded):
        yield from split_lines_of(content, settings)
        return
    else:
        rows = partial(_list_items, content, _parse_objects(content, encoded))
    yield from gather_rows(Table(content.name, f"{content.name}#item=", rows, encoded.name, content.size), settings)


def _holds_lines(content: Content, encoded: Encoded) -> bool:
    """Whether objects stand a line each: JSON Lines whose first line is longer than a file's head."""
    lines = list_first_lines(content, encoded)
    if are_mostly_objects(lines):
        return True
    return len(lines) > 1 and bool(_BEGINNING.match(lines[1])) and lines[0].rstrip().endswith("}")


def _split_items(content: Content, encoded: Encoded) -> Iterator[Row | Refused | Note]:
    """The items of an array as a stream, from 1; one that breaks off gives what stands before."""
    yield from _number_items(content.name, _name_cells(split_array(_chunks(content, encoded), make_decoder())))


def _name_cells(items: Iterator[object]) -> Iterator[object]:
    """Items that are rows (lists of cells) by the names of columns in the first one; others as they are."""
    columns: list[str] = []
    for item in items:
        if not isinstance(item, list) or any(isinstance(cell, list | dict) for cell in item):
            yield item
        elif columns:
            yield dict(zip(columns, item, strict=False))
        else:
            columns = name_columns(item if is_header(item) else [None] * len(item))
            yield {} if is_header(item) else dict(zip(columns, item, strict=True))


def _list_items(content: Content, documents: Callable[[], Iterator[object]]) -> Iterator[Row | Refused | Note]:
    yield from _number_items(content.name, (record for document in documents() for record in find_records(document)))


def _number_items(name: str, items: Iterator[object]) -> Iterator[Row | Refused | Note]:
    number = repeated = 0
    while True:
        number += 1
        try:
            record = next(items)
        except StopIteration:
            break
        except ValueError as problem:
            yield Refused(f"{name}#item={number}", f"{problem}; what comes after it is not read")
            break
        repeated += has_repeated(record)
        if isinstance(record, dict | str):
            yield Row(number, make_cells(record))
        else:
            yield Refused(f"{name}#item={number}", "no object: one object a text, its keys are the columns")
    if repeated:
        yield Note(name, f"a key stands twice in {tell_count(repeated, 'object')}: the first one counts")


def _chunks(content: Content, encoded: Encoded) -> Iterator[str]:
    with content.open() as raw, io.TextIOWrapper(raw, encoded.codec, errors=encoded.errors, newline="") as stream:
        first = True
        while text := stream.read(CHUNK):
            yield text.removeprefix("\ufeff") if first else text
            first = False


def _parse_objects(content: Content, encoded: Encoded) -> Callable[[], Iterator[object]]:
    """The one object of a file, or several that stand one after another; given from the beginning at each call."""
    if content.size > LARGEST_OBJECT:
        raise Unreadable(
            f"huge: an object of {content.size:,} bytes, the most is {LARGEST_OBJECT:,}; "
            "save its records as JSON Lines, one a line"
        )
    text, decoder = "".join(_chunks(content, encoded)), make_decoder()
    if (held := len(text) + sum(text.count(mark) * size for mark, size in HELD.items())) > MOST_HELD:
        raise Unreadable(
            f"huge: an object whose values take {held:,} bytes; save its records as JSON Lines, one a line"
        )
    try:
        document = parse_json(text, decoder)
    except ValueError as problem:
        if str(problem).startswith("Extra data") and text.startswith("{", problem.pos):
            return lambda: split_documents(text, decoder)
        raise Unreadable(f"no JSON: {problem}") from problem
    find_records(document)  # which refuses a mere value
    return lambda: iter([document])
