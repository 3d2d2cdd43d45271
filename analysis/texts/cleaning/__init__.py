"""Pages to documents: characters made alike, furniture out, stories apart, each removal with its reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import NamedTuple

import pandas as pd

from analysis.tables import COLUMNS, check_table, make_table
from analysis.texts.characters import straighten
from analysis.texts.cleaning.assembly import PageRows, make_page_rows
from analysis.texts.cleaning.bylines import mark_bylines
from analysis.texts.cleaning.dates import PageDates, mark_dates
from analysis.texts.cleaning.entries import keep_entry_times
from analysis.texts.cleaning.furniture import mark_furniture
from analysis.texts.cleaning.invisible import Plain
from analysis.texts.cleaning.languages import detect_language
from analysis.texts.cleaning.main_text import mark_main_text
from analysis.texts.cleaning.outlets import unify_outlets
from analysis.texts.cleaning.related import cut_related
from analysis.texts.cleaning.repeated import RepeatedLines, find_repeated_lines, mark_repeated_lines
from analysis.texts.cleaning.titles import mark_headings, title_of
from analysis.texts.readers import format_module
from analysis.texts.readers.layouts.file_head import split_head
from analysis.texts.readers.lines import Layout, PageLine, Story, split_lines
from analysis.texts.readers.page import file_of
from analysis.texts.readers.sources import match_files
from analysis.texts.tokens import count_words

__all__ = ["Cleaned", "clean_pages"]

_ASKED = ("source", "format", "text")
_OF_FILES = {"file", "note", "source", "format", "text", "encoding", "bytes", "number"}  # what is no document's fact


class Cleaned(NamedTuple):
    """What cleaning makes of pages: three tables and notes (source, note) on what a reader should know."""

    documents: pd.DataFrame
    spans: pd.DataFrame
    removed: pd.DataFrame
    notes: pd.DataFrame


@dataclass
class _CleanedPage:
    layout: Layout
    pieces: PageRows
    kind: str
    dates: PageDates
    notes: list[str]


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
    files = {name for source in pages["source"] for name in (source, file_of(source))}
    known = {} if sources is None else {row["file"]: row for row in match_files(sources, files).to_dict("records")}
    rows = pages.to_dict("records")
    said = [[_facts_of(_known_of(known, row["source"])), _facts_of(row)] for row in rows]
    outlets = {
        row["source"]: one.get("outlet") or other.get("outlet") for row, (one, other) in zip(rows, said, strict=True)
    }
    repeated = find_repeated_lines(pages, outlets)
    documents, spans, removed, notes = [], [], [], []
    for stem, row, facts in zip(_name_documents(pages), rows, said, strict=True):
        source, raw = row["source"], row["text"]
        page = _clean_page(raw, row["format"], repeated.get(source))
        doc_ids = _number_documents(stem, _given(row, "number"), len(page.layout.stories))
        documents += _document_rows(source, doc_ids, page, facts)
        spans += [(doc_ids[story], *places[:2], source, *places[2:]) for story, *places in page.pieces.spans]
        removed += [(source, start, end, reason, raw[start:end]) for start, end, reason in page.pieces.removed]
        notes += [(source, note) for note in _notes(page, any("published" in one for one in facts))]
    notes += [(name, _not_read(name, files)) for name in known if name not in files]
    named, joined = unify_outlets(make_table("documents", documents or ()))
    return Cleaned(
        make_table("documents", named),
        make_table("spans", pd.DataFrame(spans, columns=list(COLUMNS["spans"]))),
        make_table("removed", pd.DataFrame(removed, columns=list(COLUMNS["removed"]))),
        pd.concat([pd.DataFrame(notes, columns=["source", "note"], dtype="str"), joined], ignore_index=True),
    )


def clean_lines(text: str, form: str = "article") -> list[PageLine]:
    """The lines of a text with characters made alike, each with the reason why it is no part of a story, if any."""
    lines = split_lines(text)
    if format_module(form).KIND != "article":
        return mark_furniture(lines, "channel")
    head, rest = split_head(lines) if form in ("article", "story") else ([], lines)  # exports have heads of their own
    rest = keep_entry_times(mark_furniture(cut_related(rest), "article"))
    if form == "article":  # a page as it was copied whole; whoever takes other files apart has found the text in them
        rest = mark_main_text(rest)
    return [*head, *mark_dates(mark_bylines(mark_headings(rest)))]


def _clean_page(raw: str, form: str, repeated: RepeatedLines | None = None) -> _CleanedPage:
    module = format_module(form)
    plain = Plain(raw)
    lines = mark_repeated_lines(clean_lines(plain.text, form), repeated)
    layout = module.lay_out(lines)
    return _CleanedPage(layout, make_page_rows(raw, plain, layout), module.KIND, PageDates(lines), plain.notes)


def _document_rows(source: str, doc_ids: list[str], page: _CleanedPage, said: list[dict]) -> list[dict]:
    """One row a story; `said` is what sources.csv and the file say of the page, the stronger first."""
    rows = []
    for doc_id, story, text in zip(doc_ids, page.layout.stories, page.pieces.texts, strict=True):
        given, here = said[0], [*said, story.known, page.layout.known]
        told = {column: value for facts in reversed(here) for column, value in facts.items()}
        published, precision, published_from = _date(story, page, given, told)
        rows.append(
            {
                **told,
                "doc_id": doc_id,
                "source": source,
                "kind": told.get("kind") or page.kind,
                "title": told.get("title") or _title(story, text),
                "text": text,
                "outlet": told.get("outlet") or page.layout.outlet,
                "language": detect_language(straighten(text)) or told.get("language"),
                "published": published,
                "published_precision": precision,
                "published_from": published_from,
                "forwarded_from": story.forwarded_from or told.get("forwarded_from"),
                "words": count_words(text),
            }
        )
    return rows


def _title(story: Story, text: str) -> str | None:
    """A story's title as received: its first line without what `title_of` leaves out at either end."""
    if (title := title_of(story.lines)) is None:
        return None
    start = story.lines[0].text.index(title)
    return text[start : start + len(title)]


def _given(known: dict, column: str) -> object:
    """What is said in a column; None where nothing is."""
    value = known.get(column)
    return None if value is None or pd.isna(value) else value


def _facts_of(row: dict) -> dict:
    """What a row of pages or of sources.csv says of its documents, without what it says of the file."""
    return {column: value for column in row if column not in _OF_FILES and (value := _given(row, column)) is not None}


def _date(story: Story, page: _CleanedPage, given: dict, told: dict) -> tuple[datetime | None, str | None, str | None]:
    """When a story was published, how exactly that is known, and who says so.

    That is sources.csv, the file beside the text, the text itself or the page around it, in this order.
    """
    if "published" in told:
        return told["published"], told.get("published_precision", "day"), "sources" if "published" in given else "file"
    if "published_from" in told:  # the file has a place for the date of each text, and this one's says nothing
        return None, None, None
    if date := page.dates.of_story(story):
        return date.when, date.precision, "text"
    of_page = page.dates.of_page
    return (of_page.when, of_page.precision, "page") if of_page else (None, None, None)


def _known_of(known: dict[str, dict], source: str) -> dict:
    """What sources.csv says of a page, by its place in the file or else by the file."""
    return known.get(source) or known.get(file_of(source)) or {}


def _notes(page: _CleanedPage, dated: bool) -> list[str]:
    """What is to be known of a page; of dates in it that were not read, if nothing else dates it."""
    notes = [*page.layout.notes, *page.notes, *([] if dated else page.dates.notes)]
    return notes if page.layout.stories else [*notes, "no text is left of this page"]


def _not_read(name: str, files: set[str]) -> str:
    near = get_close_matches(name, sorted(files), n=1)
    return "named in sources.csv but not read" + (f": did you mean {near[0]!r}?" if near else "")


def _name_documents(pages: pd.DataFrame) -> list[str]:
    """What each page's documents are called: the file's stem, or its whole path where two files share a stem."""
    names = [file_of(source) for source in pages["source"]]
    stems = {name: PurePosixPath(name).stem for name in names}
    often = {stem for stem, count in Counter(stems.values()).items() if count > 1}
    return [name if stems[name] in often else stems[name] for name in names]


def _number_documents(stem: str, number: str | None, stories: int) -> list[str]:
    """The identifiers of a page's documents: the stem with the number of the row or message, or of the story."""
    if number is None:
        return [f"{stem}-{story:02d}" for story in range(1, stories + 1)]
    return [f"{stem}-{number}" if story == 1 else f"{stem}-{number}-{story:02d}" for story in range(1, stories + 1)]
