"""What load_corpus is given, made sense of: where the texts lie, and filters that were written as text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from analysis.disk import locate_path, tell_fault
from analysis.errors import InputError, require
from analysis.progress import say_aside
from analysis.projects import locate_in_project
from analysis.texts.readers.tables.values import has_halves, strip_halves
from analysis.yaml_files import parse_yaml


def check_path(path: object) -> Path | pd.DataFrame:
    """Give a table as it is, and a path as one that is there if it can be found: in the project, wherever one works.

    Raises InputError: neither a path nor a table.
    """
    if isinstance(path, pd.DataFrame):
        return _mend_characters(path)
    named = isinstance(path, str | Path) and bool(str(path).strip())
    require(named, f"path={path!r} is not the path of a file or a folder, nor a DataFrame.")
    given = locate_path(path)
    check_there(given)
    found = locate_in_project(given)
    if found:
        say_aside(f"{str(path)!r} is not in {Path.cwd()}: read is {found}, the project's.")
    return found or given


def check_there(path: Path) -> None:
    """Raise InputError for a path that the system does not look for; one that is not there is said where it is read."""
    try:
        path.exists()
    except OSError as cause:
        raise InputError(tell_fault(cause, path, "read")) from cause


def _mend_characters(table: pd.DataFrame) -> pd.DataFrame:
    """Put U+FFFD for every half of a character (a lone surrogate), as is done in files: no table of texts holds one."""
    mended = {}
    for column in table if table.columns.is_unique else ():
        values = table[column].tolist() if table[column].dtype == "object" else []
        torn = [place for place, value in enumerate(values) if isinstance(value, str) and has_halves(value)]
        for place in torn:
            values[place] = strip_halves(values[place])
        if torn:
            mended[column] = values
            say_aside(f"column {column!r}: {len(torn)} values held half of a character; U+FFFD stands for each.")
    return table.assign(**mended) if mended else table


def parse_where(where: object) -> dict[str, object]:
    """Give filters as a mapping: one as it is, and one written as JSON or YAML, as `papermill -p where` hands it on.

    Raises InputError: text that is no mapping, or anything else.
    """
    if isinstance(where, Mapping):
        return dict(where)
    if where is None or (isinstance(where, str) and not where.strip()):
        return {}
    wrong = f'where={where!r} is no filter: write {{"kind": "post"}}, and in a shell \'{{"kind": "post"}}\'.'
    require(isinstance(where, str), wrong)
    try:
        filters = parse_yaml(where, "where").value()
    except InputError as cause:
        raise InputError(f"{wrong} {cause}") from cause
    require(isinstance(filters, dict), wrong)
    return filters
