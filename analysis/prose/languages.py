"""What language keeps from being measured, in sentences, and what it does to measures that take any language."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analysis.estimates import basis_of
from analysis.estimates.basis import count_of
from analysis.prose.phrases import join, join_some, number, verb_for
from analysis.texts.cleaning.languages import IN_ANOTHER, fold_language

SHOWN = 6  # languages named


def tell_language(*tables: pd.DataFrame) -> str:
    """Say how many units were not measured for their language, "" if none; tables: estimates with a basis.

    Of several tables that which left out most speaks for all.
    """
    bases = sorted((basis_of(table) for table in tables), key=_count_others)
    others = _count_others(bases[-1]) if bases else 0
    if not others:
        return ""
    n, unit = bases[-1].n, bases[-1].unit
    whole = f"{others:,} of {count_of(n + others, unit)}" if n else f"All {count_of(others, unit)}"
    if others == 1 and not n:
        whole = f"The one {count_of(1, unit).partition(' ')[2]}"
    said = f"{whole} {verb_for(others, 'is', 'are')} {IN_ANOTHER} than this measure knows"
    return f"{said}: nothing is said of {verb_for(others, 'it', 'them')}, not even zero."


def caution_languages(documents: pd.DataFrame, listed: str | Iterable[str] = ("en",)) -> str:
    """Say that words of several languages are set against one another, or that no function words are left out.

    documents: language; listed: the languages whose function words are left out. "" where nothing needs saying.
    """
    listed = [listed] if isinstance(listed, str) else list(listed)
    found = documents["language"].map(fold_language).value_counts()
    named = [f"{language} ({number(int(count), 'document')})" for language, count in found.items()]
    said = []
    if len(found) > 1:
        said.append(
            f"**Several languages: {join_some(named, SHOWN)}.** Words of one are never words of another, so part of "
            'what is found here is the language: set `where = {"language": "…"}` to one of them.'
        )
    bare = [language for language in found.index if language not in listed]
    if bare:
        said.append(
            f"Function words of {join(listed)} are left out and not those of {join_some(bare, SHOWN)}: set `languages` "
            "to what the texts are in, where there is a list of it."
        )
    return " ".join(said)


def _count_others(basis: object) -> int:
    return sum(left["count"] for left in basis.left_out if IN_ANOTHER in left["reason"])
