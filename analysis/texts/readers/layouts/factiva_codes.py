"""Factiva's codes of fields (HD, BY, WC, PD ...), and the lines that its exports without codes have instead."""

from __future__ import annotations

import re

# in the order in which an article has them
CODES = ("SE CLM HD CR BY WC PD ET SN SC NGC GC ED PG VOL LA CY LP TD CT ART RF CO IN NS RE IPC IPD PUB AN").split()  # noqa: SIM905  an order, as Factiva writes it
RANK = {code: rank for rank, code in enumerate(CODES)}
TEXT_CODES = ("LP", "TD")
COLUMN_OF_CODE = {
    "SE": "section", "CLM": "section", "HD": "title", "BY": "author", "WC": "words_stated", "SN": "outlet",
    "ED": "edition", "LA": "language", "AN": "database_id",
}  # fmt: skip
_CODE_LINE = re.compile(rf"(?P<star>\*{{0,2}})(?P<code>{'|'.join(sorted(CODES, key=len, reverse=True))})(?P=star)"
                        r"(?P<gap>\s*[|:]?\s*)(?P<value>.*)", re.DOTALL)  # fmt: skip
_WORDS = {"SE", "CR", "BY", "ED", "PG", "VOL", "LA", "ART", "CO", "IN", "RE", "AN", "CT"}  # codes that words begin like
WORD_COUNT = re.compile(
    r"\d{1,3}(?:[.,' \u202f]?\d{3})* ?(?:words?|mots?|wörter|wort|palabras?|palavras?|parole|woorden|слов[ао]?|"
    r"ord|słów|kelime|語|字|字词|个字|단어|문자)",
    re.IGNORECASE,
)
DOCUMENT_ID = re.compile(
    r"(?:document|dokument|documento|документ|文件|文書|ドキュメント) (?P<id>[a-z0-9_]{12,60})\.?", re.I
)
TIME_LINE = re.compile(r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?: ?[ap]m)?(?: [a-z]{2,4})?", re.IGNORECASE)
BYLINE = re.compile(r"(?:by|par|von|por|di|door|de notre|texte?:|от)\s+(?P<names>\S.{1,150})", re.IGNORECASE)
FURNITURE = re.compile(
    r"(?:page|seite|página|pagina|страница) \d+(?: (?:of|sur|von|de|di|из) \d+)?(?:.{0,5}©.*)?|"
    r"(?:©|\(c\)|copyright)\s*\d{4} (?:factiva|dow jones).{0,80}|factiva|dow jones(?: factiva)?|factiva\s+dow jones",
    re.IGNORECASE,
)
SUMMARY = re.compile(
    r"search summary|résumé de la recherche|suchzusammenfassung|zusammenfassung der suche|resumen de (?:la )?búsqueda|"
    r"riepilogo (?:della )?ricerca|résumé de recherche",
    re.IGNORECASE,
)


def find_code(text: str, before: str = "") -> tuple[str, str] | None:
    """The code that a line begins with, and what it says; None if it begins with none.

    before: the code of the lines before it. A code is set off by two blanks, a bar, asterisks or a line end; by one
    blank only where no sentence begins so ("LA police" is none).
    """
    if not (found := _CODE_LINE.match(text)):
        return None
    code, gap, value = found["code"], found["gap"], found["value"].strip(" |\t")
    if not value and gap.strip() != ":":
        return code, ""
    if not gap:
        return (code, value) if found["star"] else None
    if len(gap) > 1 or "|" in gap or found["star"]:
        return code, value
    in_order = RANK[code] > RANK.get(before, -1)
    if code in _WORDS:
        head = RANK[code] < RANK["LP"] and before and RANK[before] < RANK["LP"] and in_order
        tail = DOCUMENT_ID.match(value) if code == "AN" else RANK[code] > RANK["LP"] and re.match(r"[\w/]+ : ", value)
        return (code, value) if head or tail or (code == "SE" and before in ("", "AN")) else None
    return (code, value) if in_order or before == "AN" else None
