"""Speakers whom the text names in other orders: as Lund put it, another said, a plural as name."""

import pytest
from hearing import speaker_of


@pytest.mark.parametrize("verb", ["put it", "puts it"])
@pytest.mark.parametrize("who", ["Ida Moss", "the miller", "one aide"])
def test_as_somebody_put_it_gives_their_words(verb, who):
    assert speaker_of(f'The dam was "a thing of the past," as {who} {verb}.', "a thing") == who
    assert speaker_of(f'They left. As {who} {verb}, "the dam was never safe."', "the dam") == who


@pytest.mark.parametrize("verb", ["said", "told us", "wrote"])
def test_a_role_and_another_role_before_a_name_are_one_who_speaks(verb):
    text = f'They left.\n\n"The dam will hold," former mayor and town historian Ida Moss {verb}.'
    assert speaker_of(text, "The dam") == "Ida Moss"


@pytest.mark.parametrize("verb", ["said", "told us", "wrote"])
def test_another_speaks_beside_the_first(verb):
    text = f'One aide said that it was a "very old dam," while another {verb} that it was "safe for all of us."'
    assert speaker_of(text, "very old") == "one aide"
    assert speaker_of(text, "safe for") is None  # whom nobody names


@pytest.mark.parametrize("heard", ["heard", "learned", "have heard"])
def test_from_whom_something_is_heard_says_it(heard):
    text = f'They {heard} from two aides that the dam would "break in a year or two."'
    assert speaker_of(text, "break in") == "two aides"


def test_one_of_some_sort_is_somebody_behind_according_to():
    text = 'According to one former nurse of the town, "the dam was never safe."'
    assert speaker_of(text, "the dam") == "one former nurse of the town"


@pytest.mark.parametrize("name", ["Coats", "Banks", "Waters"])
def test_a_plural_that_has_its_capital_elsewhere_is_a_name(name):
    assert speaker_of(f'They met {name} on Monday. {name} suggested: "The dam will hold."', "The dam") == name


def test_who_thinks_so_of_a_thing_described_between_commas_is_quoted():
    text = 'Ida Moss believes that the old law, which allows the town to build, is "the root of all of this."'
    assert speaker_of(text, "the root") == "Ida Moss"


def test_who_is_doing_something_in_the_main_clause_calls_it_so_and_not_what_is_done():
    text = "The head of the guild is requesting aid from the town to help with those who wait, calling it "
    assert speaker_of(f'{text}"a day of need and want."', "a day") == "the head of the guild"


def test_even_somebody_with_an_aside_is_somebody():
    text = 'Even the Harbour Post, no friend of the mayor, has called the dam "a thing of wonder to all."'
    assert speaker_of(text, "a thing") == "Harbour Post"


@pytest.mark.parametrize("verb", ["voiced concern about", "praised", "attacked"])
def test_it_is_the_body_that_acts_in_its_sentence(verb):
    text = f'Carl Moss left. On Sunday the council {verb} what it called "a turn of the tide at last."'
    assert speaker_of(text, "a turn") == "the council"


@pytest.mark.parametrize("quoting", ["quoted", "quotes", "cited", "has quoted"])
@pytest.mark.parametrize("telling", ["saying", "telling us", "writing"])
def test_whom_a_paper_quotes_as_saying_it_says_it(quoting, telling):
    text = f'The Harbour Post {quoting} Ida Moss, head of the guild, as {telling} that "the dam will hold."'
    assert speaker_of(text, "the dam") == "Ida Moss"


def test_whom_somebody_recounts_as_saying_it_behind_the_words_says_it():
    text = '"I know how they vote in this town," Ida Moss recounted her uncle as saying.'
    assert speaker_of(text, "I know") == "her uncle"
    text = '"I know how they vote in this town," said Ida Moss, urging the town to wait.'
    assert speaker_of(text, "I know") == "Ida Moss"


def test_a_verb_of_saying_with_a_capital_goes_with_the_question_before_it():
    assert speaker_of('"Is that the way to go?" Moss, head of the guild, Tweeted on Friday.', "Is that") == "Moss"
