"""Whom a pronoun or an office means: people of rare given names, those who held an office, countries that act."""

import pytest
from hearing import list_heard, voiced


def last_speaker(text: str) -> str | None:
    """Name who speaks last in a text."""
    return list_heard(text)[-1][0]


@pytest.mark.parametrize("aside", ["a Navy cook from Kent", "the BBC's clerk", "an EU envoy"])
def test_a_family_name_and_what_its_bearer_is_tell_a_person_of_a_rare_given_name(aside):
    text = f"Hale would go, Ned Moss said.\n\nJannetta Walsh, {aside}, was late for work. But she said it was right."
    assert last_speaker(text) == "Jannetta Walsh"


@pytest.mark.parametrize("link", ["such as", "like", "including"])
def test_who_is_named_as_one_of_several_people_can_be_meant(link):
    text = f'Ned Moss came.\n\nIt rained on chess players {link} Sarfarazad Ahmed. "I shall stay all day," he said.'
    assert last_speaker(text) == "Sarfarazad Ahmed"


def test_towns_named_as_some_of_several_are_nobody():
    text = 'Ned Moss came.\n\nIt rained in cities such as Cape Hale. "I shall stay all day," he said.'
    assert last_speaker(text) == "Ned Moss"


def test_the_ex_mayor_is_the_former_one_and_an_ex_wife_somebody_else():
    text = "Former Kent mayor Ned Moss and his wife, Joan Hale, came. The ex-{} said it was late."
    assert last_speaker(text.format("mayor")) == "Ned Moss"
    assert last_speaker(text.format("wife")) != "Joan Hale"


def test_it_is_the_country_that_acts_behind_a_conjunction():
    text = "The White House said that it rained. But Norway is sure to act, as it has made clear that it will answer."
    assert voiced(text)[-1] == "Norway"


def test_the_president_is_not_who_is_once_called_so_with_a_country():
    text = """President Ned Moss flew out on Monday. He met Norwegian President Jon Vik in Oslo, and Moss and President
Vik had lunch. The president said it was late."""
    assert last_speaker(text.replace("\n", " ")) == "Ned Moss"


@pytest.mark.parametrize(
    "start, who",
    [
        ("Two clerks came. The nurses have dropped", "nurses"),
        ("Ann Hale and Ned Moss want to go on with", "Ann Hale and Ned Moss"),
        ("Many nurses work here. Rain has not shaken", "many nurses"),
    ],
)
def test_their_support_is_of_whom_the_sentence_names_else_the_one_before(start, who):
    found = list_heard(f"{start} their support for the mayor.")
    assert next(one for one, said in found if said == "the mayor").endswith(who)


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_possessive_of_a_name_in_s_is_that_name(mark):
    text = (
        f"Ned Moss saw a list. One name stood out: George Haleas.\n\nHaleas{mark}s past was thin. He said it was late."
    )
    assert last_speaker(text) == "George Haleas"
