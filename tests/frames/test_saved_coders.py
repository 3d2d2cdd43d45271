"""A saved coder from somebody else is data: what is too large, of another kind or does not fit is refused, unread."""

import io
import json
import pickle
import zipfile

import numpy as np
import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.frames.by_example import load_frame_coder, train_frame_coder


@pytest.fixture(scope="module")
def arrays(tmp_path_factory):
    """What a good coder's file holds, by name."""
    texts = [f"The army sent tanks to hill {number}." for number in range(12)]
    texts += [f"The bank lent money to firm {number}." for number in range(12)]
    path = train_frame_coder(pd.Series(texts), pd.Series([True] * 12 + [False] * 12)).save(
        tmp_path_factory.mktemp("coder") / "good.npz"
    )
    with np.load(path, allow_pickle=False) as stored:
        return dict(stored)


def write(tmp_path, arrays, **changed):
    """Write a coder with some arrays changed, None for left out; bytes are a member as it is."""
    path = tmp_path / "given.npz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, held in {**arrays, **changed}.items():
            content = io.BytesIO()
            if held is not None and not isinstance(held, bytes):
                np.save(content, held)
            if held is not None:
                archive.writestr(f"{name}.npy", held if isinstance(held, bytes) else content.getvalue())
    return path


def head(descr, shape):
    """The head of an array that claims a kind and a shape, and nothing behind it."""
    content = io.BytesIO()
    np.lib.format.write_array_header_1_0(content, {"descr": descr, "fortran_order": False, "shape": shape})
    return content.getvalue()


def about_with(arrays, **changed):
    return np.array(json.dumps(json.loads(str(arrays["about"])) | changed))


def refusal(path):
    with pytest.raises(InputError, match=r"given\.npz is no saved frame coder|given\.npz has format") as raised:
        load_frame_coder(path)
    return str(raised.value)


def test_a_coder_written_so_is_loaded(tmp_path, arrays):
    assert load_frame_coder(write(tmp_path, arrays)).frames == ["frame"]


def test_arrays_that_would_fill_the_memory_are_refused_by_what_their_heads_say(tmp_path, arrays):
    assert "its arrays take 8,000," in refusal(write(tmp_path, arrays, coefficients=head("<f8", (1, 10**9))))
    assert "bytes of itself; 4,000,000 are the most" in refusal(write(tmp_path, arrays, about=head("<U1000001", ())))
    assert "its arrays take" in refusal(write(tmp_path, arrays, word_terms=head("<U100000000", (50,))))


def test_an_array_of_objects_is_refused_and_nothing_in_it_runs(tmp_path, arrays):
    ran = tmp_path / "ran"

    class Runs:
        def __reduce__(self):
            return open, (str(ran), "w")

    given = head("|O", (1,)) + pickle.dumps([Runs()])
    assert "its array word_terms holds object" in refusal(write(tmp_path, arrays, word_terms=given))
    (tmp_path / "given.npz").write_bytes(pickle.dumps(Runs()))
    assert "allow_pickle" not in refusal(tmp_path / "given.npz")
    assert not ran.exists()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"slopes": None}, "it lacks"),
        ({"more": np.zeros(3)}, "it lacks, or has beside them"),
        ({"slopes": np.array(["steep"])}, "its array slopes holds <U5"),
        ({"slopes": np.zeros(1, complex)}, "its array slopes holds complex128"),
        ({"slopes": np.zeros(3)}, "its arrays slopes do not fit"),
        ({"offsets": np.array([np.nan])}, "its arrays offsets do not fit"),
        ({"coefficients": np.zeros((1, 7))}, "its arrays coefficients do not fit"),
        ({"coefficients": head("<f8", (1, 300))}, "a broken one"),
        ({"about": np.array("[1]")}, "it says nothing of itself"),
        ({"about": np.array("[" * 50_000)}, "a broken one"),
        ({"about": b"no array"}, "a broken one"),
    ],
)
def test_what_is_no_coder_is_refused_in_a_sentence(tmp_path, arrays, changed, said):
    assert said in refusal(write(tmp_path, arrays, **changed))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"kind": "guess"}, "its kind is none of labels, yes or no and columns"),
        ({"frames": "war"}, "frames is missing or of the wrong kind"),
        ({"frames": [{"a": 1}]}, "its frames are no list of names"),
        ({"frames": []}, "its frames are no list of names"),
        ({"quality": {"frame": [1]}}, "its quality is no table"),
        ({"refused": {"frame": [], "examples": [1], "needed": []}}, "its refused is no table"),
        ({"format": 99}, "has format 99; this suite reads 1"),
    ],
)
def test_what_a_coder_says_of_itself_is_checked(tmp_path, arrays, changed, said):
    assert said in refusal(write(tmp_path, arrays, about=about_with(arrays, **changed)))
