"""Whose function words say nothing of what texts are about: those of the texts' languages, unless somebody says."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analysis.texts.cleaning.languages import fold_language
from analysis.words.terms import list_listed

AUTO = "auto"  # of the texts' own languages
FEWEST = 0.1  # share of the documents from which on a language's function words are left out of all of them
ENGLISH = ("en",)


def is_auto(languages: object) -> bool:
    """Whether somebody asks for the texts' own languages: "auto", or a list of that alone."""
    return languages in (AUTO, [AUTO], (AUTO,))


def choose_listed(languages: str | Iterable[str], documents: pd.DataFrame) -> tuple[str, ...]:
    """Choose the languages whose function words are left out: as given, or with "auto" those of the documents.

    documents: language. Of "auto" are the languages of a tenth of the documents or more that have a list, those of most
    first: a few texts in German must not take "war" and "die" from English ones. Where none has, English.
    """
    if not is_auto(languages):
        return (languages,) if isinstance(languages, str) else tuple(languages)
    shares = documents["language"].map(fold_language).value_counts(normalize=True)
    listed = list_listed()
    return tuple(name for name, share in shares.items() if share >= FEWEST and name in listed) or ENGLISH
