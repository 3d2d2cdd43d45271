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
    """Scores in order: which place they have, and where runs of equal scores begin."""

    order: np.ndarray
    starts: np.ndarray
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
    once = np.ones((len(first), 1))
    return float(alpha_of(sums_of(once, first[:, None], second[:, None]))[0])


def sums_of(weights: np.ndarray, x: np.ndarray, y: np.ndarray) -> Sums:
    """Sum scores over units: arrays of (units, resamples); weights say how often each unit was drawn."""
    wx, wy = weights * x, weights * y
    products = [np.einsum("ur,ur->r", first, second) for first, second in ((wx, x), (wy, y), (wx, y))]
    return Sums(weights.sum(axis=0), wx.sum(axis=0), wy.sum(axis=0), *products)


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
    group = np.empty(len(scores), dtype=int)
    group[order] = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(scores))))
    return Ties(order, starts, group)


def rank(ties: Ties, weights: np.ndarray) -> np.ndarray:
    """Rank units from 0 to 1: the share of drawn units below, and half of those with the same score.

    weights: (units, resamples), how often each was drawn. Returns the same shape.
    """
    held = np.add.reduceat(weights[ties.order], ties.starts, axis=0)
    below = np.cumsum(held, axis=0)
    middles = (below - held / 2) / np.maximum(below[-1:], 1)
    return middles[ties.group]


def rank_once(scores: np.ndarray) -> np.ndarray:
    """Rank units that are all drawn once; nothing for no units."""
    return rank(find_ties(scores), np.ones((len(scores), 1)))[:, 0] if len(scores) else scores
