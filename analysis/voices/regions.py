"""The state or country behind a town, which is no part of who acts: "police in Norwood, Ohio, said"."""

from __future__ import annotations

from analysis.voices.lines import Line
from analysis.voices.referents_titles import is_country
from analysis.words.classes import MONTHS, REGIONS


def step_over_region(line: Line, end: int, lo: int) -> int:
    """Step left over the region behind a town: "police in Norwood[, Ohio], who", "in Norwood[, Ore.] said"."""
    at = end - 1 - (line.words[end - 1] == ".")
    behind = at - 2 >= lo and line.lows[at] in REGIONS and line.words[at - 1] == ","
    return at - 1 if behind and line.words[at - 2][0].isupper() else end


def is_region(line: Line, first: int, stop: int) -> bool:
    """Tell the state or country behind a town: "In Norwood, [Ohio], Lund, a nurse, said"."""
    last = stop - (line.words[stop - 1] == ".")
    town = first > 1 and line.words[first - 1] == "," and line.words[first - 2][0].isupper()
    town = town and line.lows[first - 2] not in MONTHS
    return town and last - first <= 2 and (line.lows[last - 1] in REGIONS or is_country(line.words[last - 1]))
