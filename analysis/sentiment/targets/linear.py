"""The plain partner of the networks: a logistic regression on static vectors, the lexicon and runs of word pieces.

Static vectors of the sentence without its target and of one to 32 pieces on each side; the lexicon's
praise, blame and negations in the same windows; runs of one and two pieces anywhere, of up to three near the target,
hashed. Where the networks and it err, they err apart, so their mean is better than either.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from analysis.sentiment.targets.pieces import EACH_SIDE, Batch
from analysis.words.vectors import load_vectors

WINDOWS = (1, 3, 6, 12, EACH_SIDE)  # pieces on each side
BITS = 17
SLOTS = 1 << BITS  # of the hash table
NEAR = 8  # pieces from the target within which runs are counted apart
_PRIMES = np.array([1, 1_000_003, 69_069_001], np.int64)


def weigh_windows(batch: Batch) -> np.ndarray:
    """Give the vectors and the lexicon's sums of the sentence and of each window: (targets, features)."""
    far = batch.distance - EACH_SIDE
    inside = [batch.kept * (far != 0)]
    inside += [batch.kept * ((far * side > 0) & (far * side <= width)) for width in WINDOWS for side in (-1, 1)]
    masks = np.stack(inside, axis=1)
    vectors = load_vectors()
    own = np.where(batch.pieces < len(vectors), batch.pieces, 0)
    summed = masks @ vectors[own]
    lengths = np.linalg.norm(summed, axis=2, keepdims=True)
    summed = np.divide(summed, lengths, out=np.zeros_like(summed), where=lengths > 0)
    valence = batch.features[..., 0]
    rated = np.stack([np.maximum(valence, 0), np.maximum(-valence, 0), batch.features[..., 1]], axis=2)
    lexicon = np.minimum(masks @ rated, 4) / 2
    return np.concatenate([summed.reshape(len(masks), -1), lexicon.reshape(len(masks), -1)], axis=1)


def weigh_runs(batch: Batch) -> tuple[np.ndarray, np.ndarray]:
    """Give the slots of each target's runs of pieces, and their weights (0: no run; else one over the root of all)."""
    pieces, kept = batch.pieces.astype(np.int64) + 1, batch.kept > 0
    near = kept & (np.abs(batch.distance - EACH_SIDE) <= NEAR)
    slots, weights = [], []
    for family, (inside, longest) in enumerate(((kept, 2), (near, 3))):
        found = []
        for length in range(1, longest + 1):
            wide = np.pad(pieces, ((0, 0), (0, length - 1)))
            ends = np.pad(inside, ((0, 0), (0, length - 1)))
            steps = range(length)
            mixed = sum(wide[:, step : step + pieces.shape[1]] * _PRIMES[step] for step in steps)
            slots.append(_scatter(mixed * 10 + length + 4 * family))
            found.append(np.logical_and.reduce([ends[:, step : step + pieces.shape[1]] for step in steps]))
        together = np.concatenate(found, axis=1).astype(np.float32)
        weights.append(together / np.sqrt(np.maximum(together.sum(axis=1, keepdims=True), 1)))
    return np.concatenate(slots, axis=1), np.concatenate(weights, axis=1)


def _scatter(numbers: np.ndarray) -> np.ndarray:
    """Spread numbers over the slots (Fibonacci hashing)."""
    mixed = numbers.astype(np.uint64) * np.uint64(11_400_714_819_323_198_485)
    return (mixed >> np.uint64(64 - BITS)).astype(np.int64)


def predict_linear(batch: Batch, weights: Mapping[str, np.ndarray]) -> np.ndarray:
    """Give the logits (targets; negative, neutral, positive)."""
    slots, amounts = weigh_runs(batch)
    runs = np.einsum("bn,bnc->bc", amounts, weights["runs"][slots])
    return weigh_windows(batch) @ weights["windows"].T + runs + weights["bias"]
