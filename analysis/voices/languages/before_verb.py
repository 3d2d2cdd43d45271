"""Reported clauses that stand before their verb, as in Kazakh: X on a page [the bridge is open] деп wrote."""

from __future__ import annotations

from analysis.voices.languages.announcing import Saying
from analysis.voices.languages.passages import Passage
from analysis.voices.languages.told import JOINTS, Told, end_of_told, start_of_told

CONVERB = 7  # tokens of what somebody does while saying something
OCCASION = 3  # tokens to the noun that says where something is said


def find_before_verb(passage: Passage, lo: int, hi: int, saying: Saying, kept: list[int]) -> list[Told]:
    """Read a clause that stands before its verb: X [the bridge is open] деп said."""
    rules, verb = passage.rules, saying.first
    if passage.lows[verb] in rules["lasting"] and verb - 2 > lo and passage.lows[verb - 2] in rules["closers"]:
        verb -= passage.lows[verb - 1].endswith("п")  # деп болжап отыр
    verb -= verb - 1 > lo and passage.lows[verb - 1] in rules["also"]  # ...-ын да айтты
    manner = verb - 2 > lo and (
        passage.lows[verb - 1].endswith(tuple(rules["joining"])) or passage.lows[verb - 1] in rules["adverbs"]
    )
    if manner and passage.lows[verb - 2].endswith(rules.lists["nominal"]):
        verb -= 1  # ...-ын мақтанышпен айтты
    before = passage.lows[verb - 1] if verb > lo else ""
    closed = before in rules["closers"]
    nominal = before.endswith(rules.lists["nominal"]) if before else False
    if not (closed or nominal or passage.lows[verb] in rules["closers"] or before in JOINTS):
        return []
    if _is_said_of(passage, lo, verb, kept):
        return []
    subject = saying.subject
    first = subject.last if subject and subject.last <= verb else start_of_told(passage, lo, verb)
    stop = verb - closed
    first = _behind_converb(passage, _behind_occasion(passage, first, stop), stop)
    while first < stop and passage.lows[first] in JOINTS:
        first += 1
    stop = end_of_told(passage, first, stop)
    return [Told(first, stop, saying, "that")] if stop - first > 1 else []


def _behind_converb(passage: Passage, first: int, stop: int) -> int:
    """Where a clause begins behind what its speaker does while saying it: X, citing sources, [writes] ..."""
    comma = next((at for at in range(first, min(stop, first + CONVERB)) if passage.lows[at] == ","), first)
    return comma + 1 if comma > first and passage.lows[comma - 1].endswith(passage.rules.lists["gerunds"]) else first


def _behind_occasion(passage: Passage, first: int, stop: int) -> int:
    """Where a clause begins behind the hearers and the place of what is said: X on his page [...] wrote."""
    rules, at = passage.rules, first
    while at < stop and passage.lows[at] in rules["adverbs"]:
        at += 1
    hearer = at < stop - 1 and passage.lows[at].endswith(rules.lists["placed"])
    hearer = hearer and passage.lows[at + 1] not in rules["behind"]
    if hearer and any(not noun.is_nominative for noun in rules.nouns.get(passage.lows[at], ())):
        at += 1  # asked the minister why
    for here in range(min(stop - 2, at + OCCASION), at - 1, -1):
        low = passage.lows[here]
        if low.startswith(rules.lists["occasions"] or "-") and low.endswith(rules.lists["placed"]):
            at = here + 1
            while at < stop - 1 and passage.lows[at] in rules["adverbs"]:
                at += 1
            return at
    return at


def _is_said_of(passage: Passage, lo: int, verb: int, kept: list[int]) -> bool:
    """Whether a verb says a quotation: nothing but adverbs and signs stands between them."""
    before = verb - 1
    while before > lo and before not in kept:
        if passage.words[before][0].isalpha() and passage.lows[before] not in passage.rules["adverbs"]:
            return False
        before -= 1
    return before in kept
