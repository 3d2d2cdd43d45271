"""Reported clauses where verb, speaker or clause are harder to see."""

import pandas as pd
import pytest

from analysis.voices import extract_quotes


def reports(text):
    quotes = extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    rows = quotes[quotes["kind"] == "indirect"]
    return list(zip(rows["speaker"].fillna("").str.lower(), rows["text"], strict=True))


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("Few on either bank of the river think the bridge will last.", "few", "the bridge will last"),
        ("Four in ten say they would move away.", "four in ten", "they would move away"),
        ("Those polled say the ferry comes first.", "those polled", "the ferry comes first"),
        ("Villagers close to the dam say it leaks.", "villagers close to the dam", "it leaks"),
        ("Audit files of the port show that two ships sank.", "audit files of the port", "that two ships sank"),
        ("The moving average of polls shows Dora Pike gaining.", "the moving average of polls", "Dora Pike gaining"),
    ],
)
def test_verbs_that_are_no_nouns_report_whatever_stands_before_them(text, speaker, said):
    assert (speaker, said) in reports(text)


def test_a_think_tank_thinks_nothing():
    assert reports("A progressive think tank, and Dora Pike with it, left.") == []


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (
            "The fund is two million short, said former Kent mayor Dora Pike, who runs it.",
            "dora pike",
            "The fund is two million short",
        ),
        ("The mill only did what others do, he told the board in a note.", "", "The mill only did what others do"),
        ("As a nurse, Dora Pike likely knew the ward, Abel Stone said.", "abel stone", "As a nurse, Dora Pike likely"),
        ("As reported by Harbour News, two piers are at risk.", "harbour news", "two piers are at risk"),
        ("Dora Pike said last week that the pier is safe.", "dora pike", "that the pier is safe"),
        ("Harbour Weekly said her $9 fortune was gone.", "harbour weekly", "her $9 fortune was gone"),
    ],
)
def test_clauses_are_found_around_offices_hearers_and_times(text, speaker, said):
    assert any(who == speaker and words.startswith(said) for who, words in reports(text))


def test_what_is_said_behind_a_name_in_marks_is_a_clause_of_its_own():
    text = 'Dora Pike called the pier a "trap" and said it should be closed.'
    assert ("dora pike", "it should be closed") in reports(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dora Pike leads in pledged votes.",
        "Abel Stone has nearly 300 pledged votes.",
        "Asked about the pier, Dora Pike fired back angrily.",
    ],
)
def test_participles_before_plurals_and_lone_adverbs_are_nothing_said(text):
    assert all(words == "the pier" for _, words in reports(text))


def test_words_that_only_announce_a_quotation_are_no_part_of_a_clause():
    text = 'Dora Pike said the pier was "a trap, a bad one," adding, "Nobody should stand on it at all."'
    assert [words for _, words in reports(text)] == ["the pier was"]


@pytest.mark.parametrize("text", ["There is a chance that the pier sinks.", "It is assumed that the pier sinks."])
def test_a_noun_that_is_no_word_of_speech_and_a_passive_without_anybody_report_nothing(text):
    assert reports(text) == []


@pytest.mark.parametrize("from_whom", ["the divers of Pike", "the mayor of Hull"])
def test_where_those_are_from_whose_statement_is_read_is_nothing_that_it_says(from_whom):
    assert reports(f"The council read a statement from {from_whom}.") == []
