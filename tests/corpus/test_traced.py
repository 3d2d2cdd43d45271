"""The sentences behind a number, with what a reader needs to judge them: two small documents, counted by hand."""

import numpy as np
import pandas as pd
import pytest

from analysis.corpus import load_corpus
from analysis.corpus import traced as module
from analysis.corpus.traced import COLUMNS, NumberAsked, share_room
from analysis.estimates import describe, estimate_means
from analysis.estimates.behind import behind_of, record_from_now, record_units

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


def test_a_term_leads_to_the_sentences_of_its_group_that_hold_it(corpus):
    units = corpus.documents[["doc_id", "outlet"]].rename(columns={"outlet": "group"})
    token = record_units(units, ["group"], cells={"count": None}, pattern="term")
    rows = [{"group": "The <i>North</i>", "term": "war", "count": 3}, {"group": "Юг", "term": "war", "count": 0}]
    found = trace(corpus, describe(pd.DataFrame(rows), behind=token))
    assert found.numbers["count"].tolist() == [3, 0] and found.sentences["number"].tolist() == [0, 0, 0]
    assert found.sentences["marked"].tolist() == ["0-3", "0-3", "0-3"]


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


def test_all_text_passes_one_place(corpus, monkeypatch):
    monkeypatch.setattr(module, "pass_on", [lambda table: table.assign(text="…", before="", after="")])
    found = trace(corpus, estimate_means(coded(corpus), "present", by="outlet"))
    assert set(found.sentences["text"]) == {"…"} and set(found.sentences["before"]) == {""}
