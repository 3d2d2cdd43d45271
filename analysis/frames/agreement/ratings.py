"""Ratings of the same units by several instruments, set side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd
from pandas.api.types import is_numeric_dtype

from analysis.errors import require


@dataclass(frozen=True)
class Spread:
    """Ratings laid out, a row a unit in the order of their names, and scores in columns.

    units: doc_id and, where sentences were rated, sentence_id; document: each unit's place among all documents of the
    ratings, of which there are n_documents; scores: by frame and method, NaN where it has not rated the unit.
    """

    units: pd.DataFrame
    document: np.ndarray
    n_documents: int
    scores: dict[tuple[str, str], np.ndarray]


@dataclass(frozen=True)
class Pair:
    """Two methods on a frame: rows are the units that both have rated, missing how many only one of the two has."""

    frame: str
    method: str
    other: str
    rows: np.ndarray
    missing: int

    @property
    def columns(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Where the two stand among the scores of a Spread."""
        return (self.frame, self.method), (self.frame, self.other)


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


def lay_out_ratings(ratings: pd.DataFrame) -> Spread:
    """Lay ratings out, a row a unit and a column a frame and method."""
    columns = unit_columns(ratings)
    document, documents = pd.factorize(ratings["doc_id"].astype(object), sort=True)
    unit = document
    if len(columns) > 1:  # a sentence is named with its document, as it is where two tables name it otherwise
        sentence = pd.factorize(ratings["sentence_id"].astype(object), sort=True)[0]
        unit = pd.factorize(sentence * len(documents) + document, sort=True)[0]
    first = np.full(unit.max(initial=-1) + 1, len(ratings))
    np.minimum.at(first, unit, np.arange(len(ratings)))
    places = ratings.groupby(["frame", "method"], sort=True).indices
    values, scores = ratings["score"].to_numpy(dtype=float, na_value=np.nan), {}
    for (frame, method), rows in places.items():
        scores[str(frame), method] = column = np.full(len(first), np.nan)
        column[unit[rows]] = values[rows]
    return Spread(ratings[columns].iloc[first].reset_index(drop=True), document[first], len(documents), scores)


def pair_ratings(spread: Spread) -> list[Pair]:
    """Pair every two methods on every frame, frames and methods in the order of their names."""
    methods = sorted({method for _, method in spread.scores})
    none = np.full(len(spread.units), np.nan)
    pairs = []
    for frame in sorted({frame for frame, _ in spread.scores}):
        for method, other in combinations(methods, 2):
            known, known_other = (~np.isnan(spread.scores.get((frame, name), none)) for name in (method, other))
            rows = np.flatnonzero(known & known_other)
            pairs.append(Pair(frame, method, other, rows, int((known ^ known_other).sum())))
    return pairs
