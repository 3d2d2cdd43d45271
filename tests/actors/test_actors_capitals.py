"""When a capital is a government and when a place."""

from __future__ import annotations

import pytest
from test_actors import actors

GOVERNMENTS = [
    "Moscow denied the report.",
    "They said Moscow has agreed.",
    "Moscow is preparing an answer.",
    "He praised Moscow's solidarity.",
    "He met the Moscow government.",
    "She held talks with Moscow.",
    "They accused Moscow of lying.",
    "There was pressure on Moscow.",
    "It was a message to Moscow.",
    "It was a Moscow-backed plan.",
    "Relations between Beijing and Moscow cooled.",
    "Moscow and Beijing agreed.",
]
PLACES = [
    "They met in Moscow.",
    "It was cold outside Moscow.",
    "He flew to Moscow.",
    "He returned from Moscow.",
    "(Moscow, December 26)",
    "Moscow's streets were empty.",
    "Moscow residents waited.",
    "He liked Moscow.",
    "Moscow State University closed.",
    "They saw Paris, France.",
]


@pytest.mark.parametrize("text", GOVERNMENTS)
def test_a_capital_that_acts_or_is_acted_on_is_the_government(text):
    named = [actor for name, actor, _ in actors([text]) if name.startswith("Moscow")]
    assert named == ["Russia"]


@pytest.mark.parametrize("text", PLACES)
def test_a_capital_without_evidence_or_with_words_of_place_is_a_place(text):
    assert not {("Moscow", "Russia", "c"), ("Paris", "France", "c")} & set(actors([text]))


def test_a_capital_in_the_name_of_an_organisation_is_not_the_government():
    assert actors(["The Moscow Post said so."]) == [("Moscow Post", "Moscow Post", "o")]


def test_brussels_is_the_union():
    assert actors(["Brussels warned Warsaw."]) == [("Brussels", "European Union", "o"), ("Warsaw", "Poland", "c")]


def test_a_person_named_as_a_capital_is_the_person():
    found = actors(["Denzel Washington spoke.", "Washington said no."])
    assert [actor for _, actor, _ in found] == ["Denzel Washington"] * 2


def test_without_metonyms_capitals_are_left_out_and_buildings_are_organisations():
    text = ["Moscow denied it.", "The Kremlin denied it.", "Russia denied it."]
    assert actors(text, metonyms=False) == [("Kremlin", "Kremlin", "o"), ("Russia", "Russia", "c")]
    assert [actor for _, actor, _ in actors(text)] == ["Russia"] * 3


def test_capitals_that_have_no_small_letters_are_read_and_not_looked_up_for_ever():
    assert [name for name, *_ in actors(["𝐁𝐎𝐋𝐃𝐄𝐑 Moscow denied the report."])][-1:] == ["Moscow"]
