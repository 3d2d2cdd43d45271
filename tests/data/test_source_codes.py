"""Codes of quotations and marked words as tidy tables: every quotation has its row."""

import pandas as pd
import pytest

from analysis import load_corpus
from analysis.data.dictionary import tidy_file_of
from analysis.data.forms import make_tidy
from analysis.data.source_codes import gather_source_evidence, tabulate_source_codes
from analysis.data.units import tabulate_corpus
from analysis.voices.marked_words import find_marked_words


@pytest.fixture(scope="module")
def corpus():
    table = pd.DataFrame(
        {
            "title": ["The bridge", "The road"],
            "text": [
                'Mayor Anna Berg claimed that the bridge was safe. "It holds," she said on a cold Monday in March. '
                'The town has a "beach" of its own, though no one has ever swum there.',
                "Berg admitted that nothing had changed. Somebody said that the road was closed for the whole week.",
            ],
            "outlet": ["x", "y"],
        }
    )
    return load_corpus(table, cache=False)


def test_every_quotation_has_its_row_with_kind_verb_role_and_gender(corpus):
    marked = find_marked_words(corpus.documents, corpus.quotes, corpus.sentences)
    tables = tabulate_source_codes(corpus, marked)
    codes, units = tables["quotation-codes"], tabulate_corpus(corpus)["quotations"]
    assert codes["quotation_id"].tolist() == units["quotation_id"].tolist()
    berg = codes[codes["speaker_id"].str.contains("berg").fillna(False)]
    assert set(berg["role"]) == {"government"} and set(berg["gender"]) == {"woman"}
    assert {"doubting", "endorsing"} <= set(berg["verb_group"]) and "direct" in set(berg["quotation"])
    assert tables["marked-words"]["kind"].tolist() == ["scare quotes"]
    for name, table in tables.items():
        assert list(make_tidy(table, tidy_file_of(name)).columns) == list(tidy_file_of(name).columns)


def test_a_part_with_the_evidence_of_the_whole_says_the_same(corpus):
    marked = find_marked_words(corpus.documents, corpus.quotes, corpus.sentences)
    whole = tabulate_source_codes(corpus, marked)["quotation-codes"]
    part = corpus.where(outlet="y")
    alone = tabulate_source_codes(part, marked.iloc[:0], evidence=gather_source_evidence(corpus))["quotation-codes"]
    mine = whole[whole["doc_id"].isin(part.documents["doc_id"])].reset_index(drop=True)
    pd.testing.assert_frame_equal(alone.drop(columns="quotation_id"), mine.drop(columns="quotation_id"))
