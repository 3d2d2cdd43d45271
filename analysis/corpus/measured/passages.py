"""The sentences behind numbers as a table that shows itself: what counted in them is marked, and who says it told."""

from __future__ import annotations

from typing import ClassVar

import pandas as pd

from analysis.charts.parts import Part, TableShown
from analysis.charts.passages import make_passages_html, make_passages_text
from analysis.corpus.traced import locate_words

MOST_SHOWN = 60


class Passages(pd.DataFrame):
    """Sentences, one row each (`Corpus.evidence`); made of it by pandas is a plain DataFrame."""

    _internal_names: ClassVar[list[str]] = [*pd.DataFrame._internal_names, "_title", "_value", "_by", "_listed"]
    _internal_names_set: ClassVar[set[str]] = set(_internal_names)

    def __init__(self, table: pd.DataFrame, title: str, value: str, by: str, listed: TableShown) -> None:
        super().__init__(table)
        self.attrs = dict(table.attrs)
        self._title, self._value, self._by, self._listed = title, value, by, listed

    @property
    def _constructor(self) -> type[pd.DataFrame]:
        return pd.DataFrame

    def __reduce__(self) -> tuple:
        return (pd.DataFrame.copy, (self.to_frame(),))

    def to_frame(self) -> pd.DataFrame:
        """Give the table as a plain DataFrame."""
        plain = pd.DataFrame(self)
        plain.attrs = dict(self.attrs)
        return plain

    def list_parts(self) -> list[Part]:
        """List what `show` displays: the table."""
        return [self._listed]

    def _marked(self) -> list[str]:
        words = self["evidence"] if "evidence" in self else [None] * len(self)
        return [
            "" if pd.isna(said) else locate_words(text, str(said))
            for text, said in zip(self["text"], words, strict=True)
        ]

    def _repr_html_(self) -> str:
        shown = self.to_frame().head(MOST_SHOWN)
        return make_passages_html(shown, self._marked()[:MOST_SHOWN], self._title, self._value, self._by, len(self))

    def __repr__(self) -> str:
        return make_passages_text(self.to_frame().head(MOST_SHOWN), self._title, self._value, self._by, len(self))
