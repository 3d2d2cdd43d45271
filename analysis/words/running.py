"""Texts as running tokens, read once: the pass that all counts of words begin with, kept for whoever asks again.

Topics, contrasts and collocations of one notebook ask for the same texts several times. What was read is kept by what
the texts say, not by where they lie, up to a number of tokens; the oldest goes first.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import pandas as pd

from analysis.errors import InputError, require
from analysis.given import error_for_texts
from analysis.texts.characters import straighten
from analysis.texts.tokens import is_word, split_tokens

MOST_TOKENS = 40_000_000  # kept in all, 160 MB: some 30,000 articles
TOKEN_LENGTH = 5  # characters, with the blank after it
CHUNK_TEXTS = 2_000  # texts read at a time by those who need no more than counts
_kept: OrderedDict[bytes, Running] = OrderedDict()


@dataclass(frozen=True, eq=False)
class Running:
    """Texts as running tokens.

    ids: the spelling of each token, a number, words and marks alike; ends: where each text ends in `ids`;
    spellings: the spelling of each number, in the order of first use.
    """

    ids: np.ndarray
    ends: np.ndarray
    spellings: list[str]

    def count_words(self) -> np.ndarray:
        """Count the words of each text: marks and addresses are none."""
        words = np.fromiter(map(is_word, self.spellings), bool, len(self.spellings))
        return np.diff(np.concatenate([[0], np.cumsum(words[self.ids] if len(self.ids) else [])])[self.ends], prepend=0)

    def join(self, order: np.ndarray, last: np.ndarray) -> Running:
        """Join texts with a blank into longer ones: in this order, and where (in it) each of the longer ones ends."""
        lengths = np.diff(self.ends, prepend=0)
        ends = np.cumsum(lengths[order])
        shift = (self.ends - lengths)[order] - (ends - lengths[order])
        ids = self.ids[np.repeat(shift, lengths[order]) + np.arange(len(self.ids))]
        first = np.full(len(self.spellings), len(ids))
        first[ids[::-1]] = np.arange(len(ids))[::-1]  # what is written last stays: the first use
        renumbered = np.empty(len(first), dtype=np.int32)
        by_use = np.argsort(first, kind="stable")
        renumbered[by_use] = np.arange(len(first))
        return Running(
            renumbered[ids], ends[np.asarray(last, dtype=int) - 1], [self.spellings[number] for number in by_use]
        )


class Numbering(dict):
    """A dict that gives each new key the next number."""

    def __missing__(self, key: str) -> int:
        self[key] = number = len(self)
        return number


def running_of(texts: pd.Series) -> Running:
    """Split texts into running tokens, or take what was kept of the same texts.

    texts: strings; NA counts as an empty text. Raises InputError if there is something else among them.
    """
    texts = as_texts(texts)
    key = _hash(texts)
    if key not in _kept:
        spellings = Numbering()
        number, ids, ends = spellings.__getitem__, array("i"), np.empty(len(texts), dtype=np.int64)
        for row, text in enumerate(texts):
            ids.extend(map(number, split_tokens(straighten(text))))
            ends[row] = len(ids)
        _kept[key] = Running(np.array(ids, dtype=np.int32), ends, list(spellings))
    return _keep(key, _kept[key])


def join_running(texts: pd.Series, order: np.ndarray, last: np.ndarray, joined: pd.Series) -> None:
    """Read joined texts out of the tokens of their parts, so that nobody splits them again; see `Running.join`.

    joined: what the texts become. No token holds a blank, so the tokens of a whole are those of its parts.
    """
    _keep(_hash(joined), running_of(texts).join(order, last))


def fits(texts: pd.Series) -> bool:
    """Whether the tokens of texts are few enough to be kept."""
    return sum(len(text) for text in texts if isinstance(text, str)) < MOST_TOKENS * TOKEN_LENGTH


def _keep(key: bytes, running: Running) -> Running:
    """Keep tokens, and let go of the oldest where there are too many."""
    _kept[key] = running
    _kept.move_to_end(key)
    while sum(len(one.ids) for one in _kept.values()) > MOST_TOKENS:
        _kept.popitem(last=False)
    return running


def split_chunks(texts: pd.Series) -> Iterator[Running]:
    """Split texts into running tokens, so many texts at a time that memory stays small."""
    for begin in range(0, len(texts), CHUNK_TEXTS):
        yield running_of(texts.iloc[begin : begin + CHUNK_TEXTS])


def as_texts(texts: pd.Series) -> pd.Series:
    """Return the texts as a Series of str with "" for NA; raise InputError if they are something else."""
    if isinstance(texts, pd.DataFrame) or not hasattr(texts, "__len__"):
        raise error_for_texts(texts, "the function")
    if isinstance(texts, str):
        raise InputError("texts is one string; give a Series of texts, one a document or paragraph.")
    series = texts if isinstance(texts, pd.Series) else pd.Series(list(texts), dtype=object)
    filled = series.astype(object).where(series.notna(), "")
    odd = [value for value in filled if not isinstance(value, str)]
    require(not odd, f"texts holds {type(odd[0]).__name__ if odd else ''} values such as {odd[:1]}; strings are read.")
    return filled


def _hash(texts: pd.Series) -> bytes:
    """Hash texts, each with its length, so that no two series of texts share a key."""
    found = blake2b(digest_size=16)
    for text in texts:
        coded = text.encode("utf8", "surrogatepass")
        found.update(b"%d:" % len(coded))
        found.update(coded)
    return found.digest()
