"""From the words that name a speaker to the person: Mr. Peskov, he, the diplomat, a spokesman."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from analysis.people.names import FAMILIES, POSSESSIVE, given_names, is_personal, strip_titles
from analysis.people.titles import NOT_LAST, PARTICLES, ROLES, TITLES
from analysis.voices.finite_verbs import contracted
from analysis.voices.lately import MEMBERS, find_lone_subject, find_plural_subject, is_person_noun
from analysis.voices.lines import Line, start_of
from analysis.voices.marks import MARKS, strip_marks
from analysis.voices.phrases import CLOSE
from analysis.voices.referents import WEEKDAYS, Referents
from analysis.voices.several import find_capitals_end, is_capital, join_names, split_list
from analysis.voices.unread import strip_symbols
from analysis.words.classes import (
    ADVERBS,
    DETERMINERS,
    HE,
    MESSAGES,
    MONTHS,
    PARTS,
    PLURALS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SHE,
    is_adverb,
)

DEFINITE = frozenset(["the", "this", "that", "his", "her", "their", "said"])
STANDING_FOR = PRONOUNS | POSSESSIVES | RELATIVES
ONLY_PRONOUNS = PRONOUNS - DETERMINERS
BEFORE_A_NAME = PARTICLES | ADVERBS
BODIES_ON = frozenset(
    ["committee", "subcommittee", "commission", "council", "conference", "panel", "institute", "board"]
)
MOST_KEPT = 100_000  # different names of which it is remembered how they are read
LONGEST = 12  # words of a description that still names somebody


@dataclass(slots=True, eq=False)
class Speaker:
    """A speaker: the name, or the description in the text's words; where the text names them."""

    name: str | None
    start: int
    end: int


NOBODY = Speaker(None, -1, -1)


def name_speaker(line: Line, subject: tuple[int, int], people: Referents, hi: int) -> Speaker:
    """Resolve a subject, given as token numbers, to a speaker; hi: end of the sentence.

    A mark at an end of a subject is the partner of one that stands elsewhere, and no part of a name.
    """
    speaker = _resolve(line, _without_marks(line, *subject), people, hi)
    return replace(speaker, name=strip_marks(strip_symbols(speaker.name))) if speaker.name else speaker


def _without_marks(line: Line, first: int, last: int) -> tuple[int, int]:
    """Step over lone quotation marks at the ends of a subject; one of marks alone stays as it is."""
    begin, end = first, last
    while begin < end and begin not in line.runs and line.words[begin] in MARKS:
        begin += 1
    while end > begin and end - 1 not in line.runs and line.words[end - 1] in MARKS:
        end -= 1
    end -= end - begin > 2 and line.lows[end - 1] in WEEKDAYS  # a campaign official Monday
    return (begin, end) if begin < end else (first, last)


def _resolve(line: Line, subject: tuple[int, int], people: Referents, hi: int) -> Speaker:
    first, last = subject
    start, end = start_of(line, first), line.ends[last - 1]
    low = contracted(line.lows[first]) or line.lows[first]  # he's
    if last - first == 1 and low in STANDING_FOR:
        return Speaker(_pronoun(low, start, people), start, end)
    name, stop = _joined_names(line, first, last, hi, people) or _name_in(line, first, last, hi, people)
    if name:
        return Speaker(name, start, max(end, line.ends[stop - 1]))
    head = _head_end(line, first, last)
    words = line.words[first:head]
    if (
        line.lows[first] in DEFINITE
        or line.lows[head - 1] in ("himself", "herself")
        or line.lows[first] not in DETERMINERS
    ):
        person = (
            people.role([*words, *line.words[head:last]], start)
            if _has_role(line, first, head) and not _is_plural_role(line.lows[head - 1])
            else None
        )
        if person:
            return Speaker(person, start, end)
    return Speaker(_description(line, first, last), start, end)


def _has_role(line: Line, first: int, head: int) -> bool:
    """Tell whether the head of a phrase is a role: the former official, but not the official account."""
    at = head - 1
    while at > first and (
        line.lows[at] in ("himself", "herself") or line.lows[at] in MONTHS or not line.lows[at].isalpha()
    ):
        at -= 1
    return any(low in ROLES for low in line.lows[first:head]) if line.lows[at] in TITLES else line.lows[at] in ROLES


def _pronoun(low: str, at: int, people: Referents) -> str | None:
    sex = "m" if low in HE else "f" if low in SHE else None
    if low == "they":
        return find_plural_subject(people.text, at)
    return people.pronoun(at, sex) or find_lone_subject(people.text, at) if sex else None


def _head_end(line: Line, first: int, last: int) -> int:
    """Return where the head of a noun phrase ends: before its first comma, preposition or clause."""
    at = first
    while at < last:
        low = line.lows[at]
        ends = low in (",", "(", "-", "–", "—", "who", "whose", "which") or (low in PREPOSITIONS and at > first)
        if ends and not (low == "," and _parts_adjectives(line, first, at, last)):
            break
        at += 1
    if at > first + 2 or (at == first + 2 and at < last):  # residents living near the plant
        before = line.lows[at - 2]
        living = line.lows[at - 1].endswith("ing") and line.words[at - 1][0].islower() and at < last
        at -= living and (_is_plural_role(before) or before in ROLES or before in PLURALS)
    return max(at, first + 1)


def _is_family(words: Sequence[str]) -> bool:
    """Tell the King and the Bishop of Angus King and Ed Bishop: right behind a given name."""
    return len(words) > 1 and is_capital(words[-1]) and words[-2].lower() in given_names()


def _behind_role(line: Line, head: int, last: int) -> tuple[int, int]:
    """Find where the name behind a role begins that ends a phrase, and where it ends; 0 if none does."""
    on = line.lows[head : head + 1] in (["on"], ["of"], ["for"])  # Select Committee on Intelligence Chairman Ann Lee
    at = last = max(last, find_capitals_end(line, head + 1, len(line.words))) if on else last
    while at > head and (is_capital(line.words[at - 1]) or line.words[at - 1] == "."):
        at -= 1
    roles = [here for here in range(head, last - 1) if line.lows[here] in ROLES]
    at = max([at, *(here + 1 for here in roles)])
    named = 0 < at < last - 1 and line.lows[at - 1] in ROLES and "," not in line.words[head:last]
    return (at, last) if named else (0, last)


def _is_kin(line: Line, first: int, head: int) -> bool:
    """Tell "Parents of the missing girls" at the head of a sentence from the Sons of Norway."""
    if line.lows[first] in ("hundreds", "thousands", "dozens", "scores", "millions", "tens"):
        return True
    plural = (
        head - first == 1 and line.lows[first].endswith("s") and (not first or line.words[first - 1] in (".", '""'))
    )
    return (
        plural
        and line.lows[head : head + 1] == ["of"]
        and line.lows[head + 1 : head + 2] > [""]
        and (line.lows[head + 1] in DETERMINERS)
    )


def _parts_adjectives(line: Line, first: int, comma: int, last: int) -> bool:
    """Tell "the tall, grey-haired man" from "the mayor, a nurse" and "the mayor, visibly angry"."""
    if line.lows[first] not in ("the", "a", "an") or comma - first not in (2, 3) or comma + 2 >= last:
        return False
    before, after, rest = line.lows[comma - 1], line.lows[comma + 1], line.words[comma + 1 : last]
    noun = before in ROLES or before in PLURALS or line.words[comma - 1][0].isupper()
    plain = after not in DETERMINERS and after not in PREPOSITIONS and not is_adverb(after)
    return not noun and plain and len(rest) <= 3 and all(word.replace("-", "").isalnum() for word in rest)


def _name_in(line: Line, first: int, last: int, hi: int, people: Referents) -> tuple[str | None, int]:
    """Find the person's name at the head of the phrase, or beside it after a comma; and where it ends."""
    parted = _is_parted(line, first, last)
    head = _head_end(line, first + 2 * parted, last)
    titled = (line.lows[head - 1] in ROLES or line.lows[head - 1] in TITLES) and not _is_family(line.words[first:head])
    name = None if titled or parted else _name_ending(line, first, head, people)
    if not name and not titled and is_capital(line.words[head - 1]):
        tail, end = _behind_role(line, head, last)  # former House of Representatives historian Ray Smock
        if tail and (found := _name_ending(line, tail, end, people)):
            return found, end
    if name or (not titled and not parted and is_capital(line.words[head - 1]) and not _is_kin(line, first, head)):
        return name or _organisation(line, first, head), head
    named = _named_aside(line, head, hi)
    if named:
        return _name_ending(line, *named, people), named[1]
    owner = _owner(line, first, head, people)
    role = titled or any(line.lows[at].removesuffix("s") in ROLES for at in range(first, head))
    if owner or not (role or (line.lows[first] in DETERMINERS | POSSESSIVES and is_person_noun(line.lows[head - 1]))):
        return owner, head
    beyond = head + LONGEST if line.lows[head : head + 1] == ["who"] else last + 1  # a doctor who ..., Samir Haddad,
    comma = next((at for at in range(head, min(beyond, hi)) if line.words[at] == ","), None)
    if comma is not None and comma + 1 < hi and is_capital(line.words[comma + 1]):
        stop = find_capitals_end(line, comma + 1, min(hi, comma + 7))
        if stop == hi or line.words[stop] in ',.;:"' or stop >= last or line.words[stop - 1] == ".":
            return _name_ending(line, comma + 1, stop, people), stop
    if head < last - 1 and is_capital(line.words[last - 1]) and not _follows_preposition(line, head, last):
        name = _name_ending(line, head, last, people)  # Head of the agency Yevgeny Primakov
        return (name if name and name in people.known and " " in name else None), last
    return None, head


def _joined_names(line: Line, first: int, last: int, hi: int, people: Referents) -> tuple[str, int] | None:
    """Read "Amy Lund and Joe Fry" and "two nurses, Amy Lund and Joe Fry," as both, and where they end."""
    end = _head_end(line, first + 2 * _is_parted(line, first, last), last)
    parts = split_list(line, first, end, hi)
    names = join_names(line, parts, lambda begin, stop: _name_ending(line, begin, stop, people))
    if names:
        return names, parts[-1][1]
    listed = len(parts) > 2 and end < last and all(is_capital(line.words[stop - 1]) for _, stop in parts)
    return (_slice(line, parts[0][0], parts[-1][1]), parts[-1][1]) if listed else None  # Russia, China and Iran


def _is_parted(line: Line, first: int, last: int) -> bool:
    """Tell "one of X's aides" and "two of the judges", which name none of those that they are taken from."""
    return first + 2 < last and line.lows[first] in PARTS and line.lows[first + 1] == "of"


def _named_aside(line: Line, head: int, hi: int) -> tuple[int, int] | None:
    """Find the name in "one of the guests, a retired chemist named Bo Lindh"."""
    stop = min(hi, head + LONGEST)
    for at in range(head, stop - 1):
        if line.lows[at] in ("named", "called", "identified") and line.words[at - 1][0].islower():
            first = at + 1 + (line.lows[at + 1] == "as")
            end = find_capitals_end(line, first, hi) if first < hi else first
            return (first, end) if end > first + 1 and line.words[first][0].isupper() else None
        if line.words[at] in (".", ";", ":") or line.lows[at] in ("said", "who", "that"):
            return None
    return None


def _follows_preposition(line: Line, head: int, last: int) -> bool:
    """Tell "a spokesman for Ann Lee", who is somebody else, from "the head of the agency Ann Lee"."""
    first = last - 1
    while first > head and is_capital(line.words[first - 1]):
        first -= 1
    return line.lows[first - 1] in PREPOSITIONS


def _owner(line: Line, first: int, head: int, people: Referents) -> str | None:
    """Read "Trump's statement" as Trump."""
    if line.lows[head - 1] not in MESSAGES:
        return None
    for at in range(first, head - 1):
        if line.lows[at].endswith(("'s", "’s", "s'", "s’")) and is_capital(line.words[at]):
            alone = not at or line.lows[at - 1] not in DETERMINERS
            unknown = (
                POSSESSIVE.sub("", line.words[at])
                if at == first and alone and line.lows[at][:-2] not in MONTHS
                else None
            )
            return _name_ending(line, first, at + 1, people) or unknown
    return None


def _name_ending(line: Line, first: int, end: int, people: Referents) -> str | None:
    """Read the capitalised words that end before token `end` as a person's name."""
    while end > first and line.words[end - 1] in ".":
        end -= 1
    at = end
    while at > first and (
        is_capital(line.words[at - 1])
        or (line.lows[at - 1] in PARTICLES and at < end)
        or (line.words[at - 1] == "." and at - 2 >= first and is_capital(line.words[at - 2]))
    ):
        at -= 1
    words = [POSSESSIVE.sub("", word) for word in line.words[at:end] if word != "."]
    while words and words[0].lower() in BEFORE_A_NAME:
        words = words[1:]
    if not words or (words[-1].lower() in FAMILIES and "the" in line.lows[max(at - 1, 0) : at + 1]):  # the Hill
        return None
    bare, sex = _read_name(tuple(words))
    if len(bare) == 1 and not sex and len(words) == 1 and not people.has_family(bare[0]):
        given = people.full_name(bare)
        return given if " " in given else None
    return people.full_name(bare, sex) if bare else None


@lru_cache(maxsize=MOST_KEPT)
def _read_name(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The name in capitalised words, without titles, and the title's sex; no words if they can be no person's."""
    bare, sex = strip_titles(list(words))
    family = bare[-1].lower() in FAMILIES and (len(bare) == 1 or bare[0].lower() in given_names())
    if (bare[-1].lower() in NOT_LAST and not family) or (
        bare[-1].lower() in MEMBERS or (bare[-1].lower() in ROLES and len(bare) == len(words) and not _is_family(words))
    ):
        return (), ""
    return (tuple(bare), sex) if is_personal(bare) or len(bare) == 1 else ((), "")


def _organisation(line: Line, first: int, head: int) -> str | None:
    """Take a capitalised phrase that is no person (the White House, Fox News) as it stands."""
    last = len(line.words)
    while (
        head + 1 < last
        and is_capital(line.words[head + 1])
        and (line.lows[head] in ("of", "for") or (line.lows[head] == "on" and line.lows[head - 1] in BODIES_ON))
    ):
        head = find_capitals_end(line, head + 1, last)  # University of Virginia
        head -= line.words[head - 1] == "."
        if line.lows[head - 1].endswith(("'s", "’s")):
            return None  # members of Lund's family
    words = line.words[first:head]
    while (
        words and (words[0].lower() in DETERMINERS or words[0].lower() in ADVERBS) and words[-1].lower() not in FAMILIES
    ):
        words, first = words[1:], first + 1
    if len(words) == 1 and _is_plural_role(words[0].lower()):
        return words[0].lower()  # Officials said
    return _slice(line, first, head) if words and len(words) <= LONGEST else None


def _slice(line: Line, first: int, last: int) -> str:
    """Return the text of some tokens, with the full stop of U.S. if they end in it."""
    end = line.ends[last - 1]
    end += "." in line.words[last - 1] and line.text[end : end + 1] == "."
    return " ".join(line.text[start_of(line, first) : end].split())


def _description(line: Line, first: int, last: int) -> str | None:
    """Describe an unnamed speaker in the text's own words: "two senior officials"."""
    head = _head_end(line, first, last)
    while head < last and (
        line.lows[head] in ("of", "for", "from", "at", "in", "with")
        or (line.lows[head] == "to" and line.lows[head - 1] in CLOSE)
    ):
        step = head + 1
        if step < last and line.lows[head] == "for" and not line.words[step][0].isalpha():
            break  # mugs for $12
        while step < last and line.lows[step] not in PREPOSITIONS and line.lows[step] not in (",", "who", "(", "which"):
            step += 1
        head = step
    head = min(head, first + LONGEST)
    words = _slice(line, first, head)
    if not words or not words[0].isalnum() or line.lows[first] in ONLY_PRONOUNS:
        return None
    plain = line.lows[first] in DETERMINERS or _is_plural_role(line.lows[first])
    return words[0].lower() + words[1:] if plain else words


def _is_plural_role(low: str) -> bool:
    """Tell officials, critics and people, which a sentence may begin with, from Democrats."""
    return low in PLURALS or (low.endswith("s") and low[:-1] in ROLES and low[:-1] not in MEMBERS)
