from pathlib import Path

import pandas as pd
import pytest

from analysis.corpus import load_corpus
from analysis.errors import InputError
from analysis.tables import COLUMNS
from analysis.texts.cleaning.account import account_for_files
from analysis.voices import extract_quotes
from analysis.voices.speech import count_spoken
from analysis.words.units import gather_units

ARTICLE = """Minister opens bridge in the north

The minister opened the bridge on Monday. It took four years to build.

"The bridge will serve the whole region for a long time," said Anna Berg. "Sovereign nations build bridges."

The opposition called the price a scandal.

Source link
"""
OTHER = """Port workers end their strike

Port workers went back to work on Friday after two weeks. The union had marched for higher wages.

Ships had waited outside the harbour for days, and shops had begun to run short of goods.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("texts")
    (folder / "bridge.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "port.txt").write_text(OTHER, encoding="utf-8")
    (folder / "sources.csv").write_text(
        "file,outlet,country,language,translated,published,url,note\n"
        "bridge.txt,The North,,en,no,2024-05-06,,\nport.txt,The Harbour,,en,no,2024-05-10,,\n"
    )
    (folder / "empty.txt").write_bytes(b"")
    return folder


@pytest.fixture(scope="module")
def corpus(folder):
    return load_corpus(folder)


def test_a_folder_becomes_documents_and_what_was_not_read_is_kept_with_its_reason(corpus):
    assert corpus.documents["doc_id"].tolist() == ["bridge-01", "port-01"]
    assert corpus.documents["outlet"].tolist() == ["The North", "The Harbour"]
    assert corpus.refused["source"].tolist() == ["empty.txt"]
    assert "Source link" in " ".join(corpus.removed["text"])


def test_quoted_speech_has_its_speakers_voice_and_the_rest_the_outlets(corpus):
    voices = corpus.sentences.set_index("text")["voice"]
    assert voices["The opposition called the price a scandal."] == "outlet"
    assert voices['"Sovereign nations build bridges."'] == "speaker"
    spoken = corpus.sentences[corpus.sentences["voice"] == "speaker"]
    assert set(spoken["speaker"]) == {"Anna Berg"}


def test_every_sentence_leads_to_its_characters_in_the_file(corpus, folder):
    located = corpus.locate(corpus.sentences)
    raw = {name: (folder / name).read_text(encoding="utf-8") for name in located["source"].unique()}
    for row in located.itertuples():
        assert raw[row.source][row.source_start : row.source_end] == row.text


def test_the_words_around_a_pattern_are_shown_with_their_voice(corpus):
    hits = corpus.kwic("sovereign*")
    assert hits[["doc_id", "match", "voice", "speaker"]].to_numpy().tolist() == [
        ["bridge-01", "Sovereign", "speaker", "Anna Berg"]
    ]
    assert hits["right"].iloc[0].strip().startswith("nations build")


def test_filters_keep_what_fits_and_count_what_does_not(corpus):
    kept = corpus.where(outlet="The North", since="2024-05-01")
    assert kept.documents["doc_id"].tolist() == ["bridge-01"]
    assert set(kept.sentences["doc_id"]) == set(kept.spans["doc_id"]) == {"bridge-01"}
    assert kept.steps[["before", "after"]].to_numpy().tolist() == [[2, 1], [1, 1]]
    assert corpus.where(until="2024-05-06").documents["doc_id"].tolist() == ["bridge-01"]


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"outlet": "The Nort"}, r"outlet='The Nort' is not one of .* Did you mean 'The North'\?"),
        ({"outlets": "The North"}, r"filter='outlets' is not one of .* Did you mean 'outlet'\?"),
        ({"since": "2030-01-01"}, r"since='2030-01-01' leaves none of 2 documents"),
        ({"since": "soon"}, "since='soon' is not a date that can be read one way alone: write it as 2024-12-26"),
        ({"min_words": 1.5}, "min_words=1.5 is not a whole number"),
        ({"country": "KZ"}, "No document has its country known"),
    ],
)
def test_a_filter_that_cannot_be_used_says_what_can(corpus, filters, message):
    with pytest.raises(InputError, match=message):
        corpus.where(**filters)


def test_what_is_no_path_or_no_table_is_refused(corpus):
    with pytest.raises(InputError, match="path=3 is not the path of a file or a folder"):
        load_corpus(3)
    with pytest.raises(InputError, match="scores must be a DataFrame, not str"):
        corpus.evidence("x", "y")


def test_an_unknown_filter_is_refused_before_the_texts_are_cleaned(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("A text.")
    monkeypatch.setattr("analysis.prepared.texts.clean_partition", lambda *_: pytest.fail("cleaned"))
    with pytest.raises(InputError, match="filter='kid' is not one of"):
        load_corpus(tmp_path, kid="post")


def test_what_is_known_of_a_document_is_joined_to_a_measure_in_the_same_order(corpus):
    table = pd.DataFrame({"sentence_id": corpus.sentences["sentence_id"][::-1], "score": 1.0})
    joined = corpus.with_documents(table)
    assert joined["sentence_id"].tolist() == table["sentence_id"].tolist()
    assert {"outlet", "kind", "voice", "text", "published"} <= set(joined)


def test_evidence_is_the_highest_sentences_of_each_group_with_their_place(corpus):
    scores = corpus.sentences[["sentence_id", "voice"]].assign(score=corpus.sentences["text"].str.len())
    top = corpus.evidence(scores, "score", by="voice", most=1)
    longest = corpus.sentences.assign(size=corpus.sentences["text"].str.len()).groupby("voice")["size"].max()
    assert top.set_index("voice")["score"].to_dict() == longest.to_dict()
    assert (top["source_end"] - top["source_start"] == top["score"]).all()
    with pytest.raises(InputError, match="column='scor'"):
        corpus.evidence(scores, "scor")


def test_the_order_of_files_and_their_number_change_no_document(folder, tmp_path, corpus):
    (tmp_path / "port.txt").write_text(OTHER, encoding="utf-8")
    alone = load_corpus(tmp_path)
    there = corpus.sentences[corpus.sentences["doc_id"] == "port-01"].reset_index(drop=True)
    pd.testing.assert_frame_equal(alone.sentences, there)


def test_a_corpus_prints_what_it_holds_in_a_line(corpus):
    words = corpus.documents["words"].sum()
    assert repr(corpus).startswith(f"Corpus({len(corpus.documents)} documents, {len(corpus.sentences)} sentences, ")
    assert repr(corpus).endswith(f"; {words} words)") and words < 1000


def test_speakers_and_mentions_share_identifiers_and_keep_them_in_a_part_of_the_corpus(corpus):
    people = {who for who in corpus.mentions["actor_id"] if who.startswith("person:")}
    assert people == {"person:berg_ana"}
    assert set(corpus.quotes["speaker_id"]) == people | {"described:the opposition"}
    part = corpus.where(outlet="The North")
    assert set(part.mentions["doc_id"]) == {"bridge-01"} and set(part.names["form"]) == {"Anna Berg", "the opposition"}


def test_an_alias_file_beside_the_texts_is_taken_and_is_no_text(folder, tmp_path):
    for name in ("bridge.txt", "port.txt"):
        (tmp_path / name).write_text((folder / name).read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "aliases.yaml").write_text("people:\n  Anna Maria Berg: [Anna Berg]\n", encoding="utf-8")
    corpus = load_corpus(tmp_path)
    assert corpus.refused.empty and len(corpus.documents) == 2
    assert set(corpus.sentences["speaker"].dropna()) == {"Anna Maria Berg"}


def test_every_count_of_the_seeds_words_and_sentences_is_the_same():
    corpus = load_corpus(Path(__file__).parents[2] / "seeds")
    words = corpus.documents["words"].sum()
    assert [gather_units(corpus.sentences, unit)["words"].sum() for unit in ("document", "voice")] == [words, words]
    assert count_spoken(corpus.sentences)["words"].sum() == pytest.approx(words)
    assert account_for_files(corpus.documents, corpus.spans, corpus.removed)["words"].sum() == words
    given = extract_quotes(corpus.documents, corpus.sentences)
    pd.testing.assert_frame_equal(given, extract_quotes(corpus.documents))


def test_sentences_and_those_named_in_them_know_their_language(tmp_path):
    english = "Angela Merkel went to Kenya on Friday, and the harvest there was late this year."
    (tmp_path / "en.txt").write_text(f"The harvest is late\n\n{english}\n", encoding="utf-8")
    russian = "Ангела Меркель приехала в Кению в пятницу, а урожай там в этом году поздний. Kenya Airways летает."
    (tmp_path / "ru.txt").write_text(f"Урожай будет поздним\n\n{russian}\n", encoding="utf-8")
    texts = load_corpus(tmp_path)
    known = texts.sentences.groupby("doc_id")["language"].agg(lambda codes: sorted(set(codes))).to_dict()
    assert known == {"en-01": ["en"], "ru-01": ["ru"]}
    assert set(texts.mentions["doc_id"]) == {"en-01"}
    assert list(texts.sentences)[:11] == list(COLUMNS["sentences"])


def test_columns_of_tables_are_refused_where_no_table_is_among_the_files(folder, tmp_path):
    said = r"columns=\{'outlet': 'body'\} names columns of tables, and '.*' holds none \(article: 2\): leave it away"
    with pytest.raises(InputError, match=said):
        load_corpus(folder, columns={"outlet": "body"}, cache=False)
    (tmp_path / "one.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "two.csv").write_text("title,body\nPort,The port was shut on Monday after a storm.\n")
    documents = load_corpus(tmp_path, columns={"text": "body"}, cache=False).documents  # one table suffices
    assert documents["title"].tolist()[-1] == "Port"


def test_columns_of_a_saved_corpus_are_refused(corpus, tmp_path):
    corpus.save(tmp_path / "kept")
    with pytest.raises(InputError, match=r"columns=.* names columns of tables, and '.*kept' is a saved corpus\."):
        load_corpus(tmp_path / "kept", columns={"text": "body"})
