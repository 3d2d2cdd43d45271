"""What a chart says of the numbers in it, read from what its table rests on: n, intervals, source, cautions."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.estimates.basis import Basis, basis_of

INTERVALS = "95% intervals from resampling documents (hollow: too few for one)"


def footer_of(rests_on: pd.DataFrame | Basis | None, drawn: str = "", remark: str = "") -> str:
    """Write a chart's footer: n, documents, what was left out, what the intervals are, the method's source, a remark.

    rests_on: the table drawn, or its Basis; drawn: what intervals are drawn as ("lines"), "" if they are not.
    """
    source = _basis(rests_on).source
    parts = [count_in(rests_on)]
    parts += [f"{drawn}: {INTERVALS}"] if drawn and _has_intervals(rests_on) else []
    parts += [f"Source: {source}"] if source else []
    said = " · ".join(part for part in parts if part)
    return " ".join(part for part in (f"{said}." if said else "", remark) if part)


def stamp_of(rests_on: pd.DataFrame | Basis | None) -> str:
    """Write the caution that a chart bears: an exploratory corpus, a measure that is not validated; "" for none."""
    return _basis(rests_on).stamp


def mark_bounds(table: pd.DataFrame) -> np.ndarray:
    """Whether each row's interval is an exact bound of what no document has, or all have: not from resampling."""
    if not {"estimate", "low", "high", "se"} <= {*table}:
        return np.zeros(len(table), dtype=bool)
    estimate, low, high, se = (table[name].to_numpy(dtype=float) for name in ("estimate", "low", "high", "se"))
    return (se == 0) & np.isin(estimate, (0.0, 1.0)) & (high > low)


def count_in(rests_on: pd.DataFrame | Basis | None) -> str:
    """Say how much a table rests on; one that does not say is counted by its own columns n and documents."""
    if _basis(rests_on).n or not isinstance(rests_on, pd.DataFrame):
        return str(_basis(rests_on)) if _basis(rests_on).n else ""
    spans = [(column, _span(rests_on[column])) for column in ("n", "documents") if column in rests_on]
    if not any(span and span != "0" for _, span in spans):
        return ""
    one = all(span == "1" for column, span in spans if column == "documents")
    said = {"n": "n = {} a row", "documents": "{} document a row" if one else "{} documents a row"}
    return ", ".join(said[column].format(span) for column, span in spans if span)


def _basis(rests_on: pd.DataFrame | Basis | None) -> Basis:
    if isinstance(rests_on, Basis):
        return rests_on
    return Basis() if rests_on is None else basis_of(rests_on)


def _has_intervals(rests_on: pd.DataFrame | Basis | None) -> bool:
    if isinstance(rests_on, pd.DataFrame) and not basis_of(rests_on).n:
        return "low" in rests_on and bool(rests_on["low"].notna().any())
    return _basis(rests_on).interval


def _span(counts: pd.Series) -> str:
    known = counts.dropna()
    if known.empty:
        return ""
    low, high = int(known.min()), int(known.max())
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"
