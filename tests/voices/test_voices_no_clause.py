"""Words beside a cue that are no clause and no report: answers, participles that describe, nouns."""

import pytest
from hearing import list_heard


def words(text):
    return [said for _, said in list_heard(text)]


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Asked whether it leaked, Dora Pike said no.", ["whether it leaked", "no"]),
        ("Half of the town said yes, and the mill opened.", ["yes"]),
        ("Dora Pike thinks so too.", ["so"]),
        ("Dora Pike said no boat had left.", ["no boat had left"]),
    ],
)
def test_an_answer_of_one_word_is_what_somebody_says(text, heard):
    assert words(text) == heard


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Asked which pier she liked, Dora Pike left the room.", "which pier she liked"),
        ("Asked about the leaking harbour wall, Dora Pike left the room.", "the leaking harbour wall"),
    ],
)
def test_what_somebody_is_asked_before_the_main_clause_is_heard(text, heard):
    assert words(text)[:1] == [heard]


@pytest.mark.parametrize(
    "text",
    [
        "Kent's ruling conservative party took the most seats there.",
        "The same clarifying effect may be near on the other side.",
        "The mill lost a tenth in reported sales of boats to other towns.",
        "Due to party rules, Lund would fall behind.",
    ],
)
def test_participles_and_nouns_that_only_look_like_verbs_of_saying_report_nothing(text):
    assert words(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Friday night at the harbour fair in Kent, Dora Pike spoke out.",
        "The town will mend the pier and paint it, a bargain announced in May.",
    ],
)
def test_a_time_and_a_thing_told_of_are_no_speech(text):
    assert words(text) == []


def test_that_way_is_no_clause():
    assert words("Dora Pike feels that way about it.") == []
