"""Ratings of the same units by several instruments, set side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd
from pandas.api.types import is_numeric_dtype

from analysis.errors import require


@dataclass(frozen=True)
class Pair:
    """The units that two methods have both rated on a frame, in the order of their names.

    units: doc_id and, where sentences were rated, sentence_id; document: each unit's place among all documents
    of the ratings; missing: units that only one of the two has rated.
    """

    frame: str
    method: str
    other: str
    units: pd.DataFrame
    document: np.ndarray
    scores: np.ndarray
    scores_other: np.ndarray
    missing: int


def gather_ratings(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Put the tables of several methods under one another.

    tables: by the name of the method, what rate_frames or code_frames returned (doc_id, frame, score; sentence_id
    where sentences were coded). Returns one row a unit, frame and method: [sentence_id], doc_id, frame, method, score.
    Raises InputError as `agreement` does, and where one table rates sentences and another documents.
    """
    require(len(tables) >= 2, f"agreement needs the tables of at least two methods, not of {list(tables)}.")
    units = {method: "sentence_id" in table for method, table in tables.items()}
    require(
        len(set(units.values())) == 1,
        f"some methods rated sentences and others documents ({units}); rate the same units with each.",
    )
    stacked = pd.concat([table.assign(method=method) for method, table in tables.items()], ignore_index=True)
    check_ratings(stacked)
    return stacked[[*unit_columns(stacked), "frame", "method", "score"]]


def unit_columns(ratings: pd.DataFrame) -> list[str]:
    """Name the columns that say which unit a row is about, the unit's own first."""
    return ["sentence_id", "doc_id"] if "sentence_id" in ratings else ["doc_id"]


def check_ratings(ratings: pd.DataFrame) -> None:
    """Raise InputError unless the table holds ratings: a missing column, no numbers, one method, a repeated row."""
    missing = [column for column in ("doc_id", "frame", "method", "score") if column not in ratings]
    require(not missing, f"the ratings lack the columns {missing}; they have {list(ratings.columns)}.")
    require(is_numeric_dtype(ratings["score"]), f"ratings.score holds {ratings['score'].dtype}, not numbers.")
    methods = sorted(ratings["method"].unique())
    require(len(methods) >= 2, f"the ratings are of {methods}; agreement needs at least two methods.")
    key = [unit_columns(ratings)[0], "frame", "method"]
    twice = ratings.loc[ratings.duplicated(key), key]
    require(
        twice.empty,
        f"{len(twice)} ratings repeat a unit, frame and method, the first {twice.head(1).to_numpy().tolist()}.",
    )


def pair_ratings(ratings: pd.DataFrame) -> Iterator[Pair]:
    """Yield every frame with every two methods, frames and methods in the order of their names."""
    documents = np.sort(ratings["doc_id"].astype(object).unique())
    columns = unit_columns(ratings)
    methods = sorted(ratings["method"].unique())
    for frame, rows in ratings.groupby("frame", sort=True):
        for method, other in combinations(methods, 2):
            first, second = (rows.loc[rows["method"] == name, [*columns, "score"]].dropna() for name in (method, other))
            both = first.merge(second, on=columns, suffixes=("", "_other")).sort_values(columns, ignore_index=True)
            yield Pair(
                frame=str(frame),
                method=method,
                other=other,
                units=both[columns],
                document=np.searchsorted(documents, both["doc_id"].to_numpy(dtype=object)),
                scores=both["score"].to_numpy(dtype=float),
                scores_other=both["score_other"].to_numpy(dtype=float),
                missing=len(first) + len(second) - 2 * len(both),
            )
