"""Terms lead from a page to the glossary: the first use of each in its prose, and heads of columns."""

import re

from analysis.reports.drawn.glossary import add_terms, load_terms, render_terms
from analysis.reports.drawn.site import render_glossary


def prose(text):
    return f'<section class="prose">{text}</section>'


def linked(html):
    return re.findall(r'<a class="term" href="glossary\.html#([\w-]+)">([^<]*)</a>', html)


def test_the_first_use_of_a_term_in_prose_is_linked_and_no_other():
    assert linked(add_terms(prose("<p>Keyness here. More keyness, an alpha.</p>"))) == [
        ("term-keyness", "Keyness"),
        ("term-alpha", "alpha"),
    ]


def test_words_that_are_common_english_are_linked_as_heads_of_columns_alone():
    html = add_terms(prose("<p>The present score of an item.</p>") + "<table><tr><th>score</th><th>q</th></tr></table>")
    assert linked(html) == [("term-score", "score"), ("term-q", "q")]


def test_links_code_headings_and_what_is_no_prose_stay_as_they_are():
    for html in ("<p>alpha</p>", prose('<a href="x">alpha</a>'), prose("<h2>alpha</h2><code>alpha</code>")):
        assert add_terms(html) == html


def test_a_term_inside_another_word_is_none():
    assert linked(add_terms(prose("<p>alphabet, non-alpha, delta-v</p>"))) == []


def test_every_link_leads_to_a_place_in_the_glossary():
    page = render_terms()
    anchors = re.findall(r'id="(term-[\w-]+)"', page)
    assert set(anchors) == set(load_terms().values()) and len(anchors) == len(set(anchors)) > 30
    assert ".md" not in page


def test_the_glossary_is_a_page_of_the_site():
    html = render_glossary({"title": "A <report>", "pages": [{"name": "a", "title": "A page"}]})
    assert "A &lt;report&gt;" in html and 'href="a.html"' in html and 'id="term-keyness"' in html
