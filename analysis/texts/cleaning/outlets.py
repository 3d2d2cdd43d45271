"""Outlets whose names differ only in case or blanks are one outlet."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pandas as pd

from analysis.texts.readers.page import file_of

MOST_NAMED = 5  # spellings that a note names


def unify_outlets(documents: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give outlets that differ only in case, blanks or Unicode form ("BBC News", "bbcnews") their commonest spelling.

    documents: any table with a column outlet. Of spellings with capitals the commonest is taken ("BBC", not "bbc"), of
    those as common as each other the one with more capitals, then the first in the alphabet, whatever the order.
    Returns the documents with their outlets joined, and notes (source, note): one row that names all spellings that
    were joined, at the file of the first document of another spelling, or none.
    """
    names = documents["outlet"].dropna().astype(str)
    spellings: dict[str, Counter] = {}
    for name, count in names.value_counts(sort=False).items():
        spellings.setdefault(fold_outlet(name), Counter())[name] += int(count)
    several = {key: counts for key, counts in spellings.items() if len(counts) > 1}
    chosen = {key: max(sorted(counts), key=lambda name: _rank(name, counts)) for key, counts in spellings.items()}
    renamed = {name: " ".join(chosen[fold_outlet(name)].split()) for name in names.unique()}
    outlets = documents["outlet"].map(renamed).astype("str")
    notes = [(_source_of(documents, several, renamed), _tell_joined(several, renamed))] if several else []
    return documents.assign(outlet=outlets), pd.DataFrame(notes, columns=["source", "note"], dtype="str")


def fold_outlet(name: str) -> str:
    """Give the key that all spellings of an outlet share: small letters, no blanks, one Unicode form."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def _rank(name: str, counts: Counter) -> tuple[bool, int, int]:
    capitals = sum(char.isupper() for char in name)
    return capitals > 0, counts[name], capitals  # a name without a capital is an address's or a file's


def _source_of(documents: pd.DataFrame, several: dict[str, Counter], renamed: dict[str, str]) -> str:
    """Where the first document of a spelling lies that is given up."""
    other = [name for counts in several.values() for name in counts if name != renamed[name]]
    of_other = documents["outlet"].isin(other or [name for counts in several.values() for name in counts])
    return file_of(str(documents.loc[of_other, "source"].iloc[0])) if "source" in documents else ""


def _tell_joined(several: dict[str, Counter], renamed: dict[str, str]) -> str:
    """Say which spellings were joined: "BBC (also as bbc 12)", all of them."""
    said = []
    for counts in several.values():
        kept = renamed[next(iter(counts))]
        others = sorted(name for name in counts if name != kept)
        shown = ", ".join(f"{name} {counts[name]:,}" for name in others[:MOST_NAMED])
        said.append(f"{kept} (also as {shown})")
    number, verb = ("1 outlet stands", "is") if len(said) == 1 else (f"{len(said):,} outlets stand", "are")
    return f"{number} in several spellings and {verb} taken as one each: {', '.join(sorted(said))}"
