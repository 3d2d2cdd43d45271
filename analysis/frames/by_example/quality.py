"""How good a coder is: F1, precision and recall with intervals from resampling documents."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.estimates import draw_documents, interval_of
from analysis.estimates.intervals import mark_intervals

RESAMPLES = 1_000


def measure_quality(coded: dict[str, np.ndarray], given: dict[str, np.ndarray], documents: np.ndarray) -> pd.DataFrame:
    """Compare codes out of cross-validation with the codes given.

    coded, given: for each frame yes or no a text; documents: a number a text, what is drawn.
    Returns one row a frame, and one for their mean: frame, f1, low, high (95%), precision, recall, examples
    (texts with the frame), texts, documents, note (why there is no interval, or "").
    """
    n_documents = int(documents.max()) + 1
    hits, coded_yes, given_yes = (
        np.stack([np.bincount(documents, weights=part, minlength=n_documents) for part in parts], axis=1)
        for parts in (
            [coded[frame] & given[frame] for frame in given],
            [coded[frame] for frame in given],
            [given[frame] for frame in given],
        )
    )
    draws = np.vstack(
        [_f1(drawn @ hits, drawn @ coded_yes, drawn @ given_yes) for drawn in draw_documents(n_documents, RESAMPLES)]
    )
    low, high = interval_of(draws, documents=n_documents)
    table = pd.DataFrame(
        {
            "frame": list(given),
            "f1": _f1(hits.sum(0), coded_yes.sum(0), given_yes.sum(0)),
            "low": low,
            "high": high,
            "precision": _ratio(hits.sum(0), coded_yes.sum(0)),
            "recall": _ratio(hits.sum(0), given_yes.sum(0)),
            "examples": given_yes.sum(0).astype(int),
        }
    )
    if len(table) > 1:
        mean = {"frame": "mean", **table[["f1", "precision", "recall"]].mean(), "examples": table["examples"].sum()}
        mean |= dict(zip(("low", "high"), interval_of(draws.mean(axis=1), documents=n_documents), strict=True))
        table = pd.concat([table, pd.DataFrame([mean])[table.columns]], ignore_index=True)
    return mark_intervals(table.assign(texts=len(documents), documents=n_documents))


def _f1(hits: np.ndarray, coded: np.ndarray, given: np.ndarray) -> np.ndarray:
    return _ratio(2 * hits, coded + given)


def _ratio(top: np.ndarray, bottom: np.ndarray) -> np.ndarray:
    """Divide; 0 where there is nothing to divide by, as scikit-learn has it."""
    return np.divide(top, bottom, out=np.zeros(np.shape(top)), where=np.asarray(bottom) > 0)
