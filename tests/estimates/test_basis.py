"""What a table rests on: counted from its rows, carried along, and told by charts; made tables, counted by hand."""

import json

import numpy as np
import pandas as pd
import pytest

from analysis.charts.dots import interval_dots
from analysis.charts.footers import footer_of
from analysis.corpus import Corpus
from analysis.estimates import add_basis, basis_of, describe, estimate_differences, estimate_means, estimate_shares
from analysis.tables import make_table
from analysis.words.units import gather_units, mark_periods


def coded(groups, sentences=3):
    """So many outlets of one document each; in each document three sentences, each coded on two frames."""
    rows = [
        {
            "sentence_id": f"d{group}-s{place}",
            "doc_id": f"d{group}",
            "outlet": f"o{group}",
            "frame": frame,
            "score": 1.0,
        }
        for group in range(groups)
        for place in range(sentences)
        for frame in ("conflict", "morality")
    ]
    return pd.DataFrame(rows)


@pytest.mark.parametrize("groups", [2, 25, 300])
def test_a_footer_counts_each_sentence_once_however_many_frames_and_groups_there_are(groups):
    """Three sentences in each of the documents, one of them in the first without a score on either frame."""
    table = coded(groups)
    table.loc[table["sentence_id"] == "d0-s0", "score"] = np.nan
    means = estimate_means(table, "score", by=["outlet", "frame"], resamples=20)
    assert len(means) == groups * 2
    drawn = interval_dots(means.head(40), "outlet", "x", "X", "score", "frame")
    footer = footer_of(means)
    assert footer == (f"n = {groups * 3 - 1:,} sentences in {groups:,} documents (left out: 1 without a value).")
    assert footer.removesuffix(".") in drawn.alt
    assert means["n"].sum() == (groups * 3 - 1) * 2, "a row's n is of its own group and frame"


@pytest.mark.parametrize("groups", [2, 25, 300])
def test_shares_and_differences_rest_on_the_same_sentences(groups):
    table = coded(groups)
    for estimates in (
        estimate_shares(table, of="frame", by="outlet", resamples=20),
        estimate_differences(table, "score", between="frame", resamples=20),
    ):
        basis = basis_of(estimates)
        assert (basis.unit, basis.n, basis.documents, basis.left_out) == ("sentences", groups * 3, groups, ())
        assert basis.stamp == (f"exploratory: {groups} documents" if groups < 100 else "")


def test_a_document_none_of_whose_sentences_was_measured_is_not_counted():
    table = coded(3)
    table.loc[table["doc_id"] == "d1", "score"] = None
    table = describe(table, missing="in another language")
    assert str(basis_of(estimate_means(table, "score", resamples=5))) == (
        "n = 6 sentences in 2 documents (left out: 3 in another language)"
    )


def test_units_without_a_category_are_left_out_and_counted_where_that_is_asked_for():
    """Of six sentences two have no tone: shares are of four."""
    table = coded(2).drop_duplicates("sentence_id").assign(tone=["good", "bad", None, "bad", None, "good"])
    known = estimate_shares(table, "tone", only_known=True, resamples=5)
    assert known["tone"].tolist() == ["bad", "good"] and known["n"].tolist() == [4, 4]
    assert str(basis_of(known)) == "n = 4 sentences in 2 documents (left out: 2 without a value)"
    assert "not known" in estimate_shares(table, "tone", resamples=5)["tone"].tolist()


def test_what_a_measure_says_of_its_rows_is_told_with_the_estimate():
    table = describe(coded(2), unit="clauses", source="Ann 1999", status="not validated", left_out={"undated": 4})
    basis = basis_of(estimate_means(table, "score", resamples=5))
    assert (basis.unit, basis.source, basis.stamp) == (
        "clauses",
        "Ann 1999",
        "exploratory: 2 documents · not validated",
    )
    assert basis.left_out == ({"reason": "undated", "count": 4},)
    assert basis_of(describe(table, status="validated on 200 articles", corpus=120)).stamp == ""


def test_rows_that_name_neither_sentence_nor_unit_are_counted_as_rows_unless_each_is_a_document():
    speeches = pd.DataFrame({"doc_id": ["a", "a", "b"], "score": [1.0, 2.0, 3.0]})
    assert str(basis_of(estimate_means(speeches, "score", resamples=5))) == "n = 3 rows in 2 documents"
    documents = speeches.drop_duplicates("doc_id")
    assert str(basis_of(estimate_means(documents, "score", resamples=5))) == "n = 2 documents"
    framed = describe(pd.concat([documents, documents]), unit="documents")
    assert str(basis_of(estimate_means(framed, "score", resamples=5))) == "n = 2 documents"


def test_one_unit_is_told_in_the_singular_and_nothing_left_out_is_not_told():
    table = pd.DataFrame({"sentence_id": ["s"], "doc_id": ["a"]})
    counted = add_basis(table, describe(table, unit="sentences with an actor"), left_out={"undated": 0})
    assert str(basis_of(counted)) == "n = 1 sentence with an actor in 1 document"


def test_a_basis_is_plain_and_comes_back_from_a_parquet_file(tmp_path):
    means = estimate_means(describe(coded(2), left_out={"undated": np.int64(4)}), "score", resamples=5)
    assert json.loads(json.dumps(means.attrs)) == means.attrs
    means.to_parquet(tmp_path / "means.parquet")
    assert basis_of(pd.read_parquet(tmp_path / "means.parquet")) == basis_of(means)


def test_describing_a_table_leaves_the_one_that_was_given_as_it_was():
    table = coded(2)
    described = describe(table, unit="clauses")
    assert table.attrs == {} and basis_of(described).unit == "clauses"
    describe(described, left_out={"undated": 1})
    assert basis_of(described).left_out == ()
    with pytest.raises(TypeError, match="units"):
        describe(table, units="clauses")


def corpus(**tables):
    """Two documents of two sentences each; the second has no date and no outlet."""
    documents = make_table(
        "documents",
        [
            {
                "doc_id": "a",
                "source": "a.txt",
                "text": "One. Two.",
                "outlet": "A",
                "published": "2024-01-01",
                "words": 2,
            },
            {"doc_id": "b", "source": "b.txt", "text": "Three. Four.", "words": 2},
        ],
    )
    sentences = make_table(
        "sentences",
        [
            {
                "sentence_id": f"{doc}-{place}",
                "doc_id": doc,
                "paragraph": 1,
                "start": place * 5,
                "end": place * 5 + 4,
                "text": text,
                "voice": "outlet",
                "quoted": 0.0,
            }
            for doc, texts in {"a": ["One.", "Two."], "b": ["Three.", "Four."]}.items()
            for place, text in enumerate(texts)
        ],
    )
    empty = {name: make_table(name) for name in ("quotes", "mentions", "spans", "removed", "refused")}
    notes = pd.DataFrame({"source": [], "note": []})
    return Corpus(documents, sentences, **{**empty, "notes": notes, **tables}).where()


def test_a_corpus_says_what_its_tables_are_and_filters_change_what_it_says():
    texts = corpus()
    assert (basis_of(texts.documents).unit, basis_of(texts.documents).corpus) == ("documents", 2)
    assert (basis_of(texts.sentences).unit, basis_of(texts.sentences).corpus) == ("sentences", 2)
    assert basis_of(texts.where(outlet="A").sentences).corpus == 1


def test_what_a_table_rests_on_is_carried_through_the_joins_with_documents_and_sentences():
    texts = corpus()
    scores = texts.sentences[["sentence_id"]].assign(score=[1.0, 2.0, 3.0, None])
    joined = texts.with_documents(describe(scores, status="not validated", left_out={"in another language": 5}))
    assert joined.columns.isin(["outlet", "voice"]).sum() == 2
    basis = basis_of(estimate_means(joined, "score", by="outlet", resamples=5))
    assert (basis.n, basis.documents, basis.corpus, basis.status) == (3, 2, 2, "not validated")
    assert [left["count"] for left in basis.left_out] == [5, 1]


def test_evidence_carries_what_its_scores_rest_on():
    texts = corpus()
    scores = describe(texts.sentences[["sentence_id"]].assign(score=1.0), source="Ann 1999")
    places = {"start": 0, "end": 20, "source_start": 0, "source_end": 20}
    texts = corpus(spans=make_table("spans", [{"doc_id": doc, "source": f"{doc}.txt", **places} for doc in "ab"]))
    assert basis_of(texts.evidence(scores, "score")).source == "Ann 1999"


def test_units_of_text_are_called_by_their_name_and_the_undated_are_counted():
    texts = corpus()
    for unit, name in {"document": "documents", "paragraph": "paragraphs", "voice": "passages of one voice"}.items():
        units = texts.with_documents(gather_units(texts.sentences, unit)).assign(score=1.0)
        assert str(basis_of(estimate_means(units, "score", resamples=5))).startswith(f"n = 2 {name}")
        dated = mark_periods(units)
        assert "(left out: 1 undated)" in str(basis_of(estimate_means(dated, "score", resamples=5)))
