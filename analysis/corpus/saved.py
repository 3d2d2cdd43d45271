"""A corpus in a folder of its own: its tables as Parquet or CSV, to be opened anywhere and loaded back."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pandas as pd
import pyarrow as pa

from analysis.corpus.held import TABLES, HeldTables
from analysis.disk import name_beside, place_folder, written
from analysis.errors import InputError, require, unknown
from analysis.tables import COLUMNS

FORMATS = ("parquet", "csv")
ABOUT, KIND = "corpus.json", "a corpus of media-framing"
EVERY = "every_sentence"  # the table of all sentences, where some of them were kept
DATES = ("published",)
MOST_ABOUT = 100_000  # bytes of corpus.json


def write_corpus(corpus: HeldTables, path: Path, form: str) -> None:
    """Write the tables of a corpus into a folder; a reader sees the old one or the new one, never half of it.

    Raises InputError: a form that is none, a folder that holds something else than a corpus written so, or one that
    cannot be written.
    """
    if form not in FORMATS:
        raise unknown("format", form, FORMATS)
    called = f"path={str(path)!r}"
    try:
        with written(called):
            require(not path.is_file(), f"{called} is a file: name a folder.")
            require(_is_free(path), f"{called} holds something else than a saved corpus: name a new folder.")
            _write_tables(corpus, path.resolve(), form)  # where a link leads to
    except InputError:
        raise
    except (RuntimeError, ValueError) as cause:  # a path that can be none, a link that leads to itself
        raise InputError(f"{called} cannot be written ({cause}): name another folder.") from cause


def _write_tables(corpus: HeldTables, path: Path, form: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = name_beside(path.parent)
    beside.mkdir()
    try:
        rows = {name: _write_table(getattr(corpus, name), beside / f"{name}.{form}") for name in TABLES}
        sentences = "some" if corpus._chosen is not None else "all"
        if corpus._chosen is not None:
            rows[EVERY] = _write_table(corpus._every_sentence, beside / f"{EVERY}.{form}")
        about = {"what": KIND, "format": form, "sentences": sentences, "rows": rows}
        (beside / ABOUT).write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
        place_folder(beside, path)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def is_saved(path: Path) -> bool:
    """Say whether a folder holds a corpus that was saved."""
    try:
        return _load_about(path).get("what") == KIND
    except (OSError, ValueError, AttributeError, RecursionError):
        return False


def _load_about(path: Path) -> dict:
    """Load what a saved corpus says of itself, which is short; a file that is long, or no file, is not read."""
    file = path / ABOUT
    if not file.is_file() or file.stat().st_size > MOST_ABOUT:
        raise ValueError(f"no {ABOUT}")
    return json.loads(file.read_text(encoding="utf-8"))


def load_saved(path: Path, made: Callable[..., HeldTables]) -> HeldTables:
    """Load a saved corpus; its tables are read when they are first asked for. made: the class of the corpus.

    Raises InputError: a table is missing.
    """
    about = _load_about(path)
    form, rows = about.get("format"), about.get("rows")
    fine = form in FORMATS and isinstance(rows, dict) and {*TABLES} <= rows.keys() <= {*TABLES, EVERY}
    require(fine, f"path={str(path)!r}: {ABOUT} names no tables of a corpus: save the corpus again.")
    missing = [name for name in rows if not (path / f"{name}.{form}").is_file()]
    require(not missing, f"path={str(path)!r} lacks {', '.join(missing)}: save the corpus again.")
    held = {name: partial(_load_table, path / f"{name}.{form}", name) for name in TABLES}
    corpus = made(**held)
    if about.get("sentences") == "all" or EVERY not in rows:
        return corpus
    whole = made(**{**held, "sentences": partial(_load_table, path / f"{EVERY}.{form}", "sentences")})
    corpus._chosen, corpus._whole = pd.Index(corpus.sentences["sentence_id"]), whole
    return corpus


def _is_free(path: Path) -> bool:
    """Whether a corpus may be written there: nothing is, or a saved corpus and nothing beside it."""
    if not path.exists():
        return True
    own = {ABOUT, *(f"{name}.{form}" for name in (*TABLES, EVERY) for form in FORMATS)}
    return path.is_dir() and {one.name for one in path.iterdir()} <= own


def _write_table(table: pd.DataFrame, path: Path) -> int:
    bare = pd.DataFrame(table).copy(deep=False)
    bare.attrs = {}  # what a table rests on is said when it is used
    if path.suffix == ".parquet":
        bare.to_parquet(path, index=False)
    else:
        bare.to_csv(path, index=False, lineterminator="\n")
    return len(bare)


def _load_table(path: Path, name: str) -> pd.DataFrame:
    table = _load_parquet(path, name) if path.suffix == ".parquet" else _load_csv(path, name)
    lacks = [column for column in COLUMNS.get(name, ()) if column not in table] if len(table) else []
    require(not lacks, f"{path.name} does not hold the table {name}: it lacks {lacks}.")
    return table


def _load_parquet(path: Path, name: str) -> pd.DataFrame:
    try:
        return pd.read_parquet(path)
    except (pa.ArrowException, OSError, ValueError) as cause:
        why = str(cause).splitlines()[0][:200] if str(cause) else type(cause).__name__
        raise InputError(f"{path.name} does not hold the table {name}: {why}.") from None


def _load_csv(path: Path, name: str) -> pd.DataFrame:
    kinds = {column: kind for column, kind in COLUMNS.get(name, {}).items() if column not in DATES}
    try:
        table = pd.read_csv(path, dtype=kinds, keep_default_na=False, na_values=[""], low_memory=False)
    except pd.errors.EmptyDataError:
        return pd.DataFrame()
    except ValueError as cause:
        raise InputError(f"{path.name} does not hold the table {name}: {cause}.") from None
    return table.astype({column: COLUMNS[name][column] for column in DATES if name in COLUMNS and column in table})
