"""People who are named together at the head of a sentence: "Reps. Amy Lund (D-Ohio), Joe Fry and Kim Ode wrote"."""

from __future__ import annotations

import re
from bisect import bisect_left

from analysis.voices.lately import mask_quoted
from analysis.voices.named_people import NamedPeople

_OPENS = re.compile(  # a sentence, and what it opens with before its subject: In a letter, ...
    r"(?:(?<=[.!?”\"] )|(?<=\n)|\A)(?=[A-Z])"
    r"(?:(?:In|On|At|After|During|For|Earlier|Last|By|With|But|And|Meanwhile)\b[^,.;:\n]{0,80}, (?=[A-Z])|"
    r"[A-Z][a-z]+ly, (?=[A-Z]))?"
)
_BEFORE = re.compile(r"(?:(?:[A-Z][\w’'.-]*|the|of|for) ){0,8}")  # Holm College's; Texas Reps.
_BETWEEN = re.compile(  # two names: brackets, commas, and titles of the next one
    r"(?:['’]s?)?(?: \([^()\n]{1,30}\))?(?:, [DRI]-[\w.]+)?(?P<joint>,? and |, )(?:[A-Z][\w’'.-]*\.? ){0,5}"
)
LONGEST = 400  # characters of such a list


def find_named_together(people: NamedPeople, since: int, at: int) -> tuple[int, str] | None:
    """Find the last sentence before a place that two or more open by their names: where it begins, and who they are."""
    for start in reversed([one.end() for one in _OPENS.finditer(mask_quoted(people.text[since:at]))]):
        names = _list_opening(people, since + start, at)
        if len(names) > 1:
            return since + start, f"{', '.join(names[:-1])} and {names[-1]}"
    return None


def _list_opening(people: NamedPeople, start: int, stop: int) -> list[str]:
    """List the people with whose names a sentence begins, if the last two are joined by "and"."""
    names: list[str] = []
    number, here, joint = bisect_left(people.places, start), start, ""
    while number < len(people.places) and people.places[number] < min(stop, start + LONGEST):
        place, name = people.places[number], people.mentions[number]
        between = (_BETWEEN if names else _BEFORE).fullmatch(people.text, here, place)
        if between is None:
            break
        joint = between["joint"] if names else ""
        names.append(name)
        family = name.rpartition(" ")[2]
        found = people.text.find(family, place, place + len(name) + 40)
        if found < 0:
            break
        here, number = found + len(family), number + 1
    return list(dict.fromkeys(names)) if "and" in joint else []
