"""Whom news calls by what it has not said of them: Lund spoke, and the next paragraph has "the Ohio Democrat"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analysis.people.lists import given_names
from analysis.voices.referents_roles import LAWMAKERS, MEMBERS, PARTIES, AskedTitle, is_elsewhere
from analysis.voices.referents_titles import FORMER, SHORT_FORMS, BorneTitle

RUNNING = frozenset(
    ["nominee", "candidate", "front-runner", "frontrunner", "hopeful", "contender", "challenger", "incumbent"]
)
LEGISLATING = frozenset(LAWMAKERS.split()) - {"leader", "whip", "deputy", "member"}
GOVERNING = frozenset(
    ["governor", "mayor", "secretary", "minister", "premier", "president", "chancellor", "ambassador"]
)
WEALTHY = frozenset(["billionaire", "businessman", "businesswoman", "mogul", "tycoon"])
FIGURES = RUNNING | LEGISLATING | GOVERNING | WEALTHY
ARTISTS = frozenset(
    [
        *("rapper", "singer", "musician", "star", "actor", "actress", "comedian", "comic", "entertainer", "songwriter"),
        *("guitarist", "drummer", "novelist", "filmmaker", "quarterback", "golfer", "boxer", "celebrity", "athlete"),
    ]
)
"""Nouns for artists and athletes, who need no other title to be called so."""
"""Nouns for public figures, by which news calls whom it has just named."""
SERVING = LEGISLATING | GOVERNING | {"spokesman", "adviser", "aide"}
BESIDES = frozenset(["leader", "whip", "speaker", "chairman", "member", "judge", "justice", "doctor", "general",
    "colonel", "captain", "vice", "official", "rival", "opponent", "critic", "ally"])  # fmt: skip
"""Titles that public figures have besides."""
OTHERS = frozenset(["other", "same", "news"])  # the other candidate; a paper, the Hull News Democrat
FOLDED = {"gop": "republican", "democratic": "democrat"}


def is_epithet(words: Sequence[str], asked: AskedTitle) -> bool:
    """Tell "the New York Democrat", "the former senator" and "the nominee" from "the driver" and "the president".

    A bare office is somebody's whom the text may not have named at all.
    """
    known = asked.title.head in FIGURES or asked.title.head in ARTISTS or asked.title.former
    figure = words[0].lower() == "the" and known and not asked.owned
    if not figure or not OTHERS.isdisjoint(word.lower() for word in words):
        return False
    return asked.title.former or asked.title.head not in GOVERNING or "elect" in asked.title.about


def is_placed(asked: AskedTitle, told: Iterable[Sequence[BorneTitle]]) -> bool:
    """Tell "the Ohio Democrat", of a place that the titles of nobody who bears the noun have; told: their titles."""
    if asked.title.head not in MEMBERS or not asked.proper:
        return False
    return not any(asked.title.proper <= title.about for titles in told for title in titles)


def bears_no_name(words: Sequence[str], asked: AskedTitle) -> bool:
    """Tell "the president", said of nobody by name, from "the president of Kenya" and "his mayor"."""
    return words[0].lower() == "the" and asked.content == {asked.title.head} and asked.title.head == "president"


def may_hold_office(told: Sequence[BorneTitle]) -> bool:
    """Tell who is called nothing but a member of a party from who runs for an office or has another one."""
    return {title.head for title in told} <= MEMBERS | {"president"}


def can_be_called(name: str, told: Sequence[BorneTitle], asked: AskedTitle) -> bool:
    """Tell whether nothing that a text says of somebody speaks against a description of a public figure.

    The Lund adviser is not Lund; nobody has two parties; an analyst is no senator, and a senator no governor.
    """
    parts, heads = name.lower().split(), {title.head for title in told}
    if not (told or parts[0] in given_names()) or any(part in asked.proper for part in parts):
        return False
    if asked.title.head == "president" and asked.title.former and not told:
        return False  # whom all know
    if asked.title.head in ARTISTS:
        return heads <= ARTISTS
    if asked.title.head in WEALTHY and heads & SERVING:
        return False
    parties, party = {_party_of(title) for title in told} - {""}, _party_of(asked.title)
    if party and parties and party not in parties:
        return False
    if is_elsewhere(asked, told) or not heads <= FIGURES | BESIDES | MEMBERS | FORMER:
        return False
    seats = LEGISLATING - MEMBERS - {"lawmaker", "legislator"}
    now = {title.head for title in told if not title.former}
    elsewhere = RUNNING if asked.title.head in RUNNING else seats if asked.title.head in GOVERNING else ()
    if asked.title.former and not now.isdisjoint(elsewhere):
        return False  # a senator is seldom called the former secretary, a nominee never the former candidate
    office = asked.title.head in seats | GOVERNING and not (asked.title.former or "elect" in asked.title.about)
    return not (office and heads & (seats | GOVERNING))


def _party_of(title: BorneTitle) -> str:
    """Give the party that a title says: of the Republican, of the GOP nominee; "" if none."""
    if title.head in MEMBERS:
        return title.head
    found = [FOLDED.get(low, low) for low in sorted(title.about) if low in PARTIES or low in FOLDED]
    return SHORT_FORMS.get(found[0], found[0]) if found else ""
