"""What belongs to a verb and stands before it: auxiliaries, adverbs, negations, times."""

from __future__ import annotations

from analysis.voices.finite_verbs import is_adverb_name
from analysis.voices.lines import Line
from analysis.voices.phrases import DAYTIMES, REACH
from analysis.words.classes import AUXILIARIES, MONTHS, NEGATIONS, is_adverb

LASTING = frozenset(["over", "during", "in", "at", "on", "through", "throughout", "for", "since"])  # the weekend
HAVING = frozenset(["has", "have", "had"])
TIMES = DAYTIMES | MONTHS | {"years", "months", "weeks", "days", "decades", "past", "times", "then", "decade", "hours"}
NUMBERS = frozenset([
    "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several",
    "less", "more", "than",
])  # fmt: skip
POINTS = frozenset(["point", "time", "stage", "moment"])  # at one point
COUNTED = frozenset(["minutes", "hours", "days", "weeks", "months", "years", "decades"])
NEAR = 6  # tokens of a time between "has" and its verb


def left_of(line: Line, at: int, lo: int) -> int:
    """Step left over adverbs and negations; return the token that stands there."""
    at -= 1
    while at > lo and (
        line.lows[at] in NEGATIONS
        or (is_adverb(line.lows[at]) and line.lows[at] not in ("most", "here") and not is_adverb_name(line, at))
    ):
        at -= 1
    return at


def find_subject_end(line: Line, at: int, lo: int) -> int:
    """Step left over auxiliaries and adverbs: return where the subject must end."""
    floor = max(lo, at - REACH)
    while at > floor:
        time = _time_before(line, at, floor)
        if time:
            at -= time
            continue
        low = line.lows[at - 1]
        helps = low in AUXILIARIES and line.words[at - 1][0].islower()  # not Mrs May
        helps = helps and not (low in ("will", "can", "must") and line.lows[at - 2] in ("the", "a", "an"))  # the will
        helps = helps or low in ("help", "helps", "helped")
        adverb = is_adverb(low) and low not in ("most", "here", "then") and not is_adverb_name(line, at - 1)
        if not (helps or low in NEGATIONS or adverb):
            helper = _find_parted_helper(line, at, floor)
            if helper < 0:
                break
            at = helper + 1
        at -= 1
    return at


def _find_parted_helper(line: Line, at: int, floor: int) -> int:
    """Find the "has" of "has over the years claimed", "had in the past said"; -1 if no time parts it from its verb."""
    if line.lows[at - 1] not in TIMES:
        return -1
    first = next((here for here in range(at - 2, max(floor, at - NEAR), -1) if line.lows[here] in LASTING), -1)
    return first - 1 if first > floor and line.lows[first - 1] in HAVING else -1


def _time_before(line: Line, at: int, floor: int) -> int:
    """Count the tokens of a time before token `at`: "last week", "late on Monday night", "over the weekend"."""
    lows, first = line.lows, at
    low, before = lows[at - 1], lows[at - 2] if at - 2 >= floor else ""
    if at - 3 >= floor and low in POINTS and lows[at - 3] == "at" and before in ("one", "some", "that", "the"):
        return 3
    if low == "ago":
        return _ago_before(line, at, floor)
    if low in COUNTED and before == "for":
        return 2  # who for years said
    if low in DAYTIMES:
        if before in ("last", "this", "next", "that", "earlier") or before in MONTHS:
            first -= 2
        elif before in ("the", "one") and at - 3 >= floor and lows[at - 3] in LASTING:
            return 3
    elif low in MONTHS and line.words[at - 1][0].isupper():
        first -= low != "may" or before in ("in", "last", "late", "early")
    elif low.isdigit() and before in MONTHS:
        first -= 2
    while floor < first < at and lows[first - 1] in ("on", "last", "late", "early", "in"):
        first -= 1
    if floor + 1 < first < at and lows[first - 1] in ("a", "the") and lows[first - 2] in LASTING:
        first -= 2  # during a Sunday
    return at - first


def _ago_before(line: Line, at: int, floor: int) -> int:
    """Count the tokens of "just weeks ago", "two days ago" before token `at`; a lone "ago" is one."""
    if at - 3 < floor or line.lows[at - 2] not in COUNTED | DAYTIMES:
        return 1
    first = at - 3
    while first > floor and _measures(line.lows[first]):
        first -= 1
    return at - 1 - first


def _measures(low: str) -> bool:
    """Tell the words of a measured time: just two, 2,000, less than a."""
    return low in NUMBERS or low.replace(",", "").isdigit() or is_adverb(low)
