"""What can be said of an order: which rows are tied, and which is surely ahead of which.

Estimates are in an order only as far as their intervals set them apart. Counts are what they are, but two may be equal.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.prose.phrases import apart, figure, join

MOST_TIED = 3  # of those that are tied, named


def rank_known(table: pd.DataFrame) -> pd.DataFrame:
    """Rank the rows that have an estimate, the highest first; those that are tied stay in their order."""
    return table.dropna(subset=["estimate"]).sort_values("estimate", ascending=False, kind="stable")


def count_tied(ranked: Sequence[float] | pd.Series) -> int:
    """Count how many of the first of ranked values are one and the same."""
    values = np.asarray(ranked, dtype=float)
    return int(np.isclose(values, values[:1], rtol=1e-9, atol=1e-12).cumprod().sum())


def tell_lead(ranked: pd.DataFrame, names: Sequence[str], first: int = 0) -> str:
    """Say whom a row is not surely ahead of: ", not surely ahead of **B** (16%)"; "" where intervals set it apart.

    ranked: shares, the highest first; names: of its rows, as they are to be written; first: the row's place.
    """
    if first + 1 >= len(ranked) or apart(ranked.iloc[first], ranked.iloc[first + 1]):
        return ""
    return f", not surely ahead of {names[first + 1]} ({figure(ranked.iloc[first + 1]['estimate'], percent=True)})"


def tell_unsettled(ranked: pd.DataFrame, names: Sequence[str], shown: int) -> str:
    """Say which of the rows shown are not surely ahead of the next one, in a sentence with a blank before; "" if none.

    ranked: estimates, the highest first, all of them; names: of the rows shown.
    """
    pairs = range(min(shown, len(ranked) - 1))
    unsure = [names[place] for place in pairs if not apart(ranked.iloc[place], ranked.iloc[place + 1])]
    if not unsure:
        return ""
    if len(unsure) == len(pairs) > 1:
        return " None of these is surely ahead of the next."
    return f" Not surely ahead of the next: {join(unsure)}."
