"""Exports of Factiva (Dow Jones) as text, with codes of fields (HD, BY, WC, PD, SN, LP, TD, AN) or without."""

from __future__ import annotations

import re

from analysis.texts.readers.exports import lay_out_export
from analysis.texts.readers.exports_prose import is_framed
from analysis.texts.readers.layouts.factiva_articles import FACTIVA, gather_factiva_articles
from analysis.texts.readers.lines import Layout, PageLine, find_line

FORMAT = "factiva"
KIND = "article"

_SET_OFF = r"(?:\*{1,2}|(?=[ \t\xa0|:]|\r?$))"
_CODES = {code: re.compile(rf"^[ \t]*\*{{0,2}}{code}{_SET_OFF}", re.MULTILINE) for code in ("HD", "PD", "SN", "WC")}
_TEXTS = re.compile(rf"^[ \t]*\*{{0,2}}(?:LP|TD|AN){_SET_OFF}", re.MULTILINE)
_DOCUMENT = re.compile(r"^[ \t]*(?:Document|Dokument|Documento|Документ) [A-Za-z0-9_]{15,60}[ \t]*\r?$", re.MULTILINE)
_PARTS_OF_SIGNS = ("ument", "умент", "HD", "PD")  # one of them is needed: two codes of four do not make an export
_IDENTIFIER = re.compile(rf"^[ \t]*\*{{0,2}}AN{_SET_OFF}[^\n]*\d[^\n]*|{_DOCUMENT.pattern}", re.MULTILINE)
_COUNT = re.compile(
    r"^[ \t]*\d{1,3}(?:[.,' \xa0\u202f]?\d{3})*[ \xa0](?:words?|mots?|Wörter|palabras|palavras|parole|woorden|слов)"
    r"[ \t]*\r?$",
    re.MULTILINE,
)


def recognise(text: str) -> float:
    """How surely (0 to 1) a page is an export of Factiva: by the codes of its fields, or counts and identifiers."""
    if not any(part in text for part in _PARTS_OF_SIGNS):
        return 0.0
    coded, plain = _tell_forms(text)
    return 0.95 if (coded or plain) and is_factiva_page(text) else 0.0


def is_factiva_page(text: str) -> bool:
    """Whether codes, or counts and identifiers, hold over the whole page, and no article quotes them."""
    coded, plain = _tell_forms(text)
    return _is_coded_page(text) if coded else not plain or _is_plain_page(text)


def _tell_forms(text: str) -> tuple[bool, bool]:
    """Whether a page has codes of fields, and whether it has counts and identifiers."""
    codes = sum(find_line(pattern, text) is not None for pattern in _CODES.values())
    coded = codes >= 3 and _TEXTS.search(text) is not None
    return coded, find_line(_DOCUMENT, text) is not None and find_line(_COUNT, text) is not None


def _is_coded_page(text: str) -> bool:
    first = min(found.start() for pattern in _CODES.values() if (found := pattern.search(text)))
    ends = [found.end() for found in _IDENTIFIER.finditer(text)]
    begun = max(found.end() for pattern in (*_CODES.values(), _TEXTS) for found in pattern.finditer(text))
    last = ends[-1] if ends and ends[-1] >= begun else None
    return is_framed(text, first, last, sum(1 for _ in _CODES["HD"].finditer(text)))


def _is_plain_page(text: str) -> bool:
    """Whether counts and identifiers hold over the whole page: the title stands before the first of them."""
    ends = [found.end() for found in _DOCUMENT.finditer(text)]
    counts = [found.start() for found in _COUNT.finditer(text)]
    return is_framed(text, counts[0], ends[-1] if ends[-1] > counts[-1] else None, len(ends), True)


def lay_out(lines: list[PageLine]) -> Layout:
    """Set the articles of an export apart; fields, titles, page footers and the search summary are left out."""
    cover, articles = gather_factiva_articles(lines)
    return lay_out_export(articles, cover, FACTIVA)
