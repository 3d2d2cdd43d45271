"""The article of a web page: what trafilatura takes out of it, what it left of the same kind, links to other pages out.

Adrien Barbaresi: Trafilatura (ACL 2021 demonstrations). Its mode for precision gave the best F1 on saved pages; what
is added here looks at a page's elements, never at words of one site.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from analysis.texts.readers.containers.web_page_short import split_short_page

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

FEWEST_WORDS = 15  # of a paragraph that is taken back: shorter ones are captions and labels
FEWEST_CHARACTERS = 100  # that trafilatura must find; of a shorter page all that is no furniture is taken
FEWEST_PARAGRAPHS = 3  # of a part of the page that is taken back
LINKED = 0.8  # share of a line's characters in links from which it is a link to another page
LIST_LINK = 3  # words up to which a linked list item, or what is linked behind a label, may be a name in the article
_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$")
_LABEL = re.compile(r"[^\W\d_][\w'’]{1,20}(?: [\w'’]{1,12}){0,2}:\s")  # Related: Read more: See also:
_IN_TEXT = re.compile(r"\[|\S+\Z")  # a numbered reference; one word, an address
_WORD = re.compile(r"\w+")
_BREAK = "\n"


class PageBlock(NamedTuple):
    """A paragraph, heading (head), list item, quote or row of a table; linked: characters of it in links."""

    kind: str
    text: str
    linked: int = 0


def fold_paragraph(text: str) -> str:
    """A text's words in small letters: the key by which the same paragraph is found in page and extract."""
    return " ".join(_WORD.findall(text.lower()))


def extract_blocks(tree: HtmlElement) -> list[PageBlock]:
    """The blocks of a page's articles in order; none if it holds none. The tree stays as it is."""
    blocks = _extract(tree, precision=True)
    if _characters(blocks) < FEWEST_CHARACTERS:
        blocks = _choose_short(tree, _extract(tree, precision=False))
    return [block for block in add_left_out(tree, blocks) if not leads_elsewhere(block)]


def _extract(tree: HtmlElement, precision: bool) -> list[PageBlock]:
    from trafilatura import bare_extraction

    taken = bare_extraction(
        deepcopy(tree), favor_precision=precision, include_comments=False, include_links=True, with_metadata=False
    )
    return list(_split_body(taken.body)) if taken is not None and taken.body is not None else []


def _characters(blocks: list[PageBlock]) -> int:
    return sum(len(block.text) for block in blocks)


def _choose_short(tree: HtmlElement, taken: list[PageBlock]) -> list[PageBlock]:
    """The blocks of a page on which little was found: all but its menus, or what was taken from its metadata.

    taken: what trafilatura takes where it finds little, which may be all words of the page as one paragraph.
    """
    page = [PageBlock(*block) for block in split_short_page(tree)]
    page = [block for block in page if block.linked <= LINKED * len(block.text) or _is_sentence(block)]
    words = _letters_of(" ".join(block.text for block in taken))
    on_page = any(words in _letters_of(text_of_element(body)) for body in tree.iter("body"))
    if not on_page and _characters(taken) > _characters(page):
        return taken
    if any(map(_is_sentence, page)) and _characters(page) < 10 * FEWEST_CHARACTERS:
        return page
    return [block for block in page if _letters_of(block.text) in words]


def _letters_of(text: str) -> str:
    return fold_paragraph(text).replace(" ", "")


def _is_sentence(block: PageBlock) -> bool:
    return bool(_ENDS.search(block.text)) and len(block.text.split()) > 2


def leads_elsewhere(block: PageBlock) -> bool:
    """Whether a block is a link to another page and no sentence of this one: a headline, "Related: ..."."""
    if label := _LABEL.match(block.text):
        headline = block.text[label.end() :]
        return block.linked > LINKED * len(headline) and len(headline.split()) > LIST_LINK
    if block.linked <= LINKED * len(block.text) or _ENDS.search(block.text) or _IN_TEXT.match(block.text):
        return False
    return block.kind != "item" or len(block.text.split()) > LIST_LINK


def _is_linked_sentence(block: PageBlock) -> bool:
    return bool(_ENDS.search(block.text)) and 2 * block.linked > len(block.text) and not leads_elsewhere(block)


def add_left_out(tree: HtmlElement, blocks: list[PageBlock]) -> list[PageBlock]:
    """Put back paragraphs that were left out though the page marks them like those taken.

    These are the other parts of an article that stands in several of the same kind, and quoted posts and sentences
    that are one link between its paragraphs.
    """
    places = {fold_paragraph(block.text): place for place, block in enumerate(blocks)}
    paragraphs = [(element, text_of_element(element)) for element in tree.iter("p")]
    paragraphs = [(element, text, fold_paragraph(text)) for element, text in paragraphs if text]
    taken = Counter(element.getparent() for element, _, words in paragraphs if words in places)
    last = max((at for at, paragraph in enumerate(paragraphs) if paragraph[2] in places), default=-1)
    parts = _parts_alike(taken, (element for element, text, _ in paragraphs if len(text.split()) >= FEWEST_WORDS))
    whole = " ".join(places)
    place, added = None, {}
    for at, (element, text, words) in enumerate(paragraphs):
        place = places.get(words, place)
        around, block = element.getparent(), PageBlock("p", text, _linked_characters(element))
        between = at < last and len(text.split()) > FEWEST_WORDS // 2
        between = between and (around.tag == "blockquote" or (around in taken and _is_linked_sentence(block)))
        if place is not None and (between or around in parts) and words not in whole:
            added.setdefault(place, []).append(block)
            whole += f" {words}"
    return [one for at, block in enumerate(blocks) for one in [block, *added.get(at, [])]]


def _parts_alike(taken: Counter, paragraphs: Iterable[HtmlElement]) -> set[HtmlElement]:
    """Elements from which nothing was taken, with several paragraphs, of the tag and class of one that was taken."""
    kinds = {_kind(element) for element, count in taken.items() if count > 1 and element.get("class")}
    counts = Counter(parent for element in paragraphs if (parent := element.getparent()) not in taken)
    return {element for element, count in counts.items() if count >= FEWEST_PARAGRAPHS and _kind(element) in kinds}


def _kind(element: HtmlElement) -> tuple:
    """Tag and class of an element and of the one around it."""
    around = element.getparent()
    return element.tag, element.get("class"), None if around is None else (around.tag, around.get("class"))


def text_of_element(element: _Element) -> str:
    """All text within an element, each run of blanks as one."""
    return " ".join("".join(element.itertext()).split())


def _linked_characters(element: HtmlElement) -> int:
    return sum(len(text_of_element(link)) for link in element.iter("a"))


def _split_body(element: _Element) -> Iterable[PageBlock]:
    """The blocks of what trafilatura took out: its elements p, head, list, quote, table, in order."""
    for child in element:
        if child.tag in ("list", "quote", "div") and any(grand.tag in _OF_BLOCKS for grand in child):
            yield from _split_body(child)
        elif child.tag == "table":
            yield from filter(None, (_row(row) for row in child.iter("row")))
        else:
            yield from _split_lines(child)


_OF_BLOCKS = frozenset(("p", "head", "list", "item", "quote", "table"))


def _row(row: _Element) -> PageBlock | None:
    cells = [text for cell in row.iter("cell") if (text := " ".join("".join(_apart(cell)).split()))]
    linked = sum(len(text_of_element(link)) for link in row.iter("ref"))
    return PageBlock("row", " | ".join(cells), linked) if cells else None


def _apart(element: _Element) -> Iterable[str]:
    """The runs of text in an element, a blank around each block in it."""
    yield element.text or ""
    for child in element:
        yield " " if child.tag in _OF_BLOCKS or child.tag == "lb" else ""
        yield from _apart(child)
        yield f" {child.tail or ''}" if child.tag in _OF_BLOCKS else child.tail or ""


def _split_lines(element: _Element) -> Iterable[PageBlock]:
    """An element's lines, which <br> parts, each with its characters in links."""
    text, linked = [""], [0]
    for piece, in_link in _pieces(element, element.tag == "ref"):
        for at, part in enumerate(piece.split(_BREAK)):
            if at:
                text.append("")
                linked.append(0)
            text[-1] += part
            linked[-1] += len(" ".join(part.split())) if in_link else 0
    for line, count in zip(text, linked, strict=True):
        if line := " ".join(line.split()):
            yield PageBlock(element.tag, line, count)


def _pieces(element: _Element, in_link: bool) -> Iterable[tuple[str, bool]]:
    """The runs of text in an element, and whether each stands in a link; <lb> gives a line break."""
    if element.tag == "lb":
        yield _BREAK, in_link
    if element.text:
        yield element.text.replace(_BREAK, " "), in_link
    for child in element:
        yield from _pieces(child, in_link or child.tag == "ref")
        if child.tail:
            yield child.tail.replace(_BREAK, " "), in_link
