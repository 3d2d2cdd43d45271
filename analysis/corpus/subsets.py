"""Parts of a corpus: by what is known of documents, by their sentences, at random, the first of them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Literal, Self

import numpy as np
import pandas as pd

from analysis.corpus.filters import OF_SENTENCES, check_filters, join_copies, keep_fitting, mark_answers
from analysis.corpus.placed import Located
from analysis.corpus.sentence_filters import mark_sentences, name_step
from analysis.corpus.values import find_meant
from analysis.errors import InputError, require
from analysis.given import check_whole


class _Any:
    """What a filter takes that keeps everything."""

    def __repr__(self) -> str:
        return "any"


ANY = _Any()
Some = str | Collection[str] | Callable | None
Voice = Literal["outlet", "speaker", "forwarded"]


class Subsets(Located):
    """A corpus, as far as parts of it can be had."""

    def where(
        self,
        *conditions: Callable[[pd.DataFrame], pd.Series],
        outlet: Some = ANY,
        kind: Literal["article", "post"] | Some = ANY,
        since: str | int | pd.Timestamp = ANY,
        until: str | int | pd.Timestamp = ANY,
        voice: Voice | Collection[Voice] = ANY,
        speaker: Some = ANY,
        contains: str | Collection[str] | Callable = ANY,
        documents_with: str | Collection[str] = ANY,
        language: Some = ANY,
        country: Some = ANY,
        translated: bool | None = ANY,
        doc_id: Some = ANY,
        source: Some = ANY,
        published_from: Some = ANY,
        forwarded_from: Some = ANY,
        min_words: int = ANY,
        copies: Literal["keep", "first", "weight"] = ANY,
        **variables: object,
    ) -> Self:
        """Keep the documents that fit every filter, with their sentences, quotations and spans.

        A filter takes a value or a list of values, or None for what is not known (`outlet=None`), or a function that
        says yes or no of each (`words=lambda words: words > 300`); variables: any other column of documents, such as
        one of sources.csv. Values are taken as tables show them, in any case: "quoted speech", "not known", and "yes"
        and "no" of a column of these. conditions: functions that take the table of documents and say yes or no of each.
        since, until: a day, month or year, inclusive; undated documents are left out and counted. min_words: a number.
        documents_with: documents in which words stand, written as for `kwic`.
        voice, speaker, contains: filters of sentences. They keep these sentences, with the quotations and mentions in
        them, and the documents that have any; `read` and `kwic` still show what stands around. speaker: a name, or a
        part of it that only one speaker has; None: speech that could not be given to anybody.
        copies ("keep" them, the "first" of each cluster alone, or "weight" each by 1 over its cluster's size) comes
        last. Raises InputError: an unknown filter or value, and a filter that leaves nothing.
        """
        given = {
            "outlet": outlet, "kind": kind, "since": since, "until": until, "documents_with": documents_with,
            "language": language, "country": country, "translated": translated, "doc_id": doc_id, "source": source,
            "published_from": published_from, "forwarded_from": forwarded_from, "min_words": min_words,
            "voice": voice, "speaker": speaker, "contains": contains, "copies": copies,
        }  # fmt: skip
        return self._where(
            {name: value for name, value in {**given, **variables}.items() if value is not ANY}, conditions
        )

    def sample(self, n: int = 10, seed: int = 0) -> Self:
        """Keep n documents, drawn at random without replacement, in the order of the corpus.

        The same seed draws the same documents of the same corpus. Raises InputError: more than there are.
        """
        check_whole(n, "n", 1, "documents")
        size = len(self.documents)
        require(n <= size, f"n={n} is more than the {size:,} documents that there are.")
        rows = np.sort(np.random.default_rng(seed).choice(size, size=n, replace=False))
        return self._take(rows, f"sample of {n}, seed = {seed}")

    def head(self, n: int = 5) -> Self:
        """Keep the first n documents."""
        check_whole(n, "n", 1, "documents")
        return self._take(np.arange(min(n, len(self.documents))), f"the first {n}")

    def tail(self, n: int = 5) -> Self:
        """Keep the last n documents."""
        check_whole(n, "n", 1, "documents")
        size = len(self.documents)
        return self._take(np.arange(max(size - n, 0), size), f"the last {n}")

    def _take(self, rows: np.ndarray, step: str) -> Self:
        documents = self.documents.iloc[rows]
        steps = [{"step": step, "before": len(self.documents), "after": len(documents)}]
        return self._of(join_copies(documents).reset_index(drop=True), steps)

    def _where(self, filters: dict[str, object], conditions: tuple = (), keep: bool = True) -> Self:
        """Filter documents, then sentences, then copies."""
        check_filters(filters, self.further)
        documents, steps = self.documents, []
        for condition in conditions:
            documents = _keep(documents, steps, "condition", condition)
        for name, value in filters.items():
            if name not in (*OF_SENTENCES, "copies"):
                documents = _keep(documents, steps, name, value)
        chosen = None
        if any(name in filters for name in OF_SENTENCES):
            documents, chosen = self._choose(documents, filters, steps)
        if "copies" in filters:
            documents = _keep(documents, steps, "copies", filters["copies"])
        return self._of(join_copies(documents).reset_index(drop=True), steps, chosen=chosen, keep=keep)

    def _choose(self, documents: pd.DataFrame, filters: dict, steps: list) -> tuple[pd.DataFrame, pd.Index]:
        """Choose sentences; the documents that have any of them stay."""
        sentences = self.sentences
        if len(documents) < len(self.documents):
            sentences = sentences[sentences["doc_id"].isin(documents["doc_id"])]
        for name in OF_SENTENCES:
            if name not in filters:
                continue
            kept, value = sentences[mark_sentences(sentences, name, filters[name])], filters[name]
            if kept.empty:
                raise InputError(
                    f"{name}={value!r} leaves none of {len(sentences):,} sentences: widen or drop this filter."
                )
            left = documents[documents["doc_id"].isin(kept["doc_id"])]
            said = f"{name_step(name, value)} ({len(kept):,} of {len(sentences):,} sentences)"
            steps.append({"step": said, "before": len(documents), "after": len(left)})
            documents, sentences = left, kept
        return documents, pd.Index(sentences["sentence_id"])


def _keep(documents: pd.DataFrame, steps: list[dict], name: str, value: object) -> pd.DataFrame:
    """Apply one filter of documents and note what it left."""
    if name == "condition":
        if not callable(value):
            raise InputError(f"where({value!r}): write the name of a filter before it, such as outlet={value!r}.")
        kept = documents[mark_answers(value, documents, name)]
    else:
        value = find_meant(documents, name, value)
        kept = keep_fitting(documents, name, value)
    if kept.empty and value is None:
        raise InputError(f"{name}=None: all {len(documents)} documents have their {name} known; drop this filter.")
    if kept.empty:
        raise InputError(f"{name}={value!r} leaves none of {len(documents)} documents: widen or drop this filter.")
    steps.append({"step": name_step(name, value), "before": len(documents), "after": len(kept)})
    return kept
