"""From a row of estimates back to its units: by hand, on ten sentences of two outlets."""

import pandas as pd
import pytest

from analysis.estimates import describe, estimate_differences, estimate_means, estimate_shares, sum_by_document
from analysis.estimates.behind import behind_of, record_from_now, record_units

UNITS = pd.DataFrame(
    {
        "sentence_id": [f"s{number}" for number in range(10)],
        "doc_id": list("aaabbbcccd"),
        "outlet": ["bbc"] * 6 + ["tass"] * 3 + [None],
        "present": [1, 0, 1, 0, 0, None, 1, 1, 0, 1],
        "tone": ["good", "bad", "good", "bad", "good", None, "bad", "good", "good", "bad"],
        "score": [0.1, -0.9, 0.3, 0.0, 0.8, None, 0.2, -0.5, 0.4, 0.6],
        "words": [5, 1, 9, 2, 2, 2, 7, 1, 1, 3],
    }
)


@pytest.fixture(autouse=True)
def recording():
    record_from_now()
    yield
    record_from_now(wanted=False)


def behind(table, row, column=""):
    found = behind_of(table).select(table.to_dict("records")[row], column)
    return found and ([f"s{place}" for place in found.places], found.of)


def test_a_share_leads_to_the_units_with_one_among_those_that_were_measured():
    """bbc: s0 to s5, of which s5 was not measured; s0 and s2 have the frame."""
    shares = estimate_means(UNITS, "present", by="outlet")
    assert shares["outlet"].tolist() == ["bbc", "not known", "tass"]
    assert behind(shares, 0) == (["s0", "s2"], 5)
    assert behind(shares, 1) == (["s9"], 1), "a missing outlet is a group too"
    assert behind(shares, 2) == (["s6", "s7"], 3)
    assert behind(estimate_means(UNITS, "present"), 0) == (["s0", "s2", "s6", "s7", "s9"], 9)


def test_a_mean_leads_to_all_its_units_the_strongest_of_both_ends_first():
    means = estimate_means(UNITS, "score", by="outlet")
    assert behind(means, 0) == (["s1", "s4", "s2", "s0", "s3"], 5)
    assert behind(means, 2) == (["s7", "s8", "s6"], 3)


def test_a_share_of_categories_leads_to_the_units_of_its_category_and_counts_the_group():
    shares = estimate_shares(UNITS, of="tone", by="outlet", weight="words", only_known=True)
    rows = shares[["outlet", "tone"]].apply(tuple, axis=1).tolist()
    assert behind(shares, rows.index(("bbc", "good"))) == (["s2", "s0", "s4"], 5), "most words first"
    assert behind(shares, rows.index(("not known", "good"))) == ([], 1), "a share of nothing leads to none of one"


def test_a_sentence_in_several_parts_is_one_sentence_in_the_share_and_behind_it():
    """s0 is of both tones, s1 has two good parts: three parts are good, of two sentences out of three."""
    parts = pd.DataFrame(
        [("s0", "good", 3), ("s0", "bad", 2), ("s1", "good", 1), ("s1", "good", 4), ("s2", "bad", 1)],
        columns=["sentence_id", "tone", "words"],
    )
    shares = estimate_shares(parts.assign(doc_id="a"), of="tone", weight="words", resamples=5)
    assert shares[["tone", "count", "n"]].to_numpy().tolist() == [["bad", 2, 3], ["good", 2, 3]]
    found = behind_of(shares).select(shares.to_dict("records")[1])
    assert parts["sentence_id"].iloc[found.places].tolist() == ["s1", "s0"] and found.of == 3


def test_a_difference_leads_to_the_units_of_the_group_that_is_compared():
    differences = estimate_differences(UNITS, "score", between="outlet", against="tass")
    assert differences["outlet"].tolist() == ["bbc", "not known"]
    assert behind(differences, 0) == (["s1", "s4", "s2", "s0", "s3"], 5)


def test_a_row_that_cannot_be_matched_leads_nowhere():
    shares = estimate_means(UNITS, "present", by="outlet")
    renamed = describe(shares.replace({"outlet": {"bbc": "the BBC"}}), like=shares)
    assert behind(renamed, 0) is None and behind(renamed, 2) is not None
    assert behind(describe(shares.drop(columns="outlet"), like=shares), 0) is None
    assert behind(describe(shares.assign(n=shares["n"] + 1), like=shares), 0) is None, "it counts other units"


def test_sums_of_documents_lead_nowhere_for_their_units_are_gone():
    assert behind_of(estimate_means(sum_by_document(UNITS, "present", "outlet"), "present", by="outlet")) is None


def test_cells_of_a_table_count_some_of_the_units_or_all():
    table = pd.DataFrame({"outlet": ["bbc"], "words": [19], "good": [3]})
    token = record_units(UNITS, ["outlet"], weight="words", cells={"words": None, "good": ("tone", "good")})
    table = describe(table, behind=token)
    assert behind(table, 0, "good") == (["s2", "s0", "s4"], 6)
    assert len(behind(table, 0, "words")[0]) == 6 and behind(table, 0, "other") is None
    assert behind(describe(table.assign(good=4), like=table), 0, "good") is None


def test_nothing_is_kept_where_nobody_asks():
    record_from_now(wanted=False)
    shares = estimate_means(UNITS, "present", by="outlet")
    assert behind_of(shares) is None and shares.attrs["basis"]["behind"] == ""


def test_only_the_columns_that_are_needed_are_kept():
    record = behind_of(estimate_means(UNITS.assign(other=1), "present", by="outlet"))
    assert set(record.units) == {"outlet", "present", "sentence_id", "doc_id"}
