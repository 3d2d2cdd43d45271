"""Relative clauses that stand between who acts and the verb: voters who back Lund [said], a man who met Roth [said]."""

from __future__ import annotations

from analysis.voices.cues import Attribution
from analysis.voices.finite_verbs import is_verb
from analysis.voices.inner_verbs import is_only_verb
from analysis.voices.lines import Line
from analysis.voices.phrases import REACH
from analysis.voices.senses import load_senses
from analysis.voices.tokens import QUOTE
from analysis.words.classes import AUXILIARIES, CONJUNCTIONS, PLURALS

RELATIVES = frozenset(["who", "that", "which"])
STOPS = frozenset([",", ":", ";", ".", "–", "—", "--", "(", ")", QUOTE])
GOVERNING = frozenset(
    {"speech", "thought", "hearer", "evidence"}
)  # kinds of cues behind which a clause has its subject


def find_opened_relative(line: Line, first: int, last: int, lo: int) -> int:
    """Find the "who" of "voters who [support Lund] said", "who back [Lund] said"; -1 if there is none."""
    verb = first if line.lows[first - 1] in RELATIVES else first - 1
    at, low = verb - 1, line.lows[verb]
    if at <= lo or line.lows[at] not in RELATIVES or last - verb < 2 or line.words[verb][0].isupper():
        return -1
    if line.lows[at] == "who":
        return at if low in load_senses().verbs else -1
    several = line.lows[at - 1] in PLURALS or line.lows[at - 1].endswith("s")
    sense = load_senses().verbs.get(low)
    acts = sense is not None and sense.form == "base" and (is_only_verb(low) or line.words[verb + 1][0].isupper())
    return at if several and acts else -1


def find_relative_around(line: Line, at: int, lo: int, attributions: list[Attribution]) -> int:
    """Find the "who" of "a man who met with Lund [said]", behind whose verb another one stands; -1 if there is none."""
    if line.lows[at].endswith("ing"):
        return -1
    for here in range(at - 2, max(lo, at - REACH), -1):
        low = line.lows[here]
        if low in STOPS or low in CONJUNCTIONS:
            break
        if low == "who":
            behind = line.lows[here + 1]
            acts = is_verb(line, here + 1) or behind in AUXILIARIES or behind in load_senses().verbs
            inner = any(one.first > here and one.cue.kinds & GOVERNING for one in attributions)
            return here if acts and line.words[here - 1].isalpha() and not inner else -1
    return -1
