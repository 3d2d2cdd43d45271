"""Words that stand together more often than chance: collocations, measured by NLTK."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd
from nltk.collocations import BigramCollocationFinder, TrigramCollocationFinder
from nltk.metrics import BigramAssocMeasures, TrigramAssocMeasures
from nltk.probability import FreqDist

from analysis.errors import require, unknown
from analysis.words.terms import BREAK, Terms, load_stop_words, spellings_of, split_terms

MEASURES = ("likelihood_ratio", "pmi", "chi_sq", "student_t")
MIN_COUNT = 5


def find_collocations(
    texts: pd.Series,
    size: int = 2,
    measure: str = "likelihood_ratio",
    min_count: int = MIN_COUNT,
    documents: Iterable[object] | pd.Series | None = None,
    languages: str | Iterable[str] = ("en",),
) -> pd.DataFrame:
    """Find the neighbouring words that belong together, strongest first.

    texts: strings; a collocation never runs over punctuation or the end of a text, and neither begins nor ends
    with a function word of `languages`. size: 2 or 3 words. measure: NLTK's likelihood_ratio, pmi, chi_sq or
    student_t. min_count: a rarer one is left out. documents: the document of each text (each its own by default).
    Returns one row a collocation: term (in lower case), shown (as the texts spell it), score, count, documents.
    Raises InputError: an unknown measure or language, a size other than 2 or 3, documents of another length.
    Source: Dunning 1993 (likelihood ratio); Church & Hanks 1990 (pmi); Manning & Schütze 1999, chapter 5.
    """
    if measure not in MEASURES:
        raise unknown("measure", measure, MEASURES)
    require(size in (2, 3), f"size={size!r} is not 2 or 3, the words of a collocation.")
    terms = split_terms(texts)
    rows = _documents(documents, len(terms.ends))[terms.rows]
    listed = load_stop_words(*([languages] if isinstance(languages, str) else languages)) if languages else frozenset()
    edges = np.array([word in listed for word in terms.words] + [True])
    found = _count(terms, size, rows, edges)
    found = found[found["count"] >= min_count]
    scores = _score(terms, found, size, measure)
    table = pd.DataFrame(
        {
            "term": pd.Series([" ".join(terms.words[list(run)]) for run in found.index], dtype="str"),
            "shown": pd.Series(_spell(terms, found.index, size), dtype="str"),
            "score": pd.Series([scores[run] for run in found.index], dtype="float64"),
            "count": found["count"].to_numpy(),
            "documents": found["documents"].to_numpy(),
        }
    )
    return table.sort_values(["score", "term"], ascending=[False, True], ignore_index=True)


def _documents(documents: Iterable[object] | pd.Series | None, length: int) -> np.ndarray:
    """Number the documents of the texts."""
    if documents is None:
        return np.arange(length)
    documents = pd.Series(documents)
    require(
        len(documents) == length, f"documents has {len(documents)} rows and texts {length}: give each its document."
    )
    return pd.factorize(documents)[0]


def _count(terms: Terms, size: int, rows: np.ndarray, edges: np.ndarray, gap: bool = False) -> pd.DataFrame:
    """Count runs of so many words (with a gap: the first and last of three), and the documents they stand in."""
    length = max(len(terms.ids) - size + 1, 0)
    parts = [terms.ids[shift : shift + length] for shift in range(size)]
    whole = terms.rows[:length] == terms.rows[size - 1 : size - 1 + length]
    for part in parts:
        whole = whole & (part != BREAK)
    kept = whole & ~edges[parts[0]] & ~edges[parts[-1]] if length else whole
    chosen = [parts[0], parts[-1]] if gap else parts
    runs = pd.DataFrame({place: part[kept] for place, part in enumerate(chosen)}).assign(document=rows[:length][kept])
    return runs.groupby(list(range(len(chosen))), sort=False)["document"].agg(count="size", documents="nunique")


def _spell(terms: Terms, runs: pd.MultiIndex, size: int) -> np.ndarray:
    """Spell the runs as the texts mostly do."""
    length = max(len(terms.ids) - size + 1, 0)
    here = pd.MultiIndex.from_arrays([terms.ids[shift : shift + length] for shift in range(size)])
    run = runs.get_indexer(here) if len(runs) else np.full(length, -1)
    positions = np.flatnonzero((run >= 0) & (terms.rows[:length] == terms.rows[size - 1 : size - 1 + length]))
    return spellings_of(terms, positions, size, run[positions], len(runs))


def _score(terms: Terms, found: pd.DataFrame, size: int, measure: str) -> dict[tuple, float]:
    """Score the runs found by NLTK's measure."""
    ids, _ = terms.running
    words = FreqDist(dict(enumerate(np.bincount(ids, minlength=len(terms.words)).tolist())))
    anywhere = np.zeros(len(terms.words) + 1, dtype=bool)
    if size == 2:
        finder = BigramCollocationFinder(words, FreqDist(found["count"].to_dict()))
        return {run: finder.score_ngram(getattr(BigramAssocMeasures, measure), *run) for run in found.index}
    pairs = FreqDist(_count(terms, 2, terms.rows, anywhere)["count"].to_dict())
    around = FreqDist(_count(terms, 3, terms.rows, anywhere, gap=True)["count"].to_dict())
    finder = TrigramCollocationFinder(words, pairs, around, FreqDist(found["count"].to_dict()))
    return {run: finder.score_ngram(getattr(TrigramAssocMeasures, measure), *run) for run in found.index}
