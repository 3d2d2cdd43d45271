"""Full names whose given name no list knows: who stands beside them, and whose family name speaks alone."""

import pytest
from hearing import speakers

from analysis.voices.speaking_alone import find_speaking_alone


@pytest.mark.parametrize(
    "text",
    [
        'The film is echoed by Tovik Drennar, a Kent Institute researcher. "It is a fake," Drennar said.',
        'Tovik Drennar knocked on every door. "It is late," Drennar told a neighbour.',
        'The mayor of Lagos Tovik Drennar met the clerks. "It is late," said Drennar.',
        'Lagos CM Tovik Drennar left. "It is late," Drennar said.',
        'For months Tovik Drennar kept bees. "They swarm," said Drennar, who is 40.',
        'Tovik Drennar, president and chief executive of Dock, left. "It is late," Drennar shouted.',
        'Clerks met Tovik Drennar. Drennar alleged that it was late. "Go," said Drennar.',
        'Critics praised Tovik Drennar. Yet Drennar once said, "It is late."',
        "Tovik Drennar kept bees. Neighbours met Drennar, who has complained that it is late.",
        '"It leaks," said harbour master Tovik Drennar of Kent Ports. "It could sink," warned Drennar.',
    ],
)
def test_a_family_name_that_speaks_alone_is_whom_the_text_names_in_full(text):
    """Neither the given name nor the family name stands in a list of names."""
    assert speakers(text)[-1] == "Tovik Drennar"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('The Kent Gazette printed a list. "It is long," the Gazette said.', "Gazette"),
        ('Air Norway cut flights. "It is late," Norway said.', "Norway"),
        ('Ann Drennar met a clerk. She praised Merrol Drennar. "It is late," Drennar said.', "Ann Drennar"),
    ],
)
def test_papers_countries_and_words_beside_a_name_make_no_full_name(text, speaker):
    """What speaks alone is a family name only if a given name can stand before it; who is known goes before."""
    assert speakers(text)[-1] == speaker


def test_what_speaks_with_an_article_or_another_name_before_it_does_not_speak_alone():
    """The word before tells; what closes a sentence before the name does not."""
    text = 'The Herald said no. Ann Roth said yes. A ferry left. Drennar said so. "Go," added Vik, who left.'
    assert find_speaking_alone(text) == {"Drennar", "Vik"}


def test_many_names_that_no_list_knows_are_read_once():
    """The text is looked through once, whatever number of names it has."""
    names = " ".join(f"Tovik{'abcdefghij'[n % 10]} Drenn{chr(97 + n % 26)}ar met." for n in range(2_000))
    assert speakers(f'{names} "It is late," Drennaar said.')[-1].endswith("Drennaar")
