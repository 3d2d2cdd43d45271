"""HTML of Telegram's: its elements by their classes, its text with the breaks that a page shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

BLOCKS = {"blockquote", "pre", "div", "p"}
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def parse_markup(data: bytes) -> html.HtmlElement | None:
    """The tree of a page, mended where it is broken; None if there is nothing in it."""
    parser = html.HTMLParser(encoding="utf-8", recover=True, huge_tree=True, no_network=True, remove_comments=True)
    try:
        return html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def classes_of(element: html.HtmlElement) -> list[str]:
    """The classes of an element."""
    return (element.get("class") or "").split()


def find_by_class(element: html.HtmlElement, *names: str) -> list[html.HtmlElement]:
    """Find the elements within one that have all of these classes, in order."""
    tests = " and ".join(f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')" for name in names)
    return element.xpath(f".//*[{tests}]")


def first_by_class(element: html.HtmlElement, *names: str) -> html.HtmlElement | None:
    """The first element within one that has all of these classes."""
    return next(iter(find_by_class(element, *names)), None)


def text_of_markup(element: html.HtmlElement | None, but: tuple[str, ...] = ()) -> str:
    """An element's text as a page shows it, blanks made single, lines broken where it breaks them.

    but: classes of elements within it that are left out.
    """
    if element is None:
        return ""
    lines = "".join(_pieces(element, but)).split("\n")
    return "\n".join(_BLANKS.sub(" ", line).strip(" ") for line in lines).strip()


def _pieces(element: html.HtmlElement, but: tuple[str, ...]) -> Iterator[str]:
    """The text within an element in order; breaks are line ends, those of the source are blanks."""
    left_out = 0
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if event == "start" and (left_out or _is_left_out(node, element, but)):
            left_out += 1
        elif event == "start":
            yield "\n" if node.tag == "br" or (node.tag in BLOCKS and node is not element) else ""
            yield _source_text(node, node.text)
        elif event == "end":
            left_out -= left_out > 0
            if not left_out and node is not element:
                yield "\n" if node.tag in BLOCKS and not _is_left_out(node, element, but) else ""
                yield _source_text(node.getparent(), node.tail)


def _is_left_out(node: html.HtmlElement, whole: html.HtmlElement, but: tuple[str, ...]) -> bool:
    return node.tag in ("script", "style") or (node is not whole and bool(set(classes_of(node)) & set(but)))


def _source_text(within: html.HtmlElement, text: str | None) -> str:
    return (text or "") if within.tag == "pre" else _BLANKS.sub(" ", text or "")
