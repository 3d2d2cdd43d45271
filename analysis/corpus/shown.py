"""What a corpus shows of itself: a card in a notebook, the same as text in a terminal, a line in a list."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from analysis.corpus.cards import make_corpus_card
from analysis.corpus.placed import Located
from analysis.corpus.saved import write_corpus

_CALLED = {
    "where(...)": "filter query select subset corpus_subset loc drop",
    'kwic("word")': "concordance find grep keyword_in_context search",
    "words": "token tokens vocab vocabulary word_counts topfeatures",
    "matrix()": "dfm dtm document_term_matrix tdm to_matrix",
    "texts": "text body docs content",
    "read(doc_id)": "display open show view",
    "summary()": "describe info",
    "documents": "articles data df metadata docvars posts table",
    "documents.columns": "columns variables",
    "to_frame()": "to_dataframe to_df to_pandas",
    "save(folder)": "dump export to_csv to_parquet write",
    "len(corpus)": "count ndoc shape size",
    "sentences": "sents",
    "quotes": "quotations",
    "mentions": "actors entities",
    "documents.groupby(...)": "groupby",
    "copies": "duplicates",
}
CALLED = {word: name for name, words in _CALLED.items() for word in words.split()}  # what other packages call it


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

    def __getattr__(self, name: str) -> object:
        """Say of a name that other packages have what it is called here."""
        if name.startswith("_"):
            raise AttributeError(name)
        if hasattr(type(self), name):  # a property of ours that failed: its own error
            return object.__getattribute__(self, name)
        meant = CALLED.get(name) or next(iter(get_close_matches(name, dir(self), n=1, cutoff=0.75)), "")
        raise AttributeError(f"a corpus has no {name!r}.{f' Did you mean {meant}?' if meant else ''}")

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
