"""What is reported without a listed cue that governs it for sure: weighed traits, headings, ends of clauses."""

import pandas as pd
import pytest

from analysis.voices import find_quotes
from analysis.voices.assign import select_speech
from analysis.voices.senses import load_senses
from analysis.voices.trait_weights import Weights, load_trait_weights, score_traits


def rows(text):
    found = find_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    return [(row.form, row.text, None if pd.isna(row.speaker) else row.speaker) for row in found.itertuples()]


def test_the_score_is_the_constant_and_what_each_trait_is_worth_once():
    weights = Weights(-1.0, 0.0, 0.0, {"kind=act": 0.5, "governed=of": 0.25})
    assert score_traits(["kind=act", "governed=of", "kind=act", "unheard of"], weights) == -0.25


def test_weights_are_those_of_traits_and_the_least_sum_is_not_below_even_odds():
    weights = load_trait_weights()
    assert weights.least > 0 and len(weights.traits) > 1000
    assert not {"constant", "least"} & weights.traits.keys()


@pytest.mark.parametrize(
    ("form", "lemma", "kind"),
    [("swore", "swear", "communication"), ("remarks", "remark", "communication"), ("taught", "teach", "communication")],
)
def test_a_word_is_known_by_all_its_forms(form, lemma, kind):
    senses = load_senses()
    assert lemma in {senses.verbs[form].lemma} and senses.verbs[form].kind == kind


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The mayor appeared to smile.", "to smile"),
        ("Ann Lee is expected to win the vote.", "to win the vote"),
    ],
)
def test_what_seems_or_is_expected_is_nobodys_and_no_speech(text, said):
    assert rows(text) == [("wish", said, None)]
    assert select_speech(find_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))).empty


def test_an_object_of_one_word_is_a_row():
    assert rows("Ann Lee attacked Bob Ray.") == [("object", "Bob Ray", "Ann Lee")]
    assert rows("Ann Lee denied it.") == [("object", "it", "Ann Lee")]


def test_a_heading_in_title_case_is_read_like_a_sentence():
    assert ("object", "a Tax on Boats", "mayor") in [
        (f, t, s and s.lower()) for f, t, s in rows("Mayor Slams a Tax on Boats")
    ]
    announced = "Then there was this from Judge Ann Lee:\n“We will wait.”"
    assert rows(announced)[0][2] == "Ann Lee"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Officials deny the threat that Ann Lee poses to the town.", "the threat that Ann Lee poses to the town"),
        ("Bob Ray rejected the view that she holds.", "the view that she holds"),
    ],
)
def test_a_relative_clause_of_a_noun_reports_nothing(text, said):
    assert [(form, part) for form, part, _ in rows(text)] == [("object", said)]


def test_a_clause_before_its_main_clause_ends_there():
    assert "that the bridge is safe" in [
        part for _, part, _ in rows("While Ann Lee says that the bridge is safe, her town has shut it.")
    ]
    assert "to pay" in [part for _, part, _ in rows("Ann Lee, who refused to pay, was fined.")]


def test_a_phrase_of_time_before_he_said_is_nothing_that_he_said():
    found = [part for _, part, _ in rows("As the rain fell, Ann Lee said: “We will wait.”")]
    assert found == ["We will wait."]


def test_what_stands_behind_according_to_x_as_an_aside_is_not_reported():
    text = "The river rose by a metre, according to Ann Lee, who runs the harbour."
    assert rows(text) == [("according", "The river rose by a metre", "Ann Lee")]


def test_who_says_it_may_be_a_role_and_a_name_after_the_verb():
    text = "The mill is hanging on, but it is under strain, said the firm's director, Bob Ray."
    assert [who for _, _, who in rows(text)] == ["Bob Ray"]
