"""VADER's rules over many texts at once, in numpy; what they do not cover is left to NLTK.

Every step follows nltk.sentiment.vader in its order of operations. Sent to NLTK itself are texts with the
opening of an idiom or of a two-word booster ("kind of"), with "least" before a word of the lexicon, and those
whose sum or score lies so near to a threshold or a rounding tie that the order of additions could matter.
Kept for its speed: 144,000 sentences a second where NLTK does 8,100, with the same numbers (docs/sentiment.md).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from analysis.progress import count_off
from analysis.sentiment.reference import MEASURES, score_reference
from analysis.sentiment.words import (
    BOOSTER,
    BUT,
    LEAST,
    LEXICON,
    NEGATION,
    NEVER,
    SO,
    UPPER,
    Vocabulary,
    kept_vocabulary,
)

CHUNK = 20_000  # texts at once
DIGITS = np.array([3, 3, 3, 4])  # decimals that NLTK keeps of each of MEASURES
NEAR = 1e-7  # of a rounding tie or of a zero sum: sums of the same numbers in another order differ far less
DAMPING = (1.0, 0.95, 0.9)  # of a booster one, two and three words before


def score_texts(texts: Sequence[str]) -> np.ndarray:
    """Score texts as NLTK does: a row a text, a column each of MEASURES."""
    scores = np.zeros((len(texts), len(MEASURES)))
    for begin in count_off(range(0, len(texts), CHUNK), "sentiment"):
        chunk = texts[begin : begin + CHUNK]
        part, odd = _score_chunk(chunk)
        for place in np.flatnonzero(odd):
            part[place] = score_reference(chunk[place])
        scores[begin : begin + CHUNK] = part
    return scores


def _score_chunk(texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Score texts by the rules; tell with True which of them must go to NLTK instead."""
    vocabulary = kept_vocabulary()
    numbers, text_of = vocabulary.number_tokens(texts)
    counts = np.bincount(text_of, minlength=len(texts))
    begins = (np.cumsum(counts) - counts)[text_of]
    flags = vocabulary.flags[numbers]
    capitals = np.bincount(text_of[flags & UPPER > 0], minlength=len(texts))
    mixed = (capitals > 0) & (capitals < counts)
    rated = np.flatnonzero(flags & (LEXICON | BOOSTER) == LEXICON)
    _, first, same = np.unique(
        text_of[rated] * len(vocabulary.flags) + numbers[rated], return_index=True, return_inverse=True
    )
    # NLTK rates every occurrence of a word in the surroundings of its first
    values = _rate_words(rated[first], numbers, begins, mixed[text_of], vocabulary)[same]
    values = _weigh_but(values, rated, flags, text_of, len(texts))
    scores, unsure = _sum_up(values, text_of[rated], counts, texts)
    return scores, unsure | _find_odd(numbers, flags, text_of, len(texts), vocabulary)


def _rate_words(at: np.ndarray, numbers, begins, mixed, vocabulary: Vocabulary) -> np.ndarray:
    """Rate the words at the places: capitals, then the three words before, nearest first."""
    constants = vocabulary.analyzer.constants
    place, mixed = at - begins[at], mixed[at]
    flags, boosts = vocabulary.flags[numbers], vocabulary.boost[numbers]
    value = vocabulary.valence[numbers[at]]
    value = value + (flags[at] & UPPER > 0) * mixed * np.where(value > 0, constants.C_INCR, -constants.C_INCR)
    before = [flags[np.maximum(at - back, 0)] * (place >= back) for back in (1, 2, 3)]
    for back, damping in enumerate(DAMPING):
        heard = (place > back) & (before[back] & LEXICON == 0)
        boost = boosts[np.maximum(at - back - 1, 0)] * np.where(value < 0, -1, 1)
        louder = (before[back] & BOOSTER > 0) & (before[back] & UPPER > 0) & mixed
        boost = boost + louder * np.where(value > 0, constants.C_INCR, -constants.C_INCR)
        changed = (value + boost * damping) * _negation(back, before, constants.N_SCALAR)
        value = np.where(heard, changed, value)
    return value


def _negation(back: int, before: list[np.ndarray], turn: float) -> np.ndarray:
    """Give the factor for a negation that stands back + 1 words before, "never so" and "never this" included."""
    factor = np.where(before[back] & NEGATION > 0, turn, 1.0)
    so = [flags & SO > 0 for flags in before]
    if back == 1:
        factor[(before[1] & NEVER > 0) & so[0]] = 1.5
    if back == 2:
        factor[((before[2] & NEVER > 0) & so[1]) | so[0]] = 1.25
    return factor


def _weigh_but(values, rated, flags, text_of, n_texts: int) -> np.ndarray:
    """Halve the ratings before a text's first "but", add half to those after it."""
    places = np.flatnonzero(flags & BUT > 0)
    if not len(places):
        return values
    but = np.full(n_texts, -1)
    but[text_of[places][::-1]] = places[::-1]
    mark = but[text_of[rated]]
    return values * np.where(mark < 0, 1.0, np.where(rated < mark, 0.5, 1.5))


def _sum_up(values, text_of, counts, texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Turn the ratings of each text into its four scores; True where rounding or a sign is in doubt."""
    n_texts = len(texts)
    total = np.bincount(text_of, values, n_texts)
    emphasis = _emphasis(texts)
    unsure = (np.abs(total) < NEAR) & (total != 0)
    compound = total + np.sign(total) * emphasis
    compound = compound / np.sqrt(compound * compound + 15)
    good, bad = values > 0, values < 0
    positive = np.bincount(text_of[good], values[good] + 1, n_texts)
    negative = -np.bincount(text_of[bad], values[bad] - 1, n_texts)
    neutral = counts - np.bincount(text_of[values != 0], minlength=n_texts)
    unsure |= (np.abs(positive - negative) < NEAR) & (positive != negative)
    positive, negative = (
        positive + emphasis * (positive > negative),
        negative + emphasis * (negative > positive),
    )
    everything = np.where(counts > 0, positive + negative + neutral, 1.0)
    exact = np.column_stack([negative / everything, neutral / everything, positive / everything, compound])
    steps = exact * 10.0**DIGITS
    unsure |= (np.abs(steps - np.floor(steps) - 0.5) < NEAR).any(axis=1)
    return np.where((counts > 0)[:, None], np.rint(steps) / 10.0**DIGITS, 0.0), unsure


def _emphasis(texts: Sequence[str]) -> np.ndarray:
    """Rate the exclamation marks (up to four) and question marks (from two) of each text."""
    exclaimed = np.fromiter((text.count("!") for text in texts), np.int64, len(texts))
    asked = np.fromiter((text.count("?") for text in texts), np.int64, len(texts))
    questions = np.where(asked > 3, 0.96, np.where(asked > 1, asked * 0.18, 0.0))
    return np.minimum(exclaimed, 4) * 0.292 + questions


def _find_odd(numbers, flags, text_of, n_texts: int, vocabulary: Vocabulary) -> np.ndarray:
    """Find the texts with the opening of an idiom, or with "least" before a word of the lexicon."""
    opening = vocabulary.opens[numbers[:-1]] & vocabulary.closes[numbers[1:]]
    least = (flags[:-1] & LEAST > 0) & (flags[1:] & LEXICON > 0)
    found = ((opening != 0) | least) & (text_of[:-1] == text_of[1:])
    odd = np.zeros(n_texts, bool)
    odd[text_of[:-1][found]] = True
    return odd
