"""Sentiment toward a target: what the network is given, what comes back, and what is refused."""

import hashlib
import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.estimates import basis_of
from analysis.sentiment.targets import CHANCES, keep_frequent, score_frequent, score_mentions, score_targets
from analysis.sentiment.targets.pieces import EACH_SIDE, measure_target
from analysis.sentiment.targets.weights import WEIGHTS
from analysis.tables import make_table


def targets_in(*marked):
    """Build targets from sentences with the target in square brackets."""
    rows = [(text.replace("[", "").replace("]", ""), text.index("["), text.index("]") - 1) for text in marked]
    return pd.DataFrame(rows, columns=["text", "start", "end"])


PRAISED = "The committee praised [Ann Lee] for her courage and thanked her."
BLAMED = "Police accused [Ann Lee] of fraud, lies and corruption."
TOLD = "[Ann Lee] said on Tuesday that the meeting would begin at noon."


def test_praise_blame_and_plain_report_are_told_apart():
    assert score_targets(targets_in(PRAISED, BLAMED, TOLD))["polarity"].tolist() == [1, -1, 0]


def test_chances_sum_to_one_and_polarity_is_the_likeliest():
    scores = score_targets(targets_in(PRAISED, BLAMED, TOLD, "[x]", "[A] b"))
    assert np.allclose(scores[list(CHANCES)].sum(axis=1), 1)
    assert (scores["polarity"] == scores[list(CHANCES)].to_numpy().argmax(axis=1) - 1).all()


def test_the_name_of_the_target_is_hidden_from_the_network():
    names = ["Ann Lee", "Adolf Hitler", "Mother Teresa", "the Great Love Party", "Ü"]
    targets = targets_in(*[f"Critics said that [{name}] failed the voters." for name in names])
    first, *others = [measure_target(*row) for row in targets.itertuples(index=False)]
    for other in others:
        assert all(np.array_equal(mine, yours) for mine, yours in zip(first, other, strict=True))
    scores = score_targets(targets)
    assert np.allclose(scores, scores.iloc[0], atol=1e-6)


def test_two_targets_of_one_sentence_are_scored_apart():
    sentence = "Ann Lee, widely admired for her honesty, was insulted and threatened by the corrupt and cruel Bob Ray."
    first, second = sentence.index("Ann Lee"), sentence.index("Bob Ray")
    scores = score_targets(pd.DataFrame({"text": sentence, "start": [first, second], "end": [first + 7, second + 7]}))
    tone = scores["positive"] - scores["negative"]
    assert tone[0] > tone[1]


def test_index_is_kept_and_neither_order_nor_company_matters():
    targets = targets_in(PRAISED, BLAMED, TOLD, "word " * 200 + "[he] " + "word " * 200).set_axis(["a", "b", "b", "c"])
    scores = score_targets(targets)
    assert list(scores.index) == ["a", "b", "b", "c"]
    turned = score_targets(targets.iloc[::-1]).iloc[::-1]
    alone = pd.concat([score_targets(targets.iloc[[place]]) for place in range(len(targets))])
    for other in (turned, alone):
        assert np.allclose(scores[list(CHANCES)], other[list(CHANCES)], atol=1e-5)


def test_curly_and_straight_quotation_marks_read_the_same():
    curly, straight = "“[She] is a ‘hero’”, they said.", "\"[She] is a 'hero'\", they said."
    scores = score_targets(targets_in(curly, straight))
    assert np.allclose(scores.iloc[0], scores.iloc[1], atol=1e-6)


@settings(max_examples=60)
@given(st.text(max_size=80), st.text(min_size=1, max_size=12), st.text(max_size=80))
@example("", "0", "ЀЁЂЃЄ")
def test_any_text_at_all_is_scored(before, target, after):
    """A few letters of another script may pass for another language: then all is NA, unless English is told."""
    table = pd.DataFrame({"text": [before + target + after], "start": len(before), "end": len(before) + len(target)})
    scores = score_targets(table.assign(language="en"))
    assert np.isfinite(scores.to_numpy(float)).all()
    assert np.isclose(scores[list(CHANCES)].sum(axis=1), 1).all() and scores["polarity"].between(-1, 1).all()
    unsaid = score_targets(table)
    assert unsaid.isna().to_numpy().all() or np.allclose(unsaid.to_numpy(float), scores.to_numpy(float))


def test_pieces_on_each_side_are_limited_and_features_stand_beside_them():
    """good is rated 1.9 and is halved; very boosts by .293 and is tripled; not negates; the quotation is open."""
    text = "x " * 100 + 'He was "not very good to Ann Lee" they said'
    start = text.index("Ann")
    pieces, features, place = measure_target(text, start, start + 7)
    assert place == EACH_SIDE and len(pieces) == EACH_SIDE + 1 + 3
    negation, boost, good = features[place - 4], features[place - 3], features[place - 2]
    assert negation.tolist() == [0, 1, 0, 1]
    assert np.allclose(boost, [0, 0, 0.879, 1])
    assert np.allclose(good, [0.95, 0, 0, 1])
    assert features[place + 2 :, 3].tolist() == [0, 0]


def test_no_target_at_all_gives_an_empty_table():
    empty = score_targets(pd.DataFrame({"text": pd.Series([], dtype="str"), "start": [], "end": []}))
    assert list(empty.columns) == [*CHANCES, "polarity"] and len(empty) == 0


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"text": None}, "targets.text holds .* which is no text; leave such rows out"),
        ({"start": None}, "start or end is missing in 1 rows"),
        ({"start": 5, "end": 5}, "a target at 5 to 5 does not lie in its text of 7 characters: 'Ann Lee'"),
        ({"end": 99}, "a target at 0 to 99 does not lie"),
        ({"start": -1}, "a target at -1 to 7 does not lie"),
    ],
)
def test_a_target_that_cannot_be_is_refused(change, message):
    with pytest.raises(InputError, match=message):
        score_targets(pd.DataFrame([{"text": "Ann Lee", "start": 0, "end": 7, **change}]))


def test_a_missing_column_and_a_list_are_refused_by_name():
    with pytest.raises(InputError, match=r"targets lacks the columns \['end'\]; it has \['text', 'start'\]"):
        score_targets(pd.DataFrame({"text": ["a"], "start": [0]}))
    with pytest.raises(InputError, match="targets is no DataFrame; give one with text, start and end"):
        score_targets(["a"])


def test_the_note_beside_the_weights_names_their_hash():
    said = re.search(r"\b[0-9a-f]{64}\b", WEIGHTS.with_name("TARGETS.md").read_text(encoding="utf-8")).group()
    assert said == hashlib.sha256(WEIGHTS.read_bytes()).hexdigest()


def mentions_of(*rows):
    columns = ["sentence_id", "doc_id", "start", "end", "text", "actor", "kind"]
    return make_table("mentions", [dict(zip(columns, row, strict=True)) for row in rows])


SENTENCES = pd.DataFrame(
    {
        "sentence_id": ["a:0001", "a:0002", "b:0001"],
        "doc_id": ["a", "a", "b"],
        "text": ["Everyone admires Ann and thanks Ann.", "Ann lied, cheated and stole.", "Ann kam."],
        "voice": ["outlet", "speaker", "outlet"],
        "language": ["en", None, "de"],
    }
)
MENTIONS = mentions_of(
    ("a:0001", "a", 17, 20, "Ann", "Ann", "person"),
    ("a:0001", "a", 32, 35, "Ann", "Ann", "person"),
    ("a:0002", "a", 0, 3, "Ann", "Ann", "person"),
    ("b:0001", "b", 0, 3, "Ann", "Ann", "person"),
)


def test_mentions_of_an_actor_in_one_sentence_are_averaged_into_one_row():
    toned = score_mentions(MENTIONS, SENTENCES)
    assert toned["mentions"].tolist() == [2, 1, 1]
    both = score_targets(pd.DataFrame({"text": SENTENCES["text"][0], "start": [17, 32], "end": [20, 35]}))
    assert toned["positive"][0] == pytest.approx(both["positive"].mean())
    assert toned["tone"][0] == pytest.approx((both["positive"] - both["negative"]).mean())
    assert toned["voice"].tolist() == ["outlet", "speaker", "outlet"]


def test_a_sentence_in_another_language_is_kept_but_not_scored():
    toned = score_mentions(MENTIONS, SENTENCES)
    assert toned["polarity"].isna().tolist() == [False, False, True]
    assert toned["tone"].isna().tolist() == [False, False, True]


def test_frequent_actors_scored_alone_are_those_kept_of_all_and_rest_on_the_same():
    more = mentions_of(("a:0002", "a", 5, 9, "lied", "Lied", "person"), ("b:0001", "b", 4, 7, "kam", "Kam", "person"))
    mentions = pd.concat([MENTIONS, more], ignore_index=True)
    for most, fewest in ((1, 1), (2, 1), (5, 2), (5, 9)):
        kept = keep_frequent(score_mentions(mentions, SENTENCES), most, fewest)
        scored = score_frequent(mentions, SENTENCES, most, fewest)
        pd.testing.assert_frame_equal(scored, kept, rtol=1e-5)
        assert basis_of(scored) == basis_of(kept)


def test_no_mention_gives_no_row():
    assert len(score_frequent(make_table("mentions"), SENTENCES)) == 0
    assert len(score_mentions(make_table("mentions"), SENTENCES)) == 0


def test_actors_of_most_documents_come_first_and_rare_ones_are_left_out():
    toned = pd.DataFrame(
        {
            "sentence_id": list("123456"),
            "doc_id": ["a", "a", "a", "b", "b", "b"],
            "actor": ["Ann", "Ann", "Bob", "Bob", "Cid", "Ann"],
            "tone": [0.1, 0.2, 0.3, 0.4, 0.5, None],
        }
    )
    kept = keep_frequent(toned, most=5, fewest=2)
    assert kept["actor"].tolist() == ["Bob", "Bob", "Ann", "Ann"]
    assert keep_frequent(toned, most=1, fewest=1)["actor"].unique().tolist() == ["Bob"]


def test_targets_in_another_language_get_na_and_the_others_their_own_scores():
    texts = ["Ann is a hero to everyone here.", "Анна стала героем для всех жителей города.", "Ann lied and stole."]
    table = pd.DataFrame({"text": texts, "start": 0, "end": [3, 4, 3]}, index=["x", "y", "z"])
    scores = score_targets(table)
    assert scores.isna().all(axis=1).tolist() == [False, True, False]
    alone = score_targets(table.drop(index="y"))
    assert np.allclose(scores.loc[["x", "z"], list(CHANCES)], alone[list(CHANCES)])
    assert scores.loc[["x", "z"], "polarity"].tolist() == alone["polarity"].tolist()
    assert score_targets(table.assign(language="en"))["polarity"].notna().all()  # a column outranks the look of a text


@pytest.mark.parametrize("start", [0.5, "first", float("inf")])
def test_a_place_that_is_no_whole_number_is_refused(start):
    with pytest.raises(InputError, match="start and end must be whole numbers"):
        score_targets(pd.DataFrame({"text": ["Ann Lee"], "start": pd.Series([start], dtype=object), "end": [7]}))


def test_sentences_in_another_language_are_counted_though_nobody_was_looked_for_in_them():
    mentions = mentions_of(("a:0001", "a", 17, 20, "Ann", "Ann", "person"))
    toned = score_mentions(mentions, SENTENCES.drop(columns="language").assign(language=["en", "en", "de"]))
    assert basis_of(toned).left_out == ({"reason": "in another language", "count": 1},)
