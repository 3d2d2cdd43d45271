"""A report becomes one document to print, whose links lead to its own parts and whose contents name the right pages."""

import re
import sys
from types import SimpleNamespace

import lxml.html
import pypdfium2
import pytest

from analysis.errors import InputError
from analysis.reports.drawn.printing import find_browser, make_pdf, render_print

PAGE = """<html><body><nav>not printed</nav><main><article><h1>{title}</h1>
<section id="part"><p>See <a href="#part">here</a>, <a href="b.html#part">there</a>, <a href="b.html">b</a>,
<a href="tables/x.csv">x.csv</a>, <a href="https://example.org/">out</a>.</p></section>
<details class="method"><summary><h2>How</h2></summary><p>Folded on the page.</p></details>
<details class="code"><summary>code</summary><pre>secret = 1</pre></details>{more}</article></main></body></html>"""


@pytest.fixture
def folder(tmp_path):
    filler = "".join(f"<p>Line {number} of a long page.</p>" for number in range(120))
    (tmp_path / "index.html").write_text(PAGE.format(title="All of it", more=""), encoding="utf-8")
    (tmp_path / "a.html").write_text(PAGE.format(title="Page One", more=filler), encoding="utf-8")
    (tmp_path / "b.html").write_text(PAGE.format(title="Page B", more=""), encoding="utf-8")
    return tmp_path


def test_every_link_leads_into_the_document_or_out_of_the_report(folder):
    tree = lxml.html.document_fromstring(render_print(folder, ["index", "a", "b"]))
    ids = [part.get("id") for part in tree.xpath("//*[@id]")]
    links = [link.get("href") for link in tree.xpath("//a[@href]")]
    assert len(ids) == len(set(ids)) and {"a", "a--part", "b--part"} <= set(ids)
    assert all(link.removeprefix("#") in ids or link == "https://example.org/" for link in links)
    assert "x.csv" in tree.text_content()


def test_a_link_to_a_page_that_is_not_printed_becomes_text(folder):
    assert 'href="#b' not in render_print(folder, ["a"]) and "there" in render_print(folder, ["a"])


def test_method_is_unfolded_and_code_left_out(folder):
    html = render_print(folder, ["a"])
    assert re.search(r'<details class="method" open', html)
    assert "secret" not in html and "not printed" not in html


def test_a_page_that_was_not_made_is_an_error_that_says_what_to_do(folder):
    with pytest.raises(InputError, match=r"page 'c' is not in .*run `framing report` first"):
        render_print(folder, ["c"])


@pytest.mark.skipif(not find_browser(), reason="needs Chromium, Chrome or Edge")
def test_the_contents_name_the_page_on_which_each_part_begins(folder, tmp_path):
    make_pdf(folder, ["index", "a", "b"], tmp_path / "deep" / "all.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "deep" / "all.pdf")
    texts = ["".join(page.get_textpage().get_text_range().split()) for page in document]  # pdfium breaks some lines
    begins = {title: [place for place, text in enumerate(texts, 1) if title in text] for title in ("PageOne", "PageB")}
    assert begins["PageB"][-1] > begins["PageOne"][-1] + 1  # the long page takes several
    for title, (contents, place) in begins.items():
        assert contents == 1 and f"{title}{place}" in texts[0]
    assert all(text.startswith(str(number)) for number, text in enumerate(texts, 1))  # its own number at the foot


def test_without_a_browser_and_without_weasyprint_it_says_what_to_install(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("FRAMING_BROWSER", "no-such-browser")
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(InputError, match=r"media-framing\[pdf\]"):
        make_pdf(folder, ["a"], tmp_path / "a.pdf")


def test_weasyprint_prints_where_there_is_no_browser_and_counts_the_pages_itself(folder, tmp_path, monkeypatch):
    class Html:
        def __init__(self, string):
            self.string = string

        def write_pdf(self):
            return self.string.encode()

    monkeypatch.setenv("FRAMING_BROWSER", "no-such-browser")
    monkeypatch.setitem(sys.modules, "weasyprint", SimpleNamespace(HTML=Html))
    assert make_pdf(folder, ["a", "b"], tmp_path / "a.pdf") == "WeasyPrint"
    assert "target-counter(attr(href), page)" in (tmp_path / "a.pdf").read_text()
