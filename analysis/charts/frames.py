"""Frames drawn: how strong, in whose voice, which come together, and how far the instruments agree."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.charts import theme
from analysis.charts.bands import Course, interval_bands
from analysis.charts.dots import interval_dots
from analysis.charts.matrix import matrix
from analysis.charts.multiples import group_panels
from analysis.charts.theme import VOICE_COLOURS, VOICE_LABELS, Chart, NoChart
from analysis.estimates.basis import basis_of

INSTRUMENTS = {"words": theme.BLUE, "meaning": theme.ORANGE, "example": theme.GREEN}
INSTRUMENT_LABELS = {"words": "by words", "meaning": "by meaning", "example": "by example"}
MARKS = {  # what stands in brackets behind a frame: what it begins with, and what it means
    "one word": "it hangs on one word",
    "few words": "few words were found",
    "disputed": "its instruments disagree",
    "weak": "an instrument is known to measure it badly",
}
SHARE, SHARES_TITLE = "share of sentences with the frame", "How much of the text carries each frame"
MOST_GROUPS, MOST_FRAMES = 6, 16


def frame_shares(shares: pd.DataFrame, flags: Mapping[str, str] | None = None) -> Chart | NoChart:
    """Draw the share of sentences that carry each frame; shares: from estimate_means of present by frame.

    flags, here and below: what to be wary of, by the frame as it stands in the table: it bears a dagger, and the
    footer says the text.
    """
    name, title = "frame-shares", SHARES_TITLE
    return interval_dots(shares, "frame", name, title, SHARE, subtitle=_tell_marks(shares), percent=True, flags=flags)


def frame_strengths(means: pd.DataFrame, flags: Mapping[str, str] | None = None) -> Chart | NoChart:
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
        _tell_marks(means),
        flags=flags,
    )


def frames_by(
    shares: pd.DataFrame,
    by: str,
    overall: pd.DataFrame | None = None,
    documents: pd.DataFrame | None = None,
    flags: Mapping[str, str] | None = None,
) -> Chart | NoChart:
    """Draw the share of sentences with each frame in each group: its voice, outlet or kind.

    shares: from estimate_means of present by frame and `by`. Up to six groups are told apart by colour; of more, the
    24 of most documents have a row in a small panel a frame. overall: the shares of all groups by frame, from the same
    sentences (their mean if not given); documents: the corpus's, for the size of groups (as `shares` says if not
    given).
    """
    name, title = f"frames-by-{by}", f"Frames by {by}"
    groups = shares[by].astype(str).nunique()
    if groups < 2:
        return NoChart(name, title, f"there is one {by} only")
    if groups > MOST_GROUPS:
        more = {"overall": overall, "documents": documents, "flags": flags}
        return group_panels(shares, "frame", by, name, title, SHARE, _tell_marks(shares), percent=True, **more)
    colours, labels = (VOICE_COLOURS, VOICE_LABELS) if by == "voice" else (None, None)
    subtitle = _tell_marks(shares)
    return interval_dots(shares, "frame", name, title, SHARE, by, colours, labels, subtitle, percent=True, flags=flags)


def frame_timeline(
    shares: pd.DataFrame,
    trends: pd.DataFrame | None = None,
    smoothed: pd.DataFrame | None = None,
    events: pd.DataFrame | None = None,
    flags: Mapping[str, str] | None = None,
) -> Chart | NoChart:
    """Draw the frames' shares of sentences over time; shares: from estimate_means of present by frame and period.

    trends, smoothed: from estimate_trends and estimate_courses of present by frame; events: from load_events.
    """
    name, title, subtitle = "frames-over-time", "Frames over time", "Share of sentences with the frame."
    course = Course(trends, smoothed, events)
    return interval_bands(shares, "frame", name, title, subtitle, MOST_FRAMES, course, flags=flags)


def frame_companions(pairs: pd.DataFrame, labels: Mapping[str, str]) -> Chart | NoChart:
    """Draw how far every two frames come together in documents; pairs: from pair_frames."""
    name, title = "frames-together", "Which frames come together"
    known = pairs.dropna(subset=["estimate"])
    if known.empty:
        return NoChart(name, title, basis_of(pairs).empty or "no two frames vary over the documents")
    drawn = known.assign(frame=known["frame"].map(labels))
    # what speaks against a frame stands in its row: a turned heading has room for its name
    names = {frame: label.partition(" [")[0] for frame, label in labels.items() if (known["frame"] == frame).any()}
    drawn = drawn.assign(other=pd.Categorical(known["other"].map(names), categories=list(names.values())))
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


def instrument_agreement(
    agreed: pd.DataFrame, labels: Mapping[str, str], flags: Mapping[str, str] | None = None
) -> Chart | NoChart:
    """Draw Krippendorff's alpha of every two instruments for each frame; agreed: from agreement."""
    rows = agreed[agreed["statistic"] == "alpha_ranks"]
    pair = _named(rows["method"]) + " and " + _named(rows["other"])
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
        flags=flags,
    )


def word_shares(words: pd.DataFrame, labels: Mapping[str, str]) -> Chart | NoChart:
    """Draw what share of each frame's score vanishes without its weightiest word; words: from leave_one_word_out."""
    name, title = "frames-without-a-word", "What each frame loses without its weightiest word"
    top = words.sort_values("share_of_score", ascending=False, kind="stable").drop_duplicates("frame")
    if top.empty:
        return NoChart(name, title, "no word of the codebook was found")
    top = top.sort_values("frame", key=lambda frames: frames.map(list(labels).index))
    word = top["frame"].map(labels) + ": " + top["found"].fillna(top["word"])
    drawn = top.assign(label=word, estimate=top["share_of_score"])
    return interval_dots(drawn, "label", name, title, "share of the frame's score that vanishes", percent=True)


def _tell_marks(table: pd.DataFrame) -> str:
    """Say what the brackets behind frames mean, of those that stand here; "" where there are none."""
    marks = {mark for one in table["frame"].astype(str) for mark in one.partition(" [")[2].rstrip("]").split(", ")}
    said = [f"{name} – {meant}" for name, meant in MARKS.items() if any(mark.startswith(name) for mark in marks)]
    return f"In brackets: {'; '.join(said)}." if said else ""


def _named(methods: pd.Series) -> pd.Series:
    """The names of instruments; one that the suite does not know is called as it is."""
    return methods.map(INSTRUMENT_LABELS).fillna(methods)
