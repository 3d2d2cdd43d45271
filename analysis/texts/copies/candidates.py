"""Which documents may be copies of which: pairs that share sampled shingles, without comparing all with all.

Of a text's shingles those are sampled whose number has certain last bits noughts, the same ones in every text (Manber
1994): all of a short text, an eighth of a long one. Each holder of a shingle is paired with its first three holders
only, so that ten thousand like texts make thirty thousand pairs and not fifty million.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.texts.copies.shingles import Shingles

RATES = (1, 2, 4, 8)  # one of so many shingles is sampled
SAMPLE = 64  # shingles that a sample of a text holds, if it has as many
FIRST_HOLDERS = 3  # documents with which every other holder of a shingle is paired
LEAST = 0.25  # share of the smaller sample from which on a pair is looked at
MOST = 12  # earlier documents looked at for one document, those that share most first
_SLICE = 1 << 21  # sampled shingles paired at a time: bounds the memory
_HALF = np.uint64(32)
_NONE = np.uint32(0xFFFFFFFF)  # one shingle in four billion is as good as none


@dataclass
class Samples:
    """The sampled shingles of all documents: (shingle, document) in one number each, ascending."""

    keys: np.ndarray
    rates: np.ndarray
    counts: np.ndarray  # of each document, its sampled shingles at each rate

    def holders(self, shingles: np.ndarray) -> np.ndarray:
        """Count the documents in whose sample each shingle is."""
        first = shingles.astype(np.uint64) << _HALF
        return self.keys.searchsorted(first | np.uint64(0xFFFFFFFF), side="right") - self.keys.searchsorted(first)


def sample_rates(sizes: np.ndarray) -> np.ndarray:
    """Say of how many of its shingles one is sampled, for documents of so many shingles."""
    steps = np.searchsorted(SAMPLE * np.array(RATES[:-1]), sizes)
    return np.array(RATES, dtype=np.uint32)[steps]


def draw_samples(shingles: Shingles, kept: np.ndarray) -> Samples:
    """Sample the shingles of the documents kept (a mask)."""
    rates = sample_rates(shingles.sizes)
    counts = np.zeros((len(RATES), len(rates)), dtype=np.int64)
    parts = [np.zeros(0, dtype=np.uint64)]
    for part in shingles.parts:
        first, numbers, places = part.first, part.numbers, part.places
        last = first + len(places) - 1
        among = np.repeat(np.where(kept[first:last], rates[first:last] - 1, _NONE), np.diff(places))
        chosen = np.flatnonzero((numbers & among) == 0)
        documents, numbers = np.searchsorted(places, chosen, side="right") - 1, numbers[chosen]
        for row, rate in enumerate(RATES):
            of_rate = documents[(numbers & np.uint32(rate - 1)) == 0]
            counts[row, first:last] = np.bincount(of_rate, minlength=last - first)
        parts.append((numbers.astype(np.uint64) << _HALF) | (documents + first).astype(np.uint64))
    keys = np.concatenate(parts)
    keys.sort()
    return Samples(keys, rates, counts)


def pair_documents(samples: Samples) -> dict[int, list[int]]:
    """Pair documents that share enough of their samples: for a document, the earlier ones that share most of it."""
    pairs, shared = _count_pairs(samples.keys)
    later, earlier = (pairs >> _HALF).astype(np.int64), (pairs & np.uint64(0xFFFFFFFF)).astype(np.int64)
    row = np.searchsorted(RATES, np.maximum(samples.rates[later], samples.rates[earlier]))
    smaller = np.minimum(samples.counts[row, later], samples.counts[row, earlier])
    near = shared >= LEAST * smaller
    later, earlier, share = later[near], earlier[near], (shared / np.maximum(smaller, 1))[near]
    order = np.lexsort((earlier, -share, later))
    found: dict[int, list[int]] = {}
    for document, other in zip(later[order].tolist(), earlier[order].tolist(), strict=True):
        others = found.setdefault(document, [])
        if len(others) < MOST:
            others.append(other)
    return found


def _count_pairs(keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Count the sampled shingles that pairs share: (later document, earlier one) in one number, and the count."""
    found, counts = np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
    start = 0
    while start < len(keys):
        end = min(start + _SLICE, len(keys))
        if end < len(keys):  # up to a shingle's last holder
            end = int(np.searchsorted(keys, keys[end - 1] | np.uint64(0xFFFFFFFF), side="right"))
        pairs = np.concatenate([found, _pairs_in(keys[start:end])])
        ones = np.ones(len(pairs) - len(found), dtype=np.int64)
        found, counts = _sum_equal(pairs, np.concatenate([counts, ones]))
        start = end
    return found, counts


def _pairs_in(keys: np.ndarray) -> np.ndarray:
    """Pair every holder of a shingle with its first holders."""
    shingle, holder = keys >> _HALF, keys & np.uint64(0xFFFFFFFF)
    begins = np.concatenate([[True], shingle[1:] != shingle[:-1]])
    first = np.flatnonzero(begins)[np.cumsum(begins) - 1]
    after = np.arange(len(keys)) - first
    pairs = []
    for step in range(FIRST_HOLDERS):
        holds = np.flatnonzero(after > step)
        pairs.append((holder[holds] << _HALF) | holder[first[holds] + step])
    return np.concatenate(pairs)


def _sum_equal(pairs: np.ndarray, counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    order = np.argsort(pairs, kind="stable")
    pairs, counts = pairs[order], counts[order]
    starts = np.flatnonzero(np.concatenate([[True], pairs[1:] != pairs[:-1]])) if len(pairs) else np.zeros(0, int)
    return pairs[starts], np.add.reduceat(counts, starts) if len(starts) else counts
