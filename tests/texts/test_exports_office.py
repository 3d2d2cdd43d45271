"""Exports of news databases as Word document, rich text, web page and XML: one page an article."""

import html
import io
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from analysis.texts.readers.containers import recognise_container, split_content
from analysis.texts.readers.page import HEAD, Content, Note, Refused, Settings, SourcePage, Unreadable

EXAMPLES = Path(__file__).with_name("examples")
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COVER = """User Name: = HARBOUR|Date and Time: = Friday, September 20, 2024 5:25:00 PM GMT|
Job Number: = 123456|Documents (3)|
1. Bridge to close for a year|Search Terms: bridge|2. Covid-19 comes to the harbour, part 1|3. Photo|""".replace(
    "\n", ""
)
ARTICLES = """Bridge to close for a year|Harbour Post|September 19, 2024 Thursday 5:25 PM GMT||
Copyright 2024 Harbour Newspapers All Rights Reserved||Section: NEWS; Version:1|
Length:\xa01,823 words|Byline:\xa0Ann Lee|
Highlight:\xa0The council has decided.|Body||The harbour council voted on Monday to close the old bridge.||
January 12, 1910|
Photo: the bridge is on it, she said.|It was built by Jean-Luc Smith.|Graphic||PHOTO, B/W; The bridge.|Classification||
Language:\xa0ENGLISH|Load-Date:\xa0September 20, 2024||End of Document|Covid-19 comes to the harbour, part 1|
The Harbour Times|December 26, 2024|Late Edition - Final|Copyright 2024 The Harbour Times Company All Rights Reserved|
Section:\xa0Section A; Column 0; Pg. 1|Length:\xa020 words|Body||A ship came in on Monday.|She had the virus.|
Load-Date:\xa0December 27, 2024|End of Document|Photo|Harbour Post|December 27, 2024|Section:\xa0NEWS|
Load-Date:\xa0December 27, 2024|End of Document""".replace("\n", "")


def make_content(name, data):
    return Content(name, len(data), data[:HEAD], lambda: io.BytesIO(data))


def take(name, data=None):
    data = (EXAMPLES / name).read_bytes() if data is None else data
    taken = list(split_content(make_content(name, data), Settings()))
    pages = [page for page in taken if isinstance(page, SourcePage)]
    return (
        pages,
        [part for part in taken if isinstance(part, Refused)],
        [note for note in taken if isinstance(note, Note)],
    )


def make_docx(paragraphs):
    runs = (f'<w:p><w:r><w:t xml:space="preserve">{html.escape(text)}</w:t></w:r></w:p>' for text in paragraphs)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{"".join(runs)}</w:body></w:document>'
        )
    return data.getvalue()


def make_rtf(paragraphs):
    lines = (text.replace("\xa0", "\\~").encode("ascii", "backslashreplace").decode() for text in paragraphs)
    return ("{\\rtf1\\ansi{\\header Page 1\\par}\n" + "\n".join(f"\\pard {line}\\par" for line in lines) + "}").encode()


def known_of(pages, *columns):
    return [tuple(page.known.get(column) for column in columns) for page in pages]


@pytest.mark.parametrize("make", [make_docx, make_rtf])
def test_a_nexis_uni_document_gives_one_page_an_article_without_its_cover_and_classification(make):
    pages, refused, notes = take("files", make((COVER + ARTICLES).split("|")))
    assert known_of(pages, "title", "outlet", "author", "section", "words_stated") == [
        ("Bridge to close for a year", "Harbour Post", "Ann Lee", "NEWS; Version:1", 1823),
        ("Covid-19 comes to the harbour, part 1", "The Harbour Times", None, "Section A; Column 0; Pg. 1", 20),
    ]
    assert known_of(pages, "published", "published_precision") == [
        (datetime(2024, 9, 19, 17, 25), "time"),
        (datetime(2024, 12, 26), "day"),
    ]
    assert pages[0].text.split("\n\n") == [
        "The harbour council voted on Monday to close the old bridge.",
        "January 12, 1910",
        "Photo: the bridge is on it, she said.",
        "It was built by Jean-Luc Smith.",
    ]
    assert pages[1].text == "A ship came in on Monday.\n\nShe had the virus."
    assert [(page.source, page.number, page.form) for page in pages] == [
        ("files#article=01", "01", "story"),
        ("files#article=02", "02", "story"),
    ]
    assert [(part.source, part.reason[:8]) for part in refused] == [("files#article=03", "no text:")]
    assert [note.note for note in notes] == ["export of LexisNexis, articles: 3"]


def test_a_document_cut_off_in_its_last_article_gives_what_is_there():
    paragraphs = (COVER + ARTICLES).split("|")
    pages, _, _ = take("files.docx", make_docx(paragraphs[: paragraphs.index("She had the virus.")]))
    assert [page.text[-25:] for page in pages] == ["t was built by Jean-Luc Smith."[-25:], "A ship came in on Monday."]


def test_a_lexisnexis_page_gives_its_articles_and_refuses_an_error_notice():
    pages, refused, _ = take("lexisnexis.html")
    assert known_of(pages, "title", "outlet", "author", "language", "words_stated") == [
        ("The old bridge & its bolts", "Harbour Post", "Ann Lee", "en", 44),
        ("Die Brücke bleibt zu", "Hafenblatt Online", "Klein, Eva", "de", 1285),
    ]
    assert [str(page.known["published"].date()) for page in pages] == ["2018-12-31", "2012-02-27"]
    assert pages[0].text.startswith("The council counted the bolts of the bridge on Monday.\n\nThere are")
    assert [part.source for part in refused] == ["lexisnexis.html#article=02"]
    assert refused[0].reason.startswith("error notice of the database: 'We are sorry but there is an error")


def test_a_factiva_page_with_codes_gives_lead_and_text_as_paragraphs():
    pages, refused, _ = take("factiva_codes.html")
    assert known_of(pages, "title", "outlet", "author", "section", "edition", "language", "words_stated") == [
        ("Le pont reste fermé", "Le Port", "Luc Petit", None, None, "fr", 295),
        ("Quatre cents boulons", "Le Port", None, "Ville", "Nord", "fr", 65),
    ]
    assert known_of(pages, "published") == [(datetime(2011, 12, 29, 15, 32),), (datetime(2011, 12, 30),)]
    assert pages[0].text == (
        "Le conseil a décidé lundi que le vieux pont resterait fermé.\n\nPersonne n'a rien dit.\n\n"
        "Le maire a compté les boulons."
    )
    assert not refused


def test_a_factiva_page_in_german_gives_each_article_once():
    pages, _, _ = take("factiva.html")
    assert known_of(pages, "title", "outlet", "author", "section", "language", "words_stated") == [
        ("Die Brücke bleibt zu", "Hafenblatt", "Eva Klein", "Lokales", "de", 1412),
        ("Bridge stays shut", "Harbour Post", None, None, "en", 44),
    ]
    assert pages[0].text.startswith("Der Rat hat am Montag beschlossen, dass die alte Brücke geschlossen bleibt.\n\n")


def test_factiva_xml_gives_headline_paragraphs_and_time():
    pages, _, _ = take("factiva.xml")
    assert known_of(pages, "title", "outlet", "author", "section", "language", "published_precision") == [
        ("Bridge to close for a year", "Harbour Post", "Ann Lee", "News", "en", "time"),
        ("Le pont reste fermé", "Le Port", None, None, "fr", "day"),
    ]
    assert pages[0].text == (
        "The council voted on Monday & closed the bridge.\n\nIt was built for horses.\n\nNobody spoke against it."
    )


def test_xml_that_breaks_off_gives_the_articles_before_and_refuses_the_rest():
    data = (EXAMPLES / "factiva.xml").read_bytes()
    pages, refused, _ = take("factiva.xml", data[: data.index(b"LEPORT")])
    assert [page.known["title"] for page in pages] == ["Bridge to close for a year"]
    assert refused[0].source == "factiva.xml#article=02" and refused[0].reason.startswith("broken XML")


def test_entities_of_xml_are_neither_expanded_nor_fetched():
    grown = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "bolt" * 10}">' for n in range(8))
    data = (EXAMPLES / "factiva.xml").read_text(encoding="utf-8")
    outside = '<!ENTITY file SYSTEM "file:///etc/hostname">'
    data = data.replace("<PPSResponse>", f"<!DOCTYPE PPSResponse [{grown}{outside}]><PPSResponse>", 1)
    pages, _, _ = take("factiva.xml", data.replace("Nobody spoke", "&file; spoke").encode())
    assert pages[0].text.endswith("spoke against it.")
    with pytest.raises(Unreadable, match="broken XML"):
        take("factiva.xml", data.replace("Nobody spoke", "&e7; spoke").encode())


def test_a_europresse_page_gives_its_articles_without_notes_pictures_and_certificates():
    pages, _, _ = take("europresse.html")
    assert known_of(pages, "title", "outlet", "author", "section", "words_stated") == [
        ("Le pont reste fermé", "Le Port", "Luc Petit", "Communication", None),
        ("Quatre cents boulons", "La Jetée (site web)", "Eva Klein", None, 1234),
        ("Payer la note", "Le Port", None, "Economie", None),
    ]
    assert [str(page.known["published"].date()) for page in pages] == ["2006-03-14", "2024-12-31", "2006-03-13"]
    assert [page.text for page in pages] == [
        "Le conseil a décidé lundi que le vieux pont resterait fermé.\n\nPersonne n'a rien dit.",
        "Il y en a quatre cents.\n\nPas un de plus.",
        "La note de 1910 sera payée.",
    ]


def test_the_older_form_of_europresse_is_read_in_its_old_encoding():
    pages, _, _ = take("europresse_old.html")
    assert known_of(pages, "title", "outlet", "author", "section") == [
        ("Le pont reste fermé", "Le Port", "Luc Petit", "Ville"),
        ("Quatre cents boulons", "La Jetée", None, None),
    ]
    assert pages[0].text == "Le conseil a décidé lundi que le vieux pont resterait fermé.\n\nPersonne n'a rien dit."
    assert {page.encoding for page in pages} == {"cp1252"}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (
            "page.html",
            b"<html><title>Post</title><body><p>Factiva and LexisNexis sell 2 of 3 DOCUMENTS.</p></body></html>",
        ),
        ("memo.rtf", b"{\\rtf1\\ansi The Body of the memo. Length: 3 words.\\par}"),
        ("memo.docx", make_docx(["Section: one", "Length: 3 words", "It has no end."])),
        ("feed.xml", b"<?xml version='1.0'?><rss><article><headline>A</headline></article></rss>"),
        ("broken.docx", b"PK\x03\x04 nothing more"),
    ],
)
def test_other_files_of_the_same_kinds_are_left_to_others(name, data):
    assert not recognise_container(make_content(name, data)).endswith(" export")


def test_an_export_without_an_article_is_refused_with_the_remedy():
    with pytest.raises(Unreadable, match=r"no articles: it looks like an export of LexisNexis.*export it again"):
        take("x.rtf", b"{\\rtf1 1 of 2 DOCUMENTS Length: Section: Byline: End of Document\\par}")
