"""What marked words can be, and the lists by which that is told (marked_words.yaml)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from analysis.yaml_files import load_yaml

RULES = Path(__file__).with_name("marked_words.yaml")
SCARE, TERM, TITLE, NICKNAME, EMPHASIS = "scare quotes", "term", "title", "nickname", "emphasis"
UNDECIDED, FRAGMENT = "undecided", "fragment"  # in a sentence that reports speech; words of somebody whom nothing names
IN_MARKS, DISTANCED = "quotation marks", "so-called"


class MarkedWord(NamedTuple):
    """Words that a text marks: from which character to which, their kind, and by what they are marked."""

    start: int
    end: int
    kind: str
    mark: str  # quotation marks, asterisks, capitals, so-called


@lru_cache(maxsize=1)
def load_marked_rules() -> dict[str, frozenset[str]]:
    """Load the lists of marked_words.yaml, each by its name."""
    content = load_yaml(RULES, "the rules of marked words").value()
    return {name: frozenset(str(word) for word in words) for name, words in content.items()}
