"""Names as they stand in a text: where a person's name starts and ends, and who may be he or she."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from analysis.people.folding import fold
from analysis.people.keys import is_family_first
from analysis.people.lists import given_names
from analysis.people.titles import (
    LETTERS,
    NOT_FIRST,
    NOT_LAST,
    PARTICLES,
    ROLES,
    ROLES_HE,
    ROLES_SHE,
    TITLES,
    TITLES_HE,
    TITLES_SHE,
)
from analysis.words.classes import ADVERBS, CONJUNCTIONS, DETERMINERS, MONTHS, PREPOSITIONS, PRONOUNS, SUBORDINATORS

UPPER = r"A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĶĹĽŁŃŇŌŐŘŚŠŞŢŤŪŮŰŹŻŽА-ЯЁІЇЄҐӘҒҚҢӨҰҮҺ"
# of a name, written small: Bashar al-Assad, Jean d'Ormesson, Joe diSorta
ARTICLE = r"(?:(?:a[dlnrz]|ash|el|u[dlr])-|d['’]|d[ei]|l[ae]|v[ao]n)"
WORD = rf"[{UPPER}](?:(?:\.[{UPPER}]){{1,2}}(?=\. [{UPPER}])|[\w’'-]*)"  # Kovac, and the T.J. of T.J. Kovac
SEQUENCE = re.compile(rf"{WORD}(?:\.? (?:(?:{'|'.join(sorted(PARTICLES))}) ){{0,2}}(?:{ARTICLE})?{WORD}){{0,8}}")
INITIALS = re.compile(rf"[{UPPER}](?:\.[{UPPER}]){{1,2}}\.?")
PLACED = frozenset(["u.s", "u.n", "u.k", "u.a.e", "e.u", "d.c", "l.a", "n.y", "n.j", "n.c", "n.d", "n.h", "n.m", "s.c",
    "s.d", "r.i", "b.c", "p.m", "a.m", "g.o.p", "f.b.i", "c.i.a"])  # fmt: skip
BEHIND_ARTICLE = re.compile(rf"{ARTICLE}[{UPPER}]")
CYRILLIC = re.compile("[А-Яа-яЁёІіЇїЄєҐґӘәҒғҚқҢңӨөҰұҮүҺһ]")
POSSESSIVE = re.compile(r"['’]s?$")
COMPOUND = re.compile(r"(.+)-(?:[a-z]{0,12}ed|[a-z]{3,12}ing|born|run|style|era|friendly|wide)")
SKIP_FIRST = (
    ADVERBS | CONJUNCTIONS | DETERMINERS | MONTHS | PREPOSITIONS | PRONOUNS | SUBORDINATORS | TITLES | ROLES | NOT_FIRST
) - {"may", "august", "april", "june", "will"}
TITLES_AND_ROLES, OF_MEN, OF_WOMEN = TITLES | ROLES, TITLES_HE | ROLES_HE, TITLES_SHE | ROLES_SHE
BEFORE_A_PLACE = frozenset(["north", "south", "east", "west", "new"])
LETTERED = re.compile(r"[A-Z]-[a-z]")  # Pope Francis T-shirts
FAMILIES = frozenset(["young", "star", "hill", "hall", "west", "north"])  # behind a given name: Joan Hill
GIVEN_TOO = frozenset(["dean", "earl"])  # titles that are given names behind another one: Sen. Dean Holm
BESIDE_TITLES = frozenset(["vice", "deputy", "former", "first", "state"])  # Deputy Dean Holm


def split_sequence(sequence: str) -> list[list[str]]:
    """Split capitalised words into candidates: "Mr. Trump's Iowa. Donald J. Trump" gives three."""
    parts: list[list[str]] = [[]]
    for word in sequence.split(" "):
        bare = word.rstrip(".")
        younger = bool(parts[-1]) and parts[-1][-1].lower() in ("jr", "sr")
        if parts[-1] and (bare.lower() == "and" or (younger and bare.lower() in SKIP_FIRST)):
            parts.append([])  # ANN LUND AND KIM ODE; Ann Lund Jr. But
            continue
        if "-" in bare and (compound := COMPOUND.fullmatch(bare)):
            bare = compound[1]  # the Ann Lee-led board
        short = len(bare) == 1 or is_initials(bare)
        ended = bare != word and not (short or bare.lower() in TITLES or bare.lower() in ("jr", "sr", "st"))
        clean = POSSESSIVE.sub("", bare)
        parts[-1].append(f"{clean}." if short and clean == bare and bare != word else clean)
        if ended or clean != bare:
            parts.append([])
    return [part for part in parts if part]


@lru_cache(maxsize=200_000)
def bare_name(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The name in capitalised words, without titles and not in capitals, and the title's sex; "Mr. TRUMP": Trump, m."""
    name, sex = strip_titles(strip_capitals(list(words)))
    return tuple(name), sex


def strip_titles(words: list[str]) -> tuple[list[str], str]:
    """Drop what stands before a name (Russian Foreign Minister); return the name and the title's sex."""
    sex, known, titled = "", given_names(), False
    while len(words) > 1 and _bare_title(words[0]) in SKIP_FIRST and not _starts_name(words, known, titled):
        low = _bare_title(words[0])
        titled = _is_other_title(low)
        sex = "m" if low in OF_MEN else "f" if low in OF_WOMEN else sex
        of_a_place = low in BEFORE_A_PLACE and len(words) > 2 and words[1].lower() in known  # North Carolina Senator
        words = words[1 + of_a_place :]
    if words[0].lower() not in known or len(words) - _after_role(words) > 1:  # Austin Police Chief Ann Lee
        words = words[_after_role(words) :]
    for at in range(1, len(words) - 1):
        given = words[at].lower() in known and words[at].lower() not in PARTICLES  # Rahman al-Sayed ibn Khalil
        place = words[at - 1].lower() in BEFORE_A_PLACE
        if given and words[0].lower() not in known and not (_is_initial(words[at]) or place):
            words = words[at:]
            break
    return words, sex


def count_letters(words: Sequence[str]) -> int:
    """Count the words behind a full name that tell what somebody is: Ann Lund [KC], Ann Lund [MD PhD].

    A Tory MP is nobody's name: letters that are a role too stand behind a known given name and a family name.
    """
    stop = len(words)
    while stop > 2 and not words[stop - 1].islower() and words[stop - 1].replace(".", "").lower() in LETTERS:
        stop -= 1
    if stop == len(words):
        return 0
    roles = not TITLES_AND_ROLES.isdisjoint(word.lower() for word in words[stop:])
    named = words[stop - 2].lower() in given_names() if roles else words[stop - 2][0].isupper()
    return len(words) - stop if named and words[stop - 2].lower() not in DETERMINERS else 0


def _bare_title(word: str) -> str:
    """Leave out what stands around a title: Sen., Ex-minister."""
    return word.lower().rstrip(".").removeprefix("ex-")


def _after_role(words: list[str]) -> int:
    """Return where the name starts in "Judiciary Committee Chairman Jerrold Nadler"; 0 if no role stands before it."""
    for at in range(len(words) - 2, -1, -1):
        if words[at].lower() in TITLES_AND_ROLES and words[at + 1].lower().rstrip(".") not in ("jr", "sr", "ii", "iii"):
            given = at and at == len(words) - 2 and words[at].lower() in GIVEN_TOO
            if not (given and _is_other_title(_bare_title(words[at - 1]))):  # Executive Editor Dean Holm
                return at + 1
    return 0


def _is_other_title(low: str) -> bool:
    """Tell a title behind which Dean is a given name from the words that stand before a dean's own."""
    return low in TITLES_AND_ROLES and low not in BESIDE_TITLES


def _starts_name(words: list[str], known: dict[str, str], titled: bool) -> bool:
    low = words[0].lower()
    given = low not in TITLES or (low == "don" and len(words) == 2)  # Don Reyes, but Don Luis Reyes
    given = given or (titled and low in GIVEN_TOO and len(words) == 2)
    return low in known and len(words) > 1 and given


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1


def is_initials(word: str) -> bool:
    """Tell the T.J. of T.J. Kovac from the U.S. and what else is shortened so."""
    return "." in word and word.lower().rstrip(".") not in PLACED and INITIALS.fullmatch(word) is not None


def strip_capitals(words: list[str]) -> list[str]:
    """Write AMY GOODMAN as Amy Goodman; words are changed only if all are in capitals and the first is a given name."""
    if len(words) > 1 and words[0].lower() in given_names() and all(word.isupper() for word in words):
        return [word.capitalize() if len(word.rstrip(".")) > 1 else word for word in words]
    return words


def is_personal(words: list[str]) -> bool:
    """Tell whether capitalised words can be a person's full name (not New Hampshire, not Fox News)."""
    if not 2 <= len(words) <= 5 or len(words[-1].rstrip(".")) < 2 or LETTERED.match(words[-1]):
        return False
    first, last = words[0].lower(), words[-1].lower()
    if first in given_names():
        return last not in NOT_LAST or last in FAMILIES
    return (
        len(words[0].rstrip(".")) == 1
        or is_initials(words[0])
        or not (
            first in SKIP_FIRST
            or last in NOT_LAST
            or last in ROLES
            or last in MONTHS
            or (words[0].isupper() and len(words[0]) > 2)
        )
    )


def is_sure(words: list[str]) -> bool:
    """Tell whether a name starts with a known given name, in Latin letters or Cyrillic ones, or an initial."""
    first = words[0]
    if first.lower() in given_names() or len(first.rstrip(".")) == 1 or is_initials(first):
        return True
    return CYRILLIC.match(first) is not None and fold(first) in given_names_by_key()


@lru_cache(maxsize=1)
def given_names_by_key() -> dict[str, str]:
    """Given names by the key that their spellings share, in Cyrillic letters too; each "f", "m" or ""."""
    return {fold(name): sex for name, sex in given_names().items() if len(name) > 2}


def guess_sex(name: str, described: str = "") -> str:
    """Guess "f", "m" or "" from the given name, a Slavic surname or a role (spokeswoman)."""
    words = name.lower().split()
    family_first = (len(words) > 2 or "-" in words[-1]) and is_family_first(tuple(name.split()))  # Kim Jong-un
    sex = given_names().get(words[0], "") if len(words) > 1 and not family_first else ""
    if sex:
        return sex
    if words[-1].endswith(("ova", "eva", "skaya", "ina")) and len(words[-1]) > 5:
        return "f"
    if words[-1].endswith(("ov", "ev", "sky", "skiy")) and len(words[-1]) > 4:
        return "m"
    roles = set(described.split())
    return "f" if roles & ROLES_SHE else "m" if roles & ROLES_HE else ""
