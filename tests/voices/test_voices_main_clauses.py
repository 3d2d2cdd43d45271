"""Where what is said in a clause before the main clause ends, and what a pronoun or "nothing about" leaves for it."""

import pytest
from hearing import list_heard


def words(text: str) -> list[str]:
    return [said for _, said in list_heard(text, kinds=("indirect",))]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Last month, when I asked Ann Pike if she would sell the pier, she looked at the wall.",
         "if she would sell the pier"),
        ("The mill is old, and while Roth said he would mend it, it is unlikely to last.", "he would mend it"),
        ("Three years after the clerks vowed to mend the pier, the town has done nothing.", "to mend the pier"),
        ("At a time when it was said that the port was dead, Pike proved it wrong.", "that the port was dead"),
        ("However, while the union says the pay is fair, it has not signed.", "the pay is fair"),
        ("And though Pike has said she will sell the mill – her brother never would – her rivals are angry.",
         "she will sell the mill – her brother never would"),
        ("While he’s said the pier is old, he’s often sailed from it.", "the pier is old"),
        ("After the court refused to hear the case, Mayor Ann Roth (R) sold the mill.", "to hear the case"),
        ("Even as Pike has said that he opposes the tax, his office continues to count on it.",
         "that he opposes the tax"),
    ],
)  # fmt: skip
def test_what_is_said_in_a_clause_ends_where_the_main_clause_begins(text, said):
    assert words(text)[0] == said


def test_what_is_said_behind_a_main_clause_goes_on_past_its_commas():
    text = "They left the hall when Pike said that the pier had sunk, the mill had burnt and the town was poor."
    assert words(text) == ["that the pier had sunk, the mill had burnt and the town was poor"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The clerk who first revealed that Pike used a second purse while she was mayor was fired in May.",
         "that Pike used a second purse while she was mayor"),
        ("A letter calling on him to be sent home by the court has reached the mayor.",
         "him to be sent home by the court"),
    ],
)  # fmt: skip
def test_each_clause_within_what_is_said_has_a_verb_of_its_own_before_the_main_one(text, said):
    assert words(text)[0] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dora Pike criticised him on the radio in May.", "him"),
        ("Dora Pike accused him of theft.", "him of theft"),
        ("Dora Pike attacked him and his aides.", "him and his aides"),
        ("Dora Pike criticised her record on the pier.", "her record on the pier"),
    ],
)
def test_a_pronoun_is_all_of_an_object_but_for_what_the_verb_says_of_it(text, said):
    assert words(text) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dora Pike said almost nothing about the old pier.", ["the old pier"]),
        ("Dora Pike said little, sitting by the door.", []),
        ("Dora Pike said something had gone wrong.", ["something had gone wrong"]),
    ],
)
def test_behind_nothing_about_stands_what_somebody_speaks_of(text, said):
    assert words(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Roth, noting that the pier was old, said it would go.", ["that the pier was old", "it would go"]),
        ("Roth, saying the pier is old, has called for a new one.", ["the pier is old", "a new one"]),
        ("Roth left the hall, noting that the pier, a wreck, was old.", ["that the pier, a wreck, was old"]),
    ],
)
def test_what_a_participle_beside_somebody_governs_ends_before_the_verb(text, said):
    assert words(text) == said


def test_who_is_quoted_as_saying_something_is_its_speaker_and_no_object():
    heard = list_heard("The agency quoted Ann Lund as saying all boats were old.", kinds=("indirect",))
    assert heard == [("Ann Lund", "all boats were old")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("After the vote, in which most voted for President Lund, House Speaker John Roth, R-Ohio, said it is over.",
         ["President Lund", "it is over"]),
        ("Pike criticised the mill, the pier and the port.", ["the mill, the pier and the port"]),
    ],
)  # fmt: skip
def test_who_acts_behind_a_comma_and_asides_is_no_member_of_a_list(text, said):
    assert words(text) == said


def test_a_pronoun_behind_a_preposition_begins_no_clause_and_a_helper_behind_a_quotation_ends_an_object():
    assert "it, which is what Ray did" not in words(
        "He can write a book and get rich off of it, which is what Ray did."
    )
    assert words('The share of adults who describe themselves as "pious" has shrunk by six points since May.') == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Just before the boat sailed, the pilot asked for calm.", []),
        ("Not long after Pike sold the mill, Roth asked her about the price.", []),
        ("Quite suddenly, after the fall, Roth said the pier was closed.", ["the pier was closed"]),
        ("Six boats left before it rained, Roth said.", ["Six boats left before it rained"]),
        ("Pike and Roth are, however, members of the board, which writes the rules.", []),
    ],
)
def test_a_clause_of_time_before_who_acts_is_nothing_said(text, said):
    assert [one for one in words(text) if one not in ("her about the price", "her", "calm")] == said


def test_who_is_told_is_described_behind_a_noun_but_asked_for_behind_ask():
    assert words("She told the mayors who gathered in the hall, and then left.") == []
    assert words("She asked the mayors who would pay for the pier.") == ["who would pay for the pier"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dora Pike praised the new plan during a Monday talk.", ["the new plan"]),
        ("Dora Pike praised the old mill this November.", ["the old mill"]),
        ("Dora Pike criticised a Monday talk.", ["a Monday talk"]),
        ("Dora Pike praised his march to the top.", ["his march to the top"]),
        ("Dora Pike criticised the mill and, on Monday, the pier.", ["the mill"]),
        ("The clerks were furious when they heard of it.", []),
    ],
)
def test_an_object_ends_before_a_time_and_the_words_that_lead_to_it(text, said):
    assert words(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Pike, who thinks the mill is old, called the new law a mess.", ["the mill is old", "the new law a mess"]),
        ("Roth, hoping to win the vote, praised the clerks.", ["to win the vote", "the clerks"]),
        ("Pike — noting that the pier is old — said it would go.", ["that the pier is old", "it would go"]),
        ("Once Pike said the pier was old, nobody believed it.", ["the pier was old"]),
        ("Roth, who says that the pier, which is old, would sink, has left.",
         ["that the pier, which is old, would sink"]),
        ("Roth, who fears that the mill, a wreck, will burn, has left.", ["that the mill, a wreck, will burn"]),
    ],
)  # fmt: skip
def test_the_verb_behind_what_is_said_of_somebody_may_be_any(text, said):
    assert words(text)[: len(said)] == said
