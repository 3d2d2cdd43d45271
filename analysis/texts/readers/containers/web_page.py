"""Web pages as saved by a browser or a crawler: the article and what the page says of it, its furniture left out."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from analysis.texts.readers.containers.web_page_articles import split_articles
from analysis.texts.readers.containers.web_page_facts import facts_of_page, is_article_by_metadata
from analysis.texts.readers.containers.web_page_paragraphs import mark_paragraphs
from analysis.texts.readers.containers.web_page_text import PageBlock, fold_paragraph, text_of_element
from analysis.texts.readers.containers.web_page_tree import decode_page, parse_page, strip_embedded, within_seconds
from analysis.texts.readers.markup import text_of_html
from analysis.texts.readers.page import PLACE, Content, Note, Settings, SourcePage, Taken, Unreadable, file_of
from analysis.texts.tokens import count_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CONTAINER = "web page"
SURE = 0.8  # exports that are HTML too (of archives, of messengers) are surer
LITTLE = 0.1  # share of a page's words; under a third is usual where readers' comments are many
FEW_WORDS = 40  # a page with fewer is looked at for what it is instead of an article
_OPENS = re.compile(
    r"(?:<\?xml[^>]*>|<!--.*?-->|\s+)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_STRUCTURE = re.compile(r"<(?:html|head|body|meta|title|script|div|p|article|table|h[1-6])\b[^<>]*>", re.IGNORECASE)
_CLOSES = re.compile(r"</(?:html|head|body|title|script|div|p|article|table|h[1-6])\s*>", re.IGNORECASE)
_NO_ARTICLE = {
    "an error page": (
        r"\b(?:404|403|500|502|503)\b|not found|error in this document|bad gateway|service unavailable|access denied|"
        r"forbidden|страница не найдена|доступ (?:запрещ|огранич)\w+|seite (?:wurde )?nicht gefunden|"
        r"page (?:introuvable|non trouvée)|página no encontrada"
    ),
    "a check for robots": (
        r"are you a (?:robot|human)|not a robot|just a moment|captcha|verify(?:ing)? (?:that )?you are|unusual traffic|"
        r"enable javascript|checking your browser"
    ),
    "a cookie wall": (
        r"(?:use|uses|accept|allow|reject|manage)(?: all)?(?: of)?(?: our)? cookies|your consent|"
        r"cookies? (?:policy|settings|consent|notice)|verwende[nt]\w* cookies|utilis\w+ des cookies|"
        r"utiliza\w* cookies|использу\w+ (?:файлы )?cookie"
    ),
    "a paywall": (
        r"subscribe (?:to|now)|log ?in to (?:read|continue)|sign in to|already a subscriber|nur für abonnenten|"
        r"réservé aux abonnés|только для подписчиков"
    ),
}


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is a web page: by its tags, never by its name. A text that mentions a tag is none."""
    head = content.head.replace(b"\x00", b"").decode("latin-1").lstrip("ï»¿ÿþ \t\r\n")
    if not head.startswith("<"):
        return 0.0
    if _OPENS.match(head):
        return SURE
    return 0.7 if len(_STRUCTURE.findall(head)) > 2 and _CLOSES.search(head) else 0.0


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Give a page's article; raises Unreadable if it holds none, with what it is instead."""
    markup, encoding = decode_page(content.read())
    page = SourcePage(content.name, markup, "story", {}, encoding, content.size)
    yield from split_web_page(page, settings.one_document_per_file)


def split_web_page(page: SourcePage, one: bool = False) -> Iterator[Taken]:
    """Give the article of a page's HTML, or each of several, and a Note if it is little of the page.

    page: its text is the HTML, what is known of it outranks what the HTML says (its address in an archive). one: it
    is one document whatever stands on it. What is known of the pages that come back has beside columns of documents
    page_words: the words that a reader sees on the page.
    Raises Unreadable if the page holds no article, is too large, or takes too long.
    """
    _silence()
    with within_seconds():
        markup = strip_embedded(page.text)
        tree = parse_page(markup)
        facts = {**facts_of_page(tree, markup, page.known.get("url")), **page.known}
        mark_paragraphs(tree)
        parts = split_articles(tree, one or is_article_by_metadata(tree))
        visible = count_words(text_of_html(markup))
    if len(parts) > 1:
        yield from _split_parts(page, tree, parts, {**facts, "page_words": visible})
        return
    blocks = _cut_title(parts[0][1], tree, facts)
    words = sum(count_words(block.text) for block in blocks)
    if problem := _no_article(blocks, words, tree, facts):
        raise Unreadable(f"{problem}; {visible:,} words on it: save the page of one article")
    yield page._replace(text=join_blocks(blocks), known={**facts, "page_words": visible})
    if words > visible:
        yield Note(page.source, "the article's text stands in the web page's metadata (JSON-LD), not on the page")
    elif words < LITTLE * visible:
        yield Note(page.source, f"{words:,} of {visible:,} words of the web page are its article's")


@cache
def _silence() -> None:
    """Keep trafilatura and its parts quiet: how a page is built is no concern of a researcher."""
    import trafilatura  # noqa: F401  importing it sets its parts' levels

    for name in ("trafilatura", "htmldate", "courlan", "justext", "readability"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _split_parts(
    page: SourcePage, tree: HtmlElement, parts: list[tuple[str | None, list[PageBlock]]], facts: dict
) -> Iterator[Taken]:
    """Each of several articles on one page, under its own heading and without the page's author and date."""
    shared = {name: facts[name] for name in ("outlet", "language", "url", "page_words", "retrieved") if name in facts}
    for at, (title, part) in enumerate(parts, start=1):
        known = {**shared, **({"title": title} if title else {})}
        blocks = _cut_title(part, tree, known)
        number = f"{page.number}-{at:02d}" if page.number else f"{at:02d}"
        source = f"{page.source}{',' if file_of(page.source) != page.source else PLACE}article={at}"
        yield page._replace(source=source, text=join_blocks(blocks), known=known, number=number)
    yield Note(page.source, f"{len(parts)} articles on one web page")


def join_blocks(blocks: list[PageBlock]) -> str:
    """Blocks as a text: a blank line between paragraphs, none between the items of a list or the rows of a table."""
    text = ""
    for at, block in enumerate(blocks):
        close = at and block.kind == blocks[at - 1].kind and block.kind in ("item", "row")
        text += ("\n" if close else "\n\n" if at else "") + block.text
    return text


def _cut_title(blocks: list[PageBlock], tree: HtmlElement, facts: dict) -> list[PageBlock]:
    """Leave the title out if it leads the text, and short lines over it; an h1 that leads is the title."""
    titles = {fold_paragraph(text_of_element(heading)) for heading in tree.iter("h1")} | {
        fold_paragraph(facts.get("title", ""))
    }
    for at, block in enumerate(blocks[:4]):
        if len(block.text) > 300:
            break
        if (words := fold_paragraph(block.text)) and words in titles:
            facts.setdefault("title", block.text)
            return blocks[at + 1 :]
    return blocks


def _no_article(blocks: list[PageBlock], words: int, tree: HtmlElement, facts: dict) -> str | None:
    """What a page is that holds no article; None if it holds one."""
    text = " ".join(block.text for block in blocks)
    if words < FEW_WORDS:
        said = f"{facts.get('title', '')} {text} {'' if text else text_of_element(tree)[:2000]}"
        for name, pattern in _NO_ARTICLE.items():
            if found := re.search(pattern, said, re.IGNORECASE):
                return f"{name}, not an article: it says {found[0]!r}"
    if not text:
        return "a web page without an article"
    front = urlsplit(str(facts.get("url", ""))).path in ("", "/") and "url" in facts
    if front and not is_article_by_metadata(tree) and _is_teasers(blocks):
        return f"a front page ({facts['url']}), not an article"
    return None


def _is_teasers(blocks: list[PageBlock]) -> bool:
    """Whether blocks are headings and short paragraphs by turns, as on front pages."""
    lengths = sorted(len(block.text.split()) for block in blocks)
    headings = sum(block.kind == "head" or 2 * block.linked > len(block.text) for block in blocks)
    return len(blocks) > 5 and (3 * headings >= len(blocks) or lengths[len(lengths) // 2] < 15)
