"""Who is meant where no person is named in full, and what stands beside names: asides, nouns, accounts, papers."""

import pytest
from hearing import ASIDE, list_heard
from hearing import voiced as speakers


def heard(text: str) -> list[tuple[str | None, str]]:
    return list_heard(text, aside=ASIDE)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Asked about the fee, Brandl shrugged. “It is low,” he said.", "Brandl"),
        ("Brandl, a lawyer, left the court.\n\n“I am tired,” she said.", "Brandl"),
        ("Three brothers, Al and Ed and Jo Roth, own the shop. “We open at six,” they said.", "three brothers"),
        ("Nurses at the clinic saw the boy on Monday. They said he was well.", "nurses"),
        ("Amy Roth and Joe Kant run a farm. “We rise early,” they said.", "Amy Roth and Joe Kant"),
        ("Prices rose on Sunday.\n\n“We lost it all,” he said.", None),
        ("Firms sold less. “We lost it all,” they said.", None),
        ("“No. Brandl lied. It is over,” he said.", None),
    ],
)
def test_a_pronoun_leads_to_a_lone_surname_or_to_several_people_who_opened_a_sentence(text, name):
    assert speakers(text) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Roth blamed “idle clerks” while Kant, speaking later, blamed “a bad plan”.", ["Roth", "Kant"]),
        ("The roof is gone, said a villager, Piet Vos.", ["Piet Vos"]),
        ("“The roof is gone,” said its keeper, Piet Vos.", ["Piet Vos"]),
        ("“The roof is gone,” said the computer maker, Apple.", ["the computer maker"]),
        ("“Dear Sir, we write in fear,” begins the letter, signed by six.", ["the letter"]),
        ("“We shall go home,” ran the old song.", ["the old song"]),
        ("A notice on the gate read “Closed until further notice”.", ["a notice"]),
        ("Anna read “The Salt Road” in bed.", []),
        ("“Love to all in Hull tonight.” — Ana Brandl (@anab) May 3, 2019", ["Ana Brandl"]),
        ("“We sold it on time,” Don Reyes said.", ["Don Reyes"]),
        ("Source: The Hull Gazette", []),
        ("« C’est une honte », s’indigne le maire, Paul Girard.", ["Paul Girard"]),
        ("&lsquo;We are open,&rsquo; said Ruth Roth.", ["Ruth Roth"]),
        ("&#39;We can&#39;t stay,&#39; said Ruth Roth.", ["Ruth Roth"]),
    ],
)
def test_who_speaks_beside_asides_nouns_accounts_and_papers(text, names):
    assert speakers(text) == names


SHIP = "The ship “Aurora” left on Monday"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("When a reporter asked if she was ill, Judge Mia Roth said she was not.", ("Mia Roth", "she was not")),
        ("In its ruling the court wrote that the ban was void.", ("the court", "that the ban was void")),
        ("The strike, said its leader, Jan Kos, would go on.", ("Jan Kos", "would go on")),
        ("The plan, says Ann Roth, would cost a million.", ("Ann Roth", "The plan")),
        ("According to Hull the ship was lost, but Goole says it was saved.", ("Hull", "the ship was lost")),
        ("According to Hull the ship was lost, but Goole says it was saved.", ("Goole", "it was saved")),
        ("Two days after the storm, the head of the port, Omar Roth, said it was shut.", ("Omar Roth", "it was shut")),
        ("Brandl to Kos: gas will flow again", ("Brandl", "gas will flow again")),
    ],
)
def test_clauses_are_whole_and_their_speakers_right(text, expected):
    assert expected in heard(text)


def test_a_line_of_names_is_a_byline_and_a_road_to_rome_nobody():
    assert speakers("Ferry sinks\n\nAnna Price and Tom Roe in Oslo\n\nA ferry sank.\n\n“It went fast,” she said.") == [
        None
    ]
    assert heard("Road to Rome: gas will flow again") == []


def test_what_a_ship_is_called_is_no_quotation_but_one_word_that_is_said_is_one():
    assert [words for _, words in heard("The ship “Aurora” left on Monday, a clerk said.")] == [SHIP]
    assert heard("The mayor said “No” twice.")[0] == ("the mayor", "No")
    assert heard("It was “Absurd”, the mayor said.") == [("the mayor", "Absurd")]
