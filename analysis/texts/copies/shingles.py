"""What a text is compared by: the runs of four words in it, each as a number, case, marks and blanks aside.

All letters of many texts are hashed at once in NumPy: a word is a polynomial in its letters modulo 2^64 (Karp & Rabin
1987), a run of words one in its words, and of that the upper 32 bits are kept ("shingles", Broder 1997).
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from analysis.errors import InputError
from analysis.texts.copies import alphabet
from analysis.texts.copies.alphabet import SPACELESS, UNCLEAN, alphabet_for, clean_letters, codes_of

RUN = 4  # words in a shingle
RATES = (1, 2, 4, 8)  # one of so many shingles is sampled
SAMPLE = 64  # shingles that a sample of a text holds, if it has as many
BATCH = 1 << 17  # characters hashed at once: what the processor's cache holds
MOST_THREADS = 4  # more wait for each other
LONGEST = 1 << 20  # characters of one text hashed at once; a longer one is hashed in pieces
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93], dtype=np.uint64)
_BASE = 0xA0761D6478BD642F  # odd, and so with an inverse modulo 2^64


@dataclass(frozen=True)
class Shingles:
    """The different shingles of each of some documents and what else is known of its words.

    words: how many words each has; whole: a number that documents with the same words share; shingles: of each an array
    of uint32, ascending, each shingle once; none if it has under RUN words.
    """

    words: np.ndarray
    whole: np.ndarray
    shingles: list[np.ndarray]


def list_shingles(texts: pd.Series, lengths: np.ndarray) -> Shingles:
    """List the shingles of texts.

    texts: strings or missing; lengths: characters of each text, 0 if missing.
    Raises InputError: a text that is neither a string nor missing.
    """
    batch = np.cumsum(lengths + 1) // BATCH
    edges = [0, *(np.flatnonzero(np.diff(batch)) + 1).tolist(), len(texts)]
    spans = [(start, end) for start, end in pairwise(edges) if start < end]
    for size in alphabet.SIZES[:-1]:
        alphabet.make_alphabet(size)  # before threads ask for it, each for itself
    with ThreadPoolExecutor(min(MOST_THREADS, os.cpu_count() or 1)) as pool:  # NumPy lets threads work side by side
        found = list(pool.map(lambda span: _split_batch(texts.iloc[slice(*span)].tolist()), spans))
    words, whole = (
        np.concatenate([np.zeros(0, dtype=kind), *(batch[row] for batch in found)])
        for row, kind in enumerate((np.int64, np.uint64))
    )
    return Shingles(words, whole, [numbers for batch in found for numbers in batch[2]])


def _split_batch(texts: list[object]) -> tuple[np.ndarray, np.ndarray, list[np.ndarray]]:
    """Split some texts: words, whole and shingles of each."""
    words, counts = words_of([_string(text) for text in texts])
    keys = _shingles_of(words, counts)
    places = np.searchsorted(keys >> np.uint64(32), np.arange(1, len(counts), dtype=np.uint64))
    return counts, _sum_texts(words, counts), np.split(keys.astype(np.uint32), places)


def rates_for(sizes: np.ndarray) -> np.ndarray:
    """Say of how many of its shingles one is sampled, for documents of so many shingles: those divided by the rate."""
    return np.array(RATES, dtype=np.uint32)[np.searchsorted(SAMPLE * np.array(RATES[:-1]), sizes)]


def words_of(texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Give the words of texts as numbers, uint64, one text after the other, and how many each text has."""
    if any(len(text) > LONGEST for text in texts):
        pieces = [[text[at : at + LONGEST] for at in range(0, max(len(text), 1), LONGEST)] for text in texts]
        hashed = [[words_of([piece])[0] for piece in of_text] for of_text in pieces]
        counts = np.array([sum(map(len, of_text)) for of_text in hashed], dtype=np.int64)
        return np.concatenate([words for of_text in hashed for words in of_text]), counts
    codes = codes_of("\n".join([*texts, ""]))
    kinds = alphabet_for(codes).kinds.take(codes, mode="clip")
    if kinds.max(initial=0) >= UNCLEAN:
        texts = _clean(texts, np.flatnonzero(kinds >= UNCLEAN))
        codes = codes_of("\n".join([*texts, ""]))
        kinds = alphabet_for(codes).kinds.take(codes, mode="clip") & ~np.uint8(UNCLEAN)
    starts = _word_starts(kinds)
    counts = np.diff(np.searchsorted(starts, _edges_of(texts)))
    return _sum_words(codes, starts), counts


def _edges_of(texts: list[str]) -> np.ndarray:
    return np.cumsum([0, *(len(text) + 1 for text in texts)])


def _clean(texts: list[str], places: np.ndarray) -> list[str]:
    """Clean those texts in which the characters at the places stand."""
    unclean = set((np.searchsorted(_edges_of(texts), places, side="right") - 1).tolist())
    return [clean_letters(text) if place in unclean else text for place, text in enumerate(texts)]


def _word_starts(kinds: np.ndarray) -> np.ndarray:
    inside = kinds > 0
    starts = inside.copy()
    starts[1:] &= ~inside[:-1]
    if kinds.max(initial=0) >= SPACELESS:
        spaceless = kinds >= SPACELESS
        starts |= spaceless
        starts[1:] |= inside[1:] & spaceless[:-1]
    return np.flatnonzero(starts)


def _sum_words(codes: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """Sum the letters from each start to the next, each times the base to the power of its place in the word.

    That is a sparse matrix, of powers, one row a word and one column a letter, times the numbers of the letters:
    so SciPy takes a single pass where NumPy takes four.
    """
    powers, inverses = _powers(1 << max(len(codes) - 1, 1).bit_length())
    numbers = alphabet_for(codes).numbers
    columns = np.minimum(codes, len(numbers) - 1).view(np.int32)
    rows = np.append(starts, len(codes)).astype(np.int32)
    if not len(starts):
        return np.zeros(0, dtype=np.uint64)
    matrix = csr_array((powers[rows[0] : len(codes)], columns[rows[0] :], rows - rows[0]), (len(starts), len(numbers)))
    return (matrix @ numbers) * inverses[starts]


def _sum_texts(words: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Give each text a number that its words in their order make; 0 for a text without a word."""
    sums = np.zeros(len(counts), dtype=np.uint64)
    if not len(words):
        return sums
    powers, inverses = _powers(1 << max(len(words) - 1, 1).bit_length())
    mixed = words ^ (words >> np.uint64(29))  # or a letter could change places with one of the next word
    mixed *= _FACTORS[1]
    mixed ^= mixed >> np.uint64(32)
    mixed *= powers[: len(words)]
    starts = (np.cumsum(counts) - counts)[counts > 0]
    sums[counts > 0] = np.add.reduceat(mixed, starts) * inverses[starts]
    return sums


def _shingles_of(words: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Give each text's different shingles, the number of the text in the upper half: ascending."""
    if len(words) < RUN:
        return np.zeros(0, dtype=np.uint64)
    last = len(words) - RUN + 1
    runs = words[:last] * _FACTORS[0]
    for step in range(1, RUN):
        runs += words[step : last + step] * _FACTORS[step]
    runs ^= runs >> np.uint64(33)
    runs *= np.uint64(0xFF51AFD7ED558CCD)
    runs >>= np.uint64(32)
    document = np.repeat(np.arange(len(counts), dtype=np.uint64), counts)
    within = document[:last] == document[RUN - 1 :]
    keys = np.sort((runs | (document[:last] << np.uint64(32)))[within])
    return keys[np.concatenate([[True], keys[1:] != keys[:-1]])] if len(keys) else keys


def _string(text: object) -> str:
    if isinstance(text, str):
        return text
    if text is None or pd.isna(text) is True:
        return ""
    raise InputError(f"documents.text holds {text!r}, a {type(text).__name__}: texts are strings, or missing (NA).")


@cache
def _powers(size: int) -> tuple[np.ndarray, np.ndarray]:
    """Powers of the base modulo 2^64 and their inverses, from the first on."""
    factors = (_BASE, pow(_BASE, -1, 1 << 64))
    return tuple(np.cumprod(np.full(size, factor, dtype=np.uint64)) for factor in factors)
