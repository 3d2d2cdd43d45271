"""Exports of Europresse (Eureka.cc) as web page: one page an article, of the form since 2015 and of the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from analysis.texts.characters import plain_blanks
from analysis.texts.readers import exports_office as office
from analysis.texts.readers.containers.web_page_tree import decode_page
from analysis.texts.readers.exports import (
    RIGHTS,
    ExportArticle,
    ExportParagraph,
    count_stated,
    parse_export_date,
    split_export,
)
from analysis.texts.readers.page import LARGEST, Content, Settings, Taken

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTAINER = "Europresse export"
EUROPRESSE = "Europresse"

_MARKS = re.compile(rb"class=[\"']?(?:rdp__)?DocPublicationName", re.IGNORECASE)
_ISSUE = re.compile(r",? (?:no|n°|nº|num|vol)\.? ?\d.*$", re.IGNORECASE)
_DOCUMENT_ID = re.compile(r"\b(?:news|web|tr|bio|pdf|rep)·(?P<date>\d{8})·[\w-]+·\S+")
_WORDS = re.compile(
    r"(?<![\w-])(?<!p\. )(?:\d{1,3}(?:[ \u202f.,]\d{3}){1,2}|\d{1,7})\s(?:mots?|words?)\b", re.IGNORECASE
)
_TIME = re.compile(r"\b\d{1,2}[:h]\d\d(?::\d\d)?")
_ARTICLE = re.compile(r"(?=<article[\s>])", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\d{1,2}(?:er)? [^\W\d_]{3,10}\.? (?:19|20)\d\d|[^\W\d_]{3,10}\.? \d{1,2},? (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d"
)
_BYLINE = re.compile(
    r"(?:par|by|propos recueillis par|de notre correspondant[e]?)\s+(?P<names>.{2,150})", re.IGNORECASE
)
_LONGEST_NAMES = 10  # words of a byline; what is longer is text


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is an export of Europresse: by the classes of its elements."""
    if b"<" not in content.head[:1000]:
        return 0.0
    data = content.head
    if not _MARKS.search(data) and b"ocPublicationName" in data and content.size <= LARGEST:
        with content.open() as stream:
            data = stream.read(LARGEST)
    return 0.95 if _MARKS.search(data) and re.search(rb"titreArticle|DocHeader|DocText", data, re.IGNORECASE) else 0.0


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Give every article of the export; raises Unreadable if the file is broken or none is in it."""
    markup, encoding = decode_page(content.read())
    nodes = list(_split_articles(markup))
    articles = [_of_element(node) for node in nodes] or _gather_old(office.parse_export_page(markup))
    yield from split_export(articles, content, EUROPRESSE, encoding)


def _split_articles(markup: str) -> Iterator[_Element]:
    """The articles' elements, each parsed apart: one that is not closed reaches into no other."""
    pieces: list[str] = []
    for piece in _ARTICLE.split(markup)[1:]:
        if pieces and not _MARKS.search(piece.encode("utf-8", "replace")):
            pieces[-1] += piece  # an element in an article
        else:
            pieces.append(piece)
    for piece in pieces:
        node = next(office.parse_export_page(piece).iter("article"), None)
        if node is not None and _first(node, "DocPublicationName") is not None:
            yield node


def _text(node) -> str:
    return " ".join(plain_blanks("".join(node.itertext())).split()) if node is not None else ""


def _all(node, name: str) -> list:
    """Elements of a class below a node, in order; the letters' case does not matter."""
    return [part for part in node.iter() if name.casefold() in _classes(part)]


def _classes(node) -> list[str]:
    return (node.get("class") or "").casefold().split() if isinstance(node.tag, str) else []


def _first(node, name: str):
    return next(iter(_all(node, name)), None)


def _of_element(node) -> ExportArticle:
    """An article that stands in an element of its own."""
    article = ExportArticle()
    name = _first(node, "DocPublicationName")
    pieces = [" ".join(plain_blanks(piece).split()) for piece in name.itertext()]
    header = " ".join(_text(part) for part in _all(node, "DocHeader"))
    title = _first(node, "titreArticleVisu")
    title = title if title is not None and _text(title) else _first(node, "titreArticle")
    article.known = {
        "outlet": _ISSUE.sub("", next((piece for piece in pieces if piece), "")).strip(" ,;"),
        "title": _text(title),
        "author": _author_of(node),
        **_known_of_header(header),
    }
    identifier = _DOCUMENT_ID.search(_text(node))
    if identifier:
        article.known["database_id"] = identifier[0]
        article.known = parse_export_date(identifier["date"]) | article.known
    article.known = {column: value for column, value in article.known.items() if value not in ("", None)}
    article.body = [ExportParagraph([], text, 1) for text in _paragraphs(node)]
    return article


def _known_of_header(header: str) -> dict[str, object]:
    """What a line such as "Politique, mardi 14 mars 2006, p. 12" says: section, date, number of words."""
    known = dict(parse_export_date(header))
    found = _DATE.search(header)
    if found:
        section = _WEEKDAY.sub("", header[: found.start()]).strip(" ,;-–")
        known |= {"section": section} if section else {}
    words = _WORDS.search(_TIME.sub("; ", _DATE.sub("; ", header)))
    return known | ({"words_stated": count_stated(words[0])} if words else {})


def _author_of(node) -> str:
    """Who wrote an article: the element of authors, or the one after the title that has no class."""
    if text := _text(_first(node, "docAuthors")):
        return _strip_byline(text)
    for part in _all(node, "sm-margin-bottomNews"):  # a byline, a heading over the title, or the title
        text = _text(part)
        named = 2 <= len(text.split()) <= _LONGEST_NAMES and all(word[0].isupper() for word in text.split())
        if (named or _BYLINE.fullmatch(text)) and "titrearticlevisu" not in _classes(part):
            return _strip_byline(text)
    title = _first(node, "titreArticle")
    after = title.getnext() if title is not None else None
    if after is not None and after.tag in ("div", "p") and not _classes(after):
        text = _text(after)
        return _strip_byline(text) if len(text.split()) <= _LONGEST_NAMES else ""
    return ""


def _strip_byline(text: str) -> str:
    found = _BYLINE.fullmatch(text)
    return (found["names"] if found else text).strip(" ;,")


def _paragraphs(node) -> list[str]:
    """The paragraphs of an article's text, without its notes, pictures and footer."""
    for parts in (_all(node, "docOcurrContainer"), _all(node, "DocText"), list(node.iter("section"))):
        if texts := [text for part in parts if not _lies_in(part, parts) for text in _blocks(part)]:
            return texts
    return []


def _lies_in(part, parts: list) -> bool:
    return any(ancestor in parts for ancestor in part.iterancestors())


_BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "br", "table", "tr", "ul", "ol", "pre"}
_LEFT_OUT = {"aside", "footer", "style", "script", "button", "img", "header"}


def _blocks(part) -> list[str]:
    """The text of an element, cut where its blocks and line breaks part it."""
    pieces: list[str] = []

    def walk(node) -> None:
        if isinstance(node.tag, str) and node.tag not in _LEFT_OUT:
            parts_text = node.tag in _BLOCKS
            pieces.append("\n" * parts_text + (node.text or "").replace("\n", " "))
            for child in node:
                walk(child)
            pieces.append("\n" * parts_text)
        pieces.append((node.tail or "").replace("\n", " ") if node is not part else "")

    walk(part)
    lines = (" ".join(plain_blanks(line).split()) for line in "".join(pieces).split("\n"))
    return [line for line in lines if line]


def _gather_old(tree) -> list[ExportArticle]:
    """Articles of the older form: from one publication's name to the next, lines that breaks part."""
    articles: list[ExportArticle] = []
    headers: list[str] = []
    for kind, text in _walk_old(tree):
        if kind == "docpublicationname":
            if not articles or articles[-1].known.get("title") or articles[-1].body:
                articles.append(ExportArticle(known={"outlet": _ISSUE.sub("", text).strip(" ,;")}))
                headers = []
        elif not articles:
            continue
        elif kind == "docheader":
            headers.append(text.strip(" ,"))
            articles[-1].known |= _known_of_header(", ".join(headers))
        elif kind == "titrearticlevisu":
            articles[-1].known["title"] = text
        elif articles[-1].known.get("title"):
            articles[-1].body.append(ExportParagraph([], text, 1))
    return [_settle_old(article) for article in articles]


def _walk_old(tree) -> Iterator[tuple[str, str]]:
    """The pieces of a page in order: those with a class that says what they are, and lines of text between them."""
    named = {"docpublicationname", "docheader", "titrearticlevisu"}
    line: list[str] = []
    stack = [(tree, False)]
    while stack:
        node, ended = stack.pop()
        if ended:
            line.append(node.tail or "")
            continue
        if not isinstance(node.tag, str) or node.tag in ("style", "script", "head"):
            line.append(node.tail or "")
            continue
        kind = next((name for name in _classes(node) if name in named), "")
        if kind or node.tag in _BLOCKS or node.tag in ("td", "hr"):
            text, line = " ".join(plain_blanks("".join(line)).split()), []
            if text:
                yield "", text
        if kind:
            yield kind, _text(node)
            line = [node.tail or ""]
            continue
        line.append(node.text or "")
        stack.append((node, True))
        stack += [(child, False) for child in reversed(node)]
    text = " ".join(plain_blanks("".join(line)).split())
    if text:
        yield "", text


def _settle_old(article: ExportArticle) -> ExportArticle:
    """Take the byline before the text, and the copyright line and the notices after it, out of the text."""
    texts = [part.text for part in article.body]
    if len(texts) > 1 and len(texts[0].split()) <= _LONGEST_NAMES and not re.search(r"[.!?…]$", texts[0]):
        article.known["author"] = _strip_byline(texts.pop(0))
    last = next((at for at in range(max(len(texts) - 8, 0), len(texts)) if _ends_text(texts[at])), len(texts))
    article.body = [ExportParagraph([], text, 1) for text in texts[:last]]
    return article


def _ends_text(text: str) -> bool:
    return bool(RIGHTS.match(text) and len(text) < 200) or text.startswith(
        ("news·", "Numéro de document", "Ce certificat")
    )
