"""What people are called beside their names: the nouns before a name and behind it, none that hangs on another."""

from __future__ import annotations

import re
from itertools import pairwise

from analysis.voices.languages.full_names import NamedAt
from analysis.voices.languages.rules import LanguageRules

BEFORE, BEHIND = 80, 40  # characters before and behind a name in which the nouns stand that say who somebody is
PIECES = re.compile(r"[.!?:;,()«»„“”\"—–\[\]]")
IN_MARKS = re.compile(r"[«„“\"][^«»„“”\"]{1,40}[»“”\"]")
SMALL_WORD = re.compile(r"[\w-]+")
APPOSED = re.compile(r", ?([^.!?:;,()«»„“”\"—–\n]+)")
VICES = ("вице", "віце", "зам", "vice", "vize", "сопред", "пресс", "прес")  # who is not what the rest says
JOINED = 2  # letters of a possessive ending: министрі
LAND = 4  # letters that a country and its adjective share


def list_callings(text: str, named: NamedAt, rules: LanguageRules) -> tuple[set[str], set[str]]:
    """List the nouns that a person bears at a place, and all words that stand there: the mayor of Bonn, Ann Lee."""
    line = text[max(0, named.start - BEFORE) : named.start].rpartition("\n")[2].lower()
    pieces = PIECES.split(IN_MARKS.sub(" ", line))  # the head of the centre «Dawn» X
    words = SMALL_WORD.findall(pieces[-1])
    if not words and len(pieces) > 1 and line.rstrip().endswith(","):
        words = SMALL_WORD.findall(pieces[-2])
    found = {word for word in words[-1:] if word not in rules.nouns}  # a noun that no list has: the forester X
    found.update(list_head_nouns(words, named.is_nominative, rules))
    found.update(pair for pair in map(" ".join, pairwise(words)) if pair in rules.mappings["covers"])  # head of state
    behind = APPOSED.match(text, named.end, named.end + BEHIND)
    if behind:
        after = SMALL_WORD.findall(behind[1].lower())
        found.update(list_head_nouns(after[:3], True, rules)[:1])
        words = words + after
    return found, set(words)


def list_head_nouns(words: list[str], nominative: bool, rules: LanguageRules) -> list[str]:
    """The nouns of a phrase that belong to a name: in its case, no genitive of another noun."""
    cased = rules.has_cases and not rules.verb_last
    heads: list[str] = []
    for at, low in enumerate(words):
        nouns = rules.nouns.get(low, ())
        if rules.has_cases and nominative:
            nouns = [noun for noun in nouns if noun.is_nominative and (rules.verb_last or noun.number == "s")]
        elif cased and heads:
            continue  # по словам министра обороны: the first noun has the name's case
        elif not rules.has_cases and heads and _hangs(words, at, rules):
            continue
        heads += [noun.nominative for noun in nouns]
    return heads


def _hangs(words: list[str], at: int, rules: LanguageRules) -> bool:
    """Whether a noun hangs on one before it: the spokesman of the minister."""
    of = rules["of"] | rules["genitive"] | {"d"}
    return not of.isdisjoint(words[max(0, at - 2) : at])


def covers_role(role: str, known: str, rules: LanguageRules) -> bool:
    """Whether who bears a title is meant by a role: the minister by "finance minister", no president by "vice"."""
    if role == known or known in rules.mappings["covers"].get(role, ()):
        return True
    if rules.verb_last:  # министр, министрі
        return known.startswith(role) and len(known) - len(role) <= JOINED
    if known.startswith(VICES):
        return False
    return (known.endswith(role) and (rules.capitals or known[-len(role) - 1] == "-")) or known.startswith(f"{role}-")


def is_of_land(adjective: str, words: set[str], rules: LanguageRules) -> bool:
    """Whether words beside a name hold the country of an adjective: the American leader, of the USA."""
    stem = next((stem for stem in rules.mappings["lands"] if adjective.startswith(stem)), "")
    signs = (*(rules.mappings["lands"][stem] if stem else ()), adjective[:LAND])
    return any(word.startswith(signs) for word in words)
