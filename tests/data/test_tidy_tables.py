"""Tidy tables hold every row of the corpus, codes by identifier alone, and a dictionary that names every column."""

import io

import pandas as pd
import pytest

from analysis import code_frames, fit_topics, load_codebook, load_corpus
from analysis.data import written
from analysis.data.codes import tabulate_frame_codes, tabulate_sentiment_codes, tabulate_topic_codes
from analysis.data.dictionary import load_dictionary, tabulate_dictionary, tidy_file_of
from analysis.data.forms import make_csv, make_tidy
from analysis.data.units import tabulate_corpus
from analysis.data.written import write_data
from analysis.errors import InputError
from analysis.frames.instruments import mark_present, rate_with
from analysis.public.mode import DATA_FOR
from analysis.public.words import hash_words
from analysis.sentiment import score_sentences, summarise_documents, targets
from analysis.tables import mask_formulas, strip_formula_marks
from analysis.topics import tabulate_weights
from analysis.words.units import gather_units

TEXT = (
    "Mayor Ann Lee said: “The war over the bridge must stop.” The council met on Monday in the town. "
    "It was blamed on nobody. He said that the road is closed."
)


@pytest.fixture(scope="module")
def corpus():
    rows = [{"doc_id": f"d{n}", "title": f"Title {n}", "text": TEXT, "outlet": "a", "section": "=1+1"} for n in (1, 2)]
    return load_corpus(pd.DataFrame(rows), cache=False)


@pytest.fixture(scope="module")
def frame_codes(corpus):
    book = load_codebook("generic")
    sentences = corpus.sentences[["sentence_id", "doc_id", "text", "language"]]
    coded = {
        method: mark_present(code_frames(sentences, book, method=method), book.labels)
        for method in ("words", "meaning")
    }
    return book, coded, rate_with(corpus.documents, book)


def test_every_document_sentence_quotation_and_mention_of_the_corpus_has_its_row(corpus):
    units = tabulate_corpus(corpus)
    assert {name: len(table) for name, table in units.items()} == {
        "documents": len(corpus.documents), "sentences": len(corpus.sentences), "quotations": len(corpus.quotes),
        "mentions": len(corpus.mentions),
    }  # fmt: skip
    assert units["documents"]["sentences"].tolist() == [4, 4]
    assert "text" not in units["documents"] and "section" in units["documents"]


def test_a_quotation_leads_to_the_sentence_that_it_begins_in_and_has_an_identifier_of_its_own(corpus):
    quotations = tabulate_corpus(corpus)["quotations"]
    direct = quotations[(quotations["kind"] == "direct") & (quotations["doc_id"] == quotations["doc_id"].iloc[0])].iloc[
        0
    ]
    sentences = corpus.sentences.set_index("sentence_id")
    assert direct["text"] in sentences.loc[direct["sentence_id"], "text"]
    assert quotations["quotation_id"].is_unique and direct["quotation_id"].startswith(f"{direct['doc_id']}:q")


def test_the_hash_of_a_sentence_is_that_of_its_words_in_small_letters():
    """sha256 of "it was blamed on nobody", counted with sha256sum."""
    assert hash_words(["it", "was", "blamed", "on", "nobody"]) == "02b05e08d099"


def test_sentence_frames_by_words_are_all_above_zero_and_by_meaning_those_present_or_with_whole_all(frame_codes):
    book, coded, ratings = frame_codes
    few, all_ = (tabulate_frame_codes(book, coded, ratings, whole)["sentence-frames"] for whole in (False, True))
    counts = few["method"].value_counts()
    assert counts["words"] == (coded["words"]["score"] > 0).sum() > 0
    assert counts.get("meaning", 0) == (coded["meaning"]["score"] >= 0.5).sum()
    assert (all_["method"] == "meaning").sum() == (coded["meaning"]["score"] > 0).sum()
    assert set(few["frame"]) <= set(book.labels), "the codebook's names, not labels with a stamp"


def test_document_frames_keep_zeros(frame_codes, corpus):
    book, coded, ratings = frame_codes
    table = tabulate_frame_codes(book, coded, ratings)["document-frames"]
    assert len(table) == len(corpus.documents) * len(book.frames) * 2 and (table["score"] == 0).any()


def test_a_documents_share_of_a_topic_is_the_mean_of_its_units_by_their_words():
    """(10 x .5 + 30 x .1) / 40 = .2; a unit with no word of the topics counts for nothing."""
    weights = pd.DataFrame({"doc_id": "d", "topic": 1, "words": [10, 30, 99], "weight": [0.5, 0.1, float("nan")]})
    model = fit_topics(pd.Series(["a b"] * 3))
    shares = tabulate_topic_codes(model, weights)["document-topics"]
    assert shares.to_dict("records") == [{"doc_id": "d", "topic": 1, "words": 40, "share": pytest.approx(0.2)}]


def test_without_topics_there_are_two_empty_tables(corpus, tmp_path):
    units = gather_units(corpus.sentences, "document")
    model = fit_topics(units["text"], documents=units["doc_id"])
    write_data(tabulate_topic_codes(model, tabulate_weights(model, units)), tmp_path)
    assert (tmp_path / "data" / "document-topics.csv").read_text("utf-8-sig") == "doc_id,topic,share,words\n"


def test_tones_toward_actors_bear_the_actors_identifier(corpus):
    scored = score_sentences(corpus.sentences)
    toned = targets.score_mentions(corpus.mentions, corpus.sentences)
    tables = tabulate_sentiment_codes(scored, summarise_documents(scored, corpus.documents), toned, corpus.mentions)
    table = tables["mention-targets"]
    assert len(table) == len(toned) > 0
    assert table["actor_id"].isin(corpus.mentions["actor_id"]).all()
    assert len(tables["sentence-sentiment"]) == len(corpus.sentences)


def test_every_column_written_is_in_the_dictionary_with_label_type_and_meaning(corpus, frame_codes, tmp_path):
    write_data(tabulate_corpus(corpus) | tabulate_frame_codes(*frame_codes), tmp_path)
    dictionary = pd.read_csv(tmp_path / "data" / "dictionary.csv", keep_default_na=False)
    for path in (tmp_path / "data").glob("*.parquet"):
        own = pd.read_csv(path.with_name(f"{path.stem}-dictionary.csv"), keep_default_na=False)
        assert list(pd.read_parquet(path)) == own["name"].tolist()[1:]
        whole = dictionary[dictionary["file"] == path.stem]
        assert set(own["name"]) <= set(whole["name"])
        assert (own.drop(index=0)[["label", "type", "meaning"]] != "").all(axis=None)
    assert set(dictionary["file"]) == set(load_dictionary())
    assert (tmp_path / "data" / "dictionary.md").read_text("utf-8").count("\n## ") == len(load_dictionary())


def test_csv_and_parquet_hold_the_same_rows(corpus, tmp_path):
    write_data(tabulate_corpus(corpus), tmp_path)
    for name in ("documents", "sentences", "quotations", "mentions"):
        parquet = pd.read_parquet(tmp_path / "data" / f"{name}.parquet")
        csv = pd.read_csv(tmp_path / "data" / f"{name}.csv")
        assert list(parquet) == list(csv) and len(parquet) == len(csv)


def test_a_cell_that_a_spreadsheet_would_compute_gets_an_apostrophe_and_a_number_stays_one():
    texts = pd.Series(["=1+1", "+1", "-1", "@a", "\tx", "'=x", " =x", "＝1", "plain", "it's", None], dtype="str")
    masked = mask_formulas(texts)
    assert masked.tolist()[:8] == ["'=1+1", "'+1", "'-1", "'@a", "'\tx", "''=x", "' =x", "'＝1"]
    assert masked.tolist()[8:10] == ["plain", "it's"]
    assert strip_formula_marks(masked).equals(texts)
    table = pd.DataFrame({"text": texts[:1], "n": [-1.5]})
    assert make_csv(table).decode("utf-8-sig") == "text,n\n'=1+1,-1.5\n"


def test_a_file_that_is_too_large_loses_its_texts_first_and_then_is_left_out_and_says_so(corpus, tmp_path, monkeypatch):
    sentences = {"sentences": tabulate_corpus(corpus)["sentences"]}
    whole = len(
        written._fitting(
            make_tidy(sentences["sentences"], tidy_file_of("sentences")), tidy_file_of("sentences")
        ).contents["sentences.parquet"]
    )
    for limit, files, said in (
        (whole - 1, {"sentences.parquet", "sentences.csv"}, "Left out here"),
        (10, set(), "Not in this folder, which stays small (8 rows)"),
    ):
        monkeypatch.setattr(written, "MOST_PARQUET", limit)
        folder = tmp_path / str(limit)
        write_data(sentences, folder)
        made = {path.name for path in (folder / "data").iterdir()}
        assert made == files | {"sentences-dictionary.csv"}
        assert said in (folder / "data" / "sentences-dictionary.csv").read_text("utf-8-sig")
        if files:
            assert "text" not in pd.read_parquet(folder / "data" / "sentences.parquet")


def test_nothing_is_written_without_a_folder(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    write_data({"mentions": pd.DataFrame()}, "")
    assert list(tmp_path.iterdir()) == []


def test_a_file_or_a_form_that_is_not_known_is_refused_with_the_choices(monkeypatch, tmp_path):
    with pytest.raises(InputError, match=r"file='sentence' is not one of .* Did you mean 'sentences'"):
        write_data({"sentence": pd.DataFrame()}, tmp_path)
    monkeypatch.setenv(DATA_FOR, "sass")
    with pytest.raises(InputError, match="FRAMING_DATA_FOR='sass' is not one of"):
        write_data({}, tmp_path)


def test_a_table_without_a_column_that_its_file_has_is_refused():
    with pytest.raises(InputError, match=r"column='actor_id'.* mentions needs it"):
        make_tidy(
            pd.DataFrame({"sentence_id": [], "doc_id": [], "start": [], "end": [], "name": []}),
            tidy_file_of("mentions"),
        )


def test_the_dictionary_as_a_table_has_a_row_a_file_and_a_row_a_column():
    table = tabulate_dictionary([tidy_file_of("mentions")])
    assert table["name"].tolist() == ["", *tidy_file_of("mentions").columns]
    assert io.StringIO(table.to_csv()).read().count("person: person") == 0, "a value called as it is is said once"


def test_the_dictionary_says_where_a_column_is_not_there_and_needs_no_guard_against_formulas():
    dictionary = tabulate_dictionary(load_dictionary().values()).astype("str")
    assert all(mask_formulas(dictionary[name]).equals(dictionary[name]) for name in dictionary)
    missing = dictionary.set_index(["file", "name"])["missing"]
    assert missing["documents", "copy_weight"] == "the column is there only where copies are weighed"
    assert missing["sentences", "sha256"].startswith("the column is there only where texts may not stand")
    assert missing["quotations", "text"].startswith("in a report where texts may not stand")
    assert missing["sentences", "voice"] == "none is"
