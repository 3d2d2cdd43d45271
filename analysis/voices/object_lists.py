"""What a comma goes on with: a list and what belongs to its last member, or another clause with its verb."""

from __future__ import annotations

from analysis.voices.finite_verbs import is_verb
from analysis.voices.lines import Line
from analysis.voices.phrases_behind import phrase_from
from analysis.words.classes import AUXILIARIES, PREPOSITIONS, is_adverb

LISTING = frozenset([",", "and", "or", "."])  # what may follow a member of a list
ASIDES = 3  # that may stand between somebody and the verb
NEVER_FINITE = frozenset(["having", "be", "been", "being"])
UNFINISHED = NEVER_FINITE | {"have"}  # helpers behind which no verb is finite


def goes_on_listing(line: Line, at: int, hi: int) -> bool:
    """Tell a list and what belongs to its last member from what else a comma is followed by."""
    low = line.lows[at] if at < hi else ""
    if low in ("including", "which", "whose", "such", "like", "from"):
        return True
    if low in ("and", "or"):
        return at + 1 < hi and not opens_clause(line, at + 1, hi)
    return is_listed(line, at, hi)


def is_listed(line: Line, at: int, hi: int) -> bool:
    """Tell a member of a list or an apposition: a phrase that another comma, "and" or the end follows."""
    if at >= hi or not line.words[at][0].isalnum() or line.lows[at] in PREPOSITIONS:
        return False
    last = phrase_from(line, at, hi)[1]
    return at < last and (last >= hi or line.lows[last] in LISTING) and not _acts_over_asides(line, last, hi)


def _acts_over_asides(line: Line, comma: int, hi: int) -> bool:
    """Tell "(backed Lee,) the mayor, Jan Roy, R-Kent, said", where another clause begins, from a list."""
    for _ in range(ASIDES):
        if comma + 1 >= hi or line.words[comma] != ",":
            break
        if is_finite(line, comma + 1, hi):
            return True
        comma = phrase_from(line, comma + 1, hi)[1]
        if comma < 0:
            break
    return False


def opens_clause(line: Line, at: int, hi: int) -> bool:
    """Tell whether another verb, or another subject with its verb, begins at a token."""
    while at < hi and is_adverb(line.lows[at]):
        at += 1
    if at >= hi or is_finite(line, at, hi):
        return True
    last = phrase_from(line, at, hi)[1]
    return at < last < hi and is_finite(line, last, hi)


def is_finite(line: Line, at: int, hi: int) -> bool:
    """Tell a finite verb from the participle of "the plan criticised by many" and from "the price cut"."""
    if line.lows[at] not in AUXILIARIES and not is_verb(line, at):
        return False  # most words
    if at and (line.lows[at - 1] == "to" or line.lows[at - 1] in UNFINISHED):
        return False  # a claim to have won
    if line.lows[at] in AUXILIARIES:
        return line.words[at][0].islower() and line.lows[at] not in NEVER_FINITE
    if line.lows[at + 1 : at + 2] == ["by"] or line.lows[at] == "including":
        return False  # remarks made by
    if at + 1 >= hi or line.lows[at + 1] in ".,;":
        return False
    return not (line.lows[at].endswith("ed") and line.lows[at + 1] in PREPOSITIONS)
