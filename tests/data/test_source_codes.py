"""Codes of quotations and marked words as tidy tables: every quotation has its row."""

import pandas as pd
import pytest

from analysis import load_corpus
from analysis.data.dictionary import tidy_file_of
from analysis.data.forms import make_tidy
from analysis.data.source_codes import gather_source_evidence, tabulate_source_codes
from analysis.data.units import tabulate_corpus
from analysis.voices.marked_words import find_marked_words
from analysis.voices.reporting_verbs import gather_reports


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


def test_what_nobody_said_has_no_verb_group_here_either():
    denied = ["Nobody has confirmed that the weir holds.", "No clerk admitted that the weir leaks."]
    made = ["No. 10 confirmed that the weir holds.", "Nona Keinath admitted that the weir leaks."]
    corpus = load_corpus(pd.DataFrame({"text": [f"{text} It was a cold day." for text in denied + made]}), cache=False)
    codes = tabulate_source_codes(corpus, pd.DataFrame())["quotation-codes"]
    assert codes["verb"].tolist() == ["confirm", "admit"] * 2
    assert codes["verb_group"].isna().tolist() == [True, True, False, False]
    counted = gather_reports(corpus.quotes, corpus.sentences)
    assert counted["verb_group"].tolist() == codes["verb_group"].dropna().tolist()


def test_a_corpus_without_quotations_has_no_codes():
    corpus = load_corpus(pd.DataFrame({"text": ["The weir was built of stone. It was a cold day."]}), cache=False)
    assert tabulate_source_codes(corpus, pd.DataFrame())["quotation-codes"].empty


def test_a_verb_that_is_a_stem_of_a_list_is_told_by_its_asterisk():
    table = pd.DataFrame({"text": ["Мэр Анна Берг сказала, что мост закрыт. День был холодный."], "language": ["ru"]})
    codes = tabulate_source_codes(load_corpus(table, cache=False), pd.DataFrame())["quotation-codes"]
    (verb,) = codes["verb"]
    assert verb.endswith("*") and "сказала".startswith(verb[:-1])
    (meaning,) = [column.meaning for name, column in tidy_file_of("quotation-codes").columns.items() if name == "verb"]
    assert "* is a stem" in meaning
