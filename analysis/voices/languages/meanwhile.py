"""What stands between a verb of saying and who speaks: said, hiding his tears, X; jokes, bitter, an adviser."""

from __future__ import annotations

from analysis.voices.languages.passages import Passage

MOOD = 3  # words that say how somebody speaks
MEANWHILE = 8  # tokens of what somebody does while speaking


def end_of_meanwhile(passage: Passage, comma: int, hi: int) -> int:
    """Where what a speaker does meanwhile ends, between verb and subject: said, hiding his tears, X; -1: nothing."""
    if comma + 1 >= hi or passage.lows[comma] != "," or passage.rules.verb_last:
        return -1
    if not passage.rules.has_cases:
        return _end_of_mood(passage, comma, hi)
    first = comma + 1 + (passage.lows[comma + 1] in passage.rules["adverbs"])
    gerund = first < hi and passage.words[first][0].islower()
    gerund = gerund and passage.lows[first].endswith(passage.rules.lists["gerunds"] or "-")
    stops = (at + 1 for at in range(first + 1, min(hi, first + MEANWHILE)) if passage.lows[at] == ",")
    return next(stops, -1) if gerund else -1


def _end_of_mood(passage: Passage, comma: int, hi: int) -> int:
    """Where one to three small words between two commas end that say how somebody speaks: jokes, bitter, an adviser."""
    rules = passage.rules
    stop = next((at for at in range(comma + 1, min(hi, comma + MOOD + 2)) if passage.lows[at] == ","), -1)
    inside = passage.lows[comma + 1 : stop] if stop > comma + 1 else []
    clause = rules.pronouns.keys() | rules["relatives"] | rules["that"] | rules["question"] | rules["articles"]
    plain = inside and all(word[0].islower() for word in passage.words[comma + 1 : stop]) and clause.isdisjoint(inside)
    return stop + 1 if plain and not any(map(rules.announces, inside)) and stop + 1 < hi else -1
