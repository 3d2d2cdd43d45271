"""Exports of Factiva (Dow Jones) as text, with codes of fields (HD, BY, WC, PD, SN, LP, TD, AN) or without."""

from __future__ import annotations

import re

from analysis.texts.readers.exports import lay_out_export
from analysis.texts.readers.layouts.factiva_articles import FACTIVA, gather_factiva_articles
from analysis.texts.readers.lines import Layout, PageLine

FORMAT = "factiva"
KIND = "article"

_SET_OFF = r"(?:\*{1,2}|(?=[ \t\xa0|:]|\r?$))"
_CODES = {code: re.compile(rf"^[ \t]*\*{{0,2}}{code}{_SET_OFF}", re.MULTILINE) for code in ("HD", "PD", "SN", "WC")}
_TEXTS = re.compile(rf"^[ \t]*\*{{0,2}}(?:LP|TD|AN){_SET_OFF}", re.MULTILINE)
_DOCUMENT = re.compile(r"^[ \t]*(?:Document|Dokument|Documento|Документ) [A-Za-z0-9_]{15,60}[ \t]*\r?$", re.MULTILINE)
_COUNT = re.compile(
    r"^[ \t]*\d{1,3}(?:[.,' \xa0\u202f]?\d{3})*[ \xa0](?:words?|mots?|Wörter|palabras|palavras|parole|woorden|слов)"
    r"[ \t]*\r?$",
    re.MULTILINE,
)


def recognise(text: str) -> float:
    """How surely (0 to 1) a page is an export of Factiva: by the codes of its fields, or counts and identifiers."""
    if sum(pattern.search(text) is not None for pattern in _CODES.values()) >= 3 and _TEXTS.search(text):
        return 0.95
    return 0.95 if _DOCUMENT.search(text) and _COUNT.search(text) else 0.0


def lay_out(lines: list[PageLine]) -> Layout:
    """Set the articles of an export apart; fields, titles, page footers and the search summary are left out."""
    cover, articles = gather_factiva_articles(lines)
    return lay_out_export(articles, cover, FACTIVA)
