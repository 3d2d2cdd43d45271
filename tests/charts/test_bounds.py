"""Exact bounds of 0% and 100% do not set the axis, are drawn thin, and are named as what they are."""

import base64
import re

import pandas as pd

from analysis.charts.dots import interval_dots
from analysis.charts.estimate_tables import TableHead, make_estimate_html, make_estimate_text

TABLE = pd.DataFrame(
    {
        "outlet": ["North", "Coast", "Bay"], "estimate": [0.04, 0.06, 0.0], "low": [0.02, 0.03, 0.0],
        "high": [0.07, 0.09, 0.45], "se": [0.01, 0.01, 0.0], "n": [90, 80, 20], "documents": [9, 8, 5],
    }
)  # fmt: skip


def test_the_axis_is_set_by_estimates_and_resampled_intervals():
    assert interval_dots(TABLE, "outlet").figure.axes[0].get_xlim()[1] < 0.12
    assert interval_dots(TABLE.tail(1), "outlet").figure.axes[0].get_xlim()[1] > 0.4


def test_a_table_draws_bounds_thin_and_says_what_they_are():
    head = TableHead("Shares", percent=True)
    page = make_estimate_html(TABLE, head)
    drawn = [base64.b64decode(one).decode() for one in re.findall("base64,([^']+)", page)]
    assert ["stroke-width='1'" in one for one in drawn] == [False, False, True]
    assert "exact bounds" in page and "exact bounds" in make_estimate_text(TABLE, head)
    assert "exact bounds" not in make_estimate_html(TABLE.head(2), head)


def test_a_wide_table_scrolls_in_its_own_box_and_wraps_long_texts():
    page = make_estimate_html(TABLE.assign(words="many long words, " * 3), TableHead("Shares", percent=True))
    assert "overflow-x:auto" in page and "white-space:normal" in page
