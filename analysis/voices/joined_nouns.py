"""Several who act together under nouns: "farmers and truckers", "the mayor and the council", "Lund and her aide"."""

from __future__ import annotations

from analysis.people.lists import given_names
from analysis.people.titles import ROLES
from analysis.voices.described_people import is_person_noun, is_plural_of_people
from analysis.voices.finite_verbs import SAYING, holds_verb, is_verb
from analysis.voices.fuller_phrases import phrase_from_head
from analysis.voices.lines import Line
from analysis.voices.phrases import DAYTIMES, PERSONS, phrase_before
from analysis.voices.phrases_behind import phrase_from
from analysis.voices.tokens import QUOTE
from analysis.words.classes import (
    AUXILIARIES,
    BODIES,
    DETERMINERS,
    MONTHS,
    PLURALS,
    POSSESSIVES,
    PREPOSITIONS,
    SINGULAR_S,
)

JOINTS = frozenset(["and", "nor"])
TWO = frozenset(["both", "neither"])  # who stand for two, or stand before them
OPENERS = (
    SAYING
    | TWO
    | frozenset(  # behind which a clause begins
        [
            *(
                ",",
                ".",
                ":",
                ";",
                "–",
                "—",
                "--",
                "(",
                QUOTE,
                "that",
                "but",
                "while",
                "because",
                "though",
                "although",
                "if",
            ),
            *("as", "when", "where", "after", "before", "how", "why", "whether"),
        ]
    )
)
BEGINNING = DETERMINERS | POSSESSIVES
ACTING = frozenset(["he", "she", "we", "they"])
LONGEST = 8  # tokens of one phrase
MOST = 6  # phrases


def find_joined_start(line: Line, first: int, last: int, lo: int) -> int:
    """Find where "Farmers, millers and [truckers]" begins, if a clause does there; else where the last phrase does."""
    joint = first - 1
    if joint <= lo or line.lows[joint] not in JOINTS:
        return first
    parted = line.lows[joint - 1] == ","  # A, B, and C
    begin = _phrase_start(line, joint - parted, lo)
    if begin < 0 or (parted and line.lows[begin] in PERSONS):
        return first
    if not (_is_another(line, first, last) or line.lows[begin] in BEGINNING):
        return first
    found = 1
    while begin > lo + 1 and line.lows[begin - 1] == "," and found < MOST:
        before = _phrase_start(line, begin - 1, lo)
        if before < 0 or not _opens(line, before, lo) or _is_occasion(line, before, begin - 1, lo):
            break  # In May, [farmers and millers]; After the vote, [the mayor and author Ann Roth]
        begin, found = before, found + 1
    begin = phrase_from_head(line, (begin, joint), lo)[0]  # a film about [farmers and millers]
    return begin if _opens(line, begin, lo) and not (parted and found == 1) else first


def _is_occasion(line: Line, first: int, last: int, lo: int) -> bool:
    """Tell the time of "After the vote, the mayor and ..." from who acts in "After millers, farmers and ... left"."""
    low = line.lows[last - 1]
    opens = first == lo + 1 and line.lows[lo] in PREPOSITIONS
    return opens and not (
        line.words[last - 1][0].isupper() or is_role(low) or low in PLURALS or is_plural_of_people(low)
    )


def find_joined_end(line: Line, last: int, hi: int) -> int:
    """Find where "said [brewers] and farmers" ends, of which the first phrase ends at a token."""
    if last + 1 >= hi or line.lows[last] not in JOINTS:
        return last
    first, end = phrase_from(line, last + 1, hi)
    if first < 0 or end - first > LONGEST or (end < hi and is_verb(line, end)) or line.lows[first] in PERSONS:
        return last  # said the driver, and left; said the driver and his wife wept
    return end if _is_another(line, first, end) and not holds_verb(line, first, end) else last


def split_joined(line: Line, first: int, last: int) -> list[tuple[int, int]]:
    """Cut "the union and its lawyers" at its commas and its "and"; [] if it names one (the president and owner)."""
    joints = [at for at in range(first + 1, last - 1) if line.lows[at] in JOINTS]
    if len(joints) != 1 or not _is_another(line, joints[0] + 1, last):
        return []
    joint = joints[0]
    if is_bare_role(line, first, joint) and line.words[last - 1][0].isupper():
        return []  # former mayor and party chairman Ann Lund
    role = line.words[joint - 1].islower() and is_role(line.lows[joint - 1]) and line.lows[first] not in BEGINNING
    if role and line.words[last - 2][0].isupper() and any(map(is_role, line.lows[joint + 1 : last - 2])):
        return []  # Post editor and Radio Kent contributor Ann Lund
    hung = any(low in PREPOSITIONS for low in line.lows[first:joint])
    if hung and not _opens_phrase(line, joint + 1):
        return []  # lawyers for farmers and truckers
    if hung and _is_one_body(line, joint, last):
        return []  # Ann Lund of the Food and Water Union
    commas = [at for at in range(first + 1, joint) if line.words[at] == ","]
    if commas and line.words[last : last + 1] == [","]:
        return []  # Lund, a nurse and a mother, [said]
    starts = [first, *(at + 1 for at in commas), joint + 1]
    ends = [*commas, joint, last]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def _is_one_body(line: Line, joint: int, last: int) -> bool:
    """Tell "of the Food and Water Union", one body by its name, from "of the Water Board and the mayor"."""
    begin = joint
    while begin > 1 and line.words[begin - 1][0].isupper():
        begin -= 1
    the = begin < joint and line.lows[begin - 1] == "the" and line.lows[begin - 2] in PREPOSITIONS
    whole = all(word[0].isupper() for word in line.words[joint + 1 : last])
    other = line.lows[joint - 1] in BODIES or line.lows[joint + 1] in given_names()
    return the and whole and line.lows[last - 1] in BODIES and not other


def is_role(low: str) -> bool:
    """Tell an editor and a nurse from a firm."""
    return low in ROLES or is_person_noun(low)


def is_bare_role(line: Line, first: int, last: int) -> bool:
    """Tell "former mayor", which stands before a name, from "the mayor" and "farmers"."""
    return line.words[first][0].islower() and line.lows[first] not in BEGINNING and line.lows[last - 1] in ROLES


def _phrase_start(line: Line, end: int, lo: int) -> int:
    """Where the phrase begins that ends before a token; -1 if it is none that can act, or a time."""
    first, last = phrase_before(line, end, lo)
    shortened = last - first > 1 and line.words[last - 1] == "." and line.words[last - 2][0].isupper()  # the U.N.
    if first < 0 or last != end or last - first > LONGEST or not (line.words[last - 1][0].isalpha() or shortened):
        return -1
    if line.lows[first] in PERSONS:
        return first if line.lows[first] in ACTING else -1
    timed = line.lows[last - 1] in DAYTIMES or line.lows[last - 1] in MONTHS
    return -1 if timed or holds_verb(line, first, last) else first


def _opens(line: Line, at: int, lo: int) -> bool:
    asking = at == lo + 1 and line.lows[lo] in AUXILIARIES  # Can farmers and millers agree?
    return at == lo or line.lows[at - 1] in OPENERS or asking


def _opens_phrase(line: Line, at: int) -> bool:
    return line.lows[at] in BEGINNING or line.words[at][0].isupper()


def _is_another(line: Line, first: int, last: int) -> bool:
    """Tell "its lawyers", "two pilots", "Ann Lund", who are others, from "owner" in "the founder and owner"."""
    if _opens_phrase(line, first) or line.words[first][0].isdigit():
        return True
    head = next((at for at in range(first + 1, last) if line.lows[at] in PREPOSITIONS), last) - 1
    low = line.lows[head]
    return low in PLURALS or (low.endswith("s") and not low.endswith(("ss", "us")) and low not in SINGULAR_S)
