"""Outlets whose names differ only in case or blanks are one outlet."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

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
    renamed, notes = join_outlets([count_outlets(documents)])
    return assign_outlets(documents, renamed), notes


def count_outlets(documents: pd.DataFrame) -> pd.DataFrame:
    """Count the documents of each spelling of an outlet, in a part of a corpus.

    documents: any table with a column outlet, and source if the first document's file is to be said.
    Returns one row a spelling, in the order of their first documents: outlet, documents, source (its file), first (the
    number of the row that it stands in).
    """
    outlets = documents["outlet"].reset_index(drop=True).dropna().astype("str")
    names = outlets.drop_duplicates()
    sources = documents["source"].iloc[names.index].map(file_of) if "source" in documents else [""] * len(names)
    return pd.DataFrame(
        {
            "outlet": names.to_numpy(),
            "documents": names.map(outlets.value_counts()).to_numpy(dtype="int64"),
            "source": pd.Series(list(sources), dtype="str"),
            "first": names.index.to_numpy(dtype="int64"),
        }
    ).astype({"outlet": "str"})


def join_outlets(counts: Iterable[pd.DataFrame]) -> tuple[dict[str, str], pd.DataFrame]:
    """Choose one spelling for each outlet of a corpus, as `unify_outlets` does.

    counts: the table of `count_outlets` of each part, in the order of the parts.
    Returns the name to use for each spelling (`assign_outlets`), and notes (source, note).
    """
    spellings: dict[str, Counter] = {}
    placed: list[tuple[tuple[int, int], str, str]] = []
    for part, table in enumerate(counts):
        for name, count, source, first in table.itertuples(index=False, name=None):
            spellings.setdefault(fold_outlet(name), Counter())[name] += count
            placed.append(((part, first), name, source))
    chosen = {key: max(sorted(counts), key=lambda name: _rank(name, counts)) for key, counts in spellings.items()}
    renamed = {name: " ".join(chosen[key].split()) for key, counts in spellings.items() for name in counts}
    several = {key: counts for key, counts in spellings.items() if len(counts) > 1}
    notes = [(_source_of(placed, several, renamed), _tell_joined(several, renamed))] if several else []
    return renamed, pd.DataFrame(notes, columns=["source", "note"], dtype="str")


def assign_outlets(documents: pd.DataFrame, renamed: Mapping[str, str]) -> pd.DataFrame:
    """Give each document the name of its outlet that `join_outlets` has chosen."""
    return documents.assign(outlet=documents["outlet"].map(renamed).astype("str"))


def fold_outlet(name: str) -> str:
    """Give the key that all spellings of an outlet share: small letters, no blanks, one Unicode form."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def _rank(name: str, counts: Counter) -> tuple[bool, int, int]:
    capitals = sum(char.isupper() for char in name)
    return capitals > 0, counts[name], capitals  # a name without a capital is an address's or a file's


def _source_of(
    placed: list[tuple[tuple[int, int], str, str]], several: dict[str, Counter], renamed: dict[str, str]
) -> str:
    """Where the first document of a spelling lies that is given up."""
    other = {name for counts in several.values() for name in counts if name != renamed[name]}
    other = other or {name for counts in several.values() for name in counts}
    return min(entry for entry in placed if entry[1] in other)[2]


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
