"""Kinds of verbs and nouns after WordNet: what a word is about first of all, and which clauses it can govern."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from analysis.voices.cues import inflect, load_cues, third_person

PATH = Path(__file__).with_name("senses.txt")


class Sense(NamedTuple):
    """A form of a word with its lemma, its sort (verb, noun, adjective), its kind and what it governs."""

    lemma: str
    sort: str
    form: str  # of a verb: base, third, past, participle, ing
    kind: str  # communication, cognition, emotion, act, person ...; unknown
    governs: tuple[str, ...] = ()  # of a verb: that, to, whether, also-communication


class Senses(NamedTuple):
    """Words by their forms; what is a verb and a noun stands in both. heads: all on which something may hang."""

    verbs: dict[str, Sense]
    nouns: dict[str, Sense]
    heads: frozenset[str]


@lru_cache(maxsize=1)
def load_senses() -> Senses:
    """Load the words of senses.txt and those of cues.yaml, in all their forms."""
    verbs: dict[str, Sense] = {}
    nouns: dict[str, Sense] = {}
    groups, irregular = _parse_lines(PATH.read_text(encoding="utf8"))
    for (sort, kind, *governs), words in groups:
        for word in words:
            if sort == "noun":
                for form in (word, third_person(word)):
                    nouns.setdefault(form, Sense(word, sort, "noun", kind))
            else:
                for form, name in _list_forms(word, irregular.get(word, [])):
                    verbs.setdefault(form, Sense(word, sort, name, kind, tuple(governs)))
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
    return Senses(verbs, nouns, frozenset(verbs) | frozenset(nouns) | cues.attitudes)


def _parse_lines(text: str) -> tuple[list[tuple[list[str], list[str]]], dict[str, list[str]]]:
    """The groups of words with their keys, and irregular forms by their verbs."""
    groups, irregular = [], {}
    for line in text.splitlines():
        key, _, words = line.partition(": ")
        if key == "forms":
            irregular = {base: forms for base, *forms in (entry.split("/") for entry in words.split())}
        elif not key.startswith("#"):
            groups.append((key.split(), words.split()))
    return groups, irregular


def _list_forms(word: str, irregular: list[str]) -> list[tuple[str, str]]:
    """List the forms of a verb with their names; irregular: those in -ing and of the past that no rule makes."""
    found = {form: name for form, _, _, name in reversed(inflect(word))}
    replaced = {"ing" if form.endswith("ing") else "past" for form in irregular}
    if "past" in replaced:
        replaced.add("participle")
    kept = [(form, name) for form, name in found.items() if name not in replaced]
    return [*kept, *((form, "ing" if form.endswith("ing") else "past") for form in irregular)]
