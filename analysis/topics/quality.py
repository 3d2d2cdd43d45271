"""How good topics are: coherence of their words in running text, and how far those words are theirs alone."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from scipy import sparse
from scipy.stats import rankdata

from analysis.words.terms import Terms

WINDOW = 10  # tokens
TOP_WORDS = 10
FREX_WEIGHT = 0.7  # on exclusivity, the rest on frequency
SMOOTHING = 100  # units' worth of evidence that a word is no topic's own
CHUNK_TOKENS = 2_000_000


def score_coherence(terms: Terms, top_words: list[np.ndarray], window: int = WINDOW) -> np.ndarray:
    """Score each topic's coherence: the mean NPMI over the pairs of its top words, -1 to 1.

    top_words: the numbers (in `terms.words`) of each topic's top words. Words co-occur when they stand
    in one of the windows of 10 running tokens that slide over each text, function words included;
    a pair that never does scores -1.
    Source: Bouma 2009 (NPMI); Lau, Newman & Baldwin 2014 (as topic coherence, window of 10).
    """
    chosen = np.unique(np.concatenate(top_words)) if top_words else np.empty(0, dtype=int)
    together, windows = count_windows(terms, chosen, window)
    scores = normalised_pmi(together, windows)
    places = [np.searchsorted(chosen, words) for words in top_words]
    return np.array([_pair_mean(scores[np.ix_(place, place)]) for place in places])


def count_windows(terms: Terms, chosen: np.ndarray, window: int = WINDOW) -> tuple[np.ndarray, int]:
    """Count the windows that hold each pair of the chosen words.

    chosen: ascending numbers of words. Returns a matrix (the diagonal: windows that hold the word) and
    the number of windows; a text shorter than the window is one window.
    """
    ids, ends = terms.running
    begins = np.concatenate([[0], ends])[:-1]
    lengths = ends - begins
    windows = int(np.where(lengths > 0, np.maximum(lengths - window + 1, 1), 0).sum())
    place = np.full(len(terms.words) + 1, -1)
    place[chosen] = np.arange(len(chosen))
    together = np.zeros((len(chosen), len(chosen)))
    for first, last in _text_chunks(ends):
        low, high = begins[first], ends[last - 1]
        found = np.flatnonzero(place[ids[low:high]] >= 0) + low
        text = np.searchsorted(ends[first:last], found, side="right") + first
        earliest = np.maximum(found - window + 1, begins[text])
        latest = np.maximum(np.minimum(found, ends[text] - window), begins[text])
        presence = _presence(earliest - low, latest - low, place[ids[found]], (high - low, len(chosen)))
        together += (presence.T @ presence).toarray()
    return together, windows


def normalised_pmi(together: np.ndarray, windows: int) -> np.ndarray:
    """Turn counts of windows into NPMI = ln[p(ab) / (p(a) p(b))] / -ln p(ab); -1 where p(ab) is 0."""
    joint = together / max(windows, 1)
    single = np.diag(joint)
    with np.errstate(divide="ignore", invalid="ignore"):
        scores = np.log(joint / np.outer(single, single)) / -np.log(joint)
    return np.where(joint > 0, np.where(joint < 1, scores, 1.0), -1.0)


def score_frex(weights: np.ndarray, weight: float = FREX_WEIGHT) -> np.ndarray:
    """Score how far each word is frequent in a topic and exclusive to it: 0 to 1, same shape.

    weights: (topics, words), each row summing to 1. FREX is the harmonic mean of two ranks within
    the topic: of the word's share of all topics' use of it, and of its weight.
    Source: Bischof & Airoldi 2012; weight .7 on exclusivity as in R's stm (Roberts et al. 2019).
    """
    total = weights.sum(axis=0)
    share = weights / np.where(total > 0, total, 1)
    exclusive = rankdata(share, axis=1) / weights.shape[1]
    frequent = rankdata(weights, axis=1) / weights.shape[1]
    return 1 / (weight / exclusive + (1 - weight) / frequent)


def score_relevance(weights: np.ndarray, units: np.ndarray) -> np.ndarray:
    """Score how well each word stands for a topic: its weight there times the topic's share of all its use.

    weights: (topics, words), each row summing to 1; units: how many units hold each word. A rare word's share
    is drawn to that of no topic in particular, for a few occurrences are together by chance.
    Source: Sievert & Shirley 2014, relevance with lambda = 1/2; smoothing ours.
    """
    total = weights.sum(axis=0)
    share = weights / np.where(total > 0, total, 1)
    return weights * (units * share + SMOOTHING / len(weights)) / (units + SMOOTHING) if len(weights) else weights


def best_words(weights: np.ndarray, n_words: int = TOP_WORDS) -> list[np.ndarray]:
    """Return the columns of each row's largest weights, largest first, none of weight 0."""
    order = np.argsort(-weights, axis=1, kind="stable")[:, :n_words]
    return [row[weights[topic, row] > 0] for topic, row in enumerate(order)]


def _pair_mean(scores: np.ndarray) -> float:
    pairs = scores[np.triu_indices(len(scores), 1)]
    return float(pairs.mean()) if len(pairs) else float("nan")


def _presence(earliest: np.ndarray, latest: np.ndarray, place: np.ndarray, shape: tuple) -> sparse.csr_array:
    """Mark which windows (rows, by first token) hold which word, given each occurrence's range of windows."""
    spans = latest - earliest + 1
    starts = np.repeat(earliest - np.cumsum(spans) + spans, spans) + np.arange(spans.sum())
    marks = sparse.coo_array((np.ones(len(starts)), (starts, np.repeat(place, spans))), shape=shape).tocsr()
    marks.data[:] = 1.0
    return marks


def _text_chunks(ends: np.ndarray) -> list[tuple[int, int]]:
    """Cut the texts into runs of about CHUNK_TOKENS tokens: (first, last), end exclusive."""
    if not len(ends):
        return []
    cuts = np.unique(np.searchsorted(ends, np.arange(CHUNK_TOKENS, ends[-1], CHUNK_TOKENS)) + 1)
    bounds = [0, *cuts[cuts < len(ends)].tolist(), len(ends)]
    return list(pairwise(bounds))
