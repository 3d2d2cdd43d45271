"""What is said before, behind and around a cue that governs nothing itself."""

import pytest
from hearing import list_heard


def words(text: str) -> list[str]:
    return [said for _, said in list_heard(text, kinds=("indirect",), aside=("object", "wish"))]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("That rule was often broken, Mr. Lund said.", ["That rule was often broken"]),
        ("Whether the bus or the tram wins will be part of the review, said Jan Horn, an editor.",
         ["Whether the bus or the tram wins will be part of the review"]),
        ("Seeing his brother ill led him to give up wine, Mr. Lund said.",
         ["Seeing his brother ill led him to give up wine"]),
        ("The pier is shut, Ann Lund told the Kent Post earlier this week.", ["The pier is shut"]),
        ("The pier was never safe, his aides argued in talks this week; rather, it was cheap.",
         ["The pier was never safe"]),
        ("His vote has moved from Roth to Pike, Lund said during his speech to be a delegate.",
         ["His vote has moved from Roth to Pike"]),
        ("The town could mend the old pier, they've suggested.", ["The town could mend the old pier"]),
        ("Gunman broke into the house, court hears.", ["Gunman broke into the house"]),
        ("(The Dutch, it turns out, like the old pier, Mr. Lund said.)",
         ["The Dutch, it turns out, like the old pier"]),
    ],
)  # fmt: skip
def test_a_whole_clause_before_a_cue_is_said(text, said):
    assert words(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The old pier, the mayor told them, was rotten.", ["The old pier", "was rotten"]),
        ("But, he said, the pier was rotten.", ["the pier was rotten"]),
    ],
)
def test_who_acts_before_a_cue_is_said_if_the_verb_stands_behind_it(text, said):
    assert words(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The storm will not end the ferry, as some have speculated.", ["The storm will not end the ferry"]),
        ("The firm hired two clerks, as first reported by the Kent Post on Tuesday.", ["The firm hired two clerks"]),
        ("But as Lund noted, the pier is old.", ["the pier is old"]),
        ("It rained, and as Lund noted, the pier leaks.", ["the pier leaks"]),
        ("The pier, as Lund noted in May, is old.", ["The pier", "is old"]),
        ("The pier was sold, given that, as the Post reported, it was shut.", ["it was shut"]),
    ],
)
def test_what_stands_beside_as_somebody_said_is_theirs(text, said):
    assert words(text) == said


def test_as_that_tells_when_or_why_gives_no_words():
    assert words("The clerk has been ill, as it has sent Lund's letters to a town that began in May and wrote.") == []


def test_a_cue_around_a_quotation_alone_hides_no_other():
    text = 'Asked whether the pier was safe, Lund said, "Yes, it is."'
    assert words(text) == ["whether the pier was safe"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("She's said he will not go.", ["he will not go"]),
        ("He's said to be rich.", []),
        ("It's been clear from the start.", []),
    ],
)
def test_has_and_is_that_are_cut_short_are_told_apart(text, said):
    assert words(text) == said
