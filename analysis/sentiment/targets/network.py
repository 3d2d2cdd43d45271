"""The network that tells a target's polarity, in numpy: word vectors, two convolutions, attention from the target.

For each piece: its vector, plus what its distance from the target and its word's valence add; two layers that mix
each piece with its neighbours (width 3, residual, normalised); four heads in which the target looks at the pieces;
then the target's own state, what the heads saw, the largest and the mean of all pieces decide in one hidden layer.
Trained by tools/train_targets.py; tools/targets_network.py holds the same network in torch.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from analysis.sentiment.targets.pieces import Batch

HEADS, KEY = 4, 16

Weights = Mapping[str, np.ndarray]


def predict(batch: Batch, weights: Weights) -> np.ndarray:
    """Give the logits (targets; negative, neutral, positive) of one network."""
    kept = batch.kept[..., None]
    states = _encode(batch, weights, kept)
    target = states[np.arange(len(states)), batch.target]
    largest = np.where(kept > 0, states, -1e4).max(axis=1)
    mean = states.sum(axis=1) / batch.kept.sum(axis=1, keepdims=True)
    seen = _attend(batch, states, target, weights)
    hidden = np.concatenate([target, seen, largest, mean], axis=1) @ weights["hidden"].T + weights["hidden_bias"]
    return np.maximum(hidden, 0) @ weights["out"].T + weights["out_bias"]


def _encode(batch: Batch, weights: Weights, kept: np.ndarray) -> np.ndarray:
    states = weights["table"][batch.pieces] + weights["distance"][batch.distance]
    states += batch.features @ weights["features"].T
    states = _normalise(states, weights, 0) * kept
    rows, length, width = states.shape
    windows = np.zeros((rows, length, 3 * width), np.float32)
    for layer in (1, 2):
        windows[:, 1:, :width], windows[:, :, width:-width] = states[:, :-1], states
        windows[:, :-1, -width:] = states[:, 1:]
        mixed = windows.reshape(-1, 3 * width) @ weights[f"mix{layer}"].T
        mixed += weights[f"mix{layer}_bias"]
        np.maximum(mixed, 0, out=mixed)
        states = _normalise(states + mixed.reshape(states.shape), weights, layer) * kept
    return states


def _normalise(states: np.ndarray, weights: Weights, layer: int) -> np.ndarray:
    states = states - states.mean(axis=2, keepdims=True)
    spread = np.sqrt(np.einsum("bnd,bnd->bn", states, states) / states.shape[2] + 1e-5)
    states /= spread[..., None]
    states *= weights[f"scale{layer}"]
    states += weights[f"shift{layer}"]
    return states


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
