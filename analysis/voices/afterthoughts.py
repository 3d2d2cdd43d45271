"""What the outlet adds to the words of others within their sentence: where somebody spoke, when, who somebody is."""

from __future__ import annotations

from itertools import compress

from analysis.voices.closing import DASHES
from analysis.voices.lines import Line
from analysis.voices.object_lists import opens_clause
from analysis.voices.phrases_behind import phrase_from
from analysis.voices.senses import load_senses
from analysis.voices.tokens import QUOTE
from analysis.words.classes import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MONTHS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
)

WHEN = frozenset(["during", "after", "before", "despite"])
WHERE = frozenset(["in", "at", "through", "via", "on", "with"])
MEETING = frozenset(  # occasions on which something is said
    [
        "interview",
        "debate",
        "rally",
        "conference",
        "appearance",
        "call",
        "hall",
        "hearing",
        "forum",
        "meeting",
        "broadcast",
        "event",
        "briefing",
        "sermon",
        "lecture",
        "testimony",
        "speech",
        "address",
        "segment",
    ]
)
WRITTEN = frozenset(  # in which something is said
    [
        "statement",
        "tweet",
        "letter",
        "post",
        "op-ed",
        "column",
        "video",
        "ad",
        "commercial",
        "email",
        "release",
        "blog",
        "remarks",
        "message",
        "editorial",
        "essay",
        "podcast",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "note",
    ]
)
CHANNELS = frozenset(["twitter", "facebook", "instagram", "television", "tv", "radio", "youtube"])
RELATED = PERSONAL | {"who", "which", "whose", "that", "what", "where", "how", "whether", "why", "whom", "if", "by"}
RELATED |= {"to"}  # behind which a time belongs to what somebody is to do
THINGS = frozenset(["everything", "anything", "nothing", "something", "things"])  # everything in the speech
WHO = frozenset(["who", "whose", "which"])
UNITS = frozenset(["minutes", "hours", "days", "weeks", "months", "years", "moments", "day", "week", "month", "year"])
ADDED = frozenset(["even", "only", "just", "shortly", "soon", "immediately", "right", "long", "directly", "not"])
BESIDE = (["as", "well"], [",", "too"], [",", "though"], [",", "however"])
JOINED = frozenset(["and", "or"])
NEAR = 6  # tokens behind a preposition among which the noun is looked for


def locate_occasion(line: Line, start: int, end: int) -> int:
    """Return where an object (token numbers) ends before when or where it was spoken of; its end if nothing tells.

    So of "slammed [the plan] in a speech", "praised [her] after the vote"; not of "asked [what he does after work]".
    """
    if _is_before_quotation(line, end):
        return end
    if end - 2 > start and line.lows[end - 2 : end] in BESIDE:
        end -= 2
    lows = line.lows[start + 1 : end]
    for at in compress(range(start + 1, end), [low in WHEN or low in WHERE for low in lows]):
        if _is_when(line, at, end) if line.lows[at] in WHEN else _is_spoken_in(line, at, end):
            return end if not RELATED.isdisjoint(line.lows[start:at]) else _step_back(line, start, at)
    return end


def _is_before_quotation(line: Line, end: int) -> bool:
    """Tell "called it in a speech ["a mess"]", of which the rest follows."""
    return end < len(line.words) and line.words[end] == QUOTE


def _is_when(line: Line, at: int, end: int) -> bool:
    """Tell "during the talks", "after he won" and "before leaving" from "before Congress"."""
    after = line.lows[at + 1] if at + 1 < end else ""
    return line.lows[at] != "before" or after in PERSONAL or after.endswith("ing")


def _is_spoken_in(line: Line, at: int, end: int) -> bool:
    """Tell "in a television interview", "on Twitter" and "through a spokesman" from "in the report", "on a debate"."""
    low, after = line.lows[at], line.lows[at + 1] if at + 1 < end else ""
    if low == "on":
        return after in CHANNELS
    if line.lows[at - 1].endswith(("ed", "en")) or line.lows[at - 1] in THINGS:
        return False  # the sums named in a letter
    if not (after in DETERMINERS or after in POSSESSIVES) or (low == "with" and after not in ("a", "an")):
        return False
    for here in range(at + 2, min(end, at + NEAR)):
        low = line.lows[here]
        if low in PREPOSITIONS or low in CONJUNCTIONS or not line.words[here][0].isalnum():
            return False
        one = low[:-1] if low.endswith("s") and low != "remarks" else low
        if one in MEETING or one == "speeche" or (one in WRITTEN and after != "the"):
            return _ends_phrase(line, here + 1, end)
    return False


def _ends_phrase(line: Line, at: int, end: int) -> bool:
    """Tell "in a debate [on boats]" from "in a debate [hall]"."""
    low = line.lows[at] if at < end else "."
    ends = low in PREPOSITIONS or low in CONJUNCTIONS or low in RELATIVES or low in MONTHS
    return ends or not low[0].isalnum() or is_adverb(low) or low.endswith(("ing", "ed"))


def _step_back(line: Line, start: int, at: int) -> int:
    """Step back over what belongs to a time behind it: shortly after it, and even before it, two days after it."""
    if line.lows[at - 1] in UNITS:
        at -= 1 + (at - 2 > start and (line.lows[at - 2] in DETERMINERS or line.words[at - 2].isdigit()))
    while at - 1 > start and (
        line.words[at - 1] in ",;" or line.lows[at - 1] in CONJUNCTIONS or line.lows[at - 1] in ADDED
    ):
        at -= 1
    return at


def locate_apposition(line: Line, start: int, end: int) -> int:
    """Return where a clause (token numbers) ends before what is last set off in it; its end if nothing is.

    So of "said [she met Lund], who runs the pier" and "says [he likes the plan], a tax on boats"; but not of "said [if
    it rains, the pier closes]" and "said [he met Lund, who left, and Rau]".
    """
    if _is_before_quotation(line, end):
        return end
    comma = end - 1
    while comma > start and line.words[comma] != ",":
        if line.words[comma] in DASHES or line.words[comma] in "()":
            return end
        comma -= 1
    if comma <= start + 1 or comma + 2 >= end:
        return end
    low = line.lows[comma + 1]
    if QUOTE in (line.words[comma - 1], line.words[comma + 2]):
        return end  # said [she met Lund, who "left"]
    described = low in DETERMINERS and QUOTE not in line.words[comma:end] and _is_described(line, start, comma, end)
    return comma if low in WHO or described else end


def _is_described(line: Line, start: int, comma: int, end: int) -> bool:
    """Tell "it is a tax, the oldest" from "it hurts nurses, the old and the poor", "in May, the pier fell"."""
    first = start + (line.lows[start] == "that")
    while first < comma and is_adverb(line.lows[first]):
        first += 1
    opening, verbs = line.lows[first], load_senses().verbs
    fronted = (opening in SUBORDINATORS or opening in PREPOSITIONS) and opening != "to"
    fronted = fronted or line.lows[first : first + 2] == ["no", "matter"]
    if fronted or not any(low in verbs or low in AUXILIARIES for low in line.lows[first:comma]):
        return False
    last = phrase_from(line, comma + 1, end)[1]
    listed = comma < last < end and line.lows[last] in JOINED
    return last > comma and not listed and not opens_clause(line, comma + 1, end)
