"""One page cleaned: its lines marked, its stories laid out, a row for each of its documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from analysis.texts.characters import straighten
from analysis.texts.cleaning.assembly import PageRows, make_page_rows
from analysis.texts.cleaning.bylines import mark_bylines
from analysis.texts.cleaning.dates import PageDates, mark_dates
from analysis.texts.cleaning.entries import keep_entry_times
from analysis.texts.cleaning.furniture import mark_furniture
from analysis.texts.cleaning.invisible import Plain
from analysis.texts.cleaning.languages import LONGEST, detect_language
from analysis.texts.cleaning.main_text import mark_main_text
from analysis.texts.cleaning.related import cut_related
from analysis.texts.cleaning.repeated import RepeatedLines, mark_repeated_lines
from analysis.texts.cleaning.titles import mark_headings, title_of
from analysis.texts.readers import format_module
from analysis.texts.readers.layouts.file_head import split_head
from analysis.texts.readers.lines import Layout, PageLine, Story, split_lines
from analysis.texts.tokens import count_words


@dataclass
class CleanedPage:
    """A page with its stories apart: its layout, the rows of its characters, its kind, dates and notes."""

    layout: Layout
    pieces: PageRows
    kind: str
    dates: PageDates
    notes: list[str]


def clean_page(raw: str, form: str, repeated: RepeatedLines | None = None) -> CleanedPage:
    """Clean a page of a format into its stories, without the lines that its outlet repeats."""
    module = format_module(form)
    plain = Plain(raw)
    lines = mark_repeated_lines(clean_lines(plain.text, form), repeated)
    layout = module.lay_out(lines)
    return CleanedPage(layout, make_page_rows(raw, plain, layout), module.KIND, PageDates(lines), plain.notes)


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


def tabulate_stories(source: str, doc_ids: list[str], page: CleanedPage, said: list[dict]) -> list[dict]:
    """Set a page's stories out as rows of documents, one a story.

    said: what sources.csv and the file say of the page, the stronger first.
    """
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
                "language": detect_language(straighten(text[:LONGEST])) or told.get("language"),
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


def _date(story: Story, page: CleanedPage, given: dict, told: dict) -> tuple[datetime | None, str | None, str | None]:
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


def notes_of(page: CleanedPage, dated: bool) -> list[str]:
    """What is to be known of a page; of dates in it that were not read, if nothing else dates it."""
    notes = [*page.layout.notes, *page.notes, *([] if dated else page.dates.notes)]
    return notes if page.layout.stories else [*notes, "no text is left of this page"]


def list_identifiers(stem: str, number: str | None, stories: int) -> list[str]:
    """The identifiers of a page's documents: the stem with the number of the row or message, or of the story."""
    if number is None:
        return [f"{stem}-{story:02d}" for story in range(1, stories + 1)]
    return [f"{stem}-{number}" if story == 1 else f"{stem}-{number}-{story:02d}" for story in range(1, stories + 1)]
