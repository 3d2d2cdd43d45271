"""Copies."""

from __future__ import annotations

import pandas as pd


def find_copies(documents: pd.DataFrame) -> pd.DataFrame:
    """Find copies."""
    key = documents["text"].str.casefold()
    first = documents.groupby(key)["doc_id"].transform("first")
    is_copy = first != documents["doc_id"]
    return pd.DataFrame(
        {"doc_id": documents["doc_id"][is_copy], "copy_of": first[is_copy], "kind": "exact", "similarity": 1.0}
    )
