"""Sentences scored one by one, ready to be averaged: never a whole article at once, where VADER saturates."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from analysis.errors import require
from analysis.estimates import add_basis, describe
from analysis.estimates.behind import record_units
from analysis.given import CorpusTables, sentences_of
from analysis.sentiment.names import mask_texts
from analysis.sentiment.scores import LANGUAGE, lexicon_coverage, score_marked
from analysis.tables import check_table
from analysis.texts.characters import straighten_all
from analysis.texts.cleaning.languages import IN_ANOTHER, mark_language

SOURCE, STATUS = "VADER, Hutto & Gilbert 2014", "not validated"
TONES = ("negative", "neutral", "positive")
LABEL = 80  # characters of a text that stand for its title
EDGES = (-0.05, 0.05)  # compound up to which, and from which, VADER's authors call a text negative, positive
CARRIED = ("sentence_id", "doc_id", "text", "voice", "speaker", "quoted", "outlet", "kind", "language", "published")


def score_sentences(
    sentences: pd.DataFrame | CorpusTables,
    mask_names: bool | str | Path | Iterable[str] = True,
    language: str = LANGUAGE,
) -> pd.DataFrame:
    """Score each sentence with VADER, and tell how much of it the lexicon knows.

    sentences: a corpus, or sentence_id, doc_id, text; those in another language than `language` are not scored (NA),
    for the lexicon is English: a column language says it, else the sentences of each document read together.
    mask_names: as for score_sentiment.
    Returns the same rows in the same order: sentence_id, doc_id, what they have of text, voice, speaker, quoted,
    outlet, kind, language and published; then neg, neu, pos, compound, masked, words, known, coverage as
    score_sentiment and lexicon_coverage give them (masked words are not known), and tone ("negative" at a compound
    of -.05 and under, "positive" at .05 and over, else "neutral"; Hutto & Gilbert 2014).
    Raises InputError if a column is missing or the names cannot be used.
    """
    sentences = sentences_of(sentences)
    check_table(sentences, "sentences", ("sentence_id", "doc_id", "text"))
    read = straighten_all(sentences["text"])  # to VADER, a curly apostrophe makes "don't" another word
    read = read.where(mark_language(sentences, language))
    scores = score_marked(read, read.notna().to_numpy(), mask_names)
    if "masked" not in scores:
        scores["masked"] = pd.array([0] * len(scores), dtype="Int64")
    cover = lexicon_coverage(read)
    known = cover["known"] - scores["masked"]
    words = cover["words"].astype("Float64").mask(cover["words"] == 0)
    cover = cover.assign(known=known, coverage=(known.astype("Float64") / words).astype("float64"))
    scored = pd.concat([sentences[[name for name in CARRIED if name in sentences]], scores, cover], axis=1)
    scored = scored.assign(tone=name_tones(scores["compound"]))
    return describe(scored, like=sentences, unit="sentences", source=SOURCE, status=STATUS, missing=IN_ANOTHER)


def name_tones(compound: pd.Series) -> pd.Series:
    """Name each compound's tone, as VADER's authors do: negative, neutral or positive; NA stays NA."""
    require(bool(compound.dropna().between(-1, 1).all()), "compound holds values outside -1 to 1; give VADER's own.")
    tones = pd.Series("neutral", index=compound.index, dtype="str")
    tones = tones.mask(compound <= EDGES[0], "negative").mask(compound >= EDGES[1], "positive")
    return tones.where(compound.notna())


def count_masked(texts: pd.Series, names: bool | str | Path | Iterable[str] = True) -> pd.DataFrame:
    """Count how often each name is masked in texts, and how many rated words with it.

    names: as mask_names of score_sentiment; False masks none.
    Returns one row a name, the most hits first: name, times, texts (that it stands in), hits (rated words masked).
    """
    found = pd.DataFrame(columns=["name", "place", "hits"])
    if names is not False:
        found = mask_texts(straighten_all(texts), names)[1]
    counts = found.groupby("name").agg(times=("name", "size"), texts=("place", "nunique"), hits=("hits", "sum"))
    return counts.reset_index().sort_values(
        ["hits", "times", "name"], ascending=[False, False, True], ignore_index=True
    )


def summarise_documents(scored: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Summarise the sentences of each document: its mean compound and the middle half of its sentences.

    scored: from score_sentences; documents: doc_id, title, text.
    Returns one row a document with a scored sentence, in the order of documents: doc_id, label (title or, without
    one, how the text begins), estimate (mean compound), lower and upper (quartiles), n (sentences scored),
    coverage (mean).
    """
    check_table(documents, "documents", ("doc_id", "title", "text"))
    known = scored[scored["compound"].notna()]
    grouped = known.groupby("doc_id", sort=False)
    compound = grouped["compound"]
    table = pd.DataFrame(
        {
            "estimate": compound.mean(),
            "lower": compound.quantile(0.25),
            "upper": compound.quantile(0.75),
            "n": compound.size(),
            "coverage": grouped["coverage"].mean(),
        }
    )
    begins = documents["text"].str.slice(0, LABEL).str.split().str.join(" ")
    labels = documents["title"].where(documents["title"].notna(), begins).set_axis(documents["doc_id"])
    table.insert(0, "label", labels.reindex(table.index))
    table = table.reindex(documents["doc_id"]).dropna(subset="n").astype({"n": "int64"}).reset_index()
    behind = record_units(scored, ["doc_id"], "compound")
    return add_basis(table, scored, scored["compound"].notna(), interval=False, behind=behind)
