import pandas as pd

from analysis.charts import frames, voices
from analysis.charts.matrix import matrix
from analysis.charts.theme import NoChart

PAIRS = pd.DataFrame({"row": ["a", "a", "b"], "column": ["x", "y", "x"], "n": [3.0, 1.0, None]})


def draw(table=PAIRS, **changes):
    return matrix(
        table, **({"rows": "row", "columns": "column", "value": "n", "name": "m", "title": "M", "unit": "n"} | changes)
    )


def test_cells_hold_their_values_and_a_missing_pair_is_left_empty():
    axes = draw(digits=0).figure.axes[0]
    values = axes.images[0].get_array()
    assert values[0].tolist() == [3.0, 1.0] and values.mask[1].tolist() == [True, True]
    assert [text.get_text() for text in axes.texts] == ["3", "1"]


def test_a_categorical_column_gives_the_order():
    ordered = PAIRS.assign(column=pd.Categorical(PAIRS["column"], categories=["y", "x"]))
    assert [tick.get_text() for tick in draw(ordered).figure.axes[0].get_xticklabels()] == ["y", "x"]


def test_what_is_not_drawn_is_said():
    many = pd.DataFrame({"row": "a", "column": [f"c{n:02}" for n in range(20)], "n": 1.0})
    chart = draw(many)
    said = " ".join(text.get_text() for text in chart.figure.texts)
    assert "Not drawn: 4 more columns, which have rows in" in said and len(chart.data) == 20


def test_a_heat_map_names_its_highest_pair_and_gives_no_chart_of_an_empty_table():
    assert "highest: a and x at 3.00" in draw().alt
    assert draw(PAIRS.head(0)) == NoChart("m", "M")


def test_one_outlet_or_few_dates_give_a_sentence_in_place_of_a_chart():
    row = {"frame": "A", "outlet": "x", "period": pd.Timestamp("2024-01-01"), "documents": 9}
    shares = pd.DataFrame([row | {"estimate": 0.5, "low": 0.4, "high": 0.6}])
    assert frames.frames_by(shares, "outlet") == NoChart(
        "frames-by-outlet", "Frames by outlet", "there is one outlet only"
    )
    assert isinstance(frames.frame_timeline(shares), NoChart)
    assert isinstance(voices.speaker_actors(pd.DataFrame({"speaker": [], "actor": [], "sentences": []})), NoChart)


def test_actors_stand_in_the_order_of_their_sentences():
    pairs = pd.DataFrame({"speaker": ["p", "p", "q"], "actor": ["France", "Spain", "Spain"], "sentences": [3, 2, 2]})
    axes = voices.speaker_actors(pairs).figure.axes[0]
    assert [tick.get_text() for tick in axes.get_xticklabels()] == ["Spain", "France"]
