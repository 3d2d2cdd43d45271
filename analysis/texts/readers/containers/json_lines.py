"""JSON Lines: one object a line, one text an object."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from analysis.texts.readers.page import HEAD, Content, Note, Refused, Settings, Taken
from analysis.texts.readers.tables.decoding import LARGEST_CELL, Encoded, decode_head, detect_encoding, split_file_lines
from analysis.texts.readers.tables.gathering import gather_rows
from analysis.texts.readers.tables.json_arrays import is_followed_by_text
from analysis.texts.readers.tables.json_cells import has_repeated, make_cells, make_decoder, parse_json
from analysis.texts.readers.tables.table import Row, Table
from analysis.texts.readers.tables.values import tell_count

CONTAINER = "JSON Lines"
ENDINGS = (".jsonl", ".ndjson", ".jsonlines", ".jsonl.json")
_OBJECT = re.compile(r'\s*\{\s*(?:"|\}\s*$)')


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file holds an object of JSON a line: its first lines do."""
    text = decode_head(content)
    if text is None or not text.lstrip().startswith("{"):
        return 0.0
    lines = [line for line in re.split("\r?\n", text[:HEAD], maxsplit=6)[:6] if line.strip()]
    if not lines or not _OBJECT.match(lines[0]) or goes_on_as_prose(content, text):
        return 0.0
    if len(lines) == 1:  # one object, or the beginning of a first line that goes on
        return 0.88 if content.name.lower().endswith(ENDINGS) else 0.6
    closed = [line.rstrip().endswith("}") and _OBJECT.match(line) is not None for line in lines[:-1]]
    return 0.87 if all(closed) and _OBJECT.match(lines[-1]) else 0.3


def goes_on_as_prose(content: Content, text: str) -> bool:
    """Whether a file that begins with JSON goes on in prose, and its name does not say that it is JSON."""
    named = content.name.lower().endswith((".json", *ENDINGS))
    return not named and is_followed_by_text(text, make_decoder())


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Give each line's object as a page; raises Unreadable if no key is plainly the text."""
    encoded = detect_encoding(content)
    rows = partial(_split_lines, content, encoded)
    yield from gather_rows(Table(content.name, f"{content.name}#line=", rows, encoded.name, content.size), settings)


def _split_lines(content: Content, encoded: Encoded) -> Iterator[Row | Refused | Note]:
    decoder, repeated = make_decoder(), 0
    for line in split_file_lines(content, encoded):
        source = f"{content.name}#line={line.number}"
        if line.text is None:
            yield Refused(source, f"a line of {line.size:,} characters: {2 * LARGEST_CELL:,} are the most", line.size)
            continue
        if not line.text.strip():
            continue
        try:
            record = parse_json(line.text, decoder)
        except ValueError as problem:
            yield Refused(source, f"no JSON: {problem}")
            continue
        repeated += has_repeated(record)
        if isinstance(record, dict | str):
            yield Row(line.number, make_cells(record))
        else:
            yield Refused(source, "no object: one object a line, its keys are the columns")
    if repeated:
        yield Note(content.name, f"a key stands twice in {tell_count(repeated, 'object')}: the first one counts")
