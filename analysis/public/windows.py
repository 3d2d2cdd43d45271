"""Runs of eight words as numbers, so that ten million of them can be looked up at once."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import numpy as np

SIZE = 8  # words of a run that is told to be the corpus's
LETTERED = 3  # of them must have letters: the ticks of an axis are nobody's text
_FACTOR = 0x9E3779B97F4A7C15
_POWERS = np.array([pow(_FACTOR, place + 1, 1 << 64) for place in range(SIZE)], dtype=np.uint64)


def hash_windows(words: Sequence[str]) -> np.ndarray:
    """Hash each run of eight neighbouring words to 64 bits: one number a word with seven after it, in order.

    A run of numbers alone is 0, which stands for no run.
    """
    count = len(words) - SIZE + 1
    if count < 1:
        return np.empty(0, dtype=np.uint64)
    written = " ".join(words).encode("utf-8", "replace").split(b" ")
    codes = np.array(list(map(crc32, written)), dtype=np.uint64) + np.uint64(1)
    lettered = ~np.array(list(map(str.isdigit, words)), dtype=bool)
    sums = np.concatenate([[0], lettered.cumsum(dtype=np.int64)])
    found = np.zeros(count, dtype=np.uint64)
    for place in range(SIZE):
        part = codes[place : place + count] * _POWERS[place]
        found ^= part ^ (part >> np.uint64(29))
    return np.where(sums[SIZE:] - sums[:-SIZE] >= LETTERED, found, np.uint64(0))


def mark_hits(windows: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Say of each window whether it is among those known (sorted), as an array of yes and no."""
    if not len(known):
        return np.zeros(len(windows), dtype=bool)
    places = np.searchsorted(known, windows).clip(max=len(known) - 1)
    return (known[places] == windows) & (windows != 0)


def mark_covered(hits: np.ndarray, words: int) -> np.ndarray:
    """Mark the words that stand in any of the windows that were hit; words: how many there are."""
    edges = np.zeros(words + 1, dtype=np.int64)
    places = np.flatnonzero(hits)
    np.add.at(edges, places, 1)
    np.add.at(edges, places + SIZE, -1)
    return edges[:-1].cumsum() > 0


def list_covered(marked: np.ndarray) -> list[tuple[int, int]]:
    """List the stretches of neighbours that are marked: begin and end (exclusive) of each."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], marked, [False]]).astype(np.int8)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
