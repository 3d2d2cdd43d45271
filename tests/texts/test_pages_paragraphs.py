"""Paragraphs that a saved page does not mark as such are read like those that it marks."""

import pytest
from test_pages import html, page_of

from analysis.texts.readers.page import Unreadable

FIRST = "The ferry ran aground on Tuesday morning near the lighthouse, and nobody of the forty on board was hurt."
SECOND = "Divers will look at the keel before the tide comes back, a speaker of the coast guard told reporters."
THIRD = "The island has no other ship, so that its school and its only shop stay closed until the end of the week."
ALL = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
MENU = '<div id="nav"><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></div>'


@pytest.mark.parametrize("body", [
    f"{MENU}<div><h1>Ferry</h1>{FIRST}<p>{SECOND}</p><p>{THIRD}</p></div>",
    f"{MENU}<div><h1>Ferry</h1>{FIRST}<br><br>{SECOND}<br> &nbsp;<br/>{THIRD}</div>",
    f"{MENU}<h1>Ferry</h1>{FIRST}<p>{SECOND}</p>{THIRD}",
    f"{MENU}<div><h1>Ferry</h1><b>The ferry</b>{FIRST[9:]}<div>{SECOND}</div>{THIRD}</div>",
    f"{MENU}<span><h1>Ferry</h1>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</span>",
    f"<pre>Ferry\n\n{FIRST}\n\n{SECOND.replace(' tide', chr(10) + 'tide')}\n \n{THIRD}</pre>",
    f"<pre>{FIRST}\n{SECOND}\n{THIRD}\n</pre>",
])  # fmt: skip
def test_text_that_stands_in_no_paragraph_is_as_many_paragraphs_as_a_reader_sees(body):
    assert page_of(html(body, "<title>Ferry</title>")).text == ALL


def test_preformatted_code_and_bare_labels_are_no_paragraphs():
    code = "<pre>if wet:\n\n    swim()</pre>"
    page = page_of(html(f"<div><h1>Ferry</h1>{FIRST}<p>{SECOND}</p>{code}Share<p>{THIRD}</p></div>"))
    assert page.text.startswith(f"{FIRST}\n\n{SECOND}") and page.text.endswith(THIRD) and "Share" not in page.text


@pytest.mark.parametrize("cell", [
    f"<h2>Ferry</h2><p>{FIRST}<p>{SECOND}<p>{THIRD}",
    f"<font face=Arial><h2>Ferry</h2>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</font>",
    f"<table><tr><td><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></td></tr></table>",
])  # fmt: skip
def test_a_table_that_lays_a_page_out_is_no_table(cell):
    page = f"<table><tr><td><a href=/>Home</a><br><a href=/w>World</a></td><td>{cell}</td></tr></table>"
    assert page_of(html(page, "<title>Ferry</title>")).text == ALL


def test_a_cell_of_bare_text_beside_a_menu_is_a_paragraph_and_so_is_a_row_of_one_sentence():
    menu, both = "<td><a href=/>Home</a><br><a href=/w>World</a></td>", f"{FIRST} {SECOND} {THIRD}"
    assert page_of(html(f"<table><tr>{menu}<td>{both}</td></tr></table>")).text == both
    rows = "".join(f"<tr><td>{text}</td></tr>" for text in (FIRST, SECOND, THIRD))
    assert page_of(html(f"<table>{rows}</table>")).text == ALL


def test_a_page_that_is_one_form_is_read():
    body = f"<form>{MENU}<h1>Ferry</h1>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</form>"
    assert page_of(html(body)).text == ALL


def test_a_table_of_figures_stays_one_and_its_cells_keep_their_words_apart():
    rows = ("<td><p>Cars</p><p>and vans</p></td><td>40</td>", "<td>Cyc<b>les</b></td><td>9</td>")
    table = f"<table><tr>{rows[0]}</tr><tr>{rows[1]}</tr></table>"
    page = page_of(html(f"<article><h1>Ferry</h1><p>{FIRST}</p><p>{SECOND}</p>{table}<p>{THIRD}</p></article>"))
    assert "Cars and vans | 40\nCycles | 9" in page.text


def test_a_paragraph_that_is_one_linked_sentence_is_read_and_a_linked_headline_is_not():
    linked = f'<p><a href="/keel">{SECOND}</a></p>'
    headline = '<p><a href="/fares">Ferry fares rise again for all who live on the island and its neighbours</a></p>'
    more = f'<p>Read more: <a href="/tide">{THIRD}</a></p>'
    page = page_of(html(f"<article><h1>Ferry</h1><p>{FIRST}</p>{linked}{headline}{more}<p>{THIRD}</p></article>"))
    assert page.text == ALL


FOOTER = '<div class="site-footer"><p>All rights reserved by the Post.</p><a href="/c">Contact</a></div>'


@pytest.mark.parametrize(("body", "text"), [
    (f"{MENU}<div><h1>Ferry</h1><p>The ferry is late, its owner said.</p><p>It sails at noon.</p></div>{FOOTER}",
     "The ferry is late, its owner said.\n\nIt sails at noon."),
    ('<div class="menu"><a href="/">Главная</a> <a href="/n">Новости</a></div><div><h1>Паром</h1>'
     "<p>Паром сегодня опоздал, сообщила компания.</p></div>", "Паром сегодня опоздал, сообщила компания."),
    ('<p><a href="/">Home</a> | <a href="/w">World</a></p><div class="with-menu"><h1>Ferry</h1>It is late.</div>',
     "It is late."),
])  # fmt: skip
def test_a_short_page_is_read_without_its_menu_and_footer(body, text):
    assert page_of(html(body, "<title>Ferry</title>")).text == text


@pytest.mark.parametrize("body", [
    "<nav><ul><li><a href=/>Home</a></li><li><a href=/w>World</a></li><li>Poli",
    "<div><a href=/>Home</a> <a href=/w>World</a> <a href=/s>Sport and games</a></div>",
    "<frameset cols=50%,50%><frame src=a.html><frame src=b.html></frameset>",
])  # fmt: skip
def test_a_page_of_nothing_but_a_menu_holds_no_article(body):
    with pytest.raises(Unreadable, match="a web page without an article"):
        page_of(f"<!DOCTYPE html><html><head><title>Ferry</title></head><body>{body}")


@pytest.mark.parametrize(
    ("quotation", "text"),
    [
        ("<q>We keep bees,</q>", "“We keep bees,”"),
        ("<q>We <b>keep</b> bees,</q>", "“We keep bees,”"),
        ("<q>“We keep bees,”</q>", "“We keep bees,”"),
    ],
)
def test_the_marks_that_browsers_show_around_a_quotation_are_written(quotation, text):
    body = f"<p>The valley was silent until noon on Monday. {quotation} said Uma Wynn, who lives up there.</p>"
    assert text in page_of(html(f"<h1>Bees</h1>{body * 2}")).text
