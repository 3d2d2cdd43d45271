"""Who is no speaker at all: things, halves of phrases, names with a verb glued to them; sentences made up for it."""

import pandas as pd
import pytest

from analysis.voices import extract_quotes
from analysis.voices.senses import load_senses
from analysis.voices.things import is_thing


def name_speakers(text: str) -> list[str]:
    """List the speakers of a text, in order."""
    return extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))["speaker"].dropna().tolist()


@pytest.mark.parametrize("word", ["case", "air", "attention", "steps", "reason", "cruelty"])
def test_nouns_that_wordnet_seldom_has_for_somebody_or_words_are_things(word):
    assert is_thing(word)


@pytest.mark.parametrize("word", ["nurse", "committee", "letter", "poll", "campaign", "airline", "village", "voters"])
def test_people_bodies_papers_and_places_are_no_things(word):
    assert not is_thing(word)


def test_words_of_senses_are_parted_by_who_can_speak():
    senses = load_senses()
    assert "attention" in senses.things and "nurse" in senses.speaking and "unable" in senses.adjectives
    assert "return" in senses.verbal and "plan" not in senses.verbal


@pytest.mark.parametrize(
    "text",
    [
        "The air in the valley favoured the growers all summer.",
        "The number of farms demanded a new approach to the river.",
        "Ann Lund's attention to the river suggested that the dam would hold.",
        "Old maps favour the growers in the quarrel.",
        "A single question opposed the plan for the dam.",
    ],
)
def test_a_thing_is_nobody_whoever_owns_it(text):
    assert not name_speakers(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A number of farmers demanded a new approach to the river.", "a number of farmers"),
        ("A lot of growers said the dam would hold.", "a lot of growers"),
        ("The decision said that the gate must stay open.", "the decision"),
        ("The proposal says that the dam will be closed.", "the proposal"),
        ("The airline said the flight was full.", "the airline"),
        ("Ann Lund's statement said the dam would hold.", "Ann Lund"),
    ],
)
def test_what_is_written_and_those_who_are_counted_are_speakers(text, speaker):
    assert name_speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Villagers often stop her in the lane to ask whether the dam will hold.", "villagers"),
        ("Harbour pilots return on Monday and will have to argue that the gate is safe.", "harbour pilots"),
        ("Ann Lund likes to say that the dam will hold.", "Ann Lund"),
    ],
)
def test_a_speaker_ends_before_the_verb_behind_it(text, speaker):
    assert [name.lower() for name in name_speakers(text)] == [speaker.lower()]


def test_a_plural_before_a_verb_of_the_past_is_no_verb():
    assert "a number of fashion" not in name_speakers("A number of fashion brands apologised after the storm.")


def test_a_name_like_a_verb_behind_a_verb_is_a_name():
    assert "sniffs" not in name_speakers('"They know nothing of the hills," sniffs Said Omar, a guide.')


@pytest.mark.parametrize(
    "text",
    [
        "Everyone said that the dam would hold.",
        "No growers said that the dam would hold.",
        "Let's be plain: the head of the council asking a warden to end an inquiry is wrong.",
        "Talks between Lund and Roth are certain to fail.",
        "As lawyers for the growers prepare written arguments on whether the dam may open, the town waits.",
    ],
)
def test_everyone_half_phrases_and_things_with_a_day_behind_them_are_nobody(text):
    assert not [name for name in name_speakers(text) if "lawyers" not in name.lower()]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Unable to stop the growers from selling, the council hopes to make it costly.", "the council"),
        ("Certainly critics hope the dam will hold.", "critics"),
        ("Before the oral arguments many thought this outcome most likely.", "many"),
        ("The cost is near a million, according to a new accounting filed by the council.", "a new accounting"),
        ("Both a majority of growers and the mayor said the dam would hold.", "a majority of growers and the mayor"),
        ("Facebook Twitter The White House says the dam will hold.", "White House"),
        ('Ann Lund Denounces Mayor Roth\n\n"He divides us," Lund writes.', "Ann Lund"),
    ],
)
def test_what_stands_around_a_speaker_is_no_part_of_the_name(text, speaker):
    assert speaker in name_speakers(text)
