"""The units on which two instruments differ most: what to read first."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.errors import require
from analysis.frames.agreement.ratings import Pair, Spread, check_ratings, lay_out_ratings, pair_ratings, unit_columns
from analysis.frames.agreement.reliability import rank_once


def disagreements(ratings: pd.DataFrame, most: int = 10) -> pd.DataFrame:
    """Find the units that two methods rank most differently, frame by frame.

    ratings: as for `agreement`. most: how many units a frame and pair of methods, half of them ranked higher by the
    one method and half by the other (fewer where there are none).
    Returns one row a unit: frame, method, other, [sentence_id], doc_id, score, score_other, rank, rank_other (0 the
    lowest to 1 the highest of the units, half of those with the same score counted as below), difference (rank less
    rank_other, -1 to 1); the greatest difference first.
    Raises InputError as `agreement`, and for a `most` below 1.
    """
    check_ratings(ratings)
    require(most >= 1, f"most={most!r} is below 1.")
    columns = unit_columns(ratings)
    spread = lay_out_ratings(ratings)
    found = [_differing(spread, pair, most) for pair in pair_ratings(spread)]
    order = ["frame", "method", "other", *columns, "score", "score_other", "rank", "rank_other", "difference"]
    return pd.concat(found, ignore_index=True)[order]


def _differing(spread: Spread, pair: Pair, most: int) -> pd.DataFrame:
    scores, others = (spread.scores[column][pair.rows] if len(pair.rows) else np.empty(0) for column in pair.columns)
    rank, rank_other = rank_once(scores), rank_once(others)
    difference = rank - rank_other
    down = np.argsort(-difference, kind="stable")[: (most + 1) // 2]
    up = np.argsort(difference, kind="stable")[: most // 2]
    picked = np.concatenate([down[difference[down] > 0], up[difference[up] < 0]])
    picked = picked[np.argsort(-np.abs(difference[picked]), kind="stable")]
    named = {"frame": pair.frame, "method": pair.method, "other": pair.other}
    numbers = {"score": scores, "score_other": others, "rank": rank, "rank_other": rank_other, "difference": difference}
    table = spread.units.iloc[pair.rows[picked]].reset_index(drop=True)
    return table.assign(**named, **{name: column[picked] for name, column in numbers.items()})
