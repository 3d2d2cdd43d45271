"""Documents that say the same: marked, never dropped, because how often a text was carried is a finding too."""

from __future__ import annotations

import re
from hashlib import blake2b

import pandas as pd

_NO_WORD = re.compile(r"\W+")
SHORTEST = 50  # characters: shorter texts ("Happy holidays!") agree by chance


def mark_duplicates(documents: list[dict]) -> pd.DataFrame:
    """Add duplicate_of: the doc_id of the first document with the same words, case, marks and title aside."""
    first: dict[bytes, str] = {}
    originals = []
    for document in documents:
        body = document["text"].partition("\n\n")[2] if document["title"] else document["text"]
        words = _NO_WORD.sub(" ", body.casefold()).strip()
        key = blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        same = first.setdefault(key, document["doc_id"]) if len(words) >= SHORTEST else document["doc_id"]
        originals.append(None if same == document["doc_id"] else same)
    return pd.DataFrame(documents).assign(duplicate_of=originals)
