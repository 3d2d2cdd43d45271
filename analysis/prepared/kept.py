"""A prepared corpus: where its tables lie, in parts, and reading them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pandas as pd

from analysis.prepared.blocks import LostBlock, Slice, clear_damaged, count_stored, find_damaged, load_tables
from analysis.progress import say_aside

OF_THE_WHOLE = ("refused", "notes", "files")
Loaded = TypeVar("Loaded")


@dataclass
class Prepared:
    """Tables of a corpus on the disk.

    folder: where its blocks lie; parts: the block of each part, in the order of the documents; whole: the block of
    the tables that are not in parts (refused, notes, files). made_from: a hash of its files and what is in them; texts:
    the file or folder that was read, None of a table. scratch: what takes the folder away when nobody needs it
    any more, where the corpus is not kept; again: prepares the corpus once more, should a table be found damaged.
    """

    folder: Path
    parts: tuple[str, ...]
    whole: str
    made_from: str = ""
    texts: Path | None = None
    scratch: object = field(default=None, compare=False, repr=False)
    again: Callable[[], Prepared] | None = field(default=None, compare=False, repr=False)

    def __getstate__(self) -> dict:
        return self.__dict__ | {"scratch": None, "again": None}

    def load(self, table: str, columns: list[str] | None = None) -> pd.DataFrame:
        """Load a table of the whole corpus, in the order of its documents."""
        return self._try(lambda: self._load(self._blocks_of(table), table, columns))

    def load_part(self, place: int, table: str, columns: list[str] | None = None) -> pd.DataFrame:
        """Load a table of one part."""
        return self._try(lambda: self._load([self.parts[place]], table, columns))

    def count(self, table: str) -> int:
        """Count the rows of a table without reading them."""
        return self._try(lambda: count_stored(self.folder, self._blocks_of(table), table))

    def make_again(self, lost: LostBlock) -> bool:
        """Put aside a block that was lost, and have it made again from the same files; says whether it was."""
        with suppress(OSError):
            clear_damaged(self.folder, find_damaged(self.folder, [lost.block or self.whole]))
        if self.again is None:
            return False
        say_aside(f"tables in {str(self.folder)!r} are damaged or gone: they are made anew")
        made = self.again()
        if (made.made_from, len(made.parts)) != (self.made_from, len(self.parts)):
            return False  # the texts are others by now: what was read before does not go with them
        self.parts, self.whole = made.parts, made.whole
        return True

    def _blocks_of(self, table: str) -> Sequence[str]:
        return [self.whole] if table in OF_THE_WHOLE else self.parts

    def _load(self, blocks: Sequence[str], table: str, columns: list[str] | None) -> pd.DataFrame:
        return load_tables(self.folder, [Slice(block) for block in blocks], table, columns)

    def _try(self, load: Callable[[], Loaded]) -> Loaded:
        """Load something; once more where a block was lost and could be made again."""
        try:
            return load()
        except LostBlock as lost:
            if not self.make_again(lost):
                raise
        return load()
