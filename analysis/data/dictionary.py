"""The data dictionary: what each tidy file and each of its columns holds (dictionary.yaml)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import pandas as pd

from analysis.errors import unknown
from analysis.yaml_files import load_yaml

COLUMNS = ("file", "name", "label", "type", "meaning", "unit", "values", "missing", "note")
FURTHER = "As the material says it (a column of its own)"


@dataclass(frozen=True)
class Column:
    """One column of a tidy file; called: what a category's values are called; labelled_by: the file that says it.

    absent: where a column that not every folder has stands; left_out: where one is left out that is always made.
    """

    name: str
    label: str
    type: str
    meaning: str
    unit: str = ""
    range: str = ""
    missing: str = ""
    labelled_by: str = ""
    absent: str = ""
    left_out: str = ""
    called: Mapping[str, str] = field(default_factory=dict)

    def tell_values(self) -> str:
        """Say which values the column can have."""
        named = [f"{value}: {label}" if label != value else value for value, label in self.called.items()]
        said = "; ".join(named) or (f"see {self.labelled_by}" if self.labelled_by else "")
        return (
            said
            or self.range
            or {"yes_no": "false, true", "time": "a day, with or without its time"}.get(self.type, "")
        )

    def tell_missing(self) -> str:
        """Say when a value, or the whole column, is not there."""
        return "; ".join(part for part in (self.missing, self.absent, self.left_out) if part) or "none is"


@dataclass(frozen=True)
class TidyFile:
    """One tidy file: what a row is, its columns in order, and what a reader must know of it."""

    name: str
    title: str
    row: str
    columns: Mapping[str, Column]
    note: str = ""

    def with_further(self, table: pd.DataFrame) -> TidyFile:
        """Add the columns that a table has beyond: those that the material brought along."""
        further = {name: _further(name, table[name]) for name in table if name not in self.columns}
        return replace(self, columns={**self.columns, **further})


@cache
def load_dictionary() -> dict[str, TidyFile]:
    """Load what all tidy files hold, by their names."""
    content = load_yaml(Path(__file__).with_name("dictionary.yaml"), "the data dictionary").value()
    return {name: _file_of(name, about) for name, about in content.items()}


def tidy_file_of(name: str) -> TidyFile:
    """Have one tidy file's description; raises InputError for a name that is none's."""
    files = load_dictionary()
    if name not in files:
        raise unknown("file", name, files)
    return files[name]


def tabulate_dictionary(files: Iterable[TidyFile], notes: Mapping[tuple[str, str], str] | None = None) -> pd.DataFrame:
    """Set the dictionary out as a table, one row a file (name empty) and one a column of it.

    notes: what is to be said of a column, by file and name ("" for a file): names cut, texts left out.
    """
    notes, rows = notes or {}, []
    for file in files:
        note = " ".join(part for part in (file.note, notes.get((file.name, ""), "")) if part)
        rows.append((file.name, "", file.title, "table", f"One row: {file.row}", "", "", "", note))
        for one in file.columns.values():
            about = (one.label, one.type.replace("_", "/"), one.meaning, one.unit, one.tell_values())
            rows.append((file.name, one.name, *about, one.tell_missing(), notes.get((file.name, one.name), "")))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def tell_dictionary(dictionary: pd.DataFrame) -> str:
    """Write the dictionary as Markdown, one table a file, to be read."""
    lines = ["# Data dictionary", ""]
    for file, rows in dictionary.groupby("file", sort=False):
        head, columns = rows.iloc[0], rows.iloc[1:]
        lines += [f"## {file}", "", f"{head['label']}. {head['meaning']}. {head['note']}".strip(), ""]
        lines += ["| name | label | type | meaning | unit | values | missing | note |", f"|{' --- |' * 8}"]
        for values in columns.drop(columns="file").itertuples(index=False, name=None):
            lines.append(f"| {' | '.join(str(value).replace('|', '/') for value in values)} |")
        lines.append("")
    return "\n".join(lines)


def _file_of(name: str, about: Mapping) -> TidyFile:
    columns = {
        key: Column(key, **{what: _plain(value) for what, value in of.items()}) for key, of in about["columns"].items()
    }
    return TidyFile(name, about["title"], about["row"], columns, " ".join(str(about.get("note", "")).split()))


def _plain(value: object) -> object:
    return value if isinstance(value, dict | bool) else " ".join(str(value).split())


def _further(name: str, values: pd.Series) -> Column:
    types = (
        (pd.api.types.is_bool_dtype, "yes_no"),
        (pd.api.types.is_integer_dtype, "whole"),
        (pd.api.types.is_numeric_dtype, "number"),
        (pd.api.types.is_datetime64_any_dtype, "time"),
    )
    kind = next((kind for is_one, kind in types if is_one(values)), "text")
    return Column(name, name, kind, FURTHER, missing="not said")
