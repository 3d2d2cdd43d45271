"""Words that name nobody, what "it" stands for, bare titles, families called like offices, names of offices."""

import pytest
from hearing import voiced as speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Refiners that buy the credits have complained that prices swing.", None),
        ("The State Office withdrew most of its crew and said that it was late.", "State Office"),
        ("Did Larsen say what the bank planned?", "Larsen"),
        ("Most Republicans said that the vote was fair.", "most Republicans"),
        ("Three Democrats said that the vote was fair.", "three Democrats"),
        (
            "The Department of Health and Human Welfare warned that it was late.",
            "Department of Health and Human Welfare",
        ),
        ("The Center for Law and Peace warned that it was late.", "Center for Law and Peace"),
        ("Northern Action Forum, a policy group, warned that it was late.", "Northern Action Forum"),
        ("An attorney for Mr. Cox said that it was late. Chris Cox was away.", "an attorney for Mr. Cox"),
        ("A spokesman for de Wit said that it was late. Jan de Wit was away.", "a spokesman for de Wit"),
    ],
)
def test_a_verb_with_its_object_names_nobody_and_names_are_whole(text, speaker):
    assert speakers(text)[:1] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The guild met on Monday. It said that pay was low.", "the guild|None"),
        ("The union met on Monday. It said that pay was low.", "the union"),
        ("A report by the auditors came out on Monday. It warned that money was short.", "a report"),
        ("Roth's campaign paid for the ad. It said that the mayor lied.", "Roth's campaign"),
        ("The ministry denied the claim. “There was no such call,” it stated.", "the ministry"),
        ("Norwind cut 40 jobs in June. It said that sales were slow.", "Norwind"),
        ("The union met on Monday. It is hard to say that pay was low.", "None"),
        ("The union met on Monday. It is said that pay was low.", "None"),
        ("It rained. It seems that the well was dry, he said.", "None"),
    ],
)
def test_it_is_a_body_a_paper_or_a_firm_that_acted_and_often_nothing(text, speaker):
    assert str(speakers(text)[-1]) in speaker.split("|")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("President Olga Brandt met Carl Moss. The president said that it was late.", "Olga Brandt"),
        ("Justice Ruth Orr was ill. The chief justice said that it was late.", "the chief justice"),
        ("Rudd, the deputy mayor, left. The mayor said that it was late.", "the mayor"),
        ("Carl Moss met a lawmaker. The unnamed lawmaker said that it was late.", "the unnamed lawmaker"),
        ("Carl Moss, the actor, did not call. The official said that it was late.", "the official"),
        ("Governor Carl Moss spoke. The governor said that it was late.", "Carl Moss"),
    ],
)
def test_a_bare_title_is_who_bears_it_and_not_one_of_another_rank(text, speaker):
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Howard Dean ran in May. Dean said that it was late.", "Howard Dean"),
        ("John Major left at noon. “We are finished,” Major said.", "John Major"),
        ("Aaron Judge hit two. “I felt good,” Judge said.", "Aaron Judge"),
        ("Ed Bishop and Ann Pope run the shop. Pope said that it was late.", "Ann Pope"),
        ("Dean Foster said that it was late.", "Dean Foster"),
        ("Ann Foster runs the school. Dean Foster said that it was late.", "Ann Foster"),
        ("Earl Sweeney said that the barn burned.", "Earl Sweeney"),
        ("The judge, Ann Lund, rose. The judge said that it was late.", "Ann Lund"),
    ],
)
def test_a_family_or_given_name_that_is_a_title_too_is_a_name(text, speaker):
    assert speakers(text)[-1] == speaker
