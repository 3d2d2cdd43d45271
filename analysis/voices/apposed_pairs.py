"""Two who act together, each with an aside: "Ann Lee, the mayor, and Bob Roy, the sheriff, said"."""

from __future__ import annotations

from analysis.voices.finite_verbs import finite_verbs, holds_verb, is_verb
from analysis.voices.lines import Line
from analysis.voices.several import find_capitals_end
from analysis.voices.tokens import QUOTE
from analysis.words.classes import DETERMINERS, POSSESSIVES, RELATIVES

LONGEST = 16  # tokens between the first comma and the "and"
ENDING = frozenset([",", ".", ";", "?", "!", "of", "from", "at", "in", "on", QUOTE])


def split_apposed(line: Line, first: int, last: int) -> list[tuple[int, int]]:
    """Cut "Ann Lee, the mayor, and Bob Roy, the sheriff" to the two names; [] if it is nothing of the kind."""
    comma = next((at for at in range(first + 1, last) if line.words[at] == ","), last)
    joint = _find_joint(line, first, comma, last)
    if not joint:
        return []
    end = find_capitals_end(line, joint + 1, last)
    named = end - joint > 2 and (end == last or line.words[end] == ",")
    return [(first, comma), (joint + 1, end)] if named else []


def find_apposed_end(line: Line, first: int, last: int, hi: int) -> int:
    """Find where the second of such two ends behind "said Ann Lee, the mayor, and Bob Roy"; else stay."""
    if line.words[last : last + 1] != [","]:
        return last
    joint = _find_joint(line, first, last, hi)
    end = find_capitals_end(line, joint + 1, hi) if joint else last
    if not joint or end - joint < 3 or (end < hi and line.lows[end] not in ENDING):
        return last
    if end + 1 >= hi or line.words[end] != ",":
        return end
    close = next((at for at in range(end + 1, min(hi, end + LONGEST)) if line.words[at] == ","), hi)
    left = is_verb(line, end + 1) or (close + 1 < hi and line.lows[close + 1] in finite_verbs())
    return last if left else end  # and Bob Roy, the sheriff, left


def _find_joint(line: Line, first: int, comma: int, hi: int) -> int:
    """Find the "and" behind a full name and its aside; 0 if there is none."""
    names = [word for word in line.words[first:comma] if word != "."]
    if len(names) < 2 or not all(word[0].isupper() for word in names) or comma + 3 >= hi:
        return 0
    low = line.lows[comma + 1]
    opens = low in DETERMINERS or low in POSSESSIVES or low in RELATIVES or low.isdigit()
    if not opens and not (line.words[comma + 1].islower() and low != "and"):
        return 0
    for at in range(comma + 2, min(hi - 2, comma + LONGEST)):
        if line.lows[at] == "and" and line.words[at - 1] == ",":
            told = low not in RELATIVES and holds_verb(line, comma + 1, at)
            return at if line.words[at + 1][0].isupper() and not told else 0
    return 0
