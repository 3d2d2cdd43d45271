"""Whom a pronoun or a description means among several people; sentences made up for the purpose."""

import pytest
from hearing import speaker_of


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "A lawyer for the accuser, Anna Holt, spoke on Monday.\n\nHolt's lawyer had earlier said that she was ill.",
            "she was ill",
            "Holt's lawyer",
        ),
        (
            "A spokesman for the firm's founder, Max Orbin, came.\n\nOrbin’s spokesman said that the sale was off.",
            "the sale was off",
            "Orbin’s spokesman",
        ),
    ],
)
def test_who_is_called_somebody_s_is_never_that_person(text, words, speaker):
    assert speaker_of(text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "A senior border official said the raids would begin on Sunday. Acting Secretary Kevin Marsh met lawmakers "
            "on Friday.\n\nFamilies will wait, according to the senior border official. The official "
            "added that some may go.",
            "some may go",
            "a senior border official",
        ),
        (
            "A former deputy minister said the bank was broke. Deputy Minister Olga Brandt left on Friday.\n\n"
            "The former deputy minister warned that more would follow.",
            "more would follow",
            "a former deputy minister",
        ),
    ],
)
def test_who_spoke_without_a_name_is_meant_again_by_the_same_words(text, words, speaker):
    assert speaker_of(text, words) == speaker


def test_a_description_with_a_party_means_nobody_of_another():
    text = "Sen. Bernie Stone, the Democratic nominee of old, spoke.\n\nThe {} nominee said that cities were in ruins."
    assert speaker_of(text.format("Republican"), "cities") == "the Republican nominee"
    assert speaker_of(text.format("Democratic"), "cities") == "Bernie Stone"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Jim Tanner is a guard. For that reason, Governor Brann (you know it was Governor Brann) had Mr. Tanner's "
            "badge taken. Like a king, he said: “No badge for you.”",
            "No badge",
            "Brann",
        ),
        (
            "Michael Cole spoke.\n\nTwo women were paid by President Brann after they claimed a link, although "
            "he denies their claims.",
            "their claims",
            "Brann",
        ),
    ],
)
def test_who_is_named_with_a_title_alone_is_somebody_whom_he_can_mean(text, words, speaker):
    assert speaker_of(text, words) == speaker


def test_who_is_named_with_a_title_alone_is_he_or_she_by_the_pronouns_behind_the_name():
    text = (
        "President Brann said that he was glad of the vote. The students cheered Hilda Clarke on Friday.\n\n"
        'She also took aim at the budget of President Brann, which she called "an act of cruelty".'
    )
    assert speaker_of(text, "an act of cruelty") == "Hilda Clarke"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The mayor fired Carl Lee on Monday; he said that the city needed a change.", "the city needed", "the mayor"),
        ("The judge scolded Rosa Holm at length. She said that it was late.", "it was late", "the judge"),
        ("Mayor Max Orbin rose.\n\nThe mayor fired Carl Lee; he said that it was late.", "it was late", "Max Orbin"),
        ("The spokeswoman greeted Carl Lee warmly; he said that it was late.", "it was late", "Carl Lee"),
    ],
)
def test_he_is_who_acts_under_a_role_and_not_whom_that_person_acts_on(text, words, speaker):
    assert speaker_of(text, words) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Chris Holm met Carl Orbin on Monday. "It was a long day," he said.', "Chris Holm"),
        (
            'Chris Holm is in the club.\n\nHolm told us that Carl Orbin\'s exit was due. "It was a long day," he said.',
            "Chris Holm",
        ),
        (
            'Chris Holm came late to hear of Carl Orbin\'s claim that he lied. "It was a long day," he said.',
            "Chris Holm",
        ),
        ('Asked on Monday, Carl Orbin shrugged at Chris Holm. "It was a long day," he said.', "Carl Orbin"),
    ],
)
def test_he_is_no_one_who_is_named_behind_the_verb_of_somebody_else(text, speaker):
    assert speaker_of(text, "It was a long day") == speaker
