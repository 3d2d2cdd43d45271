"""HTML within cells and messages: what is text, what is a break, what nobody sees."""

import pytest

from analysis.texts.readers.markup import text_of_html
from processor_time import seconds_of


@pytest.mark.parametrize(("markup", "text"), [
    ("<p>Ann &amp; Bo<br>came.</p>\n<div>They <b>left</b>.</div>", "Ann & Bo\ncame.\n\nThey left."),
    ("<ul><li>one\n more<li>two</ul>", "one more\ntwo"),
    ("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "1 2\n3"),
    ("<script>if (a<b) write('<p>x</p>')</script>Seen<!-- unseen --><style>p{}</style>.", "Seen."),
    ("<a title='x > y' href=z>link</a>", "link"),
    ("first line\n\nsecond <b>line</b>", "first line\n\nsecond line"),
    ("a < b, c > d, <3", "a < b, c > d, <3"),
    ("&lt;b&gt; &nbsp;&#1046; &#99999999999;", "<b> \xa0Ж \ufffd"),
    ("<p><b>Ann</b>\n<b>Lee</b></p>", "Ann Lee"),
    ("<p><q>We keep bees,</q> she said.</p>", "“We keep bees,” she said."),
    ("", ""),
])  # fmt: skip
def test_tags_go_entities_are_decoded_and_paragraphs_stand_apart(markup, text):
    assert text_of_html(markup) == text


@pytest.mark.parametrize("piece", ["<", "<a ", '<a "', "<a '\"'", "<!--", "<script>", "<p>", "&amp;", " \n", "&#9"])
def test_a_megabyte_of_broken_markup_takes_a_second_not_hours(piece):
    for markup in (piece * (1_000_000 // len(piece)), piece + "9" * 1_000_000):
        assert seconds_of(lambda markup=markup: text_of_html(markup)) < 5
