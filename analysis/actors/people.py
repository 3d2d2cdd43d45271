"""Who is who: one name for all the ways a text and a corpus name a person.

Two full names are one person if their family names and their given names fold to the same keys
(folding.py), or if one is the other with names left out. A short name leads to the person of that name
in the document, the last one named before it; else to the one whom nearly all documents mean by it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from operator import itemgetter

from analysis.actors.folding import fold, fold_given
from analysis.actors.lexicon import Lexicon

Key = tuple[str, str, str]  # family name, given name, what tells two of them apart
MEMORY = 200  # changes of person back that a family name can lead
DOMINANT = 0.75  # share of the documents with a family name that must mean one person for all to mean it
LEADING = 0.5  # likewise to be meant where the document names another of that family name as well
SYLLABLES = re.compile(
    r"(?:(?:[bcdfghjklmnpqrstwxyz]|zh|ch|sh|hw|ky|ng|ph|th|tr)?[aeiouyü]{1,3}(?:ng|n|m|k|l|p|r|h|ch|nh)?){1,2}"
)
PARTICLE = re.compile(r"(?:al|el|as|ash|an|at)-(?=[A-Z])")


def is_family_first(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell whether a name has its family name in front, as Chinese, Korean and Vietnamese names do."""
    if len(words) < 2 or words[0] not in lexicon.words["family_first"] or len(words) > 3:
        return False
    return all(SYLLABLES.fullmatch(part.lower()) for word in words[1:] for part in word.split("-"))


class People:
    """The full names of a corpus, and the person whom each name means."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Start with the people of the alias files."""
        self.lexicon = lexicon
        self.named: dict[int, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)  # document -> place, words
        self.fixed: dict[Key, str] = lexicon.fixed.setdefault("people", {})
        self.display: dict[Key, str] = {}
        self.keys: dict[tuple[int, tuple[str, ...]], Key] = {}
        self.by_family: dict[str, Counter[Key]] = defaultdict(Counter)
        self.leaders: dict[str, tuple[Key, int, int]] = {}
        self.parts: dict[int, dict[str, list[tuple[int, Key, int]]]] = {}
        self.ambiguous: frozenset[tuple[str, str]] = frozenset()  # names that middle initials tell apart
        if not self.fixed:
            for actor, names in lexicon.aliases.names["people"].items():
                self.fixed.update((self.key(tuple(name.split())), actor) for name in (actor, *names) if " " in name)

    def key(self, words: tuple[str, ...]) -> Key:
        """Reduce a full name to its key."""
        words, generation = self.split_generation(words)
        if is_family_first(words, self.lexicon):
            return fold(words[0]), "".join(map(fold, words[1:])), generation
        family, given = fold(PARTICLE.sub("", words[-1])), fold_given(words[0])
        told_apart = middle_initials(words) if (family, given) in self.ambiguous else ""
        return family, given, generation + told_apart

    def split_generation(self, words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
        """Take Jr., III and the like off a name."""
        if len(words) > 1 and words[-1] in self.lexicon.words["generations"]:
            return words[:-1], words[-1].rstrip(".").lower()
        return words, ""

    def add(self, document: int, place: int, words: tuple[str, ...]) -> None:
        """Note a full name at a place of a document."""
        self.named[document].append((place, words))

    def settle(self) -> None:
        """Decide which full names are one person, first within each document, then over all."""
        forms: dict[Key, Counter[str]] = defaultdict(Counter)
        self.ambiguous = self._told_apart()
        for document, named in self.named.items():
            owners = self._within(words for _, words in named)
            for words, owner in owners.items():
                self.keys[document, words] = owner
            for _, words in named:
                whole = owners[words][1] in (
                    "",
                    self.key(words)[1],
                )  # not Wasserman Schultz for Debbie Wasserman Schultz
                forms[owners[words]][" ".join(words)] += 1 if whole else 0
            for key in set(owners.values()):
                self.by_family[key[0]][key] += 1
            self._index(document, named, owners)
        for key, counted in forms.items():
            self.display[key] = self.fixed.get(key) or min(counted, key=lambda form: (-counted[form], -len(form), form))

    def _told_apart(self) -> frozenset[tuple[str, str]]:
        """Find the names that the corpus has with different middle initials (George W. and George H.W. Bush)."""
        initials: dict[tuple[str, str], set[str]] = defaultdict(set)
        for words in {words for named in self.named.values() for _, words in named}:
            if middle := middle_initials(words):
                initials[self.key(words)[:2]].add(middle)
        return frozenset(name for name, middles in initials.items() if len(middles) > 1)

    def _within(self, names: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], Key]:
        """Give each full name of one document its key: that of the longest name that it abbreviates."""
        owners: dict[tuple[str, ...], Key] = {}
        longest: dict[str, list[tuple[str, ...]]] = defaultdict(list)  # family name -> names that abbreviate none
        for words in sorted(set(names), key=lambda words: (-len(words), words)):
            same = longest[fold(self.split_generation(words)[0][-1])]
            match = next((other for other in same[:50] if self._abbreviates(words, other)), None)
            owners[words] = owners[match] if match else self.key(words)
            if not match:
                same.append(words)
        initials = [words for words in owners if len(owners[words][1]) == 1]
        for words in initials:  # J. Smith is John Smith if the document has one
            family, initial, _ = owners[words]
            fuller = {
                key for key in owners.values() if key[0] == family and key[1].startswith(initial) and len(key[1]) > 1
            }
            if len(fuller) == 1:
                owners[words] = fuller.pop()
        return owners

    def _abbreviates(self, short: tuple[str, ...], long: tuple[str, ...]) -> bool:
        (small, younger), (large, other) = self.split_generation(short), self.split_generation(long)
        return younger == other and abbreviates(small, large)

    def _index(
        self, document: int, named: list[tuple[int, tuple[str, ...]]], owners: dict[tuple[str, ...], Key]
    ) -> None:
        """Index the parts of a document's names: part -> place, person, how good (2 family, 1 middle, 0 given)."""
        parts: dict[str, list[tuple[int, Key, int]]] = defaultdict(list)
        for place, words in named:
            key = owners[words]
            words, _ = self.split_generation(words)
            if "the" in words:  # Catherine the Great
                words = words[:1]
            first = is_family_first(words, self.lexicon)
            for at, word in enumerate(words):
                family = at == (0 if first else len(words) - 1)
                rank = 2 if family else 0 if at == 0 else 1
                places = parts[fold(PARTICLE.sub("", word))]
                if not places or places[-1][1:] != (key, rank):  # only where the person meant changes
                    places.append((place, key, rank))
        self.parts[document] = parts

    def full(self, document: int, words: tuple[str, ...]) -> str:
        """Name the person whom a full name means."""
        return self.display[self.keys[document, words]]

    def short(self, document: int, place: int, words: tuple[str, ...]) -> tuple[str, int] | None:
        """Name the person of the document whom a part of a name means, and how good a part it is."""
        found = self.parts.get(document, {}).get(fold(PARTICLE.sub("", words[-1])))
        if not found:
            return None
        here = bisect_right(found, place, key=itemgetter(0))
        found = found[max(0, here - MEMORY) : here] or found[:1]
        best = max(rank for _, _, rank in found)
        people = [key for _, key, rank in found if rank == best]
        if best == 0 and len(set(people)) > 1:
            return None
        return self.display[self._meant(people)], best

    def _meant(self, named: list[Key]) -> Key:
        """Choose whom a family name means: who bears it in most documents, else who was named last (no Jr.)."""
        last = next((key for key in reversed(named) if not key[2]), named[-1])
        if len(set(named)) > 1:
            leader, most, documents = self._leader(last[0])
            if leader in named and most >= max(3, LEADING * documents):
                return leader
        return last

    def _leader(self, family: str) -> tuple[Key, int, int]:
        """Give the person of a family name whom most documents name, in how many, and how many name anyone of it."""
        if family not in self.leaders:
            counted = self.by_family[family]
            leader = min(counted, key=lambda key: (-counted[key], key))
            self.leaders[family] = leader, counted[leader], sum(counted.values())
        return self.leaders[family]

    def documents(self, words: tuple[str, ...]) -> int:
        """Count the documents that name somebody of this family name in full."""
        family = fold(PARTICLE.sub("", words[-1]))
        return self._leader(family)[2] if family in self.by_family else 0

    def known(self, words: tuple[str, ...], least: int = 1) -> str | None:
        """Name the person whom nearly all documents mean by a family name; the bare name if they mean several.

        least: documents that must name that person in full; with 2 or more, no bare name is given.
        """
        family = fold(PARTICLE.sub("", words[-1]))
        if family not in self.by_family:
            return None
        leader, most, documents = self._leader(family)
        if most < least:
            return None
        return self.display[leader] if most >= DOMINANT * documents else " ".join(words) if least == 1 else None


def middle_initials(words: tuple[str, ...]) -> str:
    """Give the initials between the given and the family name, in small letters."""
    return "".join(re.findall(r"\w", "".join(word for word in words[1:-1] if re.fullmatch(r"(?:\w\.)+", word)))).lower()


def abbreviates(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether a name is another with names left out: its last words, or the first and the last.

    >>> abbreviates(("Vladimir", "Putin"), ("Vladimir", "Vladimirovich", "Putin"))
    True
    """
    small, large = [fold(word) for word in short], [fold(word) for word in long]
    tail = large[-len(small) :] == small
    ends = len(small) == 2 and small[-1] == large[-1] and fold_given(short[0]) == fold_given(long[0])
    return tail or ends
