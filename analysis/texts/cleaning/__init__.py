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
from analysis.texts.cleaning.dates import DATE_OF_PAGE, date_of_dateline, date_of_line, mark_dates
from analysis.texts.cleaning.duplicates import mark_duplicates
from analysis.texts.cleaning.furniture import mark_furniture
from analysis.texts.cleaning.invisible import Plain
from analysis.texts.cleaning.languages import detect_language
from analysis.texts.cleaning.main_text import mark_main_text
from analysis.texts.cleaning.related import cut_related
from analysis.texts.cleaning.repeated import RepeatedLines, find_repeated_lines, mark_repeated_lines
from analysis.texts.cleaning.titles import mark_headings, title_of
from analysis.texts.readers import format_module
from analysis.texts.readers.lines import Layout, PageLine, Story, split_lines
from analysis.texts.tokens import count_words

__all__ = ["Cleaned", "clean_pages"]

_ASKED = ("source", "format", "text")


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
    page_date: datetime | None


def clean_pages(pages: pd.DataFrame, sources: pd.DataFrame | None = None) -> Cleaned:
    """Clean pages into documents, keeping account of every character.

    pages: one row a page (source, format, text), as `load_pages` gives them. sources: what is known
    of each file, as `load_sources` gives it; it outranks what the text shows.
    Returns Cleaned: documents (one row a story or post; the text begins with its title and keeps the quotation
    marks and apostrophes of the page, blanks made single spaces one for one), spans (one row a
    run of text kept), removed (one row a run left out, with its reason), notes (source, note). A document whose
    text under the title another one had before names that one in the further column duplicate_of.
    Every character of a page is in exactly one span or one removed row; blanks after a run belong to it.
    Raises InputError if a column is missing, a format unknown, or a document's identifier would repeat.
    """
    check_table(pages, "pages", _ASKED)
    known = {} if sources is None else {row["file"]: row for row in sources.to_dict("records")}
    repeated = find_repeated_lines(pages, {name: _given(row, "outlet") for name, row in known.items()})
    documents, spans, removed, notes = [], [], [], []
    for stem, source, form, raw in zip(_name_documents(pages), *(pages[c] for c in _ASKED), strict=True):
        page = _clean_page(raw, form, repeated.get(source))
        doc_ids = [f"{stem}-{number:02d}" for number in range(1, len(page.layout.stories) + 1)]
        documents += _document_rows(source, doc_ids, page, known.get(source, {}))
        spans += [(doc_ids[story], *places[:2], source, *places[2:]) for story, *places in page.pieces.spans]
        removed += [(source, start, end, reason, raw[start:end]) for start, end, reason in page.pieces.removed]
        notes += [(source, note) for note in _notes(page)]
    notes += [(name, _not_read(name, pages["source"])) for name in known if name not in set(pages["source"])]
    return Cleaned(
        make_table("documents", mark_duplicates(documents)).astype({"duplicate_of": "str"}),
        make_table("spans", pd.DataFrame(spans, columns=list(COLUMNS["spans"]))),
        make_table("removed", pd.DataFrame(removed, columns=list(COLUMNS["removed"]))),
        pd.DataFrame(notes, columns=["source", "note"], dtype="str"),
    )


def clean_lines(text: str, form: str = "article") -> list[PageLine]:
    """The lines of a text with characters made alike, each with the reason why it is no part of a story, if any."""
    lines = split_lines(text)
    if format_module(form).KIND == "article":
        return mark_dates(mark_bylines(mark_headings(mark_main_text(mark_furniture(cut_related(lines), form), form))))
    return mark_furniture(lines, form)


def _clean_page(raw: str, form: str, repeated: RepeatedLines | None = None) -> _CleanedPage:
    module = format_module(form)
    plain = Plain(raw)
    lines = mark_repeated_lines(clean_lines(plain.text, form), repeated)
    layout = module.lay_out(lines)
    dates = (date_of_line(line.text) for line in lines if line.reason == DATE_OF_PAGE)
    return _CleanedPage(layout, make_page_rows(raw, plain, layout), module.KIND, next(dates, None))


def _document_rows(source: str, doc_ids: list[str], page: _CleanedPage, known: dict) -> list[dict]:
    rows = []
    for doc_id, story, text in zip(doc_ids, page.layout.stories, page.pieces.texts, strict=True):
        published, published_from = _date(story, page, known)
        rows.append(
            {
                "doc_id": doc_id,
                "source": source,
                "kind": page.kind,
                "title": _title(story, text),
                "text": text,
                "outlet": _given(known, "outlet") or page.layout.outlet,
                "country": _given(known, "country"),
                "language": detect_language(straighten(text)) or _given(known, "language"),
                "translated": _given(known, "translated"),
                "published": published,
                "published_from": published_from,
                "forwarded_from": story.forwarded_from,
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
    """What sources.csv says in a column; None where it says nothing."""
    value = known.get(column)
    return None if value is None or pd.isna(value) else value


def _date(story: Story, page: _CleanedPage, known: dict) -> tuple[datetime | None, str | None]:
    """When a story was published, and whether sources.csv, the text itself or the page around it says so."""
    if (given := _given(known, "published")) is not None:
        return given, "sources"
    for line in story.lines[:4]:
        if date := date_of_line(line.text) or date_of_dateline(line.text):
            return date, "text"
    return (page.page_date, "page") if page.page_date else (None, None)


def _notes(page: _CleanedPage) -> list[str]:
    return page.layout.notes if page.layout.stories else [*page.layout.notes, "no text is left of this page"]


def _not_read(name: str, sources: pd.Series) -> str:
    near = get_close_matches(name, sources.tolist(), n=1)
    return "named in sources.csv but not read" + (f": did you mean {near[0]!r}?" if near else "")


def _name_documents(pages: pd.DataFrame) -> list[str]:
    """What each page's documents are called: the file's stem, or its whole path where two files share a stem."""
    names = pages["source"].tolist()
    stems = [PurePosixPath(name).stem for name in names]
    often = {stem for stem, count in Counter(stems).items() if count > 1}
    return [name if stem in often else stem for name, stem in zip(names, stems, strict=True)]
