"""Mentions placed in their documents' texts: which stand where, and what each phrase means there and everywhere."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Hashable, Iterable
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.errors import require
from analysis.people.folding import fold
from analysis.tables import check_table

METONYMS = ("capital as government", "government building")  # said of a government in other words: those are kept
ARTICLES = frozenset(("the", "a", "an"))
COUNTED = ["phrase", "actor_id", "actor", "metonym"]


class Meant(NamedTuple):
    """Whom a phrase means; metonym: a word for a government that is not its name."""

    actor_id: str
    actor: str
    metonym: bool

    def is_person(self) -> bool:
        """Tell whether a person is meant."""
        return self.actor_id.startswith("person:")


@lru_cache(maxsize=200_000)
def fold_phrase(text: str) -> str:
    """Reduce a name of any length to a key that its spellings share, articles aside."""
    return " ".join(fold(word) or word for word in text.lower().split() if word not in ARTICLES)


class PlacedMentions:
    """The mentions of some documents in the order of their texts, each by its number: texts, and whom it means."""

    def __init__(self, mentions: pd.DataFrame, sentences: pd.DataFrame) -> None:
        """mentions: from find_actors; sentences: those that they were found in (sentence_id, start)."""
        check_table(sentences, "sentences", ("sentence_id", "start"))
        places = pd.Index(sentences["sentence_id"]).get_indexer(mentions["sentence_id"])
        require(bool((places >= 0).all()), "mentions name sentences that are not in the sentences table.")
        begins = sentences["start"].to_numpy()[places]
        documents, doc_ids = pd.factorize(mentions["doc_id"])
        order = np.lexsort((mentions["end"] + begins, mentions["start"] + begins, documents))
        self.starts: list[int] = (mentions["start"].to_numpy() + begins)[order].tolist()
        self.ends: list[int] = (mentions["end"].to_numpy() + begins)[order].tolist()
        self.texts: list[str] = mentions["text"].to_numpy()[order].tolist()
        self.meant = _list_meant(mentions.iloc[order])
        bounds = np.searchsorted(documents[order], range(len(doc_ids) + 1)).tolist()
        self._rows = {doc_id: range(*bounds[at : at + 2]) for at, doc_id in enumerate(doc_ids.tolist())}
        self._here: dict[Hashable, dict[str, int]] = {}

    def beside(self, doc_id: Hashable, start: int, end: int) -> list[int]:
        """List the mentions that stand in a run of a document's text or across its ends."""
        rows = self._rows.get(doc_id, range(0))
        at = max(rows.start, bisect_left(self.starts, start, rows.start, rows.stop) - 1)
        found = []
        while at < rows.stop and self.starts[at] < end:
            if self.ends[at] > start:
                found.append(at)
            at += 1
        return found

    def here(self, doc_id: Hashable) -> dict[str, int]:
        """Give the last mention by each phrase of a document."""
        if doc_id not in self._here:
            rows = self._rows.get(doc_id, range(0))
            self._here[doc_id] = dict(zip(map(fold_phrase, self.texts[rows.start : rows.stop]), rows, strict=True))
        return self._here[doc_id]

    def count_phrases(self, asked: Collection[str] | None = None) -> pd.DataFrame:
        """Count what phrases mean in these documents, for `choose_only`; asked: only these phrases, all by default.

        Returns one row a phrase and whom it means: phrase (folded), actor_id, actor, metonym (True or False),
        documents (in how many).
        """
        counted = Counter(
            (phrase, *self.meant[at])
            for doc_id in self._rows
            for phrase, at in self.here(doc_id).items()
            if asked is None or phrase in asked
        )
        return pd.DataFrame(
            [(*found, documents) for found, documents in counted.items()], columns=[*COUNTED, "documents"]
        )


def _list_meant(mentions: pd.DataFrame) -> list[Meant]:
    """List whom each mention means, one object for all mentions alike."""
    columns = (mentions[name].to_numpy().tolist() for name in ("actor_id", "actor", "found_by"))
    kept: dict[tuple, Meant] = {}
    return [
        kept.get(one) or kept.setdefault(one, Meant(one[0], one[1], one[2] in METONYMS))
        for one in zip(*columns, strict=True)
    ]


def choose_only(parts: Iterable[pd.DataFrame]) -> dict[str, Meant]:
    """Choose the phrases that mean one actor wherever they stand, with the actor by the name that most documents have.

    parts: `PlacedMentions.count_phrases` of each partition, in any order.
    """
    parts = [part for part in parts if len(part)]
    if not parts:
        return {}
    counted = pd.concat(parts).groupby(COUNTED, sort=False, as_index=False)["documents"].sum()
    counted = counted.sort_values(["phrase", "documents", "actor", "metonym"], ascending=[True, False, True, True])
    counted = counted.drop_duplicates(["phrase", "actor_id"])
    one = counted[~counted["phrase"].duplicated(keep=False)]
    meant = map(Meant, one["actor_id"].tolist(), one["actor"].tolist(), one["metonym"].tolist())
    return dict(zip(one["phrase"].tolist(), meant, strict=True))
