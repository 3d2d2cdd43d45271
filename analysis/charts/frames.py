"""Frames drawn: how strong, in whose voice, which come together, and how far the instruments agree."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.charts import theme
from analysis.charts.bands import interval_bands
from analysis.charts.dots import interval_dots
from analysis.charts.matrix import matrix
from analysis.charts.theme import VOICE_COLOURS, VOICE_LABELS, Chart, NoChart

INSTRUMENTS = {"words": theme.BLUE, "meaning": theme.ORANGE, "example": theme.GREEN}
INSTRUMENT_LABELS = {"words": "by words", "meaning": "by meaning", "example": "by example"}
MARKS = "In brackets: the frame hangs on one word, was found in few words, or its instruments dispute it."
SHARE = "share of sentences with the frame"
MOST_GROUPS, MOST_FRAMES = 6, 16


def frame_shares(shares: pd.DataFrame) -> Chart | NoChart:
    """Draw the share of sentences that carry each frame; shares: from estimate_means of present by frame."""
    return interval_dots(
        shares, "frame", "frame-shares", "How much of the text carries each frame", SHARE, subtitle=MARKS, percent=True
    )


def frame_strengths(means: pd.DataFrame) -> Chart | NoChart:
    """Draw each frame's mean score over documents by each instrument.

    means: from estimate_means by frame and method.
    """
    return interval_dots(
        means,
        "frame",
        "frame-strengths",
        "How strongly documents carry each frame, by each instrument",
        "mean score of documents (0 to 1)",
        "method",
        INSTRUMENTS,
        INSTRUMENT_LABELS,
        MARKS,
    )


def frames_by(shares: pd.DataFrame, by: str) -> Chart | NoChart:
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
    return interval_dots(drawn, "frame", name, title, SHARE, by, colours, labels, subtitle, percent=True, whole=shares)


def frame_timeline(shares: pd.DataFrame) -> Chart | NoChart:
    """Draw the frames' shares of sentences over time; shares: from estimate_means of present by frame and period."""
    subtitle = "Share of sentences with the frame; hollow: too few documents for an interval."
    return interval_bands(shares, "frame", "frames-over-time", "Frames over time", subtitle, MOST_FRAMES)


def frame_companions(pairs: pd.DataFrame, labels: Mapping[str, str]) -> Chart | NoChart:
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
        drawn,
        "frame",
        "other",
        "estimate",
        name,
        title,
        "rank correlation over documents (−1 to 1)",
        subtitle,
        scale=(-1.0, 1.0),
        diverging=True,
    )


def instrument_agreement(agreed: pd.DataFrame, labels: Mapping[str, str]) -> Chart | NoChart:
    """Draw Krippendorff's alpha of every two instruments for each frame; agreed: from agreement."""
    rows = agreed[agreed["statistic"] == "alpha_ranks"]
    pair = rows["method"].map(INSTRUMENT_LABELS) + " and " + rows["other"].map(INSTRUMENT_LABELS)
    drawn = rows.assign(frame=rows["frame"].map(labels), pair=pair)
    subtitle = "1: they order the documents alike; 0: as chance would. By convention .80 is reliable, .667 tentative."
    return interval_dots(
        drawn,
        "frame",
        "instrument-agreement",
        "How far the instruments agree on each frame",
        "Krippendorff's alpha of ranks",
        "pair",
        subtitle=subtitle,
        zero=True,
    )


def word_shares(words: pd.DataFrame, labels: Mapping[str, str]) -> Chart | NoChart:
    """Draw what share of each frame's score vanishes without its weightiest word; words: from leave_one_word_out."""
    name, title = "frames-without-a-word", "What each frame loses without its weightiest word"
    top = words.sort_values("share_of_score", ascending=False, kind="stable").drop_duplicates("frame")
    if top.empty:
        return NoChart(name, title, "no word of the codebook stands in these texts")
    top = top.sort_values("frame", key=lambda frames: frames.map(list(labels).index))
    word = top["frame"].map(labels) + ": " + top["found"].fillna(top["word"])
    drawn = top.assign(label=word, estimate=top["share_of_score"])
    return interval_dots(drawn, "label", name, title, "share of the frame's score that vanishes", percent=True)
