"""Indirect speech: the clause that a reporting verb governs, without the cue."""

from __future__ import annotations

from typing import NamedTuple

from analysis.voices.cues import Cues
from analysis.voices.frames import Frame
from analysis.voices.phrases import NOWHERE, is_verb, phrase_from
from analysis.voices.tokens import QUOTE, Line
from analysis.voices.words import ADVERBS, AUXILIARIES, CONJUNCTIONS, MONTHS, OBJECT_PRONOUNS, PERSONAL, PREPOSITIONS

WINDOW = 14  # tokens between a cue and its "that"
QUESTION = frozenset("whether how why what if when where who".split())
DASHES = frozenset("– — --".split())


class Reported(NamedTuple):
    """A reported stretch: token numbers, the frame that reports it, its form."""

    first: int
    last: int
    frame: Frame
    form: str  # that, clause, question, to, order, object, before, around, according


def report(line: Line, sentence: tuple[int, int], frames: list[Frame], cues: Cues, tied: set[int]) -> list[Reported]:
    """List the reported clauses of a sentence, outermost only.

    tied: first tokens of the cues that announce a quotation.
    """
    lo, hi = sentence
    found = _according(line, lo, hi, cues)
    found = found or _parenthesis(line, lo, hi, frames, tied)
    if found:
        return [one for one in found if one.first < one.last]
    covered = lo
    for number, frame in enumerate(frames):
        if frame.first < covered:
            continue
        parts = _parts(line, lo, hi, frame, frames[number + 1 :], frame.first in tied, covered)
        found.extend(part for part in parts if part.first < part.last)
        covered = max([covered, *(part.last for part in parts)])
    return found


def _parts(line, lo, hi, frame, later, tied, covered) -> list[Reported]:
    start, form = _complement(line, frame, hi)
    if form and not (tied and form in ("object", "clause", "order")):
        end = _clause_end(line, start, hi, later) if form != "object" else _object_end(line, start, hi, later)
        if end > start:
            return [Reported(start, end, frame, form)]
        return []
    return []


def _complement(line: Line, frame: Frame, hi: int) -> tuple[int, str]:
    """Find where the content starts after a cue and what form it has; "" if there is none."""
    at = frame.subject[1] if frame.inverted else frame.last
    kinds = frame.cue.kinds
    at = _skip_adverbs(line, at, hi)
    if at >= hi or line.lows[at] in ".!?;)":
        return at, ""
    that = _that(line, at, hi)
    if that >= 0 and kinds & {"speech", "thought", "evidence", "hearer"}:
        return that, "that"
    low = line.lows[at]
    if low == "," or low in DASHES or low == ":":
        return at, ""
    if low == "to" and "wish" in kinds:
        return at, "to"
    if low in QUESTION and kinds & {"speech", "thought", "evidence", "hearer"}:
        return at, "question"
    if kinds & {"order", "hearer"}:
        start, form = _after_hearer(line, at, hi, kinds)
        if form:
            return start, form
    if kinds & {"speech", "thought", "evidence"} and _starts_clause(line, at, hi, kinds):
        return at, "clause"
    if "stance" in kinds and low not in PREPOSITIONS | CONJUNCTIONS and low not in AUXILIARIES:
        return at, "object"
    return at, ""


def _skip_adverbs(line: Line, at: int, hi: int) -> int:
    """Step over adverbs and days: said [again on Monday] ..."""
    while at < hi:
        low = line.lows[at]
        if low in ADVERBS and low not in ("there", "all", "most", "more", "much") or low in MONTHS:
            at += 1
        elif (
            low in ("on", "in", "at", "last", "this")
            and at + 1 < hi
            and line.lows[at + 1] in MONTHS | {"week", "month", "year"}
        ):
            at += 2
        else:
            break
    return at


def _that(line: Line, at: int, hi: int) -> int:
    """Find the "that" of a reported clause near a cue; -1 if another clause starts before it."""
    for here in range(at, min(hi - 1, at + WINDOW)):
        low = line.lows[here]
        if low == "that":
            return here
        if low in AUXILIARIES or low in (QUOTE, ":", ";", ".") or (low in PERSONAL - {"you", "it"} and here >= at):
            return -1
    return -1


def _after_hearer(line: Line, at: int, hi: int, kinds: frozenset[str]) -> tuple[int, str]:
    """Find the content after whom it is said to: told reporters [he would go], urged him [to go]."""
    if line.lows[at] in OBJECT_PRONOUNS:
        after = at + 1
    else:
        _, after = phrase_from(line, at, hi)
    if after < 0 or after >= hi:
        return at, ""
    low = line.lows[after]
    if low == "to" and "order" in kinds:
        return at, "order"
    if "hearer" in kinds and low in QUESTION:
        return after, "question"
    if "hearer" in kinds and (low in PERSONAL or line.words[after] in ("The", "A")):
        return after, "clause"
    return at, ""


def _starts_clause(line: Line, at: int, hi: int, kinds: frozenset[str]) -> bool:
    """Tell a clause without "that" (said he would go) from an object or a place."""
    low = line.lows[at]
    if low in PERSONAL and low not in ("this", "these", "those", "that", "one"):
        return True
    if low in PREPOSITIONS or low in CONJUNCTIONS or low in AUXILIARIES or low in OBJECT_PRONOUNS or low == "to":
        return False
    if not low[0].isalnum() and low != QUOTE:
        return False
    stop = min(hi, at + 25)
    return any(
        line.lows[n] in AUXILIARIES or "n't" in line.lows[n] or "n’t" in line.lows[n] for n in range(at + 1, stop)
    ) or ("speech" in kinds and any(line.lows[n].endswith(("ed", "es")) for n in range(at + 1, stop)))


def _clause_end(line: Line, start: int, hi: int, later: list[Frame]) -> int:
    """Return where a reported clause ends: at a new speaker's clause, or with the sentence."""
    begins = {
        frame.first if frame.inverted or frame.subject[0] < 0 else min(frame.first, frame.subject[0]) for frame in later
    }
    for at in range(start + 1, hi):
        low = line.lows[at]
        if low == ";":
            return at
        if low == "," or low in DASHES:
            after = at + 1
            if after < hi and line.lows[after] in (
                "according",
                "adding",
                "saying",
                "noting",
                "citing",
                "calling",
                "arguing",
            ):
                return at
            conj = after < hi and line.lows[after] in (
                "but",
                "while",
                "although",
                "though",
                "and",
                "as",
                "yet",
                "whereas",
            )
            if conj and any(after + 1 + step in begins for step in range(3)):
                return at
    return _trim(line, start, hi)


def _object_end(line: Line, start: int, hi: int, later: list[Frame]) -> int:
    end = next(
        (at for at in range(start + 1, hi) if line.lows[at] in (",", ";", ":", "(") or line.lows[at] in DASHES), hi
    )
    begins = [frame.first for frame in later if start < frame.first < end]
    return _trim(line, start, end)


def _trim(line: Line, start: int, end: int) -> int:
    while end > start and line.words[end - 1] in ".!?,;:":
        end -= 1
    return end


def _parenthesis(line: Line, lo: int, hi: int, frames: list[Frame], tied: set[int]) -> list[Reported]:
    """Take the clause before "..., X said." and those on both sides of "..., X said, ..."."""
    for frame in frames:
        begin, after = frame.begin, frame.subject[1] if frame.inverted else frame.last
        if frame.first in tied or frame.subject == NOWHERE or frame.passive or begin <= lo + 3:
            continue
        if line.lows[begin - 1] != "," or frame.cue.form == "ing" or not frame.cue.kinds & {"speech", "thought"}:
            continue
        if line.lows[begin - 2] == QUOTE or not _closes(line, after, hi):
            continue
        first = lo
        while first < begin and line.lows[first] in CONJUNCTIONS:
            first += 1
        if line.lows[first] in PREPOSITIONS and not any(is_verb(line, at) for at in range(first, begin)):
            first = begin  # In Iowa, he said ...
        parts = [Reported(first, begin - 1, frame, "before")]
        if after < hi and line.words[after] == "," and line.lows[after + 1 : after + 2] and not line.lows[after + 1].endswith("ing"):
            parts.append(Reported(after + 1, _trim(line, after + 1, hi), frame, "around"))
        return parts
    return []


def _closes(line: Line, after: int, hi: int) -> bool:
    """Tell whether nothing hangs on a cue but a time or a place: "..., he said on Monday."""
    after = _skip_adverbs(line, after, hi)
    if after >= hi or line.lows[after] in ".,!?;)" or line.lows[after] in DASHES:
        return True
    if line.lows[after] not in PREPOSITIONS:
        return False
    return not any(is_verb(line, at) or line.lows[at] in ("that", ",", ":") for at in range(after, hi))


def _according(line: Line, lo: int, hi: int, cues: Cues) -> list[Reported]:
    """Read "according to X, ..." and "..., according to X"."""
    for at in range(lo, hi - 2):
        phrase = next(
            (p for p in cues.phrases if p[0] == line.lows[at] and tuple(line.lows[at : at + len(p)]) == p), None
        )
        if not phrase:
            continue
        after = at + len(phrase)
        first, last = phrase_from(line, after, hi)
        if first < 0:
            first, last = after, min(after + 1, hi)
        frame = Frame(at, after, (first, last), cues.forms["said"]._replace(lemma=" ".join(phrase)))
        if at <= lo + 1:
            comma = next((n for n in range(last, hi) if line.lows[n] == ","), -1)
            return [Reported(comma + 1, _trim(line, comma + 1, hi), frame, "according")] if comma > 0 else []
        return [Reported(lo, _trim(line, lo, at), frame, "according")]
    return []
