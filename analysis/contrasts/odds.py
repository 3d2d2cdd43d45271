"""The log-odds ratio with an informative Dirichlet prior, and what is set beside it."""

from __future__ import annotations

import numpy as np
from scipy.special import xlogy

LEAST = 1e-6  # of a group's other words, where all its words are one


def log_odds(
    count: np.ndarray, total: np.ndarray, rest: np.ndarray, rest_total: np.ndarray, prior: np.ndarray, strength: float
) -> np.ndarray:
    """Compute delta: how much larger a word's log-odds are in a group than in the rest.

    delta = ln[(y_i + a_w) / (n_i + a_0 - y_i - a_w)] - ln[(y_j + a_w) / (n_j + a_0 - y_j - a_w)]
    count, rest: y_i, y_j; total, rest_total: n_i, n_j; prior: a_w; strength: a_0. Arrays broadcast.
    Source: Monroe, Colaresi & Quinn 2008, equations 15 and 16.
    """
    own, other = count + prior, rest + prior
    others, rest_others = _log_of_others(total + strength, own), _log_of_others(rest_total + strength, other)
    delta = np.subtract(np.log(own), others, out=others)  # written over what is needed no more: arrays are large
    delta -= np.log(other)
    delta += rest_others
    return delta


def _log_of_others(whole: np.ndarray, part: np.ndarray) -> np.ndarray:
    others = np.asarray(whole - part)
    return np.log(np.maximum(others, LEAST, out=others), out=others)


def log_odds_error(count: np.ndarray, rest: np.ndarray, prior: np.ndarray) -> np.ndarray:
    """Approximate delta's standard deviation if words were independent draws: sqrt(1/(y_i+a_w) + 1/(y_j+a_w))."""
    return np.sqrt(1 / (count + prior) + 1 / (rest + prior))


def likelihood_ratio(count: np.ndarray, total: float, rest: np.ndarray, rest_total: float) -> np.ndarray:
    """Compute G2 of word by group, a two-by-two table (Dunning 1993)."""
    return 2 * sum(
        xlogy(seen, np.divide(seen, expected, out=np.ones_like(seen), where=expected > 0))
        for seen, expected in _cells(count, total, rest, rest_total)
    )


def chi_squared(count: np.ndarray, total: float, rest: np.ndarray, rest_total: float) -> np.ndarray:
    """Compute Pearson's chi-squared of word by group, a two-by-two table, without correction."""
    return sum(
        np.divide((seen - expected) ** 2, expected, out=np.zeros_like(seen), where=expected > 0)
        for seen, expected in _cells(count, total, rest, rest_total)
    )


def _cells(count: np.ndarray, total: float, rest: np.ndarray, rest_total: float) -> list[tuple[np.ndarray, np.ndarray]]:
    """Pair what was seen with what was expected in the four cells."""
    count, rest = np.asarray(count, dtype=float), np.asarray(rest, dtype=float)
    share = (count + rest) / max(total + rest_total, 1)
    return [
        (count, total * share),
        (rest, rest_total * share),
        (total - count, total * (1 - share)),
        (rest_total - rest, rest_total * (1 - share)),
    ]
