"""Names are masked before scoring, each counted; the lexicon's coverage of a text is told."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.sentiment import lexicon_coverage, load_names, mask_texts, score_sentences, score_sentiment


def test_masking_keeps_length_capitals_and_the_rest_of_the_sentence():
    texts = pd.Series(["The United Nations Security Council met; UNITED  NATIONS' aid helps."], index=["s1"])
    masked, found = mask_texts(texts)
    assert masked["s1"] == "The Xxxxxx Xxxxxxx Xxxxxxxx Xxxxxxx met; XXXXXX  XXXXXXX' aid helps."
    assert found["name"].tolist() == ["United Nations", "Security Council", "United Nations"]
    assert found["text"].tolist() == ["United Nations", "Security Council", "UNITED  NATIONS"]
    assert [texts["s1"][a:b] for a, b in zip(found["start"], found["end"], strict=True)] == found["text"].tolist()


def test_a_name_is_a_whole_word_run_and_the_longest_wins():
    masked, _ = mask_texts(pd.Series(["World Warfare, Cold War, Cold Wars, Warm World War"]), ["World War", "Cold War"])
    assert masked[0] == "World Warfare, Xxxx Xxx, Cold Wars, Warm Xxxxx Xxx"
    longest = mask_texts(pd.Series(["Party of Free People"]), ["Party", "Party of Free People"])[1]
    assert longest["name"].tolist() == ["Party of Free People"]


def test_a_name_of_one_word_is_masked_as_written_or_in_capitals_only():
    masked, _ = mask_texts(pd.Series(["Hope and HOPE give hope"]), ["Hope"])
    assert masked[0] == "Xxxx and XXXX give hope"


def test_masked_words_are_counted_and_no_longer_rated():
    """united and security are rated, council and nations not. great stays: 3.1 / sqrt(3.1^2 + 15) = .6249."""
    texts = pd.Series(["The United Nations Security Council is great", "It is great", None], index=list("abc"))
    scores = score_sentiment(texts, mask_names=True)
    assert scores["masked"].tolist()[:2] == [2, 0]
    assert scores["masked"].isna().tolist() == [False, False, True]
    assert scores["compound"].tolist()[:2] == [0.6249, 0.6249]


def test_masking_is_off_unless_asked_for():
    text = pd.Series(["The United Nations met"])
    assert "masked" not in score_sentiment(text)
    assert score_sentiment(text)["compound"][0] > 0
    assert score_sentiment(text, mask_names=["Nations"])["compound"][0] > 0
    assert score_sentiment(text, mask_names=["United Nations"])["compound"][0] == 0


@settings(max_examples=60)
@given(st.lists(st.text(alphabet="abz WwĞİß'-.\n", max_size=30), max_size=5))
def test_texts_without_any_name_are_scored_as_without_masking(texts):
    texts = pd.Series(texts, dtype="object")
    scores = score_sentiment(texts, mask_names=True)
    pd.testing.assert_frame_equal(scores.drop(columns="masked"), score_sentiment(texts))
    assert scores["masked"].sum() == 0


def test_shipped_names_are_distinct_and_each_is_masked_in_a_sentence():
    names = load_names()
    assert len(names) == len({name.lower() for name in names})
    masked, _ = mask_texts(pd.Series([f"In {name}, then." for name in names]))
    assert masked.str.contains(r"^In [Xx\W]*(?:-xx-)?[Xx\W]*, then\.$").all()


def test_a_list_of_ones_own_is_read_from_a_file(tmp_path):
    (tmp_path / "mine.txt").write_text("# my names\n\nLiberty Media\n", encoding="utf-8")
    assert load_names(tmp_path / "mine.txt") == ("Liberty Media",)
    scores = score_sentiment(pd.Series(["Liberty Media said"]), mask_names=tmp_path / "mine.txt")
    assert scores.loc[0, ["compound", "masked"]].tolist() == [0, 1]


def test_a_list_that_is_not_there_or_empty_is_refused_with_the_remedy(tmp_path):
    with pytest.raises(InputError, match="no such file; give the path of a text file with one name a line"):
        score_sentiment(pd.Series(["x"]), mask_names=tmp_path / "none.txt")
    (tmp_path / "empty.txt").write_text("# nothing\n")
    with pytest.raises(InputError, match="holds no name"):
        load_names(tmp_path / "empty.txt")
    with pytest.raises(InputError, match="holds no usable name"):
        score_sentiment(pd.Series(["x"]), mask_names=[" "])


def test_coverage_is_the_share_of_words_that_the_lexicon_rates():
    """Of a good day no war :) the lexicon rates good, no, war and the emoticon, not day; "A" is too short."""
    texts = pd.Series(["A good day, no war :)", "...", None], index=[3, 4, 5])
    coverage = lexicon_coverage(texts)
    assert coverage.loc[3].tolist() == [5, 4, 0.8]
    assert coverage.loc[4, ["words", "known"]].tolist() == [0, 0]
    assert coverage["coverage"].isna().tolist() == [False, True, True]


def test_coverage_of_no_text_is_an_empty_table():
    assert lexicon_coverage(pd.Series([], dtype="str")).shape == (0, 3)


def test_of_a_name_the_words_that_vader_would_rate_are_hits_and_no_others():
    texts = pd.Series(
        ["The Democratic Party's history.", "The Democratic Party, he said, won.", "Tea Party-endorsed men"]
    )
    found = mask_texts(texts, ["Democratic Party", "Tea Party"])[1]
    assert found["hits"].tolist() == [
        0,
        1,
        0,
    ]  # cut at blanks, "Party's" and "Party-endorsed" are no words of the lexicon


def test_never_are_fewer_words_known_than_none():
    texts = ["It is the Party's history.", "The Party won.", "a Tea Party-endorsed man"]
    sentences = pd.DataFrame({"sentence_id": list("abc"), "doc_id": list("abc"), "text": texts, "language": "en"})
    scored = score_sentences(sentences, mask_names=["Party"])
    assert scored["known"].tolist() == [0, 1, 0] and scored["coverage"].min() == 0
