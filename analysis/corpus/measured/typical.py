"""The passages that show a topic best: which they are, how they begin, in how many voices."""

from __future__ import annotations

import pandas as pd

from analysis.charts.parts import TableShown
from analysis.corpus.measured.passages import Passages
from analysis.corpus.measured.texts import Texts
from analysis.topics import TopicModel, find_passages
from analysis.words.units import gather_units

PASSAGES = ["label", "weight", "text", "voice", "speaker", "outlet", "sentence_id"]
MOST_WORDS = 60  # of a passage's first sentences, which stand for it
TITLE = "The passages that show the topics best"
UNSTABLE = "No topic is stable, so there are no passages to show."


def find_typical(model: TopicModel, corpus: Texts, most: int) -> pd.DataFrame:
    """Find the most typical passages of each stable topic: one row a topic and passage, at most one of a document."""
    paragraphs = gather_units(corpus.sentences, "paragraph")
    found = find_passages(model, paragraphs["text"], paragraphs["doc_id"], most)
    found = corpus.with_documents(found.join(paragraphs[["sentence_id", "voice"]], on="unit"))
    return found.loc[found["stable"], PASSAGES]


def locate_paragraphs(corpus: Texts) -> pd.DataFrame:
    """Say how each paragraph begins, where in its file, and in how many voices, by its first sentence."""
    sentences, key = corpus.sentences, ["doc_id", "paragraph"]
    words = sentences["text"].str.count(r"\S+")
    upto, first = words.groupby([sentences[name] for name in key]).cumsum(), ~sentences.duplicated(key)
    grouped = sentences[first | (upto <= MOST_WORDS)].groupby(key, sort=False)
    whole = grouped.agg(
        sentence_id=("sentence_id", "first"), start=("start", "min"), end=("end", "max"),
        beginning=("text", " ".join), shown=("text", "size"),
    )  # fmt: skip
    every = sentences.groupby(key, sort=False)
    cut, whole["voices"] = whole["shown"] < every.size(), every["voice"].nunique()
    whole["beginning"] = whole["beginning"].mask(cut, whole["beginning"] + " …")
    located = corpus.locate(whole.reset_index())
    return located[["sentence_id", "source", "source_start", "source_end", "beginning", "voices"]]


def make_passages(found: pd.DataFrame) -> Passages:
    """Set out passages with how they begin; in several voices, none stands for them all."""
    several = found["voices"] > 1
    mixed = {name: found[name].mask(several) for name in ("voice", "speaker")}
    found = found.assign(text=found["beginning"], **mixed).drop(columns=["beginning", "voices"])
    return Passages(found, TITLE, "share", "label", TableShown(found, "topic-passages", TITLE, 60, UNSTABLE))
