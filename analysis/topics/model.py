"""A fitted topic model: its tables, and the weighing of further texts."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.cards import Card, Carded, Facts, Prose, Rows
from analysis.topics.learners import Learnt, weigh_units
from analysis.topics.quality import best_words, score_frex, score_relevance
from analysis.topics.vocabulary import TopicWords, count_topic_words
from analysis.words.running import as_texts

LISTED = 20  # words listed for each topic
HARDLY = 0.001  # of the weight of a topic's heaviest word: less makes no word one of its exclusive ones


@dataclass(frozen=True, repr=False)
class TopicModel(Carded):
    """Topics of a corpus: groups of words that stand together. Topics are not frames.

    terms: one row a topic and word, its 20 most relevant (weighty, and more its own than others'): topic (from 1),
        rank, term, shown (as the texts spell it), weight (share of the topic, 0 to 1), frex (0 to 1).
    exclusive: the same columns, the 20 words of highest FREX.
    weights: one row a unit, one column a topic, each row sums to 1; NA where a unit has none of the words.
    coherence: NPMI by topic, -1 to 1. exclusivity: mean FREX of the ten first words by topic, 0 to 1.
    stability: by topic, mean cosine with its match over the refits, 0 to 1.
    summary: one row a topic: topic, label, words, exclusive_words, share (of the text: each unit counts by its
        words), coherence, exclusivity, stability, recurrence (share of refits in which it came back), stable (True:
        may be interpreted).
    refits: one row a refit and topic: refit, topic, cosine.
    left_out: one row a reason: what was left out, reason, count. ubiquitous: words of over half of the documents.
    note: what to say beside every number ("" or "exploratory: 24 documents").
    """

    method: str
    n_topics: int
    n_units: int
    n_documents: int
    terms: pd.DataFrame
    exclusive: pd.DataFrame
    weights: pd.DataFrame
    coherence: pd.Series
    exclusivity: pd.Series
    stability: pd.Series
    summary: pd.DataFrame
    refits: pd.DataFrame
    left_out: pd.DataFrame
    ubiquitous: tuple[str, ...]
    note: str
    choice: pd.DataFrame | None = None
    _vocabulary: TopicWords | None = field(default=None, repr=False)
    _learnt: Learnt | None = field(default=None, repr=False)

    def __repr__(self) -> str:
        units = f"{self.n_topics} topics ({self.method}) of {self.n_units} units in {self.n_documents} documents"
        return f"<TopicModel: {units}{'; ' + self.note if self.note else ''}>"

    def card(self) -> Card:
        """Make the card: the topics with their words, how large, how coherent and how stable each is."""
        out = self.left_out[self.left_out["count"] > 0].to_dict("records")
        said = [f"{one['count']:,} {one['what']} {one['reason']}" for one in out]
        facts = [("method", self.method), ("left out", "; ".join(said) or "nothing")]
        facts += [("in most texts", ", ".join(self.ubiquitous[:12]))] if self.ubiquitous else []
        rows = [
            [str(row.topic), str(row.label), str(row.words), f"{row.share:.0%}", f"{row.coherence:.2f}",
             f"{row.stability:.2f}{'' if row.stable else ' unstable'}"]
            for row in self.summary.itertuples()
        ]  # fmt: skip
        head = ["topic", "label", "words", "share", "coherence", "stability"]
        table = Rows("", head, rows, numbers=[0, 3, 4, 5], wide=[1, 4])
        code = ["model.summary", "model.terms", "model.weights", "model.rate(texts)"]
        lead = f"{self.n_units:,} units in {self.n_documents:,} documents" + (f" · {self.note}" if self.note else "")
        prose = Prose("Topics are groups of words that stand together; they are not frames.", code)
        return Card(f"{self.n_topics} topics", lead, [Facts(facts), table, prose])

    def word_table(self) -> pd.DataFrame:
        """Give every word's share of every topic: one row a topic, one column a word."""
        return pd.DataFrame(
            share_words(self._learnt.words), index=self.summary["topic"], columns=self._vocabulary.words
        )

    def rate(self, texts: pd.Series) -> pd.DataFrame:
        """Weigh the topics in any texts, each by itself: columns and index as in `weights`."""
        texts = as_texts(texts)
        return self.weigh(self.count(texts), texts.index)

    def count(self, texts: pd.Series) -> sparse.csr_array:
        """Count the topics' words in any texts: (texts, words)."""
        return count_topic_words(texts, self._vocabulary)

    def weigh(self, counts: sparse.csr_array, index: pd.Index) -> pd.DataFrame:
        """Weigh the topics in texts whose words are counted: columns as in `weights`."""
        if not self.n_topics:
            return pd.DataFrame(index=index)
        return share_rows(weigh_units(counts, self._learnt, self._vocabulary.idf), index)


def share_rows(weights: np.ndarray, index: pd.Index) -> pd.DataFrame:
    """Turn weights into shares by row, NA where a row has none."""
    total = weights.sum(axis=1, keepdims=True, dtype=np.float64)
    shares = np.divide(weights, total, out=np.full(weights.shape, np.nan), where=total > 0)
    return pd.DataFrame(shares, index=index, columns=pd.RangeIndex(1, weights.shape[1] + 1, name="topic"))


def share_words(words: np.ndarray) -> np.ndarray:
    """Turn each topic's weights of words into shares that sum to 1."""
    return words / np.maximum(words.sum(axis=1, keepdims=True), 1e-12)


def list_words(words: np.ndarray, vocabulary: TopicWords, by: str = "relevance") -> pd.DataFrame:
    """List each topic's first words by relevance or by FREX, one row a topic and word."""
    shares = share_words(words)
    frex = score_frex(shares)
    heaviest = shares.max(axis=1, keepdims=True, initial=0)  # of no word at all it is 0
    heavy = shares > HARDLY * heaviest  # by ranks alone what a topic hardly has would stand beside its words
    scores = score_relevance(shares, vocabulary.units) if by == "relevance" else np.where(heavy, frex, 0)
    chosen = best_words(scores, LISTED)
    topic = np.repeat(np.arange(len(words)), [len(row) for row in chosen])
    place = np.concatenate(chosen) if chosen else np.empty(0, dtype=int)
    return pd.DataFrame(
        {
            "topic": topic + 1,
            "rank": np.concatenate([np.arange(1, len(row) + 1) for row in chosen]) if chosen else place,
            "term": pd.Series(vocabulary.words[place], dtype="str"),
            "shown": pd.Series(vocabulary.shown[place], dtype="str"),
            "weight": shares[topic, place].astype(float),
            "frex": frex[topic, place].astype(float),
        }
    )
