"""The corpus: read, clean, split, give every sentence its voice; then filter it and look into it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from analysis.corpus.arguments import check_path, parse_where
from analysis.corpus.completion import add_completer
from analysis.corpus.corpus import Corpus, corpus_of
from analysis.corpus.filters import check_filters
from analysis.corpus.saved import is_saved, load_saved
from analysis.errors import require
from analysis.paths import locate_file
from analysis.prepared.making import prepare_corpus
from analysis.progress import shown_bars
from analysis.public.mode import public_limits
from analysis.public.shown import add_texts
from analysis.reading import Progress
from analysis.texts.readers import Settings

__all__ = ["Corpus", "load_corpus"]

add_completer()


def load_corpus(
    path: str | Path | pd.DataFrame,
    columns: Mapping[str, str] | None = None,
    one_document_per_file: bool = False,
    aliases: str | Path | None = None,
    *,
    where: Mapping[str, object] | str | None = None,
    engine: str = "processes",
    jobs: int | None = None,
    scheduler: str | None = None,
    cache: bool = True,
    progress: Progress | None = None,
    **filters: object,
) -> Corpus:
    """Read a file, a folder or a table into a Corpus: cleaned, split into sentences, each with its voice and actors.

    path: a file or a folder of any of the kinds in docs/corpus.md (texts, tables, pages, exports), with sources.csv
    beside them if there is one (see seeds/README.md for its columns); or a DataFrame, one row a document; or a folder
    into which a corpus was saved (`Corpus.save`).
    columns: which column of a table is which of documents, where its name does not say it ({"text": "body"}).
    one_document_per_file: stories on one page are not set apart. aliases: a file of names that are one actor,
    taken over the shipped ones (docs/actors.md); aliases.yaml beside the texts if it is not given. filters: as for
    Corpus.where, copies="first" among them; where: the same as a mapping, or written as JSON ('{"kind": "post"}').
    A path that leads nowhere from the working directory counts from the project's folder; which it is, is said.
    What is made is kept in the cache (docs/scale.md): the next time only files that changed are prepared again;
    cache=False keeps nothing. engine: "processes" on this machine, as many as `jobs` (one a core), or "dask", on the
    cluster whose `scheduler` is named ("tcp://host:8786"), else on one made here. progress: told how far it is;
    by default a bar, if it takes more than two seconds and somebody sees it.
    Raises InputError: a path that is not there, a folder with nothing readable, no text left after
    cleaning, a sources.csv or an alias file that cannot be used, an unknown filter or value, a filter that leaves
    nothing, an engine or a scheduler that is not there.
    """
    filters, place = parse_where(where) | filters, check_path(path)
    if isinstance(place, Path) and is_saved(place):
        require(not columns, f"columns={columns!r} names columns of tables, and {str(place)!r} is a saved corpus.")
        return _filter(load_saved(place, Corpus), filters)
    settings = Settings(_check_columns(columns), bool(one_document_per_file))
    own = locate_file(aliases, "aliases", "a YAML file of aliases") if aliases else None
    with shown_bars() as bars:
        prepared = prepare_corpus(
            place, settings, own, engine=engine, jobs=jobs, scheduler=scheduler, cache=cache, progress=progress or bars,
            check=lambda further: check_filters(filters, further),
        )  # fmt: skip
    return _filter(corpus_of(prepared), filters)


def _filter(corpus: Corpus, filters: Mapping[str, object]) -> Corpus:
    if public_limits():  # all texts, whatever the filters: pages of other filters quote the same
        add_texts(corpus.documents, corpus.removed, corpus.sentences, corpus.mentions)
    return corpus._where(dict(filters), keep=False)


def _check_columns(columns: Mapping[str, str] | None) -> Mapping[str, str]:
    columns = {} if columns is None else columns
    texts = isinstance(columns, Mapping) and all(isinstance(name, str) for pair in columns.items() for name in pair)
    require(texts, f'columns={columns!r} says which column is which: write {{"text": "body"}}.')
    return columns
