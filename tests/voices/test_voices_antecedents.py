"""Whom "who" stands for, who acts behind an aside, and whether a word spelt like a noun is what somebody does."""

import pytest
from hearing import speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The ballot follows hints from Vera Maud Holm, who alleges the clerk lied to her.", "Vera Maud Holm"),
        ("The move drew loud scorn from members in Kent, who said it would hurt the poor.", "members in Kent"),
        (
            "It earned a rebuke from Sen. Vera Holm, D-Ohio, head of the parks panel, who said it was late.",
            "Vera Holm",
        ),
        ("The judge would fire a clerk who said that it was late.", "a clerk"),
        ("He met Vera Holm, mayor of Kent, who said it was late.", "Vera Holm"),
        ("A spokesman for the mayor of Kent, who said it was late, left.", "a spokesman for the mayor of Kent"),
    ],
)
def test_who_stands_for_the_people_before_it(text, speaker):
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Vera Holm, head of Kent for All, a club of the left, warned Democrats against supporting the toll.",
        "Vera Holm, whose son fell on the ice, thanked the lawmakers.",
        "Vera Holm, a nurse of the old school, slammed the council.",
    ],
)
def test_a_name_with_its_aside_acts_on_whom_the_verb_is_followed_by(text):
    assert speakers(text) == ["Vera Holm"]


def test_a_clause_without_a_name_before_its_comma_is_said_by_who_follows():
    assert speakers("It was a mess, a disgrace, warned Democrats in Congress.") == ["Democrats"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The council estimates that the pool would cost a million.", "the council"),
        ("Officials estimate that the pool would cost a million.", "officials"),
        ("Vera Holm claims that the pool would leak.", "Vera Holm"),
        ("The mayor demands that she resign.", "the mayor"),
        ("There are claims that the pool would leak.", None),
        ("Widespread fears that the pool would leak grew.", None),
        ("With hopes that the pool will open, swimmers came.", None),
    ],
)
def test_a_verb_that_is_spelt_like_a_noun_has_its_subject(text, speaker):
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        'Under fire for saying "both of them" were to blame, Vera Holm shut the door.',
        'Saying that on this "sad and long day" nobody would sleep, Vera Holm signed the bill.',
        "Announcing that the pool would close, Vera Holm wept.",
    ],
)
def test_who_acts_behind_a_participle_that_opens_a_sentence_says_what_hangs_on_it(text):
    assert set(speakers(text)) == {"Vera Holm"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Vera Holm, while walking home, said that it was late.", "Vera Holm"),
        ("Vera Holm, though, said that it was late.", "Vera Holm"),
        ("The two scholars -- Mr. Holm and Sen. Roth -- agreed that it was late.", "Holm and Roth"),
        ("Holm would not comment, though the mayor, Ned Roth, said that it was late.", "Ned Roth"),
        ("The staff report concludes that it was late.", "the staff report"),
        ("Neighbours outside the court said that it was late.", "neighbours"),
    ],
)
def test_an_aside_or_a_noun_before_the_verb_hides_nobody(text, speaker):
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('In a note, Kent Motors said they will pay.\n\n"We obey the law," they said.', "Kent Motors"),
        ('The council said it will pay.\n\n"We obey the law," they said.', "the council"),
        ('The report says it is late.\n\n"We obey the law," they said.', None),
        ('The council said it will pay. The brothers own a mill. "We obey the law," they said.', "the brothers"),
        ('Vera Holm took exception to a Roth aide\'s tweet saying she was "a sad old bird".', "a Roth aide's tweet"),
    ],
)
def test_they_are_a_body_that_spoke_last_and_a_message_speaks_for_itself(text, speaker):
    assert speakers(text)[-1] == speaker
