"""Neighbouring words, scored as NLTK scores them."""

import pandas as pd
import pytest
from nltk.collocations import BigramCollocationFinder, TrigramCollocationFinder
from nltk.metrics import BigramAssocMeasures, TrigramAssocMeasures

from analysis.errors import InputError
from analysis.words.collocations import find_collocations

WORDS = "the white house and the white house in white paint near the old white house".split() * 4  # noqa: SIM905  a list of words in one text reads best


@pytest.mark.parametrize("measure", ["likelihood_ratio", "pmi", "chi_sq", "student_t"])
@pytest.mark.parametrize("size", [2, 3])
def test_scores_are_nltks(size, measure):
    finder, measures = {
        2: (BigramCollocationFinder, BigramAssocMeasures),
        3: (TrigramCollocationFinder, TrigramAssocMeasures),
    }[size]
    expected = dict(finder.from_words(WORDS).score_ngrams(getattr(measures, measure)))
    found = find_collocations(pd.Series([" ".join(WORDS)]), size, measure, min_count=1, languages=())
    assert len(found) == len(expected)
    for row in found.itertuples():
        assert row.score == pytest.approx(expected[tuple(row.term.split())])


def test_a_collocation_is_counted_with_its_documents_and_shown_as_it_is_spelt():
    texts = pd.Series(["The White House spoke.", "White House, White House", "a white house"])
    found = find_collocations(texts, min_count=1).set_index("term")
    assert found.loc["white house", ["shown", "count", "documents"]].tolist() == ["White House", 4, 3]


def test_nothing_runs_over_punctuation_or_the_end_of_a_text():
    assert find_collocations(pd.Series(["white, house white", "house"]), min_count=1)["term"].tolist() == [
        "house white"
    ]


def test_function_words_stand_at_neither_edge():
    found = find_collocations(pd.Series(["freedom of speech of freedom"]), size=3, min_count=1)
    assert found["term"].tolist() == ["freedom of speech", "speech of freedom"]


def test_texts_of_one_document_count_as_one():
    found = find_collocations(pd.Series(["white house"] * 3), min_count=1, documents=["a", "a", "b"])
    assert found["documents"].tolist() == [2]


def test_no_collocation_is_an_empty_table():
    assert list(find_collocations(pd.Series([""]))) == ["term", "shown", "score", "count", "documents"]
    assert find_collocations(pd.Series([""], dtype=object), size=3).empty


def test_what_cannot_be_is_refused():
    with pytest.raises(InputError, match=r"measure='pmu' .*Did you mean 'pmi'"):
        find_collocations(pd.Series(["a"]), measure="pmu")
    with pytest.raises(InputError, match="size=4"):
        find_collocations(pd.Series(["a"]), size=4)
    with pytest.raises(InputError, match="documents has 1 rows and texts 2"):
        find_collocations(pd.Series(["a", "b"]), documents=["x"])
