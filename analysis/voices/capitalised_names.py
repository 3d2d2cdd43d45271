"""A person named by capitalised words that end a phrase: "the mayor [Ann Lund]", "Mrs [Lund]"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from analysis.people.names import (
    FAMILIES,
    POSSESSIVE,
    count_letters,
    given_names,
    is_initials,
    is_personal,
    is_sure,
    strip_titles,
)
from analysis.people.titles import NOT_FIRST, NOT_LAST, PARTICLES, ROLES, TITLES
from analysis.voices.described_speakers import (
    MEMBERS,
)
from analysis.voices.families import find_of_family
from analysis.voices.lines import Line, start_of
from analysis.voices.name_runs import cut_heading, is_made_of_words
from analysis.voices.referents import Referents
from analysis.voices.several import is_capital
from analysis.words.classes import (
    ADVERBS,
)

BEFORE_A_NAME = (PARTICLES | ADVERBS) - {"los", "las"}  # Los Angeles
MOST_KEPT = 100_000  # different names of which it is remembered how they are read


def is_family(words: Sequence[str]) -> bool:
    """Tell the King and the Bishop of Angus King and Ed Bishop: right behind a given name."""
    abbreviated = len(words) > 1 and words[-1].isupper() and not words[-2].isupper()
    member = abbreviated or words[-1].lower() in MEMBERS  # the Virginia Democrat, a Tory MP
    return len(words) > 1 and is_capital(words[-1]) and words[-2].lower() in given_names() and not member


def name_ending(line: Line, first: int, end: int, people: Referents) -> str | None:
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
    owned = [here + 1 for here in range(at, end - 1) if line.lows[here].endswith(("'s", "’s"))]
    at = owned[-1] if owned else at  # Acme's Ann Lee
    words = [POSSESSIVE.sub("", word) for word in line.words[at:end] if word != "."]
    words = [f"{word}." if is_initials(word) else word for word in words]
    words = words[: len(words) - count_letters(words)]
    goes_on = line.lows[end : end + 1] > [""] and line.lows[end] in ("of", "for", "on")  # The Centers for ...
    while words and (words[0].lower() in BEFORE_A_NAME or (goes_on and words[0] == "The")):
        if len(words) == 1 and people.has_family(words[0]):
            break  # Long, of Ann Long
        words = words[1:]
    if not words or (words[-1].lower() in FAMILIES and "the" in line.lows[max(at - 1, 0) : at + 1]):  # the Hill
        return None
    if len(words) == 1 and (words[0].lower() in ROLES or words[0].lower() in TITLES) and people.has_family(words[0]):
        return people.full_name(words)  # Dean, of Howard Dean
    bare, sex = _read_name(tuple(words))
    if len(bare) == 1 and "." in bare[0].rstrip(".") and not people.is_person(bare[0]):
        return None  # the U.S., the F.B.I.
    if len(bare) == 1 and not sex and len(words) == 1 and not people.has_family(bare[0]):
        given = people.full_name(bare)
        described = at > first and line.words[at - 1].islower() and people.is_person(bare[0])  # a defensive Lund
        return given if " " in given or described else None
    if len(bare) == 1 and not sex and (near := find_of_family(people, bare[0], start_of(line, at))):
        return near
    return people.full_name(bare, sex) if bare else None


@lru_cache(maxsize=MOST_KEPT)
def _read_name(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The name in capitalised words, without titles, and the title's sex; no words if they can be no person's."""
    words = cut_heading(words)
    bare, sex = strip_titles(list(words))
    stripped = words[: len(words) - len(bare)]
    if stripped and all(word.lower() in NOT_FIRST for word in stripped) and len(bare) > 1 and not is_sure(bare):
        return (), ""  # Northern Action Forum
    family = bare[-1].lower() in FAMILIES and (len(bare) == 1 or bare[0].lower() in given_names())
    if (bare[-1].lower() in NOT_LAST and not family) or (
        bare[-1].lower() in MEMBERS or (bare[-1].lower() in ROLES and len(bare) == len(words) and not is_family(words))
    ):
        return (), ""
    personal = is_personal(bare) and (is_sure(bare) or not is_made_of_words(bare))  # American Action Forum
    return (tuple(bare), sex) if personal or len(bare) == 1 else ((), "")
