"""What might be reported: each verb, noun or adjective of a sentence with what it governs, and what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import compress

from analysis.voices import traits
from analysis.voices.cues import Attribution, Cues
from analysis.voices.ends import GENITIVES, locate_clause_end, locate_object_end, locate_wish_end
from analysis.voices.finite_verbs import is_verb
from analysis.voices.governed import find_governed, is_infinitive
from analysis.voices.lines import Line
from analysis.voices.main_clauses import find_main_verb, is_reduced, opens_as_noun
from analysis.voices.reported import Reported
from analysis.voices.senses import Sense, Senses, load_senses
from analysis.voices.sentence_facts import find_verb_before, gather_sentence_facts
from analysis.voices.subjects import subject_before
from analysis.voices.trait_facts import (
    gather_content_facts,
    gather_end_facts,
    gather_passive_facts,
    gather_verb_facts,
    gather_word_facts,
)
from analysis.voices.trait_weights import Fact, make_row
from analysis.voices.verb_helpers import HAVE, find_actor
from analysis.voices.verb_or_noun import is_noun
from analysis.voices.weighed_heads import Heads, list_all_heads
from analysis.words.classes import (
    AUXILIARIES,
    BE,
    COPULAS,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
)

CLAUSES = frozenset(["that", "clause", "question", "state", "is that", "is to", "is not"])
NO_CONTENT = frozenset(["who", "which", "that", "it", "there"])  # subjects of passives that say nothing by themselves
FOLLOWING = PREPOSITIONS | BE | {"that", "to"}  # what stands behind nouns and adjectives that govern something
STOPS = frozenset(".,;:!?)(") | {"–", "—", "-", "--", "and", "or", "but"}
Span = tuple[int, int]
NEAR = 4  # tokens before a noun among which its owner or its article is looked for


@dataclass(slots=True, eq=False)
class Candidate:
    """A head (token numbers) and what it might report, with the facts by which that is weighed."""

    first: int
    last: int
    start: int
    end: int
    governed: str  # that, inf, object, about ...; passive: the content is the subject
    sense: Sense
    facts: list[Fact]


def find_candidates(
    line: Line,
    sentence: tuple[int, int],
    attributions: list[Attribution],
    taken: list[tuple[int, int]],
    cues: Cues,
    may_count: Callable[[Candidate, bool], bool] = lambda *_: True,
    heads: Heads | None = None,
    inner: Sequence[Reported] = (),
) -> list[Candidate]:
    """List what a sentence might report outside of what is taken already, from left to right.

    may_count: tells of a candidate whose end is not known yet, told whether it may take in something, whether it is
    worth looking at; by default all are.
    heads: the words that are looked at; by default all on which something may hang.
    inner: what is taken and may be part of something longer: agreed to [a deal over claims that [it leaks]].
    """
    lo, hi = sentence
    found, senses, heads = [], load_senses(), heads or list_all_heads()
    about = None
    loose = {(part.first, part.last): one for one in inner for part in (one, one.attribution)}
    last_loose = max((one.first for one in inner), default=-1)
    held = {at for first, last in taken for at in range(first, last)}
    for at in compress(range(lo, hi), map(heads.words.__contains__, line.lows[lo:hi])):
        if at in held or line.words[at] in AUXILIARIES or not _may_govern(line, at, lo, hi, senses):
            continue
        sense = sense_of(line, at, lo, senses, cues)
        if sense is None or heads.are_without(sense):
            continue
        about = about or gather_sentence_facts(line, sentence, attributions, taken)
        for early in list_readings(line, at, sentence, sense, cues, heads):
            early.facts += about.list_of(at, early.governed)
            if may_count(early, early.start <= last_loose):
                made = _with_end(line, early, hi, attributions)
                if made.start < made.end and _is_free(made, held, taken, loose):
                    found.append(made)
    return found


def _is_free(made: Candidate, held: set[int], taken: list[Span], loose: dict[Span, Reported]) -> bool:
    """Tell whether nothing of a content is taken but what may be part of it, and note that."""
    if held.isdisjoint(range(made.start, made.end)):
        return True
    parts = [part for part in taken if part[0] < made.end and made.start < part[1]] if loose else []
    if not parts or any(part not in loose or part[0] < made.start or made.end < part[1] for part in parts):
        return False
    cue = loose[parts[0]].attribution.cue
    made.facts.append((make_row(traits.list_outer, made.governed), cue.form))
    return True


def _may_govern(line: Line, at: int, lo: int, hi: int, senses: Senses) -> bool:
    """Tell by the word behind it whether a word can govern anything, before anything else is looked at."""
    after = line.lows[at + 1] if at + 1 < hi else "."
    if at > lo and line.words[at][0].isupper() and not line.words[at - 1][0].isupper():
        return False  # Asked about it, Stone fielded questions; but a heading's "Lee Demands Answers"
    if line.lows[at] not in senses.verbs:
        return after in FOLLOWING
    return after not in STOPS or not BE.isdisjoint(line.lows[max(at - NEAR, 0) : at])


def sense_of(line: Line, at: int, lo: int, senses: Senses, cues: Cues) -> Sense | None:
    """Tell whether a word is a verb, a noun or an adjective where it stands; None if it is a helper."""
    low = line.lows[at]
    if low in AUXILIARIES and line.words[at][0].islower():
        return None
    verb = senses.verbs.get(low)
    if verb and not is_noun(line, at, lo, verb):
        return verb
    if low in cues.attitudes and at > lo and verb is None:
        return Sense(low, "adjective", "adjective", "attitude")
    return senses.nouns.get(low)


def list_readings(
    line: Line, at: int, sentence: Span, sense: Sense, cues: Cues, heads: Heads | None = None
) -> list[Candidate]:
    """List what a word might report, behind it or, of a passive, before it; ends and last facts are still missing.

    heads: what is passed over with what it governs; by default nothing is.
    """
    heads = heads or list_all_heads()
    if sense.sort == "verb":
        way = find_governed(line, at, sentence[1], sense)
        way = None if way is None or heads.are_without(sense, way[0]) else way
        undergone = sense.form in ("past", "participle")
        if way is None and not undergone:
            return []
        subject, helpers = find_actor(line, at, sentence[0])
        made = [way and _of_verb(line, at, sense, cues, way, subject, helpers)]
        if undergone and "be" in helpers:
            made.append(_of_passive(line, at, sentence, sense, cues, helpers, heads))
    else:
        made = [_of_word(line, at, sentence, sense, cues, heads)]
    readings = [one for one in made if one is not None]
    before = find_verb_before(line, at, sentence[0]) if readings else None
    for one in readings:
        one.facts += [before, *gather_content_facts(line, sense.kind, one.governed, one.start)]
    return readings


def _with_end(line: Line, one: Candidate, hi: int, attributions: list[Attribution]) -> Candidate:
    """Say where a content ends, and add the facts of it."""
    if one.end <= one.start:
        one.end = _locate_end(line, one, hi, attributions)
    one.facts += gather_end_facts(line, one.sense, one.governed, (one.start, one.end), hi)
    return one


def _of_word(line: Line, at: int, sentence: Span, sense: Sense, cues: Cues, heads: Heads) -> Candidate | None:
    """Read a noun or an adjective with "that", "to", "is that" or a preposition behind it."""
    lo, hi = sentence
    if at + 2 >= hi:
        return None
    after = line.lows[at + 1]
    start = at + 1
    if after == "that":
        if sense.sort == "noun" or is_verb(line, at + 2):
            return None  # a chance that it rains, a deal that they made: cues.yaml lists the nouns of speech
        governed = "that"
    elif after in BE and line.lows[at + 2] in ("that", "to", "not") and sense.sort == "noun":
        governed, start = f"is {line.lows[at + 2]}", at + 2
    elif after == "to" and is_infinitive(line, at + 2):
        governed = "inf"
    elif after in PREPOSITIONS or after == "to":
        governed, start = after, at + 2
    else:
        return None
    if heads.are_without(sense, governed):
        return None
    facts = gather_word_facts(line, at, sense, governed, start, _before(line, at, lo), cues)
    return Candidate(at, start, start, start, governed, sense, facts)


def _before(line: Line, at: int, lo: int) -> tuple[str, str]:
    """What stands before a noun or an adjective (an owner, an article, a verb ...), and the word of it that matters."""
    for here in range(at - 1, max(lo, at - NEAR) - 1, -1):
        low = line.lows[here]
        if low in POSSESSIVES:
            return "his", ""
        if low.endswith(GENITIVES):
            return "genitive", ""
        if low in ("the", "a", "an"):
            return low, line.lows[here - 1] if here > lo else ""
        if low in BE or low in COPULAS:
            return "be", low
        if low in DETERMINERS:
            return "determiner", ""
        if low in PREPOSITIONS:
            return "preposition", low
        if is_verb(line, here) or low in HAVE:
            return "verb", low
        if not low[0].isalnum():
            return "stop", ""
    return ("words" if at - NEAR >= lo else "start"), ""


def _of_verb(
    line: Line, at: int, sense: Sense, cues: Cues, way: tuple[str, int, int], subject: str, helpers: list[str]
) -> Candidate:
    """Read a verb, with its particle, and what it governs (way)."""
    governed, start, last = way
    particle = line.lows[at + 1] if last > at + 1 else ""
    facts = gather_verb_facts(line, at, sense, governed, start, subject, helpers, particle, cues)
    return Candidate(at, last, start, start, governed, sense, facts)


def _of_passive(
    line: Line, at: int, sentence: Span, sense: Sense, cues: Cues, helpers: list[str], heads: Heads
) -> Candidate | None:
    """Read a passive: of "The plan was praised (by X)" the plan."""
    lo, hi = sentence
    governed = "passive by" if "by" in line.lows[at + 1 : at + NEAR] else "passive"
    if heads.are_without(sense, governed):
        return None
    first, last = subject_before(line, at, lo, [])
    if first < lo or line.lows[first] in NO_CONTENT:
        return None
    facts = gather_passive_facts(line, at, hi, sense, governed, (first, last), helpers, cues)
    return Candidate(at, at + 1, first, last, governed, sense, facts)


def _locate_end(line: Line, one: Candidate, hi: int, attributions: list[Attribution]) -> int:
    later = [other for other in attributions if other.first > one.start]
    if one.governed == "inf":
        noun = one.sense.sort == "noun" and opens_as_noun(line, one.first)
        within = noun or is_reduced(line, one.first, one.sense.form)
        hi = (find_main_verb(line, one.start, hi) or hi) if within else hi
        return locate_wish_end(line, one.start, hi, later, one.sense.form)
    if one.governed in CLAUSES:
        return locate_clause_end(line, one.start, hi, later, set())
    return locate_object_end(line, one.start, hi, later, one.sense.form)
