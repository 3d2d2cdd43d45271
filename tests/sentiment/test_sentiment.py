"""The fast path gives NLTK's figures on every text; what it is given wrongly it names."""

import importlib.util
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from nltk.sentiment.vader import SentimentIntensityAnalyzer, VaderConstants

from analysis.errors import InputError
from analysis.sentiment import MEASURES, score_sentiment
from analysis.texts.cleaning.languages import is_in

WORDS = (  # one string, so that it can be read
    """
    good bad great terrible love hate war peace united security kind death right shit bomb ass mustard mouth sucks
    very extremely so this never not isn't without least at but BUT But most less barely kinda sort of just enough
    kind kind-of the yeah cut kiss hand to in a I and VERY NEVER Never Not GOOD HATE Love no n't can't don't doesn't
    won't wouldn't :) :( :D ;-) <3 :-/ XD lol LOL o_O 😀 😢 💔 ❤️ 🇷🇺 — … “ ” ! ? !! ??? !?! . , ; : - ' " #BAD @good
    good! good, "good" 'good' (good) good... ?!?good good?!? --good good-- bad-tempered well-being U.S. NATO's
    great's don't. isn't, never. but, so, this, least, of. kind, ﬁne ß İ ǅ ΑΣ и Плохо GOOD's GÜT 你好 x xx ll
""".split()  # noqa: SIM905  a list of words in one text reads best
)
BLANKS = [" ", "  ", "\n", "\t", "\u00a0", "\u2003", "\u3000", "\x1f", "\u200b", "\x85", ""]


def reference() -> SentimentIntensityAnalyzer:
    lexicon = Path(importlib.util.find_spec("vaderSentiment").origin).with_name("vader_lexicon.txt")
    analyzer = SentimentIntensityAnalyzer.__new__(SentimentIntensityAnalyzer)
    analyzer.lexicon_file = lexicon.read_text(encoding="utf-8")
    analyzer.lexicon = analyzer.make_lex_dict()
    analyzer.constants = VaderConstants()
    return analyzer


NLTK = reference()
LEXICON_WORDS = sorted(NLTK.lexicon)
RULE_WORDS = sorted({*NLTK.constants.BOOSTER_DICT, *NLTK.constants.NEGATE, *NLTK.constants.SPECIAL_CASE_IDIOMS})


def assert_scores_as_nltk(texts):
    ours = score_sentiment(pd.Series(texts, dtype="object"))
    theirs = pd.DataFrame([NLTK.polarity_scores(text) for text in texts], columns=list(MEASURES), dtype="float64")
    pd.testing.assert_frame_equal(ours, theirs, check_exact=True)


known = st.one_of(st.sampled_from(WORDS), st.sampled_from(LEXICON_WORDS), st.sampled_from(RULE_WORDS))
styled = st.builds(lambda word, style: style(word), known, st.sampled_from([str, str.upper, str.title, str.lower]))
marked = st.builds(
    "{}{}{}".format,
    *[st.sampled_from(["", *NLTK.constants.PUNC_LIST]), styled, st.sampled_from(["", "", "!", ".", "?!?"])],
)
sentence = st.lists(st.tuples(marked, st.sampled_from(BLANKS)), max_size=14).map(
    lambda parts: "".join(word + blank for word, blank in parts)
)
crowded = st.lists(
    st.sampled_from(["good", "bad", "so", "this", "never", "very", "not", "but", "VERY", "kind", "of"]),
    max_size=9,
)


@settings(max_examples=300)
@given(st.lists(sentence, min_size=1, max_size=12))
@example(
    [
        "kind of good",
        "a kind of good thing",
        "Kind Of good",
        "the bomb is bad ass",
        "He faced the kiss of death",
    ]
)
@example(
    [
        "at least good",
        "least good",
        "the least good",
        "very least good",
        "LEAST good",
        "It was least bad, but good",
    ]
)
@example(
    [
        "never so good",
        "never this bad",
        "this very good",
        "so so so good",
        "Never so good",
        "not good but bad BUT good",
    ]
)
@example(
    [
        "good good very good",
        "GOOD good GOOD",
        "very GOOD",
        "VERY good",
        "not VERY bad",
        "good!!!!! ????",
        "bad????",
    ]
)
def test_scores_are_nltks_on_sentences_of_words_that_its_rules_know(texts):
    assert_scores_as_nltk(texts)


@settings(max_examples=300)
@given(st.lists(crowded.map(" ".join), min_size=1, max_size=20))
def test_scores_are_nltks_where_the_rules_crowd(texts):
    assert_scores_as_nltk(texts)


@settings(max_examples=150)
@given(st.lists(st.text(max_size=60), max_size=8))
def test_scores_are_nltks_on_any_text_at_all_and_na_on_what_is_in_no_letters_of_english(texts):
    assert_scores_as_nltk([text for text in texts if is_in(text, "en")])
    others = [text for text in texts if not is_in(text, "en")]
    assert score_sentiment(pd.Series(others, dtype="str")).isna().all(axis=None)


def test_sums_that_cancel_are_left_to_nltk():
    """.1 + .2 - .3 is not 0 in floating point, so an exclamation mark would count or not by the order of additions."""
    opposite = {}
    for word in LEXICON_WORDS:
        if word.isalpha() and word.islower() and len(word) > 1:
            opposite.setdefault(NLTK.lexicon[word], word)
    pairs = [(a, b) for a in opposite for b in opposite if a > 0 > b and -round(a + b, 1) in opposite]
    texts = [f"{opposite[a]} x {opposite[b]} x {opposite[-round(a + b, 1)]}!" for a, b in pairs[:400]]
    assert len(texts) == 400
    assert_scores_as_nltk(texts)


def test_a_text_is_scored_the_same_alone_and_among_others():
    texts = pd.Series([" ".join(WORDS[i : i + 9]) for i in range(0, len(WORDS), 4)])
    alone = pd.concat([score_sentiment(texts.iloc[[place]]) for place in range(len(texts))])
    pd.testing.assert_frame_equal(score_sentiment(texts), alone)


def test_scores_by_hand_for_one_bad_word_of_two_and_one_exclamation_mark():
    """sux is rated -1.5, the mark adds .292: -1.792 / sqrt(1.792^2 + 15) = -.4199; 2.792 / 3.792 = .736."""
    assert score_sentiment(pd.Series(["Today sux!"])).loc[0].tolist() == [0.736, 0.264, 0.0, -0.4199]


def test_missing_text_gives_a_row_of_na_and_keeps_the_index():
    scores = score_sentiment(pd.Series(["good", None, pd.NA, ""], index=["a", "b", "b", "c"], dtype="object"))
    assert list(scores.index) == ["a", "b", "b", "c"]
    assert scores.isna().all(axis=1).tolist() == [False, True, True, False]
    assert scores.loc["c"].tolist() == [0, 0, 0, 0]


def test_no_text_at_all_gives_an_empty_table():
    assert score_sentiment(pd.Series([], dtype="str")).shape == (0, 4)


def test_a_list_of_texts_is_refused_with_the_remedy():
    with pytest.raises(InputError, match=r"texts=list is no Series; pass pd.Series\(texts\)"):
        score_sentiment(["good"])


def test_a_number_among_texts_is_refused_by_its_value():
    with pytest.raises(InputError, match=r"texts holds 7, which is no text"):
        score_sentiment(pd.Series(["good", 7], dtype="object"))


def test_a_text_surely_in_another_language_has_no_score_rather_than_zero():
    texts = [
        "The harvest is bad.",
        "Урожай погиб из-за засухи.",
        "Die Ernte ist in diesem Jahr nach der Dürre sehr schlecht ausgefallen.",
    ]
    scores = score_sentiment(pd.Series(texts), mask_names=["United Nations"])
    assert scores["compound"].isna().tolist() == [False, True, True]
    assert scores["masked"].isna().tolist() == [False, True, True]
