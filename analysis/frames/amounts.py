"""From how much of an item a text holds to a score in [0, 1], the same way for every method."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.frames.codebooks import Codebook

WORDS_A_UNIT, SENTENCES_A_UNIT = 250, 10  # a stretch of news text of the same length, in words and in sentences


def saturate(amounts: np.ndarray, units: np.ndarray) -> np.ndarray:
    """Turn amounts found in texts of so many units of length into degrees of presence, 0 to below 1.

    One hit in a short text makes an item 63% present; each further unit of length asks for one hit more.
    amounts: (texts, items); units: (texts,), 250 words or 10 sentences each.
    """
    return -np.expm1(-amounts / (1.0 + units[:, None]))


def measured_items(codebook: Codebook, part: str) -> list[tuple[int, int]]:
    """List (frame, item) positions of the items that have words or statements."""
    return [
        (place, number)
        for place, frame in enumerate(codebook.frames)
        for number, item in enumerate(frame.items)
        if item.applies and getattr(item, part)
    ]


def frame_columns(codebook: Codebook, part: str) -> list[np.ndarray]:
    """Say for each frame which columns of an item matrix are its own."""
    frames = np.array([place for place, _ in measured_items(codebook, part)])
    return [np.flatnonzero(frames == place) for place in range(len(codebook.frames))]


def long_table(key: pd.Series, codebook: Codebook, scores: np.ndarray) -> pd.DataFrame:
    """Lay a matrix (texts, frames) out as one row a text and frame."""
    names = pd.Series([frame.name for frame in codebook.frames], dtype="str").array
    each = np.repeat(np.arange(len(key)), len(names))  # taken by place: a text for each row would be made anew
    return pd.DataFrame(
        {
            key.name: key.astype("str").array.take(each),
            "frame": names.take(np.tile(np.arange(len(names)), len(key))),
            "score": scores.ravel(),
        }
    )
