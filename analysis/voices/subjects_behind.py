"""Who acts, named behind the verb: "said X, a nurse", "described by X"."""

from __future__ import annotations

from analysis.voices.apposed_pairs import find_apposed_end
from analysis.voices.cues import Cue
from analysis.voices.finite_verbs import holds_verb, is_adverb_name, is_verb
from analysis.voices.joined_nouns import find_joined_end, is_bare_role
from analysis.voices.lines import Line
from analysis.voices.nobody import is_time
from analysis.voices.phrases import ARTICLES, DAYTIMES, MONTH_NAMES, NOWHERE, POINTERS, WALLS
from analysis.voices.phrases_behind import phrase_from
from analysis.voices.several import find_capitals_end
from analysis.voices.tokens import QUOTE
from analysis.voices.verb_groups import find_subject_end
from analysis.words.classes import BE, CONJUNCTIONS, DETERMINERS, MONTHS, PREPOSITIONS, is_adverb

APPOSING = frozenset(
    [
        *("a", "an", "the", "who", "whose", "another", "one", "with", "of", "in", "at", "his", "her", "its"),
        *("director", "chief", "president", "former"),
    ]
)


TELLING = frozenset(["saying", "adding", "telling", "arguing", "noting", "warning", "claiming", "insisting"])


def subject_after(line: Line, at: int, hi: int) -> tuple[int, int]:
    """Find who acts after an inverted verb: said Kevin Madden, a strategist."""
    first = at
    while at < hi and (
        (is_adverb(line.lows[at]) and not is_adverb_name(line, at))
        or (line.lows[at] in MONTHS and line.lows[at] != "may")
        or (line.lows[at] in DAYTIMES and at > first and line.lows[at - 1] in MONTHS)  # said Thursday night
    ):
        at += 1
    found = phrase_from(line, at, hi)
    if found != NOWHERE and line.lows[found[0]] not in DETERMINERS and line.lows[found[1] - 1] in ARTICLES:
        return NOWHERE  # considered necessary for the "..."
    if found != NOWHERE and (line.words[found[1] - 1] == QUOTE or line.lows[found[0]] in CONJUNCTIONS):
        return NOWHERE  # announced the "..." that; in "purple" states and others
    if found != NOWHERE and (end := find_subject_end(line, found[1], found[0])) > found[0]:
        found = (found[0], end)  # said the mayor earlier this year
    if found == NOWHERE and first < at and line.lows[at - 1] in MONTH_NAMES:
        return (at - 1, at)  # said March
    if found == NOWHERE:
        return found
    if (named := find_name_behind_roles(line, *found, hi)) > found[1]:
        return (found[0], named)
    end = find_apposed_end(line, *found, hi)
    return (found[0], end if end > found[1] else find_joined_end(line, found[1], hi))


def find_name_behind_roles(line: Line, first: int, last: int, hi: int) -> int:
    """Find where "former mayor and party chairman Ann Lund" ends, whose first role ends at a token; else stay."""
    if line.lows[last : last + 1] != ["and"] or not is_bare_role(line, first, last):
        return last
    second, end = phrase_from(line, last + 1, hi)
    return end if second >= 0 and line.words[end - 1][0].isupper() and line.lows[second] not in DETERMINERS else last


def is_inverted(line: Line, last: int, hi: int, cue: Cue) -> bool:
    """Tell "..., said Ms. Gil, a nurse." from "X, a nurse, said Ms. Gil would come"."""
    if "speech" not in cue.kinds or last >= hi or not (line.words[last][0].isupper() or line.lows[last] in DETERMINERS):
        return False
    first, end = subject_after(line, last, hi)
    if end - first == 1 and (line.lows[first] in POINTERS or line.lows[first] == "no"):
        return False  # X, a nurse, said that, ...; tweeted this to Lee; said no
    if first < 0 or end >= hi:
        return end >= hi
    low = line.lows[end]
    if low == "," and end + 1 < hi and line.words[first][0].islower() and line.words[end + 1][0].isupper():
        stop = find_capitals_end(line, end + 1, hi)  # said the bureau's director, James Comey, on Monday
        return stop >= hi or (line.words[stop] == "," and not (stop + 1 < hi and is_verb(line, stop + 1)))
    if low == "," and end + 1 < hi:
        if line.lows[end + 1] in BE or line.lows[end + 1] == QUOTE:  # its scope, said Reed, was ...; , said Reed, "..."
            return True
        low = line.words[end + 1]
        if low[0].isupper() and line.lows[last] in DETERMINERS and not holds_verb(line, end + 1, hi):
            return True  # said the mayor, Ann Lee
        goes_on = is_verb(line, end + 1) or line.lows[end + 1] in TELLING  # X, by contrast, gave a reason, saying
        return line.lows[end + 1] in APPOSING or low[0].isdigit() or (low[0].islower() and not goes_on)
    return low in ".!?" or low == "who" or (low in PREPOSITIONS and not holds_verb(line, end, hi))


def agent(line: Line, last: int, hi: int) -> tuple[int, int]:
    """Find who acts in a passive: described by Comey, called "a waste" by Comey."""
    for at in range(last, min(hi, last + 8)):
        if at in line.runs and line.lows[at + 1 : at + 2] == ["by"] and line.text[line.runs[at].start].islower():
            continue  # of a song called "Home" by Lee the capital tells a title
        if line.lows[at] == "by":
            first, end = phrase_from(line, at + 1, hi)
            timed = first >= 0 and (is_time(line, first, end) or line.lows[end - 1] in MONTHS)  # by the end of June
            end -= first >= 0 and line.lows[end - 1] == "such"  # critics such as Lee
            return (first, find_joined_end(line, end, hi)) if first >= 0 and not timed else NOWHERE
        if line.lows[at] in WALLS or line.lows[at] in (",", "that"):
            break
    return NOWHERE
