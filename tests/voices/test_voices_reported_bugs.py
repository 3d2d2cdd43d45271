"""Marks, labels and names of the kinds of which public bug reports tell."""

import pytest
from hearing import list_heard


def said(text: str) -> list[tuple[str | None, str]]:
    return list_heard(text, kinds=("direct", "turn"))


@pytest.mark.parametrize(
    "text",
    [
        '\\"The well is dry again,\\" Ina Moll said.',
        '"Ina Moll said: ""The well is dry again,"""',
        "<<The well is dry again,>> Ina Moll said.",
    ],
)
def test_marks_that_programs_and_keyboards_wrote_otherwise_are_marks(text):
    assert said(text) == [("Ina Moll", "The well is dry again,")]


def test_angle_brackets_of_code_and_tags_are_no_marks():
    assert said('The line x << 3 >> 1 failed, Ina Moll said, and <a href="y">it</a> stopped.') == []


def test_single_marks_open_each_paragraph_of_a_quotation_and_close_the_last():
    text = "'The well is dry, and we all know it,' Ina Moll said.\n\n'It was hers.\n\n'We only kept it clean.'"
    assert said(text) == [
        ("Ina Moll", "The well is dry, and we all know it,"),
        ("Ina Moll", "It was hers."),
        ("Ina Moll", "We only kept it clean."),
    ]
    assert said("'Twas late in May.\n\n'Tis early now.") == []


@pytest.mark.parametrize(
    "named", ["goes by the name “Pepper.”", "is known as “Pepper.”", "goes by the nickname “Pepper.”"]
)
def test_the_name_somebody_goes_by_is_no_quotation(named):
    words = [words for _, words in said(f"“They took my tent twice,” said a man who {named}")]
    assert words == ["They took my tent twice,"]


def test_a_chamber_is_stenographed_with_full_stops_behind_names():
    text = (
        "Mr. HOLM. I thank the chairman.\n\nMs. DAHL of Ohio. I object to it.\n\nThe SPEAKER pro tempore. We will vote."
    )
    assert said(text) == [
        ("Holm", "I thank the chairman."),
        ("Dahl", "I object to it."),
        ("the speaker", "We will vote."),
    ]
    assert said("Mr. HOLM. That was the name on the door.") == []


def test_several_call_out_between_the_turns_of_others():
    text = "Ina Moll: We have heard—\n\nOpposition members: No!\n\nIna Moll: We have heard it all."
    assert said(text)[1] == ("opposition members", "No!")
    assert said("The council has two lists.\n\nOpposition members: They want a well.") == []


def test_a_full_width_colon_ends_a_label():
    assert said("Ina Moll：We dug it.\n\nOtto Kern：We did not.") == [
        ("Ina Moll", "We dug it."),
        ("Otto Kern", "We did not."),
    ]
