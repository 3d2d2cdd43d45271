"""A report opens with its weightiest findings and with what limits them, read off its notebooks."""

import json

import pytest

from analysis.findings import FINDINGS, LIMIT, Finding
from analysis.reports.drawn.findings import (
    choose_findings,
    choose_limits,
    load_findings,
    render_inline,
    tell_ground,
)
from analysis.reports.drawn.site import keep_unsaid


def found(*weights, kind="finding"):
    return [Finding(f"k{number}", f"said {number}", weight=weight, kind=kind) for number, weight in enumerate(weights)]


def test_findings_are_read_off_the_notebook_that_said_them(tmp_path):
    row = {"key": "a", "sentence": "**A** is most.", "estimate": 0.5, "later": "a field of another version"}
    cell = {"cell_type": "code", "outputs": [{"data": {FINDINGS: [row]}}]}
    (tmp_path / "n.ipynb").write_text(json.dumps({"cells": [{"cell_type": "markdown"}, cell]}))
    assert load_findings(tmp_path / "n.ipynb") == [Finding("a", "**A** is most.", estimate=0.5)]


@pytest.mark.parametrize("content", ["", "{}", "not JSON"])
def test_a_notebook_that_cannot_be_read_has_no_findings(tmp_path, content):
    (tmp_path / "n.ipynb").write_text(content)
    assert load_findings(tmp_path / "n.ipynb") == [] == load_findings(tmp_path / "none.ipynb")


def test_each_page_gives_its_best_before_any_gives_a_second():
    pages = {name: found(0.9, 0.8, 0.7) for name in "abcdef"}
    chosen = choose_findings(pages)
    assert [name for name, _ in chosen] == ["a", "a", "b", "b", "c", "d", "e", "f"]
    assert all(one.weight >= 0.8 for _, one in chosen)


def test_light_findings_and_limits_do_not_open_a_report():
    pages = {"a": found(0.3), "b": found(0.9, kind=LIMIT)}
    assert choose_findings(pages) == []
    assert [name for name, _ in choose_limits(pages)] == ["b"]


def test_a_limit_that_two_pages_say_is_said_once_for_the_first():
    limit = Finding("l", "Two thirds bear no  date.", kind=LIMIT)
    again = Finding("m", "Two thirds bear no date.", kind=LIMIT)
    assert choose_limits({"a": [limit], "b": [again]}) == [("a", limit)]


def test_what_a_page_says_of_copies_dates_and_numbers_the_front_page_does_not_say_again():
    cautions = ["Exploratory: 3 documents.", "Not read: 1 file.", "No date: 1 document of 3.", "Copies: 2 of 3."]
    assert keep_unsaid(cautions, {"copies", "undated", "small-corpus"}) == ["Not read: 1 file."]
    assert keep_unsaid(cautions, {"copies"}) == cautions[:3] and keep_unsaid(cautions, ()) == cautions


def test_only_bold_and_italic_of_a_sentence_are_markup():
    assert render_inline("**Conflict** <b>*x*</b> & 5%") == (
        "<strong>Conflict</strong> &lt;b&gt;<em>x</em>&lt;/b&gt; &amp; 5%"
    )


def test_the_ground_of_a_finding_is_whose_words_how_many_and_the_stamp():
    one = Finding("k", "s", n=1, unit="sentences", documents=1, voice="all voices", stamp="not validated")
    assert tell_ground(one) == "all voices · n = 1 sentence in 1 document · not validated"
    assert tell_ground(Finding("k", "s", n=1200, unit="documents", documents=1200)) == "n = 1,200 documents"
    assert tell_ground(Finding("k", "s")) == ""
