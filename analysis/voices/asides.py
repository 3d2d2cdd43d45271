"""Asides between somebody and the verb: "X, a strategist, said", "X - a nurse - said", "X, star of “Scandal,” said"."""

from __future__ import annotations

from analysis.people.titles import ROLES, TITLES
from analysis.voices.closing import locate_past_adverbs
from analysis.voices.finite_verbs import finite_verbs, holds_verb
from analysis.voices.lines import Line, is_short_run
from analysis.voices.phrases import DAYTIMES, REACH, WALLS, phrase_before
from analysis.voices.regions import is_region
from analysis.voices.several import find_capitals_end
from analysis.voices.tokens import QUOTE
from analysis.words.classes import (
    DETERMINERS,
    MAKERS,
    MONTHS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
)

CONTRASTING = frozenset(["while", "whereas", "although", "though", "because"])
FOCUSING = frozenset(["even", "only", "just", "also"])  # Even the Post, no friend of his, has said
COUNTED = frozenset(["first", "last", "next", "second"])  # First Harbour, a bank, said
SINCE = frozenset(["after", "before", "since"])
LATELY = frozenset(["late", "early", "earlier", "later", "last", "this", "next"])  # Late Monday, [Lund, a nurse, said]
DASHES = frozenset(["-", "–", "—", "--"])
RELATED = frozenset(["that", "which", "who"])  # the agency that certifies lifts, ...; but: in which her aide, ...
DISTANT = frozenset(["which", "whom"])  # behind which somebody else acts
OPENING = frozenset(["who", "whose", "a", "an", "the", "now", "then", "once", "one"])  # with which an aside begins
ENDING = frozenset([",", ".", ";", ":", QUOTE])
LONG = 16  # tokens of an aside that begins with "while" or "who"
SHORT = 5  # letters of a title that ends in a stop
LONGEST = 40  # characters of a title or a name in marks


def phrase_over_asides(line: Line, comma: int, lo: int) -> tuple[int, int]:
    """Find "X, a strategist, who ..., [said]": back over the asides to the words that they belong to."""
    floor = max(lo, comma - REACH)
    stops = [comma]
    while len(stops) < 6:
        before = stops[-1] - 1
        while before > floor and line.lows[before] != "," and _in_aside(line, before):
            if line.lows[before] in ("and", "but") and line.lows[before - 1] == QUOTE:
                before = floor  # called it "..." and a union leader, Des Kane, ...
                break
            before -= 1
        if before <= floor or line.lows[before] != "," or _joins_clauses(line, before, floor):
            break
        if _is_distant(line, before + 1, stops[-1]):
            return (before + 2, comma)  # the report, which [the leader, Sam Ito, dismissed]
        stops.append(before)
    for stop in reversed(stops):
        first, _last = phrase_before(line, stop, lo)
        while first > lo + 1 and line.lows[first - 1] in RELATED and not _acts_within(line, first - 1):
            relative, end = phrase_before(line, first - 1, lo)  # the agency that certifies lifts, ...
            if relative < 0 or end < first - 1:
                break
            first = relative
        if first >= 0 and (named := _find_behind_time(line, first, stop, lo)) >= 0:
            return (named, comma)
        begins = first >= 0 and line.words[first][0].isalnum() and not is_region(line, first, stop)
        if begins and not _is_fronted(line, first, stop, lo):
            return (first - (first == lo + 1 and line.lows[lo] == "that"), comma)
    return phrase_before(line, comma, lo)


def _acts_within(line: Line, relative: int) -> bool:
    """Tell "a piece in which [her aide, Tom Holt, said]" from "the author of that report, Tom Holt"."""
    return line.lows[relative] == "which" and line.lows[relative - 1] in PREPOSITIONS


def find_distant_relative(line: Line, comma: int, lo: int) -> int:
    """Find the "which" whose clause somebody else acts in: "The report, [which] the leader, Sam Ito, called"; else -1.

    comma: the last one before its verb.
    """
    for at in range(comma - 1, max(lo, comma - REACH), -1):
        if line.lows[at] in DISTANT:
            return at if line.words[at - 1] == "," and _is_distant(line, at, comma) else -1
        if line.lows[at] != "," and not _in_aside(line, at):
            break
    return -1


def _is_distant(line: Line, at: int, comma: int) -> bool:
    """Tell "which the leader," and "whom Al Mott," from "which oversees the port,"."""
    if line.lows[at] not in DISTANT or at + 1 >= comma:
        return False
    opens = line.words[at + 1][0].isupper() or line.lows[at + 1] in DETERMINERS
    return opens and not holds_verb(line, at + 1, comma)


def step_over_aside(line: Line, at: int, hi: int) -> int:
    """Step over what is said of somebody between commas: "the minister, Ann Lee, [said]", "Lund, who left, [said]"."""
    if not 0 < at < hi - 2 or line.words[at] != ",":
        return at
    end = (
        find_capitals_end(line, at + 1, hi)
        if line.words[at + 1][0].isupper()
        else at + 1 + line.words[at + 1].isdigit()
    )
    if end == at + 1 and line.lows[end] in OPENING and line.words[at - 1][0].isupper():
        end = next((here for here in range(end, min(hi, end + LONG)) if line.words[here] in ENDING), end)
    return end + 1 if at + 1 < end < hi and line.words[end] == "," else at


def _joins_clauses(line: Line, comma: int, floor: int) -> bool:
    """Tell a comma before another clause from one of an aside: "would not comment, but [a clerk, Mina Lee, said]"."""
    if line.lows[comma + 1] in CONTRASTING and line.words[comma - 1][0].isalnum():
        stop = next((at for at in range(comma + 2, comma + LONG) if line.lows[at : at + 1] in ([","], [])), comma)
        low = line.lows[comma + 2]
        doing = stop == comma + 2 or low.endswith("ing") or low in PREPOSITIONS
        if stop > comma and doing:
            return False  # Lund, while walking home, said
    low = line.lows[comma + 1]
    if low in ("and", "but") and line.lows[comma + 2] in RELATIVES:
        return False  # Lund, who left early, and who has not come back, said
    return low in ("but", "yet", "while", "although", "though") or (low == "and" and holds_verb(line, floor, comma))


def _in_aside(line: Line, at: int) -> bool:
    low = line.lows[at]
    ranged = low == "–" and line.words[at - 1].isdigit() and line.words[at + 1 : at + 2] > [""]  # May 16–20
    return low not in WALLS or low in ("(", ")") or ranged or (low == QUOTE and is_short_run(line, at))


def _is_fronted(line: Line, first: int, stop: int, lo: int) -> bool:
    """Tell "In an interview, ..." and "Speaking in Iowa, ..." from a subject, which ends before a comma.

    So may a subject behind "while": "while Lee, speaking later, [said]".
    """
    at = first
    while at > lo and line.lows[at - 1] != "," and line.lows[at - 1] not in WALLS:
        at -= 1
    low = line.lows[at]
    doing = low.endswith("ing") and line.words[at + 1][0].islower()  # Speaking in Iowa; no Nihalsing Rathod
    doing = doing and line.lows[at + 1] not in ROLES  # Ranking member Lund, who left, said
    opens = low in CONTRASTING and at + 1 == first and not line.lows[first].endswith("ing")
    if opens and not holds_verb(line, first, stop):
        return False
    if low == "as" and at + 1 == first and _is_name(line, first, stop):
        return False  # As Ann Lee, a former aide, put it
    pointing = low == "that" and at + 1 == first  # That letter, on grey paper, demanded
    timed = at < first and line.lows[first - 1] in SINCE  # Two days after the storm, ...
    asked = at < first and at == lo and low in finite_verbs()  # Asked whether she would go, ...
    timed = timed or (low in LATELY and (line.lows[stop - 1] in MONTHS or line.lows[stop - 1] in DAYTIMES))
    return (
        low in PREPOSITIONS
        or (low == "ahead" and line.lows[at + 1] == "of")
        or asked
        or (low in SUBORDINATORS and not pointing)
        or doing
        or timed
        or (is_adverb(low) and low not in FOCUSING and not (at + 1 == first and _is_name(line, first, stop)))
    )


def _find_behind_time(line: Line, first: int, stop: int, lo: int) -> int:
    """Find who acts behind the time that opens a clause: "On Monday [Ann Lee], a nurse, said"; -1 if none does."""
    at = first
    while at > lo and line.lows[at - 1] != "," and line.lows[at - 1] not in WALLS:
        at -= 1
    named = locate_past_adverbs(line, at, stop)
    described = line.lows[stop + 1 : stop + 2] and line.lows[stop + 1] in OPENING
    if at == named or named >= stop or not described or not _is_name(line, named, stop):
        return -1
    lone = line.lows[at] if named == at + 1 else ""
    return at if lone in COUNTED else -1 if lone in FOCUSING else named


def _is_name(line: Line, first: int, stop: int) -> bool:
    """Tell "Ann Lee" and "the paper's Ann Lee" from an office: "As mayor, ...", "As Secretary of State, ..."."""
    first += line.lows[first] in DETERMINERS
    words = line.words[first:stop]
    owned = next((at for at, word in enumerate(words) if word.endswith(("'s", "’s"))), -1)
    named = all(word[0].isupper() or word == "." for word in words[owned + 1 :])
    return len(words) > owned + 1 and named and line.lows[stop - 1] not in ROLES | TITLES


def find_aside_start(line: Line, dash: int, lo: int) -> int:
    """Find the dash with which an aside begins that ends in one; -1 if there is none."""
    for at in range(dash - 2, max(lo, dash - REACH), -1):
        if line.lows[at] in DASHES:
            return at
        if line.lows[at] in (QUOTE, ";", ":") or (line.words[at] == "." and not _is_short(line, at - 1)):
            break
    return -1


def _is_short(line: Line, at: int) -> bool:
    """Tell the stop of Sens. and of R. from one that ends a sentence."""
    return line.words[at][0].isupper() and len(line.words[at]) <= SHORT


def find_aside_of_run(line: Line, token: int, lo: int) -> int:
    """Find the comma of an aside that ends in a quoted run: "Lund, star of “Scandal,” [thanked]"; -1 if it is none."""
    run = line.runs.get(token)
    made = token > lo + 1 and line.lows[token - 1] == "of" and line.lows[token - 2] in MAKERS
    if run is None or line.text[run.start : run.end].rstrip("'’")[-1:] != ",":
        return -1
    if run.end - run.start > LONGEST and not made:
        return -1  # he “has led us for years,” said X
    for at in range(token - 1, max(lo, token - REACH), -1):
        if line.words[at] == ",":
            return at if line.words[at - 1][0].isalnum() else -1
        titled = line.lows[at] == QUOTE and line.lows[at + 1] == "and"  # the author of "X" and "Y,"
        if (line.lows[at] in WALLS and not titled) or line.words[at] == ".":
            break
    return -1
