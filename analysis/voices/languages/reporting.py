"""Indirect speech: the clauses of a sentence that tell what somebody said."""

from __future__ import annotations

from operator import itemgetter

from analysis.voices.languages.announcing import Saying
from analysis.voices.languages.before_verb import find_before_verb
from analysis.voices.languages.clause_ends import end_of_clause, end_of_led, is_set_off
from analysis.voices.languages.labelled import find_labelled, find_signed
from analysis.voices.languages.moods import find_by_mood, has_verb_second, in_mood
from analysis.voices.languages.passages import STOPS, Passage
from analysis.voices.languages.phrased import BRIEF, WINDOW, find_as_said, find_by_phrase
from analysis.voices.languages.phrases import is_relative
from analysis.voices.languages.silent import end_of_relative, is_that_who
from analysis.voices.languages.stated import opens_infinitive, opens_state
from analysis.voices.languages.told import Told, end_of_told, end_of_zu, start_of_told
from analysis.voices.languages.urging import find_urged
from analysis.voices.tokens import QUOTE


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
        alone = find_labelled(passage, lo, hi, kept) or find_signed(passage, lo, hi) or find_by_mood(passage, lo, hi)
        parted = not kept or kept[0] > lo  # a clause in the mood, with words in marks inside
        if not alone and continued and parted and ":" not in passage.lows[lo:hi] and in_mood(passage, lo, hi):
            alone = Told(lo, hi, None, "clause")
        found = [alone] if alone else []
    found += find_urged(passage, lo, hi, sayings, found, kept)
    return sorted(found, key=itemgetter(0))


def _without_stop(passage: Passage, lo: int, hi: int) -> int:
    while hi > lo and passage.words[hi - 1] in STOPS:
        hi -= 1
    return hi


def _content(passage: Passage, lo: int, hi: int, saying: Saying, later: list[Saying], kept: list[int]) -> list[Told]:
    if saying.kind == "call" and (saying.last >= hi or passage.lows[saying.last] not in passage.rules["that"]):
        return []
    if saying.kind in ("phrase", "behind"):
        return find_by_phrase(passage, lo, hi, saying, later, kept)
    if saying.like:
        return find_as_said(passage, lo, hi, saying, later)
    if passage.rules.verb_last:
        return find_before_verb(passage, lo, hi, saying, kept)
    if opens_state(passage, hi, saying):
        return [Told(saying.last, end_of_clause(passage, saying.last, hi, later), saying, "that")]
    ahead = _clause_ahead(passage, hi, saying, later, kept)
    if ahead and ahead.form == "clause" and not saying.subject and any(one.subject for one in later):
        return []  # they commented on it as ever: X says that ...
    if (
        ahead and passage.lows[ahead.first] in passage.rules["infinitives"] | passage.rules["negations"]
    ):  # dit avoir vu « un feu »: the marks tell
        inside = [token for token in kept if ahead.first < token < ahead.last]
        colon = inside and passage.lows[inside[0] - 1] == ":"  # assure avoir prévenu le maire : « ... »
        return [ahead._replace(last=inside[0] - 1)] if colon else [] if inside else [ahead]
    begun = ahead and (_is_begun(passage, lo, saying, ahead) or _is_apart(passage, lo, saying, ahead))
    around = [] if ahead and not begun else _around(passage, lo, hi, saying, kept)[:1]
    return [*around, ahead] if ahead else _around(passage, lo, hi, saying, kept)


def _is_begun(passage: Passage, lo: int, saying: Saying, ahead: Told) -> bool:
    """Whether a reported clause has begun before who says it: Er wisse nicht, sagt X, wer ...; the home, so X, ..."""
    if not passage.rules["mood"] or saying.begin - lo < 2 or not saying.subject:
        return False
    short = passage.lows[saying.first] in passage.rules["according_like"]
    short = short or passage.lows[ahead.first] in passage.rules["mood"]  # the draft, she says, be ...
    return short or in_mood(passage, lo, saying.begin - 1)


def _is_apart(passage: Passage, lo: int, saying: Saying, ahead: Told) -> bool:
    """Whether words stand on both sides of who says them, a colon behind: It is wrong, says X: the strike goes on."""
    if passage.lows[ahead.first - 1] != ":" or saying.begin - lo < 2 or not saying.subject:
        return False
    behind = saying.subject.first >= saying.last and is_set_off(passage, saying.begin)
    return behind and QUOTE not in passage.words[lo : saying.begin]


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
            first = at + 1 if passage.lows[at] in (",", ":") else at
            hi = end_of_relative(passage, saying, first, hi)
            end = (
                end_of_led(passage, first, hi, later)
                if saying.led
                else end_of_clause(passage, first, hi, later, saying.agrees)
            )
            return Told(first, end, saying, form)
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
        return "" if is_that_who(passage, at, saying) else "that"
    if opens_infinitive(passage, at, hi, saying.last):
        return "that"
    if low != "," or not after:
        return ""
    if after in rules["that"]:
        return "" if is_that_who(passage, at + 1, saying) else "that"
    inverted = saying.subject is not None and saying.subject.first >= saying.last
    if after in rules["question"] and at <= start + 2 and not (inverted and after in rules["relatives"]):
        return "question"
    if not rules["mood"] or after in rules["conjunctions"]:
        return ""
    if rules.capitals and end_of_zu(passage, at, hi):  # promised, the roof to mend; who is asked to belongs to it
        blamed = passage.lows[at - 1] in rules["toward"] and saying.parted == at  # accuses X of: wirft X vor, ... zu
        return "" if at > start + 1 and passage.lows[saying.first] in rules.urges and not blamed else "to"
    parted = saying.parted == at
    beside = parted or (saying.subject is not None and not inverted and at == saying.last)
    placed = (
        not inverted and passage.lows[saying.last] in rules["prepositions"] and has_verb_second(passage, at + 1, hi)
    )
    return "clause" if beside or placed or in_mood(passage, at + 1, hi) else ""


def _around(passage: Passage, lo: int, hi: int, saying: Saying, kept: list[int]) -> list[Told]:
    """Take the clause before "..., said X" and those on both sides of "..., said X, ..."."""
    begin, end = saying.begin, max(saying.end, saying.last)
    if saying.inherits or begin <= lo + 1 or not is_set_off(passage, begin):  # what is one word is no clause
        return []
    if saying.subject and saying.subject.last <= saying.first:  # ..., said X, but not ..., X said
        return []
    first = start_of_told(passage, lo, begin)
    first = max((at + 1 for at in range(first, begin - 1) if passage.lows[at] == ";"), default=first)
    if kept and kept[0] >= begin:
        run = passage.runs[kept[0]]
        goes_on = (
            passage.rules["mood"] and kept[0] == end + 1 and passage.text[run.start].islower()
        )  # the firm, X says, "gives"
        goes_on = goes_on and passage.lows[first] not in passage.rules.pronouns
        return [Told(first, end_of_told(passage, first, begin), saying, "before")] if goes_on else []
    placed = passage.lows[first] in passage.rules["prepositions"] | passage.rules["adverbs"]
    if placed and passage.rules.has_cases and begin - first <= BRIEF and end < hi - 2 and passage.lows[end] == ",":
        return [Told(end + 1, hi, saying, "around")]  # at that, X stressed, ...
    rest = end < hi - 1 and passage.lows[end] == ","
    parted = passage.rules.marks.get("incise") in ("comma", "paired")
    rest = rest and (parted or _is_parted(passage, first, begin, end, hi))
    rest = rest and not _is_time_or_place(passage, end + 1, hi)
    if passage.words[first] == QUOTE and first in kept and begin - first <= 3:
        return []
    colons = [at for at in range(first, begin) if passage.lows[at] == ":"] if passage.rules["mood"] else []
    if colons and in_mood(passage, colons[-1] + 1, begin):  # he hits back: the party be wrong, he says
        first = colons[-1] + 1
    parts = [Told(first, end_of_told(passage, first, begin), saying, "before")]
    after = passage.lows[end + 1] if rest else ""
    if rest and not is_relative(after, passage.rules) and not after.endswith(passage.rules.lists["gerunds"]):
        parts.append(Told(end + 1, hi, saying, "around"))
    return parts


def _is_parted(passage: Passage, first: int, begin: int, end: int, hi: int) -> bool:
    """Whether a clause has its verb behind who says it: The snow, said X, will melt; not of a heading's one word."""
    ends = passage.rules.lists["finite"] if passage.rules.has_cases and not passage.rules.verb_last else ()
    before, behind = passage.lows[first:begin], passage.lows[end:hi]
    return bool(ends) and not any(low.endswith(ends) for low in before) and any(low.endswith(ends) for low in behind)


def _is_time_or_place(passage: Passage, first: int, hi: int) -> bool:
    """Whether nothing but when or where it was said stands behind a speaker: sagte Lee, am Montag in Bonn."""
    rules = passage.rules
    if not rules.capitals or passage.lows[first] not in rules["prepositions"]:
        return False
    small = rules["prepositions"] | rules["articles"] | rules["adverbs"]
    return all(passage.lows[at] in small or passage.words[at][0].isupper() for at in range(first, hi))
