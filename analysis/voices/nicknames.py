"""Nicknames in quotation marks within a name, which nobody says: Dwayne "The Rock" Johnson."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.people.lists import given_names
from analysis.people.names import UPPER
from analysis.people.titles import NOT_LAST, TITLES
from analysis.voices.marks import QuotedRun
from analysis.words.classes import CONJUNCTIONS, DETERMINERS, MONTHS, PREPOSITIONS, SUBORDINATORS

LONGEST = 24  # characters of a nickname
_BEFORE = re.compile(rf"(?:[{UPPER}][\w.’'-]* ){{1,4}}$")
_AFTER = re.compile(rf" (?P<family>[{UPPER}][\w’-]+(?: [{UPPER}][\w’-]+)?)")
_NAME = re.compile(  # The Rock, El Chapo, Magic, Lord of the Ring
    rf"(?:(?:[Tt]he|[Ee]l|[Ll]a|[Ll]e|[Dd]er) )?[{UPPER}][\w.’'-]*(?: (?:of )?(?:the )?[{UPPER}][\w.’'-]*){{0,2}}"
)
_ACTS = re.compile(r"[,.'’]|\)| (?:an?d|who|said|says|told|has|had|is|was|were|will|would|asked|wrote|of)\b|$")
_SMALL = PREPOSITIONS | DETERMINERS | CONJUNCTIONS | SUBORDINATORS
NOT_GIVEN = _SMALL | MONTHS | TITLES


def find_nicknames(text: str, runs: Sequence[QuotedRun]) -> list[tuple[QuotedRun, str]]:
    """Find the quoted runs that are nicknames, each with the name that it stands in, itself left out."""
    found = []
    for run in runs:
        if run.end - run.start <= LONGEST and run.closed and (name := _name_around(text, run)):
            found.append((run, name))
    return found


def locate_nickname(text: str, run: QuotedRun) -> tuple[int, int]:
    """Where a nickname starts and ends with its marks, and with brackets around them: Anna ("Annie") Moor."""
    bracketed = text[run.left - 1 : run.left] == "(" and text[run.right : run.right + 1] == ")"
    return run.left - bracketed, run.right + bracketed


def _name_around(text: str, run: QuotedRun) -> str | None:
    """The given and the family name on the sides of a run; None if they are no name or the run no nickname."""
    inside = text[run.start : run.end]
    left, right = locate_nickname(text, run)
    after = _AFTER.match(text, right)
    if not after or not inside[0].isalpha() or not _NAME.fullmatch(inside) or not inside[-1].isalnum():
        return None
    before = _BEFORE.search(text[max(0, left - 60) : left])
    if not before:
        return None
    words, family = before[0].split(), after["family"].split()
    if words[-1].lower() in NOT_GIVEN or words[-1].endswith(("s'", "s’")) or family[0].lower() in NOT_GIVEN:
        return None
    known = words[-1].lower() in given_names() or words[0].lower() in given_names()
    acting = _ACTS.match(text, after.end()) and family[-1].lower() not in NOT_LAST
    return " ".join([*words, *family]) if known or acting else None
