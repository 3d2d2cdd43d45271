"""Dots and bars with their intervals: the workhorse of the notebooks."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import theme
from analysis.charts.marks import assign_rows
from analysis.charts.theme import Chart, NoChart


def interval_dots(
    estimates: pd.DataFrame,
    rows: str,
    name: str,
    title: str,
    unit: str,
    colour: str | None = None,
    colours: Mapping[str, str] | None = None,
    labels: Mapping[str, str] | None = None,
    subtitle: str = "",
    zero: bool = False,
    percent: bool = False,
    whole: pd.DataFrame | None = None,
    row_labels: Mapping[str, str] | None = None,
) -> Chart | NoChart:
    """Draw one dot an estimate with its interval as a line, one row a value of `rows`.

    estimates: from analysis.estimates: estimate, low, high, and the columns `rows` and `colour`; rows are drawn top
    down in the order of the table. unit: the x axis's label, with its unit. colours, labels: for the values of
    `colour`; row_labels: for those of `rows`. zero: draw a line at 0; percent: write shares as percentages. A hollow
    dot has no interval.
    whole: the table behind the chart, where only a part of it is drawn: what a chart leaves out is in its CSV.
    Footer and stamp come from what the table rests on. Returns a NoChart where there is nothing to draw.
    """
    if theme.lacks(estimates):
        return theme.no_chart(estimates, name, title)
    series = list(dict.fromkeys(estimates[colour].astype(str))) if colour else [""]
    wrapped = theme.wrap((row_labels or {}).get(row, row) for row in _order(estimates[rows]))
    height = theme.row_height(wrapped, len(series)) + (0.25 if colour else 0)
    figure, grid = theme.new_chart(title, subtitle, estimates, height=height, drawn="lines")
    with theme.styled():
        for number, (key, part, place) in enumerate(split_series(estimates, rows, colour)):
            tint = (colours or {}).get(key, theme.PALETTE[number % len(theme.PALETTE)])
            place_dots(grid[0, 0], part, place, tint, (labels or {}).get(key, key))
        _dress(grid[0, 0], wrapped, unit, zero, percent)
        if colour:
            theme.place_legend(grid[0, 0])
    table = estimates if whole is None else whole
    return theme.finish(figure, name, table, _alt(title, estimates, rows, colour, unit))


def split_series(
    estimates: pd.DataFrame,
    rows: str,
    colour: str | None,
    order: list[str] | None = None,
    keys: list[str] | None = None,
) -> list[tuple[str, pd.DataFrame, np.ndarray]]:
    """Split estimates by colour: each value with its rows and where they stand, those of one row side by side.

    order, keys: the values of `rows` from the top, and of `colour`; as they first stand in the table if not given.
    """
    places = {label: place for place, label in enumerate(order or _order(estimates[rows]))}
    keys = keys or (_order(estimates[colour]) if colour else [""])
    step = min(0.22, 0.7 / max(len(keys), 1))
    split = []
    for number, key in enumerate(keys):
        part = estimates[estimates[colour].astype(str) == key] if colour else estimates
        shift = (number - (len(keys) - 1) / 2) * step
        split.append((key, part, part[rows].astype(str).map(places).to_numpy(dtype=float) + shift))
    return split


def place_dots(
    axes: Axes, part: pd.DataFrame, place: np.ndarray, tint: str | list[str], label: str = "", value: str = "estimate"
) -> None:
    """Draw estimates as dots with their intervals as lines; a hollow dot has none. tint: one for all, or one each."""
    x, low, high = (part[column].to_numpy(dtype=float) for column in (value, "low", "high"))
    tints = np.array([tint] * len(part) if isinstance(tint, str) else list(tint), dtype=object)
    known = np.isfinite(low)
    axes.hlines(place[known], low[known], high[known], color=list(tints[known]), linewidth=2.2, alpha=0.55)
    faces = list(np.where(known, tints, "white"))
    dots = axes.scatter(
        x, place, s=38, color=faces, edgecolors=list(tints), linewidths=1.5, zorder=3, label=theme.readable(label)
    )
    assign_rows(dots, part)


def _order(values: pd.Series) -> list[str]:
    return list(dict.fromkeys(values.astype(str)))


def _dress(axes: Axes, labels: list[str], unit: str, zero: bool, percent: bool) -> None:
    axes.set_yticks(range(len(labels)), labels)
    axes.set_ylim(len(labels) - 0.5, -0.5)
    axes.set_xlabel(unit)
    if zero:
        axes.axvline(0, color=theme.GREY, linewidth=1, zorder=1)
    if percent:
        axes.xaxis.set_major_formatter(theme.percent_of)


def _alt(title: str, estimates: pd.DataFrame, rows: str, colour: str | None, unit: str) -> str:
    ranked = estimates.dropna(subset=["estimate"]).sort_values("estimate")
    if ranked.empty:
        return f"{title}. No estimate could be made."
    ends = []
    for word, row in (("highest", ranked.iloc[-1]), ("lowest", ranked.iloc[0])):
        group = f"{row[rows]}, {row[colour]}" if colour else f"{row[rows]}"
        ends.append(f"{word}: {group} at {row['estimate']:.2f}")
    return f"{title}. Dots with 95% intervals, {unit}; {len(ranked)} estimates; {'; '.join(ends)}."
