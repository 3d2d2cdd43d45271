"""Every computed sentence is true of the table beside it: at 2, 25 and 300 groups, by a second computation.

The numbers are read back from the sentence; what they should be is computed here from the table, another way.
"""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from made_corpora import FRAMES, NOT_KNOWN, MadeCorpus
from scipy import stats

import analysis.prose
from analysis.estimates import basis_of, describe, estimate_differences, estimate_means, estimate_shares
from analysis.findings import FINDING, LIMIT
from analysis.prose import (
    contrasts,
    copies,
    corpus,
    frame_order,
    frames,
    groups,
    order,
    phrases,
    sentiment,
    sourcing,
    topics,
    trends,
    voices,
)  # fmt: skip
from analysis.prose.languages import tell_language

SIZES = (2, 25, 300)
CORPORA = {size: MadeCorpus(size) for size in SIZES}
NAMELESS = (NOT_KNOWN, "speaker not named")


@pytest.fixture(params=SIZES)
def made(request):
    return CORPORA[request.param]


def percent(share):
    """A share as people write it, written here once more."""
    if 0 < share < 0.0095:
        return "under 0.1%" if share < 0.0005 else f"{share:.1%}"
    return f"{abs(round(share, 2)):.0%}"


def plain(value):
    """A number as people write it, written here once more: two digits, more where it would read as zero."""
    digits = next((digits for digits in range(2, 9) if round(abs(value), digits)), 2)
    return f"{value:.{digits}f}".replace("-", "−") if abs(value) > 1e-9 else "0.00"


def estimate(row, share=True):
    write = percent if share else plain
    if np.isnan(row["low"]):
        few = f"{int(row['documents'])} document" + "s" * (row["documents"] != 1)
        return f"{write(row['estimate'])} (no interval: {few}{', all alike' if row['documents'] > 4 else ''})"
    return f"{write(row['estimate'])} (95% interval {write(row['low'])} to {write(row['high'])})"


def count(text, pattern):
    """Read one number from a sentence."""
    found = re.search(pattern, text)
    assert found, (pattern, text)
    return int(found[1].replace(",", ""))


def differing(table, by, of=None):
    """The pairs of named groups that differ, by part: Welch's test with a pooled floor, corrected over all parts."""
    rows = []
    for part, each in table.groupby(of or (lambda _: ""), sort=False):
        known = each[~each[by].isin(NAMELESS) & each["low"].notna()]
        weight = (known["documents"] - 1).sum()
        spread = (known["se"] ** 2 * known["documents"] * (known["documents"] - 1)).sum() / weight if weight else 0
        for one, two in combinations(known.itertuples(), 2):
            error, freedom = [], []
            for row in (one, two):
                floor = spread / row.documents
                error.append(max(row.se**2, floor))
                freedom.append(weight if row.se**2 < floor else row.documents - 1)
            degrees = sum(error) ** 2 / sum(e**2 / f for e, f in zip(error, freedom, strict=True))
            total = sum(error)
            kept = basis_of(table).together
            if by not in basis_of(table).apart:
                degrees = min(one.documents, two.documents) - 1
                total = sum(np.sqrt(error)) ** 2
            if by not in basis_of(table).apart and kept:
                places = [kept["groups"].index([str(getattr(row, name)) for name in kept["by"]]) for row in (one, two)]
                shared = kept["correlations"][places[0]][places[1]]
                total = sum(error) - 2 * min(shared * one.se * two.se, shared * np.sqrt(error[0] * error[1]))
            rows.append((part, getattr(one, by), getattr(two, by), one.estimate - two.estimate, total, degrees))
    pairs = pd.DataFrame(rows, columns=["part", "one", "two", "gap", "variance", "degrees"])
    if pairs.empty:
        return pairs.assign(differ=[])
    p = 2 * stats.t.sf(pairs["gap"].abs() / np.sqrt(pairs["variance"]), pairs["degrees"])
    return pairs.assign(differ=stats.false_discovery_control(p) <= 0.05)


def largest(table, by, most=5):
    known = table[table["low"].notna() & ~table[by].isin(NAMELESS)]
    sizes = {name: rows["documents"].max() for name, rows in known.groupby(by)}
    order = list(dict.fromkeys(table[by]))
    return sorted(sizes, key=lambda name: (-sizes[name], order.index(name)))[:most]


def check_named(text, table, by):
    """Only groups that are in the table and among those of most documents, none without a name."""
    named = set(re.findall(r"outlet \d{3}|speaker \d{3}", text))
    assert named <= set(table[by]) and named <= set(largest(table, by))
    assert not any(f"**{name}**" in text for name in NAMELESS)


def check_groups(text, table, by, share=False):
    check_named(text, table, by)
    pairs, known = differing(table, by), table[table[by].isin(largest(table, by))].sort_values("estimate")
    assert f"**{known.iloc[-1][by]}** {estimate(known.iloc[-1], share)}" in text
    assert f"**{known.iloc[0][by]}** {estimate(known.iloc[0], share)}" in text
    if len(pairs) == 1:
        assert ("The two differ." in text) == bool(pairs["differ"].iloc[0])
    elif pairs["differ"].any():
        assert count(text, r"([\d,]+) of [\d,]+ pairs? differs? \(corrected") == pairs["differ"].sum()
        assert count(text, r"[\d,]+ of ([\d,]+) pairs? differs? \(corrected") == len(pairs)
    else:
        assert count(text, r"Of ([\d,]+) pairs none differs") == len(pairs)
    check_rest(text, table, by)


def check_rest(text, table, by):
    times = max(table.groupby(by).size().max(), 1)
    empty = (table["estimate"].isna() & ~table[by].isin(NAMELESS)).sum() // times
    few = (table["low"].isna() & ~table[by].isin(NAMELESS)).sum() // times - empty
    if empty:
        assert count(text, r"([\d,]+) (?:outlet|speaker)s? ha(?:s|ve) nothing that was measured") == empty
    if few:
        assert count(text, r"([\d,]+) (?:outlet|speaker)s? (?:has|have) a value in fewer than 5 documents") == few
    if table[by].isin(NAMELESS).any():
        unit, column = ("documents?", "documents") if by == "outlet" else ("sentences?", "n")
        assert count(text, rf"Not compared: ([\d,]+) {unit}") == table.loc[table[by].isin(NAMELESS), column].max()


def check_parts(text, table, of, by, finding=False):
    if by == "outlet":
        check_named(text, table, by)
    pairs = differing(table, by, of)
    parts = pairs.groupby("part")["differ"].any()
    if not parts.any():
        assert count(text, r"([\d,]+) pairs?(?: looked|, corrected)") == len(pairs)
        return
    assert count(text, r"([\d,]+) of [\d,]+ pairs?, corrected") == pairs["differ"].sum()
    assert count(text, r"[\d,]+ of ([\d,]+) pairs?, corrected") == len(pairs)
    assert count(text, r"[Oo]n (\d+) of \d+ (?:frame|stable topic)") == parts.sum()
    among = pairs[pairs["differ"] & pairs["one"].isin(largest(table, by)) & pairs["two"].isin(largest(table, by))]
    widest = among.loc[among["gap"].abs().idxmax()]
    ends = sorted((widest["one"], widest["two"]), key=lambda name: -value(table, of, widest["part"], by, name))
    shown = [percent(value(table, of, widest["part"], by, name)) for name in ends]
    if by == "outlet":
        joint = f"**{widest['part']}**: {ends[0]} {shown[0]}, {ends[1]} {shown[1]}" if finding else (
            f"**{widest['part']}** ({ends[0]} {shown[0]}, {ends[1]} {shown[1]}")  # fmt: skip
        assert joint in text


def value(table, of, part, by, name):
    return table.loc[(table[of] == part) & (table[by] == name), "estimate"].iloc[0]


# ---- one check a sentence: what is told, and what must be true of it


def check_tell_groups(made):
    table = made.tones("outlet")
    check_groups(groups.tell_groups(table, "outlet", "mean compound"), table, "outlet")


def check_tell_parts(made):
    table = made.means("outlet")
    check_parts(groups.tell_parts(table, "frame", "outlet", "frame"), table, "frame", "outlet")


def check_tell_left_over(made):
    table = made.tones("outlet")
    check_rest(groups.tell_groups(table, "outlet", "mean compound"), table, "outlet")


def check_tell_no_difference(made):
    assert groups.tell_no_difference(made.groups, "frame", "outlet").startswith(f"On none of {made.groups} frames")


def check_tell_pairs_compared(made):
    assert groups.tell_pairs_compared(made.groups) == f"{made.groups} pairs, corrected for their number"
    assert groups.tell_pairs_compared(1) == "1 pair"


def lower_ends(ranked):
    """Which rows' intervals end above where the next one's ends: they may be behind it."""
    return [not one.low > two.high for one, two in zip(ranked.itertuples(), ranked.iloc[1:].itertuples(), strict=False)]


def check_tell_lead(made):
    ranked = made.means().sort_values("estimate", ascending=False)
    said = order.tell_lead(ranked, ranked["frame"].tolist())
    assert bool(said) == lower_ends(ranked)[0] and order.tell_lead(ranked.tail(1), ["C"]) == ""
    wide = ranked.assign(low=0.0)
    assert (
        order.tell_lead(wide, ["A", "B", "C"], 1) == f", not surely ahead of C ({percent(ranked.iloc[2]['estimate'])})"
    )


def check_tell_unsettled(made):
    ranked, names = made.means().sort_values("estimate", ascending=False), ["A", "B", "C"]
    unsure = [name for name, open_ in zip(names, lower_ends(ranked), strict=False) if open_]
    said = order.tell_unsettled(ranked, names, 3)
    assert [name for name in names[:2] if re.search(rf"\b{name}\b", said)] == (unsure if len(unsure) < 2 else [])
    assert order.tell_unsettled(ranked.assign(low=0.0), names, 3) == " None of these is surely ahead of the next."


def check_tell_open(made):
    ranked = made.means().sort_values("estimate", ascending=False)
    said, unsure = frame_order.tell_open(ranked), lower_ends(ranked)
    assert ("first two" in said, "last two" in said) == tuple(unsure) and ("not settled" in said) == any(unsure)


def check_tell_order(made):
    found = {one.key: one for one in frame_order.tell_order(made.means())}
    ranked = made.means().sort_values("estimate", ascending=False)
    keys = ["most-frequent-frame", "second-frame", "least-frequent-frame"]
    assert [found[key].group for key in keys] == ranked["frame"].tolist()
    unsure = lower_ends(ranked)
    assert ("not surely ahead" in found[keys[0]].sentence) == unsure[0]
    assert ("not surely less" in found[keys[2]].sentence) == unsure[1]


def check_tell_span(made):
    dated = made.documents["published"].dropna()
    assert corpus.tell_span(made.documents) == f"from {dated.min():%Y-%m-%d} to {dated.max():%Y-%m-%d}"
    assert corpus.tell_span(made.documents.loc[dated.index[:1]]) == f"{dated.iloc[0]:%Y-%m-%d}"


def check_tell_estimate(made):
    for _, row in made.means("outlet").iterrows():
        assert phrases.tell_estimate(row, percent=True) == estimate(row)


def check_tell_frames(made):
    table = made.means()
    text, ranked = frames.tell_frames(table), table.sort_values("estimate")
    assert f"most frequent frame is **{ranked.iloc[-1]['frame']}**, in {estimate(ranked.iloc[-1])}" in text
    assert f"least frequent is **{ranked.iloc[0]['frame']}**, {estimate(ranked.iloc[0])}" in text


def check_tell_frames_by(made):
    table = made.means("outlet")
    check_parts(frames.tell_frames_by(table, "outlet"), table, "frame", "outlet")


def check_tell_topics_by(made):
    table = made.means("outlet").rename(columns={"frame": "label"})
    text = topics.tell_topics_by(table, "outlet")
    check_parts(text, table, "label", "outlet")


def check_tell_means(made):
    table, known = made.tones("outlet"), made.tones("outlet").assign(estimate=1.0)
    check_groups(sentiment.tell_means(table, known, "outlet"), table, "outlet")
    known.loc[known.index[:2], "estimate"] = 0.01
    assert f"of {known['outlet'].iloc[0]} and {known['outlet'].iloc[1]}: those means" in sentiment.tell_means(
        table, known, "outlet"
    )
    table = made.tones("voice")
    for _, row in table.iterrows():
        assert estimate(row, share=False) in sentiment.tell_means(table, table.assign(estimate=1.0), "voice")


def check_tell_outlets(made):

    table = estimate_shares(made.sentences, of="voice", by="outlet", weight="words", resamples=400)
    check_groups(voices.tell_outlets(table), table[table["voice"] == "outlet"], "outlet", share=True)


def check_tell_tones(made):
    who = made.sentences["speaker"].fillna("speaker not named")
    said = made.sentences.assign(who=who.where(made.sentences["voice"] == "speaker", "outlet's own words"))

    table = estimate_means(said, "compound", by="who", resamples=400)
    text, own = voices.tell_tones(table), table[table["who"] == "outlet's own words"].iloc[0]
    assert f"outlets' own words: {estimate(own, share=False)}, each word by its sentence;" in text
    check_groups(text, table[table["who"] != "outlet's own words"], "who")


def check_tell_differences(made):

    table = estimate_differences(made.sentences, "compound", between="voice", against="outlet", resamples=400)
    text = sentiment.tell_differences(table)
    for _, row in table.iterrows():
        side = "positive" if row["estimate"] > 0 else "negative"
        name = {"speaker": "quoted speech", "forwarded": "forwarded posts"}[row["voice"]]
        assert f"{name} more {side} by {plain(abs(row['estimate']))}" in text
        part = text.partition(name)[2].partition(";")[0]
        assert ("chance could explain" in part) == (row["low"] < 0 < row["high"])


def check_tell_actors(made):
    table = made.differences
    text = sentiment.tell_actors(table, made.sentences.assign(actor="a", kind="person"))
    sure = table[table["q"] < 0.05]
    assert count(text, r"Of ([\d,]+) actors? set against") == table["q"].notna().sum()
    for word, rows in (("better", sure[sure["estimate"] > 0]), ("worse", sure[sure["estimate"] < 0])):
        part = re.search(rf"spoken of {word}: (.*?)(?:; spoken|\.(?: |$))", text)
        if len(rows):
            first = rows.loc[rows["estimate"].abs().idxmax()]
            assert part[1].startswith(f"{first['actor']} by {plain(abs(first['estimate']))}")
    assert ("none is surely" in text) == sure.empty
    check_unnamed(text)


def check_unnamed(text):
    assert "**not known**" not in text and "**speaker not named**" not in text


def summary_of(made):
    means = made.sentences.dropna(subset="compound").groupby("doc_id")["compound"].agg(["mean", "size"]).reset_index()
    return means.rename(columns={"doc_id": "label", "mean": "estimate", "size": "n"})


def check_tell_documents(made):
    table = summary_of(made)
    text, long = sentiment.tell_documents(table), table[table["n"] >= 5]
    assert count(text, r"Of ([\d,]+) documents") == len(table)
    assert count(text, r", ([\d,]+) ha(?:s|ve) a mean below") == (table["estimate"] < 0).sum()
    assert f"Lowest: *{long.loc[long['estimate'].idxmin(), 'label']}*" in text
    assert f"highest: *{long.loc[long['estimate'].idxmax(), 'label']}*" in text


def check_tell_scored(made):
    masked = pd.DataFrame({"name": ["United Nations"], "hits": [3]})
    text, known = sentiment.tell_scored(made.sentences, masked), made.sentences.dropna(subset="compound")
    assert count(text, r"\*\*([\d,]+) sentences\*\*") == len(known)
    assert count(text, r"of ([\d,]+) documents? scored") == known["doc_id"].nunique()
    assert f"knows {known['known'].sum() / known['words'].sum():.0%} of their {known['words'].sum():,} words" in text


def tables_of(made):
    documents = made.documents
    outlets = documents.assign(outlet=documents["outlet"].fillna(NOT_KNOWN)).groupby("outlet")
    outlets = outlets.agg(documents=("doc_id", "size"), words=("words", "sum")).reset_index()
    outlets["share"] = outlets["words"] / outlets["words"].sum()
    outlets = outlets.sort_values("words", ascending=False, ignore_index=True)
    files = documents.groupby("source").agg(documents=("doc_id", "size"), words=("words", "sum")).reset_index()
    files = files.assign(characters=files["words"] * 6, kept=files["words"] * 5, removed=files["words"])
    files["share_removed"] = np.linspace(0.1, 0.4, len(files))
    refused = pd.DataFrame({"source": ["x.pdf"], "reason": ["an image"]})
    return SimpleNamespace(outlets=outlets, files=files, refused=refused)


def check_tell_sizes(made):
    outlets = tables_of(made).outlets
    text, known = corpus.tell_sizes(outlets, "outlet", "outlet"), outlets[outlets["outlet"] != NOT_KNOWN]
    first = known.loc[known["words"].idxmax()]
    assert count(text, r"^([\d,]+) outlets? named") == made.groups
    assert f"most is by *{first['outlet']}*: {first['share']:.0%} of the words ({first['documents']} document" in text
    assert count(text, r"Of ([\d,]+) documents? \([\d.]+% of the words\) the outlet is not known") == 48


def check_tell_files(made):
    tables = tables_of(made)
    steps = pd.DataFrame({"step": ["kind"], "before": [9], "after": [8]})
    text = corpus.tell_files(tables.files, tables.refused, steps)
    assert count(text, r"\*\*([\d,]+) files? read") == made.documents["source"].nunique()
    assert count(text, r"read: ([\d,]+) documents?") == len(made.documents)
    assert count(text, r"of ([\d,]+) words") == made.documents["words"].sum() and "1 file refused: x.pdf" in text
    several = (made.documents.groupby("source").size() > 1).sum()
    assert count(text, r"([\d,]+) files? with more than one document") == several


def check_tell_removed(made):
    files = tables_of(made).files
    text = corpus.tell_removed(pd.DataFrame({"reason": ["menu"], "runs": [made.groups]}), files)
    assert count(text, r"Of ([\d,]+) characters") == files["characters"].sum()
    assert count(text, r", ([\d,]+) are text") + count(text, r"and ([\d,]+) \(") == files["characters"].sum()
    assert f"lost most is {files['source'].iloc[-1]}, 40% of it." in text and f"menu ({made.groups} runs)" in text


def check_tell_lengths(made):
    text, words = corpus.tell_lengths(made.documents), made.documents["words"]
    assert f"Median: {words.median():,g} words" in text
    assert f"shortest {made.documents.loc[words.idxmin(), 'doc_id']} ({words.min()} words)" in text
    assert count(text, r"([\d,]+) documents? ha(?:s|ve) under 50") == (words < 50).sum()


def check_tell_dates(made):
    text, dated = corpus.tell_dates(made.documents), made.documents["published"].dropna()
    assert count(text, r"^([\d,]+) of [\d,]+ documents have a date") == len(dated)
    assert f"{dated.min():%Y-%m-%d} to {dated.max():%Y-%m-%d}" in text


def check_tell_languages(made):
    counts = made.documents.groupby("language").size().rename("documents").reset_index()
    text = corpus.tell_languages(made.documents, counts)
    for row in counts.itertuples():
        assert f"{row.language} ({row.documents:,} document" in text
    assert count(text, r"Marked as translated: ([\d,]+)") == made.documents["translated"].sum()


def check_tell_forwarded(made):
    text, forwarded = corpus.tell_forwarded(made.documents), made.documents["forwarded_from"].notna()
    assert count(text, r"^([\d,]+) posts?") == forwarded.sum() and f"({forwarded.mean():.0%} of the documents)" in text


def speakers_of(made):
    said = made.sentences[made.sentences["voice"] == "speaker"]
    table = said.assign(speaker=said["speaker"].fillna("speaker not named")).groupby("speaker")
    table = table.agg(words=("words", "sum"), documents=("doc_id", "nunique")).reset_index()
    return table.sort_values(["words", "speaker"], ascending=[False, True], ignore_index=True)


def check_tell_speakers(made):
    table = speakers_of(made)
    text, named = voices.tell_speakers(table), table[table["speaker"] != "speaker not named"]
    for row in named.nlargest(3, "words").itertuples():
        assert f"**{row.speaker}** ({row.words:,} words in {row.documents} document" in text
    share = named["words"].nlargest(3).sum() / named["words"].sum()
    assert f"have {share:.0%} of the {named['words'].sum():,} words given to speakers" in text
    assert f"; {table['words'].sum() - named['words'].sum():,} words more are quoted without a speaker" in text
    assert count(text, r"([\d,]+) of [\d,]+ speakers? \(") == (named["documents"] == 1).sum()
    check_unnamed(text)


def check_tell_shares(made):
    quotes = pd.DataFrame({"kind": ["direct"] * made.groups, "speaker": ["A"] * (made.groups - 1) + [None]})
    text = voices.tell_shares(made.voices, quotes)
    for _, row in made.voices.iterrows():
        assert estimate(row) in text
    assert f"Speech was found {made.groups} times: {made.groups} in quotation marks" in text


def check_tell_pairs(made):
    said = made.sentences.dropna(subset="speaker").assign(actor="X")
    pairs = said.groupby(["speaker", "actor"]).agg(
        sentences=("sentence_id", "nunique"), documents=("doc_id", "nunique")
    )
    pairs = pairs.reset_index().sort_values(["sentences", "speaker"], ascending=[False, True], ignore_index=True)
    nobody = pd.DataFrame({"speaker": ["speaker not named"], "actor": "X", "sentences": 10**6, "documents": 9})
    text, top = voices.tell_pairs(pd.concat([nobody, pairs])), pairs.iloc[0]
    assert f"**{top['speaker']}** speaks of **X**: {top['sentences']:,} sentence" in text
    assert f"{pairs['speaker'].nunique():,} speaker" in text
    check_unnamed(text)


def stamps_of():
    texts = ["instruments disagree (alpha .10); not validated", "hangs on one word: war (60% of hits)", ""]
    return pd.DataFrame({"frame": list(FRAMES), "stamp": texts})


def check_frames_tell_agreement(made):
    text = frames.tell_agreement(stamps_of(), FRAMES)
    assert text.startswith("On 1 frame of 3 the instruments") and all(label in text for label in FRAMES.values())
    assert "human_interest" not in text


def check_topics_tell_agreement(made):
    pairs = pd.DataFrame(
        {"label": [f"t{place}" for place in range(made.groups)], "same": [True, *[False] * (made.groups - 1)]}
    )
    assert topics.tell_agreement(pairs, "LDA").startswith(
        f"LDA finds 1 of the {made.groups} topics too (cosine of .7 or more): *t0*."
    )


def check_tell_companions(made):
    names = list(FRAMES)
    rows = [(one, two, 0.3, low, 0.6) for one, two, low in ((names[0], names[1], 0.1), (names[0], names[2], -0.1))]
    pairs = pd.DataFrame(rows, columns=["frame", "other", "estimate", "low", "high"])
    text = frames.tell_companions(pairs, FRAMES)
    assert text.startswith("1 pair of 2 with an interval on one side of 0") and "**Economic consequences**" in text


def check_tell_words(made):
    words = pd.DataFrame(
        {"frame": list(FRAMES), "found": ["war", "cost", "child"], "word": "w", "share_of_score": [0.5, 0.2, 0.34]}
    )
    text = frames.tell_words(words, FRAMES)
    assert "**Conflict** without *war* (50%)" in text and "*child* (34%)" in text and "cost" not in text


def check_tell_codebook(made):
    text = frames.tell_codebook("A book", "not validated", "", FRAMES)
    assert (
        text == "**A book**: 3 frames (Conflict, Economic consequences and Human interest). Status: **not validated**."
    )


def check_tell_units(made):
    units = made.documents[["doc_id"]].copy()
    left = pd.DataFrame({"what": ["units", "words"], "reason": ["none", "in too few"], "count": [2, made.groups]})
    text = topics.tell_units(units, left, (), "")
    assert f"{len(units):,} units of {len(units):,} documents, of which 2 hold none" in text
    assert f"{made.groups} in too few" in text


def topics_of(made):
    shares = made.means().rename(columns={"frame": "label"}).assign(topic=range(3))
    summary = pd.DataFrame({"topic": range(3), "label": shares["label"], "stable": [True, False, True]})
    return shares, summary


def check_tell_topics(made):
    shares, summary = topics_of(made)
    text, stable = topics.tell_topics(shares, summary), shares.iloc[[0, 2]].sort_values("estimate")
    assert text.startswith("2 of 3 topics are stable.") and "1 topic did not come back" in text
    assert f"*{stable.iloc[-1]['label']}* with {estimate(stable.iloc[-1])}" in text and "Economic" not in text


def check_tell_choice(made):
    each = {"coherence": 0.1, "exclusivity": 0.9, "stability": 0.9, "stable": 1.0}
    choice = pd.DataFrame({"n_topics": [5, made.groups], "score": [0.1, 1.0], "chosen": [False, True]}).assign(**each)
    assert f"**{made.groups}** topics" in topics.tell_choice(choice, made.groups)
    assert "asked for 7" in topics.tell_choice(choice, 7)


def check_tell_timeline(made):
    periods = pd.DataFrame({"period": range(made.groups)})
    text = topics.tell_timeline(periods, 3, len(made.documents))
    assert text == f"{len(made.documents) - 3:,} dated documents in {made.groups} periods; 3 bear no date."


def check_tell_language(made):

    others = int(made.sentences["compound"].isna().sum())
    table = estimate_means(describe_other(made.sentences), "compound", resamples=5)
    assert count(tell_language(table), r"^([\d,]+) of") == others
    assert count(tell_language(table), r"of ([\d,]+) sentences") == len(made.sentences)


def describe_other(table):

    return describe(table, missing="in another language")


def check_tell_copying(made):
    copied = made.documents.dropna(subset="copy_of")
    table = pd.DataFrame({"doc_id": copied["doc_id"], "copy_of": copied["copy_of"], "kind": "exact"})
    flows = pd.DataFrame({"source": ["a", "b"], "copier": ["b", "b"], "copies": [made.groups, 2]})
    text = copies.tell_copying(table, made.documents, flows)
    if len(table):
        assert count(text, r"\*\*([\d,]+) cop(?:y|ies) of 1 text\*\*") == len(table)
        assert f"**b** has {made.groups:,} from **a**" in text and "2 copies repeat an outlet's own text." in text
    assert f"{len(made.documents):,} documents" in text


def check_tell_with_and_without(made):
    both = pd.DataFrame(
        {"frame": ["Conflict"], "keep": [0.021], "first": [0.05], "weight": [0.04], "difference": [0.029]}
    )
    assert "**Conflict** most: 2.1% with all copies, 5.0% with the first" in copies.tell_with_and_without(both, "frame")


def contrast_of(made):
    n = made.groups
    terms = pd.DataFrame(
        {"shown": [f"w{place}" for place in range(n)], "group": [f"outlet {place:03}" for place in range(n)]}
    )
    terms = terms.assign(z=np.linspace(9, 1, n), p=np.linspace(0.001, 0.4, n), q=np.linspace(0.001, 0.4, n))
    terms = terms.assign(word_of=terms["group"].where(terms["q"] < 0.05), per_1000=4.0, per_1000_rest=1.0)
    picked = terms.assign(rank=1, sure=terms["q"] < 0.05, documents=9, rank_weak_prior=1, rank_strong_prior=9)
    return terms, picked


def check_tell_contrast(made):
    terms, picked = contrast_of(made)
    sizes = {name: place for place, name in enumerate(terms["group"])}
    text, sure = contrasts.tell_contrast(terms, picked, sizes=sizes), int((terms["q"] < 0.05).sum())
    named = re.findall(r"outlet \d{3}", text)
    assert named == sorted(picked.loc[picked["sure"], "group"], key=lambda name: -sizes[name])[:5]
    assert f"In all {sure} of {made.groups} tests pass" in text
    terms.attrs["own_names"] = ["Harbour News", "News", "News"]
    text = contrasts.tell_contrast(terms, picked, sizes=sizes)
    assert text.endswith("own names: 3 terms that pass too (*Harbour News* and *News*).")


def check_tell_prior(made):
    text = contrasts.tell_prior(contrast_of(made)[1])
    assert f"hangs on the prior for {made.groups} of the {made.groups} terms" in text


# ---- findings


def check_findings(found, at_most=6):
    """What holds of all: three to six, keys of their own, short, no marks of a machine, estimates in their interval."""
    assert len({one.key for one in found}) == len(found)
    told = [one for one in found if one.kind == FINDING]
    assert 3 <= len(told) <= at_most and all(one.kind in (FINDING, LIMIT) for one in found)
    for one in found:
        assert len(one.sentence.split()) < 35, one.sentence
        assert "human_interest" not in one.sentence and "-0." not in one.sentence and "−0.0 " not in one.sentence
        assert "nan" not in one.sentence.lower().split() and one.sentence.endswith(".") and 0 <= one.weight <= 1
        check_unnamed(one.sentence)
        if one.low is not None:
            assert one.low <= one.estimate <= one.high
    return {one.key: one for one in found}


def check_frames_tell_findings(made):
    by_outlet, shares = made.means("outlet"), made.means()
    found = check_findings(frames.tell_findings(shares, made.means("voice"), by_outlet, stamps_of()))
    ranked, first = shares.sort_values("estimate"), found["most-frequent-frame"]
    assert first.sentence.startswith(
        f"**{ranked.iloc[-1]['frame']}** is the most frequent frame, in {estimate(ranked.iloc[-1])}"
    )
    assert f"{len(made.sentences):,} sentences of {len(made.documents):,} documents" in first.sentence
    assert (first.estimate, first.n, first.documents) == tuple(ranked.iloc[-1][["estimate", "n", "documents"]])
    assert found["least-frequent-frame"].sentence.startswith(f"**{ranked.iloc[0]['frame']}**")
    check_parts(found["frames-by-outlet"].sentence, by_outlet, "frame", "outlet", finding=True)
    check_parts(found["frames-by-voice"].sentence, made.means("voice"), "frame", "voice", finding=True)
    widest, many = found["frames-by-outlet"], made.groups > 5
    if widest.estimate is not None:
        assert ("5 of most documents" in widest.sentence) == many
        assert ("5 outlets of most documents" in widest.measure) == many
    assert found["agreement"].estimate == 1 and "1 of 3 frames" in found["agreement"].sentence


def check_topics_tell_findings(made):
    (shares, summary), by_outlet = topics_of(made), made.means("outlet").rename(columns={"frame": "label"})
    by_voice = made.means("voice").rename(columns={"frame": "label"})
    found = check_findings(topics.tell_findings(shares, summary, by_voice, by_outlet, "document"))
    largest_, told = shares.iloc[[0, 2]].sort_values("estimate").iloc[-1], found["largest-topic"]
    assert f"*{largest_['label']}*, has {estimate(largest_)} of the text" in told.sentence
    assert found["stable-topics"].estimate == 2 and "**2 of 3 topics**" in found["stable-topics"].sentence
    check_parts(found["topics-by-outlet"].sentence, by_outlet, "label", "outlet", finding=True)


def check_sentiment_tell_findings(made):

    table = estimate_differences(made.sentences, "compound", between="voice", against="outlet", resamples=400)
    by_voice, actors = made.tones("voice"), made.differences
    found = check_findings(sentiment.tell_findings(made.sentences, by_voice, table, actors, made.documents))
    for _, row in by_voice.iterrows():
        assert f"mean compound {estimate(row, share=False)}, from" in found[f"tone-{row['voice']}"].sentence
    for _, row in table.iterrows():
        told = found[f"difference-{row['voice']}"]
        assert told.estimate == row["estimate"] and f"by {plain(abs(row['estimate']))}" in told.sentence
        assert ("chance" in told.sentence) == (row["low"] < 0 < row["high"])
    sure = actors[actors["q"] < 0.05]
    if len(sure):
        first = sure.loc[sure["estimate"].abs().idxmax()]
        assert found["toward-actors"].sentence.startswith(f"**{first['actor']}** is spoken of")
        assert f"{len(sure)} of {actors['q'].notna().sum()} actors" in found["toward-actors"].sentence
    assert found["translated"].estimate == made.documents["translated"].sum()


def check_voices_tell_findings(made):
    quotes = pd.DataFrame({"kind": "direct", "speaker": ["A", None] * made.groups})
    found = check_findings(voices.tell_findings(made.voices, speakers_of(made), quotes))
    for _, row in made.voices.iterrows():
        assert f"{estimate(row)} of all words" in found[f"words-{row['voice']}"].sentence
    table = speakers_of(made)
    named = table[table["speaker"] != "speaker not named"]
    assert found["most-quoted"].group == named.loc[named["words"].idxmax(), "speaker"]
    assert percent(named["words"].max() / named["words"].sum()) in found["most-quoted"].sentence
    assert found["speakers-once"].estimate == (named["documents"] == 1).sum()
    others = table["words"].sum() - named["words"].sum()
    assert found["no-speaker"].sentence == (
        f"For {made.groups:,} of {2 * made.groups:,} quotations no speaker could be named: {others:,} words."
    )


def check_corpus_tell_findings(made):
    tables = tables_of(made)
    found = check_findings(corpus.tell_findings(made.documents, tables.files, tables.outlets, tables.refused))
    assert f"**{len(made.documents):,} documents of {made.documents['words'].sum():,} words**" in found["size"].sentence
    named = made.documents.dropna(subset="outlet").groupby("outlet")["words"].sum()
    assert found["largest-outlet"].group == named.idxmax()
    assert percent(named.max() / made.documents["words"].sum()) in found["largest-outlet"].sentence
    assert found["undated"].estimate == made.documents["published"].isna().sum()
    assert found["no-outlet"].estimate == made.documents["outlet"].isna().sum() == 48
    assert found["other-languages"].estimate == (made.documents["language"] == "ru").sum()


def check_contrasts_tell_findings(made):
    terms, _ = contrast_of(made)
    three = [SimpleNamespace(by=by, terms=terms) for by in ("outlet", "voice", "kind")]
    found = check_findings(contrasts.tell_findings(*three))
    assert found["terms-by-outlet"].estimate == (terms["q"] < 0.05).sum() and found["terms-by-outlet"].n == made.groups
    assert "surest *w0* (outlet 000: 4 against 1" in found["terms-by-outlet"].sentence


ROLES = ("government", "experts", "citizens", NOT_KNOWN)
VERB_GROUPS = ("neutral", "doubting", "endorsing", "charged")


def sources_of(made):
    """One row a quotation, with a role, a gender and a verb, drawn by a seed."""
    generator, said = np.random.default_rng(made.groups), made.sentences
    n, named = len(said), said["outlet"].str[-3:].astype(float).fillna(1)
    doubting = np.where(named % 4 == 0, 0.5, 0.1)
    groups = np.where(generator.random(n) < doubting, "doubting", generator.choice(VERB_GROUPS, size=n))
    return said.assign(
        role=generator.choice(ROLES, p=[0.4, 0.2, 0.1, 0.3], size=n),
        women=(generator.random(n) < 0.3).astype(float),
        verb_group=groups,
        scare_quotes=(generator.random(n) < np.where(named % 4 == 0, 0.4, 0.05)).astype(float),
    )


def roles_of(made):
    return estimate_shares(sources_of(made), of="role", resamples=400)


def bounds_of(unknown):
    rows = [
        ("people", 20, 60, min(unknown, 19), 0.25, 0.2, 0.4),
        ("people once a document", 30, 70, unknown, 0.3, 30 / (100 + unknown), (30 + unknown) / (100 + unknown)),
    ]
    return pd.DataFrame(rows, columns=["counted", "women", "men", "unknown", "share", "least", "most"])


def verbs_of(made):
    return estimate_shares(sources_of(made), of="verb_group", by="outlet", resamples=400)


def check_tell_roles(made):
    table = roles_of(made)
    text, known = sourcing.tell_roles(table), table[table["role"] != NOT_KNOWN].sort_values("estimate").iloc[::-1]
    for _, row in known.iterrows():
        assert f"**{row['role']}** {estimate(row)}" in text
    unknown = table.loc[table["role"] == NOT_KNOWN, "estimate"].iloc[0]
    assert f"Of {percent(unknown)} no role was told." in text and f"**{NOT_KNOWN}**" not in text
    assert sourcing.tell_roles(table[table["role"] == NOT_KNOWN]).startswith("Of nobody")


def check_tell_roles_by(made):
    table = made.means("outlet").rename(columns={"frame": "role"})
    check_parts(sourcing.tell_roles_by(table).replace("roles", "frames"), table, "role", "outlet")
    unknown = describe(table.assign(role=NOT_KNOWN), like=table)
    assert f"**{NOT_KNOWN}**" not in sourcing.tell_roles_by(unknown)


def check_tell_women(made):
    table = estimate_means(sources_of(made), "women", resamples=400)
    text = sourcing.tell_women(table, bounds_of(25))
    assert "Of the 80 people quoted whose gender the text or a name tells, " in text
    assert f"each counted once a document (100 in all), {estimate(table.iloc[0])} are women." in text
    assert f"Of 19 more (25 in all) too little tells it: with them it would lie between {percent(30 / 125)}" in text
    assert f"and {percent(55 / 125)} (all women)" in text
    assert "nothing tells" not in sourcing.tell_women(table, bounds_of(0))
    assert sourcing.tell_women(table, bounds_of(9).assign(women=0, men=0)).startswith("Of nobody")


def check_tell_women_by(made):
    table = estimate_means(sources_of(made), "women", by="outlet", resamples=400)
    check_groups(sourcing.tell_women_by(table), table, "outlet", share=True)


def check_tell_scare_quotes(made):
    table = estimate_means(sources_of(made), "scare_quotes", by="outlet", resamples=400)
    check_groups(sourcing.tell_scare_quotes(table), table, "outlet", share=True)


def check_tell_verbs(made):
    table = verbs_of(made)
    text, kept = sourcing.tell_verbs(table), table[table["verb_group"] != "neutral"]
    pairs = differing(kept, "outlet", "verb_group")
    assert "neutral" not in text
    if pairs["differ"].any():
        assert count(text, r"([\d,]+) of [\d,]+ pairs?, corrected") == pairs["differ"].sum()
        assert count(text, r"On (\d+) of 3 verb groups") == pairs.groupby("part")["differ"].any().sum()
    else:
        assert count(text, r"On none of (\d+) verb groups") == 3
    assert sourcing.tell_verbs(table[table["verb_group"] == "neutral"]).startswith("No doubting")


def check_tell_kinds(made):
    counts = {"direct": made.groups, "mixed": 3, "scare quotes": 5}
    table = pd.DataFrame({"kind": list(counts), "outlet": [0, 1, 4], "all": list(counts.values())})
    table["quotations"] = [made.groups, 3, 0]
    text = sourcing.tell_kinds(table)
    assert f"Quotations: {made.groups:,} direct and 3 mixed." in text and "in 5 places, 4 of them" in text
    assert 'and 2 after "so-called", counted as scare quotes.' in sourcing.tell_kinds(table.assign(quotations=2))
    assert "none of them" in sourcing.tell_kinds(table.assign(outlet=0))
    assert sourcing.tell_kinds(table.iloc[:2]).endswith("No words stand in scare quotes.")
    assert sourcing.tell_kinds(table.iloc[:0]).startswith("Nothing is quoted")
    none = describe(pd.DataFrame({"estimate": []}), unit="sentences", left_out={"in another language": 4})
    text = sourcing.tell_kinds(table.iloc[:2], none)
    assert "looked for in English texts alone" in text and "No words stand" not in text
    assert sourcing.tell_scare_quotes(none) == ""


def check_tell_beside(made):
    names = [f"speaker {place:03}" for place in range(5)]
    rows = [(names[0], name, 9 - place, 20, 1.25) for place, name in enumerate(names[1:])]
    table = pd.DataFrame(rows, columns=["speaker", "other", "documents", "either", "expected"])
    text = sourcing.tell_beside(table)
    assert "**speaker 000** and **speaker 001** (9 documents of 20 that quote either; by chance 1.2)" in text
    assert "speaker 003" in text and "speaker 004" not in text
    assert "below chance" not in text
    text = sourcing.tell_beside(table.assign(expected=[1.25, 9.5, 1.25, 7.5]))
    assert (
        "Of 4 pairs in the table 2 stand below chance, first **speaker 000** and **speaker 002** (8 against 9.5)"
        in text
    )
    assert sourcing.tell_beside(table.iloc[:0]).startswith("No two named speakers")


def check_tell_sourcing(made):
    roles, verbs = roles_of(made), verbs_of(made)
    women = estimate_means(sources_of(made), "women", resamples=400)
    found = {one.key: one for one in sourcing.tell_sourcing(roles, women, bounds_of(25), verbs)}
    known = roles[roles["role"] != NOT_KNOWN]
    top = known.loc[known["estimate"].idxmax()]
    assert found["most-quoted-role"].group == top["role"] and estimate(top) in found["most-quoted-role"].sentence
    assert found["women-quoted"].estimate == women["estimate"].iloc[0]
    assert found["no-role"].estimate == roles.loc[roles["role"] == NOT_KNOWN, "estimate"].iloc[0]
    pairs = differing(verbs[verbs["verb_group"] != "neutral"], "outlet", "verb_group")
    assert f"{pairs['differ'].sum():,} of {len(pairs):,} pair" in found["verbs-by-outlet"].sentence
    assert all(len(one.sentence.split()) < 36 for one in found.values())


def check_tell_trends(made):
    """A group a month: the first rises by 1, 2, ... points; of every second one the interval holds 0."""
    rows = [(f"group {n:03}", n + 1.0, n + 0.5 if n % 2 else -0.5, n + 1.5) for n in range(made.groups)]
    table = pd.DataFrame(rows, columns=["outlet", "estimate", "low", "high"])
    text, sure = trends.tell_trends(table, "outlet", "outlet", "points a month"), table[table["low"] > 0]
    assert text.startswith(f"{len(sure)} of {len(table)} outlets show")
    for _, row in sure.sort_values("estimate").tail(3).iterrows():
        assert f"**{row['outlet']}** +{row['estimate']:.2f} points a month (95% interval +{row['low']:.2f} to" in text
    assert text.count("**") == 2 * min(3, len(sure)) and ("more." in text) == (len(sure) > 3)
    none = trends.tell_trends(table.assign(low=-1.0), "outlet", "outlet", "points a month")
    assert none == f"No trend is shown: the interval of each of {len(table)} outlets holds 0."
    assert trends.tell_trends(table.assign(low=np.nan), "outlet", "outlet", "points a month") == ""


CHECKS = {
    name.removeprefix("check_"): check
    for name, check in globals().items()
    if name.startswith("check_") and "tell" in name
}


def list_told():
    """Every function of analysis.prose that tells something, with its module where two have one name."""
    told = []
    for path in sorted(Path(analysis.prose.__file__).parent.glob("*.py")):
        module = import_module(f"analysis.prose.{path.stem}")
        own = [
            name for name, one in inspect.getmembers(module, inspect.isfunction) if one.__module__ == module.__name__
        ]
        told += [(path.stem, name) for name in own if name.startswith("tell_")]
    return told


def test_every_sentence_has_a_check():
    lacking = [pair for pair in list_told() if not {pair[1], "_".join(pair)} & set(CHECKS)]
    assert lacking == []


@pytest.mark.parametrize("name", CHECKS)
def test_a_sentence_is_true_of_its_table(name, made):
    CHECKS[name](made)
