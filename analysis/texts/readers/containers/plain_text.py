"""Plain text in any encoding that the suite reads: one page, whatever stands on it."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.texts.readers.encodings import decode_text
from analysis.texts.readers.formats import recognise_format
from analysis.texts.readers.page import Content, Settings, SourcePage, Taken, Unreadable

CONTAINER = "plain text"
ONE_STORY = {"article": "story"}  # the format of a page that is not to be cut


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is plain text: any may be, so whatever no other kind claims."""
    return 0.5


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Give the file as one page; raises Unreadable if it is no text."""
    text, encoding = decode_text(content.read())
    if not text.strip("\ufeff\u200b \t\r\n\xa0"):
        raise Unreadable("blank: the file holds nothing but blanks")
    form = recognise_format(text)
    if settings.one_document_per_file:
        form = ONE_STORY.get(form, form)
    yield SourcePage(content.name, text, form, {}, encoding, content.size)
