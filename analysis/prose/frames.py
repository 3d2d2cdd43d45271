"""What the tables of frames say, in prose."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.estimates import basis_of
from analysis.findings import Finding
from analysis.prose.found import (
    ALL_VOICES,
    SECOND,
    findings_by,
    limit_of,
    limits_from,
    limits_of_size,
)
from analysis.prose.frame_order import name_only as name_only
from analysis.prose.frame_order import tell_open, tell_order
from analysis.prose.groups import tell_parts
from analysis.prose.languages import tell_language
from analysis.prose.order import rank_known
from analysis.prose.phrases import figure_signed, join, join_some, number, strong, tell_estimate
from analysis.tables import labels_of

STAMPED = ("disagree", "hangs on one word", "not known", "not validated")  # what `stamp_frames` writes


def tell_codebook(title: str, status: str, note: str, labels: Mapping[str, str]) -> str:
    """Say which codebook this is and what is known of it."""
    said = f"**{title}**: {number(len(labels), 'frame')} ({join(list(labels.values()))}). Status: **{status}**."
    return f"{said} {note}".strip()


def tell_findings(
    shares: pd.DataFrame, by_voice: pd.DataFrame, by_outlet: pd.DataFrame, stamps: pd.DataFrame
) -> list[Finding]:
    """Say which frame is most frequent, where voices and outlets differ, and how far the instruments bear it.

    shares, by_voice, by_outlet: from estimate_means of present by frame [and voice, outlet]; stamps: from stamp_frames.
    """
    documents = basis_of(shares).corpus or int(shares["documents"].max() if len(shares) else 0)
    language = limits_from("other-languages", tell_language(shares), chart="frame-shares")
    if shares["estimate"].isna().all():
        nothing = limit_of("nothing-coded", "No sentence was coded, so there is nothing to find.", chart="frame-shares")
        return [nothing, *language]
    chosen = {"what": "frame", "name": name_only, "chart": "frames-by-voice", "weight": SECOND, "voice": "each voice"}
    found = tell_order(shares)
    found += findings_by("frames-by-voice", by_voice, "frame", "voice", labels=labels_of("voice"), **chosen)
    chosen |= {"chart": "frames-by-outlet", "voice": ALL_VOICES}
    found += findings_by("frames-by-outlet", by_outlet, "frame", "outlet", **chosen)
    return [*found, *_reliability(stamps, shares), *language, *limits_of_size(documents)]


def _reliability(stamps: pd.DataFrame, shares: pd.DataFrame) -> list[Finding]:
    """Say how far the instruments bear what was found: disputed frames, single words, what is known to be weak."""
    if stamps.empty:
        one = "Only one instrument found frames: nothing speaks for its findings but the sentences themselves."
        return [limit_of("one-instrument", one, chart="instrument-agreement")]
    names = {str(one["frame"]): str(one["label"]) for one in basis_of(shares).flags}
    weak = [f"{one['label']} by {one['method']} ({one['flag']})" for one in basis_of(shares).flags]
    count = {key: stamps.loc[stamps["stamp"].str.contains(key), "frame"].tolist() for key in STAMPED}
    of, found = number(len(stamps), "frame"), []
    if len(count["not known"]) == len(stamps):
        found.append(
            limit_of("agreement", "These texts cannot say whether the instruments agree.", chart="instrument-agreement")
        )
    elif count["disagree"]:
        said = (
            f"The instruments disagree on {len(count['disagree'])} of {of}: what one of them finds there is disputed."
        )
        found.append(limit_of("agreement", said, estimate=float(len(count["disagree"])), n=len(stamps), unit="frames",
                              chart="instrument-agreement"))  # fmt: skip
    if count["hangs on one word"]:
        hanging = len(count["hangs on one word"])
        said = f"{number(hanging, 'frame')} of {len(stamps)} {'hangs' if hanging == 1 else 'hang'} on one word."
        found.append(limit_of("one-word", said, estimate=float(hanging), n=len(stamps), unit="frames",
                              chart="frames-without-a-word"))  # fmt: skip
    if weak and names:
        said = f"Known to measure badly, by hand codes of other texts: {join_some(weak, 2)}."
        found.append(
            limit_of("weak-instrument", said, stamp=basis_of(shares).flags[0]["flag"], chart="frame-strengths")
        )
    if count["not validated"]:
        said = "Nobody has held the codebook against hand codes of such texts."
        found.append(limit_of("not-validated", said, stamp="not validated", chart="instrument-agreement"))
    return found


def tell_frames(shares: pd.DataFrame) -> str:
    """Say which frame is most frequent and which is least; shares: from estimate_means of present by frame."""
    ranked = rank_known(shares)
    if ranked.empty:
        return "No sentence was coded."
    if ranked.iloc[0]["estimate"] == 0:
        return "No word of the codebook stands in these texts: no frame was found."
    names, n = [strong(frame) for frame in ranked["frame"]], len(ranked)
    if n < 2:
        return f"The one frame, {names[0]}, stands in {tell_estimate(ranked.iloc[0], percent=True)} of the sentences."
    shares = [tell_estimate(row, percent=True) for _, row in ranked.iterrows()]
    said = f"The most frequent frame is {names[0]}, in {shares[0]} of the sentences; then {names[1]}, {shares[1]}"
    return f"{said}{f'; least frequent is {names[-1]}, {shares[-1]}' if n > 2 else ''}.{tell_open(ranked)}"


def tell_frames_by(shares: pd.DataFrame, by: str) -> str:
    """Say on which frames groups differ; shares: by frame and `by`.

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
    said = (
        f"On {number(disputed, 'frame')} of {len(stamps)} the instruments order the documents differently: what one "
        "of them finds there rests on the instrument as much as on the texts."
        if disputed
        else _tell_alike(len(stamps), unknown)
    )
    return "\n".join([said, "", *rows])


def _tell_alike(frames: int, unknown: int) -> str:
    """Say on how many frames the instruments agree, where they disagree on none."""
    if unknown == frames:
        return f"On none of {number(frames, 'frame')} can these texts say whether the instruments agree."
    alike = f"The instruments order the documents alike on {number(frames - unknown, 'frame')}"
    if unknown:
        return f"{alike}; on {unknown} these texts cannot say."
    return f"{alike}, all of them." if frames > 1 else f"{alike}."


def tell_companions(pairs: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Name the pairs of frames whose correlation has an interval on one side of zero; pairs: from pair_frames."""
    if len(labels) < 2:
        return "The codebook has one frame: there is no other that could come with it."
    if pairs["estimate"].isna().all():
        return ""  # why nothing is drawn is said where the chart would stand
    once = pairs[pairs["frame"].map(list(labels).index) < pairs["other"].map(list(labels).index)]
    sure = once[(once["low"] > 0) | (once["high"] < 0)].sort_values("estimate", key=abs, ascending=False)
    if sure.empty:
        return "No two frames come together, or keep apart, beyond what chance could do in so few documents."
    shown = [f"**{labels[row.frame]}** and **{labels[row.other]}** ({_span(row)})" for row in sure.head(5).itertuples()]
    most = "the strongest: " if len(sure) > len(shown) else ""
    return f"{number(len(sure), 'pair')} of {len(once)} with an interval on one side of 0: {most}{join(shown)}."


def _span(row: object) -> str:
    """Write a correlation with its interval."""
    estimate, low, high = (figure_signed(value) for value in (row.estimate, row.low, row.high))
    return f"{estimate}, {low} to {high}"


def tell_words(words: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Say which frames would lose a third or more of their score without one word; words: from leave_one_word_out."""
    if words.empty:
        return ""  # why nothing is drawn is said where the chart would stand
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
