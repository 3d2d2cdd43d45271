"""What the tables of voices say, in prose."""

from __future__ import annotations

import pandas as pd

from analysis.findings import Finding
from analysis.people.together import are_several
from analysis.prose.found import COUNT, MAIN, SECOND, limit_of, limits_from, limits_of_size, make_finding
from analysis.prose.groups import UNNAMED, tell_groups
from analysis.prose.languages import tell_language
from analysis.prose.order import MOST_TIED, count_tied
from analysis.prose.phrases import figure, join, join_some, number, strong, tell_estimate
from analysis.tables import VOICE_LABELS
from analysis.voices.assign import select_speech
from analysis.voices.speech import OWN


def tell_shares(shares: pd.DataFrame, quotes: pd.DataFrame) -> str:
    """Say how much of the words each voice has.

    shares: from estimate_shares of voice, weighted by words; quotes: the corpus's quotations.
    """
    parts = [
        f"{VOICE_LABELS.get(row['voice'], row['voice'])} {tell_estimate(row, percent=True)}"
        for _, row in shares.iterrows()
    ]
    quotes = select_speech(quotes)
    kinds = quotes["kind"].value_counts()
    words = {
        "direct": "in quotation marks",
        "indirect": "reported without them",
        "turn": "as turns of an interview or statement",
    }
    found = [f"{kinds[kind]:,} {said}" for kind, said in words.items() if kind in kinds]
    if not parts:
        return f"No words were counted. Speech was found {number(len(quotes), 'time')}, by its marks."
    said = f"Of all words: {'; '.join(parts)}."
    if quotes.empty:
        return f"{said} No speech was found."
    unnamed = int(quotes["speaker"].isna().sum())
    rest = f" No speaker could be named for {unnamed:,} of them." if unnamed else ""
    rest = " No speaker could be named." if unnamed == len(quotes) else rest
    return f"{said} Speech was found {number(len(quotes), 'time')}: {join(found)}.{rest}"


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
    words, others = _count_words(speakers)
    if speakers.empty:
        return "Nobody is quoted."
    if named.empty:
        return f"{number(others, 'word')} {'is' if others == 1 else 'are'} quoted, and no speaker could be named."
    top = named.head(most)
    names = [
        f"{strong(row.speaker)} ({number(int(row.words), 'word')} in {number(row.documents, 'document')})"
        for row in top.itertuples()
    ]
    verb = "has" if len(top) == 1 and not are_several(str(top["speaker"].iloc[0])) else "have"
    with_described = f"{number(len(named), 'speaker')} (with those whom texts only describe)"
    return (
        f"{join(names)} {verb} {top['words'].sum() / max(words, 1):.0%} of the "
        f"{number(words, 'word')} given to speakers, in quotation marks or not; {_tell_others(others)}. "
        f"{_tell_once(named, with_described, 'that text')}"
    )


def _tell_once(named: pd.DataFrame, speakers: str, text: str) -> str:
    """Say how many speakers stand in one document alone; speakers, text: what they and that document are called."""
    once = int((named["documents"] == 1).sum())
    if not once:
        return f"0 of {speakers} stand in one document only."
    verb = "stands" if once == 1 else "stand"
    return f"{once:,} of {speakers} {verb} in one document only: what is said of them rests on {text}."


def tell_tones(means: pd.DataFrame) -> str:
    """Say how the outlets' own words sound, and how far the speakers lie apart.

    means: from estimate_means of compound by who.
    """
    own = means[means["who"] == OWN].dropna(subset=["estimate"])
    first = ""
    if len(own):  # a mixed sentence gives its words to both voices
        first = f"Mean compound of the outlets' own words: {tell_estimate(own.iloc[0])}, each word by its sentence; "
        first += "the page on sentiment counts whole sentences. "
    return first + tell_groups(means, "who", "mean compound", "speaker", leave_out=[OWN])


def tell_pairs(pairs: pd.DataFrame) -> str:
    """Say who speaks most of whom, or that no pair stands out. pairs: from pair_speakers."""
    pairs = pairs[~pairs["speaker"].isin(UNNAMED)]
    if pairs.empty:
        return "No sentence of a named speaker names an actor."
    top, speakers, actors = pairs.iloc[0], pairs["speaker"].nunique(), pairs["actor"].nunique()
    alike, each = count_tied(pairs["sentences"]) - 1, number(int(top["sentences"]), "sentence")
    as_often = f", and {number(alike, 'other pair')} as often" if alike else ""
    spoken = f"{each} in {number(int(top['documents']), 'document')}{as_often}"
    verb = "speak" if are_several(top["speaker"]) else "speaks"
    most = f"Most often, {strong(top['speaker'])} {verb} of {strong(top['actor'])}: {spoken}."
    if 0 < alike == len(pairs) - 1:
        most = f"No pair of a speaker and an actor stands out: each of {len(pairs):,} stands in {each}."
    return (
        f"{most} In all, "
        f"{number(speakers, 'speaker')} {'names' if speakers == 1 else 'name'} {number(actors, 'actor')}. "
        "A chart shows only those among the speakers of most words. To be named is not to be praised or blamed."
    )


def tell_findings(shares: pd.DataFrame, speakers: pd.DataFrame, quotes: pd.DataFrame) -> list[Finding]:
    """Say whose words the texts are, who is quoted most, and what limits it.

    shares: from estimate_shares of voice, weighted by words; speakers: from tabulate_speakers; quotes: the corpus's.
    """
    language = tell_language(shares)
    language = f"{language} Quotation marks are read in any language." if language else ""
    limits = limits_from("other-languages", language, chart="words-by-voice")
    if shares.empty:
        return [limit_of("nothing-counted", "No words were counted, so there is nothing to find."), *limits]
    found = []
    for place, (_, row) in enumerate(shares.sort_values("estimate", ascending=False, kind="stable").iterrows()):
        label = VOICE_LABELS.get(row["voice"], row["voice"])
        text = f"{strong(label[0].upper() + label[1:])}: {tell_estimate(row, percent=True)} of all words."
        about = {"measure": "share of all words", "group": label, "voice": label, "chart": "words-by-voice"}
        found.append(make_finding(f"words-{row['voice']}", text, shares, row, weight=COUNT if place else MAIN, **about))
    found += _most_quoted(speakers, shares)
    return [
        *found,
        *_missed(select_speech(quotes), _count_words(speakers)[1]),
        *limits,
        *limits_of_size(int(shares["documents"].max())),
    ]


def _count_words(speakers: pd.DataFrame) -> tuple[int, int]:
    """Count the words of speakers, and of those whom nobody names."""
    unnamed = speakers["speaker"].isin(UNNAMED)
    return int(speakers.loc[~unnamed, "words"].sum()), int(speakers.loc[unnamed, "words"].sum())


def _tell_others(words: int) -> str:
    if not words:
        return "none is without a speaker"
    return f"{number(words, 'word')} more {'is' if words == 1 else 'are'} quoted without a speaker"


def _most_quoted(speakers: pd.DataFrame, shares: pd.DataFrame) -> list[Finding]:
    """Name the speaker of most words, and say how many speakers stand in one document; the nameless are no speaker."""
    named = speakers[~speakers["speaker"].isin(UNNAMED)]
    if named.empty:
        return []
    row, (words, _), once = named.iloc[0], _count_words(speakers), int((named["documents"] == 1).sum())
    share = float(row["words"] / max(words, 1))  # of words of all speakers: they stand in more documents than the row's
    tied, given = count_tied(named["words"]), f"{figure(share, True)} of the {number(words, 'word')} given to speakers"
    verb = "are" if are_several(str(row["speaker"])) else "is"
    text = f"{strong(row['speaker'])} {verb} quoted most: {given}, in {number(int(row['documents']), 'document')}."
    if tied > 1:
        names = [strong(name) for name in named["speaker"].head(tied)]
        text = f"{join_some(names, MOST_TIED)} are quoted alike, and nobody more: each has {given}."
    about = {"voice": "quoted speech", "chart": "speakers", "unit": "words given to speakers", "n": words}
    top = {"measure": "share of the words given to speakers", "group": str(row["speaker"]), "estimate": share}
    found = [make_finding("most-quoted", text, shares, **about, **top, weight=SECOND)]
    text = _tell_once(named, number(len(named), "speaker"), "it")
    about |= {"unit": "speakers", "n": len(named), "measure": "speakers in one document only", "estimate": float(once)}
    return [*found, make_finding("speakers-once", text, shares, **about, weight=COUNT)]


def _missed(quotes: pd.DataFrame, words: int) -> list[Finding]:
    """Say what of speech is not found, and for how much of it nobody is named; words: of those quotations."""
    missed = "More than a third of what is reported without quotation marks is missed and counts as the outlet's own."
    found, unnamed = [limit_of("speech-missed", missed, chart="words-by-voice")], int(quotes["speaker"].isna().sum())
    if unnamed:
        said = (
            f"For {unnamed:,} of {number(len(quotes), 'quotation')} no speaker could be named: {number(words, 'word')}."
        )
        numbers = {"estimate": float(unnamed), "n": len(quotes), "unit": "quotations"}
        found.append(limit_of("no-speaker", said, chart="speakers", **numbers))
    return found
