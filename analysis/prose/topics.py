"""What the topic tables say, in sentences."""

from __future__ import annotations

import pandas as pd

from analysis.prose.phrases import apart, estimate, join, number

NAMED = 3
CLOSE = 0.02  # of coherence plus exclusivity, at which two numbers of topics are as good


def read_units(units: pd.DataFrame, left_out: pd.DataFrame, ubiquitous: tuple[str, ...], note: str) -> str:
    """Say what topics were looked for in, and what they do not see."""
    documents = units["doc_id"].nunique()
    empty = int(left_out.loc[left_out["what"] == "units", "count"].sum())
    words = left_out[left_out["what"] == "words"]
    dropped = "; ".join(f"{row.count:,} {row.reason}" for row in words.itertuples() if row.count)
    everywhere = join([f"*{word}*" for word in ubiquitous[:12]]) + (" and more" if len(ubiquitous) > 12 else "")
    parts = [
        f"Topics were looked for in {number(len(units), 'unit')} of {number(documents, 'document')}, "
        f"of which {empty:,} hold none of the words that topics are made of."
    ]
    parts += [f"Beside function words these words are left out: {dropped}."] if dropped else []
    parts += [f"So common here that they cannot tell topics apart: {everywhere}."] if ubiquitous else []
    parts += [f"**{note[0].upper()}{note[1:]}.**"] if note else []
    return " ".join(parts)


def read_choice(choice: pd.DataFrame, n_topics: int) -> str:
    """Say which number of topics was suggested, which was taken, and how clear the choice is."""
    if choice.empty or not n_topics:
        return "There is nothing to choose: the corpus is too small for topics."
    best = choice.loc[choice["chosen"]].iloc[0]
    figures = ", ".join(f"{name} {best[name]:.2f}" for name in ("coherence", "exclusivity", "stability"))
    text = f"Suggested: **{int(best['n_topics'])}** topics ({figures}; {best['stable']:.0%} of them come back)."
    if pd.isna(best["score"]):
        text += " With no number do nine in ten topics come back; this one loses fewest."
    else:
        text += " Of the numbers with which nine in ten come back, it has the most coherent and exclusive words."
        near = choice[(choice["score"] > best["score"] - CLOSE) & ~choice["chosen"]]["n_topics"]
        text += f" Nearly as good: {join([str(number) for number in near])}; look at both." if len(near) else ""
    if n_topics != int(best["n_topics"]):
        text += f" This report was asked for {n_topics}."
    return f"{text} The measures rank models; whether the topics mean something is for a reader of the passages to say."


def read_topics(estimates: pd.DataFrame, summary: pd.DataFrame) -> str:
    """Name the largest stable topics with their shares, and say how many are not stable."""
    if summary.empty:
        return "No topics were fitted, so there are none to read."
    stable = summary[summary["stable"]]
    kept = estimates[estimates["topic"].isin(stable["topic"])].sort_values("estimate", ascending=False)
    labels = summary.set_index("topic")["label"]
    unstable = len(summary) - len(stable)
    if kept.empty:
        return (
            f"None of the {len(summary)} topics comes back when the fit is repeated on other parts of the corpus: "
            "there is no topic here to interpret. More documents, or fewer topics, may change that."
        )
    largest = [f"*{labels[row['topic']]}* with {estimate(row, percent=True)}" for _, row in kept.head(NAMED).iterrows()]
    text = f"{len(stable)} of {number(len(summary), 'topic')} are stable. "
    text += f"The largest of these: {join(largest)} of the text."
    if unstable:
        verb = "is" if unstable == 1 else "are"
        text += f" {number(unstable, 'topic')} did not come back in most refits and {verb} left out of what follows."
    return f"{text} A topic says what is spoken about, not how: it is not a frame."


def read_groups(estimates: pd.DataFrame, by: str) -> str:
    """Say on which topics the groups differ by intervals that do not overlap."""
    if estimates.empty:
        return "There is no stable topic to compare."
    groups = estimates[by].nunique()
    if groups < 2:
        return f"All of it has the same {by} ({estimates[by].iloc[0]}): there is nothing to compare."
    found = []
    for label, part in estimates.dropna(subset=["estimate"]).groupby("label", sort=False):
        ranked = part.sort_values("estimate", ascending=False)
        if len(ranked) > 1 and apart(ranked.iloc[0], ranked.iloc[-1]):
            top, end = ranked.iloc[0], ranked.iloc[-1]
            found.append(
                (
                    top["estimate"] - end["estimate"],
                    f"*{label}*: {top[by]} {estimate(top, True)}, {end[by]} {estimate(end, True)}",
                )
            )
    few = [str(name) for name in estimates.loc[estimates["note"] != "", by].unique()]
    text = (
        f"On no stable topic do the intervals of any two of the {groups} groups lie apart: what differs may be chance."
    )
    if found:
        named = "; ".join(words for _, words in sorted(found, reverse=True)[:NAMED])
        text = f"The groups' intervals lie apart on {number(len(found), 'topic')}: {named}."
    if few:
        text += f" Too few documents for an interval: {join([*few[:5], *(['others'] if len(few) > 5 else [])])}."
    return text


def read_timeline(estimates: pd.DataFrame, undated: int, documents: int) -> str:
    """Say how many documents the timeline rests on."""
    periods = estimates["period"].nunique() if len(estimates) else 0
    dated = documents - undated
    months = number(periods, "period")
    if periods < 2:
        return f"{dated:,} of {number(documents, 'document')} bear a date, in {months}: too few for a course over time."
    return f"The course over time rests on {number(dated, 'dated document')} in {months}; {undated:,} bear no date."


def read_agreement(pairs: pd.DataFrame, other: str) -> str:
    """Say how many topics another method finds too."""
    if pairs.empty:
        return "No second method was fitted."
    same = pairs[pairs["same"]]
    named = f": {join([f'*{label}*' for label in same['label'].head(6)])}" if len(same) else ""
    return (
        f"{other} finds {len(same)} of the {number(len(pairs), 'topic')} too (cosine of .7 or more){named}. "
        "What two methods find does not hang on either of them; what only one finds needs the passages to vouch for it."
    )
