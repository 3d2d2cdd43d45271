"""Records of JSON to the cells of a table: nested ones by their keys (source.name), lists as one cell."""

from __future__ import annotations

import json
from collections.abc import Mapping
from json import JSONDecoder

from analysis.texts.readers.tables.values import strip_halves

DEEPEST = 20  # keys in one another that become columns of their own
MOST_DIGITS = 1_000  # of a number; none that is counted has thirty
LONGEST_LIST = 5_000  # characters of a list that is no list of texts, kept as JSON
NAMING = ("name", "title", "value", "text", "label")  # keys of an object in a list by which it is named


class Repeated(dict):
    """An object of JSON in which a key stood more than once: the first one counts."""


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    return made if len(made) == len(pairs) else Repeated(reversed(pairs))


class _NumberDecoder(JSONDecoder):
    """A decoder for which a number is missing that has more digits than Python turns into one."""

    def raw_decode(self, s: str, idx: int = 0) -> tuple[object, int]:
        """Decode the value at a place, and say where it ends; raises JSONDecodeError if it is none."""
        try:
            return super().raw_decode(s, idx)
        except json.JSONDecodeError:
            raise
        except ValueError:  # such a number; to ask each one for its length costs twice the time
            return JSONDecoder(parse_int=_parse_number, **_READ_AS).raw_decode(s, idx)


def _parse_number(digits: str) -> int | None:
    return int(digits) if len(digits) <= MOST_DIGITS else None


_READ_AS = {"object_pairs_hook": _pairs, "parse_constant": lambda _: None, "strict": False}


def make_decoder() -> JSONDecoder:
    """A decoder for which NaN, Infinity and numbers without an end are missing; a key said twice makes `Repeated`."""
    return _NumberDecoder(**_READ_AS)


def parse_json(text: str, decoder: JSONDecoder) -> object:
    """Parse a text as JSON; raises ValueError with the reason, of too deep or too long values too."""
    try:
        return decoder.decode(text)
    except RecursionError as problem:
        raise ValueError("lists and objects stand too deep in one another") from problem


def make_cells(record: object) -> dict[str, object]:
    """Make the cells of a record: keys of objects in it are joined with full stops; a text alone is the column text."""
    if not isinstance(record, Mapping):
        return {"text": _list_cell(record)}
    cells: dict[str, object] = {}
    waiting = [("", record, 0)]
    while waiting:
        prefix, inner, depth = waiting.pop()
        for key, value in inner.items():
            name = strip_halves(f"{prefix}{key}")
            if isinstance(value, str):  # most are; the other questions cost more
                cells.setdefault(name, value)
            elif isinstance(value, Mapping) and value and depth < DEEPEST:
                waiting.append((f"{name}.", value, depth + 1))
            else:
                cells.setdefault(name, _list_cell(value))
    return cells


def has_repeated(record: object) -> bool:
    """Whether a key stands twice in a record or in an object right within it."""
    inner = record.values() if isinstance(record, Mapping) else ()
    return isinstance(record, Repeated) or any(isinstance(value, Repeated) for value in inner)


def _list_cell(value: object) -> object:
    """A value as one cell: a list of texts, or of objects with names, as texts with semicolons between them."""
    if not isinstance(value, list | Mapping):
        return value
    if not value:
        return None
    if isinstance(value, list):
        named = [_name_item(item) for item in value]
        if all(name is not None for name in named):
            return "; ".join(named)
    try:
        return json.dumps(value, ensure_ascii=False)[:LONGEST_LIST]
    except (RecursionError, TypeError):
        return None  # deeper than anybody reads, or of bytes


def _name_item(item: object) -> str | None:
    if isinstance(item, str):
        return item
    if isinstance(item, int | float) and not isinstance(item, bool):
        return str(item)
    if isinstance(item, Mapping):
        return next((item[key] for key in NAMING if isinstance(item.get(key), str)), None)
    return None
