"""Frames by words: how many of a frame's items have words in a text, and how densely."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pandas as pd

from analysis.frames.amounts import WORDS_A_UNIT, frame_columns, measured_items, saturate
from analysis.frames.codebooks import Codebook
from analysis.frames.matching import Hit, Matcher


def item_presence(texts: pd.Series, codebook: Codebook) -> np.ndarray:
    """Return how present each measured item is in each text, 0 to below 1: (texts, items)."""
    hits, lengths = _matcher(codebook).find(texts)
    column = {place: number for number, place in enumerate(measured_items(codebook, "words"))}
    amounts = np.zeros((len(lengths), len(column)))
    for hit in hits:
        amounts[hit.text, column[hit.word.frame, hit.word.item]] += hit.word.pattern.weight
    return saturate(amounts, np.array(lengths, dtype=float) / WORDS_A_UNIT)


def code_texts(texts: pd.Series, codebook: Codebook) -> tuple[np.ndarray, np.ndarray]:
    """Score short texts by all of a frame's words together, and say which they are.

    Returns scores (texts, frames) and evidence of the same shape: the words found, or None.
    """
    hits, lengths = _matcher(codebook).find(texts)
    amounts = np.zeros((len(lengths), len(codebook.frames)))
    found: dict[tuple[int, int], list[Hit]] = defaultdict(list)
    for hit in hits:
        amounts[hit.text, hit.word.frame] += hit.word.pattern.weight
        found[hit.text, hit.word.frame].append(hit)
    evidence = np.full(amounts.shape, None, dtype=object)
    for place, words in found.items():
        evidence[place] = ", ".join(dict.fromkeys(_say(hit) for hit in words))
    return saturate(amounts, np.array(lengths, dtype=float) / WORDS_A_UNIT), evidence


def score_frames(texts: pd.Series, codebook: Codebook) -> np.ndarray:
    """Average the presence of each frame's items: (texts, frames)."""
    presence = item_presence(texts, codebook)
    return np.stack([presence[:, own].mean(axis=1) for own in frame_columns(codebook, "words")], axis=1)


def _say(hit: Hit) -> str:
    return f"{hit.found} (negated)" if hit.negated else hit.found


def _matcher(codebook: Codebook) -> Matcher:
    """Make a codebook's matcher once and keep the last few."""
    if codebook.sha256 not in _MADE:
        while len(_MADE) >= _MOST_KEPT:
            _MADE.pop(next(iter(_MADE)))
        _MADE[codebook.sha256] = Matcher(codebook)
    return _MADE[codebook.sha256]


_MADE: dict[str, Matcher] = {}
_MOST_KEPT = 8
