"""Who speaks, where something is said of them, or of what they tell, between commas."""

import pytest
from hearing import list_heard, speakers


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            'The guild\'s treasurer, Bo Lindh, said the loss, first seen by the Harbour Post, was "small".',
            [("Bo Lindh", "the loss, first seen by the Harbour Post, was"), ("Bo Lindh", "small")],
        ),
        (
            'Rita Holm, now a lecturer at Norwood, said the raid, if true, could be "an accident".',
            [("Rita Holm", "the raid, if true, could be"), ("Rita Holm", "an accident")],
        ),
        (
            "Kim Ode, a builder, said the bridge, painted in May, had rusted by June.",
            [("Kim Ode", "the bridge, painted in May, had rusted by June")],
        ),
    ],
)
def test_somebody_with_an_aside_tells_of_a_thing_with_an_aside(text, pairs):
    assert list_heard(text) == pairs


def test_a_verb_behind_a_clause_with_an_aside_is_still_who_said_it_where_no_verb_follows():
    assert list_heard("It was a mess, a fraud, said Ann Lund, now a nurse, who was there.") == [
        ("Ann Lund", "It was a mess, a fraud")
    ]


@pytest.mark.parametrize("aside", ["who came in May", "a builder", "the board's new chair", "now a senator"])
def test_a_question_put_to_somebody_ends_before_a_name_with_an_aside(aside):
    assert list_heard(f"Asked whether the port was shut, Kim Ode, {aside}, said it was not.") == [
        (None, "whether the port was shut"),
        ("Kim Ode", "it was not"),
    ]


@pytest.mark.parametrize("called", ["the spokeswoman", "the guild's treasurer", "the city's mayor"])
def test_a_name_behind_a_title_is_no_part_of_what_is_so_according_to_it(called):
    assert list_heard(f"According to {called}, Vera Klim, the boat left at dawn.") == [
        ("Vera Klim", "the boat left at dawn")
    ]


@pytest.mark.parametrize("verb", ["dismissed as", "called", "described as"])
def test_what_somebody_calls_a_paper_is_theirs_and_what_the_paper_warns_of_its_own(verb):
    text = f'The report, which the leader, Sam Ito, {verb} "a stunt," warns that the dam will fail.'
    assert list_heard(text) == [("Sam Ito", "a stunt,"), ("the report", "that the dam will fail")]


def test_whom_somebody_describes_speaks_behind_it():
    text = 'The mayor, whom Al Mott, the chief, described as "weak," said he would go.'
    assert speakers(text) == ["Al Mott", "the mayor"]


@pytest.mark.parametrize("relative", ["which oversees the port", "which builds boats for the navy", "which sued"])
def test_a_body_with_a_relative_clause_speaks_itself(relative):
    assert speakers(f"The Harbour Institute, {relative}, said the rule was bad.") == ["Harbour Institute"]


def test_the_title_of_a_work_in_an_aside_ends_no_relative_clause():
    text = "The weak spot is the lock, which Ida Stern, author of the book “Locks and Keys,” calls a “sad joke.”"
    assert speakers(text) == ["Ida Stern"]


@pytest.mark.parametrize("who", ["Several", "Another", "The second"])
def test_some_of_those_named_before_accuse_somebody_without_a_noun(who):
    text = f"Two clerks left the port. {who} accused the mayor of theft."
    assert list_heard(text)[-1][1] == "the mayor of theft"
