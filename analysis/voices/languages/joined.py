"""Several who speak together: Ann Lee and her colleague Joe Fry said; "A und B", "A и B"."""

from __future__ import annotations

from analysis.voices.languages.described import Subject
from analysis.voices.languages.passages import Passage
from analysis.voices.languages.phrases import BRACKET, WALLS, end_of_phrase

MOST = 2  # of whom one or both have a role alone
BETWEEN = 7  # tokens before a name that say who that is: and his colleague in the ministry, X


def find_several_before(passage: Passage, lo: int, at: int) -> Subject | None:
    """Find the people joined by "and" of whom the last stands before a verb, its clause's comma between at most."""
    places = [first for first in passage.list_named(lo, at) if passage.named[first][0] <= at]
    last = max(places, default=-1)
    if last < 0 or not _is_near(passage, _behind_bracket(passage, passage.named[last][0], at), at):
        return _join_roles_before(passage, lo, at)
    return _gather(passage, lo, last) or _join_roles_before(passage, lo, at)


def find_several_after(passage: Passage, at: int, hi: int) -> Subject | None:
    """Find the people joined by "and" of whom the first stands behind a verb."""
    places = passage.list_named(at, hi)
    if not places or not WALLS.isdisjoint(passage.lows[at : places[0]]):
        return _join_roles(passage, at, hi)
    found = None
    for first in places[1:]:
        joined = _gather(passage, at, first)
        if not joined or joined.first != places[0]:
            break
        found = joined
    return found or _join_roles(passage, at, hi)


def _join_roles_before(passage: Passage, lo: int, at: int) -> Subject | None:
    """Find the two joined by "and" right before a verb one or both of them a role alone: the mayor and his aide."""
    first = lo
    while first < at and not passage.words[first][0].isalnum():
        first += 1
    found = _join_roles(passage, first, at)
    return found if found and _is_near(passage, found.last, at) else None


def _join_roles(passage: Passage, first: int, hi: int) -> Subject | None:
    """Read "the mayor of Omsk and Ann Lee" from a token on: two, each a role or a person in the nominative."""
    rules = passage.rules
    if rules.verb_last:
        return None
    parts: list[str] = []
    start, joining = first, ""
    while start < hi:
        start += passage.lows[start] in rules["articles"]
        titled = start + 1 < hi and passage.lows[start].rstrip(".") in rules["titles"]  # Mme Roux
        start += titled
        end = end_of_phrase(passage, start, hi)
        if end == start or not (titled or _is_somebody(passage, start, end)):
            return None
        people = [passage.named[at][1].name for at in passage.list_named(start, end)]
        text = people[-1] if people else passage.text[passage.starts[start] : passage.ends[end - 1]]
        parts.append(text if people or parts or rules.capitals or titled else text[0].lower() + text[1:])
        if len(parts) == MOST or end >= hi or passage.lows[end] not in rules["joining"]:
            break
        start, joining = end + 1, f" {passage.words[end]} "
    return Subject(first, end, joining.join(parts), "several", "p") if len(parts) == MOST else None


def _is_somebody(passage: Passage, first: int, last: int) -> bool:
    """Whether a phrase begins with a person, or with a noun for one or a body, in the nominative."""
    if first in passage.named:
        return passage.named[first][1].is_nominative
    nouns = passage.rules.nouns.get(passage.lows[first], ())
    sure = any(noun.is_nominative and noun.number == "s" for noun in nouns)
    return sure and all(passage.named[at][1].is_nominative for at in passage.list_named(first, last))


def _gather(passage: Passage, lo: int, last: int) -> Subject | None:
    """Read "A, B and C" backwards from C; None where nobody is joined to it, or somebody is in another case."""
    conjunction, before = _joined_to(passage, lo, last)
    if before < 0:
        return None
    people, first = [before, last], before
    while first - 1 > lo and passage.lows[first - 1] == ",":
        other = _person_ending(passage, lo, first - 1)
        if other < 0:
            break
        people.insert(0, other)
        first = other
    if not all(passage.named[one][1].is_nominative for one in people):
        return None
    names = [passage.named[one][1].name for one in people]
    name = f"{', '.join(names[:-1])} {passage.words[conjunction]} {names[-1]}"
    return Subject(first, passage.named[last][0], name, "several", "p")


def _joined_to(passage: Passage, lo: int, last: int) -> tuple[int, int]:
    """The "and" before a name and its role, and where the person begins whose name ends there; -1: none."""
    rules = passage.rules
    for here in range(last - 1, max(lo, last - BETWEEN) - 1, -1):
        low = passage.lows[here]
        if low in rules["joining"]:
            return here, _person_ending(passage, lo, here)
        if low in WALLS or low in rules.verbs or here in passage.named or low in rules["conjunctions"]:
            break
    return -1, -1


def _person_ending(passage: Passage, lo: int, end: int) -> int:
    """Where the person begins whose name, or the party in brackets behind it, ends before a token; -1: nobody."""
    stop = end
    if stop > lo and passage.words[stop - 1] == ")":
        opens = (here for here in range(stop - 2, max(lo, stop - BRACKET) - 1, -1) if passage.words[here] == "(")
        stop = next(opens, stop)
    return next((first for first in passage.list_named(lo, stop) if passage.named[first][0] == stop), -1)


def _behind_bracket(passage: Passage, at: int, hi: int) -> int:
    """Where a party in brackets behind a name ends."""
    if at >= hi or passage.words[at] != "(":
        return at
    return next((here + 1 for here in range(at, min(hi, at + BRACKET)) if passage.words[here] == ")"), at)


def _is_near(passage: Passage, end: int, at: int) -> bool:
    """Whether nothing but small words and a place or a time stands between a name and its verb."""
    prepositions = passage.rules["prepositions"]
    for here in range(end, at):
        word, low = passage.words[here], passage.lows[here]
        if low in WALLS or here in passage.named or (word[0].isupper() and passage.lows[here - 1] not in prepositions):
            return False
    return True
