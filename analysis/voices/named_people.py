"""The people of one document: full names with titles, every mention of them, what they are called, their sex."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from operator import itemgetter

from analysis.people.document_names import DocumentNames
from analysis.people.folding import fold
from analysis.people.keys import Key, fold_part
from analysis.people.lists import given_names, load_list
from analysis.people.names import SEQUENCE, TITLES_AND_ROLES, guess_sex
from analysis.people.titles import ROLES, TITLES
from analysis.voices.beside import describe_person, find_kin, is_introduced, is_place_named
from analysis.voices.lately import is_family_name, list_heads
from analysis.voices.name_runs import (
    bare_words,
    cut_month,
    find_places_in,
    fold_names,
    is_heading_verb,
    is_in_heading,
    parse_name,
    split_with_places,
    straighten_capitals,
)
from analysis.voices.referents_titles import HEADS_ALL, BorneTitle, find_titles, is_country
from analysis.voices.speaking_alone import can_be_full_name, count_words_before, find_speaking_alone
from analysis.words.classes import HE, SHE

GIVEN_OR_TITLE = frozenset(title for title in TITLES if given_names().get(title))
ADDRESSING = frozenset(["mr", "mrs", "ms", "miss"])
OFFICE_OF = re.compile(r"([\w-]+) of \Z")
MANY = 300  # people of one document whose roles are kept


class NamedPeople:
    """Who is named in one document, where, and what the text says of them."""

    def __init__(
        self,
        text: str,
        quoted: list[tuple[int, int]],
        heading: str = "",
        apart: Iterable[tuple[int, str]] = (),
    ) -> None:
        """Read the names of a text; quoted: the stretches whose names no pronoun outside goes back to.

        apart: names whose words the text parts (Dwayne "The Rock" Johnson), each with its place.
        """
        self.text = text
        self.sexes: dict[str, Counter[str]] = defaultdict(Counter)
        self._addressed: dict[str, str] = {}  # the sex of whom the text calls Mr or Ms, by the name behind it
        self.full_names: list[tuple[int, tuple[str, ...]]] = []
        self._best: dict[tuple[tuple[str, ...], str], str] = {}
        self._sex: dict[str, str] = {}
        self._kin: dict[str, set[Key]] = {}
        self._meant_alone: dict[str, str] = {}  # the one person whom a part of a name means, "" where it may be several
        self._places_in = find_places_in(text)
        self._named: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)  # where a person is named in full
        self._described: dict[str, set[str]] = {}
        self._titles: dict[str, set[str]] = defaultdict(set)  # with which a family name stands: President Lee
        self._titled: set[str] = set()  # family names that stand behind a title and with no given name: President Lee
        # families of whom only kin is named in full, of which sex: Roth and first lady Ann Roth; Mr. Roth and Ann Roth
        self._apart: dict[str, str] = {}
        self._first_addressed: dict[str, tuple[int, str]] = {}  # where a family name first stands behind Mr or Ms
        self._unsure: list[tuple[int, tuple[str, ...], tuple[str, ...]]] = []  # may be full: place, name, words
        self._given: list[tuple[int, tuple[str, ...]]] = []  # Dean Foster: a dean, or somebody of that given name
        found = [cut_month(text, match.start(), match[0]) for match in SEQUENCE.finditer(text)]
        for place, sequence in [*((None, match) for match in SEQUENCE.findall(heading)), *apart, *found]:
            for at, words in split_with_places(sequence) if " " in sequence else ():
                if len(words) > 1:  # one word is neither a full name nor has a title
                    self._learn(-1 if place is None else place + at, words)
        self._learn_unsure()
        self._learn_given()
        self._learn_apart()
        self._titled |= {name for name in list_heads(text) if not is_country(name)}
        self.names = DocumentNames(sorted(self.full_names))
        self.forms = {" ".join(words) for words in self.names.owners}
        self._quoted, self._found = quoted, found
        self._fill(found)

    def _learn(self, at: int, words: tuple[str, ...]) -> None:
        office = OFFICE_OF.search(self.text, max(0, at - 30), max(0, at)) if is_country(words[0]) else None
        placed = len(words) > 2 and office is not None and office[1].lower() in TITLES_AND_ROLES
        if placed:  # the President of Norway Jorunn Vik
            at, words = at + len(words[0]) + 1, words[1:]
        name, sex, personal, sure = parse_name(words)
        if personal and any(map(is_heading_verb, name[1:])) and (at < 0 or is_in_heading(self.text, at)):
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
        if sex and name and len(name) <= 2:
            self.sexes[" ".join(name).lower()][sex] += 1
            if words[0].lower().rstrip(".") in ADDRESSING:
                self._addressed[" ".join(name).lower()] = sex
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

    def _learn_unsure(self) -> None:
        """Take what no list knows for a full name where its family name speaks alone, and is nobody else's."""
        families = {name[-1] for _, name in self.full_names}
        unsure = [one for one in self._unsure if one[1][-1] not in families and can_be_full_name(one[1])]
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

    def _fill(self, found: list[tuple[int, str]]) -> None:
        """Note every mention of a person outside quotations: where, and who."""
        parts = {"", *self.names.parts, *map(fold, self._titled)}
        likely = (run for run in {run for _, run in found} if not parts.isdisjoint(fold_names(run)))
        meant = {sequence: people for sequence in likely if (people := self._people(sequence))}
        self._meant = meant
        self.places: list[int] = []
        self.mentions: list[str] = []
        for place, people in [(place, meant[sequence]) for place, sequence in found if sequence in meant]:
            for at, name in people:
                if not self.is_quoted(place + at):
                    self.places.append(place + at)
                    self.mentions.append(name)
        self.known = set(self.mentions)

    def is_quoted(self, at: int) -> bool:
        """Tell whether a place lies in a quotation."""
        run = bisect_right(self._quoted, (at, len(self.text) + 1)) - 1
        return run >= 0 and at < self._quoted[run][1]

    @cached_property
    def titles(self) -> dict[str, list[BorneTitle]]:
        """The titles that the text gives each person, beside any mention of the name."""
        given: dict[str, list[BorneTitle]] = defaultdict(list)
        few = set(self.few)
        others: set[str] = set()  # named without "administration" behind the name
        for place, sequence in self._found:
            for at, words in split_with_places(sequence) if sequence in self._meant else ():
                name = self._person(words)
                bare, _ = bare_words(words)
                if name not in few or (len(bare) == 1 and fold(bare[0]) != fold(name.split()[-1])):
                    continue  # Pope Francis is no Francis Roe
                bare = bare[1:] if len(bare) > 2 and is_country(bare[0]) else bare
                start = self.text.find(bare[0], place + at)
                found = find_titles(self.text, start, self.text.find(bare[-1], start) + len(bare[-1]))
                given[name] += found
                if not any(title.about == HEADS_ALL for title in found):
                    others.add(name)
        return {name: titles for name, titles in given.items() if name in others}

    @cached_property
    def few(self) -> list[str]:
        """The people whose titles are kept: those who are named first, outside quotations."""
        return list(islice(self._placed, MANY))

    @cached_property
    def _placed(self) -> dict[str, list[int]]:
        """Where each person is named outside quotations, in order."""
        placed: dict[str, list[int]] = defaultdict(list)
        for at, name in zip(self.places, self.mentions, strict=True):
            placed[name].append(at)
        return placed

    def last_named(self, names: Iterable[str], at: int) -> tuple[int, str] | None:
        """Find who of some people is named last before a place, outside quotations; else who is named first behind."""
        named = [(places, name) for name in names if (places := self._placed.get(name))]
        before = [(places[here - 1], name) for places, name in named if (here := bisect_left(places, at))]
        if before:
            return max(before, key=itemgetter(0))
        return min(((places[0], name) for places, name in named), key=itemgetter(0), default=None)

    def _people(self, sequence: str) -> list[tuple[int, str]]:
        """The people whom capitalised words name, each with the place in the words."""
        named = ((at, self._person(words)) for at, words in split_with_places(sequence))
        return [(at, name) for at, name in named if name]

    def _person(self, words: tuple[str, ...]) -> str | None:
        name, sex = bare_words(words)
        alone = len(name) == 1 and (sex or name[0] in self._titled)
        if fold(name[-1]) not in self.names.parts and not alone:
            return None
        full = self.full_name(name, sex)
        if full in self._titled:
            return full
        return full if full in self.forms or (sex and name[-1].lower() not in TITLES) else None

    def described(self, name: str) -> set[str]:
        """What stands around a person's full name, wherever the text has it."""
        if name not in self._described:
            own, named = set(name.split()), self._named.get(name, ())
            told = (describe_person(self.text, at, words, own) for at, words in named)
            self._described[name] = set().union(self._titles.get(name.split()[-1], ()), *told)
        return self._described[name]

    def full_name(self, words: list[str], sex: str = "") -> str:
        """Return the fullest form of a name in the document; the name itself if there is none."""
        key = tuple(words), sex
        apart = self._apart.get(words[0], sex) != sex if len(words) == 1 else False
        if apart and len(self.list_families(words[0])) == 1:
            return words[0]
        if key not in self._best:
            self._best[key] = self.names.full_name(words, sex) or self._find_titled(words) or " ".join(words)
        return self._best[key]

    def _find_titled(self, words: list[str]) -> str | None:
        """Find whom a title and a full name introduce whom the text then calls by the first of its words alone."""
        found = self.names.parts.get(fold_part(words[0]), ()) if len(words) == 1 else ()
        people = {key for _, key, _ in found}
        if len(people) != 1 or any(rank for _, _, rank in found) or words[0].lower() in load_list("common_words"):
            return None
        full = self.names.fullest(people.pop())
        told = (words[: len(words) - full.count(" ") - 1] for _, words in self._named.get(full, ()))
        titled = any(not TITLES_AND_ROLES.isdisjoint(word.lower().rstrip(".") for word in before) for before in told)
        return full if titled else None

    def has_family(self, word: str) -> bool:
        """Tell whether somebody of this family name is named in full."""
        return any(rank == 2 for _, _, rank in self.names.parts.get(fold(word), ()))

    def sex(self, name: str) -> str:
        """Guess "f", "m" or "" from titles in the text, the given name, the surname and the role."""
        if name not in self._sex:
            self._sex[name] = self._guess_sex(name)
        return self._sex[name]

    def learn_sex(self, name: str, sex: str) -> None:
        """Remember that somebody of unknown sex was she: "Merkel met Macron. She said no. He said yes."."""
        if not self.sex(name):
            self._sex[name] = sex

    def _guess_sex(self, name: str) -> str:
        family, alone = name.split()[-1].lower(), len(self.list_families(name)) <= 1
        alone = alone and not (" " in name and name.split()[-1] in self._apart)
        if address := self._addressed.get(name.lower()) or (self._addressed.get(family) if alone else None):
            return address  # Ms. Roe, of Ali Roe
        if {rank for _, _, rank in self.names.parts.get(fold(name), ())} == {0}:
            return given_names().get(name.lower(), "")  # Hillary, of two who are called so
        titles = self.sexes.get(name.lower())
        guess = guess_sex(name) or guess_sex(name, " ".join(self.described(name)))
        if not titles and not guess and alone:
            titles = self.sexes.get(family)
        if not titles and not guess and name in self._titled:
            titles = Counter("f" if word[1] in SHE else "m" for word in self._pronouns_behind(name))
        return titles.most_common(1)[0][0] if titles and not guess else guess

    def list_families(self, name: str) -> set[Key]:
        """The people whom the last word of a name can mean."""
        last = fold(name.split()[-1])
        if last not in self._kin:
            self._kin[last] = {key for _, key, _ in self.names.parts.get(last, ())}
        return self._kin[last]

    def _pronouns_behind(self, name: str) -> Iterator[re.Match]:
        """Find the first "he" or "she" behind each mention of a name in its clause: a title alone tells no sex."""
        words = "|".join(sorted(HE | SHE))
        return re.finditer(rf"\b{re.escape(name)}\b(?!['’])[^.!?,;\n“”\"]{{0,60}}?\b({words})\b", self.text)

    def is_person(self, name: str) -> bool:
        """Tell a person known in this document from an organisation or a description."""
        return name in self.known

    def fits(self, name: str, sex: str) -> bool:
        """Tell whether he ("m") or she ("f") can stand for a person."""
        return not sex or self.sex(name) in ("", sex)

    def fits_as_named(self, name: str, sex: str) -> bool:
        """Tell whether he or she can stand for whom a text calls by a part of a name: Moss, of David Moss alone."""
        if name not in self._meant_alone:
            self._meant_alone[name] = self.full_name(name.split()) if len(self.list_families(name)) == 1 else ""
        return self.fits(self._meant_alone[name] or name, sex)

    def list_named(self, start: int, end: int) -> list[str]:
        """List the people named between two places outside quotations, each once, in order."""
        first, last = bisect_left(self.places, start), bisect_left(self.places, end)
        return list(dict.fromkeys(self.mentions[first:last]))

    def first_named(self, start: int, end: int) -> tuple[str, int, int] | None:
        """Return the first person named between two places, with the place of the name."""
        number = bisect_left(self.places, start)
        if number == len(self.places) or self.places[number] >= end:
            return None
        at, name = self.places[number], self.mentions[number]
        last = name.rpartition(" ")[2]
        found = self.text.find(last, at, end)
        near = found >= 0 and "\n" not in self.text[at:found]
        until = found + len(last) if near else at + len(name)
        until += 2 * self.text.startswith(("'s", "’s"), until)
        return name, at, min(end, until)
