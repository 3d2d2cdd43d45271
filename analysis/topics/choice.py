"""How many topics: what each number of them would cost and bring."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from analysis.errors import require
from analysis.topics.fitting import FEWEST_DOCUMENTS, fit_material
from analysis.topics.material import Material, prepare
from analysis.topics.stability import RUNS, draw_units


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
    cosine over refits), stable (share of topics that come back), score, chosen. No row if there are
    fewer than ten documents.
    """
    material = prepare(texts, documents, method, languages, stop_words)
    return compare_counts(material, candidates, seed, runs)


def compare_counts(
    material: Material, candidates: Sequence[int] | None = None, seed: int = 0, runs: int = RUNS
) -> pd.DataFrame:
    """Compare numbers of topics on prepared texts, of a large corpus on a part of it."""
    n_units = int(material.filled.sum())
    if candidates is None:
        candidates = [number for number in default_candidates(material.n_documents) if number <= n_units]
    part = draw_units(material.counts, material.documents, np.random.default_rng(seed), part=1.0)
    material = material.take(part)
    rows = []
    for number in candidates:
        require(2 <= number <= n_units, f"candidates holds {number!r}, not a whole number from 2 to {n_units} (units).")
        summary = fit_material(material, number, seed, runs).summary
        means = summary[["coherence", "exclusivity", "stability"]].mean()
        rows.append({"n_topics": number, **means, "stable": summary["stable"].mean()})
    table = pd.DataFrame(rows, columns=["n_topics", "coherence", "exclusivity", "stability", "stable"])
    table["score"] = score_counts(table)
    table["chosen"] = table["n_topics"] == pick_count(table) if len(table) else pd.Series(dtype=bool)
    return table


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
    """Score each number: the mean of coherence, exclusivity and stability, each from 0 (worst here) to 1 (best)."""
    columns = table[["coherence", "exclusivity", "stability"]].astype(float)
    spread = (columns.max() - columns.min()).replace(0, np.nan)
    return ((columns - columns.min()) / spread).fillna(0.5).mean(axis=1)


def pick_count(table: pd.DataFrame) -> int | None:
    """Return the number of topics of the best score, the smaller of two as good; None of an empty table."""
    if table.empty:
        return None
    best = table.sort_values(["score", "n_topics"], ascending=[False, True])
    return int(best["n_topics"].iloc[0])
