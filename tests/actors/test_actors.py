"""People, organisations and countries in sentences: the public functions."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.actors import actor_sentences, find_actors, find_people, unrecognised
from analysis.errors import InputError
from analysis.tables import COLUMNS


def sentences(*documents: list[str]) -> pd.DataFrame:
    """One row a sentence; documents a, b, c, ..."""
    rows = [
        (f"{'abcdefgh'[number]}:{place:04d}", "abcdefgh"[number], text)
        for number, document in enumerate(documents)
        for place, text in enumerate(document, start=1)
    ]
    return pd.DataFrame(rows, columns=["sentence_id", "doc_id", "text"])


def actors(*documents: list[str], **options) -> list[tuple[str, str, str]]:
    """(text, actor, first letter of the kind) of each mention, in order."""
    mentions = find_actors(sentences(*documents), **options)
    return [(row.text, row.actor, row.kind[0]) for row in mentions.itertuples()]


def test_a_mention_has_the_columns_of_the_table_and_its_place_in_the_sentence():
    table = sentences(["Yesterday Dmitry Peskov spoke about Kazakhstan."])
    mentions = find_actors(table)
    assert list(mentions)[: len(COLUMNS["mentions"])] == list(COLUMNS["mentions"])
    assert list(mentions)[len(COLUMNS["mentions"]) :] == ["country", "found_by"]
    text = table["text"][0]
    assert [text[row.start : row.end] for row in mentions.itertuples()] == ["Dmitry Peskov", "Kazakhstan"]
    assert mentions["text"].tolist() == ["Dmitry Peskov", "Kazakhstan"]
    assert mentions["sentence_id"].tolist() == ["a:0001", "a:0001"]


def test_all_names_of_a_country_are_one_actor():
    """Seven ways to say Russia and six to say the United States."""
    russia = "Russia, the Russian Federation, the Russian government, the Russian side, 🇷🇺 and the Kremlin met."
    assert {actor for _, actor, _ in actors([russia])} == {"Russia"}
    assert len(actors([russia])) == 6
    states = "The United States, the USA, the U.S., the US, America and the American government met."
    assert [actor for _, actor, _ in actors([states])] == ["United States"] * 6


def test_a_long_form_of_a_state_counts_with_the_words_before_the_country():
    assert actors(["The Syrian Arab Republic and the Socialist Republic of Vietnam agreed."]) == [
        ("Syrian Arab Republic", "Syria", "c"),
        ("Socialist Republic of Vietnam", "Vietnam", "c"),
    ]


def test_nationals_and_adjectives_are_no_mention_of_the_country():
    assert actors(["The Russians met Ukrainian farmers and French cooks."]) == []


def test_flags_count_each_and_the_unions_have_one_too():
    assert [(actor, kind) for _, actor, kind in actors(["🇷🇺🇮🇳 🇪🇺 🇺🇳 met."])] == [
        ("Russia", "c"),
        ("India", "c"),
        ("European Union", "o"),
        ("United Nations", "o"),
    ]


def test_a_flag_of_no_country_is_nobody():
    assert actors(["🇽🇽 and a lone 🇷 stand here."]) == []


def test_hashtags_are_read_at_their_capitals():
    assert actors(["#RussiaIndia and #NATO"]) == [
        ("Russia", "Russia", "c"),
        ("India", "India", "c"),
        ("NATO", "NATO", "o"),
    ]


def test_hyphens_join_two_actors_or_one_and_a_word():
    assert actors(["NATO-supplied arms and a US-led, Russia-Azerbaijan pact."]) == [
        ("NATO", "NATO", "o"),
        ("US", "United States", "c"),
        ("Russia", "Russia", "c"),
        ("Azerbaijan", "Azerbaijan", "c"),
    ]


def test_a_person_is_known_by_title_role_given_name_or_initials():
    text = "Mr. Xanof, spokesman Ulap Xerid, Dmitry Xolm and R. K. Xubra met."
    assert actors([text]) == [
        ("Xanof", "Xanof", "p"),
        ("Ulap Xerid", "Ulap Xerid", "p"),
        ("Dmitry Xolm", "Dmitry Xolm", "p"),
        ("R. K. Xubra", "R. K. Xubra", "p"),
    ]


def test_titles_are_no_part_of_a_name():
    assert actors(["Russian Foreign Minister Sergei Lavrov met Deputy Prime Minister Anna Holm."]) == [
        ("Sergei Lavrov", "Sergei Lavrov", "p"),
        ("Anna Holm", "Anna Holm", "p"),
    ]


def test_the_country_between_a_title_and_its_bearer_is_not_part_of_the_name():
    assert actors(["President of Azerbaijan Ilham Aliyev spoke."]) == [
        ("Azerbaijan", "Azerbaijan", "c"),
        ("Ilham Aliyev", "Ilham Aliyev", "p"),
    ]


def test_organisations_end_in_a_word_that_says_so_or_begin_with_one():
    text = "The Arctic Council, the Bank of England and the Ministry of Food and Rural Affairs met Acme Corp."
    assert [(name, kind) for name, _, kind in actors([text])] == [
        ("Arctic Council", "o"),
        ("Bank of England", "o"),
        ("Ministry of Food and Rural Affairs", "o"),
        ("Acme Corp.", "o"),
    ]


def test_an_abbreviation_in_brackets_stands_for_the_name_before_it():
    text = "The Northern Trout Council (NTC) met."
    assert [actor for _, actor, _ in actors([text, "Nobody told the NTC."])] == ["Northern Trout Council"] * 3


def test_an_abbreviation_whose_letters_do_not_fit_introduces_nothing():
    found = actors(["The Arctic Council (XYZ) met.", "Nobody told the XYZ."])
    assert [name for name, _, _ in found] == ["Arctic Council"]


def test_a_short_form_leads_to_the_organisation_of_the_document():
    found = actors(["The Arctic Council met.", "Members of the Council left."], ["The Council met."])
    assert found == [("Arctic Council", "Arctic Council", "o"), ("Council", "Arctic Council", "o")]


def test_a_body_of_a_state_has_one_name_however_its_country_is_put():
    text = "The Armed Forces of Ukraine, the Ukrainian Armed Forces and Ukraine's Armed Forces."
    assert [actor for _, actor, _ in actors([text])] == ["Ukrainian Armed Forces"] * 3
    text = "The Russian MFA, Russia's Foreign Ministry and the Ministry of Foreign Affairs of the Russian Federation."
    assert [actor for _, actor, _ in actors([text])] == ["Russian Foreign Ministry"] * 3


def test_the_country_of_an_organisation_stands_beside_it():
    mentions = find_actors(sentences(["The Russian Foreign Ministry met NATO and Serbia."]))
    assert mentions["country"].fillna("").tolist() == ["Russia", "", "Serbia"]


def test_spellings_of_one_organisation_are_one_name():
    found = actors(["The Trout Defence Organisation met the Trout Defense Organization."])
    assert len(found) == 2
    assert len({actor for _, actor, _ in found}) == 1


def test_an_unknown_name_with_an_officer_or_its_kind_is_an_organisation():
    found = actors(["Xerofil spokesman Ann Holm spoke.", "Xerofil sank.", "The carmaker Zorbex sank."])
    assert [name for name, _, kind in found if kind == "o"] == ["Xerofil", "Xerofil", "Zorbex"]


def test_companies_of_the_stock_indices_are_known():
    assert actors(["Novartis and Novartis AG met Moody's."]) == [
        ("Novartis", "Novartis", "o"),
        ("Novartis AG", "Novartis", "o"),
        ("Moody's", "Moody's", "o"),
    ]


def test_a_party_in_quotation_marks_or_before_the_word_party_is_an_organisation():
    found = actors(["The leftist “France Proud” party and the Ak Xol party met."])
    assert [(name, kind) for name, _, kind in found] == [("France Proud", "o"), ("Ak Xol", "o")]


def test_a_platform_counts_where_it_acts_not_where_it_is_the_means():
    found = actors(["He wrote on Telegram and on his Twitter account.", "Telegram denied it."])
    assert found == [("Telegram", "Telegram", "o")]


def test_places_and_things_are_no_actors_but_may_hold_one():
    text = "In Bavaria, by the Volga River, the Paris Agreement and the UN Charter were read."
    assert actors([text]) == [("UN", "United Nations", "o")]


def test_a_heading_in_title_case_does_not_make_names_of_its_words():
    assert actors(["Senator Backs Plan To Send Troops Over Border As NATO Watches"]) == [("NATO", "NATO", "o")]


def test_a_line_in_capitals_is_read_as_in_small_letters():
    assert [(actor, kind) for _, actor, kind in actors(["RUSSIA AND BORIS PETROV WARNED NATO AGAIN THIS WEEK"])] == [
        ("Russia", "c"),
        ("Boris Petrov", "p"),
        ("NATO", "o"),
    ]


def test_a_country_that_is_also_a_given_name_is_a_person_before_a_family_name():
    found = actors(["Jordan Whitfield spoke.", "Whitfield left."], ["The kingdom of Jordan has water."])
    assert found == [
        ("Jordan Whitfield", "Jordan Whitfield", "p"),
        ("Whitfield", "Jordan Whitfield", "p"),
        ("Jordan", "Jordan", "c"),
    ]


def test_georgia_is_a_state_of_the_us_where_the_document_names_others():
    assert actors(["Voters in Georgia and Texas waited."]) == []
    assert actors(["Georgia and Armenia signed it."])[0] == ("Georgia", "Georgia", "c")


def test_a_table_without_its_columns_is_refused():
    with pytest.raises(InputError, match=r"sentences table lacks the columns \['doc_id'\]"):
        find_actors(pd.DataFrame({"sentence_id": ["a:0001"], "text": ["x"]}))


def test_an_unknown_engine_is_refused_with_the_choices():
    with pytest.raises(
        InputError, match=r"engine='patern' is not one of \['patterns', 'spacy'\]. Did you mean 'patterns'"
    ):
        find_actors(sentences(["x"]), engine="patern")


def test_no_sentences_give_no_mentions():
    mentions = find_actors(sentences())
    assert mentions.empty
    assert list(mentions)[: len(COLUMNS["mentions"])] == list(COLUMNS["mentions"])


def test_people_are_found_in_plain_texts_each_by_itself():
    texts = pd.Series(["Anna Holm met Bo Ek. Holm left.", None, "Holm came."], index=["x", "y", "z"])
    found = find_people(texts)
    assert found["text_id"].tolist() == ["x", "x", "x"]
    assert found["person"].tolist() == ["Anna Holm", "Bo Ek", "Anna Holm"]
    assert [texts["x"][row.start : row.end] for row in found.itertuples()] == ["Anna Holm", "Bo Ek", "Holm"]


def test_what_was_not_recognised_is_counted_with_what_the_lists_take_it_for():
    """Xorbin three times in two documents, Bavaria (a place) once; the opener The and the Russians are no names."""
    table = sentences(["The Russians saw Xorbin.", "They left Xorbin for Bavaria."], ["She saw Xorbin and NATO."])
    found = unrecognised(table, find_actors(table))
    assert found[["text", "count", "documents"]].to_numpy().tolist() == [["Xorbin", 3, 2], ["Bavaria", 1, 1]]
    assert found["known_as"].fillna("").tolist() == ["", "place"]
    assert found["sentence_id"].tolist() == ["a:0001", "a:0002"]


def test_sentences_join_their_actors_once_each_with_a_weight():
    """The first sentence names Russia twice and NATO once: two rows, each of weight a half."""
    table = sentences(["Russia met NATO; Russia left.", "It rained."]).assign(compound=[0.5, 0.1])
    joined = actor_sentences(find_actors(table), table)
    assert joined[["sentence_id", "actor", "named", "actors", "compound"]].to_numpy().tolist() == [
        ["a:0001", "Russia", 2, 2, 0.5],
        ["a:0001", "NATO", 1, 2, 0.5],
    ]


def test_mentions_of_other_sentences_are_refused():
    table = sentences(["Russia met NATO."])
    with pytest.raises(InputError, match=r"not in the sentences table: \['a:0001'\]"):
        actor_sentences(find_actors(table), table.assign(sentence_id="b:0001"))


@pytest.mark.parametrize("before", ["her brother", "her doctor", "senator", "the baker"])
def test_a_role_in_small_letters_stands_before_a_whole_name_of_which_the_family_name_is_a_word(before):
    found = actors([f"Alice Brown came. Then {before} Tom Brown left."])
    assert [one[1] for one in found] == ["Alice Brown", "Tom Brown"]
