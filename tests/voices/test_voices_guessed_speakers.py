"""Who may say a quotation that no cue ties to anybody, and who is no speaker at all."""

import pandas as pd
import pytest

from analysis.voices import extract_quotes

HOLT = "Kim Holt, the mayor, said the plan was dead.\n\n"


def last_speaker(text):
    rows = extract_quotes(pd.DataFrame({"doc_id": ["a"], "title": [""], "text": [text]}))
    return [None, *rows[rows["kind"] == "direct"]["speaker"]][-1]


@pytest.mark.parametrize(
    "text",
    [
        "It grew, with fans carrying flags and wearing hats emblazoned with “We are one” and, “Where we row, all row.”",
        "Cancellation of town by-laws or other displays of “harbour pride” goes too far.",
        "I would like to hear about the thought that this kind of patience and urgency is only a “river thing.”",
        "Here are some of the notes.\n\n• March 9, 2019: “The harbour is a mess and nobody cares.”",
        "Here are some of the notes.\n\n• Sept. 9, 2019: “The harbour is a mess and nobody cares.”",
        "Above all, many misunderstandings about the fee remain, and with them the “ghost toll.” More will come.",
    ],
)
def test_neither_participles_nor_abstractions_nor_dates_speak(text):
    assert pd.isna(last_speaker(text))


def test_a_conjunction_behind_a_quotation_is_nobody():
    text = 'Rules like whether one may take a "harbour selfie," or whether one may wear hats differ from town to town.'
    assert "or" not in extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))["speaker"].tolist()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Holt fielded several blunt questions, one of them this question: “Why do you never answer us?”", None),
        ("On the radio Holt faced a tough question: “Why do you never answer us?”", None),
        ("Holt had one question: “Why do you never answer us?”", "Kim Holt"),
    ],
)
def test_a_question_that_somebody_faces_is_asked_by_others(text, speaker):
    found = last_speaker(HOLT + text)
    assert found == speaker if speaker else pd.isna(found)


def test_what_belongs_to_a_name_documents_nothing():
    text = 'The two ministries said the Holt documents do not "hold any legal reasoning at all."'
    assert last_speaker(text) == "the two ministries"


def test_says_behind_a_plural_and_an_adverb_is_a_verb():
    text = 'A letter sent by the ministries also says there "must be due regard for the role of towns."'
    assert last_speaker(text) == "a letter"


def test_a_person_told_the_paper():
    text = "The yard has closed.\n\n“They were paying our men in kickbacks,” a person close to the case told a paper."
    assert last_speaker(text).startswith("a person")


def test_a_name_with_a_capital_is_no_verb():
    text = "Kim Stone, the mayor, spoke in May. Asked about it, Stone fielded several questions."
    rows = extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    assert "stone" not in rows["cue"].str.lower().tolist()


@pytest.mark.parametrize("joint", [" and ", ", but "])
def test_quotations_that_a_conjunction_joins_are_of_whoever_said_the_second(joint):
    text = f"With jobs moving away, “middle is real”{joint}“it is not unique,” clerks at Pell Bank concluded."
    rows = extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    assert rows.query("kind == 'direct'")["speaker"].tolist() == ["clerks at Pell Bank"] * 2


def test_a_phrase_may_stand_between_a_quotation_and_who_says_it():
    text = '"The future is not what it used to be" at the yard, Ann Stone said during a talk in Lund.'
    rows = extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    assert rows.query("kind == 'direct'")[["speaker", "cue"]].to_numpy().tolist() == [["Ann Stone", "said"]]


def test_who_acts_beside_the_main_clause_does_not_announce():
    text = 'Mary Pell sat there. Still, she was moved by the skills of Kim Holt as he worked the crowd: "You can tell."'
    assert last_speaker(text) == "Mary Pell"


def test_who_would_speak_has_not_spoken_and_nobody_speaks_of_themselves_by_name():
    above = "“He did it to save himself,” a clerk said, denying that Attorney General Mary Pell would ask him to go."
    assert last_speaker(f"{above}\n\n“Mary is no politician, and she would not give such an order.”") == "a clerk"
    assert last_speaker(f"{above}\n\n“It is no matter of politics, and nobody would give such an order.”") == "a clerk"
