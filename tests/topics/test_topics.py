"""Topics are found where they were planted, and refused where there are too few documents."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import topics
from analysis.errors import InputError
from analysis.estimates import basis_of
from analysis.topics import (
    choice,
    choose_topics,
    compare_models,
    find_passages,
    fit_other_method,
    fit_topics,
    pick_count,
    tabulate_weights,
)
from analysis.topics.choice import default_candidates, score_counts
from analysis.topics.learners import LEARNERS

THEMES = {
    "court": "judge court ruling appeal verdict lawyer trial jury".split(),  # noqa: SIM905  a list of words in one text reads best
    "virus": "virus vaccine hospital doctor patient infection nurse clinic".split(),  # noqa: SIM905  a list of words in one text reads best
    "trade": "tariff export import market price factory wages invest".split(),  # noqa: SIM905  a list of words in one text reads best
}


def planted(n_documents: int, words: int = 40, seed: int = 0) -> pd.Series:
    """Documents d000, d001, ... on court, virus and trade in turn, function words between."""
    generator = np.random.default_rng(seed)
    names = list(THEMES)
    texts = {
        f"d{number:03d}": " ".join(f"the {word}" for word in generator.choice(THEMES[names[number % 3]], words))
        for number in range(n_documents)
    }
    return pd.Series(texts)


@pytest.fixture(scope="module")
def model():
    return fit_topics(planted(120), 3)


def test_a_topics_share_counts_each_unit_by_its_words():
    """Half of the 24 documents are on courts and hold 80 words, half on trade and hold 20: 4 fifths and 1 fifth."""
    court, trade = THEMES["court"], THEMES["trade"]
    texts = [words for at in range(12) for words in (court * 10, (trade * 3)[at % 5 : at % 5 + 20])]
    model = fit_topics(pd.Series([" ".join(words) for words in texts]), 2)
    assert model.summary["share"].tolist() == pytest.approx([0.8, 0.2], abs=0.01)


@pytest.mark.parametrize("method", LEARNERS)
def test_planted_themes_are_found_with_their_words_and_come_back(method):
    model = fit_topics(planted(60), 3, method=method)
    found = {frozenset(part["term"].head(8)) for _, part in model.terms.groupby("topic")}
    assert found == {frozenset(words) for words in THEMES.values()}
    assert model.summary["stable"].all()
    assert model.stability.min() > 0.9


def test_weights_are_shares_of_each_unit_on_its_own_index(model):
    assert model.weights.index.tolist() == planted(120).index.tolist()
    assert np.allclose(model.weights.sum(axis=1), 1)
    assert (model.weights.max(axis=1) > 0.95).all()
    assert model.weights.idxmax(axis=1).groupby(np.arange(120) % 3).nunique().eq(1).all()


def test_tables_rank_ten_times_and_more_and_measures_keep_their_range(model):
    assert model.terms.groupby("topic")["rank"].apply(list).map(lambda ranks: ranks == sorted(ranks)).all()
    assert model.coherence.between(-1, 1).all()
    assert model.exclusivity.between(0, 1).all()
    assert len(model.refits) == 10 * 3
    assert model.refits["cosine"].between(0, 1.0001).all()


def test_topics_are_numbered_by_their_share():
    texts = pd.concat([planted(90), planted(30).iloc[::3].rename(lambda name: f"e{name}")])
    shares = fit_topics(texts, 3).summary["share"].tolist()
    assert shares == sorted(shares, reverse=True)


def test_the_same_seed_gives_the_same_topics():
    one, two = fit_topics(planted(30), 3, seed=5), fit_topics(planted(30), 3, seed=5)
    pd.testing.assert_frame_equal(one.summary, two.summary)
    pd.testing.assert_frame_equal(one.weights, two.weights)


def test_the_order_of_the_documents_does_not_matter_to_what_is_found():
    texts = planted(60)
    one, two = fit_topics(texts, 3), fit_topics(texts.iloc[::-1], 3)
    same = compare_models(one, two)
    assert len(same) == 3 and (same["cosine"] > 0.999).all()


def test_under_ten_documents_there_are_no_topics_and_the_model_says_so():
    model = fit_topics(planted(9), 3)
    assert model.n_topics == 0
    assert model.note == "no topics: 9 documents, 10 are needed"
    assert model.terms.empty
    assert model.summary.empty
    assert find_passages(model, planted(9)).empty
    assert model.rate(pd.Series(["court"])).shape == (1, 0)
    assert choose_topics(planted(9)).empty
    assert pick_count(choose_topics(planted(9))) is None
    assert fit_topics(planted(9), None).n_topics == 0


def test_many_paragraphs_of_few_documents_are_still_few_documents():
    model = fit_topics(planted(60), 3, documents=np.arange(60) % 3 * 2 + np.arange(60) // 30)
    assert model.n_documents == 6
    assert model.n_topics == 0


def test_two_dozen_documents_are_called_exploratory():
    assert fit_topics(planted(24), 3).note == "exploratory: 24 documents"
    assert fit_topics(planted(100), 3, runs=0).note == ""


def test_units_without_a_word_are_kept_as_missing_and_counted():
    texts = pd.concat([planted(30), pd.Series({"none": "", "missing": None, "function": "the of and"})])
    model = fit_topics(texts, 3)
    assert model.weights.loc[["none", "missing", "function"]].isna().all().all()
    assert model.left_out.set_index("reason")["count"]["none of the topics' words"] == 3
    assert model.n_units == 30


def test_words_of_over_half_of_the_documents_are_left_out_and_named():
    texts = planted(30) + pd.Series(np.where(np.arange(30) < 16, " Moscow", ""), planted(30).index)
    model = fit_topics(texts, 3)
    assert model.ubiquitous == ("Moscow",)
    assert "moscow" not in set(model.terms["term"])


def test_a_stop_word_is_one_word_however_it_is_spelt():
    assert "us" not in set(fit_topics(planted(30) + " the U.S. court", 3, stop_words=["U.S.", "2024"]).terms["term"])
    with pytest.raises(InputError, match="'the court', which is several words"):
        fit_topics(planted(30), 3, stop_words=["judge", "the court"])


def test_ones_own_stop_words_are_left_out():
    assert "judge" not in set(fit_topics(planted(30), 3, stop_words=["Judge"]).terms["term"])


def test_a_label_joins_words_that_mostly_stand_together():
    texts = planted(30).str.replace("the verdict", "the Supreme Court")
    labels = " ".join(fit_topics(texts, 3).summary["label"])
    assert "Supreme Court" in labels


def test_a_units_weights_hang_on_its_own_words_alone(model):
    texts = pd.Series(["judge judge court", "virus", "the"])
    together = model.rate(texts)
    alone = model.rate(texts.iloc[:1])
    assert np.allclose(together.iloc[:1], alone)
    assert together.iloc[2].isna().all()


def test_the_fitted_texts_are_rated_as_they_were_weighed(model):
    assert np.allclose(model.rate(planted(120)), model.weights, atol=1e-5)


@settings(max_examples=25)
@given(
    st.lists(st.lists(st.sampled_from([*THEMES["court"], *THEMES["virus"], *THEMES["trade"]]), max_size=12), max_size=6)
)
def test_rated_shares_sum_to_one_or_are_missing(model, texts):
    shares = model.rate(pd.Series([" ".join(words) for words in texts], dtype=object))
    sums = shares.sum(axis=1, min_count=1)
    assert (sums.isna() | np.isclose(sums.astype(float), 1)).all()


def test_passages_are_the_topics_own_and_one_a_document(model):
    texts = planted(120)
    documents = pd.Series(np.arange(120) // 6, texts.index)
    passages = find_passages(model, texts, documents, n_passages=3)
    assert len(passages) == 9
    assert not passages.duplicated(["topic", "document"]).any()
    assert (passages["weight"] > 0.95).all()
    assert passages["text"].tolist() == texts[passages["unit"]].tolist()


def test_a_passage_of_many_of_a_topics_words_goes_before_one_of_few_and_the_order_decides_nothing(model):
    """All belong to courts wholly. The second holds one of their words, the third all; the fourth is said elsewhere."""
    court = THEMES["court"]
    texts = ["the judge and the court", " ".join(["judge"] * 8), " ".join(court), " ".join(court), "zebra"]
    texts = pd.Series(texts, index=["few", "one", "all", "copy", "none"])
    topic = model.terms.set_index("term").loc["judge", "topic"]
    for ordered in (texts, texts[::-1]):
        found = find_passages(model, ordered, list(ordered.index), n_passages=2)
        found = found[found["topic"] == topic]
        assert found["unit"].tolist() == ["all", "one"] and found["weight"].tolist() == pytest.approx([1, 1], abs=1e-6)
        assert not found["text"].duplicated().any()


def test_weights_beside_units_are_one_row_a_unit_and_topic(model):
    units = pd.DataFrame({"unit_id": ["1", "2"], "doc_id": ["a", "b"], "text": ["judge court", "zebra"]})
    table = tabulate_weights(model, units)
    assert table.shape == (6, 6)
    assert table.groupby("unit_id")["weight"].sum(min_count=1).tolist()[0] == pytest.approx(1)
    assert table.loc[table["unit_id"] == "2", "weight"].isna().all()


def test_a_model_is_its_own_match(model):
    pairs = compare_models(model, model)
    assert pairs["topic"].tolist() == pairs["other_topic"].tolist()
    assert np.allclose(pairs["cosine"].astype(float), 1)


def test_a_topic_without_a_partner_is_said_to_have_none(model):
    pairs = compare_models(model, fit_topics(planted(60), 2))
    assert pairs["other_topic"].isna().sum() == 1
    assert not pairs.loc[pairs["other_topic"].isna(), "same"].any()


def test_the_planted_number_is_suggested():
    choice = choose_topics(planted(60), candidates=[2, 3, 6])
    assert choice["n_topics"].tolist() == [2, 3, 6]
    assert choice.loc[choice["chosen"], "n_topics"].tolist() == [3]


def test_a_score_is_coherence_plus_exclusivity_where_nine_in_ten_topics_come_back():
    table = pd.DataFrame({"coherence": [0.1, 0.5], "exclusivity": [0.9, 0.9], "stable": [0.9, 0.8]})
    assert score_counts(table).tolist() == pytest.approx([1.0, np.nan], nan_ok=True)


def test_of_two_numbers_as_good_the_smaller_is_taken_and_without_a_score_the_stablest():
    table = pd.DataFrame({"n_topics": [10, 5, 2], "score": [1.0, 1.0, np.nan], "stable": 0.9, "stability": 0.9})
    assert pick_count(table) == 5
    unstable = pd.DataFrame({"n_topics": [10, 5], "score": np.nan, "stable": [0.7, 0.5], "stability": 0.6})
    assert pick_count(unstable) == 10


def test_candidates_grow_with_the_documents():
    assert default_candidates(9) == []
    assert max(default_candidates(24)) == 6
    assert max(default_candidates(10_000)) == 40


def test_no_number_given_takes_the_suggested_one():
    model = fit_topics(planted(24), runs=3)
    assert model.n_topics == pick_count(model.choice)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"method": "nfm"}, r"method='nfm' is not one of \['nmf', 'lda'\]. Did you mean 'nmf'"),
        ({"documents": [1, 2]}, "documents has 2 rows and texts 30"),
        ({"documents": [None] * 30}, "documents has missing values"),
        ({"languages": "eng"}, "Did you mean 'en'"),
        ({"n_topics": 31}, "n_topics=31 is not a whole number from 2 to 30"),
        ({"n_topics": 2.5}, "n_topics=2.5"),
        ({"n_topics": True}, "n_topics=True"),
    ],
)
def test_what_cannot_be_is_refused_with_the_choices(options, message):
    with pytest.raises(InputError, match=message):
        fit_topics(planted(30), **{"n_topics": 3, **options})


def test_one_string_is_refused():
    with pytest.raises(InputError, match="one string"):
        fit_topics("a text", 3)


def test_candidates_that_cannot_be_are_refused():
    with pytest.raises(InputError, match="candidates holds 31"):
        choose_topics(planted(30), candidates=[31])


def test_of_many_documents_a_part_is_learnt_from_and_all_are_weighed(monkeypatch):
    monkeypatch.setattr(topics, "FITTED", 60)
    texts = planted(90)
    model = fit_topics(texts, 3, runs=2)
    assert model.note == "learnt from 60 of 90 documents, drawn at random, and weighed in all"
    assert len(model.weights) == model.n_documents == 90
    assert model.summary["share"].sum() == pytest.approx(1)
    pd.testing.assert_frame_equal(model.weights, model.rate(texts))


def test_numbers_of_topics_of_many_documents_are_compared_on_a_part_that_the_table_names(monkeypatch):
    monkeypatch.setattr(choice, "LARGEST_PART", 3_000)
    table = choose_topics(planted(600), candidates=[2, 3])
    basis = basis_of(table)
    assert 0 < basis.n < 600
    assert {"reason": "not drawn", "count": 600 - basis.n} in basis.left_out
    assert pick_count(table) == 3


def test_the_other_method_finds_planted_topics_too():
    texts = planted(60)
    model = fit_topics(texts, 3, runs=0)
    other = fit_other_method(texts, model, documents=list(range(60)), seed=0, runs=5)
    assert (other.method, other.n_topics) == ("lda", 3)
    assert compare_models(model, other)["same"].all()
