"""Dates that a page or a text states of itself; a date told of an event is none of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.texts.cleaning.bylines import BYLINE
from analysis.texts.cleaning.datelines import find_date_behind, find_date_in_dateline, find_date_in_line
from analysis.texts.cleaning.entries import find_entry_dates
from analysis.texts.cleaning.languages import detect_language
from analysis.texts.dates.amounts import ParsedDate
from analysis.texts.dates.columns import date_from, find_order
from analysis.texts.dates.written import Written, parse_written, standing_of
from analysis.texts.readers.layouts.file_head import HEAD, list_head_dates
from analysis.texts.readers.lines import PageLine, Story

DATE_OF_PAGE = "date of the page"
OPENING_LINES = 4  # of a story, in which its own date may stand
_NUMBERS = re.compile(r"\d(?<![\w./-]\d)\d?([./-])\d{1,2}\1(?:19|20)\d\d(?![\w/-]|\.\d)")
_YEARS = [re.compile(rf"{re.escape(mark)}(?:19|20)\d\d") for mark in "./-"]  # searches for a mark are fast ones


def mark_dates(lines: list[PageLine], head: int = 6, tail: int = 3) -> list[PageLine]:
    """Mark the date lines among the first and last kept lines of a page: they are the page's, not the story's.

    A month alone is one below the first line of the head, a year alone only behind a label. Dates that head the
    sections of a text are the text's.
    """
    entries = find_entry_dates(lines)
    kept = [index for index, line in enumerate(lines) if line.reason is None]
    places = {index: place for place, index in enumerate(kept) if place < head or place >= len(kept) - tail}
    return [
        line._replace(reason=DATE_OF_PAGE)
        if index in places and index not in entries and _is_date_line(line.text, 0 < places[index] < head)
        else line
        for index, line in enumerate(lines)
    ]


def _is_date_line(text: str, below_first: bool) -> bool:
    written = find_date_in_line(text)
    if written is None:
        return False
    return bool(written.day or written.label or (written.month and below_first))


def _find_numbers(text: str) -> list[str]:
    """The dates in numbers (24.12.2024) of a text; most have no year behind a mark, which is looked for first."""
    return [found[0] for found in _NUMBERS.finditer(text)] if any(year.search(text) for year in _YEARS) else []


class PageDates:
    """The dates of a page, in the order (day or month first) that the page itself shows.

    of_page: what its date lines say, the published one before others.
    """

    def __init__(self, lines: Sequence[PageLine]) -> None:
        self._lines = lines
        self.order = find_order(_find_numbers("\n".join([line.text for line in lines])))
        self.of_page: ParsedDate | None = None
        self._language: str | None = None
        self._unread: list[str] = []
        self._entries = {lines[at].start for at in find_entry_dates(lines)}
        dated = [(line.text, find_date_in_line(line.text)) for line in lines if line.reason == DATE_OF_PAGE]
        dated += [(line.text, find_date_behind(line.text)) for line in lines if line.reason == BYLINE]
        dated += [
            (text, parse_written(text)) for text in list_head_dates([line for line in lines if line.reason == HEAD])
        ]
        for text, written in sorted(dated, key=lambda entry: standing_of(entry[1]) if entry[1] else 0):
            self.of_page = self.of_page or self._read(text, written)

    @property
    def notes(self) -> list[str]:
        """What could not be read, and why."""
        if not self._unread:
            return []
        why = "the page writes dates both ways" if self.order == "contradictory" else "day and month could be swapped"
        count, named = len(self._unread), ", ".join(map(repr, self._unread[:3]))
        return [f"{count} {'date' if count == 1 else 'dates'} not read ({named}): {why}"]

    def of_story(self, story: Story) -> ParsedDate | None:
        """What one of a story's first lines says that is a date and nothing else, or its dateline."""
        for line in story.lines[:OPENING_LINES]:
            if line.start in self._entries:
                continue
            written = find_date_in_line(line.text) or find_date_in_dateline(line.text)
            if written is not None and written.day and (date := self._read(line.text, written)):
                return date
        return None

    def _read(self, text: str, written: Written | None) -> ParsedDate | None:
        if written is not None and (written.swapped or written.open) and written.mark == ".":
            self._language = self._language or detect_language(" ".join(line.text for line in self._lines[:40])) or ""
        date = date_from(written, self.order, self._language)
        if written is not None and date is None:
            self._unread.append(text)
        return date
