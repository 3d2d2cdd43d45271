"""Word, OpenDocument, RTF, PDF, EPUB, saved pages, letters and web archives: their text, and what is refused."""

import gzip
from datetime import datetime
from pathlib import Path

import pytest
from documents_made import (
    W,
    content_of,
    make_docx,
    make_epub,
    make_odt,
    make_pdf,
    make_warc,
    make_zip,
    notes_of,
    pages_of,
    paragraph,
    refused_of,
    taken_from,
)

from analysis import load_corpus
from analysis.texts.readers.containers import archives_members, recognise_container
from analysis.texts.readers.containers.pdf_lines import PrintedLine, cut_edges, join_lines
from analysis.texts.readers.containers.rich_text import text_of_rtf
from analysis.texts.readers.page import Refused, Unreadable
from processor_time import seconds_of

EXAMPLES = Path(__file__).with_name("examples")
SENTENCE = "The council voted on Monday to close the old bridge, and the mayor said that it would be for nine months."
HTML = f"<html><head><title>The bridge</title></head><body>{f'<p>{SENTENCE}</p>' * 4}</body></html>"


def test_a_word_document_gives_paragraphs_lists_cells_and_footnotes_but_no_deleted_text():
    body = (
        paragraph("Bridge closes")
        + "<w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>"
        + "<w:del><w:r><w:t>gone</w:t></w:r></w:del></w:p>"
        + f"<w:tbl><w:tr><w:tc>{paragraph('A')}</w:tc><w:tc>{paragraph('1')}</w:tc></w:tr></w:tbl>"
        + f"<w:sdt><w:sdtContent>{paragraph('Within')}</w:sdtContent></w:sdt>"
        + "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )
    (page,) = pages_of(make_docx(body, footnotes=f"<w:footnote>{paragraph('A note.')}</w:footnote>"))
    assert page.text.split("\n\n") == ["Bridge closes", "One two", "three", "A | 1", "Within", "A note."]
    assert page.known == {"file_author": "Ann Lee"}  # "The bridge" is no title of this text


def test_the_title_of_a_file_is_that_of_the_text_only_if_it_stands_at_its_beginning():
    (page,) = pages_of(make_docx(paragraph("News: the bridge!") + paragraph(SENTENCE)))
    assert page.known["title"] == "The bridge"
    (page,) = pages_of(make_docx(paragraph(SENTENCE * 12) + paragraph("The bridge")))
    assert "title" not in page.known


def test_an_open_document_text_gives_paragraphs_and_rows():
    cells = (
        "<table:table-cell><text:p>A</text:p></table:table-cell><table:table-cell><text:p>1</text:p></table:table-cell>"
    )
    body = ('<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:h>Bridge closes</text:h>'
            '<text:p>One<text:s text:c="2"/>two <text:span>three</text:span><text:line-break/>four</text:p>'
            f"<table:table><table:table-row>{cells}</table:table-row></table:table>")  # fmt: skip
    (page,) = pages_of(make_odt(body))
    assert page.text.split("\n\n") == ["Bridge closes", "One two three", "four", "A | 1"]


@pytest.mark.parametrize(("markup", "text"), [
    (rb"{\rtf1\ansi\ansicpg1252 Caf\'e9 \ldblquote Hi\rdblquote\par Two}", "Café “Hi”\nTwo"),
    (rb"{\rtf1\ansi{\fonttbl{\f0\fcharset204 T;}}\f0 \'ec\'ee\'f1\'f2\par}", "мост\n"),
    (rb"{\rtf1\uc1 \u1084?\u1086?\u-10179?\u-8704?}", "мо😀"),
    (rb'{\rtf1{\field{\*\fldinst HYPERLINK "http://a.example"}{\fldrslt link}} end}', "link end"),
    (rb"{\rtf1{\header H}{\info{\title T}}{\*\odd x}\trowd a\cell b\cell\row{\pict 01ff} c\bin3 {}} d}", "a | b\n c d"),
    (rb"{\rtf1 Text{\footnote A note.} on.\par}", "Text on.\n\nA note."),
    (rb"{\rtf1 un{closed", "unclosed"), (rb"{\rtf1\ansicpg9 Caf\'e9}", "Café"),
])  # fmt: skip
def test_rich_text_gives_its_text_in_the_encodings_of_its_fonts(markup, text):
    assert text_of_rtf(markup) == text


def test_rich_text_that_is_none_or_is_endless_is_refused_or_quick():
    with pytest.raises(Unreadable, match="no rich text: it does not begin with"):
        text_of_rtf(b"plain")
    with pytest.raises(Unreadable, match="more than 1,000 groups"):
        text_of_rtf(b"{\\rtf1 " + b"{" * 100_000)
    endless = b"{\\rtf1 " + b"{\\field{\\*\\fldinst HYPERLINK" * 300 + b"word " * 200_000
    assert seconds_of(lambda: text_of_rtf(endless)) < 5


def columns(page):
    """Lines of a page in two columns between a header and a footer."""
    name = ["Ann", "Bo", "Cy", "Di"][page]
    left = [
        f"{name} voted on Monday to close the old bridge",
        f"at last, said {name} Lee, who leads the commit-",
        f"tee of {name}.",
    ]
    right = [
        f"Shops of {name} fear for their trade, and",
        f"the well-known ferry of {name} ran, said the well-",
        f"known {name}, where it",
    ]
    first = [(60, 700 - 14 * n, 11, text) for n, text in enumerate(left)]
    second = [(320, 700 - 14 * n, 11, text) for n, text in enumerate(right)]
    return [(60, 800, 9, f"Harbour Post, issue {page}"), *first, *second, (290, 30, 9, str(page))]


def test_a_pdf_gives_paragraphs_over_columns_and_pages_without_headers_and_numbers():
    data = make_pdf([columns(page) for page in (1, 2, 3)])
    (page,) = pages_of(data, one_document_per_file=True)
    first, second, *_ = page.text.split("\n\n")
    assert first == "Bo voted on Monday to close the old bridge at last, said Bo Lee, who leads the committee of Bo."
    assert second.startswith(
        "Shops of Bo fear for their trade, and the well-known ferry of Bo ran, said the well-known Bo,"
    )
    assert "where it Cy voted" in second  # the last column goes on over the page
    assert "Post" not in page.text and page.known == {} and page.form == "story"
    assert notes_of(data) == ["6 lines of page headers, footers and numbers left out (15 words)"]


def test_lines_are_one_paragraph_until_a_gap_an_indent_a_short_line_or_another_size():
    def at(text, y, x=50, size=10):
        return PrintedLine(text, x, y, size)

    full = "A line that fills the whole width of its column"
    lines = [at("A heading", 100, size=14), at(full, 88), at("and ends.", 76), at(full, 64), at(f"{full}.", 52),
             at("An indent begins here", 40, x=58), at("after a gap it goes on", 10)]  # fmt: skip
    assert join_lines([lines]) == [
        "A heading",
        f"{full} and ends.",
        f"{full} {full}.",
        "An indent begins here after a gap it goes on",
    ]


def article_on_page(heading, *lines, foot="", size=11):
    """Lines of a page: a heading, then lines of which those that begin with > follow the one before closely."""
    found, y = [(60, 760, 22, heading)], 735
    for line in lines:
        y -= 13 if line.startswith(">") else 25
        found.append((60, y, size, line.lstrip(">")))
    return [*found, *([(60, 30, 8, foot)] if foot else [])]


VOTE = ("The council voted on Monday to close the old bridge for a year after engineers", ">found cracks, it said.")
SHOPS = ("Shops near the quay fear that their customers will stay away when spring comes and", ">no ferry runs.")


def test_a_short_printed_article_keeps_its_byline_and_date_on_lines_of_their_own():
    (page,) = pages_of(make_pdf([article_on_page("Bridge", "By Ann Lee", "2 January 2019", *VOTE, *SHOPS)]))
    assert page.text.split("\n\n") == [
        "Bridge", "By Ann Lee", "2 January 2019", f"{VOTE[0]} {VOTE[1][1:]}", f"{SHOPS[0]} {SHOPS[1][1:]}",
    ]  # fmt: skip


def test_dates_under_headings_and_sentences_that_end_each_page_are_no_headers_and_footers():
    last = "Nobody answered."
    stories = {"Bridge": VOTE, "Shops": SHOPS, "Ferry": VOTE}
    pages = [article_on_page(name, f"{day} January 2019", *text, last)
             for day, (name, text) in enumerate(stories.items(), start=2)]  # fmt: skip
    for some in (pages[:2], pages):
        data = make_pdf(some)
        (page,) = pages_of(data, one_document_per_file=True)
        assert page.text.count("January 2019") == page.text.count(last) == len(some) and notes_of(data) == []


def test_what_a_browser_prints_below_each_page_goes_even_of_two_pages():
    pages = [article_on_page(name, *VOTE, *SHOPS, foot=f"post.example/story.html {n}/2")
             for n, name in enumerate(("Bridge", "More"), start=1)]  # fmt: skip
    data = make_pdf(pages)
    assert "story.html" not in pages_of(data, one_document_per_file=True)[0].text
    assert notes_of(data)[0].startswith("2 lines of page headers, footers and numbers left out")


def test_a_date_in_small_letters_over_each_article_stays_and_one_of_the_printing_goes():
    for dates, stays in ((("2 May 2019", "3 May 2019", "7 May 2019"), True), (("9 May 2019",) * 3, False)):
        pages = [[(60, 800, 8, date), *article_on_page(name, *VOTE)] for date, name in zip(dates, "ABC", strict=True)]
        assert ("May 2019" in pages_of(make_pdf(pages), one_document_per_file=True)[0].text) == stays


def test_a_page_of_short_lines_is_read_too():
    lines = [PrintedLine(f"Line {n}.", 50, 100 - n, 10) for n in range(9)]
    assert " ".join(join_lines([lines])).split() == " ".join(line.text for line in lines).split()
    assert join_lines([]) == []


def test_lines_at_the_edge_that_stand_on_one_page_alone_stay():
    pages = [
        [PrintedLine(f"Only page {'abc'[n]} has this", 50, 100, 10), PrintedLine("Post", 50, 10, 10)] for n in range(3)
    ]
    kept, cut = cut_edges(pages)
    assert cut == 3 and [[line.text[:4] for line in lines] for lines in kept] == [["Only"]] * 3


@pytest.mark.parametrize(("data", "reason"), [
    (make_pdf([[], []]), r"a PDF without a text layer \(2 pages\): run OCR over it first"),
    (make_pdf([columns(1)], encrypted=True), "an encrypted PDF: save a copy without its password"),
    (b"%PDF-1.7 " + b"x" * 999, "a broken PDF: open it and save it again"),
    (make_docx(""), "a Word document without text"),
    (make_docx("<w:p>").replace(b"x", b"x"), "damaged: its part word/document.xml is broken"),
    (make_docx(paragraph(SENTENCE))[:-80], "a broken zip archive"),
    (make_odt(""), "an OpenDocument text without text"),
    (make_odt("x", **{"META-INF/manifest.xml": "<m><encryption-data/></m>"}), "encrypted: save a copy"),
    (make_epub([]), "a book without text"),
    (make_epub([], {"META-INF/encryption.xml": "", "META-INF/rights.xml": ""}), "a book with copy protection"),
    (make_zip({"META-INF/container.xml": "<a/>"}), "damaged: its index names no list of parts"),
    (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), r"an old office document \(.doc\): open it and save it as .docx"),
    (b"{\\rtf1 }", "rich text without text"),
    (b"MIME-Version: 1.0\nContent-Type: image/png\n\nabc", "a letter or saved page without text"),
    (make_warc([]) or b"WARC/1.0\r\n", "a web archive without a web page"),
])  # fmt: skip
def test_what_has_no_text_or_is_broken_or_locked_is_refused_with_the_remedy(data, reason):
    with pytest.raises(Unreadable, match=reason):
        taken_from(data)


def test_a_scan_among_pages_of_text_is_noted():
    assert "1 of 2 pages have no text layer: run OCR over them" in notes_of(make_pdf([columns(1), []]))


def test_a_word_document_that_unpacks_to_too_much_is_refused_before_it_does(monkeypatch):
    monkeypatch.setattr(archives_members, "SMALL", 1_000)
    with pytest.raises(Unreadable, match=r"bytes packed into [\d,]+: over 300 to 1 is taken for a bomb"):
        taken_from(make_docx(paragraph("a" * 1_000_000)))


def test_entities_of_office_documents_name_no_file_and_do_not_multiply():
    bomb = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    body = paragraph(f"{SENTENCE} &b; &f;")
    document = f'{bomb}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    data = make_zip({"word/document.xml": document})
    (page,) = pages_of(data)
    assert page.text.startswith(SENTENCE) and "aaaa" not in page.text and "root" not in page.text


def test_each_chapter_of_a_book_is_a_document_in_the_order_of_reading():
    data = make_epub(
        ["<h1>Cover</h1>", f"<h1>One</h1><p>{SENTENCE}</p><p>{SENTENCE}</p>", f"<h2>Two</h2><p>{SENTENCE}</p>"]
    )
    one, two = pages_of(data, "b.epub")
    assert one.text == f"{SENTENCE}\n\n{SENTENCE}" and [one.known["title"], two.known["title"]] == ["One", "Two"]
    assert [one.number, two.number] == ["01", "02"] and one.source == "b.epub#OEBPS/text/c1.xhtml"
    assert {name: one.known[name] for name in ("book", "author", "language", "published", "published_precision")} == {
        "book": "Bridges", "author": "Ann Lee", "language": "en", "published": datetime(2024, 3, 1),
        "published_precision": "month",
    }  # fmt: skip
    assert notes_of(data) == ["1 pages of fewer than 20 words (covers, title pages) left out"]


MHTML = f"""From: <Saved by Blink>
Snapshot-Content-Location: https://post.example/bridge
Subject: The bridge
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

{HTML.replace("=", "=3D").replace("nine", "n=C3=AFne")}
--b
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--b--
"""
LETTER = f"""Subject: =?utf-8?q?Br=C3=BCcke?=
From: Ann Lee <ann@post.example>
Date: Tue, 05 Mar 2024 09:30:00 +0100
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

{SENTENCE}
"""


def test_a_page_saved_with_its_parts_gives_its_article():
    (page,) = pages_of(MHTML.encode())
    assert page.text.count("nïne months") == 4 and page.known["url"] == "https://post.example/bridge"
    assert page.known["outlet"] == "post.example" and page.known["title"] == "The bridge"


def test_a_letter_gives_its_text_subject_sender_and_date():
    (page,) = pages_of(LETTER.encode())
    assert page.text.strip() == SENTENCE
    assert page.known == {
        "title": "Brücke",
        "author": "Ann Lee",
        "published": datetime(2024, 3, 5, 9, 30),
        "published_precision": "time",
    }


@pytest.mark.parametrize(
    "start", ["From: the mayor\nTo: all\nSubject: bridge\n\nText", "Note: this\nDate: today\n\nText"]
)
def test_a_text_that_begins_like_a_letter_is_no_letter(start):
    assert recognise_container(content_of(start.encode())) == "plain text"


RECORDS = [
    ("request", "https://post.example/a", 200, "text/html", b""),
    ("response", "https://post.example/a", 200, "text/html; charset=utf-8", HTML.replace("nine", "nïne").encode()),
    ("response", "https://post.example/b", 404, "text/html", b"<html><body>gone</body></html>"),
    ("response", "https://post.example/c.png", 200, "image/png", b"\x89PNG"),
    ("response", "https://post.example/d", 200, "text/html", b"<html><body><h1>404</h1></body></html>"),
]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_the_pages_of_a_web_archive_are_documents_with_their_address(pack):
    data = pack(make_warc(RECORDS))
    (page,) = pages_of(data, "crawl.warc")
    assert page.source == "crawl.warc#record=2" and page.number == "0001" and "nïne" in page.text
    assert page.known["url"] == "https://post.example/a" and page.known["retrieved"] == datetime(2024, 3, 6, 10)
    assert "published" not in page.known
    assert notes_of(data) == ["records that are no web pages left out: 1 answered with 404, 1 of image/png"]
    ((source, reason),) = refused_of(data, "crawl.warc")
    assert source == "crawl.warc#record=5" and reason.startswith("an error page")


def test_what_stands_before_the_break_of_a_web_archive_is_read():
    data = gzip.compress(make_warc(RECORDS[:2])) + gzip.compress(make_warc(RECORDS[1:2]))[:-200]
    taken = taken_from(data, "crawl.warc.gz")
    assert len(pages_of(data)) >= 1 and (len(pages_of(data)) == 2 or any(isinstance(one, Refused) for one in taken))


@pytest.mark.parametrize(
    "name", ["story.docx", "story.odt", "story.rtf", "story.pdf", "page.mhtml", "page.html", "letter.eml"]
)
def test_each_example_is_one_document_that_can_be_read(name):
    corpus = load_corpus(EXAMPLES / name)
    assert len(corpus.documents) == 1 and "bridge" in corpus.documents["text"][0].lower()
    assert not set("<>{}\\") & set(corpus.documents["text"][0])


@pytest.mark.parametrize(("name", "count"), [("book.epub", 2), ("crawl.warc.gz", 1), ("all.zip", 3)])
def test_each_example_of_several_documents_gives_them_all(name, count):
    assert len(load_corpus(EXAMPLES / name).documents) == count
