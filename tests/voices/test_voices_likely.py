"""What is reported without a listed cue that governs it for sure: weighed traits, headings, ends of clauses."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis.voices import find_quotes, likely
from analysis.voices.assign import select_speech
from analysis.voices.candidates import find_candidates
from analysis.voices.senses import load_senses
from analysis.voices.trait_weights import TraitRow, Weights, list_traits, load_trait_weights, score_traits, weigh_facts
from analysis.voices.weighed_heads import list_all_heads, load_weighed_heads


def rows(text):
    found = find_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    return [(row.form, row.text, None if pd.isna(row.speaker) else row.speaker) for row in found.itertuples()]


# words that are spelt like a kind (change), a state (base), a helper (do), a particle (out) or what is governed
SPELT_ALIKE = (
    "Ann Lee changed the plan and offered a change of course. They base that on a survey, and the past was past. "
    "They did do it. The crowd ran out out of fear. The bank might question the deal, and it objects to objects. "
    "The plan was considered, considered by many, and is said to have been dropped. It seems like a good idea to act."
)


@pytest.fixture
def candidates(monkeypatch):
    """All candidates of SPELT_ALIKE, with what each weighs in full, and whether it was looked at further."""
    found = []

    def listen(line, sentence, attributions, taken, cues, *_):
        early = []
        made = find_candidates(
            line, sentence, attributions, taken, cues, lambda one, _: early.append(one.facts[:]) or True
        )
        may = [likely.may_count(replace(one, facts=facts)) for one, facts in zip(made, early, strict=True)]
        found.extend(zip(made, may, strict=True))
        return made

    monkeypatch.setattr(likely, "find_candidates", listen)
    find_quotes(pd.DataFrame({"doc_id": ["a"], "text": [SPELT_ALIKE]}))
    return found


def test_the_score_is_what_each_trait_is_worth_once():
    weights = Weights(-1.0, 0.0, 0.0, {"kind=act": 0.5, "governed=of": 0.25})
    assert score_traits(["kind=act", "governed=of", "kind=act", "unheard of"], weights) == 0.75


def test_facts_weigh_the_constant_and_what_all_their_traits_are_worth(candidates):
    weights = load_trait_weights()
    assert len(candidates) >= 10
    for one, _ in candidates:
        assert weigh_facts(one.facts) == pytest.approx(weights.constant + score_traits(list_traits(one.facts), weights))


def test_no_two_facts_of_a_candidate_have_a_trait_in_common(candidates):
    for one, _ in candidates:
        traits = [trait for row, value in one.facts for trait in set(row.lister(*row.known, value))]
        assert len(traits) == len(set(traits))


def test_what_is_passed_over_early_would_not_have_counted(candidates):
    least = load_trait_weights().least
    assert {may for _, may in candidates} == {True, False}
    assert all(may for one, may in candidates if weigh_facts(one.facts) >= least)


@pytest.mark.parametrize(
    ("likely_one", "unlikely_one"),
    [
        ("Ann Lee believes that the pier sinks.", "Harbour pilots return and have to decide whether the pier sinks."),
        ("Ann Lee lashed out at the bank.", "Ann Lee, a nurse who backed Bob Ray, won the seat."),
    ],
)
def test_what_a_rule_finds_is_left_out_if_its_traits_speak_against_it(likely_one, unlikely_one):
    assert len(rows(likely_one)) == 1 and rows(unlikely_one) == []


def test_what_a_verb_of_saying_governs_is_kept_however_unlikely(monkeypatch):
    text = "Ann Lee said that it rains. Ann Lee asked whether it rains. Ann Lee knew that it rains. Ann Lee backed Bob."
    assert [form for form, _, _ in rows(text)] == ["that", "question", "that", "object"]
    weights = load_trait_weights()._replace(ruled=99.0)
    monkeypatch.setattr(likely, "load_trait_weights", lambda: weights)
    assert [form for form, _, _ in rows(text)] == ["that", "question"]


def test_heads_that_were_never_likely_are_not_weighed():
    heads, everything = load_weighed_heads(), list_all_heads()
    assert heads.words < everything.words and not everything.passed
    assert {"verb", "noun"} <= {sort for sort, *_ in heads.passed}
    assert "arrested" not in heads.words and "criticised" in heads.words
    senses = load_senses()
    assert heads.are_without(senses.verbs["arrested"]) and not heads.are_without(senses.verbs["criticised"])


def test_what_a_lemma_governs_may_be_passed_over_where_the_lemma_is_not(candidates):
    heads = load_weighed_heads()
    ways = {head for head in heads.passed if len(head) == 3}
    assert ways and not {head[:2] for head in ways} & heads.passed
    assert ways.isdisjoint((one.sense.sort, one.sense.lemma, one.governed) for one, may in candidates if may)


def test_a_row_says_what_its_traits_are_worth_and_keeps_it():
    asked = []
    row = TraitRow(lambda first, second: asked.append(second) or [f"{first}={second}"], "governed")
    assert row["about"] == row["about"] == load_trait_weights().traits.get("governed=about", 0.0)
    assert asked == ["about"]


def test_weights_are_those_of_traits_and_the_least_sum_is_not_below_even_odds():
    weights = load_trait_weights()
    assert weights.least > 0 and len(weights.traits) > 1000
    assert not {"constant", "least", "ruled"} & weights.traits.keys()


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
    assert "to pay" in [part for _, part, _ in rows("Ann Lee, who hoped to pay, was fined.")]


def test_a_phrase_of_time_before_he_said_is_nothing_that_he_said():
    found = [part for _, part, _ in rows("As the rain fell, Ann Lee said: “We will wait.”")]
    assert found == ["We will wait."]


def test_what_stands_behind_according_to_x_as_an_aside_is_not_reported():
    text = "The river rose by a metre, according to Ann Lee, who runs the harbour."
    assert rows(text) == [("according", "The river rose by a metre", "Ann Lee")]


def test_who_says_it_may_be_a_role_and_a_name_after_the_verb():
    text = "The mill is hanging on, but it is under strain, said the firm's director, Bob Ray."
    assert [who for _, _, who in rows(text)] == ["Bob Ray"]
