"""The mood of reported speech: which clauses are told though nothing but their verb says so (er sei, er komme)."""

from __future__ import annotations

from analysis.voices.languages.passages import Passage
from analysis.voices.languages.subjects_before import find_acting
from analysis.voices.languages.told import Told

SHORTEST = 5  # letters of a verb in -e that no list has
SECOND = ("t", "en", "e")  # how a verb ends that stands second


def in_mood(passage: Passage, first: int, last: int) -> bool:
    """Whether a clause is in the mood of reported speech, its verb not at its end as in relative clauses."""
    moods = (at for at in range(first, last - 1) if _is_mood(passage, at))
    return any(passage.lows[at + 1] not in (",", ".") for at in moods)


def _is_mood(passage: Passage, at: int) -> bool:
    """Whether a word is a verb in that mood: of the list, or one in -e right behind a noun (die Partei betreibe)."""
    rules, low = passage.rules, passage.lows[at]
    if low in rules["mood"]:
        return True
    if not (rules.capitals and rules["mood"] and low.endswith("e") and not low.endswith("te")) or not at:
        return False
    before = passage.words[at - 1]
    noun = before[0].isupper() and len(before) > 1 and before.lower() not in rules.small | rules["articles"]
    behind = noun or before.lower() in rules.pronouns
    small = rules.small | rules["articles"] | rules["determiners"] | rules.verbs.keys()
    return behind and passage.words[at][0].islower() and len(low) >= SHORTEST and low not in small


def has_verb_second(passage: Passage, first: int, hi: int) -> bool:
    """Whether a main clause begins at a token: an article or none, a noun, its verb (die Angriffe zeigten)."""
    rules = passage.rules
    noun = first + (passage.lows[first] in rules["articles"])
    if noun + 1 >= hi or not passage.words[noun][0].isupper() or not passage.words[noun + 1][0].islower():
        return False
    low = passage.lows[noun + 1]
    return low.endswith(SECOND) and low not in rules.small | rules["articles"] | rules["determiners"]


def find_by_mood(passage: Passage, lo: int, hi: int) -> Told | None:
    """Read "X defended himself: he be innocent": a clause in the mood behind the colon of a sentence."""
    if not passage.rules["mood"]:
        return None
    colon = next((at for at in range(lo + 1, hi - 2) if passage.lows[at] == ":"), -1)
    if colon < 0 or not in_mood(passage, colon + 1, hi):
        return None
    subject = find_acting(passage, lo, colon)
    return Told(colon + 1, hi, None, "clause", subject) if subject and subject.kind != "body" else None
