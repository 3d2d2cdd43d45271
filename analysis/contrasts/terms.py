"""Keyness: how groups of texts use each word and phrase, one group against the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from analysis.contrasts.contrast import MEASURED_DOCUMENTS, Contrast, compare_group, make_prior
from analysis.contrasts.corpora import gather_groups
from analysis.contrasts.counting import Counted, count_joined, count_terms
from analysis.contrasts.intervals import add_intervals
from analysis.contrasts.own_names import THE_REST
from analysis.contrasts.parts import Part
from analysis.errors import require
from analysis.estimates import RESAMPLES, add_basis, correct_p
from analysis.given import CorpusTables

STRENGTH = 500.0  # words that the prior weighs, but never more than a tenth of all words
FAMILY_DOCUMENTS = 5  # below, no test could find anything, and each one weakens the others
LEVEL = 0.05  # of q, the false discovery rate
SOURCE = "Monroe, Colaresi & Quinn 2008"


def keyness(
    texts: pd.Series | Sequence | CorpusTables,
    groups: Sequence[object] | pd.Series | CorpusTables | str | None = None,
    documents: Sequence[object] | pd.Series | None = None,
    phrases: int = 1,
    languages: str | Iterable[str] = (),
    a_0: float | None = None,
    background: pd.Series | None = None,
    min_documents: int = FAMILY_DOCUMENTS,
    resamples: int = RESAMPLES,
    seed: int = 0,
    by: str = "",
    text_languages: Sequence[object] | pd.Series | None = None,
) -> pd.DataFrame:
    """Compare how groups of texts use words: log-odds with an informative Dirichlet prior.

    Of corpora: keyness(corpus, by="outlet") compares documents by a column (by="voice" passages of one voice),
    keyness(articles, posts) two parts that have no document in common, each named by the filter that made it.
    texts: strings, or lists of tokens, which are taken as they are. groups: the group of each text; without one (NA)
    it is left out. documents: the document of each text, where texts are parts of documents (the speech and the rest
    of one article): whole documents are resampled. phrases: the longest phrase, in words, that counts as a term; a
    token counts once, in a phrase or by itself. languages: whose function words are not listed (they count in totals).
    a_0: words that the prior weighs (500, or a tenth of all words if that is less); background: counts by term that
    its shares come from (all texts). min_documents: a term of fewer is in no test: no q, and no group's word.
    Returns one row a term, if there are two groups: the first (in alphabetical order) against the second; else one
    row a term and group, against all the rest (a term it never uses only if it has an interval), by group and z: term,
    shown (as the texts spell it), group, against, z (delta over its standard error if words were independent draws:
    descriptive), delta (log-odds ratio; above 0: more in the group), low, high (95%, from resampled documents), p
    (from the same), q (p after Benjamini-Hochberg over the family), word_of (the group whose word it is: q < .05 and
    in two of its documents or more; else NA), count, count_rest, per_1000, per_1000_rest (words), documents,
    documents_rest, dp, dp_rest (dispersion, 0 even to 1 in one document), g2, chi2, rank (by z in the group),
    rank_weak_prior, rank_strong_prior (with a tenth of and ten times a_0), note (why there is no interval or no q).
    Of more than two million groups times words, a word that is within one standard error of the rest has no interval
    (its p is that of chance alone), and no row where the group never uses it.
    attrs: units (texts), empty (without a word), only_function_words (in totals alone), without_group, family (rows
    with a q), a_0, basis.
    Raises InputError: lengths that differ, fewer than two groups, a_0 not above 0, an unknown language.
    Source: Monroe, Colaresi & Quinn 2008; Benjamini & Hochberg 1995; Gries 2008 (dispersion).
    """
    require(a_0 is None or a_0 > 0, f"a_0={a_0!r} is not above 0: it is the number of words that the prior weighs.")
    gathered = gather_groups(texts, groups, documents, by)
    texts, groups, documents = gathered or (texts, groups, documents)
    counted = count_terms(texts, groups, documents, phrases, languages, text_languages)
    return _compare(counted, a_0, background, min_documents, resamples, seed)


def keyness_of_parts(
    parts: Iterable[Part],
    languages: str | Iterable[str] = (),
    a_0: float | None = None,
    background: pd.Series | None = None,
    min_documents: int = FAMILY_DOCUMENTS,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> pd.DataFrame:
    """Compare how groups use words, of texts counted in parts by `count_part`: the table of `keyness` of them all.

    parts: in the order of the corpus, no document in two of them. Phrases are not looked for; else as in `keyness`.
    """
    require(a_0 is None or a_0 > 0, f"a_0={a_0!r} is not above 0: it is the number of words that the prior weighs.")
    return _compare(count_joined(parts, languages), a_0, background, min_documents, resamples, seed)


def _compare(
    counted: Counted, a_0: float | None, background: pd.Series | None, min_documents: int, resamples: int, seed: int
) -> pd.DataFrame:
    contrast = _weigh(counted, a_0, background)
    compared = [0] if len(counted.names) == 2 else range(len(counted.names))
    table = pd.concat([compare_group(contrast, number) for number in compared], ignore_index=True)
    table = add_intervals(table, contrast, resamples, seed)
    return _rest(_name(table, counted, min_documents), counted, contrast.strength)


def _weigh(counted: Counted, a_0: float | None, background: pd.Series | None) -> Contrast:
    """Add the prior to the counts."""
    counts = counted.cells.counts
    a_0 = min(STRENGTH, counts.sum() / 10) if a_0 is None else a_0
    return Contrast(counted.cells, make_prior(counted.words, counts, a_0, background), a_0, counted.listed)


def _rest(table: pd.DataFrame, counted: Counted, a_0: float) -> pd.DataFrame:
    """Say what a contrast rests on: texts that have a group and a word."""
    grouped, filled = counted.group >= 0, counted.filled
    table.attrs = {
        "units": len(grouped),
        "empty": int((~filled).sum()),
        "only_function_words": int(counted.only_function_words.sum()),
        "without_group": int((~grouped).sum()),
        "family": int(table["q"].notna().sum()),
        "a_0": float(a_0),
    }
    rows = pd.DataFrame({"doc_id": counted.document[grouped & filled]})
    left_out = {"without a group": (~grouped).sum(), "without a word": (grouped & ~filled).sum()}
    corpus = len(np.unique(counted.document))
    return add_basis(table, rows, left_out=left_out, unit="texts", source=SOURCE, corpus=corpus)


def _name(table: pd.DataFrame, counted: Counted, min_documents: int) -> pd.DataFrame:
    """Put names for numbers, correct p for the family, and say whose word each is."""
    tested = table["p"].notna() & (table["documents"] + table["documents_rest"] >= min_documents)
    table.loc[table["p"].notna() & ~tested, "note"] = f"in fewer than {min_documents} documents: not in the family"
    table["q"] = correct_p(table["p"].where(tested))
    names, two = counted.names, len(counted.names) == 2
    more, less = table["delta"] > 0, table["delta"] < 0
    known = table["q"] < LEVEL
    group = table["group"].map(dict(enumerate(names)))
    table["against"] = names[1] if two else THE_REST
    table["word_of"] = group.where(known & more & (table["documents"] >= MEASURED_DOCUMENTS))
    if two:
        of_rest = known & less & (table["documents_rest"] >= MEASURED_DOCUMENTS)
        table["word_of"] = table["word_of"].where(~of_rest, names[1])
    word = table.pop("word").to_numpy()
    table["group"] = group
    table["term"], table["shown"] = (pd.Series(column[word], dtype="str") for column in (counted.words, counted.shown))
    return table.sort_values(["group", "z", "term"], ascending=[True, False, True], ignore_index=True)[ORDER]


ORDER = [
    "term", "shown", "group", "against", "z", "delta", "low", "high", "p", "q", "word_of", "count", "count_rest",
    "per_1000", "per_1000_rest", "documents", "documents_rest", "dp", "dp_rest", "g2", "chi2",
    "rank", "rank_weak_prior", "rank_strong_prior", "note",
]  # fmt: skip
