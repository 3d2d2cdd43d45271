"""Copies drawn: who copies whom."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from analysis.charts import theme
from analysis.charts.marks import assign_rows
from analysis.charts.theme import Chart, NoChart
from analysis.estimates.basis import count_of

MOST_PAIRS = 20
ARROW = " → "
REMARK = "The source is who is first among these documents: where a text first appeared is not known."


def copy_flows(table: pd.DataFrame, name: str = "copy-flows") -> Chart | NoChart:
    """Draw how many texts each outlet took from another, a bar a pair of outlets, most copies first.

    table: from tabulate_copying. The twenty largest pairs are drawn; the subtitle counts the others, and what outlets
    repeat of their own. Returns a NoChart where no outlet copies another.
    """
    title = "Who copies whom"
    if theme.lacks(table):
        return theme.no_chart(table, name, title)
    others = table[table["source"] != table["copier"]]
    own = int(table["copies"].sum() - others["copies"].sum())
    if others.empty:
        repeat = f"{own:,} {'copy repeats' if own == 1 else 'copies repeat'}"
        return NoChart(name, title, f"no outlet copies another; {repeat} an outlet's own texts")
    shown, rest = others.head(MOST_PAIRS), others.iloc[MOST_PAIRS:]
    labels = theme.wrap([f"{row.source}{ARROW}{row.copier}" for row in shown.itertuples()], 44)
    subtitle = " ".join([_subtitle(others), *_not_drawn(rest, own)])
    height = theme.row_height(labels)
    figure, grid = theme.new_chart(title, subtitle, table, height=height, remark=REMARK)
    with theme.styled():
        _bars(grid[0, 0], labels, shown, [_note(row) for row in shown.itertuples()])
    said = "; ".join(f"{row.copier} {row.copies:,} from {row.source}" for row in shown.head(5).itertuples())
    return theme.finish(figure, name, table, f"{title}. {subtitle} Most: {said}.")


def _subtitle(others: pd.DataFrame) -> str:
    outlets = len(set(others["source"]) | set(others["copier"]))
    between = f"{count_of(int(others['copies'].sum()), 'copies')} between {outlets:,} outlets"
    return f"Source{ARROW}copier; {between}; in brackets: of all the copier's documents."


def _not_drawn(rest: pd.DataFrame, own: int) -> list[str]:
    """Say what has no bar: smaller pairs, and what outlets repeat of their own."""
    parts = []
    if len(rest):
        copies, largest = count_of(int(rest["copies"].sum()), "copies"), f"{rest['copies'].max():,} at most each"
        parts.append(f"{len(rest):,} smaller pair{'s' if len(rest) > 1 else ''} ({copies}, {largest})")
    parts += [f"{count_of(own, 'copies')} of an outlet's own texts"] if own else []
    return [f"Not drawn: {' and '.join(parts)}; all are in the table."] if parts else []


def _note(row: tuple) -> str:
    return f" {row.copies:,} ({row.share:.0%})" if row.share >= 0.005 else f" {row.copies:,} (under 1%)"


def _bars(axes: Axes, labels: list[str], shown: pd.DataFrame, notes: list[str]) -> None:
    counts, places = shown["copies"].to_numpy(float), np.arange(len(shown))
    assign_rows(axes.barh(places, counts, height=0.62, color=theme.BLUE), shown)
    for place, (count, note) in enumerate(zip(counts, notes, strict=True)):
        axes.text(count, place, note, va="center", ha="left", fontsize=9, color=theme.GREY)
    axes.set_xlim(0, counts.max() * (1 + 0.022 * max(map(len, notes))))
    axes.set_yticks(places, labels)
    axes.set_ylim(len(counts) - 0.5, -0.5)
    axes.set_xlabel("copies (documents)")
    axes.xaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10], integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
