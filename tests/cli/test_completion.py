"""Completion: the suite's names, filters with their values, codebooks; and nothing where it knows nothing."""

import pandas as pd
import pytest
from IPython.core.completer import provisionalcompleter
from IPython.core.interactiveshell import InteractiveShell

import analysis
from analysis.cli.completion import list_offers, load_ipython_extension, locate_call

TABLE = pd.DataFrame(
    {
        "text": ["The harbour was closed on Monday.", '"We shall open it again," the mayor said on Friday.'],
        "outlet": ["Daily Post", "Daily News"],
        "leaning": ["left", "right"],
    }
)


@pytest.fixture(scope="module")
def names():
    mine = analysis.load_corpus(TABLE)
    return {
        "analysis": analysis, "load_corpus": analysis.load_corpus, "load_codebook": analysis.load_codebook,
        "code_frames": analysis.code_frames, "texts": mine, "number": 7, "_hidden": 1, "In": [], "pd": pd,
    }  # fmt: skip


def offered(text, names):
    return list_offers(text, names)[0]


@pytest.mark.parametrize("line", ["from analysis import ", "  from analysis import (", "x = 1\nfrom analysis import "])
def test_an_import_is_offered_the_public_names_and_nothing_else(line, names):
    assert offered(line, names) == analysis.__all__


def test_an_import_is_not_offered_what_it_has_already(names):
    assert list_offers("from analysis import load_corpus, lo", names) == (["load_codebook", "load_events"], "lo")


def test_a_filter_is_offered_with_the_columns_that_the_texts_brought_along(names):
    found = offered("part = texts.where(", names)
    assert {"kind=", "outlet=", "since=", "copies=", "leaning="} <= set(found)
    assert found[-2:] == ["number", "texts"], "then what somebody has named, and no modules"
    assert offered("texts.where(kind='article', lea", names) == ["leaning="]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("texts.where(outlet='", ["Daily News", "Daily Post"]),
        ("texts.where(min_words=3, outlet=['daily n", ["Daily News"]),
        ("texts.where(leaning='left').where(leaning=\"", ["left", "right"]),
        ("texts.where(copies='", ["keep", "first", "weight"]),
        ("texts.where(voice='o", ["outlet"]),
        ("code_frames(texts.sentences, codebook='pol", ["policy"]),
        ("load_codebook('", ["elements", "foreign-policy", "generic", "policy"]),
        ("analysis.load_codebook(\n  'el", ["elements"]),
        ("texts.frames('generic').by('", None),
        ("load_corpus('see", []),
        ("print('", []),
        ("nobody.where(outlet='", []),
        ("texts.where(outlet='Daily Post')", []),
    ],
)
def test_a_value_is_offered_as_the_corpus_and_the_codebooks_have_it(text, values, names):
    found = offered(text, names)
    if values is None:
        assert {"voice", "outlet", "leaning"} <= set(found) and "min_words" not in found
    else:
        assert found == values


def test_the_call_that_is_being_written_is_found_behind_brackets_commas_and_strings():
    assert locate_call("f(a, g(1, 2), 'x, (y', h=[1, ").argument == " h=[1, "
    assert locate_call("f(a, g(1, 2), b").called == "f"
    assert locate_call("c.where(kind='post').kwic(").called == "c.where(kind='post').kwic"
    assert locate_call("f(a)") is None and locate_call("(") is None and locate_call("") is None


def test_ipython_shows_these_alone_and_its_own_elsewhere(names):
    shell = InteractiveShell()
    load_ipython_extension(shell)
    shell.user_ns |= names

    def completions(text):
        with provisionalcompleter():
            return {one.text for one in shell.Completer.completions(text, len(text))}

    assert completions("texts.where(leaning='") == {"left", "right"}
    assert completions("from analysis import ") == set(analysis.__all__)
    assert "number" in completions("print(numb")
    assert completions("analysis.") == set(analysis.__all__)
