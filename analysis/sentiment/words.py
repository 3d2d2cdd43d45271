"""Words as VADER sees them: a number for each token, with what its rules ask of it.

A token's word and its properties depend on the token alone: NLTK strips one mark of its list before or
after the word, and that word, freed of all punctuation, stands in the text whenever the token does.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from string import punctuation

import numpy as np

from analysis.sentiment.reference import load_analyzer

LEXICON, BOOSTER, UPPER, NEGATION, NEVER, SO, BUT, LEAST, WORD = (1 << bit for bit in range(9))
DROPPED = 0  # the number of a token of one character: NLTK leaves it out
MOST_TOKENS = 400_000  # kept between calls, about 60 MB
STRIP = str.maketrans("", "", punctuation)


class Vocabulary(dict):
    """Tokens and their numbers; `flags`, `valence`, `boost`, `opens` and `closes` are indexed by number.

    opens, closes: a bit for each two-word opening of an idiom, set for its first and its second word.
    """

    def __init__(self):
        super().__init__()
        self.analyzer = load_analyzer()
        constants = self.analyzer.constants
        self.marks = frozenset(constants.PUNC_LIST)
        phrases = [*constants.SPECIAL_CASE_IDIOMS, *constants.BOOSTER_DICT]
        self.pairs = sorted({tuple(phrase.split()[:2]) for phrase in phrases if " " in phrase})
        self.waiting = [(0, 0.0, 0.0, 0, 0)]  # properties not yet in the arrays; that of DROPPED comes first
        self.words: dict[str, int] = {}
        self.flags = np.empty(0, np.int16)
        self.valence, self.boost = np.empty(0), np.empty(0)
        self.opens, self.closes = np.empty(0, np.int32), np.empty(0, np.int32)

    def __missing__(self, token: str) -> int:
        number = self.number_word(self.strip_marks(token)) if len(token) > 1 else DROPPED
        self[token] = number
        return number

    def strip_marks(self, token: str) -> str:
        """Free a token of one mark of NLTK's list before or after it; other tokens stay as they are."""
        bare = token.translate(STRIP)
        if len(bare) > 1 and len(bare) < len(token):
            rest = token.removeprefix(bare) if token.startswith(bare) else token.removesuffix(bare)
            return bare if rest in self.marks else token
        return token

    def number_word(self, word: str) -> int:
        """Give a word its number: one for each spelling, because capitals count."""
        if word not in self.words:
            self.words[word] = len(self.flags) + len(self.waiting)
            self.waiting.append(self.describe(word))
        return self.words[word]

    def describe(self, word: str) -> tuple[int, float, float, int, int]:
        """Tell what VADER's rules ask of a word: flags, valence, boost, and its part in idioms."""
        constants, lower = self.analyzer.constants, word.lower()
        flags = (
            LEXICON * (lower in self.analyzer.lexicon)
            | BOOSTER * (lower in constants.BOOSTER_DICT)
            | UPPER * word.isupper()
            | NEGATION * constants.negated([word])
            | NEVER * (word == "never")
            | SO * (word in ("so", "this"))
            | BUT * (lower == "but")
            | LEAST * (lower == "least")
            | WORD * any(map(str.isalpha, word))
        )
        opens = sum(1 << bit for bit, pair in enumerate(self.pairs) if pair[0] == lower)
        closes = sum(1 << bit for bit, pair in enumerate(self.pairs) if pair[1] == lower)
        return (
            flags,
            self.analyzer.lexicon.get(lower, 0.0),
            constants.BOOSTER_DICT.get(lower, 0.0),
            opens,
            closes,
        )

    def number_tokens(self, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        """Number the words of texts: the numbers one text after another, and the text that each is from."""
        tokens = [text.split() for text in texts]
        lengths = np.fromiter(map(len, tokens), np.int64, len(tokens))
        numbers = np.fromiter(map(self.__getitem__, chain.from_iterable(tokens)), np.int32, lengths.sum())
        self.take_in_waiting()
        kept = numbers != DROPPED
        return numbers[kept], np.repeat(np.arange(len(tokens)), lengths)[kept]

    def take_in_waiting(self) -> None:
        """Append the properties of words met since the last time to the arrays."""
        if self.waiting:
            for name, values in zip(
                ("flags", "valence", "boost", "opens", "closes"), zip(*self.waiting, strict=True), strict=True
            ):
                old = getattr(self, name)
                setattr(self, name, np.concatenate([old, np.array(values, old.dtype)]))
            self.waiting = []


_kept: list[Vocabulary] = []


def kept_vocabulary() -> Vocabulary:
    """Give the vocabulary kept between calls, a new one when it has grown too large."""
    if not _kept or len(_kept[0]) > MOST_TOKENS:
        _kept[:] = [Vocabulary()]
    return _kept[0]
