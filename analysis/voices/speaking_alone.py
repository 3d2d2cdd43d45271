"""Which family names speak alone in a text: "Sohrawardi said", by which a Saniat Sohrawardi before is somebody."""

from __future__ import annotations

import re
from collections.abc import Container

from analysis.people.lists import load_list
from analysis.voices.beside import SAYING
from analysis.voices.referents_titles import is_country
from analysis.words.classes import ADVERBS, AUXILIARIES, CONJUNCTIONS, DETERMINERS, SUBORDINATORS

_SAYING = "|".join((*SAYING, "told", "tells", "asks", "writes", "thought"))
_REPORTING = (
    "claims|claimed|insists|insisted|alleges|alleged|argues|believes|believed|complained|concedes|conceded|concluded|"
    "declined|denies|denied|finds|found|observes|observed|pointed|points|predicts|predicted|recalls|replied|reported|"
    "says|suggests|suggested|testified|thinks|warns|warned|worries|laughed|shrugged|smiled|nodded|lives|grew"
)
_SPEAKS = re.compile(
    rf"(?<![\w'’-])(?P<name>[A-Z][\w'’-]*[a-z])"
    r"(?: also| later| then| once| himself| herself| has| had|, who(?: has)?)? "
    rf"(?:{_SAYING}|{_REPORTING})\b"
)
_INVERTED = re.compile(
    r"[,?!] ?[\"”’] (?:said|says|added|adds|asked|asks|explained|recalled) (?P<name>[A-Z][\w'’-]*[a-z])"
    r"(?=[.,;]|(?: of| at| in| on| who| during|, who)\b)"
)
OPENING = CONJUNCTIONS | ADVERBS | SUBORDINATORS  # before a name that opens a clause
LONGEST = 3  # words of a name that no list knows
REACH = 30  # characters before a name in which the word before it is looked for


def find_speaking_alone(text: str) -> set[str]:
    """Find the capitalised words that speak with neither a name nor an article before them."""
    spoken = {found["name"] for found in _INVERTED.finditer(text)}
    return spoken | {found["name"] for found in _SPEAKS.finditer(text) if _stands_alone(text, found.start())}


def find_speaking_inside(text: str) -> set[str]:
    """Find those of them that speak inside a sentence, where plain words have no capital: In a note, Hill wrote."""
    spoken = {found["name"] for found in _INVERTED.finditer(text)}
    inside = (found for found in _SPEAKS.finditer(text) if _is_inside(text, found.start()))
    return spoken | {found["name"] for found in inside if not found["name"].endswith("s")}


def count_words_before(text: str, at: int, name: tuple[str, ...]) -> int:
    """Count the words before the given name in what may be a full name: the head of [Lagos] Tovik Lund, [Lagos CM]."""
    shortened = (here for here in range(len(name) - 3, -1, -1) if len(name[here]) > 1 and name[here].isupper())
    return next(shortened, -1) + 1 or int(len(name) > 2 and text.endswith(" of ", 0, at))


def can_be_full_name(name: tuple[str, ...], inside: Container[str] = ()) -> bool:
    """Tell what may be a full name, of which the family name speaks alone, from a paper's and a company's.

    Its first word is no English one and no country, and neither is its last, unless a list of family names has it or
    it speaks alone inside a sentence.
    """
    given, family = name[0].lower(), name[-1].lower()
    common = load_list("common_words")
    if len(name) > LONGEST or given in AUXILIARIES:  # Is Lund doing well?
        return False
    known = family not in common or name[-1] in load_list("family_names") or name[-1] in inside
    return known and given not in common and not (is_country(given) or is_country(family))


def _is_inside(text: str, at: int) -> bool:
    """Tell a place behind a comma or a small word from the head of a sentence."""
    before = text[max(0, at - REACH) : at].split("\n")[-1].rstrip(" ")
    word = before.split(" ")[-1]
    small = word.islower() and word.isalpha() and word not in DETERMINERS
    return small or (before.endswith((",", ",”", ',"')) and not before[:-1].endswith("."))


def _stands_alone(text: str, at: int) -> bool:
    before = text[max(0, at - REACH) : at].split("\n")[-1].rstrip()
    word = before.split(" ")[-1]
    named = word[:1].isupper() and word[-1:].isalnum() and word.lower() not in OPENING  # But Lund said
    return not named and word.lower() not in DETERMINERS
