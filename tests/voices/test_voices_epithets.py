"""Whom "the Ohio Democrat", "the nominee" and "the former senator" mean that no title in the text names; made up."""

import pytest
from hearing import speakers

from processor_time import seconds_of

SAID = "Ann Roth opened the fair on Monday.\n\n“The mill must stay,” {} said."


@pytest.mark.parametrize(
    "called",
    ["the Ohio Democrat", "the former senator", "the presumptive nominee", "the Green front-runner", "the billionaire"],
)
def test_a_description_of_a_public_figure_means_who_acted_in_the_paragraph_above(called):
    assert speakers(SAID.format(called), kinds=("direct",)) == ["Ann Roth"]


@pytest.mark.parametrize("called", ["the driver", "the president", "the other candidate", "the Hull News Democrat"])
def test_who_may_be_anybody_stays_as_the_text_calls_them(called):
    assert speakers(SAID.format(called), kinds=("direct",)) == [called]


@pytest.mark.parametrize(
    ("first", "called", "speaker"),
    [
        ("Sen. Ann Roth (R-Utah) left.", "the Ohio Democrat", "the Ohio Democrat"),  # of another party
        ("Sen. Ann Roth (R-Utah) left.", "the mayor of Hull", "the mayor of Hull"),
        ("Economist Ann Roth left.", "the nominee", "the nominee"),
        ("Ann Roth left.", "the former Roth secretary", "the former Roth secretary"),
        ("Senate Republican Leader Ann Roth left.", "the Utah Republican", "Ann Roth"),
    ],
)
def test_nothing_that_the_text_says_of_who_is_meant_may_speak_against_it(first, called, speaker):
    assert speakers(f"{first}\n\n“The mill must stay,” {called} said.", kinds=("direct",)) == [speaker]


def test_it_is_who_spoke_or_acted_in_the_paragraph_before_who_spoke_above():
    text = "“We go,” Ann Roth said.\n\nJoe Lund denied it. The former senator called the fair “a feast of fools.”"
    assert speakers(text, kinds=("direct",)) == ["Ann Roth", "Joe Lund"]
    text = "“We go,” Ann Roth said.\n\n“The fair is a feast,” the former senator said."
    assert speakers(text, kinds=("direct",)) == ["Ann Roth", "Ann Roth"]


def test_in_a_further_clause_of_a_sentence_it_is_another_than_who_acts_in_it():
    text = "Mr. Joe Lund mocked Ann Roth on Sunday after the former senator said the fair was “a feast of fools.”"
    assert speakers(text, kinds=("direct",)) == ["Ann Roth"]


def test_a_title_ends_where_an_aside_begins():
    text = "Former governor Ann Roth rose.\n\nThe former governor, who grows roses, called the fair “a feast of fools.”"
    assert speakers(text, kinds=("direct",)) == ["Ann Roth"]


def test_many_descriptions_take_time_as_long_as_their_text():
    text = "Ann Roth left the hall.\n\n“The mill must stay,” the former senator said to Joe Lund.\n\n"
    short, long = (seconds_of(lambda times=times: speakers(text * times)) for times in (100, 400))
    assert long < 8 * short


def test_the_democrat_of_a_place_is_who_spoke_and_not_whom_alone_the_text_calls_a_democrat():
    """Nobody's title has Ohio in it."""
    text = (
        'Ida Vik, a Democratic strategist, came.\n\nSpeaker Ann Lund said no.\n\n"It is late," the Ohio Democrat said.'
    )
    assert speakers(text)[-1] == "Ann Lund"
