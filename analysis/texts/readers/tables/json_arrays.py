"""Where the records lie in a document of JSON: in an array, in an object that holds one, or in pandas' own forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from json import JSONDecoder

from analysis.texts.readers.page import Unreadable
from analysis.texts.readers.tables.decoding import LARGEST_CELL

CHUNK = 1 << 20  # characters
DEEPEST = 6  # objects in one another within which an array of records is looked for
BLANKS = " \t\r\n"


def split_array(chunks: Iterator[str], decoder: JSONDecoder) -> Iterator[object]:
    """Give the items of an array one after another, as a stream; raises ValueError where it is no JSON.

    An item is at most two cells long (LARGEST_CELL). Items of an array that follows are given too; whatever else
    stands after the end of one is no JSON.
    """
    text, at, opened, closed = next(chunks, ""), 0, False, False
    while True:
        while at < len(text) and text[at] in BLANKS + ("," if opened else ""):
            at += 1
        if at >= len(text):
            more = next(chunks, None)
            if more is None and closed and not opened:
                return
            if more is None:
                raise ValueError("the array is not closed: the file was cut off")
            text, at = more, 0
            continue
        if not opened:
            if text[at] != "[":
                raise ValueError("no JSON: an array ends, and something else follows")
            opened, at = True, at + 1
            continue
        if text[at] == "]":
            opened, closed, at = False, True, at + 1
            continue
        while True:
            try:
                item, end = decoder.raw_decode(text, at)
            except RecursionError as problem:
                raise ValueError("lists and objects stand too deep in one another") from problem
            except ValueError as problem:
                more = next(chunks, None)
                if more is None or len(text) - at > 2 * LARGEST_CELL:
                    raise ValueError(f"no JSON: {problem}") from problem
                text, at = text[at:] + more + "".join(_as_much(chunks, len(text) - at)), 0
                continue
            if end == len(text) and (more := next(chunks, None)) is not None:
                text, at = text[at:] + more, 0  # a number could go on
                continue
            break
        yield item
        text, at = (text, end) if end < CHUNK else (text[end:], 0)


def split_documents(text: str, decoder: JSONDecoder) -> Iterator[object]:
    """Give values that stand one after another in a text, with blanks or commas between; else raises ValueError."""
    at = 0
    while True:
        while at < len(text) and text[at] in BLANKS + ",":
            at += 1
        if at >= len(text):
            return
        try:
            item, at = decoder.raw_decode(text, at)
        except RecursionError as problem:
            raise ValueError("lists and objects stand too deep in one another") from problem
        except ValueError as problem:
            raise ValueError(f"no JSON: {problem}") from problem
        yield item


def is_followed_by_text(text: str, decoder: JSONDecoder) -> bool:
    """Whether a text begins with a whole value of JSON, and what follows is neither an object nor an array.

    Prose may begin so: `["We go", "we stay"] stood on their signs.`
    """
    try:
        _, end = decoder.raw_decode(text, len(text) - len(text.lstrip()))
    except (ValueError, RecursionError):
        return False
    rest = text[end:].lstrip(BLANKS + ",")
    return bool(rest) and not rest.startswith(("{", "["))


def _as_much(chunks: Iterator[str], size: int) -> Iterator[str]:
    """As many characters again as an item has already, so that a long item is not tried for each chunk of it."""
    taken = 0
    while taken < size and (more := next(chunks, None)) is not None:
        taken += len(more)
        yield more


def find_records(document: object) -> list[object]:
    """Find the records of a document that was parsed: pandas' columns, or the array of objects with the most text.

    A document with more text of its own than any array in it is one record. Raises Unreadable if it is a mere value.
    """
    if isinstance(document, list):
        return document
    if not isinstance(document, Mapping):
        raise Unreadable("JSON without records: give an array of objects, one object a text")
    if (made := _from_pandas(document)) is not None:
        return made
    return max([[document], *_arrays(document)], key=lambda items: sum(map(_measure_texts, items)))


def _measure_texts(item: object) -> int:
    """Characters of the texts in a record, of those in objects within it too, but of none in a list."""
    size, waiting = 0, [item]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, Mapping):
            waiting += inner.values()
        elif isinstance(inner, str):
            size += len(inner)
    return size


def _arrays(document: Mapping[str, object]) -> Iterator[list[object]]:
    """Arrays of objects in a document; none that lies within another."""
    waiting = [(document, 0)]
    while waiting:
        inner, depth = waiting.pop()
        for value in inner.values():
            if isinstance(value, list) and value and sum(isinstance(v, Mapping) for v in value) > 0.5 * len(value):
                yield value
            elif isinstance(value, Mapping) and depth < DEEPEST:
                waiting.append((value, depth + 1))


def _from_pandas(document: Mapping[str, object]) -> list[object] | None:
    """Records of what DataFrame.to_json writes: split, columns (a column's cells by row or in a list), index."""
    columns, data = document.get("columns"), document.get("data")
    if isinstance(columns, list) and isinstance(data, list) and all(isinstance(row, list) for row in data):
        return [dict(zip(map(str, columns), row, strict=False)) for row in data]
    values = list(document.values())
    alike = len(values) > 1 and all(isinstance(value, list) for value in values) and len(set(map(len, values))) == 1
    if alike and not any(isinstance(item, list | Mapping) for value in values for item in value):
        return [dict(zip(document, row, strict=True)) for row in zip(*values, strict=True)]
    if len(values) < 2 or not all(isinstance(value, Mapping) and value for value in values):
        return None
    first = values[0].keys()
    if any(value.keys() != first for value in values):
        return None
    if all(key.isdigit() for key in first):
        return [{name: cells[key] for name, cells in document.items()} for key in first]
    return values if all(key.isdigit() for key in document) else None
