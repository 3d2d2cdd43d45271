"""The units on which two instruments differ most: what to read first."""

from __future__ import annotations

import pandas as pd

from analysis.errors import require
from analysis.frames.agreement.ratings import Pair, check_ratings, pair_ratings, unit_columns
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
    found = [_differing(pair, most) for pair in pair_ratings(ratings)]
    order = ["frame", "method", "other", *columns, "score", "score_other", "rank", "rank_other", "difference"]
    return pd.concat(found, ignore_index=True)[order]


def _differing(pair: Pair, most: int) -> pd.DataFrame:
    table = pair.units.assign(
        frame=pair.frame, method=pair.method, other=pair.other, score=pair.scores, score_other=pair.scores_other
    )
    for column, scores in (("rank", pair.scores), ("rank_other", pair.scores_other)):
        table[column] = rank_once(scores)
    table["difference"] = table["rank"] - table["rank_other"]
    higher = table[table["difference"] > 0].sort_values("difference", ascending=False, kind="stable")
    lower = table[table["difference"] < 0].sort_values("difference", kind="stable")
    picked = pd.concat([higher.head((most + 1) // 2), lower.head(most // 2)])
    return picked.sort_values("difference", key=abs, ascending=False, kind="stable")
