"""Charts of topics and contrasts: what they draw is what the tables hold, and nothing is said in words."""

import numpy as np
import pandas as pd

from analysis.charts.contrasts import contrast_dots
from analysis.charts.topics import topic_count_lines, topic_shares, topic_shares_by, topic_stability, topic_timeline
from analysis.estimates import describe
from topic_tables import CHOICE, SHARES, SUMMARY

PICKED = pd.DataFrame(
    {
        "group": ["a", "b"],
        "rank": 1,
        "shown": ["NATO", "peace"],
        "delta": [1.5, 0.5],
        "low": [1.0, np.nan],
        "high": [2.0, np.nan],
        "sure": [True, False],
        "documents": [9, 7],
        "per_1000": [4.0, 2.0],
        "per_1000_rest": [1.0, 1.0],
        "rank_weak_prior": [1, 9],
        "rank_strong_prior": [1, 1],
    }
)


def dots(axes):
    return [tuple(np.round(point, 3)) for drawn in axes.collections for point in np.atleast_2d(drawn.get_offsets())]


def test_shares_stand_where_the_table_says_with_label_and_words():
    chart = topic_shares(SHARES, SUMMARY)
    axes = chart.figure.axes[0]
    assert {(0.6, 0), (0.4, 1)} <= set(dots(axes))
    assert [text.get_text() for text in axes.get_yticklabels()] == [
        "1  court · judge\ncourt, judge",
        "2  virus\nvirus, nurse",
    ]
    assert "frames" in chart.figure.texts[1].get_text()


def test_three_criteria_are_drawn_and_the_suggestion_marked():
    chart = topic_count_lines(CHOICE)
    assert len(chart.figure.axes) == 3
    assert all((3, value) in dots(axes) for axes, value in zip(chart.figure.axes, (0.1, 0.9, 0.9), strict=True))


def test_every_refit_is_a_dot_and_the_threshold_a_line():
    refits = pd.DataFrame({"refit": [1, 2, 1, 2], "topic": [1, 1, 2, 2], "cosine": [0.9, 0.8, 0.2, 0.3]})
    axes = topic_stability(refits, SUMMARY, 0.7).figure.axes[0]
    assert {(0.9, 0), (0.8, 0), (0.2, 1), (0.3, 1)} <= set(dots(axes))
    assert axes.lines[0].get_xdata()[0] == 0.7


def test_an_empty_table_is_answered_by_a_line_that_says_why():
    note = "no topics: 8 documents, 10 are needed"
    empty = describe(pd.DataFrame(), empty=note)
    for chart in (
        topic_count_lines(empty),
        topic_shares(empty, SUMMARY),
        topic_stability(empty, SUMMARY, 0.7),
        topic_shares_by(describe(pd.DataFrame({"kind": []}), empty=note), "kind"),
    ):
        assert chart.reason == note
    assert topic_timeline(empty).reason == note
    assert "nothing to compare" in contrast_dots(empty, "x", "X").reason


def test_one_group_is_nothing_to_compare():
    table = pd.DataFrame({"kind": ["post"], "label": ["virus"], "estimate": [0.3], "documents": [9]})
    assert "only one kind: post" in topic_shares_by(table, "kind").reason


def test_contrasts_have_a_panel_a_group_with_its_terms():
    chart = contrast_dots(PICKED, "contrast", "Words")
    left, right = chart.figure.axes
    assert [text.get_text() for text in left.get_yticklabels()] == ["NATO"]
    assert (1.5, 0) in dots(left)
    assert (0.5, 0) in dots(right)
    assert [axes.get_title(loc="left") for axes in (left, right)] == ["a", "b"]
