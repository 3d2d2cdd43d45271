"""Who says a quotation that no cue ties to anybody."""

import hearing
import pytest

from analysis.voices.likeliest import load_uncued_weights, rank_candidates
from analysis.voices.speakers import Speaker
from analysis.voices.uncued import LikelySpeaker

INTRO = "Mayor Nora Field met Councillor Olaf Brandt and the banker Ruth Ekman at the harbour.\n\n"


def speakers(text: str) -> list[str | None]:
    return hearing.speakers(INTRO + text, kinds=("direct",))


def test_a_quotation_behind_a_sentence_that_quotes_is_the_same_speakers():
    text = '"The pier is old," Brandt said as Ekman looked on. "We should have mended it years ago."'
    assert speakers(text) == ["Olaf Brandt", "Olaf Brandt"]


def test_who_agrees_in_the_sentence_before_speaks_and_not_who_spoke_in_the_paragraph_above():
    text = '"The pier is old," said Olaf Brandt.\n\nRuth Ekman agreed. "Nobody looked after it, and I am tired of it."'
    assert speakers(text) == ["Olaf Brandt", "Ruth Ekman"]


def test_who_announces_something_in_the_sentence_before_speaks():
    text = (
        '"The pier is old," said Olaf Brandt.\n\nField announced on Monday a fund for the pier and three cranes. '
        '"We are going to pay for every plank of it."'
    )
    assert speakers(text) == ["Olaf Brandt", "Nora Field"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ('Ekman balked: "Banks do not build piers, and they never will."', "Ruth Ekman"),
        (
            'The size of the bill does not scare the banker Ruth Ekman: "We have seen far worse in our time."',
            "Ruth Ekman",
        ),
        ('The pier was closed because, in Ekman\'s words, "it was about to fall on our heads."', "Ruth Ekman"),
        ('"It is no pier at all but a heap of planks" from one end to the other, in Ekman\'s view.', "Ruth Ekman"),
    ],
)
def test_without_a_verb_of_saying_a_colon_or_whose_words_they_are_tells_the_speaker(sentence, speaker):
    assert speakers(f'"The pier is old," said Olaf Brandt.\n\n{sentence}') == ["Olaf Brandt", speaker]


def test_who_is_named_right_behind_a_quotation_speaks_though_a_blank_is_missing():
    letter = '"It has been sold twice and mended never,"Ruth Ekman, who is a banker said in a letter.'
    text = f'"The pier is old," said Olaf Brandt.\n\n{letter}'
    assert speakers(text) == ["Olaf Brandt", "Ruth Ekman"]


def test_the_candidate_whose_traits_weigh_most_stands_first_and_what_has_no_weight_counts_nothing():
    one, other = (
        LikelySpeaker(Speaker("Lund", 0, 4), {"here", "unknown"}),
        LikelySpeaker(Speaker("Roth", 9, 13), {"last"}),
    )
    ranked = rank_candidates([one, other], {"here": 0.5, "last": 0.75})
    assert [(score, each.who.name) for score, each in ranked] == [(0.75, "Roth"), (0.5, "Lund")]


def test_every_weight_is_a_number_and_no_trait_stands_twice():
    weights = load_uncued_weights()
    assert len(weights) > 100
    assert all(isinstance(weight, float) and weight for weight in weights.values())
