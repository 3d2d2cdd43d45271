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
from analysis.people.keys import Key, fold_part, split_generation
from analysis.people.lists import given_names, load_list
from analysis.people.names import LETTERED, SEQUENCE, TITLES_AND_ROLES, guess_sex
from analysis.people.titles import TITLES
from analysis.voices.beside import describe_person
from analysis.voices.name_runs import (
    bare_words,
    cut_month,
    fold_names,
    split_with_places,
)
from analysis.voices.names_learned import MANY, LearnedNames
from analysis.voices.referents_titles import HEADS_ALL, BorneTitle, find_titles, is_country
from analysis.words.classes import HE, SHE

NEAR = 30  # characters before a name
BEST = 2  # rank of a family name
SEXES = {"he": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
# behind a family name in its clause, nobody else between: [Lund] lost her seat
OWN_PRONOUN = rf" [a-z](?:[^.!?;:\n“”\"A-Z]{{0,80}}?[^\w.!?;:\n“”\"])?(?P<who>{'|'.join(SEXES)})\b"


class NamedPeople(LearnedNames):
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
        super().__init__(text)
        self._best: dict[tuple[tuple[str, ...], str], str] = {}
        self._sex: dict[str, str] = {}
        self._kin: dict[str, set[Key]] = {}
        self._meant_alone: dict[str, str] = {}  # the one person whom a part of a name means, "" where it may be several
        self._described: dict[str, set[str]] = {}
        found = [cut_month(text, match.start(), match[0]) for match in SEQUENCE.finditer(text)]
        self._learn_all([*((None, match) for match in SEQUENCE.findall(heading)), *apart, *found])
        self.names = DocumentNames(sorted(self.full_names))
        self.forms = {" ".join(words) for words in self.names.owners}
        self._quoted, self._found = quoted, found
        self._fill(found)

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
        if LETTERED.match(name[-1]):
            return None  # Pope T-shirts
        alone = len(name) == 1 and (sex or name[0] in self._titled)
        if fold(split_generation(name)[0][-1]) not in self.names.parts and not alone:
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
            sex = sex or (self._find_sex_alone(words[0]) if len(words) == 1 else "")
            self._best[key] = self.names.full_name(words, sex) or self._find_titled(words) or " ".join(words)
        return self._best[key]

    def _find_sex_alone(self, word: str) -> str:
        """Tell whom a family name alone means that a woman and a man bear, "f" or "m": Lund lost her seat."""
        people = {key for _, key, rank in self.names.parts.get(fold_part(word), ()) if rank == BEST}
        if len(people) < 2 or not {"f", "m"} <= {guess_sex(self.names.fullest(key)) for key in people}:
            return ""
        found = (one for one in re.finditer(rf"\b{re.escape(word)}{OWN_PRONOUN}", self.text))
        told = Counter(SEXES[one["who"]] for one in found if not self._is_behind_name(one.start()))
        (sex, times), (_, others) = [*told.most_common(2), ("", 0), ("", 0)][:2]
        return sex if times > 1 and times > 2 * others else ""

    def _is_behind_name(self, at: int) -> bool:
        """Tell "Ida Lund" and "President Lund" from "Lund" alone."""
        before = self.text[max(0, at - NEAR) : at].split(" ")[-2:]
        return len(before) > 1 and before[0][:1].isupper() and before[0][-1].isalnum() and self.text[at - 1] == " "

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
        address = self._addressed.get(family) if alone else None
        address = None if family in self._wives and guess_sex(name) == "m" else address  # John Roe and Mrs. Roe
        if address := self._addressed.get(name.lower()) or address:
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
