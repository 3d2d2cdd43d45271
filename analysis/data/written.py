"""Tidy tables written into a folder, each with its part of the dictionary; a report's folder stays small."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from analysis.data.dictionary import TidyFile, load_dictionary, tabulate_dictionary, tell_dictionary, tidy_file_of
from analysis.data.forms import make_csv, make_parquet, make_tidy
from analysis.data.labelled import ENDINGS, make_labelled
from analysis.disk import write_bytes
from analysis.errors import unknown
from analysis.public.mode import DATA_FOR, public_limits
from analysis.public.shown import mark_quotable, public_table

FOLDER = "data"
MOST_CSV, MOST_PARQUET = 500_000, 3_200_000  # bytes of a file of a report; `framing data` knows no limit
ROOM = {"quotations": 1_200_000}  # with their texts, which are parts of sentences
WHOLE = "`framing data` writes it whole"


@dataclass
class _Written:
    """What a file's tables became: contents by the file's name, and what is to be said, by column ("": of the file)."""

    contents: dict[str, bytes] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    def note(self, text: str, column: str = "") -> None:
        self.notes[column] = f"{self.notes[column]} {text}" if column in self.notes else text


def write_data(tables: Mapping[str, pd.DataFrame], save_to: str | Path) -> None:
    """Write tidy tables into the folder `data` under a report's: NAME.parquet, NAME.csv if it is small, its dictionary.

    tables: by the names of dictionary.yaml. A file is there whole or not at all: where it would be too large for a
    folder that is sent, first its texts are left out, and then the file; NAME-dictionary.csv says it, and
    dictionary.csv and .md, which come with documents, say what all files hold. Nothing is written if save_to is "".
    """
    if not str(save_to):
        return
    folder, forms = Path(save_to) / FOLDER, list_forms()
    labels = labels_of_values(tables)
    for name, table in tables.items():
        _write_one(folder, tidy_file_of(name), table, forms, labels)
    if "documents" in tables:
        files = load_dictionary() | {"documents": tidy_file_of("documents").with_further(tables["documents"])}
        write_dictionary(folder, list(files.values()))


def list_forms() -> list[str]:
    """The further forms that the environment asks for; raises InputError for one that is not known."""
    asked = [form.strip() for form in os.environ.get(DATA_FOR, "").split(",") if form.strip()]
    for form in asked:
        if form not in ENDINGS:
            raise unknown(DATA_FOR, form, ENDINGS)
    return asked


def labels_of_values(tables: Mapping[str, pd.DataFrame]) -> dict[str, dict[str, str]]:
    """What the values of frames and topics are called, as far as their tables are there.

    A frame of one name in two codebooks bears both labels.
    """
    keys, found = {"frames": "frame", "topics": "topic"}, {}
    for name, key in keys.items():
        if name in tables:
            labels = tables[name]["label"].groupby(tables[name][key].astype("str"), sort=False).unique()
            found[name] = {value: " / ".join(called) for value, called in labels.items()}
    return found


def mask_unshown(table: pd.DataFrame) -> pd.DataFrame:
    """Leave out of a shaped table what a site without texts may not hold; all stays where it is no such site."""
    if public_limits() is None:
        return table
    if "text" in table:
        table = table.assign(text=table["text"].where(mark_quotable(table["text"])))
    bare = public_table(table.drop(columns="text", errors="ignore"))
    return bare.assign(text=table["text"]) if "text" in table else bare


def write_dictionary(
    folder: Path, files: Sequence[TidyFile], notes: Mapping[tuple[str, str], str] | None = None
) -> None:
    """Write the dictionary of files: dictionary.csv, and dictionary.md to be read."""
    dictionary = tabulate_dictionary(files, notes)
    write_bytes(folder / "dictionary.csv", make_csv(dictionary.astype("str")))
    write_bytes(folder / "dictionary.md", tell_dictionary(dictionary).encode("utf-8"))


def _write_one(
    folder: Path, file: TidyFile, table: pd.DataFrame, forms: Sequence[str], labels: Mapping[str, Mapping[str, str]]
) -> None:
    file = file.with_further(table) if file.name == "documents" else file
    shaped = mask_unshown(make_tidy(table, file))
    file = replace(file, columns={column: file.columns[column] for column in shaped})
    written = _fitting(shaped, file)
    for form in forms:
        labelled = make_labelled(shaped, file, form, labels)
        labelled.write(folder / f"{file.name}{ENDINGS[form]}")
        for column, text in labelled.tell().items():
            written.note(text, column)
    if "text" in shaped and public_limits() is not None:
        written.note("Missing where it may not be shown: sha256 and start lead to it.", "text")
    notes = {(file.name, column): text for column, text in written.notes.items()}
    written.contents[f"{file.name}-dictionary.csv"] = make_csv(tabulate_dictionary([file], notes).astype("str"))
    for name, content in written.contents.items():
        write_bytes(folder / name, content)


def _fitting(table: pd.DataFrame, file: TidyFile) -> _Written:
    """Make a file's CSV and Parquet as far as a report's folder has room for them."""
    written = _Written()
    content = make_parquet(table, file)
    if len(content) > ROOM.get(file.name, MOST_PARQUET) and "text" in table:
        written.note(f"Left out here, for the folder stays small: {WHOLE}.", "text")
        table = table.drop(columns="text")
        content = make_parquet(table, file)
    if len(content) > MOST_PARQUET:
        written.note(f"Not in this folder, which stays small ({len(table):,} rows): {WHOLE}.")
        return written
    written.contents[f"{file.name}.parquet"] = content
    csv = make_csv(table) if len(content) <= MOST_CSV else b""
    if csv and len(csv) <= MOST_CSV:
        written.contents[f"{file.name}.csv"] = csv
    else:
        written.note(f"Here as Parquet alone, for a CSV would be large ({len(table):,} rows): {WHOLE}.")
    return written
