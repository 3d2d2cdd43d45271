"""Exports of LexisNexis and Nexis Uni as text: many articles in one file, each between its fields.

Two generations: "1 of 10 DOCUMENTS" before each article, fields in capitals, lines wrapped; and title, outlet, date,
fields, "Body", "Classification", "End of Document", a paragraph a line.
"""

from __future__ import annotations

import re

from analysis.texts.readers.exports import lay_out_export
from analysis.texts.readers.layouts.lexisnexis_articles import NEXIS, gather_nexis_articles
from analysis.texts.readers.lines import Layout, PageLine

FORMAT = "lexisnexis"
KIND = "article"

_MARKER_LINE = re.compile(
    r"^[ \t\xa0]*(?:FOCUS - )?(?:\d{1,6} (?:of|von|de|van) \d{1,6} (?:DOCUMENTS?|DOKUMENTE?N?|DOCUMENTEN|DOCUMENTOS?)|"
    r"(?:Dokument|Document|DOKUMENT|DOCUMENT) \d{1,6} (?:of|von|de|van) \d{1,6})[ \t\xa0]*\r?$",
    re.MULTILINE,
)
_END_LINE = re.compile(
    r"^[ \t\xa0]*(?:End of Document|Ende (?:des )?Dokuments?|Fin (?:du|de) document|Einde van (?:het )?document|"
    r"Fin del documento)[ \t\xa0]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
_FIELDS = {
    reason: re.compile(rf"^[ \t]*(?:{names})[ \xa0]?:(?:[ \t\xa0]|\r?$)", re.MULTILINE)
    for reason, names in {
        "author": "BYLINE|Byline|AUTOR|AUTEUR|Auteur",
        "section": "SECTION|Section|RUBRIK|Rubrik|RUBRIQUE|Rubrique|RUBRIEK",
        "length": "LENGTH|Length|LÄNGE|Länge|LONGUEUR|Longueur|LENGTE|Lengte|LONGITUD",
        "loaded": "LOAD-DATE|Load-Date|UPDATE|DATE-CHARGEMENT|Load Date",
        "language": "LANGUAGE|Language|SPRACHE|Sprache|LANGUE|Langue|TAAL",
        "type": "PUBLICATION-TYPE|Publication-Type|TYPE-PUBLICATION|JOURNAL-CODE|ZEITUNGS-CODE",
    }.items()
}
_BODY_LINE = re.compile(r"^[ \t]*(?:Body|Corps|Volltext|Cuerpo)[ \t\xa0]*\r?$", re.MULTILINE)


def recognise(text: str) -> float:
    """How surely (0 to 1) a page is an export of LexisNexis: by its marks between articles and its fields."""
    if ":" not in text:
        return 0.0
    fields = {reason for reason, pattern in _FIELDS.items() if pattern.search(text)}
    if _MARKER_LINE.search(text):
        return 0.95 if len(fields) >= 2 else 0.6 if fields else 0.0
    if _END_LINE.search(text):
        return 0.95 if len(fields) >= 2 or (fields and _BODY_LINE.search(text)) else 0.0
    return 0.9 if {"length", "loaded"} <= fields and len(fields) >= 3 else 0.0


def lay_out(lines: list[PageLine]) -> Layout:
    """Set the articles of an export apart; fields, cover page, copyright lines and titles are left out of the texts."""
    cover, articles = gather_nexis_articles(lines)
    return lay_out_export(articles, cover, NEXIS)
