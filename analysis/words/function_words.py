"""Whose function words say nothing of what texts are about: those of the texts' languages, unless somebody says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.texts.cleaning.languages import fold_language
from analysis.words.terms import Terms, list_listed, load_stop_words, split_terms

AUTO = "auto"  # of the texts' own languages
FEWEST = 0.1  # share of the documents from which on a language's function words are left out of all of them
NEARLY = 0.8  # share of the texts with a function word that must be of its own language
ENGLISH = ("en",)
MARK = "\x1f"  # behind a word where it is a function word, if elsewhere it is none


def is_auto(languages: object) -> bool:
    """Whether somebody asks for the texts' own languages: "auto", or a list of that alone."""
    return languages in (AUTO, [AUTO], (AUTO,))


def choose_listed(languages: str | Iterable[str], documents: pd.DataFrame, fewest: float = FEWEST) -> tuple[str, ...]:
    """Choose the languages whose function words are left out: as given, or with "auto" those of the documents.

    documents: language; fewest: the share of them that a language must have. Of "auto" are the languages of so many
    documents that have a list, those of most first: a few texts in German must not take "war" and "die" from English
    ones. Where none has, English.
    """
    if not is_auto(languages):
        return (languages,) if isinstance(languages, str) else tuple(languages)
    shares = documents["language"].map(fold_language).value_counts(normalize=True)
    listed = list_listed()
    return tuple(name for name, share in shares.items() if share >= fewest and name in listed) or ENGLISH


def list_words_of_few(texts: pd.Series, languages: Sequence[object], left_out: Sequence[str]) -> tuple[str, ...]:
    """List the function words of languages of few texts, which stand nearly always in texts of their own language.

    languages: of each text; left_out: those whose function words are left out of all texts anyway. Of a few Russian
    posts among English articles "и" is such a word; "die" and "war" of a few German ones are not where English
    articles have them too.
    Returns terms, in alphabetical order.
    """
    folded = pd.Series([fold_language(language) for language in languages], dtype=object)
    few = [code for code in list_listed() if code not in left_out and (folded == code).any()]
    if not few:
        return ()
    terms = split_terms(texts)
    spread = np.bincount(terms.counts.indices, minlength=len(terms.words))
    found: set[str] = set()
    for code in few:
        stops = load_stop_words(code)
        listed = np.array([word in stops for word in terms.words], dtype=bool)
        own = terms.counts[np.flatnonzero((folded == code).to_numpy())]
        beside = np.bincount(own.indices, minlength=len(terms.words))
        found.update(terms.words[listed & (beside > 0) & (beside >= NEARLY * spread)])
    return tuple(sorted(found))


def mark_function_words(
    terms: Terms, languages: Sequence[object], listed: Sequence[str]
) -> tuple[Terms, frozenset[str]]:
    """Mark function words by the language of their own text: "war" and "die" are none in English.

    languages: of each text; listed: those whose function words are meant. In a text of none of these the function
    words of all of them are.
    Returns the terms, in which a word that is a function word here and none there is two (behind the one stands MARK),
    and all that are function words.
    """
    folded = [code if (code := fold_language(language)) in listed else None for language in languages]
    row, codes = pd.factorize(pd.Series(folded, dtype=object), use_na_sentinel=False)
    lists = [load_stop_words(*([code] if isinstance(code, str) else listed)) for code in codes]
    table = np.array([[word in stops for word in terms.words] for stops in lists], dtype=bool)
    always = frozenset(terms.words[table.all(axis=0)]) if len(lists) else load_stop_words(*listed)
    parted = table.any(axis=0) & ~table.all(axis=0)
    if not parted.any():
        return terms, always
    words = np.flatnonzero(terms.ids >= 0)
    ids = terms.ids[words]
    here = words[parted[ids] & table[row[terms.rows[words]], ids]]
    doubled, number = np.unique(terms.ids[here], return_inverse=True)
    marked = terms.words[doubled] + MARK
    renumbered = terms.ids.copy()
    renumbered[here] = len(terms.words) + number
    gone = terms.words[np.setdiff1d(doubled, renumbered)]  # a function word wherever it stands
    return replace(
        terms,
        ids=renumbered,
        words=np.concatenate([terms.words, marked]),
        shown=np.concatenate([terms.shown, terms.shown[doubled]]),
    ), always.union(marked, gone)
