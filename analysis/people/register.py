"""The register of people: one person for all the ways a corpus names somebody.

Two full names are one person if their family names and their given names fold to the same keys
(folding.py), or if one is the other with names left out. A short name leads to the person of that name
in the document, the last one named before it; else to the one whom nearly all documents mean by it.
Speakers and mentions are both looked up here, so that they bear the same identifier.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from analysis.people.document_names import DocumentNames
from analysis.people.keys import Key, bare_key, fold_part, is_family_first, make_key, split_generation
from analysis.people.known import (
    KnownPeople,
    PeopleCounts,
    count_people,
    find_told_apart,
    gather_initials,
    learn_people,
    list_fixed,
)
from analysis.people.lists import given_names, load_list
from analysis.people.names import guess_sex, is_sure

DOMINANT = 0.75  # share of the documents with a family name that must mean one person for all to mean it
LEADING = 0.5  # likewise to be meant where the document names another of that family name as well


class Person(NamedTuple):
    """A person of the register: the identifier that all spellings share, and the name that tables show."""

    actor_id: str
    name: str


class Register:
    """The full names of some documents, and the person whom each name in them means, by what the corpus knows."""

    def __init__(self, aliases: Mapping[str, Iterable[str]] | None = None, known: KnownPeople | None = None) -> None:
        """aliases: people of the alias files, the name shown and the other names; known: what `learn_people` gives."""
        self.known = known or KnownPeople(fixed=list_fixed(aliases or {}))
        self._named: dict[Hashable, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)  # document -> place, words
        self._names: dict[Hashable, DocumentNames] = {}
        self._titles: dict[tuple[Hashable, str], set[str]] = defaultdict(set)  # document, family name -> sexes
        self._elders: set[tuple[Hashable, str]] = set()  # document, family name: President Roth, beside Sam Roth Jr.

    def add(self, document: Hashable, place: int, words: tuple[str, ...]) -> None:
        """Note a full name at a place of a document."""
        self._named[document].append((place, words))

    def add_title(self, document: Hashable, family: str, sex: str) -> None:
        """Note that a document puts a title of this sex ("m", "f") before a family name."""
        self._titles[document, fold_part(family)].add(sex)

    def add_elder(self, document: Hashable, family: str) -> None:
        """Note that a document means another one by a family name than the younger one whom alone it names in full."""
        self._elders.add((document, fold_part(family)))

    def title_sex(self, document: Hashable, family: str) -> str:
        """Give the sex of the titles that a document puts before a family name; "" where it has none, or both."""
        sexes = self._titles.get((document, fold_part(family)), ())
        return next(iter(sexes)) if len(sexes) == 1 else ""

    def settle(self) -> None:
        """Decide which full names are one person, first within each document, then over all, where these are all."""
        told_apart = find_told_apart(gather_initials({words for named in self._named.values() for _, words in named}))
        self.know(learn_people(self.count(told_apart), told_apart, self.known.fixed))

    def know(self, known: KnownPeople) -> None:
        """Take in what the whole corpus knows."""
        if known.told_apart != self.known.told_apart:
            self._names.clear()
        self.known = known

    def count(self, told_apart: frozenset[tuple[str, str]]) -> PeopleCounts:
        """Count the names of these documents; told_apart: names of which the middle initials count in the corpus."""
        self.know(replace(self.known, told_apart=told_apart))
        documents = ((self._in(document), [words for _, words in named]) for document, named in self._named.items())
        return count_people(documents, told_apart)

    def _in(self, document: Hashable) -> DocumentNames | None:
        """Give the names of a document, read when first asked for; None if it has none."""
        if document not in self._names and document in self._named:
            self._names[document] = DocumentNames(self._named[document], self.known.told_apart)
        return self._names.get(document)

    def full(self, document: Hashable, words: tuple[str, ...]) -> Person:
        """Name the person whom a full name means, one that was added or any other; a single name as it stands."""
        if len(words) < 2:
            return self.bare(words)
        names = self._in(document)
        key = names.find(words) if names else None
        if key is None:
            key = make_key(words, self.known.told_apart)
        return self._person(key, " ".join(words))

    def _person(self, key: Key, name: str) -> Person:
        key = self.known.joined.get(key, key)
        if name and key not in self.known.shown and key not in self.known.fixed:
            key = self.known.find_spelling(name) or key
        shown = self.known.shown.get(key) or self.known.fixed.get(key) or name
        own = make_key(tuple(shown.split()), self.known.told_apart) if key in self.known.fixed else key
        return Person(identify_person(own), shown)

    def bare(self, words: tuple[str, ...]) -> Person:
        """Take a family name that may mean several people, or somebody never named in full, as it stands."""
        return Person(identify_person(bare_key(words)), " ".join(words))

    def short(self, document: Hashable, place: int, words: tuple[str, ...], sex: str = "") -> tuple[Person, int] | None:
        """Name the person of the document whom a part of a name means, and how good a part it is.

        sex: "m" or "f" of a title before the name; who is known to be of the other is not meant (Mr. Obama is not
        Michelle Obama).
        """
        names = self._in(document)
        found = names.part(place, words) if names else None
        if not found:
            return None
        people, rank = [self.known.joined.get(key, key) for key in found[0] if self._fits(key, sex)], found[1]
        if not people or (rank == 0 and len(set(people)) > 1):  # a given name that several people bear
            return None
        if rank == 2 and (document, people[-1][0]) in self._elders:
            leader = self.known.leaders[people[-1][0]][0]
            return (self.bare(words) if leader in people else self._person(leader, "")), rank
        if rank == 2:
            people = [*self._titled_here(document, people), *people]
        return self._person(self._meant(people), ""), rank

    def _fits(self, key: Key, sex: str) -> bool:
        return not sex or guess_sex(self.known.shown.get(key, "") or key[0]) in ("", sex)

    def _titled_here(self, document: Hashable, people: list[Key]) -> list[Key]:
        """Give whom a document means by a title that fits none of its people: Mr. Obama, beside Michelle Obama."""
        family = people[-1][0]
        titled = self._titles.get((document, family), ())
        strange = [sex for sex in sorted(titled) if not any(self._fits(key, sex) for key in people)]
        leader = self.known.leaders[family][0]
        return [leader] if strange and self._fits(leader, strange[0]) else []

    def _meant(self, named: list[Key]) -> Key:
        """Choose whom a family name means: who bears it in most documents, else who was named last (no Jr.)."""
        last = next((key for key in reversed(named) if not key[2]), named[-1])
        if len(set(named)) > 1:
            leader, most, documents = self.known.leaders[last[0]]
            if leader in named and most >= max(3, LEADING * documents):
                return leader
        return last

    def count_documents(self, words: tuple[str, ...]) -> int:
        """Count the documents that name somebody of this family name in full."""
        found = self.known.leader(words)
        return found[2] if found else 0

    def meant(self, words: tuple[str, ...], least: int = 1, sex: str = "") -> Person | None:
        """Name the person whom nearly all documents mean by a family name; the bare name if they mean several.

        least: documents that must name that person in full; with 2 or more, no bare name is given. sex: of a title.
        """
        found = self.known.leader(words)
        if found is None or found[1] < least:
            return None
        leader, most, documents = found
        if most >= DOMINANT * documents and self._fits(leader, sex):
            return self._person(leader, "") if most >= self._documents_asked(leader, words[-1], sex) else None
        return self.bare(words) if least == 1 else None

    def _documents_asked(self, leader: Key, word: str, sex: str) -> int:
        """Say how many documents must name somebody for a word alone to mean them where nobody is named in full.

        One, if a given name stands before it; one more each where none does, where the word is an English one (Story,
        Price) or a given name itself (Philip; behind a title, of which sex is, it is none), and where it is spelt
        otherwise.
        """
        if leader in self.known.fixed:
            return 1
        name = tuple(self.known.shown.get(leader, word).split())
        family = split_generation(name)[0][-1]
        low = word.lower()
        doubts = (
            not (is_sure(list(name)) or is_family_first(name)),
            low in load_list("common_words"),
            bool(given_names().get(low)) and not sex,  # of known sex: the longest lists have Berg too
            low != family.lower(),
        )
        return 1 + sum(doubts)

    def knows(self, document: Hashable, words: tuple[str, ...]) -> bool:
        """Tell whether a full name is a person's whom the document or the corpus names."""
        names = self._in(document)
        key = make_key(words, self.known.told_apart)
        known = key in self.known.shown or key in self.known.fixed
        return bool(names and names.find(words)) or known or self.known.find_spelling(" ".join(words)) is not None


def identify_person(key: Key) -> str:
    """Write a person's key as the identifier that tables hold: "person:lavrov_sergei"."""
    return "person:" + "_".join(part for part in key if part)
