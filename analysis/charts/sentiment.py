"""Sentiment drawn: means with the lexicon's coverage beside them, shares of tones, documents, and actors."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator, MultipleLocator

from analysis.charts import theme
from analysis.charts.bands import Course, interval_bands
from analysis.charts.dots import interval_dots, place_dots, place_row_labels, split_series, tints_of
from analysis.charts.groups import choose_groups, sort_by_groups
from analysis.charts.lettering import LETTER, name_in_line
from analysis.charts.marks import assign_rows
from analysis.charts.theme import Chart, Key, NoChart
from analysis.estimates.basis import describe
from analysis.tables import labels_of

TONE_COLOURS = {"negative": theme.VERMILION, "neutral": theme.PALE, "positive": theme.BLUE}
COMPOUND = "mean compound of sentences (−1 to 1)"
TOWARD = "mean tone toward the actor (positive less negative chance, −1 to 1)"
BESIDE = "Sentences are scored one by one and then averaged. Right: how much of the text the lexicon could judge."
MOST_ROWS = 30
MOST_SHOWN = 20  # groups of a chart
MOST_GROUPS, MOST_PANELS = 5, 6


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
    first, and of more than 20 only those are drawn; the others are in the table. A NoChart if there is nothing to draw.
    """
    name, labels = f"sentiment-by-{rows}" + (f"-and-{colour}" if colour else ""), labels or labels_of(rows, colour)
    if theme.lacks(means):
        return theme.no_chart(means, name, title)
    keys = [rows, *([colour] if colour else [])]
    every = means.dropna(subset="estimate").merge(
        coverage[[*keys, "estimate"]].rename(columns={"estimate": "coverage"}), on=keys
    )
    every = describe(every, like=means)
    chosen = choose_groups(every, rows, MOST_SHOWN, documents, list(labels))
    order = [*chosen.shown, *chosen.unnamed]
    drawn = sort_by_groups(every, rows, order)
    entries = _entries(_in_order(drawn[colour], labels) if colour else [], labels)
    wrapped = theme.wrap((labels.get(label, label) for label in order), 28)
    figure, grid = theme.new_chart(
        title,
        " ".join(part for part in (BESIDE, chosen.tell_left()) if part),
        drawn,
        (1, 2),
        theme.row_height(wrapped, max(len(entries), 1)),
        "lines",
        legend=list(entries.values()),
        sharey=True,
        width_ratios=(3, 1),
    )
    with theme.styled():
        for key, part, place in split_series(drawn, rows, colour, order, list(entries) or None):
            tints = tints_of(part, rows, entries[key].colour if colour else theme.BLUE)
            place_dots(grid[0, 0], part, place, tints)
            assign_rows(grid[0, 1].scatter(part["coverage"], place, s=30, marker="s", color=tints), part)
        place_row_labels(grid[0, 0], order, wrapped)
        _axes(grid[0])
    return theme.finish(figure, name, every, _alt(title, drawn, keys, labels))


def _entries(series: list[str], labels: Mapping[str, str]) -> dict[str, Key]:
    tints = {key: theme.PALETTE[number % len(theme.PALETTE)] for number, key in enumerate(series)} | theme.VOICE_COLOURS
    return {key: Key(labels.get(key, key), tints[key]) for key in series}


def _in_order(values: pd.Series, labels: Mapping[str, str]) -> list[str]:
    """Give each value once, those of the labels first and in their order."""
    found = list(dict.fromkeys(values.astype(str)))
    return [*(label for label in labels if label in found), *(value for value in found if value not in labels)]


def _axes(pair: np.ndarray) -> None:
    means, share = pair
    means.axvline(0, color=theme.GREY, linewidth=1, zorder=1)
    means.set_xlabel(COMPOUND)
    low, high = means.get_xlim()
    means.set_xlim(min(low, -0.1), max(high, 0.1))  # a difference of hundredths must not fill the picture
    means.xaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
    share.set_xlim(0, max(0.3, share.get_xlim()[1]))
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


def tone_bars(shares: pd.DataFrame, rows: str, labels: Mapping[str, str] | None = None) -> Chart | NoChart:
    """Draw what share of each group's sentences is negative, neutral and positive, as one bar a group.

    shares: from estimate_shares of tone by `rows`.
    """
    name, title = f"tone-shares-by-{rows}", f"Negative, neutral and positive sentences by {rows}"
    if theme.lacks(shares):
        return theme.no_chart(shares, name, title)
    labels, whole = labels or labels_of(rows), shares
    chosen = choose_groups(shares, rows, MOST_SHOWN, None, list(labels))
    order = [*chosen.shown, *chosen.unnamed]
    shares = sort_by_groups(shares, rows, order)
    wrapped = theme.wrap((labels.get(label, label) for label in order), 28)
    subtitle = f"Negative: compound of −.05 and under; positive: .05 and over. {chosen.tell_left()}".strip()
    legend = [Key(tone, tint, "s") for tone, tint in TONE_COLOURS.items()]
    figure, grid = theme.new_chart(title, subtitle, shares, height=theme.row_height(wrapped), legend=legend)
    axes, left = grid[0, 0], np.zeros(len(order))
    with theme.styled():
        for tone, tint in TONE_COLOURS.items():
            part = shares[shares["tone"] == tone]
            widths = part.set_index(part[rows].astype(str))["estimate"].reindex(order).fillna(0).to_numpy(float)
            bars = axes.barh(range(len(order)), widths, left=left, height=0.62, color=tint)
            assign_rows([bars[order.index(str(group))] for group in part[rows]], part)
            _percentages(axes, left, widths, theme.INK if tone == "neutral" else "white")
            left = left + widths
        axes.set_yticks(range(len(order)), wrapped)
        axes.set_ylim(len(order) - 0.5, -0.5)
        axes.set_xlim(0, 1)
        axes.set_xlabel("share of sentences")
        axes.xaxis.set_major_formatter(theme.percent_of)
        axes.grid(False)
    parts = [
        f"{labels.get(str(row[rows]), row[rows])} {row['tone']} {row['estimate']:.0%}" for _, row in shares.iterrows()
    ]
    return theme.finish(figure, name, whole, f"{title}: {'; '.join(parts[:24])}.")


def _percentages(axes: Axes, left: np.ndarray, widths: np.ndarray, colour: str) -> None:
    for place, (start, width) in enumerate(zip(left, widths, strict=True)):
        if width >= 0.05:
            axes.text(start + width / 2, place, f"{width:.0%}", ha="center", va="center", color=colour, fontsize=9)


def document_means(documents: pd.DataFrame) -> Chart | NoChart:
    """Draw each document's mean compound and the middle half of its sentences, the lowest first.

    documents: from summarise_documents: label, estimate, lower, upper, n. Of more than 30, the 15 lowest and the 15
    highest are drawn; the rest is in the table.
    """
    name, title = "sentiment-by-document", "Sentiment of each document"
    if theme.lacks(documents):
        return theme.no_chart(documents, name, title)
    drawn = documents.sort_values("estimate", kind="stable")
    half, left_out = MOST_ROWS // 2, max(len(drawn) - MOST_ROWS, 0)
    drawn = pd.concat([drawn.head(half), drawn.tail(half)]) if left_out else drawn
    subtitle = "Dot: mean of the document's sentences (how many in brackets); line: its middle half of sentences." + (
        f" The {half} lowest and the {half} highest; {left_out:,} between them are in the table." if left_out else ""
    )
    figure, grid = theme.new_chart(title, subtitle, documents, height=0.245 * len(drawn) + 0.6)
    axes, place = grid[0, 0], np.arange(len(drawn))
    with theme.styled():
        axes.hlines(place, drawn["lower"], drawn["upper"], color=theme.GREY, linewidth=1.6, alpha=0.6)
        sides = np.sign(drawn["estimate"]).map(
            {-1: TONE_COLOURS["negative"], 0: theme.GREY, 1: TONE_COLOURS["positive"]}
        )
        assign_rows(axes.scatter(drawn["estimate"], place, s=34, c=list(sides), zorder=3), drawn)
        axes.axvline(0, color=theme.GREY, linewidth=1, zorder=1)
        axes.set_yticks(place, [f"{_cut(row.label)} ({row.n})" for row in drawn.itertuples()], fontsize=8.5)
        axes.set_ylim(len(drawn) - 0.5, -0.5)
        axes.set_xlim(-1, 1)
        axes.xaxis.set_major_locator(MultipleLocator(0.5))
        axes.set_xlabel("compound (−1 to 1)")
    said = "; ".join(
        f"{_cut(row.label)} {theme.decimals_of(row.estimate, 2)}" for row in drawn.iloc[[0, -1]].itertuples()
    )
    return theme.finish(figure, name, documents, f"{title}: {len(documents)} documents, lowest and highest: {said}.")


def _cut(label: str, most: int = 46) -> str:
    return name_in_line(theme.readable(label), most * LETTER * 8.5, 8.5)


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
    subtitle, course = f"{COMPOUND[:1].upper()}{COMPOUND[1:]}.", Course(trends, smoothed, events)
    return interval_bands(means, panels, name, title, subtitle, MOST_PANELS, course, labels, percent=False)


def actor_tones(
    estimates: pd.DataFrame,
    colour: str | None = None,
    labels: Mapping[str, str] | None = None,
    documents: pd.DataFrame | None = None,
) -> Chart | NoChart:
    """Draw the mean tone toward each actor with its interval, by voice or outlet where `colour` names the column.

    estimates: from estimate_means of tone by actor [and `colour`]; the actors best spoken of come first. documents: the
    corpus's, whose column `colour` says how large groups are (those that name an actor, if not given): of more than
    five the largest are drawn.
    """
    by, labels, whole = f" by {colour}" if colour else "", labels or labels_of(colour), estimates
    title, subtitle = (
        f"Tone toward the actors{by}",
        "Best spoken of first. Zero: as likely spoken of well as ill. Hollow: too few documents for an interval.",
    )
    if theme.lacks(estimates):
        return theme.no_chart(estimates, "tone-toward-actors" + by.replace(" ", "-"), title)
    if colour and estimates[colour].astype(str).nunique() > MOST_GROUPS:
        chosen = choose_groups(estimates, colour, MOST_GROUPS, documents)
        subtitle += f" {chosen.tell_left()}"
        estimates = estimates[estimates[colour].astype(str).isin(chosen.shown)]
    place = estimates["estimate"].mul(estimates["n"]).groupby(estimates["actor"]).sum()
    place = place.div(estimates.groupby("actor")["n"].sum()).rank(ascending=False, method="first")
    estimates = estimates.iloc[np.argsort(estimates["actor"].map(place), kind="stable")]
    if colour:
        rank = {value: number for number, value in enumerate(_in_order(estimates[colour], labels))}
        estimates = estimates.iloc[np.lexsort([estimates[colour].map(rank), estimates["actor"].map(place)])]
    colours = theme.VOICE_COLOURS if colour == "voice" else None
    return interval_dots(
        estimates,
        rows="actor",
        name="tone-toward-actors" + by.replace(" ", "-"),
        title=title,
        unit=TOWARD,
        colour=colour,
        colours=colours,
        labels=labels,
        subtitle=subtitle,
        zero=True,
        whole=whole,
    )
