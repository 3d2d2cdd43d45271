"""What is known of a candidate, as rows of traits that are weighed together, and what it comes to at best."""

from __future__ import annotations

from functools import lru_cache

from analysis.voices import traits
from analysis.voices.cues import Cues
from analysis.voices.lines import Line
from analysis.voices.senses import Sense, load_senses
from analysis.voices.trait_weights import MOST_KEPT, Fact, TraitRow, make_row
from analysis.voices.traits import HEADS, MOST, SMALL, list_word_names, name_content, name_word
from analysis.words.classes import PREPOSITIONS

LEFT = TraitRow(traits.list_left)
PARTICLES = TraitRow(traits.list_particle)
OWN_BEFORE = TraitRow(traits.list_own_before)
OWN_PASSIVE = TraitRow(traits.list_own_passive)
FORMS = ("past", "third", "base", "ing", "participle", "other", "noun", "adjective", "matter", "phrase")  # of cues
RULES = TraitRow(traits.list_rule)


def gather_verb_facts(
    line: Line, at: int, sense: Sense, governed: str, start: int, subject: str, helpers: list[str], particle: str, cues
) -> list[Fact]:
    """Gather the facts of a verb: who acts, with which helpers and particle, what is governed."""
    passive = "be" in helpers and sense.form in ("past", "participle")
    state = "passive" if passive else sense.form
    helps = _join_helpers(helpers)
    alike = sense.lemma if sense.lemma in (state, helps) else ""
    kinds, lemmas, contents, nexts, subjects, helped = _make_verb_rows(sense.kind, governed, state, alike)
    cue = cues.forms.get(line.lows[at])
    facts = [
        (LEFT, _name_left(line, at)),
        (kinds, (sense.governs, cue.kinds if cue else None, not particle)),
        (lemmas, sense.lemma),
        (contents, name_content(line.words[start])),
        (nexts, name_word(line.words[start + 1]) if start + 1 < len(line.words) else ""),
        (subjects, subject),
        (helped, helps),
    ]
    return [*facts, (PARTICLES, (sense.lemma, governed, particle))] if particle else facts


def _join_helpers(helpers: list[str]) -> str:
    return "+".join(sorted(set(helpers))) if len(helpers) > 1 else helpers[0] if helpers else "none"


@lru_cache(maxsize=MOST_KEPT)
def _make_verb_rows(kind: str, governed: str, state: str, alike: str) -> tuple[TraitRow, ...]:
    """Make the rows of verbs of a kind in a state; alike: a verb that is spelt like a state or a helper."""
    return (
        make_row(traits.list_verb, kind, governed, state),
        make_row(traits.list_lemma, "verb", kind, governed, state),
        make_row(traits.list_content, kind, governed, state, alike),
        make_row(traits.list_next, governed),
        make_row(traits.list_subject, kind, governed, state),
        make_row(traits.list_helpers, governed, alike),
    )


def gather_word_facts(
    line: Line, at: int, sense: Sense, governed: str, start: int, before: tuple[str, str], cues: Cues
) -> list[Fact]:
    """Gather the facts of a noun or an adjective; before: what stands before it."""
    low = line.lows[at]
    kinds, lemmas, contents, nexts, befores = _make_word_rows(sense.sort, sense.kind, governed)
    return [
        (LEFT, _name_left(line, at)),
        (kinds, low in cues.nouns or low in cues.matters),
        (lemmas, sense.lemma),
        (contents, name_content(line.words[start])),
        (nexts, _name_at(line, start + 1)),
        (befores, before),
        (OWN_BEFORE, (sense.lemma, before[0])),
    ]


@lru_cache(maxsize=MOST_KEPT)
def _make_word_rows(sort: str, kind: str, governed: str) -> tuple[TraitRow, ...]:
    """Make the rows of nouns or adjectives of a kind."""
    return (
        make_row(traits.list_word, sort, kind, governed),
        make_row(traits.list_lemma, sort, kind, governed, ""),
        make_row(traits.list_content, kind, governed, "", ""),
        make_row(traits.list_next, governed),
        make_row(traits.list_before, sort, kind, governed),
    )


def gather_passive_facts(
    line: Line, at: int, hi: int, sense: Sense, governed: str, content: tuple[int, int], helpers: list[str], cues: Cues
) -> list[Fact]:
    """Gather the facts of a passive whose subject is the content."""
    first, last = content
    low = line.lows[at + 1] if at + 1 < hi else "."
    behind = low if low in PREPOSITIONS or low == "to" else "word" if low[0].isalnum() else "stop"
    helps = _join_helpers(helpers)
    kinds, lemmas, contents, passives = _make_passive_rows(sense.kind, governed)
    cue = cues.forms.get(line.lows[at])
    return [
        (LEFT, _name_left(line, at)),
        (kinds, (sense.governs, cue.kinds if cue else None, False)),
        (lemmas, sense.lemma),
        (contents, name_content(line.words[first])),
        (passives, (behind, _name_at(line, first + 1), helps, _name_at(line, last - 1))),
        (OWN_PASSIVE, (sense.lemma, behind)),
    ]


@lru_cache(maxsize=MOST_KEPT)
def _make_passive_rows(kind: str, governed: str) -> tuple[TraitRow, ...]:
    """Make the rows of passives of a kind, whose subject is the content; they have no state."""
    return (
        make_row(traits.list_verb, kind, governed, ""),
        make_row(traits.list_lemma, "verb", kind, governed, ""),
        make_row(traits.list_content, kind, governed, "", ""),
        make_row(traits.list_passive, governed),
    )


def _name_left(line: Line, at: int) -> str:
    left = line.lows[at - 1] if at else "."
    return left if left in SMALL else "word"


def _name_at(line: Line, at: int) -> str:
    return name_word(line.words[at]) if 0 <= at < len(line.words) else ""


def gather_content_facts(line: Line, kind: str, governed: str, start: int) -> list[Fact]:
    """Gather of which kind the first noun of a content is, and which; where the content ends is not known yet."""
    senses = load_senses().nouns
    head = ("none", "")
    for low in line.lows[start : start + HEADS]:
        if low in senses:
            head = senses[low].kind, senses[low].lemma
            break
    return [(make_row(traits.list_head, kind, governed), head)]


def gather_end_facts(line: Line, sense: Sense, governed: str, span: tuple[int, int], hi: int) -> list[Fact]:
    """Gather how long a content is, and what stands behind it; hi: where the sentence ends."""
    start, end = span
    lengths, behind = _make_end_rows(sense.sort, governed)
    return [(lengths, min(end - start, MOST)), (behind, name_word(line.words[end]) if end < hi else "stop")]


@lru_cache(maxsize=MOST_KEPT)
def _make_end_rows(sort: str, governed: str) -> tuple[TraitRow, TraitRow]:
    return make_row(traits.list_length, sort), make_row(traits.list_behind, governed)


@lru_cache(maxsize=MOST_KEPT)
def weigh_best_end(sort: str, governed: str) -> float:
    """Say the most that the end of a content can be worth, before it is known where that is."""
    lengths, behind = _make_end_rows(sort, governed)
    return max(map(lengths.__getitem__, range(1, MOST + 1))) + max(map(behind.__getitem__, list_word_names()))


@lru_cache(maxsize=MOST_KEPT)
def weigh_best_outer(governed: str) -> float:
    """Say the most that it can be worth to take in what a rule has found."""
    outer = make_row(traits.list_outer, governed)
    return max(0.0, *map(outer.__getitem__, FORMS))
