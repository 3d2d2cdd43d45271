"""OpenDocument texts (.odt): paragraphs, headings, lists and tables' rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis.texts.readers.containers.archives_members import bytes_of_member, list_zip
from analysis.texts.readers.containers.word_xml import choose_facts, form_of_text, parse_xml, strip_doubtful, tag_of
from analysis.texts.readers.page import Content, Settings, SourcePage, Taken, Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTAINER = "OpenDocument text"
_KIND = b"application/vnd.oasis.opendocument.text"
_UNSEEN = frozenset(("tracked-changes", "annotation", "note-citation", "forms", "sequence-decls"))
_FACTS = {"title": "title", "creator": "file_author", "initial-creator": "file_author", "language": "language"}
_SPACES = 100  # blanks in a row that are written out


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is an OpenDocument text, by the kind that its first member says."""
    return 0.9 if _KIND in content.head[:200] and "content.xml" in list_zip(content) else 0.0


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Give a document's text as one page; raises Unreadable if it is broken, encrypted or empty."""
    if "META-INF/manifest.xml" in list_zip(content) and b"encryption-data" in bytes_of_member(
        content, "META-INF/manifest.xml"
    ):
        raise Unreadable("encrypted: save a copy without its password")
    tree = parse_xml(bytes_of_member(content, "content.xml"), "content.xml")
    text = "\n\n".join(line for body in tree if tag_of(body) == "body" for line in _split_blocks(body))
    if not text.strip():
        raise Unreadable("an OpenDocument text without text")
    facts = {}
    if "meta.xml" in list_zip(content):
        facts = choose_facts(parse_xml(bytes_of_member(content, "meta.xml"), "meta.xml"), _FACTS)
    yield SourcePage(content.name, text, form_of_text(text, settings), strip_doubtful(facts, text), "", content.size)


def _split_blocks(element: _Element) -> Iterator[str]:
    for child in element:
        name = tag_of(child)
        if name in ("p", "h"):
            yield from filter(None, (" ".join(line.split()) for line in _text_within(child).split("\n")))
        elif name == "table-row":
            if row := " | ".join(filter(None, (" ".join(_split_blocks(cell)) for cell in child))):
                yield row
        elif name and name not in _UNSEEN:
            yield from _split_blocks(child)


def _text_within(element: _Element) -> str:
    pieces = [element.text or ""]
    for child in element:
        name = tag_of(child)
        if name == "s":
            count = next((value for key, value in child.attrib.items() if key.endswith("}c")), "1")
            pieces.append(" " * min(int(count) if count.isdecimal() else 1, _SPACES))
        elif name in ("tab", "line-break"):
            pieces.append("\n" if name == "line-break" else " ")
        elif name and name not in _UNSEEN:
            pieces.append(_text_within(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
