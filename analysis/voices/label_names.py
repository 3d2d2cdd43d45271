"""Names in labels: whom the words before a colon name, and how surely: Sergey Lavrov, President Putin, MR. TRUMP."""

from __future__ import annotations

from collections import Counter

from analysis.people.names import given_names, is_personal, is_sure, split_sequence, strip_titles
from analysis.people.titles import TITLES
from analysis.voices.announced import ON
from analysis.voices.referents import Referents
from analysis.voices.role_labels import ADDRESSING
from analysis.words.classes import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, is_page_part

CLOSED = PREPOSITIONS | DETERMINERS | CONJUNCTIONS


def is_full(words: list[str]) -> bool:
    """Tell a name to which an office can be added: JOHN SMITH, CNN HOST; Sen. Ann Lee, a Democrat."""
    bare, _ = strip_titles(words)
    return len(words) > 1 and (all(word.isupper() for word in words if word[0].isalpha()) or is_sure(bare))


def weigh(words: list[str], people: Referents, start: int) -> int:
    """Weigh a label: a full name is sure but in the first line, a word in capitals (NOTE) may be none."""
    bare, _ = strip_titles(words)
    full = len(words) > 1 and is_personal(bare) and words[0].lower() in given_names()
    if full:
        return 2 if start else 1
    unknown = words[-1].isupper() and not people.has_family(words[-1]) and len(words) == 1
    unsure = words[0].isascii() and not is_sure(bare)  # the lists of given names are in Latin letters
    thing = len(bare) == len(words) > 1 and not words[-1].isupper() and unsure  # Disaster Loan Program
    return 0 if unknown or (thing and not people.has_family(words[-1])) else 1


def list_by_initials(people: Referents) -> dict[str, str]:
    """Name by their initials those who alone have them in a text: AR, where Ann Roth is named and no Amy Rau."""
    named = {name for _, name in people.full_names}
    letters = {name: "".join([word[0] for word in name]) for name in named}
    times = Counter(letters.values())
    return {initials: " ".join(name) for name, initials in letters.items() if times[initials] == 1}


def name_person(words: list[str], people: Referents, bubble: bool = False) -> str | None:
    """Read a label as a person: Sergey Lavrov, President Putin, MR. TRUMP, LAVROV; under a bubble any name."""
    words = words[: _topic_start(words)] if bubble else words
    if not 0 < len(words) <= 9 or not words[-1][0].isupper() or is_page_part([word.lower() for word in words]):
        return None
    closed = any(word.lower() in CLOSED for word in words)
    if closed and words[0].lower() not in TITLES:
        return None  # TODAY ON THE HILL
    short = 2 if words[0].lower().rstrip(".") in ADDRESSING else 3  # Ms LEE has no initials
    cased = [word.capitalize() if word.isupper() and len(word) > short else word for word in words]
    parts = [part for part in split_sequence(" ".join(_last_capitals(cased))) if part]
    if not parts:
        return None
    name, sex = strip_titles(parts[-1])
    titled = len(name) < len(words) and words[0].lower().rstrip(".") in TITLES
    if bubble or is_personal(name) or titled or people.has_family(name[-1]) or words[-1].isupper():
        return people.full_name(name, sex) if _is_somebody(name, people) else None
    return None


def _topic_start(words: list[str]) -> int:
    """Find where what a name speaks of, or at, begins: Peskov on talks; Lavrov in an interview with TASS."""
    for at, word in enumerate(words[1:], 1):
        named = words[at - 1][0].isupper() and words[at - 1].lower() not in TITLES
        if word.lower() in ON or (named and word.lower() in PREPOSITIONS - {"of", "for"}):
            return at
    return len(words)


def _is_somebody(name: list[str], people: Referents) -> bool:
    """Tell a name from a title alone (Prime Minister), though it ends like one: LAURA DEAN; DEAN, once she is named."""
    known = len(name) > 1 and name[0].lower() in given_names()
    return name[-1].lower() not in TITLES or known or people.has_family(name[-1])


def _last_capitals(words: list[str]) -> list[str]:
    at = len(words)
    while at and words[at - 1][0].isupper():
        at -= 1
    return words[at:]
