"""Sentences scored for averaging: what is not scored is told, what is masked is counted, documents are summed up."""

import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.sentiment import count_masked, name_list, name_tones, score_sentences, summarise_documents


def sentences(**columns):
    table = pd.DataFrame(
        {
            "sentence_id": ["a:0001", "a:0002", "b:0001"],
            "doc_id": ["a", "a", "b"],
            "text": ["The United Nations met.", "A terrible war began.", "Alles gut."],
            "voice": ["outlet", "speaker", "outlet"],
        }
    )
    return table.assign(**columns)


def test_a_masked_name_is_neither_rated_nor_known():
    """united alone is rated among the four words of the first sentence; masked, none is."""
    scored, plain = score_sentences(sentences()), score_sentences(sentences(), mask_names=False)
    assert scored.loc[0, ["compound", "known", "masked", "words"]].tolist() == [0, 0, 1, 4]
    assert plain.loc[0, ["known", "masked", "words"]].tolist() == [1, 0, 4]
    assert plain.loc[0, "compound"] > 0
    assert scored["coverage"].tolist()[:2] == [0, pytest.approx(2 / 3)]


def test_curly_marks_score_as_straight_ones_do_and_the_text_stays_as_received():
    curly, straight = "They don’t like “peace” at all.", 'They don\'t like "peace" at all.'
    one, other = (score_sentences(sentences(text=[text, "War.", "Alles gut."])) for text in (curly, straight))
    assert one.loc[0, "text"] == curly
    pd.testing.assert_frame_equal(one.drop(columns="text"), other.drop(columns="text"))


def test_other_languages_are_kept_as_rows_without_scores():
    scored = score_sentences(sentences(language=["en", None, "de"]))
    assert scored["compound"].isna().tolist() == [False, False, True]
    assert scored["tone"].isna().tolist() == [False, False, True]
    assert scored["coverage"].isna().tolist() == [False, False, True]
    assert list(scored["sentence_id"]) == ["a:0001", "a:0002", "b:0001"]


def test_tones_begin_at_five_hundredths():
    tones = name_tones(pd.Series([-0.05, -0.049, 0, 0.049, 0.05, None]))
    assert tones.tolist()[:5] == ["negative", "neutral", "neutral", "neutral", "positive"]
    assert tones.isna().tolist()[5]


def test_a_compound_that_cannot_be_is_refused():
    with pytest.raises(InputError, match="compound holds values outside -1 to 1"):
        name_tones(pd.Series([2.0]))


def test_masked_names_are_counted_with_their_rated_words():
    texts = pd.Series(["United Nations, United Nations", "Security Council of the United Nations", "none"])
    counts = count_masked(texts)
    assert counts.to_dict("list") == {
        "name": ["United Nations", "Security Council"],
        "times": [3, 1],
        "texts": [2, 1],
        "hits": [3, 1],
    }
    assert count_masked(texts, False).empty


def test_names_of_ones_own_join_those_shipped():
    assert name_list(False) is False
    assert name_list(False, ["Liberty Media"]) == ["Liberty Media"]
    assert {"United Nations", "Liberty Media"} <= set(name_list(True, ["Liberty Media"]))


def test_documents_are_summed_up_over_their_scored_sentences():
    scored = pd.DataFrame(
        {"doc_id": list("aaab"), "compound": [-0.4, 0.0, 0.1, None], "coverage": [0.1, 0.2, 0.3, 0.4]}
    )
    summary = summarise_documents(
        scored, pd.DataFrame({"doc_id": ["b", "a"], "title": ["B", None], "text": ["b", "Dear\nall"]})
    )
    assert summary["doc_id"].tolist() == ["a"] and summary["label"].tolist() == ["Dear all"]
    row = summary.iloc[0]
    assert row["estimate"] == pytest.approx(-0.1) and row["n"] == 3 and row["coverage"] == pytest.approx(0.2)
    assert (row["lower"], row["upper"]) == (pytest.approx(-0.2), pytest.approx(0.05))
