"""Who acts in an infinitive that another verb or "for" hands over: "led [advisers] to counter", "for [Lund] to say"."""

from __future__ import annotations

from analysis.people.titles import ROLES
from analysis.voices.described_people import is_person_noun, is_plural_of_people
from analysis.voices.lines import Line
from analysis.voices.phrases import NOWHERE, REACH, WALLS, phrase_before
from analysis.voices.phrases_behind import phrase_from
from analysis.words.classes import BODIES, DETERMINERS, PERSONAL, PLURALS

CAUSING = frozenset(  # make somebody do what follows
    [
        *("lead", "leads", "led", "leading", "prompt", "prompts", "prompted", "prompting", "cause", "causes", "caused"),
        *("causing", "force", "forces", "forced", "forcing", "spur", "spurred", "spurring", "allow", "allows"),
        *("allowed", "allowing", "inspire", "inspired", "inspiring", "compel", "compelled", "compelling"),
        *("moved", "drove", "driving", "enable", "enabled", "enabling", "tempted", "provoked", "provoking"),
    ]
)
GIVING = frozenset(["give", "gives", "gave", "giving", "given", "offer", "offers", "offered", "offering"])
CHANCES = frozenset(["chance", "opportunity", "excuse", "reason", "right", "pretext", "permission", "opening", "room"])
FAR = 10  # tokens of who is given a chance
LIKING = frozenset(["like", "love", "prefer", "want", "choose", "care", "tend", "liked", "preferred", "wanted"])
BLAMED = ROLES | PLURALS | BODIES | {"paper", "channel", "network", "station", "website"}


def find_caused(line: Line, to: int, lo: int) -> tuple[int, int]:
    """Find who acts before "to" and a verb where somebody else than the main subject does; else NOWHERE."""
    for find in (_find_made, _find_given, _find_liking, _find_called_on):
        if (found := find(line, to, lo)) != NOWHERE:
            return found
    return NOWHERE


def can_speak(line: Line, first: int, last: int) -> bool:
    """Tell a name, people and a body from a vote and a plan."""
    low = line.lows[last - 1]
    somebody = low in BLAMED or low in PERSONAL or is_person_noun(low) or is_plural_of_people(low)
    return somebody or line.words[last - 1][0].isupper()


def _find_made(line: Line, to: int, lo: int) -> tuple[int, int]:
    """Find who is made to speak: "leading [advisers like Gene Lund] to counter"; NOWHERE if nobody is."""
    for verb in range(to - 1, max(lo, to - REACH) - 1, -1):
        if line.lows[verb] in CAUSING and line.words[verb][0].islower():
            first, last = phrase_from(line, verb + 1, to)
            direct = last == to or line.lows[last] in (",", "like")  # with an aside behind it
            return (first, last) if first > 0 and direct else NOWHERE
        if line.lows[verb] in WALLS or line.lows[verb] in (".", "that"):
            break
    return NOWHERE


def _find_given(line: Line, to: int, lo: int) -> tuple[int, int]:
    """Find who may speak: "gave [the rivals] a chance to say"; NOWHERE if nobody is given one."""
    if line.lows[to - 1] not in CHANCES:
        return NOWHERE
    for verb in range(to - 3, max(lo, to - FAR) - 1, -1):
        if line.lows[verb] in GIVING:
            first, last = phrase_from(line, verb + 1, to - 1)
            return (first, last) if first == verb + 1 and line.lows[last] in DETERMINERS else NOWHERE
        if line.lows[verb] in WALLS or line.words[verb] in ",.":
            break
    return NOWHERE


def _find_liking(line: Line, to: int, lo: int) -> tuple[int, int]:
    """Find who acts in "what [the papers] like to call" and "as [Lund] likes to say": the clause before "to"."""
    if to - 2 <= lo or line.lows[to - 1].removesuffix("s") not in LIKING:
        return NOWHERE
    first, last = phrase_before(line, to - 1, lo)
    opened = first > lo and line.lows[first - 1] in ("what", "whom", "as")
    return (first, last) if last == to - 1 and opened else NOWHERE


def _find_called_on(line: Line, to: int, lo: int) -> tuple[int, int]:
    """Find who acts in "for [the governor Joe Fry] to say that"; NOWHERE if nobody does."""
    first, last = phrase_before(line, to, lo)
    called = last == to and first >= lo + 1 and line.lows[first - 1] == "for"
    return (first, last) if called and can_speak(line, first, last) else NOWHERE
