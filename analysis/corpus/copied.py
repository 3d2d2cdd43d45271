"""Which documents of a corpus are copies of others, as columns of documents."""

from __future__ import annotations

import pandas as pd

from analysis.tables import make_table
from analysis.texts.copies import find_copies


def add_copies(documents: pd.DataFrame) -> pd.DataFrame:
    """Add copy_of (the original's doc_id), copy_kind (exact, near, contains) and copy_similarity; NA for no copy.

    See `find_copies` for what a copy is. Nothing is dropped.
    """
    copies = find_copies(documents).rename(columns={"kind": "copy_kind", "similarity": "copy_similarity"})
    columns = ["copy_of", "copy_kind", "copy_similarity"]
    found = copies.set_index("doc_id")[columns].reindex(documents["doc_id"])
    return make_table(
        "documents",
        documents.drop(columns=columns, errors="ignore").assign(
            **{column: found[column].to_numpy() for column in columns}
        ),
    )
