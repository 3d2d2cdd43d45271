"""Books (.epub): each chapter is one document."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from analysis.texts.readers.containers.archives_members import bytes_of_member, list_zip, sizes_of_members
from analysis.texts.readers.containers.web_page_facts import parse_timestamp
from analysis.texts.readers.containers.web_page_tree import decode_page
from analysis.texts.readers.containers.word_xml import choose_facts, parse_xml, tag_of
from analysis.texts.readers.markup import text_of_html
from analysis.texts.readers.page import LARGEST, Content, Note, Refused, Settings, SourcePage, Taken, Unreadable
from analysis.texts.tokens import count_words

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTAINER = "EPUB"
INDEX = "META-INF/container.xml"
LARGEST_CHAPTER = 10_000_000
MOST_CHAPTERS = 5_000
FEWEST_WORDS = 20  # of a chapter; what has fewer is a cover or a title page
_FACTS = {"title": "book", "creator": "author", "language": "language", "publisher": "outlet", "date": "date"}
_HEADING = re.compile(r"<(h[1-3])\b[^<>]*>(.*?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_PAGES = ("application/xhtml+xml", "text/html")


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is an EPUB, by the kind that its first member says, or by its index."""
    return 0.9 if b"application/epub+zip" in content.head[:200] or INDEX in list_zip(content) else 0.0


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Give each chapter as a page, in the order of reading; raises Unreadable if the book is broken or locked."""
    if "META-INF/encryption.xml" in list_zip(content) and "META-INF/rights.xml" in list_zip(content):
        raise Unreadable("a book with copy protection: its text cannot be read")
    package, folder = _package_of(content)
    facts = choose_facts(package, _FACTS)
    if parsed := parse_timestamp(facts.pop("date", None)):
        facts |= {"published": parsed[0], "published_precision": parsed[1]}
    short = number = 0
    for name in _check_chapters(content, _list_chapters(package, folder)):
        try:
            markup, encoding = decode_page(bytes_of_member(content, name, LARGEST_CHAPTER))
        except Unreadable as problem:
            yield Refused(f"{content.name}#{name}", str(problem))
            continue
        text, title = _text_and_title(markup)
        if count_words(text) < FEWEST_WORDS:
            short += 1
            continue
        number += 1
        known = {**facts, **({"title": title} if title else {})}
        yield SourcePage(f"{content.name}#{name}", text, "story", known, encoding, content.size, f"{number:02d}")
    if not number:
        raise Unreadable("a book without text")
    if short:
        yield Note(content.name, f"{short} pages of fewer than {FEWEST_WORDS} words (covers, title pages) left out")


def _package_of(content: Content) -> tuple[_Element, str]:
    """The book's list of parts, and the folder that it counts from."""
    index = parse_xml(bytes_of_member(content, INDEX), INDEX)
    paths = [element.get("full-path") for element in index.iter() if tag_of(element) == "rootfile"]
    if not paths or not paths[0]:
        raise Unreadable("damaged: its index names no list of parts")
    return parse_xml(bytes_of_member(content, paths[0]), paths[0]), posixpath.dirname(paths[0])


def _list_chapters(package: _Element, folder: str) -> list[str]:
    """The names of the book's pages in the order of reading, each once, without its table of contents."""
    items = {element.get("id"): element for element in package.iter() if tag_of(element) == "item"}
    names = []
    for element in package.iter():
        item = items.get(element.get("idref")) if tag_of(element) == "itemref" else None
        if item is None or element.get("linear") == "no" or item.get("media-type") not in _PAGES:
            continue
        if "nav" not in (item.get("properties") or "").split():
            names.append(posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or ""))))
    return list(dict.fromkeys(names))


def _check_chapters(content: Content, names: list[str]) -> list[str]:
    """The names of chapters; raises Unreadable if they are more, or together larger, than any book's."""
    if len(names) > MOST_CHAPTERS:
        raise Unreadable(f"a book of {len(names):,} chapters, the most is {MOST_CHAPTERS:,}")
    sizes = sizes_of_members(content)
    if (size := sum(sizes.get(name, 0) for name in names)) > LARGEST:
        raise Unreadable(f"huge: its chapters have {size:,} bytes, the most is {LARGEST:,}")
    return names


def _text_and_title(markup: str) -> tuple[str, str | None]:
    """A chapter's text without the heading that leads it, and that heading."""
    text = text_of_html(markup)
    if (found := _HEADING.search(markup)) and (title := " ".join(text_of_html(found[2]).split())):
        lead, _, rest = text.partition("\n\n")
        if " ".join(lead.split()) == title and rest:
            return rest, title
    return text, None
