"""Krippendorff's alpha and correlations from weighted sums, so that thousands of resamples cost one product.

Source: Krippendorff, K. 2011. Computing Krippendorff's alpha-reliability. University of Pennsylvania.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from analysis.errors import require

NO_SPREAD = 1e-12  # a variance below this is rounding: the statistic is not defined


class Sums(NamedTuple):
    """What correlations and alpha are made of: units, sums of two scores, of their squares and of their product."""

    units: np.ndarray
    x: np.ndarray
    y: np.ndarray
    xx: np.ndarray
    yy: np.ndarray
    xy: np.ndarray


class Ties(NamedTuple):
    """Scores in order: which place they have, where runs of equal scores begin and end, and whose run each score is."""

    order: np.ndarray
    starts: np.ndarray
    ends: np.ndarray
    group: np.ndarray


def krippendorff_alpha(first: Sequence[float], second: Sequence[float]) -> float:
    """Return Krippendorff's alpha of two coders who have coded every unit with a number.

    alpha = 1 - D_o / D_e with squared differences (the interval level). For codes of 0 and 1 this is the nominal
    level too, as (0 - 1)^2 = 1. 1 is agreement without exception, 0 what chance would give; NaN where no two
    codes differ. Raises InputError if the coders have not coded the same number of units.
    """
    first, second = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    require(
        first.shape == second.shape and first.ndim == 1,
        f"two coders code the same units, one number each: got {first.shape} and {second.shape}.",
    )
    parts = sums_by_document(np.zeros(len(first), dtype=int), 1, first, second)
    return float(alpha_of(Sums(*parts.T))[0])


def sums_by_document(document: np.ndarray, n_documents: int, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return the sums of each document's units: (documents, 6); resampled sums are draws @ this."""
    parts = (np.ones_like(x), x, y, x * x, y * y, x * y)
    return np.stack([np.bincount(document, weights=part, minlength=n_documents) for part in parts], axis=1)


def correlation_of(sums: Sums) -> np.ndarray:
    """Return Pearson's correlation; NaN where one of the two does not vary."""
    spread_x = sums.units * sums.xx - sums.x**2
    spread_y = sums.units * sums.yy - sums.y**2
    defined = (np.minimum(spread_x, spread_y) > NO_SPREAD * sums.units**2) & (sums.units > 0)
    bottom = np.sqrt(np.where(defined, spread_x * spread_y, 1.0))
    return np.where(defined, np.clip((sums.units * sums.xy - sums.x * sums.y) / bottom, -1, 1), np.nan)


def alpha_of(sums: Sums) -> np.ndarray:
    """Return Krippendorff's alpha at the interval level for two coders; NaN where no two codes differ.

    D_o is the mean squared difference within units, D_e that between any two of the 2n codes.
    """
    codes = 2 * sums.units
    total, squares = sums.x + sums.y, sums.xx + sums.yy
    spread = codes * squares - total**2
    defined = (spread > NO_SPREAD * codes**2) & (sums.units > 0)
    expected = 2 * spread / np.where(defined, codes * (codes - 1), 1.0)
    observed = (squares - 2 * sums.xy) / np.where(defined, sums.units, 1.0)
    return np.where(defined, 1 - observed / np.where(defined, expected, 1.0), np.nan)


def find_ties(scores: np.ndarray) -> Ties:
    """Sort scores once, for ranks in any number of resamples."""
    order = np.argsort(scores, kind="stable")
    sorted_ = scores[order]
    starts = np.flatnonzero(np.append(True, sorted_[1:] != sorted_[:-1])) if len(scores) else np.array([], dtype=int)
    ends = np.append(starts[1:], len(scores)) if len(scores) else starts
    group = np.empty(len(scores), dtype=int)
    group[order] = np.repeat(np.arange(len(starts)), ends - starts)
    return Ties(order, starts, ends, group)


def rank_doubled(ties: Ties, weights: np.ndarray) -> np.ndarray:
    """Rank units: how many drawn ones lie below, and how many not above, added up: a middle rank, doubled.

    weights: whole numbers (resamples, units), how often each was drawn. Returns the same shape, from 0 to twice the
    units drawn: whole numbers, so that their sums are exact in any order.
    """
    below = np.zeros((len(weights), weights.shape[1] + 1))
    np.cumsum(weights.take(ties.order, axis=1), axis=1, out=below[:, 1:])
    if len(ties.starts) == len(ties.order):  # no two scores are the same
        return (below[:, :-1] + below[:, 1:]).take(ties.group, axis=1)
    return (below.take(ties.starts, axis=1) + below.take(ties.ends, axis=1)).take(ties.group, axis=1)


def sums_of_ranks(units: np.ndarray, xx: np.ndarray, yy: np.ndarray, xy: np.ndarray) -> Sums:
    """Scale sums of squares and products of doubled ranks to ranks from 0 to 1, whose mean is one half."""
    scale = 4.0 * np.maximum(units, 1) ** 2
    return Sums(units, units / 2, units / 2, xx / scale, yy / scale, xy / scale)


def rank_once(scores: np.ndarray) -> np.ndarray:
    """Rank units that are all drawn once, 0 to 1: the share below, and half of those with the same score."""
    if not len(scores):
        return scores
    return rank_doubled(find_ties(scores), np.ones((1, len(scores))))[0] / 2 / len(scores)
