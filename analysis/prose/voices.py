"""What the tables of voices say, in prose."""

from __future__ import annotations

import pandas as pd

from analysis.prose.groups import UNNAMED, tell_groups
from analysis.prose.languages import tell_language
from analysis.prose.phrases import add_caution, join, number, strong, tell_estimate
from analysis.tables import VOICE_LABELS
from analysis.voices.speech import OWN


def tell_shares(shares: pd.DataFrame, quotes: pd.DataFrame) -> str:
    """Say how much of the words each voice has.

    shares: from estimate_shares of voice, weighted by words; quotes: the corpus's quotations.
    """
    parts = [
        f"{VOICE_LABELS.get(row['voice'], row['voice'])} {tell_estimate(row, percent=True)}"
        for _, row in shares.iterrows()
    ]
    kinds = quotes["kind"].value_counts()
    words = {
        "direct": "in quotation marks",
        "indirect": "reported without them",
        "turn": "as turns of an interview or statement",
    }
    found = [f"{kinds[kind]:,} {said}" for kind, said in words.items() if kind in kinds]
    if not parts:
        return f"No words were counted. Speech was found {number(len(quotes), 'time')}, by its marks."
    unnamed = int(quotes["speaker"].isna().sum())
    rest = f" No speaker could be named for {unnamed:,} of them." if unnamed else ""
    return f"Of all words: {'; '.join(parts)}. Speech was found {number(len(quotes), 'time')}: {join(found)}.{rest}"


def tell_outlets(shares: pd.DataFrame) -> str:
    """Say how far outlets differ in the share of their words that is their own.

    shares: from estimate_shares of voice by outlet, weighted by words.
    """
    own = shares[shares["voice"] == "outlet"]
    return tell_groups(own, "outlet", "share of an outlet's words that are its own", percent=True)


def tell_speakers(speakers: pd.DataFrame, most: int = 3) -> str:
    """Say who is quoted most, and how much hangs on few texts; words without a speaker are counted, not ranked.

    speakers: from tabulate_speakers.
    """
    named = speakers[~speakers["speaker"].isin(UNNAMED)]
    words = int(speakers["words"].sum())
    if speakers.empty:
        return "Nobody is quoted."
    if named.empty:
        return f"{number(words, 'word')} are given to speakers, and no speaker could be named."
    top = named.head(most)
    names = [
        f"{strong(row.speaker)} ({number(int(row.words), 'word')} in {number(row.documents, 'document')})"
        for row in top.itertuples()
    ]
    once = int((named["documents"] == 1).sum())
    return (
        f"{join(names)} {'has' if len(top) == 1 else 'have'} {top['words'].sum() / words:.0%} of the "
        f"{number(words, 'word')} given to speakers, in quotation marks or not. "
        f"{once:,} of {number(len(named), 'speaker')} "
        f"(with those whom texts only describe) {'stands' if once == 1 else 'stand'} in one document only: what is "
        "said of them rests on that text."
    )


def tell_tones(means: pd.DataFrame) -> str:
    """Say how the outlets' own words sound, and how far the speakers lie apart.

    means: from estimate_means of compound by who.
    """
    own = means[means["who"] == OWN].dropna(subset=["estimate"])
    first = f"Mean compound of the outlets' own words: {tell_estimate(own.iloc[0])}. " if len(own) else ""
    return first + tell_groups(means, "who", "mean compound", "speaker", leave_out=[OWN])


def tell_pairs(pairs: pd.DataFrame) -> str:
    """Say who speaks most of whom. pairs: from pair_speakers."""
    pairs = pairs[~pairs["speaker"].isin(UNNAMED)]
    if pairs.empty:
        return "No sentence of a named speaker names an actor."
    top, speakers, actors = pairs.iloc[0], pairs["speaker"].nunique(), pairs["actor"].nunique()
    return (
        f"Most often, {strong(top['speaker'])} speaks of {strong(top['actor'])}: "
        f"{number(int(top['sentences']), 'sentence')} in {number(int(top['documents']), 'document')}. In all, "
        f"{number(speakers, 'speaker')} {'names' if speakers == 1 else 'name'} {number(actors, 'actor')}. "
        "The chart shows those among the speakers of most words. To be named is not to be praised or blamed."
    )


def tell_findings(shares: pd.DataFrame, speakers: pd.DataFrame, quotes: pd.DataFrame) -> str:
    """Say whose words the texts are, who is quoted most, and what limits it.

    shares: from estimate_shares of voice, weighted by words; speakers: from tabulate_speakers; quotes: the corpus's.
    """
    language = tell_language(shares)
    if shares.empty:
        return f"No words were counted, so there is nothing to find. {language}".rstrip()
    ranked = shares.sort_values("estimate", ascending=False, kind="stable")
    said = [
        f"{VOICE_LABELS.get(row['voice'], row['voice'])} {tell_estimate(row, percent=True)}"
        for _, row in ranked.iterrows()
    ]
    documents = int(shares["documents"].max())
    unnamed = int(quotes["speaker"].isna().sum())
    findings = (
        f"Of all words in {number(documents, 'document')}: {join(said)}. {tell_speakers(speakers)} "
        "What limits this: about half of what is reported without quotation marks is missed and counts as the outlet's"
    )
    nameless = f", and for {unnamed:,} of {number(len(quotes), 'quotation')} no speaker could be named"
    findings += f"{nameless if unnamed else ''}."
    findings += f" {language} Quotation marks are read in any language." if language else ""
    return add_caution(findings, documents)
