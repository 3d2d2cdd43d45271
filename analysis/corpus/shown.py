"""What a corpus shows of itself: a card in a notebook, the same as text in a terminal, a line in a list."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from analysis.corpus.cards import make_corpus_card
from analysis.corpus.hints import guess_called
from analysis.corpus.placed import Located
from analysis.corpus.saved import write_corpus
from analysis.disk import locate_path
from analysis.errors import InputError, require
from analysis.paths import check_apart


class NoSuchName(InputError, AttributeError):
    """A corpus has nothing of that name; said in a sentence, as other errors of the suite are."""


class Shown(Located):
    """A corpus, as far as it shows itself and is kept."""

    def __repr__(self) -> str:
        """Say what the corpus holds, in a line; its tables are its fields."""
        held = ("documents", "sentences", "quotes", "mentions", "refused")
        speech = {"quotes": f" ({self._count_speech():,} of speech)"}
        sizes = ", ".join(f"{self._count(name):,} {name}{speech.get(name, '')}" for name in held)
        return f"Corpus({sizes}; {int(self.documents['words'].sum()):,} words)"

    def __str__(self) -> str:
        return str(make_corpus_card(self))

    def _repr_html_(self) -> str:
        return make_corpus_card(self)._repr_html_()

    def _repr_pretty_(self, printer: object, cycle: bool) -> None:
        printer.text(repr(self) if cycle else str(self))

    def __getattr__(self, name: str) -> object:
        """Say of a name that other packages have what it is called here."""
        if name.startswith("_"):
            raise AttributeError(name)
        if hasattr(type(self), name):  # a property of ours that failed: its own error
            return object.__getattribute__(self, name)
        meant = guess_called(name, dir(self), self.documents.columns)
        raise NoSuchName(f"a corpus has no {name!r}.{f' Did you mean {meant}?' if meant else ''}")

    def __dir__(self) -> list[str]:
        """Name what is public, and nothing else: what Tab offers."""
        return sorted(name for name in super().__dir__() if not name.startswith("_"))

    def save(self, path: str | Path, format: Literal["parquet", "csv"] = "parquet") -> Path:
        """Save the corpus into a folder, one file a table; `load_corpus(path)` has it back as it is, filters and all.

        Returns the folder. Raises InputError: another format, a folder that holds something else, that lies within the
        one the texts came from, or that cannot be written.
        """
        named = isinstance(path, str | Path) and str(path)
        require(bool(named), f'path={path!r} is no folder: write where to save it, such as save("my-corpus").')
        folder = locate_path(path)
        check_apart(folder, self)
        write_corpus(self, folder, format)
        return folder
