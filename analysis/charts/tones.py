"""Tones drawn: shares of negative and positive sentences, documents, and the tone toward actors."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MultipleLocator

from analysis.charts import theme
from analysis.charts.dots import interval_dots, list_rows
from analysis.charts.groups import choose_groups, sort_by_groups
from analysis.charts.lettering import LETTER, name_in_line
from analysis.charts.marks import assign_rows
from analysis.charts.theme import Chart, Key, NoChart
from analysis.estimates.groups import MOST_ENDS, pick_ends
from analysis.tables import labels_of

TONE_COLOURS = {"negative": theme.VERMILION, "neutral": theme.PALE, "positive": theme.BLUE}
TOWARD = "mean tone toward the actor (positive less negative chance, −1 to 1)"
MOST_SHOWN, MOST_GROUPS = 20, 5


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

    documents: from summarise_documents: label, estimate, lower, upper, n. Of many the ends are drawn (`pick_ends`); the
    rest is in the table.
    """
    name, title = "sentiment-by-document", "Sentiment of each document"
    if theme.lacks(documents):
        return theme.no_chart(documents, name, title)
    drawn = pick_ends(documents)
    half, left_out = MOST_ENDS // 2, len(documents) - len(drawn)
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
    estimates = _rank_actors(estimates, colour, labels)
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


def _rank_actors(estimates: pd.DataFrame, colour: str | None, labels: Mapping[str, str]) -> pd.DataFrame:
    """Sort by actor, the best spoken of first, and within an actor by the colours of the labels."""
    sums = estimates["estimate"].mul(estimates["n"]).groupby(estimates["actor"]).sum()
    place = sums.div(estimates.groupby("actor")["n"].sum()).rank(ascending=False, method="first")
    places = estimates["actor"].map(place)
    if not colour:
        return estimates.iloc[np.argsort(places, kind="stable")]
    rank = {value: number for number, value in enumerate(list_rows(estimates[colour], labels))}
    return estimates.iloc[np.lexsort([estimates[colour].astype(str).map(rank), places])]
