"""From a contrast of thousands of terms to the few that are looked at, and where they stand in the texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from analysis.contrasts.own_names import OWN_NAME
from analysis.errors import require
from analysis.estimates import describe
from analysis.words.concordance import find_hits

PICKED = [
    "group", "rank", "term", "shown", "delta", "low", "high", "z", "q", "sure", "per_1000", "per_1000_rest", "count",
    "count_rest", "documents", "documents_rest", "dp", "rank_weak_prior", "rank_strong_prior",
]  # fmt: skip
_MIRRORED = {"count": "count_rest", "per_1000": "per_1000_rest", "documents": "documents_rest", "dp": "dp_rest"}


def pick_terms(contrast: pd.DataFrame, n_terms: int = 12) -> pd.DataFrame:
    """Pick each group's surest terms (by p; by z where there is none), seen from the group: delta is above 0.

    contrast: from `keyness`; of two groups the second's terms are picked too. A term of one document is passed over,
    and one of an outlet's own name (`compare_by`).
    Returns one row a group and term: group, rank, term, shown, delta, low, high, z, q, sure (q < .05),
    per_1000, per_1000_rest, count, count_rest, documents, documents_rest, dp, rank_weak_prior, rank_strong_prior.
    """
    sides = [contrast]
    if len(contrast["group"].unique()) == 1:
        sides.append(_mirror(contrast))
    table = pd.concat(sides, ignore_index=True)
    in_family = table["q"].notna() | ~table.groupby("group")["q"].transform("any")
    table = table[(table["delta"] > 0) & (table["documents"] >= 2) & in_family & (table["note"] != OWN_NAME)]
    table = table.assign(sure=table["word_of"] == table["group"])
    table = table.sort_values(["group", "p", "z", "term"], ascending=[True, True, False, True])
    table = table.groupby("group", sort=False).head(n_terms)
    table["rank"] = table.groupby("group", sort=False).cumcount() + 1
    return describe(table[PICKED].reset_index(drop=True), like=contrast)


def find_contexts(
    picked: pd.DataFrame,
    texts: pd.Series,
    groups: Sequence[object] | pd.Series,
    documents: Sequence[object] | pd.Series,
    n_contexts: int = 2,
    width: int = 70,
) -> pd.DataFrame:
    """Find where picked terms stand in their group's texts, each time in another document.

    picked: from `pick_terms`; texts, groups, documents: as given to `keyness`.
    Returns one row a context: group, term, left, match, right, document, unit (the index of `texts`).
    """
    require(
        len(texts) == len(groups) == len(documents),
        f"texts, groups, documents have {len(texts)}, {len(groups)}, {len(documents)} rows: they must be as many.",
    )
    groups, documents = pd.Series(list(groups), index=texts.index), dict(zip(texts.index, documents, strict=True))
    own = {group: list(texts[groups == group].items()) for group in picked["group"].unique()}
    rows = [
        (row.group, row.shown, *context, documents[unit], unit)
        for row in picked.itertuples()
        for unit, *context in _first_hits(own[row.group], row, documents, n_contexts, width)
    ]
    table = pd.DataFrame(rows, columns=["group", "term", "left", "match", "right", "start", "end", "document", "unit"])
    return table.drop(columns=["start", "end"])


def _first_hits(
    texts: list[tuple[object, str]], row: tuple, documents: dict, n_contexts: int, width: int
) -> Iterator[tuple]:
    """Find a term's first occurrences in so many different documents."""
    seen = set()
    for hit in find_hits(texts, row.shown if row.term.isupper() else row.term, width):
        if documents[hit[0]] not in seen:
            seen.add(documents[hit[0]])
            yield hit
        if len(seen) >= n_contexts:
            return


def _mirror(contrast: pd.DataFrame) -> pd.DataFrame:
    """See a contrast of two groups from the other side."""
    swapped = contrast.assign(
        group=contrast["against"],
        against=contrast["group"],
        z=-contrast["z"],
        delta=-contrast["delta"],
        low=-contrast["high"],
        high=-contrast["low"],
    )
    for own, rest in _MIRRORED.items():
        swapped[own], swapped[rest] = contrast[rest], contrast[own]
    for rank in ("rank", "rank_weak_prior", "rank_strong_prior"):
        swapped[rank] = len(contrast) + 1 - contrast[rank]
    return swapped
