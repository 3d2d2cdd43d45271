"""What stands between two blanks, cut into words and labelled once: most of it stands in a corpus many times.

A text is cut as `cut_for_names` cuts it, by looking up each stretch; only where a cut hangs on more than what stands
between two blanks is the whole text cut.
"""

from __future__ import annotations

import re
from itertools import accumulate, chain
from operator import itemgetter, sub
from typing import NamedTuple

from analysis.actors.labels import Label
from analysis.actors.lexicon import Lexicon
from analysis.actors.tokens import cut_for_names

CAMEL = re.compile(r"[A-Z][a-zà-ÿ]+|[A-Z]+(?![a-zà-ÿ])")
SPLIT = frozenset(Label.BEFORE_A_HYPHEN)  # a hyphen after one of these joins two words: NATO-Russia, US-led
MOST_HYPHENS = 4  # in a word that is looked into
MOST_KEPT, LONGEST_KEPT = 400_000, 60  # a hostile text cannot fill the memory
OPEN_INITIAL = re.compile(r"\. (?<=[^\W\d_]\. )(?<![^\W_][^\W\d_]\. )(?![^\W\d_])")  # J. 5: no initial, unlike J. Smith
ENDS = frozenset(',;:?!)"')  # a mark behind a word that is never a part of it
WORDS, LABELS, MARKS, STEPS = map(itemgetter, range(4))
UNMARKED, OF_A_PHRASE, BY_PLACE, BOTH = " pb2"


class Stretch(NamedTuple):
    """The words of a stretch, and for each its label, a mark and the characters from its start to the next word's.

    marks: what calls for a closer look: whether a phrase of the lexicon can begin with a word, and whether its label
    hangs on where it stands. steps: the last leads behind the blank that follows.
    """

    words: tuple[str, ...]
    labels: str
    marks: str
    steps: tuple[int, ...]


class Stretches(dict):
    """The stretches met so far, by their text."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.lexicon = lexicon
        phrases, by_place = lexicon.phrases.keys(), lexicon.words["by_place"]
        self.marks = dict.fromkeys(phrases, OF_A_PHRASE) | dict.fromkeys(by_place, BY_PLACE)
        self.marks |= dict.fromkeys(phrases & by_place, BOTH)

    def __missing__(self, text: str) -> Stretch:
        made = self.make(text)
        if len(text) <= LONGEST_KEPT:
            if len(self) >= MOST_KEPT:
                self.clear()
            self[text] = made
        return made

    def make(self, text: str) -> Stretch:
        """Cut and label a text by itself, the most usual ones (a word, a word with a mark) without any expression."""
        labels, marks = self.lexicon.labels, self.marks
        if text.isalnum():
            return Stretch((text,), labels[text], marks.get(text, UNMARKED), (len(text) + 1,))
        word, last = text[:-1], text[-1:]
        if word.isalnum() and (last in ENDS or (last == "." and len(word) > 1 and word.islower())):
            marked = marks.get(word, UNMARKED) + UNMARKED
            return Stretch((word, last), labels[word] + labels[last], marked, (len(word), 2))
        words, starts = cut_for_names(text)
        if "-" in text or "#" in text:
            words, starts = _split_words(words, starts, self.lexicon)
        marked = "".join([marks.get(word, UNMARKED) for word in words])
        steps = map(sub, [*starts[1:], len(text) + 1], starts)
        return Stretch(tuple(words), "".join(map(labels.__getitem__, words)), marked, tuple(steps))


def list_stretches(text: str, lexicon: Lexicon) -> list[Stretch]:
    """List the stretches of a text in order; the whole text is one where cuts hang on more than a stretch."""
    if lexicon.stretches is None:
        lexicon.stretches = Stretches(lexicon)
    if "\n" in text or (". " in text and OPEN_INITIAL.search(text)):
        return [lexicon.stretches.make(text)]
    # map() with a dictionary's method rather than a loop of our own: a third of the time
    return list(map(lexicon.stretches.__getitem__, text.split(" ")))


def join_starts(text: str, stretches: list[Stretch], lexicon: Lexicon) -> list[int]:
    """Say where each word of a text starts."""
    *starts, end = accumulate(chain.from_iterable(map(STEPS, stretches)), initial=0)
    if end != len(text) + 1:  # blanks that no step leads over: two together, or of another kind
        words, starts = cut_for_names(text)
        starts = _split_words(words, starts, lexicon)[1]
    return starts


def _split_words(words: list[str], starts: list[int], lexicon: Lexicon) -> tuple[list[str], list[int]]:
    """Split the words that have `_pieces`."""
    pieces = [
        piece
        for word, start in zip(words, starts, strict=True)
        for piece in (_pieces(word, start, lexicon) if "-" in word or word[0] == "#" else ((word, start),))
    ]
    return [piece for piece, _ in pieces], [start for _, start in pieces]


def _pieces(word: str, start: int, lexicon: Lexicon) -> list[tuple[str, int]]:
    """Split a hashtag at its capitals, and a hyphened word whose first part is an actor or adjective."""
    if word[0] == "#" and len(word) > 1:
        return [("#", start), *((part.group(), start + part.start()) for part in CAMEL.finditer(word))]
    if 0 < word.count("-") <= MOST_HYPHENS and word not in lexicon.listed:
        head, _, tail = word.partition("-")
        prefix = head.lower() in lexicon.words["prefixes"] and tail[:1].isupper()
        suffix = tail in lexicon.words["suffixes"] and word[0].isupper()
        if tail and (prefix or suffix or (head and lexicon.label(head) in SPLIT)) and tail != "elect":
            middle = start + len(head)
            return [(head, start), ("-", middle), *_pieces(tail, middle + 1, lexicon)]
    return [(word, start)]
