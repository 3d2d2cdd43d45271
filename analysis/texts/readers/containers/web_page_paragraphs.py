"""Paragraphs that a page does not mark as such: bare text beside headings, between <br><br>, in <pre>, in <div>.

They are put into <p>, so that whatever looks for paragraphs finds them; tables that lay a page out are undone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

FEWEST_WORDS = 10  # of a paragraph by which a cell or a preformatted text is one of prose
ARTICLE_WORDS = 40  # of a cell beside a menu from which the table is no table
LONG_LINES = 100  # characters of a line of preformatted text from which it is no wrapped line but a paragraph
_NAMES = """
address article aside blockquote body button center details dd div dl dt fieldset figcaption figure footer form h1 h2 h3
h4 h5 h6 header hr iframe li main nav object ol p pre section select table tbody td textarea tfoot th thead tr ul video
"""
_BLOCKS = frozenset(_NAMES.split())
_HOLD_TEXT = ("article", "blockquote", "body", "center", "div", "form", "main", "section", "td")
_PHRASES = ("b", "big", "em", "font", "i", "span", "strong")  # around blocks they are used as if they were blocks
_BESIDE = ("aside", "footer", "nav")  # tags of what stands beside an article
UNSEEN = ("script", "style", "noscript", "template")
_HEADINGS = ("h1", "h2", "h3", "h4")
_PARTS = ("table", "tbody", "thead", "tfoot", "tr", "td", "th")
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*(?:\s|\Z)")


def mark_paragraphs(tree: HtmlElement) -> None:
    """Put a page's bare paragraphs into <p>, and make layout tables <div>; changes the tree."""
    _undo_asides(tree)
    around = find_around_blocks(tree)
    for element in [one for one in around if one.tag in _PHRASES]:
        element.tag = "div"
    for element in list(tree.iter("pre")):
        _split_preformatted(element)
    beside = {one.getparent() for one in tree.iter("p")}
    for element in list(tree.iter(*_HOLD_TEXT)):
        _wrap_runs(element, around, beside)
    for table in [one for one in tree.iter("table") if _is_layout(one)]:
        _undo_table(table, around)


def _undo_asides(tree: HtmlElement) -> None:
    """Make what holds the page's only heading and its paragraphs no aside, menu or footer, whatever its tag says."""
    headings = list(tree.iter("h1"))
    for element in headings[0].iterancestors(*_BESIDE) if len(headings) == 1 else ():
        if sum(len("".join(one.itertext()).split()) for one in element.iter("p")) >= ARTICLE_WORDS:
            element.tag = "div"


def find_around_blocks(tree: HtmlElement) -> set[HtmlElement]:
    """Elements with a block in them at any depth."""
    found: set[HtmlElement] = set()
    for block in tree.iter(*_BLOCKS):
        for element in block.iterancestors():
            if element in found:
                break
            found.add(element)
    return found


def _wrap_runs(element: HtmlElement, around: set[HtmlElement], beside: set[HtmlElement]) -> None:
    """Put each run of text that stands bare beside blocks, or apart from others by <br><br>, into a <p>.

    beside: elements with paragraphs in them; this one becomes one of them.
    """
    runs = list(split_runs(element, around))
    if len(runs) < 2 and element not in around and element.getparent() not in beside:
        return  # a label, a caption, a cell of a table; beside paragraphs it is one
    for before, text, children in runs:
        if _is_prose(text, children):
            _wrap(element, before, children)
            beside.add(element)


def split_runs(
    element: HtmlElement, around: set[HtmlElement]
) -> Iterator[tuple[HtmlElement | None, str, list[HtmlElement]]]:
    """Runs of text and phrases within an element: what each follows (None: nothing), its first text, its children."""
    before, text, children = None, element.text or "", []
    for child in list(element):
        block = child.tag in _BLOCKS or child in around
        again = child.tag == "br" and bool(children) and children[-1].tag == "br"
        parted = again and not (children[-1].tail or "").strip()
        if block or parted:
            yield before, text, children
            before, text, children = child, child.tail or "", []
        else:
            children.append(child)
    yield before, text, children


def _is_prose(text: str, children: list[HtmlElement]) -> bool:
    """Whether a run holds a sentence that is no mere list of links."""
    linked, said = 0, text
    for child in children:
        inner = "" if child.tag in UNSEEN else "".join(child.itertext())
        links = [child] if child.tag == "a" else list(child.iter("a"))
        linked += sum(len("".join(link.itertext())) for link in links)
        said += inner + (child.tail or "")
    said = " ".join(said.split())
    return len(said.split()) > 3 and bool(_SENTENCE.search(said)) and 2 * linked <= len(said)


def _wrap(element: HtmlElement, before: HtmlElement | None, children: list[HtmlElement]) -> None:
    paragraph = element.makeelement("p")
    if before is None:
        paragraph.text, element.text = element.text, None
        element.insert(0, paragraph)
    else:
        paragraph.text, before.tail = before.tail, None
        before.addnext(paragraph)
    paragraph.extend(children)


def _split_preformatted(element: HtmlElement) -> None:
    """Make a <pre> of prose a <div> of paragraphs, which blank lines part; code and tables stay as they are."""
    text = "".join(element.itertext())
    lines = [line for line in text.split("\n") if line.strip()]
    parted = re.split(r"\n[ \t\r]*\n", text)
    if len(parted) < 2 and lines and sum(map(len, lines)) > LONG_LINES * len(lines):
        parted = lines
    paragraphs = [" ".join(part.split()) for part in parted if part.strip()]
    if not any(len(part.split()) >= FEWEST_WORDS and _SENTENCE.search(part) for part in paragraphs):
        return
    element.tag, element.text = "div", None
    for child in list(element):
        element.remove(child)
    for part in paragraphs:
        paragraph = element.makeelement("p")
        paragraph.text = part
        element.append(paragraph)


def _is_layout(table: HtmlElement) -> bool:
    """Whether a table lays a page out: by what stands in a cell, or by a menu in one beside the only text."""
    texts, menu = 0, False
    for cell in table.iter("td"):
        if next(cell.iterancestors("table")) is not table:
            return True
        prose = sum(len("".join(one.itertext()).split()) >= FEWEST_WORDS for one in cell.iter("p"))
        if prose > 1 or (prose and next(cell.iter(*_HEADINGS), None) is not None):
            return True
        text = " ".join("".join(cell.itertext()).split())
        texts += len(text.split()) >= ARTICLE_WORDS and bool(_SENTENCE.search(text))
        menu = menu or (bool(text) and not _SENTENCE.search(text) and next(cell.iter("a"), None) is not None)
    return menu and texts == 1


def _undo_table(table: HtmlElement, around: set[HtmlElement]) -> None:
    """Make a table's cells parts of the page; what stands bare in one is a paragraph."""
    own = [one for one in table.iter(*_PARTS) if one is table or next(one.iterancestors("table"), table) is table]
    cells = [one for one in own if one.tag == "td"]
    for element in own:
        element.tag = "div"
    for cell in cells:
        _wrap_runs(cell, around, {cell.getparent()})
