"""Several who speak together: "Amy Lund, Joe Fry and Kim Ode said", "Russia, China and Iran said"."""

from __future__ import annotations

from collections.abc import Callable

from analysis.people.lists import given_names
from analysis.people.names import BEHIND_ARTICLE
from analysis.people.titles import PARTICLES, ROLES
from analysis.voices.described_people import is_plural_of_people
from analysis.voices.lines import Line
from analysis.words.classes import BODIES, CONJUNCTIONS, DETERMINERS, MONTHS, PREPOSITIONS, SUBORDINATORS, is_adverb

REACH = 7  # tokens of one name
MOST = 6  # names
BESIDE = frozenset(['""', ",", ":", ";", "—", "–", "--", "that", "(", "and", "but"])  # behind which a list can begin
Name = Callable[[int, int], str | None]  # reads the words between two tokens as a person's name


def find_list_start(line: Line, first: int, last: int, lo: int) -> int:
    """Find where a list of names begins whose last ones are a phrase: "Amy Lund, [Joe Fry and Kim Ode]"."""
    single = first - 2 > lo and line.lows[first - 1] == "and" and line.words[first - 2] == ","  # Lund, Fry, and [Ode]
    if not (single or "and" in line.lows[first + 1 : last]) or not is_capital(line.words[first]):
        return first
    at, begin, found = first - 1 - single, first, 0
    while at > lo and line.words[at] == "," and found < MOST:
        start = _capitals_start(line, at, lo)
        if start == at:
            break
        begin, found, at = start, found + 1, start - 1
    if found and begin - 2 > lo and line.lows[begin - 1] == "of" and _may_be_led(line.lows[begin - 2]):
        return begin - 2 - (line.lows[begin - 3] in DETERMINERS)  # the leaders of France, [Italy and Spain]
    opens = begin == lo or line.lows[begin - 1] in BESIDE - {","}
    return begin if opens and found > single and _is_name(line, begin) else first


def _may_be_led(low: str) -> bool:
    """Tell the leaders and the governments of several countries from what else is "of" several."""
    return is_plural_of_people(low) or low.removesuffix("s") in BODIES or low in ("ministries", "parties", "agencies")


def _is_name(line: Line, at: int) -> bool:
    """Tell a name from what else a sentence begins with: Yesterday, On Monday, However."""
    low = line.lows[at]
    return not (
        is_adverb(low)
        or low in MONTHS
        or low in CONJUNCTIONS
        or low in PREPOSITIONS
        or low in DETERMINERS
        or low in SUBORDINATORS
    )


def _capitals_start(line: Line, end: int, lo: int) -> int:
    at = end
    while at > max(lo, end - REACH) and (is_capital(line.words[at - 1]) or _within_name(line, at - 1, end)):
        at -= 1
    return at


def _within_name(line: Line, at: int, end: int) -> bool:
    return at + 1 < end and (line.lows[at] in PARTICLES or (line.words[at] == "." and is_capital(line.words[at - 1])))


def is_capital(word: str) -> bool:
    """Tell a word with a capital, behind an article too: al-Assad, d'Ormesson."""
    return word[0].isupper() or (word[0] in "adeluv" and BEHIND_ARTICLE.match(word) is not None)


def find_capitals_end(line: Line, at: int, hi: int) -> int:
    """Return where a run of capitalised words ends, particles and initials included."""
    while at < hi and (is_capital(line.words[at]) or line.lows[at] in PARTICLES or line.words[at] == "."):
        at += 1
    return at


def split_list(line: Line, first: int, end: int, hi: int) -> list[tuple[int, int]]:
    """Cut "Amy Lund, Joe Fry and Kim Ode" at its commas and "and"; [] if it is no list.

    end: where what stands before the first comma ends.
    """
    parts, at = [(first, end)], end
    while at + 1 < hi and line.words[at] == "," and len(parts) <= MOST:
        joined = line.lows[at + 1] == "and"
        start = at + 1 + joined
        stop = find_capitals_end(line, start, min(hi, start + REACH))
        if stop == start:
            break
        parts.append((start, stop))
        at = stop
        if joined:
            return parts if len(parts) > 2 else []
    ands = [here for here in range(parts[-1][0] + 1, parts[-1][1] - 1) if line.lows[here] == "and"]
    if not ands and at + 1 < hi and line.lows[at] == "and" and is_capital(line.words[at + 1]):
        parts.append((at + 1, find_capitals_end(line, at + 1, min(hi, at + 1 + REACH))))
        return parts
    if len(ands) != 1:
        return []
    called = line.lows[ands[0] + 1] == "fellow" or line.words[ands[0] + 1] in ROLES  # and lawyer Ann Lee
    behind = ands[0] + 1 + called
    if behind >= parts[-1][1] or not is_capital(line.words[behind]) or not is_capital(line.words[ands[0] - 1]):
        return []
    begin, stop = parts.pop()
    return [*parts, (begin, ands[0]), (behind, stop)]


def _is_office(line: Line, first: int, last: int) -> bool:
    """Tell "Health and Human Services Secretary Ann Lee" and "President and CEO Ann Lee" from two people."""
    roles = [at for at in range(first, last) if line.lows[at] in ROLES and is_capital(line.words[at])]
    if roles and roles[-1] == last - 1 and line.lows[last : last + 1] == ["and"] and line.lows[last + 1] in ROLES:
        return True
    family = last - first > 1 and line.lows[last - 2] in given_names()
    return bool(roles) and ((roles[-1] == last - 1 and not family) or (roles[-1] > first and roles[-1] < last - 2))


def _is_owned_office(line: Line, first: int, last: int) -> bool:
    """Tell "Jerry's chief executive Carl Moss", of a firm, from "Roth's wife Ina Roth"."""
    owned = line.lows[first].endswith(("'s", "’s"))
    return owned and any(line.lows[at] in ROLES and line.words[at].islower() for at in range(first + 1, last))


def join_names(line: Line, parts: list[tuple[int, int]], name: Name) -> str | None:
    """Read the parts of a list as persons: "Amy Lund, Joe Fry and Kim Ode"; None if one of them is none.

    What stands before the first comma may say who they are: "two nurses, Amy Lund and Joe Fry".
    """
    parts = [part for part in parts if line.lows[part[1] - 1] not in ("republican", "democrat")]  # Virginia Republican
    if len(parts) == 2 and parts[0][1] - parts[0][0] == 1 and _is_owned_office(line, *parts[1]):
        return None  # Ben and Jerry's chief executive Matthew McCarthy
    if not parts or any(_is_office(line, *part) for part in parts):
        return None
    names = [name(*part) for part in parts]
    if len(parts) > 2 and names[0] is None and not is_capital(line.words[parts[0][1] - 1]):
        parts, names = parts[1:], names[1:]
    first_end = parts[0][1]
    if names and names[0] is None and names[-1] and line.lows[first_end - 1] in given_names() and len(parts) == 2:
        names[0] = line.words[first_end - 1]  # Amy and Joe Fry
    if len(names) < 2 or None in names or len(set(names)) < len(names):
        return None
    return f"{', '.join(names[:-1])} and {names[-1]}"
