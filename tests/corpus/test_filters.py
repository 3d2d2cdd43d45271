"""Filters of documents, copies among them: counted by hand."""

import warnings

import pandas as pd
import pytest

from analysis.corpus.copied import compare_copies
from analysis.corpus.filters import check_filters, join_copies, keep_copies, keep_fitting, weights_by_document
from analysis.errors import InputError
from analysis.estimates import describe, estimate_means, estimate_shares
from analysis.tables import make_table


def documents():
    """Five documents: b and d copy a; e copies a document that is not here any more; c stands alone."""
    return make_table(
        "documents",
        {
            "doc_id": list("abcde"),
            "text": "A text.",
            "words": 2,
            "published": pd.to_datetime(["2024-01-02", "2024-01-05", None, "2024-01-01", None]),
            "copy_of": [None, "a", None, "a", "gone"],
            "bias": ["left", "right", "left", None, "right"],
        },
    )


def test_keep_leaves_all_documents_as_they_are():
    assert keep_copies(documents(), "keep")["doc_id"].tolist() == list("abcde")


def test_first_keeps_one_document_of_each_cluster_in_their_order():
    assert keep_copies(documents(), "first")["doc_id"].tolist() == ["a", "c", "e"]


def test_where_the_original_was_filtered_out_the_earliest_copy_stands_for_its_cluster():
    led = join_copies(documents().iloc[1:])
    assert led["copy_of"].fillna("").tolist() == ["d", "", "", ""]
    assert keep_copies(documents().iloc[1:], "first")["doc_id"].tolist() == ["c", "d", "e"]


def test_weight_gives_each_document_of_a_cluster_one_over_its_size():
    weighed = keep_copies(documents(), "weight")
    assert weighed["copy_weight"].tolist() == [1 / 3, 1 / 3, 1, 1 / 3, 1]
    assert weights_by_document(weighed) == {"a": 1 / 3, "b": 1 / 3, "d": 1 / 3}
    assert weights_by_document(documents()) == {}


def test_another_word_for_copies_names_the_choices():
    with pytest.raises(InputError, match=r"copies='frist' is not one of \['keep', 'first', 'weight'\].*'first'"):
        keep_copies(documents(), "frist")


def test_a_column_that_the_material_brought_along_is_a_filter():
    check_filters(["bias"], ["bias"])
    assert keep_fitting(documents(), "bias", "left")["doc_id"].tolist() == ["a", "c"]
    with pytest.raises(InputError, match=r"filter='bais' is not one of .*Did you mean 'bias'"):
        check_filters(["bais"], ["bias"])


def test_a_mean_with_all_copies_stands_beside_those_without():
    """a, b, d say 1 and are one text; c says 0 and e 1: 4 of 5; the first of each 2 of 3; weighed 2 of 3."""
    rows = pd.DataFrame({"doc_id": list("abcde"), "score": [1.0, 1, 0, 1, 1]})
    table = compare_copies(rows, "score", documents())
    assert table["keep"].tolist() == [0.8]
    assert table["first"].tolist() == pytest.approx([2 / 3]) and table["weight"].tolist() == pytest.approx([2 / 3])
    assert table["difference"].tolist() == pytest.approx([2 / 3 - 0.8])
    alone = documents().assign(copy_of=pd.NA)
    assert compare_copies(rows, "score", alone).empty


def test_estimates_weigh_the_units_of_copies_and_say_so():
    """a scores 1 in two sentences, its copy b the same; c scores 0 in one: 4 of 5, or with halves 2 of 3."""
    rows = pd.DataFrame({"doc_id": list("aabbc"), "sentence_id": list("12345"), "score": [1.0, 1, 1, 1, 0]})
    rows["tone"] = rows["score"].map({1.0: "good", 0.0: "bad"})
    weighed = describe(rows, weights={"a": 0.5, "b": 0.5})
    assert estimate_means(rows, "score")["estimate"].tolist() == [0.8]
    mean = estimate_means(weighed, "score")
    assert mean["estimate"].tolist() == pytest.approx([2 / 3])
    assert mean["n"].tolist() == [5]
    assert str(describe(mean).attrs["basis"]["weights"]) == "{'a': 0.5, 'b': 0.5}"
    shares = estimate_shares(weighed, of="tone").set_index("tone")["estimate"]
    assert shares["good"] == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("since", "2024-01-02", "ab"),
        ("until", "2024-01-02", "ad"),
        ("until", "January 2024", "abd"),
        ("since", "2024-02", ""),
        ("until", 2023, ""),
        ("since", 2024, "abd"),
        ("since", pd.Timestamp("2024-01-05"), "b"),
    ],
)
def test_since_and_until_take_a_day_a_month_or_a_year(name, value, kept):
    assert keep_fitting(documents(), name, value)["doc_id"].tolist() == list(kept)


@pytest.mark.parametrize("value", ["01.02.2024", "05/06/2024", "soon", None, True])
def test_a_date_that_could_be_two_days_or_is_none_is_refused(value):
    with pytest.raises(InputError, match="is not a date that can be read one way alone: write it as 2024-12-26"):
        keep_fitting(documents(), "since", value)


def test_a_number_that_was_written_as_a_text_is_said_to_be_a_number():
    numbered = documents().assign(n=[1, 2, 3, 3, 2], flag=[True, False, None, True, True])
    with pytest.raises(InputError, match=r"n='2' is not one of \[1, 2, 3\]\. 2 is a number: write n=2\. These are"):
        keep_fitting(numbered, "n", "2")
    with pytest.raises(InputError, match=r"flag='true' is not one of .*True is yes or no: write flag=True"):
        keep_fitting(numbered, "flag", "true")
    with pytest.raises(InputError, match=r"n=9 is not one of \[1, 2, 3\]\. These are the values"):
        keep_fitting(numbered, "n", 9)
    assert keep_fitting(numbered, "n", 2)["doc_id"].tolist() == ["b", "e"]


def test_hundreds_of_further_columns_print_no_warning():
    with warnings.catch_warnings(action="ignore"):  # columns one by one, as a table of records has them
        wide = documents()
        for n in range(150):
            wide.insert(len(wide.columns), f"k{n}", range(5))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        weighed = keep_copies(wide, "weight")
    assert weighed["k149"].tolist() == [0, 1, 2, 3, 4] and weighed["copy_weight"].notna().all()
