"""What the tables of voices say, in prose."""

from __future__ import annotations

import pandas as pd

from analysis.charts.theme import VOICE_LABELS
from analysis.prose.phrases import apart, estimate, join, number


def read_shares(shares: pd.DataFrame, quotes: pd.DataFrame) -> str:
    """Say how much of the words each voice has.

    shares: from estimate_shares of voice, weighted by words; quotes: the corpus's quotations.
    """
    parts = [
        f"{VOICE_LABELS.get(row['voice'], row['voice'])} {estimate(row, percent=True)}" for _, row in shares.iterrows()
    ]
    kinds = quotes["kind"].value_counts()
    words = {
        "direct": "in quotation marks",
        "indirect": "reported without them",
        "turn": "as turns of an interview or statement",
    }
    found = [f"{kinds[kind]:,} {said}" for kind, said in words.items() if kind in kinds]
    unnamed = int(quotes["speaker"].isna().sum())
    rest = f" No speaker could be named for {unnamed:,} of them." if unnamed else ""
    return f"Of all words: {'; '.join(parts)}. Speech was found {number(len(quotes), 'time')}: {join(found)}.{rest}"


def read_outlets(shares: pd.DataFrame) -> str:
    """Say which outlet speaks most in its own words, and which least.

    shares: from estimate_shares of voice by outlet, weighted by words.
    """
    own = shares[shares["voice"] == "outlet"].sort_values("estimate", ascending=False)
    if len(own) < 2:
        return "There is one outlet: nothing to set beside it."
    most, least = own.iloc[0], own.iloc[-1]
    said = (
        f"Most in its own words: **{most['outlet']}**, {estimate(most, percent=True)}; least: **{least['outlet']}**, "
        f"{estimate(least, percent=True)}."
    )
    if not apart(most, least):
        said += " Their intervals overlap or could not be formed: these texts do not show that the outlets differ."
    return said


def read_speakers(speakers: pd.DataFrame, most: int = 3) -> str:
    """Say who is quoted most, and how much hangs on few texts.

    speakers: from tabulate_speakers.
    """
    if speakers.empty:
        return "Nobody is quoted."
    top = speakers.head(most)
    share = top["words"].sum() / speakers["words"].sum()
    names = [
        f"**{row.speaker}** ({number(int(row.words), 'word')} in {number(row.documents, 'document')})"
        for row in top.itertuples()
    ]
    once = int((speakers["documents"] == 1).sum())
    return (
        f"{join(names)} have {share:.0%} of all quoted words. {once:,} of {number(len(speakers), 'speaker')} stand in "
        "one document only: what is said of them rests on that text."
    )


def read_pairs(pairs: pd.DataFrame) -> str:
    """Say who speaks most of whom. pairs: from pair_with_actors."""
    if pairs.empty:
        return "No sentence of a named speaker names an actor."
    top = pairs.iloc[0]
    return (
        f"Most often, **{top['speaker']}** speaks of **{top['actor']}**: {number(int(top['sentences']), 'sentence')} "
        f"in {number(int(top['documents']), 'document')}. In all, {number(pairs['speaker'].nunique(), 'speaker')} name "
        f"{number(pairs['actor'].nunique(), 'actor')}. To be named is not to be praised or blamed: read the sentences."
    )


def read_groups(means: pd.DataFrame, by: str, what: str) -> str:
    """Say which group has the highest and which the lowest mean, and whether they can be told apart.

    means: from estimate_means by `by`; what: the measure in words ("mean compound").
    """
    known = means.dropna(subset=["estimate"]).sort_values("estimate", ascending=False)
    if len(known) < 2:
        return "There are not two groups to compare."
    high, low = known.iloc[0], known.iloc[-1]
    said = f"Highest {what}: **{high[by]}**, {estimate(high)}; lowest: **{low[by]}**, {estimate(low)}."
    return said if apart(high, low) else f"{said} They cannot be told apart by these intervals."
