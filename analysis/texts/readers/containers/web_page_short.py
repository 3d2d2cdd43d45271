"""All text of a short page but its menus and forms: it has too little of it to find an article by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis.texts.readers.containers.web_page_paragraphs import UNSEEN, find_around_blocks, split_runs

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LEFT_OUT = frozenset(("nav", "footer", "aside", "form", "button", "select", "textarea", "iframe", "head", *UNSEEN))
_KINDS = {**dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "head"), "li": "item", "blockquote": "quote"}
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|footer|sidebar|breadcrumbs?|cookies?|comments|copyright|share|social|related"
    r"|newsletter|skip)(?:$|[\s_-])",
    re.IGNORECASE,
)


def split_short_page(tree: HtmlElement) -> Iterator[tuple[str, str, int]]:
    """Kind (p, head, item, quote), text and characters in links of each block of a page, in order.

    Left out are elements that are menus, forms or asides by their tag, their role or the names that they bear.
    """
    body = tree.find("body")
    yield from _split_element(tree if body is None else body, "p", find_around_blocks(tree))


def _split_element(element: HtmlElement, kind: str, around: set[HtmlElement]) -> Iterator[tuple[str, str, int]]:
    kind = _KINDS.get(element.tag, kind)
    for before, text, children in split_runs(element, around):
        if before is not None and before.tag != "br" and not _is_furniture(before):
            yield from _split_element(before, kind, around)
        yield from _split_lines_of_run(kind, text, children)


def _is_furniture(element: HtmlElement) -> bool:
    if element.tag in _LEFT_OUT or element.get("role") in ("navigation", "contentinfo", "search", "dialog"):
        return True
    if element.tag in ("body", "main", "article") or next(element.iter("h1", "article", "main"), None) is not None:
        return False
    return bool(_FURNITURE.search(f"{element.get('class', '')} {element.get('id', '')}"))


def _split_lines_of_run(kind: str, text: str, children: list[HtmlElement]) -> Iterator[tuple[str, str, int]]:
    """The lines of a run, which <br> parts."""
    lines, linked = [text], [0]
    for child in children:
        if child.tag == "br":
            lines.append("")
            linked.append(0)
        elif child.tag not in UNSEEN:
            inner = "".join(child.itertext())
            lines[-1] += inner
            links = [child] if child.tag == "a" else child.iter("a")
            linked[-1] += sum(len(" ".join("".join(link.itertext()).split())) for link in links)
        lines[-1] += child.tail or ""
    for line, count in zip(lines, linked, strict=True):
        if line := " ".join(line.split()):
            yield kind, line, count
