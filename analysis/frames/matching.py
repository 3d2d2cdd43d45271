"""Find a codebook's words in texts: one pass over the tokens for all frames together.

The longest match wins; no token counts twice within a frame (it may count in two frames); a mask ("United Nations")
keeps its tokens from every shorter word; a word inside one of its `unless` phrases does not count, nor does one that
is part of a person's name (names.py); a word within three words after "not", "no", "never", "without", … is marked as
negated (negation.py) and still counts: to deny a frame is to speak in its terms (Lakoff 2004). No match runs across a
punctuation mark. A word written in capitals ("US") is found in capitals alone; in a line that is all in capitals one
that would be a function word in small letters ("LEAD US TO PEACE") does not count, for nothing tells which it is.
Kept beside one regular expression of all words, which knows none of this and is six times slower (0.8 MB/s, 5.0 here).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import compress
from typing import NamedTuple

import pandas as pd

from analysis.frames.codebooks import Codebook, Pattern
from analysis.frames.codebooks.patterns import MARK, compile_glob, cut_text, fold_text, is_written_so, token_spans
from analysis.frames.names import find_in_names
from analysis.frames.negation import is_negated
from analysis.words.terms import load_stop_words

SHOUTED = 3  # words from which a line in capitals is a heading rather than an abbreviation
_MARK = ()  # what the first step says of a punctuation mark


class Word(NamedTuple):
    """A word of the codebook with its place in it, as one of its sequences; frame is -1 for a mask."""

    frame: int
    item: int
    pattern: Pattern
    capitals: tuple[bool, ...] = ()


class Hit(NamedTuple):
    """A word found: the text it stands in, its first token, how many tokens, the word, as found, whether negated."""

    text: int
    first: int
    tokens: int
    word: Word
    found: str
    negated: bool


@dataclass
class _Step:
    """What may follow so far: by whole token, by how a token begins, by a glob; and the words that end here."""

    whole: dict[str, _Step] = field(default_factory=dict)
    begins: dict[str, _Step] = field(default_factory=dict)
    globs: dict[str, _Step] = field(default_factory=dict)
    ends: list[tuple[tuple, Word]] = field(default_factory=list)

    def add(self, token: str) -> _Step:
        """Return the step after a token of a pattern, making it if it is new."""
        if "*" not in token:
            return self.whole.setdefault(token, _Step())
        if token.endswith("*") and token.count("*") == 1:
            return self.begins.setdefault(token[:-1], _Step())
        return self.globs.setdefault(token, _Step())

    def after(self, token: str) -> list[_Step]:
        """Return every step that a token of a text leads to."""
        steps = [self.whole[token]] if token in self.whole else []
        if token[0].isalnum():
            if self.begins:
                starts = [token[:cut] for cut in range(len(token) + 1)]
                steps += [self.begins[start] for start in starts if start in self.begins]
            steps += [step for glob, step in self.globs.items() if compile_glob(glob).fullmatch(token)]
        return steps


class _FirstSteps(dict):
    """The steps that a token leads to from the start, worked out once for each different token."""

    def __init__(self, start: _Step) -> None:
        super().__init__(dict.fromkeys([*MARK], _MARK))
        self.start = start

    def __missing__(self, token: str) -> list[_Step] | tuple | None:
        steps = self.start.after(token) or (None if token[0].isalnum() else _MARK)
        self[token] = steps
        return steps


class Matcher:
    """Finds all words of a codebook; made once, used for any number of texts."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        start = _Step()
        for order, (word, variant) in enumerate(_variants(codebook)):
            step = start
            for token in variant:
                step = step.add(token)
            letters = sum(len(token) - token.count("*") for token in variant)
            step.ends.append(((-len(variant), word.frame >= 0, -letters, order), word))
        self._first = _FirstSteps(start)

    def find(self, texts: Iterable[str]) -> tuple[list[Hit], list[int]]:
        """Return the hits in all texts, in reading order, and how many words each text has."""
        hits: list[Hit] = []
        lengths: list[int] = []
        look = self._first.__getitem__
        for number, text in enumerate(texts):
            tokens = cut_text(fold_text(text))
            steps = list(map(look, tokens))
            lengths.append(len(steps) - steps.count(_MARK))
            begun = compress(range(len(steps)), steps)
            found = [match for place in begun for match in _ends(steps[place], tokens, place)]
            if found:
                found = _leave_out_unmeant(found, tokens, text)
                hits += [_hit(number, tokens, *claim) for claim in _claim(found, tokens)]
        return hits, lengths

    def table(self, texts: pd.Series) -> pd.DataFrame:
        """Find all words and say where they stand.

        Returns one row a hit: text (position in the Series), frame, item, word (as the codebook has it), found
        (as the text has it), start, end (characters), weight, negated.
        """
        texts = list(texts)
        spans: dict[int, list[tuple[int, int]]] = {}
        rows = []
        for hit in self.find(texts)[0]:
            text = texts[hit.text]
            if hit.text not in spans:
                spans[hit.text] = token_spans(fold_text(text))
            places = spans[hit.text]
            start, end = places[hit.first][0], places[hit.first + hit.tokens - 1][1]
            frame = self.codebook.frames[hit.word.frame]
            item, word = frame.items[hit.word.item].name, hit.word.pattern
            found = text[start:end]
            rows.append((hit.text, frame.name, item, word.text, found, start, end, word.weight, hit.negated))
        columns = ["text", "frame", "item", "word", "found", "start", "end", "weight", "negated"]
        return pd.DataFrame(rows, columns=columns)


def _variants(codebook: Codebook) -> Iterator[tuple[Word, tuple[str, ...]]]:
    listed = [(-1, -1, mask) for mask in codebook.masks]
    for place, frame in enumerate(codebook.frames):
        listed += [(place, number, word) for number, item in enumerate(frame.items) for word in item.words]
    for place, number, word in listed:
        yield from ((Word(place, number, word, capitals), variant) for variant, capitals in word.sequences)


def _leave_out_unmeant(found: list[tuple], tokens: list[str], text: str) -> list[tuple]:
    """Leave out the matches that capitals speak against: "us" for US, Hope in Hope Hicks for hope."""
    alone = {tokens[place] for _, place, length, word in found if length == 1 and word.frame >= 0}
    named = {start for token in alone if token.capitalize() in text for start in find_in_names(text, token)}
    if not named and not any(any(word.capitals) for *_, word in found):
        return found
    spans = token_spans(fold_text(text))
    return [match for match in found if _is_meant(*match[1:], spans, text, named)]


def _is_meant(place: int, length: int, word: Word, spans: list[tuple[int, int]], text: str, named: set[int]) -> bool:
    start, end = spans[place][0], spans[place + length - 1][1]
    if any(word.capitals):
        return is_written_so(text[start:end], word.capitals) and not _is_shouted(text, start, end)
    return word.frame < 0 or length > 1 or start not in named or word.pattern.text != word.pattern.text.lower()


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Whether a function word stands in a line of which all is in capitals."""
    if text[start:end].replace(".", "").lower() not in load_stop_words("en"):
        return False
    line = text[text.rfind("\n", 0, start) + 1 : (text.find("\n", end) + 1 or len(text) + 1) - 1]
    return line.isupper() and len(line.split()) >= SHOUTED


def _ends(steps: list[_Step], tokens: list[str], place: int) -> Iterator[tuple[tuple, int, int, Word]]:
    """Yield the words that begin at a place: (rank, first token, tokens, word)."""
    waiting = [(step, place + 1) for step in steps]
    while waiting:
        step, end = waiting.pop()
        for rank, word in step.ends:
            yield rank, place, end - place, word
        if end < len(tokens) and (step.whole or step.begins or step.globs):
            waiting += [(after, end + 1) for after in step.after(tokens[end])]


def _claim(found: list[tuple], tokens: list[str]) -> list[tuple[int, int, Word]]:
    """Keep the longest matches, each token once a frame, in reading order."""
    if len(found) > 1:
        found.sort(key=lambda match: (match[0], match[1]))
    taken: dict[int, set[int]] = {-1: set()}
    kept = []
    for _, place, length, word in found:
        cover = range(place, place + length)
        own = taken.setdefault(word.frame, set())
        if own.isdisjoint(cover) and taken[-1].isdisjoint(cover) and not _is_excepted(word, tokens, place, length):
            own.update(cover)
            if word.frame >= 0:
                kept.append((place, length, word))
    kept.sort(key=lambda claim: (claim[0], claim[2].frame))
    return kept


def _hit(text: int, tokens: list[str], first: int, length: int, word: Word) -> Hit:
    found = tokens[first] if length == 1 else " ".join(tokens[first : first + length])
    return Hit(text, first, length, word, found, is_negated(tokens, first))


def _is_excepted(word: Word, tokens: list[str], place: int, length: int) -> bool:
    """Whether one of the word's `unless` phrases stands over it."""
    for phrase in word.pattern.unless:
        for start in range(max(0, place + length - len(phrase)), place + 1):
            part = tokens[start : start + len(phrase)]
            if len(part) == len(phrase) and all(_fits(glob, token) for glob, token in zip(phrase, part, strict=True)):
                return True
    return False


def _fits(glob: str, token: str) -> bool:
    return glob == token or ("*" in glob and bool(compile_glob(glob).fullmatch(token)))
