"""Speakers whom the text names where other words stand close by: English words as names, asides, clauses."""

import pandas as pd
import pytest

from analysis.voices import find_quotes

VERBS = ["said", "warned", "insisted", "tweeted", "has argued", "later claimed"]


def speaker_of(text: str, words: str) -> str:
    """Name who says the quotation or reported clause that begins with some words; "" if nobody is named."""
    rows = find_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    found = rows[rows["text"].str.startswith(words)]
    assert len(found), (text, rows["text"].tolist())
    name = found["speaker"].iloc[0]
    return name if isinstance(name, str) else ""


@pytest.mark.parametrize("name", ["Trump", "Rush", "Molten", "Grant"])
@pytest.mark.parametrize("verb", VERBS)
def test_a_name_that_is_an_english_word_is_a_name_where_it_opens_a_sentence_and_acts(name, verb):
    assert speaker_of(f'{name} {verb} that the roof "will fall on all of us."', "will fall") == name


def test_a_name_that_is_an_english_word_is_known_by_its_capital_elsewhere():
    text = 'They met Rush in May. Rush, a week later, called the roof "a danger to all of us."'
    assert speaker_of(text, "a danger") == "Rush"
    text = 'They were tired. Unable to pay, the miller called it "a danger to us all."'
    assert speaker_of(text, "a danger") != "Unable"


@pytest.mark.parametrize(
    "text",
    [
        'Amy Perk, head of the guild, said that, "as long as it rains, nobody will mend the roof."',
        'Amy Perk of Ohio, long a friend of the guild, tweeted this to the mayor, "as long as it rains, we wait here."',
        'Amy Perk, a nurse, wrote that "as long as it rains, nobody will mend the roof."',
    ],
)
def test_who_is_told_of_between_commas_says_it_though_that_or_this_stands_behind_the_verb(text):
    assert speaker_of(text, "as long as") == "Amy Perk"


@pytest.mark.parametrize("paper", ["New Harbour Times", "Daily Mirror Post", "Sunday Bay News"])
def test_a_line_with_a_small_verb_of_saying_is_no_heading_in_title_case(paper):
    assert speaker_of(f'It rained.\n\nThe {paper} says, "the roof of the old mill will fall."', "the roof") == paper
