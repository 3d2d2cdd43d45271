"""Indirect speech: the clause that a reporting verb governs, without the cue."""

from __future__ import annotations

from analysis.voices.according import find_according
from analysis.voices.around import find_around
from analysis.voices.closing import locate_past_adverbs
from analysis.voices.complements import is_answer, is_clause, locate_complement
from analysis.voices.cues import SAYING, Attribution
from analysis.voices.direct import JOINS, STATES, Spoken
from analysis.voices.ends import locate_clause_end, locate_object_end, locate_wish_end
from analysis.voices.lines import Line
from analysis.voices.main_clauses import locate_main_clause
from analysis.voices.object_lists import is_finite
from analysis.voices.phrases import NOWHERE
from analysis.voices.reported import Reported
from analysis.voices.subjects import subject_before
from analysis.voices.tokens import QUOTE
from analysis.words.classes import CONJUNCTIONS, PERSONAL, PREPOSITIONS, is_adverb

LOOSE = frozenset({"object", "clause", "order", "question"})  # forms that a cue beside a quotation does not have
VAGUE = frozenset({"object", "to", "order", "wish"})  # forms that say nothing without a speaker
HEARING = frozenset(
    ["court", "jury", "jurors", "inquest", "tribunal", "hearing", "inquiry", "trial", "judge", "magistrates", "panel"]
)
NEGATED = frozenset(["not", "n't", "didn't", "didn’t", "never", "doesn't", "doesn’t"])
REFUSED = frozenset(["respond to", "comment on", "respond", "comment"])


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
    whole = find_according(line, lo, hi, attributions, after) or find_around(line, lo, hi, attributions, after)
    found = [one for one in whole if one.first < one.last]
    alone = whole and not any(one.begin == whole[-1].last + 2 for one in attributions)  # ", but Y says ..."
    if alone and (whole[0].form == "according" or whole[-1].form == "around"):
        return found
    covered = max([whole[0].attribution.last, whole[0].attribution.subject[1]]) if whole else lo  # ..., adding that
    covered = max(covered, whole[-1].last) if whole and whole[0].form == "according" else covered
    for number, attribution in enumerate(attributions):
        free = attribution.last >= covered if attribution.cue.form == "noun" else attribution.first >= covered
        if free and attribution.cue.form != "phrase":
            part = _governed(line, hi, attribution, attributions[number + 1 :], after) or _undergone(
                line, covered, attribution
            )
            part = part and _without_gapped(line, part, kept)
            if part and part.first < part.last:
                found.append(part)
                covered = part.last
    return found


def _without_gapped(line: Line, part: Reported, kept: list[Spoken]) -> Reported:
    """Leave out of what a verb governs what another says without a verb: "X said "..."[, Y "..."]"."""
    if not kept:
        return part
    cues = (one.attribution for one in kept if one.attribution and one.how == "before")
    gapped = (one.subject[0] for one in cues if not one.inverted and not one.passive and one.subject[0] >= one.last)
    stop = next((at for at in gapped if part.attribution.last < at < part.last), part.last)
    while stop < part.last and stop > part.first and (line.words[stop - 1] in ",;" or line.lows[stop - 1] in JOINS):
        stop -= 1
    return Reported(part.first, stop, part.attribution, part.form)


def _governed(
    line: Line, hi: int, attribution: Attribution, later: list[Attribution], after: set[int]
) -> Reported | None:
    """Read what a cue governs to its right."""
    hi = locate_main_clause(line, attribution.last, hi, attribution)
    hi = min(hi, _locate_main_verb(line, attribution, later, hi))
    start, form = locate_complement(line, attribution, hi)
    if not form or (attribution.first in after and form in LOOSE and not _goes_on(line, start, hi, attribution, form)):
        return None
    vague = form in VAGUE and not (attribution.passive and attribution.cue.lemma == "ask about")
    if attribution.subject == NOWHERE and (vague or (attribution.passive and not attribution.cue.kinds & SAYING)):
        return None  # "is expected to", "it is known that": nobody speaks, but "Asked about the pier, ..."
    if form in VAGUE and is_nobodys(line, attribution):
        return None
    if form == "object":
        end = locate_object_end(line, start, hi, later, attribution.cue.form)
        if end == start + 1 and any(one.first == start and one.cue.form == "noun" for one in later):
            return None  # expressed hope that ...: what is hoped
        clausal = attribution.cue.kinds & {"speech", "thought"} and attribution.cue.form not in STATES
        if clausal and end < hi and line.lows[end - 1] != QUOTE and is_finite(line, end, hi):
            form = "clause"  # admitted the plan had failed
    if form == "object" and (all(map(is_adverb, line.lows[start:end])) or _is_quoted(line, end, later)):
        return None  # fired back forcefully
    if form == "wish":
        find_end = locate_object_end if attribution.cue.form in ("noun", "matter") else locate_wish_end
        end = find_end(line, start, hi, later, attribution.cue.form)
    elif form == "clause" and is_answer(line, start, hi):
        end = start + 1  # said yes
    elif form != "object":
        end = locate_clause_end(line, start, hi, later, after)
    return Reported(start, end, attribution, form)


def _is_quoted(line: Line, end: int, later: list[Attribution]) -> bool:
    """Tell "quoted a clerk [as saying that it rains]", who is no object but the speaker."""
    end += line.lows[end : end + 1] == [","]
    return line.lows[end : end + 1] == ["as"] and any(one.first == end + 1 and one.cue.form == "ing" for one in later)


def _locate_main_verb(line: Line, attribution: Attribution, later: list[Attribution], hi: int) -> int:
    """Find the verb of "a source briefed on the plan [said]", in whose subject a cue stands."""
    told = line.lows[attribution.last : attribution.last + 1] + line.lows[attribution.last - 1 : attribution.last]
    if attribution.cue.form != "past" or "hearer" not in attribution.cue.kinds or PREPOSITIONS.isdisjoint(told):
        return hi
    for one in later:
        finite = one.cue.form in ("past", "third") and not one.inverted and not one.passive
        inside = finite and 0 <= one.subject[0] < attribution.first
        if inside and all(low not in CONJUNCTIONS and low != "," for low in line.lows[attribution.last : one.first]):
            return one.first
    return hi


def _goes_on(line: Line, start: int, hi: int, attribution: Attribution, form: str) -> bool:
    """Tell "X, who called it "a mess," said [he would go]" from ""It is a mess," said Lee, who would go"."""
    beside = form == "clause" and not attribution.inverted and start == locate_past_adverbs(line, attribution.last, hi)
    return beside and is_clause(line, start, hi)


def _undergone(line: Line, lo: int, attribution: Attribution) -> Reported | None:
    """Read "[The plan] was criticised by X": what was criticised is what X spoke about."""
    if not attribution.passive or attribution.subject[0] <= attribution.first or "stance" not in attribution.cue.kinds:
        return None
    first, last = subject_before(line, attribution.first, lo, [])
    if first < lo or line.lows[first] in PERSONAL or line.lows[first] in ("who", "which", "that"):
        return None
    return Reported(first, last, attribution, "object")


def is_told(line: Line, attribution: Attribution) -> bool:
    """Tell "..., the court heard": a court is told by somebody whom the text does not name."""
    last = attribution.subject[1]
    return attribution.cue.lemma == "hear" and last > 0 and line.lows[last - 1] in HEARING


def is_nobodys(line: Line, attribution: Attribution) -> bool:
    """Tell "if you want to know" and "did not respond to a request", in which nobody says or wants anything."""
    first, last = attribution.subject
    if last - first == 1 and line.lows[first] == "you":
        return True
    refused = attribution.cue.lemma in REFUSED
    return refused and not NEGATED.isdisjoint(line.lows[max(last, attribution.first - 4) : attribution.first])
