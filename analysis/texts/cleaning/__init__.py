"""Pages to documents: characters made alike, furniture out, stories apart, each removal with its reason.

`clean_pages` does it at once. For a corpus in parts it comes apart into functions that look at one part
(`list_lines`, `count_places`, `clean_partition`, `count_outlets`, `assign_outlets`) and functions that join what these
counted (`stems_of`, `match_sources`, `join_line_counts`, `choose_repeated_lines`, `join_outlets`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from analysis.tables import COLUMNS, check_table, make_table
from analysis.texts.cleaning.known import gather_facts, list_unread, match_sources, outlets_of, stems_of, value_of
from analysis.texts.cleaning.outlets import unify_outlets
from analysis.texts.cleaning.page import clean_lines, clean_page, list_identifiers, notes_of, tabulate_stories
from analysis.texts.cleaning.repeated import RepeatedLines, find_repeated_lines
from analysis.texts.readers.page import file_of

__all__ = ["Cleaned", "clean_lines", "clean_pages", "clean_partition"]

_ASKED = ("source", "format", "text")


class Cleaned(NamedTuple):
    """What cleaning makes of pages: three tables and notes (source, note) on what a reader should know."""

    documents: pd.DataFrame
    spans: pd.DataFrame
    removed: pd.DataFrame
    notes: pd.DataFrame


def clean_pages(pages: pd.DataFrame, sources: pd.DataFrame | None = None) -> Cleaned:
    """Clean pages into documents, keeping account of every character.

    pages: one row a page (source, format, text; number and further columns where a file says more of it), as
    `load_pages` gives them. sources: what is known of each file, as `load_sources` gives it; it outranks what
    the file says, and that what the text shows.
    Returns Cleaned: documents (one row a story or post; the text keeps the quotation
    marks and apostrophes of the page, blanks made single spaces one for one; what files and sources.csv say beyond
    the columns of the table stands in columns after them), spans (one row a
    run of text kept), removed (one row a run left out, with its reason), notes (source, note).
    Every character of a page is in exactly one span or one removed row; blanks after a run belong to it.
    Raises InputError if a column is missing, a format unknown, or a document's identifier would repeat.
    """
    check_table(pages, "pages", _ASKED)
    known = match_sources(sources, pages["source"])
    repeated = find_repeated_lines(pages, outlets_of(pages, known))
    cleaned = clean_partition(pages, stems_of(pages["source"]), known, repeated)
    documents, joined = unify_outlets(cleaned.documents)
    notes = [cleaned.notes, list_unread(known, pages["source"]), joined]
    return cleaned._replace(documents=documents, notes=pd.concat(notes, ignore_index=True))


def clean_partition(
    pages: pd.DataFrame,
    stems: Mapping[str, str],
    known: pd.DataFrame | None = None,
    repeated: Mapping[str, RepeatedLines] | None = None,
) -> Cleaned:
    """Clean some pages of a corpus into documents; what must be known of all its pages is given.

    pages: as for `clean_pages`; stems: what the documents of each file are called, from `stems_of`; known: what
    sources.csv says, from `match_sources`; repeated: the lines that the outlet of each page repeats, by its source,
    from `assign_repeated_lines`.
    Returns Cleaned, outlets as each page calls them (`join_outlets` unifies them); the parts' tables one after the
    other are those of the whole. That no doc_id stands in two parts is left to check: `check_table` of all of them.
    Raises InputError as `clean_pages`.
    """
    documents, spans, removed, notes = [], [], [], []
    numbers = pages["number"] if "number" in pages else [None] * len(pages)
    rows = zip(pages["source"], pages["format"], pages["text"], numbers, gather_facts(pages, known), strict=True)
    for source, form, raw, number, facts in rows:
        page = clean_page(raw, form, None if repeated is None else repeated.get(source))
        number = value_of({"number": number}, "number")
        doc_ids = list_identifiers(stems[file_of(source)], number, len(page.layout.stories))
        documents += tabulate_stories(source, doc_ids, page, facts)
        spans += [(doc_ids[story], *places[:2], source, *places[2:]) for story, *places in page.pieces.spans]
        removed += [(source, start, end, reason, raw[start:end]) for start, end, reason in page.pieces.removed]
        notes += [(source, note) for note in notes_of(page, any("published" in one for one in facts))]
    return Cleaned(
        make_table("documents", documents or ()),
        make_table("spans", pd.DataFrame(spans, columns=list(COLUMNS["spans"]))),
        make_table("removed", pd.DataFrame(removed, columns=list(COLUMNS["removed"]))),
        pd.DataFrame(notes, columns=["source", "note"], dtype="str"),
    )
