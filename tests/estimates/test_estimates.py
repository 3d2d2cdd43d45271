import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.estimates import (
    ALL_ALIKE,
    TOO_FEW,
    correct_p,
    estimate_differences,
    estimate_means,
    estimate_shares,
)


def units(*rows, columns=("doc_id", "outlet", "voice", "score")):
    return pd.DataFrame(rows, columns=list(columns))


SMALL = units(
    ("a", "A", "outlet", 1.0), ("a", "A", "speaker", 3.0), ("b", "B", "outlet", 5.0), ("b", None, "outlet", None)
)


def test_a_mean_counts_units_documents_and_units_without_a_value():
    """Scores 1, 3 and 5 from two documents, one unit without a score: mean 3."""
    row = estimate_means(SMALL, "score").iloc[0]
    assert (row["estimate"], row["n"], row["documents"], row["missing"]) == (3.0, 3, 2, 1)


def test_under_five_documents_there_is_no_interval_and_it_is_said():
    row = estimate_means(SMALL, "score").iloc[0]
    assert row["note"] == TOO_FEW and np.isnan(row["low"]) and np.isnan(row["high"])


def test_a_missing_group_is_a_group_called_not_known():
    means = estimate_means(SMALL, "score", "outlet").set_index("outlet")
    assert list(means.index) == ["A", "B", "not known"]
    assert means.loc["A", "estimate"] == 2.0 and means.loc["not known", "missing"] == 1


def test_weights_weigh():
    """(1 x 3 + 3 x 1) / 4 = 1.5"""
    table = units(("a", "A", "x", 1.0), ("b", "A", "x", 3.0)).assign(words=[3, 1])
    assert estimate_means(table, "score", weight="words")["estimate"].iloc[0] == 1.5


def test_shares_keep_zeros_and_add_up_to_one():
    """A: one of two units is speech; B: none of one."""
    shares = estimate_shares(SMALL.dropna(), of="voice", by="outlet").set_index(["outlet", "voice"])
    assert shares["estimate"].to_dict() == {
        ("A", "outlet"): 0.5,
        ("A", "speaker"): 0.5,
        ("B", "outlet"): 1.0,
        ("B", "speaker"): 0.0,
    }
    assert shares.loc[("B", "speaker"), ["count", "n"]].tolist() == [0, 1]


def test_documents_are_resampled_not_their_units():
    """Ten documents of 1,000 equal sentences each, half 0, half 1: resampling sentences would give an interval
    0.02 wide; ten draws of a fair coin give one of 0.8: t of 9 degrees of freedom, 2.262, times sqrt(10 / 9) leaves
    .86% in each tail, and of ten draws 1.07% have one head or none, .10% none."""
    table = pd.DataFrame({"doc_id": np.repeat(list("abcdefghij"), 1000), "score": np.repeat([0.0, 1.0] * 5, 1000)})
    row = estimate_means(table, "score").iloc[0]
    assert row["estimate"] == 0.5 and (row["low"], row["high"]) == (0.1, 0.9)


def test_a_difference_is_between_a_group_and_the_rest():
    """Group x has 2, 3, 4 in two documents each, y has 0, 1, 2: a difference of 2 between 0 (2 - 2) and 4 (4 - 0)."""
    table = pd.DataFrame(
        {"doc_id": list("abcdef") * 2, "g": ["x"] * 6 + ["y"] * 6, "score": [2.0, 3, 4] * 2 + [0, 1, 2] * 2}
    )
    table["doc_id"] += table["g"]
    differences = estimate_differences(table, "score", "g").set_index("g")
    assert differences["estimate"].to_dict() == {"x": 2.0, "y": -2.0}
    assert differences.loc["x", "low"] > 0 and differences.loc["x", "high"] <= 4
    assert (differences["p"] < 0.05).all() and (differences["q"] >= differences["p"]).all()


def test_a_difference_from_documents_that_are_all_alike_has_no_interval_and_says_so():
    """x has 1 in each of 6 documents, y has 0 or 1: resamples of x never differ and would make it surer."""
    table = pd.DataFrame({"doc_id": list("abcdefghijkl"), "g": ["x"] * 6 + ["y"] * 6, "score": [1.0] * 6 + [0, 1] * 3})
    differences = estimate_differences(table, "score", "g")
    assert differences["estimate"].tolist() == [0.5, -0.5] and differences["note"].tolist() == [ALL_ALIKE] * 2
    assert differences[["low", "high", "p", "q"]].isna().all().all()


def test_a_difference_against_a_named_group_leaves_that_group_out():
    table = pd.DataFrame({"doc_id": list("abcdef"), "g": list("xxyyzz"), "score": [1.0, 1, 2, 2, 5, 5]})
    differences = estimate_differences(table, "score", "g", against="x").set_index("g")
    assert differences["estimate"].to_dict() == {"y": 1.0, "z": 4.0}


def test_differences_stay_within_their_stratum():
    table = pd.DataFrame(
        {"doc_id": list("abcd"), "kind": ["p", "p", "q", "q"], "g": list("xyxy"), "score": [1.0, 2.0, 10.0, 30.0]}
    )
    differences = estimate_differences(table, "score", "g", against="x", by="kind").set_index("kind")
    assert differences["estimate"].to_dict() == {"p": 1.0, "q": 20.0}


def test_p_values_are_corrected_for_their_number_and_missing_ones_stay_missing():
    """Benjamini & Hochberg: p_(i) * m / i, made monotone: .01 * 3 / 1, .02 * 3 / 2, .03 * 3 / 3."""
    corrected = correct_p(pd.Series([0.02, np.nan, 0.01, 0.03]))
    assert corrected.round(10).tolist()[0::2] == [0.03, 0.03] and np.isnan(corrected[1]) and corrected[3] == 0.03


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: estimate_means(SMALL, "scor"), r"column='scor' is not one of .* Did you mean 'score'\?"),
        (lambda: estimate_means(SMALL, "voice"), "'voice' holds str, not numbers"),
        (lambda: estimate_means(SMALL.assign(w=-1), "score", weight="w"), "weight='w' has values below 0"),
        (lambda: estimate_means(SMALL.assign(doc_id=None), "score"), "doc_id is missing in some rows"),
        (lambda: estimate_differences(SMALL, "score", "voice", against="outlett"), "Did you mean 'outlet'"),
    ],
)
def test_what_cannot_be_estimated_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()


def test_an_empty_table_gives_an_empty_table():
    assert estimate_means(SMALL.head(0), "score", "outlet").empty
    assert estimate_shares(SMALL.head(0), "voice", "outlet").empty
    assert estimate_differences(SMALL.head(0), "score", "voice").empty


rows = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("XY"), st.sampled_from("pq"), st.floats(-1, 1)),
    min_size=1,
    max_size=40,
)


@given(rows, st.randoms())
@settings(max_examples=40)
def test_the_order_of_rows_changes_no_estimate_and_an_interval_holds_it(data, shuffler):
    table = units(*data)
    shuffled = list(data)
    shuffler.shuffle(shuffled)
    one, two = (estimate_means(t, "score", "outlet", resamples=100)["estimate"] for t in (table, units(*shuffled)))
    assert np.allclose(one, two)
    shares = estimate_shares(table, "voice", "outlet", resamples=100)
    assert np.allclose(shares.groupby("outlet")["estimate"].sum(), 1)
    assert shares["low"].dropna().between(0, 1).all() and shares["high"].dropna().between(0, 1).all()


@given(rows)
@settings(max_examples=30)
def test_one_outlets_units_never_change_anothers_estimate(data):
    table = units(*data)
    alone = table[table["outlet"] == "X"]
    if len(alone):
        joint = estimate_means(table, "score", "outlet", resamples=10).set_index("outlet").loc["X", "estimate"]
        assert np.isclose(joint, estimate_means(alone, "score", "outlet", resamples=10)["estimate"].iloc[0])
