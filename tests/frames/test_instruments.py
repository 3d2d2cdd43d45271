import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.estimates import basis_of, estimate_means
from analysis.frames import code_frames
from analysis.frames.agreement import leave_one_word_out
from analysis.frames.instruments import mark_frames, mark_present, pair_frames, pick_words, rate_sentences, rate_with

DOCUMENTS = pd.DataFrame(
    {
        "doc_id": list("abcdef"),
        "text": [
            "The war and the attack went on. Soldiers fought and the army was defeated.",
            "The company lost money. The costs of the crisis rise and the economy shrinks.",
            "The two parties clashed and accused each other of lies. The war goes on.",
            "Trade and investment grew; prices and taxes fell, and the budget was balanced.",
            "It rained on Monday and the sun came out on Tuesday.",
            "The dispute over costs divides the parties. Each side attacked the other.",
        ],
    }
)


def test_each_instrument_rates_each_document_on_each_frame():
    ratings = rate_with(DOCUMENTS, "generic")
    assert len(ratings) == 6 * 5 * 2 and set(ratings["method"]) == {"words", "meaning"}
    assert ratings["score"].between(0, 1).all()
    words = ratings[ratings["method"] == "words"].pivot_table(index="doc_id", columns="frame", values="score")
    assert words["economic"].idxmax() in ("b", "d") and words.loc["e"].max() == 0


def test_ratings_pairs_and_codes_say_what_they_rest_on():
    """Six documents, each rated on five frames by two instruments; the codebook is not validated."""
    ratings = rate_with(DOCUMENTS, "generic")
    for table in (estimate_means(ratings, "score", resamples=5), pair_frames(ratings, resamples=5)):
        basis = basis_of(table)
        assert (str(basis), basis.stamp) == ("n = 6 documents", "exploratory: 6 documents · not validated")
    words = leave_one_word_out(DOCUMENTS, resamples=5)
    assert str(basis_of(words)) == "n = 6 documents" and "not validated" in basis_of(words).stamp
    sentences = DOCUMENTS.assign(sentence_id=DOCUMENTS["doc_id"] + "-1")
    marked = mark_present(code_frames(sentences, "generic"), {})
    assert str(basis_of(estimate_means(marked, "present", resamples=5))) == "n = 6 sentences in 6 documents"


def test_a_coder_of_other_frames_is_refused_by_name(tmp_path):
    from analysis.frames.by_example import train_frame_coder

    texts = pd.Series([f"{word} story number {n}" for n in range(12) for word in ("war", "money")])
    codes = pd.DataFrame({"battle": ["war" in text for text in texts]})
    path = train_frame_coder(texts, codes).save(tmp_path / "coder.npz")
    with pytest.raises(InputError, match=r"coder.npz knows the frames \['battle'\], none of codebook 'generic'"):
        rate_with(DOCUMENTS, "generic", coder=path)


def test_pairs_of_frames_are_given_both_ways_with_one_correlation():
    pairs = pair_frames(rate_with(DOCUMENTS, "generic"), resamples=50)
    assert len(pairs) == 5 * 4
    both = pairs.set_index(["frame", "other"])["estimate"]
    for frame, other in both.index:
        assert both[(frame, other)] == both[(other, frame)] or pd.isna(both[(frame, other)])


def test_a_frame_bears_its_own_warnings():
    stamps = pd.DataFrame(
        {
            "frame": ["a", "b", "c"],
            "stamp": [
                "hangs on one word: war (62% of hits); instruments disagree (alpha .12); not validated",
                "words found 2 times only; not validated",
                "not validated",
            ],
        }
    )
    assert mark_frames({"a": "A", "b": "B", "c": "C"}, stamps) == {
        "a": "A [one word, disputed]",
        "b": "B [few words]",
        "c": "C",
    }


def test_a_sentence_carries_a_frame_from_a_score_of_one_half():
    coded = pd.DataFrame({"sentence_id": ["s", "t"], "doc_id": ["d", "d"], "frame": ["a", "a"], "score": [0.5, 0.49]})
    marked = mark_present(coded, {"a": "A"})
    assert marked["present"].tolist() == [1.0, 0.0]
    assert marked[["name", "frame"]].iloc[0].tolist() == ["a", "A"]
    both = rate_sentences(marked, marked)
    assert both["method"].tolist() == ["words", "words", "meaning", "meaning"] and set(both["frame"]) == {"a"}


def test_the_weightiest_words_of_each_frame_are_picked_in_the_codebooks_order():
    words = pd.DataFrame({"frame": ["b", "a", "a", "a"], "share_of_score": [0.9, 0.1, 0.5, 0.3], "found": list("wxyz")})
    words = words.assign(hits=1, low=0.0, high=1.0, rank_correlation=0.9)
    picked = pick_words(words, {"a": "A", "b": "B"}, most=2)
    assert picked[["frame", "found"]].to_numpy().tolist() == [["A", "y"], ["A", "z"], ["B", "w"]]
