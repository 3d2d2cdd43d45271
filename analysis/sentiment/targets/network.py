"""The network that tells a target's polarity, in numpy: word vectors, two convolutions, attention from the target.

For each piece: its vector, plus what its distance from the target and its word's valence add; two layers that mix
each piece with its neighbours (width 3, residual, normalised); four heads in which the target looks at the pieces;
then the target's own state, what the heads saw, the largest and the mean of all pieces decide in one hidden layer.
Trained by tools/train_targets.py; tools/targets_network.py holds the same network in torch.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from scipy.linalg.blas import sgemm

from analysis.sentiment.targets.pieces import Batch

HEADS, KEY = 4, 16

Weights = Mapping[str, np.ndarray]


def predict(batch: Batch, weights: Weights) -> np.ndarray:
    """Give the logits (targets; negative, neutral, positive) of one network."""
    states = _encode(batch, weights)
    target = states[np.arange(len(states)), batch.target]
    largest = states.max(axis=1)
    short = np.flatnonzero(batch.kept[:, -1] == 0)  # the others have no padding that could be the largest
    largest[short] = np.where(batch.kept[short, :, None] > 0, states[short], -1e4).max(axis=1)
    mean = states.sum(axis=1) / batch.kept.sum(axis=1, keepdims=True)
    seen = _attend(batch, states, target, weights)
    hidden = np.concatenate([target, seen, largest, mean], axis=1) @ weights["hidden"].T + weights["hidden_bias"]
    return np.maximum(hidden, 0) @ weights["out"].T + weights["out_bias"]


def _encode(batch: Batch, weights: Weights) -> np.ndarray:
    """Give the states of the pieces, one target after another in one long row, with an empty piece before each."""
    rows, length = batch.pieces.shape
    shape = (rows, length + 1)  # the empty piece keeps neighbours of two targets apart, so one product serves all
    gone = np.flatnonzero(_set_apart(batch.kept, shape) == 0)
    row = np.zeros((rows * (length + 1) + 1, weights["table"].shape[1]), np.float32)
    states = row[:-1]
    np.take(weights["table"], _set_apart(batch.pieces, shape), axis=0, out=states, mode="clip")
    states += weights["distance"][_set_apart(batch.distance, shape)]
    features = _set_apart(batch.features, (*shape, batch.features.shape[2]))
    rated = np.flatnonzero(features.any(axis=1))  # most words are neither rated nor quoted
    states[rated] += features[rated] @ weights["features"].T
    _normalise(states, weights, 0)
    states[gone] = 0
    for layer in (1, 2):
        states += _mix(row, weights, layer)
        _normalise(states, weights, layer)
        states[gone] = 0
    return states.reshape(*shape, -1)[:, 1:]


def _set_apart(values: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    """Put zeros before each target's values, and all of them into one row."""
    apart = np.zeros(shape, values.dtype)
    apart[:, 1:] = values
    return apart.reshape(-1, *shape[2:])


def _mix(row: np.ndarray, weights: Weights, layer: int) -> np.ndarray:
    """Mix each piece with its neighbours: three products that BLAS adds up in place, with no copy of the windows.

    row: the states and an empty one at the end; the first of all is empty too.
    """
    mixed = np.empty((len(row) - 1, row.shape[1]), np.float32)
    mixed[:] = weights[f"mix{layer}_bias"]
    before, own, after = weights[f"mix{layer}"]
    for part, given, made in ((before, row[:-2], mixed[1:]), (own, row[:-1], mixed), (after, row[1:], mixed)):
        sgemm(1.0, part.T, given.T, beta=1.0, c=made.T, overwrite_c=1)
    return np.maximum(mixed, 0, out=mixed)


def _normalise(states: np.ndarray, weights: Weights, layer: int) -> None:
    """Bring each state to mean 0 and spread 1, then to the layer's own scale and shift, in place."""
    states -= states.mean(axis=1, keepdims=True)
    spread = np.sqrt(np.einsum("nd,nd->n", states, states) / states.shape[1] + 1e-5)
    states *= (1 / spread)[:, None]
    states *= weights[f"scale{layer}"]
    states += weights[f"shift{layer}"]


def _attend(batch: Batch, states: np.ndarray, target: np.ndarray, weights: Weights) -> np.ndarray:
    """Let each head weigh the pieces by what the target asks for and by distance."""
    asked = (target @ weights["ask"].T + weights["ask_bias"]).reshape(len(states), HEADS, KEY)
    # the question goes to the pieces' side, so that no key is made for each piece
    question = np.einsum("bhk,hkd->bhd", asked, weights["key"].reshape(HEADS, KEY, -1))
    scores = question @ states.transpose(0, 2, 1) / np.sqrt(KEY)
    scores += weights["near"][batch.distance].transpose(0, 2, 1) - 1e4 * (1 - batch.kept[:, None])
    scores = np.exp(scores - scores.max(axis=2, keepdims=True))
    scores /= scores.sum(axis=2, keepdims=True)
    summed = scores @ states  # (targets, heads, width)
    value = weights["value"].reshape(HEADS, -1, states.shape[2])
    seen = np.einsum("bhd,hed->bhe", summed, value, optimize=True)
    return seen.reshape(len(states), -1) + weights["value_bias"]
