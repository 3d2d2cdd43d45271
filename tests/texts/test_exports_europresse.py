"""Exports of Europresse: number of words beside dates, times and page numbers; elements that are not closed."""

import io

import pytest

from analysis.texts.readers.containers import split_content
from analysis.texts.readers.page import HEAD, Content, Settings, SourcePage


def write_article(outlet, title, header="lundi 4 mai 2020", spoil=""):
    return (
        f'<article><header><div><span class="DocPublicationName">{outlet}</span></div><div><span class="DocHeader">'
        f'{header}</span></div><div class="titreArticle"><p class="titreArticleVisu">{title}</p></div></header>'
        f'<section><div class="DocText"><div class="docOcurrContainer">{spoil}<p>La halle {title}.</p></div></div>'
        f'</section><footer><small>© 2020 {outlet}.</small></footer></article>'
    )  # fmt: skip


def take(*articles):
    data = f"<!DOCTYPE html><html><body>{''.join(articles)}</body></html>".encode()
    taken = split_content(Content("x.html", len(data), data[:HEAD], lambda: io.BytesIO(data)), Settings())
    return [page for page in taken if isinstance(page, SourcePage)]


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("Ville, lundi 4 mai 2020 310 mots, p. 6", 310),
        ("lundi 4 mai 2020 1 310 mots", 1310),
        ("2020-05-04 310 mots", 310),
        ("lundi 4 mai 2020 - 08:12 310 mots", 310),
        ("Monday, May 4, 2020 310 words", 310),
        ("lundi 4 mai 2020, p. 16 310 mots", 310),
        ("lundi 4 mai 2020, p. A6, 12.310 mots", 12310),
        ("lundi 4 mai 2020, p. 6", None),
    ],
)
def test_the_number_of_words_is_no_part_of_the_date_the_time_or_the_page(header, words):
    (page,) = take(write_article("Le Port", "est vendue", header))
    assert page.known.get("words_stated") == words
    assert str(page.known["published"])[:10] == "2020-05-04"


@pytest.mark.parametrize(
    "spoil", ["<div>", "<div><div><b>", "<section><div>", "<p><span>", "<article>", "</div></div>"]
)
def test_an_element_that_is_not_closed_mixes_no_articles(spoil):
    pages = take(
        write_article("Le Port", "est vendue", spoil=spoil),
        write_article("La Jetée", "est vide", spoil=spoil),
        write_article("Le Quai", "brûle"),
    )
    assert [(page.known["outlet"], page.known["title"], page.text) for page in pages] == [
        ("Le Port", "est vendue", "La halle est vendue."),
        ("La Jetée", "est vide", "La halle est vide."),
        ("Le Quai", "brûle", "La halle brûle."),
    ]


def test_a_byline_beside_the_title_in_the_same_class_is_the_author():
    article = write_article("Le Port", "est vendue").replace(
        'class="titreArticleVisu"', 'class="bottom titreArticleVisu"'
    )
    article = article.replace("bottom", "sm-margin-bottomNews").replace(
        "</header>", '<div class="sm-margin-bottomNews">Eva Klein</div></header>'
    )
    (page,) = take(article)
    assert (page.known["author"], page.known["title"]) == ("Eva Klein", "est vendue")
