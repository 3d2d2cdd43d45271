"""Dots and bars with their intervals: the workhorse of the notebooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import matplotlib
import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import theme
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
    footer: str = "",
    stamp: str = "",
    zero: bool = False,
    percent: bool = False,
    limits: tuple[float, float] | None = None,
) -> Chart | NoChart:
    """Draw one dot an estimate with its interval as a line, one row a value of `rows`.

    estimates: from analysis.estimates: estimate, low, high, n, and the columns `rows` and `colour`;
    rows are drawn top down in the order of the table. unit: the x axis's label, with its unit.
    colours, labels: for the values of `colour`. zero: draw a line at 0. A hollow dot has no interval.
    Returns a NoChart where there is nothing to draw.
    """
    if theme.lacks(estimates):
        return NoChart(name, title)
    order = list(dict.fromkeys(estimates[rows].astype(str)))
    series = list(dict.fromkeys(estimates[colour].astype(str))) if colour else [""]
    wrapped = theme.wrap(order)
    height = theme.row_height(wrapped, len(series)) + (0.25 if colour else 0)
    figure, grid = theme.new_chart(title, subtitle, footer, height=height, stamp=stamp)
    axes = grid[0, 0]
    with theme.styled():
        _draw_series(axes, estimates, rows, order, colour, series, colours or {}, labels or {})
        _dress(axes, wrapped, unit, zero, percent, limits)
        if colour:
            theme.legend_above(axes)
    return theme.finish(figure, name, estimates, _alt(title, estimates, rows, colour, unit))


def _draw_series(
    axes: Axes,
    estimates: pd.DataFrame,
    rows: str,
    order: Sequence[str],
    colour: str | None,
    series: Sequence[str],
    colours: Mapping[str, str],
    labels: Mapping[str, str],
) -> None:
    offsets = (np.arange(len(series)) - (len(series) - 1) / 2) * min(0.22, 0.7 / max(len(series), 1))
    places = {label: place for place, label in enumerate(order)}
    for number, key in enumerate(series):
        part = estimates[estimates[colour].astype(str) == key] if colour else estimates
        y = part[rows].astype(str).map(places).to_numpy(dtype=float) + offsets[number]
        x, low, high = (part[column].to_numpy(dtype=float) for column in ("estimate", "low", "high"))
        tint = colours.get(key, theme.PALETTE[number % len(theme.PALETTE)])
        known = np.isfinite(low)
        axes.hlines(y[known], low[known], high[known], color=tint, linewidth=2.2, alpha=0.55)
        face = np.where(known, tint, "white")
        axes.scatter(
            x,
            y,
            s=38,
            color=face,
            edgecolors=tint,
            linewidths=1.5,
            zorder=3,
            label=theme.readable(labels.get(key, key)),
        )


def _dress(
    axes: Axes, labels: list[str], unit: str, zero: bool, percent: bool, limits: tuple[float, float] | None
) -> None:
    axes.set_yticks(range(len(labels)), labels)
    axes.set_ylim(len(labels) - 0.5, -0.5)
    axes.set_xlabel(unit)
    if limits:
        axes.set_xlim(*limits)
    if zero:
        axes.axvline(0, color=theme.GREY, linewidth=1, zorder=1)
    if percent:
        axes.xaxis.set_major_formatter(matplotlib.ticker.PercentFormatter(1.0, decimals=0))


def _alt(title: str, estimates: pd.DataFrame, rows: str, colour: str | None, unit: str) -> str:
    ranked = estimates.dropna(subset=["estimate"]).sort_values("estimate")
    if ranked.empty:
        return f"{title}. No estimate could be made."
    ends = []
    for word, row in (("highest", ranked.iloc[-1]), ("lowest", ranked.iloc[0])):
        group = f"{row[rows]}, {row[colour]}" if colour else f"{row[rows]}"
        ends.append(f"{word}: {group} at {row['estimate']:.2f}")
    return f"{title}. Dots with 95% intervals, {unit}; {len(ranked)} estimates; {'; '.join(ends)}."
