"""Exports of LexisNexis and Nexis Uni as Word document, rich text or web page: one page an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.texts.characters import plain_blanks
from analysis.texts.readers import exports_office as office
from analysis.texts.readers.containers.web_page_tree import decode_page
from analysis.texts.readers.exports import ExportArticle, split_export
from analysis.texts.readers.layouts.lexisnexis import is_nexis_page
from analysis.texts.readers.layouts.lexisnexis_articles import NEXIS, gather_nexis_articles, make_nexis_article
from analysis.texts.readers.lines import split_lines
from analysis.texts.readers.markup import text_of_html
from analysis.texts.readers.page import LARGEST, Content, Settings, Taken

CONTAINER = "LexisNexis export"

_ANCHOR = re.compile(r"<a name=\"?doc_id_\d+[_\d]*\"?\s*>", re.IGNORECASE)
_MARKUP = re.compile(rb"<a name=\"?doc_id_\d|<doc number=\d+>\s*<docfull>|lxncomment|"
                     rb"class=\"c0\".{0,80}\d+ of \d+ documents",
                     re.IGNORECASE | re.DOTALL)  # fmt: skip
_END = re.compile(rb"End of Document|Ende (?:des )?Dokuments?|Fin (?:du|de) document|Einde van (?:het )?document", re.I)
_NUMBER = re.compile(
    rb"\b\d{1,6} of \d{1,6} DOCUMENTS?\b|\bDokument \d{1,6} von \d{1,6}\b|\bDocument \d{1,6} de \d{1,6}\b"
)
_FIELDS = (
    rb"(?i)length ?:|l(?:\xc3\xa4|\xe4|\\'e4)nge ?:|longueur ?:|lengte ?:",
    rb"(?i)load-date ?:|date-chargement ?:|\bupdate ?:",
    rb"(?i)\bbyline ?:|\bautor ?:|\bauteur ?:",
    rb"(?i)\bsection ?:|\brubrik ?:|\brubrique ?:|\brubriek ?:",
    rb"(?i)publication-type ?:|journal-code ?:",
    rb"\nBody\n|\nBody\r|(?i:name=\"body\")|\bBody\\",
)


def recognise_kind(content: Content) -> float:
    """How surely (0 to 1) a file is an export of LexisNexis: by its marks between articles and its fields."""
    head = content.head
    if head.startswith((office.ZIP_START, office.RTF_START)):
        sure = _rate(office.beginning_of_docx(content) if head.startswith(office.ZIP_START) else _whole(content))
        return sure if sure and is_nexis_page(office.beginning_of_text(content)) else 0.0
    if b"<" in head[:2000] and _MARKUP.search(head):
        return 0.95
    return 0.0


def _whole(content: Content) -> bytes:
    if content.size > LARGEST:
        return content.head
    with content.open() as stream:
        return stream.read(LARGEST)


def _rate(text: bytes) -> float:
    fields = sum(re.search(pattern, text) is not None for pattern in _FIELDS)
    return 0.95 if fields >= 2 and (_END.search(text) or _NUMBER.search(text)) else 0.0


def split_pages(content: Content, settings: Settings) -> Iterator[Taken]:
    """Give every article of the export; raises Unreadable if the file is broken or none is in it."""
    encoding = ""
    if content.head.startswith(office.ZIP_START):
        text = "\n".join(office.paragraphs_of_docx(content))
    elif content.head.startswith(office.RTF_START):
        text = office.text_of_rtf_export(content)
    else:
        markup, encoding = decode_page(content.read())
        if _ANCHOR.search(markup):
            yield from split_export(_gather_anchored(markup), content, NEXIS, encoding)
            return
        text = text_of_html(markup)
    yield from split_export(
        gather_nexis_articles(split_lines(plain_blanks(text)), wrapped=False)[1], content, NEXIS, encoding
    )


def _gather_anchored(markup: str) -> list[ExportArticle]:
    """The articles of a web page, each after its anchor; what stands before the first is a cover page."""
    pieces = _ANCHOR.split(markup)[1:]
    return [
        make_nexis_article(split_lines(plain_blanks(text))) for piece in pieces if (text := text_of_html(piece)).strip()
    ]
