"""Exports of LexisNexis: fields between the head and a short text, and labels in other languages."""

import pytest

from analysis.tables import make_table
from analysis.texts.cleaning import clean_pages
from analysis.texts.readers.formats import recognise_format

TAIL = "\n\nLOAD-DATE: May 4, 2020\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\n"


def clean_text(text):
    form = recognise_format(text)
    row = {"source": "x.txt", "format": form, "text": text, "encoding": "utf-8", "bytes": 1, "number": None}
    return clean_pages(make_table("pages", [row]))


def write_article(fields, body, number=1, tail=TAIL):
    head = f"    {number} of 2 DOCUMENTS\n\n\n    Hill Gazette\n\n    May 3, 2020 Sunday\n\nMarket hall sold\n\n"
    return f"{head}SECTION: TOWN; Pg. 2\n\nLENGTH: 9 words\n\n{fields}\n\n{body}{tail}"


@pytest.mark.parametrize(
    "fields",
    [
        "DATELINE: HILLTOWN",
        "DATELINE: HILLTOWN\n\nCORRECTION: The hall has two doors.",
        "CORRECTION: The hall has two doors.\nIt has no windows.",
        "TYPE: Report\n\nDATELINE: HILLTOWN",
        "LANGUAGE: ENGLISH\n\nSERIES: Old halls",
        "GRAPHIC: A door",
        "NOTES: Bob Roy was there, too.",
        "DISTRIBUTION: National",
    ],
)
def test_a_field_between_the_length_and_a_text_of_one_paragraph_leaves_the_text(fields):
    text = write_article(fields, "The hall was sold on Friday.") + write_article("DATELINE: HILLTOWN", "No.", 2)
    cleaned = clean_text(text)
    assert cleaned.documents["text"].tolist() == ["The hall was sold on Friday.", "No."]
    assert cleaned.documents["title"].tolist() == ["Market hall sold"] * 2
    assert cleaned.notes["note"].tolist() == ["export of LexisNexis, articles: 2"]


def test_captions_and_corrections_after_a_text_still_go_with_the_fields():
    tail = "\n\nCORRECTION-DATE: May 6, 2020\n\nCORRECTION: It has two doors.\n\nGRAPHIC: The hall\n\nA door" + TAIL
    cleaned = clean_text(
        write_article("DATELINE: HILLTOWN", "The hall was sold.", 1, tail) + write_article("", "No.", 2)
    )
    assert cleaned.documents["text"].tolist() == ["The hall was sold.", "No."]


def test_an_article_of_fields_alone_is_counted_as_one_without_a_text():
    cleaned = clean_text(write_article("GRAPHIC: A door", "") + write_article("", "The hall was sold.", 2))
    assert cleaned.notes["note"].tolist()[-1] == "articles without a text: 1"
