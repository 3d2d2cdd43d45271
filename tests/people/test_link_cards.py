"""Heads of link cards glued behind a name are found and masked; a name beside its like is none."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analysis.actors import find_actors
from analysis.people.link_cards import find_cards, mask_cards


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in find_cards(text)]


def test_a_fuller_form_glued_to_headlines_is_taken_out_up_to_the_word_that_ends_them():
    text = "Mayor Tess Holm Teresa (Tess) Ann HolmBridge opens: poll Holm on taxes MORE said it was late."
    assert cut(text) == [" Teresa (Tess) Ann HolmBridge opens: poll Holm on taxes MORE"]
    assert mask_cards(text).split() == ["Mayor", "Tess", "Holm", "said", "it", "was", "late."]


def test_where_nothing_ends_the_headlines_the_fuller_form_alone_is_taken_out():
    assert cut("Tess Holm Teresa Ann HolmBridge opens\nMORE of it") == [" Teresa Ann Holm"]
    assert cut("Bo Lindh Bo Carl LindhMORE said so") == [" Bo Carl LindhMORE"]


def test_names_that_only_repeat_or_have_a_capital_within_are_left():
    plain = "Ann McKay met Bo McKay.", "Lee said Lee would go.", "YouTube and McDonald's", "Ann Lee Ann Lee said"
    assert [cut(text) for text in plain] == [[], [], [], []]


@given(st.text(alphabet="AbC dE1\n.(MORE", max_size=200))
def test_masking_keeps_every_place_and_finds_nothing_twice(text):
    masked = mask_cards(text)
    assert len(masked) == len(text) and masked.count("\n") == text.count("\n")
    assert all(one in (" ", other) for one, other in zip(masked, text, strict=True))


def test_a_card_glued_to_a_name_is_no_part_of_the_person_mentioned():
    text = "Mayor Tess Moss Teresa Ann MossBridge opens MORE said it was late."
    mentions = find_actors(pd.DataFrame({"sentence_id": ["s"], "doc_id": ["a"], "text": [text]}))
    assert mentions["actor"].tolist() == ["Tess Moss"]
