"""Agreement of instruments: counted by hand, held against NLTK and SciPy, and properties."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import interval_distance
from scipy.stats import pearsonr, spearmanr

from analysis.errors import InputError
from analysis.estimates import basis_of
from analysis.frames import WordCounts, count_frame_words, rate_frames
from analysis.frames.agreement import (
    agreement,
    disagreements,
    gather_ratings,
    krippendorff_alpha,
    leave_one_word_out,
    stamp_frames,
)
from analysis.frames.agreement.reranking import FullRanks
from analysis.frames.codebooks import load_codebook

CODES = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=30)


def ratings_of(**scores: list[float]) -> pd.DataFrame:
    """Ratings of documents d00, d01, ... on the frame "f" by each method."""
    rows = [(f"d{n:02d}", "f", method, score) for method, all_ in scores.items() for n, score in enumerate(all_)]
    return pd.DataFrame(rows, columns=["doc_id", "frame", "method", "score"])


def estimates(table: pd.DataFrame) -> dict[str, float]:
    return dict(zip(table["statistic"], table["estimate"], strict=True))


def test_alpha_of_ten_binary_units_is_krippendorffs_own_example():
    """Krippendorff 2011, "Computing Krippendorff's alpha-reliability", part A: two coders, ten units.

    Four units differ: 8 of the 20 codes' pairs. 14 zeros and 6 ones: alpha = 1 - 19 * 8 / (2 * 14 * 6) = 0.095.
    """
    first = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    second = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    assert krippendorff_alpha(first, second) == pytest.approx(1 - 19 * 4 / (14 * 6))
    assert round(krippendorff_alpha(first, second), 3) == 0.095


def test_alpha_of_three_interval_units_counted_by_hand():
    """Codes (1,1), (2,3), (4,4): D_o = (0 + 1 + 0) / 3.

    All six codes 1 1 2 3 4 4: sum 15, squares 47; D_e = 2 (6 * 47 - 225) / 30 = 3.8; alpha = 1 - (1/3) / 3.8.
    """
    assert krippendorff_alpha([1, 2, 4], [1, 3, 4]) == pytest.approx(1 - (1 / 3) / 3.8)


@given(CODES)
def test_alpha_is_nltks_for_any_codes(codes):
    first, second = zip(*codes, strict=True)
    if len({*first, *second}) < 2:
        assert np.isnan(krippendorff_alpha(first, second))
        return
    data = [
        (coder, str(unit), code)
        for coder, all_ in zip("ab", (first, second), strict=True)
        for unit, code in enumerate(all_)
    ]
    assert krippendorff_alpha(first, second) == pytest.approx(AnnotationTask(data, distance=interval_distance).alpha())
    yes = [(coder, unit, int(code > 1)) for coder, unit, code in data]
    if len({code for _, _, code in yes}) == 2:
        nominal = krippendorff_alpha([int(code > 1) for code in first], [int(code > 1) for code in second])
        assert nominal == pytest.approx(AnnotationTask(yes).alpha())


def test_alpha_refuses_coders_of_different_units():
    with pytest.raises(InputError, match="two coders code the same units"):
        krippendorff_alpha([0, 1], [0, 1, 1])


def test_correlations_are_scipys():
    words, meaning = [0.0, 0.0, 0.6, 0.8, 0.0, 0.6, 0.9], [0.1, 0.4, 0.3, 0.9, 0.2, 0.8, 0.5]
    found = estimates(agreement(ratings_of(words=words, meaning=meaning), resamples=10))
    assert found["pearson"] == pytest.approx(pearsonr(words, meaning).statistic)
    assert found["spearman"] == pytest.approx(spearmanr(words, meaning).statistic)


def test_codes_by_threshold_and_by_top_share_counted_by_hand():
    """With thresholds .5 and .5: codes 1 1 0 0 against 1 0 0 0; alpha = 1 - 7 * 1 / (3 * 5).

    The top quarter of four untied units is the highest one of each: 1 0 0 0 twice; alpha is 1.
    """
    ratings = ratings_of(a=[0.9, 0.5, 0.4, 0.1], b=[0.8, 0.3, 0.2, 0.1])
    by_threshold = agreement(ratings, thresholds={"a": 0.5, "b": 0.5}, resamples=10)
    assert estimates(by_threshold)["alpha_codes"] == pytest.approx(1 - 7 / 15)
    assert estimates(agreement(ratings, top_share=0.25, resamples=10))["alpha_codes"] == pytest.approx(1)


def test_a_different_scale_does_not_lower_alpha_of_ranks():
    scores = [0.1, 0.3, 0.2, 0.9, 0.5, 0.4]
    found = estimates(agreement(ratings_of(a=scores, b=[score**3 / 10 for score in scores]), resamples=10))
    assert found["alpha_ranks"] == pytest.approx(1)
    assert found["spearman"] == pytest.approx(1)
    assert found["pearson"] < 1


@settings(max_examples=25)
@given(st.lists(st.floats(0, 1), min_size=6, max_size=25).filter(lambda scores: max(scores) - min(scores) > 0.01))
def test_identical_instruments_agree_without_exception(scores):
    table = agreement(ratings_of(a=scores, b=scores), resamples=50)
    defined = table.dropna(subset="estimate")
    assert set(defined["statistic"]) >= {"pearson", "spearman", "alpha_ranks"}
    assert defined["estimate"].tolist() == pytest.approx([1.0] * len(defined))
    assert defined.dropna()["low"].tolist() == pytest.approx([1.0] * len(defined.dropna()))


def test_independent_instruments_agree_as_chance_would():
    """With 2,000 independent units the standard error of a correlation is 1 / sqrt(2000) = .022: four of them."""
    generator = np.random.default_rng(3)
    found = agreement(ratings_of(a=generator.random(2000), b=generator.random(2000)), resamples=200)
    assert found["estimate"].abs().max() < 4 / np.sqrt(2000)
    assert (found["low"] < 0).all() and (found["high"] > 0).all()


@settings(max_examples=10)
@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(random):
    ratings = ratings_of(
        a=[0, 0, 0.6, 0.6, 0.9, 0.1, 0], b=[0.2, 0.2, 0.9, 0.1, 0.7, 0.3, 0.4], c=[1, 0, 0, 1, 0, 1, 0]
    )
    rows = list(range(len(ratings)))
    random.shuffle(rows)
    shuffled = ratings.iloc[rows].reset_index(drop=True)
    pd.testing.assert_frame_equal(agreement(shuffled, resamples=20), agreement(ratings, resamples=20))
    pd.testing.assert_frame_equal(disagreements(shuffled), disagreements(ratings))


def test_whole_documents_are_resampled_and_not_sentences():
    """Ten copies of each sentence in its document carry no more than one: the intervals are the same."""
    generator = np.random.default_rng(0)
    scores = {"a": generator.random(12), "b": generator.random(12)}
    once = ratings_of(**scores)
    tenfold = pd.concat([once.assign(sentence_id=once["doc_id"] + f":{copy}") for copy in range(10)])
    few, many = (agreement(table, resamples=300).set_index("statistic") for table in (once, tenfold))
    for statistic in ("pearson", "spearman"):
        columns = ["estimate", "low", "high", "documents"]
        assert many.loc[statistic, columns].tolist() == pytest.approx(few.loc[statistic, columns].tolist())


def test_intervals_cover_the_truth_about_as_often_as_they_say():
    """Correlation 0.6 of normal scores over 40 documents: 95% intervals hold it in 88 to 100 of 100 samples."""
    held = 0
    for seed in range(100):
        draws = np.random.default_rng(seed).multivariate_normal([0, 0], [[1, 0.6], [0.6, 1]], 40)
        table = agreement(ratings_of(a=draws[:, 0], b=draws[:, 1]), resamples=300, seed=seed)
        row = table[table["statistic"] == "pearson"].iloc[0]
        held += row["low"] <= 0.6 <= row["high"]
    assert 88 <= held <= 100


def test_under_five_documents_there_is_no_interval():
    table = agreement(ratings_of(a=[0, 1, 0.5, 0.2], b=[0.1, 0.9, 0.4, 0.3]), top_share=0.5, resamples=10)
    assert set(table["note"]) == {"fewer than 5 documents with a value: no interval"}
    assert table["low"].isna().all() and table["estimate"].notna().all()


def test_an_instrument_that_never_varies_has_no_correlation():
    table = agreement(ratings_of(a=[0.0] * 6, b=[0.1, 0.9, 0.4, 0.3, 0.2, 0.5]), resamples=10).set_index("statistic")
    assert table.loc["pearson", "note"] == "not defined: a method does not vary"
    assert np.isnan(table.loc["spearman", "estimate"])


def test_units_that_one_method_lacks_are_counted_as_missing():
    ratings = ratings_of(a=[0, 1, 0.5, 0.2, 0.3, 0.7], b=[0.1, 0.9, 0.4, 0.3, 0.6, 0.2]).drop(index=0)
    table = agreement(ratings, resamples=10)
    assert set(table["n"]) == {5} and set(table["missing"]) == {1}
    said = str(basis_of(table))
    assert said == "n = 5 documents (left out: 1 rated by one instrument only)"


def test_a_frame_that_one_method_never_rated_is_named():
    extra = pd.DataFrame({"doc_id": ["d00"], "frame": ["g"], "method": ["a"], "score": [0.5]})
    table = agreement(pd.concat([ratings_of(a=[0, 1], b=[1, 0]), extra]), resamples=10)
    assert set(table.loc[table["frame"] == "g", "note"]) == {"no unit was rated by both"}


def test_errors_name_what_is_wrong_and_the_choices():
    ratings = ratings_of(a=[0, 1], b=[1, 0])
    with pytest.raises(InputError, match=r"lack the columns \['score'\]"):
        agreement(ratings.drop(columns="score"))
    with pytest.raises(InputError, match="at least two methods"):
        agreement(ratings[ratings["method"] == "a"])
    with pytest.raises(InputError, match="2 ratings repeat a unit"):
        agreement(pd.concat([ratings, ratings.head(2)]))
    with pytest.raises(InputError, match=r"thresholds='c' is not one of \['a', 'b'\]"):
        agreement(ratings, thresholds={"c": 0.5})
    with pytest.raises(InputError, match="top_share=2 is not between 0 and 1"):
        agreement(ratings, top_share=2)
    with pytest.raises(InputError, match="not numbers"):
        agreement(ratings.assign(score="high"))
    with pytest.raises(InputError, match="most=0 is below 1"):
        disagreements(ratings, most=0)


def test_gathering_refuses_sentences_beside_documents():
    documents = pd.DataFrame({"doc_id": ["d"], "frame": ["f"], "score": [0.5]})
    with pytest.raises(InputError, match="rate the same units with each"):
        gather_ratings({"words": documents, "meaning": documents.assign(sentence_id="d:0001")})
    stacked = gather_ratings({"words": documents, "meaning": documents})
    assert stacked["method"].tolist() == ["words", "meaning"]
    assert list(stacked.columns) == ["doc_id", "frame", "method", "score"]


def test_the_greatest_differences_in_rank_come_first_in_both_directions():
    """Of four units d00 is a's lowest and b's highest, d03 the reverse: ranks .125 and .875; the others are even."""
    table = disagreements(ratings_of(a=[0.1, 0.2, 0.3, 0.9], b=[9.0, 2.0, 3.0, 1.0]), most=2)
    assert table["doc_id"].tolist() == ["d03", "d00"]
    assert table["difference"].tolist() == [0.75, -0.75]
    assert table.loc[0, ["score", "score_other", "rank", "rank_other"]].tolist() == [0.9, 1.0, 0.875, 0.125]


def test_instruments_that_rank_alike_have_nothing_to_show():
    assert disagreements(ratings_of(a=[0.1, 0.2], b=[3, 4])).empty


BOOK = """
codebook: small
title: Small
source: a test
frames:
  - frame: weather
    label: Weather
    definition: Weather.
    items:
      - item: wet
        question: Is it wet?
        words: ["rain{,s}", snow]
      - item: hot
        question: Is it hot?
        words: [sun]
"""


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "small.yaml"
    path.write_text(BOOK, encoding="utf-8")
    return load_codebook(path)


def documents_of(*texts: str) -> pd.DataFrame:
    return pd.DataFrame({"doc_id": [f"d{n}" for n in range(len(texts))], "text": list(texts)})


def test_the_word_that_carries_a_frame_is_named_with_its_share(book):
    """Hits: rain(s) 3, snow 1, sun 1. The frame is in d0, d1, d2; without rain(s) it would be gone from d0 only."""
    table = leave_one_word_out(documents_of("rain rains", "rain and snow", "sun", "nothing"), book, resamples=20)
    assert table["word"].tolist()[0] == "rain{,s}"
    first = table.iloc[0]
    assert (first["hits"], first["share_of_hits"], first["found"]) == (3, 0.6, "rain / rains")
    assert (first["documents"], first["n"]) == (3, 4)
    assert first["share_of_documents"] == pytest.approx(1 / 3)
    assert first["note"] == "fewer than 5 documents with a value: no interval"


def test_what_vanishes_is_the_difference_of_the_scores_with_and_without_the_word(book, tmp_path):
    """Scores without "rain{,s}" are those of the same codebook that lacks it."""
    texts = documents_of("rain rains", "rain and snow", "sun, snow", "nothing", "a lot of rain and sun " * 60)
    table = leave_one_word_out(texts, book, resamples=20).set_index("word")
    path = tmp_path / "dry.yaml"
    path.write_text(BOOK.replace('"rain{,s}", snow', "snow"), encoding="utf-8")
    full, dry = (rate_frames(texts, each)["score"].to_numpy() for each in (book, path))
    assert table.loc["rain{,s}", "share_of_score"] == pytest.approx(1 - dry.sum() / full.sum())
    assert table.loc["rain{,s}", "rank_correlation"] == pytest.approx(spearmanr(full, dry).statistic)


def test_a_frame_of_one_word_vanishes_without_it(book):
    table = leave_one_word_out(documents_of(*["sun"] * 6, "nothing"), book, resamples=50)
    row = table.iloc[0]
    assert (row["share_of_score"], row["share_of_documents"], row["low"], row["high"]) == (1, 1, 1, 1)
    assert np.isnan(row["rank_correlation"])


def test_texts_without_any_word_give_an_empty_table(book):
    assert leave_one_word_out(documents_of("nothing", "at all"), book).empty


def test_order_of_documents_never_matters_for_a_word(book):
    texts = documents_of("rain rains", "rain and snow", "sun", "nothing", "snow", "sun and rain")
    turned = texts.iloc[::-1].reset_index(drop=True)
    pd.testing.assert_frame_equal(leave_one_word_out(texts, book), leave_one_word_out(turned, book))


@settings(max_examples=50)
@given(st.lists(st.integers(0, 4), min_size=2, max_size=12), st.data())
def test_ranks_after_a_few_changes_are_those_of_sorting_all_again(scores, data):
    places = data.draw(st.lists(st.integers(0, len(scores) - 1), unique=True))
    left = [data.draw(st.integers(0, scores[place])) for place in places]
    after = np.array(scores, dtype=float)
    after[places] = left
    found = FullRanks(np.array(scores, dtype=float)).correlate(np.array(places, dtype=int), np.array(left, dtype=float))
    if len({*scores}) > 1 and len({*after}) > 1:
        assert found == pytest.approx(spearmanr(scores, after).statistic)
    else:
        assert np.isnan(found)


def test_words_counted_in_parts_are_left_out_as_those_of_the_whole(book):
    texts = documents_of("rain rains", "rain and snow", "sun", "nothing", "snow", "sun and rain")
    counts = WordCounts.join([count_frame_words(texts.iloc[:2], book), count_frame_words(texts.iloc[2:], book)])
    pd.testing.assert_frame_equal(leave_one_word_out(counts, book), leave_one_word_out(texts, book))


def agreement_table(**alphas: float) -> pd.DataFrame:
    return pd.DataFrame({"frame": list(alphas), "statistic": "alpha_ranks", "estimate": list(alphas.values())})


def word_table(**hits: dict[str, int]) -> pd.DataFrame:
    rows = [
        {"frame": frame, "word": word, "found": word, "hits": count, "share_of_hits": count / sum(words.values())}
        for frame, words in hits.items()
        for word, count in words.items()
    ]
    return pd.DataFrame(rows)


def test_stamps_say_what_is_wrong_with_each_frame():
    words = word_table(one={"war": 62, "peace": 38}, two={"a": 5, "b": 6, "c": 6}, three={"a": 2, "b": 2, "c": 2})
    stamps = stamp_frames(agreement_table(one=0.12, two=0.9, three=0.7), words, "not validated").set_index("frame")
    assert (
        stamps.loc["one", "stamp"]
        == "hangs on one word: war (62% of hits); instruments disagree (alpha .12); not validated"
    )
    assert stamps.loc["two", "stamp"] == "not validated"
    assert stamps.loc["three", "stamp"] == "instruments agree tentatively (alpha .70); not validated"
    assert stamps.loc["one", "hangs_on"] == "war" and pd.isna(stamps.loc["two", "hangs_on"])


def test_a_validated_frame_in_order_carries_no_stamp():
    words = word_table(one={"war": 10, "army": 10, "navy": 10})
    assert stamp_frames(agreement_table(one=0.81), words, "validated on 200 sentences")["stamp"].tolist() == [""]


def test_few_hits_and_unknown_agreement_are_said():
    words = word_table(one={"war": 1})
    stamps = stamp_frames(agreement_table(one=-0.05, two=float("nan")), words, "draft").set_index("frame")["stamp"]
    assert stamps["one"] == "words found 1 time only; instruments disagree (alpha -.05); not validated"
    assert stamps["two"] == "no words found; agreement of instruments not known; not validated"


def test_of_several_pairs_the_lowest_alpha_is_stamped():
    table = pd.concat([agreement_table(one=0.9), agreement_table(one=0.3)])
    words = word_table(one={"a": 5, "b": 6, "c": 6})
    assert "alpha .30" in stamp_frames(table, words, "validated")["stamp"].iloc[0]
    with pytest.raises(InputError, match="statistic='pearson' is not one of"):
        stamp_frames(table, words, "validated", statistic="pearson")


def test_instruments_that_were_compared_on_under_five_documents_are_not_said_to_disagree():
    table = agreement_table(few=0.1, enough=0.1).assign(documents=[4, 5])
    words = word_table(few={"a": 5, "b": 6, "c": 6}, enough={"a": 5, "b": 6, "c": 6})
    stamps = stamp_frames(table, words, "validated").set_index("frame")["stamp"].to_dict()
    assert stamps == {"few": "agreement of instruments not known", "enough": "instruments disagree (alpha .10)"}
