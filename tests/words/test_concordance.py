"""Words in context: what counts as an occurrence, and where it stands."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.words.concordance import kwic


def texts(*values: str) -> pd.Series:
    return pd.Series(values, index=[f"d{number}" for number in range(1, len(values) + 1)])


def test_an_occurrence_comes_with_its_context_and_its_place():
    found = kwic(texts("Nothing here.", "They praise the sovereign state of law."), "sovereign", width=10)
    assert found.to_dict("records") == [
        {"unit": "d2", "left": "raise the ", "match": "sovereign", "right": " state of ", "start": 16, "end": 25}
    ]


def test_a_star_stands_for_letters_and_alone_for_one_word():
    found = kwic(texts("A special military operation. Sovereignty, sovereigns."), "special * operation")
    assert found["match"].tolist() == ["special military operation"]
    found = kwic(texts("A special military operation. Sovereignty, sovereigns."), "sovereign*")
    assert found["match"].tolist() == ["Sovereignty", "sovereigns"]


def test_braces_stand_for_one_of_several_endings():
    said = texts("Policies, a policy and a policeman; arguments argued, argu.")
    assert kwic(said, "polic{y,ies}")["match"].tolist() == ["Policies", "policy"]
    assert kwic(said, "argu{e,ed,ments}")["match"].tolist() == ["arguments", "argued"]
    assert kwic(said, "a polic{y,e*}")["match"].tolist() == ["a policy", "a policeman"]
    assert kwic(said, "{a,the} policy")["match"].tolist() == ["a policy"]


@pytest.mark.parametrize("pattern", ["polic{y", "polic{y,{a,b}}", "polic}y", "{a,b}, c", "{,a}", "w" + "{a,b}" * 7])
def test_braces_that_mean_nothing_are_refused(pattern):
    with pytest.raises(InputError, match="pattern="):
        kwic(texts("a"), pattern)


def test_a_word_is_found_whole_and_with_its_possessive():
    found = kwic(texts("Russia's state-owned firms; the State, estate, states."), "state")
    assert found["match"].tolist() == ["State"]
    assert kwic(texts("Russia's firms"), "russia")["match"].tolist() == ["Russia"]


def test_the_country_is_told_from_the_pronoun():
    said = texts("The U.S. told us that US troops help us. Us too.")
    assert kwic(said, "US")["match"].tolist() == ["U.S.", "US"]
    assert kwic(said, "us")["match"].tolist() == ["us", "us", "Us"]


def test_abbreviations_are_found_with_and_without_dots():
    assert kwic(texts("The E.U. and the EU."), "eu")["match"].tolist() == ["E.U.", "EU"]


def test_words_join_over_a_line_but_not_over_a_paragraph():
    assert len(kwic(texts("foreign\nministry"), "foreign ministry")) == 1
    assert len(kwic(texts("foreign\n\nministry"), "foreign ministry")) == 0


def test_apostrophes_are_found_straight_or_curly():
    assert len(kwic(texts("They don’t. We don't."), "don't")) == 2
    for pattern in ("Russia's", "Russia’s"):
        hits = kwic(texts("Russia’s army. Russia's navy."), pattern)
        assert hits["match"].tolist() == ["Russia’s", "Russia's"]  # as each stands in its text


def test_no_occurrence_is_an_empty_table_with_the_columns():
    found = kwic(texts("Nothing."), "peace")
    assert found.empty
    assert list(found) == ["unit", "left", "match", "right", "start", "end"]


def test_a_missing_text_holds_no_occurrence():
    assert kwic(pd.Series(["peace", None]), "peace")["unit"].tolist() == [0]


@pytest.mark.parametrize("pattern", ["", "  ", "*", "* *", "?!"])
def test_a_pattern_without_a_word_is_refused(pattern):
    with pytest.raises(InputError, match="holds no word"):
        kwic(texts("a"), pattern)


def test_a_negative_width_is_refused():
    with pytest.raises(InputError, match="width=-1"):
        kwic(texts("a"), "a", width=-1)


@given(st.text(), st.from_regex(r"[a-z]{1,6}( [a-z*]{1,6})?", fullmatch=True))
def test_offsets_give_the_match_back_in_any_text(text, pattern):
    for row in kwic(pd.Series([text]), pattern).itertuples():
        assert " ".join(text[row.start : row.end].split()) == " ".join(row.match.split())


@given(st.lists(st.sampled_from(["peace", "war", "and", "the"]), max_size=20))
def test_every_occurrence_of_a_word_is_found(words):
    assert len(kwic(pd.Series([" ".join(words)]), "peace")) == words.count("peace")
