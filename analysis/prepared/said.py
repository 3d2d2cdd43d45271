"""What files say beside the columns of a table, as JSON, a text a row, until all columns are known."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import pandas as pd

_TIME = "\0time"  # how a date is marked in that JSON
MIXED, TEXT = "mixed", "str"


def make_said(rows: Iterable[Mapping[str, object]]) -> pd.Series:
    """Write each row as JSON, without what is missing in it."""
    known = [{str(key): value for key, value in row.items() if not _is_missing(value)} for row in rows]
    return pd.Series([json.dumps(row, default=_encode, ensure_ascii=False) for row in known], dtype="str")


def parse_said(packed: Iterable[str]) -> list[dict[str, object]]:
    """Give the rows again that `make_said` wrote."""
    return [json.loads(text, object_hook=_decode) for text in packed]


def list_kinds(rows: Sequence[Mapping[str, object]]) -> dict[str, set[str]]:
    """List the kinds of value that each column has in some rows, in the order in which the columns first stand."""
    kinds: dict[str, set[str]] = {}
    for row in rows:
        for key, value in row.items():
            kinds.setdefault(key, set()).add("time" if isinstance(value, datetime) else type(value).__name__)
    missing = [key for key in kinds if not all(key in row for row in rows)]
    for key in missing:
        kinds[key].add("missing")
    return kinds


def join_kinds(parts: Iterable[tuple[int, dict[str, set[str]]]]) -> dict[str, str]:
    """Choose the type of each column of a corpus; parts: how many rows each has, and what `list_kinds` says of them."""
    parts = [(rows, kinds) for rows, kinds in parts if rows]
    names = dict.fromkeys(name for _, kinds in parts for name in kinds)
    joined: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for _, kinds in parts:
            joined[name] |= kinds.get(name, {"missing"})
    return {name: _type_for(joined[name]) for name in names}


def lay_out_columns(rows: Sequence[Mapping[str, object]], types: Mapping[str, str]) -> pd.DataFrame:
    """Lay rows out as columns, each of its type; what two kinds of value share no type of are texts."""
    return pd.DataFrame({name: _column_of([row.get(name) for row in rows], kind) for name, kind in types.items()})


def _type_for(kinds: set[str]) -> str:
    some = kinds - {"missing"}
    if some == {"int"}:
        return "float64" if "missing" in kinds else "int64"
    if some and some <= {"int", "float"}:
        return "float64"
    if some == {"bool"}:
        return "boolean" if "missing" in kinds else "bool"
    return "datetime64[us]" if some == {"time"} else TEXT if some == {"str"} else MIXED


def _column_of(values: list, kind: str) -> pd.Series:
    if kind == MIXED:
        return pd.Series([None if value is None else str(value) for value in values], dtype=TEXT)
    return pd.Series(values, dtype=kind)


def _is_missing(value: object) -> bool:
    return value is None or pd.isna(value) is True


def _encode(value: object) -> object:
    if isinstance(value, datetime):
        return {_TIME: value.isoformat()}
    return value.item() if hasattr(value, "item") else str(value)


def _decode(row: dict) -> object:
    return pd.Timestamp(row[_TIME]) if row.keys() == {_TIME} else row
