"""Closed classes of English words and a few more by which sentences are read, from classes.yaml."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import yaml

_LISTS = yaml.safe_load(Path(__file__).with_name("classes.yaml").read_text(encoding="utf8"))
_SETS = {name: frozenset(words.split()) for name, words in _LISTS.items()}

AUXILIARIES = _SETS["auxiliaries"]
NEGATIONS = _SETS["negations"]
ADVERBS = _SETS["adverbs"]
PREPOSITIONS = _SETS["prepositions"]
SUBORDINATORS = _SETS["subordinators"]
RELATIVES = _SETS["relatives"]
CONJUNCTIONS = _SETS["conjunctions"]
DETERMINERS = _SETS["determiners"]
POSSESSIVES = _SETS["possessives"]
PERSONAL = _SETS["personal"]
OBJECT_PRONOUNS = _SETS["object_pronouns"]
HE = _SETS["he"]
SHE = _SETS["she"]
PLURAL = _SETS["plural"]
MESSAGES = _SETS["messages"]
MONTHS = _SETS["months"]
REGIONS = _SETS["regions"]
COMMON_VERBS = _SETS["common_verbs"]
PLURALS = _SETS["plurals"]
SINGULAR_S = _SETS["singular_s"]
HELPERS = _SETS["helpers"]
MODALS = _SETS["modals"]
BE = _SETS["be"]
NOT_SPEAKERS = _SETS["not_speakers"]
WORKS = _SETS["works"]
TITLED = _SETS["titled"]
MAKERS = _SETS["makers"]
READING = _SETS["reading"]
PROGRAMMES = _SETS["programmes"]  # words joined by _
LABELS = _SETS["labels"]
EXPRESSING = _SETS["expressing"]
LY_NOUNS = _SETS["ly_nouns"] | _SETS["ly_names"]
STUDIES = _SETS["studies"]
STANDING = _SETS["standing"]
HERALDS = _SETS["heralds"]
PARTS = _SETS["parts"]
COPULAS = _SETS["copulas"]
MATTERS = _SETS["matters"]
BODIES = _SETS["bodies"]
PRONOUNS = PERSONAL | OBJECT_PRONOUNS
ADJECTIVES = (
    "ive",
    "al",
    "ous",
    "ic",
    "ful",
    "less",
    "able",
    "ible",
    "ary",
    "ern",
    "ish",
    "ing",
    "ed",
)  # their endings


@lru_cache(maxsize=100_000)
def is_adverb(low: str) -> bool:
    """Tell whether a word in lower case is an adverb: a listed one, or any in -ly but reply, family, ..."""
    return low in ADVERBS or (low.endswith("ly") and len(low) > 4 and low not in LY_NOUNS)


def is_page_part(lows: Sequence[str]) -> bool:
    """Tell whether the words of a label, in lower case, are a part of a page or a programme: Note, Meet the Press."""
    return lows[0] in NOT_SPEAKERS or lows[-1] in NOT_SPEAKERS or "_".join(lows) in PROGRAMMES
