"""The cue list: reporting verbs in all their forms, read from cues.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from pathlib import Path
from typing import NamedTuple

from analysis.errors import require
from analysis.yaml_files import Place, load_yaml, shorten_value

PATH = Path(__file__).with_name("cues.yaml")
KINDS = ("speech", "hearer", "thought", "wish", "order", "stance", "evidence")
SAYING = frozenset(["speech", "hearer"])  # kinds of verbs that give words; told has somebody who hears them
SENT = "sent"  # verbs of saying that count in the past alone: their other forms are nouns
LISTS = ("nouns", "matters", "attitudes", "phrases")
ENTRY = re.compile(r"[^\s/]+(?: [^\s/]+)*(?:/[^\s/]+(?: [^\s/]+)*){0,2}")  # say/said; a particle after a blank
LONGEST = 200  # letters of an entry
VOWELS = "aeiou"
DOUBLING = frozenset(["admit", "concur", "demur", "prefer", "quip", "rebut", "refer", "regret", "submit"])
BRITISH = re.compile(r".*[aeiou].*[^aeiou][ae]l")  # verbs whose l is doubled in British English
DOUBLES = re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]")  # plan, sum, slam


@dataclass(slots=True, eq=False)
class Cue:
    """A form of a reporting verb: what it may govern, which form it is, the particle it needs."""

    lemma: str
    form: str  # base, third, past, participle, ing, other
    kinds: frozenset[str]


@dataclass(slots=True, eq=False)
class Attribution:
    """A cue and its subject, as token numbers of the line; subject (-1, -1) if there is none."""

    first: int  # first token of the cue
    last: int  # last token of the cue + 1
    subject: tuple[int, int]
    cue: Cue
    inverted: bool = False  # said X
    passive: bool = False  # was told

    @property
    def begin(self) -> int:
        """The first token of cue and subject together."""
        return self.first if self.inverted or self.subject[0] < 0 else min(self.first, self.subject[0])


class Cues(NamedTuple):
    """The cue list ready for use: forms by word, particle verbs by (word, particle).

    phrases: by their first words, the words that follow these; watched: every word that an attribution can begin
    with, so that the others are passed over at once; seconds: of those that only open phrases (in, as), the words that
    come second; parted: those of verbs that take a particle; longer: (word, particle) where another word of the
    particle may follow: take aim at.
    """

    forms: dict[str, Cue]
    particles: dict[tuple[str, str], Cue]
    nouns: frozenset[str]
    phrases: dict[str, list[list[str]]]
    watched: frozenset[str]
    seconds: dict[str, frozenset[str]]
    parted: frozenset[str]
    longer: frozenset[tuple[str, str]]
    matters: frozenset[str]
    attitudes: frozenset[str]


@lru_cache(maxsize=8)
def load_cues(path: str | Path = PATH) -> Cues:
    """Load a cue list: YAML with the keys speech, hearer, ... of analysis/voices/cues.yaml.

    Raises InputError, with the line, if the file holds no verbs, a key that is not one of these, or what is no verb.
    """
    top = load_yaml(path, "the list of cues")
    lists = top.keys((*KINDS, SENT, "nouns", "matters", "attitudes", "phrases", "other"))
    verbs = {kind: lists[kind].texts(f"a verb of {kind}") for kind in (*KINDS, SENT) if kind in lists}
    require(any(verbs.values()), f"{path} holds no verbs under any of {list(KINDS)}.")
    entries = {key: [place.text() for place in lists[key].texts(f"a word of {key}")] for key in LISTS if key in lists}
    found: dict[tuple[str, str], tuple[str, str, set[str]]] = {}
    for kind, places in verbs.items():
        for place in places:
            for word, particle, lemma, form in inflect(parse_verb(place)):
                if kind != SENT:
                    found.setdefault((word, particle), (lemma, form, set()))[2].add(kind)
                elif form == "past":
                    found.setdefault((word, particle), (lemma, form, set()))[2].update(SAYING)
    others = lists.get("other")
    for words in others.entries("ru: [...]").values() if others and not others.empty else ():
        for place in words.texts("a word of other"):
            found.setdefault((place.text(), ""), (place.text(), "other", set()))[2].add("speech")
    cues = {key: Cue(lemma, form, frozenset(kinds)) for key, (lemma, form, kinds) in found.items()}
    nouns, matters = (
        frozenset(form for noun in entries.get(key) or () for form in (noun, third_person(noun)))
        for key in ("nouns", "matters")
    )
    attitudes = frozenset(entries.get("attitudes") or ())
    phrases: dict[str, list[list[str]]] = {}
    for first, *others in map(str.split, entries.get("phrases") or ()):
        phrases.setdefault(first, []).append(others)
    words = frozenset(word for word, _ in cues)
    return Cues(
        {word: cue for (word, particle), cue in cues.items() if not particle},
        {key: cue for key, cue in cues.items() if key[1]},
        nouns,
        phrases,
        words | nouns | matters | attitudes | phrases.keys(),
        {
            first: frozenset(others[0] for others in rest)
            for first, rest in phrases.items()
            if all(rest) and first not in words | nouns | matters | attitudes
        },
        frozenset(word for word, particle in cues if particle),
        frozenset((word, particle.split()[0]) for word, particle in cues if " " in particle),
        matters,
        attitudes,
    )


def parse_verb(place: Place) -> str:
    """Parse an entry of a verb: "say/said", "point out"; raises InputError, with the line, for what is none."""
    entry = place.text()
    if len(entry) > LONGEST or not ENTRY.fullmatch(entry):
        raise place.error(f"is {shorten_value(entry)}; write a verb, such as say, write/wrote/written or point out.")
    return entry


def find_cued(lows: list[str], cues: Cues) -> list[int]:
    """Find the words of a text with which an attribution can begin; the first of a phrase only before the others."""
    found = compress(range(len(lows)), map(cues.watched.__contains__, lows))
    seconds, beyond = cues.seconds, [*lows, ""]
    return [at for at in found if (low := lows[at]) not in seconds or beyond[at + 1] in seconds[low]]


def inflect(entry: str) -> list[tuple[str, str, str, str]]:
    """List the forms of an entry as (word, particle, lemma, form): "write/wrote/written", "point out"."""
    parts = entry.split("/")
    base, _, particle = parts[0].partition(" ")
    past = parts[1].split()[0] if len(parts) > 1 else regular_past(base)
    participle = parts[2].split()[0] if len(parts) > 2 else past
    third, ing = {"go": "goes"}.get(base, third_person(base)), present_participle(base)
    forms = [(base, "base"), (third, "third"), (past, "past"), (participle, "participle"), (ing, "ing")]
    if len(parts) == 1 and BRITISH.fullmatch(base):
        forms += [(f"{base}led", "past"), (f"{base}ling", "ing")]  # labelled
    seen: dict[str, str] = {}
    for word, form in forms:
        seen.setdefault(word, form)
    return [(word, particle, parts[0], form) for word, form in seen.items()]


def third_person(base: str) -> str:
    """Return says, cries, pushes."""
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")


def regular_past(base: str) -> str:
    """Return noted, cried, planned, added."""
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return base[:-1] + "ied"
    return base + _doubled(base) + "ed"


def present_participle(base: str) -> str:
    """Return noting, crying, planning, seeing."""
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + _doubled(base) + "ing"


def _doubled(base: str) -> str:
    return base[-1] if base in DOUBLING or DOUBLES.fullmatch(base) else ""
