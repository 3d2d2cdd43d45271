"""What documents have of people and organisations, counted, and what a whole corpus tells of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from analysis.actors.guesses import Judged
from analysis.actors.known_organisations import KnownOrganisations, OrganisationCounts
from analysis.actors.lexicon import Lexicon
from analysis.people.keys import Key
from analysis.people.known import KnownPeople, PeopleCounts, list_fixed


@dataclass
class ActorCounts:
    """What documents have of people and organisations, for the corpus that they are a part of.

    single_bodies: words that an office or a description shows to be organisations.
    """

    people: PeopleCounts = field(default_factory=PeopleCounts)
    organisations: OrganisationCounts = field(default_factory=OrganisationCounts)
    single_bodies: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class KnownActors:
    """What all documents together tell of actors: small, and the same for every partition.

    judged: whose guessed names are, in the whole corpus.
    """

    judged: Judged = field(default_factory=Judged)
    people: KnownPeople = field(default_factory=KnownPeople)
    organisations: KnownOrganisations = field(default_factory=KnownOrganisations)
    single_bodies: frozenset[str] = frozenset()


def join_counts(parts: Iterable[ActorCounts]) -> ActorCounts:
    """Join the counts of the partitions of a corpus, one at a time, in any order."""
    joined = ActorCounts()
    for part in parts:
        joined.people.update(part.people)
        joined.organisations.update(part.organisations)
        joined.single_bodies |= part.single_bodies
    return joined


def people_of(lexicon: Lexicon) -> dict[Key, str]:
    """Give the name shown for each full name of the alias files, made once."""
    fixed = lexicon.fixed.setdefault("people", {})
    if not fixed:
        fixed.update(list_fixed(lexicon.aliases.names["people"]))
    return fixed
