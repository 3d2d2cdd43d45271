"""Whose interview, briefing or statement a heading announces."""

from __future__ import annotations

import re
from bisect import bisect_left

from analysis.people.names import SEQUENCE, given_names, is_personal, split_sequence, strip_titles
from analysis.voices.referents import Referents
from analysis.voices.role_labels import is_lone_name
from analysis.words.classes import MONTHS

LONGEST = 400  # characters of a heading
OCCASION = re.compile(
    r"\b(?:interview|briefing|remarks|speech|address|comments?|commentary|statement|answers?|q&a|press conference|talk|"
    r"message|greetings?|article|intervention)\b",
    re.IGNORECASE,
)
OWNED = re.compile(rf"\b(?P<name>[A-ZÀ-ÖØ-Þ][\w-]+)['’]s? (?:[\w-]+ ){{0,2}}(?:{OCCASION.pattern})")
# the same in Russian, Ukrainian, Kazakh, German and French, before the name in the genitive
OCCASION_ABROAD = re.compile(
    r"\b(?:интервью|брифинг\w*|выступлени\w+|заявлени\w+|комментари\w+|ответ\w*|стать\w+|обращени\w+|приветстви\w+|"
    r"реплик\w+|слово|пресс-конференци\w+|виступ\w*|заяв\w+|коментар\w*|відповід\w+|звернення|сұхбат\w*|мәлімдеме\w*|"
    r"rede|erklärung|kommentar|stellungnahme|antworten|pressekonferenz|entretien|discours|déclaration|allocution|"
    r"réponses?|commentaire|tribune)\b",
    re.IGNORECASE,
)


def heading_person(
    text: str, lines: list[tuple[int, int]], people: Referents, title: str
) -> tuple[str, int, int] | None:
    """Find the person whose interview, briefing or statement a heading announces: name, start, end."""
    for start, end in lines[::-1]:
        if end - start < LONGEST and OCCASION.search(text, start, end):
            found = _last_person(text, start, end) or _owner(text, start, end)
            if found:
                return people.full_name(found[0]), found[1], found[2]
        if abroad := _first_declined(text, start, end, people):
            return abroad
    found = _last_person(title, 0, len(title)) if OCCASION.search(title) else None
    return (people.full_name(found[0]), -1, -1) if found else None


def _first_declined(text: str, start: int, end: int, people: Referents) -> tuple[str, int, int] | None:
    """Find the first person behind a word for an occasion in a heading of another language (Комментарий X)."""
    occasion = OCCASION_ABROAD.search(text, start, end) if people.declined and end - start < LONGEST else None
    at = bisect_left(people.declined, (occasion.end(), "")) if occasion else len(people.declined)
    if at == len(people.declined) or people.declined[at][0] >= end:
        return None
    begin, name = people.declined[at]
    return name, begin, min(end, begin + len(name))


def _owner(text: str, start: int, end: int) -> tuple[list[str], int, int] | None:
    """Return whose occasion it is where a surname alone says so: Main points of Lund's speech."""
    owned = OWNED.search(text, start, end)
    known = owned and is_lone_name([owned["name"]]) and owned["name"].lower() not in MONTHS
    return ([owned["name"]], *owned.span("name")) if owned and known else None


def _last_person(text: str, start: int, end: int) -> tuple[list[str], int, int] | None:
    """Return the words and the place of the last person named in a stretch."""
    for match in reversed(list(SEQUENCE.finditer(text, start, end))):
        for words in reversed(split_sequence(match.group())):
            name, _ = strip_titles(words)
            if is_personal(name) and name[0].lower() in given_names():
                at = text.find(name[0], match.start(), match.end())
                return name, at, match.end()
    return None
