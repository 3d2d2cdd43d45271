"""What hangs on a cue: nothing but a time, a place or a hearer, or what is said."""

from __future__ import annotations

from analysis.voices.cues import Attribution
from analysis.voices.finite_verbs import count_finite
from analysis.voices.lines import Line
from analysis.voices.phrases import DAYTIMES
from analysis.voices.phrases_behind import phrase_from
from analysis.words.classes import ADVERBS, MONTHS, OBJECT_PRONOUNS, PREPOSITIONS

TIMES = MONTHS | DAYTIMES  # that may follow "last"
OPENING_TIMES = frozenset(["on", "in", "at", "last", "this", "late", "early", "earlier", "next"])
DASHES = frozenset(["–", "—", "--"])
BRACKET = 8  # tokens of a short bracket
BREAKING = frozenset(["that", ",", ":"])
WHILE = frozenset(["as", "when", "while", "after", "before", "because", "although", "though"])  # said as she left
NOT_OVER = frozenset(["there", "all", "both", "most", "more", "much"])  # adverbs with which a clause can begin


def locate_past_adverbs(line: Line, at: int, hi: int) -> int:
    """Step over adverbs and days: said [again on Monday] ..."""
    while at < hi:
        low = line.lows[at]
        if low in OPENING_TIMES and at + 1 < hi and _is_time(line, at + 1):
            at += 2
        elif (low in ADVERBS and low not in NOT_OVER) or low in MONTHS:
            at += 1
        elif low in DAYTIMES and line.lows[at - 1] in MONTHS:
            at += 1  # Monday morning
        else:
            break
    return at


def _is_time(line: Line, at: int) -> bool:
    """Tell Monday and the morning from the Morning Edition."""
    low = line.lows[at]
    return low in TIMES and (low in MONTHS or line.words[at][0].islower())


def locate_past_bracket(line: Line, at: int, hi: int) -> int:
    """Step over a short bracket: Kent mayor Jan Roy [(D-Kent)] ..."""
    if at < hi and line.lows[at] == "(":
        return next((here + 1 for here in range(at + 1, min(hi, at + BRACKET)) if line.lows[here] == ")"), at)
    return at


def locate_past_hearer(line: Line, at: int, hi: int) -> int:
    """Step over a pronoun and a day before a comma: The answer, she told [them Monday], was no."""
    behind = locate_past_adverbs(line, at + (at < hi and line.lows[at] in OBJECT_PRONOUNS), hi)
    return behind if behind < hi and line.words[behind] == "," else at


def is_closing(line: Line, after: int, hi: int, attribution: Attribution) -> bool:
    """Tell whether nothing hangs on a cue but a time, a place or a hearer: "..., he said on Monday."""
    after = locate_past_adverbs(line, after, hi)
    if "hearer" in attribution.cue.kinds and after < hi and line.words[after] != ",":
        told = after + 1 if line.lows[after] in OBJECT_PRONOUNS else phrase_from(line, after, hi)[1]
        after = locate_past_adverbs(line, max(after, told), hi)  # told the paper earlier this week
    if after >= hi or line.lows[after] in ".,!?;)" or line.lows[after] in DASHES:
        return True
    if attribution.inverted and line.lows[after] in ("who", "whose"):
        return True
    if line.lows[after] in WHILE:
        return True
    if line.lows[after] not in PREPOSITIONS or line.lows[after] == "to":
        return False
    hi = next((at for at in range(after, hi) if line.words[at] == ";"), hi)
    return BREAKING.isdisjoint(line.lows[after:hi]) and not count_finite(line, after, hi)
