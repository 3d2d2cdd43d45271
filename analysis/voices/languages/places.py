"""Places and bodies that hang on a title, before the name: the mayor of Omsk X, the head of the MFA of India X."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from analysis.voices.languages.rules import LanguageRules
from analysis.voices.languages.words_known import Noun

GENITIVE = 0  # its number in the tables of endings


def find_name_behind(
    words: list[str], at: int, nouns: Sequence[Noun], rules: LanguageRules, guess: Callable[[str], str]
) -> int:
    """Where a name begins behind a role in the nominative and the places and bodies that hang on it.

    words: in capitals, in a row; at: the first behind the role; nouns: how the role can be read; guess: the sex that a
    family name tells.
    """
    if not rules.has_cases or rules.verb_last or not any(noun.is_nominative for noun in nouns):
        return at
    while at + 1 < len(words) and words[at].isupper() and len(words[at]) > 1:
        at += 1
    if at + 1 >= len(words):
        return at
    office = any(noun.nominative.endswith(rules.lists["offices"] or ("-",)) for noun in nouns)
    behind = len(words) - at - 1
    name = behind > 1 or (office and guess(words[at + 1]) == "m")
    return at + (ends_as_land(words[at], rules) or (name and _is_genitive(words[at], behind, rules)))


def ends_as_land(word: str, rules: LanguageRules) -> bool:
    """Whether a word ends as countries do in the genitive."""
    return word.lower().endswith(rules.lists["land_ends"] or "-")


def names_owner(word: str, after: str, rules: LanguageRules) -> bool:
    """Whether a given name is in the genitive and one in the nominative stands behind it: the neighbour of X Y."""
    if not rules.has_cases or rules.verb_last or after.lower().endswith(rules.lists["surnames"]):
        return False
    owner, named = (rules.given.get(one.lower()) or rules.list_alike(one) for one in (word, after))
    genitive = bool(owner) and all(one.case == GENITIVE for one in owner)
    return genitive and any(one.case < 0 for one in named)


def _is_genitive(word: str, behind: int, rules: LanguageRules) -> bool:
    """Whether a word before a name ends as a genitive does, and is no woman's given name that sounds so.

    behind: words behind it; where there are two, a given name in another case than the nominative is a place too.
    """
    given = rules.list_alike(word)
    if behind > 1 and given and all(one.case >= 0 for one in given):
        return True
    woman = any(one.case < 0 and one.sex == "f" for one in given)
    return not woman and word.lower().endswith(rules.lists["genitive"])
