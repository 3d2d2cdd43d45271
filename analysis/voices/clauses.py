"""Clauses: where the main one begins, and who acts in one as a whole."""

from __future__ import annotations

from itertools import compress

from analysis.voices.asides import phrase_over_asides, step_over_aside
from analysis.voices.cues import load_cues
from analysis.voices.finite_verbs import REPORTING, can_be_verb, is_verb
from analysis.voices.lines import Line
from analysis.voices.phrases import NOWHERE, REACH, phrase_before
from analysis.voices.phrases_behind import phrase_from
from analysis.voices.several import find_list_start
from analysis.voices.tokens import QUOTE
from analysis.voices.verb_groups import find_subject_end
from analysis.words.classes import BE, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBORDINATORS, is_adverb

HIDING = frozenset(["ask", "request", "want", "wish", "prefer"])
ASKED = frozenset(["asked", "questioned", "pressed", "quizzed", "pushed", "challenged", "confronted"])
REDUCED = (["as"], ["with"], ["by"])  # behind a participle that describes the noun before it
SHOWN = frozenset(["named", "identified"])


def hides_name(line: Line, at: int, lemma: str) -> bool:
    """Tell what a source asks for itself, and says of nothing: asked [not to be named], wished [to remain anonymous].

    at: the token behind the verb.
    """
    if lemma not in HIDING:
        return False
    lows = [low for low in line.lows[at : at + 4] if low != "not"]
    if lows[:2] == ["to", "be"]:
        return not SHOWN.isdisjoint(lows[2:3])
    return lows[1:3] in (["remain", "anonymous"], ["stay", "anonymous"])


def clause_subject(
    line: Line, at: int, lo: int, over: frozenset[str] = frozenset(), asides: bool = False
) -> tuple[int, int]:
    """Find who acts in the clause before a token: the subject of the last finite verb, relative clauses aside.

    over: words behind which a clause is passed over where another one stands before it; asides: whether an aside may
    stand between a name and its verb.
    """
    floor, passed = max(lo, at - REACH) + 1, NOWHERE
    for verb in [*compress(range(floor, at), map(can_be_verb, line.words[floor:at]))][::-1]:
        if asides and line.words[verb - 1] == "," and not line.lows[verb].endswith("ing"):
            found = phrase_over_asides(line, verb - 1, lo)  # Lund, a nurse, [left]
            if "," in line.words[found[0] : found[1]] and line.words[found[0]][0].isupper():
                return found
        if asides and line.words[verb - 2 : verb - 1] == [","] and can_be_verb(line.words[verb - 1]):
            continue  # ..., seemed [tired]
        if is_verb(line, verb) and not (verb > lo and is_verb(line, verb - 1)) and line.lows[verb] not in REPORTING:
            before = line.lows[verb - 1] if verb > lo else ""
            if before in ("who", "which", "that", "whose", "to", "and", "but", "or", ","):
                continue
            if before == "having":
                continue  # hired an aide, having [rejected]
            found = phrase_before(line, find_subject_end(line, verb, lo), lo)  # Lund also [left]
            if line.lows[verb + 1 : verb + 2] in REDUCED and is_done_to(line, found[0]):
                continue  # is expelling envoys [identified] as spies
            if found[0] > lo + 1 and line.lows[found[0] - 1] in over:
                passed = passed if passed != NOWHERE else found
            elif found != NOWHERE:
                return find_list_start(line, *found, lo), found[1]
    if passed == NOWHERE:
        return first_phrase(line, lo, at)
    first = first_phrase(line, lo, passed[0] - 1)
    return first if first[0] == lo and first[1] < passed[0] - 1 else passed


def is_done_to(line: Line, first: int) -> bool:
    """Tell the object of "is expelling [envoys] identified as spies", "banned [masks] marked with a flag"."""
    if first < 2 or line.words[first - 1][0].isupper():
        return False
    cue = load_cues().forms.get(line.lows[first - 1])
    telling = cue is not None and not cue.kinds.isdisjoint(("speech", "thought", "evidence", "hearer"))
    being = line.lows[first - 1].endswith("ing") and line.lows[first - 2] in BE
    return being or (line.lows[first - 1].endswith("ed") and is_verb(line, first - 1) and not telling)


def first_phrase(line: Line, lo: int, hi: int) -> tuple[int, int]:
    """Take the first noun phrase of a sentence: its subject, where no verb tells."""
    at = lo
    for _ in range(2):
        while at < hi and (
            line.lows[at] in CONJUNCTIONS or is_adverb(line.lows[at]) or line.words[at] in (QUOTE, ",", "-", "–", "—")
        ):
            at += 1
        low = line.lows[at] if at < hi else ""
        if low in PREPOSITIONS or low in SUBORDINATORS or low.endswith("ing"):
            comma = next((n for n in range(at, min(hi, at + REACH)) if line.lows[n] == ","), -1)
            if comma >= 0 and comma + 1 < hi and line.lows[comma + 1] != QUOTE:
                at = comma + 1
            elif low.endswith("ing") and at + 1 < hi and is_gerund(line, at):
                return NOWHERE  # Continuing to explain, ...
    return phrase_from(line, at, hi)


def is_gerund(line: Line, at: int) -> bool:
    """Tell what somebody does (Speaking in Iowa) from a name (Sterling said)."""
    after = line.lows[at + 1]
    return after in PREPOSITIONS or after in DETERMINERS or after == "that"


def find_main_start(line: Line, lo: int, hi: int) -> int:
    """Return where the main clause begins behind one like "Even before Lee spoke, ..."; lo if none stands before it."""
    at = lo
    while at < hi and is_adverb(line.lows[at]):
        at += 1
    low = line.lows[at]
    asked = low in ASKED and at == lo  # Asked about it, Lund ...
    if low not in SUBORDINATORS and low not in PREPOSITIONS and not low.endswith("ing") and not asked:
        return lo
    for comma in range(at + 1, hi):
        if line.lows[comma] == ",":
            last = step_over_aside(line, phrase_from(line, comma + 1, hi)[1], hi)
            while comma < last < hi and is_adverb(line.lows[last]):
                last += 1
            if comma < last < hi and is_verb(line, last):
                return comma + 1
    return lo
