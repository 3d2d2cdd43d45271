"""One document of a corpus, with its tables."""

from __future__ import annotations

from typing import Protocol

import numpy as np
import pandas as pd

from analysis.masked import mask_controls, shorten_text


class Library(Protocol):
    """A corpus, as far as its documents are read."""

    documents: pd.DataFrame

    def read(self, doc_id: str | int, *marks: object, **named: object) -> object:
        """Show a document to be read."""

    def rows_of(self, table: str, doc_id: str) -> pd.DataFrame:
        """Give the rows of a table that belong to a document."""


class Document:
    """A document: what is known of it, and its sentences, quotations and mentions; it shows itself to be read.

    Columns of documents are its attributes (title, outlet, published ...), None where they are not known.
    """

    def __init__(self, corpus: Library, place: int) -> None:
        self._corpus, self._place = corpus, place

    @property
    def about(self) -> pd.Series:
        """The row of documents."""
        return self._corpus.documents.iloc[self._place]

    @property
    def doc_id(self) -> str:
        """The identifier."""
        return self._corpus.documents["doc_id"].iloc[self._place]

    @property
    def sentences(self) -> pd.DataFrame:
        """The sentences, of a corpus of which sentences were filtered those that are left."""
        return self._rows("sentences")

    @property
    def quotes(self) -> pd.DataFrame:
        """The quotations."""
        return self._rows("quotes")

    @property
    def mentions(self) -> pd.DataFrame:
        """The mentions of actors."""
        return self._rows("mentions")

    def read(self, **marks: object) -> object:
        """Show the document to be read; marks: as for `Corpus.read`."""
        return self._corpus.read(self.doc_id, **marks)

    def _rows(self, table: str) -> pd.DataFrame:
        return self._corpus.rows_of(table, self.doc_id)

    def __getattr__(self, name: str) -> object:
        if name.startswith("_") or name not in self._corpus.documents:
            raise AttributeError(f"a document has no {name!r}; it has {', '.join(self.__dir__())}.")
        value = self._corpus.documents[name].iloc[self._place]
        if pd.isna(value):
            return None
        return value.item() if isinstance(value, np.generic) else value

    def __dir__(self) -> list[str]:
        return sorted({*self._corpus.documents, "about", "sentences", "quotes", "mentions", "read"})

    def __repr__(self) -> str:
        title = f": {shorten_text(self.title)}" if self.title else ""
        return mask_controls(f"<Document {self.doc_id}{title}>")

    def __str__(self) -> str:
        return str(self.read())

    def _repr_html_(self) -> str:
        return self.read()._repr_html_()

    def _repr_pretty_(self, printer: object, cycle: bool) -> None:
        printer.text(repr(self) if cycle else str(self))
