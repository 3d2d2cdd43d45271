"""Verbs of several words, contracted helpers, and clauses that lack their subject or wait for their main part."""

import pytest
from hearing import list_heard


def rows(text: str) -> list[tuple[str | None, str]]:
    return list_heard(text, kinds=("indirect",))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Amy Lund quickly distanced herself from the bill.", "the bill"),
        ("Amy Lund took issue with the plan for the ward.", "the plan for the ward"),
        ("Amy Lund has made no secret of her dislike of boats.", "her dislike of boats"),
        ("Amy Lund came to the defense of the old mayor.", "the old mayor"),
    ],
)
def test_a_verb_may_have_two_words_and_more_behind_it(text, said):
    assert rows(text) == [("Amy Lund", said)]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("It is up to Amy Lund, who’s argued for years that the pier is old.", ("Amy Lund", "that the pier is old")),
        ("Amy Lund, who's called for a ban on boats, is a nurse.", ("Amy Lund", "a ban on boats")),
        ("Amy Lund left. She's promised to return in May.", ("Amy Lund", "to return in May")),
    ],
)  # fmt: skip
def test_a_contracted_has_tells_what_somebody_said(text, row):
    assert row in rows(text)


def test_a_contracted_is_tells_what_is_done_to_somebody():
    assert rows("Amy Lund left. She's accused of theft.") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The plan, which Amy Lund hoped would please the town, failed.", "would please the town, failed"),
        ("Roth read what Amy Lund estimated were a hundred rules.", "were a hundred rules"),
    ],
)
def test_a_reported_clause_may_have_its_subject_before_who_reports_it(text, said):
    assert ("Amy Lund", said) in rows(text)


def test_what_somebody_heard_may_be_the_subject_itself():
    assert rows("What Amy Lund heard was a bell.") == []


def test_a_clause_that_waits_for_its_main_part_goes_on_behind_the_cue_and_its_place():
    assert rows("If the pier was sold, Amy Lund suggested in a letter, nobody will be blamed.") == [
        ("Amy Lund", "If the pier was sold"),
        ("Amy Lund", "nobody will be blamed"),
    ]
    assert rows("While some may be fined, Amy Lund added, closing the pier would hurt more.") == [
        ("Amy Lund", "While some may be fined"),
        ("Amy Lund", "closing the pier would hurt more"),
    ]


def test_who_is_told_not_to_go_and_who_is_told_behind_a_description_are_read():
    assert rows("Amy Lund urged Roth last year not to close the pier.") == [
        ("Amy Lund", "Roth last year not to close the pier")
    ]
    assert rows("Amy Lund told Kim Ode, head of the ward, that it would close.") == [
        ("Amy Lund", "that it would close")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Her post drew 9 million views in the days that followed.",
        "“It floats,” Amy Lund said of a list that included Kim Ode and Ann Roth.",
    ],
)
def test_a_verb_right_behind_that_is_the_one_of_a_relative_clause(text):
    assert rows(text) == []


def test_what_somebody_says_may_begin_with_a_condition():
    assert ("Amy Lund", "without help, the pier would sink") in rows("Amy Lund said without help, the pier would sink.")


@pytest.mark.parametrize(
    ("heading", "who"),
    [
        ("Poll: Amy Lund leads Kim Roth by six points.", "poll"),
        ("Roth camp: Lund's plan threatens the town.", "Roth camp"),
        ("Wow: Amy Lund just sold the whole pier.", None),
        ("Poll: Who will win in Kent this time?", None),
    ],
)
def test_a_poll_and_a_camp_give_what_stands_behind_their_colon_and_a_call_gives_nothing(heading, who):
    assert [speaker for speaker, _ in rows(heading)] == [who] * (who is not None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Amy Lund was aghast that the pier had closed.", "that the pier had closed"),
        ("Amy Lund's attack on the plan is old.", "the plan"),
    ],
)
def test_more_adjectives_and_nouns_say_what_somebody_thinks(text, said):
    assert rows(text) == [("Amy Lund", said)]


@pytest.mark.parametrize(
    "text",
    [
        "Most southern states that will vote in May are small.",
        "The charge that Amy Lund has pushed for years is old.",
    ],
)
def test_a_that_behind_states_and_behind_what_somebody_pushed_reports_nothing(text):
    assert rows(text) == []


def test_state_is_no_verb_before_fairs_and_it_is_no_subject_before_a_good_deal():
    assert rows("At town halls and state fairs means are few.") == []
    assert rows("Many might consider it a good deal.") == [("many", "it a good deal")]
