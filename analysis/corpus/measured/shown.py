"""Tables that show themselves: a DataFrame that knows its title, its chart, its reading, and what stands behind it.

What is made of one by pandas (a filter, a sort, a join) is a plain DataFrame again, for title and chart would be no
longer true of it; its basis stays (`analysis.estimates.basis_of`). One that was changed in place shows itself as a
plain one, too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

import pandas as pd
from pandas.plotting import PlotAccessor

from analysis.charts.estimate_tables import TableHead, make_estimate_html, make_estimate_text
from analysis.charts.groups import choose_groups
from analysis.charts.parts import Part
from analysis.charts.theme import Chart, NoChart
from analysis.errors import require
from analysis.masked import mask_markdown
from analysis.prose.phrases import number
from analysis.public.shown import public_text

MOST_ROWS = 40
FEWEST_GROUPS = 5  # shown of each part, where a table is cut


@dataclass(frozen=True)
class View:
    """How a table shows itself.

    title, unit, percent: as for `TableHead`; draw: makes its chart; tell: says in Markdown what it shows; before,
    after: what `show` displays before the chart and under the reading; by: the columns of groups, of which those of
    most documents are shown where there are many; rows: what is shown in place of the table itself;
    period: what the days of a table over time begin; remarks: what is to be known of the numbers, for the footer.
    """

    title: str
    unit: str = ""
    percent: bool = False
    draw: Callable[[], Chart | NoChart] | None = None
    tell: Callable[[], str] | None = None
    after: Callable[[], Sequence[Part]] | None = None
    by: Sequence[str] = ()
    rows: Callable[[], pd.DataFrame] | None = None
    before: str = ""
    period: str = "day"
    remarks: Sequence[str] = ()


class Said(str):
    """A text in Markdown, which a notebook shows as such."""

    __slots__ = ()

    def _repr_markdown_(self) -> str:
        return mask_markdown(public_text(str(self), markup=True))


class Plotted(PlotAccessor):
    """`.plot()` is the suite's chart of a table; `.plot.bar(...)` and the others are pandas'."""

    def __call__(self, *args: object, **keywords: object) -> object:
        """Give the suite's chart; with keywords pandas' plot."""
        said = ".plot() is the table's chart and takes nothing; pandas' are its methods"
        require(not args, f"{said}: .plot.{_kind(args)}(...).")
        if keywords:
            return super().__call__(*args, **keywords)
        return self._parent._draw()


def _kind(args: tuple) -> str:
    return str(args[0]) if args and str(args[0]) in PlotAccessor._all_kinds else "bar"


class ShownTable(pd.DataFrame):
    """A table that shows itself: `.plot()` is its chart, `.tell()` its reading, `show` displays all of it."""

    _internal_names: ClassVar[list[str]] = [*pd.DataFrame._internal_names, "_view", "_plain"]
    _internal_names_set: ClassVar[set[str]] = set(_internal_names)

    def __init__(self, table: pd.DataFrame, view: View) -> None:
        super().__init__(table)
        self.attrs = dict(table.attrs)
        self._view, self._plain = view, table

    @property
    def _constructor(self) -> type[pd.DataFrame]:
        return pd.DataFrame

    def __reduce__(self) -> tuple:
        return (pd.DataFrame.copy, (self.to_frame(),))  # what leaves the session is the table

    @property
    def plot(self) -> Plotted:
        """The table's chart, if it is called; pandas' charts by its methods."""
        return Plotted(self)

    def tell(self) -> Said:
        """Say in Markdown what the table shows; "" where there is nothing to say."""
        return Said(self._view.tell() if self._view.tell else "")

    def to_frame(self) -> pd.DataFrame:
        """Give the table as a plain DataFrame."""
        plain = pd.DataFrame(self)
        plain.attrs = dict(self.attrs)
        return plain

    def list_parts(self) -> list[Part]:
        """List what `show` displays: the chart, its reading, and tables where there are some."""
        view, said = self._view, self.tell()
        parts: list[Part] = [view.before] if view.before else []
        parts += [self._draw()] if view.draw else []
        return [*parts, *([said] if said else []), *(view.after() if view.after else ())]

    def _draw(self) -> Chart | NoChart:
        require(self._view.draw is not None, f"{self._view.title}: there is no chart of this table; it shows itself.")
        return self._view.draw()

    def _rows(self) -> tuple[pd.DataFrame, list[str]]:
        """The rows that are shown, and what is said of the others."""
        table = self._view.rows() if self._view.rows else self._plain
        if len(table) <= MOST_ROWS:
            return table, []
        whole = f"All {len(table):,} rows: .to_frame()"
        by = max((name for name in self._view.by if name in table), key=lambda name: table[name].nunique(), default="")
        if not by:
            return table.head(MOST_ROWS), [f"The first {MOST_ROWS} of {len(table):,} rows. {whole}."]
        groups = table[by].astype(str)
        parts = -(-len(table) // max(groups.nunique(), 1))
        chosen = choose_groups(table, by, max(FEWEST_GROUPS, MOST_ROWS // max(parts, 1)))
        said = f"{chosen.tell_shown()} of {number(groups.nunique(), by.replace('_', ' '))}. {whole}."
        return table[groups.isin(chosen.shown)], [said]

    def _is_changed(self) -> bool:
        return not (list(self.columns) == list(self._plain.columns) and self.equals(self._plain))

    def _head(self, more: Sequence[str]) -> TableHead:
        view = self._view
        return TableHead(view.title, view.unit, view.percent, [*view.remarks, *more], view.period)

    def _repr_html_(self) -> str:
        if self._is_changed():
            return self.to_frame()._repr_html_()
        rows, more = self._rows()
        return make_estimate_html(rows, self._head([*more, *self._hints()]), self._plain)

    def __repr__(self) -> str:
        if self._is_changed():
            return repr(self.to_frame())
        rows, more = self._rows()
        return make_estimate_text(rows, self._head(more), self._plain)

    def _hints(self) -> list[str]:
        return [".plot() draws it."] if self._view.draw else []
