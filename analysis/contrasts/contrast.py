"""One group against the rest, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.stats import rankdata

from analysis.contrasts.cells import Cells
from analysis.contrasts.dispersion import score_dispersion
from analysis.contrasts.odds import chi_squared, likelihood_ratio, log_odds, log_odds_error

MEASURED_COUNT = 5
MEASURED_DOCUMENTS = 2  # a word of one document is not a group's word
MANY = 2_000_000  # pairs of a group and a measured word; a table of more would not fit into memory
PRIORS = {"rank_weak_prior": 0.1, "rank_strong_prior": 10.0}  # times a_0


@dataclass(frozen=True)
class Contrast:
    """What is compared: counts, the prior a_w and its sum a_0, and the words listed."""

    cells: Cells
    prior: np.ndarray
    strength: float
    listed: np.ndarray

    @cached_property
    def is_large(self) -> bool:
        """Whether so many words of so many groups are compared that only those count which may differ."""
        counts = np.asarray(self.cells.counts.sum(axis=0)).ravel()[self.listed]
        return self.cells.n_groups * int((counts >= MEASURED_COUNT).sum()) > MANY


def make_prior(words: np.ndarray, counts: sparse.csr_array, a_0: float, background: pd.Series | None) -> np.ndarray:
    """Spread a_0 over the words by their share of a background: of all texts, or of the counts given.

    background: counts by term; a word that it lacks counts as half an occurrence.
    """
    if background is None:
        shares = np.asarray(counts.sum(axis=0)).ravel()
    else:
        shares = np.maximum(background.reindex(words).fillna(0).to_numpy(dtype=float), 0.5)
    shares = np.maximum(shares, 1e-6)  # a word of texts without a group
    return a_0 * shares / shares.sum()


def compare_group(contrast: Contrast, group: int) -> pd.DataFrame:
    """Compare one group with the rest: one row a listed word, without intervals yet."""
    cells = contrast.cells
    own, other = np.flatnonzero(cells.group == group), np.flatnonzero(cells.group != group)
    own, other = cells.by_document(own), cells.by_document(other)
    count, rest = (np.asarray(counts.sum(axis=0)).ravel() for counts in (own, other))
    total, rest_total = count.sum(), rest.sum()
    z = {
        factor: _z(count, rest, contrast.prior * factor, contrast.strength * factor) for factor in (1, *PRIORS.values())
    }
    table = pd.DataFrame(
        {
            "word": np.arange(len(count)),
            "group": group,
            "z": z[1],
            "delta": log_odds(count, total, rest, rest_total, contrast.prior, contrast.strength),
            "count": count.astype(int),
            "count_rest": rest.astype(int),
            "per_1000": 1000 * count / max(total, 1),
            "per_1000_rest": 1000 * rest / max(rest_total, 1),
            "documents": np.bincount(own.indices, minlength=len(count)),
            "documents_rest": np.bincount(other.indices, minlength=len(count)),
            "dp": score_dispersion(own),
            "dp_rest": score_dispersion(other),
            "g2": likelihood_ratio(count, total, rest, rest_total),
            "chi2": chi_squared(count, total, rest, rest_total),
        }
    ).iloc[contrast.listed]
    for column, factor in {"rank": 1, **PRIORS}.items():
        table[column] = rankdata(-z[factor][contrast.listed], method="ordinal")
    if cells.n_groups <= 2:
        return table
    unused = measured(table) & (table["z"] < -1) if contrast.is_large else measured(table)
    return table[unused | (table["count"] > 0)]


def measured(table: pd.DataFrame) -> pd.Series:
    """Which rows' words are frequent enough for an interval, and in more than one document."""
    documents = table["documents"] + table["documents_rest"]
    return (table["count"] + table["count_rest"] >= MEASURED_COUNT) & (documents >= MEASURED_DOCUMENTS)


def _z(count: np.ndarray, rest: np.ndarray, prior: np.ndarray, strength: float) -> np.ndarray:
    delta = log_odds(count, count.sum(), rest, rest.sum(), prior, strength)
    return delta / log_odds_error(count, rest, prior)
