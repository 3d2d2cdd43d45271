import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.estimates import basis_of, estimate_means
from analysis.voices.speech import (
    NAMELESS,
    OWN,
    count_spoken,
    keep_who,
    pair_speakers,
    pick_speakers,
    tabulate_speakers,
)

SENTENCES = pd.DataFrame(
    {
        "sentence_id": ["a:1", "a:2", "a:3", "b:1", "b:2"],
        "doc_id": ["a", "a", "a", "b", "b"],
        "text": ["one two three four", "five six", "seven eight nine ten", "eleven", "twelve thirteen"],
        "voice": ["outlet", "speaker", "speaker", "forwarded", "forwarded"],
        "speaker": [None, "Ann Lee", None, None, "Bo Chen"],
        "quoted": [0.0, 1.0, 0.75, 0.0, 1.0],
        "forwarded_from": [None, None, None, "Channel", "Channel"],
    }
)


def test_a_sentence_of_mixed_voice_gives_its_words_to_both():
    """a:3 has four words, three quarters of them quoted: 3 to a speaker without a name, 1 to the outlet."""
    spoken = count_spoken(SENTENCES)
    assert spoken[["sentence_id", "voice", "who", "words"]].to_numpy().tolist() == [
        ["a:1", "outlet", OWN, 4.0],
        ["a:2", "speaker", "Ann Lee", 2.0],
        ["a:3", "speaker", NAMELESS, 3.0],
        ["a:3", "outlet", OWN, 1.0],
        ["b:1", "forwarded", "Channel", 1.0],
        ["b:2", "forwarded", "Bo Chen", 2.0],
    ]
    assert spoken["words"].sum() == SENTENCES["text"].str.split().str.len().sum()


def test_the_speakers_of_most_words_are_picked_and_the_nameless_left_out():
    spoken = count_spoken(SENTENCES)
    assert pick_speakers(spoken, fewest=1) == ["Ann Lee", "Bo Chen"]
    assert pick_speakers(spoken, fewest=2) == []
    with pytest.raises(InputError, match="most=0 must be 1 or more speakers"):
        pick_speakers(spoken, most=0)


def test_quotations_are_counted_by_speaker_and_kind():
    quotes = pd.DataFrame(
        {
            "doc_id": ["a", "a", "b"],
            "text": ["two words", "three words here", "one"],
            "kind": ["direct", "turn", "indirect"],
            "speaker": ["Ann Lee", "Ann Lee", None],
        }
    )
    assert tabulate_speakers(quotes).to_numpy().tolist() == [["Ann Lee", 5, 1, 0, 1, 1], [NAMELESS, 1, 0, 1, 0, 1]]


def test_a_speaker_is_paired_with_the_actors_in_their_own_words_but_not_with_themselves():
    """Of a:2 characters 0 to 8 are Ann Lee's: she says her own name and France's. Spain stands in the outlet's part.
    In b:2 Bo Chen's whole sentence names France twice, which is one sentence."""
    sentences = pd.DataFrame({"sentence_id": ["a:2", "b:2"], "doc_id": ["a", "b"], "start": [10, 0]})
    quotes = pd.DataFrame(
        {
            "doc_id": ["a", "b"],
            "start": [10, 0],
            "end": [18, 9],
            "speaker": ["Anne Lee", "Bo Chen"],
            "speaker_id": ["person:lee_an", "person:chen_bo"],
        }
    )
    mentions = pd.DataFrame(
        [
            ("a:2", 0, 3, "person:lee_an", "Ann Lee", "person"),
            ("a:2", 4, 8, "country:france", "France", "country"),
            ("a:2", 9, 12, "country:spain", "Spain", "country"),
            ("b:2", 0, 4, "country:france", "France", "country"),
            ("b:2", 5, 9, "country:france", "France", "country"),
        ],
        columns=["sentence_id", "start", "end", "actor_id", "actor", "kind"],
    )
    pairs = pair_speakers(mentions, quotes, sentences)
    assert pairs[["speaker", "actor", "sentences", "documents"]].to_numpy().tolist() == [
        ["Anne Lee", "France", 1, 1],
        ["Bo Chen", "France", 1, 1],
    ]


def test_rows_are_kept_in_the_order_of_the_names_given():
    table = pd.DataFrame({"who": ["x", OWN, "y", "z"], "n": range(4)})
    assert keep_who(table, ["z", "x"], own=True)["who"].tolist() == [OWN, "z", "x"]


def test_estimates_of_kept_speakers_keep_the_order_and_count_their_sentences_alone():
    """Four sentences; the one of y alone is left out, the one that x and y share is not."""
    rows = pd.DataFrame({"sentence_id": ["s", "t", "u", "u", "v"], "doc_id": "a", "who": ["x", OWN, "x", "y", "y"]})
    means = estimate_means(keep_who(rows.assign(score=1.0), ["z", "x"], own=True), "score", by="who", resamples=5)
    assert means["who"].tolist() == [OWN, "x"]
    assert str(basis_of(means)) == "n = 3 sentences in 1 document (left out: 1 of others only)"


def test_words_of_texts_in_another_language_are_left_out_and_counted():
    """Verbs of saying are English: what a Russian text reports would all count as the outlet's own words."""
    table = pd.DataFrame(
        {
            "sentence_id": ["a:1", "b:1"], "doc_id": ["a", "b"], "text": ["They left at noon.", "Они ушли в полдень."],
            "voice": "outlet", "speaker": None, "quoted": 0.0, "language": ["en", "ru"],
        }
    )  # fmt: skip
    spoken = count_spoken(table)
    assert spoken["sentence_id"].tolist() == ["a:1"] and spoken["words"].tolist() == [4]
    assert basis_of(spoken).left_out == ({"reason": "in another language", "count": 1},)
