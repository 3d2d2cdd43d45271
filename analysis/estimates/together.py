"""How estimates of groups in the same documents go together: a document on war has much conflict in every voice.

Correlations of ratios by linearisation: each document's part in what a ratio would change by, summed in products.
Source: Woodruff 1971, A Simple Method for Approximating the Variance of a Complicated Estimate, JASA 66, 411-414.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.estimates.basis import Unchanged, basis_of
from analysis.estimates.document_sums import Amounts
from analysis.estimates.groups import sum_amounts
from analysis.estimates.resampling import ratio_of

MOST_GROUPS = 100  # of which every two are kept with a table: more would make its files heavy


def correlations_of(amounts: Amounts, by: Sequence[str]) -> Unchanged:
    """Correlate the estimates of all groups, where some have documents in common.

    Returns by (the columns), groups (their values as texts, a list each), correlations (rows and columns as groups);
    {} where all groups are apart, or are more than MOST_GROUPS.
    """
    if set(by) <= set(amounts.groups.apart):
        return Unchanged()
    return correlations_of_ratios(amounts.tops, amounts.bottoms, amounts.groups.labels, by)


def correlations_of_ratios(
    tops: sparse.csr_array, bottoms: sparse.csr_array, labels: pd.DataFrame, by: Sequence[str]
) -> Unchanged:
    """Correlate ratios of sums: tops over bottoms (documents, ratios); labels: the columns `by` of each ratio.

    Returns as `correlations_of`; {} where there are more than MOST_GROUPS.
    """
    if not 1 < len(labels) <= MOST_GROUPS:
        return Unchanged()
    ratio = np.nan_to_num(ratio_of(sum_amounts(tops), sum_amounts(bottoms)))
    parts = tops - bottoms @ sparse.diags_array(ratio)
    joint = (parts.T @ parts).toarray()
    size = np.sqrt(np.diag(joint))
    scale = np.outer(size, size)
    found = np.divide(joint, scale, out=np.zeros_like(joint), where=scale > 0)
    groups = labels[list(by)].astype(str).to_numpy().tolist()
    return Unchanged(by=list(by), groups=groups, correlations=found.round(4).tolist())


def find_correlations(table: pd.DataFrame) -> np.ndarray | None:
    """Find how the rows of a table of estimates go together, by its basis: (rows, rows); None where it does not say."""
    kept = basis_of(table).together
    if not kept or not set(kept["by"]) <= set(table.columns):
        return None
    places = {tuple(names): place for place, names in enumerate(kept["groups"])}
    rows = [places.get(tuple(names)) for names in table[kept["by"]].astype(str).to_numpy().tolist()]
    if None in rows:
        return None
    return np.array(kept["correlations"], dtype=float)[np.ix_(rows, rows)]
