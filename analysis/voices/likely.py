"""What a sentence reports besides what its cues govern for sure, if its traits weigh enough."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.voices.attributions import attribute_verb
from analysis.voices.candidates import Candidate, find_candidates, list_readings, sense_of
from analysis.voices.cues import SAYING, Attribution, Cue, Cues
from analysis.voices.governed import SEEMING
from analysis.voices.indirect import is_nobodys
from analysis.voices.lines import Line
from analysis.voices.phrases import NOWHERE
from analysis.voices.reported import Reported
from analysis.voices.senses import load_senses
from analysis.voices.states import find_owner
from analysis.voices.subjects import subject_before
from analysis.voices.subjects_behind import agent
from analysis.voices.trait_facts import RULES, gather_end_facts, weigh_best_end, weigh_best_outer
from analysis.voices.trait_weights import load_trait_weights, weigh_facts
from analysis.voices.weighed_heads import load_weighed_heads

OBJECT = frozenset({"stance"})
OBJECTS = frozenset(["object", "wish"])  # forms of the outlet's own words
GOVERNED = frozenset(["that", "clause", "question", "order"])  # forms of what stands behind a verb
ROUNDING = 1e-9  # more than what the order in which weights are summed up changes: what weighs just enough counts


def find_likely(
    line: Line,
    sentence: tuple[int, int],
    attributions: list[Attribution],
    taken: list[tuple[int, int]],
    cues: Cues,
    inner: Sequence[Reported] = (),
) -> list[Reported]:
    """List what is likely reported outside of what is taken (quotations, clauses found before, and their cues).

    inner: what of that may be part of something longer.

    All of it is of the forms "object" and "wish", which count as the outlet's words: nobody's share of speech hangs
    on a likelihood.
    """
    least = load_trait_weights().least - ROUNDING
    found: list[Reported] = []
    for one in find_candidates(line, sentence, attributions, taken, cues, may_count, load_weighed_heads(), inner):
        if weigh_facts(one.facts) < least:
            continue
        if any(one.start < other.last and other.first < one.end for other in found):
            continue
        attribution = _attribute(line, sentence, one, attributions)
        if not (is_nobodys(line, attribution) or _is_known(one, attribution)):
            form = "wish" if one.governed in ("inf", "is to") else "object"
            found.append(Reported(one.start, one.end, attribution, form))
    return found


def may_be_inner(one: Reported) -> bool:
    """Tell what may be part of something longer that is likely reported: told of his attacks on [the plan]."""
    return one.form in OBJECTS


def is_unlikely(line: Line, sentence: tuple[int, int], one: Reported, cues: Cues) -> bool:
    """Tell an object or a wish that a rule has found though its traits speak against it: who backed [Bob Ray].

    What a verb of saying governs as words (said that, asked whether) is kept, however unlikely.
    """
    reading = find_reading(line, sentence, one, cues) if may_be_unlikely(one) else None
    return reading is not None and weigh_facts(reading.facts) < load_trait_weights().ruled - ROUNDING


def may_be_unlikely(one: Reported) -> bool:
    """Tell what is weighed of what rules find: objects, wishes, and what somebody knows or makes others do."""
    return one.form in OBJECTS or (one.form in GOVERNED and not one.attribution.cue.kinds & SAYING)


def find_reading(line: Line, sentence: tuple[int, int], one: Reported, cues: Cues) -> Candidate | None:
    """Read what a cue governs for sure as a candidate, with what rule found it; None if it reads otherwise."""
    at, senses = one.attribution.first, load_senses()
    sense = sense_of(line, at, sentence[0], senses, cues) if line.lows[at] in senses.heads else None
    readings = list_readings(line, at, sentence, sense, cues) if sense else []
    found = next((reading for reading in readings if reading.start == one.first), None)
    if found is None or (sense and sense.sort == "verb" and found.last > at + 1):
        return None  # praise from teachers for [the plan]; lashed out at [the bank], which is no lashing
    cue = one.attribution.cue
    found.end = one.last
    found.facts += gather_end_facts(line, found.sense, found.governed, (one.first, one.last), sentence[1])
    found.facts.append((RULES, (one.form, cue.lemma, cue.form, cue.kinds)))
    return found


def may_count(one: Candidate, may_be_outer: bool = False) -> bool:
    """Tell whether a candidate of which the end is not known may count as reported, however it ends.

    may_be_outer: it may take in what a rule has found.
    """
    best = weigh_facts(one.facts) + weigh_best_end(one.sense.sort, one.governed)
    best += weigh_best_outer(one.governed) if may_be_outer else 0
    return best >= load_trait_weights().least - ROUNDING


def _is_known(one: Candidate, attribution: Attribution) -> bool:
    """Tell "it is known that it rains", in which nobody says anything."""
    return attribution.passive and attribution.subject == NOWHERE and one.governed in ("that", "clause", "question")


def _attribute(line: Line, sentence: tuple[int, int], one: Candidate, attributions: list[Attribution]) -> Attribution:
    """Say whose it is: nobody's of what seems so or is expected of somebody."""
    lo, hi = sentence
    cue = Cue(one.sense.lemma, one.sense.form, OBJECT)
    if one.sense.sort == "verb":
        if one.sense.lemma in SEEMING:
            return Attribution(one.first, one.last, NOWHERE, cue)
        if one.governed.startswith("passive"):
            return Attribution(one.first, one.last, agent(line, one.last, hi), cue, passive=True)
        found = attribute_verb(line, one.first, one.last, lo, hi, cue, attributions)
        return found or Attribution(one.first, one.last, NOWHERE, cue)
    owner = (
        subject_before(line, one.first, lo, []) if one.sense.sort == "adjective" else find_owner(line, one.first, lo)
    )
    last = max(one.first + 1, one.last if one.governed not in ("that", "inf") else one.first + 1)
    return Attribution(one.first, last, owner, cue)
