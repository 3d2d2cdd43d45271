"""Words that a document must or must not have for a name to be an actor's: only_with, not_with of aliases.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from analysis.actors.lexicon import Lexicon


def find_asked(texts: Iterable[str], lexicon: Lexicon) -> set[str]:
    """Find the words and phrases in a document's texts that the conditions of aliases ask for."""
    if not lexicon.conditions:
        return set()
    if "asked" not in lexicon.fixed:
        lexicon.fixed["asked"] = {"": make_expression(lexicon)}
    expression = lexicon.fixed["asked"][""]
    return {word for text in texts for word in expression.findall(text)}


def make_expression(lexicon: Lexicon) -> re.Pattern[str]:
    """Make one expression of all words that are asked for, by their first letters, which are looked for fast."""
    asked = sorted({word for pair in lexicon.conditions.values() for words in pair for word in words})
    return re.compile("|".join(_begin(first, list(words)) for first, words in groupby(asked, key=lambda word: word[0])))


def _begin(first: str, words: list[str]) -> str:
    """Write what looks for words of one first letter where no letter stands before it, and none after them."""
    letter = re.escape(first)
    return rf"{letter}(?<!\w{letter})(?:{'|'.join(re.escape(word[1:]) for word in words)})(?!\w)"
