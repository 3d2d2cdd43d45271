"""Heads of link cards glued behind a name are found and masked; a name beside its like is none."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.actors import find_actors
from analysis.people.link_cards import find_cards, mask_cards


def cut(text: str) -> list[str]:
    return [text[card.start : card.end].strip() for card in find_cards(text)]


def test_a_fuller_form_glued_to_headlines_is_taken_out_up_to_the_word_that_ends_them():
    text = "Mayor Tess Holm Teresa (Tess) Ann HolmBridge opens: poll Holm on taxes MORE said it was late."
    assert cut(text) == ["Teresa (Tess) Ann HolmBridge opens: poll Holm on taxes MORE"]
    assert mask_cards(text).split() == ["Mayor", "Tess", "Holm", "said", "it", "was", "late."]


def test_where_nothing_ends_the_headlines_the_fuller_form_alone_is_taken_out():
    assert cut("Tess Holm Teresa Ann HolmBridge opens\nMORE of it") == ["Teresa Ann Holm"]
    assert cut("Bo Lindh Bo Carl LindhMORE said so") == ["Bo Carl LindhMORE"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann McKay met Bo McKay.",
        "Lee said Lee would go.",
        "YouTube and McDonald's",
        "GreenCross GreenShield of Oslo",
        "MacArthur Ann MacArthur",
        "Paul Lund, Rand Paul and more.",
        "Walk down Mill Street. Mill Street is long.",
    ],
)
def test_two_names_in_a_row_and_a_capital_within_a_name_are_no_card(text):
    assert cut(text) == []


@pytest.mark.parametrize(
    ("text", "card"),
    [
        ("Mayor Tess HolmTess HolmBridge opens MORE said so.", "Tess HolmBridge opens MORE"),
        ("Tess Holm Jr. Teresa (Tess) HolmBridge opens MORE said so.", "Teresa (Tess) HolmBridge opens MORE"),
        ("“Gone,” Tess HolmHolm said.", "Holm"),
        ("Tess Holm Tess Holm is seen here.", "Tess Holm"),
        ("Tess Holm Tess Ann Holm Bridge opens in MORE (Oslo) said so.", "Tess Ann Holm Bridge opens in MORE"),
        ("Tess Holm Tess Ann HollmOld Ms. Holm at it MORE said so.", "Tess Ann HollmOld Ms. Holm at it MORE"),
        ("Tess Holm Tess Ann Holm is seen here and MORE is to come.", "Tess Ann Holm"),
    ],
)
def test_a_name_again_is_a_card_glued_or_not_with_the_headlines_behind_it(text, card):
    assert cut(text) == [card]


def test_a_card_gives_the_full_name_where_a_title_and_a_family_name_stand():
    texts = (
        "President Moll Christina (Tina) MollWeek MORE said",
        "Mr. Moll Ari Jon MollWeek",
        "Tess Moll Tess Ann MollWeek",
    )
    assert [find_cards(text)[0].name for text in texts] == ["Tina Moll", "Ari Moll", ""]


def test_headlines_behind_a_bare_name_end_before_the_next_card():
    text = "Tess Holm Tess Holm Jr told Bo Lindh Bo Carl LindhBridge opens MORE that it was late."
    assert cut(text) == ["Tess Holm", "Bo Carl LindhBridge opens MORE"]


@given(st.text(alphabet="AbC dE1\n.(MORE", max_size=200))
def test_masking_keeps_every_place_and_finds_nothing_twice(text):
    masked = mask_cards(text)
    assert len(masked) == len(text) and masked.count("\n") == text.count("\n")
    assert all(one in (" ", other) for one, other in zip(masked, text, strict=True))


def test_a_card_glued_to_a_name_is_no_part_of_the_person_mentioned():
    text = "Mayor Tess Moss Teresa Ann MossBridge opens MORE said it was late."
    mentions = find_actors(pd.DataFrame({"sentence_id": ["s"], "doc_id": ["a"], "text": [text]}))
    assert mentions["actor"].tolist() == ["Tess Moss"]
