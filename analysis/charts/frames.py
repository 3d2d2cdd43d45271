"""Frames drawn: how strong, in whose voice, which come together, and how far the instruments agree."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter

from analysis.charts import theme
from analysis.charts.dots import interval_dots
from analysis.charts.matrix import matrix
from analysis.charts.theme import VOICE_COLOURS, VOICE_LABELS, Chart, NoChart

INSTRUMENTS = {"words": theme.BLUE, "meaning": theme.ORANGE, "example": theme.GREEN}
INSTRUMENT_LABELS = {"words": "by words", "meaning": "by meaning", "example": "by example"}
MARKS = "In brackets: the frame hangs on one word, was found in few words, or its instruments dispute it."
SHARE = "share of sentences with the frame"
FEWEST_PERIODS, MOST_GROUPS, MOST_FRAMES = 3, 6, 16


def frame_shares(shares: pd.DataFrame, footer: str = "", stamp: str = "") -> Chart | NoChart:
    """Draw the share of sentences that carry each frame; shares: from estimate_means of present by frame."""
    return interval_dots(
        shares, "frame", "frame-shares", "How much of the text carries each frame", SHARE, subtitle=MARKS,
        footer=footer, stamp=stamp, percent=True,
    )  # fmt: skip


def frame_strengths(means: pd.DataFrame, footer: str = "", stamp: str = "") -> Chart | NoChart:
    """Draw each frame's mean score over documents by each instrument.

    means: from estimate_means by frame and method.
    """
    return interval_dots(
        means, "frame", "frame-strengths", "How strongly documents carry each frame, by each instrument",
        "mean score of documents (0 to 1)", "method", INSTRUMENTS, INSTRUMENT_LABELS, MARKS, footer, stamp,
    )  # fmt: skip


def frames_by(shares: pd.DataFrame, by: str, footer: str = "", stamp: str = "") -> Chart | NoChart:
    """Draw the share of sentences with each frame in each group: its voice, outlet or kind (six of most documents).

    shares: from estimate_means of present by frame and `by`.
    """
    name, title = f"frames-by-{by}", f"Frames by {by}"
    sizes = shares.groupby(by)["documents"].max().sort_values(ascending=False, kind="stable")
    if len(sizes) < 2:
        return NoChart(name, title, f"there is one {by} only")
    drawn = shares[shares[by].isin(sizes.index[:MOST_GROUPS])]
    left = len(sizes) - MOST_GROUPS
    subtitle = MARKS + (f" The {MOST_GROUPS} of most documents; {left} more in the table." if left > 0 else "")
    colours, labels = (VOICE_COLOURS, VOICE_LABELS) if by == "voice" else (None, None)
    return interval_dots(
        drawn, "frame", name, title, SHARE, by, colours, labels, subtitle, footer, stamp, percent=True,
    )  # fmt: skip


def frame_timeline(shares: pd.DataFrame, footer: str = "", stamp: str = "") -> Chart | NoChart:
    """Draw the frames' shares of sentences over time; shares: from estimate_means of present by frame and period."""
    name, title = "frames-over-time", "Frames over time"
    known = shares.loc[shares["low"].notna(), "period"].nunique() if len(shares) else 0
    if known < FEWEST_PERIODS:
        return NoChart(name, title, f"{known} periods hold five dated documents or more, and a course needs three")
    drawn = shares.sort_values(["frame", "period"])
    frames = list(dict.fromkeys(drawn["frame"]))[:MOST_FRAMES]
    columns = min(3, len(frames))
    rows = -(-len(frames) // columns)
    figure, grid = theme.new_chart(
        title, "Share of sentences with the frame; bands: 95% intervals.", footer, (rows, columns), 1.6 * rows + 0.3,
        stamp=stamp, sharex=True, sharey=True,
    )  # fmt: skip
    with theme.styled():
        for axes, frame in zip(grid.flat, frames, strict=False):
            _course(axes, drawn[drawn["frame"] == frame], "\n".join(theme.wrap([frame], 30)))
        for axes in grid.flat[len(frames) :]:
            axes.set_visible(False)
    return theme.finish(figure, name, shares, f"{title}. {len(frames)} panels, {known} periods with an interval.")


def _course(axes: Axes, part: pd.DataFrame, title: str) -> None:
    sure = part[part["low"].notna()]
    axes.fill_between(
        sure["period"], sure["low"].astype(float), sure["high"].astype(float), color=theme.SKY, alpha=0.35
    )
    axes.plot(part["period"], part["estimate"], color=theme.BLUE, marker="o", markersize=3.5)
    axes.set_title(title, fontsize=9)
    axes.yaxis.set_major_formatter(PercentFormatter(1.0, decimals=0))
    axes.tick_params(axis="x", labelrotation=35)


def frame_companions(
    pairs: pd.DataFrame, labels: Mapping[str, str], footer: str = "", stamp: str = ""
) -> Chart | NoChart:
    """Draw how far every two frames come together in documents; pairs: from pair_frames."""
    name, title = "frames-together", "Which frames come together"
    known = pairs.dropna(subset=["estimate"])
    if known.empty:
        return NoChart(name, title, "no two frames vary over the documents")
    drawn = known.assign(frame=known["frame"].map(labels), other=known["other"].map(labels))
    order = [label for label in labels.values() if (drawn["frame"] == label).any()]
    drawn = drawn.assign(other=pd.Categorical(drawn["other"], categories=order))
    subtitle = "Above 0: in the same documents; below: one without the other. Intervals are in the table."
    return matrix(
        drawn, "frame", "other", "estimate", name, title, "rank correlation over documents (−1 to 1)", subtitle, footer,
        stamp, scale=(-1.0, 1.0), diverging=True,
    )  # fmt: skip


def instrument_agreement(
    agreed: pd.DataFrame, labels: Mapping[str, str], footer: str = "", stamp: str = ""
) -> Chart | NoChart:
    """Draw Krippendorff's alpha of every two instruments for each frame; agreed: from agreement."""
    rows = agreed[agreed["statistic"] == "alpha_ranks"]
    pair = rows["method"].map(INSTRUMENT_LABELS) + " and " + rows["other"].map(INSTRUMENT_LABELS)
    drawn = rows.assign(frame=rows["frame"].map(labels), pair=pair)
    subtitle = "1: they order the documents alike; 0: as chance would. By convention .80 is reliable, .667 tentative."
    return interval_dots(
        drawn, "frame", "instrument-agreement", "How far the instruments agree on each frame",
        "Krippendorff's alpha of ranks", "pair", subtitle=subtitle, footer=footer, stamp=stamp, zero=True,
    )  # fmt: skip


def word_shares(words: pd.DataFrame, labels: Mapping[str, str], footer: str = "", stamp: str = "") -> Chart | NoChart:
    """Draw what share of each frame's score vanishes without its weightiest word; words: from leave_one_word_out."""
    name, title = "frames-without-a-word", "What each frame loses without its weightiest word"
    top = words.sort_values("share_of_score", ascending=False, kind="stable").drop_duplicates("frame")
    if top.empty:
        return NoChart(name, title, "no word of the codebook stands in these texts")
    top = top.sort_values("frame", key=lambda frames: frames.map(list(labels).index))
    word = top["frame"].map(labels) + ": " + top["found"].fillna(top["word"])
    drawn = top.assign(label=word, estimate=top["share_of_score"])
    return interval_dots(
        drawn, "label", name, title, "share of the frame's score that vanishes", footer=footer, stamp=stamp,
        percent=True,
    )  # fmt: skip
