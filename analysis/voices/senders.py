"""Who speaks next where a paragraph ends in a colon and no verb says so: who sends, who answers."""

from __future__ import annotations

from analysis.voices.announced import ON
from analysis.voices.closing import OPENING_TIMES, TIMES
from analysis.voices.digests import DASHES
from analysis.voices.finite_verbs import holds_verb, is_verb
from analysis.voices.lines import Line
from analysis.voices.phrases import NOWHERE
from analysis.voices.phrases_behind import phrase_from
from analysis.words.classes import DETERMINERS, HERALDS, MESSAGES, MONTHS, PREPOSITIONS, is_adverb

COMING = frozenset(
    ["is", "was", "are", "were", "came", "comes", "come", "has", "have", "had", "been", "got", "there's"]
)
DESKS = frozenset(["desk", "pen"])
REPLIES = frozenset(["reply", "answer", "response", "reaction"])
SHOWING = frozenset(
    ["consider", "hear", "note", "read", "recall", "remember", "see", "take"]
)  # [Consider] this from Lee
SHOWN = frozenset(["this", "these", "words", "lines", "gem"])


def find_sender(line: Line, sentence: tuple[int, int]) -> tuple[int, int]:
    """Find who is announced by "And from X:", "A statement from X:", "Here is X in full:", "There was this from X:"."""
    lo, hi = sentence
    dash = max((here for here in range(lo, hi - 2) if line.words[here] in DASHES), default=hi)
    lo = dash + 1 if dash < hi - 2 and line.lows[dash + 1] == "from" else lo  # I hate to say so, but - from the letter:
    at = lo
    while at < hi - 2 and line.lows[at] in HERALDS | MESSAGES:
        at += 1
    sent = at < hi - 2 and line.lows[at] in ("from", "by")
    here = line.lows[lo] in ("here's", "here’s") and at == lo < hi - 2 and line.words[lo + 1][0].isupper()
    at += here
    if sent or here or (at > lo and line.lows[at - 1] in ("is", "are") and line.lows[at - 2] == "here"):
        at += 3 * (line.lows[at + 1] == "the" and line.lows[at + 2] in DESKS and line.lows[at + 3] == "of")
        first, last = _without_time(line, *phrase_from(line, at + sent, hi - 1))
        if first >= 0 and (last == hi - 1 or line.words[last] == ","):
            return (first, hi - 1)
        return (first, last) if first >= 0 and _adds_no_verb(line, last, hi - 1) else NOWHERE
    for at in range(hi - 3, lo, -1):
        if line.lows[at] == "from" and line.words[hi - 2][0].isalnum() and _only_comes(line, lo, at):
            first, last = phrase_from(line, at + 1, hi - 1)
            named = first >= 0 and line.words[last - 1][0].isupper()
            aside = last < hi - 1 and (line.words[last] == "," or line.lows[last] in ON)  # on how it went:
            return (first, last) if named and (aside or _adds_no_verb(line, last, hi - 1)) else NOWHERE
    return NOWHERE


def find_presented(line: Line, sentence: tuple[int, int]) -> tuple[int, int]:
    """Find who is announced without a colon: "Consider this from X in March", "Here is X at the pier." """
    lo, hi = sentence
    hi -= line.words[hi - 1] in (".", "!")
    at = lo + (line.lows[lo] in ("and", "or", "then", "but", "now"))
    low = line.lows[at] if at < hi else ""
    if low in ("here's", "here’s") or (low == "here" and line.lows[at + 1 : at + 2] == ["is"]):
        at += 1 + (low == "here")
        if line.lows[at : at + 1] == ["what"]:  # Here's what Ann Lee has to say
            first, last = phrase_from(line, at + 1, hi)
            tells = line.lows[last : last + 1] in (["has"], ["had"]) and line.lows[last + 1 : hi] == ["to", "say"]
            return (first, last) if tells or _is_aside_then(line, last, hi) else NOWHERE
    elif line.lows[at : at + 2] == ["listen", "to"]:
        at += 2
    else:
        from_ = next((here for here in range(at + 1, hi) if line.lows[here] == "from"), hi)
        shown = not SHOWN.isdisjoint(line.lows[at:from_]) and (low == "there" or low in SHOWING | SHOWN | HERALDS)
        if not shown or not all(_is_showing(line, here) for here in range(at, from_)):
            return NOWHERE
        at = from_ + 1
    first, last = _without_time(line, *phrase_from(line, at, hi)) if at < hi else NOWHERE
    named = first == at and line.words[last - 1][0].isupper()
    return (first, last) if named and _adds_no_verb(line, last, hi) else NOWHERE


def _is_aside_then(line: Line, at: int, hi: int) -> bool:
    """Tell ", an analyst, has to say" behind a name."""
    told = line.lows[max(at, hi - 4) : hi] in ([",", "has", "to", "say"], [",", "had", "to", "say"])
    return told and line.words[at : at + 1] == [","]


def _is_showing(line: Line, at: int) -> bool:
    """Tell the small words that present somebody's: consider also this, then there was this."""
    low = line.lows[at]
    return low in SHOWING or low in SHOWN or low in HERALDS or low in COMING or is_adverb(low)


def _without_time(line: Line, first: int, last: int) -> tuple[int, int]:
    """Leave out the time at the end of a phrase: "Ann Lee's statement this evening"."""
    for at in range(first + 1, last):
        if line.lows[at] in OPENING_TIMES and line.lows[at + 1] in TIMES:
            return first, at
    return first, last


def _adds_no_verb(line: Line, at: int, hi: int) -> bool:
    """Tell "in full", ", a nurse" and "this evening" behind who is announced from a clause."""
    timed = at < hi and (line.lows[at] in OPENING_TIMES or is_adverb(line.lows[at]) or line.lows[at] in MONTHS)
    return at == hi or ((timed or line.lows[at] in PREPOSITIONS | {","}) and not holds_verb(line, at, hi))


def _only_comes(line: Line, lo: int, hi: int) -> bool:
    """Tell "Then there was this from" from "He resigned from": no verb but that something comes or is there."""
    return all(line.lows[at] in COMING for at in range(lo, hi) if is_verb(line, at))


def find_addressed(line: Line) -> tuple[int, int]:
    """Find who replies: whom the sentence before was addressed to ("sent two messages to the defenders")."""
    if len(line.sentences) < 2:
        return NOWHERE
    first, last = line.sentences[-2]
    for at in range(last - 1, first, -1):
        if line.lows[at - 1] == "to" and (line.lows[at] in DETERMINERS or line.words[at][0].isupper()):
            return phrase_from(line, at, last)
    return NOWHERE
