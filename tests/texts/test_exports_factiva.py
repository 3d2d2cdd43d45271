"""Exports of Factiva: as Word document, in UTF-16, and bylines under short titles in the form without codes."""

import html
import zipfile

import pytest

from analysis.tables import make_table
from analysis.texts.cleaning import clean_pages
from analysis.texts.readers import load_pages
from analysis.texts.readers.formats import recognise_format

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>python-docx</dc:creator></cp:coreProperties>'
)
PLAIN = (
    "{head}\n5 words\n3 May 2020\nHill Gazette\nHILLGA\nEnglish\nCopyright 2020 Hill\n\nThe hall was sold.\n\n"
    "Document HILLGA0020200503eg530000{number}\n\n"
)
CODED = (
    "HD\nHall sold\nBY\nBy Ann Lee\nWC\n5 words\nPD\n3 May 2020\nSN\nHill Gazette\nLA\nEnglish\nLP\n"
    "The hall was sold.\nTD\nNobody came.\nAN\nDocument HILLGA0020200503eg530000{number}\n"
)
XML = (
    '<?xml version="1.0" encoding="{}"?><ppsArticleResponse><article><accessionNo>HILLGA1</accessionNo><headline>'
    "<paragraph>Hall sold — at last</paragraph></headline><byline>By Ann Lee</byline><sourceName>Hill Gazette"
    "</sourceName><publicationDate><date>2020-05-03</date></publicationDate><leadParagraph><paragraph>"
    "The hall was sold.</paragraph></leadParagraph><tailParagraphs><paragraph>Nobody came.</paragraph></tailParagraphs>"
    "</article></ppsArticleResponse>"
)


def write_docx(path, text):
    runs = "".join(f"<w:p><w:r><w:t>{html.escape(line)}</w:t></w:r></w:p>" for line in text.split("\n"))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{runs}</w:body></w:document>')
        archive.writestr("docProps/core.xml", CORE)


def clean_text(text):
    form = recognise_format(text)
    row = {"source": "x.txt", "format": form, "text": text, "encoding": "utf-8", "bytes": 1, "number": None}
    return clean_pages(make_table("pages", [row]))


@pytest.mark.parametrize("text", [CODED, PLAIN.replace("{head}", "Town\nHall sold at last\nBy Ann Lee")])
def test_the_author_of_an_article_in_a_word_document_is_its_byline_and_not_the_files_property(text, tmp_path):
    write_docx(tmp_path / "x.docx", text.format(number=1) + text.format(number=2))
    pages = load_pages(tmp_path / "x.docx").pages
    assert [source.partition("x.docx")[2] for source in pages["source"]] == ["#article=01", "#article=02"]
    assert pages["author"].tolist() == ["Ann Lee"] * 2
    assert pages["text"].str.startswith("The hall was sold.").all()


def test_a_word_document_that_quotes_factiva_is_one_page(tmp_path):
    prose = "The school reads old files. Nobody there had seen such a page before, and so the teacher wrote one down."
    write_docx(tmp_path / "x.docx", f"Files\n\n{prose}\n\n{CODED.format(number=1)}\n\n{prose}")
    assert load_pages(tmp_path / "x.docx").pages["source"].str.endswith("x.docx").tolist() == [True]


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


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8"])
def test_xml_in_utf_16_is_read_with_a_mark_and_without(encoding, tmp_path):
    (tmp_path / "x.xml").write_bytes(XML.format(encoding[:6].rstrip("-").upper()).encode(encoding))
    pages = load_pages(tmp_path / "x.xml").pages
    assert pages[["title", "author", "outlet", "text"]].values.tolist() == [
        ["Hall sold — at last", "Ann Lee", "Hill Gazette", "The hall was sold.\n\nNobody came."]
    ]
