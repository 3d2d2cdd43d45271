"""What a corpus does not allow to be said: missing dates and outlets, copies, languages, numbers."""

from __future__ import annotations

import pandas as pd

from analysis.estimates import NOT_KNOWN
from analysis.findings import Finding
from analysis.prose.found import limit_of, limits_of_size
from analysis.prose.phrases import number, verb_for


def list_limits(documents: pd.DataFrame, outlets: pd.DataFrame) -> list[Finding]:
    """List what missing dates and outlets, copies, languages and numbers do not allow.

    documents: the corpus's; outlets: from count_documents by outlet.
    """
    n = len(documents)
    of = number(n, "document")
    counts = {
        "undated": int(documents["published"].isna().sum()),
        "no-outlet": int(outlets.loc[outlets["outlet"] == NOT_KNOWN, "documents"].sum()),
        "copies": int(documents["copy_of"].notna().sum()),
        "other-languages": _count_others(documents),
    }
    cases = (
        ("undated", _tell_undated, "documents-by-date"),
        ("no-outlet", _tell_nameless, "words-by-outlet"),
        ("copies", _tell_copies, "copy-flows"),
        ("other-languages", _tell_others, "words-by-language"),
    )
    about = {"n": n, "documents": n, "unit": "documents"}
    found = [
        limit_of(key, tell(counts[key], of), chart=chart, estimate=float(counts[key]), **about)
        for key, tell, chart in cases
        if counts[key]
    ]
    said = "Counts stand for the files that were gathered, for nothing else."
    return [*limits_of_size(n), *found, limit_of("gathered", said, weight=0.0, documents=n)]


def _count_others(documents: pd.DataFrame) -> int:
    if "language" not in documents:
        return 0
    return int((documents["language"].notna() & documents["language"].ne("en")).sum())


def _tell_undated(count: int, of: str) -> str:
    bear = verb_for(count, "bears no date and stands", "bear no date and stand")
    return f"{count:,} of {of} {bear} in nothing that is said over time."


def _tell_nameless(count: int, of: str) -> str:
    return f"For {count:,} of {of} the outlet is not known."


def _tell_copies(count: int, of: str) -> str:
    a_copy, copies = "is a copy of another, and no second witness", "are copies of others, and no second witnesses"
    return f"{count:,} of {of} {verb_for(count, a_copy, copies)}."


def _tell_others(count: int, of: str) -> str:
    are, them = verb_for(count, "is", "are"), verb_for(count, "it", "them")
    return f"{count:,} of {of} {are} not in English: sentiment and the shipped codebooks say nothing of {them}."
