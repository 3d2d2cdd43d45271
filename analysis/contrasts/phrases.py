"""Phrases counted once: words that belong together become one term, and then no longer count as words."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from analysis.errors import require
from analysis.words.terms import BREAK, Terms, spellings_of

MIN_COUNT = 5
MIN_DOCUMENTS = 3
TOGETHER = 0.4  # normalised pointwise mutual information, 0 (chance) to 1 (always together)


def join_phrases(
    terms: Terms, longest: int = 3, documents: np.ndarray | None = None, edges: frozenset[str] = frozenset()
) -> Terms:
    """Join recurrent phrases of up to `longest` words into terms of their own.

    A phrase stands at least 5 times in at least 3 documents, never runs over punctuation, never begins or
    ends with a word of `edges` (function words), and its NPMI is .4 or more (Bouma 2009). Longer phrases
    are joined first, from left to right, so that every token is counted in exactly one term.
    documents: the number of each text's document (each text its own by default).
    Raises InputError if `longest` is not 1, 2 or 3.
    """
    require(longest in (1, 2, 3), f"phrases={longest!r} is not 1 (words only), 2 or 3 (the longest phrase, in words).")
    documents = np.arange(len(terms.ends)) if documents is None else documents
    edge = np.array([word in edges for word in terms.words] + [True])
    found = {size: find_phrases(terms, size, documents, edge) for size in range(longest, 1, -1)}
    return _join(terms, found)


def find_phrases(terms: Terms, size: int, documents: np.ndarray, edge: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Find where recurrent phrases of so many words begin: positions and a key that tells phrases apart."""
    base = np.int64(len(terms.words) + 1)
    rows = terms.rows
    length = max(len(terms.ids) - size + 1, 0)
    parts = [terms.ids[shift : shift + length].astype(np.int64) for shift in range(size)]
    whole = rows[:length] == rows[size - 1 : size - 1 + length]
    for part in parts:
        whole &= part != BREAK
    whole &= ~edge[parts[0]] & ~edge[parts[-1]] if length else whole
    positions = np.flatnonzero(whole)
    keys = np.zeros(len(positions), dtype=np.int64)
    for part in parts:
        keys = keys * base + part[positions]
    unique, inverse, counts = np.unique(keys, return_inverse=True, return_counts=True)
    pairs = np.unique(inverse.astype(np.int64) * (documents.max(initial=0) + 1) + documents[rows[positions]])
    spread = np.bincount(pairs // (documents.max(initial=0) + 1), minlength=len(unique))
    good = (counts >= MIN_COUNT) & (spread >= MIN_DOCUMENTS)
    good[good] = _association(terms, unique[good], counts[good], size) >= TOGETHER
    kept = good[inverse]
    return positions[kept], keys[kept]


def _association(terms: Terms, keys: np.ndarray, counts: np.ndarray, size: int) -> np.ndarray:
    """Score how far phrases recur beyond chance: ln[p(phrase) / product of p(word)] / -(size - 1) ln p(phrase)."""
    base = np.int64(len(terms.words) + 1)
    ids, _ = terms.running
    share = np.log(np.bincount(ids, minlength=len(terms.words)) / max(len(ids), 1) + 1e-300)
    expected = np.zeros(len(keys))
    rest = keys.copy()
    for _ in range(size):
        expected += share[rest % base]
        rest //= base
    joint = np.log(counts / max(len(ids), 1))
    return (joint - expected) / (-(size - 1) * joint)


def _join(terms: Terms, found: dict[int, tuple[np.ndarray, np.ndarray]]) -> Terms:
    """Write phrases over their first words, longest first, and drop the words that they took."""
    ids, taken = terms.ids.astype(np.int64), np.zeros(len(terms.ids), dtype=bool)
    words, shown = list(terms.words), list(terms.shown)
    spelled, spellings = terms.spelled.astype(np.int64), list(terms.spellings)
    dropped = np.zeros(len(ids), dtype=bool)
    for size, (positions, keys) in found.items():
        kept = _apart(positions, size, taken)
        unique, inverse = np.unique(keys[kept], return_inverse=True)
        first = positions[kept][np.unique(inverse, return_index=True)[1]] if len(unique) else []
        ids[positions[kept]] = inverse + len(words)
        spelled[positions[kept]] = inverse + len(spellings)
        names = spellings_of(terms, positions[kept], size, inverse, len(unique)).tolist()
        words += [" ".join(terms.words[terms.ids[place : place + size]]) for place in first]
        shown, spellings = shown + names, spellings + names
        for shift in range(size):
            taken[positions[kept] + shift] = True
            dropped[positions[kept] + shift] |= shift > 0
    ends = np.concatenate([[0], np.cumsum(~dropped)])[terms.ends]
    return replace(
        terms,
        ids=ids[~dropped].astype(np.int32),
        ends=ends,
        words=np.array(words, dtype=object),
        shown=np.array(shown, dtype=object),
        spelled=spelled[~dropped],
        spellings=np.array(spellings, dtype=object),
    )


def _apart(positions: np.ndarray, size: int, taken: np.ndarray) -> np.ndarray:
    """Choose occurrences that neither overlap each other (the leftmost wins) nor anything taken."""
    free = np.ones(len(positions), dtype=bool)
    for shift in range(size):
        free &= ~taken[positions + shift]
    kept, reach = [], -1
    for number in np.flatnonzero(free).tolist():
        if positions[number] >= reach:
            kept.append(number)
            reach = positions[number] + size
    return np.array(kept, dtype=np.int64)
