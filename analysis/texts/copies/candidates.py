"""Which documents may be copies of which: pairs that share sampled shingles, without comparing all with all.

Of a text's shingles those are sampled whose number has certain last bits noughts, the same ones in every text (Manber
1994): all of a short text, an eighth of a long one. Each holder of a shingle is paired with its first three holders
only, so that ten thousand like texts make thirty thousand pairs and not fifty million.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from analysis.texts.copies.shingles import RATES, rates_for

FIRST_HOLDERS = 3  # documents with which every other holder of a shingle is paired
LEAST = 0.25  # share of the smaller sample from which on a pair is looked at
MOST = 12  # earlier documents looked at for one document, those that share most first
_MOST_PAIRS = 1 << 22  # paired at a time: bounds the memory
_HALF, _LOWER = np.uint64(32), np.uint64(0xFFFFFFFF)


@dataclass
class Samples:
    """The sampled shingles of all documents: (shingle, document) in one number each, ascending."""

    keys: np.ndarray
    rates: np.ndarray
    counts: np.ndarray  # of each document, its sampled shingles at each rate

    def holders(self, shingles: np.ndarray) -> np.ndarray:
        """Count the documents in whose sample each shingle is."""
        first = shingles.astype(np.uint64) << _HALF
        return self.keys.searchsorted(first | _LOWER, side="right") - self.keys.searchsorted(first)


@dataclass
class SampledPart:
    """The sampled shingles of a part's documents: keys as in `Samples`, documents by their number in the corpus."""

    keys: np.ndarray
    sizes: np.ndarray  # of each document, all its shingles
    counts: np.ndarray  # of each document, its sampled shingles at each rate


def choose_sample(shingles: Sequence[np.ndarray], first: int) -> SampledPart:
    """Sample the shingles of documents in a row, the first of which is document number `first`."""
    sizes = np.fromiter(map(len, shingles), np.int64, len(shingles))
    numbers = np.concatenate([np.zeros(0, dtype=np.uint32), *shingles])
    sampled = np.flatnonzero((numbers & np.repeat(rates_for(sizes) - 1, sizes)) == 0)
    numbers, documents = numbers[sampled], np.searchsorted(np.cumsum(sizes), sampled, side="right")
    counts = np.zeros((len(RATES), len(sizes)), dtype=np.int32)
    for row, rate in enumerate(RATES):
        counts[row] = np.bincount(documents[(numbers & np.uint32(rate - 1)) == 0], minlength=len(sizes))
    return SampledPart((numbers.astype(np.uint64) << _HALF) | (documents + first).astype(np.uint64), sizes, counts)


def gather_samples(parts: list[SampledPart], ranks: np.ndarray, kept: np.ndarray) -> Samples:
    """Gather the sampled shingles of the documents kept (a mask), which are from here on known by their rank."""
    none = SampledPart(np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64), np.zeros((len(RATES), 0), np.int32))
    parts = [none, *parts]
    counts = np.zeros((len(RATES), len(ranks)), dtype=np.int64)
    rates = np.ones(len(ranks), dtype=np.uint32)
    counts[:, ranks] = np.concatenate([part.counts for part in parts], axis=1) * kept
    rates[ranks] = rates_for(np.concatenate([part.sizes for part in parts]))
    joined = np.concatenate([_rank_keys(part.keys, ranks, kept) for part in parts])
    joined.sort()
    return Samples(joined, rates, counts)


def _rank_keys(keys: np.ndarray, ranks: np.ndarray, kept: np.ndarray) -> np.ndarray:
    """The keys of documents kept, with the documents' ranks in place of their numbers."""
    documents = (keys & _LOWER).astype(np.int64)
    chosen = kept[documents]
    return (keys[chosen] >> _HALF << _HALF) | ranks[documents[chosen]].astype(np.uint64)


def pair_documents(samples: Samples) -> dict[int, list[int]]:
    """Pair documents that share enough of their samples: for a document, the earlier ones that share most of it."""
    holders = (samples.keys & _LOWER).astype(np.uint32)
    first = _first_holders(samples.keys)
    documents = samples.rates.shape[0]
    rounds = 1 + len(holders) * FIRST_HOLDERS // _MOST_PAIRS
    edges = np.linspace(0, documents, rounds + 1).astype(np.int64)
    found: dict[int, list[int]] = {}
    for start, end in pairwise(edges.tolist()):
        later, earlier, share = _near_pairs(samples, _pairs_of(holders, first, start, end))
        order = np.lexsort((earlier, -share, later))
        for document, other in zip(later[order].tolist(), earlier[order].tolist(), strict=True):
            others = found.setdefault(document, [])
            if len(others) < MOST:
                others.append(other)
    return found


def _first_holders(keys: np.ndarray) -> np.ndarray:
    """Give for each sampled shingle the place of its first holder."""
    shingles = keys >> _HALF
    begins = np.ones(len(keys), dtype=bool)
    begins[1:] = shingles[1:] != shingles[:-1]
    return np.flatnonzero(begins).astype(np.int32)[np.cumsum(begins, dtype=np.int32) - 1]


def _pairs_of(holders: np.ndarray, first: np.ndarray, start: int, end: int) -> np.ndarray:
    """Pair the documents from start to end with the first holders of their shingles, once for each shingle shared.

    A pair is one number: the later document in its upper half, the earlier one in its lower.
    """
    places = np.flatnonzero((holders >= start) & (holders < end))
    pairs = []
    for step in range(FIRST_HOLDERS):
        places = places[places - first[places] > step]
        others = holders[first[places] + step]
        pairs.append((holders[places].astype(np.uint64) << _HALF) | others)
    return np.concatenate(pairs)


def _near_pairs(samples: Samples, pairs: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Count how often each pair stands and keep those that share LEAST of the smaller sample: later, earlier, share."""
    pairs.sort()
    starts = np.flatnonzero(np.concatenate([np.ones(min(len(pairs), 1), dtype=bool), pairs[1:] != pairs[:-1]]))
    shared, pairs = np.diff(starts, append=len(pairs)), pairs[starts]
    later, earlier = (pairs >> _HALF).astype(np.int64), (pairs & _LOWER).astype(np.int64)
    row = np.searchsorted(RATES, np.maximum(samples.rates[later], samples.rates[earlier]))
    smaller = np.minimum(samples.counts[row, later], samples.counts[row, earlier])
    share = shared / np.maximum(smaller, 1)
    near = share >= LEAST
    return later[near], earlier[near], share[near]
