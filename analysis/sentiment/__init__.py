"""Sentiment of sentences: exactly NLTK's VADER."""

from __future__ import annotations

import pandas as pd

from analysis.errors import require
from analysis.sentiment.reference import MEASURES, score_reference

__all__ = ["MEASURES", "score_sentiment"]


def score_sentiment(texts: pd.Series) -> pd.DataFrame:
    """Score texts (sentences, best) with VADER, exactly as NLTK does.

    texts: a Series of str; NA gives a row of NA.
    Returns neg, neu, pos (shares of 0 to 1) and compound (-1 to 1; positive at .05 and over, negative at
    -.05 and under), one row a text, on the index of texts.
    Raises InputError if texts is no Series of str.
    Source: Hutto & Gilbert 2014; the figures are those of nltk.sentiment.vader.
    """
    require(isinstance(texts, pd.Series), f"texts={type(texts).__name__} is no Series; pass pd.Series(texts).")
    rows = [score_reference(text) if isinstance(text, str) else (float("nan"),) * 4 for text in texts]
    return pd.DataFrame(rows, columns=list(MEASURES), index=texts.index, dtype="float64")
