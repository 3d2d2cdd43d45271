"""Labels that end in a full stop: Mr. HALL of Ohio. I thank ...; The CLERK. ...; Q. Where were you?; 12 A. At home."""

from __future__ import annotations

import re

from analysis.people.titles import ROLES
from analysis.voices.label_names import name_person
from analysis.voices.referents import Referents
from analysis.voices.role_labels import AT_COURT, RoleLabel

FIRST_OF_TITLES = frozenset("CDJMST")  # letters with which one of these begins
_WORD = r"(?:Mc|Mac|De|Di|Du|La|Le|Van|O['’]|D['’])?[A-Z][A-Z'’-]*[A-Z]"  # McCAIN, O'NEILL
_PART = rf"(?:[A-Z]\.|De|La|Van|Von|Der|{_WORD})"
_SPOKEN = re.compile(  # Ms. LINDA T. SANCHEZ of California. The Acting CHAIR. The SPEAKER pro tempore.
    rf"(?P<name>(?P<title>Mr|Ms|Mrs|Miss|MR|MS|MRS|MISS|Dr|Senator|Chairman|Chairwoman|Judge|Justice)\.? +"
    rf"(?P<family>(?:{_PART} ){{0,3}}{_WORD})|"
    r"(?P<office>(?:The|THE) (?:(?:Acting|ACTING|Vice|VICE|Deputy|DEPUTY) )?"
    r"(?:[A-Z]{2,}(?: [A-Z]{2,})?|[A-Z][a-z]+(?: Officer)?)))"
    r"(?: pro tempore| PRO TEMPORE| of (?:the )?[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})?"
    r"(?:(?: \([^()\n]{1,80}\))?\. +|(?: \([^()\n]{1,80}\)){0,2} ?[—–] ?)(?=[A-Z\"“])"  # Mr HALL (Kent) (3.18 pm)—I
)
_QUESTION = re.compile(r"(?:\d{1,2} {1,3})?(?P<name>[QA])\. +(?=\S)")  # of a deposition, whose lines have numbers


def find_stenographed(text: str, start: int, end: int, people: Referents) -> RoleLabel | None:
    """Find a member, or an office of the chamber, under whose name and a full stop a paragraph stands."""
    spoken = _SPOKEN.match(text, start, end) if text[start : start + 1] in FIRST_OF_TITLES else None
    if not spoken:
        return None
    if office := spoken["office"]:
        last = office.split()[-1]
        known = last.lower() in ROLES | AT_COURT or last.lower() == "chaplain"
        shouted = last.isupper() and not office.startswith("THE")
        name = office.lower() if known or shouted else None
    else:
        cased = [_lower_word(word) for word in spoken["family"].split()]
        title = spoken["title"].capitalize()
        name = name_person([f"{title}.", *cased], people) or people.full_name(cased)
    return RoleLabel(name, *spoken.span("name"), spoken.end()) if name else None


def find_lettered(text: str, start: int, end: int) -> RoleLabel | None:
    """Find the letter that opens a question or an answer: "Q. Where were you?", "2 A. At home."."""
    match = _QUESTION.match(text, start, end)
    return RoleLabel(match["name"], *match.span("name"), match.end()) if match else None


def _lower_word(word: str) -> str:
    """A name's word as prose writes it: Lee, McCain, O'Neill."""
    if word.isupper():
        return word.title()
    at = next((at for at in range(1, len(word)) if word[at - 1].islower() and word[at].isupper()), len(word))
    return word[:at] + word[at:].capitalize()
