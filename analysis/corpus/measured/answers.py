"""How a measure answers: with tables by groups, of differences, over time, and with the sentences behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import pandas as pd

from analysis.charts.bands import Course, find_rate
from analysis.charts.numbers import tell_period
from analysis.charts.parts import TableShown
from analysis.corpus.measured.dated import name_freq
from analysis.corpus.measured.estimates import Estimates
from analysis.corpus.measured.passages import Passages
from analysis.corpus.measured.shown import View
from analysis.errors import InputError, unknown
from analysis.estimates import describe
from analysis.estimates.periods import PERIODS, choose_period
from analysis.prose.trends import tell_trends
from analysis.tables import labels_of

NOT_MEASURED = "no text measured"
NOTHING = "no text was measured"
UNDATED = "no document has its date known"
SAY_DATES = ": say dates in sources.csv (column published)"


class Answers:
    """The part of a measure that answers in tables which show themselves; mixed into `Measure`."""

    def group(self, by: tuple[str, ...] = ()) -> Estimates:
        """Estimate by groups."""
        table = self.estimate(by)
        view = View(
            self.title_of(by), self.axis, self.percent, partial(self.draw, table, by), partial(self.say, table, by),
            partial(self.list_tables, table, by), by, partial(self.arrange, table),
            remarks=self.list_remarks(table, by),
        )  # fmt: skip
        return self.table_type(table, view, self, by)

    def set_apart(self, by: str, against: str | None, within: tuple[str, ...] = ()) -> Estimates:
        """Estimate differences between groups, in each group of other columns."""
        within = tuple(name for name in within if name not in (by, self.of))
        table, columns = self.contrast(by, against, within), (*within, by)
        draw = partial(self.draw_contrast, table, by, within)
        tell = partial(self.tell_contrast, table, by, within)
        title, axis = f"{self.title_of(columns)}: differences", f"difference: {self.axis}"
        view = View(title, axis, self.percent, draw, tell, None, columns, remarks=self.list_remarks(table, columns))
        return self.table_type(table, view, self, columns if by != self.of else within)

    def make_course(
        self, period: str, by: tuple[str, ...], events: pd.DataFrame | None, say_why: bool = False
    ) -> Estimates:
        """Estimate over time; say_why: where nothing is dated, a table of nothing that says so."""
        why = self.check_period(period, say_why)
        if why:
            return self._make_no_course(period, by, why)
        table, course = self.follow(period, by)
        course = Course(course.trends, course.smoothed, events)
        rate = find_rate(table, self.percent)
        slopes = {column: course.trends[column] * rate.factor for column in ("estimate", "low", "high")}
        tables = partial(self.list_trends, course.trends.assign(**slopes), rate.said)
        draw = partial(self.draw_course, table, course, by)
        tell = partial(self.say_course, table, course.trends.assign(**slopes), (*self.keys, *by), rate.said)
        period = period or choose_period(self.measured.drop_duplicates("doc_id"))
        view = View(
            f"{self.title_of(by)}, over time", self.axis, self.percent, draw, tell, tables,
            period=period, remarks=self.list_remarks(table, by, period),
        )  # fmt: skip
        return self.table_type(table, view, self, by, period)

    def say_course(self, table: pd.DataFrame, trends: pd.DataFrame, of: tuple[str, ...], rate: str) -> str:
        """Say what a course shows, and which trends; of: the columns of groups; rate: the unit of the trends."""
        told = tell_trends(trends, of[0], self.noun or of[0], rate, labels_of(of[0])) if len(of) == 1 else ""
        return " ".join(part for part in (self.tell_course(table), told) if part)

    def _make_no_course(self, period: str, by: tuple[str, ...], why: str) -> Estimates:
        """Make a course of no period, which says why it is none."""
        columns = ["period", "estimate", "low", "high", "n", "documents", "note"]
        table = describe(pd.DataFrame(columns=[*self.keys, *by, *columns]), empty=why)
        chart = replace(
            self.draw_course(table, Course(), by), reason=why
        )  # under the name and title that it would have
        view = View(chart.title, self.axis, self.percent, lambda: chart)
        return self.table_type(table, view, self, by, period or "year")

    def check_period(self, period: str, say_why: bool = False) -> str:
        """Raise InputError for what is no period, and where nothing is dated; or say why, if asked to; else ""."""
        if period not in (*PERIODS, ""):
            raise unknown("period", period, PERIODS)
        if self.units["published"].notna().any():
            return ""
        dated = self.corpus.documents["published"].notna().any()
        why = UNDATED
        if dated:
            why = "no text that was measured has its date known" if len(self.units) else NOTHING
        if say_why:
            return why
        remedy = "" if dated else SAY_DATES
        raise InputError(f"{why[0].upper()}{why[1:]}, so there is nothing to follow over time{remedy}.")

    language, instrument, remedy = "", "", ""  # of what measures: "" for any language
    nothing = "Nothing was measured."

    def explain(self, table: pd.DataFrame) -> str:
        """Say why nothing was measured: the texts' language, or the measure's own reason; "" where something was."""
        if "n" in table and bool((table["n"] > 0).any()):
            return ""
        return self.tell_foreign() or (self.nothing if table.empty else "")

    def tell_foreign(self) -> str:
        """Say that no text is in the language of this measure; "" where one is, or where it takes any."""
        known = set(self.corpus.documents["language"].dropna().astype(str))
        if not self.language or not known or self.language in known:
            return ""
        other = sorted(known)
        return (
            f"Nothing was measured: the texts are in another language ({', '.join(other)}) than {self.instrument} "
            f"({self.language}). {self.remedy.format(other[0])}"
        )

    def list_remarks(self, table: pd.DataFrame, by: tuple[str, ...], period: str = "") -> list[str]:
        """List what is to be known of a table, under it."""
        why = self.explain(table)
        return [why] if why else self.remark(by, period)

    def say(self, table: pd.DataFrame, by: tuple[str, ...]) -> str:
        """Say what estimates show, or why there are none."""
        return self.explain(table) or self.tell(table, by)

    def remark(self, by: tuple[str, ...], period: str = "") -> list[str]:
        """Say what is to be known of the numbers of a table by groups or over time, under it."""
        return []

    def list_sentences(self, by: tuple[str, ...], most: int, lowest: bool, which: Mapping[str, object]) -> Passages:
        """List the sentences behind numbers."""
        units = self.choose_units(which)
        rank = self.rank_by or self.value
        kept = self.keep_telling(units, lowest)
        key = next((name for name in (*self.keys, *by) if name not in which or isinstance(which[name], list)), None)
        found = self.corpus.evidence(self.name_evidence(kept), rank, by=key, most=most, lowest=lowest)
        said = [f"{name} = {_write_chosen(name, value)}" for name, value in which.items()]
        ends = "lowest" if lowest else "highest"
        title = f"{self.title}: sentences that score {ends}" + (f" ({', '.join(said)})" if said else "")
        name, caption, rows, empty = self.name_table(most, lowest, key)
        shown = TableShown(found, name, caption, rows, self.tell_foreign() or empty)
        return Passages(found, title, rank, key or "", shown)

    def list_tables(self, table: pd.DataFrame, by: tuple[str, ...]) -> list[TableShown]:
        """List the tables under a chart by groups."""
        return []

    def list_trends(self, trends: pd.DataFrame, rate: str) -> list[TableShown]:
        """List the table under a chart over time; rate: the unit of its changes, as on the chart."""
        caption = f"One row a {self.noun or 'group'}: its change, in {rate}."
        return [TableShown(trends, f"{self.name}-trends", caption)]

    def arrange(self, table: pd.DataFrame) -> pd.DataFrame:
        """Order the rows as a table shows them."""
        shown = table.drop(columns=[name for name in ("missing",) if name in table])
        if "note" in shown and "n" in shown:  # none of nothing is not "too few"
            shown = shown.assign(note=shown["note"].mask(shown["n"] == 0, NOT_MEASURED))
        return describe(shown, like=table)


def _write_chosen(name: str, value: object) -> str:
    """Write what sentences were chosen by."""
    if isinstance(value, list):
        return ", ".join(_write_chosen(name, one) for one in value)
    if isinstance(value, pd.Period):
        return tell_period(value.start_time, name_freq(value))
    return str(labels_of(name).get(str(value), value))
