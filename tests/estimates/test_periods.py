"""Periods that hold enough documents: the same rule for all that is counted or drawn over time."""

import pandas as pd
import pytest

from analysis.estimates.periods import choose_period, list_periods, mark_known, recognise_period, starts_of


def documents(*days, precision="day"):
    return pd.DataFrame({"published": pd.to_datetime(list(days)), "published_precision": precision})


def every(freq, count, times=5):
    return [day for day in pd.date_range("2024-01-01", periods=count, freq=freq) for _ in range(times)]


@pytest.mark.parametrize(
    ("freq", "count", "period"),
    [("D", 30, "day"), ("W-MON", 30, "week"), ("MS", 98, "month"), ("QS", 40, "quarter"), ("YS", 30, "year")],
)
def test_the_finest_period_is_chosen_of_which_half_hold_five_documents(freq, count, period):
    assert choose_period(documents(*every(freq, count))) == period
    assert choose_period(documents(*every(freq, count, times=1)[:4])) == "year", "four documents are no period"


def test_periods_of_which_most_are_empty_are_too_fine():
    two_days = documents(*["2024-01-15"] * 5, *["2024-02-20"] * 5)
    assert choose_period(two_days) == "month"


def test_periods_so_many_that_nobody_could_read_them_are_too_fine():
    assert choose_period(documents(*every("D", 63))) == "week"
    assert choose_period(documents(*every("MS", 121))) == "quarter"


def test_no_period_is_finer_than_most_dates_are_known():
    days = every("MS", 10)
    assert choose_period(documents(*days, precision="month")) == "month"
    assert choose_period(documents(*days, precision="year")) == "year"
    assert choose_period(documents()) == "year"
    day, year = (documents(*["2024-01-15"] * 5, precision=known) for known in ("day", "year"))
    assert choose_period(pd.concat([day, year])) == "day"
    assert choose_period(pd.concat([day, year, year[:1]])) == "year", "six of eleven are known to their year alone"


def test_a_date_known_to_its_month_falls_into_a_month_and_a_quarter_but_into_no_week():
    month = documents("2024-02-01", precision="month")
    assert [bool(mark_known(month, period).iloc[0]) for period in ("week", "month", "quarter", "year")] == [
        False,
        True,
        True,
        True,
    ]


def test_periods_begin_on_mondays_and_on_the_first_of_months_quarters_and_years():
    day = pd.Series(pd.to_datetime(["2024-08-15 10:00"]))
    begins = {
        period: str(starts_of(day, period).iloc[0].date()) for period in ("day", "week", "month", "quarter", "year")
    }
    assert begins == {
        "day": "2024-08-15",
        "week": "2024-08-12",
        "month": "2024-08-01",
        "quarter": "2024-07-01",
        "year": "2024-01-01",
    }


@pytest.mark.parametrize(("freq", "period"), [("D", "day"), ("W-MON", "week"), ("MS", "month"), ("QS", "quarter")])
def test_dates_tell_which_period_they_begin_and_gaps_are_listed(freq, period):
    starts = pd.date_range("2024-01-01", periods=9, freq=freq)
    kept = starts[[0, 1, 2, 5, 8]]
    assert recognise_period(kept) == period
    assert list(list_periods(kept, period)) == list(starts)
