"""Whose aides speak: her aides, Lund's advisers and aides to the mayor have the role of the boss that a text tells."""

from __future__ import annotations

import re
from functools import lru_cache

from analysis.people.names import SEQUENCE, bare_name, guess_sex, is_personal, is_sure, split_sequence
from analysis.sourcing.descriptions import SaidBeside, find_descriptions
from analysis.sourcing.roles import CITIZENS, POLITICS, find_role_words, load_roles, recognise_role, split_phrase
from analysis.texts.characters import straighten

LOOKED = 400  # characters before "her aides" in which she is named
OWNERS = {"his": "m", "her": "f"}


def describe_by_boss(text: str, name: str) -> SaidBeside | None:
    """Read a description of somebody's staff: the role of the boss; None of other descriptions, or if none is told."""
    phrase = straighten(name)
    owned = _staff_of().fullmatch(phrase)
    if not owned:
        return None
    owner = owned["owner"] or owned["boss"]
    sex = OWNERS.get(owner.lower(), "")
    role = _role_of_one_before(text, phrase, sex) if sex else _role_of(text, owner)
    return None if role in (None, CITIZENS) else SaidBeside(role, "", " ".join(split_phrase(name)))


@lru_cache(maxsize=1)
def _staff_of() -> re.Pattern[str]:
    """What describes staff: [Lund]'s senior aides; aides to [the mayor]."""
    roles = load_roles()
    staff = {word for word, role in roles.anybody.items() if role == POLITICS and word not in roles.bodies}
    staff |= {"staff", "staffers"}
    words = "|".join(sorted(map(re.escape, staff), key=len, reverse=True))
    return re.compile(
        rf"(?:(?P<owner>his|her|[A-Z][\w.-]*(?: [A-Z][\w.-]*)*(?='))(?:'s?)? (?:[\w-]+ ){{0,3}}?(?:{words})"
        rf"|(?:[\w-]+ ){{0,3}}?(?:{words}) (?:to|of|for) (?P<boss>.+))",
        re.IGNORECASE,
    )


def _role_of(text: str, boss: str) -> str | None:
    """The role that a boss's title says, else the text beside their name."""
    words = split_phrase(boss)
    if any(one.kind != "body" for one in find_role_words(words)):
        return recognise_role(words, person=True, text=text)
    parts = [part for part in boss.split() if part[0].isupper()]
    names = [" ".join(parts), parts[-1]] if parts else []
    return next((one.role for one in find_descriptions(text, names) if one.role), None)


def _role_of_one_before(text: str, phrase: str, sex: str) -> str | None:
    """The role of the last person named before a phrase who can be he, or she."""
    said = re.search(rf"\b{re.escape(phrase)}\b", straighten(text), re.IGNORECASE)
    if not said:
        return None
    before = text[max(0, said.start() - LOOKED) : said.start()]
    for sequence in reversed(list(SEQUENCE.finditer(before))):
        for part in reversed(split_sequence(sequence.group())):
            words, titled = bare_name(tuple(part))
            if (
                is_personal(list(words))
                and is_sure(list(words))
                and (titled or guess_sex(" ".join(words))) in ("", sex)
            ):
                return _role_of(text, " ".join(words))
    return None
