"""Whom or what "it" stands for, that says, warns or reads."""

import pytest
from hearing import speakers


@pytest.mark.parametrize("goes_on", ["It also predicts that", "It warns that", "It says", "But it warns that"])
@pytest.mark.parametrize("paper", ["report", "indictment", "affidavit"])
def test_it_is_the_paper_that_spoke_in_the_sentence_before(paper, goes_on):
    assert speakers(f"The {paper} said two boats sank. {goes_on} a third one leaks.") == [f"the {paper}"] * 2


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("In a statement, the panel said the tax was bad.", "the panel"),
        ("The ministry put out a statement on Monday.", "the ministry"),
        ("A statement from the council came on Monday.", "a statement"),
    ],
)
def test_it_that_read_is_the_body_or_the_paper_before(before, speaker):
    assert speakers(f'{before} "The tax hurts every port," it read.')[-1] == speaker


@pytest.mark.parametrize(
    ("before", "paper"),
    [
        ("The mayor signed a short letter on Monday.", "a short letter"),
        ("Amy Lund left her report at the port.", "her report"),
    ],
)
def test_it_is_the_paper_that_the_sentence_before_names(before, paper):
    assert speakers(f"{before} It says the dock is closed.") == [paper]


@pytest.mark.parametrize(
    "text",
    [
        "The towns are poor. It shows that the tax failed.",
        "Rubio had lost Kent. Amy Lund met Joe Rubio. It implies that he was weak.",
        "The mayor signed a letter. The dock is old. If it says the tide is low, they sail.",
    ],
)
def test_it_of_a_fact_is_nobody(text):
    assert set(speakers(text)) <= {None}
