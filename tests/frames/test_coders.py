"""Coders that learn from examples: kinds of codes, refusals, quality, and files that give the same predictions."""

import numpy as np
import pandas as pd
import pytest
from scipy.special import expit

from analysis.errors import InputError
from analysis.estimates import TOO_FEW
from analysis.frames.by_example import load_frame_coder, train_frame_coder
from analysis.frames.by_example.features import Features, Pieces
from analysis.frames.by_example.fitting import (
    Examples,
    calibrate,
    choose_threshold,
    fit_linear,
    predict_out_of_fold,
    split_folds,
)
from analysis.frames.by_example.quality import measure_quality

WAR = ["Troops attacked the town.", "The army shelled the border.", "Soldiers fought all night.", "A missile hit."]
TRADE = ["Exports rose by a tenth.", "The bank raised its rates.", "Shares fell on the market.", "Firms sold more."]
SPORT = ["The team won the cup.", "She ran the race in an hour.", "He scored two goals.", "The match was drawn."]


def corpus(*groups, each=16):
    """Texts of each group, told apart by a running number, shuffled so that neighbours differ."""
    rows = [(f"{group[n % len(group)]} Report {n}.", place) for n in range(each) for place, group in enumerate(groups)]
    return pd.DataFrame(rows, columns=["text", "group"], index=[f"t{n}" for n in range(len(rows))])


@pytest.fixture(scope="module")
def two():
    table = corpus(WAR, TRADE)
    return table["text"], (table["group"] == 0).rename("war")


@pytest.fixture(scope="module")
def yes_no(two):
    return train_frame_coder(*two)


def test_a_yes_no_series_gives_booleans_and_probabilities_on_the_texts_index(yes_no):
    texts = pd.Series(["Troops shelled the army at the border.", "The bank sold its shares."], index=["x", "y"])
    assert yes_no.predict(texts).to_dict() == {"x": True, "y": False}
    assert yes_no.predict(texts).dtype == bool
    chances = yes_no.predict_proba(texts)
    assert chances["x"] > 0.7 > 0.3 > chances["y"]


def test_labels_give_labels_of_the_same_type_and_probabilities_that_sum_to_1():
    table = corpus(WAR, TRADE, SPORT)
    for labels in (table["group"] + 7, table["group"].map({0: "war", 1: "trade", 2: "sport"})):
        coder = train_frame_coder(table["text"], labels)
        predicted = coder.predict(table["text"])
        assert predicted.tolist() == labels.tolist()
        assert coder.predict_proba(table["text"]).sum(axis=1).to_numpy() == pytest.approx(np.ones(len(table)))
        assert set(coder.predict_proba(table["text"]).columns) == set(labels)


def test_two_labels_are_labels_too():
    table = corpus(WAR, TRADE)
    labels = table["group"].map({0: "war", 1: "trade"})
    coder = train_frame_coder(table["text"], labels)
    assert coder.predict(table["text"]).tolist() == labels.tolist()


def test_columns_give_a_table_of_columns():
    table = corpus(WAR, TRADE, SPORT)
    codes = pd.DataFrame({"war": table["group"] == 0, "peace": (table["group"] != 0).astype(int)})
    coder = train_frame_coder(table["text"], codes)
    predicted = coder.predict(table["text"])
    assert list(predicted.columns) == ["war", "peace"] and predicted.index.equals(table.index)
    assert (predicted["war"] == codes["war"]).mean() > 0.95
    assert list(coder.quality["frame"]) == ["war", "peace", "mean"]


def test_zeros_and_ones_are_yes_and_no(two):
    texts, codes = two
    assert train_frame_coder(texts, codes.astype(int)).predict(texts).dtype == bool


def test_a_frame_with_too_few_examples_is_refused_by_name_with_the_number_needed(two):
    texts, codes = two
    rare = pd.DataFrame({"war": codes, "plague": [n < 3 for n in range(len(codes))]}, index=codes.index)
    with pytest.raises(InputError, match=r"'plague' has 3 texts with it, 7 too few.*leave_out=True"):
        train_frame_coder(texts, rare)
    coder = train_frame_coder(texts, rare, leave_out=True)
    assert coder.frames == ["war"]
    assert coder.refused.to_dict("records") == [{"frame": "plague", "examples": 3, "needed": 10}]


def test_a_frame_that_nearly_every_text_has_is_refused_as_well(two):
    texts, _ = two
    codes = pd.DataFrame({"all": [n > 3 for n in range(len(texts))]}, index=texts.index)
    with pytest.raises(InputError, match="'all' has 4 texts without it, 6 too few"):
        train_frame_coder(texts, codes)


def test_codes_that_cannot_be_used_are_refused(two):
    texts, codes = two
    with pytest.raises(InputError, match="must have the same index"):
        train_frame_coder(texts, codes.reset_index(drop=True))
    with pytest.raises(InputError, match="1 codes are missing"):
        train_frame_coder(texts, codes.astype(object).where(codes.index != "t0"))
    with pytest.raises(InputError, match=r"the codes of 'war' hold \['maybe'\]"):
        train_frame_coder(texts, pd.DataFrame({"war": ["maybe"] * len(texts)}, index=texts.index))
    with pytest.raises(InputError, match="1 of 32 texts are missing"):
        train_frame_coder(texts.where(texts.index != "t0"), codes)
    with pytest.raises(InputError, match="come from 1 documents; 5 are needed"):
        train_frame_coder(texts, codes, documents=pd.Series("d", index=texts.index))


def test_the_quality_kept_is_of_texts_not_seen_and_says_how_many(yes_no):
    """Two vocabularies without a common word: F1 near 1, and its interval holds it."""
    row = yes_no.quality.iloc[0]
    assert (row["frame"], row["examples"], row["texts"], row["documents"]) == ("war", 16, 32, 32)
    assert row["low"] <= row["f1"] <= row["high"] and row["f1"] > 0.9


def test_a_coder_that_learned_from_chance_says_so():
    """Codes drawn by lot: the interval of F1 holds what always saying yes would get, 2 * .5 / 1.5 = .67."""
    table = corpus(WAR, each=60)
    drawn = pd.Series(np.random.default_rng(3).integers(0, 2, 60).astype(bool), index=table.index)
    assert train_frame_coder(table["text"], drawn).quality["low"].iloc[0] < 0.67


def test_a_saved_coder_is_loaded_back_with_the_same_predictions(tmp_path, two):
    table = corpus(WAR, TRADE, SPORT)
    for texts, codes in (two, (table["text"], table["group"] + 5), (table["text"], pd.get_dummies(table["group"]))):
        coder = train_frame_coder(texts, codes.rename(columns=str) if isinstance(codes, pd.DataFrame) else codes)
        again = load_frame_coder(coder.save(tmp_path / "coder.npz"))
        new = pd.Series(["Troops sold the match.", "", "Ünknown 中文 words"])
        for method in ("predict", "predict_proba"):
            first, second = getattr(coder, method)(new), getattr(again, method)(new)
            assert np.array_equal(first.to_numpy(), second.to_numpy())
        pd.testing.assert_frame_equal(coder.quality, again.quality)


def test_a_saved_coder_holds_no_pickle(tmp_path, yes_no):
    path = yes_no.save(tmp_path / "coder.npz")
    with np.load(path, allow_pickle=False) as stored:
        assert all(stored[name].dtype.kind in "fU" for name in stored.files)
    (tmp_path / "other.npz").write_bytes(b"PK not a coder")
    with pytest.raises(InputError, match=r"other\.npz is no saved frame coder"):
        load_frame_coder(tmp_path / "other.npz")
    with pytest.raises(InputError, match=r"should end in \.npz"):
        yes_no.save(tmp_path / "coder.pickle")


def test_a_coder_is_the_same_whenever_it_is_trained(two, yes_no):
    texts, _ = two
    assert np.array_equal(train_frame_coder(*two).predict_proba(texts), yes_no.predict_proba(texts))


def test_no_texts_give_no_codes(yes_no):
    assert yes_no.predict(pd.Series([], dtype="str")).empty


def test_the_strongest_words_of_a_frame_stand_in_its_examples(yes_no):
    words = " ".join(yes_no.strongest_words(5)["word"]).split()
    assert len(words) >= 5 and all(any(word in text.lower() for text in WAR) for word in words if word != "report")


def test_the_rotation_of_few_texts_leaves_the_model_as_it_is():
    """Fitted in as many dimensions as there are texts, or in all features: the same scores."""
    table = corpus(WAR, TRADE)
    matrix = Features.learn(list(table["text"]))[1]
    codes = (table["group"] == 0).to_numpy()
    coefficients, intercepts = Examples(matrix).fit(codes)
    direct, offset = fit_linear(matrix, codes)
    assert matrix @ coefficients.T + intercepts == pytest.approx(matrix @ direct.T + offset, abs=0.02)


def test_pieces_of_words_are_counted_as_on_the_running_text():
    """scikit-learn's own count of letter runs in words, on text without single letters to differ on."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = ["the armies marched", "the army marches on", "markets and the marks"]
    ours = Pieces().fit_transform(texts)
    theirs = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=2)
    expected = theirs.fit_transform(texts)
    assert (ours @ ours.T).toarray() == pytest.approx((expected @ expected.T).toarray(), abs=0.02)


def test_calibration_finds_the_line_that_made_the_codes():
    generator = np.random.default_rng(0)
    scores = generator.normal(size=20_000)
    yes = generator.random(20_000) < expit(2 * scores - 1)
    assert calibrate(scores, yes) == pytest.approx((2, -1), abs=0.1)


def test_the_threshold_is_half_the_best_expected_f1():
    """Lipton et al. 2014: the best threshold is F*/2. With .8, .4, .1: F1 of the first one .8*2/2.3 = .70, of two
    1.2*2/3.3 = .73, of all 1.3*2/4.3 = .60; so .4, which is above .36 where .1 is below."""
    assert choose_threshold(np.array([0.1, 0.8, 0.4])) == 0.4


def test_texts_of_one_document_are_tested_together():
    codes = np.tile([True, False], 20)
    documents = np.repeat(np.arange(10), 4)
    fold = split_folds(codes, documents, seed=0)
    assert all(len(set(fold[documents == number])) == 1 for number in range(10))
    assert set(fold) == {0, 1, 2, 3, 4}


def test_each_fold_is_decided_by_the_others():
    """A score that separates all but one fold, where it is turned round: there every decision is wrong."""
    yes = np.tile([True, False], 25)
    fold = np.repeat(np.arange(5), 10)
    scores = np.where(yes, 3.0, -3.0) * np.where(fold == 4, -1, 1)
    decided = predict_out_of_fold(scores, yes, fold)
    assert (decided[fold == 4] != yes[fold == 4]).all()


def test_f1_precision_and_recall_are_counted_right():
    """Coded yes: 3, of them right: 2; given yes: 4. Precision 2/3, recall 1/2, F1 4/7."""
    coded = {"a": np.array([1, 1, 1, 0, 0, 0, 0, 0], bool)}
    given = {"a": np.array([1, 1, 0, 1, 1, 0, 0, 0], bool)}
    row = measure_quality(coded, given, np.arange(8)).iloc[0]
    assert (row["precision"], row["recall"], row["f1"]) == pytest.approx((2 / 3, 1 / 2, 4 / 7))
    assert (row["examples"], row["texts"], row["documents"], row["note"]) == (4, 8, 8, "")


def test_the_quality_known_from_four_documents_has_no_interval():
    codes = {"a": np.array([1, 1, 0, 0, 1, 1, 0, 0], bool)}
    row = measure_quality(codes, codes, np.repeat(np.arange(4), 2)).iloc[0]
    assert row["f1"] == 1 and np.isnan(row["low"]) and row["note"] == TOO_FEW
