"""What the tables of frames say, in prose."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.prose.phrases import apart, estimate, join, number


def read_codebook(title: str, status: str, note: str, labels: Mapping[str, str]) -> str:
    """Say which codebook this is and what is known of it."""
    said = f"**{title}**: {number(len(labels), 'frame')} ({join(list(labels.values()))}). Status: **{status}**."
    return f"{said} {note}".strip()


def read_frames(shares: pd.DataFrame) -> str:
    """Say which frame is most frequent and which is least; shares: from estimate_means of present by frame."""
    ranked = shares.sort_values("estimate", ascending=False)
    if len(ranked) < 2:
        return "The codebook has one frame."
    first, second, last = ranked.iloc[0], ranked.iloc[1], ranked.iloc[-1]
    said = (
        f"Most sentences carry **{first['frame']}**: {estimate(first, percent=True)}; then **{second['frame']}**, "
        f"{estimate(second, percent=True)}; fewest **{last['frame']}**, {estimate(last, percent=True)}."
    )
    if not apart(first, second):
        said += " The intervals of the first two overlap: their order is not settled."
    return said


def read_groups(shares: pd.DataFrame, by: str) -> str:
    """Name the frames on which two groups differ beyond their intervals; shares: by frame and `by`."""
    differing = []
    for frame, rows in shares.dropna(subset=["low"]).groupby("frame", sort=False):
        ranked = rows.sort_values("estimate", ascending=False)
        if len(ranked) > 1 and apart(ranked.iloc[0], ranked.iloc[-1]):
            high, low = ranked.iloc[0], ranked.iloc[-1]
            differing.append(f"**{frame}** ({high[by]} {high['estimate']:.0%}, {low[by]} {low['estimate']:.0%})")
    if shares[by].nunique() < 2:
        return f"There is one {by} only."
    if not differing:
        return "No frame differs beyond the intervals: these texts do not show that the groups frame differently."
    return f"Beyond their intervals, groups differ on {join(differing)}. Intervals are not corrected for their number."


def read_agreement(stamps: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Say which frames can be relied on, and what is wrong with the others; stamps: from stamp_frames."""
    if stamps.empty:
        return "No frame was found by both instruments."
    rows = [f"- **{labels.get(row.frame, row.frame)}**: {row.stamp or 'no warning'}" for row in stamps.itertuples()]
    disputed = int(stamps["stamp"].str.contains("disagree").sum())
    said = (
        f"On {number(disputed, 'frame')} of {len(stamps)} the instruments order the documents differently: what one "
        "of them finds there rests on the instrument as much as on the texts."
        if disputed
        else "The instruments order the documents alike on every frame."
    )
    return "\n".join([said, "", *rows])


def read_companions(pairs: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Name the pairs of frames whose correlation has an interval on one side of zero; pairs: from pair_frames."""
    once = pairs[pairs["frame"].map(list(labels).index) < pairs["other"].map(list(labels).index)]
    sure = once[(once["low"] > 0) | (once["high"] < 0)].sort_values("estimate", key=abs, ascending=False)
    if sure.empty:
        return "No two frames come together, or keep apart, beyond what chance could do in so few documents."
    shown = [
        f"**{labels[row.frame]}** and **{labels[row.other]}** ({row.estimate:+.2f}, {row.low:+.2f} to {row.high:+.2f})"
        for row in sure.head(5).itertuples()
    ]
    return (
        f"{number(len(sure), 'pair')} of {len(once)} with an interval on one side of 0; the strongest: {join(shown)}."
    )


def read_words(words: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Say which frames would lose a third or more of their score without one word; words: from leave_one_word_out."""
    heavy = words[words["share_of_score"] >= 1 / 3]
    if heavy.empty:
        return "No frame would lose a third of its score without any one of its words."
    said = [
        f"**{labels[row.frame]}** without *{row.found if pd.notna(row.found) else row.word}* ({row.share_of_score:.0%})"
        for row in heavy.itertuples()
    ]
    return f"A third of its score or more would go from {join(said)}. Read those words in context first."
