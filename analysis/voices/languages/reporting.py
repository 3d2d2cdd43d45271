"""Indirect speech: the clauses of a sentence that tell what somebody said."""

from __future__ import annotations

from operator import itemgetter
from typing import NamedTuple

from analysis.voices.languages.announcing import Saying
from analysis.voices.languages.passages import DASHES, STOPS, Passage
from analysis.voices.languages.phrases import Subject, end_of_phrase, find_speaker_in, is_relative
from analysis.voices.tokens import QUOTE

WINDOW = 24  # tokens between a verb and the clause that it opens
CONVERB = 7  # tokens of what somebody does while saying something
LABEL = 12  # tokens of a label before a colon
NAMED = 4  # words of a label without anybody's full name
LEAST = 4  # letters that a family name has more than
SIGNED = 8  # tokens behind a dash that name who said it
JOINTS = frozenset(",:") | DASHES | STOPS


class Told(NamedTuple):
    """A reported clause as tokens, and what announces it: a saying, or words that name who speaks; or neither."""

    first: int
    last: int
    saying: Saying | None
    form: str
    subject: Subject | None = None


def find_told(
    passage: Passage, sentence: tuple[int, int], sayings: list[Saying], kept: list[int], continued: bool
) -> list[Told]:
    """List the reported clauses of a sentence, in order, none inside another.

    kept: its quotations, as tokens; continued: somebody has spoken in the paragraph.
    """
    lo, hi = sentence[0], _without_stop(passage, *sentence)
    found: list[Told] = []
    for number, saying in enumerate(sayings):
        if any(one.first <= saying.first < one.last for one in found):
            continue
        for told in _content(passage, lo, hi, saying, sayings[number + 1 :], kept):
            if told.last > told.first and not any(one.first < told.last and told.first < one.last for one in found):
                found.append(told)
    if not sayings:
        alone = _labelled_clause(passage, lo, hi, kept) or _signed_clause(passage, lo, hi)
        if not alone and continued and not kept and ":" not in passage.lows[lo:hi] and _in_mood(passage, lo, hi):
            alone = Told(lo, hi, None, "clause")
        found = [alone] if alone else []
    return sorted(found, key=itemgetter(0))


def _without_stop(passage: Passage, lo: int, hi: int) -> int:
    while hi > lo and passage.words[hi - 1] in STOPS:
        hi -= 1
    return hi


def _content(passage: Passage, lo: int, hi: int, saying: Saying, later: list[Saying], kept: list[int]) -> list[Told]:
    if saying.kind == "call":
        return []
    if saying.kind in ("phrase", "behind"):
        return _by_phrase(passage, lo, hi, saying, later, kept)
    if saying.like:
        return _as_said(passage, lo, hi, saying, later)
    if passage.rules.verb_last:
        return _verb_last(passage, lo, hi, saying, kept)
    ahead = _clause_ahead(passage, hi, saying, later, kept)
    return [ahead] if ahead else _around(passage, lo, hi, saying, kept)


def _by_phrase(passage: Passage, lo: int, hi: int, saying: Saying, later: list[Saying], kept: list[int]) -> list[Told]:
    """Read "According to X, ...", "..., according to X" and "..., according to X, ..."."""
    parts, at = [], saying.end
    first = _start(passage, lo, saying.begin)
    quoted = kept and kept[0] == first and passage.words[first + 1] in JOINTS  # "...", X said according to Y
    if saying.begin - first > 1 and not quoted:
        parts.append(Told(first, _back(passage, first, saying.begin), saying, "according"))
    comma = at < hi and passage.lows[at] == ","
    if (parts or quoted) and not comma:
        return parts
    while at < hi and passage.lows[at] in JOINTS:
        at += 1
    at = _over_apposition(passage, at, hi)
    if hi - at > 1:
        parts.append(Told(at, _end(passage, at, hi, later), saying, "according"))
    return parts


def _over_apposition(passage: Passage, at: int, hi: int) -> int:
    """Step over who somebody is: according to X, the mayor of Y, ..."""
    comma = next((here for here in range(at, min(hi, at + LABEL)) if passage.lows[here] == ","), -1)
    return comma + 1 if comma > at and passage.lows[at] in passage.rules.nouns else at


def _as_said(passage: Passage, lo: int, hi: int, saying: Saying, later: list[Saying]) -> list[Told]:
    """Read "As X said, ..." and "..., as X said"."""
    first = _start(passage, lo, saying.begin)
    if saying.begin - first > 2:
        return [Told(first, _back(passage, first, saying.begin), saying, "before")]
    end = max(saying.end, saying.last)
    at = next((at for at in range(end, min(hi, end + WINDOW)) if passage.lows[at] in (",", ":")), hi)
    return [Told(at + 1, _end(passage, at + 1, hi, later), saying, "before")] if hi - at > 2 else []


def _clause_ahead(passage: Passage, hi: int, saying: Saying, later: list[Saying], kept: list[int]) -> Told | None:
    """Find the clause that a verb opens: behind "that", a question word, a colon, or by itself (sagte, er sei)."""
    start = saying.end if saying.subject and saying.subject.first >= saying.last else saying.last
    begins = {one.begin for one in later}
    for at in range(start, min(hi, start + WINDOW)):
        open_mark = passage.words[at] == QUOTE and at not in passage.runs
        if open_mark or (at == saying.parted and at + 1 in begins):
            return None
        form = _opening(passage, at, start, hi, saying, kept)
        if form:
            first = at if passage.lows[at] in passage.rules["that"] else at + 1
            return Told(first, _end(passage, first, hi, later, saying.agrees), saying, form)
        if passage.lows[at] == ":" or at in begins:
            return None
    return None


def _opening(passage: Passage, at: int, start: int, hi: int, saying: Saying, kept: list[int]) -> str:
    """The form of the clause that a token opens; "" if none begins there."""
    rules, low = passage.rules, passage.lows[at]
    after = passage.lows[at + 1] if at + 1 < hi else ""
    if low == ":":
        return "clause" if after and at + 1 not in kept else ""
    if low in rules["that"] and not rules.has_cases and not rules.capitals:
        return "that"
    if low != "," or not after:
        return ""
    if after in rules["that"]:
        return "that"
    inverted = saying.subject is not None and saying.subject.first >= saying.last
    if after in rules["question"] and at <= start + 2 and not (inverted and after in rules["relatives"]):
        return "question"
    if not rules["mood"] or after in rules["conjunctions"]:
        return ""
    parted = saying.parted == at
    beside = parted or (saying.subject is not None and not inverted and at == saying.last)
    return "clause" if beside or _in_mood(passage, at + 1, hi) else ""


def _in_mood(passage: Passage, first: int, last: int) -> bool:
    """Whether a clause is in the mood of reported speech, its verb not at its end as in relative clauses."""
    moods = [at for at in range(first, last) if passage.lows[at] in passage.rules["mood"]]
    return any(at + 1 < last and passage.lows[at + 1] not in (",", ".") for at in moods)


def _around(passage: Passage, lo: int, hi: int, saying: Saying, kept: list[int]) -> list[Told]:
    """Take the clause before "..., said X" and those on both sides of "..., said X, ..."."""
    begin, end = saying.begin, max(saying.end, saying.last)
    if saying.inherits or begin <= lo + 1 or not _is_set_off(passage, begin):
        return []
    if saying.subject and saying.subject.last <= saying.first:  # ..., said X, but not ..., X said
        return []
    if kept and kept[0] >= begin:
        return []
    first = _start(passage, lo, begin)
    rest = end < hi - 1 and passage.lows[end] == "," and passage.rules.marks.get("incise") == "comma"
    if passage.words[first] == QUOTE and first in kept and begin - first <= 3:
        return []
    parts = [Told(first, _back(passage, first, begin), saying, "before")]
    after = passage.lows[end + 1] if rest else ""
    if rest and not is_relative(after, passage.rules) and not after.endswith(passage.rules.lists["gerunds"]):
        parts.append(Told(end + 1, hi, saying, "around"))
    return parts


def _is_set_off(passage: Passage, begin: int) -> bool:
    return passage.lows[begin - 1] == "," or passage.lows[begin - 1] in DASHES


def _verb_last(passage: Passage, lo: int, hi: int, saying: Saying, kept: list[int]) -> list[Told]:
    """Read a clause that stands before its verb: X [the bridge is open] деп said."""
    rules, verb = passage.rules, saying.first
    before = passage.lows[verb - 1] if verb > lo else ""
    closed = before in rules["closers"]
    nominal = before.endswith(rules.lists["nominal"]) if before else False
    if not (closed or nominal or passage.lows[verb] in rules["closers"] or before in JOINTS):
        return []
    if _is_said_of(passage, lo, verb, kept):
        return []
    subject = saying.subject
    first = subject.last if subject and subject.last <= verb else _start(passage, lo, verb)
    stop = verb - closed
    first = _behind_converb(passage, first, stop)
    while first < stop and passage.lows[first] in JOINTS:
        first += 1
    stop = _back(passage, first, stop)
    return [Told(first, stop, saying, "that")] if stop - first > 1 else []


def _behind_converb(passage: Passage, first: int, stop: int) -> int:
    """Where a clause begins behind what its speaker does while saying it: X, citing sources, [writes] ..."""
    comma = next((at for at in range(first, min(stop, first + CONVERB)) if passage.lows[at] == ","), first)
    return comma + 1 if comma > first and passage.lows[comma - 1].endswith(passage.rules.lists["gerunds"]) else first


def _is_said_of(passage: Passage, lo: int, verb: int, kept: list[int]) -> bool:
    """Whether a verb says a quotation: nothing but adverbs and signs stands between them."""
    before = verb - 1
    while before > lo and before not in kept:
        if passage.words[before][0].isalpha() and passage.lows[before] not in passage.rules["adverbs"]:
            return False
        before -= 1
    return before in kept


def _labelled_clause(passage: Passage, lo: int, hi: int, kept: list[int]) -> Told | None:
    """Read "The mayor X: there is no danger", where nothing but who speaks stands before the colon."""
    first = _start(passage, lo, hi)
    colon = next((at for at in range(first, min(hi, first + LABEL)) if passage.lows[at] == ":"), -1)
    if colon < 0 or hi - colon < 3 or any(token > colon for token in kept):
        return None
    last = next((passage.named[at] for at in range(colon - 1, first - 1, -1) if at in passage.named), None)
    known = last[0] == colon and last[1].is_nominative if last else _is_label(passage, lo, first, colon)
    subject = find_speaker_in(passage, first, colon) if known else None
    return Told(colon + 1, hi, None, "headline", subject) if subject else None


def _is_label(passage: Passage, lo: int, first: int, colon: int) -> bool:
    """Whether a paragraph opens with a family name, a medium, or what is known by its initials, and a colon."""
    rules, words = passage.rules, passage.words[first:colon]
    if lo or not 0 < len(words) <= NAMED or not all(word[0].isupper() for word in words):
        return False
    if words[0] in rules["initials"] or all(rules.script != "latin" and word.isascii() for word in words):
        return True
    low = words[0].lower()
    family = low.endswith(rules.lists["surnames"]) and len(low) > LEAST and not words[0].isupper()
    return len(words) == 1 and (low in rules["bodies"] or (family and low not in rules.nouns))


def _signed_clause(passage: Passage, lo: int, hi: int) -> Told | None:
    """Read "..., — the ministry.": a clause with who said it behind a dash."""
    for at in range(hi - 2, max(lo + 3, hi - SIGNED), -1):
        known = passage.words[at + 1] in passage.rules["initials"]
        if passage.words[at] in DASHES and (known or passage.lows[at - 1] == ","):
            if not known and (not passage.words[at + 1][0].isupper() or end_of_phrase(passage, at + 1, hi) != hi):
                return None
            subject, first = find_speaker_in(passage, at + 1, hi), _start(passage, lo, at)
            return Told(first, _back(passage, first, at), None, "before", subject) if subject else None
    return None


def _start(passage: Passage, lo: int, at: int) -> int:
    """Where a clause begins: behind signs and "and"."""
    while lo < at - 1:
        sign = not passage.words[lo][0].isalnum() and passage.words[lo] != QUOTE
        if not sign and passage.lows[lo] not in passage.rules["conjunctions"]:
            break
        lo += 1
    return lo


def _back(passage: Passage, first: int, at: int) -> int:
    """Where a clause ends: before the comma and the dash that set its speaker off."""
    while at > first and passage.words[at - 1] in JOINTS:
        at -= 1
    return at


def _end(passage: Passage, first: int, hi: int, later: list[Saying], agrees: str = "") -> int:
    """Where a reported clause ends: with the sentence, before somebody else begins to speak, or before ", and did".

    agrees: whom the verb that opens the clause agrees with, for the verb that goes on behind the clause.
    """
    hi = _resumed(passage, first, hi, agrees)
    for one in later:
        if one.begin <= first:
            continue
        last = one.like or one.kind == "phrase" or _is_last(passage, one, hi)
        if one.inherits or (_is_set_off(passage, one.begin) and last):
            return _back(passage, first, one.begin)
    at = next((at for at in range(first, hi) if passage.lows[at] == ";"), hi)
    return _back(passage, first, at)


def _resumed(passage: Passage, first: int, hi: int, agrees: str) -> int:
    """Where the main clause goes on with ", and" and a verb like its first (he said that ..., and ordered ...)."""
    rules, endings = passage.rules, passage.rules.endings_of.get(agrees)
    for at in range(first + 1, hi - 2) if endings else ():
        if passage.lows[at] == "," and passage.lows[at + 1] in rules["resuming"]:
            low = passage.lows[at + 2]
            if low.endswith(endings) and len(low) > 4 and low not in rules.nouns and at + 2 not in passage.named:
                return at
    return hi


def _is_last(passage: Passage, saying: Saying, hi: int) -> bool:
    """Whether nothing but a time or a place hangs on a saying that ends a sentence."""
    end = max(saying.last, saying.end)
    return saying.first <= saying.begin + 2 and "," not in passage.lows[end:hi]
