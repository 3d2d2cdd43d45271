"""Noun phrases: where the words that name somebody start and end, without a parser."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import compress

from analysis.people.titles import ROLES, TITLES
from analysis.voices.cues import load_cues
from analysis.voices.lines import Line, is_short_run, start_of
from analysis.voices.tokens import QUOTE
from analysis.words.classes import (
    ADVERBS,
    AUXILIARIES,
    BE,
    COMMON_VERBS,
    CONJUNCTIONS,
    DETERMINERS,
    MONTHS,
    NEGATIONS,
    PERSONAL,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
)

CONTRACTION = re.compile("['’]")
REACH = 40  # tokens looked at on either side of a cue
NOWHERE = (-1, -1)
MOST_KEPT = 100_000  # different words of which it is remembered what they can be
WALLS = frozenset(":;—–()[]!?") | {QUOTE, "--", "…", "..."}
INSIDE = frozenset(
    ["of", "for", "from", "at", "in", "with", "on", "to", "de"]
)  # prepositions that a noun phrase may hold
TRAILING = frozenset(["of", "for", "from", "at", "with", "de"])  # ... when it stands after its verb
POINTERS = frozenset(["this", "that", "these", "those", "one"])  # pronouns that are determiners too
PERSONS = PERSONAL - POINTERS
DAYTIMES = frozenset(
    [
        "week",
        "quarter",
        "decade",
        "month",
        "year",
        "night",
        "morning",
        "afternoon",
        "evening",
        "weekend",
        "fall",
        "spring",
        "summer",
        "winter",
    ]
)
SAYING = frozenset(["said", "says", "asked", "told", "wrote", "added"])  # finite behind nearly anything
ARTICLES = frozenset(["the", "a", "an", "his", "her", "its", "their", "our", "my"])  # with which a phrase begins
OPENING = frozenset(["the", "a", "an"])
BEFORE_ARTICLES = PREPOSITIONS | DETERMINERS | CONJUNCTIONS | frozenset(["half", "such", "what", "quite"])
NO_VERB_AFTER = DETERMINERS | PREPOSITIONS | BE
MONTH_NAMES = frozenset(["may", "april", "june", "august", "march"])  # that are names of persons too
CLOSE = frozenset(["close", "loyal", "familiar", "sympathetic", "opposed", "allied", "related"])  # a source close to X


@lru_cache(maxsize=1)
def finite_verbs() -> frozenset[str]:
    """Return the verb forms that end a noun phrase: said, told, argued, went."""
    forms = load_cues().forms
    return COMMON_VERBS | {
        word for word, cue in forms.items() if cue.form == "past" or word in ("says", "tells", "thinks")
    }


@lru_cache(maxsize=MOST_KEPT)
def contracted(low: str) -> str:
    """Return the pronoun of a contraction (she'll, it’s), else ""."""
    pronoun = CONTRACTION.split(low, 1)[0] if "'" in low or "’" in low else low
    return pronoun if pronoun != low and pronoun in PERSONAL else ""


def is_verb(line: Line, at: int) -> bool:
    """Tell whether a word ends the noun phrase before it: an auxiliary, said, "Trump wanted"."""
    sure = _is_verb_alone(line.words[at])
    if sure is not None:
        named = at and line.lows[at] in ("will", "can", "must") and line.lows[at - 1] in ("the", "a", "an")
        return sure and not named  # the will
    before, low = line.words[at - 1] if at else ".", line.lows[at]
    if low.endswith("ing"):
        return before.lower() in BE or (
            before == "," and _governs(line, at + 1)
        )  # is selling; ", suggesting the senator
    return _may_precede_verb(before) or (low in SAYING and before.lower() not in NO_VERB_AFTER)


def _governs(line: Line, at: int) -> bool:
    """Tell what an object begins with."""
    return at < len(line.words) and (line.lows[at] in DETERMINERS or line.lows[at] == "that")


@lru_cache(maxsize=MOST_KEPT)
def _is_verb_alone(word: str) -> bool | None:
    """Whether a word is such a verb, whatever stands before it; None if that tells."""
    low, small = word.lower(), word[0].islower()
    if (
        (low in AUXILIARIES and small)
        or low.endswith(("'ll", "’ll", "'re", "’re", "'ve", "’ve", "'d", "’d"))
        or contracted(low)
    ):
        return True
    return None if small and (low in finite_verbs() or low.endswith(("ed", "ing"))) else False


@lru_cache(maxsize=MOST_KEPT)
def _can_be_verb(word: str) -> bool:
    return _is_verb_alone(word) is not False


@lru_cache(maxsize=MOST_KEPT)
def _may_precede_verb(word: str) -> bool:
    before = word.lower()
    return not (
        before.endswith(("'s", "’s"))
        or before in DETERMINERS
        or before in PREPOSITIONS
        or before in CONJUNCTIONS
        or not before[0].isalnum()
        or (is_adverb(before) and not is_ly_name(word) and before not in ("never", "also"))  # her team never lost
    )


def is_ly_name(word: str) -> bool:
    """Tell Kelly and Jolly from words in -ly."""
    return word[0].isupper() and word.lower() not in ADVERBS


def holds_verb(line: Line, first: int, last: int) -> bool:
    """Tell whether any of some tokens is a verb."""
    found = compress(range(first, last), map(_can_be_verb, line.words[first:last]))
    return any(is_verb(line, at) for at in found)


def phrase_before(line: Line, end: int, lo: int) -> tuple[int, int]:
    """Take the noun phrase that ends before token `end`; NOWHERE if there is none."""
    floor = max(lo, end - REACH)
    at = end = _over_bracket(line, end, floor)
    if end <= floor:
        return NOWHERE
    if line.lows[at - 1] in PERSONS:
        return (at - 1, at)
    words = line.words
    while at > floor:
        sure = _starts_alone(words[at - 1])
        if sure or (sure is None and _starts_beside(line, at - 1, floor, end)):
            break
        at -= 1
        if line.lows[at] in OPENING and at > floor and _ends_another(line, at - 1):
            break
    return _strip_front(line, at, end)


def _ends_another(line: Line, at: int) -> bool:
    """Tell a day before an article, where another phrase has ended: "on Monday the mayor [said]"."""
    return line.lows[at] in MONTHS or line.lows[at] in DAYTIMES or line.lows[at].isdigit()


def _over_bracket(line: Line, end: int, floor: int) -> int:
    """Step left over "(R-Fla.)"."""
    if end - 1 > floor and line.words[end - 1] == ")":
        for at in range(end - 2, max(floor, end - 12), -1):
            if line.words[at] == "(":
                return at
    return end


def _starts_beside(line: Line, at: int, floor: int, end: int) -> bool:
    """Tell whether the token cannot belong to the noun phrase that follows it, for one of which the word tells not."""
    low = line.lows[at]
    if low == QUOTE:
        return not (at + 1 < end and line.words[at + 1][0].islower() and is_short_run(line, at))
    if is_verb(line, at):
        return True
    if low in ("and", "but", "or"):
        return not joins_names(line, at, floor, end)
    if low == ",":
        return not (at + 1 < end and line.lows[at + 1] in ("jr", "sr"))
    if low == ".":
        return not (at > floor and line.words[at - 1][0].isupper())
    return low in PERSONS


@lru_cache(maxsize=MOST_KEPT)
def _starts_alone(word: str) -> bool | None:
    """Whether a word cannot belong to the noun phrase that follows it; None if what stands beside it tells."""
    low, verb = word.lower(), _is_verb_alone(word)
    if low == QUOTE:
        return None
    if low == ")":
        return False
    if (
        low in ("who", "whom", "whose", "which")
        or (low in WALLS and low != "(")
        or (low in SUBORDINATORS and low not in INSIDE)
        or (low in PREPOSITIONS and low not in INSIDE)
        or verb
    ):
        return True
    return None if verb is None or low in ("and", "but", "or", ",", ".") else low in PERSONS


def joins_names(line: Line, at: int, floor: int, end: int) -> bool:
    """Tell the "and" of "Trump and Clinton" from one between clauses."""
    return (
        line.lows[at] == "and"
        and floor < at < end - 1
        and line.words[at - 1][0].isupper()
        and line.words[at + 1][0].isupper()
    )


def _strip_front(line: Line, at: int, end: int) -> tuple[int, int]:
    """Drop what stands before a noun phrase: But, Later, On Monday."""
    while at < end:
        low = line.lows[at]
        if at == end - 1 and low in MONTH_NAMES and line.words[at][0].isupper():
            break  # May said
        if low in PREPOSITIONS and at + 1 < end and line.lows[at + 1] in MONTHS:
            at += 2
        elif (
            (
                low in CONJUNCTIONS
                or low in NEGATIONS
                or (low in ADVERBS and low not in ("most", "more"))
                or low in MONTHS
            )
            or low in ",.-'’()"
            or (is_adverb(low) and line.words[at][0].islower() and low not in ("most", "more"))
        ):
            at += 1
        elif low in PREPOSITIONS:
            return _after_preposition(line, at, end)
        else:
            break
    return (at, end) if at < end else NOWHERE


def _after_preposition(line: Line, at: int, end: int) -> tuple[int, int]:
    """Find the subject in "In Iowa Mr. Trump [said]"; "at times [said]" has none."""
    first = end
    while first > at + 1 and (line.words[first - 1][0].isupper() or line.words[first - 1] == "."):
        first -= 1
    if first > at + 1 and line.lows[first - 1] in PREPOSITIONS:
        return NOWHERE  # with the University of Ohio
    titled = next((here for here in range(first, end) if line.lows[here] in TITLES), first)
    if titled > at + 1:
        return (titled, end) if titled < end else NOWHERE
    return NOWHERE


def phrase_over_asides(line: Line, comma: int, lo: int) -> tuple[int, int]:
    """Find "X, a strategist, who ..., [said]": back over the asides to the words that they belong to."""
    floor = max(lo, comma - REACH)
    stops = [comma]
    while len(stops) < 6:
        before = stops[-1] - 1
        while before > floor and line.lows[before] != "," and _in_aside(line, before):
            before -= 1
        if before <= floor or line.lows[before] != "," or _joins_clauses(line, before, floor):
            break
        stops.append(before)
    for stop in reversed(stops):
        first, _last = phrase_before(line, stop, lo)
        while first > lo + 1 and line.lows[first - 1] in ("that", "which", "who", "where"):
            relative, end = phrase_before(line, first - 1, lo)  # the agency that certifies lifts, ...
            if relative < 0 or end < first - 1:
                break
            first = relative
        if first >= 0 and not _is_fronted(line, first, lo) and line.words[first][0].isalnum():
            return (first, comma)
    return phrase_before(line, comma, lo)


def _joins_clauses(line: Line, comma: int, floor: int) -> bool:
    """Tell a comma before another clause from one of an aside: "would not comment, but [a clerk, Mina Lee, said]"."""
    low = line.lows[comma + 1]
    return low in ("but", "yet", "while", "although", "though") or (low == "and" and holds_verb(line, floor, comma))


def _in_aside(line: Line, at: int) -> bool:
    low = line.lows[at]
    return low not in WALLS or low in ("(", ")") or (low == QUOTE and is_short_run(line, at))


def clause_subject(line: Line, at: int, lo: int) -> tuple[int, int]:
    """Find who acts in the clause before a token: the subject of the last finite verb, relative clauses aside."""
    floor = max(lo, at - REACH) + 1
    for verb in [*compress(range(floor, at), map(_can_be_verb, line.words[floor:at]))][::-1]:
        if is_verb(line, verb) and not (verb > lo and is_verb(line, verb - 1)):
            before = line.lows[verb - 1] if verb > lo else ""
            if before in ("who", "which", "that", "whose", "to", "and", "but", "or", ","):
                continue
            found = phrase_before(line, verb, lo)
            if found != NOWHERE:
                return found
    return first_phrase(line, lo, at)


def _is_fronted(line: Line, first: int, lo: int) -> bool:
    """Tell "In an interview, ..." and "Speaking in Iowa, ..." from a subject."""
    at = first
    while at > lo and line.lows[at - 1] != "," and line.lows[at - 1] not in WALLS:
        at -= 1
    low = line.lows[at]
    doing = low.endswith("ing") and line.words[at + 1][0].islower()  # Speaking in Iowa; no Nihalsing Rathod
    return low in PREPOSITIONS or low in SUBORDINATORS or doing or is_adverb(low)


def first_phrase(line: Line, lo: int, hi: int) -> tuple[int, int]:
    """Take the first noun phrase of a sentence: its subject, where no verb tells."""
    at = lo
    for _ in range(2):
        while at < hi and (
            line.lows[at] in CONJUNCTIONS or is_adverb(line.lows[at]) or line.words[at] in (QUOTE, ",", "-", "–", "—")
        ):
            at += 1
        low = line.lows[at] if at < hi else ""
        if low in PREPOSITIONS or low in SUBORDINATORS or low.endswith("ing"):
            comma = next((n for n in range(at, min(hi, at + REACH)) if line.lows[n] == ","), -1)
            if comma >= 0 and comma + 1 < hi and line.lows[comma + 1] != QUOTE:
                at = comma + 1
            elif low.endswith("ing") and at + 1 < hi and _is_gerund(line, at):
                return NOWHERE  # Continuing to explain, ...
    return phrase_from(line, at, hi)


def _is_gerund(line: Line, at: int) -> bool:
    """Tell what somebody does (Speaking in Iowa) from a name (Sterling said)."""
    after = line.lows[at + 1]
    return after in PREPOSITIONS or after in DETERMINERS or after == "that"


def phrase_from(line: Line, at: int, hi: int) -> tuple[int, int]:
    """Take the noun phrase that starts at a token; NOWHERE if none does."""
    first, hi = at, min(hi, at + REACH)
    if at >= hi:
        return NOWHERE
    low = line.lows[at]
    if low in PERSONAL and not (
        low in POINTERS and at + 1 < hi and line.lows[at + 1].isalpha() and not is_verb(line, at + 1)
    ):
        return (at, at + 1)
    if (
        low in SUBORDINATORS
        or (low in AUXILIARIES and not _is_named_will(line, at))
        or low in PREPOSITIONS
        or low in ("whose", "which")
        or contracted(low)
        or not (low[0].isalnum() or low == "#")
    ):
        return NOWHERE
    while at < hi and not _ends_at(line, at, first, hi):
        at += 1
    return (first, at) if at > first else NOWHERE


def _is_named_will(line: Line, at: int) -> bool:
    """Tell "said Will Doyle" from "Will Trump win?"."""
    middle = at > 0 and line.words[at - 1] not in (".", "?", "!", QUOTE)
    return middle and at + 1 < len(line.words) and line.words[at][0].isupper() and line.words[at + 1][0].isupper()


def _ends_at(line: Line, at: int, first: int, hi: int) -> bool:
    """Tell whether the token cannot belong to the noun phrase that precedes it."""
    low = line.lows[at]
    if low == ".":
        glued = at + 1 < hi and start_of(line, at + 1) == line.ends[at]  # Briefing.com
        short = "." in line.words[at - 1] and line.words[at + 1 : at + 2] > [""]  # the U.S. must act
        return not (
            at + 1 < hi and line.words[at - 1][0].isupper() and (glued or short or line.words[at + 1][0].isupper())
        )
    if low == QUOTE:
        return not (at + 1 < hi and line.words[at + 1][0].islower() and is_short_run(line, at))
    if low in WALLS or low in ',"' or (at > first and (low in PERSONS or is_verb(line, at))):
        return True
    if low in ("also", "already", "never", "still", "then") and at > first:
        return True
    if low in ARTICLES and at > first and line.words[at - 1][0].isalnum() and line.lows[at - 1] not in BEFORE_ARTICLES:
        return True
    if low == "to" and line.lows[at - 1] in CLOSE:
        return False
    if low in PREPOSITIONS:
        return low not in TRAILING
    if low in SUBORDINATORS or low in ("to", "who", "which", "and", "but", "that"):
        return not (low == "and" and joins_names(line, at, first, hi))
    named = (
        at > first
        and line.words[at][0].islower()
        and line.words[at - 1][0].isupper()
        and line.lows[at - 1] not in DETERMINERS
    )
    ends = low.endswith("s") and not low.endswith(("ss", "'s", "’s")) and _governs(line, at + 1)  # Romney ends the
    return (named and (low.endswith("ing") or is_adverb(low) or (ends and low[:-1] not in ROLES))) or (
        at > first + 1 and low.endswith("ing") and len(low) > 5
    )
