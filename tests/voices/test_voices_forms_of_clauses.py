"""Where a clause without "that" begins behind a cue, and what only looks like one."""

import pytest
from hearing import list_heard, speakers


def words(text: str) -> list[str]:
    return [said for _, said in list_heard(text, kinds=("indirect",), aside=("object", "wish"))]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lund reported at least six planes filled the sky.", ["at least six planes filled the sky"]),
        ("Lund predicted about one-third of the ferries will be sold.",
         ["about one-third of the ferries will be sold"]),
        ("Lund hopes Roth and other mayors do not sell it.", ["Roth and other mayors do not sell it"]),
        ("Best-selling writer Ann Lund told Starfish founder Glenn Roth he would leave if he could.",
         ["he would leave if he could"]),
        ("The office asked Mills, Lund and Roth to search their bags.", ["Mills, Lund and Roth to search their bags"]),
        ("Many clerks made it clear they would not sell the pier.", ["they would not sell the pier"]),
        ("Other refugee advocates also said the town should go on.", ["the town should go on"]),
        ("Those who back her rivals say the pier has sunk.", ["the pier has sunk"]),
    ],
)  # fmt: skip
def test_a_clause_begins_behind_numbers_lists_and_names(text, said):
    assert words(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "Her name was noted when the ship sank.",
        "Selling a town is easier said than done.",
        "In a green coat, Lund said little, sitting by the door.",
        "As we now know it, the pier is old.",
        "The town has been adding coal-fired ovens at speed.",
    ],
)
def test_what_only_looks_like_a_clause_is_nothing_said(text):
    assert words(text) == []


def test_what_is_said_ends_before_who_does_likewise():
    text = "Two of the mayors have said they will not sell it, as has Carla Roth, a nurse."
    assert words(text) == ["they will not sell it"]


def test_a_question_in_what_opens_a_sentence_ends_where_the_main_clause_begins():
    assert words("When voters were asked who would sell the pier, Lund trounced Roth.") == ["who would sell the pier"]


def test_what_is_done_loudly_is_done_about_something():
    assert [said for _, said in list_heard("Lund bragged loudly about his win.")] == ["his win"]


def test_who_is_asked_goes_on_and_not_who_asks():
    text = 'Tom Lund was asked by Star host Ann Roth whether the pier leaks. "It does," he said.'
    assert speakers(text, kinds=("direct",)) == ["Tom Lund"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lund said the town will, as is often the case, sell it.", "the town will, as is often the case, sell it"),
        ("Lund said rather than wait, she would sell it.", "rather than wait, she would sell it"),
        ("Lund said the pier was closed, as the wind was strong.", "the pier was closed, as the wind was strong"),
    ],
)
def test_an_aside_with_as_and_rather_than_belong_to_what_is_said(text, said):
    assert words(text) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lund's answer was that the pier is old.", ["that the pier is old"]),
        ("Fears were voiced that the pier is old.", ["that the pier is old"]),
        ("Lund made a strong case that the pier is old.", ["that the pier is old"]),
        ("There was her pledge to the town that the pier would stay.", ["that the pier would stay"]),
        ("In her plea Friday that the town should pay, Roth was loud.", ["that the town should pay"]),
        ("Lund said in one of a series of letters that the pier is old.", ["that the pier is old"]),
        ("Lund said - on the radio, as it happens - that the pier is old.", ["that the pier is old"]),
        ("Lund wondered, as I do, why the pier is old.", ["why the pier is old"]),
        ("The notion that the pier is old would have been madness.", ["that the pier is old"]),
    ],
)
def test_a_clause_with_that_is_found_behind_what_a_noun_or_an_aside_puts_before_it(text, said):
    assert words(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "The town sent a message that precedes all meetings.",
        "Lund spread a message that, at least in May, has not been heard.",
        "Roth wrote in response to a letter.",
    ],
)
def test_what_a_noun_is_only_described_by_is_nothing_said(text):
    assert words(text) == []


def test_an_object_ends_before_a_verb_that_tells_something_later():
    found = [said for _, said in list_heard("Nurses who had praised his plan warned on Monday that the pier is old.")]
    assert found == ["his plan", "that the pier is old"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The people who want to mend the pier are few.", "to mend the pier"),
        ("Those who hope to make sure the pier is safe left Kent.", "to make sure the pier is safe left Kent"),
    ],
)
def test_what_those_want_who_are_spoken_of_ends_before_the_main_verb_where_that_is_sure(text, said):
    assert [words for _, words in list_heard(text)] == [said]


def test_what_is_likely_takes_in_an_object_that_a_rule_has_found():
    found = [said for _, said in list_heard("Ann Lee answered questions about her attacks on the plan.")]
    assert found == ["questions about her attacks on the plan"]
