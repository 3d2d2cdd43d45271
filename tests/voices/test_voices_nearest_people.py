"""Who he, she and it are, of several who are named before them in clauses; made up."""

import pytest
from hearing import speaker_of

HAND = "{}\n\n“It will hold,” he said in May."


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("It was not the only time Lund mocked Moll in the hall.", "Tom Lund"),
        ("The paper asks more now that Lund is the mayor, and it upset Moll in June.", "Tom Lund"),
        ("This was the work of Moll when Lund was ill, and of Moll.", "Joe Moll"),
        ("Lund was beaten by Moll.", "Tom Lund"),
        ("There was a plan by Lund drawn for Moll in June.", "Joe Moll"),
    ],
)
def test_he_is_rather_who_acts_in_any_clause_than_whom_something_is_done_to(told, speaker):
    text = f"Tom Lund and Joe Moll met at the weir in the rain of that long spring.\n\n{told} He said that it holds."
    assert speaker_of(text, "it holds") == speaker


@pytest.mark.parametrize(
    "told", ["A song had led Mayor Tom Lund to return to the pier.", "Fans asked why Tom Lund was late in spring."]
)
def test_he_is_who_acts_behind_what_somebody_without_a_name_said(told):
    assert speaker_of(HAND.format(f"A clerk named the dam. {told}"), "It will hold") == "Tom Lund"


def test_one_of_several_may_be_set_off_between_dashes():
    text = "“It leaks,” Joe Moll said.\n\nAnother member of the board – Sen. Tom Lund (R) of Ohio – issued a note."
    assert speaker_of(HAND.format(text), "It will hold") == "Tom Lund"


def test_he_who_knew_that_somebody_did_it_goes_on():
    text = "Tom Lund called it “odd.” He also claimed that Joe Moll knew of it, declaring in June that “it leaks.”"
    assert speaker_of(text, "it leaks") == "Tom Lund"


def test_who_stands_behind_the_clause_that_opens_a_sentence_may_be_meant_in_it():
    text = "Joe Moll left. And when he asked of boats, Tom Lund made it clear, noting that it leaks."
    assert speaker_of(text, "it leaks") == "Tom Lund"


def test_a_country_is_nobody_whom_he_means_and_may_be_it():
    text = "Tom Lund came. Norway said that it would pay. Norway said it fears “the worst,” and it denies {}.\n\n"
    assert speaker_of(text.format("debts") + "He said that it leaks.", "it leaks") == "Tom Lund"


@pytest.mark.parametrize("called", ["Tom Lund Jr.", "Tom Lund III"])
def test_a_junior_is_somebody_whom_he_means(called):
    text = f"Joe Moll left. {called}, a rower who had been away, came back in May. He praised the dam."
    assert speaker_of(text, "the dam") == called.rstrip(".")


def test_the_president_is_not_the_junior_of_that_family_whom_alone_a_text_names_in_full():
    text = "President Lund left the pier. Tom Lund Jr. was there.\n\nBut Mr. Lund said that it leaks. {} said it holds."
    assert speaker_of(text, "it leaks") == "Lund"
    assert speaker_of(text.format("Lund Jr."), "it holds") == "Tom Lund Jr"


PLAYER = "Media playback is unsupported on your device Media caption "


def test_a_caption_parts_no_quotation_and_what_stands_alone_in_it_is_nobody_s():
    said = "Tom Lund said: “I back the dam.\n\n{}\n\n“I back the weir.”"
    assert speaker_of(said.format(f"{PLAYER}Ida: 'made me laugh'"), "I back the weir") == "Tom Lund"
    told = f"Tom Lund said the dam leaks.\n\n{PLAYER}“How do you know so much about it all?”\n\nMoll left."
    assert speaker_of(told, "How do you know") is None
