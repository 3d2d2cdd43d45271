"""A codebook written in a notebook: a dict of frames with their words."""

import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.frames import code_frames
from analysis.frames.codebooks import load_codebook

SENTENCES = pd.DataFrame(
    {"sentence_id": ["1", "2"], "text": ["Trade and economic ties grow.", "The World War ended; no war is near."]}
)


def found(book):
    return code_frames(SENTENCES, book).set_index(["sentence_id", "frame"])["evidence"]


def test_frames_with_their_words_are_a_codebook():
    book = load_codebook({"Security & war": ["war", "threat*"], "Trade": ["trade", "econom*"]})
    assert book.labels == {"security_war": "Security & war", "trade": "Trade"}
    assert (book.status, book.language, book.title) == ("not validated", "en", "Own codebook")
    assert found(book)["1", "trade"] == "trade, economic" and pd.isna(found(book)["1", "security_war"])


def test_what_a_file_says_of_a_frame_and_of_the_book_can_be_said_in_the_notebook_too():
    frames = {"War": {"words": ["war"], "definition": "Told as war.", "statements": ["There is fighting."]}}
    book = load_codebook({"frames": frames, "masks": ["World War"], "title": "Wars"})
    assert book.title == "Wars" and book.frames[0].definition == "Told as war." and book.has_for("statements")
    assert found(book)["2", "war"] == "war (negated)"  # the other one is masked


def test_the_same_frames_have_the_same_hash_and_others_another():
    first, same, other = (load_codebook({"War": words}) for words in (["war"], ("war",), ["wars"]))
    assert first.sha256 == same.sha256 != other.sha256


@pytest.mark.parametrize("label", ["Krieg & Frieden", "Мир", "2024", "-", "Éducation"])
def test_any_label_makes_a_name(label):
    (name,) = load_codebook({label: ["word"]}).labels
    assert name.isascii() and name[0].isalpha()


@pytest.mark.parametrize(
    ("book", "said"),
    [
        ({}, "is no codebook: give a name"),
        (None, "is no codebook: give a name"),
        (5, "is no codebook: give a name"),
        ({"War": "war"}, r"'War': its words are one text, 'war': write a list, \['war'\]"),
        ({"War": []}, "'War': words of .* is an empty list"),
        ({"War": 3}, "'War': 3 is no list of words"),
        ({"War": ["(war"]}, r"'War': a word of .*'\(war': \['\('\] means nothing in a word"),
        ({"War": {"wrds": ["war"]}}, r"'War': \['wrds'\] are none of"),
        ({"War": ["war"], "war": ["wars"]}, "'war': frame 'war' stands there already"),
        ({"War": ["war", "war"]}, "'War': 'war' of frame 'war' stands there already"),
        ({"War": [object()]}, "which is neither text, number nor list"),
    ],
)
def test_what_cannot_be_used_is_said_by_its_frame_not_by_a_line_that_nobody_wrote(book, said):
    with pytest.raises(InputError, match=said) as caught:
        load_codebook(book)
    assert ", line" not in str(caught.value).split(" on line")[0]
