import base64

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.text import Text

from analysis.charts import show as showing
from analysis.charts import theme
from analysis.charts.dots import interval_dots
from analysis.errors import InputError

ESTIMATES = pd.DataFrame(
    {
        "outlet": ["A", "A", "The Outlet with a Name that Takes Far More than One Line of a Label", "B"],
        "voice": ["outlet", "speaker", "outlet", "outlet"],
        "estimate": [0.1, -0.2, 0.3, 0.0],
        "low": [0.0, -0.3, 0.1, None],
        "high": [0.2, -0.1, 0.5, None],
        "n": [10, 5, 20, 2],
        "documents": [6, 5, 9, 1],
    }
)


def draw(**changes):
    arguments = {
        "rows": "outlet",
        "name": "tone",
        "title": "Tone by outlet",
        "unit": "mean compound",
        "colour": "voice",
    }
    return interval_dots(ESTIMATES, **(arguments | changes))


def boxes(figure):
    """Where each piece of text stands, in pixels."""
    figure.draw_without_rendering()
    texts = [text for text in figure.findobj(Text) if text.get_text().strip() and text.get_visible()]
    return {text.get_text(): text.get_window_extent() for text in texts}


def test_dots_stand_at_their_estimates_and_lines_at_their_intervals():
    axes = draw(colour=None).figure.axes[0]
    dots = axes.collections[-1].get_offsets()
    assert dots[:, 0].tolist() == [0.1, -0.2, 0.3, 0.0]
    segments = [segment[:, 0].tolist() for segment in axes.collections[0].get_segments()]
    assert segments[:3] == [[0.0, 0.2], [-0.3, -0.1], [0.1, 0.5]]


def test_rows_stand_in_the_order_of_the_table_from_the_top():
    axes = draw().figure.axes[0]
    labels = [label.get_text().replace("\n", " ") for label in axes.get_yticklabels()]
    assert labels == list(dict.fromkeys(ESTIMATES["outlet"]))
    assert axes.get_ylim()[0] > axes.get_ylim()[1]


def test_a_dot_without_an_interval_is_hollow():
    faces = draw(colour=None).figure.axes[0].collections[-1].get_facecolors()
    assert faces[3][:3].tolist() == [1, 1, 1] and faces[0][:3].tolist() != [1, 1, 1]


def test_no_text_lies_on_another():
    chart = draw(
        title="A title so long that it has to be broken into two lines to fit in the width of a notebook's column",
        subtitle="and a subtitle",
        footer=theme.footer_of(37, "sentences", 21, "a paper, 2014"),
        stamp="exploratory: 21 documents",
    )
    placed = [box for text, box in boxes(chart.figure).items()]
    for number, box in enumerate(placed):
        assert not any(box.overlaps(other) for other in placed[number + 1 :])


def test_a_chart_says_in_words_what_it_shows():
    chart = draw()
    data, about = chart._repr_mimebundle_()
    assert "highest: The Outlet" in chart.alt and "lowest: A, speaker at -0.20" in chart.alt
    assert about["image/png"]["alt"] == chart.alt == data["text/plain"]
    assert base64.b64decode(data["image/png"]).startswith(b"\x89PNG")


def test_a_saved_chart_is_a_picture_twice_and_its_table(tmp_path):
    paths = draw().save(tmp_path)
    assert [str(p.relative_to(tmp_path)) for p in paths] == ["charts/tone.png", "charts/tone.svg", "tables/tone.csv"]
    assert pd.read_csv(paths[2])["estimate"].tolist() == [0.1, -0.2, 0.3, 0.0]
    first = [path.read_bytes() for path in paths]
    assert first == [path.read_bytes() for path in draw().save(tmp_path)], "the same estimates give the same bytes"


def test_a_table_without_rows_or_values_gives_no_chart_for_an_empty_panel_says_nothing():
    for table in (ESTIMATES.head(0), ESTIMATES.assign(estimate=float("nan"))):
        assert interval_dots(table, "outlet", "tone", "Tone", "compound") == theme.NoChart("tone", "Tone")
    with pytest.raises(InputError, match="chart 'tone' has nothing to draw"):
        theme.finish(draw().figure, "tone", ESTIMATES.head(0), "")


def test_a_footer_says_n_documents_interval_and_source():
    assert theme.footer_of(1204, "sentences", 1, "VADER") == (
        "n = 1,204 sentences in 1 document · lines: 95% intervals from resampling documents (hollow: too few for one)"
        " · Source: VADER."
    )


def test_a_table_escapes_what_the_corpus_brings(capsys):
    page = showing._html(pd.DataFrame({"text": ["<script>alert(1)</script>"], "n": [1234]}), "<b>")
    assert "<script" not in page and "&lt;script&gt;" in page and "1,234" in page and "&lt;b&gt;" in page


def test_a_long_table_says_how_much_of_it_is_shown(tmp_path, monkeypatch):
    pages = []
    monkeypatch.setattr(showing, "display", lambda shown: pages.append(shown.data))
    showing.show_table(pd.DataFrame({"n": range(50)}), "many", tmp_path, most=10)
    assert "10 of 50 rows shown; all are in tables/many.csv." in pages[0]
    assert len(pd.read_csv(tmp_path / "tables" / "many.csv")) == 50


def test_a_label_keeps_its_letters_and_loses_what_the_font_cannot_draw():
    assert theme.readable("Russian MFA 🇷🇺") == "Russian MFA" and theme.readable("МИД") == "МИД"
    assert theme.readable("🎄") == "🎄", "a label is never empty"


@given(st.lists(st.text(max_size=60), min_size=1, max_size=5))
@settings(max_examples=25, deadline=None)
def test_any_text_can_be_a_label(labels):
    estimates = pd.DataFrame({"outlet": labels, "estimate": 0.5, "low": 0.4, "high": 0.6})
    assert interval_dots(estimates, "outlet", "x", "".join(labels), "share")._png().startswith(b"\x89PNG")


def test_where_there_is_nothing_to_draw_a_sentence_says_why(tmp_path, monkeypatch):
    said = []
    monkeypatch.setattr(showing, "display", lambda shown: said.append(shown.data))
    showing.show(theme.NoChart("by-outlet", "What is typical of each outlet", "one outlet has documents"), tmp_path)
    assert said == ["**What is typical of each outlet**: no chart, because one outlet has documents."]
    assert not list(tmp_path.iterdir())
