"""The full names of one document: which of them are one person, and whom each part of a name can mean."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from operator import itemgetter

from analysis.people.folding import fold
from analysis.people.keys import PARTICLE, Key, abbreviates, is_family_first, make_key, split_generation

MEMORY = 200  # changes of person back that a family name can lead
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
        for place, words in named:
            self._index(place, words)

    def _own(self, names: Iterable[tuple[str, ...]]) -> None:
        """Give each full name its key: that of the longest name that it abbreviates."""
        for words in sorted(set(names), key=lambda words: (-len(words), words)):
            match = self._fuller(words)
            self.owners[words] = self.owners[match] if match else make_key(words, self._told_apart)
            if not match:
                self._longest[_family(words)].append(words)
        for words in [words for words in self.owners if len(self.owners[words][1]) == 1]:
            family, initial, _ = self.owners[words]  # J. Smith is John Smith if the document has one
            fuller = {
                key
                for key in self.owners.values()
                if key[0] == family and key[1].startswith(initial) and len(key[1]) > 1
            }
            if len(fuller) == 1:
                self.owners[words] = fuller.pop()

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
            places = self.parts[fold(PARTICLE.sub("", word))]
            if not places or places[-1][1:] != (key, rank):  # only where the person meant changes
                places.append((place, key, rank))

    def part(self, place: int, words: tuple[str, ...]) -> tuple[list[Key], int] | None:
        """Give the people whom a part of a name can mean at a place, the last named last, and how good a part it is."""
        found = self.parts.get(fold(PARTICLE.sub("", words[-1])))
        if not found:
            return None
        here = bisect_right(found, place, key=itemgetter(0))
        found = found[max(0, here - MEMORY) : here] or found[:1]
        best = max(rank for _, _, rank in found)
        return [key for _, key, rank in found if rank == best], best


def _family(words: tuple[str, ...]) -> str:
    return fold(split_generation(words)[0][-1])
