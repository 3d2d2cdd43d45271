"""Kinds of verbs and nouns after WordNet: what a word is about first of all, and which clauses it can govern."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from analysis.voices.cues import load_cues, third_person

PATH = Path(__file__).with_name("senses.txt")


class Sense(NamedTuple):
    """A form of a word with its lemma, its sort (verb, noun, adjective), its kind and what it governs."""

    lemma: str
    sort: str
    form: str  # of a verb: base, third, past, participle, ing
    kind: str  # communication, cognition, emotion, act, person ...; unknown
    governs: tuple[str, ...] = ()  # of a verb: that, to, whether, also-communication


class Senses(NamedTuple):
    """Words by their forms; what is a verb and a noun stands in both. heads: all on which something may hang.

    things: nouns that are seldom anybody or words; speaking: the other nouns; adjectives: what is never a noun;
    verbal: verbs, in their base form, that are spelt like no noun or like a rare one.
    """

    verbs: dict[str, Sense]
    nouns: dict[str, Sense]
    heads: frozenset[str]
    things: frozenset[str]
    speaking: frozenset[str]
    adjectives: frozenset[str]
    verbal: frozenset[str]


@lru_cache(maxsize=1)
def load_senses() -> Senses:
    """Load the words of senses.txt and those of cues.yaml, in all their forms."""
    verbs: dict[str, Sense] = {}
    nouns: dict[str, Sense] = {}
    plain: dict[str, frozenset[str]] = {}
    for line in PATH.read_text(encoding="utf8").splitlines():
        if line[0] != "#":
            key, _, words = line.partition(": ")
            sort, kind, *governs = key.split()
            if sort == "word":
                plurals = map(third_person, words.split() if kind in ("thing", "speaking") else ())
                plain[kind] = frozenset([*words.split(), *plurals])
            elif sort == "noun":
                _add_nouns(words.split(), kind, nouns)
            else:
                _add_verbs(words.split(), kind, tuple(governs), verbs)
    cues = load_cues()
    for form, cue in cues.forms.items():
        if cue.form != "other":
            known = verbs.get(form)
            same = known is not None and known.lemma == cue.lemma
            verbs[form] = Sense(
                cue.lemma, "verb", cue.form, known.kind if same else "unknown", known.governs if known else ()
            )
    for word in cues.nouns | cues.matters:
        nouns.setdefault(word, Sense(word.removesuffix("s"), "noun", "noun", "unknown"))
    heads = frozenset(verbs) | frozenset(nouns) | cues.attitudes
    things = plain["thing"] - plain["speaking"]
    return Senses(verbs, nouns, heads, things, plain["speaking"], plain["adjective"], plain["verb"])


def _add_nouns(words: list[str], kind: str, nouns: dict[str, Sense]) -> None:
    for word in words:
        for form in (word, third_person(word)):
            nouns.setdefault(form, Sense(word, "noun", "noun", kind))


def _add_verbs(words: list[str], kind: str, governs: tuple[str, ...], verbs: dict[str, Sense]) -> None:
    for entry in words:
        base, third, ing, *pasts = entry.split("/")
        for form, name in ((base, "base"), (third, "third"), (ing, "ing"), *((past, "past") for past in pasts)):
            if form not in verbs:
                verbs[form] = Sense(base, "verb", name, kind, governs)


def can_be_noun(low: str) -> bool:
    """Tell whether a word can be a noun, of whatever kind."""
    senses = load_senses()
    return low in senses.nouns or low in senses.things or low in senses.speaking
