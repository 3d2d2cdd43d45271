"""Estimates over time, one small panel each, their intervals as bands; with trends, smoothed courses and events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from analysis.charts import theme
from analysis.charts.dots import list_rows, name_row, tell_flags
from analysis.charts.marks import assign_rows
from analysis.charts.theme import Chart, NoChart
from analysis.charts.timelines import (
    add_gaps,
    end_of,
    lay_out_events,
    list_events,
    number_events,
    period_of,
    place_dates,
    place_events,
)
from analysis.estimates import FEWEST_DOCUMENTS

FEWEST_PERIODS = 3  # with an interval each: fewer are no course
CROWDED = 40  # periods from which on panels are wider and dots smaller
LANES = 3  # of numbers of events in a panel
BRIDGED = 2  # empty periods in a row that a smoothed line goes over
TRENDS = "Change a {}, in brackets its 95% interval: one that holds 0 shows no trend."
SMOOTHED = "Line with band: smoothed course (local regression); dots: single periods."
LINES = "Bands: 95% intervals; hollow: too few documents for one; no line where a period holds nothing."


class Course(NamedTuple):
    """What is drawn over time beside the periods: trends, smoothed courses, events; each may be missing.

    trends: from `estimate_trends` by the panels; smoothed: from `estimate_courses`; events: from `load_events`.
    """

    trends: pd.DataFrame | None = None
    smoothed: pd.DataFrame | None = None
    events: pd.DataFrame | None = None


class _Look(NamedTuple):
    """How the panels of one chart are drawn: their period, the days they reach over, and how values are written."""

    period: str
    span: tuple[pd.Timestamp, pd.Timestamp]
    crowded: bool
    percent: bool


def interval_bands(
    shares: pd.DataFrame,
    panels: str,
    name: str,
    title: str,
    subtitle: str,
    most: int,
    course: Course | None = None,
    labels: Mapping[str, str] | None = None,
    flags: Mapping[str, str] | None = None,
    percent: bool = True,
) -> Chart | NoChart:
    """Draw estimates over time, one panel a value of `panels` (the largest `most` of them), with intervals as bands.

    shares: from estimate_means by `panels` and period (a date). A hollow dot has no interval; a period without
    documents is a gap. course: trends written over the panels, smoothed lines, events. percent: whether values are
    shares, that begin at 0. labels, flags: by the values of `panels`, as for interval_dots.
    Returns a NoChart where fewer than three periods have an interval.
    """
    if theme.lacks(shares):
        return theme.no_chart(shares, name, title)
    course = course or Course()
    known = shares.loc[shares["low"].notna(), "period"].nunique() if len(shares) else 0
    if known < FEWEST_PERIODS:
        needed = f"{FEWEST_PERIODS} periods of {FEWEST_DOCUMENTS} dated documents or more"
        return NoChart(name, title, f"a course needs {needed}; here are {known}")
    order, left = _order_panels(shares, panels, labels, most)
    look = _look_of(shares, percent)
    trends = _tell_trends(course.trends, panels, look)
    numbered, key = number_events(list_events(course.events, *look.span))
    said = [subtitle, _tell_lines(course, look), trends.pop("", ""), left, key]
    text = " ".join(part for part in said if part)
    figure, grid, inches = _make_grid(title, text, shares, order, [trends, labels, flags], look)
    with theme.styled():
        for axes, value in zip(grid.flat, order, strict=False):
            _draw_panel(axes, _rows_of(shares, panels, value), _rows_of(course.smoothed, panels, value), look)
            place_events(axes, numbered, lay_out_events(numbered, look.span, inches, LANES), inside=True)
        _dress(grid, look, shares, inches)
        theme.clear_empty(grid, len(order))
    alt = f"{title}: {len(order)} small line charts, {shares['period'].nunique()} periods, {known} with an interval."
    return theme.finish(figure, name, shares, alt)


def _make_grid(
    title: str,
    subtitle: str,
    shares: pd.DataFrame,
    order: list[str],
    said: list[Mapping[str, str] | None],
    look: _Look,
) -> tuple[Figure, np.ndarray, float]:
    """Make a figure with a panel a value, its name and its trend above each; and say how many inches one is wide.

    said: trends, labels and flags, by value.
    """
    trends, labels, flags = said
    columns = min(2 if look.crowded else 3, len(order))
    rows = -(-len(order) // columns)
    inches = (theme.WIDTH - 0.9) / columns - 0.25
    heads = theme.wrap((name_row(value, labels, flags) for value in order), int(inches / 0.075), 9)
    above = 0.16 * max(head.count("\n") for head in heads) + (0.18 if trends else 0)
    height, remark = (1.6 + above) * rows + 0.4, tell_flags(order, flags)
    shared = {"sharex": True, "sharey": True}
    figure, grid = theme.new_chart(title, subtitle, shares, (rows, columns), height, remark=remark, **shared)
    with theme.styled():
        for axes, value, head in zip(grid.flat, order, heads, strict=False):
            _write_head(axes, head, (trends or {}).get(value, ""))
    return figure, grid, inches


def _order_panels(
    shares: pd.DataFrame, panels: str, labels: Mapping[str, str] | None, most: int
) -> tuple[list[str], str]:
    """The values that have a panel, the largest first (those of labels in their order), and how many have none."""
    means = shares["estimate"].groupby(shares[panels].astype(str)).mean().sort_values(ascending=False, kind="stable")
    ordered = list_rows(pd.Series(means.index), labels or ())
    left = len(ordered) - most
    return ordered[:most], f"The {most} largest; {left:,} more in the table." if left > 0 else ""


def _rows_of(table: pd.DataFrame | None, panels: str, value: str) -> pd.DataFrame:
    if table is None or panels not in table:
        return pd.DataFrame()
    return table[table[panels].astype(str) == value].sort_values("period")


def _look_of(shares: pd.DataFrame, percent: bool) -> _Look:
    period = period_of(shares)
    span = (shares["period"].min(), end_of(shares["period"].max(), period))
    return _Look(period, span, shares["period"].nunique() > CROWDED, percent)


def _tell_lines(course: Course, look: _Look) -> str:
    return f"By {look.period}. {SMOOTHED if course.smoothed is not None and len(course.smoothed) else LINES}"


def _tell_trends(trends: pd.DataFrame | None, panels: str, look: _Look) -> dict[str, str]:
    """Write each panel's trend with its interval, and under "" what the numbers mean; empty where none is known."""
    known = trends.dropna(subset=["low"]) if trends is not None and panels in trends else pd.DataFrame()
    if known.empty:
        return {}
    rate = _rate_of(look)
    said = {"": TRENDS.format(rate.unit)}
    columns = ["estimate", "low", "high"]
    digits = _digits_for((known[columns] * rate.factor).to_numpy().ravel(), 1 if look.percent else 3)
    for row in known.to_dict("records"):
        values = [row[column] * rate.factor for column in columns]
        change, low, high = (_change(value, digits) for value in values)
        said[str(row[panels])] = f"{change} {rate.said} [{low}, {high}]"
    return said


class Rate(NamedTuple):
    """How changes are told: in a unit of time, in words ("points a year"); factor: what a change a year is times."""

    unit: str
    said: str
    factor: float


def find_rate(shares: pd.DataFrame, percent: bool) -> Rate:
    """Find how changes over the periods of a table are told, on its chart and in the table of its trends alike."""
    return _rate_of(_look_of(shares, percent))


def _rate_of(look: _Look) -> Rate:
    days = (look.span[1] - look.span[0]).days  # a unit is no longer than what was seen
    unit, part = ("year", 1.0) if days >= 365 else ("month", 1 / 12) if days >= 60 else ("week", 7 / 365.25)
    return Rate(unit, f"points a {unit}", 100 * part) if look.percent else Rate(unit, f"a {unit}", part)


def _digits_for(values: Sequence[float], fewest: int) -> int:
    """The decimals that keep every number from being written as 0 that is not: whether an interval holds 0 is seen."""
    smallest = min((abs(value) for value in values if abs(value) > 1e-5), default=1.0)
    return min(5, max(fewest, -int(np.floor(np.log10(smallest * 2)))))


def _change(value: float, digits: int) -> str:
    number = theme.decimals_of(value, digits)
    return number if number.startswith("−") or not number.strip("0.") else f"+{number}"


def _write_head(axes: Axes, head: str, trend: str) -> None:
    axes.set_title(head, fontsize=9, pad=17 if trend else 5)
    if trend:
        style = {"xycoords": "axes fraction", "textcoords": "offset points", "fontsize": 8.5, "color": theme.GREY}
        axes.annotate(trend, (0, 1), xytext=(0, 5), **style)


def _draw_panel(axes: Axes, part: pd.DataFrame, smoothed: pd.DataFrame, look: _Look) -> None:
    tint = theme.GREY if part["estimate"].empty else theme.BLUE
    line, within = (part, 0) if smoothed.empty else (smoothed, BRIDGED)
    whole = add_gaps(line, look.period, within)
    low, high = whole["low"].to_numpy(dtype=float), whole["high"].to_numpy(dtype=float)
    axes.fill_between(whole["period"], low, high, color=tint, alpha=0.2, linewidth=0)
    axes.plot(whole["period"], whole["estimate"].to_numpy(dtype=float), color=tint, linewidth=1.2 + 0.6 * within / 2)
    sure = np.isfinite(part["low"].to_numpy(dtype=float))
    style = {"s": 6 if look.crowded else 14, "edgecolors": tint, "linewidths": 0.6 if look.crowded else 0.9}
    faces = np.where(sure, tint, "white")
    alpha = 0.45 if within else 1.0
    dots = axes.scatter(part["period"], part["estimate"].to_numpy(float), color=faces, zorder=3, alpha=alpha, **style)
    assign_rows(dots, part)


def _dress(grid: np.ndarray, look: _Look, shares: pd.DataFrame, inches: float) -> None:
    axes = grid[0, 0]
    values = shares["estimate"].to_numpy(dtype=float)
    if look.percent:
        axes.set_ylim(0, min(1.0, max(np.nanmax(values) * 1.4, 0.01)))
    else:
        low, high = min(np.nanmin(values), 0.0), max(np.nanmax(values), 0.0)
        axes.set_ylim(low - 0.1 * (high - low) - 0.01, high + 0.2 * (high - low) + 0.01)
    days = max((look.span[1] - look.span[0]).days, 1)
    for one in grid.flat:
        one.yaxis.set_major_locator(MaxNLocator(4, steps=[1, 2, 5, 10]))
        if look.percent:
            one.yaxis.set_major_formatter(theme.percent_of)
        else:
            one.axhline(0, color=theme.GREY, linewidth=0.9, zorder=1)
        one.set_xlim(look.span[0] - pd.Timedelta(days=days * 0.02), look.span[1] + pd.Timedelta(days=days * 0.02))
        place_dates(one, *look.span, max(2, int(inches / 0.55)))
        one.tick_params(labelsize=9)
