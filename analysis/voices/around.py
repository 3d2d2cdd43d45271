"""Clauses that a cue stands behind or within: "[It rains], X said", "[If it rains], X said, [they stay]"."""

from __future__ import annotations

from analysis.voices.closing import is_closing, locate_past_hearer
from analysis.voices.complements import CLAUSAL, is_clause
from analysis.voices.cues import Attribution
from analysis.voices.direct import STATES
from analysis.voices.ends import strip_stops
from analysis.voices.finite_verbs import count_finite, holds_verb, is_verb
from analysis.voices.lines import Line
from analysis.voices.nobody import is_time
from analysis.voices.phrases import NOWHERE
from analysis.voices.phrases_behind import phrase_from
from analysis.voices.reported import Reported
from analysis.voices.several import find_capitals_end
from analysis.voices.things import names_no_speaker
from analysis.voices.tokens import QUOTE
from analysis.words.classes import CONJUNCTIONS, MONTHS, PREPOSITIONS, SUBORDINATORS, is_adverb

JOINING = CONJUNCTIONS | {"although", "though"}  # But as X noted, ...
GIVING = frozenset({"speech", "evidence", "hearer"})
FINITE = frozenset(["past", "third", "base", "participle"])
ASKING = frozenset(["whether", "what", "how", "why", "who"])  # with which a clause that acts may begin
LATE = frozenset(["after", "before", "when", "while", "until", "since", "because", "if"])
LATENESS = frozenset(["not", "long", "late", "early", "days", "weeks", "months", "years", "minutes", "hours", ","])
FEW = 5  # tokens, of which a clause has more: Six months ago
MOST = 12  # tokens of an aside behind a cue


def find_around(line: Line, lo: int, hi: int, attributions: list[Attribution], tied: set[int]) -> list[Reported]:
    """Take the clause before "..., X said." and those on both sides of "..., X said, ..."."""
    for attribution in attributions:
        if attribution.first not in tied and attribution.subject != NOWHERE:
            parts = _around(line, lo, hi, attribution)
            if parts is not None:
                return parts
    return []


def _around(line: Line, lo: int, hi: int, attribution: Attribution) -> list[Reported] | None:
    """Take what stands around one cue; None if it stands behind or within nothing."""
    begin, after = attribution.begin, locate_past_hearer(line, max(attribution.last, attribution.subject[1]), hi)
    infinitive = attribution.cue.form == "base" and line.lows[attribution.first - 1] == "to"
    opening = -1 if infinitive else _find_as(line, lo, begin)
    if opening >= lo and (parts := _beside_as(line, lo, opening, after, hi, attribution)):
        return parts
    if begin <= lo + 1 or attribution.passive or infinitive:  # Lee said that there was nothing to report
        return None
    if attribution.inverted and (split := _around_inverted(line, lo, begin, after, hi)):
        return [Reported(*part, attribution, "around") for part in split]
    pending = not attribution.inverted and _is_pending(line, lo, begin - 1)
    after = _locate_past_place(line, after, hi) if pending else after
    if not _is_parenthesis(line, begin, after, hi, attribution):
        return None
    goes_on = not attribution.inverted and after + 1 < hi and line.words[after] == ","
    goes_on = goes_on and (pending or not line.lows[after + 1].endswith("ing"))
    first = _whole_clause_start(line, lo, begin, goes_on and line.lows[after + 1] != QUOTE)
    short = begin <= lo + 3  # But, he said, ...
    if short and not (after + 2 < hi and line.words[after] == "," and not attribution.inverted):
        return None
    parted = goes_on and short and _is_subject(line, lo, begin - 1, after + 1, hi)
    parts = [] if short and not parted else [Reported(lo if parted else first, begin - 1, attribution, "before")]
    if goes_on:
        parts.append(Reported(after + 1, strip_stops(line, after + 1, hi), attribution, "around"))
    said = [one for one in parts if not all(low == QUOTE for low in line.lows[one.first : one.last])]
    return said or None  # in "Asked whether it rained, he said, "Yes."" the cue stands around nothing


def _is_pending(line: Line, first: int, last: int) -> bool:
    """Tell "If it rains" and "While it may rain", behind which the main clause comes, from "If it rains, I stay"."""
    while first < last and line.lows[first] in CONJUNCTIONS:
        first += 1
    if line.lows[first] not in SUBORDINATORS:
        return False
    comma = next((at for at in range(first, last) if line.lows[at] == ","), last)
    return holds_verb(line, first, comma) and not _has_main_part(line, comma, last)


def _locate_past_place(line: Line, at: int, hi: int) -> int:
    """Step over where somebody says it: If it rains, he said [in a letter to Kent], they stay."""
    if at >= hi or line.lows[at] not in PREPOSITIONS:
        return at
    comma = next((here for here in range(at, min(hi, at + MOST)) if line.words[here] == ","), at)
    return at if count_finite(line, at, comma) else comma


def _is_subject(line: Line, first: int, last: int, behind: int, hi: int) -> bool:
    """Tell "[The plan], he said, [is dead]", whose verb stands behind the cue, from "But, he said, it is dead"."""
    return behind < hi and is_verb(line, behind) and phrase_from(line, first, hi) == (first, last)


def _find_as(line: Line, lo: int, begin: int) -> int:
    """Find the "as" of "As X said, ...", "..., as X first said, ...", "But as X said, ..."; -1 if there is none.

    begin: where its clause begins.
    """
    at = begin - 1 - (begin > lo + 1 and is_adverb(line.lows[begin - 1]))
    if at < lo or line.lows[at] != "as":
        return -1
    return at if at == lo or line.lows[at - 1] == "," or line.lows[at - 1] in JOINING else -1


def _is_apart(line: Line, attribution: Attribution) -> bool:
    """Tell "as it has mended the pier, which opened in May and said" from "as X, a nurse, said"."""
    end = attribution.subject[1]
    return attribution.first - end >= FEW and line.words[end][0].isalnum()


def _beside_as(line: Line, lo: int, at: int, after: int, hi: int, attribution: Attribution) -> list[Reported]:
    """Read "[It rained], as X noted in May" and "As X noted in May, [it rains]".

    at: the "as"; after: the token behind cue and speaker.
    """
    if not (attribution.cue.kinds & GIVING and attribution.cue.form in FINITE) or _is_apart(line, attribution):
        return []
    comma = next((here for here in range(after, min(hi, after + MOST)) if line.lows[here] == ","), hi)
    if not is_closing(line, after, comma, attribution):
        return []
    before = at > lo and line.words[at - 1] == "," and line.lows[at - 2] != "that"  # given that, as X said, it fell
    first = _whole_clause_start(line, lo, at, False) if before else at
    parts = [Reported(first, at - 1, attribution, "before")] if first < at - 1 and holds_verb(line, first, at) else []
    parted = before and comma + 1 < hi and _is_subject(line, lo, at - 1, comma + 1, hi)
    if parted:
        parts = [Reported(lo, at - 1, attribution, "before")]
    if comma + 1 < hi and line.lows[comma + 1] != QUOTE and (parted or not parts):
        parts.append(Reported(comma + 1, strip_stops(line, comma + 1, hi), attribution, "around"))
    return parts


def _is_parenthesis(line: Line, begin: int, after: int, hi: int, attribution: Attribution) -> bool:
    """Tell a cue that stands behind a clause and its comma and governs nothing itself."""
    if line.lows[begin - 1] != "," or attribution.cue.form in ("ing", "participle", *STATES):
        return False
    if not attribution.cue.kinds & CLAUSAL or line.lows[begin - 2] == QUOTE:
        return False
    end = attribution.subject[1]
    if not attribution.inverted and line.lows[end : attribution.first] in ([",", "which"], [",", "who"]):
        return False  # It is, however, a club of members, which writes the rules
    told = attribution.cue.form == "past" or (attribution.inverted and attribution.cue.form != "phrase")
    told = told and attribution.cue.lemma != "say"
    if told and names_no_speaker(line, *attribution.subject):
        return False  # Ann Lund, a nurse, wrote a sharp warning; the pier closed, a plan announced in May
    asked = attribution.cue.lemma == "ask" and "about" in line.lows[after : after + MOST]
    return is_closing(line, after, hi, attribution) and not asked  # asked Lund about it


def _whole_clause_start(line: Line, lo: int, begin: int, inside: bool) -> int:
    """Find where the clause before "he said" begins; begin where there is none."""
    first = lo
    while first < begin and (line.lows[first] in CONJUNCTIONS or line.words[first] == "("):
        first += 1
    whole = _is_whole_clause(line, first, begin - 1, inside)
    return first if whole else begin  # In Iowa, he said ...; As rain fell, he said: ...


def _around_inverted(line: Line, lo: int, begin: int, after: int, hi: int) -> list[tuple[int, int]]:
    """Read "[The strike], said its leader, Jan Kos, [would go on]": what stands around, if a verb goes on behind."""
    if line.lows[begin - 1] != "," or after >= hi or line.words[after] != ",":
        return []
    if after + 1 < hi and line.words[after + 1][0].isupper():
        after = find_capitals_end(line, after + 1, hi)  # ..., Jan Kos, ...
    goes_on = after + 2 < hi and line.words[after] == "," and is_verb(line, after + 1)
    if not goes_on or "," in line.words[lo : begin - 1] or holds_verb(line, lo, begin - 1):
        return []
    return [(lo, begin - 1), (after + 1, strip_stops(line, after + 1, hi))]


def _is_whole_clause(line: Line, first: int, last: int, inside: bool) -> bool:
    """Tell what is said before "he said": "It rains", "If it rains, they stay", but not "In May" and "As rain fell".

    inside: the cue stands inside of what is said: "If it rains, he said, they stay".
    """
    low = line.lows[first]
    comma = next((at for at in range(first, last) if line.lows[at] == ","), last)
    fronted = low in PREPOSITIONS or low in MONTHS or (comma < last and is_time(line, first, comma))
    if fronted and not _has_main_part(line, comma, last) and not holds_verb(line, first, comma):
        return False
    if last - first < FEW and not inside and not holds_verb(line, first, last):
        return False
    if inside:
        return True
    if low == "that" and (line.words[first] == "That" or is_verb(line, first + 1) or is_clause(line, first + 1, last)):
        return True  # That is true; That rule was old
    if low in ASKING and count_finite(line, first, last) > 1:
        return True  # What he wants is peace; Whether it rains is open
    if low in SUBORDINATORS or _opens_late(line, first, last):
        return _has_main_part(line, comma, last)
    if low == "asked":
        return comma < last
    if low.endswith("ing") and len(low) > 5:
        return comma < last or count_finite(line, first + 1, last) > 0  # Seeing the sea made her cry
    return True


def _opens_late(line: Line, first: int, last: int) -> bool:
    """Tell "Just before it rained", "Not long after Lee left" and "Quite late, when he fell" from a main clause."""
    at = first
    while at < last and (is_adverb(line.lows[at]) or line.lows[at] in LATENESS):
        at += 1
    return first < at < last and line.lows[at] in LATE


def _has_main_part(line: Line, comma: int, last: int) -> bool:
    """Tell "As a nurse, [Ms. Gil likely knew the ward]" from "In Ohio, on Monday" and "In May, as rain fell"."""
    for at in (at + 1 for at in range(comma, last - 1) if line.lows[at] == ","):
        counted = line.words[at + 1][0].isdigit()  # In Kent, around 90 boats sank
        main = counted or (line.lows[at] not in PREPOSITIONS and line.lows[at] not in SUBORDINATORS)
        if main and (last - at >= FEW or is_clause(line, at, last)):
            return True
    return False
