"""Runs of equal values: units of a document stand together, so one look at each run is enough."""

from __future__ import annotations

import numpy as np
import pandas as pd


def mark_heads(table: pd.DataFrame) -> np.ndarray:
    """Mark the rows that differ from the one before in any column; a missing value may differ from a missing value."""
    heads = np.zeros(len(table), dtype=bool)
    heads[:1] = True
    for name in table:
        column = table[name].array
        heads[1:] |= pd.array(column[1:] != column[:-1], dtype="boolean").to_numpy(bool, na_value=True)
    return heads


def number_values(column: pd.Series) -> np.ndarray:
    """Number the values of a column in the order in which they first stand, from 0; -1 is missing."""
    heads = mark_heads(column.to_frame())
    numbers = pd.factorize(column[heads])[0]
    return np.repeat(numbers, np.diff(np.append(np.flatnonzero(heads), len(column))))
