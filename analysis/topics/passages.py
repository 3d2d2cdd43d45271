"""The passages that show what a topic is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.errors import require
from analysis.topics.model import TopicModel
from analysis.words.running import as_texts

SHOWS_IT = 0.05  # the least share of a passage that a topic has, where the passage is to show it
FEW_WORDS = 2  # different words of a topic with which a passage counts half
STRONGEST = {"by": ["score", "covered", "text", "document"], "ascending": [False, False, True, True]}


def find_passages(
    model: TopicModel,
    texts: pd.Series,
    documents: Sequence[object] | pd.Series | None = None,
    n_passages: int = 3,
) -> pd.DataFrame:
    """Find each topic's most typical passages, one a document, among those of at least middling length.

    A passage of three words can belong to a topic as wholly as one of a hundred; so the weight is multiplied by
    k / (k + 2), k the number of different words of the topic (of its LISTED) in the passage. Of passages alike that
    stands first whose words make up more of the topic; the order of the texts decides nothing, and none comes twice.
    A passage of which the topic has less than a twentieth shows something else; so a topic may have fewer.
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
    for topic, scored in _score_passages(model, counts, weights):
        scored = scored.assign(text=texts.to_numpy(), document=documents.astype(str).to_numpy(), row=range(len(texts)))
        ranked = scored[long_enough & (scored["weight"] >= SHOWS_IT).to_numpy()].sort_values(**STRONGEST, kind="stable")
        first = ranked.drop_duplicates("text").drop_duplicates("document")["row"].head(n_passages).to_numpy()
        weight = weights[topic].to_numpy()[first]
        rank = range(1, len(first) + 1)
        parts.append(pd.DataFrame({"topic": topic, "rank": rank, "unit": texts.index[first], "weight": weight}))
    table = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=["topic", "rank", "unit", "weight"])
    table = table.astype({"topic": "int64"}).merge(model.summary[["topic", "label", "stable"]], on="topic", how="left")
    table["document"], table["text"] = (values[table["unit"]].to_numpy() for values in (documents, texts))
    return table[["topic", "label", "stable", "rank", "unit", "document", "weight", "text"]]


def _score_passages(
    model: TopicModel, counts: sparse.csr_array, weights: pd.DataFrame
) -> Iterator[tuple[int, pd.DataFrame]]:
    """Score how well passages show each topic: weight, score, and the share of the topic that their words make up."""
    there, words = (counts > 0).astype(float), model.word_table().columns
    for topic in model.summary["topic"]:
        own = model.terms[model.terms["topic"] == topic].set_index("term")["weight"]
        shares = own.reindex(words)
        different = there @ shares.notna().to_numpy(dtype=float)
        weight = weights[topic].to_numpy()
        score = weight * different / (different + FEW_WORDS)
        covered = there @ shares.fillna(0).to_numpy()
        yield topic, pd.DataFrame({"weight": weight, "score": score.round(6), "covered": covered.round(6)})
