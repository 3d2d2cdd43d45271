"""Which verbs, nouns and adjectives are worth weighing: those that were ever as likely as not to report something."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from analysis.voices.cues import load_cues
from analysis.voices.senses import Sense, load_senses

PATH = Path(__file__).with_name("passed_over.txt")


class Heads(NamedTuple):
    """Words that may be weighed, and what is passed over: lemmas (sort, lemma), and some with what they govern."""

    words: frozenset[str]
    passed: frozenset[tuple[str, ...]]

    def are_without(self, sense: Sense, *governed: str) -> bool:
        """Tell whether a sense is passed over, or one with what it governs."""
        return (sense.sort, sense.lemma, *governed) in self.passed


@lru_cache(maxsize=1)
def list_all_heads() -> Heads:
    """List all words on which something may hang."""
    return Heads(load_senses().heads, frozenset())


@lru_cache(maxsize=1)
def load_weighed_heads() -> Heads:
    """Load passed_over.txt as tools/fit_likely.py writes it; the others are weighed.

    A line is a sort with its lemmas (noun: ally bank), or with what they govern (verb object: sell fill).
    """
    lines = (line.partition(": ") for line in PATH.read_text(encoding="utf8").splitlines() if line[:1] != "#")
    ways = ((kind.split(" ", 1), lemmas.split(" ")) for kind, _, lemmas in lines)
    passed = frozenset((sort, lemma, *governed) for (sort, *governed), lemmas in ways for lemma in lemmas)
    senses, attitudes = load_senses(), load_cues().attitudes
    known = {
        word: {
            *((sense.sort, sense.lemma) for sense in (senses.verbs.get(word), senses.nouns.get(word)) if sense),
            *([("adjective", word)] if word in attitudes else []),
        }
        for word in senses.heads
    }
    return Heads(frozenset(word for word, ways in known.items() if not ways <= passed), passed)
