"""Voices drawn: whose words, who is quoted, how each speaker sounds, which frames each uses, who speaks of whom."""

from __future__ import annotations

import pandas as pd

from analysis.charts.dots import interval_dots
from analysis.charts.groups import UNNAMED, choose_groups, sort_by_groups
from analysis.charts.matrix import matrix
from analysis.charts.theme import VOICE_COLOURS, VOICE_LABELS, Chart, NoChart

MOST_OUTLETS = 20
VOICES_TITLE, SPEAKERS_TITLE = "Whose words the texts are", "Who has how much of the quoted words"


def voice_shares(shares: pd.DataFrame) -> Chart | NoChart:
    """Draw each voice's share of the words; shares: from estimate_shares of voice, weighted by words."""
    name, title = "words-by-voice", VOICES_TITLE
    return interval_dots(shares, "voice", name, title, "share of words", percent=True, row_labels=VOICE_LABELS)


def outlet_shares(shares: pd.DataFrame, documents: pd.DataFrame | None = None) -> Chart | NoChart:
    """Draw each voice's share of each outlet's words, the outlets of most documents first (twenty at most).

    shares: from estimate_shares of voice by outlet, weighted by words. documents: the corpus's, for the size of outlets
    (as `shares` says if not given).
    """
    chosen = choose_groups(shares, "outlet", MOST_OUTLETS, documents)
    return interval_dots(
        sort_by_groups(shares, "outlet", [*chosen.shown, *chosen.unnamed]),
        "outlet",
        "words-by-outlet-and-voice",
        "Whose words each outlet's texts are",
        "share of the outlet's words",
        "voice",
        VOICE_COLOURS,
        VOICE_LABELS,
        chosen.tell_left(),
        percent=True,
        whole=shares,
    )


def speaker_shares(shares: pd.DataFrame, speakers: pd.DataFrame | None = None) -> Chart | NoChart:
    """Draw each speaker's share of the words of speakers; shares: from estimate_shares of who.

    speakers: all of them (from tabulate_speakers), so that it is said how many are not drawn.
    """
    name, title = "words-by-speaker", SPEAKERS_TITLE
    if shares.empty:
        return NoChart(name, title, "no speaker has enough sentences")
    unit = "share of the words of speakers"
    named = [] if speakers is None else [name for name in speakers["speaker"] if name not in UNNAMED]
    left = len({*named} - {*shares["who"]})
    few = "" if {*named[: len(shares)]} == {*shares["who"]} else " among those of enough sentences"
    subtitle = f"The {len(shares):,} of most words{few}; {left:,} more, named or described, in the table of speakers."
    subtitle = subtitle if left else ""
    return interval_dots(shares, "who", name, title, unit, subtitle=subtitle, percent=True)


def speaker_tones(means: pd.DataFrame) -> Chart | NoChart:
    """Draw the mean sentiment of the outlets' own words and of each speaker; means: from estimate_means by who."""
    return interval_dots(
        means,
        "who",
        "sentiment-by-speaker",
        "How the outlets and the speakers sound",
        "mean compound, weighted by words (−1 to 1)",
        zero=True,
    )


def speaker_frames(means: pd.DataFrame) -> Chart | NoChart:
    """Draw how strongly each speaker's sentences carry each frame; means: from estimate_means by who and frame."""
    return matrix(
        means,
        "who",
        "frame",
        "estimate",
        "speaker-frames",
        "Frames of the outlets and of each speaker",
        "mean score, weighted by words (0 to 1)",
    )


def speaker_actors(pairs: pd.DataFrame) -> Chart | NoChart:
    """Draw how many of each speaker's sentences name each actor; pairs: from pair_speakers."""
    name, title = "speakers-and-actors", "Who speaks of whom"
    if pairs.empty:
        return NoChart(name, title, "no sentence of the speakers of most words names an actor")
    sums = pairs.groupby("actor", sort=True)["sentences"].sum().sort_values(ascending=False, kind="stable")
    pairs = pairs.assign(actor=pd.Categorical(pairs["actor"], categories=sums.index))
    unit = "sentences that name the actor"
    return matrix(pairs, "speaker", "actor", "sentences", name, title, unit, digits=0)
