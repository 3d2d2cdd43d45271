"""Units sorted into groups and documents, and the columns of numbers that are estimated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.errors import InputError, require, unknown
from analysis.estimates.basis import basis_of
from analysis.estimates.runs import mark_heads, number_values

NOT_KNOWN = "not known"
MOST_ENDS = 30  # documents that a chart has room for


@dataclass(frozen=True)
class Groups:
    """Units sorted into groups and documents: `labels` one row a group, codes one a unit.

    apart: the columns of which a document has one value only, so that their groups have no document in common.
    """

    labels: pd.DataFrame
    group: np.ndarray
    document: np.ndarray
    n_documents: int
    apart: tuple[str, ...] = ()

    def sums(self, amounts: np.ndarray) -> sparse.csr_array:
        """Sum amounts of units in each document and group: an array (documents, groups)."""
        shape = (self.n_documents, len(self.labels))
        return sparse.coo_array((amounts, (self.document, self.group)), shape=shape).tocsr()

    def sum_known(self, values: np.ndarray, weights: np.ndarray) -> tuple[sparse.csr_array, sparse.csr_array]:
        """Sum weighted values, and the weights of units that have one: a mean is the first over the second."""
        known = np.isfinite(values)
        return self.sums(np.where(known, values * weights, 0.0)), self.sums(np.where(known, weights, 0.0))

    def count(self, units: np.ndarray) -> np.ndarray:
        """Count the chosen units of each group."""
        return np.bincount(self.group[units], minlength=len(self.labels))

    def count_distinct(self, names: np.ndarray) -> np.ndarray:
        """Count the distinct units of each group, where a unit has several rows; names: a number each row's unit."""
        if names.max(initial=-1) + 1 == len(names):  # each row is a unit of its own
            return self.count(np.ones(len(names), dtype=bool))
        pairs = pd.unique(names * len(self.labels) + self.group)
        return np.bincount(pairs % max(len(self.labels), 1), minlength=len(self.labels))

    def add(self, counts: pd.Series) -> np.ndarray:
        """Add up counts of units in each group."""
        return np.bincount(self.group, counts, minlength=len(self.labels)).astype(np.int64)

    def documents(self, units: np.ndarray) -> np.ndarray:
        """Count the documents that the chosen units of each group come from."""
        pairs = pd.unique(self.document[units] * len(self.labels) + self.group[units])
        return np.bincount(pairs % max(len(self.labels), 1), minlength=len(self.labels))


def list_names(by: str | Sequence[str]) -> list[str]:
    """List the columns that groups are made by."""
    return [by] if isinstance(by, str) else list(by)


def group_units(table: pd.DataFrame, by: str | Sequence[str], *more: str | None) -> Groups:
    """Sort units into groups by columns; a missing one is called "not known". Without columns all are one group.

    Raises InputError: a column (of `by`, of `more`, doc_id) that is not there, a unit without a document.
    """
    by = list_names(by)
    for column in ("doc_id", *by, *(name for name in more if name)):
        if column not in table:
            raise unknown("column", column, table.columns)
    heads = mark_heads(table[["doc_id", *by]])
    lengths = np.diff(np.append(np.flatnonzero(heads), len(table)))
    document = number_values(table["doc_id"])
    require(bool((document >= 0).all()), "doc_id is missing in some rows: every unit must know its document.")
    n_documents = int(document.max(initial=-1)) + 1
    if not by:
        labels = pd.DataFrame(index=range(1 if len(table) else 0))
        return Groups(labels, np.zeros(len(table), dtype=np.int64), document, n_documents)
    keys = table.loc[heads, ["doc_id", *by]]
    apart = tuple(name for name in by if keys[["doc_id", name]].drop_duplicates()["doc_id"].is_unique)
    for column in by:
        if keys[column].isna().any():
            keys[column] = keys[column].astype(object).where(keys[column].notna(), NOT_KNOWN)
    grouped = keys.groupby(by, sort=True, observed=True)
    labels = grouped.size().index.to_frame(index=False)
    return Groups(labels, np.repeat(grouped.ngroup().to_numpy(), lengths), document, n_documents, apart)


def numbers_of(table: pd.DataFrame, column: str) -> np.ndarray:
    """Read a column as numbers, NA as NaN; raises InputError for one that holds none."""
    try:
        return table[column].astype("float64").to_numpy(dtype=float, na_value=np.nan)
    except (TypeError, ValueError) as cause:
        raise InputError(f"{column!r} holds {table[column].dtype}, not numbers: it has no mean.") from cause


def weights_of(table: pd.DataFrame, weight: str | None) -> np.ndarray:
    """Read a column of weights, 1 each without one, times what the units' documents weigh (`Basis.weights`).

    Raises InputError for a weight below 0.
    """
    of_documents = basis_of(table).weights
    shares = (
        table["doc_id"].map(of_documents).fillna(1.0).to_numpy(dtype=float) if of_documents else np.ones(len(table))
    )
    if weight is None:
        return shares
    weights = np.nan_to_num(numbers_of(table, weight))
    require(bool((weights >= 0).all()), f"weight={weight!r} has values below 0; weights count, they cannot.")
    return weights * shares


def sum_amounts(amounts: sparse.csr_array) -> np.ndarray:
    """Add amounts up over documents."""
    return np.asarray(amounts.sum(axis=0)).ravel()


def pick_ends(summary: pd.DataFrame) -> pd.DataFrame:
    """Pick the documents that are drawn, the lowest mean first: all, or of more than 30 the 15 lowest and 15 highest.

    summary: one row a document, with estimate.
    """
    ranked = summary.sort_values("estimate", kind="stable")
    half = MOST_ENDS // 2
    return ranked if len(ranked) <= MOST_ENDS else pd.concat([ranked.head(half), ranked.tail(half)])
