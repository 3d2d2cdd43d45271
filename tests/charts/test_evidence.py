"""Links from marks and cells to the sentences behind them: to pages that will be there, and none that leads astray."""

import json
import re

import pandas as pd
import pytest

from analysis.charts import show as showing
from analysis.charts.dots import interval_dots
from analysis.charts.evidence import (
    MOST,
    PAGE,
    SETTING,
    Box,
    _label,
    _limits,
    _said,
    add_svg_links,
    name_count,
    page_of_evidence,
)
from analysis.corpus import load_corpus
from analysis.estimates import describe, estimate_means
from analysis.estimates.behind import Behind, record_from_now

HOSTILE = "\"><script>alert(1)</script>'&"


@pytest.fixture(scope="module")
def corpus():
    """Six documents of two outlets, 20 sentences each, half of which say war."""
    text = " ".join(f"War is a word in sentence {n}. Peace is not in it, number {n}." for n in range(10))
    outlets = ["A", HOSTILE] * 3
    rows = {"doc_id": [f"d{n}" for n in range(6)], "text": [text] * 6, "outlet": outlets, "title": [HOSTILE] * 6}
    return load_corpus(pd.DataFrame(rows), cache=False)


@pytest.fixture
def shown(corpus, tmp_path, monkeypatch):
    found = []
    monkeypatch.setattr(showing, "display", found.append)
    showing.save_into(tmp_path, corpus)
    yield found
    showing.save_into()
    record_from_now(wanted=False)


def test_a_share_of_words_says_that_it_is_no_share_of_the_sentences_beside_it():
    behind = Behind(pd.DataFrame({"who": ["a"]}), ("who",), of="who", weight="words")
    assert _said(behind, {"who": "a", "estimate": 0.25}, "estimate") == "25% of the words"
    assert _said(Behind(behind.units, ("who",), of="who"), {"who": "a", "estimate": 0.25}, "estimate") == "25%"


def shares_of(corpus):
    sentences = corpus.with_documents(corpus.sentences[["sentence_id", "doc_id"]])
    war = sentences["text"].str.startswith("War").astype(float)
    return estimate_means(sentences.assign(present=war, frame="Conflict"), "present", by=["frame", "outlet"])


def chart_of(shares):
    return interval_dots(shares, "outlet", "wars", "How much war", "share", percent=True)


def test_the_marks_of_a_chart_lead_to_their_sentences(corpus, shown, tmp_path):
    showing.show(chart_of(shares_of(corpus)))
    (chart,) = shown
    about = chart._repr_mimebundle_()[1]["image/png"]
    assert about["evidence"] == "wars" and len(about["marks"]) == 2
    left, top, width, height, name, number, part, title = json.loads(json.dumps(about["marks"]))[1]
    assert (name, number, part) == ("wars", 2, 1) and title.startswith("Conflict, A: 50%")
    assert title.endswith("30 of 60 sentences") and 0 < left < 100 and 0 < top < 100 and width > 0 < height
    table = pd.read_parquet(tmp_path / "evidence/wars.parquet")
    assert table.groupby("number").size().tolist() == [30, 30]
    assert table["text"].str.startswith("War").all() and table.attrs["anchor"] == "figure-wars"


def test_the_picture_alone_has_the_same_links_and_titles(corpus, shown, tmp_path):
    showing.show(chart_of(shares_of(corpus)))
    svg = (tmp_path / "charts/wars.svg").read_text(encoding="utf-8")
    assert svg.count('<a href="../evidence/wars-01.html#r') == 2 and "<title>Conflict, A: 50%" in svg
    assert "<script" not in svg.split('<g id="evidence">')[1]


def test_a_number_in_a_cell_is_the_link_and_a_table_under_the_chart_of_the_same_numbers_shares_its_pages(
    corpus, shown, tmp_path
):
    shares = shares_of(corpus)
    showing.show_table(shares, "war-table", "One row an outlet.", percent=["estimate", "low", "high"])
    page = shown[0].data
    assert re.findall(r"<a href='([^']+)' title='([^']*)'>([^<]*)</a>", page)[1] == (
        "evidence/war-table-01.html#r2", "Conflict, A: 50%, 30 of 60 sentences", "50%",
    )  # fmt: skip
    showing.show(chart_of(shares))
    assert {mark[4] for mark in shown[1]._repr_mimebundle_()[1]["image/png"]["marks"]} == {"war-table"}
    assert [path.name for path in (tmp_path / "evidence").iterdir()] == ["war-table.parquet"]


def test_a_row_that_cannot_be_matched_has_no_link(corpus, shown):
    shares = shares_of(corpus)
    renamed = describe(shares.replace({"outlet": {"A": "Another"}}), like=shares)
    showing.show(chart_of(renamed))
    showing.show_table(renamed, "renamed")
    assert len(shown[0]._repr_mimebundle_()[1]["image/png"]["marks"]) == 1
    assert shown[1].data.count("<a ") == 1 and ">Another</td>" in shown[1].data


@pytest.mark.parametrize(("setting", "rows"), [("none", None), ("2", 4), ("all", 60)])
def test_how_many_sentences_a_number_shows_can_be_set(corpus, shown, tmp_path, monkeypatch, setting, rows):
    monkeypatch.setenv(SETTING, setting)
    showing.show(chart_of(shares_of(corpus)))
    path = tmp_path / "evidence/wars.parquet"
    assert (len(pd.read_parquet(path)) if path.exists() else None) == rows


def test_nothing_is_sought_without_a_folder_or_without_a_corpus(corpus, monkeypatch, tmp_path):
    found = []
    monkeypatch.setattr(showing, "display", found.append)
    for given in (("", corpus), (tmp_path, None)):
        showing.save_into(*given)
        showing.show(chart_of(shares_of(corpus)))
        assert "marks" not in found[-1]._repr_mimebundle_()[1]["image/png"]
    showing.save_into()
    assert not (tmp_path / "evidence").exists()


def test_a_page_is_named_so_that_it_can_stand_in_a_link():
    assert page_of_evidence("frames-by-рубрика 'x'", 3) == (
        "evidence/frames-by-%D1%80%D1%83%D0%B1%D1%80%D0%B8%D0%BA%D0%B0%20%27x%27-03.html"
    )
    assert add_svg_links("<svg></svg>", (), (10, 10)) == "<svg></svg>"
    box = Box(10, 20, 30, 40, "a", 7, 2, "<i>")
    assert '<rect x="20.0" y="20.0" width="60.0" height="40.0"' in add_svg_links("<svg></svg>", (box,), (200, 100))


@pytest.mark.parametrize(
    ("about", "label"),
    [
        ({"found": "policy / policies"}, "Cure, policy, policies"),
        ({"shown": "US"}, "Cure, US"),
        ({"found": None}, "Cure, polic{y,ies}"),
    ],
)
def test_a_pattern_is_named_by_the_words_found_of_it(about, label):
    behind = Behind(pd.DataFrame(), ("frame", "word"), cells={"share": None}, pattern="word")
    assert _label(behind, {"frame": "Cure", "word": "polic{y,ies}", **about}, "share") == label


def test_units_are_counted_with_their_nouns():
    assert name_count({"count": 42, "of": 387, "unit": "sentences"}) == "42 of 387 sentences"
    assert name_count({"count": 1, "of": 1, "unit": "sentences with an actor"}) == "1 sentence with an actor"
    assert name_count({"count": 1200, "of": 1200, "unit": "documents"}) == "1,200 documents"


def test_defaults_leave_a_page_room_for_its_frame():
    assert MOST == 100 and PAGE < 140_000 and _limits("100", 5, 9_999) == (100, 200)
    assert _limits("", 490, 1_000) == (100, None) and _limits("", 490, 1_001) == (100, 360)
    assert (
        _limits("100", 490, 414) == (100, 360)
        and _limits("1000", 5, 414) == (1000, 2000)
        and _limits("all", 5, 9_999) == (None, None)
    )
