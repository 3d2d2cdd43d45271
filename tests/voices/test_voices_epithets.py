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


@pytest.mark.parametrize(
    ("first", "called", "speaker"),
    [
        ("Ann Roth opened the fair.", "the 43-year-old", "Ann Roth"),
        ("Ann Roth, 43, opened the fair. Joe Lund left.", "the 43-year-old", "Ann Roth"),
        ("A 19-year-old was held. Ann Roth left.", "the 19-year-old", "the 19-year-old"),
        ("Ann Roth opened the fair.", "the former dam director", "Ann Roth"),
        ("Senator Ann Roth opened the fair.", "the former secretary", "the former secretary"),
        ("Ann Roth opened the fair.", "the pop star", "Ann Roth"),
        ("The mayor, Ann Roth, opened the fair.", "the pop star", "the pop star"),
        ("US President Ann Roth opened the fair in Hull.", "the two-term president", "Ann Roth"),
        ("Press secretary Ann Roth opened the fair.", "the businesswoman", "the businesswoman"),
    ],
)
def test_an_age_a_former_office_and_an_art_mean_who_acted_too(first, called, speaker):
    assert speakers(f"{first}\n\n“The mill must stay,” {called} said.", kinds=("direct",)) == [speaker]


def test_who_is_called_the_singer_once_stays_the_singer():
    text = "Joe Lund gave up. On Monday the singer said he was tired.\n\n"
    text += "Ida Moss said: “No.”\n\n“I am done,” the singer said."
    assert speakers(text, kinds=("direct",)) == ["Ida Moss", "Joe Lund"]


def test_a_title_is_short_for_who_was_described_at_length_by_it():
    text = "Dam commissioner Joe Lund left. The tax commissioner of the harbour division said it was late."
    who = speakers(f"{text}\n\n“Fools,” the commissioner wrote.", kinds=("direct",))
    assert who == ["the tax commissioner of the harbour division"]


def test_the_democrat_of_a_place_is_who_spoke_and_not_whom_alone_the_text_calls_a_democrat():
    """Nobody's title has Ohio in it."""
    text = (
        'Ida Vik, a Democratic strategist, came.\n\nSpeaker Ann Lund said no.\n\n"It is late," the Ohio Democrat said.'
    )
    assert speakers(text)[-1] == "Ann Lund"


def test_the_three_term_lawmaker_is_who_acted_last_and_no_other_lawmaker_who_spoke():
    text = "“No,” Rep. Bob Lund said.\n\nRep. Ann Roth left the board on Sunday.\n\n"
    text += "“I am done,” the three-term lawmaker said."
    assert speakers(text, kinds=("direct",)) == ["Bob Lund", "Ann Roth"]
