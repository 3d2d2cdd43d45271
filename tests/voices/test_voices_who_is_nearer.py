"""He and she: who acts close by goes before who is named far above; what tells the sex of a name, and what does not."""

import pytest
from hearing import speakers

ABOVE = 'Ida Vik met Bill Moss. "Go," said Vik. "No," said Moss.\nThe pier was old.\nIt rained.\nThe town slept.\n'


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f'{ABOVE}Drennar received a call from the board. "It is late," she said.', "Drennar"),
        (f'{ABOVE}A call came. The mayor met Drennar. "It is late," she said.', "Ida Vik"),
        (
            'Colonel Holm left.\nKim Jong-un came.\nAt noon Mr Kim said he was "old". "It is late," he said.',
            "Kim Jong-un",
        ),
        ('John Roe grew up in Kent. "Mrs. Roe was kind," Roe said. "It is late," he said.', "John Roe"),
        (
            'Bill Moss met Ann Roe, Mr. Lund and a clerk. It seems that Moss himself left. "It is late," he said.',
            "Bill Moss",
        ),
        ('Bill Moss left.\nHina Drenn, an SDF commander, came. "It is late," she said.', "Hina Drenn"),
    ],
)
def test_who_acts_nearer_is_he_or_she(text, speaker):
    """A family name alone counts where no person is named in this paragraph or the one before."""
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Sen. Dean Holm met the board. "It is late," Holm said.', "Dean Holm"),
        ('The Post’s Executive Editor Dean Holm met the board. "It is late," Holm said.', "Dean Holm"),
        ('Law School Dean Lund met the board. "It is late," Lund said.', "Lund"),
        ('Vice Dean Lund met the board. "It is late," Lund said.', "Lund"),
    ],
)
def test_dean_is_a_given_name_behind_another_title(text, speaker):
    """A deputy dean is a dean; a senator is none."""
    assert speakers(text)[-1] == speaker
