"""Pages to tables."""

from __future__ import annotations

import pandas as pd

from analysis.actors.mentions import find_mentions
from analysis.people.identify import identify_speakers
from analysis.tables import make_table
from analysis.texts.cleaning import clean_pages
from analysis.texts.cleaning.account import account_for_files
from analysis.texts.copies import find_copies
from analysis.texts.sentences import split_sentences
from analysis.voices import assign_voices, find_quotes


def make_tables(pages, sources, aliases, files) -> dict[str, pd.DataFrame]:
    cleaned = clean_pages(pages, sources)
    documents = add_copies(cleaned.documents)
    sentences = split_sentences(documents)
    mentions, register = find_mentions(sentences, aliases)
    quotes = identify_speakers(find_quotes(documents, sentences), register, mentions, sentences)
    return {
        "documents": documents,
        "sentences": assign_voices(sentences, quotes, documents),
        "quotes": quotes,
        "mentions": mentions,
        "spans": cleaned.spans,
        "removed": cleaned.removed,
        "notes": cleaned.notes,
        "files": account_for_files(documents, cleaned.spans, cleaned.removed, files),
    }


def add_copies(documents: pd.DataFrame) -> pd.DataFrame:
    """Add copy_of (the original's doc_id), copy_kind (exact, near, contains) and copy_similarity; NA for no copy.

    See `find_copies` for what a copy is. Nothing is dropped.
    """
    copies = find_copies(documents).rename(columns={"kind": "copy_kind", "similarity": "copy_similarity"})
    columns = ["copy_of", "copy_kind", "copy_similarity"]
    found = copies.set_index("doc_id")[columns].reindex(documents["doc_id"]).set_axis(documents.index)
    return make_table("documents", pd.concat([documents.drop(columns=columns, errors="ignore"), found], axis=1))
