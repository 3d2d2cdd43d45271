"""Findings to actors: what is sure names people and organisations, what is not is judged by them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from functools import lru_cache
from typing import NamedTuple

from analysis.actors.findings import Finding
from analysis.actors.labels import Label
from analysis.actors.lexicon import Lexicon
from analysis.actors.organisations import Organisations
from analysis.people.folding import fold
from analysis.people.keys import is_family_first
from analysis.people.register import Person, Register

SURE_PEOPLE = frozenset(("titled", "role", "given"))
GUESSED_PEOPLE = frozenset(("family", "pair"))
OUTLET = frozenset(("told", "kind"))  # signs of an organisation rather than a person
ORGANISATIONS = frozenset(("body", "company", "quoted", "described", "people_republic"))
GUESSES = SURE_PEOPLE | GUESSED_PEOPLE | ORGANISATIONS

WORD = re.compile(r"[^\W_]+")
SHOUTED_SURELY = frozenset((Label.GIVEN + initials + Label.FAMILY) for initials in ("", Label.INITIAL))


class Named(NamedTuple):
    """A finding with the actor it names."""

    finding: Finding
    actor_id: str
    actor: str
    kind: str
    rule: str
    country: str | None


class Naming:
    """The people and organisations of a corpus, collected from findings, and the naming of each finding by them."""

    def __init__(self, lexicon: Lexicon, metonyms: bool = True) -> None:
        """metonyms: capitals and government buildings stand for their countries' governments."""
        self.lexicon = lexicon
        self.metonyms = metonyms
        self.people = Register(lexicon.aliases.names["people"])
        self.organisations = Organisations(lexicon)
        self.single_bodies: set[str] = set()  # single words that some office or description shows to be organisations
        self.texts: dict[Hashable, list[str]] = {}  # of each document, for the words that conditions ask for
        self._asked = _words_asked(lexicon)
        self._words: dict[Hashable, set[str]] = {}

    def collect(self, documents: list[list[Finding]]) -> None:
        """Take in all findings: first what is sure, then guesses that something in the corpus supports."""
        supported = self._supported(documents)
        for document in documents:
            self._trim_openers(document)
            for place, finding in enumerate(document):
                if finding.sex:
                    self.people.add_title(finding.document, finding.words[-1], finding.sex)
                if _is_only_shouted(finding):
                    continue  # a heading in capitals names whom the text names, and nobody new (Trump Impeachment)
                if finding.rule in SURE_PEOPLE and len(finding.words) > 1:
                    self.people.add(finding.document, place, finding.words)
                elif finding.rule == "known" and finding.actor and " " in finding.actor:
                    self.people.add(finding.document, place, tuple(finding.actor.split()))
                elif finding.rule in GUESSED_PEOPLE and (self._folded(finding) in supported or finding.signs & OUTLET):
                    if finding.labels[0] == Label.ACRONYM or finding.signs & OUTLET:  # IG Metall
                        finding.rule = "described"
                        self.organisations.add(finding, place)
                        continue
                    self.people.add(finding.document, place, finding.words)
                    finding.rule = "supported"
                elif finding.rule in ORGANISATIONS or (
                    finding.labels in (Label.BODY, Label.BODY_OR_FAMILY, Label.STANDING_BODY)
                    and finding.rule == "single"
                ):
                    self.organisations.add(finding, place)
                    if finding.rule == "described" and len(finding.words) == 1:
                        self.single_bodies.add(finding.text)
                elif finding.rule == "introduced":
                    self.organisations.introduce(finding)
                elif finding.labels in (Label.UNKNOWN, Label.ACRONYM) and finding.signs & {
                    "office",
                    "told",
                    "kind",
                    "acts",
                }:
                    self.single_bodies.add(finding.text)
        self.people.settle()
        self.organisations.settle()

    def _trim_openers(self, document: list[Finding]) -> None:
        """Take an unknown first word off a family name that the document knows (Criticize Trump)."""
        families = {finding.words[-1] for finding in document if finding.rule in SURE_PEOPLE and len(finding.words) > 1}
        for finding in document:
            two = finding.rule in GUESSED_PEOPLE and len(finding.words) == 2
            if (
                two
                and "opens" in finding.signs
                and finding.labels[0] == Label.UNKNOWN
                and finding.words[-1] in families
            ):
                finding.words, finding.labels, finding.rule = finding.words[1:], finding.labels[-1], "single"
                finding.start = finding.end - len(finding.words[0])
                finding.text = finding.words[0]

    def _folded(self, finding: Finding) -> str:
        return " ".join(map(fold, finding.words))

    def _supported(self, documents: Iterable[list[Finding]]) -> set[str]:
        """Find the guessed names that something shows to be a person's: a verb of speech, an age, a later surname."""
        support: Counter[str] = Counter()
        for document in documents:
            alone = {
                finding.words[-1]
                for finding in document
                if finding.rule == "single" and finding.labels in Label.FAMILY_ALONE
            }
            for finding in document:
                if finding.rule in GUESSED_PEOPLE:
                    shown = finding.signs & {"speech", "human"} or finding.words[-1] in alone
                    family_first = is_family_first(finding.words)
                    likely = finding.rule == "family" and not finding.signs & {"the", "office"}
                    if (shown and "the" not in finding.signs) or family_first or likely:
                        support[self._folded(finding)] += 1
        return set(support)

    def name(self, document: list[Finding]) -> Iterable[Named]:
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
        here = self._words_of(named.finding.document)
        return (not only_with or bool(only_with & here)) and not not_with & here

    def _words_of(self, document: Hashable) -> set[str]:
        """Find the words of a document that conditions ask for, when a name in it first has one."""
        if document not in self._words:
            texts = self.texts.get(document, ())
            self._words[document] = {word for text in texts for word in self._asked.findall(text)}
        return self._words[document]

    def _name(self, finding: Finding, place: int) -> Named | None:
        """Name one finding by its rule."""
        if _is_only_shouted(finding) and finding.rule not in ORGANISATIONS:
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

    def _as(self, finding: Finding, actor: str | None, kind: str, rule: str) -> Named | None:
        if actor is None:
            return None
        country = actor if kind == "country" else finding.owner
        if kind == "organisation" and country is None:
            country = self.organisations.owners.get(actor)
        return Named(finding, identify_body(actor, kind), actor, kind, rule, country)

    def _as_person(self, finding: Finding, person: Person | None, rule: str) -> Named | None:
        return Named(finding, person.actor_id, person.name, "person", rule, finding.owner) if person else None

    def _person(self, finding: Finding, place: int) -> Named | None:
        """Name a person from a full name, or from a family name after a title."""
        if len(finding.words) > 1:
            return self._as_person(finding, self.people.full(finding.document, finding.words), "full name")
        in_document = self.people.short(finding.document, place, finding.words, finding.sex)
        known = in_document[0] if in_document else self.people.known(finding.words, sex=finding.sex)
        return self._as_person(finding, known or self.people.bare(finding.words), "title")

    def _shouted(self, finding: Finding, place: int) -> Named | None:
        """Name a person in a heading in capitals, if the corpus has the full name or the document a part of it."""
        if len(finding.words) > 1 and self.people.knows(finding.document, finding.words):
            return self._as_person(finding, self.people.full(finding.document, finding.words), "full name")
        for words in (finding.words[-1:], finding.words[:1]):
            found = self.people.short(finding.document, place, words)
            if found and found[1] and words[0].isalpha():
                at = finding.text.lower().find(words[0].lower())
                finding.start, finding.end = finding.start + at, finding.start + at + len(words[0])
                finding.text, finding.words = finding.text[at : at + len(words[0])], words
                return self._as_person(finding, found[0], "surname")
        return None

    def _organisation(self, finding: Finding, place: int) -> Named | None:
        """Name an organisation from its full name; a name of one word that is a person's is that person."""
        if len(finding.words) == 1 and finding.rule == "described":
            person = self.people.short(finding.document, place, finding.words)
            if person:
                return self._as_person(finding, person[0], "surname")
        if "shouted" in finding.signs and not self.organisations.knows(finding):
            return None
        return self._as(finding, self.organisations.full(finding), "organisation", "organisation")

    def _part_of_name(self, finding: Finding, place: int) -> Named | None:
        """Name the person of whose name this is a part: in the document, else (family names) in the corpus."""
        found = self.people.short(finding.document, place, finding.words)
        if found and (found[1] or finding.labels[-1] in Label.GIVEN + Label.GIVEN_OR_PLACE):
            return self._as_person(finding, found[0], "surname" if found[1] else "given name")
        frequent = finding.labels in Label.GIVEN + Label.PERSON and self.people.count_documents(finding.words) >= 3
        sure = finding.rule == "surname" or finding.labels in Label.UNKNOWN + Label.FAMILY or frequent
        if sure:  # after "the" (the Obama administration) only who is well known in the corpus
            least = 2 if "the" in finding.signs else 1
            return self._as_person(finding, self.people.known(finding.words, least), "surname")
        return None

    def _single(self, finding: Finding, place: int) -> Named | None:
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
            if found or (finding.text in self.single_bodies and label == Label.ACRONYM):
                return self._as(finding, found or finding.text, "organisation", "abbreviation")
            return None
        return self._word(finding, place)

    def _country(self, finding: Finding, place: int) -> Named | None:
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

    def _known_body(self, finding: Finding, place: int) -> Named | None:
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

    def _word(self, finding: Finding, place: int) -> Named | None:
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
            if longer or finding.text in self.single_bodies:
                return self._as(finding, longer or finding.text, "organisation", "short form" if longer else "office")
        if finding.labels in Label.UNKNOWN + Label.FAMILY and "human" in finding.signs and "the" not in finding.signs:
            return self._as_person(finding, self.people.bare(finding.words), "surroundings")
        if finding.labels == Label.FAMILY and "speech" in finding.signs:
            return self._as_person(finding, self.people.bare(finding.words), "surroundings")
        return None


def _words_asked(lexicon: Lexicon) -> re.Pattern[str]:
    """Make one expression of the words and phrases that the conditions of aliases ask for."""
    asked = {word for pair in lexicon.conditions.values() for words in pair for word in words}
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(asked))) + r")(?!\w)")


def _is_only_shouted(finding: Finding) -> bool:
    """Tell whether a name of a heading in capitals is a guess: not a given name before a family name of the lists."""
    return "shouted" in finding.signs and finding.rule in GUESSES and finding.labels not in SHOUTED_SURELY


@lru_cache(maxsize=200_000)
def identify_body(actor: str, kind: str) -> str:
    """Write an organisation or a country as the identifier that tables hold: "organisation:united_nations"."""
    slug = "_".join(WORD.findall(actor.lower()))
    return f"{kind}:{slug or actor}"
