"""Cards: the same facts for a page and for a terminal, every text escaped, nothing that runs or loads."""

import base64
import re

from hypothesis import given
from hypothesis import strategies as st

from analysis.cards import Card, Facts, Prose, Rows, Timeline, markup_of
from analysis.cards.bars import join_bars, picture_of, tell_bars

HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">'


def card():
    rows = Rows("The first 2", ["name", "words"], [["a", "1"], [HOSTILE, "12"]], numbers=[1], wide=[1], more=HOSTILE)
    parts = [Facts([("kinds", HOSTILE)]), Timeline("By year", [1, 0, 4], "2001", "2003", HOSTILE), rows, Prose(HOSTILE)]
    return Card(HOSTILE, HOSTILE, parts)


def test_what_texts_hold_is_shown_and_never_obeyed():
    html = card()._repr_html_()
    assert "<script" not in html and "<img src=x" not in html and "onerror=&quot;" in html
    assert html.count(markup_of(HOSTILE)) == 7


def test_a_card_runs_and_loads_nothing():
    html = card()._repr_html_()
    assert set(re.findall(r'(?:src|href)="(\w+):', html)) == {"data"}
    assert "url(" not in html and "@import" not in html and not re.search(r"\son\w+=\"", html)


def test_text_for_a_terminal_says_the_same():
    text = str(Card("Title", "lead", [Facts([("kinds", "post 2")]), Rows("", ["a", "n"], [["x", "10"]], numbers=[1])]))
    assert text == "Title\nlead\n\nkinds  post 2\n\na   n\nx  10"


def test_bars_are_as_high_as_their_counts_and_none_has_none():
    svg = base64.b64decode(picture_of([0, 2, 4]).partition(",")[2]).decode()
    heights = re.findall(r'<rect x="[\d.]+" y="([\d.]+)" width=".8" height="([\d.]+)"/>', svg)
    assert heights == [("60.0", "0.0"), ("30.0", "30.0"), ("0.0", "60.0")]
    assert tell_bars([0, 2, 4]) == " ▄█"


def test_one_document_is_seen_beside_thousands():
    svg = base64.b64decode(picture_of([1, 9999]).partition(",")[2]).decode()
    assert 'height="2.0"' in svg and tell_bars([1, 9999])[0] == "▁"


@given(st.lists(st.integers(0, 50), max_size=700), st.integers(1, 100))
def test_bars_that_are_too_many_are_added_up_and_none_is_lost(counts, most):
    joined = join_bars(counts, most)
    assert sum(joined) == sum(counts) and len(joined) <= most
