"""Estimates over time, one small panel each, their intervals as bands."""

from __future__ import annotations

import matplotlib.dates
import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import theme
from analysis.charts.marks import assign_rows
from analysis.charts.theme import Chart, NoChart
from analysis.estimates import FEWEST_DOCUMENTS

FEWEST_PERIODS = 3  # with an interval each: fewer are no course


def interval_bands(
    shares: pd.DataFrame, panels: str, name: str, title: str, subtitle: str, most: int
) -> Chart | NoChart:
    """Draw shares over time, one panel a value of `panels` (the largest `most` of them), with intervals as bands.

    shares: from estimate_means by `panels` and period (a date). A hollow dot has no interval.
    Returns a NoChart where fewer than three periods have one.
    """
    known = shares.loc[shares["low"].notna(), "period"].nunique() if len(shares) else 0
    if known < FEWEST_PERIODS:
        return NoChart(
            name,
            title,
            f"a course needs {FEWEST_PERIODS} periods of {FEWEST_DOCUMENTS} dated documents or more; here are {known}",
        )
    order = shares.groupby(panels)["estimate"].mean().sort_values(ascending=False, kind="stable").index[:most]
    columns = min(3, len(order))
    rows = -(-len(order) // columns)
    figure, grid = theme.new_chart(
        title, subtitle, shares, (rows, columns), 1.6 * rows + 0.3, drawn="bands", sharex=True, sharey=True
    )
    with theme.styled():
        for axes, value in zip(grid.flat, order, strict=False):
            _draw_band(axes, shares[shares[panels] == value].sort_values("period"))
            axes.set_title("\n".join(theme.wrap([value], 30)), fontsize=9)
        theme.clear_empty(grid, len(order))
        grid[0, 0].set_ylim(0, min(1, shares["estimate"].max() * 1.4))
    alt = f"{title}: {len(order)} small line charts, {shares['period'].nunique()} periods, {known} with an interval."
    return theme.finish(figure, name, shares, alt)


def _draw_band(axes: Axes, part: pd.DataFrame) -> None:
    x, low, high = (part[column].to_numpy(dtype=float) for column in ("estimate", "low", "high"))
    axes.fill_between(part["period"], low, high, color=theme.BLUE, alpha=0.2, linewidth=0)
    axes.plot(part["period"], x, color=theme.BLUE, linewidth=1.2, alpha=0.8)
    faces = np.where(np.isfinite(low), theme.BLUE, "white")
    dots = axes.scatter(part["period"], x, s=14, color=faces, edgecolors=theme.BLUE, linewidths=0.9, zorder=3)
    assign_rows(dots, part)
    axes.yaxis.set_major_formatter(theme.percent_of)
    axes.xaxis.set_major_locator(matplotlib.dates.AutoDateLocator(maxticks=4))
    axes.xaxis.set_major_formatter(matplotlib.dates.ConciseDateFormatter(axes.xaxis.get_major_locator()))
