"""Who of several of one family name is meant by it alone: "Bill Hart ran. "...," Hart said"."""

from __future__ import annotations

from bisect import bisect_left

from analysis.voices.beside import is_subject
from analysis.voices.named_people import NamedPeople

NEAR = 1500  # characters of a paragraph in which somebody of a family is looked for


def find_of_family(people: NamedPeople, word: str, at: int) -> str | None:
    """Find who of a family is named in full in the paragraph before a place, of several who acts there.

    If nobody is, it is who acts in the paragraph above; None if that is nobody or several, or one alone bears the name.
    """
    if len(people.list_families(word)) < 2:
        return None
    opens = _find_start(people.text, at)
    here = _list_named(people, word, opens, at)
    acting = {name for name, acts in here if acts}
    if here or not opens:
        return _only(acting or {name for name, _ in here})
    stop = len(people.text[max(0, opens - NEAR) : opens].rstrip()) + max(0, opens - NEAR)
    return _only({name for name, acts in _list_named(people, word, _find_start(people.text, stop), stop) if acts})


def _find_start(text: str, at: int) -> int:
    return text.rfind("\n", max(0, at - NEAR), at) + 1 or max(0, at - NEAR)


def _list_named(people: NamedPeople, word: str, start: int, end: int) -> list[tuple[str, bool]]:
    """List the people of a family who are named in full between two places, each with whether they act there."""
    found = []
    for number in range(bisect_left(people.places, start), bisect_left(people.places, end)):
        name, place = people.mentions[number], people.places[number]
        if name.endswith(f" {word}") and people.text.startswith(f"{name.split()[0]} ", place):
            found.append((name, is_subject(people.text, place)))
    return found


def _only(names: set[str]) -> str | None:
    return names.pop() if len(names) == 1 else None
