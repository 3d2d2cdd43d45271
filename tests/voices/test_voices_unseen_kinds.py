"""Kinds of wrong speakers that were found in news no rule had been made on; sentences made up for the purpose."""

import pytest
from hearing import words_and_speakers as speakers


def speaker_of(text: str, words: str) -> str | None:
    """Name the speaker of the shortest stretch that holds some words."""
    return min((pair for pair in speakers(text) if words in pair[0]), key=lambda pair: len(pair[0]))[1]


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
