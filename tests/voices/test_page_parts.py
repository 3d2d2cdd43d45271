"""Words of a page within a text are no speakers and no part of a name."""

import pandas as pd
import pytest
from hearing import speakers

from analysis.voices import extract_quotes


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Sen. Ida Lund Ida May LundLund opens bridge Rolf quits race MORE said the bridge was safe.", "Ida Lund"),
        ("(WXYZ) Teachers said that the roof leaked.", "teachers"),
        ("Story highlights Mayor Ida Lund says the roof leaks", "Ida Lund"),
        ("A bridge. Hide Caption 2 of 9 Photos: Mayor Ida Lund said that it was safe.", "Ida Lund"),
        ("6Most teachers say the roof leaks.", "most teachers"),
        ("(Photo: Bo Lindh, The Post via WXYZ) Ida Lund says that the roof leaks.", "Ida Lund"),
        ("The old bridge. Ann Lindh/AP Teachers say that it is safe.", "teachers"),
        ("The old bridge. REUTERS/Ann Lindh Teachers say that it is safe.", "teachers"),
    ],
)
def test_words_of_a_page_are_no_part_of_the_speaker(text, speaker):
    assert speakers(text) == [speaker]


def test_a_players_line_says_nothing_and_the_text_beside_it_does():
    player = "JUST WATCHED Lund defends the bridge Replay More Videos ... MUST WATCH Lund defends the bridge 01:20"
    assert speakers(f"Ida Lund came.\n\n{player}\n\nShe said that it was safe.") == ["Ida Lund"]


def test_places_stay_and_a_headline_within_a_card_is_no_quotation():
    text = "Ida Lund Ida May LundRolf: 'It is over' MORE said \"we go on\"."
    quotes = extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    assert quotes["text"].tolist() == ["we go on"] and quotes["speaker"].tolist() == ["Ida Lund"]
    row = quotes.iloc[0]
    assert text[row.start : row.end] == "we go on"


@pytest.mark.parametrize(
    ("first", "second", "speaker"),
    [
        ("A Rolf Lindh-led WXYZ board met.", "WXYZ said that it was late.", "WXYZ"),  # led by somebody
        ("The bridge. Rolf Lindh AP", "The AP said that it was late.", "AP"),  # a credit
        ("A Big Loud Morning, 41, came.", "Morning said that it was late.", "Morning"),  # English words
        ("Ida Lund Speech Videos, 41.", "Videos showed that it was late.", "Videos"),
        ("The South Carolina Republican said so.", "The Republican said that it was late.", "the Republican"),
    ],
)
def test_what_is_no_persons_name_in_one_text_names_nobody_in_another(first, second, speaker):
    assert speakers(first, second)[-1] == speaker


def test_a_lone_word_means_somebody_of_another_text_on_more_texts_the_less_it_is_a_surname():
    lund, price, philip = "Ida Lund came.", "Ida Price came.", "Ida Phillip came."
    said = "{} said that it was late."
    assert speakers(lund, said.format("Lund"))[-1] == "Ida Lund"
    assert speakers(price, said.format("Price"))[-1] == "Price"  # an English word
    assert speakers(price, price, said.format("Price"))[-1] == "Ida Price"
    assert speakers(philip, philip, "Prince Philip said that it was late.")[-1] == "Philip"  # a given name, spelt apart


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Centers for Road and Bridge Safety said that it was late.", "Centers for Road and Bridge Safety"),
        ("The Department of Roads and Prevention said that it was late.", "Department of Roads and Prevention"),
        ("The Center for Roads in the Public Interest said it was late.", "Center for Roads in the Public Interest"),
        ("It was late, according to the Bureau of Road Statistics. In March it rained.", "Bureau of Road Statistics"),
        ("American Bridge Forum warned that it was late.", "American Bridge Forum"),
        ("The Center on Bridges said that it was late.", "Center on Bridges"),
        ("Rolfton University’s Ida Lund said that it was late.", "Ida Lund"),
    ],
)
def test_a_name_is_whole_and_nothing_but_the_name(text, speaker):
    assert speakers(text) == [speaker]


def test_the_verb_of_a_heading_is_no_part_of_the_name_in_it():
    assert speakers("Ida Lund Backs Bridge Plan.\n\nLund said that it was late.")[-1] == "Ida Lund"


def test_a_given_name_that_the_text_has_as_a_place_makes_no_name():
    text = "Ida Lund spoke in Georgia. Photos: Georgia Lund greets guests.\n\nLund said that it was late."
    assert speakers(text)[-1] == "Ida Lund"
