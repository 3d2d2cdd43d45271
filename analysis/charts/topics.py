"""Topics drawn: how many, how large, how stable, whose, and when."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

import matplotlib
import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import theme
from analysis.charts.dots import interval_dots
from analysis.charts.theme import Chart, NoChart

CRITERIA = {
    "coherence": "coherence\n(mean NPMI of a topic's words)",
    "exclusivity": "exclusivity\n(mean FREX of a topic's words)",
    "stability": "stability\n(mean cosine over refits)",
}
MOST_GROUPS = 5
MOST_PANELS = 12
NOTHING = "there are no topics"
FEWEST_PERIODS = 3


def topic_count_lines(choice: pd.DataFrame, footer: str = "", stamp: str = "") -> Chart | NoChart:
    """Draw what each number of topics brings: coherence, exclusivity and stability, the chosen one marked.

    choice: from `choose_topics`; if it is empty the chart says why.
    """
    name, title = "topic-counts", "What each number of topics would bring"
    if choice.empty:
        return NoChart(name, title, stamp or NOTHING)
    figure, grid = theme.new_chart(title, "Higher is better in each panel; the filled mark is the number suggested.",
                                   footer, panels=(1, 3), height=2.5, stamp=stamp)  # fmt: skip
    with theme.styled():
        for axes, (column, label) in zip(grid[0], CRITERIA.items(), strict=True):
            _criterion(axes, choice, column, label)
    best = choice.loc[choice["chosen"], "n_topics"].iloc[0]
    spans = "; ".join(f"{column} {choice[column].min():.2f} to {choice[column].max():.2f}" for column in CRITERIA)
    return theme.finish(
        figure, name, choice, f"{title}: three lines over the number of topics. {spans}. {best} suggested."
    )


def topic_shares(estimates: pd.DataFrame, summary: pd.DataFrame, footer: str = "", stamp: str = "") -> Chart | NoChart:
    """Draw each topic's share of the texts with its interval and its words; unstable topics grey.

    estimates: from `estimate_means` by topic; summary: the model's, for labels, words and who is stable.
    """
    name, title = "topic-shares", "The topics, their words and their share of the text"
    if estimates.empty:
        return NoChart(name, title, stamp or NOTHING)
    about = summary[["topic", "label", "words", "stable"]]
    ordered = estimates.merge(about, on="topic").sort_values("estimate", ascending=False, ignore_index=True)
    labels = [_two_lines(row.topic, row.label, row.words) for row in ordered.itertuples()]
    height = sum(0.2 * (label.count("\n") + 1) + 0.1 for label in labels) + 0.7
    subtitle = "Topics are words that stand together, not frames. Grey: not stable, not to be interpreted."
    figure, grid = theme.new_chart(title, subtitle, footer, height=height, stamp=stamp)
    axes = grid[0, 0]
    with theme.styled():
        for place, row in enumerate(ordered.itertuples()):
            tint = theme.BLUE if row.stable else theme.GREY
            known = np.isfinite(row.low)
            if known:
                axes.hlines(place, row.low, row.high, color=tint, linewidth=2.2, alpha=0.55)
            axes.scatter(row.estimate, place, s=40, facecolors=tint if known else "white", edgecolors=tint, zorder=3)
        axes.set_yticks(range(len(labels)), labels, fontsize=9)
        axes.set_ylim(len(labels) - 0.5, -0.5)
        axes.set_xlim(left=-0.02 * ordered["estimate"].max())
        axes.set_xlabel("mean share of the text (weighted by words)")
        axes.xaxis.set_major_formatter(matplotlib.ticker.PercentFormatter(1.0, decimals=0))
    first = ordered.iloc[0]
    alt = f"{title}: {len(ordered)} topics; the largest is {first['label']} with {first['estimate']:.0%}."
    return theme.finish(figure, name, ordered, alt)


def topic_stability(
    refits: pd.DataFrame, summary: pd.DataFrame, similar: float, footer: str = "", stamp: str = ""
) -> Chart | NoChart:
    """Draw how alike each topic came back in each refit, and the cosine from which it counts as the same."""
    name, title = "topic-stability", "Which topics come back in other parts of the corpus"
    if refits.empty:
        return NoChart(name, title, stamp or NOTHING)
    labels = theme.wrap(f"{row.topic}  {row.label}" for row in summary.itertuples())
    subtitle = (
        "One dot a refit, from another random start on four fifths of the documents; right of the line: the same topic."
    )
    figure, grid = theme.new_chart(title, subtitle, footer, height=theme.row_height(labels), stamp=stamp)
    axes = grid[0, 0]
    place = {topic: row for row, topic in enumerate(summary["topic"])}
    tints = summary.set_index("topic")["stable"].map({True: theme.BLUE, False: theme.GREY})
    with theme.styled():
        axes.axvline(similar, color=theme.VERMILION, linewidth=1.2, zorder=1)
        for topic, part in refits.groupby("topic"):
            axes.scatter(
                part["cosine"], np.full(len(part), place[topic]), s=34, color=tints[topic], alpha=0.45, linewidths=0
            )
            axes.scatter(part["cosine"].mean(), place[topic], marker="|", s=160, color=theme.INK, zorder=3)
        axes.set_yticks(range(len(labels)), labels)
        axes.set_ylim(len(labels) - 0.5, -0.5)
        axes.set_xlim(0, 1.02)
        axes.set_xlabel("cosine of the topic's words with its match (bar: mean)")
    stable = int(summary["stable"].sum())
    alt = f"{title}: {stable} of {len(summary)} topics come back with a cosine of {similar} or more in most refits."
    return theme.finish(figure, name, refits, alt)


def topic_shares_by(
    estimates: pd.DataFrame,
    by: str,
    colours: Mapping[str, str] | None = None,
    labels: Mapping[str, str] | None = None,
    footer: str = "",
    stamp: str = "",
) -> Chart | NoChart:
    """Draw the topics' shares in each group, the groups beside each other; the five of most documents.

    estimates: from `estimate_means` by label and the column `by`.
    """
    name, title = f"topic-shares-by-{by}", f"The topics by {by}"
    if estimates.empty or estimates[by].nunique() < 2:
        groups = ", ".join(map(str, estimates[by].unique()))
        return NoChart(name, title, f"there is only one {by}: {groups}" if groups else stamp or "no topic is stable")
    sizes = estimates.groupby(by)["documents"].max().sort_values(ascending=False, kind="stable")
    chosen = estimates[estimates[by].isin(sizes.index[:MOST_GROUPS])]
    order = chosen.groupby("label")["estimate"].mean().sort_values(ascending=False).index
    chosen = chosen.assign(_place=chosen["label"].map({label: place for place, label in enumerate(order)}))
    chosen = chosen.sort_values(["_place", by], kind="stable").drop(columns="_place")
    left = len(sizes) - MOST_GROUPS
    subtitle = "Only topics that are stable." + (
        f" The {MOST_GROUPS} of most documents; {left} more in the table." if left > 0 else ""
    )
    return interval_dots(
        chosen, rows="label", name=name, title=title, unit="mean share of the text (weighted by words)", colour=by,
        colours=colours, labels=labels, subtitle=subtitle, footer=footer, stamp=stamp, percent=True,
    )  # fmt: skip


def topic_timeline(estimates: pd.DataFrame, footer: str = "", stamp: str = "") -> Chart | NoChart:
    """Draw the topics' shares over time, one panel a topic (the twelve largest), with intervals as bands.

    estimates: from `estimate_means` by label and period (a date).
    """
    name, title = "topic-timeline", "The topics over time"
    known = estimates.loc[estimates["low"].notna(), "period"].nunique() if len(estimates) else 0
    if known < FEWEST_PERIODS:
        return NoChart(
            name, title, f"{known} periods hold five dated documents or more, and a course needs {FEWEST_PERIODS}"
        )
    order = estimates.groupby("label")["estimate"].mean().sort_values(ascending=False).index[:MOST_PANELS]
    columns = min(3, len(order))
    rows = -(-len(order) // columns)
    subtitle = "Only topics that are stable; bands: 95% intervals; hollow: under 5 documents, none."
    figure, grid = theme.new_chart(
        title, subtitle, footer, (rows, columns), height=1.55 * rows + 0.3, stamp=stamp, sharex=True, sharey=True
    )
    with theme.styled():
        for axes, label in zip(grid.flat, order, strict=False):
            _line(axes, estimates[estimates["label"] == label].sort_values("period"), label)
        for axes in grid.flat[len(order) :]:
            axes.set_visible(False)
        for axes in grid.flat[max(0, len(order) - columns) : len(order)]:
            axes.tick_params(labelbottom=True)
        grid[0, 0].set_ylim(0, min(1, estimates["estimate"].max() * 1.4))
    alt = f"{title}: {len(order)} small line charts, {estimates['period'].nunique()} periods."
    return theme.finish(figure, name, estimates, alt)


def _criterion(axes: Axes, choice: pd.DataFrame, column: str, label: str) -> None:
    chosen = choice[choice["chosen"]]
    axes.plot(choice["n_topics"], choice[column], color=theme.BLUE, marker="o", markersize=5, markerfacecolor="white")
    axes.scatter(chosen["n_topics"], chosen[column], s=60, color=theme.VERMILION, zorder=3)
    axes.set_title(label, fontsize=9.5)
    axes.set_xlabel("number of topics")
    axes.set_xticks(choice["n_topics"])
    axes.grid(True, axis="y")


def _line(axes: Axes, part: pd.DataFrame, label: str) -> None:
    axes.fill_between(part["period"], part["low"], part["high"], color=theme.BLUE, alpha=0.2, linewidth=0)
    axes.plot(part["period"], part["estimate"], color=theme.BLUE, linewidth=1.2, alpha=0.8)
    faces = np.where(part["low"].notna(), theme.BLUE, "white")
    axes.scatter(part["period"], part["estimate"], s=14, color=faces, edgecolors=theme.BLUE, linewidths=0.9, zorder=3)
    axes.set_title("\n".join(textwrap.wrap(label, 30)), fontsize=9)
    axes.yaxis.set_major_formatter(matplotlib.ticker.PercentFormatter(1.0, decimals=0))
    axes.xaxis.set_major_locator(matplotlib.dates.AutoDateLocator(maxticks=4))
    axes.xaxis.set_major_formatter(matplotlib.dates.ConciseDateFormatter(axes.xaxis.get_major_locator()))


def _two_lines(topic: int, label: str, words: str) -> str:
    """Write a topic's number and label, and under it its words."""
    listed = textwrap.wrap(theme.readable(words), 46, max_lines=2, placeholder=" …")
    return "\n".join([f"{topic}  {theme.readable(label)}", *listed])
