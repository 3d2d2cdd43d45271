"""Whom a text names in full, with titles, in a heading or beside kin, learned from its capitalised words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from analysis.people.keys import split_generation
from analysis.people.lists import given_names
from analysis.people.names import TITLES_AND_ROLES, guess_sex
from analysis.people.titles import ROLES, TITLES
from analysis.voices.beside import find_kin, is_introduced, is_place_named
from analysis.voices.lately import is_family_name, list_heads
from analysis.voices.name_runs import (
    find_places_in,
    is_heading_verb,
    is_in_heading,
    parse_name,
    split_with_places,
    straighten_capitals,
)
from analysis.voices.referents_titles import is_country
from analysis.voices.speaking_alone import (
    can_be_full_name,
    count_words_before,
    find_speaking_alone,
    find_speaking_inside,
)

GIVEN_OR_TITLE = frozenset(title for title in TITLES if given_names().get(title))
ADDRESSING = frozenset(["mr", "mrs", "ms", "miss"])
OFFICE_OF = re.compile(r"([\w-]+) of \Z")
YOUNGER = frozenset(["jr", "iii", "iv"])
NO_SEX = "-"  # of whom a family name is apart whatever its title
MANY = 300  # people of one document whose roles are kept


class LearnedNames:
    """The full names of a text with their places, and with which titles its family names stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.full_names: list[tuple[int, tuple[str, ...]]] = []
        self.sexes: dict[str, Counter[str]] = defaultdict(Counter)
        self._places_in = find_places_in(text)
        self._named: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)  # where a person is named in full
        self._titles: dict[str, set[str]] = defaultdict(set)  # with which a family name stands: President Lee
        self._titled: set[str] = set()  # family names that stand behind a title and with no given name: President Lee
        # families of whom only kin is named in full, of which sex: Roth and first lady Ann Roth; Mr. Roth and Ann Roth
        self._apart: dict[str, str] = {}
        self._addressed: dict[str, str] = {}  # the sex of whom the text calls Mr or Ms, by the name behind it
        self._wives: set[str] = set()  # family names behind Mrs
        self._first_addressed: dict[str, tuple[int, str]] = {}  # where a family name first stands behind Mr or Ms
        self._first_titled: dict[str, int] = {}  # where a family name first stands behind a title alone
        self._unsure: list[tuple[int, tuple[str, ...], tuple[str, ...]]] = []  # may be full: place, name, words
        self._given: list[tuple[int, tuple[str, ...]]] = []  # Dean Foster: a dean, or somebody of that given name

    def _learn_all(self, sequences: Iterable[tuple[int | None, str]]) -> None:
        """Learn from the capitalised words of a text, each with its place; None for those of its heading."""
        for place, sequence in sequences:
            for at, words in split_with_places(sequence) if " " in sequence else ():
                if len(words) > 1:  # one word is neither a full name nor has a title
                    self._learn(-1 if place is None else place + at, words)
        self._learn_unsure()
        self._learn_given()
        self._learn_apart()
        self._titled |= {name for name in list_heads(self.text) if not is_country(name)}
        self._learn_younger()

    def _learn(self, at: int, words: tuple[str, ...]) -> None:
        office = OFFICE_OF.search(self.text, max(0, at - 30), max(0, at)) if is_country(words[0]) else None
        placed = len(words) > 2 and office is not None and office[1].lower() in TITLES_AND_ROLES
        if placed:  # the President of Norway Jorunn Vik
            at, words = at + len(words[0]) + 1, words[1:]
        name, sex, personal, sure = parse_name(words)
        if personal and any(map(is_heading_verb, name[1:])) and (at < 0 or is_in_heading(self.text, at)):
            name = name[: next(place for place in range(1, len(name)) if is_heading_verb(name[place]))]
            if len(name) < 2 or at < 0:
                return  # Lee Backs a Tax
        abbreviated = (
            len(name[0].rstrip(".")) == 1 and name[0] == words[0] and at > 1 and self.text[at - 1] == "."
        )  # the U.S. Navy
        personal = personal and not abbreviated
        sure = sure and not (personal and name[0] in self._places_in)
        sure = sure and not (personal and is_place_named(self.text, at, words))
        titled = placed or (len(name) < len(words) and words[0] != "In")
        if personal and (sure or is_introduced(self.text, at, words, titled)):
            name = straighten_capitals(name)
            self.full_names.append((at, name))
            if at >= 0 and (kin := find_kin(self.text, at, name[-1])) is not None:
                self._apart[name[-1]] = "f"
                self.sexes[name[-1].lower()].update([kin] if kin else [])
            if at >= 0 and len(self._named) < MANY:
                self._named[" ".join(name)].append((at, words))
        elif personal and at >= 0:
            before = count_words_before(self.text, at, name)
            self._unsure.append((self.text.find(name[before], at), name[before:], name[before:] if before else words))
        if len(name) == 1 and len(words) == 2 and at >= 0 and words[0].lower() in GIVEN_OR_TITLE:
            self._given.append((at, words))
        if len(name) == 1 and at >= 0:
            self._titles[name[0]] |= {word.lower() for word in words if word != name[0]} & ROLES
            if len(words) > 1 and words[-2].lower().rstrip(".") in TITLES and is_family_name(name[0]):
                self._titled.add(name[0])
            if len(words) > 1 and words[-2].lower().rstrip(".") in TITLES_AND_ROLES:
                self._first_titled.setdefault(name[0], at)
        if sex and name and len(name) <= 2:
            self.sexes[" ".join(name).lower()][sex] += 1
            if words[0].lower().rstrip(".") in ADDRESSING:
                self._addressed[" ".join(name).lower()] = sex
                self._wives |= {name[-1].lower()} if words[0].lower().rstrip(".") == "mrs" else set()
                self._first_addressed.setdefault(name[-1], (at, sex))

    def _learn_apart(self) -> None:
        """Tell Mr. Roth, with whom a text begins, from Ann Roth, whom alone it names in full, and later."""
        later: dict[str, list[str]] = defaultdict(list)
        for at, name in self.full_names:
            place, sex = self._first_addressed.get(name[-1], (0, ""))
            if sex:
                later[name[-1]].append(guess_sex(" ".join(name)) if at > place >= 0 else sex)
        for family, named in later.items():
            if self._first_addressed[family][1] not in named and "" not in named:
                self._apart[family] = named[0]

    def _learn_younger(self) -> None:
        """Tell Senator Roth from Sam Roth Jr., whom alone a text names in full, and later."""
        first: dict[str, int] = {}
        for at, name in self.full_names:
            bare, generation = split_generation(name)
            if bare[0].lower() not in given_names():
                continue
            first[bare[-1]] = min(at, first.get(bare[-1], at)) if generation in YOUNGER else -1
        for family, place in first.items():
            if self._first_titled.get(family, place) < place:
                self._apart[family] = NO_SEX
                self._titled.add(family)

    def list_elders(self) -> list[str]:
        """List the family names by which the text means another one than the younger one whom it names in full."""
        return [family for family, sex in self._apart.items() if sex == NO_SEX]

    def _learn_unsure(self) -> None:
        """Take what no list knows for a full name where its family name speaks alone, and is nobody else's."""
        families = {name[-1] for _, name in self.full_names}
        unsure = [one for one in self._unsure if one[1][-1] not in families]
        if len(unsure) < MANY:  # most are named once
            unsure = [one for one in unsure if self.text.count(one[1][-1]) > 1]
        likely = [one for one in unsure if can_be_full_name(one[1])]
        if len(likely) < len(unsure):
            inside = find_speaking_inside(self.text)
            likely = [one for one in unsure if can_be_full_name(one[1], inside)]
        unsure = likely
        alone = find_speaking_alone(self.text) if unsure else ()
        for at, name, words in unsure:
            if name[-1] in alone:
                self.full_names.append((at, name))
                self._named[" ".join(name)].append((at, words))

    def _learn_given(self) -> None:
        """Take the title before a family name for a given name where nobody of that family is named otherwise."""
        families = {name[-1] for _, name in self.full_names}
        for at, words in self._given:
            if words[1] not in families and not self.text[max(0, at - 4) : at].lower().endswith("the "):
                self.full_names.append((at, words))
                self._named[" ".join(words)].append((at, words))
