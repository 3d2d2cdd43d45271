"""Kinds of quotation, and words in marks that are none."""

import pandas as pd
import pytest

from analysis import extract_quotes
from analysis.texts.sentences import split_sentences
from analysis.voices import assign_voices, select_speech
from analysis.voices.kinds import label_quotations
from analysis.voices.marked_words import find_marked_words, mark_scare_quotes, mark_words, tabulate_kinds


def quotation_of(text):
    documents = pd.DataFrame({"doc_id": ["a"], "text": [text]})
    quotes = extract_quotes(documents)
    labelled = label_quotations(quotes, documents)
    return labelled.loc[labelled["kind"] == "direct", "quotation"].tolist()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ('"The ferry will sail on Monday," Berg said.', ["direct"]),
        ('Berg said: "The ferry will sail on Monday."', ["direct"]),
        ('Berg said "the ferry will sail on Monday".', ["direct"]),  # the comma is forgotten
        ('"We wait," Berg said, "until the wind drops."', ["direct", "direct"]),
        ('Berg called the ferry "a floating ruin".', ["mixed"]),
        ('Berg said the ferry was "a floating ruin" and sold it.', ["mixed"]),
        ('Berg said that "the ferry will sail" once the wind drops.', ["mixed"]),
        ("Berg sagte: «Wir warten auf den Wind, mein Freund.»", ["direct"]),
    ],
)
def test_a_quotation_that_is_part_of_the_outlets_clause_is_mixed(text, kinds):
    assert quotation_of(text) == kinds


def test_kinds_other_than_direct_stay_as_they_are():
    documents = pd.DataFrame({"doc_id": ["a"], "text": ["Berg said that the ferry was late."]})
    assert label_quotations(extract_quotes(documents), documents)["quotation"].tolist() == ["indirect"]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ('The town is proud of its "beach", a strip of gravel.', "scare quotes", "beach"),
        ('Berg said that the so-called "beach" was late.', "scare quotes", "beach"),
        ('The so-called "expert panel" has two members.', "scare quotes", "expert panel"),
        ("The so-called moderates stayed at home.", "scare quotes", "moderates stayed"),
        ('The word "ferry" has five letters.', "term", "ferry"),
        ('A method known as "net washing" spread fast.', "term", "net washing"),
        ('The Harbour Relief Act ("Harborcare") failed.', "term", "Harborcare"),
        ('She wore a "No Ferry" sticker on her coat.', "title", "No Ferry"),
        ('The film "Salt and Iron" runs in one cinema.', "title", "Salt and Iron"),
        ('Otto "Pike" Lindman won the race.', "nickname", "Pike"),
        ("The crew said *never* again to that offer.", "emphasis", "never"),
        ("This is NOT the way that the harbour was built, and all know it.", "emphasis", "NOT"),
    ],
)
def test_marked_words_are_told_apart(text, kind, words):
    assert [(one.kind, text[one.start : one.end]) for one in mark_words(text)] == [(kind, words)]


@pytest.mark.parametrize(
    "text",
    [
        "The OECD and the SPCA said that the harbour was open again on a Monday.",  # initials
        "The board of the FERRY Act met in a small room near the old harbour.",  # a name goes on
        "HARBOUR OPEN AGAIN AFTER STORM",  # a heading
        "It cost 4*3*2 marks and was worth all of it in the end.",
        'The shelf is 12" wide.',
    ],
)
def test_initials_headings_and_inch_marks_are_no_marked_words(text):
    assert mark_words(text) == []


def tables(text):
    documents = pd.DataFrame({"doc_id": ["a"], "text": [text], "outlet": ["x"]})
    sentences, quotes = split_sentences(documents), extract_quotes(documents)
    sentences = assign_voices(sentences, quotes, documents).merge(documents[["doc_id", "outlet"]], on="doc_id")
    return documents, quotes, sentences


def test_marks_in_a_sentence_that_reports_speech_are_left_undecided_but_for_the_so_called():
    documents, quotes, sentences = tables(
        'In the "beach" town Berg said that it rained. In the so-called city Lind said that it did not. '
        'They love the "pier".'
    )
    marked = find_marked_words(documents, quotes, sentences)
    assert marked["kind"].tolist() == ["undecided", "scare quotes", "scare quotes"]


def test_words_inside_a_quotation_are_the_speakers_own_marks():
    documents, quotes, sentences = tables("\"I never liked that 'beach' of theirs,\" Berg said on Monday.")
    assert find_marked_words(documents, quotes, sentences).empty


def test_kinds_are_counted_by_the_voice_of_their_sentence_and_scare_quotes_by_sentence():
    documents, quotes, sentences = tables(
        'They love the "beach". "It is a fine beach, and we are proud of it," Berg said. Nobody swims.'
    )
    marked = find_marked_words(documents, quotes, sentences)
    kinds = tabulate_kinds(label_quotations(select_speech(quotes), documents), marked, sentences)
    assert kinds.set_index("kind")["all"].to_dict() == {"direct": 1, "scare quotes": 1}
    assert kinds.set_index("kind").loc["scare quotes", "outlet"] == 1
    assert kinds["quotations"].tolist() == [1, 0]
    scared = mark_scare_quotes(sentences, marked)
    assert scared["scare_quotes"].tolist() == [1.0, 0.0] and scared["evidence"].iloc[0] == "beach"


def test_kinds_add_up_to_all_quotations_whatever_they_are_counted_as():
    """One after "so-called" is among the scare quotes; one begins before any sentence, and has no voice."""
    documents, quotes, sentences = tables(
        'He spoke of the so-called "beach," Berg said. "It is a fine beach, and we are proud of it," Berg said.'
    )
    quoted = label_quotations(select_speech(quotes), documents)
    quoted = quoted.assign(quotation=["scare quotes", "direct"][-len(quoted) :])
    kinds = tabulate_kinds(quoted, find_marked_words(documents, quotes, sentences), sentences.iloc[1:])
    assert kinds["quotations"].sum() == len(quoted) and (kinds["all"] >= kinds["quotations"]).all()


def test_marks_in_another_language_are_not_read():
    documents, quotes, sentences = tables("Завод «Маяк» закрыли в понедельник, и рабочие разошлись по домам до вечера.")
    assert find_marked_words(documents, quotes, sentences).empty
    assert mark_scare_quotes(sentences, find_marked_words(documents, quotes, sentences)).empty


def test_any_text_is_read_without_an_error_and_what_is_marked_stands_in_it():
    for text in ("", '"', "**", "“”", '"" "" ""', "A" * 500, "*a* _b_ **c**", "\n\n", "‘’“”«»"):
        assert all(0 <= one.start < one.end <= len(text) for one in mark_words(text))
