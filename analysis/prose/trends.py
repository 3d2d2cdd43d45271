"""What trends show: which groups change over time surely, and by how much."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.prose.phrases import figure_signed, join_some, number, strong, verb_for

NAMED = 3  # trends that a sentence names, the largest


def tell_trends(trends: pd.DataFrame, of: str, noun: str, rate: str, labels: Mapping[str, str] | None = None) -> str:
    """Say which groups show a trend, each by its own interval; "" where no trend has one.

    trends: from estimate_trends, one row a group (column `of`), in units of `rate` ("points a year").
    """
    known = trends.dropna(subset=["low"]).sort_values("estimate", key=abs, ascending=False, kind="stable")
    if known.empty:
        return ""
    sure, what = known[(known["low"] > 0) | (known["high"] < 0)], number(len(known), noun)
    if sure.empty:
        each = f"each of {what}" if len(known) > 1 else f"the one {noun}"
        return f"No trend is shown: the interval of {each} holds 0."
    said = [
        f"{strong((labels or {}).get(row[of], row[of]))} {figure_signed(row['estimate'])} {rate} "
        f"(95% interval {figure_signed(row['low'])} to {figure_signed(row['high'])})"
        for _, row in sure.iterrows()
    ]
    show = verb_for(len(sure), "shows", "show")
    return f"{len(sure)} of {what} {show} a trend, each tested by itself: {join_some(said, NAMED)}."
