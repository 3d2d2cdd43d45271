import pandas as pd

from analysis.prose import frames, phrases, voices

NA = float("nan")


def row(estimate, low=NA, high=NA, documents=9, **more):
    return {"estimate": estimate, "low": low, "high": high, "documents": documents} | more


def test_an_estimate_is_written_with_its_interval_or_with_why_it_has_none():
    assert phrases.estimate(pd.Series(row(0.251, 0.2, 0.3)), percent=True) == "25% (95% interval 20% to 30%)"
    assert phrases.estimate(pd.Series(row(0.5, documents=1))) == "0.50 (no interval: 1 document)"


def test_two_estimates_are_apart_only_if_their_intervals_are():
    low, high, wide = (pd.Series(row(e, lo, hi)) for e, lo, hi in ((1, 0, 2), (5, 4, 6), (3, 1, 5)))
    assert phrases.apart(low, high) and not phrases.apart(low, wide) and not phrases.apart(low, pd.Series(row(9)))


def test_a_small_corpus_is_called_exploratory_and_a_large_one_is_not():
    assert phrases.exploratory(26) == "exploratory: 26 documents" and phrases.exploratory(100) == ""
    assert phrases.caution_small(1).startswith(
        "**Exploratory.** 1 document cannot stand"
    ) and not phrases.caution_small(500)
    assert phrases.stamp_of(26) == "exploratory: 26 documents · not validated"
    assert phrases.stamp_of(500, "validated on 200 articles") == ""


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
    said = voices.read_shares(shares, quotes)
    assert "outlet's own words 60% (95% interval 50% to 70%)" in said
    assert "Speech was found 3 times: 2 in quotation marks and 1 as turns" in said
    assert "No speaker could be named for 1 of them." in said


def test_outlets_whose_intervals_overlap_are_not_said_to_differ():
    shares = pd.DataFrame(
        [row(0.6, 0.2, 0.9, voice="outlet", outlet="X"), row(0.4, 0.1, 0.8, voice="outlet", outlet="Y")]
    )
    assert "do not show that the outlets differ" in voices.read_outlets(shares)
    assert voices.read_outlets(shares.head(1)) == "There is one outlet: nothing to set beside it."


def test_speakers_of_one_document_are_counted():
    speakers = pd.DataFrame({"speaker": ["A", "B"], "words": [90, 10], "documents": [1, 2]})
    said = voices.read_speakers(speakers, most=1)
    assert "**A** (90 words in 1 document) have 90%" in said and "1 of 2 speakers stand in one document only" in said
    assert voices.read_speakers(speakers.head(0)) == "Nobody is quoted."


def test_the_order_of_frames_is_called_open_where_intervals_overlap():
    shares = pd.DataFrame(
        [row(0.3, 0.2, 0.4, frame="A"), row(0.25, 0.1, 0.4, frame="B"), row(0.1, 0.0, 0.15, frame="C")]
    )
    said = frames.read_frames(shares)
    assert "**A**: 30%" in said and "fewest **C**, 10%" in said and "their order is not settled" in said


def test_only_groups_beyond_their_intervals_are_named():
    same = [row(0.3, 0.2, 0.4, frame="A", kind="post"), row(0.35, 0.2, 0.5, frame="A", kind="article")]
    apart = [row(0.1, 0.0, 0.2, frame="B", kind="post"), row(0.6, 0.5, 0.7, frame="B", kind="article")]
    assert "No frame differs" in frames.read_groups(pd.DataFrame(same), "kind")
    assert "**B** (article 60%, post 10%)" in frames.read_groups(pd.DataFrame(same + apart), "kind")


def test_disputed_frames_are_counted_and_listed():
    stamps = pd.DataFrame({"frame": ["a", "b"], "stamp": ["instruments disagree (alpha .10); not validated", ""]})
    said = frames.read_agreement(stamps, {"a": "A", "b": "B"})
    assert said.startswith("On 1 frame of 2 the instruments") and "- **B**: no warning" in said


def test_a_heavy_word_is_named():
    words = pd.DataFrame(
        {"frame": ["a", "b"], "found": ["war", "cost"], "word": ["war", "cost*"], "share_of_score": [0.5, 0.1]}
    )
    assert "**A** without *war* (50%)" in frames.read_words(words, {"a": "A", "b": "B"})
    assert "No frame would lose a third" in frames.read_words(words.tail(1), {"a": "A", "b": "B"})


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
    assert frames.read_companions(pairs, labels).startswith("1 pair of 2 with an interval on one side of 0")
    assert "No two frames" in frames.read_companions(pairs.tail(2), labels)
