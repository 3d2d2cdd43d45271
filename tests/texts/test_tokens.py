"""What a word is, counted by hand."""

import unicodedata

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.texts.characters import straighten
from analysis.texts.tokens import (
    Cuts,
    count_words,
    count_words_in,
    find_tokens,
    is_word,
    place_tokens,
    split_tokens,
    split_words,
)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("A cease-fire, isn't it?", ["A", "cease-fire", ",", "isn't", "it", "?"]),
        ("Russia’s “allies’ plan”", ["Russia's", '"', "allies", "'", "plan", '"']),
        ("The U.S.-led U.S. at 5 p.m. sharp", ["The", "U.S.-led", "U.S.", "at", "5", "p.m.", "sharp"]),
        (
            "Lee (D-N.Y.), a non-U.S. U.S.-U.K. deal",
            ["Lee", "(", "D-N.Y.", ")", ",", "a", "non-U.S.", "U.S.-U.K.", "deal"],
        ),
        ("plan-b. It is x-y.z", ["plan-b", ".", "It", "is", "x-y.z"]),
        (
            "1,000.5 at 11:43 on 12/26, 24-hour F-16s",
            ["1,000.5", "at", "11:43", "on", "12/26", ",", "24-hour", "F-16s"],
        ),
        ("AT&T and/or Q&A", ["AT&T", "and", "/", "or", "Q&A"]),
        ("Well... no -- yes\nso\n\nend", ["Well", "...", "no", "--", "yes", "\n", "so", "\n\n", "end"]),
        ("the end.The start", ["the", "end", ".", "The", "start"]),
        ("#Tag snake_case ____", ["#", "Tag", "snake_case", "____"]),
        ("Привет, мир!", ["Привет", ",", "мир", "!"]),
        ("", []),
    ],
)
def test_tokens_are_words_and_marks(text, tokens):
    assert split_tokens(straighten(text)) == tokens


def test_an_address_is_one_token_and_no_word():
    text = "See https://example.org/a?b, t.me/x or a.b@c.org, @name too"
    assert [token for token in split_tokens(text) if is_word(token)] == ["See", "or", "too"]
    assert [text[start:end] for token, start, end in find_tokens(text) if not is_word(token)] == [
        "https://example.org/a?b,",
        "t.me/x",
        "a.b@c.org,",
        "@name",
    ]


def test_a_name_after_an_at_sign_takes_nothing_of_the_line_before_it():
    """The word before the line's end is no letter box."""
    assert [token for token in split_tokens("Ask Ann\n@harbour now") if is_word(token)] == ["Ask", "Ann", "now"]


def test_words_are_counted_marks_and_addresses_are_not():
    """The, U.S., won't, pay, 1,000: five; of the second See and so; of the third none."""
    texts = pd.Series(["The U.S. won’t pay 1,000.", "See t.me/x - so!", "____ ...", None], index=list("abcd"))
    assert count_words_in(texts).to_dict() == {"a": 5, "b": 2, "c": 0, "d": 0}


COMPOSED = st.text().map(lambda text: unicodedata.normalize("NFC", text))  # an accent apart is put on its letter


@given(st.text(alphabet=st.sampled_from([*"aЖ1 .,'’“-&:/_@\n"])) | COMPOSED)
def test_tokens_stand_where_they_say_and_only_blanks_lie_between(text):
    found = find_tokens(text)
    assert [token for token, _, _ in found] == split_tokens(straighten(text))
    assert count_words(text) == sum(is_word(token) for token, _, _ in found)
    assert split_words(text) == [token for token, _, _ in found if is_word(token)]
    done = 0
    for token, start, end in found:
        assert text[done:start].isspace() or done == start
        assert len(token) == end - start > 0
        done = end
    assert not text[done:].strip()


def test_a_cut_is_worked_out_once_for_each_token():
    asked = []
    cuts = Cuts(lambda token: asked.append(token) or token.upper())
    assert [cuts[token] for token in ("a", "b", "a")] == ["A", "B", "A"]
    assert asked == ["a", "b"]


@pytest.mark.parametrize(
    "text", ["a" * 200_000, "a." * 100_000, "a-" * 100_000, "\n" * 200_000, "@" * 50_000, "a@" * 50_000]
)
def test_hostile_texts_are_counted_in_one_pass(text):
    assert count_words(text) == sum(map(is_word, split_tokens(text)))


def test_accents_apart_from_their_letters_are_part_of_their_word():
    text = "Me\u0301lenchon e\u0301lu, a\u0300 Vuc\u030cic\u0301"
    assert split_tokens(text) == ["Mélenchon", "élu", ",", "à", "Vučić"]
    assert next((token, text[start:end]) for token, start, end in find_tokens(text)) == ("Mélenchon", "Me\u0301lenchon")
    assert count_words(text) == 4


@pytest.mark.parametrize("text", ["We  go.", "We go. ", " We go.", "We\x0bgo."])
def test_places_count_blanks_wherever_they_stand_and_from_where_the_text_begins(text):
    """Two blanks in a row, or one that is no space, are passed over; one before a word or at the end is not."""
    tokens, starts, ends = place_tokens(text, at=100)
    assert tokens == ["We", "go", "."]
    assert [text[start - 100 : end - 100] for start, end in zip(starts, ends, strict=True)] == tokens
