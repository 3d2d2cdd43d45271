"""Nouns of which each sex has its own (spokeswoman, chairman), right beside a name: they tell the sex, not a role."""

from __future__ import annotations

import re
from collections.abc import Iterable

from analysis.people.titles import ROLES_HE, ROLES_SHE
from analysis.texts.characters import straighten

BEFORE, BEHIND, MOST = 80, 80, 40  # characters read on either side of a name; namings that are read
NOUN = rf"(?P<noun>(?:{'|'.join(sorted(ROLES_HE | ROLES_SHE, key=len, reverse=True))}|[a-z]+woman))(?![\w'-])"
OWNED = r"(?:an?|the|his|her|its|their|our|my|[\w.]+'s|\w+s')"
SET_OFF = re.compile(  # The chairwoman of the guild, | Ann Lee,
    rf"(?<![\w'-]){OWNED} (?:[\w'-]+ ){{0,4}}?{NOUN}"
    r"(?P<of>(?: (?:of|for|at|from|with|in) [^,.;:!?\n\"“”]{1,50})?), $",
    re.IGNORECASE,
)
APPOSED = re.compile(  # Ann Lee | , the chairwoman of the guild
    rf"(?:,| is| was) (?:{OWNED} )(?:(?!of |for |to )[\w'-]+ ){{0,4}}?{NOUN}"
    r"(?= (?:of|for|at|from|with|in|who)\b|[,.;:!?)\n]|$)",
    re.IGNORECASE,
)


def count_nouns_beside(text: str, names: Iterable[str]) -> tuple[int, int]:
    """Count how often a noun of a man, and one of a woman, stands right beside names that a text gives somebody.

    names: of one word (Lee) have a noun before them alone, since others bear them too (Spokeswoman Lee).
    """
    found: list[str] = []
    for name in dict.fromkeys(names):
        at, left = text.find(name), MOST
        while at >= 0 and left:
            end, left = at + len(name), left - 1
            if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
                found.append(_sex_beside(text, at, end, " " in name))
            at = text.find(name, end)
    return found.count("m"), found.count("f")


def _sex_beside(text: str, start: int, end: int, full: bool) -> str:
    """The sex that a noun right before a name, or in apposition to it, says; "" where none does."""
    before, behind = straighten(text[max(0, start - BEFORE) : start]), straighten(text[end : end + BEHIND])
    last = before.rstrip(" ").rpartition(" ")[2].lower()  # His spokeswoman | Ann Lee
    if last in ROLES_HE or last in ROLES_SHE or (last.endswith("woman") and last.isalpha()):
        return _sex_of(last)
    if not full:
        return ""
    set_off = SET_OFF.search(before) if behind.startswith(",") and before.endswith(", ") else None
    if set_off and not re.search(NOUN, set_off["of"], re.IGNORECASE):
        return _sex_of(set_off["noun"])
    apposed = APPOSED.match(behind)
    return _sex_of(apposed["noun"]) if apposed else ""


def _sex_of(noun: str) -> str:
    return "m" if noun.lower() in ROLES_HE else "f"
