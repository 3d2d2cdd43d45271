"""What translation keeps from being said of tone."""

from __future__ import annotations

import pandas as pd

from analysis.findings import Finding
from analysis.prose.found import limit_of
from analysis.prose.phrases import number, verb_for


def list_translated(documents: pd.DataFrame | None) -> list[Finding]:
    """List what translation limits: how many documents are, or may be, translated, and whether outlets differ by it.

    de Vries, Schoonvelde & Schumacher 2018 found machine translation fit for counting words and topics; that does not
    speak for tone, quotations and syntax.
    """
    if documents is None:
        return []
    yes, open_ = int(documents["translated"].fillna(False).sum()), int(documents["translated"].isna().sum())
    found, n = [], len(documents)
    of = {"n": n, "documents": n, "unit": "documents"}
    if yes:
        are = verb_for(yes, "is", "are")
        said = f"{yes:,} of {number(n, 'document')} {are} translated: the words rated are the translator's."
        found.append(limit_of("translated", said, estimate=float(yes), **of))
    alone = documents.assign(translated=documents["translated"].fillna(False)).groupby("outlet")["translated"].nunique()
    if 0 < yes < n - open_ and (alone == 1).all():
        said = "Each outlet is either translated or not: differences between outlets may be translation's."
        found.append(limit_of("translated-outlets", said, **of))
    if open_:
        were = verb_for(open_, "it was", "they were")
        said = f"Of {number(open_, 'document')} it is not known whether {were} translated: tone is less certain."
        found.append(limit_of("translated-unknown", said, estimate=float(open_), **of))
    return found
