"""Whom a text has called she is not he later on; who answers in a court's transcript."""

import pandas as pd

from analysis.voices import extract_quotes


def rows_of(text):
    return extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))


def test_whom_a_pronoun_meant_is_of_its_sex_from_then_on():
    text = "Lind met Alexey Novak in Hull. She said the talks were long. He said the talks were short."
    rows = rows_of(text).set_index("text")["speaker"]
    assert rows["the talks were long"] == "Lind"
    assert rows["the talks were short"] == "Alexey Novak"


def test_answers_before_a_court_are_neither_the_judges_nor_counsels():
    text = "Q. Did you see the car?\nA. I saw nothing.\nTHE COURT: Answer louder.\nQ. And then?\nA. He left."
    rows = rows_of(text).set_index("text")["speaker"]
    assert rows["Answer louder."] == "the court"
    assert pd.isna(rows["I saw nothing."]) and pd.isna(rows["He left."])


def test_answers_before_a_court_are_the_witness_who_is_named_behind_a_question():
    text = "Q. State your name.\nTHE WITNESS: Ann Lee.\nQ. Did you see the car?\nA. I saw nothing."
    assert rows_of(text).set_index("text")["speaker"]["I saw nothing."] == "the witness"


def test_a_letter_sent_overnight_speaks():
    rows = rows_of('A letter sent overnight demanded that the mayor "come clean" about the money.')
    assert set(rows["speaker"]) == {"a letter"}
