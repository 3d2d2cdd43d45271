"""Findings of the notebooks on the corpus, on frames and on voices: what, how much, how sure, and what limits it."""

import pandas as pd

from analysis.prose import corpus, frames, voices

NA = float("nan")


def row(estimate, low=NA, high=NA, documents=9, n=40, **more):
    return {"estimate": estimate, "low": low, "high": high, "documents": documents, "n": n} | more


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
    said = corpus.tell_findings(documents, files, outlets, refused)
    assert said.startswith("**3 documents of 100 words** (2 posts and 1 article) were read from 2 files; 1 refused.")
    assert "Of 1 outlet, **News** has most, 30% of the words; for 1 document the outlet is not known." in said
    assert "1 of 3 documents bears a date and 1 document" in said
    assert said.endswith("what to look for in more of them.")  # the caution for a small corpus


def test_findings_on_a_hundred_documents_bear_no_caution():
    shares = pd.DataFrame([row(0.4, 0.3, 0.5, voice="outlet", documents=100)])
    nobody = pd.DataFrame({"speaker": [], "words": [], "documents": []})
    said = voices.tell_findings(shares, nobody, pd.DataFrame({"speaker": []}))
    assert "Exploratory" not in said and "Exploratory" in voices.tell_findings(
        shares.assign(documents=99), nobody, pd.DataFrame({"speaker": []})
    )


FRAMES = pd.DataFrame([row(0.1, 0.0, 0.2, frame="A"), row(0.3, 0.2, 0.4, frame="B")])
BY = [row(0.1, 0.0, 0.2, frame="B", g="outlet"), row(0.6, 0.5, 0.7, frame="B", g="speaker")]
BY_VOICE, BY_OUTLET = (pd.DataFrame(BY).rename(columns={"g": by}) for by in ("voice", "outlet"))
STAMPS = pd.DataFrame({"frame": ["a", "b"], "stamp": ["instruments disagree (alpha .10); not validated", ""]})


def test_frames_are_told_with_their_n_the_voices_and_the_instruments():
    said = frames.tell_findings(FRAMES, BY_VOICE, BY_OUTLET, STAMPS)
    assert said.startswith(
        "**B** is the most frequent frame, in 30% (95% interval 20% to 40%) of 40 sentences of 9 documents; **A** "
        "follows with 10%, too close to settle which is first."
    )
    sure = frames.tell_findings(FRAMES.assign(high=[0.1, 0.4]), BY_VOICE, BY_OUTLET, STAMPS)
    assert "**A** follows with 10%. " in sure
    assert "quoted speech 60%, outlet's own words 10%" in said
    assert "the instruments disagree on 1 of 2 frames, and nobody has held the codebook against hand codes" in said
    assert "nothing to find" in frames.tell_findings(FRAMES.head(0), BY_VOICE, BY_OUTLET, STAMPS)


def test_a_validated_codebook_is_not_called_unvalidated():
    stamps = STAMPS.assign(stamp=["hangs on one word (war)", ""])
    said = frames.tell_findings(FRAMES, BY_VOICE, BY_OUTLET, stamps)
    assert "disagree on 0 of 2 frames, 1 hangs on one word." in said


def test_voices_are_told_by_shares_speakers_and_what_is_missed():
    shares = pd.DataFrame([row(0.4, 0.3, 0.5, voice="outlet"), row(0.6, 0.5, 0.7, voice="speaker")])
    speakers = pd.DataFrame({"speaker": ["A"], "words": [10], "documents": [1]})
    quotes = pd.DataFrame({"speaker": ["A", None]})
    said = voices.tell_findings(shares, speakers, quotes)
    assert said.startswith("Of all words in 9 documents: quoted speech 60% (95% interval 50% to 70%) and outlet's own")
    assert "**A** (10 words in 1 document) has 100%" in said and "for 1 of 2 quotations no speaker" in said
    assert "nothing to find" in voices.tell_findings(shares.head(0), speakers, quotes)
