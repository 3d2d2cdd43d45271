"""Who acts by a verb, as the word before it and its helpers tells."""

from __future__ import annotations

from functools import lru_cache

from analysis.voices.lines import Line
from analysis.voices.trait_weights import MOST_KEPT
from analysis.voices.traits import name_word
from analysis.words.classes import AUXILIARIES, BE, MODALS, NEGATIONS, is_adverb

HAVE = frozenset(["have", "has", "had", "having"])
DO = frozenset(["do", "does", "did", "don't", "doesn't", "didn't", "don’t", "doesn’t", "didn’t"])


def find_actor(line: Line, at: int, lo: int) -> tuple[str, list[str]]:
    """Who acts, by the word before a verb and its helpers; and these helpers."""
    helpers = []
    for here in range(at - 1, lo - 1, -1):
        helper = _name_helper(line.lows[here])
        if not helper:
            return name_word(line.words[here]), helpers
        if helper != "adverb":
            helpers.append(helper)
    return "start", helpers


@lru_cache(maxsize=MOST_KEPT)
def _name_helper(low: str) -> str:
    if low in BE:
        return "be"
    if low in HAVE:
        return "have"
    if low in DO:
        return "do"
    if low == "to":
        return "to"
    if low in MODALS or low in AUXILIARIES:
        return "modal"
    if low in NEGATIONS:
        return "not"
    return "adverb" if is_adverb(low) else ""
