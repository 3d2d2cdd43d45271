"""Indirect speech: the clause that a reporting verb governs, without the cue."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress

from analysis.voices.announced import LABEL, ON, find_on_topic
from analysis.voices.cues import Attribution, Cue
from analysis.voices.direct import Spoken
from analysis.voices.lines import Line
from analysis.voices.phrases import NOWHERE, contracted, holds_verb, is_verb, phrase_from
from analysis.voices.tokens import QUOTE
from analysis.words.classes import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    MONTHS,
    OBJECT_PRONOUNS,
    PERSONAL,
    PREPOSITIONS,
    is_adverb,
    is_page_part,
)

WINDOW = 14  # tokens between a cue and its "that"
TIMES = MONTHS | {"week", "month", "year"}  # that may follow "last"
NOT_YOU = PERSONAL - {"you"}
QUESTION = frozenset(["whether", "how", "why", "what", "if", "when", "where", "who"])
DASHES = frozenset(["–", "—", "--"])
BREAKING = frozenset(["that", ",", ":"])
STOPS = DASHES | {",", ";", ":", "("}  # where an object ends
ENDING = DASHES | {";", ",", QUOTE}  # where a clause can end within its sentence
CLAUSAL = frozenset({"speech", "thought", "evidence", "hearer"})
SAID = CLAUSAL - {"hearer"}
LENIENT = frozenset(
    ["say", "think", "believe", "suggest", "claim", "insist", "argue"]
)  # hardly take anything but a clause
LOOSE = frozenset({"object", "clause", "order", "question"})  # forms that a cue beside a quotation does not have
VAGUE = frozenset({"object", "to", "order", "wish"})  # forms that say nothing without a speaker
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
    whole = _according(line, lo, hi, attributions, tied) or _parenthesis(line, lo, hi, attributions, tied)
    if whole:
        return [one for one in whole if one.first < one.last]
    found: list[Reported] = []
    covered = lo
    for number, attribution in enumerate(attributions):
        free = attribution.last >= covered if attribution.cue.form == "noun" else attribution.first >= covered
        if free and attribution.cue.form != "phrase":
            part = _governed(line, hi, attribution, attributions[number + 1 :], after)
            if part and part.first < part.last:
                found.append(part)
                covered = part.last
    return found


def _governed(
    line: Line, hi: int, attribution: Attribution, later: list[Attribution], after: set[int]
) -> Reported | None:
    """Read what a cue governs to its right."""
    start, form = _complement(line, attribution, hi)
    if not form or (attribution.first in after and form in LOOSE):
        return None
    if attribution.subject == NOWHERE and (
        form in VAGUE or (attribution.passive and not attribution.cue.kinds & {"speech", "hearer"})
    ):
        return None  # "is expected to", "it is known that": nobody speaks
    end = _object_end(line, start, hi, later) if form == "object" else _clause_end(line, start, hi, later, after)
    return Reported(start, end, attribution, form)


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


def _complement(line: Line, attribution: Attribution, hi: int) -> tuple[int, str]:
    """Find where the content starts after a cue and what form it has; "" if there is none."""
    at = _skip_adverbs(line, attribution.subject[1] if attribution.inverted else attribution.last, hi)
    kinds = attribution.cue.kinds
    if at >= hi or line.lows[at] in ".!?;)":
        return at, ""
    that = _that(line, at, hi, "hearer" in kinds) if kinds & CLAUSAL else -1
    if that >= 0:
        return that, "that"
    low = line.lows[at]
    if low in (",", ":") or low in DASHES:
        return at, ""
    if low == "to" and "wish" in kinds:
        return at, "to" if kinds & {"speech", "hearer"} else "wish"
    if low in QUESTION and kinds & CLAUSAL:
        return at, "question"
    start, form = _after_hearer(line, at, hi, kinds) if kinds & {"order", "hearer"} else (at, "")
    if form:
        return start, form
    if kinds & SAID and _starts_clause(line, at, hi, attribution.cue):
        return at, "clause"
    nominal = "stance" in kinds and not (low in PREPOSITIONS or low in CONJUNCTIONS or low in AUXILIARIES)
    return at, "object" if nominal else ""


def _skip_adverbs(line: Line, at: int, hi: int) -> int:
    """Step over adverbs and days: said [again on Monday] ..."""
    while at < hi:
        low = line.lows[at]
        if (low in ADVERBS and low not in ("there", "all", "most", "more", "much")) or low in MONTHS:
            at += 1
        elif low in ("on", "in", "at", "last", "this") and at + 1 < hi and line.lows[at + 1] in TIMES:
            at += 2
        else:
            break
    return at


def _that(line: Line, at: int, hi: int, hearer: bool) -> int:
    """Find the "that" of a reported clause near a cue; -1 if another clause or an object starts before it."""
    for here in range(at, min(hi - 1, at + WINDOW)):
        low = line.lows[here]
        if low == "that":
            return here
        if low == QUOTE and hearer and here == at:
            continue  # told "The Morning Show" that ...
        if low in AUXILIARIES or low in (QUOTE, ":", ";", ".") or low in DASHES or low in NOT_YOU:
            return -1
        if here == at and not hearer and low not in PREPOSITIONS and low != "," and not is_adverb(low):
            return -1
    return -1


def _after_hearer(line: Line, at: int, hi: int, kinds: frozenset[str]) -> tuple[int, str]:
    """Find the content after whom it is said to: told reporters [he would go], urged him [to go]."""
    after = at + 1 if line.lows[at] in OBJECT_PRONOUNS else phrase_from(line, at, hi)[1]
    if after < 0 or after >= hi:
        return at, ""
    low = line.lows[after]
    if low == "to" and "order" in kinds:
        return at, "wish" if "wish" in kinds and not kinds & {"speech", "hearer"} else "order"
    if "hearer" in kinds and low in QUESTION:
        return after, "question"
    if "hearer" in kinds and (low in PERSONAL or line.words[after] in ("The", "A")):
        return after, "clause"
    return at, ""


def _starts_clause(line: Line, at: int, hi: int, cue: Cue) -> bool:
    """Tell a clause without "that" (said he would go) from an object or a place."""
    low = line.lows[at]
    if contracted(low) or (low in PERSONAL and low not in ("this", "these", "those", "that", "one")):
        return at + 1 < hi
    if low in AUXILIARIES and "speech" in cue.kinds and cue.lemma in LENIENT:
        return True
    if low in PREPOSITIONS or low in CONJUNCTIONS or low in AUXILIARIES or low in OBJECT_PRONOUNS or low == "to":
        return False
    if not low[0].isalnum() and low != QUOTE:
        return False
    stop = min(hi, at + 25)
    if cue.lemma in LENIENT:
        return hi - at > 2
    after = phrase_from(line, at, hi)[1]
    while at < after < stop and is_adverb(line.lows[after]):
        after += 1
    return at < after < hi and is_verb(line, after)


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
        if (low == "," or low in DASHES) and at + 1 < hi:
            if line.lows[at + 1] in TAGS or at + 1 in tags or (line.lows[at + 1] == "and" and at + 2 in tags):
                return at
            if line.lows[at + 1] in TURNS and any(at + 2 + step in begins for step in range(3)):
                return at
    return _trim(line, start, hi)


def _object_end(line: Line, start: int, hi: int, later: list[Attribution]) -> int:
    """Return where an object ends: at a mark, or where its own "that" clause begins (X's claim that ...)."""
    nouns = (attribution.last for attribution in later if attribution.cue.form == "noun" and attribution.first >= start)
    hi = min([hi, *nouns])
    stops = compress(range(start + 1, hi), map(STOPS.__contains__, line.lows[start + 1 : hi]))
    return _trim(line, start, next(stops, hi))


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
        if begin <= lo + 3:
            continue
        if (
            line.lows[begin - 1] != ","
            or attribution.cue.form == "ing"
            or not attribution.cue.kinds & {"speech", "thought", "evidence"}
        ):
            continue
        if line.lows[begin - 2] == QUOTE or not _closes(line, after, hi, attribution):
            continue
        first = lo
        while first < begin and line.lows[first] in CONJUNCTIONS:
            first += 1
        if line.lows[first] in PREPOSITIONS and not holds_verb(line, first, begin):
            first = begin  # In Iowa, he said ...
        parts = [Reported(first, begin - 1, attribution, "before")]
        if (
            not attribution.inverted
            and after + 1 < hi
            and line.words[after] == ","
            and not line.lows[after + 1].endswith("ing")
        ):
            parts.append(Reported(after + 1, _trim(line, after + 1, hi), attribution, "around"))
        return parts
    return []


def _closes(line: Line, after: int, hi: int, attribution: Attribution) -> bool:
    """Tell whether nothing hangs on a cue but a time, a place or a hearer: "..., he said on Monday."""
    after = _skip_adverbs(line, after, hi)
    if "hearer" in attribution.cue.kinds and after < hi and line.words[after] != ",":
        after = max(after, phrase_from(line, after, hi)[1])
    if after >= hi or line.lows[after] in ".,!?;)" or line.lows[after] in DASHES:
        return True
    if line.lows[after] not in PREPOSITIONS or line.lows[after] == "to":
        return False
    return BREAKING.isdisjoint(line.lows[after:hi]) and not holds_verb(line, after, hi)


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
