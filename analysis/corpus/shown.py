"""What a corpus shows of itself: a card in a notebook, the same as text in a terminal, a line in a list."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from analysis.corpus.cards import make_corpus_card
from analysis.corpus.placed import Located
from analysis.corpus.saved import write_corpus


class Shown(Located):
    """A corpus, as far as it shows itself and is kept."""

    def __repr__(self) -> str:
        """Say what the corpus holds, in a line; its tables are its fields."""
        held = ("documents", "sentences", "quotes", "mentions", "refused")
        sizes = ", ".join(f"{self._count(name):,} {name}" for name in held)
        return f"Corpus({sizes}; {int(self.documents['words'].sum()):,} words)"

    def __str__(self) -> str:
        return str(make_corpus_card(self))

    def _repr_html_(self) -> str:
        return make_corpus_card(self)._repr_html_()

    def _repr_pretty_(self, printer: object, cycle: bool) -> None:
        printer.text(repr(self) if cycle else str(self))

    def __dir__(self) -> list[str]:
        """Name what is public, and nothing else: what Tab offers."""
        return sorted(name for name in super().__dir__() if not name.startswith("_"))

    def save(self, path: str | Path, format: Literal["parquet", "csv"] = "parquet") -> Path:
        """Save the corpus into a folder, one file a table; `load_corpus(path)` has it back as it is, filters and all.

        Returns the folder. Raises InputError: another format, or a folder that holds something else.
        """
        folder = Path(path).expanduser()
        write_corpus(self, folder, format)
        return folder
