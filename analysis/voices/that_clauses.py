"""The "that" with which a reported clause begins, from the one of a relative clause or of somebody else's verb."""

from __future__ import annotations

from analysis.voices.closing import DASHES
from analysis.voices.cues import SAYING, load_cues
from analysis.voices.finite_verbs import can_be_verb, holds_verb, is_verb
from analysis.voices.lines import Line
from analysis.voices.phrases import DAYTIMES, POINTERS
from analysis.voices.senses import load_senses
from analysis.voices.tokens import QUOTE
from analysis.voices.verb_or_noun import is_noun
from analysis.words.classes import (
    AUXILIARIES,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
)

WINDOW = 14  # tokens between a cue and its "that"
NOT_YOU = PERSONAL - {"you"}
TELLING = frozenset(
    ["said", "says", "told", "tells", "warned", "warns", "argued", "argues", "claimed", "claims", "insisted", "added"]
)
HEARING = frozenset(
    ["newspaper", "paper", "reporter", "website", "column", "columnist", "writer", "outlet", "author", "magazine"]
)
# behind which "that" opens no clause, as it does behind "pointed out" and "chimed in"
POINTING = PREPOSITIONS - SUBORDINATORS - {"except", "out", "in", "up", "off", "over", "down", "around"}


def locate_that(line: Line, at: int, hi: int, hearer: bool) -> int:
    """Find the "that" of a reported clause near a cue; -1 if another clause or an object starts before it."""
    for here in range(at, min(hi - 1, at + WINDOW)):
        low = line.lows[here]
        if low == "that":
            if line.lows[here - 1] in POINTING or line.lows[here + 1] == "way":
                continue  # insisted on that line of inquiry; feels that way; said of that plan that
            if here > at + 1 and _is_others(line, at, here):
                return -1
            return -1 if here > at + 1 and _is_relative(line, here) else here
        if low == QUOTE and hearer and here == at:
            continue  # told "The Morning Show" that ...
        if hearer and here == at and low == "this" and line.lows[here + 1] in HEARING:
            continue  # told this newspaper that
        if low == "," and hearer and here > at and (behind := _locate_past_described(line, here, hi)):
            return behind  # told Lund, a nurse, that
        if low in AUXILIARIES or low in (QUOTE, ":", ";", ".") or low in DASHES or _is_subject(line, here):
            return -1
        if here > at + 1 and low in TELLING and is_verb(line, here):
            return -1  # written by two nurses warned that
        if here == at and not hearer and low not in PREPOSITIONS and low != "," and not is_adverb(low):
            return -1
    return -1


def _locate_past_described(line: Line, at: int, hi: int) -> int:
    """Find the "that" behind what a hearer is called: told Lund[, head of the ward,] that; 0: there is none."""
    close = next((here for here in range(at + 1, min(hi, at + WINDOW)) if line.words[here] == ","), hi)
    whole = close + 1 < hi and line.lows[close + 1] == "that" and line.words[at - 1][0].isupper()
    return close + 1 if whole and not holds_verb(line, at + 1, close) else 0


def _is_others(line: Line, at: int, that: int) -> bool:
    """Tell a "that" behind another verb of saying: X said, [admitting] that; by X's report, the Post [wrote] that."""
    cue = load_cues().forms.get(line.lows[that - 1])
    if cue is None or not cue.kinds & SAYING:
        return False
    if cue.form == "ing":
        return "," in line.words[at : that - 1]
    return cue.form in ("past", "third") and not is_noun(line, that - 1, at, cue)


def _is_relative(line: Line, at: int) -> bool:
    """Tell "a newspaper [that found itself] ..." from a reported clause: a verb follows, and a noun stands before."""
    noun = (
        line.words[at - 1].isalpha() and line.lows[at - 1] not in OBJECT_PRONOUNS and not is_adverb(line.lows[at - 1])
    )
    if not noun or line.words[at + 1][0].isupper():
        return False
    after = line.lows[at + 2] if at + 2 < len(line.lows) else "."
    acts = can_be_verb(line.words[at + 1]) and (after in DETERMINERS or after in POSSESSIVES or after.endswith("self"))
    return acts or is_verb(line, at + 1) or _acts_on(line, at) or _acts_alone(line, at + 1)


def _acts_alone(line: Line, at: int) -> bool:
    """Tell the verb of "a list that [included] Lund", "critics that [include] oil firms" from what "that" points at."""
    low, after = line.lows[at], line.lows[at + 1] if at + 1 < len(line.lows) else "."
    sense = load_senses().verbs.get(low)
    finite = sense is not None and sense.form in ("past", "third", "base")
    if not finite or any(_is_noun_too(word) for word in (low, low.removesuffix("s"), low.removesuffix("es"))):
        return False  # that prices fell
    return (
        sense.form == "third"
        or not after[0].isalnum()
        or after in PREPOSITIONS
        or after == "to"
        or line.words[at + 1][0].isupper()
    )


def _is_noun_too(low: str) -> bool:
    return low in load_senses().nouns or low in load_senses().things


def _acts_on(line: Line, at: int) -> bool:
    """Tell "a guide that [urges doctors]" from "a claim that [demands grew]"."""
    sense = load_senses().verbs.get(line.lows[at + 1])
    alone = at > 1 and line.lows[at - 2] in ("a", "an") and sense is not None and sense.form == "third"
    return alone and not (at + 2 < len(line.words) and is_verb(line, at + 2))


def _is_subject(line: Line, at: int) -> bool:
    """Tell a pronoun that acts from "you" and from the "this" of "told me this week that"."""
    low, after = line.lows[at], line.lows[at + 1]
    return low in NOT_YOU and not ((low in POINTERS and after in DAYTIMES) or (low == "one" and after == "of"))
