"""Coherence, exclusivity, matching and factors, on tables counted by hand."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse
from sklearn.decomposition import NMF

from analysis.topics.factors import factor, project, squared_error
from analysis.topics.model import list_words
from analysis.topics.quality import best_words, count_windows, score_coherence, score_frex, score_relevance
from analysis.topics.stability import draw_units, match_topics
from analysis.topics.vocabulary import TopicWords, count_holders, weigh_words
from analysis.words.terms import split_terms


def windows_of(*texts: str, pair: tuple[str, str] = ("x", "y")) -> tuple[np.ndarray, int]:
    terms = split_terms(pd.Series(texts))
    return count_windows(terms, np.sort([terms.number[word] for word in pair]))


def test_npmi_of_five_one_window_texts():
    """Windows: xy, xy, x, y, z. p(x) = p(y) = 3/5, p(xy) = 2/5: ln(.4 / .36) / -ln(.4) = .1150."""
    terms = split_terms(pd.Series(["x y", "x y", "x", "y", "z"]))
    score = score_coherence(terms, [np.array([terms.number["x"], terms.number["y"]])])
    assert score[0] == pytest.approx(math.log(0.4 / 0.36) / -math.log(0.4))


def test_a_window_holds_ten_tokens_and_slides_by_one():
    """x and y with eight words between stand in one window of 10; with nine between in none of two."""
    together, windows = windows_of("x a b c d e f g h y")
    assert windows == 1
    assert together.tolist() == [[1, 1], [1, 1]]
    together, windows = windows_of("x a b c d e f g h i y")
    assert windows == 2
    assert together.tolist() == [[1, 0], [0, 1]]


def test_a_word_repeated_in_a_window_counts_once_and_texts_do_not_touch():
    together, windows = windows_of("x x x", "y")
    assert windows == 2
    assert together.tolist() == [[1, 0], [0, 1]]


def test_pairs_that_never_meet_score_minus_one_and_always_one():
    terms = split_terms(pd.Series(["x", "y", "v w", "v w", "z"]))
    numbers = terms.number
    scores = score_coherence(terms, [np.array([numbers["x"], numbers["y"]]), np.array([numbers["v"], numbers["w"]])])
    assert scores.tolist() == pytest.approx([-1, 1])


@given(st.lists(st.lists(st.sampled_from(["x", "y", "a", "b"]), max_size=30), min_size=1, max_size=4))
def test_windows_are_those_that_a_plain_loop_counts(texts):
    terms = split_terms(pd.Series([" ".join([*words, "x", "y"]) for words in texts]))
    x, y = terms.number["x"], terms.number["y"]
    seen = [[*words, "x", "y"] for words in texts]
    slices = [words[at : at + 10] for words in seen for at in range(max(1, len(words) - 9))]
    together, windows = count_windows(terms, np.sort([x, y]))
    assert windows == len(slices)
    assert together[0, 1] == sum("x" in part and "y" in part for part in slices)
    assert together.diagonal().tolist() == [
        sum(terms.words[number] in part for part in slices) for number in sorted([x, y])
    ]


def test_frex_of_two_mirrored_topics():
    """Each topic's own word ranks first by share and by weight: 1; the other ranks 1/2 in both: 1/2."""
    assert score_frex(np.array([[0.8, 0.2], [0.2, 0.8]])).tolist() == [[1, 0.5], [0.5, 1]]


def test_frex_weighs_exclusivity_with_seven_tenths():
    """Word 1 of topic 1: exclusivity rank 1 of 2 (1/2), frequency rank 2 of 2 (1): 1 / (.7 / .5 + .3 / 1) = .588."""
    scores = score_frex(np.array([[0.6, 0.4], [0.9, 0.1]]))
    assert scores[0, 0] == pytest.approx(1 / (0.7 / 0.5 + 0.3))


def test_relevance_is_weight_times_the_smoothed_share():
    """In 300 units topic 1 has .6 of .8: share .75, smoothed (300 * .75 + 50) / 400 = .6875; times .6."""
    scores = score_relevance(np.array([[0.6, 0.4], [0.2, 0.8]]), np.array([300, 300]))
    assert scores[0, 0] == pytest.approx(0.6 * 0.6875)


def test_best_words_are_in_order_and_never_of_weight_nought():
    assert [row.tolist() for row in best_words(np.array([[0.1, 0.5, 0.0]]), 3)] == [[1, 0]]


@given(st.permutations(range(4)))
def test_topics_in_another_order_are_matched_back(order):
    topics = np.eye(4) + 0.1
    partners, cosines = match_topics(topics, topics[list(order)])
    assert [order[partner] for partner in partners] == [0, 1, 2, 3]
    assert np.allclose(cosines, 1)


def test_matching_takes_the_best_sum_not_the_first_best():
    """Alone, both topics want partner 0; together (0 -> 1, 1 -> 0) is better than (0 -> 0, 1 -> 1)."""
    first = np.array([[1.0, 0.9, 0.0], [1.0, 0.0, 0.0]])
    second = np.array([[1.0, 0.0, 0.0], [0.6, 0.8, 0.0]])
    assert match_topics(first, second)[0].tolist() == [1, 0]


def test_documents_are_drawn_whole_and_once():
    documents = np.repeat(np.arange(10), 3)
    matrix = sparse.csr_array(np.ones((30, 2)))
    units = draw_units(matrix, documents, np.random.default_rng(0))
    assert len(units) == 24
    assert np.unique(documents[units], return_counts=True)[1].tolist() == [3] * 8


def test_factors_give_back_a_matrix_that_has_them():
    weights, words = np.array([[1, 0], [2, 0], [0, 3], [1, 1]]), np.array([[1, 2, 0, 0], [0, 0, 1, 4]])
    matrix = sparse.csr_array((weights @ words).astype(np.float32))
    for start in ("svd", "random"):
        found = np.matmul(*factor(matrix, 2, start=start, iterations=300, tol=1e-6))
        assert np.allclose(found, matrix.toarray(), atol=0.02)


def test_factors_fit_as_well_as_scikit_learns():
    generator = np.random.default_rng(0)
    counts = sparse.csr_array(generator.poisson(0.3, (120, 60)) * generator.poisson(2, (1, 60)))
    matrix = weigh_words(counts, np.ones(60))
    weights, words = factor(matrix, 5)
    model = NMF(5, init="nndsvda", max_iter=500, random_state=0)
    theirs = np.linalg.norm(matrix - model.fit_transform(matrix) @ model.components_)
    assert np.linalg.norm(matrix - weights @ words) <= 1.01 * theirs


def test_the_squared_error_is_that_of_the_product():
    """[[1, 0], [0, 2]] less [[1, 1], [0, 2]] leaves one cell of 1."""
    matrix = sparse.csr_array(np.array([[1.0, 0], [0, 2]]))
    assert squared_error(matrix, np.eye(2), np.array([[1.0, 1], [0, 2]])) == pytest.approx(1)


def test_projected_weights_are_the_non_negative_least_squares():
    words = np.array([[1, 1, 0], [0, 1, 1]], dtype=np.float32)
    matrix = sparse.csr_array(np.array([[2, 3, 1], [0, 0, 0], [1, 1, 0]], dtype=np.float32))
    assert np.allclose(project(matrix, words, 200), [[2, 1], [0, 0], [1, 0]], atol=1e-4)


def test_tfidf_rows_have_length_one_and_empty_rows_stay_empty():
    """Counts 1 and e: weights 1 * 1 and (1 + ln e) * 2 = 4; over the length sqrt(17)."""
    table = weigh_words(sparse.csr_array(np.array([[1, math.e], [0, 0]])), np.array([1.0, 2.0])).toarray()
    assert np.allclose(table, [[1 / math.sqrt(17), 4 / math.sqrt(17)], [0, 0]])


def test_words_are_counted_by_document_not_by_unit():
    counts = sparse.csr_array(np.array([[1, 0], [2, 0], [1, 1]]))
    assert count_holders(counts, np.array([0, 0, 1]), 2).tolist() == [2, 1]


def test_a_topics_exclusive_words_are_words_that_it_has():
    words = np.array([[0.5, 0.4, 0.0999, 0.0001], [0.0, 0.0, 0.0, 1.0]])
    terms, ones = np.array(["port", "ship", "storm", "мост"]), np.ones(4)
    vocabulary = TopicWords(terms, terms, np.arange(4), ones, ones, (), 0, 0)
    listed = list_words(words, vocabulary, by="frex")
    assert listed.groupby("topic")["term"].agg(set).tolist() == [{"port", "ship", "storm"}, {"мост"}]


def test_of_no_words_none_are_listed():
    none, numbers = np.array([], dtype=object), np.array([], dtype=int)
    vocabulary = TopicWords(none, none, numbers, numbers, numbers, (), 0, 0)
    assert list_words(np.zeros((2, 0)), vocabulary, by="frex").empty
