"""What is known of single words of a language: verbs of saying, nouns for who speaks, given names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

SHORTEST = 5  # letters of a noun that a compound may end in
MOST_KEPT = 50_000  # words of which it is remembered what they are
NEUTER = re.compile(r"ла( \w+)?$")  # отвергла, дала понять: it did so too


class Verb(NamedTuple):
    """A form of a verb of saying: its kind (say, call, impersonal), whom it agrees with, what must stand with it."""

    kind: str
    agrees: str  # m, f, n: singular of that sex; s: singular, p: plural; "": any
    helper: bool  # only after an auxiliary
    particle: str  # "mit" of "teilte mit"
    seconds: tuple[str, ...]  # "savoir" of "fait savoir", of which one must follow
    others: tuple[str, ...] = ()  # further particles of the same form: gab an, gab zu
    cue: str = ""  # the form with its particle apart: teilte mit, of mitteilte


class Noun(NamedTuple):
    """A form of a noun for who speaks: its nominative of the same number, and whether it is that."""

    nominative: str
    number: str  # s or p
    is_nominative: bool


class Given(NamedTuple):
    """A form of a given name: its nominative, sex, and the number of its case in the table (-1: nominative)."""

    name: str
    sex: str
    case: int


class Compounds(dict[str, list[Noun]]):
    """Nouns by their forms, with compounds that end in one: vice-mayor; in German Polizeisprecher too."""

    def __init__(self, found: dict[str, list[Noun]], glued: bool, prefixes: tuple[str, ...] = ()) -> None:
        """glued: compounds may be written without a hyphen; prefixes: what is written before a noun without one."""
        super().__init__(found)
        self.glued, self.prefixes = glued, prefixes

    def __missing__(self, low: str) -> list[Noun]:
        """The nouns of the longest end that is one, written as the compound is; kept for the next time."""
        found: list[Noun] = []
        ends = range(2, len(low) - SHORTEST + 1) if self.glued else [low.rfind("-") + 1] if "-" in low else ()
        prefix = next((one for one in self.prefixes if low.startswith(one) and len(low) > len(one) + 3), "")
        for at in (*ends, len(prefix)) if prefix else ends:
            if dict.__contains__(self, low[at:]) and dict.__getitem__(self, low[at:]):
                found = [noun._replace(nominative=low[:at] + noun.nominative) for noun in self[low[at:]]]
                break
        if len(self) < MOST_KEPT:
            self[low] = found
        return found

    def __contains__(self, low: object) -> bool:
        """Whether a word is such a noun or ends in one."""
        return bool(self[low])

    def get(self, low: str, default: list[Noun] | tuple = ()) -> list[Noun] | tuple:
        """The nouns of a word, none if it is none."""
        return self[low] or default


def list_inflected(entry: str, tables: Mapping[str, Mapping[str, str]]) -> list[tuple[str, str]]:
    """List the forms of a verb with whom they agree; tables: by its ending, how it goes on."""
    if "/" in entry:
        forms = entry.split("/")
        found = list(zip(forms, "ssp" if forms[0] == forms[1] else "mfp", strict=False))
        women = (form for form, agrees in found if agrees == "f" and NEUTER.search(form))
        return found + [(NEUTER.sub(r"ло\1", form), "n") for form in women]
    for ending in sorted(tables, key=len, reverse=True):
        if entry.endswith(ending):
            stem = entry[: len(entry) - len(ending)]
            return [(stem + end, agrees or "") for end, agrees in tables[ending].items()]
    return [(entry, "")]
