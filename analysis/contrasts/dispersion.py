"""How evenly a word is spread over the documents of a group."""

from __future__ import annotations

import numpy as np
from scipy import sparse


def score_dispersion(counts: sparse.csr_array) -> np.ndarray:
    """Score each word's deviation of proportions: 0 (as even as the documents' lengths) to near 1 (all in one).

    counts: (documents, words), all words of the documents, so that rows sum to their lengths.
    Half the sum over documents of |share of the word's occurrences - share of all words|; NA if it never occurs.
    Source: Gries 2008, normalised as in Lijffijt & Gries 2012 (divided by 1 - the smallest share).
    """
    lengths = counts.sum(axis=1)
    filled = lengths > 0
    counts, lengths = counts[np.flatnonzero(filled)], lengths[filled]
    share = lengths / max(lengths.sum(), 1)
    total = np.asarray(counts.sum(axis=0)).ravel()
    table = counts.tocoo()
    expected = share[table.row]
    above = np.abs(table.data / total[table.col] - expected) - expected
    deviation = 0.5 * (1 + np.bincount(table.col, above, minlength=counts.shape[1]))
    most = 1 - share.min(initial=1)
    scores = np.divide(deviation, most, out=np.zeros_like(deviation), where=most > 0)
    return np.where(total > 0, np.clip(scores, 0, 1), np.nan)
