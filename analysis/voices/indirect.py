"""Indirect speech: the clause that a reporting verb governs, without the cue."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress

from analysis.voices.announced import LABEL, ON, find_on_topic
from analysis.voices.closing import DASHES, is_closing
from analysis.voices.complements import locate_complement
from analysis.voices.cues import Attribution, Cue
from analysis.voices.direct import STATES, Spoken
from analysis.voices.lines import Line
from analysis.voices.phrases import DAYTIMES, NOWHERE, holds_verb, is_verb, phrase_from
from analysis.voices.subjects import subject_before
from analysis.voices.tokens import QUOTE
from analysis.words.classes import (
    AUXILIARIES,
    CONJUNCTIONS,
    MONTHS,
    PERSONAL,
    PREPOSITIONS,
    is_adverb,
    is_page_part,
)

STOPS = DASHES | {",", ";", ":", "(", "-"}  # where an object ends
BREAKING = frozenset(["while", "although", "though", "because", "when", "if", "unless", "whereas"])  # other clauses
RELATING = frozenset(["who", "which", "that", "whose", "what", "where", "how", "whether", "why", "whom", QUOTE])
ENDING = DASHES | {";", ",", QUOTE}  # where a clause can end within its sentence
LOOSE = frozenset({"object", "clause", "order", "question"})  # forms that a cue beside a quotation does not have
VAGUE = frozenset({"object", "to", "order", "wish"})  # forms that say nothing without a speaker
NEGATED = frozenset(["not", "n't", "didn't", "didn’t", "never", "doesn't", "doesn’t"])
MOST = 12  # tokens of an aside behind a cue
FRONTING = frozenset(["when", "if", "after", "once", "while", "being", "repeatedly", "again"])  # when asked whether
TAGS = frozenset(["according", "adding", "saying", "noting", "citing", "calling", "arguing"])  # ", adding that ..."
TURNS = frozenset(["but", "while", "although", "though", "and", "as", "yet", "whereas"])  # ", but Y said ..."


@dataclass(slots=True, eq=False)
class Reported:
    """A reported stretch: token numbers, the attribution that reports it, its form."""

    first: int
    last: int
    attribution: Attribution
    form: str  # that, clause, question, to, order, wish, object, before, around, according, headline


def find_reported(
    line: Line, sentence: tuple[int, int], attributions: list[Attribution], kept: list[Spoken]
) -> list[Reported]:
    """List the reported clauses of a sentence, outermost only; kept: the quotations in it."""
    lo, hi = sentence
    after: set[int] = set()
    tied: set[int] = set()
    for one in kept:
        if one.attribution:
            tied.add(one.attribution.first)
            if one.how in ("after", "later", "guess"):
                after.add(one.attribution.first)
    whole = _according(line, lo, hi, attributions, after) or _parenthesis(line, lo, hi, attributions, after)
    found = [one for one in whole if one.first < one.last]
    if whole and (whole[0].form == "according" or whole[-1].form == "around"):
        return found
    covered = max([whole[0].attribution.last, whole[0].attribution.subject[1]]) if whole else lo  # ..., adding that
    for number, attribution in enumerate(attributions):
        free = attribution.last >= covered if attribution.cue.form == "noun" else attribution.first >= covered
        if free and attribution.cue.form != "phrase":
            part = _governed(line, hi, attribution, attributions[number + 1 :], after) or _undergone(
                line, covered, attribution
            )
            if part and part.first < part.last:
                found.append(part)
                covered = part.last
    return found


def _governed(
    line: Line, hi: int, attribution: Attribution, later: list[Attribution], after: set[int]
) -> Reported | None:
    """Read what a cue governs to its right."""
    hi = _main_clause(line, attribution.last, hi, attribution)
    start, form = locate_complement(line, attribution, hi)
    if not form or (attribution.first in after and form in LOOSE):
        return None
    if attribution.subject == NOWHERE and (
        form in VAGUE or (attribution.passive and not attribution.cue.kinds & {"speech", "hearer"})
    ):
        return None  # "is expected to", "it is known that": nobody speaks
    if form in VAGUE and _is_nobodys(line, attribution):
        return None
    if form == "object":
        end = _object_end(line, start, hi, later)
        clausal = attribution.cue.kinds & {"speech", "thought"} and attribution.cue.form not in STATES
        if clausal and end < hi and _is_finite(line, end, hi):
            form = "clause"  # admitted the plan had failed
    if form != "object":
        end = _clause_end(line, start, hi, later, after)
    return Reported(start, end, attribution, form)


def _undergone(line: Line, lo: int, attribution: Attribution) -> Reported | None:
    """Read "[The plan] was criticised by X": what was criticised is what X spoke about."""
    if not attribution.passive or attribution.subject[0] <= attribution.first or "stance" not in attribution.cue.kinds:
        return None
    first, last = subject_before(line, attribution.first, lo, [])
    if first < lo or line.lows[first] in PERSONAL or line.lows[first] in ("who", "which", "that"):
        return None
    return Reported(first, last, attribution, "object")


def _is_nobodys(line: Line, attribution: Attribution) -> bool:
    """Tell "if you want to know" and "did not respond to a request", in which nobody says or wants anything."""
    first, last = attribution.subject
    if last - first == 1 and line.lows[first] == "you":
        return True
    refused = attribution.cue.lemma in ("respond to", "comment on")
    return refused and not NEGATED.isdisjoint(line.lows[max(last, attribution.first - 4) : attribution.first])


def _main_clause(line: Line, start: int, hi: int, attribution: Attribution) -> int:
    """Return where the main clause begins after one before it: "Asked whether she would go, [Ann Lee said ...]"."""
    if attribution.cue.form not in ("past", "participle") or not (
        attribution.passive or attribution.subject == NOWHERE
    ):
        return hi
    before = line.lows[attribution.first - 1] if attribution.first else "."
    if before not in FRONTING and line.words[attribution.first][0].islower():
        return hi
    for comma in compress(range(start + 1, hi - 1), map(",".__eq__, line.lows[start + 1 : hi - 1])):
        last = phrase_from(line, comma + 1, hi)[1]
        while comma < last < hi and is_adverb(line.lows[last]):
            last += 1
        if comma < last < hi and is_verb(line, last):
            return comma
    return hi


def headline(line: Line) -> Reported | None:
    """Read a heading "Peskov: talks are near" as Peskov's words."""
    colon = next((at for at in range(1, min(len(line.words), LABEL)) if line.words[at] == ":"), -1)
    rest = len(line.words) - colon - 1
    if colon < 0 or rest < 3 or rest > 30 or line.words[-1] == ":" or line.words[colon + 1] == QUOTE:
        return None
    first, last = find_on_topic(line, 0, colon) or phrase_from(line, 0, colon)
    if (
        first != 0
        or (last != colon and line.lows[last] not in ON)
        or not line.words[last - 1][0].isupper()
        or is_page_part(line.lows[:colon])
    ):
        return None
    attribution = Attribution(colon, colon + 1, (first, last), Cue(":", "other", frozenset({"speech"})))
    return Reported(colon + 1, _trim(line, colon + 1, len(line.words)), attribution, "headline")


def _clause_end(line: Line, start: int, hi: int, later: list[Attribution], after: set[int]) -> int:
    """Return where a reported clause ends: at a new speaker's clause, or with the sentence."""
    begins = {attribution.begin for attribution in later} if later else later
    tags = {
        attribution.first
        for attribution in later
        if attribution.cue.form == "ing" and attribution.cue.kinds & {"speech", "stance"}
    }
    walls = {attribution.begin for attribution in later if attribution.first in after} if after else after
    ends = compress(range(start + 1, hi), map(ENDING.__contains__, line.lows[start + 1 : hi]))
    for at in sorted({*ends, *(wall for wall in walls if start < wall < hi)}) if walls else ends:
        low = line.lows[at]
        if low == ";" or at in walls:
            return _trim(line, start, at)
        if low == QUOTE and line.text[line.runs[at].end - 1] in ".!?":
            return at + 1
        if low == QUOTE and at + 2 < hi and line.lows[at + 1] in TURNS and any(at + 2 + n in begins for n in range(3)):
            return at + 1
        if (low == "," or low in DASHES) and at + 1 < hi:
            if line.lows[at + 1] in TAGS or at + 1 in tags or (line.lows[at + 1] == "and" and at + 2 in tags):
                return at
            if line.lows[at + 1] in TURNS and any(at + 2 + step in begins for step in range(3)):
                return at
    return _trim(line, start, hi)


def _object_end(line: Line, start: int, hi: int, later: list[Attribution]) -> int:
    """Return where an object ends: at a mark, a verb, a time, or its own "that" clause (X's claim that ...)."""
    nouns = (attribution.last for attribution in later if attribution.cue.form == "noun" and attribution.first >= start)
    hi = min([hi, *nouns])
    related = line.lows[start] in RELATING  # from who, which, what on, verbs belong to the object
    for at in range(start + 1, hi):
        low = line.lows[at]
        if low == "," and _goes_on(line, at + 1, hi):
            continue
        if low in STOPS or _is_time(line, at, hi) or (low in BREAKING and not related):
            return _trim(line, start, at)
        if low in ("and", "but", "or", "as") and not related and _opens_clause(line, at + 1, hi):
            return _trim(line, start, at)
        related = related or low in RELATING
        if not related and _is_finite(line, at, hi):
            return _trim(line, start, at)
    return _trim(line, start, hi)


def _goes_on(line: Line, at: int, hi: int) -> bool:
    """Tell a list and what belongs to its last member from what else a comma is followed by."""
    low = line.lows[at] if at < hi else ""
    if low in ("including", "which", "whose", "such", "like"):
        return True
    return low in ("and", "or") and at + 1 < hi and not _opens_clause(line, at + 1, hi)


def _is_time(line: Line, at: int, hi: int) -> bool:
    """Tell "last week", "on Monday" and "Tuesday" behind an object."""
    after = line.lows[at + 1] if at + 1 < hi else ""
    if line.lows[at] in ("last", "this", "next", "earlier"):
        return after in DAYTIMES
    return (line.lows[at] in ("on", "in") and after in MONTHS) or (line.lows[at] in MONTHS and line.lows[at] != "may")


def _opens_clause(line: Line, at: int, hi: int) -> bool:
    """Tell whether another verb, or another subject with its verb, begins at a token."""
    while at < hi and is_adverb(line.lows[at]):
        at += 1
    if at >= hi or _is_finite(line, at, hi):
        return True
    last = phrase_from(line, at, hi)[1]
    return at < last < hi and _is_finite(line, last, hi)


def _is_finite(line: Line, at: int, hi: int) -> bool:
    """Tell a finite verb from the participle of "the plan criticised by many" and from "the price cut"."""
    if line.lows[at] in AUXILIARIES:
        return line.words[at][0].islower()
    if at + 1 >= hi or not is_verb(line, at) or line.lows[at + 1] in ".,;":
        return False
    return not (line.lows[at].endswith("ed") and line.lows[at + 1] in PREPOSITIONS)


def _trim(line: Line, start: int, end: int) -> int:
    while end > start and line.words[end - 1] in ".!?,;:":
        end -= 1
    return end


def _parenthesis(line: Line, lo: int, hi: int, attributions: list[Attribution], tied: set[int]) -> list[Reported]:
    """Take the clause before "..., X said." and those on both sides of "..., X said, ..."."""
    for attribution in attributions:
        if attribution.first in tied or attribution.subject == NOWHERE or attribution.passive:
            continue
        begin, after = attribution.begin, attribution.subject[1] if attribution.inverted else attribution.last
        if begin == lo + 1 and line.lows[lo] == "as" and (part := _after_as(line, after, hi, attribution)):
            return [part]
        if begin <= lo + 1:
            continue
        if (
            line.lows[begin - 1] != ","
            or attribution.cue.form in ("ing", *STATES)
            or not attribution.cue.kinds & {"speech", "thought", "evidence"}
        ):
            continue
        if line.lows[begin - 2] == QUOTE or not is_closing(line, after, hi, attribution):
            continue
        first = lo
        while first < begin and line.lows[first] in CONJUNCTIONS:
            first += 1
        if line.lows[first] in PREPOSITIONS and not holds_verb(line, first, begin):
            first = begin  # In Iowa, he said ...
        short = begin <= lo + 3  # But, he said, ...
        if short and not (after + 2 < hi and line.words[after] == "," and not attribution.inverted):
            continue
        parts = [] if short else [Reported(first, begin - 1, attribution, "before")]
        if (
            not attribution.inverted
            and after + 1 < hi
            and line.words[after] == ","
            and not line.lows[after + 1].endswith("ing")
        ):
            parts.append(Reported(after + 1, _trim(line, after + 1, hi), attribution, "around"))
        return parts
    return []


def _after_as(line: Line, after: int, hi: int, attribution: Attribution) -> Reported | None:
    """Read "As X noted in May, [it rains]": the main clause behind a comma is what X said."""
    comma = next((at for at in range(after, min(hi, after + MOST)) if line.lows[at] == ","), -1)
    said = attribution.cue.kinds & {"speech", "evidence"} and attribution.cue.form in ("past", "third", "base")
    if comma < 0 or comma + 1 >= hi or not said or not is_closing(line, after, comma, attribution):
        return None
    if line.lows[comma + 1] == QUOTE:
        return None
    return Reported(comma + 1, _trim(line, comma + 1, hi), attribution, "around")


def _according(line: Line, lo: int, hi: int, attributions: list[Attribution], tied: set[int]) -> list[Reported]:
    """Read "According to X, ...", "..., according to X" and "..., according to X, ..."."""
    phrases = [] if tied else [one for one in attributions if one.cue.form == "phrase"]
    if not phrases:
        return []
    attribution = phrases[0]
    after = attribution.subject[1]
    comma = next((at for at in range(after, hi) if line.lows[at] == ","), hi)
    parts = []
    if attribution.first > lo + 2:
        parts.append(Reported(lo, _trim(line, lo, attribution.first), attribution, "according"))
    between = after < hi and line.lows[after] == "," and line.lows[attribution.first - 1] == ","
    if attribution.first <= lo + 2 or between:
        parts.append(Reported(comma + 1, _trim(line, comma + 1, hi), attribution, "according"))
    return parts
