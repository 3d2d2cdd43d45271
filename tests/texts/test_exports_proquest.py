"""Exports of ProQuest whose labels stand without a colon: texts found under them, headings in a text kept."""

import pytest

from analysis.tables import make_table
from analysis.texts.cleaning import clean_pages
from analysis.texts.readers.formats import recognise_format

RULE = "_" * 60 + "\n\n"


def clean_text(text):
    form = recognise_format(text)
    row = {"source": "x.txt", "format": form, "text": text, "encoding": "utf-8", "bytes": 1, "number": None}
    return clean_pages(make_table("pages", [row]))


def write_record(label, details="DETAILS\n\n"):
    return (
        f"{RULE}Document 1 of 2\n\nMarket hall sold\n\nLinks: Check for full text\n\n{label}"
        f"The hall was sold on Friday.\n\nPeople\n\nNobody came to see it.\n\n{details}"
        f"Subject: Markets\nTitle: Market hall sold\n"
        f"Publication title: Hill Gazette; Hilltown\nPublication date: Mar 3, 2019\nProQuest document ID: 77\n\n{RULE}"
    )


@pytest.mark.parametrize(
    "label", ["FULL TEXT\n", "Full text\n\n", "Full Text\n ", "FULL TEXT ", "Volltext\n", "Texte intégral\n\n"]
)
@pytest.mark.parametrize("details", ["DETAILS\n\n", ""])
def test_a_text_under_a_label_without_a_colon_is_the_text_and_headings_in_it_stay(label, details):
    cleaned = clean_text(write_record(label, details))
    columns = ["title", "outlet", "database_id", "text"]
    assert cleaned.documents[columns].values.tolist() == [
        ["Market hall sold", "Hill Gazette", "77", "The hall was sold on Friday.\n\nPeople\n\nNobody came to see it."]
    ]


def test_fields_whose_names_stand_in_lines_of_their_own_are_read_with_what_follows():
    text = (
        f"{RULE}Market hall sold\n\nFull text\n\nThe hall was sold on Friday. It is a ruin.\n\nTitle\n\n"
        f"Market hall sold\n\nPublication title\n\nHill Gazette\n\nPublication date\n\n"
        f"Mar 3, 2019\n\nProQuest document ID\n\n77\n\n{RULE}"
    )
    documents = clean_text(text).documents
    assert documents[["title", "outlet", "database_id", "text"]].values.tolist() == [
        ["Market hall sold", "Hill Gazette", "77", "The hall was sold on Friday. It is a ruin."]
    ]
    assert documents["published"].astype("str").tolist() == ["2019-03-03"]
