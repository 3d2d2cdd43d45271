"""Words of a corpus, counted by hand; documents by terms; sums by document and by group."""

import numpy as np
import pandas as pd
import pytest
from sklearn.decomposition import NMF
from sklearn.feature_extraction.text import TfidfTransformer

from analysis.corpus import load_corpus
from analysis.errors import InputError

ROWS = [
    {"text": "The bridge is long. The bridge is new.", "outlet": "North", "published": "2024-05-06"},
    {"text": 'The port is old.\n\n"A new port is a long way off, and the bridge is here," said Anna Berg.',
     "outlet": "North", "published": "2024-06-06"},
    {"text": "Ferries run. Ferries stop.", "published": "2023-01-01"},
]  # fmt: skip


@pytest.fixture(scope="module")
def corpus():
    return load_corpus(pd.DataFrame(ROWS), cache=False)


def test_words_are_counted_in_all_and_by_document(corpus):
    words = corpus.words.set_index("word")
    assert words.loc["bridge", ["count", "documents"]].tolist() == [3, 2]
    assert words.loc["ferries", ["count", "documents"]].tolist() == [2, 1]
    assert words.loc["the", "stop"] and not words.loc["bridge", "stop"]
    assert corpus.words["count"].is_monotonic_decreasing
    assert corpus.words["per_1000"].sum() == pytest.approx(1000)


def test_a_matrix_has_a_row_a_document_and_a_column_a_term(corpus):
    matrix = corpus.matrix()
    assert matrix.shape == (3, len(corpus.words)) and matrix.doc_ids.tolist() == corpus.documents["doc_id"].tolist()
    assert matrix.terms.tolist() == sorted(matrix.terms)
    column = matrix.terms.tolist().index("bridge")
    assert matrix[:, [column]].toarray().ravel().tolist() == [2, 1, 0]
    assert matrix.top(1).to_dict() == {"is": 5}
    assert matrix.to_frame().loc[matrix.doc_ids[2], "ferries"] == 2
    assert "3 documents × " in repr(matrix) and "bridge" in matrix._repr_html_()
    assert matrix[:2]._repr_html_() is None and "sparse" in repr(matrix[:2])


def test_what_takes_a_sparse_matrix_takes_it(corpus):
    matrix = corpus.matrix(stop_words=False)
    assert "the" not in matrix.get_feature_names_out()
    weights = NMF(2, random_state=0).fit_transform(TfidfTransformer().fit_transform(matrix))
    assert weights.shape == (3, 2) and np.isfinite(weights).all()


def test_terms_of_few_documents_can_be_left_out(corpus):
    assert set(corpus.matrix(min_documents=2, stop_words=False).terms) == {
        "bridge",
        "long",
    }  # "new" is a stop word here
    with pytest.raises(InputError, match=r"min_documents=9 leaves no term: the commonest is in 2"):
        corpus.matrix(min_documents=9)
    with pytest.raises(InputError, match=r"min_documents=0 is not a whole number of documents"):
        corpus.matrix(min_documents=0)


def test_words_of_a_part_of_the_sentences_are_those_of_the_part(corpus):
    spoken = corpus.where(voice="speaker")
    assert "ferries" not in set(spoken.words["word"]) and "berg" in set(spoken.words["word"])
    assert spoken.texts.tolist() == spoken.sentences["text"].tolist()
    outlet = corpus.where(contains="bridge | port")
    assert outlet.texts.iloc[0] == "The bridge is long. The bridge is new." and "\n\n" in outlet.texts.iloc[1]


def test_a_summary_has_a_row_a_document(corpus):
    table = corpus.summary()
    assert table["words"].tolist() == corpus.documents["words"].tolist()
    assert table["sentences"].tolist() == corpus.sentences.groupby("doc_id", sort=False).size().tolist()
    assert table["types"].tolist()[0] == 5 and table["types"].tolist()[2] == 3
    assert table["speakers"].tolist() == [0, 1, 0] and table["quoted"].iloc[0] == 0 < table["quoted"].iloc[1] < 1


def test_a_summary_of_groups_keeps_what_is_not_known_apart(corpus):
    table = corpus.summary("outlet")
    assert table["documents"].tolist() == [2, 1] and table["outlet"].isna().tolist() == [False, True]
    assert table["words"].sum() == corpus.documents["words"].sum()
    assert table["first"].iloc[0] == pd.Timestamp("2024-05-06") and table["last"].iloc[0] == pd.Timestamp("2024-06-06")
    assert table["sentences"].sum() == len(corpus.sentences)
    with pytest.raises(InputError, match=r"by='outlets' is not one of .*Did you mean 'outlet'"):
        corpus.summary("outlets")


def test_a_plain_table_has_a_row_a_document_or_a_sentence(corpus):
    assert len(corpus.to_frame()) == 3 and "text" in corpus.to_frame()
    sentences = corpus.to_frame("sentences")
    assert len(sentences) == len(corpus.sentences) and {"outlet", "voice", "text"} <= set(sentences)
    with pytest.raises(InputError, match=r"unit='word' is not one of"):
        corpus.to_frame("word")


def test_the_table_of_words_says_that_it_is_no_function(corpus):
    with pytest.raises(InputError, match=r"corpus\.words is a table, no function: leave the brackets away"):
        corpus.words()
    assert type(corpus.words.head(2)) is pd.DataFrame


def test_two_corpora_are_set_against_one_another_by_a_function(corpus):
    with pytest.raises(InputError, match=r"by=Corpus is no column: analysis.keyness\(first, second\)"):
        corpus.head(1).keyness(corpus.tail(1))


def test_words_are_counted_once_and_what_is_changed_is_a_copy(corpus, monkeypatch):
    counted = corpus.words["count"].tolist()
    monkeypatch.setattr(type(corpus), "_terms", lambda _: pytest.fail("counted again"))
    changed = corpus.words
    changed.loc[:, "count"] = 0
    assert corpus.words["count"].tolist() == counted
