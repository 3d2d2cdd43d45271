"""Topics of more documents than are fitted: learnt from a part drawn by the seed, and weighed in all texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.topics.fitting import share_of_text
from analysis.topics.model import TopicModel
from analysis.words.running import CHUNK_TEXTS, running_of

FITTED = 20_000  # documents that topics are learnt from at the most


def draw_part(texts: pd.Series, documents: Sequence[object] | pd.Series | None, most: int, seed: int) -> np.ndarray:
    """Draw at most so many documents, whole, and return the places of their texts, all of them if there are fewer."""
    numbers = (
        np.arange(len(texts)) if documents is None else pd.factorize(pd.Series(documents).reset_index(drop=True))[0]
    )
    n_documents = int(numbers.max(initial=-1)) + 1
    if n_documents <= most or len(numbers) != len(texts):
        return np.arange(len(texts))
    chosen = np.zeros(n_documents, dtype=bool)
    chosen[np.random.default_rng(seed).permutation(n_documents)[:most]] = True
    return np.flatnonzero(chosen[numbers])


def predict_all(
    model: TopicModel, texts: pd.Series, documents: Sequence[object] | pd.Series | None, most: int
) -> TopicModel:
    """Weigh a part's topics in all texts: weights, shares and what was left out are then those of all texts.

    Words, coherence and stability stay those of the part, and so do the topics' numbers; the note says it.
    """
    parts = [texts.iloc[begin : begin + CHUNK_TEXTS] for begin in range(0, len(texts), CHUNK_TEXTS)]
    counted = [(model.count(part), running_of(part).count_words()) for part in parts]  # the tokens are read once
    weights = model.weigh(sparse.vstack([counts for counts, _ in counted], format="csr"), texts.index)
    words = np.concatenate([words for _, words in counted])
    names = np.arange(len(texts)) if documents is None else pd.Series(documents).to_numpy()
    known = weights.notna().all(axis=1).to_numpy()
    share = share_of_text(weights, words).reindex(model.summary["topic"]).to_numpy()
    left_out = model.left_out.copy()
    left_out.loc[left_out["what"] == "units", "count"] = int((~known).sum())
    n_documents = len(pd.unique(names[known]))
    return replace(
        model,
        weights=weights,
        summary=model.summary.assign(share=share),
        left_out=left_out,
        n_units=int(known.sum()),
        n_documents=n_documents,
        note=f"learnt from {most:,} of {len(pd.unique(names)):,} documents, drawn at random, and weighed in all",
    )
