"""Sentences gathered into documents, paragraphs and voices, and dated documents into periods."""

from collections import OrderedDict

import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.words import running
from analysis.words.units import gather_units, mark_periods

SENTENCES = pd.DataFrame(
    [
        ("a:0001", "a", 0, 0, "The minister spoke today.", "outlet"),
        ("a:0002", "a", 0, 30, "We agree.", "speaker"),
        ("a:0003", "a", 1, 50, "We sign the treaty soon.", "speaker"),
        ("b:0001", "b", 0, 0, "Nothing happened.", "outlet"),
    ],
    columns=["sentence_id", "doc_id", "paragraph", "start", "text", "voice"],
)


def test_paragraphs_join_their_sentences_and_take_the_voice_of_most_words():
    units = gather_units(SENTENCES, "paragraph")
    assert units["text"].tolist() == [
        "The minister spoke today. We agree.",
        "We sign the treaty soon.",
        "Nothing happened.",
    ]
    assert units["voice"].tolist() == ["outlet", "speaker", "outlet"]
    assert units["words"].tolist() == [6, 5, 2]
    assert units["sentence_id"].tolist() == ["a:0001", "a:0003", "b:0001"]


def test_voices_are_kept_apart_within_a_paragraph():
    units = gather_units(SENTENCES, "voice")
    assert units[["doc_id", "voice", "text"]].to_numpy().tolist() == [
        ["a", "outlet", "The minister spoke today."],
        ["a", "speaker", "We agree."],
        ["a", "speaker", "We sign the treaty soon."],
        ["b", "outlet", "Nothing happened."],
    ]


def test_few_documents_are_cut_into_paragraphs_and_many_are_not():
    many = pd.concat([SENTENCES.assign(doc_id=f"d{number:03d}") for number in range(100)], ignore_index=True)
    many["sentence_id"] = [f"s{number}" for number in range(len(many))]
    assert gather_units(SENTENCES).attrs["unit"] == "paragraph"
    assert gather_units(many).attrs["unit"] == "document"


def test_every_word_is_in_exactly_one_unit_whatever_the_order_of_the_rows():
    for unit in ("document", "paragraph", "voice"):
        units = gather_units(SENTENCES.iloc[::-1], unit)
        assert units["words"].sum() == 13
        pd.testing.assert_frame_equal(units, gather_units(SENTENCES, unit))


def test_an_unknown_unit_names_the_choices():
    with pytest.raises(InputError, match=r"unit='paragraf' .*Did you mean 'paragraph'"):
        gather_units(SENTENCES, "paragraf")


def dated(*days: str | None) -> pd.DataFrame:
    published = pd.to_datetime(pd.Series(days, dtype=object))
    return pd.DataFrame({"doc_id": [f"d{number}" for number in range(len(days))], "published": published})


def test_months_are_taken_where_most_hold_five_documents():
    table = mark_periods(dated(*["2024-01-15"] * 5, *["2024-02-20"] * 5, None))
    assert table["period"].drop_duplicates().astype(str).tolist() == ["2024-01-01", "2024-02-01"]
    assert len(table) == 10


def test_thin_months_become_quarters_and_thin_quarters_years():
    thin = mark_periods(dated("2024-01-01", "2024-01-02", *["2024-02-02"] * 2, *["2024-03-02"] * 2))
    assert thin["period"].astype(str).unique().tolist() == ["2024-01-01"]
    assert mark_periods(dated("2024-01-01", "2024-12-01"))["period"].astype(str).unique().tolist() == ["2024-01-01"]


def test_no_date_at_all_leaves_no_row():
    assert mark_periods(dated(None, None)).empty


def test_units_have_the_tokens_that_their_own_texts_would_be_split_into(monkeypatch):
    for unit in ("document", "paragraph", "voice"):
        monkeypatch.setattr(running, "_kept", OrderedDict())
        units = gather_units(SENTENCES, unit)
        joined = running.running_of(units["text"])
        monkeypatch.setattr(running, "_kept", OrderedDict())
        split = running.running_of(units["text"])
        assert joined is not split
        assert joined.ids.tolist() == split.ids.tolist()
        assert joined.ends.tolist() == split.ends.tolist()
        assert joined.spellings == split.spellings


def test_the_oldest_tokens_are_let_go_of(monkeypatch):
    monkeypatch.setattr(running, "_kept", OrderedDict())
    monkeypatch.setattr(running, "MOST_TOKENS", 3)
    first, second = (running.running_of(pd.Series([text])) for text in ("a b", "c d"))
    assert running.running_of(pd.Series(["c d"])) is second
    assert running.running_of(pd.Series(["a b"])) is not first
