"""Tidy tables for SPSS (.sav) and Stata (.dta): names that both allow, categories as numbers with labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pyreadstat

from analysis.data.dictionary import Column, TidyFile
from analysis.disk import name_beside, written
from analysis.errors import InputError, unknown

ENDINGS = {"spss": ".sav", "stata": ".dta"}
LONGEST_NAME, LONGEST_LABEL, LONGEST_VALUE = 32, 80, 120  # letters: what the stricter of the two allows
LONGEST_TEXT = {"spss": 32_767, "stata": 2_000_000_000}  # bytes
YES_NO = {0: "no", 1: "yes"}
# words of either language that are no names of variables
RESERVED = frozenset(
    """
    all and by eq ge gt le lt ne not or to with byte double float if in int long using strl
    """.split()  # noqa: SIM905  a list of twenty strings reads worse
)


class Labelled(NamedTuple):
    """A table as SPSS or Stata shall have it. names: of its columns there; cut: texts cut at the limit, by column."""

    table: pd.DataFrame
    title: str
    labels: dict[str, str]
    values: dict[str, dict[int, str]]
    names: dict[str, str]
    cut: dict[str, int]
    form: str

    def write(self, path: Path) -> None:
        """Write it, beside first: a reader sees the old file or the new one."""
        beside = name_beside(path.parent)
        write, more = (
            (pyreadstat.write_sav, {"row_compress": True}) if self.form == "spss" else (pyreadstat.write_dta, {})
        )
        with written(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                beside.touch()  # with what the user's umask says
                write(
                    self.table, str(beside), file_label=self.title, column_labels=self.labels,
                    variable_value_labels=self.values, **more,
                )  # fmt: skip
                beside.replace(path)
            except pyreadstat.ReadstatError as cause:
                raise InputError(f"{str(path)!r} cannot be written ({cause}): see that its disk has room.") from cause
            finally:
                beside.unlink(missing_ok=True)

    def tell(self) -> dict[str, str]:
        """Say of columns, by name, what the dictionary must say: another name there, texts cut."""
        ending, most = ENDINGS[self.form], LONGEST_TEXT[self.form]
        said = {name: f"In {ending}: {short}." for name, short in self.names.items() if short != name}
        for name, count in self.cut.items():
            more = f"In {ending} {count:,} {'text is' if count == 1 else 'texts are'} cut at {most:,} bytes."
            said[name] = f"{said[name]} {more}" if name in said else more
        return said


def make_labelled(
    table: pd.DataFrame, file: TidyFile, form: str, known: Mapping[str, Mapping[str, str]] | None = None
) -> Labelled:
    """Make a shaped table ready for SPSS or Stata (form).

    Categories become numbers from 1 with value labels, yes and no 1 and 0; missing numbers stay missing, missing texts
    are empty: neither program has another. known: labels of values that the data say, by file ("frames", "topics").
    Raises InputError for another form.
    """
    if form not in ENDINGS:
        raise unknown("form", form, ENDINGS)
    names = cut_names(table.columns)
    given, columns, values, cut = known or {}, {}, {}, {}
    for name in table:
        column, short = file.columns[name], names[name]
        columns[short], labels = _as_numbers(table[name], column, given.get(column.labelled_by, {}))
        if labels:
            values[short] = {number: text[:LONGEST_VALUE] for number, text in labels.items()}
        if column.type == "text":
            columns[short], count = _cut_texts(table[name], LONGEST_TEXT[form])
            cut |= {name: count} if count else {}
    labels = {names[name]: file.columns[name].label[:LONGEST_LABEL] for name in table}
    return Labelled(pd.DataFrame(columns), file.title, labels, values, names, cut, form)


def cut_names(names: Iterable[str]) -> dict[str, str]:
    """Give each column a name that both programs allow: 32 letters, digits and _, a letter first, no two alike."""
    taken: dict[str, str] = {}
    for place, name in enumerate(names, start=1):
        short = re.sub(r"[^A-Za-z0-9_]+", "_", str(name)).strip("_") or f"column_{place}"
        short = f"v_{short}" if short.lower() in RESERVED or not short[0].isalpha() else short
        base, number = short[:LONGEST_NAME].rstrip("_"), 1
        short = base
        while short.lower() in {other.lower() for other in taken.values()}:
            number += 1
            short = f"{base[: LONGEST_NAME - len(str(number)) - 1].rstrip('_')}_{number}"
        taken[name] = short
    return taken


def _as_numbers(values: pd.Series, column: Column, given: Mapping[str, str]) -> tuple[pd.Series, dict[int, str]]:
    """Give a column as these programs hold it, and the labels of its values."""
    if column.type == "yes_no":
        return values.astype("Float64").astype("float64"), dict(YES_NO)
    if column.type == "category":
        names = {**column.called, **given}
        order = [*names, *sorted(set(values.dropna()) - names.keys())]
        numbers = {name: float(number) for number, name in enumerate(order, start=1)}
        return values.map(numbers).astype("float64"), {
            n: names.get(name, name) for n, name in enumerate(order, start=1)
        }
    if column.type in ("whole", "number"):
        labels = {int(name): label for name, label in given.items()}
        return values.astype("Float64").astype("float64"), labels
    return values, {}


def _cut_texts(texts: pd.Series, most: int) -> tuple[pd.Series, int]:
    filled = texts.fillna("").str.replace("\x00", "", regex=False)
    long = (filled.str.len() * 4 > most).astype(bool)
    long &= filled.where(long, "").map(lambda text: len(text.encode("utf-8", "replace")) > most).astype(bool)
    shortened = filled.where(
        ~long, filled.map(lambda text: text.encode("utf-8", "replace")[:most].decode("utf-8", "ignore"))
    )
    return shortened, int(long.sum())
