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
from itertools import chain, compress
from typing import NamedTuple

import pandas as pd

from analysis.frames.codebooks import Codebook, Pattern
from analysis.frames.codebooks.patterns import TokenPlaces, compile_glob, cut_text, fold_text, is_written_so
from analysis.frames.names import find_in_names
from analysis.frames.negation import is_negated
from analysis.progress import count_off
from analysis.texts.tokens import Cuts
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
    sizes: list[int] = field(default_factory=list)  # how many letters of a token `begins` looks at

    def add(self, token: str) -> _Step:
        """Return the step after a token of a pattern, making it if it is new."""
        if "*" not in token:
            return self.whole.setdefault(token, _Step())
        if token.endswith("*") and token.count("*") == 1:
            self.sizes = sorted({*self.sizes, len(token) - 1})
            return self.begins.setdefault(token[:-1], _Step())
        return self.globs.setdefault(token, _Step())

    def after(self, token: str) -> list[_Step]:
        """Return every step that a token of a text leads to."""
        steps = [self.whole[token]] if token in self.whole else []
        if token[0].isalnum():
            starts = (token[:size] for size in self.sizes if size <= len(token))
            steps += [self.begins[start] for start in starts if start in self.begins]
            steps += [step for glob, step in self.globs.items() if compile_glob(glob).fullmatch(token)]
        return steps


class _First(NamedTuple):
    """What a token may begin: the words that it is by itself, and the steps that go on with another token.

    seconds: the tokens that they can go on with; None where some go on with any that begins so.
    """

    ends: list[tuple[tuple, Word]]
    onward: list[_Step]
    seconds: frozenset[str] | None


class _FirstSteps(Cuts):
    """What each token begins, worked out once for each different one: None for nothing, _MARK for a mark."""

    def __init__(self, start: _Step) -> None:
        super().__init__(lambda token: _begin(start.after(token)) or (None if token[0].isalnum() else _MARK))


def _begin(steps: list[_Step]) -> _First | None:
    onward = [step for step in steps if step.whole or step.begins or step.globs]
    open_ = any(step.begins or step.globs for step in onward)
    seconds = None if open_ else frozenset(chain.from_iterable(step.whole for step in onward))
    return _First([end for step in steps for end in step.ends], onward, seconds) if steps else None


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
        for number, text in enumerate(count_off(texts, "looking for words", "texts")):
            tokens = cut_text(fold_text(text))
            claims, length = self._match(text, tokens)
            lengths.append(length)
            hits += [_hit(number, tokens, *claim) for claim in claims]
        return hits, lengths

    def find_placed(self, texts: Iterable[str]) -> tuple[pd.DataFrame, list[int]]:
        """Find all words and say where they stand; also how many words each text has.

        The table has one row a hit: text (its number), frame, item, word (as the codebook has it), found (as the text
        has it), start, end (characters), weight, negated.
        """
        rows, lengths = [], []
        for number, text in enumerate(count_off(texts, "looking for words", "texts")):
            places = TokenPlaces(fold_text(text))
            tokens = places.cut()
            claims, length = self._match(text, tokens, places)
            lengths.append(length)
            for first, size, word in claims:
                start, end = places.span(first, size)
                frame, pattern = self.codebook.frames[word.frame], word.pattern
                named = frame.name, frame.items[word.item].name, pattern.text
                negated = is_negated(tokens, first)
                rows.append((number, *named, text[start:end], start, end, pattern.weight, negated))
        columns = ["text", "frame", "item", "word", "found", "start", "end", "weight", "negated"]
        return pd.DataFrame(rows, columns=columns), lengths

    def _match(
        self, text: str, tokens: list[str], places: TokenPlaces | None = None
    ) -> tuple[list[tuple[int, int, Word]], int]:
        """The words that count in a text (first token, tokens, word), and how many words it has."""
        steps = list(map(self._first.__getitem__, tokens))
        if found := _find_ends(steps, tokens):
            found = _claim(_leave_out_unmeant(found, tokens, text, places), tokens)
        return found, len(steps) - steps.count(_MARK)


def _variants(codebook: Codebook) -> Iterator[tuple[Word, tuple[str, ...]]]:
    listed = [(-1, -1, mask) for mask in codebook.masks]
    for place, frame in enumerate(codebook.frames):
        listed += [(place, number, word) for number, item in enumerate(frame.items) for word in item.words]
    for place, number, word in listed:
        yield from ((Word(place, number, word, capitals), variant) for variant, capitals in word.sequences)


def _leave_out_unmeant(
    found: list[tuple], tokens: list[str], text: str, places: TokenPlaces | None = None
) -> list[tuple]:
    """Leave out the matches that capitals speak against: "us" for US, Hope in Hope Hicks for hope."""
    alone = {tokens[place] for _, place, length, word in found if length == 1 and word.frame >= 0}
    named = {start for token in alone if token.capitalize() in text for start in find_in_names(text, token)}
    if not named and not any(any(word.capitals) for *_, word in found):
        return found
    places = places or TokenPlaces(fold_text(text))
    return [match for match in found if _is_meant(*match[1:], places, text, named)]


def _is_meant(place: int, length: int, word: Word, places: TokenPlaces, text: str, named: set[int]) -> bool:
    if not any(word.capitals) and (word.frame < 0 or length > 1):
        return True
    start, end = places.span(place, length)
    if any(word.capitals):
        return is_written_so(text[start:end], word.capitals) and not _is_shouted(text, start, end)
    return start not in named or word.pattern.text != word.pattern.text.lower()


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Whether a function word stands in a line of which all is in capitals."""
    if text[start:end].replace(".", "").lower() not in load_stop_words("en"):
        return False
    line = text[text.rfind("\n", 0, start) + 1 : (text.find("\n", end) + 1 or len(text) + 1) - 1]
    return line.isupper() and len(line.split()) >= SHOUTED


def _find_ends(steps: list[_First | tuple | None], tokens: list[str]) -> list[tuple[tuple, int, int, Word]]:
    """Find all words, wherever they begin: (rank, first token, tokens, word)."""
    found = []
    for place in compress(range(len(steps)), steps):
        ends, onward, seconds = steps[place]
        if ends:
            found += [(rank, place, 1, word) for rank, word in ends]
        if onward and place + 1 < len(tokens) and (seconds is None or tokens[place + 1] in seconds):
            found += _ends_after(onward, tokens, place)
    return found


def _ends_after(steps: list[_Step], tokens: list[str], place: int) -> Iterator[tuple[tuple, int, int, Word]]:
    """Yield the words of two tokens and more that begin at a place, given the steps after its token."""
    waiting = [(step, place + 1) for step in steps]
    while waiting:
        step, end = waiting.pop()
        if end < len(tokens) and (step.whole or step.begins or step.globs):
            for after in step.after(tokens[end]):
                for rank, word in after.ends:
                    yield rank, place, end + 1 - place, word
                waiting.append((after, end + 1))


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
