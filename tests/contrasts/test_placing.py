"""Where terms stand: as many places as the contrast counted, phrases before their words."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.contrasts import keyness
from analysis.contrasts.placing import gather_phrases, place_terms


def places(text, *terms, phrases=()):
    return [(one.term, text[one.start : one.end]) for one in place_terms([text], terms, gather_phrases(phrases))]


def test_a_word_within_a_phrase_is_not_counted_by_itself():
    text = "President Donald Trump and Donald Trump, Trump and the president"
    phrases = ["president donald trump", "donald trump"]
    assert places(text, "trump", "president", phrases=phrases) == [("trump", "Trump"), ("president", "president")]
    assert places(text, *phrases, phrases=phrases) == [
        ("president donald trump", "President Donald Trump"), ("donald trump", "Donald Trump")
    ]  # fmt: skip


def test_phrases_of_one_length_go_from_left_to_right_and_over_no_mark():
    assert places("a b a b a", "a b", "b a", "a", phrases=["a b", "b a"]) == [
        ("a b", "a b"),
        ("a b", "a b"),
        ("a", "a"),
    ]
    assert places("new, york", "new york", "new", phrases=["new york"]) == [("new", "new")]


def test_words_are_those_that_contrasts_count():
    assert places("The U.S. told us: the E.U.\u2019s EU", "US", "eu") == [
        ("US", "U.S."),
        ("eu", "E.U.\u2019s"),
        ("eu", "EU"),
    ]


@settings(max_examples=40)
@given(st.data(), st.integers(1, 3))
def test_there_are_as_many_places_as_were_counted(data, longest):
    tokens = st.sampled_from(["red", "cross", "the", "of", "U.S.", "flag's", ",", "7", "%", "\n\n", "red-hot"])
    texts = data.draw(st.lists(st.lists(tokens, max_size=30).map(" ".join), min_size=8, max_size=12))
    texts = ["red cross of the flag", *texts, *["red cross of the flag"] * 5]
    groups = pd.Series(["a", "b"]).take([number % 2 for number in range(len(texts))]).tolist()
    table = keyness(pd.Series(texts), groups, phrases=longest, languages="en", resamples=5)
    found = list(place_terms(texts, table["term"], gather_phrases(table["term"])))
    for row in table.itertuples():
        counts = [sum(one.term == row.term and groups[one.text] == group for one in found) for group in "ab"]
        assert counts == [table.loc[row.Index, "count"], row.count_rest], row.term
