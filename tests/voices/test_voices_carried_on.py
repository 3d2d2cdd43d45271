"""Who says a quotation that stands a little apart from its verb or signature."""

import pytest
from hearing import list_heard

OPEN = "The bridge was shut. Joan Hale and Ned Moss came to the council."


def who_says(text: str, words: str) -> str | None:
    """Name who says the quotation that begins with some words."""
    found = [who for who, said in list_heard(text, kinds=("direct",)) if said.startswith(words)]
    assert found, list_heard(text)
    return found[0]


@pytest.mark.parametrize("verb", ["said on Monday", "told the paper", "wrote"])
@pytest.mark.parametrize("name", ["Ned Moss Jr.", "Ned Moss Sr."])
def test_a_younger_one_acts_over_the_stop_of_his_name(verb, name):
    assert who_says(f'{OPEN}\n\n"We will mend it," {name} {verb}.', "We will") == name.rstrip(".")


def test_he_is_who_spoke_by_a_family_name_and_junior():
    text = 'Joan Hale came late.\n\n"We will mend it," Moss Jr. said on Monday.\n\n"It is sad," he said.'
    assert who_says(text, "It is") == "Moss Jr"


def test_two_quotations_that_a_clause_joins_are_of_who_ends_the_sentence():
    text = f'{OPEN}\n\n"It is a mess in there" and the clerks are the "lost ones," says Ned Moss, who sold it.'
    assert who_says(text, "It is a mess") == "Ned Moss"


@pytest.mark.parametrize("rest", ["the bridge", "a road or two"])
def test_what_goes_on_behind_a_quotation_is_part_of_what_is_said(rest):
    text = f'{OPEN}\n\n"It would be a crisis if this were a step to closing" {rest}, Moss said when he heard of it.'
    assert who_says(text, "It would") == "Ned Moss"


def test_an_unlisted_verb_is_trusted_behind_a_quotation_that_ends_in_another():
    text = f"{OPEN}\n\n“If he came and said, ‘All is well,’” Moss hypothesized, “no one would go.”"
    assert who_says(text, "If he came") == "Ned Moss"


@pytest.mark.parametrize("beside", ["speaking at a fair", "on the bridge", "when asked about it"])
def test_who_signs_with_a_dash_is_named_before_what_they_do(beside):
    assert who_says(f'{OPEN}\n\n"We shall have to mend it all again." — Ned Moss {beside}', "We shall") == "Ned Moss"


def test_who_signs_may_be_described_at_length():
    text = f"{OPEN}\n\n“You have to mend it all again.” Joan Hale, speaker of the county board of roads and bridges"
    assert who_says(text, "You have") == "Joan Hale"


def test_a_quotation_that_runs_over_paragraphs_behind_words_is_of_who_signs_its_end():
    text = f"""{OPEN}

Some, however, are less worried. “It is a bridge that has stood for many years. It will stand for many more…

“Even if it does not, there is a ferry.”

Ned Moss, Harbour Post"""
    assert who_says(text, "It is a bridge") == "Ned Moss"


def test_who_responds_to_say_something_says_it():
    assert ("Joan Hale", "that it stood") in list_heard("Joan Hale responded to say that it stood.")


def test_such_is_nobody():
    text = f'{OPEN}\n\nWithin hours I was sent letters, such as "You are a bunch of fools and we will come to you."'
    assert who_says(text, "You are") != "such"
