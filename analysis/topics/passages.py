"""The passages that show what a topic is about."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.errors import require
from analysis.topics.model import TopicModel
from analysis.words.running import as_texts


def find_passages(
    model: TopicModel,
    texts: pd.Series,
    documents: Sequence[object] | pd.Series | None = None,
    n_passages: int = 3,
) -> pd.DataFrame:
    """Find each topic's most typical passages, one a document, among those of at least middling length.

    texts: paragraphs (or whole documents), whether the model was fitted to them or not; documents: the
    document of each.
    Returns one row a topic and passage: topic, label, stable, rank, unit (the index of `texts`), document,
    weight (the topic's share of the passage, 0 to 1), text.
    Raises InputError if the lengths differ.
    """
    texts = as_texts(texts)
    require(
        documents is None or len(documents) == len(texts),
        "documents and texts differ in length: give each text its document.",
    )
    counts = model.count(texts)
    weights = model.weigh(counts, texts.index)
    documents = pd.Series(texts.index if documents is None else list(documents), index=texts.index)
    words = np.asarray(counts.sum(axis=1)).ravel()
    long_enough = words >= (np.median(words[words > 0]) if words.any() else 1)
    parts = []
    for topic in model.summary["topic"]:
        ranked = weights[topic].where(long_enough).dropna().sort_values(ascending=False, kind="stable")
        first = ranked[~documents[ranked.index].duplicated()].head(n_passages)
        parts.append(
            pd.DataFrame({"topic": topic, "rank": range(1, len(first) + 1), "unit": first.index, "weight": first})
        )
    table = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=["topic", "rank", "unit", "weight"])
    table = table.astype({"topic": "int64"}).merge(model.summary[["topic", "label", "stable"]], on="topic", how="left")
    table["document"], table["text"] = (values[table["unit"]].to_numpy() for values in (documents, texts))
    return table[["topic", "label", "stable", "rank", "unit", "document", "weight", "text"]]
