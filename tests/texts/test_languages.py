"""The language of texts: what is in another one, and what counts as in it because nothing says otherwise."""

import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.texts.cleaning.languages import (
    assign_languages,
    check_language,
    detect_language,
    fold_language,
    mark_language,
    mark_texts,
)
from analysis.texts.sentences import split_sentences

ENGLISH = "The farmers said on Friday that the harvest would be late, and that prices would rise."
RUSSIAN = "Фермеры сообщили в пятницу, что урожай будет поздним, а цены вырастут."
GERMAN = "Die Landwirte erklärten am Freitag, dass die Ernte spät kommen und die Preise steigen werden."
FRENCH = "Les agriculteurs ont annoncé vendredi que la récolte serait tardive et que les prix allaient monter."


def table(texts, **columns):
    return pd.DataFrame({"text": texts, **columns})


@pytest.mark.parametrize("written", ["en", "EN", "en-US", "en_GB", "English", " eng "])
def test_all_ways_to_write_a_language_share_one_code(written):
    assert fold_language(written) == "en"


def test_a_missing_language_has_no_code_and_a_sentence_is_none():
    assert fold_language(None) is None and fold_language(float("nan")) is None and fold_language(" ") is None
    with pytest.raises(InputError, match="language='12' is no language: give its code of two letters"):
        check_language("12")


def test_a_column_that_names_no_language_leaves_it_to_the_text():
    given = table([ENGLISH, GERMAN, RUSSIAN], language=["unknown", "und", "?"])
    assert assign_languages(given).tolist() == ["en", "de", "ru"]


def test_texts_in_another_language_are_told_by_their_words_and_by_their_script():
    assert mark_texts([ENGLISH, RUSSIAN, GERMAN, FRENCH]).tolist() == [True, False, False, False]
    assert mark_texts([ENGLISH, RUSSIAN, GERMAN], "ru").tolist() == [False, True, False]
    assert mark_texts([ENGLISH, RUSSIAN, GERMAN], "de").tolist() == [False, False, True]


@pytest.mark.parametrize("text", ["", "Ok", "µ", "Σ = 12", "👍 👍", "Davie, Fla., Jan. 9", "John Ørsted", None, "𝐖𝐚𝐫"])
def test_what_is_too_short_or_no_words_counts_as_in_the_language(text):
    assert mark_texts([text]).tolist() == [True]


def test_accents_in_names_alone_make_no_sentence_another_language():
    texts = ["Zoë Brontë met Łukasz Żak and Jiří Dvořák.", "Die Händler, sagte Jörg Groß, fürchten um ihre Stände."]
    assert mark_texts(texts).tolist() == [True, False]


def test_a_few_words_of_another_script_are_enough():
    assert mark_texts(["Урожай погиб", "収穫が遅れている", "The word урожай means harvest."]).tolist() == [
        False,
        False,
        True,
    ]


def test_a_column_says_the_language_and_outranks_what_the_text_looks_like():
    given = table([GERMAN, GERMAN, GERMAN], language=["en-GB", "de", None])
    assert mark_language(given).tolist() == [True, False, False]
    assert assign_languages(given).tolist() == ["en", "de", "de"]


def test_the_sentences_of_a_document_are_read_together():
    """ "Nein." alone says nothing; beside a German sentence of its document it is German."""
    texts = table([GERMAN, "Nein.", ENGLISH, "No."], doc_id=["a", "a", "b", "b"])
    assert mark_language(texts).tolist() == [False, False, True, True]
    assert mark_language(texts.drop(columns="doc_id")).tolist() == [False, True, True, True]


def test_a_text_in_capitals_is_read_as_in_small_letters_and_names_alone_have_no_language():
    assert detect_language(ENGLISH.upper()) == "en"
    assert detect_language("KENT GORDIS, New York") is None


def test_sentences_have_the_language_of_their_document():
    documents = table([f"{ENGLISH} So be it.", RUSSIAN], doc_id=["a", "b"], language=["en", "ru"])
    assert split_sentences(documents)["language"].tolist() == ["en", "en", "ru"]
    assert split_sentences(documents.drop(columns="language"))["language"].isna().all()
