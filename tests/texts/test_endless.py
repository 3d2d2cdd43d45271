"""Texts without an end: no sentence is longer than it may be, no letter is lost, and no step takes for ever."""

import pandas as pd
import pytest

from analysis.frames import code_frames
from analysis.texts.cleaning.tags import find_tags
from analysis.texts.readers.containers.other_markup import _name_markup
from analysis.texts.readers.layouts import lexisnexis
from analysis.texts.sentences import split_sentences
from analysis.texts.sentences.endless import LONGEST, cut_endless
from analysis.words.patterns import compile_patterns
from analysis.words.units import gather_units
from processor_time import seconds_of

SECONDS = 5.0  # of the processor; each took minutes or hours before it was mended, and takes a tenth of a second now


def split(text: str) -> pd.DataFrame:
    return split_sentences(pd.DataFrame({"doc_id": ["d"], "text": [text]}))


def test_what_has_no_end_is_parted_at_blanks():
    text = "word " * 3_000
    rows = split(text)
    assert rows["text"].str.len().tolist() == [4_999, 4_999, 4_999]  # a thousand words, the last blank left out
    assert (rows["text"] == [text[start:end] for start, end in zip(rows["start"], rows["end"], strict=True)]).all()


def test_a_word_is_never_parted_and_marks_are_where_there_are_no_blanks():
    assert split("a" * 20_000)["text"].tolist() == ["a" * 20_000]
    pieces = split("well-" * 2_500)["text"]
    assert (
        pieces.str.len().max() <= LONGEST and pieces.str.endswith("well-").all() and "".join(pieces) == "well-" * 2_500
    )


def test_a_sentence_that_ends_stays_whole_and_what_has_no_letter_is_none():
    assert list(cut_endless("Go. " * 9, 4, 7)) == [(4, 7)]
    assert [end - start for start, end in cut_endless("a " * 2_000 + "? " * 9_000, 0, 22_000)] == [4_999]


@pytest.mark.parametrize("word", ["ab" * 100_000, "a" * 200_000, "a'" * 100_000 + "b"])
def test_a_word_of_many_letters_is_coded_and_looked_up_in_steps_by_its_length(word):
    sentences = pd.DataFrame({"sentence_id": ["s"], "text": [f"The war. {word} and"], "language": ["en"]})
    assert seconds_of(lambda: code_frames(sentences, {"X": ["*ab*ac*ad"], "Y": ["aa*b*c*d*"]})) < SECONDS
    assert seconds_of(lambda: list(compile_patterns("*ab*ac*ad")[0].locate(word))) < SECONDS


def test_stars_find_what_they_found():
    found = list(compile_patterns("*ar*o*d")[0].locate("A hard board, warlord's, harbour"))
    assert found == [(14, 21)]
    coded = code_frames(
        pd.DataFrame({"sentence_id": ["s"], "text": ["The warlords came aboard"]}), {"X": ["w*l*s", "*o*d"]}
    )
    assert coded["evidence"].tolist() == ["warlords, aboard"]


def test_lines_of_blanks_colons_and_tags_take_steps_by_their_number():
    assert seconds_of(lambda: _name_markup("   \n" * 50_000, True)) < SECONDS
    assert _name_markup("% a remark\n \n\\documentclass{article}", True) == "a TeX document"
    assert seconds_of(lambda: lexisnexis.recognise(":" * 300_000)) < SECONDS
    assert seconds_of(lambda: find_tags("<b>" * 60_000)) < SECONDS


def test_no_sentences_are_no_units():
    assert gather_units(split('" " "')).empty
