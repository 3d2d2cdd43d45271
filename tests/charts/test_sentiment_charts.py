"""Charts of sentiment: their geometry and their labels, from tables counted by hand."""

import itertools

import pandas as pd

from analysis.charts.sentiment import actor_tones, document_means, sentiment_means, tone_bars
from analysis.charts.theme import NoChart


def estimates(by, names, values, lows, highs, documents=9):
    table = pd.DataFrame({by: names, "estimate": values, "low": lows, "high": highs, "n": 20, "documents": documents})
    return table.assign(note="")


VOICES = estimates("voice", ["forwarded", "outlet", "speaker"], [0.3, -0.1, 0.2], [None, -0.2, 0.1], [None, 0.0, 0.3])
COVER = estimates("voice", ["forwarded", "outlet", "speaker"], [0.02, 0.08, 0.1], [0.0] * 3, [0.2] * 3)
LABELS = {"outlet": "own words", "speaker": "speech", "forwarded": "forwarded"}


def test_means_stand_beside_the_share_of_words_known_in_the_order_of_the_labels():
    chart = sentiment_means(VOICES, COVER, "voice", "By voice", labels=LABELS)
    means, share = chart.figure.axes
    assert [label.get_text() for label in means.get_yticklabels()] == ["own words", "speech", "forwarded"]
    dots = {tuple(point) for dots in means.collections for point in getattr(dots, "get_offsets", list)()}
    assert {(-0.1, 0.0), (0.2, 1.0), (0.3, 2.0)} <= dots
    assert sorted(map(tuple, share.collections[0].get_offsets())) == [(0.02, 2.0), (0.08, 0.0), (0.1, 1.0)]
    assert "lexicon knows 8%" in chart.alt and chart.name == "sentiment-by-voice"


def test_numbers_under_neighbouring_panels_keep_apart():
    small = VOICES.assign(estimate=0.0, low=-0.01, high=0.01)
    both = [pd.concat([table.assign(outlet=name) for name in "ab"]) for table in (small, COVER)]
    for chart in (
        sentiment_means(small, COVER, "voice", "By voice"),
        sentiment_means(*both, "outlet", "By outlet", "voice", labels=LABELS),
    ):
        chart.figure.canvas.draw()
        boxes = [_boxes_under(axes) for axes in chart.figure.axes]
        for left, right in itertools.pairwise(boxes):
            assert right[0].x0 - left[-1].x1 > 45  # 33 where the last number stands at the edge


def _boxes_under(axes):
    low, high = axes.get_xlim()
    ticks = zip(axes.get_xticks(), axes.get_xticklabels(), strict=True)
    return [label.get_window_extent() for at, label in ticks if low - 1e-9 <= at <= high + 1e-9]


def test_one_kind_in_several_voices_has_no_chart_of_its_own():
    one = [table.assign(kind="article") for table in (VOICES, COVER)]
    chart = sentiment_means(*one, "kind", "By kind", "voice")
    assert isinstance(chart, NoChart) and chart.reason == "there is only one kind: article"


def test_of_many_outlets_the_twenty_of_most_documents_are_drawn_and_all_are_in_the_table():
    names = [f"outlet {number:02d}" for number in range(23)]
    means = estimates("outlet", names, [0.1] * 23, [0.0] * 23, [0.2] * 23, documents=[2, 1, 3, *range(10, 30)])
    chart = sentiment_means(means, means.assign(estimate=0.08), "outlet", "By outlet")
    drawn = [label.get_text() for label in chart.figure.axes[0].get_yticklabels()]
    assert len(drawn) == 20 and not {"outlet 00", "outlet 01", "outlet 02"} & set(drawn)
    assert len(chart.data) == 23
    said = " ".join(text.get_text() for text in chart.figure.texts)
    assert "The 20 of most documents; 3 more in the table." in " ".join(said.split())


def test_bars_of_tones_fill_the_whole_and_name_their_shares():
    shares = pd.DataFrame({"voice": "outlet", "tone": ["negative", "neutral", "positive"], "estimate": [0.5, 0.3, 0.2]})
    axes = tone_bars(shares, "voice", LABELS).figure.axes[0]
    assert [round(bar.get_x(), 2) for bar in axes.patches] == [0, 0.5, 0.8]
    assert [text.get_text() for text in axes.texts] == ["50%", "30%", "20%"]


def documents(count):
    values = [(place - count / 2) / count for place in range(count)]
    table = pd.DataFrame({"label": [f"Title {place}" for place in range(count)], "estimate": values, "n": 7})
    return table.assign(lower=table["estimate"] - 0.1, upper=table["estimate"] + 0.1)


def test_documents_are_drawn_from_lowest_to_highest_and_the_middle_of_many_is_told():
    axes = document_means(documents(4).iloc[::-1]).figure.axes[0]
    assert next(label.get_text() for label in axes.get_yticklabels()) == "Title 0 (7)"
    many = document_means(documents(100))
    assert len(many.figure.axes[0].get_yticklabels()) == 30 and len(many.data) == 100
    assert any("70 between them" in text.get_text() for text in many.figure.texts)


def test_actors_best_spoken_of_come_first_whatever_the_voice():
    table = pd.concat(
        estimates("actor", ["Ann", "Bob"], values, [None, None], [None, None]).assign(voice=voice)
        for voice, values in {"outlet": [-0.5, 0.4], "speaker": [0.1, -0.1]}.items()
    )
    axes = actor_tones(table, "voice", LABELS).figure.axes[0]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["Bob", "Ann"]


def test_an_empty_table_makes_no_chart():
    for draw in (lambda: document_means(documents(0)), lambda: sentiment_means(VOICES.head(0), COVER, "voice", "x")):
        assert isinstance(draw(), NoChart)
