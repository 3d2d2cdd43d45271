"""Marks know their rows: what stands where on a picture, so that links can be laid over it."""

import pandas as pd
import pytest
from matplotlib.figure import Figure

from analysis.charts import contrasts, copies, corpus, frames, sentiment, topics, voices
from analysis.charts.bands import interval_bands
from analysis.charts.dots import interval_dots
from analysis.charts.evidence import Link, lay_links
from analysis.charts.marks import Mark, assign_rows, locate_marks
from analysis.charts.matrix import matrix

OUTLETS = ["B", "A", "C"]
MEANS = pd.DataFrame(
    {"outlet": OUTLETS, "estimate": [0.1, 0.3, 0.2], "low": [0.0, 0.2, None], "high": [0.2, 0.4, None]}
).assign(n=9, documents=[9, 8, 2])


def marks_of(chart):
    figure = chart.drawn().figure
    return locate_marks(figure)


def test_dots_stand_from_left_to_right_by_their_value_and_down_by_their_row():
    marks = marks_of(interval_dots(MEANS, "outlet", "x", "X", "share"))
    assert [mark.row["outlet"] for mark in marks] == OUTLETS
    assert marks[0].left < marks[2].left < marks[1].left and marks[0].top < marks[1].top < marks[2].top
    assert all(mark.left > 0 and mark.left + mark.width < 1 and mark.top > 0 for mark in marks)
    assert marks[2].row["documents"] == 2 and {"estimate", "low", "high", "n"} <= set(marks[0].row)


@pytest.mark.filterwarnings("error")
def test_a_row_without_a_value_has_no_mark_and_says_nothing_aloud():
    empty = MEANS.assign(estimate=[0.1, None, 0.2])
    assert [mark.row["outlet"] for mark in marks_of(interval_dots(empty, "outlet", "x", "X", "share"))] == ["B", "C"]


def within(mark, place):
    x, y = place
    return mark.left <= x <= mark.left + mark.width and mark.top <= y <= mark.top + mark.height


def drawn_dots(places, size=(200, 100)):
    """Dots at places in points of a picture of 200 by 100 points."""
    figure = Figure(figsize=(size[0] / 72, size[1] / 72), dpi=144)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, size[0]), ylim=(0, size[1]))
    x, y = zip(*places, strict=True)
    assign_rows(axes.scatter(x, y), pd.DataFrame({"n": range(len(places))}))
    return locate_marks(figure), [(one / size[0], 1 - two / size[1]) for one, two in places]


def test_dots_that_stand_close_are_parted_half_way_and_the_nearest_wins():
    marks, places = drawn_dots([(50, 50), (54, 51), (52, 60), (150, 50)])
    for number, place in enumerate(places):
        assert [within(mark, place) for mark in marks] == [other == number for other in range(4)]
    assert marks[0].left + marks[0].width == pytest.approx(52 / 200) == pytest.approx(marks[1].left)
    assert marks[3].width == pytest.approx(14 / 200) and marks[3].height == pytest.approx(14 / 100)


@pytest.mark.parametrize("places", [[(50, 50)] * 4, [(20 + 0.7 * n, 50) for n in range(100)]])
def test_dots_at_one_place_and_dots_too_close_keep_a_few_points_each(places):
    marks, _ = drawn_dots(places)
    assert min(mark.width * 200 for mark in marks) >= 2.99 and min(mark.height * 100 for mark in marks) >= 2.99
    lefts = [mark.left for mark in marks]
    assert sorted(lefts) == lefts and len({*lefts}) == len(lefts), "laid in order: a part of each is free"


def test_small_links_lie_over_large_ones():
    marks = [Mark(0.1, 0.1, 0.1, 0.1, {}), Mark(0.0, 0.0, 0.5, 0.5, {}), Mark(0.2, 0.1, 0.1, 0.1, {})]
    boxes = lay_links(marks, [Link("a", number, 1, "") for number in (1, 2, 3)])
    assert [box.number for box in boxes] == [2, 1, 3]


def test_cells_of_a_heat_map_lie_side_by_side_and_an_empty_pair_has_no_mark():
    table = pd.DataFrame({"who": ["p", "p", "q"], "frame": ["x", "y", "x"], "estimate": [1.0, 2.0, None]})
    marks = marks_of(matrix(table, "who", "frame", "estimate", "m", "M", "n"))
    assert [(mark.row["who"], mark.row["frame"]) for mark in marks] == [("p", "x"), ("p", "y")]
    assert marks[0].left + marks[0].width == pytest.approx(marks[1].left)


def by(**columns):
    rows = pd.DataFrame({"estimate": [0.2, 0.4], "low": 0.1, "high": 0.5, "n": 9, "documents": 9})
    return rows.assign(**columns)


DOCUMENTS = pd.DataFrame({"doc_id": ["1", "2"], "outlet": ["A", "B"], "kind": "article", "words": [100, 300]})
PERIODS = pd.to_datetime(["2024-01-01", "2024-02-01", "2024-03-01"])
CHARTS = {
    "frame_shares": (lambda: frames.frame_shares(by(frame=["x", "y"])), "frame"),
    "frames_by": (lambda: frames.frames_by(by(frame="x", outlet=["A", "B"]), "outlet"), "outlet"),
    "voice_shares": (lambda: voices.voice_shares(by(voice=["outlet", "speaker"])), "voice"),
    "speaker_actors": (
        lambda: voices.speaker_actors(pd.DataFrame({"speaker": "p", "actor": ["x", "y"], "sentences": [3, 2]})),
        "actor",
    ),
    "actor_tones": (lambda: sentiment.actor_tones(by(actor=["x", "y"])), "actor"),
    "tone_bars": (lambda: sentiment.tone_bars(by(voice="outlet", tone=["negative", "neutral"]), "voice"), "tone"),
    "document_means": (
        lambda: sentiment.document_means(by(label=["x", "y"], doc_id=["1", "2"], lower=0.0, upper=0.5)),
        "doc_id",
    ),
    "topic_stability": (
        lambda: topics.topic_stability(
            pd.DataFrame({"topic": [1, 1], "cosine": [0.5, 0.9], "refit": [1, 2]}),
            pd.DataFrame({"topic": [1], "label": ["x"], "stable": [True]}),
            0.7,
        ),
        "refit",
    ),
    "contrast_dots": (
        lambda: contrasts.contrast_dots(
            by(group="A", shown=["x", "y"], term=["x", "y"], rank=[1, 2], sure=True).rename(
                columns={"estimate": "delta"}
            ),
            "c",
            "C",
        ),
        "term",
    ),
    "copy_flows": (
        lambda: copies.copy_flows(
            pd.DataFrame({"source": ["A", "B"], "copier": ["C", "C"], "copies": [3, 2], "share": [0.5, 0.3]})
        ),
        "source",
    ),
    "removed_bars": (
        lambda: corpus.removed_bars(pd.DataFrame({"reason": ["x", "y"], "characters": [9, 4], "runs": [1, 2]}), 1, 20),
        "reason",
    ),
    "words_bars": (
        lambda: corpus.words_bars(
            pd.DataFrame({"outlet": ["A", "B"], "words": [9, 4], "documents": [2, 1], "share": [0.7, 0.3]}), "outlet"
        ),
        "outlet",
    ),
    "length_dots": (lambda: corpus.length_dots(DOCUMENTS), "doc_id"),
    "date_bars": (
        lambda: corpus.date_bars(
            pd.DataFrame({"start": PERIODS[:2], "published_from": "text", "documents": [4, 3], "words": [9, 9]}),
            "month",
            0,
        ),
        "start",
    ),
}


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_says_which_row_each_of_its_marks_shows(name):
    draw, column = CHARTS[name]
    chart = draw()
    marks = marks_of(chart)
    assert len({str(mark.row[column]) for mark in marks}) == 2
    assert all(0 <= mark.left + mark.width / 2 <= 1 and 0 <= mark.top + mark.height / 2 <= 1 for mark in marks)
    assert {mark.row[column] for mark in marks} <= set(chart.data[column])


def test_dots_over_time_show_their_period():
    shares = pd.DataFrame({"frame": "x", "period": PERIODS, "estimate": 0.3, "low": 0.2, "high": 0.4})
    marks = marks_of(interval_bands(shares, "frame", "x", "X", "", 4))
    assert [mark.row["period"] for mark in marks] == list(PERIODS)


def test_the_bar_of_all_others_is_no_row_of_the_table():
    counts = pd.DataFrame({"outlet": [f"o{n}" for n in range(25)], "words": 9, "documents": 1, "share": 0.04})
    assert len(marks_of(corpus.words_bars(counts, "outlet"))) == corpus.MOST_ROWS
