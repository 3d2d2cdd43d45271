"""Whose words a clause beside a noun for them says: a comment that [Lund] has made that "..."."""

from __future__ import annotations

from analysis.voices.cues import Attribution, Cue
from analysis.voices.lines import Line
from analysis.voices.phrases import NOWHERE
from analysis.voices.phrases_behind import phrase_from
from analysis.voices.senses import load_senses
from analysis.words.classes import DETERMINERS, MESSAGES, PERSONAL, WORKS, is_adverb

MADE = frozenset(
    ["made", "makes", "issued", "posted", "delivered", "sent", "gave", "uttered", "used", "wrote", "penned", "repeated"]
)
BEFORE_QUOTED = frozenset(["that", ":", ",", "—", "–", "-"])
HELPING = frozenset(["has", "had", "have", "once", "often", "just"])
LONGEST = 14  # tokens of the clause


def find_made_words(line: Line, token: int, lo: int) -> Attribution | None:
    """Read "a comment Lund has made that "..."" as speech of whom the clause beside the noun names.

    token: the quotation; nobody else acts between the verb and it.
    """
    end = token - (line.lows[token - 1] in DETERMINERS)
    if end - 3 < lo or line.lows[end - 1] not in BEFORE_QUOTED:
        return None
    for at in range(end - 2, max(lo + 1, token - LONGEST), -1):
        if line.lows[at] in MADE:
            subject = _find_maker(line, at, lo)
            cue = Cue(line.lows[at], "past", frozenset({"speech"}))
            return Attribution(at, at + 1, subject, cue) if subject != NOWHERE else None
        if line.words[at] in ",.:;" or line.words[at][0].isupper() > line.words[at - 1][0].islower():
            break
    return None


def _find_maker(line: Line, at: int, lo: int) -> tuple[int, int]:
    """Find who acts right behind a noun for words: remarks [Ann Lund] (once) made."""
    end = at
    while end > lo and (line.lows[end - 1] in HELPING or is_adverb(line.lows[end - 1])):
        end -= 1
    first = end - 1
    if line.lows[first] not in PERSONAL:
        while first > lo and line.words[first - 1][0].isupper():
            first -= 1
        if first >= end or not line.words[first][0].isupper() or phrase_from(line, first, end) != (first, end):
            return NOWHERE
    noun = first - 1 - (line.lows[first - 1] in ("that", "which"))
    return (first, end) if noun > lo and _is_for_words(line.lows[noun]) else NOWHERE


def _is_for_words(low: str) -> bool:
    noun = load_senses().nouns.get(low) or load_senses().nouns.get(low.removesuffix("s"))
    return low in MESSAGES or (noun is not None and noun.kind == "communication" and low not in WORKS)
