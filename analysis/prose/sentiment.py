"""What the notebook on sentiment says in words, computed from its tables."""

from __future__ import annotations

import pandas as pd

from analysis.estimates.groups import pick_ends
from analysis.findings import Finding
from analysis.prose.found import COUNT, MAIN, SECOND, limit_of, limits_from, limits_of_size, make_finding
from analysis.prose.groups import tell_groups
from analysis.prose.languages import tell_language
from analysis.prose.phrases import figure, figure_signed, join, join_some, number, plain_name, strong, tell_estimate
from analysis.prose.translations import list_translated

FEWEST_SENTENCES = 5  # of a document that is named as the lowest or the highest
FEW = 0.05  # share of words known under which a mean says little
SURE = 0.05  # q under which a difference is reported
VOICES = {"outlet": "the outlets' own words", "speaker": "quoted speech", "forwarded": "forwarded posts"}


def tell_scored(scored: pd.DataFrame, masked: pd.DataFrame) -> str:
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
        parts.append(
            f"The lexicon knows {rated / words:.0%} of their {words:,} words (of two characters or more, as VADER cuts "
            f"them); in {silent:.0%} of the sentences, none."
        )
    hits = int(masked["hits"].sum())
    if hits:
        rated_names = masked[masked["hits"] > 0].rename(columns={"name": "name_"})
        names = [f"{row.name_} ({row.hits})" for row in rated_names.head(3).itertuples()]
        share, most = hits / (hits + rated), "most in" if len(rated_names) > len(names) else "all in"
        parts.append(f"{number(hits, 'rated word')} in names masked ({share:.0%} of all): {most} {join(names)}.")
    else:
        parts.append("No name that the lexicon would rate was masked.")
    return " ".join(parts)


def tell_findings(
    scored: pd.DataFrame,
    by_voice: pd.DataFrame,
    differences: pd.DataFrame,
    actors: pd.DataFrame,
    documents: pd.DataFrame | None = None,
) -> list[Finding]:
    """Say how the texts sound in each voice, toward whom they differ, and what limits it.

    scored: from score_sentences; by_voice: from estimate_means of compound; differences: of compound between voices
    against the outlet's; actors: differences of tone between actors; documents: the corpus's, for what was translated.
    """
    known = scored[scored["compound"].notna()]
    language = limits_from("other-languages", tell_language(by_voice), chart="sentiment-by-voice")
    if known.empty:
        nothing = "No sentence could be scored, so there is nothing to find."
        return [limit_of("nothing-scored", nothing, chart="sentiment-by-voice"), *language]
    found = []
    for place, (_, row) in enumerate(by_voice.dropna(subset=["estimate"]).sort_values("n", ascending=False).iterrows()):
        label = VOICES.get(row["voice"], row["voice"])
        text = f"{strong(label[0].upper() + label[1:])}: mean compound {tell_estimate(row)}, from −1 to 1, of "
        text += f"{number(int(row['n']), 'sentence')}."
        said = {"measure": "mean compound (−1 to 1)", "group": label, "voice": label, "chart": "sentiment-by-voice"}
        found.append(make_finding(f"tone-{row['voice']}", text, by_voice, row, weight=COUNT if place else MAIN, **said))
    found += [*_voices_apart(differences), *_toward(actors)]
    words = max(int(known["words"].sum()), 1)
    share = float(known["known"].sum() / words)
    said = f"The lexicon knows {figure(share, True)} of the words; the others count as neutral."
    limits = [limit_of("lexicon", said, estimate=share, n=words, unit="words", chart="sentiment-by-voice")]
    said = "The network that reads the tone toward actors errs in about three of ten sentences."
    limits += [limit_of("network", said, chart="tone-toward-actors")] if len(actors) else []
    return [*found, *limits, *list_translated(documents), *language, *limits_of_size(scored["doc_id"].nunique())]


def _voices_apart(differences: pd.DataFrame) -> list[Finding]:
    """Say of each other voice how far it lies from the outlets' own words."""
    found = []
    for _, row in differences.dropna(subset=["low"]).iterrows():
        label = VOICES.get(row["voice"], row["voice"])
        against = "the outlets' own words" if row["against"] == "outlet" else "the other voices"
        side = "more positive" if row["estimate"] > 0 else "more negative"
        sure = "" if row["low"] * row["high"] > 0 else ", which chance could explain"
        text = f"{strong(label[0].upper() + label[1:])}: {side} than {against} by {figure(abs(row['estimate']))}"
        text += f"{_span(row)}{sure}."
        said = {"measure": "difference of mean compound", "group": f"{label} against {against}", "voice": label}
        said |= {"weight": SECOND if not sure else COUNT, "chart": "sentiment-by-voice"}
        found.append(make_finding(f"difference-{row['voice']}", text, differences, row, **said))
    return found


def _toward(actors: pd.DataFrame) -> list[Finding]:
    """Name the actor whose tone differs most from that toward the others, of those that surely do."""
    tested = int(actors["q"].notna().sum()) if len(actors) else 0
    if not tested:
        return []
    said = {"measure": "difference of mean tone toward actors", "chart": "tone-toward-actors", "weight": SECOND}
    sure = actors[actors["q"] < SURE].sort_values("estimate", key=abs, ascending=False, kind="stable")
    if sure.empty:
        text = f"Of {number(tested, 'actor')} set against the others of the {len(actors):,} of most documents, none is "
        text += "surely spoken of better or worse."
        return [make_finding("toward-actors", text, actors, **said)]
    row = sure.iloc[0]
    side, name = "better" if row["estimate"] > 0 else "worse", plain_name(row["actor"])
    others = f"the others of the {len(actors):,} of most documents"
    text = f"{strong(name)} is spoken of {side} than {others}, by {figure(abs(row['estimate']))}{_span(row)}; "
    text += f"{len(sure):,} of {number(tested, 'actor')} {'differs' if len(sure) == 1 else 'differ'} (q < {SURE})."
    return [make_finding("toward-actors", text, actors, row, group=name, **said)]


def tell_means(means: pd.DataFrame, coverage: pd.DataFrame, by: str) -> str:
    """Say each voice's mean compound, or how far groups lie apart, and where the lexicon knows too little.

    means, coverage: from estimate_means of compound and coverage by the same column. Voices stand in the same
    documents: compare them by their differences (tell_differences) and not by their intervals.
    """
    ranked = _ranked(means)
    if ranked.empty:
        return "No sentence could be scored."
    labels = VOICES if by == "voice" else {}
    if by == "voice":
        said = [f"{labels.get(row[by], row[by])}: {tell_estimate(row)}" for _, row in ranked.iterrows()]
        text = f"Mean compound{', highest first' if len(said) > 1 else ''}: {'; '.join(said)}."
    else:
        text = tell_groups(means, by, "mean compound")
    thin = coverage.loc[coverage["estimate"] < FEW, by]
    if len(thin):
        names = join_some([str(labels.get(group, group)) for group in thin])
        text += f" The lexicon knows under {FEW:.0%} of the words of {names}: those means say little."
    return text


def _ranked(means: pd.DataFrame) -> pd.DataFrame:
    return means.dropna(subset=["estimate"]).sort_values("estimate", ascending=False, kind="stable")


def tell_differences(differences: pd.DataFrame) -> str:
    """Say how far quoted speech and forwarded posts lie from the outlets' own words.

    differences: from estimate_differences of compound between voices against the outlet's.
    """
    if differences.empty:
        return "No two voices were measured: nothing to compare."
    said = []
    for _, row in differences.iterrows():
        side = "more positive" if row["estimate"] > 0 else "more negative"
        sure = "" if row["low"] * row["high"] > 0 else ", which chance could explain"
        sure = "" if pd.isna(row["low"]) else sure
        said.append(
            f"{VOICES.get(row['voice'], row['voice'])} {side} by {figure(abs(row['estimate']))}{_span(row)}{sure}"
        )
    against = "the outlets' own words" if (differences["against"] == "outlet").all() else "the other voices"
    return f"Against {against}: {'; '.join(said)}."


def _span(row: pd.Series) -> str:
    if pd.isna(row["low"]):
        return " (in too few documents for an interval)"
    return f" (difference {figure_signed(row['low'])} to {figure_signed(row['high'])})"


def tell_documents(summary: pd.DataFrame) -> str:
    """Say how far the documents lie apart, and name the ends; a document of a few sentences is no end."""
    if summary.empty:
        return "No document has a scored sentence."
    long = summary[summary["n"] >= FEWEST_SENTENCES]
    ranked = summary if long.empty else long
    low, high = ranked.loc[ranked["estimate"].idxmin()], ranked.loc[ranked["estimate"].idxmax()]
    below = int((summary["estimate"] < 0).sum())
    few = 0 if long.empty else int((pick_ends(summary)["n"] < FEWEST_SENTENCES).sum())
    if len(summary) == 1:
        return f"The one document, {_end(low)}, has the mean in brackets."
    text = f"Of {number(len(summary), 'document')}, {below} {'has' if below == 1 else 'have'} a mean below zero."
    if low["estimate"] < high["estimate"]:
        text += f" Lowest: {_end(low)}; highest: {_end(high)}."
    elif len(ranked) > 1:
        text += f" {number(len(ranked), 'document')} have the same mean, {figure_signed(low['estimate'])}."
    if few:
        verb = "is" if few == 1 else "are"
        text += f" {number(few, 'document')} of under five sentences {verb} drawn and not named here: "
        text += "such a mean is little more than single sentences."
    return text


def _end(row: pd.Series) -> str:
    """Name a document with its mean."""
    return f"*{_cut(row['label'])}* ({figure_signed(row['estimate'])}, {number(row['n'], 'sentence')})"


def _cut(label: str, most: int = 70) -> str:
    plain = plain_name(label)
    return plain if len(plain) <= most else plain[: most - 1].rstrip() + "…"


def tell_actors(differences: pd.DataFrame, mentions: pd.DataFrame) -> str:
    """Say of which actors the texts speak better or worse than of the others, corrected for their number.

    differences: from estimate_differences of tone between the actors shown, each against the rest (a lean of the
    scores that all actors share falls out of it); mentions: all of the corpus.
    """
    if differences.empty:
        return "Fewer than two actors are named often enough: nothing to compare."
    open_ = int(differences["low"].isna().sum())
    pairs = len(mentions[["sentence_id", "actor", "kind"]].drop_duplicates())
    counted = f"{number(mentions['actor'].nunique(), 'actor')} in {number(pairs, 'pair')} of a sentence and an actor"
    without = f" Without an interval, for fewer than five documents with a value: {open_}." if open_ else ""
    return f"{counted}. {_sure_actors(differences)}{without}"


def _sure_actors(differences: pd.DataFrame) -> str:
    """Name the actors whose tone differs from that toward the others, or say that there is none."""
    tested = int(differences["q"].notna().sum()) if len(differences) else 0
    if not tested:
        return "No actor is named in enough documents to compare the tone toward it with that toward others."
    sure = differences[differences["q"] < SURE].sort_values("estimate", key=abs, ascending=False, kind="stable")
    what = f"{number(tested, 'actor')} set against the others of the {len(differences):,} of most documents "
    what += f"(q < {SURE} after Benjamini & Hochberg)"
    if sure.empty:
        return f"Of {what}, none is surely spoken of better or worse."
    said = []
    for word, group in (("better", sure[sure["estimate"] > 0]), ("worse", sure[sure["estimate"] < 0])):
        names = [
            f"{plain_name(row['actor'])} by {figure(abs(row['estimate']))}{_span(row)}" for _, row in group.iterrows()
        ]
        said += [f"spoken of {word}: {join_some(names, 3)}"]
    return f"Of {what}, {'; '.join(said)}."
