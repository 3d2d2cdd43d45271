"""Whom he or she of an opening clause already means: As she told the council, Ann Lee believes ..."""

from __future__ import annotations

from bisect import bisect_right

from analysis.voices.capitalised_names import is_capital, name_ending
from analysis.voices.finite_verbs import is_verb
from analysis.voices.lines import Line
from analysis.voices.phrases_behind import phrase_from
from analysis.voices.referents import Referents
from analysis.words.classes import AUXILIARIES, is_adverb

CLAUSES = frozenset(["as", "while", "although", "though", "before", "after", "since", "because"])
LONGEST = 40  # tokens of the clause


def find_name_ahead(line: Line, at: int, sex: str, people: Referents) -> str | None:
    """Find who acts behind the comma that ends the clause with which a sentence opens and in which he or she acts."""
    opening = at and line.lows[at - 1] in CLAUSES
    if not opening:
        return None
    lo, hi = line.sentences[bisect_right(line.sentences, (at, len(line.words))) - 1]
    if at - 1 > lo + (line.lows[lo] in ("even", "but", "and", "just")):
        return None
    comma = next((here for here in range(at, min(hi, at + LONGEST)) if line.words[here] == ","), hi)
    if comma + 2 >= hi or not is_capital(line.words[comma + 1]):
        return None
    first, last = phrase_from(line, comma + 1, hi)
    name = name_ending(line, first, last, people) if first == comma + 1 and last < hi else None
    acts = is_verb(line, last) or line.lows[last] in AUXILIARIES or is_adverb(line.lows[last]) if name else False
    return name if acts and people.fits_as_named(name, sex) else None
