"""Every step and measure of a text by name, from its documents on: what documents.py and growth.py run."""

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pandas as pd

import analysis
from analysis.actors import find_actors, find_people
from analysis.corpus import Corpus, load_corpus
from analysis.frames import code_frames, count_frame_words, rate_frames
from analysis.frames.by_example import FrameCoder, train_frame_coder
from analysis.sentiment import score_sentences, summarise_documents
from analysis.sentiment.targets import score_mentions
from analysis.sourcing import gather_sources
from analysis.texts.copies import find_copies
from analysis.texts.sentences import split_sentences
from analysis.topics import fit_topics
from analysis.voices import extract_quotes
from analysis.voices.kinds import label_quotations
from analysis.words.units import gather_units

BOOKS = ("generic", "policy", "elements", "foreign-policy")
PLACES = ("harbour", "school", "market", "border", "hospital", "river")


@cache
def trained() -> FrameCoder:
    """A coder of one frame, from sixty sentences made here."""
    draw = random.Random(7)
    made = [
        (f"The {draw.choice(PLACES)} {verb} {number} {what} this year.", what == "jobs")
        for number in range(30)
        for verb, what in (("lost", "jobs"), ("opened", "gardens"))
    ]
    return train_frame_coder(pd.Series([text for text, _ in made]), pd.Series([code for _, code in made]))


def load_files(folder: Path) -> Corpus:
    """Read a folder of files, nothing kept."""
    return load_corpus(folder, cache=False, engine="processes", jobs=1)


def load_texts(texts: list[str]) -> Corpus:
    """Have texts as a corpus of two outlets, nothing kept."""
    table = pd.DataFrame({"text": texts, "outlet": [("North", "Coast")[place % 2] for place in range(len(texts))]})
    return load_corpus(table, cache=False, jobs=1)


def _groups(corpus: Corpus) -> list[str]:
    return [("North", "Coast")[place % 2] for place in range(len(corpus.documents))]


def _keyness(corpus: Corpus) -> pd.DataFrame:
    texts, groups = corpus.documents["text"].tolist(), _groups(corpus)
    if len(texts) < 2:
        texts, groups = [*texts, "The council met."], ["North", "Coast"]
    return analysis.keyness(pd.Series(texts), groups, phrases=3, resamples=5)


def _topics(corpus: Corpus) -> object:
    units = gather_units(corpus.sentences)
    return fit_topics(units["text"], 2, runs=2) if len(units) > 1 else None


def _read(corpus: Corpus) -> str:
    return corpus.read(0, frames="generic", actors=True, tone=True)._repr_html_()


def _look_up(corpus: Corpus) -> list:
    found = (
        corpus.kwic("the"),
        corpus.kwic("that *"),
        corpus.kwic("a*b | {said,says}"),
        corpus.kwic(r"\bsaid\b", regex=True),
    )
    return [one._repr_html_() for one in found]


MEASURES: dict[str, Callable[[Corpus], object]] = {
    "sentences": lambda corpus: split_sentences(corpus.documents),
    "quotes": lambda corpus: extract_quotes(corpus.documents),
    "kinds of quotations": lambda corpus: label_quotations(corpus.quotes, corpus.documents),
    "actors": lambda corpus: find_actors(corpus.sentences),
    "people": lambda corpus: find_people(corpus.documents["text"]),
    "sources": lambda corpus: gather_sources(corpus.quotes, corpus.documents),
    "sentiment": lambda corpus: summarise_documents(score_sentences(corpus.sentences), corpus.documents),
    "targets": lambda corpus: score_mentions(corpus.mentions, corpus.sentences),
    "frames by words": lambda corpus: [code_frames(corpus, book) for book in BOOKS],
    "rates by words": lambda corpus: [rate_frames(corpus, book) for book in BOOKS],
    "words of frames": lambda corpus: [count_frame_words(corpus, book) for book in BOOKS],
    "frames by meaning": lambda corpus: (code_frames(corpus, method="meaning"), rate_frames(corpus, method="meaning")),
    "frames by example": lambda corpus: trained().predict_proba(corpus.sentences["text"]),
    "keyness": _keyness,
    "topics": _topics,
    "copies": lambda corpus: find_copies(corpus.documents),
    "concordance": _look_up,
    "reading view": _read,
}
