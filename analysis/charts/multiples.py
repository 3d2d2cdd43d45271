"""Small multiples: many groups beside each other, a panel a frame or topic, with what holds of all groups as a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from analysis.charts import theme
from analysis.charts.dots import list_rows, name_row, place_dots, place_row_labels, split_series, tell_flags, tints_of
from analysis.charts.groups import UNNAMED, choose_groups, sort_by_groups
from analysis.charts.lettering import measure_text
from analysis.charts.theme import Chart, Key, NoChart
from analysis.estimates import compare_pairs
from analysis.estimates.basis import basis_of

MOST_GROUPS, MOST_PANELS = 24, 12
MOST_COLUMNS = 4
LABELS = 26  # letters of a group's name in a line
ROW, TWO_LINES = 0.215, 0.33  # inches of a row


def group_panels(
    estimates: pd.DataFrame,
    panels: str,
    by: str,
    name: str,
    title: str,
    unit: str,
    subtitle: str = "",
    overall: pd.DataFrame | None = None,
    documents: pd.DataFrame | None = None,
    labels: Mapping[str, str] | None = None,
    flags: Mapping[str, str] | None = None,
    percent: bool = False,
    zero: bool = False,
) -> Chart | NoChart:
    """Draw estimates of many groups, one small panel a value of `panels`, one row a group, all on one scale.

    estimates: estimate, low, high, documents, n and the columns `panels` and `by`. The 24 groups of most documents are
    drawn, the largest first, those without a name last and grey; of more than 12 panels those on which most pairs of
    groups differ. overall: the estimate of all groups together by `panels`, drawn as a line in each panel; without it
    the mean of the groups by their units, where units count alike. unit: what is drawn, for the subtitle. documents,
    labels, flags, percent, zero: as for choose_groups and interval_dots (labels, flags: by the values of `panels`).
    """
    if theme.lacks(estimates):
        return theme.no_chart(estimates, name, title)
    chosen = choose_groups(estimates, by, MOST_GROUPS, documents)
    rows, values = [*chosen.shown, *chosen.unnamed], list_rows(estimates[panels])
    drawn = sort_by_groups(estimates, by, rows)
    lines = overall_of(estimates, panels) if overall is None else _values_of(overall, panels)
    left = len(values) - MOST_PANELS
    told = [f"{unit[:1].upper()}{unit[1:]}.", subtitle, chosen.tell_left()]
    told += (
        [f"Of {len(values)} panels the {MOST_PANELS} with most differences, then the largest; all are in the table."]
        if left > 0
        else []
    )
    values = _choose_panels(estimates, panels, by, values)
    figure, grid = _make_grid(title, " ".join(filter(None, told)), drawn, rows, values, labels, flags, bool(lines), by)
    with theme.styled():
        for axes, value in zip(grid.flat, values, strict=False):
            part = drawn[drawn[panels].astype(str) == value]
            _draw_groups(axes, part, by, rows, lines.get(value), zero)
        _dress(grid, rows, percent)
        theme.clear_empty(grid, len(values))
    return theme.finish(figure, name, estimates, _alt(title, by, rows, values, lines, unit))


def _choose_panels(estimates: pd.DataFrame, panels: str, by: str, values: list[str]) -> list[str]:
    """Choose the panels on which most pairs of groups differ, in the order of the table; all where there is room.

    Of those on which as many do (often none) the largest are chosen: those on which all groups have 0 go first.
    """
    if len(values) <= MOST_PANELS:
        return values
    compared = compare_pairs(estimates, by, panels, UNNAMED) if "se" in estimates else {}
    apart = {str(value): one.apart for value, one in compared.items()}
    sizes = (
        (estimates["estimate"].abs() * estimates.get("n", 1.0))
        .groupby(estimates[panels].astype(str).to_numpy())
        .sum()
        .to_dict()
    )
    kept = sorted(values, key=lambda value: (-apart.get(value, 0), -sizes.get(value, 0)))[:MOST_PANELS]
    return [value for value in values if value in kept]


def overall_of(estimates: pd.DataFrame, panels: str) -> dict[str, float]:
    """The value of all groups together: the mean of estimates by their units; {} where units are weighed."""
    known = estimates.dropna(subset=["estimate"])
    if "n" not in known or known.empty or basis_of(estimates).weights:
        return {}
    keys = known[panels].astype(str).to_numpy()
    sums = (known["estimate"] * known["n"]).groupby(keys).sum() / known["n"].groupby(keys).sum()
    return sums.to_dict()


def _values_of(overall: pd.DataFrame, panels: str) -> dict[str, float]:
    return dict(zip(overall[panels].astype(str), overall["estimate"].astype(float), strict=True))


def _make_grid(
    title: str,
    subtitle: str,
    drawn: pd.DataFrame,
    rows: Sequence[str],
    values: Sequence[str],
    labels: Mapping[str, str] | None,
    flags: Mapping[str, str] | None,
    line: bool,
    by: str,
) -> tuple:
    """Make a figure with a panel a value, each with its title, and the names of the groups at the left."""
    columns = _columns_for(len(values))
    names = theme.wrap(rows, LABELS, 9, 2)
    deep = -(-len(values) // columns)
    room = max(measure_text(part, 9) for label in names for part in label.split("\n"))
    inches = (theme.WIDTH - 0.3 - room) / columns - 0.15
    heads = theme.wrap((name_row(value, labels, flags) for value in values), int(inches / 0.075), 9)
    row = TWO_LINES if any("\n" in label for label in names) else ROW
    height = deep * (row * (len(rows) + 0.4) + 0.3) + 0.16 * sum(
        max(head.count("\n") for head in heads[begin : begin + columns]) for begin in range(0, len(heads), columns)
    )
    legend = [Key(f"all {by}s together", theme.VERMILION, "|")] if line else []
    remark = tell_flags(values, flags)
    shared = {"sharex": True, "sharey": True}
    figure, grid = theme.new_chart(
        title, subtitle, drawn, (deep, columns), height + 0.3, "lines", remark, legend=legend, **shared
    )
    with theme.styled():
        for axes, head in zip(grid.flat, heads, strict=False):
            axes.set_title(head, fontsize=9)
        for axes in grid[:, 0]:  # the rows' colours are each panel's own
            place_row_labels(axes, rows, names, 9)
    return figure, grid


def _columns_for(panels: int) -> int:
    """As few panels beside each other as make no row more than four of them would."""
    rows = -(-panels // MOST_COLUMNS)
    return -(-panels // rows)


def _draw_groups(axes: Axes, part: pd.DataFrame, by: str, rows: Sequence[str], line: float | None, zero: bool) -> None:
    _, part, place = split_series(part, by, None, list(rows))[0]
    if zero:
        axes.axvline(0, color=theme.GREY, linewidth=0.9, zorder=1)
    if line is not None and np.isfinite(line):
        axes.axvline(line, color=theme.VERMILION, linewidth=1.2, zorder=1)
    place_dots(axes, part, place, tints_of(part, by, theme.BLUE), size=20)


def _dress(grid: np.ndarray, rows: Sequence[str], percent: bool) -> None:
    for axes in grid.flat:
        axes.xaxis.set_major_locator(MaxNLocator(3, steps=[1, 2, 5, 10]))
        axes.tick_params(axis="x", labelsize=9, labelbottom=True)
        axes.tick_params(axis="y", labelsize=9)  # every row of panels as its first
        if percent:
            axes.xaxis.set_major_formatter(theme.percent_of)


def _alt(title: str, by: str, rows: Sequence[str], values: Sequence[str], lines: Mapping[str, float], unit: str) -> str:
    said = "; ".join(f"{value} {theme.decimals_of(lines[value], 2)}" for value in values if value in lines)
    together = f" All together: {said}." if said else ""
    panels = f"{len(values)} small panel{'s' if len(values) > 1 else ''}"
    groups = f"{len(rows)} {by}{'s' if len(rows) > 1 else ''}"
    return f"{title}. {panels} of {groups}, {unit}, with 95% intervals.{together}"
