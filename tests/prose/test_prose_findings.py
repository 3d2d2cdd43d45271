"""Findings of the notebooks on the corpus, on frames and on voices: what, how much, how sure, and what limits it."""

import pandas as pd

from analysis.estimates import describe
from analysis.prose import corpus, frames, voices
from analysis.prose.phrases import name_ends

NA = float("nan")


def row(estimate, low=NA, high=NA, documents=9, n=40, **more):
    numbers = {"estimate": estimate, "low": low, "high": high, "se": (high - low) / 4}
    return numbers | {"documents": documents, "n": n} | more


def by_key(found):
    assert len({one.key for one in found}) == len(found)
    return {one.key: one.sentence for one in found}


def test_the_corpus_is_told_by_documents_outlets_dates_and_copies():
    documents = pd.DataFrame(
        {
            "kind": ["post", "post", "article"],
            "words": [10, 20, 70],
            "published": pd.to_datetime(["2024-01-01", None, None]),
            "copy_of": [None, "a", None],
        }
    )
    outlets = pd.DataFrame({"outlet": ["not known", "News"], "documents": [1, 2], "share": [0.7, 0.3]})
    files, refused = pd.DataFrame({"source": ["f", "g"]}), pd.DataFrame({"source": ["x.pdf"]})
    found = corpus.tell_findings(documents, files, outlets, refused)
    said = by_key(found)
    assert said["size"] == "**3 documents of 100 words** (2 posts and 1 article) were read from 2 files; 1 refused."
    assert said["largest-outlet"] == "One outlet is known, **News**: 30% of the words."
    assert said["no-outlet"] == "For 1 of 3 documents the outlet is not known."
    exact = ["day", "year", "month"]
    coarse = pd.DataFrame(
        {"published": pd.to_datetime(["2024-05-01", "2025-01-01", None]), "published_precision": exact}
    )
    assert name_ends(coarse) == ("2024-05-01", "2025") and name_ends(coarse.iloc[2:]) is None
    assert said["dates"] == "1 of 3 documents bears a date, 2024-01-01."
    assert said["undated"] == "2 of 3 documents bear no date and stand in nothing that is said over time."
    assert said["copies"] == "1 of 3 documents is a copy of another, and no second witness."
    assert said["small-corpus"].startswith("**Exploratory**: 3 documents cannot stand for an outlet")
    assert found[1].estimate == 0.3 and found[1].documents == 2 and found[1].chart == "words-by-outlet"


def test_findings_on_a_hundred_documents_bear_no_caution():
    shares = pd.DataFrame([row(0.4, 0.3, 0.5, voice="outlet", documents=100)])
    nobody, quotes = pd.DataFrame({"speaker": [], "words": [], "documents": []}), pd.DataFrame({"speaker": []})
    assert "small-corpus" not in by_key(voices.tell_findings(shares, nobody, quotes))
    assert "small-corpus" in by_key(voices.tell_findings(shares.assign(documents=99), nobody, quotes))


FRAMES = pd.DataFrame([row(0.1, 0.0, 0.2, frame="A [disputed]"), row(0.3, 0.2, 0.4, frame="B")])
BY = [row(0.1, 0.08, 0.12, frame="B", g="outlet"), row(0.6, 0.58, 0.62, frame="B", g="speaker")]
BY_VOICE, BY_OUTLET = (pd.DataFrame(BY).rename(columns={"g": by}) for by in ("voice", "outlet"))
STAMPS = pd.DataFrame({"frame": ["a", "b"], "stamp": ["instruments disagree (alpha .10); not validated", ""]})


def test_frames_are_told_with_their_n_the_voices_and_the_instruments():
    found = frames.tell_findings(FRAMES, BY_VOICE, BY_OUTLET, STAMPS)
    said = by_key(found)
    assert said["most-frequent-frame"] == (
        "**B** is the most frequent frame, in 30% (95% interval 20% to 40%) of 40 sentences of 9 documents, not surely "
        "ahead of **A** (10%)."
    )
    assert said["second-frame"] == (
        "**A** follows, in 10% (95% interval 0% to 20%) of the sentences; which of the two is first is not settled."
    )
    assert found[1].group == "A" and found[1].stamp.endswith("disputed")
    sure = frames.tell_findings(FRAMES.assign(high=[0.1, 0.4]), BY_VOICE, BY_OUTLET, STAMPS)
    assert by_key(sure)["second-frame"].endswith("10%) of the sentences.")
    assert said["frames-by-voice"] == (
        "Voices differ on 1 of 1 frame (1 of 1 pair), most on **B**: quoted speech 60%, outlet's own words 10%."
    )
    assert said["agreement"].startswith("The instruments disagree on 1 of 2 frames") and "not-validated" in said
    nothing = frames.tell_findings(FRAMES.head(0), BY_VOICE, BY_OUTLET, STAMPS)
    assert "nothing to find" in by_key(nothing)["nothing-coded"]


def test_a_codebook_of_one_frame_has_its_share_and_nothing_that_follows():
    said = by_key(frames.tell_findings(FRAMES.tail(1), BY_VOICE, BY_OUTLET, STAMPS.tail(1)))
    assert "most-frequent-frame" in said and not {"second-frame", "least-frequent-frame"} & set(said)
    assert frames.tell_frames(FRAMES.tail(1)) == (
        "The one frame, **B**, stands in 30% (95% interval 20% to 40%) of the sentences."
    )


def test_a_validated_codebook_is_not_called_unvalidated():
    stamps = STAMPS.assign(stamp=["hangs on one word (war)", ""])
    said = by_key(frames.tell_findings(FRAMES, BY_VOICE, BY_OUTLET, stamps))
    assert said["one-word"] == "1 frame of 2 hangs on one word." and not {"agreement", "not-validated"} & set(said)


def test_what_is_known_to_measure_badly_is_said_with_its_figure():
    flag = {"frame": "b", "label": "B", "method": "meaning", "flag": "weak: AUC .57 on hand codes"}
    said = by_key(frames.tell_findings(describe(FRAMES, flags=[flag]), BY_VOICE, BY_OUTLET, STAMPS))
    assert said["weak-instrument"] == (
        "Known to measure badly, by hand codes of other texts: B by meaning (weak: AUC .57 on hand codes)."
    )


def test_voices_are_told_by_shares_speakers_and_what_is_missed():
    shares = pd.DataFrame([row(0.4, 0.3, 0.5, voice="outlet"), row(0.6, 0.5, 0.7, voice="speaker")])
    speakers = pd.DataFrame({"speaker": ["speaker not named", "A"], "words": [30, 10], "documents": [2, 1]})
    quotes = pd.DataFrame({"speaker": ["A", None, "B"], "form": [None, "that", "wish"]})
    found = voices.tell_findings(shares, speakers, quotes)
    said = by_key(found)
    assert found[0].sentence == "**Quoted speech**: 60% (95% interval 50% to 70%) of all words."
    assert said["most-quoted"] == "**A** is quoted most: 100% of the 10 words given to speakers, in 1 document."
    assert said["speakers-once"] == "1 of 1 speaker stands in one document only: what is said of them rests on it."
    assert (
        said["no-speaker"] == "For 1 of 2 quotations no speaker could be named: 30 words." and "speech-missed" in said
    )
    assert "nothing to find" in by_key(voices.tell_findings(shares.head(0), speakers, quotes))["nothing-counted"]
