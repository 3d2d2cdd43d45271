"""Several who act together under nouns, whom "they" and "both" mean, and names that a page repeats."""

import pytest
from hearing import voiced as speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Brewers and bakers warned that the mill would shut.", "brewers and bakers"),
        ("Teachers, parents and pupils complained that the gym was damp.", "teachers, parents and pupils"),
        ("Both the rector and the bursar said that the fees were due.", "the rector and the bursar"),
        ("The guild and its lawyers insisted that the lease was void.", "the guild and its lawyers"),
        ("The skipper and two sailors told the inquest that the lamp had failed.", "the skipper and two sailors"),
        ("Ina Moll and her cousin said that the barn was theirs.", "Ina Moll and her cousin"),
        ("Ina Moll and other tenants said that the roof leaked.", "Ina Moll and other tenants"),
        ("The chairman, Olaf Brandt, and his deputy said that the club was sound.", "Olaf Brandt and his deputy"),
        ("“It will be a long winter,” said brewers and millers.", "brewers and millers"),
        ("Lawyers for the heirs and the estate said that the will was real.", "lawyers for the heirs and the estate"),
        ("Max Orbin ran. He and his wife said that it was late.", "Max Orbin and his wife"),
    ],
)
def test_who_are_joined_by_and_speak_together(text, speaker):
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The bus braked and riders said that they heard a bang.", "riders"),
        ("The pier closed in May and residents say that the detour is long.", "residents"),
        ("She met the rector and guests said that the talk went well.", "guests"),
        ("Ina Moll, a baker and a mother of two, said that flour was dear.", "Ina Moll"),
        (
            "Ina Moll, a professor of law at the Institute of Peace and a guest there, said that it was late.",
            "Ina Moll",
        ),
        ("“Not yet,” said the driver and left the room.", "the driver"),
        ("Health and Safety officials said that the lift was unsafe.", "Health and Safety officials"),
    ],
)
def test_an_and_between_clauses_and_within_one_person_joins_nobody(text, speaker):
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Councillor Jon Reed met Kim Dale on Monday. Both said that the pool would open.", "Jon Reed and Kim Dale"),
        ("The guild and the mill held talks. Both said that a deal was near.", "the guild and the mill"),
        ("Tenants of the tower are angry. They say that the lift is unsafe.", "tenants"),
        ("Police held Tom Hale on Friday. They said that he had a knife.", "police"),
        ("Tom Hale was held by police on Friday. They said that he had a knife.", "police"),
        ("In May, several old pupils wrote. They said that the school was cold.", "several old pupils"),
        ("The committee met on Monday. They said that the plan was sound.", "the committee"),
        ("Two hikers and their guide were found. They said that they had eaten snow.", "two hikers and their guide"),
        ("Mayor Ann Park told tenants to leave. They said that they would stay.", "tenants"),
        ("Prices rose. They said that it was late.", None),
    ],
)
def test_they_and_both_lead_to_several_who_acted_spoke_or_were_named_and_to_a_body(text, speaker):
    assert speakers(text)[-1] == speaker


def test_they_is_not_the_one_person_who_acts_in_the_sentence():
    text = "Miners struck in May. Ann Lund left the town after they said that it was late."
    assert speakers(text) == ["miners"]


CARD = "Sen. Ann Lund Ann Mary LundThree votes to watch A dam too far? MORE (D-Ohio) said that the dam was safe."


def test_a_name_that_is_repeated_in_full_with_a_card_glued_to_it_is_one_name():
    assert speakers(CARD) == ["Ann Lund"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("President Moll Christina (Tina) MollThe week MORE said that it was late.", "Tina Moll"),
        ("“We are done,” Ruth Ann BrandtBrandt said on Friday.", "Ruth Ann Brandt"),
        ("“We are done,” said Senator Ruth Brandt Ruth Brandt.", "Ruth Brandt"),
        ("Angus MacDonald said that the boat was late.", "Angus MacDonald"),
    ],
)
def test_a_repeated_name_is_left_out_and_a_full_one_is_learned_where_a_title_stood(text, speaker):
    assert speakers(text) == [speaker]


def test_he_is_a_nameless_one_whose_phrase_has_a_place_and_an_age():
    assert speakers("A 40-year-old baker from Gdansk lost her flat. “I have nothing,” she said.") == ["the baker"]
