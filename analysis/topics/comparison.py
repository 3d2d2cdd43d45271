"""Two topic models of the same texts, side by side."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.topics.fitting import fit_material, no_topics
from analysis.topics.large import draw_part
from analysis.topics.material import make_material
from analysis.topics.model import TopicModel
from analysis.topics.stability import SIMILAR, match_topics

ENOUGH = 3_000  # documents that the other method is fitted to at the most


def fit_other_method(
    texts: pd.Series,
    model: TopicModel,
    documents: Sequence[object] | pd.Series,
    seed: int = 0,
    method: str = "",
    runs: int = 0,
    **settings: object,
) -> TopicModel:
    """Fit as many topics by the method that a model was not fitted by, without refits.

    texts, documents, seed, settings: as given to `fit_topics`; method and runs among them are passed over. Of many
    documents 3,000 are drawn by the seed: they are enough to see which topics both methods find.
    """
    part = draw_part(texts, documents, ENOUGH, seed)
    method = "lda" if model.method == "nmf" else "nmf"
    material = make_material(texts.iloc[part], pd.Series(documents).iloc[part], **{**settings, "method": method})
    return fit_material(material, model.n_topics, seed, runs=0) if model.n_topics else no_topics(material)


def compare_models(first: TopicModel, second: TopicModel) -> pd.DataFrame:
    """Match two models' topics by their words, for example NMF's with LDA's.

    Returns one row a topic of the first: topic, label, other_topic, other_label, other_words, cosine (of the
    weights of all words, 0 to 1), same (cosine of .7 or more); NA where the second has no topic left.
    """
    columns = ["topic", "label", "other_topic", "other_label", "other_words", "cosine", "same"]
    if not (first.n_topics and second.n_topics):
        return pd.DataFrame(columns=columns)
    one, two = first.word_table(), second.word_table()
    words = one.columns.union(two.columns)
    one, two = (table.reindex(columns=words, fill_value=0.0).to_numpy() for table in (one, two))
    partners, cosines = _match(one, two)
    found = partners >= 0
    other = second.summary.iloc[np.maximum(partners, 0)].reset_index(drop=True)
    table = pd.DataFrame(
        {
            "topic": first.summary["topic"],
            "label": first.summary["label"],
            "other_topic": other["topic"].where(found).astype("Int64"),
            "other_label": other["label"].where(found),
            "other_words": other["words"].where(found),
            "cosine": np.where(found, cosines, np.nan),
            "same": cosines >= SIMILAR,
        }
    )
    return table[columns]


def _match(one: np.ndarray, two: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Match the rows of two tables, -1 where the second has too few rows."""
    short = max(0, len(one) - len(two))
    partners, cosines = match_topics(one, np.vstack([two, np.zeros((short, one.shape[1]))]))
    return np.where(partners < len(two), partners, -1), cosines
