"""Functions take the corpus itself, and answer a wrong thing with the remedy."""

import pandas as pd
import pytest

import analysis
from analysis.contrasts import keyness
from analysis.errors import InputError
from analysis.frames import count_frame_words, find_words, rate_items
from analysis.given import is_corpus
from analysis.sentiment import score_sentences

TEXTS = [
    'The mayor opened the port on Monday. "We trade with everybody," said Anna Berg. The port is large.',
    "Soldiers guard the port at night. Nobody may enter it before the morning comes.",
    "Trade grows by a tenth each year. The port sees more ships than it ever did before.",
]


@pytest.fixture(scope="module")
def corpus():
    rows = [{"text": TEXTS[number % 3], "outlet": "AB"[number % 2]} for number in range(12)]
    rows = [row | {"text": f"{row['text']} It is text number {number}."} for number, row in enumerate(rows)]
    return analysis.load_corpus(pd.DataFrame(rows), cache=False)


@pytest.mark.parametrize(
    ("function", "table"),
    [
        (analysis.rate_frames, "documents"),
        (rate_items, "documents"),
        (find_words, "documents"),
        (analysis.extract_quotes, "documents"),
        (analysis.find_copies, "documents"),
        (analysis.code_frames, "sentences"),
        (analysis.find_actors, "sentences"),
        (score_sentences, "sentences"),
    ],
)
def test_a_function_of_a_table_takes_the_corpus_that_has_it(corpus, function, table):
    given = function(corpus)
    pd.testing.assert_frame_equal(given, function(getattr(corpus, table)))
    assert len(given) or function is analysis.find_copies


def test_words_are_counted_in_a_corpus_as_in_its_documents(corpus):
    pd.testing.assert_frame_equal(count_frame_words(corpus).hits, count_frame_words(corpus.documents).hits)


def test_the_sentiment_of_a_corpus_is_that_of_its_sentences_by_their_names(corpus):
    scored = analysis.score_sentiment(corpus)
    assert scored.index.tolist() == corpus.sentences["sentence_id"].tolist()
    expected = score_sentences(corpus.sentences, mask_names=False)["compound"]
    assert scored["compound"].tolist() == expected.tolist()


def test_a_corpus_is_compared_by_a_column_or_by_voice(corpus):
    documents = corpus.documents.sort_values("doc_id")
    expected = keyness(documents["text"], documents["outlet"], documents=documents["doc_id"])
    by_outlet = analysis.keyness(corpus, by="outlet")
    assert by_outlet.set_index("term")["count"].to_dict() == expected.set_index("term")["count"].to_dict()
    assert set(analysis.keyness(corpus, "voice")["group"]) == {"outlet"}


def test_two_parts_of_a_corpus_are_compared_under_the_names_of_their_filters(corpus):
    table = analysis.keyness(corpus.where(outlet="A"), corpus.where(outlet="B"))
    assert (table["group"].iloc[0], table["against"].iloc[0]) == ("A", "B")
    whole = analysis.keyness(corpus, by="outlet")
    assert table.set_index("term")["count"].to_dict() == whole.set_index("term")["count"].to_dict()


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda c: analysis.keyness(c), r"asks what to compare: .*by is one of .*'voice'"),
        (lambda c: analysis.keyness(c, by="outlt"), "by='outlt' is not one of .* Did you mean 'outlet'"),
        (lambda c: analysis.keyness(c, c), "12 documents are in both corpora"),
        (lambda c: analysis.keyness(c.documents["text"]), "groups is missing: the group of each text"),
        (lambda c: analysis.keyness(c.documents["text"], by="outlet"), "by='outlet' names a column of a corpus"),
        (lambda c: analysis.keyness(c.documents["text"], c), r"keyness\(articles, posts\) takes two of them"),
        (lambda c: analysis.keyness(c.documents), r"give keyness its column of texts, table\['text'\]"),
        (lambda c: analysis.code_frames("seeds"), r"'seeds' is a text or a path.*load_corpus\('seeds'\)"),
        (lambda c: analysis.rate_frames(["a text"]), r"a list was given\. .*load_corpus\(pd.DataFrame\("),
        (lambda c: analysis.rate_frames(3), r"an int was given\. Give a corpus"),
        (lambda c: analysis.rate_frames(c.documents["text"]), r"a Series was given\. Give a DataFrame"),
        (
            lambda c: analysis.rate_frames(pd.DataFrame({"body": ["A text that is long enough to be one."]})),
            r"lacks the columns .*\.rename\(columns=\{'body': 'text'\}\)\. load_corpus\(table\) gives",
        ),
        (lambda c: analysis.score_sentiment(c.documents), r"its column of texts, table\['text'\]"),
        (lambda c: analysis.score_sentiment("a text"), r"pd.Series\(\[text\]\)"),
        (lambda c: analysis.fit_topics(c.documents), r"its column of texts, table\['text'\]"),
        (lambda c: analysis.fit_topics(None), "NoneType is no Series"),
        (lambda c: analysis.train_frame_coder(c, None), "texts is a corpus: give the texts"),
    ],
)  # fmt: skip
def test_a_wrong_thing_is_answered_with_what_would_do(corpus, ask, said):
    with pytest.raises(InputError, match=said):
        ask(corpus)


def test_a_table_with_a_column_of_documents_is_no_corpus(corpus):
    assert is_corpus(corpus) and is_corpus(corpus.where(outlet="B"))
    assert not is_corpus(pd.DataFrame({"documents": [1], "sentences": [1], "with_documents": [1]})) and not is_corpus(
        "x"
    )
