"""What a verb governs, by what stands behind it: that, inf, object, about ..."""

from __future__ import annotations

from analysis.voices.clauses import hides_name
from analysis.voices.closing import locate_past_adverbs
from analysis.voices.complements import QUESTION, is_clause
from analysis.voices.lines import Line
from analysis.voices.senses import Sense
from analysis.voices.tokens import QUOTE
from analysis.words.classes import AUXILIARIES, CONJUNCTIONS, DETERMINERS, OBJECT_PRONOUNS, PREPOSITIONS

PARTICLES = frozenset(["out", "up", "off", "down", "back", "away", "forward", "over"])
SEEMING = frozenset(["seem", "appear", "sound", "look"])


def find_governed(line: Line, at: int, hi: int, sense: Sense) -> tuple[str, int, int] | None:
    """Say what a verb governs, where that begins, and where the verb with its particle ends; None if nothing."""
    last = at + 1 + (at + 1 < hi and line.lows[at + 1] in PARTICLES)
    behind = locate_past_adverbs(line, last, hi)
    governed, start = _governed(line, behind, hi)
    if sense.lemma in SEEMING and governed in ("", "object", "like", "as"):
        governed, start = "state", behind
    if not governed or start >= hi or hides_name(line, last, sense.lemma):
        return None
    return governed, start, last


def _governed(line: Line, at: int, hi: int) -> tuple[str, int]:
    """Say what follows a verb, and where the content begins."""
    if at + 1 >= hi:
        return ("object" if at < hi and line.words[at][0].isalnum() and not is_small(line.lows[at]) else ""), at
    low, after = line.lows[at], line.words[at + 1]
    if low == "that":
        return "that", at
    if low == "to":
        return ("inf", at) if is_infinitive(line, at + 1) else ("to", at + 1)
    if low in QUESTION:
        return "question", at
    if low in PREPOSITIONS:
        return (low, at + 1) if after[0].isalnum() or after == QUOTE else ("", at)
    if is_small(low) or not (low[0].isalnum() or low == QUOTE or low[0] in "$#"):
        return "", at
    return ("clause" if is_clause(line, at, hi) else "object"), at


def is_small(low: str) -> bool:
    """Tell a word with which no object begins."""
    return low in CONJUNCTIONS or low in AUXILIARIES


def is_infinitive(line: Line, at: int) -> bool:
    """Tell "to [go]" from "to [the mayor]" and "to [Lee]"."""
    return line.words[at][0].islower() and not (line.lows[at] in DETERMINERS or line.lows[at] in OBJECT_PRONOUNS)
