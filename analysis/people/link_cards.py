"""Heads of link cards that a page glues behind a name: "Ann Lee Ann Marie LeeMayor opens the bridge MORE said".

A site that links a name to its own pages leaves, once tags are gone, the name again in a fuller form, the headlines of
other stories glued to it and a word in capitals that ends them, all of it within a sentence. No list of sites tells it:
a family name, a fuller name with the same family name at once behind it, and a capital or a digit in mid-word.
"""

from __future__ import annotations

import re

from analysis.texts.stretches import mask_stretches

LONGEST = 900  # characters of the headlines of one card
BEHIND = 140  # characters of a name and its fuller form
_UPPER = r"[^\W\d_a-zà-ÿа-я]"
_GLUED = re.compile(r"[^\W_a-zà-ÿа-я](?<=[a-zà-ÿ]{2}.)")  # a capital or a digit in mid-word
_WORD = rf"\(?[“\"]?{_UPPER}[\w.'’-]{{0,30}}[”\"]?\)?"
_FULLER = re.compile(
    rf"(?<![\w'’-])({_UPPER}[\w'’-]{{0,30}}[a-zà-ÿ])(?: (?:Jr|Sr|I{{2,3}})\.?)?(?P<fuller>(?:,? {_WORD}){{1,5}}? \1)\Z"
)
_END = re.compile(r"(?:\b|(?<=[a-zà-ÿ]))MORE(?![^\W_])")


def find_cards(text: str) -> list[tuple[int, int]]:
    """Find the heads of cards: where the fuller form begins behind the name and where the headlines end, in order.

    A head that nothing ends is the fuller form alone.
    """
    cards: list[tuple[int, int]] = []
    for glued in _GLUED.finditer(text):
        end, begin = glued.start(), max(0, glued.start() - BEHIND)
        if cards and end <= cards[-1][1]:
            continue
        if found := _FULLER.search(text[begin:end]):
            cards.append((begin + found.start("fuller"), _end_of_card(text, end)))
    return cards


def mask_cards(text: str) -> str:
    """Put blanks in place of the heads of cards, one for each character: every other place stays."""
    return mask_stretches(text, find_cards(text))


def _end_of_card(text: str, at: int) -> int:
    """Say where the headlines end that are glued to a name: behind the word that ends them, in the same paragraph."""
    stop = text.find("\n", at)
    ended = _END.search(text, at, min(at + LONGEST, len(text) if stop < 0 else stop))
    return ended.end() if ended else at
