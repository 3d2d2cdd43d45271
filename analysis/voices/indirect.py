"""Indirect speech: the clause that a reporting verb governs, without the cue."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress

from analysis.voices.announced import LABEL, ON, find_on_topic
from analysis.voices.closing import is_closing
from analysis.voices.complements import CLAUSAL, locate_complement
from analysis.voices.cues import Attribution, Cue
from analysis.voices.direct import STATES, Spoken
from analysis.voices.ends import is_finite, locate_clause_end, locate_object_end, locate_wish_end, strip_stops
from analysis.voices.finite_verbs import holds_verb, is_verb
from analysis.voices.lines import Line
from analysis.voices.phrases import NOWHERE, phrase_from
from analysis.voices.several import find_capitals_end
from analysis.voices.subjects import subject_before
from analysis.voices.tokens import QUOTE
from analysis.words.classes import (
    CONJUNCTIONS,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
    is_page_part,
)

LOOSE = frozenset({"object", "clause", "order", "question"})  # forms that a cue beside a quotation does not have
VAGUE = frozenset({"object", "to", "order", "wish"})  # forms that say nothing without a speaker
NEGATED = frozenset(["not", "n't", "didn't", "didn’t", "never", "doesn't", "doesn’t"])
FEW = 5  # tokens, of which a clause has more: Six months ago
REFUSED = frozenset(["respond to", "comment on", "respond", "comment"])
MOST = 12  # tokens of an aside behind a cue
FRONTING = frozenset(["when", "if", "after", "once", "while", "being", "repeatedly", "again"])  # when asked whether


CLAUSE_OPENING = DETERMINERS | (PERSONAL - {"who", "which"}) | {"there"}
CONTRASTED = frozenset(["but", "while", "whereas", "though", "although", "yet"])
CREDITING = frozenset(["source", "sources", "credit", "credits", "via"])
CONTRASTING = frozenset(["while", "although", "though"])  # While X hopes to win, [his rivals ...]
FRONTED = frozenset(["while", "although", "though", "if", "when", "as", "because", "after", "since", "once", "unless"])


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
    if form in VAGUE and is_nobodys(line, attribution):
        return None
    if form == "object":
        end = locate_object_end(line, start, hi, later)
        if end == start + 1 and any(one.first == start and one.cue.form == "noun" for one in later):
            return None  # expressed hope that ...: what is hoped
        clausal = attribution.cue.kinds & {"speech", "thought"} and attribution.cue.form not in STATES
        if clausal and end < hi and is_finite(line, end, hi):
            form = "clause"  # admitted the plan had failed
    if form == "object" and all(map(is_adverb, line.lows[start:end])):
        return None  # fired back forcefully
    if form == "wish":
        find_end = locate_object_end if attribution.cue.form in ("noun", "matter") else locate_wish_end
        end = find_end(line, start, hi, later)
    elif form != "object":
        end = locate_clause_end(line, start, hi, later, after)
    return Reported(start, end, attribution, form)


def _undergone(line: Line, lo: int, attribution: Attribution) -> Reported | None:
    """Read "[The plan] was criticised by X": what was criticised is what X spoke about."""
    if not attribution.passive or attribution.subject[0] <= attribution.first or "stance" not in attribution.cue.kinds:
        return None
    first, last = subject_before(line, attribution.first, lo, [])
    if first < lo or line.lows[first] in PERSONAL or line.lows[first] in ("who", "which", "that"):
        return None
    return Reported(first, last, attribution, "object")


def is_nobodys(line: Line, attribution: Attribution) -> bool:
    """Tell "if you want to know" and "did not respond to a request", in which nobody says or wants anything."""
    first, last = attribution.subject
    if last - first == 1 and line.lows[first] == "you":
        return True
    refused = attribution.cue.lemma in REFUSED
    return refused and not NEGATED.isdisjoint(line.lows[max(last, attribution.first - 4) : attribution.first])


def _main_clause(line: Line, start: int, hi: int, attribution: Attribution) -> int:
    """Return where the main clause begins after one before it: "Asked whether she would go, [Ann Lee said ...]"."""
    after_verb = _is_relative(line, attribution)
    if not after_verb and not _is_fronted(line, attribution):
        return hi
    opened = line.lows[attribution.begin - 1] if attribution.begin else ""
    for comma in compress(range(start + 1, hi - 1), map(",".__eq__, line.lows[start + 1 : hi - 1])):
        if opened in CONTRASTING and (line.lows[comma + 1] in DETERMINERS or line.lows[comma + 1] in PERSONAL):
            return comma
        last = comma + 1 if after_verb else _past_aside(line, phrase_from(line, comma + 1, hi)[1], hi)
        while comma < last < hi and is_adverb(line.lows[last]):
            last += 1
        if (
            (comma + 1 < last or after_verb)
            and last < hi
            and is_verb(line, last)
            and not line.lows[last].endswith("ing")
        ):
            return comma
    return hi


def _past_aside(line: Line, at: int, hi: int) -> int:
    """Step over a name or an age between commas: "the minister, Ann Lee, [said]"."""
    if not 0 < at < hi - 2 or line.words[at] != ",":
        return at
    end = (
        find_capitals_end(line, at + 1, hi)
        if line.words[at + 1][0].isupper()
        else at + 1 + line.words[at + 1].isdigit()
    )
    return end + 1 if at + 1 < end < hi and line.words[end] == "," else at


def _is_fronted(line: Line, attribution: Attribution) -> bool:
    """Tell whether a cue stands in a clause before its main clause: "While X hopes that", "By saying that"."""
    before = line.lows[attribution.first - 1] if attribution.first else "."
    opening = line.words[attribution.first][0].isupper()
    if attribution.cue.form == "ing":
        return opening or (before in PREPOSITIONS and line.words[attribution.first - 1][0].isupper())
    if attribution.cue.form in ("past", "participle") and (attribution.passive or attribution.subject == NOWHERE):
        return before in FRONTING or opening
    begin = attribution.begin
    return begin > 0 and line.lows[begin - 1] in FRONTED and line.words[begin - 1][0].isupper()


def _is_relative(line: Line, attribution: Attribution) -> bool:
    """Tell "Lee, who hopes to stay, ..."."""
    first, last = attribution.subject
    between = line.lows[last : attribution.first]
    return 0 <= first < last < attribution.first and between[0] == "," and between[1:2] in (["who"], ["which"])


def headline(line: Line) -> Reported | None:
    """Read a heading "Peskov: talks are near" as Peskov's words."""
    colon = next((at for at in range(1, min(len(line.words), LABEL)) if line.words[at] == ":"), -1)
    rest = len(line.words) - colon - 1
    if colon < 0 or rest < 3 or rest > 30 or line.words[-1] == ":" or line.words[colon + 1] == QUOTE:
        return None
    topic = find_on_topic(line, 0, colon)
    first, last = topic or phrase_from(line, 0, colon)
    if (
        first != 0
        or (last != colon and not topic and line.lows[last] not in ON)
        or not line.words[last - 1][0].isupper()
        or is_page_part(line.lows[:colon])
        or (line.lows[0] in CREDITING and not holds_verb(line, colon + 1, len(line.words)))  # Source: The Harbour Post
    ):
        return None
    attribution = Attribution(colon, colon + 1, (first, last), Cue(":", "other", frozenset({"speech"})))
    return Reported(colon + 1, strip_stops(line, colon + 1, len(line.words)), attribution, "headline")


def _parenthesis(line: Line, lo: int, hi: int, attributions: list[Attribution], tied: set[int]) -> list[Reported]:
    """Take the clause before "..., X said." and those on both sides of "..., X said, ..."."""
    for attribution in attributions:
        if attribution.first in tied or attribution.subject == NOWHERE:
            continue
        begin, after = attribution.begin, max(attribution.last, attribution.subject[1])
        if begin == lo + 1 and line.lows[lo] == "as" and (part := _after_as(line, after, hi, attribution)):
            return [part]
        if begin <= lo + 1 or attribution.passive or _is_infinitive(line, attribution):
            continue
        if attribution.inverted and (split := _around_inverted(line, lo, begin, after, hi)):
            return [Reported(*part, attribution, "around") for part in split]
        if (
            line.lows[begin - 1] != ","
            or attribution.cue.form in ("ing", "participle", *STATES)
            or not attribution.cue.kinds & CLAUSAL
        ):
            continue
        if line.lows[begin - 2] == QUOTE or not is_closing(line, after, hi, attribution):
            continue
        first = lo
        while first < begin and line.lows[first] in CONJUNCTIONS:
            first += 1
        inside = not attribution.inverted and after + 1 < hi and line.words[after] == ","
        inside = inside and line.lows[after + 1] != QUOTE and not line.lows[after + 1].endswith("ing")
        if not _is_whole_clause(line, first, begin - 1, inside):
            first = begin  # In Iowa, he said ...; As rain fell, he said: ...
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
            parts.append(Reported(after + 1, strip_stops(line, after + 1, hi), attribution, "around"))
        return parts
    return []


def _is_infinitive(line: Line, attribution: Attribution) -> bool:
    """Tell "Lee said that there was nothing [to report]", which stands beside nothing."""
    return attribution.cue.form == "base" and line.lows[attribution.first - 1] == "to"


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
    fronted = low in PREPOSITIONS and not _has_main_part(line, first, last)
    if (fronted or (last - first < FEW and not inside)) and not holds_verb(line, first, last):
        return False
    if inside:
        return True
    if low in SUBORDINATORS or low == "asked" or (low.endswith("ing") and len(low) > 5):
        return "," in line.lows[first:last]
    return True


def _has_main_part(line: Line, first: int, last: int) -> bool:
    """Tell "As a nurse, [Ms. Gil likely knew the ward]" from "In Ohio, on Monday"."""
    comma = next((at for at in range(first, last) if line.lows[at] == ","), last)
    return last - comma > FEW and line.lows[comma + 1] not in PREPOSITIONS


def _after_as(line: Line, after: int, hi: int, attribution: Attribution) -> Reported | None:
    """Read "As X noted in May, [it rains]": the main clause behind a comma is what X said."""
    comma = next((at for at in range(after, min(hi, after + MOST)) if line.lows[at] == ","), -1)
    said = attribution.cue.kinds & {"speech", "evidence", "hearer"} and attribution.cue.form in (
        "past",
        "third",
        "base",
        "participle",
    )
    if comma < 0 or comma + 1 >= hi or not said or not is_closing(line, after, comma, attribution):
        return None
    if line.lows[comma + 1] == QUOTE:
        return None
    return Reported(comma + 1, strip_stops(line, comma + 1, hi), attribution, "around")


def _according(line: Line, lo: int, hi: int, attributions: list[Attribution], tied: set[int]) -> list[Reported]:
    """Read "According to X, ...", "..., according to X" and "..., according to X, ..."."""
    phrases = [] if tied else [one for one in attributions if one.cue.form == "phrase"]
    if not phrases:
        return []
    attribution = phrases[0]
    after, before = attribution.subject[1], attribution.first - 1
    others = [one for one in attributions if one.first < before and one.subject != NOWHERE]
    if others and "that" in line.lows[max(lo, before - 1) : attribution.first]:
        return []  # X reported that, according to Y, ...: what X reported
    comma = next((at for at in range(after, hi) if line.lows[at] == ","), hi)
    parts = []
    if attribution.first > lo + 2:
        parts.append(Reported(lo, strip_stops(line, lo, attribution.first), attribution, "according"))
    between = after < hi and line.lows[after] == "," and line.lows[before] == ","
    between = between and comma + 1 < hi
    whole = between and not (line.lows[comma + 1] in CONJUNCTIONS or is_finite(line, comma + 1, hi))
    if attribution.first <= lo + 2 or (between and not (whole and holds_verb(line, lo, before))):
        bare = attribution.first <= lo + 2 and after < comma and line.lows[after] in CLAUSE_OPENING
        bare = bare and holds_verb(line, after, comma)  # According to X the ship was lost
        start = after if bare else comma + 1
        parts.append(
            Reported(
                start, strip_stops(line, start, _other_clause(line, start, hi, attributions)), attribution, "according"
            )
        )
    return parts


def _other_clause(line: Line, start: int, hi: int, attributions: list[Attribution]) -> int:
    """Return where somebody else's clause begins behind what is so according to X: ", but Y says ..."."""
    others = {one.begin for one in attributions if one.subject != NOWHERE and one.first > start}
    commas = (at for at in range(start, hi - 2) if line.words[at] == "," and line.lows[at + 1] in CONTRASTED)
    return next((at for at in commas if at + 2 in others), hi)
