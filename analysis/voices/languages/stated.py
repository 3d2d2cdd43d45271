"""What opens behind a verb without "that": an infinitive (dit ne rien regretter), what somebody calls themselves."""

from __future__ import annotations

from analysis.voices.languages.announcing import Saying
from analysis.voices.languages.passages import Passage
from analysis.voices.languages.phrases import WALLS


def opens_infinitive(passage: Passage, at: int, hi: int, last: int) -> bool:
    """Whether an infinitive opens a clause behind a verb, a place between at most: dit ne rien regretter."""
    rules = passage.rules
    if not rules["infinitives"] or at + 1 >= hi:
        return False
    while last < at and passage.lows[last] in rules["adverbs"] and passage.lows[last] not in rules["negations"]:
        last += 1
    placed = at == last or (
        passage.lows[last] in rules["prepositions"] and not WALLS.intersection(passage.lows[last:at])
    )
    here = at
    while placed and here + 1 < hi and here < at + 3 and passage.lows[here] in rules["negations"]:
        here += 1
    low = passage.lows[here]
    if placed and low in rules["infinitives"]:
        return True
    small = rules.small | rules["articles"] | rules["helpers"]
    likely = low.endswith(rules.lists["infinitive_ends"]) and passage.words[here][0].islower() and len(low) > 4
    urged = rules.silent and passage.lows[last - 1] in rules.urges  # promete pagar
    return at == last and likely and low not in small and low not in rules.nouns and not urged


def opens_state(passage: Passage, hi: int, saying: Saying) -> bool:
    """Whether what somebody calls themselves stands right behind a verb: X se dit fatigué mais content."""
    rules, first = passage.rules, saying.last
    if passage.lows[first - 1] not in rules["stated"] or first >= hi or not saying.subject:
        return False
    led = any(low.rstrip("'’") in ("se", "s") for low in passage.lows[max(0, saying.first - 2) : first - 1])
    low, small = passage.lows[first], rules.small | rules["articles"] | rules["infinitives"] | rules["that"]
    plain = passage.words[first][0].islower() and low not in small and saying.subject.last <= saying.first
    return led and plain
