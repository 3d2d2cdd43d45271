"""Whom a text means by what it says of places, offices, clauses and sexes beside a name; made up."""

import pytest
from hearing import speaker_of

from analysis.voices.referents_titles import find_title_before

RIVALS = "Sen. Ida Roe, a Utah Democrat, left early. Tom Lund, {}, led the debate.\n\n{} said that the dam leaks."


@pytest.mark.parametrize("told", ["an Ohio Democrat", "a Democrat from Ohio"])
def test_the_senator_of_a_state_is_nobody_of_another(told):
    assert speaker_of(RIVALS.format(told, "The Ohio senator"), "the dam leaks") == "Tom Lund"


def test_the_senator_of_a_state_is_whose_party_stands_beside_it():
    text = "Harbour Board senator Tom Lund (R-Fla.) and Sen. Ida Roe (R-Utah) came. Roe left.\n\n"
    text += "“It leaks,” said the Florida senator."
    assert speaker_of(text, "It leaks") == "Tom Lund"


def test_an_opponent_may_be_a_senator():
    text = "Chief rival Tom Lund spoke. “It leaks,” Lund said.\n\n“It does,” the Ohio senator said."
    assert speaker_of(text, "It does") == "Tom Lund"


@pytest.mark.parametrize(
    ("text", "name", "head"),
    [
        ("a spokesman for Senator Ida Roe left", "Ida", "senator"),
        ("his support for President Ida Roe fell", "Ida", "president"),
        ("a lawyer for Rep. Ida Roe left", "Ida", "representative"),
        ("the Minister for Justice Ida Roe left", "Ida", "minister"),
    ],
)
def test_the_title_behind_for_is_that_of_who_follows(text, name, head):
    assert find_title_before(text, text.index(name)).head == head


def test_an_office_that_ends_a_sentence_is_no_title_of_who_opens_the_next():
    text = "Kai Moll met President Joe Lund. Deputies had praised the president. Moll left.\n\n“We lost,” {} said."
    assert speaker_of(text.format("the president"), "We lost") == "Joe Lund"


@pytest.mark.parametrize("opening", ["Turning to", "Replying on Monday to", "Commenting on"])
def test_he_is_not_whose_plan_a_participle_turns_to(opening):
    text = f"“It was late,” Tom Lund said.\n\n{opening} Joe Moll’s defence of the dam, he said: “It will not hold.”"
    assert speaker_of(text, "It will not hold") == "Tom Lund"


def test_a_family_name_of_a_couple_is_whose_pronoun_stands_behind_it():
    text = "Tom Lund married Ida Lund.\n\nLund lost her seat in May, and in June a tired Lund began her tour.\n\n"
    text += "“It leaks,” {} said."
    assert speaker_of(text.format("Lund"), "It leaks") == "Ida Lund"
    assert speaker_of(text.format("Lund").replace(" her ", " the "), "It leaks") == "Tom Lund"


def test_a_heading_that_runs_into_the_text_is_no_part_of_a_name():
    text = "Iris Lund Calls on Council Members to Back a 'Full Ban' on Nets in the Bay "
    text += '"We need a ban on nets in the bay," Lund said Wednesday, ahead of the council\'s long meeting on nets. '
    text += "The council will vote in June."
    assert speaker_of(text, "We need a ban") == "Iris Lund"


def test_a_programme_is_nobody():
    text = "Guests of Tom Holm Tonight left. “It leaks,” Holm said."
    assert speaker_of(text, "It leaks") in ("Tom Holm", "Holm")
