"""Word documents (.docx): paragraphs, headings, lists, tables and footnotes, without deleted text and comments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis.texts.readers.containers.archives_members import bytes_of_member, list_zip
from analysis.texts.readers.containers.word_xml import choose_facts, form_of_text, parse_xml, strip_doubtful, tag_of
from analysis.texts.readers.page import Content, Note, Settings, SourcePage, Taken, Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTAINER = "Word document"
DOCUMENT = "word/document.xml"
_UNSEEN = frozenset(("del", "moveFrom", "instrText", "Fallback", "pPr", "rPr", "tblPr"))
_MARKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": ""}
_FACTS = {"title": "title", "creator": "file_author", "language": "language"}


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is a Word document: a zip with a Word document's part in it."""
    return 0.9 if DOCUMENT in list_zip(content) else 0.0


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Give a document's text as one page; raises Unreadable if it is broken, encrypted or empty."""
    text = "\n\n".join(split_paragraphs(content))
    if not text.strip():
        raise Unreadable("a Word document without text")
    facts = strip_doubtful(_facts_of_word(content), text)
    yield SourcePage(content.name, text, form_of_text(text, settings), facts, "", content.size)
    pictures = sum(name.startswith("word/media/") for name in list_zip(content))
    if pictures and len(text) < 200:
        yield Note(content.name, f"{pictures} pictures, which are not read")


def split_paragraphs(content: Content) -> list[str]:
    """The paragraphs of a Word document in order, footnotes and endnotes last; a table's row is one line."""
    lines = list(_split_part(parse_xml(bytes_of_member(content, DOCUMENT), DOCUMENT)))
    for part in ("word/footnotes.xml", "word/endnotes.xml"):
        if part in list_zip(content):
            lines += _split_part(parse_xml(bytes_of_member(content, part), part))
    return lines


def _split_part(element: _Element) -> Iterator[str]:
    for child in element:
        name = tag_of(child)
        if name == "p":
            yield from filter(None, (" ".join(line.split()) for line in _text_of(child).split("\n")))
            yield from (line for box in _boxes_of(child) for line in _split_part(box))
        elif name == "tr":
            cells = (" ".join(_split_part(cell)) for cell in child if tag_of(cell) == "tc")
            if row := " | ".join(filter(None, cells)):
                yield row
        elif name and name not in _UNSEEN:
            yield from _split_part(child)


def _boxes_of(element: _Element) -> Iterator[_Element]:
    """The boxes that a reader sees beside a paragraph; those within one of them are its own."""
    for child in element:
        name = tag_of(child)
        if name == "txbxContent":
            yield child
        elif name and name not in _UNSEEN:
            yield from _boxes_of(child)


def _text_of(element: _Element) -> str:
    """The text of a paragraph's runs, without what was deleted and what stands in boxes beside it."""
    pieces = []
    for child in element:
        name = tag_of(child)
        if name == "t":
            pieces.append(child.text or "")
        elif name in _MARKS:
            pieces.append(_MARKS[name])
        elif name and name not in _UNSEEN and name != "txbxContent":
            pieces.append(_text_of(child))
    return "".join(pieces)


def _facts_of_word(content: Content) -> dict[str, str]:
    """Title, who made the file, and language, by its properties; the day it was made is no day of publication."""
    part = "docProps/core.xml"
    return choose_facts(parse_xml(bytes_of_member(content, part), part), _FACTS) if part in list_zip(content) else {}
