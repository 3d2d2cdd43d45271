"""The sentences behind a number, with what a reader needs to judge them: two small documents, counted by hand."""

import re

import numpy as np
import pandas as pd
import pytest

from analysis.contrasts import compare_by
from analysis.corpus import load_corpus
from analysis.corpus import traced as module
from analysis.corpus.traced import COLUMNS, NumberAsked, share_room
from analysis.estimates import describe, estimate_means, estimate_shares
from analysis.estimates.behind import Occurrence, behind_of, record_from_now, record_units
from analysis.frames.agreement import leave_one_word_out
from analysis.words.units import gather_units

NORTH = "War came on Monday. It did not end.\n\nThe bridge is open. War is over, said no one.\n\nWar again."
SOUTH = "Привет, война 🚢 началась здесь. Nothing else is known.\n\nShips wait outside."


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("texts")
    (folder / "north.txt").write_text(NORTH, encoding="utf-8")
    (folder / "south & <east>.txt").write_text(SOUTH, encoding="utf-8")
    (folder / "sources.csv").write_text(
        "file,outlet,published,title\nnorth.txt,The <i>North</i>,2024-05-06,Bridge\n"
        "south & <east>.txt,Юг,2024-05-07,Port\n",
        encoding="utf-8",
    )
    return load_corpus(folder)


@pytest.fixture(autouse=True)
def recording():
    record_from_now()
    yield
    record_from_now(wanted=False)


def coded(corpus):
    """One row a sentence: whether it says war, in English or Russian, and the word."""
    table = corpus.with_documents(corpus.sentences[["sentence_id", "doc_id"]])
    word = table["text"].str.extract(r"(?i)(\bwar\b|война)")[0].str.lower()
    return table.assign(present=word.notna().astype(float), evidence=word)


def trace(corpus, table, most=100, room=None):
    rows = [NumberAsked(row) for row in table.to_dict("records")]
    return corpus.tracer.trace(behind_of(table), rows, most, room)


def test_the_sentences_of_a_share_come_with_document_voice_words_and_their_place_in_the_file(corpus):
    found = trace(corpus, estimate_means(coded(corpus), "present", by="outlet"))
    assert found.of_asked == [0, 1] and list(found.sentences) == COLUMNS
    assert found.numbers[["count", "of", "unit"]].to_numpy().tolist() == [[3, 5, "sentences"], [1, 3, "sentences"]]
    first = found.sentences.iloc[0]
    assert (first["text"], first["title"], first["outlet"]) == ("War came on Monday.", "Bridge", "The <i>North</i>")
    assert (first["source"], first["source_start"], first["source_end"]) == ("north.txt", 0, 19)
    assert (first["marked"], first["before"], first["after"]) == ("0-3", "", " It did not end.")
    second = found.sentences.iloc[1]
    assert second["text"].startswith("War is over") and second["before"] == "The bridge is open. "
    assert NORTH[second["source_start"] : second["source_end"]] == second["text"]


def test_a_sentence_that_is_a_paragraph_is_shown_between_its_neighbours(corpus):
    found = trace(corpus, estimate_means(coded(corpus), "present", by="outlet"))
    alone = found.sentences.set_index("text").loc["War again."]
    assert alone["before"].endswith("said no one.\n\n") and alone["after"] == ""


def test_words_are_marked_in_any_script_and_places_count_characters(corpus):
    found = trace(corpus, estimate_means(coded(corpus), "present", by="outlet")).sentences
    row = found[found["outlet"] == "Юг"].iloc[0]
    start, end = map(int, row["marked"].split("-"))
    assert row["text"][start:end] == "война" and SOUTH[row["source_start"] : row["source_end"]] == row["text"]


def test_what_was_found_and_does_not_stand_in_the_text_is_said(corpus):
    near = coded(corpus).assign(evidence="A statement of the codebook")
    found = trace(corpus, estimate_means(near, "present", by="outlet")).sentences
    assert set(found["because"]) == {"A statement of the codebook"} and set(found["marked"]) == {""}


def test_of_units_alike_some_of_each_document_are_picked_and_stay_in_their_order(corpus):
    everything = estimate_means(coded(corpus), "present")
    found = trace(corpus, everything, most=2)
    assert found.sentences["outlet"].tolist() == ["The <i>North</i>", "Юг"]
    assert found.numbers.iloc[0][["count", "of", "shown", "ranked"]].tolist() == [4, 8, 2, False]


def test_of_the_weakest_that_are_shown_some_of_each_document_are_picked(corpus):
    weights = [9.0, *[1.0] * (len(corpus.sentences) - 1)]
    table = coded(corpus).assign(words=weights, said="all")
    found = trace(corpus, estimate_shares(table, of="said", weight="words"), most=3)
    assert found.sentences["value"].tolist() == [9, 1, 1] and found.sentences["outlet"].nunique() == 2


def find_wars(texts, terms):
    """War, but not the war that begins a text: what a count that gives words to longer terms could have left."""
    for number, text in enumerate(texts):
        places = [hit.start() for hit in re.finditer("War", text) if hit.start() and "war" in terms]
        yield from (Occurrence(number, "war", place, place + 3) for place in places)


def test_a_term_leads_to_the_sentences_of_its_group_in_which_it_was_counted(corpus):
    units = corpus.documents[["doc_id", "outlet"]].rename(columns={"outlet": "group"})
    token = record_units(units, ["group"], cells={"count": None}, pattern="term", find=find_wars)
    rows = [{"group": "The <i>North</i>", "term": "war", "count": 2}, {"group": "Юг", "term": "war", "count": 0}]
    found = trace(corpus, describe(pd.DataFrame(rows), behind=token))
    assert found.numbers["count"].tolist() == [2, 0] and found.sentences["number"].tolist() == [0, 0]
    assert found.sentences["text"].tolist() == ["War is over, said no one.", "War again."]
    assert found.sentences["marked"].tolist() == ["0-3", "0-3"]


def test_words_that_went_into_a_phrase_lead_to_none_of_its_sentences(tmp_path):
    """Six texts of each outlet; "red cross" is a phrase of A's: red is counted by itself once a text, cross never."""
    texts = [f"The Red Cross came, number {'abcdef'[n]}. It was red, too. To the U.S.!" for n in range(6)]
    rows = {"text": [*texts, *["It was red. Nothing else."] * 6], "outlet": ["A"] * 6 + ["B"] * 6}
    small = load_corpus(pd.DataFrame(rows), cache=False)
    units = small.with_documents(gather_units(small.sentences, "document"))
    terms = compare_by(units, "outlet", phrases=2, languages="en", resamples=20).terms
    rows = terms[(terms["group"] == "A") & terms["term"].isin(["red cross", "red", "US"])].to_dict("records")
    asked = [NumberAsked(row, "count") for row in rows]
    found = small.tracer.trace(behind_of(terms), asked, None)
    held = {row["term"]: found.sentences[found.sentences["number"] == place] for place, row in enumerate(rows)}
    assert set(held["red cross"]["text"].str[:9]) == {"The Red C"} and set(held["red cross"]["marked"]) == {"4-13"}
    assert set(held["red"]["text"]) == {"It was red, too."} and set(held["red"]["marked"]) == {"7-10"}
    assert set(held["US"]["marked"]) == {"7-11"}
    assert [len(held[row["term"]]) for row in rows] == [row["count"] for row in rows] == [6, 6, 6]


BOOK = """
codebook: small
title: Small
source: a test
frames:
  - frame: cure
    label: Cure
    definition: A cure.
    items:
      - item: first
        question: Is there one?
        words: ["polic{y,ies}", "foreign policy"]
"""


def test_a_word_of_a_codebook_leads_to_the_sentences_in_which_it_was_counted(tmp_path):
    (tmp_path / "small.yaml").write_text(BOOK, encoding="utf-8")
    texts = ["Foreign policy failed. The policy stays.\n\nPolicies change.", "No policies here. Nothing."]
    small = load_corpus(pd.DataFrame({"text": texts}), cache=False)
    words = leave_one_word_out(small.documents, tmp_path / "small.yaml", resamples=20).set_index("word", drop=False)
    rows = words.loc[["polic{y,ies}", "foreign policy"]].to_dict("records")
    found = small.tracer.trace(behind_of(words), [NumberAsked(row) for row in rows])
    assert found.numbers["count"].tolist() == [row["hits"] for row in rows] == [3, 1]
    assert found.sentences["text"].tolist() == [
        "The policy stays.", "Policies change.", "No policies here.", "Foreign policy failed."
    ]  # fmt: skip
    assert found.sentences["marked"].tolist() == ["4-10", "0-8", "3-11", "0-14"]


@pytest.mark.parametrize(
    ("text", "evidence", "marked"),
    [
        ("It is not a crisis, a war.", "crisis (negated), war", "12-18 22-25"),
        ("A cease-fire of the U.S. army.", "cease fire, u s", "2-12 20-23"),
        ("They cease. Fire!", "cease fire", ""),
        ("We, they said, act.", "we they", ""),
    ],
)
def test_what_was_counted_is_marked_though_it_is_denied_or_written_otherwise(text, evidence, marked):
    assert module.locate_words(text, evidence) == marked


def test_quotations_and_documents_are_units_too(corpus):
    quotes = pd.DataFrame({"doc_id": ["north-01"], "start": [0], "end": [3], "speaker": ["A"], "kind": ["direct"]})
    token = record_units(quotes, ["speaker"], cells={"direct": ("kind", "direct")})
    found = trace(corpus, describe(pd.DataFrame({"speaker": ["A"], "direct": [1]}), behind=token))
    assert found.sentences.iloc[0][["text", "after"]].tolist() == ["War", " came on Monday. It did not end."]
    token = record_units(corpus.documents, ["outlet"], cells={"documents": None})
    found = trace(corpus, describe(pd.DataFrame({"outlet": ["Юг"], "documents": [1]}), behind=token))
    assert found.numbers["unit"].tolist() == ["documents"] and found.sentences.iloc[0]["text"] == SOUTH


@pytest.mark.parametrize(
    ("counts", "most", "room", "shown"),
    [
        ([3, 50, 200], 100, None, [3, 50, 100]),
        ([3, 50, 200], 100, 63, [3, 30, 30]),
        ([3, 50, 200], None, None, [3, 50, 200]),
        ([9, 9, 9], 100, 2, [1, 1, 1]),  # none is left out altogether
        ([], 100, 10, []),
    ],
)
def test_room_is_shared_so_that_who_is_cut_has_as_many_as_any_other(counts, most, room, shown):
    assert share_room(np.array(counts, dtype=int), most, room).tolist() == shown
