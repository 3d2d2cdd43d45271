"""Who is asked and who answers, who can be heard, whose verb it is; words that look like verbs."""

import pandas as pd
import pytest
from hearing import list_heard, speakers

from analysis.voices import find_quotes

DIRECT = ("direct",)


def quoted(text: str) -> list[str | None]:
    """List who says the quotations of a text, in order."""
    return speakers(text, kinds=DIRECT)


@pytest.mark.parametrize("verb", ["asked", "told", "warned"])
def test_what_somebody_was_asked_is_not_what_they_say_though_their_answer_follows(verb):
    text = f'Nora Quist came. Quist was {verb}, "Have you read what the guild wrote?" She answered, "Not a line."'
    assert quoted(text) == [None, "Nora Quist"]


@pytest.mark.parametrize("who", ["well-placed lawyer", "soft-spoken nurse", "long-serving clerk"])
def test_one_with_an_adjective_of_two_words_is_somebody(who):
    text = f'"If the dam holds, we stay," said one {who} from the valley, who would not be named.'
    assert quoted(text) == [f"one {who} from the valley"]


def test_one_who_acts_alone_stays_a_pronoun():
    assert speakers("It was late. One needn't agree that the dam will hold.", kinds=DIRECT) == []


@pytest.mark.parametrize("noun", ["debate", "contest", "march"])
def test_a_word_behind_an_article_is_no_verb_that_governs_a_clause(noun):
    text = f'Nora Quist was mocked for her claim during the {noun} that "we are all where we ought to be now" on fish.'
    assert quoted(text) == ["Nora Quist"]


def test_a_verb_behind_this_or_it_leaves_no_room_for_another():
    text = 'Nora Quist spoke. "It rains," Quist said. As most are farmers, this makes sense because "we live off it."'
    assert quoted(text)[1] == "Nora Quist"


@pytest.mark.parametrize("title", ["Sen.", "Rep.", "treasurer"])
def test_state_before_a_title_behind_a_quotation_is_no_verb(title):
    rows = list_heard(f'"We tie their hands with this law," state {title} Jan Okker said on Monday.', kinds=DIRECT)
    assert [who for who, _ in rows] == ["Jan Okker"]


@pytest.mark.parametrize("heard", ["can be heard asking", "was heard asking", "could be seen telling"])
def test_who_can_be_heard_saying_it_says_it(heard):
    text = f'The mayor, Nora Quist, backed it.\n\n"Should there be a list of all nurses?" a reporter {heard} Quist.'
    assert quoted(text) == ["a reporter"]


@pytest.mark.parametrize("clause", ["who has not endorsed it", "who denied the claim", "whose aides praised the dam"])
def test_the_verb_behind_a_clause_about_somebody_announces_the_words_not_the_one_within(clause):
    text = f'"I am a delegate and will stay one," Quist, {clause}, told reporters in Hull.'
    rows = find_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    direct = rows[rows["kind"] == "direct"]
    assert direct[["speaker", "cue"]].to_numpy().tolist() == [["Quist", "told"]]


def test_somebody_who_went_on_behind_a_question_says_it():
    text = 'Nora Quist laughed.\n\n"It happens, right?" Jan Okker went on, as if alone. "But you get over it."'
    assert quoted(text) == ["Jan Okker", "Jan Okker"]


def test_chants_behind_what_was_chanted_are_nobodys_and_not_those_of_who_spoke_before():
    text = 'Nora Quist joked, "Please, you are too loud," drawing jeers and "QUIST!" chants.'
    assert quoted(text) == ["Nora Quist", None]


@pytest.mark.parametrize("aside", ["once again", "a nurse by trade", "in a rare remark"])
def test_a_pronoun_with_an_aside_acts(aside):
    assert quoted(f'Jan Okker spoke. And he, {aside}, pledged a "great turn of things" for the town.') == ["Jan Okker"]


@pytest.mark.parametrize("clause", ["works there and has seen the plan", "saw the plan", "knew her and has left"])
def test_the_object_of_a_clause_about_somebody_is_not_who_tells(clause):
    assert quoted(f'One doctor who {clause} told the Post, "This will end in tears for us."') == ["one doctor"]
