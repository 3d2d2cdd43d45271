"""What the notebook on sentiment says in words, computed from its tables."""

from __future__ import annotations

import pandas as pd

from analysis.prose.phrases import apart, estimate, join, number

FEW = 0.05  # share of words known under which a mean says little
SURE = 0.05  # q under which a difference is reported
VOICES = {"outlet": "the outlets' own words", "speaker": "quoted speech", "forwarded": "forwarded posts"}


def read_scored(scored: pd.DataFrame, masked: pd.DataFrame) -> str:
    """Say how many sentences were scored, which not, how much the lexicon knows, and which names were masked.

    scored: from score_sentences; masked: from count_masked.
    """
    known = scored[scored["compound"].notna()]
    parts = [f"**{number(len(known), 'sentence')}** of {number(known['doc_id'].nunique(), 'document')} scored."]
    if len(known) < len(scored):
        others = (
            join(sorted(scored.loc[scored["compound"].isna(), "language"].dropna().unique())) or "no known language"
        )
        parts.append(
            f"{number(len(scored) - len(known), 'sentence')} not scored: in {others}, and the lexicon is English."
        )
    words, rated = int(known["words"].sum()), int(known["known"].sum())
    if words:
        silent = (known["known"] == 0).mean()
        parts.append(f"The lexicon knows {rated / words:.0%} of their {words:,} words; in {silent:.0%} of them, none.")
    hits = int(masked["hits"].sum())
    if hits:
        names = [f"{row.name_} ({row.hits})" for row in masked.rename(columns={"name": "name_"}).head(3).itertuples()]
        share = hits / (hits + rated)
        parts.append(f"{number(hits, 'rated word')} in names masked ({share:.0%} of all): most in {join(names)}.")
    else:
        parts.append("No name that the lexicon would rate was masked.")
    return " ".join(parts)


def read_means(means: pd.DataFrame, coverage: pd.DataFrame, by: str, ends: bool = True) -> str:
    """Say each group's mean compound, and where the lexicon knows too little; with `ends` whether the ends lie apart.

    means, coverage: from estimate_means of compound and coverage by the same column. Voices stand in the same
    documents: compare them by their differences (read_difference) and not by their intervals.
    """
    labels = VOICES if by == "voice" else {}
    ranked = means.dropna(subset="estimate").sort_values("estimate", ascending=False)
    if ranked.empty:
        return "No sentence could be scored."
    said = [f"{labels.get(row[by], row[by])}: {estimate(row)}" for _, row in ranked.head(6).iterrows()]
    text = f"Mean compound, highest first: {'; '.join(said)}."
    if ends and len(ranked) > 1:
        first, last = ranked.iloc[0], ranked.iloc[-1]
        names = f"{labels.get(first[by], first[by])} and {labels.get(last[by], last[by])}"
        text += (
            f" The intervals of {names} do not overlap."
            if apart(first, last)
            else f" Even the two ends, {names}, cannot be told apart: their intervals overlap or are missing."
        )
    thin = coverage.loc[coverage["estimate"] < FEW, by]
    if len(thin):
        names = join([str(labels.get(group, group)) for group in thin])
        text += f" The lexicon knows under {FEW:.0%} of the words of {names}: those means say little."
    return text


def read_difference(differences: pd.DataFrame) -> str:
    """Say how far quoted speech and forwarded posts lie from the outlets' own words.

    differences: from estimate_differences of compound between voices against the outlet's.
    """
    if differences.empty:
        return "There is only one voice: nothing to compare."
    said = []
    for _, row in differences.iterrows():
        side = "more positive" if row["estimate"] > 0 else "more negative"
        sure = "" if pd.notna(row["low"]) and row["low"] * row["high"] > 0 else ", which chance could explain"
        said.append(f"{VOICES.get(row['voice'], row['voice'])} {side} by {abs(row['estimate']):.2f}{_span(row)}{sure}")
    text = "; ".join(said)
    return f"Against the outlets' own words: {text}."


def _span(row: pd.Series) -> str:
    return f" (difference {row['low']:+.2f} to {row['high']:+.2f})" if pd.notna(row["low"]) else " (no interval)"


def read_documents(summary: pd.DataFrame) -> str:
    """Say how far the documents lie apart, and name the ends."""
    if summary.empty:
        return "No document has a scored sentence."
    low, high = summary.loc[summary["estimate"].idxmin()], summary.loc[summary["estimate"].idxmax()]
    below = int((summary["estimate"] < 0).sum())
    few = int((summary["n"] < 5).sum())
    text = (
        f"Of {number(len(summary), 'document')}, {below} have a mean below zero. Lowest: *{_cut(low['label'])}* "
        f"({low['estimate']:+.2f}, {number(low['n'], 'sentence')}); highest: *{_cut(high['label'])}* "
        f"({high['estimate']:+.2f}, {number(high['n'], 'sentence')})."
    )
    return text + (
        f" {few} have under five sentences: their means are little more than single sentences." if few else ""
    )


def _cut(label: str, most: int = 70) -> str:
    plain = str(label).replace("*", "").replace("_", " ").replace("[", "(").replace("]", ")")
    return plain if len(plain) <= most else plain[: most - 1].rstrip() + "…"


def read_actors(differences: pd.DataFrame, toned: pd.DataFrame) -> str:
    """Say of which actors the texts speak better or worse than of the others, corrected for their number.

    differences: from estimate_differences of tone between the actors shown, each against the rest (a lean of the
    scores that all actors share falls out of it); toned: all scored mentions.
    """
    if differences.empty:
        return "Fewer than two actors are named often enough: nothing to compare."
    sure = differences[differences["q"] < SURE]
    parts = [
        f"{number(toned['actor'].nunique(), 'actor')} in {number(len(toned), 'pair')} of a sentence and an actor; "
        f"{len(differences)} shown, each against the others (q < {SURE} after Benjamini & Hochberg)."
    ]
    for group, word in ((sure[sure["estimate"] > 0], "better"), (sure[sure["estimate"] < 0], "worse")):
        names = [f"{row['actor']} by {abs(row['estimate']):.2f}{_span(row)}" for _, row in group.iterrows()]
        parts.append(f"Spoken of {word} than the others: {join(names)}.")
    open_ = int(differences["low"].isna().sum())
    if open_:
        parts.append(f"Without an interval, for fewer than five documents: {open_}.")
    return " ".join(parts)


def caution_translated(documents: pd.DataFrame) -> str:
    """Say what is known of translation, and whether it is confounded with the outlets.

    documents: doc_id, outlet, language, translated. de Vries, Schoonvelde & Schumacher 2018 found machine
    translation fit for counting words and topics; that does not speak for tone, quotations and syntax.
    """
    translated = documents["translated"]
    yes, open_ = int(translated.fillna(False).sum()), int(translated.isna().sum())
    parts = []
    if yes:
        parts.append(
            f"**{number(yes, 'document')} of {len(documents)} machine-translated.** The translator chose the words "
            "that are rated: compare translated texts with one another, not with originals."
        )
        alone = documents.assign(translated=translated.fillna(False)).groupby("outlet")["translated"].nunique()
        if 0 < yes < len(documents) - open_ and (alone == 1).all():
            parts.append("Each outlet is either translated or not: differences between outlets may be translation's.")
    if open_:
        parts.append(
            f"Of {number(open_, 'document')} it is not known whether they were translated (the column `translated` of "
            "sources.csv says so): if they were, tone and quotations are less certain than the intervals show."
        )
    return " ".join(parts) or "No document is marked as translated."
