"""The 95% interval of what resamples give: the only one in the suite, widened for few documents.

Percentile intervals are too narrow where few documents stand behind them (five to ten: they hold the true value 75% to
90% of times, not 95%). So their ends are taken from further out: as far as Student's t lies beyond the normal
distribution, times sqrt(n / (n - 1)). These "expanded" percentile intervals stay within the range of the values, and
for many documents they are plain percentile intervals.
Source: Hesterberg 2015, What Teachers Should Know About the Bootstrap, The American Statistician 69, section 3.2 of the
longer version; for shares of which all documents have none (or all): Louis 1981, The American Statistician 35, 154.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.special import ndtr, ndtri, stdtr, stdtrit

LEVEL = 0.95
TAILS = ((1 - LEVEL) / 2, (1 + LEVEL) / 2)  # of the draws, for many documents
FEWEST_DOCUMENTS = 5  # under them there is no interval
NO_SPREAD = 1e-12  # ends of an interval that lie no further apart are the same: rounding


def no_interval(reason: str) -> str:
    """Write the note of a row that has no interval."""
    return f"{reason}: no interval"


TOO_FEW = no_interval(f"fewer than {FEWEST_DOCUMENTS} documents with a value")
ALL_ALIKE = no_interval("all documents alike")


def tails_of(documents: np.ndarray | float | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Give the shares of draws below the low and the high end, by how many documents were resampled (None: many)."""
    if documents is None:
        return np.asarray(TAILS[0]), np.asarray(TAILS[1])
    n = np.maximum(np.asarray(documents, dtype=float), 2)
    low = ndtr(-np.sqrt(n / (n - 1)) * stdtrit(n - 1, TAILS[1]))
    return low, 1 - low


def scale_p(p: np.ndarray, documents: np.ndarray) -> np.ndarray:
    """Raise two-sided p values of resamples as the interval is widened, so that both say the same."""
    n = np.maximum(np.asarray(documents, dtype=float), 2)
    return 2 * stdtr(n - 1, ndtri(np.minimum(p, 1) / 2) * np.sqrt((n - 1) / n))


def interval_of(draws: np.ndarray, axis: int = 0, documents: np.ndarray | float | None = None) -> np.ndarray:
    """Give the ends of the 95% interval along an axis of draws: an array (2, ...).

    documents: how many were resampled, one number or one for each interval. Draws that are NA (a group that was not
    drawn) are passed over; NA where all of them are.
    """
    ordered = np.sort(np.moveaxis(draws, axis, -1), axis=-1)  # NA stands last
    last = np.isfinite(ordered).sum(axis=-1) - 1
    ends = [_value_at(ordered, share * last, last) for share in tails_of(documents)]
    return np.where(last < 0, np.nan, np.array(ends))


def _value_at(ordered: np.ndarray, place: np.ndarray, last: np.ndarray) -> np.ndarray:
    """Read a value between two neighbours in order, in proportion to where its place lies between them."""
    below = np.maximum(np.floor(place), 0).astype(int)
    above = np.clip(below + 1, 0, np.maximum(last, 0))
    first = np.take_along_axis(ordered, below[..., None], axis=-1)[..., 0]
    second = np.take_along_axis(ordered, above[..., None], axis=-1)[..., 0]
    step, share = second - first, place - below
    return np.where(share < 0.5, first + step * share, second - step * (1 - share))


def spread_of(draws: np.ndarray, documents: np.ndarray) -> np.ndarray:
    """Give the standard error of each row of draws, for the documents resampled; NA draws are passed over."""
    known = np.isfinite(draws)
    counted = np.maximum(known.sum(axis=1), 1)
    means = np.where(known, draws, 0).sum(axis=1) / counted
    squares = np.where(known, draws - means[:, None], 0) ** 2
    n = np.maximum(documents, 2)
    return np.where(known.any(axis=1), np.sqrt(squares.sum(axis=1) / counted * n / (n - 1)), np.nan)


def mark_few(result: pd.DataFrame) -> pd.DataFrame:
    """Take the interval from rows of fewer than five documents with a value, and note why; the others stay."""
    few = (result["documents"] < FEWEST_DOCUMENTS).to_numpy()
    ends = {name: result[name].mask(few) for name in ("low", "high", "se") if name in result}
    return result.assign(**ends, note=result["note"].mask(few, TOO_FEW))


def mark_intervals(result: pd.DataFrame, shares: bool = False) -> pd.DataFrame:
    """Note which rows have no interval and why, and give shares of nothing or of everything an honest one.

    result: estimate, low, high, documents [se, p]; shares: whether the values lie within 0 and 1. Resamples of
    documents that are all alike do not differ: their interval would have no width, as if nothing else were possible.
    If n documents have none of something, the share is below 1 - .05 ** (1 / n) at 95% (5 documents .45, 50 .06).
    """
    ends = [name for name in ("low", "high", "se", "p") if name in result]
    small = (result["documents"] < FEWEST_DOCUMENTS).to_numpy()
    alike = ~small & ((result["high"] - result["low"]).abs() <= NO_SPREAD).to_numpy()
    result["note"] = np.select([small, alike], [TOO_FEW, ALL_ALIKE], "")
    result.loc[small | alike, ends] = np.nan
    if not shares:
        return result
    reach = 1 - (1 - LEVEL) ** (1 / result["documents"].clip(lower=1).astype(float))
    for end, none, all_ in (("low", 0.0, 1 - reach), ("high", reach, 1.0)):
        for value, bound in ((0.0, none), (1.0, all_)):
            sure = alike & ((result["estimate"] - value).abs() <= NO_SPREAD).to_numpy()
            result.loc[sure, end] = bound if isinstance(bound, float) else bound[sure]
            result.loc[sure, "note"] = ""
    if "se" in result:
        result.loc[alike & result["low"].notna(), "se"] = 0.0
    return result
