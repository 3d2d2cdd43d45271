"""Intervals that are honest with few documents: wider than percentiles, and never without width."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from analysis.estimates import (
    ALL_ALIKE,
    TOO_FEW,
    estimate_means,
    estimate_shares,
    interval_of,
    join_sums,
    sum_by_document,
)
from analysis.estimates.intervals import scale_p, tails_of


def documents(values, group="A", units=4):
    """One document a value, of a few units with that value each."""
    return pd.DataFrame(
        [(f"{group}{place}", group, value) for place, value in enumerate(values) for _ in range(units)],
        columns=["doc_id", "outlet", "value"],
    )


def test_tails_are_those_of_student_s_t_times_the_lost_degree_of_freedom():
    """Five documents: t of 4 degrees of freedom is 2.776, times sqrt(5 / 4) 3.104, beyond which .096% lie."""
    assert tails_of(5)[0] == pytest.approx(stats.norm.cdf(-2.776445 * np.sqrt(5 / 4)), rel=1e-4)
    assert tails_of(10**7)[0] == pytest.approx(0.025, rel=1e-4) and tails_of()[0] == pytest.approx(0.025)


def test_an_interval_reads_between_neighbours_and_passes_over_draws_that_are_not_known():
    draws = np.array([[0.0, 1, 2, 3, 4], [0, np.nan, 10, np.nan, 20], [np.nan] * 5])
    low, high = interval_of(draws, axis=1)
    assert low[:2] == pytest.approx([0.1, 0.5]) and high[:2] == pytest.approx([3.9, 19.5])
    assert np.isnan([low[2], high[2]]).all()
    assert interval_of(draws[0])[0] == pytest.approx(np.quantile(draws[0], 0.025))


def test_p_and_interval_say_the_same():
    """Where .096% of the draws of five documents lie below zero, the interval ends at zero, and p is .05."""
    assert scale_p(np.array([2 * tails_of(5)[0]]), np.array([5]))[0] == pytest.approx(0.05)


def test_a_share_of_nothing_has_a_bound_by_its_documents_and_not_by_its_units():
    """No sentence of 5 documents: 1 - .05 ** (1 / 5) = .4507; of 50 documents .0582; all of 5: from .5493."""
    for count, units in ((5, 4), (5, 400)):
        row = estimate_means(documents([0.0] * count + [1.0], units=units), "value", by="outlet").iloc[0]
        assert row["low"] < row["high"]  # one of six documents has it
        none = pd.concat([documents([0.0] * count, units=units), documents([1.0] * 5, "B"), documents([0.5] * 5, "C")])
        rows = estimate_means(none, "value", by="outlet").set_index("outlet")
        assert rows.loc["A", ["low", "high"]].tolist() == pytest.approx([0, 0.45072], abs=1e-5)
        assert rows.loc["B", ["low", "high"]].tolist() == pytest.approx([1 - 0.45072, 1], abs=1e-5)
        assert rows.loc["C", "note"] == ALL_ALIKE and np.isnan(rows.loc["C", "low"])
    fifty = estimate_means(documents([0.0] * 50), "value").iloc[0]
    assert fifty["high"] == pytest.approx(0.05816, abs=1e-5) and fifty["note"] == "" and fifty["se"] == 0


def test_the_bound_holds_for_shares_of_categories_and_for_sums_too():
    table = documents(["a"] * 6).assign(kind="a")
    shares = estimate_shares(pd.concat([table, documents(["b"] * 6, "B").assign(kind="b")]), of="kind", by="outlet")
    assert shares["note"].eq("").all() and (shares["high"] - shares["low"]).round(5).eq(0.39304).all()
    units = documents([0.0] * 7)
    sums = join_sums([sum_by_document(units, "value", by=["outlet"])])
    columns = ["outlet", "estimate", "low", "high", "se", "note"]
    pd.testing.assert_frame_equal(
        estimate_means(sums, "value", "outlet")[columns], estimate_means(units, "value", "outlet")[columns]
    )


def test_a_mean_that_is_no_share_has_no_bound_to_go_by():
    """Compound lies between -1 and 1: six documents of 0 do not say how far from 0 another may lie."""
    table = pd.concat([documents([0.0] * 6), documents([-0.5, 0.5] * 3, "B")])
    rows = estimate_means(table, "value", by="outlet").set_index("outlet")
    assert rows.loc["A", "note"] == ALL_ALIKE and np.isnan(rows.loc["A", "high"]) and rows.loc["B", "note"] == ""


def test_under_five_documents_there_is_no_bound_either():
    row = estimate_means(documents([0.0] * 4), "value").iloc[0]
    assert row["note"] == TOO_FEW and np.isnan(row["high"]) and np.isnan(row["se"])


def test_the_standard_error_is_that_of_a_mean_of_documents():
    """Twenty documents of equal length, half 0 and half 1: the deviation is .513, and .513 / sqrt(20) = .1147."""
    row = estimate_means(documents([0.0, 1.0] * 10), "value", resamples=20_000).iloc[0]
    assert row["se"] == pytest.approx(np.std([0, 1] * 10, ddof=1) / np.sqrt(20), rel=0.03)


def test_intervals_of_few_documents_hold_the_truth_about_as_often_as_they_say():
    """Groups of six documents with a mean of 0, 300 times: plain percentile intervals hold it 85% of times."""
    values = np.random.default_rng(0).normal(0, 1, size=(300, 6))
    groups = pd.concat([documents(row, f"g{place}", units=1) for place, row in enumerate(values)])
    rows = estimate_means(groups, "value", by="outlet", resamples=1000)
    assert ((rows["low"] <= 0) & (rows["high"] >= 0)).mean() > 0.9
