"""What a role says of whom it stands for: "the Democratic nominee", "the head of the agency", "the politician"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.people.names import POSSESSIVE
from analysis.people.titles import ROLES_HE, ROLES_SHE
from analysis.words.classes import DETERMINERS, PREPOSITIONS

GENERIC = frozenset(["politician", "diplomat", "official", "lawmaker", "speaker", "man", "woman"])
OFFICIAL = frozenset(["official", "lawmaker", "speaker"])
PARTISAN = frozenset(["democratic", "republican", "democrat", "labour", "conservative", "liberal"])
UNDER = frozenset(["vice", "deputy", "assistant", "associate", "lieutenant"])
NAMELESS = frozenset(["unnamed", "anonymous", "unidentified"])
# what a general noun can stand for
BROADER = {
    "official": "minister official secretary commissioner administrator deputy",
    "politician": "leader party senator governor deputy congressman congresswoman candidate minister mp mayor "
    "president lawmaker",
    "diplomat": "ambassador envoy foreign minister diplomat ministry",
    "lawmaker": "senator representative congressman congresswoman deputy mp sen rep lawmaker",
    "spokesman": "spokesperson spokeswoman",
    "spokeswoman": "spokesperson spokesman",
    "representative": "spokeswoman spokesman spokesperson",
    "businessman": "billionaire mogul magnate developer tycoon",
    "billionaire": "businessman mogul magnate",
}


@dataclass(frozen=True, slots=True)
class MeantRole:
    """The words of a role in small letters.

    content: those that tell; wider: with what they are kinds of; parties: those with a capital; owners: whose it is
    (Lee's lawyer); sex: "f", "m" or ""; himself: whether it is "the mayor himself".
    """

    content: frozenset[str]
    wider: frozenset[str]
    parties: frozenset[str]
    owners: frozenset[str]
    sex: str
    himself: bool


def parse_role_words(words: Sequence[str]) -> MeantRole:
    """Read the words of a role."""
    lows = [word.lower() for word in words]
    content = frozenset(low for low in lows if low not in DETERMINERS and low not in PREPOSITIONS and len(low) > 2)
    sex = "f" if content & ROLES_SHE else "m" if content & ROLES_HE - {"spokesman", "chairman"} else ""
    selves = content & {"himself", "herself"}
    kinds = frozenset().union(*(BROADER.get(low, "").split() for low in content))
    parties = frozenset(word.lower() for word in words if word[0].isupper()) & PARTISAN
    owners = frozenset(POSSESSIVE.sub("", word) for word in words if POSSESSIVE.search(word))
    return MeantRole(content, kinds | content - selves, parties, owners, sex, bool(selves))


def rank_by_role(meant: MeantRole, people: Iterable[tuple[str, set[str]]]) -> list[str]:
    """Take those whom a role fits best, by the words that describe each: none if it fits nobody."""
    scores = {
        name: len(meant.wider & told) + len(meant.content & told)
        for name, told in people
        if meant.owners.isdisjoint(name.split())  # Lee's lawyer is not Lee
        and UNDER & meant.content <= told  # the vice president is no president
        and ("chief" in told or not {"chief", "justice"} <= meant.content)
        and not (len(meant.content) == 1 and (UNDER & told) - meant.content)  # the president is no vice president
        and (not meant.parties or not (told & PARTISAN - meant.parties) or meant.parties & told)
    }
    most = max(scores.values(), default=0)
    return [name for name, score in scores.items() if score == most and most]
