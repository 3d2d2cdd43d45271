"""Speech as public bug reports show it: accounts, desks, banners, sources that hide, quotations that run on."""

import pandas as pd
import pytest

from analysis.voices import extract_quotes


def heard(text: str) -> list[tuple[str, str | None, str]]:
    rows = extract_quotes(pd.DataFrame({"doc_id": ["d"], "text": [text]}))
    return [
        (kind, name if isinstance(name, str) else None, words)
        for kind, name, words in zip(rows["kind"], rows["speaker"], rows["text"], strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“The pier is shut,” tweeted @pierfriends, a group of anglers.", "@pierfriends"),
        ("“The pier is shut,” @pierfriends wrote.", "@pierfriends"),
        ("From the desk of Ida Holm, editor, Pier Weekly:\n\n“The pier will open in June.”", "Ida Holm"),
        ("Anglers carried sticks and chanted “Open the pier”.", "Anglers"),
        ("“He cut the rope,” the court heard.", None),
        ("Holm, the panel was told, was “a fool”.", None),
    ],
)
def test_who_speaks_is_an_account_a_desks_owner_those_who_chant_and_not_a_court_that_listens(text, name):
    assert [who for _, who, _ in heard(text)] == [name]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Holm spoke of “a bad year” and Brandt of “a good one”.", [("Holm", "a bad year"), ("Brandt", "a good one")]),
        ("Holm said “we go home”, Brandt “we stay here”.", [("Holm", "we go home"), ("Brandt", "we stay here")]),
        (
            "Holm spoke of “plain theft”, the owner of “a fair price”.",
            [("Holm", "plain theft"), ("the owner", "a fair price")],
        ),
        ("Holm called it “a joke” and Brandt “a fool”.", [("Holm", "a joke"), ("Holm", "a fool")]),
    ],
)
def test_a_verb_that_is_left_out_is_that_of_the_quotation_before(text, pairs):
    assert [(who, words) for _, who, words in heard(text)] == pairs


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Two anglers who asked not to be named said the rope was cut.",
            [("indirect", "two anglers", "the rope was cut")],
        ),
        (
            "An angler, who wished to remain anonymous, said the rope was cut.",
            [("indirect", "an angler", "the rope was cut")],
        ),
        (
            "Anglers who asked not to be named because the case is open told the Post the rope was cut.",
            [("indirect", "Anglers", "the rope was cut")],
        ),
        (
            "“The rope was cut,” said an angler, who did not want to be named.",
            [("direct", "an angler", "The rope was cut,")],
        ),
        (
            "The guard, who left because “it was late”, said the rope was cut.",
            [("indirect", "the guard", "the rope was cut")],
        ),
    ],
)
def test_what_a_source_asks_for_itself_is_no_speech_and_does_not_part_it_from_its_verb(text, rows):
    assert heard(text) == rows


def test_what_is_chanted_is_theirs_who_carry_what_says_something_else():
    text = "Anglers carried flags that said “Pier” and chanted “Open it now”."
    assert [who for _, who, _ in heard(text)] == ["flags", "Anglers"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The museum sells a plate for £15 which says: “Open the pier.”", "a plate"),
        ("The club is giving away caps that read “Made on the pier.”", "caps"),
        ("The club sells caps that say: “Made on the pier.”", "caps"),
    ],
)
def test_what_shows_words_is_named_without_the_verb_of_who_sells_it(text, name):
    assert [who for _, who, _ in heard(text)] == [name]


def test_the_first_paragraphs_of_a_quotation_are_theirs_who_are_named_at_its_end():
    text = "“We came by boat.\n\n“We had no oars.\n\n“We got home,” Ida Holm said."
    assert [(who, words) for _, who, words in heard(text)] == [
        ("Ida Holm", "We came by boat."),
        ("Ida Holm", "We had no oars."),
        ("Ida Holm", "We got home,"),
    ]


def test_a_quotation_that_opens_in_mid_paragraph_runs_on_into_the_next():
    text = "Ida Holm was calm. “We came by boat.\n\n“We got home.”"
    assert [(who, words) for _, who, words in heard(text)] == [
        ("Ida Holm", "We came by boat."),
        ("Ida Holm", "We got home."),
    ]


def test_a_name_beside_its_paper_signs_the_quotation_above_it():
    text = "What papers say\n\n“It was bad.”\n\nPhilip Kahn, The Pier Post\n\n“It was fine.”\n\nLaura Stein, Boat News"
    assert [(who, words) for _, who, words in heard(text)] == [
        ("Philip Kahn", "It was bad."),
        ("Laura Stein", "It was fine."),
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Here's: a list of piers", []),
        (
            "[Updated 9:15 p.m. ET] The pier is shut, spokeswoman Ida Holm said.",
            [("indirect", "Ida Holm", "The pier is shut")],
        ),
        (
            "“We fish,” said Ida Holm, editor of the Post, a paper that lost its readers.",
            [("direct", "Ida Holm", "We fish,")],
        ),
    ],
)
def test_pointing_words_stamps_and_relative_clauses_are_nobodys_words(text, rows):
    assert heard(text) == rows


def test_a_bubble_over_prose_that_quotes_two_opens_no_turn():
    text = '🗣 Holm and Brandt met the press\n"It is fine," Holm said. "It is not," Brandt said.'
    assert heard(text) == [("direct", "Holm", "It is fine,"), ("direct", "Brandt", "It is not,")]
    assert not [row for row in heard('🗣 Holm: "It is fine." Brandt: "It is not."') if row[0] == "turn"]
