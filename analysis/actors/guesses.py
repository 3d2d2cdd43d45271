"""Guessed names of people: taken for names where something in the corpus supports them, by the documents' own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from analysis.actors.findings import FoundName
from analysis.actors.labels import Label
from analysis.people.folding import fold
from analysis.people.keys import is_family_first
from analysis.people.known import Initials, find_told_apart, gather_initials

SURE_PEOPLE = frozenset(("titled", "role", "given"))
GUESSED_PEOPLE = frozenset(("family", "pair"))
ORGANISATIONS = frozenset(("body", "company", "quoted", "described", "people_republic"))
GUESSES = SURE_PEOPLE | GUESSED_PEOPLE | ORGANISATIONS
KIND = "kind"  # a word for a body stands beside the name: the company X; X, a court
OUTLET = frozenset(("told", KIND))  # signs of an organisation rather than a person
SHOUTED_SURELY = frozenset((Label.GIVEN + initials + Label.FAMILY) for initials in ("", Label.INITIAL))


class Judged(NamedTuple):
    """What guessed names, folded, are in the whole corpus: people's, or bodies', and never both."""

    people: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Support:
    """What some documents say of names before any is judged; of all documents, after `join_support`."""

    shown: frozenset[str] = frozenset()  # guessed names, folded, that something shows to be a person's
    human: frozenset[str] = frozenset()  # of these, what is more than that they speak, as bodies do
    bodies: frozenset[str] = frozenset()  # guessed names, folded, beside which a word for a body stands
    initials: Initials = field(default_factory=dict)  # middle initials of sure names
    guessed: dict[str, Initials] = field(default_factory=dict)  # of guessed names, folded

    def judged(self) -> Judged:
        """Say of each guessed name what it is wherever it stands, so that no name is a person's and a body's."""
        bodies = self.bodies - self.human
        return Judged(self.shown - bodies, bodies)

    def told_apart(self) -> frozenset[tuple[str, str]]:
        """Give the names that stand with different middle initials, those of guesses counted where they are shown."""
        found: Initials = defaultdict(set)
        people = self.judged().people
        for part in (self.initials, *(initials for name, initials in self.guessed.items() if name in people)):
            for name, middles in part.items():
                found[name] |= middles
        return find_told_apart(found)


def gather_support(documents: Iterable[list[FoundName]]) -> Support:
    """Gather what some documents say of guessed names, and the middle initials that they have."""
    shown: set[str] = set()
    human: set[str] = set()
    bodies: set[str] = set()
    sure: set[tuple[str, ...]] = set()
    guessed: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for document in documents:
        for name, more in _list_shown(document):
            shown.add(name)
            human.update([name] if more else [])
        bodies.update(fold_guess(one.words) for one in document if one.rule in GUESSED_PEOPLE and KIND in one.signs)
        for rule, words in _list_full(document):
            (guessed[fold_guess(words)] if rule in GUESSED_PEOPLE else sure).add(words)
    initials = ((name, gather_initials(words)) for name, words in guessed.items())
    found = {name: dict(found) for name, found in initials if found}
    return Support(frozenset(shown), frozenset(human), frozenset(bodies), dict(gather_initials(sure)), found)


def join_support(parts: Iterable[Support]) -> Support:
    """Join what the partitions of a corpus say of names."""
    shown: set[str] = set()
    human: set[str] = set()
    bodies: set[str] = set()
    initials: Initials = defaultdict(set)
    guessed: dict[str, Initials] = defaultdict(lambda: defaultdict(set))
    for part in parts:
        shown |= part.shown
        human |= part.human
        bodies |= part.bodies
        for found, of_part in (
            (initials, part.initials),
            *((guessed[name], one) for name, one in part.guessed.items()),
        ):
            for name, middles in of_part.items():
                found[name] |= middles
    found = {name: dict(found) for name, found in guessed.items()}
    return Support(frozenset(shown), frozenset(human), frozenset(bodies), dict(initials), found)


def _list_shown(document: list[FoundName]) -> Iterator[tuple[str, bool]]:
    """List the guessed names that something shows to be a person's: a verb of speech, an age, a later surname.

    With whether it is more than a verb of speech, or a family name that the lists have.
    """
    guesses = [finding for finding in document if finding.rule in GUESSED_PEOPLE]
    if not guesses:
        return
    alone = {
        finding.words[-1] for finding in document if finding.rule == "single" and finding.labels in Label.FAMILY_ALONE
    }
    for finding in guesses:
        human = "human" in finding.signs or finding.words[-1] in alone
        shown = human or "speech" in finding.signs
        likely = finding.rule == "family" and not finding.signs & {"the", "office"}
        if (shown and "the" not in finding.signs) or is_family_first(finding.words) or likely:
            yield fold_guess(finding.words), bool(human and "the" not in finding.signs)


def _list_full(document: list[FoundName]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """List the full names of people, sure or guessed, with their rule."""
    _trim_openers(document)
    for finding in document:
        if is_only_shouted(finding):
            continue
        if words := full_words(finding):
            yield finding.rule, words
        elif finding.rule in GUESSED_PEOPLE and not _is_outlet(finding):
            yield finding.rule, finding.words


def full_words(finding: FoundName) -> tuple[str, ...]:
    """Give the words of a person's full name that is sure or known to be one; () for anything else."""
    if finding.rule in SURE_PEOPLE and len(finding.words) > 1:
        return finding.words
    return tuple(finding.actor.split()) if finding.rule == "known" and finding.actor and " " in finding.actor else ()


def assign_rules(document: list[FoundName], judged: Judged) -> None:
    """Say of each guess of a document what it is: a supported name, or described as an organisation.

    judged: what the whole corpus says of guessed names, from `Support.judged`.
    """
    _trim_openers(document)
    for finding in document:
        if finding.rule in GUESSED_PEOPLE and not is_only_shouted(finding):
            name = fold_guess(finding.words)
            if name in judged.people:
                finding.rule = "described" if finding.labels[0] == Label.ACRONYM else "supported"  # IG Metall
            elif finding.signs & OUTLET or name in judged.bodies:
                finding.rule = "described"


def _is_outlet(finding: FoundName) -> bool:
    return finding.labels[0] == Label.ACRONYM or bool(finding.signs & OUTLET)


def _trim_openers(document: list[FoundName]) -> None:
    """Take an unknown first word off a family name that the document knows (Criticize Trump)."""
    guesses = [finding for finding in document if finding.rule in GUESSED_PEOPLE and len(finding.words) == 2]
    if not guesses:
        return
    families = {finding.words[-1] for finding in document if finding.rule in SURE_PEOPLE and len(finding.words) > 1}
    for finding in guesses:
        opens = "opens" in finding.signs and finding.labels[0] == Label.UNKNOWN
        if opens and finding.words[-1] in families:
            finding.words, finding.labels, finding.rule = finding.words[1:], finding.labels[-1], "single"
            finding.start = finding.end - len(finding.words[0])
            finding.text = finding.words[0]


def fold_guess(words: tuple[str, ...]) -> str:
    """Give the key of a guessed name: its words, each folded."""
    return " ".join(map(fold, words))


def is_only_shouted(finding: FoundName) -> bool:
    """Tell whether a name of a heading in capitals is a guess: not a given name before a family name of the lists."""
    return "shouted" in finding.signs and finding.rule in GUESSES and finding.labels not in SHOUTED_SURELY
