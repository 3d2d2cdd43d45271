"""JSON Lines: one object a line, one text an object."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import islice

from analysis.texts.readers.page import Content, Note, Refused, Settings, Taken
from analysis.texts.readers.tables.decoding import LARGEST_CELL, Encoded, decode_head, detect_encoding, split_file_lines
from analysis.texts.readers.tables.gathering import gather_rows
from analysis.texts.readers.tables.json_arrays import is_followed_by_text
from analysis.texts.readers.tables.json_cells import has_repeated, make_cells, make_decoder, parse_json
from analysis.texts.readers.tables.table import Row, Table
from analysis.texts.readers.tables.values import tell_count

CONTAINER = "JSON Lines"
ENDINGS = (".jsonl", ".ndjson", ".jsonlines", ".jsonl.json")
FIRST = 200  # lines of a file's head by which it is recognised
FEW = 5  # lines of which a file must have as many to be JSON Lines with broken ones where its name does not say so
NEARLY_ALL = 0.8  # share of whole objects from which on it is, whatever its name
_OBJECT = re.compile(r'\s*\{\s*(?:"|\}\s*$)')
_ARRAY = re.compile(r'\s*\[\s*(?:$|[\[{"\d])')


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file holds an object of JSON a line: its first lines do, all or most of them."""
    text = decode_head(content)
    if text is None or ("{" not in text and not _is_named(content)):
        return 0.0
    lines = [line for line in re.split("\r\n?|\n", text, maxsplit=FIRST)[:FIRST] if line.strip()]
    if not lines or _ARRAY.match(lines[0]):
        return 0.0
    if _has_whole_objects(content, lines):
        return 0.87
    if not _OBJECT.match(lines[0]) or goes_on_as_prose(content, text):
        return 0.6 if _is_named(content) and lines[0].lstrip().startswith("{") else 0.0  # no prose
    if len(lines) == 1:  # one object, or the beginning of a first line that goes on
        return 0.88 if _is_named(content) else 0.6
    closed = [line.rstrip().endswith("}") and _OBJECT.match(line) is not None for line in lines[:5]]
    return 0.87 if all(closed) and _OBJECT.match(lines[:6][-1]) else 0.3


def _is_named(content: Content) -> bool:
    return content.name.lower().endswith(ENDINGS)


def _has_whole_objects(content: Content, lines: list[str]) -> bool:
    """Whether a file is JSON Lines of which some are broken; one whose name says so needs fewest that are whole."""
    if not content.name.lower().endswith((".json", *ENDINGS)):
        return len(lines) >= FEW and sum(map(_is_object, lines)) >= NEARLY_ALL * len(lines)
    if not _is_named(content):
        return are_mostly_objects(lines)
    if len(lines) < FEW and len(content.head) < content.size and not _OBJECT.match(lines[0]):
        lines = list_first_lines(content, detect_encoding(content))
    begun = lines[0].lstrip().startswith(("{", "["))  # other JSON may begin so
    return are_mostly_objects(lines) if begun else any(map(_is_object, lines))


def list_first_lines(content: Content, encoded: Encoded) -> list[str]:
    """The first lines of a file that are not blank, as long as they are; of one longer than a line may be nothing."""
    lines = (line.text or "" for line in islice(split_file_lines(content, encoded), FEW))
    return [line for line in lines if line.strip()]


def are_mostly_objects(lines: list[str]) -> bool:
    """Whether at least half of some lines are a whole object of JSON each: of one that is laid out few are."""
    return 2 * sum(map(_is_object, lines)) >= len(lines) > 1


def _is_object(line: str) -> bool:
    if not _OBJECT.match(line) or not line.rstrip().endswith("}"):
        return False
    try:
        return isinstance(parse_json(line, make_decoder()), dict)
    except ValueError:
        return False


def goes_on_as_prose(content: Content, text: str) -> bool:
    """Whether a file that begins with JSON goes on in prose, and its name does not say that it is JSON."""
    named = _is_named(content) or content.name.lower().endswith(".json")
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
