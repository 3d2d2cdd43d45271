"""Topics drawn: how many, how large, how stable, whose, and when."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from analysis.charts import theme
from analysis.charts.bands import Course, interval_bands
from analysis.charts.dots import interval_dots, place_dots
from analysis.charts.groups import sort_by_groups
from analysis.charts.lettering import LETTER, split_to_fit
from analysis.charts.marks import assign_rows
from analysis.charts.multiples import group_panels
from analysis.charts.theme import Chart, NoChart
from analysis.estimates.basis import basis_of, describe
from analysis.tables import labels_of

CRITERIA = {
    "coherence": "coherence\n(mean NPMI of a topic's words)",
    "exclusivity": "exclusivity\n(mean FREX of a topic's words)",
    "stability": "stability\n(mean cosine over refits)",
}
MOST_GROUPS, MOST_PANELS = 6, 12
SHARES_TITLE = "The topics, their words and their share of the text"
WEIGHTED = "mean share of the text (weighted by words)"
LISTED = 46  # letters of a topic's words in a line


def topic_count_lines(choice: pd.DataFrame) -> Chart | NoChart:
    """Draw what each number of topics brings: coherence, exclusivity and stability, the chosen one marked.

    choice: from `choose_topics`; if it is empty the chart says why.
    """
    name, title = "topic-counts", "What each number of topics would bring"
    if choice.empty:
        return theme.no_chart(choice, name, title)
    figure, grid = theme.new_chart(
        title,
        "Higher is better in each panel; the filled mark is the number suggested.",
        choice,
        panels=(1, 3),
        height=2.5,
    )
    with theme.styled():
        for axes, (column, label) in zip(grid[0], CRITERIA.items(), strict=True):
            _criterion(axes, choice, column, label)
    best = choice.loc[choice["chosen"], "n_topics"].iloc[0]
    spans = "; ".join(
        f"{column} {' to '.join(theme.decimals_of(end, 2) for end in (choice[column].min(), choice[column].max()))}"
        for column in CRITERIA
    )
    return theme.finish(
        figure, name, choice, f"{title}: three lines over the number of topics. {spans}. {best} suggested."
    )


def topic_shares(estimates: pd.DataFrame, summary: pd.DataFrame) -> Chart | NoChart:
    """Draw each topic's share of the texts with its interval and its words; unstable topics grey.

    estimates: from `estimate_means` by topic; summary: the model's, for labels, words and who is stable.
    """
    name, title = "topic-shares", SHARES_TITLE
    if estimates.empty:
        return theme.no_chart(estimates, name, title)
    about = summary[["topic", "label", "words", "stable"]]
    ordered = estimates.merge(about, on="topic").sort_values("estimate", ascending=False, ignore_index=True)
    ordered = describe(ordered, like=estimates)
    labels = [_name_topic(row.topic, row.label, row.words) for row in ordered.itertuples()]
    height = sum(0.2 * (label.count("\n") + 1) + 0.1 for label in labels) + 0.7
    subtitle = "Topics are words that stand together, not frames. Grey: not stable, not to be interpreted."
    figure, grid = theme.new_chart(title, subtitle, ordered, height=height, drawn="lines")
    axes = grid[0, 0]
    with theme.styled():
        tints = list(ordered["stable"].map({True: theme.BLUE, False: theme.GREY}))
        place_dots(axes, ordered, np.arange(len(ordered), dtype=float), tints)
        axes.set_yticks(range(len(labels)), labels, fontsize=9)
        axes.set_ylim(len(labels) - 0.5, -0.5)
        axes.set_xlim(left=-0.02 * ordered["estimate"].max())
        axes.set_xlabel(WEIGHTED)
        axes.xaxis.set_major_formatter(theme.percent_of)
    first = ordered.iloc[0]
    alt = f"{title}: {len(ordered)} topics; the largest is {first['label']} with {first['estimate']:.0%}."
    return theme.finish(figure, name, ordered, alt)


def topic_stability(refits: pd.DataFrame, summary: pd.DataFrame, similar: float) -> Chart | NoChart:
    """Draw how alike each topic came back in each refit, and the cosine from which it counts as the same."""
    name, title = "topic-stability", "Which topics come back in other parts of the corpus"
    if refits.empty:
        return theme.no_chart(refits, name, title)
    labels = theme.wrap(f"{row.topic}  {row.label}" for row in summary.itertuples())
    subtitle = (
        "One dot a refit, from another random start on four fifths of the documents; right of the line: the same topic."
    )
    figure, grid = theme.new_chart(title, subtitle, refits, height=theme.row_height(labels))
    axes = grid[0, 0]
    place = {topic: row for row, topic in enumerate(summary["topic"])}
    tints = summary.set_index("topic")["stable"].map({True: theme.BLUE, False: theme.GREY})
    with theme.styled():
        axes.axvline(similar, color=theme.VERMILION, linewidth=1.2, zorder=1)
        for topic, part in refits.groupby("topic"):
            dots = axes.scatter(
                part["cosine"], np.full(len(part), place[topic]), s=34, color=tints[topic], alpha=0.45, linewidths=0
            )
            assign_rows(dots, part)
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
    overall: pd.DataFrame | None = None,
    documents: pd.DataFrame | None = None,
) -> Chart | NoChart:
    """Draw the topics' shares in each group: beside each other by colour up to six, of more in a small panel a topic.

    estimates: from `estimate_means` by label and the column `by`. overall: the topics' shares in all groups by label,
    from the same units: a line in each panel; documents: the corpus's, for the size of groups (as `estimates` says if
    not given): of more than 24 groups those of most documents are drawn.
    """
    name, title = f"topic-shares-by-{by}", f"The topics by {by}"
    if estimates.empty or estimates[by].nunique() < 2:
        groups = ", ".join(map(str, estimates[by].unique()))
        reason = basis_of(estimates).empty or "no topic is stable"
        return NoChart(name, title, f"there is only one {by}: {groups}" if groups else reason)
    order = estimates.groupby("label")["estimate"].mean().sort_values(ascending=False, kind="stable").index
    ordered = sort_by_groups(estimates.sort_values(by, kind="stable"), "label", [str(label) for label in order])
    subtitle = "Only topics that are stable."
    if estimates[by].astype(str).nunique() > MOST_GROUPS:
        more = {"overall": overall, "documents": documents, "percent": True}
        return group_panels(ordered, "label", by, name, title, WEIGHTED, subtitle, **more)
    colours = colours or (theme.VOICE_COLOURS if by == "voice" else None)
    labels = labels or labels_of(by)
    return interval_dots(ordered, "label", name, title, WEIGHTED, by, colours, labels, subtitle, percent=True)


def topic_timeline(
    estimates: pd.DataFrame,
    trends: pd.DataFrame | None = None,
    smoothed: pd.DataFrame | None = None,
    events: pd.DataFrame | None = None,
) -> Chart | NoChart:
    """Draw the topics' shares over time, one panel a topic (the twelve largest), with intervals as bands.

    estimates: from `estimate_means` by label and period (a date); trends, smoothed: from `estimate_trends` and
    `estimate_courses` by label; events: from `load_events`.
    """
    name, title, subtitle = "topic-timeline", "The topics over time", "Share of the text; only topics that are stable."
    return interval_bands(estimates, "label", name, title, subtitle, MOST_PANELS, Course(trends, smoothed, events))


def _criterion(axes: Axes, choice: pd.DataFrame, column: str, label: str) -> None:
    chosen = choice[choice["chosen"]]
    axes.plot(choice["n_topics"], choice[column], color=theme.BLUE, marker="o", markersize=5, markerfacecolor="white")
    assign_rows(axes.scatter(chosen["n_topics"], chosen[column], s=60, color=theme.VERMILION, zorder=3), chosen)
    axes.set_title(label, fontsize=9.5)
    axes.set_xlabel("number of topics")
    axes.xaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10], integer=True))
    axes.yaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
    axes.grid(True, axis="y")


def _name_topic(topic: int, label: str, words: str) -> str:
    """Write a topic's number and label, and under it its words: four lines at most, as ten long words need."""
    wide = LISTED * LETTER * 9
    first, *more = split_to_fit(f"{topic}  {theme.readable(label)}", wide, 9, most=2)
    first = first.replace(" ", "  ", 1)  # lines are split at blanks, which makes one of two
    return "\n".join([first, *more, *split_to_fit(words, wide, 9, most=3 - len(more))])
