"""Sentiment drawn: means with the lexicon's coverage beside them, and their course over time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from analysis.charts import theme
from analysis.charts.bands import Course, interval_bands
from analysis.charts.dots import list_rows, place_dots, place_row_labels, split_series, tints_of
from analysis.charts.groups import choose_groups, sort_by_groups
from analysis.charts.marks import assign_rows
from analysis.charts.multiples import overall_of
from analysis.charts.theme import Chart, Key, NoChart
from analysis.charts.tones import TOWARD as TOWARD
from analysis.charts.tones import actor_tones as actor_tones  # a notebook asks one module for all of sentiment
from analysis.charts.tones import document_means as document_means
from analysis.charts.tones import tone_bars as tone_bars
from analysis.estimates.basis import describe
from analysis.tables import labels_of

COMPOUND = "mean compound of sentences (−1 to 1)"
BESIDE = "Sentences are scored one by one and then averaged. Right: how much of the text the lexicon could judge."
APART = f"{COMPOUND[:1].upper()}{COMPOUND[1:]}."
FREE = 0.06  # of a panel's width, at its edge: a number under it keeps clear of the next panel's first
MOST_SHOWN = 20  # groups of a chart
MOST_TOGETHER, MOST_PANELS = 6, 6


def sentiment_means(
    means: pd.DataFrame,
    coverage: pd.DataFrame,
    rows: str,
    title: str,
    colour: str | None = None,
    labels: Mapping[str, str] | None = None,
    documents: pd.DataFrame | None = None,
) -> Chart | NoChart:
    """Draw each group's mean compound with its interval, and beside it the share of words that the lexicon knows.

    means, coverage: from estimate_means of compound and of coverage, by the same columns (`rows`, `colour`);
    labels: for the values of `rows`, and of `colour`. documents: the corpus's, for the size of groups: the largest come
    first, and of more than 20 only those are drawn; the others are in the table. Of more than six groups each colour
    has a panel of its own, with a line for all groups together. A NoChart if there is nothing to draw, and of one
    group in several colours, which the chart of the colours alone shows.
    """
    name, labels = f"sentiment-by-{rows}" + (f"-and-{colour}" if colour else ""), labels or labels_of(rows, colour)
    if theme.lacks(means):
        return theme.no_chart(means, name, title)
    if colour and len(ones := means[rows].astype(str).unique()) == 1:
        return NoChart(name, title, f"there is only one {rows.replace('_', ' ')}: {labels.get(ones[0], ones[0])}")
    keys = [rows, *([colour] if colour else [])]
    every = _join_coverage(means, coverage, keys)
    chosen = choose_groups(every, rows, MOST_SHOWN, documents, list(labels))
    plan = _plan_panels(every, rows, colour, [*chosen.shown, *chosen.unnamed], labels)
    drawn = sort_by_groups(every, rows, plan.order)
    lines = overall_of(every, colour) if plan.apart else {}
    subtitle = " ".join(part for part in (APART if plan.apart else "", BESIDE, chosen.tell_left()) if part)
    wrapped = theme.wrap((labels.get(label, label) for label in plan.order), 28)
    figure, panels = _make_panels(title, subtitle, drawn, plan, wrapped, _legend(plan, labels, bool(lines)))
    with theme.styled():
        _draw_parts(panels, drawn, plan)
        for axes, key in zip(panels, plan.apart, strict=False):
            axes.set_title(labels.get(key, key), fontsize=9.5)
            axes.axvline(lines.get(key, np.nan), color=theme.VERMILION, linewidth=1.2, zorder=1)
        place_row_labels(panels[0], plan.order, wrapped)
        _scale(panels, bool(plan.apart))
    return theme.finish(figure, name, every, _alt(title, drawn, keys, labels))


class _Plan(NamedTuple):
    """How groups are laid out: rows from the top, a series a colour; apart: series with a panel each, [] for one."""

    rows: str
    colour: str | None
    order: list[str]
    series: list[str]
    apart: list[str]


def _plan_panels(
    every: pd.DataFrame, rows: str, colour: str | None, order: list[str], labels: Mapping[str, str]
) -> _Plan:
    """Give each colour a panel of its own where the groups are many."""
    series = list_rows(sort_by_groups(every, rows, order)[colour], labels) if colour else [""]
    return _Plan(rows, colour, order, series, series if colour and len(order) > MOST_TOGETHER else [])


def _make_panels(
    title: str, subtitle: str, drawn: pd.DataFrame, plan: _Plan, wrapped: list[str], legend: list[Key]
) -> tuple[Figure, np.ndarray]:
    """Make the panels of means, and at their right the narrow one of coverage."""
    beside = len(plan.apart) or 1
    height = theme.row_height(wrapped, 1 if plan.apart else len(plan.series)) + (0.2 if plan.apart else 0)
    widths = (*[3 / beside] * beside, 1)
    many = {"sharey": True, "width_ratios": widths, "legend": legend}
    figure, grid = theme.new_chart(title, subtitle, drawn, (1, beside + 1), height, "lines", **many)
    return figure, grid[0]


def _draw_parts(panels: np.ndarray, drawn: pd.DataFrame, plan: _Plan) -> None:
    """Draw each colour's dots, in a panel of its own where they stand apart, and their coverage in the last panel."""
    for number, (key, part, place) in enumerate(_split(drawn, plan)):
        beside = plan.colour and not plan.apart  # colours side by side in a row tell what is what, named or not
        tints = [_tint(key, number)] * len(part) if beside else tints_of(part, plan.rows, _tint(key, number))
        place_dots(panels[number if plan.apart else 0], part, place, tints)
        assign_rows(panels[-1].scatter(part["coverage"], place, s=30, marker="s", color=tints), part)


def _join_coverage(means: pd.DataFrame, coverage: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    known = coverage[[*keys, "estimate"]].rename(columns={"estimate": "coverage"})
    return describe(means.dropna(subset="estimate").merge(known, on=keys), like=means)


def _split(drawn: pd.DataFrame, plan: _Plan) -> list[tuple[str, pd.DataFrame, np.ndarray]]:
    """Split estimates by colour: beside each other in a row, or each on the middle of it where each has a panel."""
    rows, colour, order, series, apart = plan
    if not apart:
        return split_series(drawn, rows, colour, order, series)
    return [split_series(drawn, rows, colour, order, [key])[0] for key in series]


def _tint(key: str, number: int) -> str:
    return theme.VOICE_COLOURS.get(key, theme.PALETTE[number % len(theme.PALETTE)])


def _legend(plan: _Plan, labels: Mapping[str, str], line: bool) -> list[Key]:
    keys = [Key(labels.get(key, key), _tint(key, number)) for number, key in enumerate(plan.series) if key]
    return [*keys, *([Key(f"all {plan.rows}s together", theme.VERMILION, "|")] if line else [])]


def _scale(axes: np.ndarray, apart: bool) -> None:
    """Give the panels of means one scale, and the last one that of coverage."""
    *means, share = axes
    low = min(-0.1, *(one.get_xlim()[0] for one in means))  # a difference of hundredths must not fill the picture
    high = max(0.1, *(one.get_xlim()[1] for one in means))
    free = FREE * (high - low)
    for one in means:
        one.axvline(0, color=theme.GREY, linewidth=1, zorder=1)
        one.set_xlim(low - free, high + free)
        one.xaxis.set_major_locator(MaxNLocator(4 if apart else 6, steps=[1, 2, 5, 10]))
    share.set_xlim(0, max(0.3, share.get_xlim()[1]))
    if apart:
        share.set_title("words the\nlexicon knows", fontsize=9.5)
    else:
        means[0].set_xlabel(COMPOUND)
        share.set_xlabel("words the lexicon knows")
    share.xaxis.set_major_locator(MaxNLocator(3, steps=[1, 2, 5, 10]))
    share.xaxis.set_major_formatter(theme.percent_of)


def _alt(title: str, drawn: pd.DataFrame, keys: list[str], labels: Mapping[str, str]) -> str:
    said = [
        f"{', '.join(labels.get(str(row[key]), str(row[key])) for key in keys)} "
        f"{theme.decimals_of(row['estimate'], 2)} "
        f"(lexicon knows {row['coverage']:.0%})"
        for _, row in drawn.head(8).iterrows()
    ]
    return f"{title}. {COMPOUND}, with 95% intervals: {'; '.join(said)}."


def sentiment_timeline(
    means: pd.DataFrame,
    panels: str = "voice",
    trends: pd.DataFrame | None = None,
    smoothed: pd.DataFrame | None = None,
    events: pd.DataFrame | None = None,
    labels: Mapping[str, str] | None = None,
) -> Chart | NoChart:
    """Draw the mean compound over time, one panel a voice (or another column), with intervals as bands.

    means: from estimate_means of compound by `panels` and period; trends, smoothed: from estimate_trends and
    estimate_courses of compound by `panels`; events: from load_events.
    """
    name, title, labels = "sentiment-over-time", "Sentiment over time", labels or labels_of(panels)
    subtitle, course = APART, Course(trends, smoothed, events)
    return interval_bands(means, panels, name, title, subtitle, MOST_PANELS, course, labels, percent=False)
