"""Charts over time: gaps, trends, smoothed lines, events and ticks."""

import numpy as np
import pandas as pd
import pytest

from analysis.charts import corpus
from analysis.charts.bands import Course, interval_bands
from analysis.charts.timelines import Event, add_gaps, lay_out_events, list_events, number_events

MONTHS = pd.date_range("2019-01-01", periods=14, freq="MS")


def shares(months=MONTHS, frame="Conflict"):
    return pd.DataFrame({"frame": frame, "period": months, "estimate": 0.3, "low": 0.2, "high": 0.4, "documents": 9})


def draw(table, **course):
    return interval_bands(table, "frame", "x", "X", "", 4, Course(**course))


def said_on(chart):
    return " ".join(" ".join(text.get_text() for text in chart.figure.texts).split())


def test_no_line_is_drawn_through_a_period_that_holds_nothing():
    axes = draw(shares(MONTHS.delete(5))).figure.axes[0]
    drawn = axes.lines[0].get_ydata()
    assert len(drawn) == 14 and np.flatnonzero(np.isnan(drawn)).tolist() == [5]
    assert len(axes.collections[-1].get_offsets()) == 13


def test_a_smoothed_line_goes_over_two_empty_periods_and_not_over_three():
    assert len(add_gaps(shares(MONTHS.delete([5, 6])), "month", 2)) == 12
    assert len(add_gaps(shares(MONTHS.delete([5, 6, 7])), "month", 2)) == 14


@pytest.mark.parametrize(
    ("months", "said"),
    [(14, "+1.2 points a year [−0.4, +2.8]"), (4, "+0.10 points a month [−0.03, +0.23]")],
)
def test_a_trend_stands_over_its_panel_in_a_unit_no_longer_than_what_was_seen(months, said):
    trend = pd.DataFrame({"frame": ["Conflict"], "estimate": [0.012], "low": [-0.004], "high": [0.028]})
    chart = draw(shares(MONTHS[:months]), trends=trend)
    assert said in [text.get_text() for text in chart.figure.axes[0].texts]
    assert "one that holds 0 shows no trend" in said_on(chart)


def test_trends_on_one_chart_have_the_same_decimals():
    """One needs two decimals not to be written as 0.0: so have both."""
    two = pd.concat([shares(), shares().assign(frame="Morality")])
    trend = pd.DataFrame({"frame": ["Conflict", "Morality"], "estimate": [0.012, 0.0003], "low": 0.0002, "high": 0.028})
    said = [text.get_text() for axes in draw(two, trends=trend).figure.axes for text in axes.texts]
    assert said == ["+1.20 points a year [+0.02, +2.80]", "+0.03 points a year [+0.02, +2.80]"]


def test_a_trend_without_an_interval_is_not_written():
    trend = pd.DataFrame({"frame": ["Conflict"], "estimate": [0.012], "low": [np.nan], "high": [np.nan]})
    chart = draw(shares(), trends=trend)
    assert not chart.figure.axes[0].texts and "trend" not in said_on(chart)


def test_events_have_a_line_in_every_panel_and_a_key():
    events = pd.DataFrame({"date": pd.to_datetime(["2019-06-03", "2020-02-28", "2025-01-01"])})
    events = events.assign(label=["A summit", "In the last month", "Later"])
    chart = draw(pd.concat([shares(), shares(frame="Morality")]), events=events)
    for axes in chart.figure.axes[:2]:
        assert [text.get_text() for text in axes.texts] == ["1", "2"]
    assert "Events: 1 A summit (3 Jun 2019); 2 In the last month (28 Feb 2020)." in said_on(
        chart
    ) and "Later" not in said_on(chart)


def test_labels_of_events_lie_in_lines_of_their_own_where_they_would_meet():
    span = (pd.Timestamp("2020-01-01"), pd.Timestamp("2020-12-31"))
    days = pd.to_datetime(["2020-02-01", "2020-02-02", "2020-09-01"])
    placed = lay_out_events([Event(day, "A long name of an event") for day in days], span, 7, 6)
    assert [label.lane for label in placed] == [0, 1, 0]
    assert len(lay_out_events([Event(day, "A long name of an event") for day in days], span, 7, 1)) == 2


def test_many_events_are_counted_and_none_gives_no_key():
    many = pd.DataFrame({"date": pd.date_range("2019-01-01", periods=15), "label": "x"})
    listed = list_events(many, MONTHS[0], MONTHS[-1])
    assert number_events(listed)[1].endswith("; 3 more are not named.")
    assert list_events(None, MONTHS[0], MONTHS[-1]) == [] and number_events([]) == ([], "")


@pytest.mark.parametrize(
    ("freq", "count", "labels"),
    [
        ("YS", 8, ["2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026"]),
        ("MS", 5, ["Jan\n2019", "Feb", "Mar", "Apr", "May", "Jun"]),
        ("D", 3, ["1 Jan\n2019", "2 Jan", "3 Jan", "4 Jan"]),
    ],
)
def test_ticks_of_dates_stand_at_the_beginnings_of_periods(freq, count, labels):
    starts = pd.date_range("2019-01-01", periods=count, freq=freq)
    counts = pd.DataFrame({"start": starts, "published_from": "text", "documents": 9, "words": 9})
    period = {"YS": "year", "MS": "month", "D": "day"}[freq]
    axes = corpus.date_bars(counts, period, 0).figure.axes[0]
    found = [label.get_text() for label in axes.get_xticklabels()]
    assert found[: len(labels)] == labels and len(found) <= 10
