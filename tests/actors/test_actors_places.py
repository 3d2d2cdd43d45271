"""Countries that only seem to be named, headings in capitals, and surnames that are months or words."""

import pandas as pd
import pytest

from analysis.actors import find_actors
from analysis.actors.shipped_words import load_lexicon
from analysis.estimates import basis_of


def named(*texts, language="en"):
    """(text, actor) of each mention in one document of these sentences."""
    ids = [f"a:{place:04d}" for place in range(len(texts))]
    table = pd.DataFrame({"sentence_id": ids, "doc_id": "a", "text": texts, "language": language})
    mentions = find_actors(table)
    of = dict(zip(ids, texts, strict=True))
    for row in mentions.itertuples():
        assert of[row.sentence_id][row.start : row.end] == row.text
    return list(zip(mentions["text"], mentions["actor"], strict=True))


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Herders in Inner Mongolia sell to Mongolia.", "Mongolia"),
        ("Trucks drove from New Mexico to Mexico.", "Mexico"),
        ("Penguins of South Georgia are unknown in Georgia.", "Georgia"),
        ("Vineyards of Lower Austria lie in Austria.", "Austria"),
        ("Fires in Western Australia and in South Australia are fires in Australia.", "Australia"),
        ("Northern Ireland trades with Ireland.", "Ireland"),
        ("Ships crossed the South China Sea to China.", "China"),
        ("The Gulf of Mexico washes Mexico.", "Mexico"),
        ("Ruins in Upper Egypt draw visitors to Egypt.", "Egypt"),
    ],
)
def test_a_place_whose_name_holds_a_country_is_not_that_country(text, country):
    assert named(text) == [(country, country)]


@pytest.mark.parametrize(
    "name", ["South Sudan", "North Macedonia", "New Zealand", "Western Sahara", "Papua New Guinea"]
)
def test_a_country_whose_name_holds_another_is_itself(name):
    assert named(f"Delegates of {name} spoke.") == [(name, name)]


def test_a_country_under_a_quarter_of_the_compass_is_itself_where_a_heading_shortens_that():
    assert named("N Korea fires; S Korea waits.", "S. Sudan and S. Africa sign, Sudan does not.") == [
        ("N Korea", "North Korea"),
        ("S Korea", "South Korea"),
        ("S. Sudan", "South Sudan"),
        ("S. Africa", "South Africa"),
        ("Sudan", "Sudan"),
    ]


def test_new_before_a_country_at_the_start_of_a_sentence_is_an_adjective():
    assert named("New Ukraine talks were held.") == [("Ukraine", "Ukraine")]


def test_goods_and_beasts_called_after_a_country_are_none():
    assert named("Turkey sandwiches, Brazil nuts and Guinea pigs were sold.") == []
    assert named("Turkey sold nuts to Brazil.") == [("Turkey", "Türkiye"), ("Brazil", "Brazil")]


def test_georgia_is_the_state_where_the_text_names_its_towns_or_offices():
    assert named("In Athens, Georgia, students met.") == []
    assert named("The Georgia Governor vetoed it, and voters in Georgia shrugged.") == []
    assert ("Georgia", "Georgia") in named("Batumi is a port of Georgia.")


def test_a_heading_in_capitals_names_whom_the_text_names():
    found = named("MERKEL AND ORBÁN QUARREL", "Chancellor Angela Merkel and Viktor Orbán met.")
    assert found == [
        ("MERKEL", "Angela Merkel"),
        ("ORBÁN", "Viktor Orbán"),
        ("Angela Merkel", "Angela Merkel"),
        ("Viktor Orbán", "Viktor Orbán"),
    ]


def test_a_heading_in_capitals_makes_no_new_people_and_keeps_countries():
    assert named("KENYA BUDGET SHOCK AS PARKING FINE DOUBLES") == [("KENYA", "Kenya")]
    assert named("ACME HARBOUR SAGA GOES ON", "Nothing else is known.") == []


def test_a_heading_with_a_colon_is_one_and_a_speakers_label_is_none():
    assert named("KENYA: RUTO WINS AGAIN", "President William Ruto won.")[:2] == [
        ("KENYA", "Kenya"),
        ("RUTO", "William Ruto"),
    ]


def test_a_text_all_in_capitals_has_people_of_its_own():
    texts = ["ANGELA MERKEL MET EMMANUEL MACRON IN KENYA ON MONDAY", "MERKEL LEFT EARLY.", "NOBODY KNEW WHY."]
    assert [actor for _, actor in named(*texts)] == ["Angela Merkel", "Emmanuel Macron", "Kenya", "Angela Merkel"]


def test_may_is_a_surname_where_it_acts_and_a_month_or_a_verb_elsewhere():
    texts = [
        "Theresa May resigned.",
        "May said so in May.",
        "By May 2019 it was over.",
        "May God help.",
        "Mrs May wept.",
    ]
    assert named(*texts) == [("Theresa May", "Theresa May"), ("May", "Theresa May"), ("May", "Theresa May")]
    assert named("May said so in May.") == []


@pytest.mark.parametrize("name", ["Peter March", "John Major", "Tim Cook", "Jack Straw", "Gordon Brown", "Tom Price"])
def test_a_surname_that_is_a_word_is_its_bearers_later(name):
    surname = name.split()[1]
    assert named(f"Yesterday {name} arrived.", f"{surname} said that all was well.") == [(name, name), (surname, name)]


def test_a_country_that_is_a_given_name_is_a_person_before_a_surname():
    assert named("Then Chad Smith played.") == [("Chad Smith", "Chad Smith")]
    assert named("Chad and Niger signed.") == [("Chad", "Chad"), ("Niger", "Niger")]


def test_a_state_in_short_is_nobody():
    assert named("Sen. Joe Manchin of W. Va. agreed.") == [("Joe Manchin", "Joe Manchin")]


@pytest.mark.parametrize("word", ["𝐀𝐁𝐂𝐃𝐄", "𝕋𝕊𝔸ℝ", "ⒶⒷⒸⒹ", "ＡＢＣＤ", "ǅǅǅǅ", "ᏣᎳᎩᎯ"])
def test_odd_capitals_are_read_without_end_of_it(word):
    assert len(load_lexicon().label(word)) == 1
    assert named(f"They wrote {word} to Kenya.")[-1] == ("Kenya", "Kenya")


def test_nobody_is_looked_for_in_another_language_and_the_basis_counts_it():
    assert named("Angela Merkel kommt nach Russland.", language="de") == []
    table = pd.DataFrame({"sentence_id": ["a", "b"], "doc_id": ["a", "b"], "text": ["Kenya voted.", "Кения голосует."]})
    mentions = find_actors(table)
    assert mentions["actor"].tolist() == ["Kenya"]
    assert basis_of(mentions).left_out == ({"reason": "sentences in another language", "count": 1},)
