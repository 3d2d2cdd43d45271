"""Frames in texts of several languages: NA and counted where a codebook does not read, never 0."""

import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.estimates import basis_of, estimate_means
from analysis.frames import code_frames, find_words, rate_frames, rate_items
from analysis.frames.agreement import agreement, leave_one_word_out, stamp_frames
from analysis.frames.by_example import load_frame_coder, train_frame_coder
from analysis.frames.codebooks import load_codebook
from analysis.frames.instruments import mark_present, rate_with

ENGLISH = "The unions and the ministry fight over wages, and the fight goes on in every town."
RUSSIAN = "Профсоюзы и министерство спорят о зарплате, и эта борьба идёт в каждом городе."
BOOK = """\
codebook: strife
title: t
source: made for this test
language: {language}
frames:
  - frame: strife
    label: Strife
    definition: People quarrel.
    words: [{words}]
    statements: [Two sides fight.]
"""


def book(path, language="en", words="fight*"):
    file = path / f"{language}.yaml"
    file.write_text(BOOK.format(language=language, words=words), encoding="utf-8")
    return load_codebook(file)


def documents(**columns):
    """Five documents in English, each with two hits, and five in Russian."""
    texts = [f"{text} Number {n}." for text in (ENGLISH, RUSSIAN) for n in range(5)]
    return pd.DataFrame({"doc_id": list("abcdefghij"), "text": texts, **columns})


@pytest.mark.parametrize("known", [{}, {"language": ["en"] * 5 + ["ru"] * 5}])
def test_half_a_corpus_in_another_language_does_not_halve_a_frame(tmp_path, known):
    sentences = documents(sentence_id=[f"{doc}:1" for doc in "abcdefghij"], **known)
    coded = code_frames(sentences, book(tmp_path))
    assert coded["score"].isna().tolist() == [False] * 5 + [True] * 5
    assert coded["evidence"].isna().tolist() == [False] * 5 + [True] * 5
    share = estimate_means(mark_present(coded, {"strife": "Strife"}), "present", by="frame")
    assert share["estimate"].tolist() == [1.0]
    assert str(basis_of(share)) == "n = 5 sentences in 5 documents (left out: 5 in another language)"


def test_ratings_by_words_and_by_meaning_and_of_items_are_na_in_another_language(tmp_path):
    for method in ("words", "meaning"):
        for rate in (rate_frames, rate_items):
            assert rate(documents(), book(tmp_path), method)["score"].isna().tolist() == [False] * 5 + [True] * 5


def test_a_codebook_codes_texts_of_its_own_language(tmp_path):
    russian = book(tmp_path, "ru", "борьб*, спор*")
    rated = rate_frames(documents(), russian)
    assert rated["score"].isna().tolist() == [True] * 5 + [False] * 5 and (rated["score"][5:] > 0).all()
    assert find_words(documents(), russian)["found"].tolist() == ["спорят", "борьба"] * 5
    assert rate_frames(documents(), russian, "meaning")["score"].isna().all()  # vectors know English alone


def test_a_language_of_a_codebook_that_is_none_is_refused_with_its_line(tmp_path):
    with pytest.raises(InputError, match=r"12\.yaml, line 4: .*is no language: write its code of two letters"):
        book(tmp_path, "12")


def test_what_rests_on_ratings_leaves_other_languages_out_and_counts_them(tmp_path):
    strife = book(tmp_path)
    words = leave_one_word_out(documents(), strife)
    assert words["n"].tolist() == [5] and words["share_of_hits"].tolist() == [1.0]
    alike = agreement(rate_with(documents(), strife))
    assert alike["missing"].eq(0).all()
    for table in (words, alike):
        assert basis_of(table).left_out == ({"reason": "in another language", "count": 5},)


def test_a_corpus_wholly_in_another_language_gives_tables_without_a_number(tmp_path):
    strife, russian = book(tmp_path), documents().tail(5)
    ratings = rate_with(russian, strife)
    assert ratings["score"].isna().all()
    assert leave_one_word_out(russian, strife).empty
    assert stamp_frames(agreement(ratings), leave_one_word_out(russian, strife), strife.status).empty


def coded_texts():
    war = [f"Troops fired on the town and the army took the hill, report {n} said." for n in range(0, 40, 2)]
    trade = [f"Exports rose and the bank cut its rates for firms, report {n} said." for n in range(1, 40, 2)]
    return pd.Series([*war, *trade]), pd.Series([True] * 20 + [False] * 20, name="war")


def test_a_coder_learns_one_language_and_says_na_for_others(tmp_path):
    texts, codes = coded_texts()
    mixed = pd.concat([texts, pd.Series([f"{RUSSIAN} {n}" for n in range(3)])], ignore_index=True)
    coder = train_frame_coder(mixed, pd.concat([codes, pd.Series([True] * 3)], ignore_index=True).rename("war"))
    assert coder.language == "en" and coder.quality["texts"].tolist() == [40]
    assert basis_of(coder.quality).left_out == ({"reason": "in another language", "count": 3},)
    new = pd.Series([texts[0], RUSSIAN, texts[25]], index=["x", "y", "z"])
    for each in (coder, load_frame_coder(coder.save(tmp_path / "coder.npz"))):
        said = each.predict(new)
        assert said.isna().tolist() == [False, True, False] and said["x"] and not said["z"]
        assert each.predict_proba(new).isna().tolist() == [False, True, False]


def test_a_coder_of_labels_says_na_for_others_too():
    texts, codes = coded_texts()
    coder = train_frame_coder(texts, codes.map({True: "war", False: "trade"}))
    assert coder.predict(pd.Series([RUSSIAN])).isna().tolist() == [True]
    assert coder.predict(pd.Series([texts[0]])).tolist() == ["war"]
