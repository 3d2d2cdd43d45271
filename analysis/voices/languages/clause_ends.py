"""Where a reported clause ends: with its sentence, before who speaks next, before the main clause goes on."""

from __future__ import annotations

from analysis.voices.languages.announcing import Saying
from analysis.voices.languages.moods import in_mood
from analysis.voices.languages.passages import DASHES, Passage
from analysis.voices.languages.told import end_of_told


def end_of_clause(passage: Passage, first: int, hi: int, later: list[Saying], agrees: str = "") -> int:
    """Where a reported clause ends: with the sentence, before somebody else begins to speak, or before ", and did".

    agrees: whom the verb that opens the clause agrees with, for the verb that goes on behind the clause.
    """
    hi = _resumed(passage, first, hi, agrees)
    for one in later:
        if one.begin <= first:
            continue
        last = one.like or one.kind == "phrase" or _is_last(passage, one, hi)
        if one.inherits or (is_set_off(passage, one.begin) and last):
            return end_of_told(passage, first, one.begin)
    semicolons = (at for at in range(first, hi) if passage.lows[at] == ";")
    at = next((at for at in semicolons if not in_mood(passage, at + 1, hi)), hi)
    return end_of_told(passage, first, at)


def end_of_led(passage: Passage, first: int, hi: int, later: list[Saying]) -> int:
    """Where the clause of a gerund ends that the main clause follows: before who says what follows, else at a comma."""
    stop = later[0].begin if later else hi
    commas = [at for at in range(first + 1, stop) if passage.lows[at] == ","]
    return (commas[-1] if later else commas[0]) if commas else end_of_told(passage, first, stop)


def _resumed(passage: Passage, first: int, hi: int, agrees: str) -> int:
    """Where the main clause goes on with ", and" and a verb like its first (he said that ..., and ordered ...)."""
    rules, endings = passage.rules, passage.rules.endings_of.get(agrees)
    for at in range(first + 1, hi - 2) if endings else ():
        if passage.lows[at] == "," and passage.lows[at + 1] in rules["resuming"]:
            low = passage.lows[at + 2]
            if low.endswith(endings) and len(low) > 4 and low not in rules.nouns and at + 2 not in passage.named:
                return at
    return hi


def _is_last(passage: Passage, saying: Saying, hi: int) -> bool:
    """Whether nothing but a time or a place hangs on a saying that ends a sentence."""
    end = max(saying.last, saying.end)
    return saying.first <= saying.begin + 2 and "," not in passage.lows[end:hi]


def is_set_off(passage: Passage, begin: int) -> bool:
    """Whether a comma or a dash stands before a token, an article aside."""
    begin -= begin > 1 and passage.lows[begin - 1] in passage.rules["articles"]
    return passage.lows[begin - 1] == "," or passage.lows[begin - 1] in DASHES
