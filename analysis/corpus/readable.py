"""A corpus as a shelf: how many documents, one of them, one after another, and reading them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Self

import numpy as np
import pandas as pd

from analysis.corpus.reading import Document, ReadingView, Stepper, find_marks
from analysis.corpus.subsets import Subsets
from analysis.errors import InputError, require, unknown
from analysis.frames.codebooks import Codebook
from analysis.frames.instruments import PRESENT

MOST_COMPLETED = 5_000  # identifiers that are offered for completion


class Readable(Subsets):
    """A corpus, as far as its documents are read."""

    def __len__(self) -> int:
        return len(self.documents)

    def __iter__(self) -> Iterator[Document]:
        return (Document(self, place) for place in range(len(self)))

    def __contains__(self, doc_id: object) -> bool:
        return isinstance(doc_id, str) and doc_id in self._places

    def __getitem__(self, key: object) -> Document | Self:
        """Give a document by its doc_id or its place, or a part of the corpus by a slice or a list of these."""
        if isinstance(key, str):
            return Document(self, self._place_of(key))
        if isinstance(key, int | np.integer) and not isinstance(key, bool):
            require(-len(self) <= key < len(self), f"corpus[{key}]: there are {len(self):,} documents, from 0 on.")
            return Document(self, int(key) % len(self))
        if isinstance(key, slice):
            rows = np.arange(len(self))[key]
            require(len(rows) > 0, f"corpus[{key.start}:{key.stop}] holds none of {len(self):,} documents.")
            return self._take(rows, f"documents {key.start or 0} to {len(self) if key.stop is None else key.stop}")
        return self._part(key)

    def read(
        self,
        doc_id: str | int | None = None,
        frames: str | Path | Codebook | None = None,
        actors: bool = False,
        tone: bool = False,
        method: str = "words",
        present: float = PRESENT,
    ) -> ReadingView:
        """Show a document to be read: every voice in its colour and line, who speaks in the margin.

        doc_id: or its place; the first document if it is not given. frames: a codebook, whose words are marked and
        whose frames stand behind the sentences that carry them (from a score of `present` on, 0 to 1); method: as for
        `code_frames`. actors: mark who is named. tone: say of each sentence how positive or negative it sounds.
        Raises InputError: no such document, codebook or method.
        """
        document = self[0 if doc_id is None else doc_id]
        require(isinstance(document, Document), f"doc_id={doc_id!r} is not the doc_id of one document.")
        doc_id, sentences = document.doc_id, self.rows_of("_every_sentence", document.doc_id)
        placed = self.locate(sentences) if len(sentences) else sentences.assign(source_start=None, source_end=None)
        kept = placed["sentence_id"].isin(document.sentences["sentence_id"]) if self._chosen is not None else True
        whole = self if self._whole is None else self._whole
        row = self.documents[self.documents["doc_id"] == doc_id]
        marks = find_marks(
            row, sentences, whole.rows_of("quotes", doc_id), whole.rows_of("mentions", doc_id) if actors else None,
            frames, tone, method, present,
        )  # fmt: skip
        return ReadingView(document.about, placed.assign(kept=kept), marks)

    def reader(
        self,
        doc_id: str | int | None = None,
        frames: str | Path | Codebook | None = None,
        actors: bool = False,
        tone: bool = False,
        method: str = "words",
    ) -> Stepper:
        """Read one document after another in JupyterLab, with switches for what is marked; arguments as for `read`.

        A slider says from which score on a frame counts as present in a sentence.
        """
        place = self._place_of(doc_id) if isinstance(doc_id, str) else doc_id or 0
        self.read(place, frames, actors, tone, method)  # says here what is wrong
        return Stepper(self, frames, actors, tone, method, place % len(self))

    def rows_of(self, table: str, doc_id: str) -> pd.DataFrame:
        """Give the rows of a table (sentences, quotes, mentions, spans) that belong to one document."""
        rows = getattr(self, table)
        if table not in self._rows:  # tables are in the order of the documents: a run of rows each
            names = rows["doc_id"].to_numpy(dtype=object)
            starts = (
                np.flatnonzero(np.concatenate([[True], names[1:] != names[:-1]])) if len(names) else np.array([], int)
            )
            ends = np.concatenate([starts[1:], [len(names)]]) if len(starts) else starts
            self._rows[table] = {}
            for name, start, end in zip(names[starts], starts.tolist(), ends.tolist(), strict=True):
                self._rows[table].setdefault(name, []).append((start, end))
        runs = self._rows[table].get(doc_id, [])
        return rows.iloc[np.concatenate([np.arange(*run) for run in runs])] if runs else rows.head(0)

    @cached_property
    def _sentence_places(self) -> pd.DataFrame:
        """Where each sentence stands and whose it is, all of them; their texts are not read for this."""
        columns = ["sentence_id", "doc_id", "start", "end", "voice", "speaker", "speaker_id"]
        if self._whole is None and self.prepared is not None and callable(self._held["sentences"]):
            places = self.prepared.load("sentences", columns)
            whole = not len(self.steps)
            return places if whole else places[places["doc_id"].isin(self.documents["doc_id"])].reset_index(drop=True)
        return pd.DataFrame(self._every_sentence[columns])

    @cached_property
    def _rows(self) -> dict[str, dict[str, list[tuple[int, int]]]]:
        return {}

    @cached_property
    def _places(self) -> dict[str, int]:
        return {doc_id: place for place, doc_id in enumerate(self.documents["doc_id"])}

    def _place_of(self, doc_id: str) -> int:
        if doc_id in self._places:
            return self._places[doc_id]
        remedy = f"For a column write corpus.documents[{doc_id!r}]." if doc_id in self.documents else ""
        begun = [name for name in self._places if name.startswith(doc_id)]
        raise unknown("doc_id", doc_id, begun or self._places, remedy, meant=begun[0] if begun else None)

    def _part(self, key: object) -> Self:
        """Keep the documents of a list: yes or no of each, identifiers, or places."""
        values = list(key) if isinstance(key, list | tuple | set | np.ndarray | pd.Series | pd.Index) else None
        if not values:
            raise InputError(f"corpus[{key!r}]: write a doc_id, a place, a slice, or a list of these.")
        if all(isinstance(one, bool | np.bool_) for one in values):
            require(len(values) == len(self), f"{len(values):,} yes and no for {len(self):,} documents.")
            rows = np.flatnonzero(values)
        else:
            rows = np.unique([self._place_of(one) if isinstance(one, str) else int(one) for one in values])
        require(len(rows) > 0, "no document is chosen.")
        return self._take(rows, f"{len(rows):,} chosen documents")

    def _ipython_key_completions_(self) -> list[str]:
        return self.documents["doc_id"].head(MOST_COMPLETED).tolist()
