"""Where what somebody reports ends: a clause, or the object of a verb."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from itertools import compress

from analysis.voices.afterthoughts import locate_apposition, locate_occasion
from analysis.voices.closing import DASHES, is_closing, locate_past_bracket
from analysis.voices.cues import Attribution
from analysis.voices.finite_verbs import MOST_KEPT, can_be_verb, is_verb
from analysis.voices.lines import Line
from analysis.voices.object_lists import goes_on_listing, is_finite, is_listed, opens_clause
from analysis.voices.phrases import DAYTIMES
from analysis.voices.senses import load_senses
from analysis.voices.tokens import QUOTE
from analysis.words.classes import (
    AUXILIARIES,
    DETERMINERS,
    MONTHS,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
)

STOPS = DASHES | {",", ";", ":", "(", "-"}  # where an object ends
BREAKING = frozenset(["while", "although", "though", "because", "when", "if", "unless", "whereas"])  # other clauses
RELATING = frozenset(["who", "which", "that", "whose", "what", "where", "how", "whether", "why", "whom", QUOTE])
ASKED = frozenset(["if", "whether", "why", "how", "what", "who", "where"])  # with which a question begins
ACTING = frozenset(["he", "she", "they", "we", "i", "you"])  # the way [he was treated]
STATED = frozenset(["say", "think", "believe"])  # of which no noun is spelt like the verb
WHOLE = OBJECT_PRONOUNS - {"her"}  # her may be whose
PLACING = frozenset(["in", "on", "at", "by", "during", "until", "after", "before", "throughout"])
POINTING = frozenset(["this", "last", "next", "each", "every"])  # with which a time begins
GENITIVES = ("'s", "’s", "s'", "s’")
LINKING = frozenset(["and", "or", "but"])  # with which nothing ends
FEW = 4  # tokens between a quotation and the conjunction behind it: "a doubt" for Sunday, and Y said
ENDING = DASHES | {";", ",", QUOTE}  # where a clause can end within its sentence
TAGS = frozenset(["according", "adding", "saying", "noting", "citing", "calling", "arguing"])  # ", adding that ..."
COMPARED = frozenset(["has", "have", "had", "did", "does", "do", "are", "was", "were", "will", "would"])
JOINING = frozenset(["and", "but"])
JOINED = frozenset(["past", "third", "ing"])  # forms of verbs that "and" joins with what is no infinitive
OPENING = DETERMINERS | OBJECT_PRONOUNS | {"that", "to", "whether", "how"}  # what stands behind a verb
TURNS = frozenset(["but", "while", "although", "though", "and", "as", "yet", "whereas"])  # ", but Y said ..."


def locate_clause_end(line: Line, start: int, hi: int, later: list[Attribution], after: set[int]) -> int:
    """Return where a reported clause ends: at a new speaker's clause, at what the outlet adds, or with the sentence."""
    return locate_apposition(line, start, _locate_others_clause(line, start, hi, later, after))


def _locate_others_clause(line: Line, start: int, hi: int, later: list[Attribution], after: set[int]) -> int:
    """Return where a new speaker's clause begins behind a reported one, or the end of the sentence."""
    begins = {attribution.begin for attribution in later} if later else later
    tags = {
        attribution.first
        for attribution in later
        if attribution.cue.form == "ing" and attribution.cue.kinds & {"speech", "stance"}
    }
    walls = {attribution.begin for attribution in later if attribution.first in after} if after else after
    asked = line.lows[start] in ASKED
    ends = compress(range(start + 1, hi), map(ENDING.__contains__, line.lows[start + 1 : hi]))
    for at in sorted({*ends, *(wall for wall in walls if start < wall < hi)}) if walls else ends:
        low = line.lows[at]
        if low == ";" or at in walls:
            return strip_stops(line, start, at)
        if low == QUOTE and line.text[line.runs[at].end - 1] in ".!?":
            return at + 1
        if low == QUOTE and at + 1 in begins and line.text[line.runs[at].end - 1] == ",":
            return at + 1  # said that "it rains," the paper reported
        if low == QUOTE and line.text[line.runs[at].end - 1] == "," and _is_deed(line, at + 1, hi, later):
            return at + 1  # said that it was "a mess," shaking her head
        if low == QUOTE and (turn := _find_turn(line, at + 1, hi, begins)) > at:
            return turn
        if (low == "," or low in DASHES) and at + 1 < hi:
            if line.lows[at + 1] in TAGS or at + 1 in tags or (line.lows[at + 1] == "and" and at + 2 in tags):
                return at
            if low == "," and asked and any(one.first == at + 1 and _resumes(one, start) for one in later):
                return at
            if low == "," and at + 1 in begins and _follows_another(line, start, at, hi, later):
                return at
            if line.lows[at + 1] in TURNS and any(at + 2 + step in begins for step in range(3)):
                return at
            if line.lows[at + 1] == "as" and at + 3 < hi and _does_likewise(line, at + 2):
                return at
    return strip_stops(line, start, hi)


def _is_deed(line: Line, at: int, hi: int, later: list[Attribution]) -> bool:
    """Tell ", shaking her head" from ", nothing but a mess" and ", explaining that"."""
    sense = load_senses().verbs.get(line.lows[at]) if at < hi else None
    deed = sense is not None and sense.form == "ing" and line.lows[at] not in TAGS and line.lows[at] != "including"
    return deed and all(one.first != at for one in later)


def _resumes(one: Attribution, start: int) -> bool:
    """Tell the verb of who stands before a reported clause: Lee, when asked if she would run, [said]."""
    return 0 <= one.subject[0] < start and one.cue.form in ("past", "third") and not (one.inverted or one.passive)


def _does_likewise(line: Line, at: int) -> bool:
    """Tell "he will not back her, as [has the mayor]" from "as is often the case", "as is the custom"."""
    after = line.lows[at + 1]
    named = line.words[at + 1][0].isupper() or after in DETERMINERS or after in POSSESSIVES
    return line.lows[at] in COMPARED and named and "case" not in line.lows[at + 2 : at + 4]


def _find_turn(line: Line, at: int, hi: int, begins: Collection[int]) -> int:
    """Find the conjunction with which another speaker's clause begins right behind a quotation, or a few words on."""
    for turn in range(at, min(at + FEW, hi - 1)):
        if turn == at and line.lows[turn] in TURNS:
            return turn if any(turn + 1 + n in begins for n in range(3)) else -1
        if line.lows[turn] in ("and", "but", "while"):
            return turn if turn + 1 in begins else -1
        if not line.words[turn][0].isalnum() or is_verb(line, turn):
            break
    return -1


def _follows_another(line: Line, start: int, comma: int, hi: int, later: list[Attribution]) -> bool:
    """Tell "Ankara says it is open, [Athens says it is not]" from "..., Lee says." and "if it rains, Lee says ..."."""
    if not SUBORDINATORS.isdisjoint(line.lows[start:comma]):
        return False
    one = next(one for one in later if one.begin == comma + 1)
    said = "speech" in one.cue.kinds and one.cue.form in ("past", "third") and not (one.inverted or one.passive)
    named = line.words[one.begin][0].isupper() or line.lows[one.begin] in DETERMINERS
    return said and named and not is_closing(line, one.last, hi, one) and line.words[one.last] != ","


def locate_wish_end(line: Line, start: int, hi: int, later: list[Attribution], form: str = "") -> int:
    """Return where what somebody wants to do ends: where another clause begins or what the outlet adds."""
    return locate_apposition(line, start, _locate_wish_clause_end(line, start, hi, form))


def _locate_wish_clause_end(line: Line, start: int, hi: int, form: str) -> int:
    """Return where another clause begins behind a comma or a dash, or the end of the sentence."""
    for at in range(start + 2, hi):
        low = line.lows[at]
        if low in DASHES or low == ";" or (low in JOINING and joins_verb(line, at + 1, hi, form)):
            return strip_stops(line, start, at)
        if low == ",":
            after = line.lows[at + 1] if at + 1 < hi else ""
            if (
                after in TURNS
                or after in TAGS
                or after in BREAKING
                or after in ("which", "who")
                or after.endswith("ing")
            ):
                return strip_stops(line, start, at)
            if not is_listed(line, at + 1, hi) and opens_clause(line, at + 1, hi):
                return strip_stops(line, start, at)
    return strip_stops(line, start, hi)


def locate_object_end(line: Line, start: int, hi: int, later: list[Attribution], form: str = "") -> int:
    """Return where an object ends: at a mark, a verb, a time, where it was said, or its own "that" clause.

    form: of the verb that governs it, with which another one can be joined: slammed the plan [and praised ...].
    """
    return locate_occasion(line, start, _locate_phrase_end(line, start, hi, later, form))


def _locate_phrase_end(line: Line, start: int, hi: int, later: list[Attribution], form: str) -> int:
    """Return where an object ends at a mark, a verb, a time, or its own "that" clause (X's claim that ...)."""
    nouns = (attribution.last for attribution in later if attribution.cue.form == "noun" and attribution.first >= start)
    hi = min([hi, *nouns])
    joined = (form,) if form in JOINED else ("past", "third")
    telling = {one.first for one in later if one.cue.form in joined and "speech" in one.cue.kinds}
    said = {one.first for one in later if one.cue.form == "base" and one.cue.lemma in STATED}
    if start < hi and (_is_finished(line, start) or _is_whole(line, start, hi)):
        return start + 1
    related = line.lows[start] in RELATING  # from who, which, what on, verbs belong to the object
    past = start
    for at in compress(range(start + 1, hi), map(_may_end, line.words[start + 1 : hi])):
        low = line.lows[at]
        if low == "(" and (behind := locate_past_bracket(line, at, hi)) < hi and _follows_bracket(line, behind):
            past = behind
        if at < past:
            continue
        if low == QUOTE and _is_finished(line, at):
            return at + 1
        if low == "," and goes_on_listing(line, at + 1, hi):
            continue
        if low in STOPS or (low in BREAKING and not related):
            return strip_stops(line, start, at)
        if _is_time(line, at, hi) and (before := _locate_before_time(line, start, at)):
            return strip_stops(line, start, before)
        if low in JOINING and (at + 1 in telling or joins_verb(line, at + 1, hi, form)):
            return strip_stops(line, start, at)  # called it a "farce" and said ...
        if low in ("and", "but", "or", "as") and not related and opens_clause(line, at + 1, hi):
            return strip_stops(line, start, at)
        related = related or low in RELATING or (low in ACTING and line.words[at - 1][0].isalnum())
        helped = line.lows[at - 1] == QUOTE and low in AUXILIARIES  # who call themselves "pious" [have ...]
        if (not related or helped) and (is_finite(line, at, hi) or (at in said and _has_plural(line, at))):
            return strip_stops(line, start, at)
        if at in telling and "that" in line.lows[at + 1 : at + FEW]:  # who backed her plan [said on Monday that]
            return strip_stops(line, start, at)
    return strip_stops(line, start, hi)


def _is_whole(line: Line, at: int, hi: int) -> bool:
    """Tell "criticised [him] on Monday in Kent", whose place belongs to the verb, from "accused [him of theft]"."""
    if line.lows[at] not in WHOLE or at + 1 >= hi:
        return False
    return line.lows[at + 1] in PLACING and line.lows[at + 2 : at + 3] != ["that"]


def _locate_before_time(line: Line, start: int, at: int) -> int:
    """Find where a time begins: praised the plan [during a Monday talk]; 0 if it is part: proposed [a Monday talk]."""
    if line.lows[at] in PREPOSITIONS:
        return at
    begin = at - (at - 1 > start and (line.lows[at - 1] in DETERMINERS or line.lows[at - 1] in POSSESSIVES))
    if begin - 1 > start and line.lows[begin - 1] in PREPOSITIONS:
        return begin - 1
    held = line.lows[at - 1] in DETERMINERS and line.lows[at - 1] not in POINTING
    owned = line.lows[at - 1] in POSSESSIVES or line.lows[at - 1].endswith(GENITIVES)  # Kent's March vote
    return 0 if held or owned else begin


def _has_plural(line: Line, at: int) -> bool:
    """Tell "those who back her opponents [say]" from "helped him say"."""
    low = line.lows[at - 1]
    return low.endswith("s") and not low.endswith(("ss", "'s", "’s"))


@lru_cache(maxsize=MOST_KEPT)
def _may_end(word: str) -> bool:
    """Tell a word at which an object may end, or that keeps one from ending; most words are none."""
    low = word.lower()
    listed = low in STOPS or low in BREAKING or low in RELATING or low in ACTING or low in ("and", "but", "or", "as")
    timed = low in ("last", "this", "next", "earlier", "on", "in") or low in MONTHS
    return listed or timed or low in AUXILIARIES or low in STATED or can_be_verb(word)


def joins_verb(line: Line, at: int, hi: int, form: str) -> bool:
    """Tell behind "and" a verb of the same form as the one that governs, with its object: slammed X and praised Y."""
    while at < hi and is_adverb(line.lows[at]):
        at += 1
    verb = (
        load_senses().verbs.get(line.lows[at])
        if at + 1 < hi and form in JOINED and line.words[at][0].islower()
        else None
    )
    if verb is None or verb.form != form:
        return False
    after = line.words[at + 1]
    return after.lower() in OPENING or (after[0].isupper() and form != "ing")


def _follows_bracket(line: Line, at: int) -> bool:
    """Tell "Jan Roy (R) [to resign]" from "the plan (a tax) and she left"."""
    return line.lows[at] in PREPOSITIONS


def _is_finished(line: Line, at: int) -> bool:
    """Tell a quotation that ends in a mark, with which what it is part of ends too: called it "a mess," [said ...]."""
    listed = QUOTE in line.lows[at + 1 : at + 3]  # named "Ferry," "Bridge" and "Pier"
    return line.lows[at] == QUOTE and not listed and line.text[line.runs[at].end - 1] in ",.!?"


def _is_time(line: Line, at: int, hi: int) -> bool:
    """Tell "last week", "on Monday" and "Tuesday" behind an object."""
    after = line.lows[at + 1] if at + 1 < hi else ""
    if line.lows[at] in ("last", "this", "next", "earlier"):
        return after in DAYTIMES
    named = line.lows[at] in MONTHS and line.lows[at] != "may" and line.words[at] != "march"
    return named or (line.lows[at] in ("on", "in") and after in MONTHS)


def strip_stops(line: Line, start: int, end: int) -> int:
    """Return where a stretch ends without the stops behind it."""
    while end > start and (line.words[end - 1] in ".!?,;:" or (end - 1 > start and line.lows[end - 1] in LINKING)):
        end -= 1
    return end
