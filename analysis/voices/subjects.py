"""Who acts: the subject of a verb, before it, behind it, or of the verb that it hangs on."""

from __future__ import annotations

from analysis.voices.cues import Attribution, Cue
from analysis.voices.heads import find_head
from analysis.voices.lines import Line
from analysis.voices.phrases import (
    DAYTIMES,
    MONTH_NAMES,
    NOWHERE,
    PERSONS,
    REACH,
    WALLS,
    clause_subject,
    contracted,
    holds_verb,
    is_ly_name,
    is_verb,
    phrase_before,
    phrase_from,
    phrase_over_asides,
)
from analysis.voices.tokens import QUOTE
from analysis.words.classes import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    HELPERS,
    MONTHS,
    NEGATIONS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
)

DASHES = frozenset(["-", "–", "—", "--"])
HANGING = frozenset(["about", "against", "over", "under", "between", "among", "regarding", "into", "near", "inside"])
SHOWING = frozenset(  # showed Roth shouting
    [
        *("show", "shows", "showed", "showing", "hear", "hears", "heard", "hearing", "see", "sees", "saw", "caught"),
        *(
            "films",
            "filmed",
            "records",
            "recorded",
            "captures",
            "captured",
            "features",
            "featured",
            "depicts",
            "depicted",
        ),
    ]
)
LASTING = frozenset(["over", "during", "in", "at", "on", "through", "throughout"])  # the weekend
APPOSING = frozenset(
    [
        "a",
        "an",
        "the",
        "who",
        "whose",
        "another",
        "one",
        "with",
        "of",
        "in",
        "at",
        "his",
        "her",
        "its",
        "director",
        "chief",
        "president",
        "former",
    ]
)


def left_of(line: Line, at: int, lo: int) -> int:
    """Step left over adverbs and negations; return the token that stands there."""
    at -= 1
    while at > lo and (
        line.lows[at] in NEGATIONS
        or (is_adverb(line.lows[at]) and line.lows[at] not in ("most", "here") and not is_ly_name(line.words[at]))
    ):
        at -= 1
    return at


def main_subject(line: Line, at: int, lo: int, attributions: list[Attribution]) -> tuple[int, int]:
    """Return who acts in the clause that an infinitive or a participle hangs on."""
    nearest = clause_subject(line, at, lo)
    if nearest[0] > lo and line.lows[nearest[0] - 1] in ("where", "when", "while"):
        return nearest
    for attribution in reversed(attributions):
        if attribution.subject != NOWHERE and not attribution.passive and attribution.cue.kinds & {"speech", "hearer"}:
            return attribution.subject
    return nearest


def subject_of_ing(line: Line, at: int, lo: int, attributions: list[Attribution]) -> tuple[int, int]:
    """Find who is "..., adding that", "by warning", "with Trump yelling"."""
    left = left_of(line, at, lo)
    joined = line.lows[left] in PREPOSITIONS or line.lows[left] in CONJUNCTIONS
    if left > lo and line.lows[left] not in WALLS and line.lows[left] != "," and not joined:
        first, last = phrase_before(line, left + 1, lo)
        if first > lo and line.lows[first - 1] == "with":
            return (first, last)
        for here in range(left, max(lo, left - 12), -1):
            if line.lows[here] == "with" and line.words[here + 1][0].isupper():
                return (here + 1, left + 1)
            if line.lows[here] in SHOWING and here < left and _is_one_phrase(line, here + 1, left + 1):
                return (here + 1, left + 1)
    return main_subject(line, at, lo, attributions)


def _is_one_phrase(line: Line, first: int, last: int) -> bool:
    """Tell whether some tokens are a name, or one noun with its article."""
    named = all(word[0].isupper() or word == "." for word in line.words[first:last])
    return named or (line.lows[first] in DETERMINERS and phrase_from(line, first, last) == (first, last))


def agent(line: Line, last: int, hi: int) -> tuple[int, int]:
    """Find who acts in a passive: described by Comey."""
    for at in range(last, min(hi, last + 8)):
        if line.lows[at] == "by":
            return phrase_from(line, at + 1, hi)
        if line.lows[at] in WALLS or line.lows[at] in (",", "that"):
            break
    return NOWHERE


def subject_before(
    line: Line, at: int, lo: int, attributions: list[Attribution], foreign: bool = False
) -> tuple[int, int]:
    """Find the words before a verb that say who acts: "Kevin Madden, a strategist, [has also] said"."""
    end = _before_verb(line, at, lo)
    end -= foreign and end > lo and line.lows[end - 1] in HELPERS
    if end <= lo:
        return _named_like_month(line, end, at)
    word = line.lows[end - 1]
    if end < at and contracted(word):  # he's always said
        return (end - 1, end)
    if word in ("and", "but", "or", "then"):
        return _subject_of_pair(line, at, end, lo, attributions)
    if word == ",":
        if end - 1 > lo and line.lows[end - 2] == QUOTE:
            return NOWHERE
        found = phrase_over_asides(line, end - 1, lo)
        fronted = found[0] > lo and (
            line.lows[found[0] - 1] in PREPOSITIONS - SUBORDINATORS or is_verb(line, found[0] - 1)
        )
        return clause_subject(line, end - 1, lo) if fronted else _unless_verb(line, found)  # X left in May, said he
    if word in DASHES and (opening := _aside_start(line, end - 1, lo)) > lo:
        return phrase_before(line, opening, lo)  # X - a nurse - said
    if (word in WALLS and word != ")") or word in (".", "-", "'", "’"):
        return NOWHERE
    if word in ("who", "which", "that"):
        stop = end - 1
        stop -= stop > lo and line.lows[stop - 1] == ","
        if stop - 1 > lo and line.lows[stop - 1] in ("himself", "herself"):
            return (stop - 2, stop)
        return _with_name_before(line, phrase_before(line, stop, lo), lo) if stop > lo else NOWHERE
    found = _with_head(line, _phrase_over_reduced(line, end, at, lo), lo)
    return _unless_verb(line, found if found == NOWHERE else find_head(line, found, end, lo))


def _unless_verb(line: Line, phrase: tuple[int, int]) -> tuple[int, int]:
    """Take a phrase unless it is a lone verb: "have wrongly downplayed, ignored or dismissed"."""
    first, last = phrase
    lone = last - first == 1 and line.words[first][0].islower() and line.lows[first].endswith("ed")
    return NOWHERE if lone else phrase


def _aside_start(line: Line, dash: int, lo: int) -> int:
    """Find the dash with which an aside begins that ends in one; -1 if there is none."""
    for at in range(dash - 2, max(lo, dash - REACH), -1):
        if line.lows[at] in DASHES:
            return at
        if line.lows[at] in (QUOTE, ".", ";", ":"):
            break
    return -1


def _with_head(line: Line, phrase: tuple[int, int], lo: int) -> tuple[int, int]:
    """Take what a phrase hangs on by its preposition: "A report about the mayor [said]"."""
    first, last = phrase
    while first > lo + 1 and line.lows[first - 1] in HANGING and line.words[first - 2][0].isalnum():
        begin, end = phrase_before(line, first - 1, lo)
        if begin < 0 or end < first - 1 or line.lows[begin] in PERSONS:
            break
        first = begin
    return first, last


def _with_name_before(line: Line, phrase: tuple[int, int], lo: int) -> tuple[int, int]:
    """Take the name to its apposition: "Jeff Hale, his only ally, [who said]"."""
    first, last = phrase
    if first < lo + 3 or line.words[first - 1] != "," or line.lows[first] not in POSSESSIVES | {"a", "an", "one"}:
        return phrase
    begin, end = phrase_before(line, first - 1, lo)
    named = end - begin > 1 and all(line.words[at][0].isupper() or line.words[at] == "." for at in (end - 2, end - 1))
    return (begin, last) if begin >= 0 and named else phrase


def _phrase_over_reduced(line: Line, end: int, at: int, lo: int) -> tuple[int, int]:
    """Take the noun phrase before a verb, over a participle and what hangs on it: "A letter sent to us [warned]"."""
    found = phrase_before(line, end, lo)
    if found == NOWHERE and (named := _named_like_month(line, end, at)) != NOWHERE:
        return named
    if found != NOWHERE or line.lows[end - 1] in PERSONS:
        return found
    for verb in range(end - 1, max(lo, end - 12), -1):
        low = line.lows[verb]
        if (
            low in WALLS
            or low in (",", ".")
            or low in AUXILIARIES
            or low in SUBORDINATORS - {"than", "after", "before"}
        ):
            break
        if is_verb(line, verb):
            first, last = phrase_before(line, verb, lo)
            return (first, last) if last == verb and line.lows[first] not in PERSONS else NOWHERE
    return NOWHERE


def _named_like_month(line: Line, at: int, hi: int) -> tuple[int, int]:
    """Read the month with which a time before a verb begins as a person: "April [said]"."""
    return (at, at + 1) if at < hi and line.lows[at] in MONTH_NAMES and line.words[at][0].isupper() else NOWHERE


def _subject_of_pair(line: Line, at: int, end: int, lo: int, attributions: list[Attribution]) -> tuple[int, int]:
    """Find who acts in "X went on and said": the subject of the verb of the same form before it."""
    for attribution in reversed(attributions):
        if attribution.subject != NOWHERE and not attribution.passive and attribution.cue.form in ("past", "third"):
            return attribution.subject
    return clause_subject(line, end - 1, lo)


def _before_verb(line: Line, at: int, lo: int) -> int:
    """Step left over auxiliaries and adverbs: return where the subject must end."""
    floor = max(lo, at - REACH)
    while at > floor:
        time = _time_before(line, at, floor)
        if time:
            at -= time
            continue
        low = line.lows[at - 1]
        helps = low in AUXILIARIES and line.words[at - 1][0].islower()  # not Mrs May
        adverb = is_adverb(low) and low not in ("most", "here", "then") and not is_ly_name(line.words[at - 1])
        if not (helps or low in NEGATIONS or adverb):
            break
        at -= 1
    return at


def _time_before(line: Line, at: int, floor: int) -> int:
    """Count the tokens of a time before token `at`: "last week", "late on Monday night", "over the weekend"."""
    lows, first = line.lows, at
    low, before = lows[at - 1], lows[at - 2] if at - 2 >= floor else ""
    if low in DAYTIMES:
        if before in ("last", "this", "next", "that", "earlier") or before in MONTHS:
            first -= 2
        elif before in ("the", "one") and at - 3 >= floor and lows[at - 3] in LASTING:
            return 3
    elif low in MONTHS and line.words[at - 1][0].isupper():
        first -= low != "may" or before in ("in", "last", "late", "early")
    elif low.isdigit() and before in MONTHS:
        first -= 2
    while floor < first < at and lows[first - 1] in ("on", "last", "late", "early", "in"):
        first -= 1
    if floor + 1 < first < at and lows[first - 1] in ("a", "the") and lows[first - 2] in LASTING:
        first -= 2  # during a Sunday
    return at - first


def subject_after(line: Line, at: int, hi: int) -> tuple[int, int]:
    """Find who acts after an inverted verb: said Kevin Madden, a strategist."""
    first = at
    while at < hi and (
        (is_adverb(line.lows[at]) and not is_ly_name(line.words[at]))
        or (line.lows[at] in MONTHS and line.lows[at] != "may")
    ):
        at += 1
    found = phrase_from(line, at, hi)
    if found == NOWHERE and first < at and line.lows[at - 1] in MONTH_NAMES:
        return (at - 1, at)  # said March
    return found


def is_inverted(line: Line, last: int, hi: int, cue: Cue) -> bool:
    """Tell "..., said Ms. Gil, a nurse." from "X, a nurse, said Ms. Gil would come"."""
    if "speech" not in cue.kinds or last >= hi or not (line.words[last][0].isupper() or line.lows[last] in DETERMINERS):
        return False
    first, end = subject_after(line, last, hi)
    if first < 0 or end >= hi:
        return end >= hi
    low = line.lows[end]
    if low == "," and end + 1 < hi:
        if line.lows[end + 1] in BE:  # its scope, said Reed, was ...
            return True
        low = line.words[end + 1]
        if low[0].isupper() and line.lows[last] in DETERMINERS and not holds_verb(line, end + 1, hi):
            return True  # said the mayor, Ann Lee
        return line.lows[end + 1] in APPOSING or low[0].isdigit() or (low[0].islower() and not is_verb(line, end + 1))
    return low in ".!?" or low == "who" or (low in PREPOSITIONS and not holds_verb(line, end, hi))
