"""What the outlet adds within a sentence is no part of what others say: where it was said, when, who somebody is."""

import pytest
from hearing import list_heard


def words(text):
    return [said for _, said in list_heard(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dora Pike criticized the harbour plan in a radio interview.", "the harbour plan"),
        ("Dora Pike criticized the harbour plan during a debate in Kent.", "the harbour plan"),
        ("Dora Pike criticized the harbour plan on Twitter.", "the harbour plan"),
        ("Dora Pike denied the charges through a spokeswoman.", "the charges"),
        ("Dora Pike criticized the harbour plan shortly after she won the vote.", "the harbour plan"),
        ("Dora Pike criticized the harbour plan despite the late hour.", "the harbour plan"),
        ("Dora Pike criticized the harbour plan as well.", "the harbour plan"),
    ],
)
def test_an_object_ends_before_where_and_when_it_was_spoken_of(text, said):
    assert words(text) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dora Pike criticized everything in the speech.", "everything in the speech"),
        ("Dora Pike criticized the sums named in a letter.", "the sums named in a letter"),
        ("Dora Pike criticized a rise in the debate fee.", "a rise in the debate fee"),
        ("Dora Pike criticized what he did after the storm.", "what he did after the storm"),
    ],
)
def test_what_belongs_to_the_object_stays(text, said):
    assert words(text) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dora Pike said that she met Ida Lund, who runs the old pier.", "that she met Ida Lund"),
        ("Dora Pike said the mill would close, which worried the town.", "the mill would close"),
        ("Dora Pike said that she likes the fee, a tax on boats that nobody pays.", "that she likes the fee"),
        ("Dora Pike promised to mend the pier, a wooden one of 1890.", "to mend the pier"),
    ],
)
def test_a_clause_ends_before_what_is_set_off_at_its_end(text, said):
    assert words(text) == [said]


@pytest.mark.parametrize(
    "said",
    [
        "that it hurts nurses, the old and the poor",
        "that if it rains, the pier closes",
        "that in the old town, the pier closes",
        "that no matter what it costs, the pier closes",
        "that Ida Lund, who runs the pier, was late",
    ],
)
def test_lists_and_what_a_clause_opens_with_stay(said):
    assert words(f"Dora Pike said {said}.") == [said]


def test_what_is_set_off_and_quoted_is_the_speakers():
    text = "Dora Pike said that she trusts a neighbour, who “has kept the pier open for twenty years.”"
    assert words(text) == ["that she trusts a neighbour, who", "has kept the pier open for twenty years."]


def test_what_somebody_does_beside_a_quotation_is_no_speech():
    text = "Dora Pike said the plan was “nothing but a costly mess,” waving the papers."
    assert words(text) == ["the plan was", "nothing but a costly mess,"]
