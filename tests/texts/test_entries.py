"""Dates and times that head a text's own sections stay in it; a page's own date and a ticker's times go."""

from datetime import datetime

import pandas as pd
import pytest

from analysis.texts.cleaning import clean_pages

ENTRIES = (
    "The river rose above the first step of the school on that day.",
    "The school closed, and the pupils went home by boat in the evening.",
    "The water fell, and the pupils came back to a muddy hall.",
)


def clean(*lines):
    return clean_pages(pd.DataFrame({"source": ["p.txt"], "format": "article", "text": ["\n\n".join(lines)]}))


def list_entries(heads):
    return [line for pair in zip(heads, ENTRIES, strict=False) for line in pair]


@pytest.mark.parametrize(
    "heads",
    [
        ("1 May 2021", "2 May 2021", "5 May 2021"),
        ("5 May 2021", "2 May 2021", "1 May 2021"),
        ("May 1, 2021", "May 2, 2021"),
        ("1. Mai 2021", "2. Mai 2021", "5. Mai 2021"),
        ("1 мая 2021 года", "2 мая 2021 года", "5 мая 2021 года"),
        ("2019", "2020", "2021"),
    ],
)
def test_dates_over_the_sections_of_a_text_stay_and_are_not_when_it_was_published(heads):
    text = "\n\n".join(["The flood in dates", *list_entries(heads)])
    cleaned = clean(text)
    assert cleaned.documents["text"].tolist() == [text]
    assert cleaned.documents["published"].isna().all()


def test_the_pages_own_date_above_the_sections_is_when_it_was_published():
    entries = list_entries(("1 May 2021", "2 May 2021", "5 May 2021"))
    cleaned = clean("The flood in dates", "9 June 2021", "It was the worst in years.", *entries)
    assert cleaned.documents["published"].tolist() == [datetime(2021, 6, 9)]
    assert cleaned.removed["text"].str.strip().tolist() == ["9 June 2021"]
    assert "1 May 2021\n\nThe river rose" in cleaned.documents["text"].iloc[0]


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        (["River high", "9 June 2021", *ENTRIES], datetime(2021, 6, 9)),
        (["River high", "9 June 2021", *ENTRIES, "10 June 2021", "Ann: Sad."], datetime(2021, 6, 9)),
        (["River high", "Updated: 10 June 2021", "Published: 9 June 2021", *ENTRIES], datetime(2021, 6, 9)),
    ],
)
def test_dates_that_head_no_sections_are_the_pages(lines, published):
    assert clean(*lines).documents["published"].tolist() == [published]


@pytest.mark.parametrize(
    "heads", [("09:10", "09:45", "10:20"), ("5:10 pm", "11:45 am", "9:05 am"), ("09:10 GMT", "09:45 GMT")]
)
def test_times_over_the_entries_of_a_live_blog_stay(heads):
    text = "\n\n".join(["Live: the river", *list_entries(heads)])
    cleaned = clean(text)
    assert cleaned.documents["text"].tolist() == [text]
    assert cleaned.removed.empty


def test_times_of_a_ticker_go():
    cleaned = clean("River high", "09:10", *ENTRIES, "11:20", "Rates rise again", "11:40", "Ferry sails")
    assert cleaned.removed["text"].str.strip().tolist() == ["09:10", "11:20", "11:40"]
    assert set(cleaned.removed["reason"]) == {"ticker of time or currency"}
