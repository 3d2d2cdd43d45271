"""Sums of documents: what estimates make of them is what they make of the units."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.estimates import (
    basis_of,
    describe,
    estimate_differences,
    estimate_means,
    join_sums,
    resampling,
    sum_by_document,
)
from analysis.estimates.resampling import draw_counts, draw_intervals, interval_of

UNITS = pd.DataFrame(
    {
        "doc_id": ["a", "a", "a", "b"],
        "sentence_id": ["a:1", "a:1", "a:2", "b:1"],
        "voice": ["outlet", "speaker", "outlet", None],
        "score": [1.0, 2.0, None, 4.0],
        "words": [1, 2, 3, 4],
    }
)


def test_sums_are_of_each_document_and_group_and_count_each_sentence_of_a_document_once():
    """a: 1 x 1 in its outlet's voice, 2 x 2 in a speaker's; two sentences, one of them measured."""
    sums = sum_by_document(UNITS, "score", by="voice", weight="words")
    assert sums[["doc_id", "voice", "sum", "weight", "measured", "missing"]].to_numpy().tolist() == [
        ["a", "outlet", 1.0, 1.0, 1, 1],
        ["a", "speaker", 4.0, 2.0, 1, 0],
        ["b", "not known", 16.0, 4.0, 1, 0],
    ]
    assert sums[["units", "units_measured"]].to_numpy().tolist() == [[2, 1], [2, 1], [1, 1]]


def many(seed: int, documents: int = 40) -> pd.DataFrame:
    draws = np.random.default_rng(seed)
    size = documents * 7
    table = pd.DataFrame({"doc_id": np.repeat([f"d{place:02}" for place in range(documents)], 7)})
    table["sentence_id"] = table["doc_id"] + ":" + pd.Series([f"{place % 7 // 2}" for place in range(size)])
    table["outlet"] = np.repeat(draws.choice(["A", "B", None], documents), 7)
    table["voice"] = draws.choice(["outlet", "speaker"], size)
    table["score"] = np.where(draws.random(size) < 0.1, np.nan, draws.normal(size=size))
    copies = {"d01": 0.5, "d02": 0.5, "d07": 0.25}
    return describe(table, unit="sentences", source="made", weights=copies, left_out={"undated": 3}, corpus=documents)


@given(st.integers(0, 10_000), st.integers(1, 39))
@settings(max_examples=25)
def test_means_and_differences_of_sums_joined_from_partitions_are_those_of_the_units(seed, cut):
    table = many(seed)
    parts = [table[table["doc_id"] < f"d{cut:02}"], table[table["doc_id"] >= f"d{cut:02}"]]
    sums = join_sums([sum_by_document(part, "score", by=["outlet", "voice"]) for part in parts], like=table)
    for by in (["outlet", "voice"], "outlet", ()):
        ours, direct = (estimate_means(each, "score", by, resamples=50) for each in (sums, table))
        pd.testing.assert_frame_equal(ours, direct, rtol=1e-12, atol=1e-12)
        assert basis_of(ours) == basis_of(direct)
    ours, direct = (estimate_differences(each, "score", "voice", by="outlet", resamples=50) for each in (sums, table))
    pd.testing.assert_frame_equal(ours, direct, rtol=1e-12, atol=1e-12)


def test_without_a_table_to_go_by_the_counts_of_partitions_are_added_up():
    table = many(1)
    parts = [describe(part, corpus=20) for part in (table.iloc[:140], table.iloc[140:])]
    basis = basis_of(join_sums([sum_by_document(part, "score") for part in parts]))
    assert (basis.corpus, basis.left_out, basis.unit) == (40, ({"reason": "undated", "count": 6},), "sentences")
    assert basis.weights == basis_of(table).weights


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda sums: estimate_means(sums, "tone"), "value='tone' is not one of .*score"),
        (lambda sums: estimate_means(sums, "score", by="outlet"), "column='outlet' is not one of"),
        (lambda sums: estimate_means(sums, "score", weight="words"), "weight='words' is asked of sums: give it to"),
        (lambda sums: join_sums([]), "parts holds no table of sums"),
    ],
)
def test_what_sums_cannot_give_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call(sum_by_document(UNITS, "score", by="voice"))


def test_draws_kept_are_those_of_a_fresh_start_and_few_are_kept(monkeypatch):
    monkeypatch.setattr(resampling, "KEPT_CELLS", 250)
    monkeypatch.setattr(resampling, "_kept", {})
    first = np.hstack(list(draw_counts(10, 20, 5)))
    assert (np.hstack(list(draw_counts(10, 20, 5))) == first).all()
    draw_counts(11, 20, 5)  # 220 more: the first have to go
    assert [asked[0] for asked in resampling._kept] == [11]
    assert (np.hstack(list(draw_counts(10, 30, 5)))[:, :20] == first).all()  # too many to be kept: drawn as they go


def test_groups_drawn_in_blocks_have_the_intervals_of_all_at_once(monkeypatch):
    amounts = many(3).pivot_table(index="doc_id", columns="sentence_id", values="score", aggfunc="sum", fill_value=0.0)
    tops = resampling.sparse.csr_array(amounts.to_numpy())
    bottoms = resampling.sparse.csr_array(np.ones((len(amounts), 1)))
    asked = (tops, bottoms, np.full(tops.shape[1], 9), 30, 0, np.zeros(tops.shape[1], dtype=int))
    whole = draw_intervals(*asked)
    monkeypatch.setattr(resampling, "BLOCK", 7)
    assert (draw_intervals(*asked) == whole).all()


def test_draws_without_a_value_are_passed_over_line_by_line():
    """Two of three draws known, 1 and 2: the ends lie 2.5% of their distance inside."""
    ends = interval_of(np.array([[1.0, 2.0, np.nan], [np.nan] * 3, [1.0, 1.0, 1.0]]), axis=1)
    assert np.allclose(ends[:, 0], [1.025, 1.975]) and np.isnan(ends[:, 1]).all() and (ends[:, 2] == 1).all()
