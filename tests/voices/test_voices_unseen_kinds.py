"""Kinds of wrong speakers that were found in news no rule had been made on; sentences made up for the purpose."""

import pytest
from hearing import speaker_of
from hearing import words_and_speakers as speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"We sail at dawn," said harbour spokesman T.J. Kovac.', "T.J. Kovac"),
        ('Dredging chief A.R. Holm sat down. "We sail at dawn," Holm said.', "A.R. Holm"),
        ('The U.S. Navy said: "We sail at dawn."', "U.S. Navy"),
        ('N.J. Gov. Ida Moll said: "We sail at dawn."', "Ida Moll"),
    ],
)
def test_initials_without_a_blank_are_a_given_name_but_no_country(text, speaker):
    assert speaker_of(text, "sail at dawn") == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Recall what Ida Moll, his press chief said: "We sail at dawn."', "Ida Moll"),
        ('Ida Moll, the harbour mayor said: "We sail at dawn."', "Ida Moll"),
        ('Joe Holm, the mayor said, "will sail at dawn."', "the mayor"),
        ('Calling himself a "sailor at dawn," Joe Holm left.', "Joe Holm"),
        ('As the pilot Joe Holm likes to say, "we sail at dawn."', "Joe Holm"),
        ('The painter who’d said of the port, "I sail at dawn," was Joe Holm.', "the painter"),
        ('For the mayor Ida Moll to say that they "sail at dawn" is bold.', "Ida Moll"),
        ('Late Monday, Capt. Ida Moll, head of the port, told reporters that they "sail at dawn."', "Ida Moll"),
        (
            'The board confirmed it was expelling two pilots known as rowers, citing their wish to "sail at dawn".',
            "the board",
        ),
        ('Some marched to the Holm Inn with signs that said "We sail at dawn."', "signs"),
        ('US officials warned Holm that the ships "sail at dawn."', "US officials"),
        ('A Department of Harbours lawyer said that the ships "sail at dawn."', "a Department of Harbours lawyer"),
        ('Joe Holm is a pilot. Holm himself said that the ships "sail at dawn."', "Joe Holm"),
        ('In response to the poll, Ida Moll said: "We sail at dawn."', "Ida Moll"),
        ('Holm cannot say that "ships sail at dawn," Ida Moll added.', "Ida Moll"),
        ('All were asked to press a button labelled "Sail at dawn", and Joe Holm left.', None),
    ],
)
def test_who_acts_is_found_over_what_stands_between(text, speaker):
    assert speaker_of(text.replace("Sail", "sail"), "sail") == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"Nobody trusts them," Kurt Roth said. Joe Holm (a pilot), he added, "will sail at dawn."', "Kurt Roth"),
        ('Ida Moll ran the port. Her love for Ann Holm was such that she wrote, "We sail at dawn."', "Ida Moll"),
        ('Ida Moll ran the port.\n\nHer rival, Ann Holm, shook her head.\n\n"We sail at dawn," she said.', "Ann Holm"),
        ('Ida Moll (Hull) and Joe Holm (Kent) wrote of what they called a "sail at dawn".', "Ida Moll and Joe Holm"),
        (
            'In a note to Al Roth, Ida Moll, Ann Fry and Joe Holm, voiced worry.\n\n"We sail at dawn," they wrote.',
            "Ida Moll, Ann Fry and Joe Holm",
        ),
        ('Hull’s Ida Moll and Joe Holm wrote a book.\n\n"We sail at dawn," they say.', "Ida Moll and Joe Holm"),
        ('Joe Holm went to El Salvador. "We sail at dawn," he said.', "Joe Holm"),
        ('He spoke of Ida Moll Jr. There are some who "sail at dawn", Joe Holm added.', "Joe Holm"),
    ],
)  # fmt: skip
def test_he_she_and_they_are_who_acted(text, speaker):
    assert speaker_of(text, "sail at dawn") == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Holm and first lady Ann Holm came late.\n\n"We sail at dawn," Holm said.', "Holm"),
        ('Holm brought his wife, Ann Holm. "We sail at dawn," Mr. Holm said.', "Holm"),
        ('Ann Holm came late. Her mother, Ida Holm, sat down. "We sail at dawn," Ann Holm said.', "Ann Holm"),
        ('The win of Joe Holm hurt the mayor. He said "we sail at dawn."\n\nMayor Ed Roth left.', "Ed Roth"),
        ('Joe Holm met the mayor. He said "we sail at dawn."\n\nMayor Ed Roth left.', "Joe Holm"),
        ('Joe Holm said that the mayor was late. He said "we sail at dawn."\n\nMayor Ed Roth left.', "Joe Holm"),
        ('Joe Holm spoke. And the mayor left when he said "we sail at dawn."\n\nMayor Ed Roth rowed.', "Ed Roth"),
        ('Marine Rights Watch said it rained.\n\n"We sail at dawn," the rights group said.', "Marine Rights Watch"),
        ('Ida Moll, cold in her coat, texts back: "We sail at dawn."', "Ida Moll"),
        ('In a note, Mr. Holm praised the ruling saying, "We sail at dawn."', "Holm"),
    ],
)  # fmt: skip
def test_offices_bodies_and_kin_are_whom_the_text_means(text, speaker):
    assert speaker_of(text, "sail at dawn") == speaker


def test_what_a_verb_is_told_of_is_nothing_that_is_said():
    assert [words for words, _ in speakers('Joe Holm will row this week as the "herring boom" continues.')] == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Joe Holm left. "We sail at dawn," Joe Holm, Jr., told the Post.', "Joe Holm Jr"),
        ('Mayor Ida Moll will warn member states that they risk to "sail at dawn."', "Ida Moll"),
        ('Holding a flag that said "We sail at dawn," Ida Moll wept.', "a flag"),
        ('Asked about the San Bruno, California, attack, Ida Moll said: "We sail at dawn."', "Ida Moll"),
        ('What they are saying: "We sail at dawn," said a Holm campaign aide.', "a Holm campaign aide"),
        ('"We sail at dawn," said Post editor and Radio Hull contributor Ida Moll.', "Ida Moll"),
        ('"We sail at dawn," said Post editor Joe Holm and Ida Moll.', "Joe Holm and Ida Moll"),
    ],
)
def test_titles_labels_and_places_before_a_cue_are_no_speakers(text, speaker):
    assert speaker_of(text, "ail at dawn") == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('They thanked Ida Moll for ending the rule known as "sail at dawn".', None),
        ('Ida Moll spoke of the Herons, also known as the Rowers: "We sail at dawn."', "Ida Moll"),
        (
            'Ida Moll wept before the panel and, in an odd moment, called Holm "a man who will sail at dawn."',
            "Ida Moll",
        ),
        ('You might see officers saying, "We sail at dawn."', "officers"),
        ('Ida Moll banned rowers from wearing caps marked with a heron, adding that they "sail at dawn."', "Ida Moll"),
    ],
)
def test_participles_and_names_behind_a_verb_hide_nobody(text, speaker):
    assert speaker_of(text, "sail at dawn") == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Ida Moll retweeted someone telling the crew to "sail at dawn."', "someone"),
        ('Ida Moll pointed to a video of Hull rowers chanting, "We sail at dawn."', "Hull rowers"),
        ('Ida Moll spoke to rowers, telling them to "sail at dawn."', "Ida Moll"),
        ('Ranking member Joe Holm, who rowed for years, said that they "sail at dawn."', "Joe Holm"),
    ],
)
def test_who_does_what_a_participle_says_stands_right_before_it(text, speaker):
    assert speaker_of(text, "sail at dawn") == speaker
