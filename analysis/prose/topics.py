"""What the topic tables say, in sentences."""

from __future__ import annotations

import pandas as pd

from analysis.estimates import basis_of
from analysis.findings import Finding
from analysis.prose.found import ALL_VOICES, MAIN, SECOND, findings_by, limit_of, limits_of_size, make_finding
from analysis.prose.groups import tell_parts
from analysis.prose.languages import caution_languages as caution_languages
from analysis.prose.order import count_tied, rank_known, tell_lead, tell_unsettled
from analysis.prose.phrases import figure, join, join_some, number, plain_name, tell_estimate, verb_for
from analysis.tables import labels_of

NAMED = 3
NOT_HOW = "A topic says what is spoken about, not how: it is not a frame."
OTHERWISE = "Another number of topics cuts the texts otherwise."
CLOSE = 0.02  # of coherence plus exclusivity, at which two numbers of topics are as good


def tell_units(units: pd.DataFrame, left_out: pd.DataFrame, ubiquitous: tuple[str, ...], note: str) -> str:
    """Say what topics were looked for in, and what they do not see."""
    documents = units["doc_id"].nunique()
    empty = int(left_out.loc[left_out["what"] == "units", "count"].sum())
    without = f", of which {empty:,} {verb_for(empty, 'holds', 'hold')} none of the words that topics are made of"
    without = without if empty else ""
    words = left_out[left_out["what"] == "words"]
    dropped = "; ".join(f"{row.count:,} {row.reason}" for row in words.itertuples() if row.count)
    everywhere = join_some([f"*{word}*" for word in ubiquitous], 12)
    parts = [f"Topics were looked for in {_material(len(units), documents, units.attrs.get('unit', 'unit'))}{without}."]
    parts += [f"Beside function words these words are left out: {dropped}."] if dropped else []
    parts += [f"So common here that they cannot tell topics apart: {everywhere}."] if ubiquitous else []
    parts += [f"**{note[0].upper()}{note[1:]}.**"] if note else []
    return " ".join(parts)


def _material(n: int, documents: int, unit: str) -> str:
    """Write how many units of how many documents there are."""
    return number(n, unit) if unit == "document" else f"{number(n, unit)} of {number(documents, 'document')}"


def tell_choice(choice: pd.DataFrame, n_topics: int) -> str:
    """Say which number of topics was suggested, which was taken, and how clear the choice is."""
    if choice.empty or not n_topics:
        return "There is nothing to choose: the corpus is too small for topics."
    best = choice.loc[choice["chosen"]].iloc[0]
    figures = ", ".join(f"{name} {figure(best[name])}" for name in ("coherence", "exclusivity", "stability"))
    text = f"Suggested: **{int(best['n_topics'])}** topics ({figures}; {best['stable']:.0%} of them come back)."
    if pd.isna(best["score"]):
        text += " With no number do nine in ten topics come back; this one loses fewest."
    else:
        text += f" {_tell_fit(choice)}"
        near = choice[(choice["score"] > best["score"] - CLOSE) & ~choice["chosen"]]["n_topics"]
        look = "look at both" if len(near) == 1 else "look at all of them"
        text += f" Nearly as good: {join([str(number) for number in near])}; {look}." if len(near) else ""
    if n_topics != int(best["n_topics"]):
        text += f" This report was asked for {n_topics}."
    return f"{text} The measures rank models; whether the topics mean something is for a reader of the passages to say."


def _tell_fit(choice: pd.DataFrame) -> str:
    """Say among how many numbers the best was chosen: those with which too few topics come back were not weighed."""
    fit, tried = int(choice["score"].notna().sum()), len(choice)
    if tried == 1:
        return "No other number was tried."
    if fit == 1:
        return (
            f"Of {tried} numbers tried it is the only one with which nine in ten come back, whatever the others' words."
        )
    best = "it has the most coherent and exclusive words"
    if fit == tried:
        return f"With all {tried} numbers tried nine in ten come back; of them {best}."
    return f"With {fit} of {tried} numbers tried nine in ten come back; of these {best}, whatever the others have."


def tell_topics(estimates: pd.DataFrame, summary: pd.DataFrame) -> str:
    """Name the largest stable topics with their shares, and say how many are not stable."""
    if summary.empty:
        return "No topics were fitted, so there are none to read."
    stable = summary[summary["stable"]]
    kept = estimates[estimates["topic"].isin(stable["topic"])].sort_values("estimate", ascending=False)
    labels = summary.set_index("topic")["label"]
    unstable = len(summary) - len(stable)
    if kept.empty:
        return (
            f"None of {number(len(summary), 'topic')} comes back when the fit is repeated on other parts of the "
            "corpus: there is no topic here to interpret. More documents, or fewer topics, may change that."
        )
    names = [f"*{labels[topic]}*" for topic in kept["topic"]]
    shown = [tell_estimate(row, percent=True) for _, row in kept.head(NAMED).iterrows()]
    largest = [f"{name} with {share}" for name, share in zip(names, shown, strict=False)]
    text = f"{len(stable)} of {number(len(summary), 'topic')} {'is' if len(stable) == 1 else 'are'} stable"
    text += f"{'. The largest of these' if len(kept) > 1 else ''}: {join(largest)} of the text."
    text += tell_unsettled(kept, names, NAMED)
    if unstable:
        verb = "is" if unstable == 1 else "are"
        text += f" {number(unstable, 'topic')} did not come back in most refits and {verb} left out of what follows."
    return f"{text} A topic says what is spoken about, not how: it is not a frame."


def tell_topics_by(estimates: pd.DataFrame, by: str) -> str:
    """Say on which stable topics groups differ; estimates: by label and `by`.

    "" where there are no two groups, for there is no chart either and it says why.
    """
    if estimates.empty or estimates[by].nunique() < 2:
        return ""
    return tell_parts(estimates, "label", by, "stable topic", labels=labels_of(by))


def tell_findings(
    shares: pd.DataFrame, summary: pd.DataFrame, by_voice: pd.DataFrame, by_outlet: pd.DataFrame, unit: str
) -> list[Finding]:
    """Say how many topics hold, which is largest, whose they are, and what limits it.

    shares: from estimate_means of weight by topic; summary: the model's; by_voice, by_outlet: by label and group;
    unit: what topics were looked for in.
    """
    if summary.empty:
        return [limit_of("no-topics", "No topics were fitted: the corpus is too small for them.", chart="topic-shares")]
    stable, documents = summary[summary["stable"]], int(shares["documents"].max())
    material = _material(int(shares["n"].max()), documents, unit)
    text = f"**{len(stable)} of {number(len(summary), 'topic')}** found in {material} "
    text += f"{verb_for(len(stable), 'comes', 'come')} back in other parts of them."
    about = {"measure": "topics that come back", "n": len(summary), "unit": "topics", "chart": "topic-stability"}
    found = [make_finding("stable-topics", text, shares, **about, estimate=float(len(stable)), weight=SECOND)]
    limits = [
        limit_of("no-frames", NOT_HOW, chart="topic-shares"),
        limit_of("number-of-topics", OTHERWISE, chart="topic-counts"),
    ]
    if stable.empty:
        nothing = "No topic here is to be interpreted: more documents or fewer topics may change that."
        limits = [limit_of("no-stable-topic", nothing, chart="topic-stability")]
    found += _largest(shares, summary, shares["topic"].isin(stable["topic"]))
    said = {"what": "stable topic", "chart": "topic-shares-by-voice", "weight": SECOND, "voice": "each voice"}
    found += findings_by("topics-by-voice", by_voice, "label", "voice", labels=labels_of("voice"), **said)
    said |= {"chart": "topic-shares-by-outlet", "voice": ALL_VOICES}
    found += findings_by("topics-by-outlet", by_outlet, "label", "outlet", **said)
    return [*found, *limits, *limits_of_size(basis_of(shares).corpus or documents)]


def _largest(shares: pd.DataFrame, summary: pd.DataFrame, stable: pd.Series) -> list[Finding]:
    """Name the largest stable topic, and say if one that is not stable has more of the text."""
    if not stable.any():
        return []
    ranked, labels = rank_known(shares[stable]), summary.set_index("topic")["label"]
    row, names = ranked.iloc[0], [plain_name(labels[topic]) for topic in ranked["topic"]]
    label, written, tied = names[0], [f"*{name}*" for name in names], count_tied(ranked["estimate"])
    text = f"The largest stable topic, {written[0]}, has {tell_estimate(row, percent=True)} of the text"
    if tied > 1:
        share = figure(row["estimate"], percent=True)
        text = f"The largest stable topics, {join_some(written[:tied], NAMED)}, have {share} of the text each"
    text += tell_lead(ranked, written, tied - 1)
    more = shares.loc[~stable, "estimate"].max()
    text += f"; one that does not come back has {figure(more, percent=True)}." if more > row["estimate"] else "."
    about = {
        "measure": "share of the text (weighted by words)",
        "group": label,
        "chart": "topic-shares",
        "weight": MAIN,
    }
    return [make_finding("largest-topic", text, shares, row, **about)]


def tell_timeline(estimates: pd.DataFrame, undated: int, documents: int) -> str:
    """Say how many documents the timeline rests on: those with a date, drawn or not."""
    dated = documents - undated
    if estimates.empty:
        bear = verb_for(dated, "bears", "bear")
        return f"{dated:,} of {number(documents, 'document')} {bear} a date; there is nothing to follow over time."
    periods = number(estimates["period"].nunique(), "period")
    bear = f"{undated:,} {verb_for(undated, 'bears', 'bear')} no date" if undated else "none is without a date"
    return f"{number(dated, 'dated document')} in {periods}; {bear}."


def tell_agreement(pairs: pd.DataFrame, other: str) -> str:
    """Say how many topics another method finds too."""
    if pairs.empty:
        return "No second method was fitted."
    same = pairs[pairs["same"]]
    named = f": {join_some([f'*{label}*' for label in same['label']])}" if len(same) else ""
    return (
        f"{other} finds {len(same) or 'none'} of the {number(len(pairs), 'topic')} too (cosine of .7 or more){named}. "
        "What two methods find does not hang on either of them; what only one finds needs the passages to vouch for it."
    )
