"""Where terms stand that were counted: a word that went into a phrase stands there no more by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from analysis.estimates.behind import Occurrence
from analysis.words.terms import place_words

Phrases = dict[int, frozenset[tuple[str, ...]]]


def gather_phrases(terms: Iterable[str]) -> Phrases:
    """Gather the phrases among terms by their number of words, the longest first."""
    phrases = defaultdict(set)
    for term in terms:
        words = tuple(term.split(" "))
        if len(words) > 1:
            phrases[len(words)].add(words)
    return {size: frozenset(phrases[size]) for size in sorted(phrases, reverse=True)}


def place_terms(texts: Sequence[str], terms: Collection[str], phrases: Phrases) -> Iterator[Occurrence]:
    """Find where some terms stand in texts, each token in one term at most, as `join_phrases` counts them.

    phrases: all that were counted, the wanted and the others, for they take words from shorter terms.
    """
    terms = frozenset(terms)
    for number, text in enumerate(texts):
        placed = place_words(text)
        words = [word for word, _, _ in placed]
        for first, size in _cut_terms(words, phrases):
            term = " ".join(words[first : first + size])
            if term in terms:
                yield Occurrence(number, term, placed[first][1], placed[first + size - 1][2])


@lru_cache(maxsize=64)
def _begins_of(phrases: frozenset[tuple[str, ...]]) -> frozenset[str]:
    """The first words of phrases: there are thousands of them, and the same ones for every text."""
    return frozenset(phrase[0] for phrase in phrases)


def _cut_terms(words: list[str], phrases: Phrases) -> list[tuple[int, int]]:
    """Divide words into terms, longer phrases first and each from the left: first word and number of words."""
    taken, found = bytearray(len(words)), []
    for size, known in phrases.items():
        begins, free = _begins_of(known), 0
        for first in [place for place, word in enumerate(words) if word in begins]:
            run = slice(first, first + size)
            if first >= free and tuple(words[run]) in known and not any(taken[run]):
                found.append((first, size))
                free = first + size
        for first, length in found:
            taken[first : first + length] = b"\1" * length
    found += [(place, 1) for place, word in enumerate(words) if word and not taken[place]]
    return sorted(found)
