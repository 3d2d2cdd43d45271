"""Contrasts of vocabulary drawn: each group's words, how much more it uses them, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from analysis.charts import theme
from analysis.charts.dots import place_dots
from analysis.charts.groups import choose_groups
from analysis.charts.lettering import measure_text, split_to_fit
from analysis.charts.parts import Part, TableShown
from analysis.charts.show import show
from analysis.charts.theme import Chart, NoChart
from analysis.estimates import FEWEST_DOCUMENTS
from analysis.prose.contrasts import tell_contrast, tell_prior
from analysis.tables import labels_of

MOST_PANELS = 6
ROW, LINE = 0.27, 0.17  # inches of a term, and of each further line of its label
UNIT = "log-odds ratio"
SUBTITLE = (
    "Further right: more typical of the group than of the rest. Grey: could be chance, for many terms were tested."
)
NOTHING = f"fewer than two groups hold {FEWEST_DOCUMENTS} documents or more: there is nothing to compare"
PICKED = "One row a group and term. per 1000: words; dp: 0 spread evenly over the group's documents, 1 in one of them."


class ShownGroups(Protocol):
    """What `compare_by` returns, by its tables: charts import no measure."""

    by: str
    terms: pd.DataFrame
    picked: pd.DataFrame
    contexts: pd.DataFrame


def show_contrast(
    contrast: ShownGroups,
    title: str = "",
    labels: Mapping[str, str] | None = None,
    documents: pd.DataFrame | None = None,
) -> None:
    """Show a contrast whole: its chart and what it says, the terms picked, all terms, and where they stand.

    contrast: from `compare_by`. title: of the chart; labels: names for the groups; documents: the corpus's, whose
    column of that name says how large the groups are.
    """
    show(*list_contrast(contrast, title, labels, documents))


def list_contrast(
    contrast: ShownGroups,
    title: str = "",
    labels: Mapping[str, str] | None = None,
    documents: pd.DataFrame | None = None,
) -> list[Part]:
    """List what is shown of a contrast, as `show_contrast` shows it: its chart, two texts about it, three tables."""
    by, name, labels = contrast.by, f"contrast-by-{contrast.by}", labels or labels_of(contrast.by)
    chart = contrast_dots(contrast.picked, name, title or f"What is typical of each {by}", labels, documents)
    said = [tell_contrast(contrast.terms, contrast.picked, labels), tell_prior(contrast.picked)]
    if contrast.picked.empty:
        return [chart, *said]
    every = "One row a term, all of them; z is descriptive."
    where = "One row a context; document: where it stands."
    return [
        chart,
        *said,
        TableShown(contrast.picked, f"{name}-terms", PICKED),
        TableShown(contrast.terms, f"{name}-all", every, most=5, cut_by="rank"),
        TableShown(contrast.contexts, f"{name}-contexts", where, most=60),
    ]


def contrast_dots(
    picked: pd.DataFrame,
    name: str,
    title: str,
    labels: Mapping[str, str] | None = None,
    documents: pd.DataFrame | None = None,
) -> Chart | NoChart:
    """Draw each group's first terms with their log-odds ratio and its interval, one panel a group (six at most).

    picked: from `pick_terms`. A grey dot: not sure (q of .05 or more); a hollow one: no interval. labels: names for the
    groups. documents: the corpus's: of more than six groups those of most documents are drawn. An empty table is
    answered by a line that says so.
    """
    if picked.empty:
        return NoChart(name, title, NOTHING)
    by = name.removeprefix("contrast-by-")
    sized = None if documents is None or by not in documents else documents.rename(columns={by: "group"})
    chosen = choose_groups(picked, "group", MOST_PANELS, sized)
    groups = [*sorted(chosen.shown, key=str), *chosen.unnamed][:MOST_PANELS]
    columns = 3 if len(groups) == 3 else min(2, len(groups))
    rows = -(-len(groups) // columns)
    subtitle = " ".join(part for part in (SUBTITLE, chosen.tell_left()) if part)
    letters = 52 // columns
    shown = theme.wrap(picked["shown"], letters)
    deep = max(label.count("\n") for label in shown)
    widest = max(measure_text(line, 10) for label in shown for line in label.split("\n"))
    room = (theme.WIDTH - 0.3) / columns - widest - 0.25  # inches of a panel between its labels and the next ones
    height = rows * ((ROW + deep * LINE) * int(picked.groupby("group").size().max()) + 0.9)
    figure, grid = theme.new_chart(title, subtitle, picked, (rows, columns), height, "lines", sharex=True)
    with theme.styled():
        for axes, group in zip(grid.flat, groups, strict=False):
            part = picked[picked["group"].astype(str) == group]
            _panel(axes, part, (labels or {}).get(group, group), letters, room)
        theme.clear_empty(grid, len(groups))
        for axes in grid.flat[max(0, len(groups) - columns) : len(groups)]:
            axes.set_xlabel(UNIT)
    return theme.finish(figure, name, picked, _alt(title, picked, groups))


def _panel(axes: Axes, part: pd.DataFrame, group: object, letters: int, room: float) -> None:
    """Draw one group's terms, the first on top."""
    part = part.sort_values("rank")
    place = np.arange(len(part), dtype=float)
    tints = list(np.where(part["sure"], theme.BLUE, theme.GREY))
    place_dots(axes, part, place, tints, value="delta")
    axes.axvline(0, color=theme.GREY, linewidth=1, zorder=1)
    axes.set_yticks(place, theme.wrap(part["shown"], letters))
    axes.set_ylim(len(part) - 0.4, -0.6)
    axes.set_title("\n".join(split_to_fit(theme.readable(group), room, 10.5, bold=True, most=2)))
    axes.xaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))


def _alt(title: str, picked: pd.DataFrame, groups: list[object]) -> str:
    """Describe the chart: the first terms of each group."""
    first = picked[picked["rank"] <= 3].groupby(picked["group"].astype(str))["shown"].agg(", ".join)
    return f"{title}. " + "; ".join(f"{group}: {first.get(group, 'none')}" for group in groups) + "."
