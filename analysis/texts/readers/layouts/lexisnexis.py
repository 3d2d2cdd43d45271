"""Exports of LexisNexis and Nexis Uni as text: many articles in one file, each between its fields.

Two generations: "1 of 10 DOCUMENTS" before each article, fields in capitals, lines wrapped; and title, outlet, date,
fields, "Body", "Classification", "End of Document", a paragraph a line.
"""

from __future__ import annotations

import re

from analysis.texts.readers.exports import lay_out_export
from analysis.texts.readers.exports_prose import is_framed
from analysis.texts.readers.layouts.lexisnexis_articles import NEXIS, gather_nexis_articles
from analysis.texts.readers.layouts.lexisnexis_fields import HEAD_FIELDS, LANGUAGES, LATE_FIELDS, LOADED, TYPES
from analysis.texts.readers.lines import Layout, PageLine, find_line

FORMAT = "lexisnexis"
KIND = "article"

_MARKER_LINE = re.compile(
    r"^[ \t\xa0]*(?:FOCUS - )?(?:\d{1,6} (?:of|von|de|van|sur|di) \d{1,6} (?:DOCUMENTS?|DOKUMENTE?N?|DOCUMENTEN|"
    r"DOCUMENTOS?|DOCUMENTI)|"
    r"(?:Dokument|Documento?|DOKUMENT|DOCUMENTO?) \d{1,6} (?:of|von|de|van|sur|di) \d{1,6})[ \t\xa0]*\r?$",
    re.MULTILINE,
)
_END_LINE = re.compile(
    r"^[ \t\xa0]*(?:End of Document|Ende (?:des )?Dokuments?|Fin (?:du|de) document|Einde van (?:het )?document|"
    r"Fin del documento|Fine del documento|Fim do documento)[ \t\xa0]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
_NAMES_OF_FIELDS = {
    "author": HEAD_FIELDS["author"],
    "section": HEAD_FIELDS["section"],
    "length": HEAD_FIELDS["words_stated"],
    "loaded": LOADED,
    "language": LANGUAGES,
    "type": TYPES,
}


def _compile_field(names: str) -> re.Pattern[str]:
    """Lines that begin with a field of these names in capitals, or as Nexis Uni writes it ("Load-Date")."""
    spelled = {name.upper() for name in names.split()}
    spelled |= {form for name in names.split() if name in LATE_FIELDS for form in (name.title(), name.capitalize())}
    spelled |= {form.replace("-", " ") for form in spelled}
    choices = "|".join(sorted(map(re.escape, spelled), key=len, reverse=True))
    return re.compile(rf"^[ \t]*(?:{choices})[ \xa0]?:(?:[ \t\xa0]|\r?$)", re.MULTILINE)


_FIELDS = {reason: _compile_field(names) for reason, names in _NAMES_OF_FIELDS.items()}
_BODY_LINE = re.compile(r"^[ \t]*(?:Body|Corps|Volltext|Cuerpo)[ \t\xa0]*\r?$", re.MULTILINE)
_CLOSING_LINE = re.compile(
    _END_LINE.pattern
    + r"|^[ \t\xa0]*(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|"
    r"alle rechten voorbehouden)[ \t\xa0.]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)


def recognise(text: str) -> float:
    """How surely (0 to 1) a page is an export of LexisNexis: by its marks between articles and its fields."""
    sure = _rate_marks(text) if ":" in text else 0.0
    return sure if sure and is_nexis_page(text) else 0.0


def _rate_marks(text: str) -> float:
    fields = {reason for reason, pattern in _FIELDS.items() if find_line(pattern, text)}
    if find_line(_MARKER_LINE, text):
        return 0.94 if len(fields) >= 2 else 0.6 if fields else 0.0  # ProQuest numbers its documents, too
    if find_line(_END_LINE, text):
        return 0.95 if len(fields) >= 2 or (fields and find_line(_BODY_LINE, text)) else 0.0
    return 0.9 if {"length", "loaded"} <= fields and len(fields) >= 3 else 0.0


def is_nexis_page(text: str) -> bool:
    """Whether the marks and fields hold over the whole page, and no article quotes them."""
    heads = [found for reason in ("author", "section", "length") for found in _FIELDS[reason].finditer(text)]
    tails = [found for reason in ("loaded", "language", "type") for found in _FIELDS[reason].finditer(text)]
    tails += _CLOSING_LINE.finditer(text)
    marks = list(_MARKER_LINE.finditer(text))
    if not (marks or heads or tails):
        return True
    first = min(found.start() for found in (*marks, *heads, *tails))
    last = max((found.end() for found in tails), default=-1)
    begun = max((found.end() for found in (*marks, *heads, *_BODY_LINE.finditer(text))), default=-1)
    end = text.find("\n", last)
    articles = max(sum(1 for _ in _FIELDS["length"].finditer(text)), sum(1 for _ in _END_LINE.finditer(text)))
    return is_framed(text, first, (end if end >= 0 else len(text)) if last > begun else None, articles)


def lay_out(lines: list[PageLine]) -> Layout:
    """Set the articles of an export apart; fields, cover page, copyright lines and titles are left out of the texts."""
    cover, articles = gather_nexis_articles(lines)
    return lay_out_export(articles, cover, NEXIS)
