"""Keyness: which words and phrases set a group of texts apart from the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd
from scipy.stats import false_discovery_control

from analysis.contrasts.cells import Cells
from analysis.contrasts.contrast import MEASURED_DOCUMENTS, Contrast, compare_group, make_prior
from analysis.contrasts.intervals import FEWEST, add_intervals
from analysis.contrasts.phrases import join_phrases
from analysis.contrasts.picking import find_contexts, pick_terms
from analysis.errors import require, unknown
from analysis.estimates.resampling import RESAMPLES
from analysis.words.terms import Terms, load_stop_words, number_tokens, split_terms, sum_rows

STRENGTH = 500.0  # words that the prior weighs, but never more than a tenth of all words
FAMILY_DOCUMENTS = 5  # below, no test could find anything, and each one weakens the others
LEVEL = 0.05  # of q, the false discovery rate

__all__ = ["compare_by", "find_contexts", "keyness", "pick_terms"]


def keyness(
    texts: pd.Series | Sequence,
    groups: Sequence[object] | pd.Series,
    documents: Sequence[object] | pd.Series | None = None,
    phrases: int = 1,
    languages: str | Iterable[str] = (),
    a_0: float | None = None,
    background: pd.Series | None = None,
    min_documents: int = FAMILY_DOCUMENTS,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> pd.DataFrame:
    """Compare how groups of texts use words: log-odds with an informative Dirichlet prior.

    texts: strings, or lists of tokens, which are taken as they are. groups: the group of each text; texts
    without one (NA) are left out. documents: the document of each text, where texts are parts of documents
    (the speech and the rest of one article): whole documents are resampled.
    phrases: the longest phrase, in words, that counts as a term; a token counts once, in a phrase or by itself.
    languages: whose function words are not listed (they count in the totals).
    a_0: how many words the prior weighs (500 by default, or a tenth of all words if that is less);
    background: counts by term that the prior's shares come from (those of all texts by default).
    min_documents: a term of fewer documents is not in the family of tests: no q, and no group's word.

    Returns one row a term, if there are two groups: the first (in alphabetical order) against the second;
    else one row a term and group: the group against all the rest (a term it never uses only if it has an interval).
    term, shown (as the texts spell it), group, against, z (delta over its standard error if words were
    independent draws: descriptive), delta (log-odds ratio; above 0: more in the group), low, high (95%, from
    resampled documents), p (from the same), q (p after Benjamini-Hochberg over the family), word_of (the
    group whose word it is: q < .05 and in two of its documents or more; else NA), count, count_rest,
    per_1000, per_1000_rest (words), documents, documents_rest, dp, dp_rest (dispersion, 0 even to 1 in
    one document), g2, chi2, rank (by z in the group), rank_weak_prior, rank_strong_prior (with a tenth of and
    ten times a_0), note (why there is no interval or no q). Ordered by group and z.
    attrs: units (texts), empty (without a word), without_group, family (rows with a q), a_0.
    Raises InputError: lengths that differ, fewer than two groups, a_0 not above 0, an unknown language.
    Source: Monroe, Colaresi & Quinn 2008; Benjamini & Hochberg 1995; Gries 2008 (dispersion).
    """
    require(a_0 is None or a_0 > 0, f"a_0={a_0!r} is not above 0: it is the number of words that the prior weighs.")
    terms = _read(texts)
    group, names = _number("groups", groups, len(terms.ends), sort=True)
    document, _ = _number("documents", range(len(group)) if documents is None else documents, len(group))
    require(bool((document >= 0).all()), "documents has missing values: every text must know its document.")
    stop_words = load_stop_words(*([languages] if isinstance(languages, str) else languages)) if languages else ()
    if phrases != 1:
        terms = join_phrases(terms, phrases, document, frozenset(stop_words or load_stop_words("en")))
    require(len(names) >= 2, f"groups names {len(names)} group(s) {names[:1]}: a contrast needs two or more.")
    cells = _cells(terms, group, document, len(names))
    a_0 = min(STRENGTH, cells.counts.sum() / 10) if a_0 is None else a_0
    prior = make_prior(terms.words, cells.counts, a_0, background)
    listed = np.flatnonzero([word not in stop_words for word in terms.words])
    contrast = Contrast(cells, prior, a_0, listed)
    compared = [0] if len(names) == 2 else range(len(names))
    table = pd.concat([compare_group(contrast, number) for number in compared], ignore_index=True)
    table = add_intervals(table, contrast, resamples, seed)
    table = _name(table, terms, names, min_documents)
    table.attrs = {
        "units": len(group),
        "empty": int((np.diff(terms.running[1], prepend=0) == 0).sum()),
        "without_group": int((group < 0).sum()),
        "family": int(table["q"].notna().sum()),
        "a_0": float(a_0),
    }
    return table


def compare_by(units: pd.DataFrame, by: str, **settings: object) -> pd.DataFrame:
    """Contrast units of text by one of their columns, with `keyness`, groups of five documents or more.

    units: doc_id, text and the column `by`. settings: further arguments of `keyness`.
    Returns keyness's table, empty if fewer than two groups are left; attrs["small"] names the groups left out.
    Raises InputError: a column that is not there.
    """
    if by not in units:
        raise unknown("by", by, units.columns)
    sizes = units.groupby(by)["doc_id"].nunique()
    kept = units[units[by].isin(sizes.index[sizes >= FEWEST])]
    many = len(kept[by].unique()) > 1
    table = (
        keyness(kept["text"], kept[by], documents=kept["doc_id"], **settings) if many else pd.DataFrame(columns=ORDER)
    )
    table.attrs["small"] = {str(name): int(size) for name, size in sizes.items() if size < FEWEST}
    return table


def _read(texts: pd.Series | Sequence) -> Terms:
    """Number the words of texts, or tokens as they are."""
    require(not isinstance(texts, str), "texts is one string; give one text, or one list of tokens, a row.")
    values = texts if isinstance(texts, pd.Series) else list(texts)
    first = next((value for value in values if isinstance(value, str) or hasattr(value, "__len__")), "")
    return split_terms(pd.Series(values)) if isinstance(first, str) else number_tokens(values)


def _number(argument: str, values: Sequence[object] | pd.Series, length: int, sort: bool = False) -> tuple:
    """Number the distinct values, -1 for NA; raises InputError if there are not as many as texts."""
    values = pd.Series(values).reset_index(drop=True)
    require(
        len(values) == length, f"{argument} has {len(values)} rows and texts {length}: each text needs one of them."
    )
    numbers, names = pd.factorize(values.astype(object), sort=False)
    if not sort:
        return numbers, list(names)
    order = sorted(range(len(names)), key=lambda place: str(names[place]))
    place = np.append(np.argsort(order), -1)
    return place[numbers], [names[number] for number in order]


def _cells(terms: Terms, group: np.ndarray, document: np.ndarray, n_groups: int) -> Cells:
    """Add up the texts of the same document and group; texts without a group are left out."""
    kept = np.flatnonzero(group >= 0)
    keys, cell = np.unique(document[kept] * n_groups + group[kept], return_inverse=True)
    counts = sum_rows(terms.counts[kept], cell, len(keys))
    numbered = np.unique(keys // n_groups, return_inverse=True)
    return Cells(counts, numbered[1], keys % n_groups, len(numbered[0]), n_groups)


def _name(table: pd.DataFrame, terms: Terms, names: list[object], min_documents: int) -> pd.DataFrame:
    """Put names for numbers, correct p for the family, and say whose word each is."""
    tested = table["p"].notna() & (table["documents"] + table["documents_rest"] >= min_documents)
    table.loc[table["p"].notna() & ~tested, "note"] = f"in fewer than {min_documents} documents: not in the family"
    table["q"] = np.nan
    if tested.any():
        table.loc[tested, "q"] = false_discovery_control(table.loc[tested, "p"].to_numpy(), method="bh")
    two = len(names) == 2
    more, less = table["delta"] > 0, table["delta"] < 0
    known = table["q"] < LEVEL
    group = table["group"].map(dict(enumerate(names)))
    table["against"] = names[1] if two else "the rest"
    table["word_of"] = group.where(known & more & (table["documents"] >= MEASURED_DOCUMENTS))
    if two:
        of_rest = known & less & (table["documents_rest"] >= MEASURED_DOCUMENTS)
        table["word_of"] = table["word_of"].where(~of_rest, names[1])
    word = table.pop("word").to_numpy()
    table["group"] = group
    table["term"], table["shown"] = (pd.Series(column[word], dtype="str") for column in (terms.words, terms.shown))
    return table.sort_values(["group", "z", "term"], ascending=[True, False, True], ignore_index=True)[ORDER]


ORDER = [
    "term", "shown", "group", "against", "z", "delta", "low", "high", "p", "q", "word_of", "count", "count_rest",
    "per_1000", "per_1000_rest", "documents", "documents_rest", "dp", "dp_rest", "g2", "chi2",
    "rank", "rank_weak_prior", "rank_strong_prior", "note",
]  # fmt: skip
