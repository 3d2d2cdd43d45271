"""Sources that ask not to be named, and why: "two aides who asked not to be named because "it is early" [said]"."""

from __future__ import annotations

from analysis.voices.antecedents import subject_before_relative
from analysis.voices.cues import Attribution, Cue
from analysis.voices.lines import Line
from analysis.voices.phrases import NEAR, NOWHERE, phrase_before
from analysis.voices.senses import load_senses

HIDDEN = frozenset(["named", "identified", "quoted", "anonymous", "anonymity"])  # what a source asks not to be, or for
REQUESTING = frozenset(["asking", "requesting", "wishing", "preferring", "wanting", "hoping"])
ASKED = frozenset(["ask", "request", "want", "wish", "prefer", "insist", "speak"])
REASON = 16  # tokens of why a source asks for it


def subject_before_hidden(line: Line, end: int, lo: int) -> tuple[int, int]:
    """Find who acts over what a source asks for itself: "Two aides who asked not to be named (because ...) [said]"."""
    if line.lows[end - 1] not in HIDDEN:
        because = _find_because(line, end, lo)
        if because <= lo:
            return NOWHERE
        end = because
    for at in range(end - 2, max(lo, end - NEAR), -1):
        if line.lows[at] == "who":
            return subject_before_relative(line, at, lo)
        if line.lows[at] in REQUESTING:
            return phrase_before(line, at, lo)
    return NOWHERE


def find_asking(line: Line, token: int, lo: int) -> Attribution | None:
    """Find the verb by which a source asks not to be named, if a quotation is why: because he "feared for his job"."""
    because = _find_because(line, token, lo)
    for at in range(because - 2, max(lo, because - NEAR), -1):
        verb = load_senses().verbs.get(line.lows[at])
        if verb is not None and verb.lemma in ASKED:
            relative = line.lows[at - 1] == "who"
            subject = subject_before_relative(line, at - 1, lo) if relative else phrase_before(line, at, lo)
            return Attribution(at, at + 1, subject, Cue(verb.lemma, verb.form, frozenset({"speech"})))
    return None


def _find_because(line: Line, end: int, lo: int) -> int:
    """Find the "because" with which a reason begins that stands before a token; -1 if it is none of a source's."""
    floor = max(lo, end - REASON)
    if "because" not in line.lows[floor + 1 : end]:
        return -1
    for at in range(end - 1, floor, -1):
        if line.lows[at] == "because":
            return at if line.lows[at - 1] in HIDDEN else -1
        if line.words[at] == ",":
            break
    return -1
