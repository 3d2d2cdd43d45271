"""Who acts: the subject of a verb, before it, behind it, or of the verb that it hangs on."""

from __future__ import annotations

from analysis.voices.cues import Attribution, Cue
from analysis.voices.lines import Line
from analysis.voices.phrases import (
    NOWHERE,
    REACH,
    WALLS,
    clause_subject,
    holds_verb,
    is_verb,
    phrase_before,
    phrase_from,
    phrase_over_asides,
)
from analysis.voices.tokens import QUOTE
from analysis.words.classes import AUXILIARIES, DETERMINERS, HELPERS, MONTHS, NEGATIONS, PREPOSITIONS, is_adverb

TIMES = frozenset(
    ["week", "month", "year", "night", "morning", "afternoon", "evening", "weekend", "fall", "spring", "summer"]
)
APPOSING = frozenset(
    [
        "a",
        "an",
        "the",
        "who",
        "whose",
        "another",
        "one",
        "with",
        "of",
        "in",
        "at",
        "his",
        "her",
        "its",
        "director",
        "chief",
        "president",
        "former",
    ]
)


def left_of(line: Line, at: int, lo: int) -> int:
    """Step left over adverbs and negations; return the token that stands there."""
    at -= 1
    while at > lo and (
        line.lows[at] in NEGATIONS or (is_adverb(line.lows[at]) and line.lows[at] not in ("most", "here"))
    ):
        at -= 1
    return at


def main_subject(line: Line, at: int, lo: int, attributions: list[Attribution]) -> tuple[int, int]:
    """Return who acts in the clause that an infinitive or a participle hangs on."""
    nearest = clause_subject(line, at, lo)
    if nearest[0] > lo and line.lows[nearest[0] - 1] in ("where", "when", "while"):
        return nearest
    for attribution in reversed(attributions):
        if attribution.subject != NOWHERE and not attribution.passive and attribution.cue.kinds & {"speech", "hearer"}:
            return attribution.subject
    return nearest


def subject_of_ing(line: Line, at: int, lo: int, attributions: list[Attribution]) -> tuple[int, int]:
    """Find who is "..., adding that", "by warning", "with Trump yelling"."""
    left = left_of(line, at, lo)
    if left > lo and line.lows[left] not in WALLS and line.lows[left] != "," and line.lows[left] not in PREPOSITIONS:
        first, last = phrase_before(line, left + 1, lo)
        if first > lo and line.lows[first - 1] == "with":
            return (first, last)
        for here in range(left, max(lo, left - 12), -1):
            if line.lows[here] == "with" and line.words[here + 1][0].isupper():
                return (here + 1, left + 1)
    return main_subject(line, at, lo, attributions)


def agent(line: Line, last: int, hi: int) -> tuple[int, int]:
    """Find who acts in a passive: described by Comey."""
    for at in range(last, min(hi, last + 8)):
        if line.lows[at] == "by":
            return phrase_from(line, at + 1, hi)
        if line.lows[at] in WALLS or line.lows[at] in (",", "that"):
            break
    return NOWHERE


def subject_before(
    line: Line, at: int, lo: int, attributions: list[Attribution], foreign: bool = False
) -> tuple[int, int]:
    """Find the words before a verb that say who acts: "Kevin Madden, a strategist, [has also] said"."""
    end = _before_verb(line, at, lo)
    end -= foreign and end > lo and line.lows[end - 1] in HELPERS
    if end <= lo:
        return NOWHERE
    word = line.lows[end - 1]
    if word in ("and", "but", "or", "then"):
        return _subject_of_pair(line, at, end, lo, attributions)
    if word == ",":
        if end - 1 > lo and line.lows[end - 2] == QUOTE:
            return NOWHERE
        return phrase_over_asides(line, end - 1, lo)
    if (word in WALLS and word != ")") or word in (".", "-", "'", "’"):
        return NOWHERE
    if word in ("who", "which", "that"):
        stop = end - 1
        stop -= stop > lo and line.lows[stop - 1] == ","
        if stop - 1 > lo and line.lows[stop - 1] in ("himself", "herself"):
            return (stop - 2, stop)
        return phrase_before(line, stop, lo) if stop > lo else NOWHERE
    return phrase_before(line, end, lo)


def _subject_of_pair(line: Line, at: int, end: int, lo: int, attributions: list[Attribution]) -> tuple[int, int]:
    """Find who acts in "X went on and said": the subject of the verb of the same form before it."""
    for attribution in reversed(attributions):
        if (
            attribution.subject != NOWHERE
            and attribution.cue.kinds & {"speech", "hearer"}
            and attribution.cue.form in ("past", "third")
        ):
            return attribution.subject
    return clause_subject(line, end - 1, lo)


def _before_verb(line: Line, at: int, lo: int) -> int:
    """Step left over auxiliaries and adverbs: return where the subject must end."""
    floor = max(lo, at - REACH)
    while at > floor:
        time = _time_before(line, at, floor)
        if time:
            at -= time
            continue
        low = line.lows[at - 1]
        helps = low in AUXILIARIES and line.words[at - 1][0].islower()  # not Mrs May
        if not (helps or low in NEGATIONS or (is_adverb(low) and low not in ("most", "here", "then"))):
            break
        at -= 1
    return at


def _time_before(line: Line, at: int, floor: int) -> int:
    """Count the tokens of a time before token `at`: "last week", "on Monday", "Tuesday"."""
    low = line.lows[at - 1]
    before = line.lows[at - 2] if at - 2 >= floor else ""
    if low in TIMES and before in ("last", "this", "next", "that", "earlier"):
        return 2
    if low in MONTHS and low != "may" and line.words[at - 1][0].isupper():
        return 2 if before in ("on", "last", "late", "early", "in") else 1
    return 0


def subject_after(line: Line, at: int, hi: int) -> tuple[int, int]:
    """Find who acts after an inverted verb: said Kevin Madden, a strategist."""
    while at < hi and (is_adverb(line.lows[at]) or (line.lows[at] in MONTHS and line.lows[at] != "may")):
        at += 1
    return phrase_from(line, at, hi)


def is_inverted(line: Line, last: int, hi: int, cue: Cue) -> bool:
    """Tell "..., said Ms. Gil, a nurse." from "X, a nurse, said Ms. Gil would come"."""
    if "speech" not in cue.kinds or last >= hi or not (line.words[last][0].isupper() or line.lows[last] in DETERMINERS):
        return False
    first, end = subject_after(line, last, hi)
    if first < 0 or end >= hi:
        return end >= hi
    low = line.lows[end]
    if low == "," and end + 1 < hi:
        low = line.words[end + 1]
        return line.lows[end + 1] in APPOSING or low[0].isdigit() or (low[0].islower() and not is_verb(line, end + 1))
    return low in ".!?" or low == "who" or (low in PREPOSITIONS and not holds_verb(line, end, hi))
