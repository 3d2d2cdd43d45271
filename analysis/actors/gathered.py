"""The people and organisations of some documents, gathered from their findings, and what the corpus adds."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from analysis.actors.findings import FoundName
from analysis.actors.guesses import ORGANISATIONS, Judged, assign_rules, full_words, is_only_shouted
from analysis.actors.known_actors import ActorCounts, KnownActors, people_of
from analysis.actors.labels import Label
from analysis.actors.lexicon import Lexicon
from analysis.actors.organisations import Organisations
from analysis.people.known import KnownPeople
from analysis.people.register import Register

BODIES_IN_TEXTS = (Label.BODY, Label.BODY_OR_FAMILY, Label.STANDING_BODY)
OF_A_BODY = frozenset(("office", "told", "kind", "acts"))  # signs of an organisation


class GatheredActors:
    """The people and organisations of some documents, and what the corpus knows: by them findings get their actors.

    asked: for each document, the words of it that conditions of aliases ask for.
    """

    def __init__(self, lexicon: Lexicon, metonyms: bool = True) -> None:
        """metonyms: capitals and government buildings stand for their countries' governments."""
        self.lexicon = lexicon
        self.metonyms = metonyms
        self.people = Register(known=KnownPeople(fixed=people_of(lexicon)))
        self.organisations = Organisations(lexicon)
        self.known = KnownActors()
        self.asked: dict[Hashable, frozenset[str]] = {}
        self._single_bodies: set[str] = set()

    def add(self, documents: Iterable[list[FoundName]], judged: Judged) -> None:
        """Take in the findings of documents, their guesses judged: see `assign_rules`."""
        for document in documents:
            assign_rules(document, judged)
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
