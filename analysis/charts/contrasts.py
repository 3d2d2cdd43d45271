"""Contrasts of vocabulary drawn: each group's words, how much more it uses them, and how sure that is."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import theme
from analysis.charts.theme import Chart, NoChart

MOST_PANELS = 6
UNIT = "log-odds ratio"


def contrast_dots(
    picked: pd.DataFrame, name: str, title: str, footer: str = "", stamp: str = "", labels: dict[str, str] | None = None
) -> Chart | NoChart:
    """Draw each group's first terms with their log-odds ratio and its interval, one panel a group (six at most).

    picked: from `pick_terms`. A grey dot: not sure (q of .05 or more); a hollow one: no interval.
    labels: names for the groups. An empty table is answered by a line that says so.
    """
    if picked.empty:
        return NoChart(name, title, "fewer than two groups hold five documents or more: there is nothing to compare")
    sizes = picked.groupby("group")["documents"].max().sort_values(ascending=False, kind="stable")
    groups = sorted(sizes.index[:MOST_PANELS], key=str)
    columns = 3 if len(groups) == 3 else min(2, len(groups))
    rows = -(-len(groups) // columns)
    most = int(picked.groupby("group").size().max())
    left = len(sizes) - len(groups)
    subtitle = (
        "Further right: more typical of the group than of the rest. Grey: could be chance, for many terms were tested."
        + (f" The {MOST_PANELS} groups of most documents; {left} more in the table." if left > 0 else "")
    )
    figure, grid = theme.new_chart(
        title, subtitle, footer, (rows, columns), height=rows * (0.27 * most + 0.75), stamp=stamp, sharex=True
    )
    with theme.styled():
        for axes, group in zip(grid.flat, groups, strict=False):
            letters = 52 // columns
            _panel(axes, picked[picked["group"] == group], (labels or {}).get(group, group), letters)
        for axes in grid.flat[len(groups) :]:
            axes.set_visible(False)
        for axes in grid.flat[max(0, len(groups) - columns) : len(groups)]:
            axes.tick_params(labelbottom=True)
            axes.set_xlabel(UNIT)
    return theme.finish(figure, name, picked, _alt(title, picked, groups))


def _panel(axes: Axes, part: pd.DataFrame, group: object, letters: int) -> None:
    """Draw one group's terms, the first on top."""
    part = part.sort_values("rank")
    place = np.arange(len(part))
    tint = np.where(part["sure"], theme.BLUE, theme.GREY)
    known = part["low"].notna().to_numpy()
    low, high, delta = (part[column].to_numpy(dtype=float) for column in ("low", "high", "delta"))
    axes.hlines(place[known], low[known], high[known], color=tint[known], linewidth=2.2, alpha=0.5)
    axes.scatter(delta, place, s=34, color=np.where(known, tint, "white"), edgecolors=tint, zorder=3)
    axes.axvline(0, color=theme.GREY, linewidth=1, zorder=1)
    axes.set_yticks(place, theme.wrap(part["shown"], letters))
    axes.set_ylim(len(part) - 0.4, -0.6)
    axes.set_title(theme.wrap([group], letters + 8)[0])


def _alt(title: str, picked: pd.DataFrame, groups: list[object]) -> str:
    """Describe the chart: the first terms of each group."""
    first = picked[picked["rank"] <= 3].groupby("group")["shown"].agg(", ".join)
    return f"{title}. " + "; ".join(f"{group}: {first[group]}" for group in groups) + "."
