"""What moved: parameters, files and versions by name, tables row by row."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

Row = tuple[str, ...]


def tell_moved(old: Mapping[str, object], new: Mapping[str, object], what: str = "") -> list[str]:
    """Say what differs between two mappings: `x changed`, `x is new`, `x is gone`, in the order of names."""
    said = []
    for name in sorted(old.keys() | new.keys()):
        if name not in old or name not in new:
            said.append(f"{what}{name} is {'new' if name in new else 'gone'}")
        elif old[name] != new[name]:
            said.append(f"{what}{name} changed")
    return said


def tell_values(old: Mapping[str, object], new: Mapping[str, object], what: str = "") -> list[str]:
    """Say what differs between two mappings with the values: `x: 8 -> 10`."""
    return [
        f"{what}{name}: {' -> '.join(_short(str(values.get(name, 'none')), 60) for values in (old, new))}"
        for name in sorted(old.keys() | new.keys())
        if name not in old or name not in new or old[name] != new[name]
    ]


def tell_changed_table(old: Path, new: Path, name: str) -> str:
    """Say how a CSV table changed: "tables/frames.csv: 3 of 40 rows changed", "" if no cell did.

    Rows are matched by their texts (the columns that hold no numbers) where those are unique, else
    by their place. The number that moved most is named, with its row.
    """
    head_old, rows_old = _rows(old)
    head_new, rows_new = _rows(new)
    if head_old != head_new:
        added, gone = (sorted(set(a) - set(b)) for a, b in ((head_new, head_old), (head_old, head_new)))
        said = [f"columns {what}: {', '.join(names)}" for what, names in (("new", added), ("gone", gone)) if names]
        return f"{name}: {'; '.join(said) or 'columns in another order'} ({len(rows_new):,} rows)"
    keys = _key_columns(head_new, rows_old, rows_new)
    before, after = _by_key(rows_old, keys), _by_key(rows_new, keys)
    shared = before.keys() & after.keys()
    changed = [key for key in after if key in shared and before[key] != after[key]]
    parts = [f"{len(changed):,} of {len(rows_new):,} rows changed"] if changed else []
    parts += [f"{len(after.keys() - shared):,} new"] if after.keys() - shared else []
    parts += [f"{len(before.keys() - shared):,} gone"] if before.keys() - shared else []
    if not parts:
        return "" if rows_old == rows_new else f"{name}: rows in another order"
    largest = _largest(head_new, [(before[key], after[key]) for key in changed], keys)
    return f"{name}: {', '.join(parts)}{f' (most: {largest})' if largest else ''}"


def _rows(path: Path) -> tuple[Row, list[Row]]:
    csv.field_size_limit(2**31 - 1)  # a cell may hold a whole article
    with path.open(encoding="utf-8", newline="") as file:
        rows = [tuple(row) for row in csv.reader(file)]
    return (rows[0], rows[1:]) if rows else ((), [])


def _key_columns(head: Row, *tables: Sequence[Row]) -> tuple[int, ...]:
    """Find the columns that name a row: those without numbers; none if they name two rows alike."""
    texts = tuple(
        place
        for place in range(len(head))
        if any(len(row) > place and row[place] and _number(row[place]) is None for rows in tables for row in rows)
    )
    for rows in tables:
        counts = Counter(_key(row, texts) for row in rows)
        if counts and max(counts.values()) > 1:
            return ()
    return texts


def _by_key(rows: Sequence[Row], keys: tuple[int, ...]) -> dict[object, Row]:
    return {(_key(row, keys) if keys else number): row for number, row in enumerate(rows)}


def _key(row: Row, keys: tuple[int, ...]) -> Row:
    return tuple(row[place] for place in keys if place < len(row))


def _largest(head: Row, pairs: Sequence[tuple[Row, Row]], keys: tuple[int, ...]) -> str:
    """Name the number that moved most, by its share of the greater of the two values."""
    best, said = 0.0, ""
    for before, after in pairs:
        for place, (old, new) in enumerate(zip(before, after, strict=False)):
            a, b = _number(old), _number(new)
            if a is None or b is None or a == b:
                continue
            size = abs(b - a) / max(abs(a), abs(b))
            if size > best:
                where = ", ".join([_short(after[key], 24) for key in keys if after[key].strip()][:3])
                best, said = size, f"{head[place]}{f' of {where}' if where else ''} {a:.4g} -> {b:.4g}"
    return said


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _short(text: str, most: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
