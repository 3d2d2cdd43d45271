"""A prepared corpus: where its tables lie, in parts, and reading them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from analysis.prepared.blocks import DamagedBlock, Slice, clear_damaged, count_stored, find_damaged, load_tables

OF_THE_WHOLE = ("refused", "notes", "files")


@dataclass(frozen=True)
class Prepared:
    """Tables of a corpus on the disk.

    folder: where its blocks lie; parts: the block of each part, in the order of the documents; whole: the block of
    the tables that are not in parts (refused, notes, files). scratch: what takes the folder away when nobody needs it
    any more, where the corpus is not kept.
    """

    folder: Path
    parts: tuple[str, ...]
    whole: str
    scratch: object = field(default=None, compare=False, repr=False)

    def __getstate__(self) -> dict:
        return {"folder": self.folder, "parts": self.parts, "whole": self.whole, "scratch": None}

    def load(self, table: str, columns: list[str] | None = None) -> pd.DataFrame:
        """Load a table of the whole corpus, in the order of its documents."""
        return self._load([self.whole] if table in OF_THE_WHOLE else self.parts, table, columns)

    def load_part(self, place: int, table: str, columns: list[str] | None = None) -> pd.DataFrame:
        """Load a table of one part."""
        return self._load([self.parts[place]], table, columns)

    def count(self, table: str) -> int:
        """Count the rows of a table without reading them."""
        blocks = [self.whole] if table in OF_THE_WHOLE else self.parts
        with self._told_apart(blocks):
            return count_stored(self.folder, blocks, table)

    def _load(self, blocks: Sequence[str], table: str, columns: list[str] | None) -> pd.DataFrame:
        with self._told_apart(blocks):
            return load_tables(self.folder, [Slice(block) for block in blocks], table, columns)

    @contextmanager
    def _told_apart(self, blocks: Sequence[str]) -> Iterator[None]:
        """Have a block that is found damaged put aside, so that the next that loads the corpus makes it anew."""
        try:
            yield
        except DamagedBlock:
            with suppress(OSError):
                clear_damaged(self.folder, find_damaged(self.folder, blocks))
            raise
