"""What was measured of each unit of a corpus: how it is estimated by groups and over time, drawn and told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

import numpy as np
import pandas as pd

from analysis.charts.bands import Course, interval_bands
from analysis.charts.dots import interval_dots
from analysis.charts.multiples import group_panels
from analysis.charts.numbers import label_of
from analysis.charts.theme import VOICE_COLOURS, Chart, NoChart
from analysis.corpus.measured.answers import Answers
from analysis.corpus.measured.dated import mark_within
from analysis.corpus.measured.estimates import Estimates
from analysis.corpus.measured.texts import Texts
from analysis.errors import unknown
from analysis.estimates import describe, estimate_courses, estimate_differences, estimate_means, estimate_trends
from analysis.estimates.periods import PERIODS
from analysis.prose.groups import tell_groups, tell_parts
from analysis.prose.phrases import join, number, strong
from analysis.tables import labels_of
from analysis.words.units import mark_periods

SAID = {"yes": "True", "no": "False"}
MOST_COLOURS = 6  # groups told apart by colour in one panel
MOST_PANELS = 12
SURE, NAMED = 0.05, 3  # q under which a difference is reported; differences that are named
BETWEEN = " and "  # stands between columns that are drawn as one
GROUPINGS = (
    "voice", "speaker", "outlet", "kind", "country", "language", "translated", "doc_id", "forwarded_from",
)  # fmt: skip


class Measure(Answers):
    """A measure of a corpus.

    of: the column of what is told apart in every table (the frame, the topic, the actor), "" where there is one thing
    only; value, weight: columns of `units`; name: what charts and tables are called by; title: of the whole; noun:
    what one thing is called; axis: what an estimate is, with its unit; percent: whether it is a share; rank_by: the
    column by which sentences are ranked, if not `value`; table_type: what its tables are.
    """

    of: str = ""
    value: str = ""
    weight: str | None = None
    name: str = ""
    title: str = ""
    noun: str = ""
    axis: str = ""
    percent: bool = False
    rank_by: str = ""
    table_type: type[Estimates] = Estimates

    def __init__(self, corpus: Texts, seed: int = 0) -> None:
        self.corpus, self.seed = corpus, seed
        self._made: dict[tuple, pd.DataFrame] = {}

    @cached_property
    def units(self) -> pd.DataFrame:
        """One row a unit [and thing], with its value, its document and all that groups can be made by."""
        raise NotImplementedError

    @property
    def measured(self) -> pd.DataFrame:
        """The units as differences and courses are estimated from them."""
        return self.units

    @property
    def keys(self) -> list[str]:
        """The column of what is told apart, as a list."""
        return [self.of] if self.of else []

    def check_columns(self, by: tuple[str, ...]) -> None:
        """Raise InputError for a column that units cannot be grouped by."""
        choices = [name for name in (*GROUPINGS, *self.corpus.further) if name in self.units]
        for name in by:
            if name not in choices:
                raise unknown("by", name, [*choices, *PERIODS])

    def keep(self, key: tuple, make: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        """Make a table once: what is asked for twice rests on the same one."""
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]

    def estimate(self, by: tuple[str, ...] = ()) -> pd.DataFrame:
        """Estimate the measure in each group."""
        return self.keep(("means", *by), lambda: self.estimate_from(self.units, by))

    def estimate_from(self, units: pd.DataFrame, by: tuple[str, ...]) -> pd.DataFrame:
        """Estimate the measure of some units in each group."""
        return estimate_means(units, self.value, by=[*self.keys, *by], weight=self.weight, seed=self.seed)

    def contrast(self, by: str, against: str | None, within: tuple[str, ...] = ()) -> pd.DataFrame:
        """Estimate how far each group lies from another, or from all the rest, in each group of other columns."""
        return self.keep(("differences", by, against, *within), lambda: self._contrast(by, against, within))

    def _contrast(self, by: str, against: str | None, within: tuple[str, ...]) -> pd.DataFrame:
        keys = [key for key in (*self.keys, *within) if key != by]
        return estimate_differences(self.measured, self.value, by, against, keys, self.weight, seed=self.seed)

    def follow(self, period: str, by: tuple[str, ...]) -> tuple[pd.DataFrame, Course]:
        """Estimate the measure period by period, its trends and its smoothed course."""
        dated = mark_periods(self.measured, period)
        keys, settings = [*self.keys, *by], {"weight": self.weight, "seed": self.seed}
        over_time = estimate_means(dated, self.value, by=[*keys, "period"], **settings)
        trends = estimate_trends(dated, self.value, by=keys, **settings)
        smoothed = estimate_courses(dated, self.value, by=keys, **settings)
        return over_time, Course(trends, smoothed)

    def draw(self, table: pd.DataFrame, by: tuple[str, ...]) -> Chart | NoChart:
        """Draw estimates by groups."""
        drawn, rows, colour = self.lay_out(table, by)
        title, name = self.title_of(by), "-".join([self.name, *(["by"] if by else []), *by]).replace("_", "-")
        if not colour:
            return interval_dots(drawn, rows, name, title, self.axis, zero=not self.percent, percent=self.percent)
        if drawn[colour].astype(str).nunique() > MOST_COLOURS:
            documents, zero = self.corpus.documents, not self.percent
            return group_panels(
                drawn, rows, colour, name, title, self.axis, documents=documents, percent=self.percent, zero=zero
            )
        colours = VOICE_COLOURS if colour == "voice" else None
        look = {"labels": labels_of(colour), "zero": not self.percent, "percent": self.percent}
        return interval_dots(drawn, rows, name, title, self.axis, colour, colours, **look)

    def lay_out(self, table: pd.DataFrame, by: tuple[str, ...]) -> tuple[pd.DataFrame, str, str]:
        """Say which column of a table is drawn as rows and which as colour; several columns of groups are made one."""
        columns = [*self.keys, *by] or [""]
        if columns == [""]:
            return describe(table.assign(all="all together"), like=table), "all", ""
        if len(columns) <= 2:
            return table, columns[0], columns[1] if len(columns) > 1 else ""
        joined = describe(table.assign(group=join_columns(table, columns[1:])), like=table)
        return joined, columns[0], "group"

    def draw_course(self, table: pd.DataFrame, course: Course, by: tuple[str, ...]) -> Chart | NoChart:
        """Draw estimates over time, one panel a thing or group."""
        columns = [*self.keys, *by]
        panels = columns[0] if len(columns) == 1 else BETWEEN.join(columns) or "all"
        drawn = [None if one is None else _with_panels(one, columns, panels) for one in (table, *course[:2])]
        title = f"{self.title_of(by)}, over time"
        look = {"labels": labels_of(panels), "percent": self.percent}
        axis = f"{self.axis[:1].upper()}{self.axis[1:]}."
        course = Course(drawn[1], drawn[2], course.events)
        name = f"{self.name}-over-time"
        return interval_bands(drawn[0], panels, name, title, axis, MOST_PANELS, course, **look)

    def draw_contrast(self, table: pd.DataFrame, by: str, within: tuple[str, ...] = ()) -> Chart | NoChart:
        """Draw differences, with a line at none."""
        keys = [key for key in (*self.keys, *within) if key != by]
        drawn = table if len(keys) < 2 else describe(table.assign(part=join_columns(table, keys)), like=table)
        rows, colour = ("part" if len(keys) > 1 else keys[0], by) if keys else (by, "")
        title = f"{self.title_of((*within, by))}: how far each lies from {_name_other(table)}"
        name, axis = f"{self.name}-differences-by-{by}", f"difference: {self.axis}"
        if colour and table[by].astype(str).nunique() > MOST_COLOURS:
            look = {"documents": self.corpus.documents, "percent": self.percent, "zero": True}
            nothing = describe(drawn.head(0)[[rows, "estimate"]])  # no line for all: they differ from themselves by 0
            return group_panels(drawn, rows, by, name, title, axis, overall=nothing, **look)
        look = {"labels": labels_of(by), "row_labels": labels_of(by), "percent": self.percent, "zero": True}
        colours = VOICE_COLOURS if colour == "voice" else None
        return interval_dots(drawn, rows, name, title, axis, colour or None, colours, **look)

    def tell(self, table: pd.DataFrame, by: tuple[str, ...]) -> str:
        """Say what estimates by one column show, all pairs of groups corrected for their number."""
        if len(by) != 1 or table[by[0]].nunique() < 2:
            return ""
        if self.of:
            return tell_parts(table, self.of, by[0], self.noun, labels=labels_of(by[0]))
        return tell_groups(table, by[0], self.axis, labels=labels_of(by[0]), percent=self.percent)

    def tell_contrast(self, table: pd.DataFrame, by: str, within: tuple[str, ...] = ()) -> str:
        """Say what differences show."""
        tested = int(table["q"].notna().sum()) if "q" in table else 0
        sure = table[table["q"] < SURE] if tested else table.head(0)
        if not tested:
            return "No group stands in enough documents to be compared."
        first = sure.sort_values("estimate", key=abs, ascending=False, kind="stable").head(NAMED)
        named = [strong(", ".join(map(str, self._name_row(row, (*within, by))))) for _, row in first.iterrows()]
        said = f": the largest {join(named)}" if named else ""
        verb = "is" if len(sure) == 1 else "are"
        return f"{len(sure):,} of {number(tested, 'difference')} {verb} surely not 0 (q < {SURE}){said}."

    def _name_row(self, row: pd.Series, by: tuple[str, ...]) -> list[object]:
        return [labels_of(name).get(str(row[name]), row[name]) for name in dict.fromkeys([*self.keys, *by])]

    def tell_course(self, table: pd.DataFrame) -> str:
        """Say what a course shows."""
        return ""

    def keep_telling(self, units: pd.DataFrame, lowest: bool) -> pd.DataFrame:
        """Keep the units that show something: all that have a value."""
        return units

    def name_evidence(self, units: pd.DataFrame) -> pd.DataFrame:
        """Give units with what counted in them as the column evidence."""
        return units

    def name_table(self, most: int, lowest: bool, by: str | None) -> tuple:
        """Name a table of sentences: its file, what a row is, how many rows are shown, what is said of none."""
        end = "lowest" if lowest else "highest"
        caption = f"The sentences that score {end}{f' of each {by}' if by else ''}."
        return f"{self.name}-sentences", caption, 60, "No sentence stands behind these numbers."

    def title_of(self, by: tuple[str, ...]) -> str:
        """Name a table by what it is grouped by."""
        return f"{self.title}, by {BETWEEN.join(name.replace('_', ' ') for name in by)}" if by else self.title

    def choose_units(self, chosen: Mapping[str, object]) -> pd.DataFrame:
        """Keep the units of some things and groups, by columns and values as they stand in tables.

        Raises InputError: a column that is not there, a value that no unit has.
        """
        return self.keep_chosen(self.units, chosen)

    def keep_chosen(self, units: pd.DataFrame, chosen: Mapping[str, object]) -> pd.DataFrame:
        """Keep the rows of a table that have the values chosen."""
        for name, value in chosen.items():
            if name not in units and name in ("period", *PERIODS) and "published" in units:
                units = units[mark_within(units, name, value)]
                continue
            if name not in units:
                raise unknown("column", name, [*self.keys, *(one for one in GROUPINGS if one in units)])
            units = units[self.mark_value(units, name, value)]
        return units

    def mark_value(self, units: pd.DataFrame, name: str, value: object) -> pd.Series:
        """Mark the units whose column has a value, however it is spelt: by its label, its name, in any case."""
        wanted = [value] if isinstance(value, str) or not isinstance(value, list | tuple | set) else list(value)
        values = values_for_tables(units[name])
        spelt = pd.Series(values.unique(), dtype="str")
        found = {one for each in wanted for one in spelt[[self.is_called(one, each, name) for one in spelt]]}
        for each in wanted:
            if not any(self.is_called(one, each, name) for one in spelt):
                within = [one for one in spelt if str(each).strip().casefold() in one.casefold()]
                raise unknown(name, each, sorted(spelt), meant=within[0] if len(within) == 1 else None)
        return values.isin(found)

    def is_called(self, value: str, name: object, column: str) -> bool:
        """Whether a value of a column is meant by a name."""
        plain = value.partition(" [")[0]
        label = labels_of(column).get(value, value)
        said = SAID.get(value, value) if isinstance(name, bool | np.bool_) else value
        return str(name).strip().casefold() in {said.casefold(), plain.casefold(), label.casefold()}


def values_for_tables(column: pd.Series) -> pd.Series:
    """Write a column's values as tables show them: yes and no, "not known"."""
    if pd.api.types.is_bool_dtype(column):
        column = column.map(lambda value: value if pd.isna(value) else label_of(bool(value), column.name))
    return column.astype("str").fillna("not known")


def join_columns(table: pd.DataFrame, columns: list[str]) -> pd.Series:
    """Write several columns of groups as one: "bbc, quoted speech"."""
    written = [
        table[name].astype(str).map(lambda value, one=name: labels_of(one).get(value, value)) for name in columns
    ]
    return pd.Series([", ".join(row) for row in zip(*written, strict=True)], index=table.index, dtype="str")


def _with_panels(table: pd.DataFrame, columns: list[str], panels: str) -> pd.DataFrame:
    if panels in table:
        return table
    joined = join_columns(table, columns) if columns else pd.Series("all together", index=table.index, dtype="str")
    return describe(table.assign(**{panels: joined}), like=table)


def _name_other(table: pd.DataFrame) -> str:
    against = table["against"].unique() if "against" in table else []
    return str(against[0]) if len(against) == 1 else "the others"
