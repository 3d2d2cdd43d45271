"""Parts of a corpus: by documents, by sentences, by chance; and what is said of a filter that is none."""

import pickle
import re

import numpy as np
import pandas as pd
import pytest

from analysis.corpus import Corpus, load_corpus
from analysis.corpus.filters import keep_fitting, list_filters
from analysis.corpus.held import keep_touching
from analysis.corpus.hints import MEANT, guess_meant
from analysis.corpus.values import find_meant
from analysis.errors import InputError
from analysis.tables import make_table

BRIDGE = """Minister opens bridge in the north

The minister opened the bridge on Monday. It took four years to build.

"The bridge will serve the whole region for a long time," said Anna Berg. "Sovereign nations build bridges."

"The ferry is cheaper for everybody here," said Karl Holm.
"""
PORT = """Port workers end their strike

Port workers went back to work on Friday after two weeks. The union had marched for higher wages.
"""
NOTE = "A note on ferries\n\nThe ferry runs twice a day in winter and never on Sundays, in its old timetable.\n"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("texts")
    for name, text in {"bridge": BRIDGE, "note": NOTE, "port": PORT}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "sources.csv").write_text(
        "file,outlet,published,stance\nbridge.txt,The North,2024-05-06,for\nport.txt,The Harbour,2024-06-10,against\n"
    )
    return load_corpus(folder)


def test_a_filter_of_sentences_keeps_their_documents_and_what_lies_in_them(corpus):
    spoken = corpus.where(voice="speaker")
    assert spoken.documents["doc_id"].tolist() == ["bridge-01"]
    assert set(spoken.sentences["voice"]) == {"speaker"} and len(spoken.sentences) == 3
    assert spoken.documents["text"].tolist() == corpus.documents["text"].head(1).tolist()
    assert set(spoken.mentions["sentence_id"]) <= set(spoken.sentences["sentence_id"])
    assert len(spoken.quotes) == len(corpus.quotes)
    assert corpus.where(voice="outlet").quotes.empty
    total = len(corpus.sentences)
    assert spoken.steps["step"].tolist() == [f"voice = speaker (3 of {total} sentences)"]
    assert spoken.steps[["before", "after"]].to_numpy().tolist() == [[3, 1]]


def test_a_speaker_is_found_by_a_part_of_the_name_that_only_one_has(corpus):
    assert corpus.where(speaker="berg").sentences["speaker"].unique().tolist() == ["Anna Berg"]
    assert set(corpus.where(speaker=["Anna Berg", "Holm"]).sentences["speaker"]) == {"Anna Berg", "Karl Holm"}
    with pytest.raises(InputError, match=r"speaker='Anna Borg' is not one of .* Did you mean 'Anna Berg'\?"):
        corpus.where(speaker="Anna Borg")


def test_a_part_of_a_name_that_several_have_names_them():
    rows = pd.DataFrame({"speaker": ["Anna Berg", "Eva Berg"], "speaker_id": ["a", "e"], "voice": "speaker"})
    from analysis.corpus.sentence_filters import find_speakers

    with pytest.raises(InputError, match="speaker='Berg' could be any of 'Anna Berg', 'Eva Berg'"):
        find_speakers(rows, "Berg")
    assert find_speakers(rows, "eva") == ["e"]


def test_words_keep_sentences_or_whole_documents(corpus):
    sentences = corpus.where(contains="ferr{y,ies}")
    assert sentences.documents["doc_id"].tolist() == ["bridge-01", "note-01"]
    assert all(re.search("ferr", text, re.IGNORECASE) for text in sentences.sentences["text"])
    whole = corpus.where(documents_with="ferr{y,ies}")
    assert whole.documents["doc_id"].tolist() == ["bridge-01", "note-01"]
    assert len(whole.sentences) > len(sentences.sentences)
    assert corpus.where(contains=["strike", "wages | winter"]).documents["doc_id"].tolist() == ["note-01", "port-01"]


def test_none_stands_for_what_is_not_known(corpus):
    assert corpus.where(outlet=None).documents["doc_id"].tolist() == ["note-01"]
    assert corpus.where(outlet=[None, "The North"]).documents["doc_id"].tolist() == ["bridge-01", "note-01"]
    assert corpus.where(copy_of=None).documents["doc_id"].tolist() == ["bridge-01", "note-01", "port-01"]


def test_any_column_filters_and_a_function_may_say_which(corpus):
    assert corpus.where(stance="for").documents["doc_id"].tolist() == ["bridge-01"]
    assert corpus.where(published="2024-06").documents["doc_id"].tolist() == ["port-01"]
    longest = corpus.documents["words"].max()
    assert corpus.where(words=lambda words: words == longest).documents["doc_id"].tolist() == ["bridge-01"]
    assert corpus.where(lambda table: table["title"].str.contains("strike")).documents["doc_id"].tolist() == ["port-01"]
    assert corpus.where(speaker=lambda name: name.str.endswith("Holm")).sentences["speaker"].tolist() == ["Karl Holm"]


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"words": lambda words: 3}, "words: the function gives int, not a yes or no of each of 3 rows: words=lambda"),
        ({"outlet": lambda name: name}, "outlet: the function gives Series of 3, not a yes or no"),
        ({"voice": "quoted"}, r"voice='quoted' is not one of .* Did you mean 'speaker'\?"),
        ({"contains": "zebra"}, r"contains='zebra' leaves none of \d+ sentences: widen or drop this filter"),
        ({"contains": "?!"}, "holds no word"),
        ({"contains": 3}, "contains=3 is no string"),
        ({"since": None}, "since=None is not a date"),
        ({"date": "2024"}, r"filter='date' is not one of .* Did you mean 'since'\? since= and until= take a day"),
        ({"vocie": "speaker"}, r"filter='vocie' is not one of .* Did you mean 'voice'\?"),
        ({"newspaper": "x"}, r"Did you mean 'outlet'\?"),
        ({"search": "x"}, r"Did you mean 'contains'\? contains= keeps sentences"),
    ],
)
def test_what_a_filter_does_not_take_is_said_with_what_it_does(corpus, filters, message):
    with pytest.raises(InputError, match=message):
        corpus.where(**filters)


def test_a_name_that_is_like_none_gets_no_hint():
    choices = list_filters()
    assert guess_meant("zebra", choices) == ""
    assert guess_meant("voice", ["since", "until"]) == ""
    assert all(guess_meant(word, choices) == name for name, words in MEANT.items() for word in words.split())


def test_values_are_taken_in_any_case_and_the_step_says_which_was_meant(corpus):
    found = corpus.where(outlet="the  NORTH")
    assert found.documents["doc_id"].tolist() == ["bridge-01"] and found.steps["step"].tolist() == [
        "outlet = The North"
    ]
    assert len(corpus.where(outlet=["the north", "THE HARBOUR"], kind="Article")) == 2
    with pytest.raises(InputError, match=r"outlet='Harbor' is not one of .* Did you mean 'The Harbour'\?"):
        corpus.where(outlet="Harbor")


@pytest.mark.parametrize("voice", ["quoted speech", "Quoted speech", "speaker"])
def test_voices_are_taken_by_the_names_that_charts_give_them(corpus, voice):
    assert set(corpus.where(voice=voice).sentences["voice"]) == {"speaker"}


@pytest.mark.parametrize("voice", ["outlet's own words", "outlet’s own words", "the outlets' own words"])
def test_the_outlets_own_words_are_written_in_several_ways(corpus, voice):
    assert set(corpus.where(voice=[voice, "forwarded posts"]).sentences["voice"]) == {"outlet"}


def test_what_tables_call_not_known_is_none(corpus):
    assert corpus.where(outlet="not known").documents["doc_id"].tolist() == ["note-01"]
    assert corpus.where(published="not known").documents["doc_id"].tolist() == ["note-01"]
    with pytest.raises(InputError, match="title=None: all 3 documents have their title known; drop this filter"):
        corpus.where(title="not known")
    with pytest.raises(InputError, match=r"speaker='Not known' leaves none of"):
        corpus.where(speaker="Not known")


def test_yes_and_no_are_taken_where_a_column_holds_them():
    table = pd.DataFrame({
        "flag": [True, False, True], "some": pd.array([True, None, False], dtype="boolean"),
        "mixed": pd.Series([True, None, False], dtype=object), "text": ["yes", "Yes", "true"], "n": [1, 2, 3],
    })  # fmt: skip
    asked = [("flag", "yes"), ("flag", ["No", "YES"]), ("some", "false"), ("some", "not known"), ("mixed", "yes")]
    assert [find_meant(table, *one) for one in asked] == [True, [False, True], False, None, True]
    same = [("text", "yes"), ("text", "YES"), ("n", "yes"), ("flag", "maybe"), ("flag", True), ("absent", "yes")]
    assert [find_meant(table, *one) for one in same] == [value for _, value in same]


def test_a_number_among_many_is_asked_for_otherwise():
    rows = make_table("documents", [{"doc_id": f"d{n}", "text": "A text.", "words": n * 10} for n in range(40)])
    for words in (55, "55"):
        with pytest.raises(InputError, match=r"words=55: none is exactly that; .* 40 numbers, 0 to 390\. min_words=55"):
            keep_fitting(rows, "words", words)


def test_a_value_without_the_name_of_its_filter_is_refused(corpus):
    with pytest.raises(InputError, match=r"where\('The North'\): write the name of a filter before it"):
        corpus.where("The North")


def test_parts_of_a_part_of_sentences_stay_that_part(corpus):
    part = corpus.where(contains="ferr{y,ies}")
    assert (
        part.head(1).sentences["text"].tolist()
        == part.sentences[part.sentences["doc_id"] == "bridge-01"]["text"].tolist()
    )
    assert len(part.where(voice="speaker").sentences) == 1
    assert part.where(voice="speaker")[0].doc_id == "bridge-01"
    assert len(corpus.where(voice="speaker", contains="ferry").sentences) == 1


def test_a_sample_is_the_same_for_the_same_seed_and_in_the_order_of_the_corpus(corpus):
    drawn = corpus.sample(2, seed=3).documents["doc_id"].tolist()
    assert drawn == sorted(drawn) and drawn == corpus.sample(2, seed=3).documents["doc_id"].tolist()
    assert len({tuple(corpus.sample(2, seed=seed).documents["doc_id"]) for seed in range(20)}) == 3
    assert corpus.sample(2, seed=3).steps["step"].tolist() == ["sample of 2, seed = 3"]
    with pytest.raises(InputError, match="n=4 is more than the 3 documents that there are"):
        corpus.sample(4)
    for n in (0, -1, 1.5, True):
        with pytest.raises(InputError, match="is not a whole number of documents, 1 or more"):
            corpus.head(n)


def test_the_first_and_the_last(corpus):
    assert corpus.head(2).documents["doc_id"].tolist() == ["bridge-01", "note-01"]
    assert corpus.tail(1).documents["doc_id"].tolist() == ["port-01"]
    assert len(corpus.head(50)) == 3


def test_what_was_read_once_is_kept_for_every_part(corpus, monkeypatch):
    corpus.mentions  # noqa: B018  read now
    monkeypatch.setattr(type(corpus.prepared), "load", lambda *_: pytest.fail("read again"))
    assert set(corpus.where(outlet="The North").mentions["doc_id"]) <= {"bridge-01"}


def test_a_part_that_reads_first_leaves_the_table_with_the_whole(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(BRIDGE)
    whole = load_corpus(tmp_path)
    first = whole.head(1).mentions
    monkeypatch.setattr(type(whole.prepared), "load", lambda *_: pytest.fail("read again"))
    pd.testing.assert_frame_equal(whole.tail(1).mentions, first)


def test_measuring_in_parts_sees_the_sentences_that_are_left(corpus):
    spoken = corpus.where(voice="speaker")
    assert sum(len(part.sentences) for part in spoken.parts()) == len(spoken.sentences) == 3
    assert len(spoken.map(lambda part: part.sentences[["sentence_id"]])) == 3


def test_a_quotation_stays_where_it_shares_a_character_with_a_sentence():
    quotes = pd.DataFrame({"doc_id": ["a", "a", "a", "b"], "start": [0, 10, 18, 0], "end": [5, 12, 30, 5]})
    sentences = pd.DataFrame({"doc_id": ["a"], "start": [12], "end": [20]})
    assert keep_touching(quotes, sentences)["start"].tolist() == [18]
    assert keep_touching(quotes, sentences.head(0)).empty and keep_touching(quotes.head(0), sentences).empty


def test_touching_is_what_a_loop_over_all_pairs_says():
    rng = np.random.default_rng(1)
    cuts = np.sort(rng.choice(200, 40, replace=False)).reshape(-1, 2)
    sentences = pd.DataFrame({"doc_id": "a", "start": cuts[:, 0], "end": cuts[:, 1]})
    begin = rng.integers(0, 190, 60)
    quotes = pd.DataFrame({"doc_id": "a", "start": begin, "end": begin + rng.integers(1, 10, 60)})
    by_hand = [any(q.start < s.end and q.end > s.start for s in sentences.itertuples()) for q in quotes.itertuples()]
    pd.testing.assert_frame_equal(keep_touching(quotes, sentences), quotes[by_hand].reset_index(drop=True))


def test_the_tables_of_a_part_can_be_pickled(corpus):
    part = corpus.where(voice="speaker")
    again = pickle.loads(pickle.dumps(part.sentences))
    pd.testing.assert_frame_equal(again, part.sentences)


def test_a_corpus_made_of_tables_alone_can_be_filtered():
    rows = [{"doc_id": one, "text": f"Text {one}.", "words": 2, "kind": "post"} for one in "ab"]
    empty = {name: make_table(name) for name in ("sentences", "quotes", "mentions", "spans", "removed", "refused")}
    notes = pd.DataFrame({"source": [], "note": []})
    corpus = Corpus(make_table("documents", rows), **empty, notes=notes)
    assert len(corpus.where(doc_id="b")) == 1 and "b" in corpus and "c" not in corpus
