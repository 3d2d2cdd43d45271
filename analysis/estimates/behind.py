"""What a number was made of, kept while somebody asks for it: from a row of estimates back to its units.

Off until `record_from_now` is called (`save_into` does, in a notebook whose charts are written somewhere): else no
table is kept alive. A number finds its units by the columns that it was grouped by; one that cannot be found, or whose
units are not as many as the number says, has none: no link is better than a wrong one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.estimates.basis import names_of

NOT_KNOWN = "not known"  # as groups.py calls a missing group
# what is kept of units: who they are, and what shows in them
KEPT = ("sentence_id", "doc_id", "unit_id", "paragraph", "voice", "start", "end", "evidence", "mention", "label")
Key = tuple[str, ...]
_recorded: dict[str, object] = {"on": False, "tables": {}}


class Units(NamedTuple):
    """The units behind one number, by their places in the table of units, the strongest first; and of how many."""

    places: np.ndarray
    of: int


@dataclass(frozen=True)
class Behind:
    """What a table of numbers was made of.

    units: one row a unit (a sentence, a paragraph, a document) with the columns of `by`, by which a row of the table
    finds its own; value: what was measured (of 0 and 1 those with 1 are behind a share); of: the last of `by`, where
    the numbers are shares of its categories; weight: what a unit counts; cells: which columns of the table are
    numbers of these units, each with (column, value) of those that it counts, or None for all; pattern: the column of
    the table that holds a term: behind the number are the sentences of its units that have it.
    """

    units: pd.DataFrame
    by: Key
    value: str = ""
    of: str = ""
    weight: str = ""
    cells: Mapping[str, tuple[str, object] | None] = field(default_factory=lambda: {"estimate": None})
    pattern: str = ""

    def key_of(self, row: Mapping[str, object]) -> Key | None:
        """Write a row's place among the groups; None if it lacks one of the columns."""
        return tuple(_written(row[name]) for name in self.by) if all(name in row for name in self.by) else None

    def name_number(self, row: Mapping[str, object], column: str = "") -> tuple:
        """Name the number that stands in a row and column: the same where the same units are behind it."""
        term = str(row.get(self.pattern, "")) if self.pattern else ""
        return self.key_of(row), self.cells.get(column or self.main), term

    @property
    def main(self) -> str:
        """The column whose numbers a chart shows."""
        return next(iter(self.cells))

    def select(self, row: Mapping[str, object], column: str = "") -> Units | None:
        """Select the units behind a row's number, the strongest first; None where they cannot be told for sure."""
        key, column = self.key_of(row), column or self.main
        if key is None or column not in self.cells:
            return None
        mine, only = self._groups.get(key, np.array([], dtype=np.intp)), self.cells[column]
        if self.pattern:
            return Units(mine, len(mine)) if len(mine) else None
        if only:
            chosen = mine[(self.units[only[0]] == only[1]).to_numpy(bool, na_value=False)[mine]]
            return Units(chosen, len(mine)) if _fits(row, **{column: len(chosen)}) else None
        if self.of:
            mine, counted = self._keep_first(mine), self._totals.get(key[:-1], 0)
            return Units(mine, counted) if counted and _fits(row, count=len(mine), n=counted) else None
        known = mine[np.isfinite(self._values[mine])]
        if not len(known) or not _fits(row, n=len(known)):
            return None
        return Units(known[self._values[known] > 0] if self.is_binary else known, len(known))

    @cached_property
    def is_binary(self) -> bool:
        """Whether the value says yes or no: its mean is a share."""
        known = self._values[np.isfinite(self._values)] if self.value else np.array([])
        return bool(len(known)) and bool(np.isin(known, (0.0, 1.0)).all())

    @cached_property
    def amounts(self) -> np.ndarray:
        """What each unit brings to a number: its value, or what it counts; NaN where it only stands there."""
        name = self.value or self.weight
        return _numbers(self.units, name) if name else np.full(len(self.units), np.nan)

    @cached_property
    def _values(self) -> np.ndarray:
        return _numbers(self.units, self.value)

    @cached_property
    def _groups(self) -> dict[Key, np.ndarray]:
        """Places of the units by group, those of a group by strength."""
        strengths = np.nan_to_num(np.abs(self.amounts), nan=-1.0)  # the ends of a scale are what shows what it means
        order = np.argsort(-strengths, kind="stable")
        codes, names = _number_groups(self.units, self.by)
        ordered = order[np.argsort(codes[order], kind="stable")]
        ends = np.cumsum(np.bincount(codes, minlength=len(names)))
        return dict(zip(names, np.split(ordered, ends[:-1]), strict=True)) if names else {}

    @cached_property
    def _totals(self) -> dict[Key, int]:
        """How many different units the groups of all categories have together."""
        together: dict[Key, list[np.ndarray]] = {}
        for key, places in self._groups.items():
            together.setdefault(key[:-1], []).append(places)
        return {key: len(self._keep_first(np.concatenate(places))) for key, places in together.items()}

    @cached_property
    def _names(self) -> np.ndarray:
        return pd.factorize(names_of(self.units), use_na_sentinel=False)[0]

    def _keep_first(self, places: np.ndarray) -> np.ndarray:
        """Keep one row of each unit: a sentence in which two speak stands in two rows."""
        return places[~pd.Series(self._names[places]).duplicated().to_numpy()]


def record_from_now(wanted: bool = True) -> None:
    """Keep from now on what numbers are made of, or keep nothing and forget what was kept."""
    _recorded.update(on=wanted, tables={})


def record_units(
    units: pd.DataFrame,
    by: Sequence[str],
    value: str = "",
    of: str = "",
    weight: str | None = None,
    cells: Mapping[str, tuple[str, object] | None] | None = None,
    pattern: str = "",
) -> str:
    """Keep what numbers are made of, if that is wanted; returns the name for `Basis.behind`, "" if nothing is kept.

    As in `Behind`. What is kept are references to columns, not copies.
    """
    if not _recorded["on"] or not {*by} <= {*units.columns}:
        return ""
    cells = {"estimate": None} if cells is None else cells
    named = [value, of, weight, *(only[0] for only in cells.values() if only)]
    wanted = dict.fromkeys(name for name in (*by, *named, *KEPT) if name and name in units)
    token = f"units-{len(_recorded['tables']) + 1}"
    _recorded["tables"][token] = Behind(units[list(wanted)], tuple(by), value, of, weight or "", cells, pattern)
    return token


def behind_of(table: pd.DataFrame) -> Behind | None:
    """Say what a table's numbers were made of; None where that was not kept."""
    return _recorded["tables"].get(table.attrs.get("basis", {}).get("behind", ""))


def _number_groups(units: pd.DataFrame, by: Key) -> tuple[np.ndarray, list[Key]]:
    """Number the groups of units, and write the name of each number."""
    codes, values = np.zeros(len(units), dtype=np.int64), []
    for name in by:
        own, found = pd.factorize(units[name])
        codes = codes * (len(found) + 1) + own + 1
        values.append([NOT_KNOWN, *map(_written, found)])
    found, numbers = np.unique(codes, return_inverse=True)
    names = []
    for code in found.tolist():
        key: list[str] = []
        for column in reversed(values):
            code, place = divmod(code, len(column))
            key.insert(0, column[place])
        names.append(tuple(key))
    return numbers, names


def _written(value: object) -> str:
    return NOT_KNOWN if pd.isna(value) else str(value)


def _numbers(units: pd.DataFrame, name: str) -> np.ndarray:
    return units[name].to_numpy(dtype=float, na_value=np.nan) if name else np.zeros(len(units))


def _fits(row: Mapping[str, object], **counts: int) -> bool:
    """Whether a row counts as many units as were found."""
    return all(row.get(name, count) == count for name, count in counts.items())
