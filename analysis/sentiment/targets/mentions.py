"""Actors' mentions scored: how each sentence speaks of an actor whom it names."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.estimates import describe, names_of
from analysis.sentiment.targets.scores import CHANCES, LANGUAGE, score_targets
from analysis.tables import check_table
from analysis.texts.cleaning.languages import IN_ANOTHER, mark_language

UNIT = "sentences with an actor"
SOURCE, STATUS = "network trained on NewsMTSC, Hamborg & Donnay 2021", "not validated"
SAID = {"unit": UNIT, "source": SOURCE, "status": STATUS, "missing": IN_ANOTHER}
KEYS = ["sentence_id", "doc_id", "actor", "actor_kind"]
CARRIED = ("voice", "speaker", "outlet", "kind", "published", "language")


def score_mentions(mentions: pd.DataFrame, sentences: pd.DataFrame, language: str = LANGUAGE) -> pd.DataFrame:
    """Score the sentiment toward each actor in each sentence that names it.

    mentions: from find_actors (sentence_id, doc_id, start, end in the sentence, text, actor, kind); sentences:
    sentence_id, text and what is to be carried along (voice, speaker, outlet); mentions in sentences of another
    language than `language` are not scored (NA).
    Returns one row a sentence and actor, several mentions averaged: sentence_id, doc_id, actor, actor_kind,
    mentions (how many), mention (as first written), negative, neutral, positive (chances), polarity (-1, 0, 1: the
    likeliest; NA if not scored), tone (positive less negative chance, -1 to 1), then voice, speaker, outlet, kind,
    country and published as far as sentences have them.
    Raises InputError if a column is missing.
    """
    placed, left_out = _place_mentions(mentions, sentences, language)
    return describe(_score_placed(placed), like=sentences, left_out=left_out, **SAID)


def score_frequent(
    mentions: pd.DataFrame, sentences: pd.DataFrame, most: int = 12, fewest: int = 3, language: str = LANGUAGE
) -> pd.DataFrame:
    """Score the actors that stand in most documents, and nobody else.

    mentions, sentences, language: as for `score_mentions`; most, fewest: as for `keep_frequent`.
    Returns what `keep_frequent` keeps of all mentions scored, and rests on the same. Raises InputError likewise.
    """
    placed, left_out = _place_mentions(mentions, sentences, language)
    named = placed.groupby(KEYS, sort=False, dropna=False, as_index=False).agg(read=("read", "first"))
    named = named.assign(tone=named["read"].map({True: 0.0, False: np.nan}))
    kept = keep_frequent(describe(named, like=sentences, left_out=left_out, **SAID), most, fewest)
    frequent = placed[placed["read"] & placed["actor"].isin(kept["actor"].unique())]
    scored = keep_frequent(_score_placed(frequent), most, fewest)
    return describe(scored.set_axis(kept.index), like=kept)


def _place_mentions(
    mentions: pd.DataFrame, sentences: pd.DataFrame, language: str
) -> tuple[pd.DataFrame, dict[str, int]]:
    """Put each mention beside its sentence and whether that is read; count sentences where nobody was looked for."""
    check_table(mentions, "mentions")
    carried = [name for name in CARRIED if name in sentences]
    about = sentences[["sentence_id", "text", *carried]].rename(columns={"text": "sentence"})
    about = about.assign(read=mark_language(sentences, language))
    unread = about.loc[~about["read"], "sentence_id"]
    others = int((~unread.isin(mentions["sentence_id"])).sum())
    placed = mentions.rename(columns={"kind": "actor_kind", "text": "mention"}).merge(about, on="sentence_id")
    return placed, {IN_ANOTHER: others}


def _score_placed(placed: pd.DataFrame) -> pd.DataFrame:
    read = placed.loc[placed["read"], ["sentence", "start", "end"]].rename(columns={"sentence": "text"})
    scores = score_targets(read.assign(language=LANGUAGE))
    placed = placed.assign(**scores[list(CHANCES)].reindex(placed.index))
    first = {name: (name, "first") for name in ["mention", *(name for name in CARRIED if name in placed)]}
    means = {name: (name, "mean") for name in CHANCES}
    grouped = placed.groupby(KEYS, sort=False, dropna=False)
    return _name_polarity(grouped.agg(mentions=("mention", "size"), **means, **first).reset_index())


def _name_polarity(table: pd.DataFrame) -> pd.DataFrame:
    chances = table[list(CHANCES)]
    likeliest = pd.Series(chances.fillna(0).to_numpy().argmax(axis=1) - 1, index=table.index, dtype="Int64")
    polarity = likeliest.mask(chances.isna().any(axis=1))
    return table.assign(polarity=polarity, tone=table["positive"] - table["negative"])


def keep_frequent(toned: pd.DataFrame, most: int = 12, fewest: int = 3) -> pd.DataFrame:
    """Keep the sentences about the actors that stand in most documents.

    toned: from score_mentions; most: actors kept; fewest: sentences that an actor must have.
    Returns the rows of those actors, the actors of most documents first (then of most sentences, then by name).
    """
    scored = toned.dropna(subset="tone")
    counts = scored.groupby("actor").agg(documents=("doc_id", "nunique"), sentences=("sentence_id", "size"))
    counts = counts[counts["sentences"] >= fewest].reset_index()
    order = counts.sort_values(["documents", "sentences", "actor"], ascending=[False, False, True])["actor"].head(most)
    kept = scored[scored["actor"].isin(order)]
    sizes = [names_of(table).nunique() for table in (toned, scored, kept)]
    kept = describe(kept, left_out={IN_ANOTHER: sizes[0] - sizes[1], "with other actors only": sizes[1] - sizes[2]})
    return kept.sort_values("actor", key=lambda actors: actors.map({a: n for n, a in enumerate(order)}), kind="stable")
