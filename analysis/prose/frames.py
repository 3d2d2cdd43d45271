"""What the tables of frames say, in prose."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.estimates import basis_of
from analysis.prose.groups import tell_parts
from analysis.prose.languages import tell_language
from analysis.prose.phrases import add_caution, apart, figure, join, join_some, number, strong, tell_estimate
from analysis.tables import labels_of


def tell_codebook(title: str, status: str, note: str, labels: Mapping[str, str]) -> str:
    """Say which codebook this is and what is known of it."""
    said = f"**{title}**: {number(len(labels), 'frame')} ({join(list(labels.values()))}). Status: **{status}**."
    return f"{said} {note}".strip()


def tell_findings(shares: pd.DataFrame, by_voice: pd.DataFrame, by_outlet: pd.DataFrame, stamps: pd.DataFrame) -> str:
    """Say which frame is most frequent, where voices and outlets differ, and how far the instruments bear it.

    shares, by_voice, by_outlet: from estimate_means of present by frame [and voice, outlet]; stamps: from stamp_frames.
    """
    language = tell_language(shares)
    if shares["estimate"].isna().all():
        return " ".join(part for part in ("No sentence was coded, so there is nothing to find.", language) if part)
    ranked = shares.sort_values("estimate", ascending=False, kind="stable")
    first, second = ranked.iloc[0], ranked.iloc[min(1, len(ranked) - 1)]
    if first["estimate"] == 0:
        return f"No word of the codebook stands in these {number(int(first['n']), 'sentence')}: no frame was found."
    where = f"{number(int(first['n']), 'sentence')} of {number(int(first['documents']), 'document')}"
    said = f"{strong(first['frame'])} is the most frequent frame, in {tell_estimate(first, percent=True)} of {where}"
    if len(ranked) > 1:
        close = "" if apart(first, second) else ", too close to settle which is first"
        said += f"; {strong(second['frame'])} follows with {figure(second['estimate'], percent=True)}{close}"
    parts = [f"{said}."]
    parts += [tell_frames_by(by_voice, "voice"), _reliability(stamps), tell_frames_by(by_outlet, "outlet"), language]
    return add_caution(" ".join(part for part in parts if part), basis_of(shares).corpus or int(first["documents"]))


def _reliability(stamps: pd.DataFrame) -> str:
    """Say in one sentence how far the instruments bear what was found."""
    if stamps.empty:
        return "Only one instrument found frames: nothing speaks for its findings but the sentences themselves."
    disputed, hanging = (int(stamps["stamp"].str.contains(what).sum()) for what in ("disagree", "hangs on one word"))
    unvalidated = bool(stamps["stamp"].str.contains("not validated").any())
    unknown = int(stamps["stamp"].str.contains("not known").sum())
    said = f"What limits this: the instruments disagree on {disputed} of {number(len(stamps), 'frame')}"
    if unknown == len(stamps):
        said = "What limits this: these texts cannot say whether the instruments agree"
    said += f", {hanging} {'hangs' if hanging == 1 else 'hang'} on one word" if hanging else ""
    return f"{said}{', and nobody has held the codebook against hand codes of such texts' if unvalidated else ''}."


def tell_frames(shares: pd.DataFrame) -> str:
    """Say which frame is most frequent and which is least; shares: from estimate_means of present by frame."""
    ranked = shares.sort_values("estimate", ascending=False, kind="stable")
    if ranked["estimate"].isna().all():
        return "No sentence was coded."
    if len(ranked) < 2:
        return "The codebook has one frame."
    if ranked.iloc[0]["estimate"] == 0:
        return "No word of the codebook stands in these texts: no frame was found."
    first, second, last = ranked.iloc[0], ranked.iloc[1], ranked.iloc[-1]
    said = (
        f"The most frequent frame is {strong(first['frame'])}, in {tell_estimate(first, percent=True)} of the "
        f"sentences; then {strong(second['frame'])}, {tell_estimate(second, percent=True)}"
    )
    said += (
        f"; least frequent is {strong(last['frame'])}, {tell_estimate(last, percent=True)}." if len(ranked) > 2 else "."
    )
    if not apart(first, second):
        said += " The intervals of the first two overlap or are missing: their order is not settled."
    return said


def tell_frames_by(shares: pd.DataFrame, by: str) -> str:
    """Say on which frames the intervals of groups lie apart; shares: by frame and `by`.

    "" where there are no two groups, for there is no chart either and it says why.
    """
    if shares[by].nunique() < 2:
        return ""
    return tell_parts(shares, "frame", by, "frame", labels=labels_of(by))


def tell_agreement(stamps: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Say which frames can be relied on, and what is wrong with the others; stamps: from stamp_frames."""
    if stamps.empty:
        return "No frame was found by both instruments."
    rows = [f"- **{labels.get(row.frame, row.frame)}**: {row.stamp or 'no warning'}" for row in stamps.itertuples()]
    disputed = int(stamps["stamp"].str.contains("disagree").sum())
    unknown = int(stamps["stamp"].str.contains("not known").sum())
    alike = f"The instruments order the documents alike on {number(len(stamps) - unknown, 'frame')}"
    alike += f"; on {unknown} these texts cannot say." if unknown else ", all of them."
    said = (
        f"On {number(disputed, 'frame')} of {len(stamps)} the instruments order the documents differently: what one "
        "of them finds there rests on the instrument as much as on the texts."
        if disputed
        else alike
    )
    return "\n".join([said, "", *rows])


def tell_companions(pairs: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Name the pairs of frames whose correlation has an interval on one side of zero; pairs: from pair_frames."""
    if pairs.empty:
        return ""
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


def tell_words(words: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Say which frames would lose a third or more of their score without one word; words: from leave_one_word_out."""
    heavy = words[words["share_of_score"] >= 1 / 3]
    if heavy.empty:
        reach = (
            words.loc[words["high"] >= 1 / 3, "frame"].drop_duplicates() if "high" in words else pd.Series(dtype=str)
        )
        said = "No frame would lose a third of its score without any one of its words"
        if reach.empty:
            return f"{said}."
        return f"{said}; but intervals reach a third for {join_some([strong(labels[frame]) for frame in reach])}."
    said = [
        f"{strong(labels[row.frame])} without *{row.found if pd.notna(row.found) else row.word}* "
        f"({row.share_of_score:.0%})"
        for row in heavy.itertuples()
    ]
    return f"A third of its score or more would go from {join_some(said)}. Read those words in context first."
