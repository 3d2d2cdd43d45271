"""What is looked for: found by a shortcut where there is one, and then exactly what the regular expression finds."""

import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.texts.characters import straighten
from analysis.words.patterns import compile_patterns, find_matching, split_alternatives

TEXTS = st.text(alphabet="abIKſKİéж’'-–. \n_９Ｕ", max_size=40)
PATTERNS = st.from_regex(r"[abik]{1,6}|\*[abik]{1,3}|[ab]{1,3}\*[ab]?|[ab]{5,6} [ab]\*|us|é[ab]|ж", fullmatch=True)


@settings(max_examples=300)
@given(TEXTS, PATTERNS)
def test_the_shortcut_finds_what_the_expression_finds(text, pattern):
    (sought,) = compile_patterns(pattern)
    slow = [hit.span() for hit in sought.find.finditer(straighten(text))]
    # one letter that is two in small letters, and one that only the expression takes for another
    if "ſ" not in text and "K" not in text and "K" not in text:
        assert list(sought.locate(text)) == slow
    assert sought.stands_in(text) is bool(list(sought.locate(text)))


def test_a_star_before_letters_finds_the_whole_word():
    (sought,) = compile_patterns("*ism")
    text = "Racism, an isms, prism; anti-racism: ismism"
    assert [text[start:end] for start, end in sought.locate(text)] == ["Racism", "prism", "ismism"]


def test_full_width_and_styled_letters_are_found():
    for text in ("ａ ｒｉｖｅｒ", "a 𝗿𝗶𝘃𝗲𝗿"):
        assert compile_patterns("river")[0].stands_in(text)


def test_alternatives_are_parted_and_each_is_named_once():
    assert split_alternatives(["war | peace", "war", "a|b|"]) == ["war", "peace", "a", "b"]
    assert [one.written for one in compile_patterns("war | peace")] == ["war", "peace"]
    assert len(compile_patterns("war|peace", regex=True)) == 1


def test_capitals_count_on_demand():
    (sought,) = compile_patterns("Berg", case=True)
    assert sought.stands_in("Anna Berg") and not sought.stands_in("a berg of ice")


def test_texts_that_hold_one_of_several_are_told():
    found = find_matching(pd.Series(["war", None, "peace", "lake"]), compile_patterns(["war", "peace"]))
    assert found.tolist() == [True, False, True, False]


def test_an_expression_that_cannot_be_read_is_refused_with_its_place():
    with pytest.raises(InputError, match=re.escape("contains='[a' is no regular expression: unterminated character")):
        compile_patterns("[a", "contains", regex=True)
