"""findings.csv: what the pages of a report found, one row a finding, small enough for git: a change shows in a diff.

Read off the notebooks as they were run (`show_findings` leaves the numbers beside the sentences). This module is light:
the command itself imports it.
"""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterable, Mapping
from pathlib import Path

from analysis.errors import InputError
from analysis.findings import FINDINGS
from analysis.formulas import mask_formula, strip_formula_mark
from analysis.manifests import write_text

FILE = "findings.csv"
ASIDE = ("weight", "kept")  # columns that say where a finding stands, not what was found
NUMBERS = ("estimate", "low", "high")
COUNTS = ("n", "documents")
FIGURES = (*NUMBERS, *COUNTS, "weight")
COLUMNS = (
    "page", "key", "kind", "group", "measure", "estimate", "low", "high", "n", "unit", "documents", "voice", "stamp",
    "chart", "weight", "kept", "sentence",
)  # fmt: skip
Row = dict[str, str]


def load_said(executed: Path) -> list[Mapping[str, object]]:
    """Read what a notebook found when it was run, as it said it: the fields of a Finding each.

    A notebook that is not there, or says none, has none.
    """
    try:
        cells = json.loads(executed.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError):
        return []
    return [
        one
        for cell in cells
        for output in cell.get("outputs", ())
        for one in _listed(output.get("data", {}).get(FINDINGS))
        if isinstance(one, dict)
    ]


def load_found(executed: Path, page: str, kept: str = "") -> list[Row]:
    """Read the findings of a page off its executed notebook: one row each, by kind, key and group; figures as text.

    kept: of a page that stays although a later run failed, of which run it is.
    """
    rows = (_row(one, page) | {"kept": kept} for one in load_said(executed))
    return sorted(rows, key=lambda row: (row["kind"], row["key"], row["group"]))


def load_findings_file(path: Path) -> list[Row]:
    """Read a findings.csv, one row a finding; raises InputError if it is not there or is none."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise InputError(f"{path} cannot be read: {problem}.") from problem
    csv.field_size_limit(2**31 - 1)
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    head = next(csv.reader(io.StringIO(text, newline="")), [])
    if not {"page", "key", "estimate", "sentence"} <= set(head):
        raise InputError(f"{path} is no findings.csv: it lacks the columns page, key, estimate, sentence.")
    return [{name: strip_formula_mark(row.get(name) or "") for name in COLUMNS} for row in rows]


def write_findings_file(path: Path, rows: Iterable[Mapping[str, str]]) -> None:
    """Write a findings.csv with LF, unless the same lies there already."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(
        {name: cell if name in FIGURES else mask_formula(cell) for name, cell in row.items()} for row in rows
    )
    try:
        before = path.read_bytes()
    except OSError:
        before = b""
    if before != file.getvalue().encode():
        write_text(path, file.getvalue())


def _listed(said: object) -> list:
    return said if isinstance(said, list) else []


def _row(one: Mapping[str, object], page: str) -> Row:
    row = {name: "" if one.get(name) is None else " ".join(str(one[name]).split()) for name in COLUMNS}
    row |= {name: _figure(one.get(name)) for name in NUMBERS} | {name: str(one.get(name) or 0) for name in COUNTS}
    return row | {"page": page, "kind": row["kind"] or "finding", "weight": _figure(one.get("weight"))}


def _figure(value: object) -> str:
    """Four digits, of larger numbers all whole ones; minus zero is zero; "" where there is none."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
        return ""
    if abs(value) >= 1000:
        return f"{value:.0f}"
    return f"{float(f'{value:.4g}') + 0.0:g}"
