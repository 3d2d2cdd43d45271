"""Numbers as people write them."""

import pandas as pd
import pytest

from analysis.charts.cells import make_html_table
from analysis.charts.evidence import Link
from analysis.charts.numbers import figures_of, header_of, is_share, label_of, percentage_of, said_of, tell_numbers


@pytest.mark.parametrize(
    ("share", "written"),
    [(0.02, "2%"), (0.0203, "2%"), (0.108, "10.8%"), (-0.0, "0%"), (-0.125, "−12.5%"), (1, "100%")],
)
def test_a_share_is_a_percentage(share, written):
    assert percentage_of(share) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (-0.0, "0"),
        (-0.00047, "−0.0005"),
        (-1e-12, "0.000"),
        (0.1234, "0.123"),
        (12, "12"),
        (1234.5, "1,234"),
        (-2.5, "−2.50"),
    ],
)
def test_a_number_has_three_figures_and_zero_no_minus(value, written):
    assert figures_of(value) == written


def test_numbers_of_a_column_have_as_many_decimals_each_and_whole_ones_none():
    assert tell_numbers([0.0203, 0.108, None], percent=True) == ["2.0%", "10.8%", ""]
    assert tell_numbers([0.02, 0.5], percent=True) == ["2%", "50%"]
    assert tell_numbers([1.0, 12.0, None]) == ["1", "12", ""]
    assert tell_numbers([0.5, 12.25]) == ["0.50", "12.25"]
    assert tell_numbers([0.0001, 0.04], chance=True) == ["<0.001", "0.040"]
    assert tell_numbers([-0.0101, -0.00047, 0.0]) == ["−0.010", "−0.0005", "0.000"]  # an end that is not zero
    assert tell_numbers([0.5, 0.0003], percent=True) == ["50%", "0.03%"]
    assert tell_numbers([]) == []


def test_an_interval_stands_behind_its_number():
    assert said_of({"estimate": 0.108, "low": 0.081, "high": 0.139}, "estimate", True) == "10.8% [8.1, 13.9]"
    assert said_of({"estimate": -0.2, "low": None, "high": None}, "estimate", False) == "−0.200"
    beside = {"estimate": -0.0053, "low": -0.0101, "high": -0.00047}
    assert said_of(beside, "estimate", False) == "−0.005 [−0.010, −0.0005]"
    assert said_of({"estimate": None}, "estimate", True) == ""


def test_names_are_written_to_be_read():
    assert label_of("human_interest", "frame") == "Human interest" and label_of("Human", "frame") == "Human"
    assert label_of("outlet", "voice") == "outlet's own words" and label_of("a_b", "outlet") == "a_b"
    assert label_of("speaker", "group") == "quoted speech" and label_of(True, "sure") == "yes"
    assert header_of("source_start") == "from character" and header_of("share_of_score") == "share of score"
    assert is_share("share_removed") and is_share("coverage") and not is_share("shares")


def test_a_table_writes_shares_and_links_its_numbers_and_escapes_what_a_link_says():
    table = pd.DataFrame(
        {"outlet": ["<b>a</b>", "c"], "estimate": [0.0203, -0.0], "share": [0.5, 0.25], "n": [3, 1200]}
    )
    links = {(0, "estimate"): Link("any name", 7, 2, "<b>a</b> 'quoted': 2%")}
    page = make_html_table(table, "", percent=["estimate"], links=links)
    assert ">2%</a>" in page and ">0%</td>" in page and ">50%</td>" in page and ">1,200</td>" in page
    assert "<a href='evidence/any%20name-02.html#r7' title='&lt;b&gt;a&lt;/b&gt; &#x27;quoted&#x27;: 2%'>" in page
    assert page.count("<a ") == 1 and "<b>" not in page


def test_a_wide_table_says_that_it_scrolls():
    narrow = pd.DataFrame({"a": [1], "b": ["x"]})
    wide = pd.DataFrame({f"a longer name {number}": [1] for number in range(9)})
    assert "scrolls" not in make_html_table(narrow, "A caption.")
    assert "class='wide'>This table scrolls" in make_html_table(wide, "A caption.")


def test_a_table_of_many_narrow_columns_scrolls_too_and_one_of_texts_that_wrap_does_not():
    """Nine columns of numbers take the page's width with what stands around them; a name of three words wraps."""
    numbers = pd.DataFrame({f"number{place}": [0.123] for place in range(9)})
    assert "class='wide'>This table scrolls" in make_html_table(numbers, "A caption.")
    names = pd.DataFrame({f"c{place}": ["a name of five short words"] for place in range(6)})
    assert "class='wide'>" not in make_html_table(names, "A caption.")


def test_the_side_that_a_term_is_set_against_is_named_as_its_group_is():
    table = pd.DataFrame({"group": ["outlet"], "against": ["speaker"], "word_of": ["speaker"]})
    page = make_html_table(table, "")
    assert "outlet&#x27;s own words" in page and page.count("quoted speech") == 2
