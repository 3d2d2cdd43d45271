"""The XML of office documents and books, read so that it names no file, fetches nothing and does not multiply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.texts.readers.containers.plain_text import ONE_STORY
from analysis.texts.readers.containers.web_page_text import fold_paragraph
from analysis.texts.readers.formats import recognise_format
from analysis.texts.readers.page import Settings, Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_TAGS = 3_000_000  # of a part; 50 MB of a text by Word have two million
LEAD = 1_000  # characters at a text's beginning in which its title stands


def parse_xml(data: bytes, name: str) -> _Element:
    """A part of a document as a tree; entities stay as they are. Raises Unreadable if it is broken or too large."""
    from lxml.etree import XMLParser, XMLSyntaxError, fromstring

    if data.count(b"<") > MOST_TAGS:
        raise Unreadable(f"huge: its part {name} has over {MOST_TAGS:,} tags; save it as plain text")
    parser = XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        return fromstring(data, parser)
    except (XMLSyntaxError, ValueError) as problem:
        raise Unreadable(f"damaged: its part {name} is broken ({problem}); open it and save it again") from problem


def tag_of(element: _Element) -> str:
    """An element's name without its namespace; "" for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def form_of_text(text: str, settings: Settings) -> str:
    """The format of a document's text: what it looks like, one story if files are not to be cut."""
    form = recognise_format(text)
    return ONE_STORY.get(form, form) if settings.one_document_per_file else form


def strip_doubtful(facts: dict[str, object], text: str) -> dict[str, object]:
    """A file's own facts without a title that does not stand at the text's beginning: templates leave others there."""
    title, lead = fold_paragraph(str(facts.get("title", ""))), fold_paragraph(text[:LEAD])
    return {column: value for column, value in facts.items() if column != "title" or (title and title in lead)}


def choose_facts(tree: _Element, names: dict[str, str]) -> dict[str, str]:
    """Facts in a part for metadata: names gives the column for each element's name."""
    facts = {}
    for element in tree.iter():
        value = " ".join("".join(element.itertext()).split()) if tag_of(element) in names else ""
        if 0 < len(value) <= 300:
            facts.setdefault(names[tag_of(element)], value)
    return facts
