"""Bylines: a line near a story's top that names who wrote it, and nothing else. Its people are no speakers."""

from __future__ import annotations

import re

from analysis.texts.readers.lines import PageLine

BYLINE = "byline"
TOP = 8  # kept lines of a page among which a byline stands
LONGEST = 140  # characters
_NAME = r"[A-ZÀ-ÞА-ЯЁІЇЄҐ][\w.'-]*"
_SMALL = r"(?:de|da|del|di|van|von|der|den|la|le|bin|al|el|ibn)"
_PERSON = rf"{_NAME}(?: (?:{_SMALL} )?{_NAME}){{1,5}}"
_AND = r"(?:, | (?:and|und|et|y|e|и|та|&|with|mit|avec|con) )"
_PEOPLE = rf"{_PERSON}(?:{_AND}{_PERSON})*"
_LEAD = (
    r"(?:(?:(?:[Ww]ritten|[Pp]osted|[Pp]ublished|[Ss]tory|[Aa]nalysis|[Oo]pinion|[Rr]eview|[Rr]eported|WRITTEN) )?"
    r"(?:[Bb]y|BY)|Von|VON|Par|PAR|Por|POR|De) "
)
_LABEL = r"(?:Autor(?:in|en|es|a)?|Auteurs?|Authors?|Byline|Автор(?:ы|ка)?|Текст|Подготовил(?:а|и)?|Redacción) ?: ?"
_WHEN = r"\d|[Uu]pdated|[Pp]ublished|[Pp]osted|Обновлено|Опубликовано|[Pp]ublié|[Aa]ktualisiert"
_TAIL = (
    r"(?:,? (?:special to|for|in|at|of|from|für|pour|para) [^!?:]{2,50}|, [^!?:]{2,60}| ?[|•·–—/-] ?[^!?]{2,60}|"
    rf" (?:{_WHEN}).{{0,60}})?"
)
_LINE = re.compile(
    rf"\W{{0,3}}(?:{_LEAD}(?P<people>{_PEOPLE})|{_LABEL}{_NAME}(?: {_NAME})*(?:{_AND}{_PERSON})*){_TAIL}"
)
_PLACE = rf"(?:in|à|en|aus|в|из) {_NAME}(?:[ ,]{{1,2}}{_NAME}){{0,3}}"
_SENDERS = re.compile(  # "Ann Lee in London and Bob Roy in Paris"; one alone may be a heading ("Mad Max in London")
    rf"(?P<people>{_PERSON}(?:, {_PERSON})*) {_PLACE}(?:{_AND}{_PERSON}(?:, {_PERSON})* {_PLACE})+"
)
_OFFICE = re.compile(
    rf"(?P<people>{_PEOPLE}), (?:"
    r"(?:[\w'’-]+ ){0,4}(?:[Ee]ditor|[Cc]orrespondent|[Rr]eporter|[Cc]olumnist|[Bb]ureau [Cc]hief)|"
    r"[\w-]*(?:[Rr]edakteur|[Kk]orrespondent|[Rr]eporter)(?:in)?|corresponsal|correspondante?|redactora?|"
    r"(?:спец|соб)?корреспондент\w*|обозреватель)(?: (?:in|of|for|en|à|aus|в|из) .{2,40})?"
)
_NO_NAME = re.compile(
    r"\b(?:The|A|An|All|Any|Popular|Numbers?|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|"
    r"March|April|June|July|August|September|October|November|December)\b|"
    r"^(?:Die|Der|Das|Les|La|Le|El|Los|Las|Fin|Favor)\b"  # before a name alone: there is Arjun Das, and Quynh Le
)


def is_byline(text: str) -> bool:
    """Whether a line is a byline: "By Ann Lee and Bob Roy, Example Press", "Von ...", "Par ...", "Автор: ...".

    Also without "By": "Ann Lee in London and Bob Roy in Paris", "Ann Lee, political editor".
    """
    if len(text) > LONGEST or text.endswith((".", "!", "?", ":", '"')):
        return False
    found = _LINE.fullmatch(text) or _SENDERS.fullmatch(text) or _OFFICE.fullmatch(text)
    return found is not None and not _NO_NAME.search(found["people"] or "")


def mark_bylines(lines: list[PageLine]) -> list[PageLine]:
    """Mark the bylines among the first kept lines of a page, its first line (the heading) aside."""
    kept = [at for at, line in enumerate(lines) if line.reason is None][1:TOP]
    bylines = {at for at in kept if not lines[at].joined and is_byline(lines[at].text)}
    return [line._replace(reason=BYLINE) if at in bylines else line for at, line in enumerate(lines)]
