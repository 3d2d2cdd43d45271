"""Which of a page's blocks are one article: a page may show others below it, or several of equal rank."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from analysis.texts.readers.containers.web_page_text import PageBlock, extract_blocks, fold_paragraph, text_of_element

if TYPE_CHECKING:
    from lxml.html import HtmlElement

FEWEST_WORDS = 100  # in paragraphs of an article that stands beside others; a teaser has fewer
MOST_ARTICLES = 50  # on one page
_HEADINGS = ("h1", "h2", "h3")


def split_articles(tree: HtmlElement, one: bool) -> list[tuple[str | None, list[PageBlock]]]:
    """The heading and the blocks of each article that a page plainly holds; one without heading for nearly all pages.

    Of several <article> elements the one with the page's only h1 is the page's, and what stands in none of them is
    its. Where none is marked so, each with a heading and words enough is one, unless the page is one article (one).
    """
    articles = [found for found in tree.iter("article") if next(found.iterancestors("article"), None) is None]
    titled = [found for found in articles if found.find(".//h1") is not None]
    if len(articles) > 1 and len(titled) == len(list(tree.iter("h1"))) == 1:
        return [(None, cut_trailing_headings(_keep_within(titled[0], articles, extract_blocks(tree))))]
    whole = [found for found in articles[:MOST_ARTICLES] if _is_whole(found)]
    if one or len(whole) < 2:
        return [(None, cut_trailing_headings(extract_blocks(tree)))]
    return [(_heading_of(found), cut_trailing_headings(extract_blocks(_page_around(found)))) for found in whole]


def _keep_within(article: HtmlElement, articles: list[HtmlElement], blocks: list[PageBlock]) -> list[PageBlock]:
    """The blocks that stand in an article or in none; all of them if none stands in it."""
    own = fold_paragraph(text_of_element(article))
    others = [fold_paragraph(text_of_element(found)) for found in articles if found is not article]
    folded = [fold_paragraph(block.text) for block in blocks]
    kept = [block for block, words in zip(blocks, folded, strict=True)
            if words in own or not any(words in other for other in others)]  # fmt: skip
    return kept if any(words and words in own for words in folded) else blocks


def _page_around(article: HtmlElement) -> HtmlElement:
    """A page that holds one article of a page and nothing else."""
    from lxml.html import document_fromstring

    page = document_fromstring("<html><body></body></html>")
    page.find("body").append(deepcopy(article))
    return page


def _is_whole(article: HtmlElement) -> bool:
    """Whether an article has a heading and enough words to be one and no teaser of it."""
    words = sum(len(text_of_element(paragraph).split()) for paragraph in article.iter("p"))
    return words >= FEWEST_WORDS and next(article.iter(*_HEADINGS), None) is not None


def _heading_of(article: HtmlElement) -> str | None:
    heading = next(article.iter(*_HEADINGS), None)
    return None if heading is None else text_of_element(heading) or None


def cut_trailing_headings(blocks: list[PageBlock]) -> list[PageBlock]:
    """Leave headings out that nothing follows: what stood under them was no part of the article."""
    while blocks and blocks[-1].kind == "head":
        blocks = blocks[:-1]
    return blocks
