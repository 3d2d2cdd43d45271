"""Every quotation and speaker turn of the five seeds, marked by hand in gold/quotes_seeds.csv."""

from pathlib import Path

import pandas as pd
import pytest

from analysis.texts.cleaning import clean_pages
from analysis.texts.readers import load_pages
from analysis.texts.sentences import split_sentences
from analysis.voices import assign_voices, extract_quotes

HERE = Path(__file__).parents[1]
SEEDS = HERE.parent / "seeds"
BLANKS = str.maketrans("\u00a0\u202f", "  ")


def plain(text: str) -> str:
    return " ".join(text.translate(BLANKS).split())


@pytest.fixture(scope="module")
def cleaned():
    pages = load_pages(SEEDS).pages
    return pages, clean_pages(pages, None)


@pytest.fixture(scope="module")
def quotes(cleaned):
    _, result = cleaned
    found = extract_quotes(result.documents).merge(result.documents[["doc_id", "source"]], on="doc_id")
    return found.assign(text=found["text"].map(plain))


@pytest.fixture(scope="module")
def sentences(cleaned, quotes):
    _, result = cleaned
    return assign_voices(split_sentences(result.documents), quotes, result.documents)


@pytest.fixture(scope="module")
def gold():
    return pd.read_csv(HERE / "gold" / "quotes_seeds.csv", keep_default_na=False)


def pair(quotes, row):
    same = quotes[(quotes["source"] == row.source) & (quotes["kind"] == row.kind)]
    return same[
        same["text"].str.startswith(plain(row.begins))
        & same["text"].str.rstrip(".,)").str.endswith(plain(row.ends).rstrip(".,)"))
    ]


@pytest.mark.parametrize("kind", ["direct", "turn", "indirect"])
def test_every_marked_speech_is_found_with_its_speaker(quotes, gold, kind):
    missed, wrong = [], []
    for row in gold[gold["kind"] == kind].itertuples():
        hit = pair(quotes, row)
        if len(hit) != 1:
            missed.append((row.source, row.begins))
        elif hit["speaker"].fillna("").iloc[0] != row.speaker:
            wrong.append((row.begins, row.speaker, hit["speaker"].iloc[0]))
    assert (missed, wrong) == ([], [])


def test_nothing_else_is_taken_for_a_quotation_or_a_turn(quotes, gold):
    """Names of parties, resolutions and books, inscriptions and scare quotes are not speech."""
    marked = set()
    for row in gold.itertuples():
        marked |= set(pair(quotes, row).index)
    extra = quotes[quotes["kind"].isin(["direct", "turn"]) & ~quotes.index.isin(marked)]
    assert extra["text"].tolist() == []


def test_an_interview_post_is_its_speakers_voice_and_its_question_is_not(sentences):
    post = sentences[sentences["doc_id"] == "004_b2a25b8227908fcf-01"]
    assert set(post["speaker"].dropna()) == {"Sergey Lavrov"}
    question = post[post["text"].str.startswith("The question is, though")]
    assert question["voice"].tolist() == ["speaker"] and question["speaker"].isna().all()


def test_a_speech_in_a_forwarded_post_is_forwarded_and_has_its_speaker(sentences):
    said = sentences[sentences["text"].str.contains("no high expectations about the upcoming AC")]
    assert said[["voice", "speaker"]].to_numpy().tolist() == [["forwarded", "Nikolay Korchunov"]]


def test_forwarded_posts_without_speech_keep_the_channel_and_no_speaker(sentences):
    carols = sentences[sentences["text"].str.contains("sweet sound of carols")]
    assert carols["voice"].tolist() == ["forwarded"] and carols["speaker"].isna().all()


def test_a_mixed_sentence_keeps_the_share_that_is_quoted(sentences):
    """The clause is 41 of the 63 characters (blanks aside) before the quotation, the rest is quoted."""
    mixed = sentences[sentences["text"].str.startswith("He pointed out that Kazakhstan")].iloc[0]
    outside = len("Hepointedout")
    solid = sum(not sign.isspace() for sign in mixed["text"])
    assert mixed["quoted"] == pytest.approx((solid - outside) / solid)
    assert (mixed["voice"], mixed["speaker"]) == ("speaker", "Dmitry Peskov")
