"""The tables that a corpus holds: read when they are first asked for, and handed on to its subsets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Self

import numpy as np
import pandas as pd

from analysis.corpus.filters import weights_by_document
from analysis.estimates import describe
from analysis.prepared.kept import Prepared
from analysis.voices.assign import select_speech

TABLES = ("documents", "sentences", "quotes", "mentions", "spans", "removed", "refused", "notes", "steps", "files")
OF_DOCUMENTS = ("sentences", "quotes", "mentions", "spans")  # tables with a doc_id: filtered with the documents
MOST_KEPT = 1_000_000  # rows of a table that a corpus keeps for the sake of its subsets
Table = pd.DataFrame | Callable[[], pd.DataFrame]


class _Held:
    """A table of a corpus; what was not read yet is read when it is first asked for."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, corpus: HeldTables | None, owner: type) -> pd.DataFrame:
        if corpus is None:
            return self
        corpus._held[self.name] = corpus._read(self.name)
        return corpus._held[self.name]

    def __set__(self, corpus: HeldTables, value: object) -> None:
        raise AttributeError(
            f"a corpus stays as it is: where(...) gives a part, {self.name}.assign(...) a changed copy."
        )


class HeldTables:
    """Documents and all that belongs to them; a subset reads its tables from those of the whole."""

    documents, sentences, quotes, mentions, spans = _Held(), _Held(), _Held(), _Held(), _Held()
    removed, refused, notes, steps, files = _Held(), _Held(), _Held(), _Held(), _Held()

    prepared: Prepared | None

    def __init__(
        self,
        documents: Table,
        sentences: Table,
        quotes: Table,
        mentions: Table,
        spans: Table,
        removed: Table,
        refused: Table,
        notes: Table,
        steps: Table | None = None,
        files: Table | None = None,
        prepared: Prepared | None = None,
    ) -> None:
        steps = pd.DataFrame(columns=["step", "before", "after"]) if steps is None else steps
        files = pd.DataFrame() if files is None else files
        given = (documents, sentences, quotes, mentions, spans, removed, refused, notes, steps, files)
        self._held: dict[str, Table] = dict(zip(TABLES, given, strict=True))
        self.prepared = prepared
        self._chosen: pd.Index | None = None  # identifiers of the sentences kept, where sentences were filtered
        self._whole: HeldTables | None = None  # the corpus before its sentences were filtered, of these documents

    def _read(self, name: str) -> pd.DataFrame:
        held = self._held[name]
        return held() if callable(held) else held

    def _count(self, name: str) -> int:
        """Count a table's rows, without reading the table where its documents alone were filtered."""
        known = self.prepared is not None and name in OF_DOCUMENTS and self._chosen is None
        if not known or not callable(self._held[name]):
            return len(getattr(self, name))
        if self.steps.empty:
            return self.prepared.count(name)
        return int(self.prepared.load(name, ["doc_id"])["doc_id"].isin(self.documents["doc_id"]).sum())

    def _count_speech(self) -> int:
        """Count the quotations: what somebody says, not what the outlet tells of them; as `_count` reads them."""
        if self.prepared is None or self._chosen is not None or not callable(self._held["quotes"]):
            return len(select_speech(self.quotes))
        quotes = self.prepared.load("quotes", ["doc_id", "form"])
        kept = quotes if self.steps.empty else quotes[quotes["doc_id"].isin(self.documents["doc_id"])]
        return len(select_speech(kept))

    def _load_columns(self, name: str, columns: list[str]) -> pd.DataFrame:
        """Give some columns of a table that no filter touches, without reading the others."""
        held = self._held[name]
        if callable(held) and self.prepared is not None:
            return self.prepared.load(name, columns)
        return getattr(self, name)[columns]

    @property
    def _every_sentence(self) -> pd.DataFrame:
        """All sentences of the documents, those too that a filter of sentences left out."""
        return self.sentences if self._whole is None else self._whole.sentences

    def _of(
        self,
        documents: pd.DataFrame,
        steps: list[dict],
        about: Mapping[str, object] | None = None,
        *,
        chosen: pd.Index | None = None,
        keep: bool = True,
    ) -> Self:
        """Keep some documents; about: what their tables remember of the whole, by default that they are the whole.

        chosen: identifiers of sentences, where only some of them are kept. keep: the tables read for this subset stay
        with this corpus too, for its next subset, unless they are very large.
        """
        about = about or {"corpus": len(documents), "weights": weights_by_document(documents)}
        held = {name: partial(self._share, name, documents, keep) for name in OF_DOCUMENTS}
        held["sentences"] = lambda: describe(self._share("sentences", documents, keep), unit="sentences", **about)
        held["documents"] = describe(documents, unit="documents", **about)
        held["steps"] = pd.concat([self.steps, pd.DataFrame(steps)], ignore_index=True) if steps else self.steps
        made = type(self)(**{**self._held, **held}, prepared=self.prepared)
        made._chosen = self._chosen
        made._whole = self._whole._of(documents, [], about, keep=keep) if self._whole is not None else None
        return made if chosen is None else made._of_sentences(chosen, about)

    def _of_sentences(self, chosen: pd.Index, about: Mapping[str, object]) -> Self:
        """Keep some sentences, with the mentions and the quotations in them; documents stay whole."""

        def mine(name: str) -> pd.DataFrame:
            table = getattr(self, name)
            return table[table["sentence_id"].isin(chosen)].reset_index(drop=True)

        held = {
            "sentences": lambda: describe(mine("sentences"), unit="sentences", **about),
            "mentions": lambda: mine("mentions"),
            "quotes": lambda: keep_touching(self.quotes, mine("sentences")),
        }
        made = type(self)(**{**self._held, **held}, prepared=self.prepared)
        made._chosen, made._whole = chosen, self if self._whole is None else self._whole
        return made

    def _share(self, name: str, documents: pd.DataFrame, keep: bool) -> pd.DataFrame:
        """Give a subset its rows of a table."""
        table = self._read(name)
        if keep and len(table) <= MOST_KEPT:
            self._held[name] = table
        if len(documents) == len(self.documents):
            return table
        return table[table["doc_id"].isin(documents["doc_id"])].reset_index(drop=True)


def keep_touching(quotes: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Keep the quotations that share a character with one of the sentences."""
    numbers = pd.Index(sentences["doc_id"].unique())
    size = int(max(quotes["end"].max() if len(quotes) else 0, sentences["end"].max() if len(sentences) else 0)) + 1
    known = numbers.get_indexer(quotes["doc_id"])
    ordered = np.sort(numbers.get_indexer(sentences["doc_id"]) * size + sentences["end"].to_numpy())
    starts = np.sort(numbers.get_indexer(sentences["doc_id"]) * size + sentences["start"].to_numpy())
    begin, end = known * size + quotes["start"].to_numpy(), known * size + quotes["end"].to_numpy()
    # sentences begun before its end, less those ended before its beginning
    touching = np.searchsorted(starts, end, "left") - np.searchsorted(ordered, begin, "right")
    return quotes[(known >= 0) & (touching > 0)].reset_index(drop=True)
