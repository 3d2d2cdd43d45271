"""How many topics: what each number of them would cost and bring."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from analysis.errors import require
from analysis.estimates import describe
from analysis.topics.fitting import FEWEST_DOCUMENTS, fit_material, note_for
from analysis.topics.material import Material, make_material
from analysis.topics.model import TopicModel
from analysis.topics.stability import RUNS, draw_units

STABLE_SHARE = 0.9  # of the topics must come back
LARGEST_PART = 300_000  # words counted in units, some 1,500 articles: more say no more about the number of topics
QUICK_RUNS = 4


def choose_topics(
    texts: pd.Series,
    candidates: Sequence[int] | None = None,
    seed: int = 0,
    documents: Sequence[object] | pd.Series | None = None,
    method: str = "nmf",
    languages: str | Iterable[str] = ("en",),
    stop_words: Iterable[str] = (),
    runs: int = RUNS,
) -> pd.DataFrame:
    """Compare numbers of topics by coherence, exclusivity and stability; other arguments as for `fit_topics`.

    candidates: numbers of topics; None takes what the number of documents allows.
    Returns one row a number: n_topics, coherence (mean NPMI), exclusivity (mean FREX), stability (mean
    cosine over refits), stable (share of topics that come back), score (coherence plus exclusivity, NA where
    fewer than nine in ten topics come back), chosen (best score). No row if there are
    fewer than ten documents.
    """
    material = make_material(texts, documents, method, languages, stop_words)
    return compare_counts(fit_candidates(material, candidates, seed, runs), like=texts, material=material)


def fit_candidates(
    material: Material, candidates: Sequence[int] | None = None, seed: int = 0, runs: int = RUNS
) -> dict[int, TopicModel]:
    """Fit each number of topics to prepared texts.

    From five hundred documents on: to a part of some 1,500 articles drawn by the seed, from one start, with
    four refits: the suggested number is fitted in full afterwards.
    """
    n_units = int(material.filled.sum())
    if candidates is None:
        candidates = [number for number in default_candidates(material.n_documents) if number <= n_units]
    for number in candidates:
        require(2 <= number <= n_units, f"candidates holds {number!r}, not a whole number from 2 to {n_units} (units).")
    if not material.is_large:
        return {number: fit_material(material, number, seed, runs) for number in candidates}
    drawn = draw_units(material.counts, material.documents, np.random.default_rng(seed), 1.0, LARGEST_PART)
    part = material.take(drawn)
    return {number: fit_material(part, number, seed, min(runs, QUICK_RUNS), start="svd") for number in candidates}


def compare_counts(models: dict[int, TopicModel], like: pd.Series, material: Material) -> pd.DataFrame:
    """Set fitted numbers of topics side by side: columns as in `choose_topics`."""
    rows = []
    for number, model in models.items():
        means = model.summary[["coherence", "exclusivity", "stability"]].mean()
        rows.append({"n_topics": number, **means, "stable": model.summary["stable"].mean()})
    table = pd.DataFrame(rows, columns=["n_topics", "coherence", "exclusivity", "stability", "stable"])
    table["score"] = score_counts(table)
    table["chosen"] = table["n_topics"] == pick_count(table) if len(table) else pd.Series(dtype=bool)
    empty = "" if len(table) else note_for(material)
    return describe(table, like=like, empty=empty, **_basis(models, material))


def _basis(models: dict[int, TopicModel], material: Material) -> dict:
    """What the comparison rests on: all texts that hold a word, or the part of them that was drawn."""
    basis = material.basis
    drawn = next(iter(models.values()), None)
    if drawn is None or drawn.n_units == basis["n"]:
        return basis
    left_out = {**basis["left_out"], "not drawn": basis["n"] - drawn.n_units}
    return {"n": drawn.n_units, "documents": drawn.n_documents, "left_out": left_out}


def default_candidates(n_documents: int) -> list[int]:
    """Return the numbers of topics worth comparing for so many documents; none under ten."""
    if n_documents < FEWEST_DOCUMENTS:
        return []
    if n_documents < 50:
        return [3, 4, 5, 6]
    if n_documents < 200:
        return [4, 6, 8, 10, 12]
    return [5, 10, 15, 20, 25, 30] if n_documents < 2000 else [10, 15, 20, 25, 30, 40]


def score_counts(table: pd.DataFrame) -> pd.Series:
    """Score numbers of topics by coherence plus exclusivity; NA where fewer than nine in ten topics come back.

    Source: Roberts et al. 2014 weigh the two against each other; Greene et al. 2014 ask for stability.
    """
    return (table["coherence"] + table["exclusivity"]).where(table["stable"] >= STABLE_SHARE).astype("float64")


def pick_count(table: pd.DataFrame) -> int | None:
    """Return the number of topics of the best score, or of most stable topics where none is stable enough.

    Of two as good the smaller; None of an empty table.
    """
    if table.empty:
        return None
    columns = ["score", "stable", "stability"] if table["score"].notna().any() else ["stable", "stability"]
    best = table.sort_values([*columns, "n_topics"], ascending=[*[False] * len(columns), True])
    return int(best["n_topics"].iloc[0])
