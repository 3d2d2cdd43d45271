"""Shares, means and differences with intervals from resampling whole documents.

Every interval in the suite comes from here, so that every one means the same: 95%, percentile,
documents drawn with replacement and all their units (sentences, paragraphs) with them.
Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapters 8 and 13;
for several comparisons: Benjamini & Hochberg 1995.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.stats import false_discovery_control

from analysis.errors import InputError, require, unknown
from analysis.estimates.resampling import RESAMPLES, draw_documents

LEVEL = 0.95
FEWEST_DOCUMENTS = 5
TOO_FEW = f"fewer than {FEWEST_DOCUMENTS} documents: no interval"
NOT_KNOWN = "not known"


def estimate_means(
    table: pd.DataFrame,
    value: str,
    by: str | Sequence[str] = (),
    weight: str | None = None,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> pd.DataFrame:
    """Estimate the mean of a value in each group, with an interval.

    table: one row a unit (a sentence, a paragraph, a document) with doc_id, the value and the
    columns of `by`; a missing group is called "not known". weight: a column of weights >= 0.
    Returns one row a group: the columns of `by`, estimate, low, high (in the value's unit),
    n (units measured), documents (that they come from), missing (units without a value),
    note (why there is no interval, or "").
    Raises InputError: a column that is not there, a value that is no number, a negative weight.
    """
    groups = _group(table, by, value, weight)
    values = _numbers(table, value)
    weights = _weights(table, weight)
    measured = np.isfinite(values)
    tops = groups.sums(np.where(measured, values * weights, 0.0))
    bottoms = groups.sums(np.where(measured, weights, 0.0))
    result = groups.labels.copy()
    result["estimate"] = _ratio(_total(tops), _total(bottoms))
    result["low"], result["high"] = _interval(_resampled(tops, bottoms, resamples, seed))
    result["n"] = groups.count(measured)
    result["documents"] = groups.documents(measured)
    result["missing"] = groups.count(~measured)
    return _without_small(result)


def estimate_shares(
    table: pd.DataFrame,
    of: str,
    by: str | Sequence[str] = (),
    weight: str | None = None,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> pd.DataFrame:
    """Estimate what share of each group's units falls in each category, with an interval.

    table: one row a unit with doc_id, the category column `of` and the columns of `by`; a missing
    category or group is called "not known". weight: a column of weights >= 0, for example words.
    Returns one row a group and category, zeros included: the columns of `by`, `of`, estimate, low,
    high (shares, 0 to 1), count (units in the category), n (units in the group),
    documents (in the group), note.
    Raises InputError: a column that is not there, a negative weight.
    """
    by = _names(by)
    inner, outer = _group(table, [*by, of], weight), _group(table, by, weight)
    weights = _weights(table, weight)
    bottoms = outer.sums(weights)
    categories = pd.Index(inner.labels[of].unique()).sort_values()
    result = outer.labels.merge(pd.DataFrame({of: categories}), how="cross")
    place = result.merge(inner.labels.assign(place=range(len(inner.labels))), on=[*by, of], how="left")["place"]
    tops = inner.sums(weights)
    padded = sparse.hstack([tops, sparse.csr_array((tops.shape[0], 1))]).tocsr()
    tops = padded[:, place.fillna(len(inner.labels)).astype(int).to_numpy()]
    spread = np.repeat(np.arange(bottoms.shape[1]), len(categories))
    bottoms = bottoms[:, spread]
    result["estimate"] = _ratio(_total(tops), _total(bottoms))
    result["low"], result["high"] = _interval(_resampled(tops, bottoms, resamples, seed))
    everything = np.ones(len(table), dtype=bool)
    counts = np.append(inner.count(everything), 0)
    result["count"] = counts[place.fillna(len(inner.labels)).astype(int)]
    result["n"] = outer.count(everything)[spread]
    result["documents"] = outer.documents(everything)[spread]
    return _without_small(result)


def estimate_differences(
    table: pd.DataFrame,
    value: str,
    between: str,
    against: str | None = None,
    by: str | Sequence[str] = (),
    weight: str | None = None,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> pd.DataFrame:
    """Estimate how far the means of groups differ, with intervals and a corrected p.

    between: the column whose groups are compared; against: the group they are compared with
    (all other units of the same `by` group together where it is not given).
    Returns one row a `by` group and compared group: the columns of `by`, `between`, against,
    estimate (difference of means, in the value's unit), low, high, p (two-sided, share of
    resamples on the far side of zero), q (p after Benjamini-Hochberg over the table returned),
    n, documents (of the compared group), note.
    Raises InputError: a column that is not there, an `against` that is none of the groups.
    """
    by = _names(by)
    groups = _group(table, [*by, between], value, weight)
    if against is not None and against not in set(groups.labels[between]):
        raise unknown("against", against, sorted(groups.labels[between].astype(str).unique()))
    values, weights = _numbers(table, value), _weights(table, weight)
    measured = np.isfinite(values)
    tops = groups.sums(np.where(measured, values * weights, 0.0))
    bottoms = groups.sums(np.where(measured, weights, 0.0))
    other = _counterpart(groups.labels, by, between, against)
    result = groups.labels.copy()
    result["against"] = "the rest" if against is None else against
    observed = _ratio(_total(tops), _total(bottoms)) - _ratio(_total(tops @ other), _total(bottoms @ other))
    draws = _resampled(tops, bottoms, resamples, seed) - _resampled(tops @ other, bottoms @ other, resamples, seed)
    result["estimate"] = observed
    result["low"], result["high"] = _interval(draws)
    result["p"] = _two_sided(draws)
    result["n"], result["documents"] = groups.count(measured), groups.documents(measured)
    if against is not None:
        result = result[result[between] != against].reset_index(drop=True)
    result = _without_small(result[np.isfinite(result["estimate"])].reset_index(drop=True))
    result.loc[result["note"] != "", "p"] = np.nan
    result.insert(result.columns.get_loc("p") + 1, "q", correct_p(result["p"]))
    return result


def correct_p(p: pd.Series) -> pd.Series:
    """Correct a family of p values for their number (Benjamini & Hochberg 1995); NA stays NA."""
    corrected = pd.Series(np.nan, index=p.index)
    known = p.notna()
    if known.any():
        corrected[known] = false_discovery_control(p[known].to_numpy(dtype=float), method="bh")
    return corrected


@dataclass(frozen=True)
class _Groups:
    """Units sorted into groups and documents: `labels` one row a group, codes one a unit."""

    labels: pd.DataFrame
    group: np.ndarray
    document: np.ndarray
    n_documents: int

    def sums(self, amounts: np.ndarray) -> sparse.csr_array:
        """Sum amounts of units in each document and group: an array (documents, groups)."""
        shape = (self.n_documents, len(self.labels))
        return sparse.coo_array((amounts, (self.document, self.group)), shape=shape).tocsr()

    def count(self, units: np.ndarray) -> np.ndarray:
        """Count the chosen units of each group."""
        return np.bincount(self.group[units], minlength=len(self.labels))

    def documents(self, units: np.ndarray) -> np.ndarray:
        """Count the documents that the chosen units of each group come from."""
        pairs = np.unique(self.document[units] * len(self.labels) + self.group[units])
        return np.bincount(pairs % max(len(self.labels), 1), minlength=len(self.labels))


def _names(by: str | Sequence[str]) -> list[str]:
    return [by] if isinstance(by, str) else list(by)


def _group(table: pd.DataFrame, by: str | Sequence[str], *more: str | None) -> _Groups:
    by = _names(by)
    for column in ("doc_id", *by, *(name for name in more if name)):
        if column not in table:
            raise unknown("column", column, table.columns)
    document, names = pd.factorize(table["doc_id"])
    require(bool((document >= 0).all()), "doc_id is missing in some rows: every unit must know its document.")
    if not by:
        labels = pd.DataFrame(index=range(1 if len(table) else 0))
        return _Groups(labels, np.zeros(len(table), dtype=np.int64), document, len(names))
    keys = table[by].copy()
    for column in by:
        if keys[column].isna().any():
            keys[column] = keys[column].astype(object).where(keys[column].notna(), NOT_KNOWN)
    grouped = keys.groupby(by, sort=True, observed=True)
    labels = grouped.size().index.to_frame(index=False)
    return _Groups(labels, grouped.ngroup().to_numpy(), document, len(names))


def _numbers(table: pd.DataFrame, column: str) -> np.ndarray:
    try:
        return table[column].astype("float64").to_numpy(dtype=float, na_value=np.nan)
    except (TypeError, ValueError) as cause:
        raise InputError(f"{column!r} holds {table[column].dtype}, not numbers: it has no mean.") from cause


def _weights(table: pd.DataFrame, weight: str | None) -> np.ndarray:
    if weight is None:
        return np.ones(len(table))
    weights = np.nan_to_num(_numbers(table, weight))
    require(bool((weights >= 0).all()), f"weight={weight!r} has values below 0; weights count, they cannot.")
    return weights


def _total(amounts: sparse.csr_array) -> np.ndarray:
    return np.asarray(amounts.sum(axis=0)).ravel()


def _ratio(top: np.ndarray, bottom: np.ndarray) -> np.ndarray:
    return np.divide(top, bottom, out=np.full(np.shape(top), np.nan), where=np.asarray(bottom) > 0)


def _chunks(tops: sparse.csr_array, bottoms: sparse.csr_array, resamples: int, seed: int) -> Iterator[np.ndarray]:
    for drawn in draw_documents(tops.shape[0], resamples, seed):
        yield _ratio((tops.T @ drawn.T).T, (bottoms.T @ drawn.T).T)


def _resampled(tops: sparse.csr_array, bottoms: sparse.csr_array, resamples: int, seed: int) -> np.ndarray:
    """Draw documents and form each group's ratio anew: an array (resamples, groups)."""
    if not tops.shape[0]:
        return np.full((1, tops.shape[1]), np.nan)
    return np.vstack(list(_chunks(tops, bottoms, resamples, seed)))


def _interval(draws: np.ndarray) -> np.ndarray:
    empty = np.isnan(draws).all(axis=0)
    edges = np.full((2, draws.shape[1]), np.nan)
    if (~empty).any():
        tail = (1 - LEVEL) / 2
        edges[:, ~empty] = np.nanquantile(draws[:, ~empty], [tail, 1 - tail], axis=0)
    return edges


def _two_sided(draws: np.ndarray) -> np.ndarray:
    """Share of resamples on the far side of zero, doubled; never 0, for resamples are finite."""
    known = np.isfinite(draws).sum(axis=0)
    lower, upper = (draws <= 0).sum(axis=0) + 1, (draws >= 0).sum(axis=0) + 1
    return np.minimum(1.0, 2 * np.minimum(lower, upper) / (known + 1))


def _counterpart(labels: pd.DataFrame, by: list[str], between: str, against: str | None) -> sparse.csr_array:
    """Say which groups make up each group's counterpart: an array (groups, groups) of 0 and 1."""
    strata = labels.groupby(by).ngroup().to_numpy() if by else np.zeros(len(labels), dtype=int)
    same = strata[:, None] == strata[None, :]
    chosen = (
        (labels[between] == against).to_numpy()[:, None] if against is not None else ~np.eye(len(labels), dtype=bool)
    )
    return sparse.csr_array((same & chosen).astype(float))


def _without_small(result: pd.DataFrame) -> pd.DataFrame:
    small = result["documents"] < FEWEST_DOCUMENTS
    result["note"] = np.where(small, TOO_FEW, "")
    result.loc[small, ["low", "high"]] = np.nan
    return result
