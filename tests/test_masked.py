"""Names out of texts: shown where they stand, and obeyed by nothing."""

import re

import lxml.html
import pandas as pd
import pytest
from nbconvert.filters.markdown_mistune import markdown2html_mistune

from analysis.cards import Card, Facts, Rows
from analysis.cards.page import markup_of
from analysis.charts.cells import make_html_table
from analysis.charts.show import _Said, say, show_findings
from analysis.charts.theme import NoChart
from analysis.corpus.measured.shown import Said
from analysis.findings import FINDINGS, Finding
from analysis.masked import LONGEST, mask_controls, mask_markdown, shorten_text, strip_mask

BAIT = [
    "<script>x()</script>",
    '<img src=http://bait.example/a.png onerror="x()">',
    "![p](http://bait.example/c.png)",
    "[a](javascript:x()) [b](data:text/html,x) [c](file:///etc/passwd) [d](//bait.example) [e]( javascript:x())",
    "[a [b]](javascript:x()) [c][d]\n\n[d]: javascript:x()",
    "<http://bait.example/e> &lt;b&gt; &#60;i&#62;",
    "$5 and $6, $\\href{javascript:x()}{y}$ \\(x\\) $$z$$",
]


@pytest.mark.parametrize("bait", BAIT)
def test_markdown_of_a_name_makes_nothing_but_text(bait):
    """All of it is read as it was written, in paragraphs, spans and (bare addresses) links that a click follows."""
    made = lxml.html.fragment_fromstring(markdown2html_mistune(mask_markdown(f"**Bold**: {bait}")), create_parent="div")
    assert {part.tag for part in made.iter()} <= {"div", "p", "strong", "span", "a"}
    assert all(link.get("href").startswith("http") for link in made.iter("a"))
    assert "".join(made.text_content().split()) == "".join(f"Bold: {bait}".split())


def test_no_dollar_stands_in_a_text_beside_another():
    """MathJax looks through runs of text that no element parts: each dollar has an element of its own."""
    made = lxml.html.fragment_fromstring(markdown2html_mistune(mask_markdown(BAIT[-1])), create_parent="div")
    runs = [run for part in made.iter() for run in (part.text, part.tail) if run]
    assert all(run in ("$", "\\") or not re.search(r"[$\\]", run) for run in runs)


def test_what_prose_means_stays():
    prose = "**One** and *two*\n\n- `x` [Chart](#figure-bars), [here](https://x.org/a?b=1&c=2), [p](03-x.html#a) > R&D"
    assert mask_markdown(prose) == prose


def test_a_mask_is_taken_away_again():
    assert all(strip_mask(mask_markdown(bait)) == bait for bait in BAIT)


def test_marks_of_direction_go_and_a_word_of_100000_letters_is_cut():
    assert mask_markdown("a \u202eb\u2066 \x1b[31m\x00c") == "a b [31mc"
    assert len(mask_markdown("Q" * 100_000)) == LONGEST - 19
    assert mask_markdown("Q" * (LONGEST - 1)) == "Q" * (LONGEST - 1)
    assert markup_of("\u202e<b>\x00") == "&lt;b&gt;"
    assert markup_of("a" + "\u0301" * 300 + "b") == "a" + "\u0301" * 4 + "b"
    assert shorten_text("abcdef", 4) == "abc…" and shorten_text("abcd", 4) == "abcd"


def test_a_terminal_is_shown_the_number_of_what_it_would_obey():
    assert mask_controls("a\x1b[31m\u202e\tb\n") == "a\\u001b[31m\\u202e\tb\n"
    card = Card("\x1b[2J", "\u202e", [Facts([("a", "\x07")]), Rows("", ["b"], [["\x9b"]])])
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", str(card))


def test_what_notebooks_are_given_as_markdown_is_masked(monkeypatch):
    given = []
    monkeypatch.setattr("analysis.charts.show.display", lambda shown, **_: given.append(shown))
    say(BAIT[0])
    show_findings([Finding("k", f"{BAIT[0]} of **{BAIT[1]}**")])
    plain = given[1]._repr_mimebundle_()
    every = [
        given[0].data,
        plain["text/markdown"],
        NoChart("n", BAIT[0])._repr_markdown_(),
        Said(BAIT[0])._repr_markdown_(),
    ]
    assert not any("<s" in one or "<i" in one for one in every)
    assert plain[FINDINGS][0]["sentence"] == f"{BAIT[0]} of **{BAIT[1]}**", "data stay as they are"
    assert isinstance(given[1], _Said)


def test_boxes_say_that_their_dollars_are_money():
    """MathJax passes over elements of this class (its default for ignoreHtmlClass)."""
    made = [Card("$5 or $6")._repr_html_(), make_html_table(pd.DataFrame({"a": ["$5 or $6"]}), "$7 or $8")]
    assert all(re.search(r"class=[\"'][^\"']*\bmathjax_ignore\b", one) for one in made)


def test_cells_heads_and_captions_of_100000_letters_are_cut():
    long = "Q" * 100_000
    made = (
        make_html_table(pd.DataFrame({long: [long]}), long)
        + Card(long, parts=[Facts([(long[:9], long)])])._repr_html_()
    )
    assert len(made) < 10_000
