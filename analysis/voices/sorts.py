"""What sort of thing some words name: a person, somebody, a document, a body or group, a thing; whose it is."""

from __future__ import annotations

from analysis.people.titles import ROLES
from analysis.voices.announced import DOCUMENTS
from analysis.voices.cues import Cues
from analysis.voices.lines import Line
from analysis.voices.phrases import NOWHERE
from analysis.voices.referents import Referents
from analysis.voices.senses import load_senses
from analysis.words.classes import PERSONAL, PLURALS, PREPOSITIONS

POSSESSIVES = ("'s", "’s", "s'", "s’")


def sort_of(name: str, people: Referents) -> str:
    """Tell a person, somebody (a role, a surname), a document, a body or group, and a thing."""
    if people.is_person(name):
        return "person"
    if people.is_somebody(name):
        return "somebody"
    lows = name.lower().split()
    head = lows[next((at for at, low in enumerate(lows) if at and low in PREPOSITIONS), len(lows)) - 1]
    if head in DOCUMENTS:
        return "document"
    plural = head in PLURALS or (head.endswith("s") and head[:-1] in ROLES)
    return "group" if plural or name.split()[-1][0].isupper() else "thing"


def name_start(line: Line, end: int, lo: int) -> int:
    """Find where the words with a capital begin that end before a token."""
    at = end - 1
    while at > lo and (line.words[at - 1][0].isupper() or line.words[at - 1] == "."):
        at -= 1
    return at


def owner_of(line: Line, phrase: tuple[int, int]) -> tuple[int, int]:
    """Find whose a phrase is: "[Lee's] old line of attack"; NOWHERE if it is nobody's."""
    first, last = phrase
    owners = (
        at for at in range(first, last - 1) if line.lows[at].endswith(POSSESSIVES) and line.words[at][0].isupper()
    )
    at = next(owners, -1)
    return (first, at + 1) if at >= 0 else NOWHERE


def kind_of_phrase(line: Line, phrase: tuple[int, int]) -> str:
    """Name what a subject is: a pronoun or a noun."""
    pronoun = phrase[1] - phrase[0] == 1 and line.lows[phrase[0]] in PERSONAL
    return "-pronoun" if pronoun else "-noun"


def is_verb_alone(name: str, cues: Cues) -> bool:
    """Tell what a phrase took from a verb: Adding; another advised; Ending "..."."""
    words = name.lower().split()
    if len(words) == 1 and words[0].endswith("ing") and words[0] in load_senses().verbs:
        return True
    cue = cues.forms.get(words[-1])
    return cue is not None and cue.form in ("past", "ing") and (len(words) == 1 or name[0].islower())
