import pandas as pd

from analysis.charts.copies import MOST_PAIRS, copy_flows
from analysis.charts.theme import NoChart
from analysis.estimates import describe

FLOWS = describe(
    pd.DataFrame(
        {
            "source": ["Agency", "Agency", "Agency"],
            "copier": ["Post", "Agency", "Times"],
            "copies": [4, 2, 1],
            "share": [0.4, 0.5, 0.001],
        }
    ),
    unit="copies",
    n=7,
    left_out={"without an outlet": 3},
)


def many(count):
    """Pairs of 1 + count outlets: the agency's copies by each paper, one fewer from paper to paper."""
    papers = [f"Paper {number:02}" for number in range(count)]
    return pd.DataFrame({"source": "Agency", "copier": papers, "copies": range(count, 0, -1), "share": 0.5})


def said_on(chart):
    return " ".join(text.get_text() for text in chart.figure.texts)


def test_a_bar_is_a_pair_of_outlets_as_long_as_its_copies():
    axes = copy_flows(FLOWS).figure.axes[0]
    assert [bar.get_width() for bar in axes.patches] == [4, 1]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["Agency → Post", "Agency → Times"]
    assert [text.get_text() for text in axes.texts] == [" 4 (40%)", " 1 (under 1%)"]
    assert axes.get_xlabel() == "copies (documents)"


def test_title_n_and_what_is_not_drawn_are_said():
    chart = copy_flows(FLOWS)
    said = said_on(chart)
    assert "Who copies whom" in said and "5 copies between 3 outlets" in said
    assert "Not drawn: 2 copies of an outlet's own texts" in said
    assert "n = 7 copies (left out: 3 without an outlet)" in said
    assert "Most: Post 4 from Agency; Times 1 from Agency." in chart.alt
    assert len(chart.data) == 3


def test_of_many_pairs_the_largest_are_drawn_and_the_others_counted():
    """Of 50 pairs with 50, 49, ... copies twenty are drawn; the other 30 have 30 + ... + 1 = 465."""
    chart = copy_flows(many(50))
    assert len(chart.figure.axes[0].patches) == MOST_PAIRS == 20
    assert "Not drawn: 30 smaller pairs (465 copies, 30 at most each); all" in said_on(chart)


def test_where_nobody_copies_another_there_is_no_chart_but_the_reason():
    assert copy_flows(FLOWS.iloc[1:2]).reason == "no outlet copies another; 2 copies repeat an outlet's own texts"
    one = copy_flows(FLOWS.iloc[1:2].assign(copies=1))
    assert one.reason == "no outlet copies another; 1 copy repeats an outlet's own texts"
    assert isinstance(copy_flows(FLOWS.head(0)), NoChart)


def test_one_copy_is_a_copy():
    flows = describe(
        pd.DataFrame({"source": ["A"], "copier": ["B"], "copies": [1], "share": [0.5]}), n=1, unit="copies"
    )
    said = " ".join(text.get_text() for text in copy_flows(flows).figure.texts)
    assert "1 copy between 2 outlets" in said and "n = 1 copy" in said
