"""What copies change: a mean with all of them, with the first of each alone, with each weighed."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.corpus.filters import keep_copies, weights_by_document
from analysis.estimates import RESAMPLES, describe, estimate_means, sum_by_document
from analysis.estimates.behind import record_units
from analysis.estimates.groups import list_names
from analysis.reading import COPIES


def compare_copies(
    table: pd.DataFrame, value: str, documents: pd.DataFrame, by: str | Sequence[str] = (), seed: int = 0
) -> pd.DataFrame:
    """Set a mean of all documents beside that of the first of each cluster of copies, and of all weighed by 1/size.

    table: one row a unit with doc_id, the value and the columns of `by`; documents: doc_id, copy_of, published.
    Returns one row a group, those that differ most first: the columns of `by`, keep, first, weight (the mean of each
    way), difference (first less keep), low, high (interval of keep); no rows where no document is a copy.
    Raises InputError as `estimate_means`.
    """
    copies = documents["copy_of"].notna().any()
    first = set(keep_copies(documents, "first")["doc_id"])
    ways = {
        "keep": {},
        "first": {doc_id: 0.0 for doc_id in documents["doc_id"] if doc_id not in first},
        "weight": weights_by_document(keep_copies(documents, "weight")),
    }
    sums = sum_by_document(table, value, by)
    times = {way: RESAMPLES if way == "keep" else 1 for way in COPIES}  # the interval shown is that of keep
    made = {
        way: estimate_means(describe(sums, weights=ways[way]), value, by, resamples=times[way], seed=seed)
        for way in COPIES
    }
    result = made["keep"].rename(columns={"estimate": "keep"}).drop(columns=["se", "n", "documents", "missing", "note"])
    for place, way in enumerate(("first", "weight")):
        result.insert(result.columns.get_loc("keep") + 1 + place, way, made[way]["estimate"])
    result.insert(result.columns.get_loc("weight") + 1, "difference", result["first"] - result["keep"])
    result = result if copies else result.head(0)
    order = result["difference"].abs().sort_values(ascending=False, kind="stable").index
    behind = record_units(table, list_names(by), value, cells={"keep": None})
    return describe(result.loc[order].reset_index(drop=True), like=made["keep"], behind=behind)
