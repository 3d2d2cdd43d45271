import pandas as pd
import pytest

import analysis.estimates.shares as shares_module
from analysis.errors import InputError
from analysis.estimates import basis_of, describe, estimate_means, estimate_shares
from analysis.estimates.intervals import TOO_FEW
from analysis.estimates.resampling import draw_intervals
from analysis.voices.assign import assign_voices
from analysis.voices.speech import (
    NAMELESS,
    OWN,
    count_spoken,
    estimate_speakers,
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


def test_a_sentence_without_a_word_is_counted_as_left_out():
    """Of two sentences one is a mark alone: it has no words to give, and the number of sentences says so."""
    two = SENTENCES.head(2).assign(text=["one two", "***"])
    counted = basis_of(count_spoken(two))
    assert {"reason": "without a word", "count": 1} in [*counted.left_out]


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
    with pytest.raises(InputError, match="n_speakers='x' is not a whole number of speakers, 1 or more"):
        pick_speakers(spoken, "x")  # papermill -p n_speakers x
    with pytest.raises(InputError, match="n_speakers=0 is not a whole number of speakers, 1 or more"):
        pick_speakers(spoken, 0)
    with pytest.raises(InputError, match="fewest='x' is not a whole number of sentences"):
        pick_speakers(spoken, 3, "x")


def test_the_quoted_part_of_the_outlets_sentence_belongs_to_its_own_speaker():
    """One word of four is quoted: the sentence is the outlet's and names no speaker, the word is Ann Lee's."""
    table = SENTENCES.head(1).assign(quoted=0.25, quoted_speaker="Ann Lee")
    spoken = count_spoken(table)
    assert spoken[["who", "speaker", "words"]].fillna("").to_numpy().tolist() == [
        ["Ann Lee", "Ann Lee", 1.0],
        [OWN, "", 3.0],
    ]
    assert pick_speakers(spoken, fewest=1) == ["Ann Lee"]


# Ten words of two letters: of the first four Ann Lee says two, Bo Chen one and the outlet one; of the next four nobody
# who is named says all; of the last two what Bo Chen wants is told by the outlet.
SPEECH = pd.DataFrame(
    {
        "sentence_id": ["a:1", "b:1", "b:2"],
        "doc_id": ["a", "b", "b"],
        "start": [0, 0, 12],
        "end": [11, 11, 17],
        "text": ["aa bb cc dd", "ee ff gg hh", "ii jj"],
    }
)
QUOTES = pd.DataFrame(
    [
        ("a", 0, 5, "aa bb", "direct", "Ann Lee", None),
        ("a", 6, 8, "cc", "indirect", "Bo Chen", "that"),
        ("b", 0, 11, "ee ff gg hh", "turn", None, None),
        ("b", 12, 17, "ii jj", "indirect", "Bo Chen", "wish"),
    ],
    columns=["doc_id", "start", "end", "text", "kind", "speaker", "form"],
)
SPOKEN = count_spoken(assign_voices(SPEECH, QUOTES, pd.DataFrame({"doc_id": ["a", "b"]})), QUOTES)


def test_a_sentence_in_which_two_speak_gives_each_what_they_say():
    found = SPOKEN[["sentence_id", "voice", "who"]].assign(words=SPOKEN["words"].round(9)).to_numpy().tolist()
    assert found == [
        ["a:1", "speaker", "Ann Lee", 2],
        ["a:1", "speaker", "Bo Chen", 1],
        ["a:1", "outlet", OWN, 1],
        ["b:1", "speaker", NAMELESS, 4],
        ["b:2", "outlet", OWN, 2],
    ]


def test_words_of_speakers_are_one_number_in_table_shares_and_voices():
    """Three words have named speakers, four have none; what Bo Chen wants is neither his speech nor a quotation."""
    table = tabulate_speakers(QUOTES, SPOKEN)
    assert table.to_numpy().tolist() == [
        ["Ann Lee", 2, 1, 0, 0, 1],
        ["Bo Chen", 1, 0, 1, 0, 1],
        [NAMELESS, 4, 0, 0, 1, 1],
    ]
    parts = estimate_speakers(SPOKEN, resamples=5)
    assert parts["estimate"].round(9).tolist() == [round(2 / 3, 9), round(1 / 3, 9)]
    assert parts[["who", "documents"]].to_numpy().tolist() == [["Ann Lee", 1], ["Bo Chen", 1]]
    voices = estimate_shares(SPOKEN, of="voice", weight="words", resamples=5).set_index("voice")
    assert round(voices.loc["speaker", "estimate"] * 10, 9) == 7 == table["words"].sum()


@pytest.mark.parametrize("who", ["some", "Others", "both sides", "his staff", "many"])
def test_nobody_in_particular_has_no_row_among_the_speakers(who):
    """Of two texts "some" are other people: their words are speech of nobody named, and rank beside nobody."""
    quotes = QUOTES.assign(speaker=QUOTES["speaker"].replace("Bo Chen", who))
    spoken = count_spoken(assign_voices(SPEECH, quotes, pd.DataFrame({"doc_id": ["a", "b"]})), quotes)
    table = tabulate_speakers(quotes, spoken)
    assert table.to_numpy().tolist() == [["Ann Lee", 2, 1, 0, 0, 1], [NAMELESS, 5, 0, 1, 1, 2]]
    assert pick_speakers(spoken, fewest=1) == ["Ann Lee"]


def test_estimates_of_parts_count_sentences_once():
    """Three sentences stand in five parts: two are somebody's speech, two have words of the outlet."""
    voices = estimate_shares(SPOKEN, of="voice", weight="words", resamples=5)
    assert voices[["voice", "count", "n"]].to_numpy().tolist() == [["outlet", 2, 3], ["speaker", 2, 3]]
    assert str(basis_of(voices)) == "n = 3 sentences in 2 documents"


def test_copies_weigh_the_same_in_the_table_and_in_the_shares():
    """Document a weighs one half: Ann Lee's two words and Bo Chen's one count as one and as a half."""
    halved = describe(SPOKEN, weights={"a": 0.5, "b": 1.0})
    assert tabulate_speakers(QUOTES, halved)["words"].tolist() == [1, 0, 4]
    assert estimate_speakers(halved, resamples=5)["estimate"].round(6).tolist() == [0.666667, 0.333333]


def test_a_speaker_in_fewer_than_five_documents_has_no_interval_however_many_there_are():
    """Six documents; Ann Lee speaks in all of them, Bo Chen in four, at length."""
    rows = [(f"d{place}", "Ann Lee", place + 1.0) for place in range(6)] + [(f"d{n}", "Bo Chen", 9.0) for n in range(4)]
    spoken = pd.DataFrame(rows, columns=["doc_id", "who", "words"])
    spoken = spoken.assign(speaker=spoken["who"], sentence_id=[str(place) for place in range(10)])
    parts = estimate_speakers(spoken, resamples=50).set_index("who")
    assert parts["documents"].tolist() == [6, 4] and parts["note"].tolist() == ["", TOO_FEW]
    assert parts.loc["Ann Lee", ["low", "high", "se"]].notna().all()
    assert parts.loc["Bo Chen", ["low", "high", "se"]].isna().all()


def test_shares_of_some_speakers_are_those_of_all_and_nothing_is_drawn_for_the_others(monkeypatch):
    """Of 300 speakers in six documents two are asked for: three columns are drawn, theirs and that of the rest."""
    rows = [(f"d{place % 6}", f"Speaker {place // 6}", 1.0 + place % 5) for place in range(1_800)]
    spoken = pd.DataFrame(rows, columns=["doc_id", "who", "words"])
    spoken = spoken.assign(speaker=spoken["who"], sentence_id=[str(place) for place in range(len(rows))])
    names, drawn = ["Speaker 7", "Speaker 90"], []
    every = estimate_speakers(spoken, resamples=50)
    whole = every[every["who"].isin(names)].reset_index(drop=True)

    def count_columns(tops, *rest):
        drawn.append(tops.shape[1])
        return draw_intervals(tops, *rest)

    monkeypatch.setattr(shares_module, "draw_intervals", count_columns)
    some = estimate_speakers(spoken, names, resamples=50)
    pd.testing.assert_frame_equal(some, whole)
    assert drawn == [3] and basis_of(some).n == basis_of(every).n == 1_800


def test_nobody_speaks_and_nothing_is_counted():
    silent = SPOKEN[SPOKEN["who"] == OWN]
    assert tabulate_speakers(QUOTES, silent).empty and estimate_speakers(silent).empty


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
    """Verbs of saying are known in some languages: what an Italian text reports would all count as the outlet's own."""
    table = pd.DataFrame(
        {
            "sentence_id": ["a:1", "b:1", "c:1"], "doc_id": ["a", "b", "c"],
            "text": ["They left at noon.", "Sono partiti a mezzogiorno.", "Они ушли в полдень."],
            "voice": "outlet", "speaker": None, "quoted": 0.0, "language": ["en", "it", "ru"],
        }
    )  # fmt: skip
    spoken = count_spoken(table)
    assert spoken["sentence_id"].tolist() == ["a:1", "c:1"] and spoken["words"].tolist() == [4, 4]
    assert basis_of(spoken).left_out == ({"reason": "in another language", "count": 1},)
