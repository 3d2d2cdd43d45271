import pandas as pd

from analysis.prose import frames, phrases, voices

NA = float("nan")


def row(estimate, low=NA, high=NA, documents=9, **more):
    return {"estimate": estimate, "low": low, "high": high, "se": (high - low) / 4, "documents": documents} | more


def test_an_estimate_is_written_with_its_interval_or_with_why_it_has_none():
    assert phrases.tell_estimate(pd.Series(row(0.251, 0.2, 0.3)), percent=True) == "25% (95% interval 20% to 30%)"
    assert phrases.tell_estimate(pd.Series(row(0.5, documents=1))) == "0.50 (no interval: 1 document)"
    assert phrases.tell_estimate(pd.Series(row(0.5))) == "0.50 (no interval: 9 documents, all alike)"


def test_shares_under_one_percent_are_written_with_a_decimal_and_never_as_nothing():
    assert [phrases.figure(share, percent=True) for share in (0.0, 0.0001, 0.004, 0.0096, 0.02, 1)] == [
        "0%", "under 0.1%", "0.4%", "1%", "2%", "100%",
    ]  # fmt: skip
    assert [phrases.figure_signed(number) for number in (0.0, -0.0, 0.2, -0.2)] == ["0.00", "0.00", "+0.20", "−0.20"]


def test_two_estimates_are_apart_only_if_their_intervals_are():
    low, high, wide = (pd.Series(row(e, lo, hi)) for e, lo, hi in ((1, 0, 2), (5, 4, 6), (3, 1, 5)))
    assert phrases.apart(low, high) and not phrases.apart(low, wide) and not phrases.apart(low, pd.Series(row(9)))


def test_of_a_long_list_the_first_are_named_and_the_others_counted():
    assert phrases.join_some(["a", "b", "c"], 3) == "a, b and c"
    assert phrases.join_some(["a", "b", "c", "d"], 2) == "a, b and 2 more"


def test_a_number_beside_zero_is_not_written_as_zero_and_zero_has_no_sign():
    assert [phrases.figure(value) for value in (-0.003, 0.00047, -0.0, -1e-12, -0.251, 0.005)] == [
        "−0.003", "0.0005", "0.00", "0.00", "−0.25", "0.01",
    ]  # fmt: skip
    assert [phrases.figure(value, percent=True) for value in (-0.001, -0.0002, -0.0, -1e-12, -0.02)] == [
        "−0.1%", "−0.02%", "0%", "0%", "−2%",
    ]  # fmt: skip
    assert [phrases.figure_signed(value) for value in (-0.001, 0.0004)] == ["−0.001", "+0.0004"]


def test_an_interval_that_holds_zero_is_not_written_as_one_that_ends_there():
    told = phrases.tell_estimate(pd.Series(row(0.01, -0.003, 0.02)))
    assert told == "0.01 (95% interval −0.003 to 0.02)"


def test_lists_are_written_as_prose():
    assert [phrases.join(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "none",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_the_shares_of_the_voices_are_read_out_with_how_speech_was_found():
    shares = pd.DataFrame([row(0.6, 0.5, 0.7, voice="outlet"), row(0.4, 0.3, 0.5, voice="speaker")])
    quotes = pd.DataFrame({"kind": ["direct", "direct", "turn"], "speaker": ["A", None, "B"]})
    said = voices.tell_shares(shares, quotes)
    assert "outlet's own words 60% (95% interval 50% to 70%)" in said
    assert "Speech was found 3 times: 2 in quotation marks and 1 as turns" in said
    assert "No speaker could be named for 1 of them." in said


def test_outlets_are_compared_by_the_share_of_their_own_words_alone():
    shares = pd.DataFrame(
        [
            row(0.6, 0.55, 0.65, voice="outlet", outlet="X"),
            row(0.4, 0.3, 0.5, voice="speaker", outlet="X"),
            row(0.2, 0.15, 0.25, voice="outlet", outlet="Y"),
        ]
    )
    said = voices.tell_outlets(shares)
    assert said.startswith(
        "Share of an outlet's words that are its own: **X** 60% (95% interval 55% to 65%); **Y** 20%"
    )
    assert said.endswith("The two differ.")
    assert "Only one outlet has a value here" in voices.tell_outlets(shares.head(2))


def test_speakers_of_one_document_are_counted_and_the_nameless_are_not_ranked():
    """A has 90 of the 100 words of speakers; 100 more are nobody's, who would be first and is no speaker."""
    speakers = pd.DataFrame(
        {"speaker": ["speaker not named", "A", "B"], "words": [100, 90, 10], "documents": [3, 1, 2]}
    )
    said = voices.tell_speakers(speakers, most=1)
    assert said.startswith(
        "**A** (90 words in 1 document) has 90% of the 100 words given to speakers, in quotation marks or not; "
        "100 words more are quoted without a speaker."
    )
    assert "1 of 2 speakers (with those whom texts only describe) stands in one document only" in said
    assert voices.tell_speakers(speakers.head(1)) == "100 words are quoted, and no speaker could be named."
    assert "or not; none is without a speaker." in voices.tell_speakers(speakers.tail(2))
    assert voices.tell_speakers(speakers.head(0)) == "Nobody is quoted."


def test_speakers_are_compared_with_one_another_and_told_beside_the_outlets_words():
    tones = pd.DataFrame(
        [
            row(-0.9, -0.95, -0.8, who="outlet's own words"),
            row(0.5, 0.4, 0.6, who="A"),
            row(0.1, 0.0, 0.2, who="B"),
            row(0.9, 0.8, 1.0, who="speaker not named"),
        ]
    )
    said = voices.tell_tones(tones)
    assert said.startswith(
        "Mean compound of the outlets' own words: −0.90 (95% interval −0.95 to −0.80), each word by its sentence;"
    )
    assert "**A** 0.50" in said and "whose speaker is not known" in said and "**speaker not named**" not in said


def test_the_pair_of_most_sentences_is_named_and_speakers_and_actors_counted():
    pairs = pd.DataFrame(
        {"speaker": ["speaker not named", "A", "A"], "actor": ["X", "X", "Y"], "sentences": [9, 4, 1], "documents": 2}
    )
    said = voices.tell_pairs(pairs)
    assert said.startswith("Most often, **A** speaks of **X**: 4 sentences in 2 documents.")
    assert "1 speaker names 2 actors" in said
    assert voices.tell_pairs(pairs.head(1)) == "No sentence of a named speaker names an actor."


def test_the_order_of_frames_is_called_open_where_intervals_overlap():
    shares = pd.DataFrame(
        [row(0.3, 0.2, 0.4, frame="A"), row(0.25, 0.1, 0.4, frame="B"), row(0.1, 0.0, 0.15, frame="C")]
    )
    said = frames.tell_frames(shares)
    assert "most frequent frame is **A**, in 30%" in said and "least frequent is **C**, 10%" in said
    assert "their order is not settled" in said


def test_voices_are_told_by_their_names():
    shares = [row(0.1, 0.0, 0.2, frame="B", voice="outlet"), row(0.6, 0.5, 0.7, frame="B", voice="speaker")]
    said = frames.tell_frames_by(pd.DataFrame(shares), "voice")
    assert "**B** (quoted speech 60%, outlet's own words 10%)" in said


def test_disputed_frames_are_counted_and_listed():
    stamps = pd.DataFrame({"frame": ["a", "b"], "stamp": ["instruments disagree (alpha .10); not validated", ""]})
    said = frames.tell_agreement(stamps, {"a": "A", "b": "B"})
    assert said.startswith("On 1 frame of 2 the instruments") and "- **B**: no warning" in said


def test_a_heavy_word_is_named():
    words = pd.DataFrame(
        {"frame": ["a", "b"], "found": ["war", "cost"], "word": ["war", "cost*"], "share_of_score": [0.5, 0.1]}
    )
    assert "**A** without *war* (50%)" in frames.tell_words(words, {"a": "A", "b": "B"})
    assert frames.tell_words(words.tail(1), {"a": "A", "b": "B"}).endswith("any one of its words.")
    wide = words.tail(1).assign(high=0.5)
    assert frames.tell_words(wide, {"b": "B"}).endswith("but intervals reach a third for **B**.")


def test_only_pairs_of_frames_on_one_side_of_zero_are_named():
    pairs = pd.DataFrame(
        [
            row(0.5, 0.1, 0.8, frame="a", other="b"),
            row(0.5, 0.1, 0.8, frame="b", other="a"),
            row(0.2, -0.1, 0.4, frame="a", other="c"),
            row(0.2, -0.1, 0.4, frame="c", other="a"),
        ]
    )
    labels = {"a": "A", "b": "B", "c": "C"}
    assert frames.tell_companions(pairs, labels).startswith("1 pair of 2 with an interval on one side of 0")
    assert "No two frames" in frames.tell_companions(pairs.tail(2), labels)
