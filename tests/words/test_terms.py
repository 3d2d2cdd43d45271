"""What a word is, and that nothing but words is counted."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.words.terms import BREAK, load_stop_words, number_tokens, spellings_of, split_terms


def words_of(text: str, **options: bool) -> list[str]:
    terms = split_terms(pd.Series([text]), **options)
    return terms.words[terms.running[0]].tolist()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Russia's allies, the Russians' allies", ["russia", "allies", "the", "russians", "allies"]),
        ("A Russian-speaking don’t-know", ["a", "russian-speaking", "don't-know"]),
        ("The U.S. told us; US troops", ["the", "US", "told", "us", "US", "troops"]),
        ("The E.U. and J.K. Rowling", ["the", "eu", "and", "jk", "rowling"]),
        ("See https://example.org/a?b and www.example.org or t.me/x, mail a@b.org", ["see", "and", "or", "mail"]),
        ("In 2024, 24-hour COVID-19 and F-16s", ["in", "covid-19", "and", "f-16s"]),
        ("Привет, мир! Ça va?", ["привет", "мир", "ça", "va"]),
        ("", []),
    ],
)
def test_words_hold_letters_and_keep_hyphens_but_no_possessive_address_or_number(text, words):
    assert words_of(text) == words


def test_plurals_fold_only_where_the_texts_have_the_singular_too():
    assert words_of("sanctions and a sanction", fold_plurals=True) == ["sanction", "and", "a", "sanction"]
    assert words_of("sanctions alone", fold_plurals=True) == ["sanctions", "alone"]
    assert words_of("countries country churches church", fold_plurals=True) == ["country"] * 2 + ["church"] * 2


def test_words_that_are_no_plurals_stay():
    text = "the news is new, arms and an arm, crisis, process, Texas and goods are a good"
    assert set(words_of(text, fold_plurals=True)) >= {
        "news",
        "new",
        "arms",
        "arm",
        "goods",
        "good",
        "crisis",
        "process",
    }


def test_a_word_is_shown_as_the_texts_mostly_spell_it():
    terms = split_terms(pd.Series(["NATO and Nato and NATO", "nato's allies. Allies and allies"]))
    shown = dict(zip(terms.words, terms.shown, strict=True))
    assert shown["nato"] == "NATO"
    assert shown["allies"] == "allies"


def test_counts_are_by_text_and_word():
    terms = split_terms(pd.Series(["war and war", None, "peace"]))
    table = pd.DataFrame(terms.counts.toarray(), columns=terms.words)
    assert table["war"].tolist() == [2, 0, 0]
    assert table["peace"].tolist() == [0, 0, 1]
    assert table.to_numpy().sum() == 4


def test_punctuation_numbers_and_paragraphs_are_breaks():
    terms = split_terms(pd.Series(["one, two 3 four\n\nfive"]))
    assert (terms.ids == BREAK).sum() == 3


def test_runs_are_spelt_word_by_word_as_the_texts_mostly_do():
    terms = split_terms(pd.Series(["the White House. The white House. a White house"]))
    begins = np.flatnonzero(terms.ids == terms.number["white"])
    assert spellings_of(terms, begins, 2, np.zeros(len(begins), dtype=int), 1).tolist() == ["White House"]


def test_tokens_made_elsewhere_are_taken_as_they_are():
    terms = number_tokens([["The", "cat's", "2"], []])
    assert terms.words.tolist() == ["The", "cat's", "2"]
    assert terms.counts.sum(axis=1).tolist() == [3, 0]


def test_one_string_and_other_values_are_refused():
    with pytest.raises(InputError, match="one string"):
        split_terms("a text")
    with pytest.raises(InputError, match="int values"):
        split_terms(pd.Series([1, 2]))


def test_an_unknown_language_names_those_there_are():
    with pytest.raises(InputError, match=r"language='eng' is not one of .*Did you mean 'en'"):
        load_stop_words("eng")


def test_stop_words_hold_no_subject_of_the_news_and_are_spelt_as_words_are():
    listed = load_stop_words("en")
    assert not listed & {"state", "bill", "computer", "war", "people", "government", "president", "us states"}
    assert {"the", "don't", "said"} <= listed
    for language in ("en", "ru", "de", "fr", "es"):
        assert all(word == word.lower() for word in load_stop_words(language))


@given(st.lists(st.text(max_size=60), max_size=5))
def test_any_texts_can_be_read_and_every_word_has_a_letter(texts):
    terms = split_terms(pd.Series(texts, dtype=object), fold_plurals=True)
    assert terms.ends[-1] == len(terms.ids) if texts else len(terms.ids) == 0
    assert all(word[0].isalpha() for word in terms.words)
    assert terms.counts.sum() == len(terms.running[0])


@given(st.lists(st.sampled_from(["war", "peace", "the", "US"]), min_size=1, max_size=8))
def test_a_texts_counts_do_not_depend_on_the_other_texts(words):
    alone = split_terms(pd.Series([" ".join(words)]))
    beside = split_terms(pd.Series(["other texts", " ".join(words)]))
    counted = dict(zip(alone.words, alone.counts.toarray()[0], strict=True))
    row = beside.counts.toarray()[1]
    assert {word: row[beside.number[word]] for word in counted} == counted
