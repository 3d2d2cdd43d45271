"""What is known of instruments stands in a table, and what is weak is said wherever it is drawn."""

import pandas as pd

from analysis.estimates import basis_of, estimate_means, flag_of
from analysis.frames import code_frames
from analysis.frames.agreement import agreement, leave_one_word_out, stamp_frames
from analysis.frames.codebooks import load_codebook
from analysis.frames.instruments import mark_frames, mark_present, rate_with
from analysis.frames.known_quality import NOT_MEASURED, WEAK, load_known_quality, tabulate_quality

DOCUMENTS = pd.DataFrame(
    {
        "doc_id": [f"d{place}" for place in range(6)],
        "text": ["The government must pass new regulations to solve the problem.", "The price of food has doubled."]
        * 3,
    }
)
FLAG = "weak: AUC .57 on hand codes"


def test_every_figure_is_of_a_shipped_codebook_and_lies_above_a_coin():
    known = load_known_quality()
    assert set(known["codebook"]) == {"generic"} and not known.duplicated(["codebook", "frame", "method"]).any()
    assert set(known["frame"]) == set(load_codebook("generic").labels) and known["auc"].between(0.5, 1).all()
    assert (known["yes"] < known["texts"]).all() and known["source"].notna().all()


def test_weak_ones_are_flagged_others_not_and_nothing_is_claimed_of_what_was_not_measured(tmp_path):
    quality = tabulate_quality("generic").set_index(["frame", "method"])
    assert (
        quality.loc[("responsibility", "meaning"), "flag"] == FLAG and quality.loc[("economic", "words"), "flag"] == ""
    )
    assert (quality["flag"].str.startswith("weak") == (quality["auc"] < WEAK)).all()
    assert set(tabulate_quality("policy")["flag"]) == {NOT_MEASURED}
    own = tmp_path / "generic.yaml"
    frame = "{frame: economic, label: E, definition: D, words: [war], statements: [War.]}"
    own.write_text(f"codebook: generic\ntitle: T\nsource: S\nframes: [{frame}]", encoding="utf-8")
    assert set(tabulate_quality(own)["flag"]) == {NOT_MEASURED}
    assert basis_of(code_frames(DOCUMENTS.assign(sentence_id=DOCUMENTS["doc_id"]), own)).flags == ()


def test_a_flag_travels_with_every_table_made_of_the_codes():
    ratings = rate_with(DOCUMENTS, "generic")
    means = estimate_means(ratings, "score", by=["frame", "method"], resamples=10)
    assert flag_of(means, "responsibility", "meaning") == flag_of(ratings, "responsibility", "meaning") == FLAG
    assert flag_of(means, "Attribution of responsibility [disputed]", "meaning") == FLAG
    assert flag_of(means, "responsibility", "words") == "" == flag_of(means, "economic", "meaning")
    assert flag_of(pd.DataFrame({"frame": ["x"]}), "x") == ""


def test_a_weak_instrument_stands_in_the_stamp_and_beside_the_frame_s_name():
    book = load_codebook("generic")
    agreed = agreement(rate_with(DOCUMENTS, book), resamples=10)
    stamps = stamp_frames(agreed, leave_one_word_out(DOCUMENTS, book, resamples=10), book.status).set_index("frame")
    assert stamps.loc["responsibility", "stamp"].startswith("weak by meaning: AUC .57 on hand codes; ")
    assert "weak" not in stamps.loc["economic", "stamp"]
    labels = mark_frames(book.labels, stamps.reset_index())
    assert "weak by meaning" in labels["responsibility"] and labels["responsibility"].startswith("Attribution of")
    coded = mark_present(code_frames(DOCUMENTS.assign(sentence_id=DOCUMENTS["doc_id"]), book), labels)
    assert flag_of(coded, labels["responsibility"], "meaning") == FLAG


def test_a_codebook_of_one_frame_has_no_pairs_of_frames(tmp_path):
    from analysis.frames.instruments import pair_frames

    own = tmp_path / "one.yaml"
    frame = "{frame: money, label: M, definition: D, words: [price], statements: [Prices rise.]}"
    own.write_text(f"codebook: one\ntitle: T\nsource: S\nframes: [{frame}]", encoding="utf-8")
    pairs = pair_frames(rate_with(DOCUMENTS, own), resamples=10)
    assert pairs.empty and "one frame" in basis_of(pairs).empty


def test_words_that_name_a_religion_or_a_country_as_such_are_no_evidence():
    texts = [
        "Muslims and Christians live there.",
        "Islamic State attacked.",
        "Brussels and NATO met in Moscow.",
        "The bill came.",
    ]
    sentences = pd.DataFrame({"sentence_id": list("abcd"), "text": texts, "language": "en"})
    assert (code_frames(sentences, "generic").query("frame in ['morality', 'responsibility']")["score"] == 0).all()
    assert (code_frames(sentences, "policy").query("frame == 'morality'")["score"] == 0).all()
