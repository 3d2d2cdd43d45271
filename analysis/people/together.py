"""Two or more who speak together: Ann Lee and Bob Roy; the mayor and the minister. No sex is theirs, nor one's role."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from analysis.people.lists import given_names
from analysis.people.names import is_personal, is_sure
from analysis.people.titles import PARTICLES, ROLES, TITLES
from analysis.words.classes import DETERMINERS, POSSESSIVES

AND = re.compile(r"\s+(?:and|&|und|sowie|y|e|et|и|й|та|і|және|мен|пен|бен)\s+")  # in all languages that are read
LISTED = re.compile(r",\s+")  # Ann Lee, Bob Roy and Tim Hum
OF = re.compile(r"(?:^|\s)(?:of|for|to|from|at|with|von|vom|für|des|de|del|du|para|pour)\s+|\s(?:de\s+l|d)['’]")
OPENING = (
    DETERMINERS
    | POSSESSIVES
    | frozenset(["der", "die", "das", "dem", "den", "des", "ein", "eine", "einem", "einer", "el", "la", "los", "las"])
    | frozenset(["un", "una", "su", "sus", "le", "les", "une", "son", "sa", "ses", "leur", "leurs"])
    | frozenset(["sein", "seine", "seinem", "seiner", "ihr", "ihre", "ihrem", "ihrer"])
)
ELIDED = re.compile(r"[ld]['’]")  # l'adjointe


def split_together(
    phrase: str, is_head: Callable[[str], bool] | None = None, has_articles: bool = True, person: bool = False
) -> list[str]:
    """Split the words for several who speak together into those for each; an empty list, if they are for one.

    phrase: a name or a description, as the text has it. is_head: whether a part has a noun for people, an English one
    by default. has_articles: whether the language has them: without a second one (the founder and owner) somebody is
    one. person: the phrase passes for one person's name, so that its parts are names whether a list has them or not.
    """
    is_head = is_head or has_person_noun
    front, *behind = AND.split(phrase.strip())
    if not behind:
        return []
    parts = [part.strip() for part in (*LISTED.split(front), *behind) if part.strip()]
    if len(parts) < 2:
        return []
    if _are_names(parts, person):
        return parts
    first, *others = parts
    if not (is_head(first) or _is_full_name(first)) or _goes_on(first, others[0], is_head):
        return []
    opened = (_is_full_name(other) or (is_head(other) and (not has_articles or _opens(other))) for other in others)
    return parts if all(opened) else []


def are_several(name: str) -> bool:
    """Whether a speaker's name, as tables show it, is for several: two names, a plural (aides to the mayor)."""
    front = OF.split(name)[0].split()
    return bool(split_together(name)) or (name[:1].islower() and front[-1] in _plurals())


def has_person_noun(part: str) -> bool:
    """Whether an English phrase has a noun for people: the mayor, her husband."""
    return not (ROLES | TITLES).isdisjoint(part.lower().split())


@lru_cache(maxsize=1)
def _plurals() -> frozenset[str]:
    """The plurals of nouns for people, but for those that are singulars too (the boss)."""
    made = {f"{noun[:-3]}men" if noun.endswith("man") else f"{noun}s" for noun in ROLES}
    return frozenset(made) - ROLES


def is_written_as_name(part: str) -> bool:
    """Whether one part is a name of more than one word: Bob Roy, but not Der Bürgermeister."""
    words = part.split()
    return len(words) > 1 and _is_written(words) and not _opens(part)


def _are_names(parts: Iterable[str], person: bool) -> bool:
    """Whether parts are names of people, the last in full: Ann and Bob Roy, but not José Ortega y Gasset."""
    named = [part.split() for part in parts]
    if any(_opens(part) for part in parts) or not all(_is_written(words) for words in named) or len(named[-1]) < 2:
        return False
    full = [words for words in named if len(words) > 1]
    short = all(len(words) > 1 or words[0].lower() in given_names() for words in named)
    return short and (person or any(is_personal(words) and is_sure(words) for words in full))


def _is_written(words: list[str]) -> bool:
    return bool(words) and all(word[0].isupper() or word in PARTICLES for word in words) and words[0][0].isupper()


def _is_full_name(part: str) -> bool:
    words = [word for word in part.split() if word.lower().rstrip(".") not in TITLES]
    return len(words) > 1 and _is_written(words) and is_personal(words) and is_sure(words)


def _opens(part: str) -> bool:
    return part.split()[0].lower() in OPENING or ELIDED.match(part.lower()) is not None


def _goes_on(first: str, second: str, is_head: Callable[[str], bool]) -> bool:
    """Whether what follows belongs to what stands behind "of": the mother [of the boy and the girl]."""
    behind = OF.split(first)
    if len(behind) < 2:
        return False
    return _is_full_name(behind[-1]) if _is_full_name(second) else is_head(behind[-1])
