"""Estimates that can be asked on: by groups, against one another, over time, and for the sentences behind them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar, Literal, Protocol

import pandas as pd

from analysis.corpus.measured.asked import check_asked
from analysis.corpus.measured.dated import parse_periods
from analysis.corpus.measured.passages import Passages
from analysis.corpus.measured.shown import ShownTable, View
from analysis.errors import InputError, require
from analysis.estimates.periods import PERIODS, recognise_period
from analysis.given import parse_whole

Grouping = Literal[
    "voice", "outlet", "kind", "speaker", "country", "language", "day", "week", "month", "quarter", "year"
]
Period = Literal["", "day", "week", "month", "quarter", "year"]


class Answering(Protocol):
    """A measure, as far as its tables ask it on."""

    of: str
    units: pd.DataFrame
    check_columns: Callable[[tuple[str, ...]], None]
    group: Callable[[tuple[str, ...]], Estimates]
    set_apart: Callable[[str, str | None, tuple[str, ...]], Estimates]
    make_course: Callable[[str, tuple[str, ...], pd.DataFrame | None, bool], Estimates]
    list_sentences: Callable[[tuple[str, ...], int, bool, Mapping[str, object]], Passages]


class Estimates(ShownTable):
    """A table of estimates of one measure: a DataFrame that shows itself, and the verbs to ask on with.

    One row a group: the columns it is grouped by, estimate, low, high (95%, whole documents resampled), se, n (units
    measured), documents (that they come from), missing, note (why there is no interval, or "").
    `.by("voice")`, `.compare(by="outlet")`, `.over_time("month")` ask the same measure in another way; `.plot()` is the
    chart, `.tell()` its reading, `.evidence(...)` the sentences behind the numbers, `.units` what was measured.
    """

    _internal_names: ClassVar[list[str]] = [*ShownTable._internal_names, "_measure", "_by", "_period"]
    _internal_names_set: ClassVar[set[str]] = set(_internal_names)

    def __init__(
        self,
        table: pd.DataFrame,
        view: View,
        measure: Answering,
        by: tuple[str, ...] = (),
        period: str | None = None,
    ) -> None:
        super().__init__(table, view)
        self._measure, self._by, self._period = measure, by, period

    @property
    def units(self) -> pd.DataFrame:
        """What was measured: one row a unit [and frame, topic or actor], with its value, document and groups."""
        return self._measure.units

    def by(self, *columns: Grouping | str) -> Estimates:
        """Estimate the measure by one column or several: "voice", "outlet", "kind", a column of your own, "month".

        Columns that the table is grouped by already stay. Raises InputError: a column that there is not.
        """
        require(bool(columns), 'by() needs a column: by("voice"), by("outlet", "voice").')
        names = [name for one in columns for name in (one if isinstance(one, list | tuple) else [one])]
        for name in names:
            require(isinstance(name, str), f'by({name!r}): a column is a text, by("voice"), by("outlet", "voice").')
        names = list(dict.fromkeys(names))
        periods = [name for name in names if name in PERIODS]
        new = tuple(name for name in names if name not in (*PERIODS, *self._by, self._measure.of))
        self._measure.check_columns(new)
        table, period = self._measure.group((*self._by, *new)), periods[0] if periods else self._period
        return table if period is None else table.over_time(period)

    @check_asked
    def compare(self, by: Grouping | str, against: str | None = None) -> Estimates:
        """Estimate how far each group lies from another, or from all the rest together.

        by: the column of groups; against: the group that the others are set against. Of a table by another column
        (`.by("voice").compare(by="outlet")`) groups are compared in each of its groups.
        Returns one row a group [and frame, topic or actor]: estimate is the difference, with low, high, p, and q (p
        corrected for the number of differences). Raises InputError: a column or a group that there is not.
        """
        if isinstance(by, pd.DataFrame):
            return self.to_frame().compare(by)  # pandas' own
        if by != self._measure.of:
            self._measure.check_columns((by,))
        return self._measure.set_apart(by, against, self._by)

    @check_asked
    def over_time(self, period: Period = "", events: pd.DataFrame | None = None, say_why: bool = False) -> Estimates:
        """Estimate the measure period by period, with trends and smoothed courses.

        period: day, week, month, quarter or year; "" for the finest that holds enough documents. events: from
        load_events, drawn as upright lines. Undated documents are left out and counted; where none is dated, that is
        an InputError, or with say_why a table of nothing that says so, as a page wants it.
        """
        return self._measure.make_course(period, self._by, events, say_why)

    @check_asked
    def evidence(self, *one: object, most: int = 5, lowest: bool = False, **which: object) -> Passages:
        """Lead to the sentences behind the numbers: those that score highest, with their place in the file.

        one: values of the table's columns in their order, evidence("Conflict", "bbc"). most: sentences of each frame,
        topic, actor or group; lowest: the lowest instead. which: columns and values (frame="Conflict", outlet="bbc",
        voice="speaker", period="2018", month="2018-03"), as the tables have them, in any case.
        Returns one row a sentence (`Corpus.evidence`). Raises InputError: an unknown column or value.
        """
        if one and parse_whole(one[0]) is not None:
            return self.evidence(*one[1:], most=one[0], lowest=lowest, **which)
        which = {**self._name_values(one, which), **which}
        if "period" in which and self._period is not None:
            which["period"] = parse_periods(which["period"], self._period or recognise_period(self["period"]))
        return self._measure.list_sentences(self._by, most, lowest, which)

    def _name_values(self, values: tuple, which: Mapping[str, object]) -> dict[str, object]:
        """Say of which columns values are that were given without."""
        columns = [name for name in (self._measure.of, *self._by) if name and name not in which]
        columns += ["period"] if self._period is not None and "period" not in which else []
        if len(values) > len(columns):
            raise InputError(
                f"evidence(): {values[len(columns)]!r} is a value of no column of this table"
                + (f" ({', '.join(columns)}). " if columns else ", which has one row. ")
                + 'Name the column: evidence(outlet="…", voice="speaker").'
            )
        return dict(zip(columns, values, strict=False))

    sentences = evidence

    def _hints(self) -> list[str]:
        return [".plot() draws it, .evidence() shows the sentences behind it, .to_frame() is a plain table."]
