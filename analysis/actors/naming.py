"""Findings to actors: what is sure names people and organisations, what is not is judged by them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from analysis.actors.findings import FoundName
from analysis.actors.guesses import ORGANISATIONS, SURE_PEOPLE, assign_rules, full_words, is_only_shouted
from analysis.actors.known_organisations import KnownOrganisations, OrganisationCounts
from analysis.actors.labels import Label
from analysis.actors.lexicon import Lexicon
from analysis.actors.organisations import Organisations
from analysis.people.keys import Key
from analysis.people.known import KnownPeople, PeopleCounts, list_fixed
from analysis.people.register import Person, Register

BODIES_IN_TEXTS = (Label.BODY, Label.BODY_OR_FAMILY, Label.STANDING_BODY)
OF_A_BODY = frozenset(("office", "told", "kind", "acts"))  # signs of an organisation
WORD = re.compile(r"[^\W_]+")


class Named(NamedTuple):
    """A finding with the actor it names."""

    finding: FoundName
    actor_id: str
    actor: str
    kind: str
    rule: str
    country: str | None


@dataclass
class ActorCounts:
    """What documents have of people and organisations, for the corpus that they are a part of."""

    people: PeopleCounts = field(default_factory=PeopleCounts)
    organisations: OrganisationCounts = field(default_factory=OrganisationCounts)
    single_bodies: set[str] = field(
        default_factory=set
    )  # words that an office or description shows to be organisations


@dataclass(frozen=True)
class KnownActors:
    """What all documents together tell of actors: small, and the same for every partition."""

    shown: frozenset[str] = frozenset()  # guessed names, folded, that something shows to be people's
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


class Naming:
    """The people and organisations of some documents, and the naming of each finding by them and by the corpus."""

    def __init__(self, lexicon: Lexicon, metonyms: bool = True) -> None:
        """metonyms: capitals and government buildings stand for their countries' governments."""
        self.lexicon = lexicon
        self.metonyms = metonyms
        self.people = Register(known=KnownPeople(fixed=people_of(lexicon)))
        self.organisations = Organisations(lexicon)
        self.known = KnownActors()
        self._single_bodies: set[str] = set()
        self.asked: dict[Hashable, frozenset[str]] = {}  # words of each document that conditions of aliases ask for

    def add(self, documents: Iterable[list[FoundName]], shown: Collection[str]) -> None:
        """Take in the findings of documents, their guesses judged: see `assign_rules`."""
        for document in documents:
            assign_rules(document, shown)
            for place, finding in enumerate(document):
                if finding.sex:
                    self.people.add_title(finding.document, finding.words[-1], finding.sex)
                if is_only_shouted(finding):
                    continue  # a heading in capitals names whom the text names, and nobody new (Trump Impeachment)
                if finding.rule == "supported":
                    self.people.add(finding.document, place, finding.words)
                elif words := full_words(finding):
                    self.people.add(finding.document, place, words)
                else:
                    self._add_organisation(finding, place)

    def _add_organisation(self, finding: FoundName, place: int) -> None:
        """Take in a finding that can be an organisation's name."""
        if finding.rule in ORGANISATIONS or (finding.rule == "single" and finding.labels in BODIES_IN_TEXTS):
            self.organisations.add(finding, place)
            if finding.rule == "described" and len(finding.words) == 1:
                self._single_bodies.add(finding.text)
        elif finding.rule == "introduced":
            self.organisations.introduce(finding)
        elif finding.labels in (Label.UNKNOWN, Label.ACRONYM) and not OF_A_BODY.isdisjoint(finding.signs):
            self._single_bodies.add(finding.text)

    def count(self, told_apart: frozenset[tuple[str, str]]) -> ActorCounts:
        """Count the names of these documents; told_apart: names of which the middle initials count."""
        return ActorCounts(self.people.count(told_apart), self.organisations.counts, set(self._single_bodies))

    def know(self, known: KnownActors) -> None:
        """Take in what the whole corpus knows."""
        self.known = known
        self.people.know(known.people)
        self.organisations.known = known.organisations

    def name(self, document: list[FoundName]) -> Iterable[Named]:
        """Name the actors of one document's findings; overlapping ones and those that name none are left out."""
        taken: dict[Hashable, list[tuple[int, int]]] = defaultdict(list)
        introduced = {(finding.row, finding.start): finding for finding in document if finding.rule == "introduced"}
        for place, finding in enumerate(document):
            if finding.rule == "introduced":
                continue
            longer = introduced.get((finding.row, finding.start))
            if longer and longer.end >= finding.end and finding.rule not in SURE_PEOPLE:
                finding = longer
            spans = taken[finding.row]
            if spans and any(start < finding.end and finding.start < end for start, end in spans[-3:]):
                continue
            named = self._name(finding, place)
            if named and self._allowed(named):
                spans.append((finding.start, finding.end))
                yield named

    def _allowed(self, named: Named) -> bool:
        """Tell whether the document has the words that an alias's conditions ask for."""
        if named.actor not in self.lexicon.conditions:
            return True
        only_with, not_with = self.lexicon.conditions[named.actor]
        here = self.asked.get(named.finding.document, frozenset())
        return (not only_with or bool(only_with & here)) and not not_with & here

    def _name(self, finding: FoundName, place: int) -> Named | None:
        """Name one finding by its rule."""
        if is_only_shouted(finding) and finding.rule not in ORGANISATIONS:
            return self._shouted(finding, place)
        if finding.rule in SURE_PEOPLE or finding.rule == "supported":
            return self._person(finding, place)
        if finding.rule in ORGANISATIONS or finding.rule == "introduced":
            return self._organisation(finding, place)
        if finding.rule in ("state", "government", "flag", "known"):
            if finding.rule == "known" and finding.actor:
                return self._as_person(
                    finding, self.people.full(finding.document, tuple(finding.actor.split())), "known"
                )
            return self._as(
                finding, finding.actor, self.lexicon.kinds.get(finding.actor or "", "country"), finding.rule
            )
        if finding.rule == "surname":
            return self._part_of_name(finding, place)
        return self._single(finding, place) if finding.rule == "single" else None

    def _as(self, finding: FoundName, actor: str | None, kind: str, rule: str) -> Named | None:
        if actor is None:
            return None
        country = actor if kind == "country" else finding.owner
        return Named(finding, identify_body(actor, kind), actor, kind, rule, country)

    def _as_person(self, finding: FoundName, person: Person | None, rule: str) -> Named | None:
        return Named(finding, person.actor_id, person.name, "person", rule, finding.owner) if person else None

    def _person(self, finding: FoundName, place: int) -> Named | None:
        """Name a person from a full name, or from a family name after a title."""
        if len(finding.words) > 1:
            return self._as_person(finding, self.people.full(finding.document, finding.words), "full name")
        in_document = self.people.short(finding.document, place, finding.words, finding.sex)
        known = in_document[0] if in_document else self.people.meant(finding.words, sex=finding.sex)
        return self._as_person(finding, known or self.people.bare(finding.words), "title")

    def _shouted(self, finding: FoundName, place: int) -> Named | None:
        """Name a person in a heading in capitals, if the corpus has the full name or the document a part of it."""
        if len(finding.words) > 1 and self.people.knows(finding.document, finding.words):
            return self._as_person(finding, self.people.full(finding.document, finding.words), "full name")
        for words in (finding.words[-1:], finding.words[:1]):
            found = self.people.short(finding.document, place, words)
            here = re.search(re.escape(words[0]), finding.text, re.IGNORECASE)  # .lower() would move places (İ)
            if found and found[1] and words[0].isalpha() and here:
                finding.start, finding.end = finding.start + here.start(), finding.start + here.end()
                finding.text, finding.words = here[0], words
                return self._as_person(finding, found[0], "surname")
        return None

    def _organisation(self, finding: FoundName, place: int) -> Named | None:
        """Name an organisation from its full name; a name of one word that is a person's is that person."""
        if len(finding.words) == 1 and finding.rule == "described":
            person = self.people.short(finding.document, place, finding.words)
            if person:
                return self._as_person(finding, person[0], "surname")
        if "shouted" in finding.signs and not self.organisations.knows(finding):
            return None
        return self._as(finding, self.organisations.full(finding), "organisation", "organisation")

    def _part_of_name(self, finding: FoundName, place: int) -> Named | None:
        """Name the person of whose name this is a part: in the document, else (family names) in the corpus."""
        found = self.people.short(finding.document, place, finding.words)
        if found and (found[1] or finding.labels[-1] in Label.GIVEN + Label.GIVEN_OR_PLACE):
            return self._as_person(finding, found[0], "surname" if found[1] else "given name")
        frequent = finding.labels in Label.GIVEN + Label.PERSON and self.people.count_documents(finding.words) >= 3
        sure = finding.rule == "surname" or finding.labels in Label.UNKNOWN + Label.FAMILY or frequent
        if sure:  # after "the" (the Obama administration) only who is well known in the corpus
            least = 2 if "the" in finding.signs else 1
            return self._as_person(finding, self.people.meant(finding.words, least), "surname")
        return None

    def _single(self, finding: FoundName, place: int) -> Named | None:
        """Name a word that stands alone, by its label and by what the document has."""
        label, actor = finding.labels, finding.actor
        if label in Label.COUNTRY + Label.BUILDING or (label in Label.CAPITAL + Label.GIVEN_OR_PLACE and actor):
            return self._country(finding, place)
        if label in Label.BODIES:
            return self._known_body(finding, place)
        if label in Label.BODY_END + Label.POST:
            longer = self.organisations.short(finding.document, place, finding.text) if "the" in finding.signs else None
            return self._as(finding, longer, "organisation", "short form")
        if label in Label.ACRONYM + Label.ABBREVIATION or finding.text in self.organisations.introduced.get(
            finding.document, {}
        ):
            found = self.organisations.abbreviation(finding.document, finding.text)
            if found or (finding.text in self.known.single_bodies and label == Label.ACRONYM):
                return self._as(finding, found or finding.text, "organisation", "abbreviation")
            return None
        return self._word(finding, place)

    def _country(self, finding: FoundName, place: int) -> Named | None:
        """Name a country, or the person who bears its name in this document (Michael Jordan)."""
        label = finding.labels
        if label in Label.GIVEN_OR_PLACE + Label.CAPITAL:
            person = self.people.short(finding.document, place, finding.words)
            if person and "in" not in finding.signs:
                return self._as_person(finding, person[0], "surname")
        if label in Label.CAPITAL + Label.BUILDING and not self.metonyms:
            return None if label == Label.CAPITAL else self._as(finding, finding.text, "organisation", "alias")
        rule = {Label.CAPITAL: "capital as government", Label.BUILDING: "government building"}.get(label, "alias")
        return self._as(finding, finding.actor, self.lexicon.kinds.get(finding.actor, "country"), rule)

    def _known_body(self, finding: FoundName, place: int) -> Named | None:
        """Name a known organisation or a body that stands alone, the document's own longer name first."""
        person = (
            self.people.short(finding.document, place, finding.words)
            if finding.labels == Label.BODY_OR_FAMILY
            else None
        )
        if person and person[1] == 2:  # Bloomberg, where the document has Mike Bloomberg
            return self._as_person(finding, person[0], "surname")
        if finding.labels in Label.BODY + Label.STANDING_BODY and " " in finding.text:
            longer = self.organisations.short(finding.document, place, finding.text)
            if longer and (finding.labels == Label.STANDING_BODY or finding.actor is None):
                return self._as(finding, longer, "organisation", "short form")
        if finding.labels == Label.STANDING_BODY:
            found = self.organisations.short(finding.document, place, finding.text) or self.organisations.only(
                finding.text
            )
            return self._as(
                finding,
                found or self.organisations.full(finding),
                "organisation",
                "short form" if found else "organisation",
            )
        if finding.text in self.organisations.introduced.get(finding.document, {}):
            return self._as(
                finding, self.organisations.abbreviation(finding.document, finding.text), "organisation", "abbreviation"
            )
        return self._as(finding, finding.actor, "organisation", "alias")

    def _word(self, finding: FoundName, place: int) -> Named | None:
        """Name a capitalised word: part of a person's or an organisation's name, or a person by what surrounds it."""
        if finding.labels in Label.NO_PERSON_AFTER_IN and finding.signs & {"in", "the"}:
            return None
        weak = finding.labels in Label.WEAK and ("opens" in finding.signs or "headline" in finding.signs)
        weak = weak and "shouted" not in finding.signs
        found = None if weak and not finding.signs & {"speech", "human"} else self._part_of_name(finding, place)
        if found:
            return found
        if finding.labels in Label.UNLISTED:
            longer = self.organisations.begun(finding.document, place, finding.text)
            if longer or finding.text in self.known.single_bodies:
                return self._as(finding, longer or finding.text, "organisation", "short form" if longer else "office")
        if finding.labels in Label.UNKNOWN + Label.FAMILY and "human" in finding.signs and "the" not in finding.signs:
            return self._as_person(finding, self.people.bare(finding.words), "surroundings")
        if finding.labels == Label.FAMILY and "speech" in finding.signs:
            return self._as_person(finding, self.people.bare(finding.words), "surroundings")
        return None


@lru_cache(maxsize=200_000)
def identify_body(actor: str, kind: str) -> str:
    """Write an organisation or a country as the identifier that tables hold: "organisation:united_nations"."""
    slug = "_".join(WORD.findall(actor.lower()))
    return f"{kind}:{slug or actor}"
