"""Feeds (RSS, Atom): one document an item, as much of its text as the feed gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from analysis.texts.readers.page import Content, Note, Settings, Taken, Unreadable
from analysis.texts.readers.tables.decoding import decode_head
from analysis.texts.readers.tables.gathering import gather_rows
from analysis.texts.readers.tables.table import Row, Table

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTAINER = "feed"
SURE = 0.94
MOST_ITEMS = 50_000  # feeds give some tens, their archives some thousands
_GAP = r"(?:\s|<\?[^>]*>|<!--.*?-->|<!DOCTYPE\s+rss(?:[^\[>]|\[.*?\]\s*(?=>))*>)*+"
_ROOT = re.compile(
    rf"{_GAP}<(?:rss\b[^>]*>{_GAP}<channel\b|(?:\w+:)?feed\b[^>]*w3\.org/2005/Atom|rdf:RDF\b[^>]*purl\.org/rss)",
    re.DOTALL,
)
_WHOLE = ("encoded", "content")  # elements that hold a text, and those that hold what it says in short
_SHORT = ("description", "summary")
_FACTS = {  # columns of the table that a feed is made into, by the elements of an item that hold them
    "title": ("title",),
    "published": ("pubDate", "published", "date", "issued", "updated"),
    "author": ("creator", "author"),
    "section": ("category",),
}


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is a feed: by its first element."""
    text = decode_head(content)
    text = (text or "").lstrip("\ufeff")
    return SURE if text.lstrip()[:1] == "<" and _ROOT.match(text) else 0.0


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Give each item as a page; raises Unreadable if the feed is broken or no item has a text."""
    root, broken = _parse_feed(content.read())
    items = list(root.iter("{*}item", "{*}entry"))
    if not items:
        raise Unreadable("a feed without items: it holds nothing, or its channel alone")
    if len(items) > MOST_ITEMS:
        raise Unreadable(f"a feed of {len(items):,} items, the most is {MOST_ITEMS:,}: save them as a table, one a row")
    rows = [_make_row(item, root) for item in items]
    if broken:
        yield Note(content.name, f"broken XML, read as far as it can be: {broken}")
    short = sum(text is not None and not whole for text, whole in map(_text_of, items))
    if short:
        yield Note(content.name, f"{short:,} of {len(items):,} items give a summary and no whole text")
    numbered = partial(_number_rows, rows)
    yield from gather_rows(Table(content.name, f"{content.name}#item=", numbered, "", content.size), settings)


def _number_rows(rows: list[dict[str, str]]) -> Iterator[Row]:
    yield from (Row(number, row) for number, row in enumerate(rows, 1))


def _parse_feed(data: bytes) -> tuple[_Element, str]:
    """The root of a feed, and what is broken in it; no entity is expanded and nothing fetched."""
    from lxml import etree

    options = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    data = data.lstrip(b" \t\r\n")
    try:
        return etree.fromstring(data, etree.XMLParser(**options)), ""
    except (etree.XMLSyntaxError, ValueError) as problem:
        root = etree.fromstring(data, etree.XMLParser(recover=True, **options))
        if root is None:
            raise Unreadable(f"broken XML: {problem}; save the feed again") from problem
        return root, str(problem)


def _make_row(item: _Element, root: _Element) -> dict[str, str]:
    """What an item says, by columns of documents; what all items share from the feed around them."""
    channel = next(root.iter("{*}channel"), root)
    row = {"text": _text_of(item)[0], "url": _link_of(item)}
    row |= {column: _first_of(item, names) for column, names in _FACTS.items()}
    row["outlet"] = _first_of(item, ("source",)) or _first_of(channel, ("title",))
    row["language"] = _first_of(channel, ("language",)) or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    return {column: value for column, value in row.items() if value}


def _text_of(item: _Element) -> tuple[str | None, bool]:
    """The text of an item, and whether it is its whole text."""
    for names in (_WHOLE, _SHORT):
        texts = [_words_of(node) for node in item.iter(*(f"{{*}}{name}" for name in names))]
        if best := max(texts, key=len, default=""):
            return best, names is _WHOLE
    return None, False


def _words_of(node: _Element) -> str:
    """What stands in an element: its text, be it HTML, or the markup of the XHTML in it."""
    from lxml import etree

    if len(node) and any(isinstance(child.tag, str) for child in node):
        return "".join([node.text or "", *(etree.tostring(child, encoding="unicode") for child in node)]).strip()
    return "".join(node.itertext()).strip()


def _first_of(node: _Element, names: tuple[str, ...]) -> str | None:
    """The text of the first child that is called by one of the names, the first of the names before the others."""
    for name in names:
        for child in node.iterchildren(f"{{*}}{name}"):
            named = next(child.iterchildren("{*}name", "{*}title"), child)
            if text := " ".join("".join(named.itertext()).split()) or child.get("term", ""):
                return text
    return None


def _link_of(item: _Element) -> str | None:
    """The address of an item's page: of several links in Atom the one to the page itself."""
    for link in item.iterchildren("{*}link"):
        address = (link.text or "").strip() or link.get("href", "")
        if address and link.get("rel", "alternate") == "alternate":
            return address
    identifier = _first_of(item, ("guid", "id"))
    return identifier if identifier and identifier.startswith(("http://", "https://")) else None
