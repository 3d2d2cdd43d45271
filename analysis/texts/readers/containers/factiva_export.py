"""Exports of Factiva (Dow Jones) as web page, XML or rich text: one page an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.texts.characters import plain_blanks
from analysis.texts.readers import exports_office as office
from analysis.texts.readers.containers.web_page_tree import decode_page
from analysis.texts.readers.exports import ExportArticle, ExportParagraph, parse_export_date, split_export
from analysis.texts.readers.layouts.factiva import is_factiva_page
from analysis.texts.readers.layouts.factiva_articles import (
    FACTIVA,
    gather_factiva_articles,
    make_coded_article,
    parse_plain_head,
)
from analysis.texts.readers.layouts.factiva_codes import BYLINE, CODES, DOCUMENT_ID, WORD_COUNT
from analysis.texts.readers.lines import split_lines
from analysis.texts.readers.page import LARGEST, Content, Refused, Settings, Taken, Unreadable

CONTAINER = "Factiva export"

_PAGE = re.compile(
    rb"class=[\"'](?:article )?\w{2,4}Article|class=[\"'][^\"']*\w\warticleParagraph|id=[\"']article-", re.I
)
_CODED_PAGE = re.compile(rb"<b>(?:HD|LP|PD|SN)</b>")
_XML = re.compile(
    rb"<(?:\w+:)?(?:ppsarticle(?:ResultSet|Response)?|PPSResponse|distdoc|ArchiveDoc)\b|global\.factiva\.com", re.I
)
_XML_ARTICLE = (b"<headline", b"<leadParagraph", b"<tailParagraphs", b"<accessionNo", b"<sourceName")
_ID = re.compile(rb"\b(?:Document|Dokument|Documento) [A-Za-z0-9]{15,60}\b")
_COUNT = re.compile(rb"\b\d[\d.,]*(?: |\\~)(?:words|mots|W(?:\\'f6|\\u246 ?\??)rter|palabras|parole)\b")
_CELL_END = re.compile(r"[ |]*\|[ |]*$", re.MULTILINE)
_PARAGRAPH = "articleParagraph"


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is an export of Factiva: by the names of its elements, or counts and identifiers."""
    head = content.head
    if head.startswith(office.RTF_START):
        text = _whole(content)
        sure = _ID.search(text) and _COUNT.search(text) and is_factiva_page(office.beginning_of_text(content))
        return 0.94 if sure else 0.0
    if b"<" not in head[:1000]:
        return 0.0
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml") or b"<headline" in head:
        marks = sum(mark in head for mark in _XML_ARTICLE)
        return 0.95 if marks >= 2 and (_XML.search(head) or marks >= 3) else 0.0
    if b"factiva" not in head.lower():
        return 0.0
    text = _whole(content)
    return 0.95 if _PAGE.search(text) and (_PARAGRAPH.encode() in text or _CODED_PAGE.search(text)) else 0.0


def _whole(content: Content) -> bytes:
    if content.size > LARGEST:
        return content.head
    with content.open() as stream:
        return stream.read(LARGEST)


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Give every article of the export; raises Unreadable if the file is broken or none is in it."""
    head = content.head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(office.RTF_START):
        text = _CELL_END.sub("", plain_blanks(office.text_of_rtf_export(content)))
        lines = split_lines(text)
        yield from split_export(gather_factiva_articles(lines, wrapped=False)[1], content, FACTIVA)
    elif head.startswith(b"<?xml") and b"<html" not in head[:2000].lower():
        articles, broken = _gather_xml(content)
        if broken and not articles:
            raise Unreadable(broken)
        yield from split_export(articles, content, FACTIVA)
        if broken:
            yield Refused(f"{content.name}#article={len(articles) + 1:02d}", broken)
    else:
        markup, encoding = decode_page(content.read())
        yield from split_export(_gather_html(markup), content, FACTIVA, encoding)


def _gather_html(markup: str) -> list[ExportArticle]:
    tree = office.parse_export_page(markup)
    found = [node for node in tree.iter("div") if _is_article(node.get("class") or "")]
    found = found or [node for node in tree.iter("div") if "article" in (node.get("class") or "").split()]
    return [_coded(node) or _plain(node) for node in found]


def _is_article(names: str) -> bool:
    """Whether a class is that of one article ("article enArticle"), and not of one around it or of all."""
    return re.search(r"(?:^|\s)[a-z]{2,4}Article(?:\s|$)", names) is not None


def _text(node) -> str:
    return " ".join(plain_blanks("".join(node.itertext())).split())


def _coded(node) -> ExportArticle | None:
    """An article that stands in a table of codes; None if it does not."""
    fields: dict[str, list[str]] = {}
    for row in node.iter("tr"):
        cells = [cell for cell in row if cell.tag == "td"]
        code = _text(cells[0]) if len(cells) == 2 else ""
        if code in CODES and code not in fields:
            paragraphs = [_text(part) for part in cells[1].iter("p")] or [_text(cells[1])]
            fields[code] = [text for text in paragraphs if text]
    return make_coded_article(fields) if len(fields) >= 3 else None


def _plain(node) -> ExportArticle:
    """An article whose fields stand in lines one under another."""
    article = ExportArticle()
    lines: list[str] = []
    for part in node.iter("div", "p", "span", "pre"):
        names = part.get("class") or ""
        if _PARAGRAPH in names or part.tag == "pre":
            article.body.append(ExportParagraph([], _text(part), 1))
        elif "headline" in names.casefold() and "title" not in article.known:
            article.known["title"] = _text(part)
        elif "author" in names.split():
            found = BYLINE.fullmatch(_text(part))
            article.known["author"] = found["names"] if found else _text(part)
        elif part.tag != "span" and not any(child.tag in ("div", "p") for child in part) and (text := _text(part)):
            lines.append(text)
    article.known |= _known_of_lines(lines, article.known)
    return article


def _known_of_lines(lines: list[str], known: dict[str, object]) -> dict[str, object]:
    """What the lines of an article say: a section before the number of words, and what comes after it."""
    facts: dict[str, object] = {}
    count = next((at for at, text in enumerate(lines) if WORD_COUNT.fullmatch(text)), None)
    if count is not None:
        facts = parse_plain_head(lines[count:])[0]
        before = [text for text in lines[:count] if text not in (known.get("title"), known.get("author"))]
        facts |= {"section": before[0]} if before and len(before[0]) < 60 else {}
    identifier = next((found for text in reversed(lines) if (found := DOCUMENT_ID.fullmatch(text))), None)
    return facts | ({"database_id": identifier["id"]} if identifier else {})


def _gather_xml(content: Content) -> tuple[list[ExportArticle], str]:
    """The articles of an XML file, and why the rest could not be read; no entity is expanded, nothing fetched."""
    from lxml import etree

    options = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    articles: list[ExportArticle] = []
    try:
        with content.open() as stream:
            for _, node in etree.iterparse(stream, events=("end",), tag="{*}article", **options):
                articles.append(_of_xml(node))
                node.clear(keep_tail=False)
                while node.getprevious() is not None:
                    del node.getparent()[0]
    except (etree.XMLSyntaxError, OSError, ValueError) as problem:
        return articles, f"broken XML, read up to its mistake: {getattr(problem, 'msg', problem)}; export it again"
    return articles, ""


def _of_xml(node) -> ExportArticle:
    said = {name: [" ".join(_text(part).split()) for part in node.iter(f"{{*}}{name}")]
            for name in ("headline", "byline", "sourceName", "sectionName", "columnName", "edition", "wordCount",
                         "baseLanguage", "accessionNo")}  # fmt: skip
    fields = {
        "HD": said["headline"][:1], "BY": said["byline"][:1], "SN": said["sourceName"][:1],
        "SE": (said["sectionName"] or said["columnName"])[:1], "ED": said["edition"][:1], "WC": said["wordCount"][:1],
        "LA": said["baseLanguage"][:1], "AN": said["accessionNo"][:1],
        "LP": _paragraphs(node, "leadParagraph"), "TD": _paragraphs(node, "tailParagraphs"),
    }  # fmt: skip
    article = make_coded_article({code: parts for code, parts in fields.items() if parts and parts[0]})
    published = next(node.iter("{*}publicationDate"), None)
    dates = [] if published is None else [_text(part) for part in published.iter("{*}dateTime", "{*}date")]
    days = [_text(part) for part in node.iter("{*}publicationTime")]
    written = next((text for text in dates if "T" in text), " ".join([*dates[:1], *days[:1]]))
    article.known |= parse_export_date(written) or (parse_export_date(dates[0]) if dates else {})
    return article


def _paragraphs(node, name: str) -> list[str]:
    """The paragraphs of a part of an article; its whole text where it has none."""
    parts = list(node.iter(f"{{*}}{name}"))
    paragraphs = [_text(inner) for part in parts for inner in part.iter("{*}paragraph")]
    return [text for text in paragraphs or [_text(part) for part in parts] if text]
