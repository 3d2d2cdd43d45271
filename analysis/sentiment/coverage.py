"""How much of a text the sentiment lexicon knows: a mean over words it mostly lacks says little."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.sentiment.words import LEXICON, WORD, kept_vocabulary


def count_known(texts: Sequence[str]) -> pd.DataFrame:
    """Count the words of texts, and those that VADER's lexicon rates.

    This is VADER's own cut, at blanks, and no count of words: a coverage asks how many of its tokens it rates.
    Returns words (tokens with a letter and more than one character, as VADER cuts them), known (words and
    emoticons of the lexicon among them), one row a text.
    """
    vocabulary = kept_vocabulary()
    numbers, text_of = vocabulary.number_tokens(texts)
    flags = vocabulary.flags[numbers]
    known, words = flags & LEXICON > 0, flags & (LEXICON | WORD) > 0
    n_texts = len(texts)
    counts = {"words": np.bincount(text_of[words], minlength=n_texts)}
    counts["known"] = np.bincount(text_of[known], minlength=n_texts)
    return pd.DataFrame(counts)
