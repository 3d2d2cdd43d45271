"""Trends: a slope a year and a smoothed course, from data whose slope is known."""

import numpy as np
import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.estimates import estimate_means
from analysis.estimates.trends import ONE_DATE, YEAR, estimate_courses, estimate_trends

MONTHS = pd.date_range("2020-01-01", periods=24, freq="MS")


def rising(per_year=0.1, noise=0.0, each=5, seed=0):
    """Five documents a month, of two sentences each, whose value rises by so much a year."""
    days = np.repeat(MONTHS.to_numpy(), each * 2)
    years = (days - days[0]) / np.timedelta64(1, "D") / YEAR
    values = 0.2 + per_year * years + np.random.default_rng(seed).normal(0, noise, len(days))
    names = [f"d{number // 2:03}" for number in range(len(days))]
    return pd.DataFrame({"doc_id": names, "published": days, "period": days, "value": values, "frame": "x"})


def test_a_line_has_its_own_slope_and_an_interval_of_no_width():
    trend = estimate_trends(rising(), "value", by="frame", resamples=50).iloc[0]
    assert [trend["estimate"], trend["low"], trend["high"]] == pytest.approx([0.1] * 3)
    assert (trend["n"], trend["documents"], trend["note"]) == (240, 120, "")
    assert str(trend["first"].date()) == "2020-01-01" and str(trend["last"].date()) == "2021-12-01"


def test_the_slope_is_that_of_least_squares_with_weights():
    table = rising(noise=0.3).assign(weight=lambda rows: 1 + np.arange(len(rows)) % 3)
    years = (table["published"] - table["published"].iloc[0]).dt.days / YEAR
    by_hand = np.polyfit(years, table["value"], 1, w=np.sqrt(table["weight"]))[0]
    trend = estimate_trends(table, "value", weight="weight", resamples=200).iloc[0]
    assert trend["estimate"] == pytest.approx(by_hand) and trend["low"] < by_hand < trend["high"]


def test_a_value_that_does_not_move_has_an_interval_that_holds_nought():
    trend = estimate_trends(rising(per_year=0, noise=0.2), "value").iloc[0]
    assert trend["low"] < 0 < trend["high"]


def test_few_documents_one_date_and_no_date_have_no_slope():
    table = rising()
    few = estimate_trends(table[table["doc_id"].isin(["d000", "d050"])], "value").iloc[0]
    assert few[["estimate", "low", "high"]].isna().all() and "fewer than 5 documents" in few["note"]
    same = estimate_trends(table.head(10), "value").iloc[0]
    assert np.isnan(same["estimate"]) and same["note"] == ONE_DATE
    assert estimate_trends(table.assign(published=pd.NaT), "value", by="frame").empty
    with pytest.raises(InputError, match="needs the column published"):
        estimate_trends(table.drop(columns="published"), "value")


def test_undated_units_and_other_groups_do_not_change_a_groups_slope():
    table = rising(noise=0.2)
    other = rising(per_year=-0.5, seed=1).assign(frame="y", doc_id=lambda rows: "e" + rows["doc_id"])
    undated = table.head(4).assign(published=pd.NaT, value=9.0)
    together = estimate_trends(pd.concat([table, other, undated]), "value", by="frame", resamples=10)
    alone = estimate_trends(table, "value", by="frame", resamples=10)
    assert together["estimate"].iloc[0] == pytest.approx(alone["estimate"].iloc[0])
    assert together["estimate"].iloc[1] == pytest.approx(-0.5)


def test_a_smoothed_line_is_the_line_and_follows_a_curve_closer_than_single_periods():
    straight = estimate_courses(rising(), "value", by="frame", resamples=20)
    months = (MONTHS - MONTHS[0]).days / YEAR
    assert straight["estimate"].to_numpy() == pytest.approx(0.2 + 0.1 * months)
    noisy = rising(per_year=0, noise=0.5)
    smooth, single = estimate_courses(noisy, "value"), estimate_means(noisy, "value", by="period")
    assert (smooth["estimate"] - 0.2).abs().max() < (single["estimate"] - 0.2).abs().max()
    assert (smooth["low"] < smooth["estimate"]).all() and (smooth["estimate"] < smooth["high"]).all()


def test_under_twelve_periods_of_five_documents_nothing_is_smoothed():
    table = rising()
    assert estimate_courses(table[table["period"] < MONTHS[11]], "value", by="frame").empty
    assert len(estimate_courses(table[table["period"] < MONTHS[12]], "value", by="frame")) == 12
    assert estimate_courses(rising(each=4), "value", by="frame").empty
