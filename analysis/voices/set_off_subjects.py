"""A verb of saying behind a comma: who acts stands behind it ("A mess, [said Roth]") or before ("X, a nurse, said")."""

from __future__ import annotations

from analysis.people.titles import ROLES
from analysis.voices.cues import Cue
from analysis.voices.finite_verbs import holds_verb, is_verb
from analysis.voices.lines import Line
from analysis.voices.phrases import REACH, WALLS
from analysis.voices.phrases_behind import phrase_from
from analysis.voices.several import find_capitals_end
from analysis.voices.subjects_behind import APPOSING, is_inverted, subject_after
from analysis.words.classes import PERSONAL

RELATED = ([",", "who"], [",", "whose"], [",", "a"], [",", "an"], [",", "the"])  # what describes a name
OPENING_CLAUSES = frozenset(["if", "when", "while", "although", "though", "because", "since", "unless", "once", "as"])
ASIDE_ENDS = WALLS | {",", "."}
ACTING = frozenset({"hearer", "order", "stance"})  # kinds of verbs that are done to somebody


def acts_behind(line: Line, subject: tuple[int, int], verb: tuple[int, int], hi: int, cue: Cue) -> bool:
    """Tell whether who acts stands behind a verb that a comma sets off; subject: the words before it that might act."""
    at, last = verb
    if _is_described(line, subject, at, cue) or _is_told_of(line, subject, last, hi) or _is_hearer(line, last, hi, cue):
        return False
    return (
        is_inverted(line, last, hi, cue)
        or _ends_in_office(line, last, hi, cue)
        or _parts_clause(line, subject, at, last, hi, cue)
        or _follows_clause(line, subject, last, hi, cue)
    )


def _is_described(line: Line, subject: tuple[int, int], at: int, cue: Cue) -> bool:
    """Tell "Ann Lund, whose son fell, thanked Roth" from "It was a mess, a disgrace, warned Roth"."""
    first = subject[0]
    comma = next((here for here in range(first, at - 1) if line.words[here] == ","), -1)
    if comma < 0 or not cue.kinds & ACTING or not line.words[first][0].isupper():
        return False
    named = all(word[0].isupper() or word == "." for word in line.words[first:comma])
    low = line.lows[comma + 1]
    return named and (low in APPOSING or low in ROLES or low == "which")  # Acme, which makes nets, denied it


def _is_told_of(line: Line, subject: tuple[int, int], last: int, hi: int) -> bool:
    """Tell "Ann Lund, a nurse, said the leak, first seen in May, was old" from "A mess, said the mayor, now ill".

    last: the token behind the verb. Who is named has an aside, and so has what the verb tells of, and a verb behind it.
    """
    comma = next((at for at in range(subject[0], subject[1]) if line.words[at] == ","), -1)
    if comma < 0 or not (line.words[comma - 1][0].isupper() or line.words[comma + 1][0].isupper()):
        return False
    end = phrase_from(line, last, hi)[1]
    if not last < end < hi - 1 or line.words[end] != ",":
        return False
    close = next((at for at in range(end + 1, min(hi - 1, end + REACH)) if line.words[at] in ASIDE_ENDS), -1)
    return close > end and line.words[close] == "," and is_verb(line, close + 1)


def _is_hearer(line: Line, last: int, hi: int, cue: Cue) -> bool:
    """Tell whom a verb tells something, "who called it "a mess," told [a nurse] that", from who tells it."""
    first, end = phrase_from(line, last, hi) if "hearer" in cue.kinds else (-1, -1)
    return first == last and line.lows[end : end + 1] == ["that"]


def _ends_in_office(line: Line, last: int, hi: int, cue: Cue) -> bool:
    """Tell "..., said former mayor Kim Hale, who left." from "X, a nurse, said former mayor Hale lied"."""
    if "speech" not in cue.kinds or last >= hi:
        return False
    first, end = subject_after(line, last, hi)
    if line.words[last][0].isupper():  # said Kim Hale, Kent's mayor
        described = end + 1 < hi and line.words[end] == "," and line.words[end + 1][0].isupper()
        return described and not holds_verb(line, end + 1, hi)
    named = first == last and end > first + 1 and line.words[end - 1][0].isupper()
    return named and (end >= hi or line.words[end] == "." or line.lows[end : end + 2] in RELATED)


def _parts_clause(line: Line, subject: tuple[int, int], at: int, last: int, hi: int, cue: Cue) -> bool:
    """Tell "The plan, [says its author], would cost a million" from "The plan's author, a nurse, says ..."."""
    alone = subject[1] == at - 1 and "," not in line.words[subject[0] : subject[1]]
    if not alone or "speech" not in cue.kinds or cue.form not in ("past", "third"):
        return False
    end = subject_after(line, last, hi)[1]
    if not last < end < hi - 2 or line.words[end] != ",":
        return False
    after = find_capitals_end(line, end + 1, hi) + 1 if line.words[end + 1][0].isupper() else end + 1
    return (
        after < hi and not line.lows[after].endswith("ing") and (is_verb(line, after) or line.lows[after] in PERSONAL)
    )


def _follows_clause(line: Line, subject: tuple[int, int], last: int, hi: int, cue: Cue) -> bool:
    """Tell "If the tale was true, [wrote Lund], he ..." from "The tale, which was true, ..."."""
    if "speech" not in cue.kinds or line.lows[subject[0] - 1] not in OPENING_CLAUSES or subject[0] < 1:
        return False
    first, end = subject_after(line, last, hi)
    return first == last and end < hi and line.words[end] in ",."
