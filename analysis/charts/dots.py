"""Dots and bars with their intervals: the workhorse of the notebooks."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from analysis.charts import theme
from analysis.charts.footers import mark_bounds
from analysis.charts.groups import UNNAMED, choose_groups
from analysis.charts.marks import assign_rows
from analysis.charts.theme import Chart, Key, NoChart
from analysis.errors import unknown

MOST_ROWS = 30
APART = 0.4  # rows between the named ones and those without a name
DAGGER = " †"
UNIT = "estimate"  # of an axis that nobody has named


def interval_dots(
    estimates: pd.DataFrame,
    rows: str,
    name: str = "",
    title: str = "",
    unit: str = "",
    colour: str | None = None,
    colours: Mapping[str, str] | None = None,
    labels: Mapping[str, str] | None = None,
    subtitle: str = "",
    zero: bool = False,
    percent: bool = False,
    whole: pd.DataFrame | None = None,
    row_labels: Mapping[str, str] | None = None,
    flags: Mapping[str, str] | None = None,
    color: str | None = None,
) -> Chart | NoChart:
    """Draw one dot an estimate with its interval as a line, one row a value of `rows`.

    interval_dots(estimates, "frame", colour="voice") is enough: all else has a default.
    estimates: from analysis.estimates: estimate, low, high, and the columns `rows` and `colour`; rows are drawn top
    down in the order of the table, those without a name last and grey; of more than thirty those of most documents.
    name, title: of the chart, its columns if not given; unit: the x axis's label, with its unit. colour: the column
    that dots are coloured by (color is the same). colours, labels: for the values of `colour`; row_labels: for those of
    `rows`. zero: draw a line at 0; percent: write shares as percentages. A hollow dot has no interval. whole: the
    table behind the chart, where only a part of it is drawn: what a chart leaves out is in its CSV. flags: what to
    be wary of, by the value of `rows`: it bears a dagger, and the footer says the text.
    Footer and stamp come from what the table rests on. Returns a NoChart where there is nothing to draw.
    """
    colour = colour or color
    check_columns(estimates, rows=rows, colour=colour)
    name, title = _name_chart(name, title, [rows, *([colour] if colour else [])])
    if theme.lacks(estimates):
        return theme.no_chart(estimates, name, title)
    drawn, subtitle = _keep_rows(estimates, rows, subtitle)
    entries, order = make_entries(drawn, colour, colours, labels), list_rows(drawn[rows])
    wrapped = theme.wrap(name_row(row, row_labels, flags) for row in order)
    figure, axes = _make_figure(title, subtitle, drawn, order, wrapped, list(entries.values()), flags)
    with theme.styled():
        for key, part, place in split_series(drawn, rows, colour, order):
            place_dots(axes, part, place, entries[key].colour if colour else tints_of(part, rows, theme.BLUE))
        place_row_labels(axes, order, wrapped)
        _dress(axes, unit, zero, percent)
    alt = _alt(title, drawn, (rows, row_labels or {}), (colour, labels or {}), unit or UNIT)
    return theme.finish(figure, name, estimates if whole is None else whole, alt)


def _name_chart(name: str, title: str, columns: list[str]) -> tuple[str, str]:
    """Name a chart and give it a title, by its columns where it has none."""
    return name or "-by-".join(columns).replace("_", "-"), title or f"Estimates by {' and '.join(columns)}"


def _make_figure(
    title: str,
    subtitle: str,
    drawn: pd.DataFrame,
    order: list[str],
    wrapped: list[str],
    legend: list[Key],
    flags: Mapping[str, str] | None,
) -> tuple[Figure, Axes]:
    """Make a figure high enough for its rows and for the series side by side in each, with what daggers mean."""
    height = theme.row_height(wrapped, max(len(legend), 1)) + APART * 0.3 * any(row in UNNAMED for row in order)
    remark = tell_flags(order, flags)
    figure, grid = theme.new_chart(title, subtitle, drawn, (1, 1), height, "lines", remark, legend=legend)
    return figure, grid[0, 0]


def check_columns(estimates: pd.DataFrame, **columns: str | None) -> None:
    """Raise InputError for a column that estimates lack, or for what is no table of estimates."""
    if "estimate" not in estimates and len(estimates):
        raise unknown("estimates", "estimate", estimates.columns, "Give a table of analysis.estimates.")
    for argument, column in columns.items():
        if column and column not in estimates:
            raise unknown(argument, column, estimates.columns)


def _keep_rows(estimates: pd.DataFrame, rows: str, subtitle: str) -> tuple[pd.DataFrame, str]:
    """Keep the rows of a chart that is not too long, and say in its subtitle how many others there are."""
    chosen = choose_groups(estimates, rows, MOST_ROWS)
    if not chosen.left:
        return estimates, subtitle
    kept = estimates[rows].astype(str).isin([*chosen.shown, *chosen.unnamed])
    return estimates[kept], " ".join(part for part in (subtitle, chosen.tell_left()) if part)


def make_entries(
    estimates: pd.DataFrame,
    colour: str | None,
    colours: Mapping[str, str] | None = None,
    labels: Mapping[str, str] | None = None,
) -> dict[str, Key]:
    """Make the entries of a legend, one a value of `colour` as they first stand; those without a name last and grey."""
    keys = list_rows(estimates[colour]) if colour else []
    tints = {key: theme.PALETTE[number % len(theme.PALETTE)] for number, key in enumerate(keys)}
    tints |= dict.fromkeys(UNNAMED, theme.GREY) | dict(colours or {})
    return {key: Key((labels or {}).get(key, key), tints[key]) for key in keys}


def list_rows(values: pd.Series, first: Collection[str] = ()) -> list[str]:
    """List each value once: those of `first` in their order, then as they first stand; those without a name last."""
    found = list(dict.fromkeys(values.astype(str)))
    ordered = [*(value for value in first if value in found), *(value for value in found if value not in first)]
    return sorted(ordered, key=lambda value: value in UNNAMED)


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
    order = order or list_rows(estimates[rows])
    places = dict(zip(order, _places(order), strict=True))
    keys = keys or (list_rows(estimates[colour]) if colour else [""])
    step = min(0.22, 0.7 / max(len(keys), 1))
    split = []
    for number, key in enumerate(keys):
        part = estimates[estimates[colour].astype(str) == key] if colour else estimates
        shift = (number - (len(keys) - 1) / 2) * step
        split.append((key, part, part[rows].astype(str).map(places).to_numpy(dtype=float) + shift))
    return split


def _places(order: Sequence[str]) -> np.ndarray:
    """Where rows stand from the top; those without a name a little apart from the others."""
    unnamed = np.array([row in UNNAMED for row in order], dtype=bool)
    return np.arange(len(order)) + APART * unnamed * (not unnamed.all())


def place_dots(
    axes: Axes,
    part: pd.DataFrame,
    place: np.ndarray,
    tint: str | Sequence[str],
    value: str = "estimate",
    size: float = 38,
) -> None:
    """Draw estimates as dots with their intervals as lines; a hollow dot has none. tint: one for all, or one each."""
    x, low, high = (part[column].to_numpy(dtype=float) for column in (value, "low", "high"))
    tints = np.array([tint] * len(part) if isinstance(tint, str) else list(tint), dtype=object)
    known, bound = np.isfinite(low), mark_bounds(part) & (value == "estimate")
    sure = known & ~bound
    axes.hlines(place[sure], low[sure], high[sure], color=list(tints[sure]), linewidth=2.2, alpha=0.55)
    if bound.any():  # drawn thin, and cut where the other intervals end: they do not set the axis
        rows = zip(low[bound], high[bound], place[bound], strict=True)
        ends = [((one, row), (other, row)) for one, other, row in rows]
        thin = LineCollection(ends, colors=list(tints[bound]), linewidths=0.8, alpha=0.55)
        axes.add_collection(thin, autolim=not sure.any())
    faces = list(np.where(known, tints, "white"))
    dots = axes.scatter(x, place, s=size, color=faces, edgecolors=list(tints), linewidths=1.5, zorder=3)
    assign_rows(dots, part)


def tints_of(part: pd.DataFrame, rows: str, tint: str) -> list[str]:
    """The colour of each estimate of a chart of one series: grey where its row has no name."""
    return [theme.GREY if row in UNNAMED else tint for row in part[rows].astype(str)]


def place_row_labels(axes: Axes, order: Sequence[str], labels: Sequence[str], size: float = 10) -> None:
    """Write the labels of rows beside them, from the top; those without a name grey."""
    places = _places(order)
    axes.set_yticks(places, labels, fontsize=size)
    axes.set_ylim(places[-1] + 0.5, -0.5)
    for row, tick in zip(order, axes.get_yticklabels(), strict=True):
        if row in UNNAMED:
            tick.set_color(theme.GREY)


def name_row(row: str, labels: Mapping[str, str] | None, flags: Mapping[str, str] | None) -> str:
    """Name a row, with a dagger if there is something to be wary of."""
    return (labels or {}).get(row, row) + (DAGGER if row in (flags or {}) else "")


def tell_flags(order: Sequence[str], flags: Mapping[str, str] | None) -> str:
    """Write for the footer what the daggers of a chart mean, each text once."""
    said: dict[str, list[str]] = {}
    for row in order:
        if row in (flags or {}):
            said.setdefault(flags[row].rstrip("."), []).append(row)
    return " ".join(f"† {', '.join(rows)}: {text}." for text, rows in said.items())


def _dress(axes: Axes, unit: str, zero: bool, percent: bool) -> None:
    axes.set_xlabel(unit or UNIT)
    axes.xaxis.set_major_locator(MaxNLocator(7, steps=[1, 2, 5, 10]))
    if zero:
        axes.axvline(0, color=theme.GREY, linewidth=1, zorder=1)
    if percent:
        axes.xaxis.set_major_formatter(theme.percent_of)


def _alt(
    title: str,
    estimates: pd.DataFrame,
    rows: tuple[str, Mapping[str, str]],
    colour: tuple[str | None, Mapping[str, str]],
    unit: str,
) -> str:
    """Say in words what is drawn; rows, colour: each with the names by which its values are shown."""
    ranked = estimates.dropna(subset=["estimate"]).sort_values("estimate", kind="stable")
    unnamed = ranked[rows[0]].astype(str).isin(UNNAMED)
    ranked = ranked if unnamed.all() else ranked[~unnamed]
    if ranked.empty:
        return f"{title}. No estimate could be made."
    ends = [f"all at {theme.decimals_of(ranked['estimate'].iloc[0], 2)}"]
    if ranked["estimate"].iloc[0] < ranked["estimate"].iloc[-1]:
        shown = [(column, names) for column, names in (rows, colour) if column]
        ends = []
        for word, row in (("highest", ranked.iloc[-1]), ("lowest", ranked.iloc[0])):
            group = ", ".join(str(names.get(str(row[column]), row[column])) for column, names in shown)
            ends.append(f"{word}: {group} at {theme.decimals_of(row['estimate'], 2)}")
    number = f"{len(ranked)} estimate{'s' if len(ranked) > 1 else ''}"
    return f"{title}. Dots with 95% intervals, {unit}; {number}; {'; '.join(ends)}."
