"""Topics: groups of words that stand together in a corpus, found without a codebook. Topics are not frames."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.errors import require
from analysis.estimates import describe
from analysis.given import CorpusTables, check_whole, error_for_texts, is_corpus
from analysis.topics.choice import choose_topics, compare_counts, fit_candidates, pick_count
from analysis.topics.comparison import compare_models, fit_other_method
from analysis.topics.fitting import FEWEST_DOCUMENTS, fit_material, no_topics
from analysis.topics.large import FITTED, draw_part, predict_all
from analysis.topics.material import make_material
from analysis.topics.model import TopicModel
from analysis.topics.passages import find_passages
from analysis.topics.shares import tabulate_weights
from analysis.topics.stability import RUNS
from analysis.words.units import gather_units

__all__ = [
    "TopicModel",
    "check_topics",
    "choose_topics",
    "compare_models",
    "find_passages",
    "fit_other_method",
    "fit_topics",
    "pick_count",
    "tabulate_weights",
]


def fit_topics(
    texts: pd.Series | CorpusTables,
    n_topics: int | None = None,
    seed: int = 0,
    documents: Sequence[object] | pd.Series | None = None,
    method: str = "nmf",
    languages: str | Iterable[str] = ("en",),
    stop_words: Iterable[str] = (),
    runs: int = RUNS,
) -> TopicModel:
    """Find the topics of a corpus: groups of words that stand together. Topics are not frames.

    texts: a corpus, or one text a unit (a document or a paragraph). Of a corpus units are its documents, of one of
    under a hundred its paragraphs. n_topics: how many; None chooses by `choose_topics`.
    documents: the document of each unit, where units are paragraphs; refits draw whole documents.
    method: "nmf" (on TF-IDF) or "lda" (on counts). languages: whose stop words are left out;
    stop_words: more of them. runs: refits by which stability is judged.
    Returns a TopicModel, topics numbered from 1 by their share; without topics, and a note that says
    so, if fewer than ten documents hold words.
    Raises InputError: texts that are no strings, documents of another length, an unknown method or
    language, more topics than units.
    Of over 20,000 documents topics are learnt from as many, drawn by the seed, and weighed in all; `note` says it.
    """
    check_whole(runs, "runs", 0, "refits")
    if is_corpus(texts):
        units = gather_units(texts.sentences)
        texts, documents = units["text"], units["doc_id"]
    if isinstance(texts, pd.DataFrame) or not hasattr(texts, "__len__"):
        raise error_for_texts(texts, "fit_topics")
    few = _take_part(texts, documents, seed)
    if len(few[0]) < len(texts):
        model = _fit(*few, n_topics, seed, method, languages, stop_words, runs)
        return predict_all(model, texts, documents, FITTED)
    return _fit(texts, documents, n_topics, seed, method, languages, stop_words, runs)


def _fit(
    texts: pd.Series,
    documents: Sequence[object] | pd.Series | None,
    n_topics: int | None,
    seed: int,
    method: str,
    languages: str | Iterable[str],
    stop_words: Iterable[str],
    runs: int,
) -> TopicModel:
    """Fit topics to all of the texts."""
    material = make_material(texts, documents, method, languages, stop_words)
    models = fit_candidates(material, seed=seed, runs=runs) if n_topics is None else {}
    choice = compare_counts(models, texts, material) if n_topics is None else None
    if material.n_documents < FEWEST_DOCUMENTS:
        model = replace(no_topics(material), choice=choice)
        return replace(model, refits=describe(model.refits, like=texts, empty=model.note))
    n_topics = pick_count(choice) if n_topics is None else n_topics
    _check_count(n_topics, int(material.filled.sum()))
    model = models.get(n_topics) if not material.is_large else None  # of many documents the comparison is a rough one
    model = model or fit_material(material, n_topics, seed, runs)
    refits = describe(model.refits, like=texts, source="Greene et al. 2014", **material.basis)
    return replace(model, refits=refits, choice=choice)


def check_topics(
    texts: pd.Series,
    n_topics: int,
    seed: int = 0,
    documents: Sequence[object] | pd.Series | None = None,
    method: str = "nmf",
    languages: str | Iterable[str] = ("en",),
    stop_words: Iterable[str] = (),
    runs: int = RUNS,
) -> None:
    """Raise InputError where `fit_topics` would for these arguments, before anything is fitted."""
    material = make_material(*_take_part(texts, documents, seed), method, languages, stop_words)
    if material.n_documents >= FEWEST_DOCUMENTS:
        _check_count(n_topics, int(material.filled.sum()))


def _take_part(
    texts: pd.Series, documents: Sequence[object] | pd.Series | None, seed: int
) -> tuple[pd.Series, Sequence[object] | pd.Series | None]:
    """Take the texts that topics are learnt from, and their documents: all of them, or as many as are enough."""
    part = draw_part(texts, documents, FITTED, seed)
    if len(part) == len(texts):
        return texts, documents
    return texts.iloc[part], None if documents is None else pd.Series(documents).iloc[part]


def _check_count(n_topics: int, n_units: int) -> None:
    require(
        isinstance(n_topics, int | np.integer) and not isinstance(n_topics, bool) and 2 <= n_topics <= n_units,
        f"n_topics={n_topics!r} is not a whole number from 2 to {n_units}, the number of units that hold words.",
    )
