"""What a name looks like: regular expressions over a sentence's labels (labels.py names the letters).

Every repetition is bounded, so that a text of any length costs time in proportion to it.
The idea is a cascade of finite-state rules (Abney 1996, Partial parsing via finite-state cascades).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# Organisations: parts, the word that ends the name, and what may follow it
PART = "[CDKPFJNWwmfAOVBRG1lzL]"
WORDS = f"(?:(?:[wP]s|{PART}|[HU](?![orn]))-?){{1,7}}"  # also Workers' Party
LISTED = "(?:w,){1,3}a?(?:[wB]-?){1,3}"  # Nuclear, Chemical and Biological Protection
OF = "oe?(?:(?:w,){1,3}a?w{1,3}|(?:[DBwWNmAPKCJ]-?){0,4}[CKPJWNwmAOVMHUBR](?:aw{1,4})?)"  # of the Interior and Justice
FOR = "re?[DBw](?:-?[DBwWNmA]){0,3}(?:(?:,w{1,2}){0,3},?aw{1,3})?"  # for Food and Rural Affairs
ON = "ne?[DBw](?:[DBwLX]){0,3}(?:aw{1,3})?"  # on Foreign Relations
TAIL = f"(?:{OF}|{FOR}|{ON})"
HEADED = f"(?:{LISTED}|{WORDS})[HUE]|Cs[UE]|{WORDS}(?<=[wWNmfFAOV])G"  # Russia's Foreign Ministry
ORGANISATION = (
    f"(?P<body>(?:(?:{HEADED})(?:oe?[CD])?|E{OF})(?<![HUG])(?:p[CKPJ])|(?:{HEADED}){TAIL}{{0,3}}|[HUE]{TAIL}{{1,3}})"
    f"|(?P<company>(?:[CDKPFJNWwmAOVBHU1]-?){{1,5}}c)"
    f'|(?P<quoted>"[CDKPFJNWwmA]{{1,4}}"(?=h))'
    f"|(?P<described>[WNAF](?:-?[WNAFJmw]){{0,3}}(?=h))"
)
GOVERNMENT = (
    "(?P<state>(?:[DBw]s?){0,4}Roe?C|D[BDw]?R|[gG]oe?C)"  # Republic of Serbia, Syrian Arab Republic
    "|(?P<government>(?<![CKD])[DCK][gG](?![HUwWo]))"  # the American government
    "|(?P<people_republic>[PWNKw]wsR)"
)
# People: titles and roles, given names, initials
JUNIOR = "(?:,?Z)?"
NICKNAME = '[Ff]I?"[WFNmfw]"[WNFJPm]'  # Ramon "Boy" Villanueva
WORD_LAST = "FI{0,2}w(?![WNFmwHUX])"  # a family name that is an English word: Jeff Sessions
TITLED = f"[TSk]{{1,3}}(?:Few|FeW|{NICKNAME}|{WORD_LAST}|(?:[ql]{{1,2}}|[FfJWNAKI1]-?){{0,4}}[WNFJPK1mfy]Z?)"
WHOLE = "FI?[mfPK](?![WNFmfwHUX])"  # a given name and a family name that is a word too: her brother Tom Brown
ROLE = f"[tb](?:{NICKNAME}|{WORD_LAST}|{WHOLE}|(?:[ql]{{1,2}}|[FfJWNI1]-?){{0,4}}[WNFJ1]|(?:FI?|I)[mfwPK])Z?"
GIVEN = "|".join(
    (
        NICKNAME,
        f"F(?:[ql]{{1,3}}|[FJWNI]-?){{0,4}}[WNFJ1k]{JUNIOR}",  # Ursula von der Leyen, Kassym-Jomart Tokayev
        f"FI{{0,2}}[ql]{{0,2}}[mfPKky1]{JUNIOR}",  # Samantha Power, Jack London
        f"[Ff]I{{0,2}}V(?![HU]){JUNIOR}",  # Mike Bloomberg
        "[Ff]lw",  # Marine Le Pen
        f"f(?:I{{1,2}}|[FNW]{{0,2}})?[WNF1]{JUNIOR}|fI?[mf](?![wHWN])",  # Bill Clinton
        f"{WORD_LAST.replace('WNFmwHUX', 'wWNFmHT')}",
        f"JI?(?:[WNmf1]|F(?![WNFmwfJI])){JUNIOR}",  # Jordan Whitfield, Chad Smith
        f"[WN]I[WNmfFJ]{JUNIOR}|I{{1,3}}[FJ]?[WNFJPKmfk1]{JUNIOR}",  # J. M. Pretorius
    )
)
PERSON = (
    f"(?P<titled>{TITLED})|(?P<role>{ROLE})|(?P<given>{GIVEN})|(?P<family>[WN](?:-?[WN]){{0,2}}N)|(?P<known>1)"
    "|(?P<surname>lq{0,2}[WNmfwF])|(?P<pair>[WNA](?:-?[ql]?[WNm]){1,2}|[WN]F(?![WNFmI]))"
)
SINGLE = "(?P<single>[CKMOVQUHEWNFJAmfwuyBzPLk])"
RULES = re.compile("|".join((GOVERNMENT, ORGANISATION, PERSON, SINGLE)))
NO_ACTOR = re.compile("(?:[CDKPFJNWwmfAOVBRGHUSTk]-?){1,6}L|(?:[DKPFJNWwmfABR]-?){1,6}X")
UNREAD = ".!:_()#0Y"  # labels that no rule asks for: to every rule the end of what stands before
READ = re.compile(f"[^{UNREAD}]+")


class Match(NamedTuple):
    """A run of labels that a rule takes for a name: from (inclusive), to (exclusive)."""

    rule: str
    first: int
    last: int


def match_names(labels: str) -> Iterator[Match]:
    """Yield the runs of labels that look like names, from left to right, none twice.

    A small word and most marks are in no rule, so a sentence falls into runs between them; there are few different
    ones, and what the rules find in each is kept.
    """
    for run in READ.finditer(labels):
        if found := _match_run(run[0]):
            start = run.start()
            yield from [Match(rule, start + first, start + last) for rule, first, last in found]


@lru_cache(maxsize=100_000)
def _match_run(labels: str) -> tuple[Match, ...]:
    """The matches in one run of labels that rules read."""
    matches, at = [], 0
    while found := RULES.search(labels, at):
        first, last = found.span()
        other = NO_ACTOR.match(labels, first)
        if other and other.end() > last:  # Volga River, Paris Agreement
            matches += _inside(labels, first, other.end())
            at = other.end()
            continue
        matches.append(Match(found.lastgroup or "single", first, last))
        at = last
    return tuple(matches)


def _inside(labels: str, first: int, last: int) -> Iterator[Match]:
    """Yield the countries and known organisations that a name of a place or thing holds (the UN Charter)."""
    for place in range(first, last):
        if labels[place] in "COV":
            yield Match("single", place, place + 1)
