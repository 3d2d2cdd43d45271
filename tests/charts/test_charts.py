import base64

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib import pyplot as plt
from matplotlib.text import Text

from analysis.charts import show as showing
from analysis.charts import theme
from analysis.charts.cells import make_html_table
from analysis.charts.dots import interval_dots
from analysis.charts.footers import footer_of, stamp_of
from analysis.errors import InputError
from analysis.estimates import Basis, describe

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


RESTS = describe(
    ESTIMATES, unit="sentences", n=37, documents=21, corpus=21, interval=True, source="a paper, 2014", status="untested"
)


def draw(table=ESTIMATES, **changes):
    arguments = {
        "rows": "outlet",
        "name": "tone",
        "title": "Tone by outlet",
        "unit": "mean compound",
        "colour": "voice",
    }
    return interval_dots(table, **(arguments | changes))


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
        RESTS,
        title="A title so long that it has to be broken into two lines to fit in the width of a notebook's column",
        subtitle="and a subtitle",
    )
    written = boxes(chart.figure)
    assert "exploratory: 21 documents · not validated" in written
    assert any(text.startswith("n = 37 sentences in 21 documents") for text in written)
    placed = list(written.values())
    for number, box in enumerate(placed):
        assert not any(box.overlaps(other) for other in placed[number + 1 :])


def test_a_legend_of_long_names_stays_within_the_figure():
    names = [f"Outlet of a long name, number {number}" for number in range(6)]
    table = pd.DataFrame({"frame": "Conflict", "outlet": names, "estimate": 0.5, "low": 0.4, "high": 0.6})
    figure = interval_dots(table, "frame", "x", "X", "share", "outlet").figure
    placed = boxes(figure)
    assert all(placed[name].x1 < figure.bbox.x1 for name in names)


def test_a_chart_says_in_words_what_it_shows():
    chart = draw()
    data, about = chart._repr_mimebundle_()
    assert "highest: The Outlet" in chart.alt and "lowest: A, speaker at −0.20" in chart.alt
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


def test_a_footer_says_n_documents_what_was_left_out_interval_source_and_a_remark():
    basis = Basis("sentences", 1204, 1, ({"reason": "undated", "count": 3},), "VADER", interval=True)
    assert footer_of(basis, "lines", "Dots are spread.") == (
        "n = 1,204 sentences in 1 document (left out: 3 undated) · lines: 95% intervals from resampling documents "
        "(hollow: too few for one) · Source: VADER. Dots are spread."
    )
    assert footer_of(basis) == "n = 1,204 sentences in 1 document (left out: 3 undated) · Source: VADER."


def test_a_table_that_does_not_say_what_it_rests_on_is_counted_by_its_own_columns():
    assert footer_of(ESTIMATES) == "n = 2 to 20 a row, 1 to 9 documents a row."
    assert footer_of(ESTIMATES[["outlet", "estimate"]]) == "" and stamp_of(ESTIMATES) == ""
    assert "n = 2 to 20 a row" in draw().alt


def test_intervals_are_explained_where_they_are_drawn_and_there():
    written = " ".join(text.get_text() for text in draw(RESTS).figure.texts)
    assert "lines: 95% intervals" in written
    bare = " ".join(text.get_text() for text in draw(describe(RESTS, interval=False)).figure.texts)
    assert "intervals from resampling" not in bare


def test_a_table_escapes_what_the_corpus_brings(capsys):
    page = make_html_table(pd.DataFrame({"text": ["<script>alert(1)</script>"], "n": [1234]}), "<b>")
    assert "<script" not in page and "&lt;script&gt;" in page and "1,234" in page and "&lt;b&gt;" in page


@pytest.fixture
def pages(monkeypatch, tmp_path):
    """What is displayed, with charts and tables written into the test's own folder."""
    shown = []
    monkeypatch.setattr(showing, "display", lambda page: shown.append(getattr(page, "data", page)))
    monkeypatch.setitem(showing._written, "to", "")
    showing.save_into(tmp_path)
    return shown


def test_a_long_table_says_how_much_of_it_is_shown(tmp_path, pages):
    showing.show_table(pd.DataFrame({"n": range(50)}), "many", most=10)
    assert "10 of 50 rows shown; all are in tables/many.csv." in pages[0]
    assert len(pd.read_csv(tmp_path / "tables" / "many.csv")) == 50


def test_a_long_text_in_a_cell_is_cut_and_says_how_long_it_is(pages):
    showing.show_table(pd.DataFrame({"text": ["a" * 599 + "bcd"]}), "long")
    assert f"{'a' * 599}b … (602 characters)<" in pages[0]


def test_a_label_keeps_its_letters_and_loses_what_the_font_cannot_draw():
    assert theme.readable("Russian MFA 🇷🇺") == "Russian MFA" and theme.readable("МИД") == "МИД"
    assert theme.readable("a\u202eb\u2066c") == "abc"
    assert theme.readable("🎄") == "🎄", "a label is never empty"


@given(st.lists(st.text(max_size=60), min_size=1, max_size=5))
@settings(max_examples=25)
def test_any_text_can_be_a_label(labels):
    estimates = pd.DataFrame({"outlet": labels, "estimate": 0.5, "low": 0.4, "high": 0.6})
    assert interval_dots(estimates, "outlet", "x", "".join(labels), "share").drawn().png.startswith(b"\x89PNG")


def test_where_there_is_nothing_to_draw_a_sentence_says_why(tmp_path, pages):
    showing.show(theme.NoChart("by-outlet", "What is typical of each outlet", "one outlet has documents"))
    assert pages == ["**What is typical of each outlet**: no chart, because one outlet has documents."]
    assert not list(tmp_path.iterdir())


def test_an_empty_table_is_one_sentence_and_its_header_is_kept(tmp_path, pages):
    nothing = pd.DataFrame({"source": [], "reason": []})
    showing.show_table(nothing, "refused", "Files that could not be read.", empty="No file was refused.")
    showing.show_table(nothing, "topic-words")
    showing.show_table(describe(nothing, empty="no topics: 8 documents"), "topics")
    assert pages == ["No file was refused.", "Nothing to list: topic words.", "no topics: 8 documents"]
    assert (tmp_path / "tables" / "refused.csv").read_text() == "source,reason\n"


def test_nothing_is_written_where_no_folder_is_named(tmp_path, pages):
    showing.save_into("")
    showing.show(draw())
    showing.show_table(ESTIMATES, "tone")
    assert len(pages) == 2 and not list(tmp_path.iterdir())


def test_charts_and_tables_are_written_into_the_folder_that_is_named_once(tmp_path, pages):
    showing.show(draw())
    showing.show_table(ESTIMATES.head(1), "first")
    written = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.*"))
    assert written == ["charts/tone.png", "charts/tone.svg", "tables/first.csv", "tables/tone.csv"]


def test_a_tick_of_half_a_percent_keeps_its_half():
    assert [theme.percent_of(share) for share in (0, 0.075, 0.1, 3 * 0.1)] == ["0%", "7.5%", "10%", "30%"]


def test_dots_are_drawn_from_two_words_and_color_is_colour():
    table = pd.DataFrame({"frame": ["a", "a"], "voice": ["outlet", "speaker"], "estimate": [0.1, 0.3]})
    table = table.assign(low=[0.0, 0.2], high=[0.2, 0.4])
    one, other = interval_dots(table, "frame", colour="voice"), interval_dots(table, "frame", color="voice")
    assert (one.name, one.alt) == (other.name, other.alt) == ("frame-by-voice", one.alt)
    assert "Estimates by frame and voice" in one.alt
    with pytest.raises(InputError, match=r"colour='voce' is not one of .* Did you mean 'voice'\?"):
        interval_dots(table, "frame", colour="voce")


def test_the_suites_style_is_one_of_matplotlibs_and_the_one_that_charts_are_drawn_in():
    with plt.style.context("analysis.charts.framing"):
        assert plt.rcParams["axes.prop_cycle"].by_key()["color"] == list(theme.PALETTE)
        assert plt.rcParams["axes.edgecolor"] == theme.PALE and plt.rcParams["text.color"] == theme.INK
        assert plt.rcParams["xtick.color"] == theme.GREY and not plt.rcParams["text.parse_math"]
