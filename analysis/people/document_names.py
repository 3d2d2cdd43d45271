"""The full names of one document: which of them are one person, and whom each part of a name can mean."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache
from operator import itemgetter

from analysis.people.folding import fold
from analysis.people.keys import Key, abbreviates, fold_part, is_family_first, make_key, split_generation
from analysis.people.lists import given_names
from analysis.people.names import guess_sex

MEMORY = 200  # changes of person back that a family name can lead
MOST_KEPT = 100_000  # different names of which the family name is remembered
MOST_ALIKE = 50  # names of one family name that are compared with one another


class DocumentNames:
    """The names of a document, each with the key of its person; parts: where each part of a name means whom."""

    def __init__(
        self, named: Sequence[tuple[int, tuple[str, ...]]], told_apart: Container[tuple[str, str]] = ()
    ) -> None:
        """named: (place, words of a full name), in the order of the text."""
        self._told_apart = told_apart
        self._longest: dict[str, list[tuple[str, ...]]] = defaultdict(list)  # family name -> names that abbreviate none
        self.owners: dict[tuple[str, ...], Key] = {}
        self._own(words for _, words in named)
        self.parts: dict[str, list[tuple[int, Key, int]]] = defaultdict(list)
        self.forms: dict[Key, Counter[str]] = defaultdict(Counter)  # how often each form is used
        for place, words in named:
            self.forms[self.owners[words]][" ".join(words)] += 1
            self._index(place, words)

    def _own(self, names: Iterable[tuple[str, ...]]) -> None:
        """Give each full name its key: that of the longest name that it abbreviates."""
        for words in sorted(set(names), key=lambda words: (-len(words), words)):
            match = self._fuller(words)
            self.owners[words] = self.owners[match] if match else make_key(words, self._told_apart)
            if not match:
                self._longest[_family(words)].append(words)
        self._complete_initials()

    def _complete_initials(self) -> None:
        """Give an initial the key of the one name it can stand for: J. Smith is John Smith if the document has one.

        Letters are compared as they are written and as they are folded: J. and John fold to unlike ones.
        """
        fuller: dict[tuple[str, str], set[Key]] = defaultdict(set)  # family name, first letter -> whole names
        for words, key in self.owners.items():
            if len(words[0].strip(".")) > 1 and key[1]:
                for letter in (key[1][0], words[0][0].lower()):
                    fuller[key[0], letter].add(key)
        for words, (family, given, _) in self.owners.items():
            if len(words[0].strip(".")) == 1 and given:
                meant = fuller[family, given] | fuller[family, words[0][0].lower()]
                self.owners[words] = meant.pop() if len(meant) == 1 else self.owners[words]

    def _fuller(self, words: tuple[str, ...]) -> tuple[str, ...] | None:
        same = self._longest.get(_family(words), [])
        return next((other for other in same[:MOST_ALIKE] if abbreviates(words, other)), None)

    def find(self, words: tuple[str, ...]) -> Key | None:
        """Give the person whom a full name means, whether the document has it in these words or in more."""
        if words in self.owners:
            return self.owners[words]
        fuller = self._fuller(words)
        return self.owners[fuller] if fuller else None

    def _index(self, place: int, words: tuple[str, ...]) -> None:
        """Note the parts of a name: part -> place, person, how good (2 family, 1 middle, 0 given)."""
        key = self.owners[words]
        words, _ = split_generation(words)
        if "the" in words:  # Catherine the Great
            words = words[:1]
        first = is_family_first(words)
        for at, word in enumerate(words):
            family = at == (0 if first else len(words) - 1)
            rank = 2 if family else 0 if at == 0 else 1
            places = self.parts[fold_part(word)]
            if not places or places[-1][1:] != (key, rank):  # only where the person meant changes
                places.append((place, key, rank))

    def part(self, place: int, words: tuple[str, ...]) -> tuple[list[Key], int] | None:
        """Give the people whom a part of a name can mean at a place, the last named last, and how good a part it is."""
        found = self.parts.get(fold_part(words[-1]))
        if not found:
            return None
        here = bisect_right(found, place, key=itemgetter(0))
        found = found[max(0, here - MEMORY) : here] or found[:1]
        best = max(rank for _, _, rank in found)
        return [key for _, key, rank in found if rank == best], best

    def fullest(self, key: Key) -> str:
        """Give the longest form that the document has of a person's name, of two as long the one it has more often."""
        forms = self.forms[key]
        return max(forms, key=lambda form: (form.count(" "), forms[form], form))

    def full_name(self, words: Sequence[str], sex: str = "") -> str | None:
        """Give the fullest form of a name that the document has, None if it has none; sex: "f" or "m" of a title.

        A name alone means whom the document names first of those of that family (a report on Jeb Bush names his brother
        more often in full); a given name alone the only one who bears it.
        """
        if len(words) > 1:
            key = self.find(tuple(words)) or self._behind(tuple(words))
            return self.fullest(key) if key else None
        found = self.parts.get(fold_part(words[0]), ())
        best = max((rank for _, _, rank in found), default=0)
        people = list(dict.fromkeys(key for _, key, rank in found if rank == best))
        if not people or (best == 0 and (len(people) > 1 or words[0].lower() not in given_names())):
            return None
        fit = [key for key in people if not sex or guess_sex(self.fullest(key)) in ("", sex)] or people
        return self.fullest(next((key for key in fit if self._has_given_name(key)), fit[0]))

    def _has_given_name(self, key: Key) -> bool:
        return self.fullest(key).split()[0].lower() in given_names()

    def _behind(self, words: tuple[str, ...]) -> Key | None:
        """Find a name of the document behind words that are none (Carolina Sen Lindsey Graham)."""
        if words[0].lower() in given_names():
            return None
        return next((self.owners[words[at:]] for at in range(1, len(words) - 1) if words[at:] in self.owners), None)


@lru_cache(maxsize=MOST_KEPT)
def _family(words: tuple[str, ...]) -> str:
    return fold(split_generation(words)[0][-1])
