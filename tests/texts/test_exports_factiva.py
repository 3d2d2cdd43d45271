"""Exports of Factiva: bylines under short titles in the form without codes."""

import pytest

from analysis.tables import make_table
from analysis.texts.cleaning import clean_pages
from analysis.texts.readers.formats import recognise_format

PLAIN = (
    "{head}\n5 words\n3 May 2020\nHill Gazette\nHILLGA\nEnglish\nCopyright 2020 Hill\n\nThe hall was sold.\n\n"
    "Document HILLGA0020200503eg530000{number}\n\n"
)


def clean_text(text):
    form = recognise_format(text)
    row = {"source": "x.txt", "format": form, "text": text, "encoding": "utf-8", "bytes": 1, "number": None}
    return clean_pages(make_table("pages", [row]))


@pytest.mark.parametrize(
    ("head", "title", "author", "section"),
    [
        ("Town\nHall sold\n\nAnn Lee", "Hall sold", "Ann Lee", "Town"),
        ("Town\nHall sold\nAnn Lee", "Hall sold", "Ann Lee", "Town"),
        ("Town\nHalle verkauft\n\nVon Ann Lee", "Halle verkauft", "Ann Lee", "Town"),
        ("Hall sold at last\nAnn Lee", "Hall sold at last", "Ann Lee", None),
        ("Town\nHall sold at last", "Hall sold at last", None, "Town"),
        ("Hall sold", "Hall sold", None, None),
    ],
)
def test_a_byline_under_a_short_title_is_told_from_it(head, title, author, section):
    row = clean_text(PLAIN.format(head=head, number=1)).documents.iloc[0]
    assert (row["title"], row.get("author"), row.get("section")) == (title, author, section)
