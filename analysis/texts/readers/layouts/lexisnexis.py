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
from analysis.texts.readers.lines import Layout, PageLine

FORMAT = "lexisnexis"
KIND = "article"

_MARKER_LINE = re.compile(
    r"^[ \t\xa0]*(?:FOCUS - )?(?:\d{1,6} (?:of|von|de|van|sur|di) \d{1,6} (?:DOCUMENTS?|DOKUMENTE?N?|DOCUMENTEN|"
    r"DOCUMENTOS?|DOCUMENTI)|"
    r"(?:Dokument|Documento?|DOKUMENT|DOCUMENTO?) \d{1,6} (?:of|von|de|van|sur|di) \d{1,6})[ \t\xa0]*\r?$",
    re.MULTILINE,
)
_NAMES_OF_FIELDS = {
    "author": HEAD_FIELDS["author"],
    "section": HEAD_FIELDS["section"],
    "length": HEAD_FIELDS["words_stated"],
    "loaded": LOADED,
    "language": LANGUAGES,
    "type": TYPES,
}


_FIELD_LINE = re.compile(r"^[ \t\xa0]*(?P<name>[^\W\d_][^:\n]{1,30}?)[ \xa0]?:(?=[ \t\xa0]|\r?$)", re.MULTILINE)
_SHORT_LINE = re.compile(r"^[ \t\xa0]*(?P<words>[^\W\d_][^:\n]{2,40}?)[ \t\xa0.]*\r?$", re.MULTILINE)
_SHORT_LINES = {
    "body": ("body", "corps", "volltext", "cuerpo"),
    "end": (
        "end of document", "ende dokument", "ende dokuments", "ende des dokument", "ende des dokuments",
        "fin du document", "fin de document", "einde van document", "einde van het document", "fin del documento",
        "fine del documento", "fim do documento",
    ),
    "rights": (
        "all rights reserved", "alle rechte vorbehalten", "tous droits réservés", "todos los derechos reservados",
        "alle rechten voorbehouden", "tutti i diritti riservati", "todos os direitos reservados",
    ),
}  # fmt: skip
_HEADS, _TAILS = ("author", "section", "length"), ("loaded", "language", "type", "end", "rights")


def _list_spellings(names: str) -> set[str]:
    """A field's names in capitals, or as Nexis Uni writes them ("Load-Date")."""
    spelled = {name.upper() for name in names.split()}
    spelled |= {form for name in names.split() if name in LATE_FIELDS for form in (name.title(), name.capitalize())}
    return spelled | {form.replace("-", " ") for form in spelled}


LONGEST_FIELD = 200  # characters from the beginning of its line
_FIELDS = {form: reason for reason, names in _NAMES_OF_FIELDS.items() for form in _list_spellings(names)}
_WORDS = {words: reason for reason, lines in _SHORT_LINES.items() for words in lines}


def recognise(text: str) -> float:
    """How surely (0 to 1) a page is an export of LexisNexis: by its marks between articles and its fields."""
    if not _may_have_field(text):
        return 0.0
    marks = _gather_marks(text)
    sure = _rate_marks(marks)
    return sure if sure and _are_framed(text, marks) else 0.0


def _may_have_field(text: str) -> bool:
    """Whether what stands at the beginning of a line before a colon is the name of a field: without one, no export."""
    at = text.find(":")
    while at >= 0:
        line = text.rfind("\n", max(0, at - LONGEST_FIELD), at) + 1
        if (line or at <= LONGEST_FIELD) and text[line:at].strip(" \t\xa0") in _FIELDS:
            return True
        at = text.find(":", at + 1)
    return False


def is_nexis_page(text: str) -> bool:
    """Whether the marks and fields hold over the whole page, and no article quotes them."""
    return _are_framed(text, _gather_marks(text))


def _gather_marks(text: str) -> dict[str, list[re.Match[str]]]:
    """The lines that are marks, by what they mark ("number", "length", "end" ...), in order."""
    marks: dict[str, list[re.Match[str]]] = {"number": list(_MARKER_LINE.finditer(text))}
    for found in _FIELD_LINE.finditer(text):
        if reason := _FIELDS.get(found["name"]):
            marks.setdefault(reason, []).append(found)
    for found in _SHORT_LINE.finditer(text):
        if reason := _WORDS.get(found["words"].casefold()):
            marks.setdefault(reason, []).append(found)
    return marks


def _rate_marks(marks: dict[str, list[re.Match[str]]]) -> float:
    fields = _NAMES_OF_FIELDS.keys() & marks.keys()
    if marks["number"]:
        return 0.94 if len(fields) >= 2 else 0.6 if fields else 0.0  # ProQuest numbers its documents, too
    if "end" in marks:
        return 0.95 if len(fields) >= 2 or (fields and "body" in marks) else 0.0
    return 0.9 if {"length", "loaded"} <= fields and len(fields) >= 3 else 0.0


def _are_framed(text: str, marks: dict[str, list[re.Match[str]]]) -> bool:
    heads = [found for reason in ("number", *_HEADS) for found in marks.get(reason, ())]
    tails = [found for reason in _TAILS for found in marks.get(reason, ())]
    if not heads and not tails:
        return True
    first = min(found.start() for found in (*heads, *tails))
    last = max((found.end() for found in tails), default=-1)
    begun = max((found.end() for found in (*heads, *marks.get("body", ()))), default=-1)
    end = text.find("\n", last)
    articles = max(len(marks.get(reason, ())) for reason in ("length", "end"))
    last = None if last <= begun else end if end >= 0 else len(text)
    return is_framed(text, first, last, articles, not marks["number"])


def lay_out(lines: list[PageLine]) -> Layout:
    """Set the articles of an export apart; fields, cover page, copyright lines and titles are left out of the texts."""
    cover, articles = gather_nexis_articles(lines)
    return lay_out_export(articles, cover, NEXIS)
