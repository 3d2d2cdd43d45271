"""A target's surroundings as the network reads them: word pieces, what the lexicon says of their words, distance.

The target itself is hidden: the network sees that something stands there, never its name, so that no opinion on a
name that was common in the training news is carried into other corpora. Of a pronoun its role is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from analysis.sentiment.reference import load_analyzer
from analysis.texts.characters import straighten
from analysis.words.vectors import load_tokenizer

EACH_SIDE = 32  # word pieces read before and after the target
FEATURES = ("valence", "negation", "boost", "quoted")
BATCH = 32  # targets at once, of about the same length: what fits in a core's cache

_WORD = re.compile(r"\w+(?:[-'.]\w+)*")  # the network's own cut, with which it was trained; it counts no words
_PRONOUNS = ("he she they i we", "him her them me us", "his hers their its my our")
_ROLES = {word: role for role, words in enumerate(_PRONOUNS, 1) for word in words.split()}
SPECIAL = 1 + max(_ROLES.values())  # numbers after the tokenizer's own: one a role of the target (0: a name)


@dataclass(frozen=True)
class Batch:
    """Targets of about the same length, a row each: rows tells their places among those given.

    pieces: numbers of the word pieces, the target's own hidden behind one of SPECIAL; features: as FEATURES;
    distance: pieces from the target, EACH_SIDE at the target; kept: 1 for a piece, 0 for padding; target: its column.
    """

    rows: np.ndarray
    pieces: np.ndarray
    features: np.ndarray
    distance: np.ndarray
    kept: np.ndarray
    target: np.ndarray


class _Words(dict):
    """Each word between blanks, with its pieces and their features; kept between calls up to `most` words."""

    most = 200_000

    def __missing__(self, word: str) -> tuple[np.ndarray, np.ndarray]:
        if len(self) >= self.most:
            self.clear()
        told = word.encode("utf-8", "replace").decode()  # half a pair of UTF-16 is no text to the tokenizer
        encoding = load_tokenizer().encode(told, add_special_tokens=False)
        features = np.zeros((len(encoding.ids), len(FEATURES)), np.float32)
        lower = word.lower()
        if lower.isalpha():  # most words: no need to look where each piece stands
            features[:, :3] = _rate(lower)
        else:
            for match in _WORD.finditer(lower):
                inside = [match.start() <= start < match.end() for start, _ in encoding.offsets]
                features[np.array(inside, bool), :3] = _rate(match.group())
        self[word] = np.array(encoding.ids, np.int32), features
        return self[word]


_words = _Words()


def _rate(word: str) -> tuple[float, float, float]:
    """Give a word's valence (halved), 1 for a negation, and its boost (tripled), from VADER's lists."""
    analyzer = load_analyzer()
    constants = analyzer.constants
    negates = word in constants.NEGATE or "n't" in word
    return analyzer.lexicon.get(word, 0.0) / 2, float(negates), constants.BOOSTER_DICT.get(word, 0.0) * 3


@cache
def _numbers() -> tuple[int, int]:
    """Give the number of the quotation mark's piece, and how many pieces the tokenizer has."""
    tokenizer = load_tokenizer()
    return tokenizer.token_to_id('"'), tokenizer.get_vocab_size()


def measure_target(text: str, start: int, end: int) -> tuple[np.ndarray, np.ndarray, int]:
    """Read the surroundings of one target: pieces, features, and the place of the target among them."""
    left, right = straighten(text[:start]), straighten(text[end:])
    near = _choose_near(left.split()[::-1])[::-1]
    role, before = _ROLES.get(text[start:end].lower(), 0), left.count('"') % 2
    left_pieces, left_features = _read(near, before - sum(word.count('"') for word in near))
    right_pieces, right_features = _read(_choose_near(right.split()), before)
    left_pieces, left_features = left_pieces[-EACH_SIDE:], left_features[-EACH_SIDE:]
    middle = np.zeros((1, len(FEATURES)), np.float32)
    middle[0, 3] = before
    pieces = np.concatenate([left_pieces, [_numbers()[1] + role], right_pieces[:EACH_SIDE]])
    features = np.concatenate([left_features, middle, right_features[:EACH_SIDE]])
    return pieces, features, len(left_pieces)


def _choose_near(words: list[str]) -> list[str]:
    """Choose as many words, from the first on, as have EACH_SIDE pieces."""
    found = 0
    for place, word in enumerate(words):
        found += len(_words[word][0])
        if found >= EACH_SIDE:
            return words[: place + 1]
    return words


def _gather(words: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Gather the pieces of words one after another, and their features."""
    if not words:
        return np.empty(0, np.int32), np.empty((0, len(FEATURES)), np.float32)
    found = [_words[word] for word in words]
    return np.concatenate([pieces for pieces, _ in found]), np.concatenate([features for _, features in found])


def _read(words: list[str], quoted: int) -> tuple[np.ndarray, np.ndarray]:
    """Read running text; quoted: how many quotation marks stand before it, an odd number where one is open."""
    pieces, features = _gather(words)
    features[:, 3] = (np.cumsum(pieces == _numbers()[0]) + quoted) % 2  # every quotation mark is a piece of its own
    return pieces, features


def make_batches(targets: Sequence[tuple[np.ndarray, np.ndarray, int]], size: int = BATCH) -> list[Batch]:
    """Put targets as `measure_target` gives them into batches, those of about the same length together."""
    order = np.argsort([len(pieces) for pieces, _, _ in targets], kind="stable")
    return [stack(targets, order[begin : begin + size]) for begin in range(0, len(order), size)]


def stack(targets: Sequence[tuple[np.ndarray, np.ndarray, int]], rows: np.ndarray) -> Batch:
    """Stack the targets at the places `rows` into one batch, padded to the longest."""
    chosen = [targets[row] for row in rows]
    lengths = np.array([len(pieces) for pieces, _, _ in chosen])
    place = np.array([place for _, _, place in chosen])
    kept = np.arange(lengths.max()) < lengths[:, None]
    pieces = np.zeros(kept.shape, np.int32)
    features = np.zeros((*kept.shape, len(FEATURES)), np.float32)
    pieces[kept] = np.concatenate([pieces for pieces, _, _ in chosen])
    features[kept] = np.concatenate([features for _, features, _ in chosen])
    distance = np.clip(np.arange(kept.shape[1]) - place[:, None] + EACH_SIDE, 0, 2 * EACH_SIDE)
    return Batch(np.asarray(rows), pieces, features, distance, kept.astype(np.float32), place)
