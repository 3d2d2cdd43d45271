"""Static sentence vectors: what they promise to whoever measures with them."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.texts.characters import straighten
from analysis.words.vectors import DIMENSIONS, MODELS, count_pieces, embed, load_tokenizer, load_vectors, scale_rows


def test_a_text_is_256_numbers_of_length_one():
    vectors = embed(pd.Series(["Parliament passed the bill.", "Rain on Monday."], index=[7, 3]))
    assert vectors.shape == (2, DIMENSIONS) and vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1], abs=1e-5)


def test_a_text_with_no_known_piece_is_a_row_of_zeros():
    vectors = embed(["", "   ", "\U0001f9ff", "word"])
    assert not vectors[:3].any()
    assert vectors[3].any()


def test_no_texts_give_no_rows():
    assert embed([]).shape == (0, DIMENSIONS)


def test_sentences_that_say_the_same_are_nearer_than_sentences_that_do_not():
    vectors = embed(["The court jailed him for theft.", "A judge sent the thief to prison.", "Spring came early."])
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2


def test_counts_of_pieces_add_up_so_that_a_phrase_can_be_taken_out():
    """'the old mill' less 'old' is 'the mill'."""
    whole, phrase, rest = count_pieces(["the old mill", "old", "the mill"])
    assert abs((whole - phrase) - rest).sum() == 0
    assert whole.sum() == 3


def test_the_vector_is_the_scaled_sum_of_the_pieces():
    text = ["the old, old mill"]
    assert scale_rows(count_pieces(text) @ load_vectors()) == pytest.approx(embed(text))


def test_curly_and_straight_marks_have_the_same_vector():
    assert np.array_equal(embed(["“It’s so,” he said"]), embed(['"It\'s so," he said']))


def test_what_is_not_a_text_is_refused_by_value():
    with pytest.raises(InputError, match="texts holds nan, which is no string"):
        embed(pd.Series(["a", None]))
    with pytest.raises(InputError, match="texts is one string"):
        embed("a sentence")


@settings(max_examples=40)
@given(st.lists(st.text(max_size=60), max_size=8))
def test_a_text_has_the_same_vector_whatever_stands_beside_it(texts):
    together = embed(texts)
    assert together.shape == (len(texts), DIMENSIONS)
    for text, row in zip(texts, together, strict=True):
        assert embed([text])[0] == pytest.approx(row, abs=1e-6)


def test_the_shared_vectors_cannot_be_written_over():
    with pytest.raises(ValueError, match="read-only"):
        load_vectors()[0] = 1


def test_the_files_are_small_and_the_readme_states_their_hashes_and_licence():
    from hashlib import sha256

    files = sorted(MODELS.glob("minilm-static.*"))
    readme = (MODELS / "README.md").read_text(encoding="utf-8")
    assert sum(file.stat().st_size for file in files) <= 16_000_000
    assert all(sha256(file.read_bytes()).hexdigest() in readme for file in files)
    assert "Apache-2.0" in readme and (MODELS / "LICENSE-Apache-2.0.txt").exists()


def test_embedding_loads_neither_torch_nor_a_hub_client_and_opens_no_socket():
    script = (
        "import socket, sys\n"
        "def refuse(*args, **kwargs): raise SystemExit('a socket was opened')\n"
        "socket.socket.connect = refuse\n"
        "from analysis.words.vectors import embed\n"
        "embed(['a text'])\n"
        "print([name for name in ('torch', 'transformers', 'huggingface_hub') if name in sys.modules])\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "[]"


@settings(max_examples=200)
@given(st.text(st.sampled_from("abXY 09.,'-_$[]UNKPAD\n\x00\x0b\x85—…•€½éÉ\u0301İſ中文ﬁ\u200b\ufffdд❌"), max_size=30))
def test_a_word_looked_up_has_the_pieces_that_the_models_own_cut_gives_it(text):
    pieces = load_tokenizer().encode(straighten(text), add_special_tokens=False).ids
    assert count_pieces([text]).toarray()[0].tolist() == np.bincount(pieces, minlength=len(load_vectors())).tolist()
