"""framing prepare: make the tables of a corpus and keep them, so that whatever reads it next begins at once."""

from __future__ import annotations

import time
from contextlib import nullcontext

import click

from analysis.cli.memory import add_memory
from analysis.cli.reading import add_reading, parse_reading
from analysis.cli.values import OneOf, WholeNumber
from analysis.progress import shown_bars
from analysis.reading import ENGINES


@click.command()
@click.argument("path")
@click.option("--aliases", metavar="FILE", help="Names that are one actor, taken over the shipped ones.")
@add_reading
@click.option("--engine", type=OneOf(ENGINES), default="processes", show_default=True, help="Who does the work.")
@click.option("--jobs", type=WholeNumber(1, 1024), help="Processes at a time; by default one a core.")
@click.option("--scheduler", metavar="ADDRESS", help="Of a dask cluster: tcp://host:8786. It implies --engine dask.")
@click.option("--no-cache", is_flag=True, help="Keep nothing: say what would be read and how long it takes.")
@add_memory
@click.option("--quiet", is_flag=True, help="Show no bars.")
def prepare(
    path: str,
    aliases: str | None,
    columns: tuple[str, ...],
    one_document_per_file: bool,
    copies: str | None,
    engine: str,
    jobs: int | None,
    scheduler: str | None,
    no_cache: bool,
    quiet: bool,
) -> None:
    """Prepare the corpus at PATH (a file or a folder): read, clean, split, and find voices and actors, and keep that.

    The next time only files that changed are prepared again. Where it lies: $FRAMING_CACHE, or the user's cache;
    how large it may grow: $FRAMING_CACHE_GB (20).
    """
    from analysis.corpus import load_corpus
    from analysis.prepared.places import size_of_cache

    start = time.monotonic()
    reading = parse_reading(columns, one_document_per_file, copies)
    with nullcontext() if quiet else shown_bars(always=True) as bars:
        corpus = load_corpus(
            path, aliases=aliases, engine="dask" if scheduler else engine, jobs=jobs, scheduler=scheduler,
            cache=not no_cache, progress=bars, **reading,
        )  # fmt: skip
    click.echo(f"{corpus!r}, {time.monotonic() - start:.1f} s")
    for reason, count in corpus.refused["reason"].str.split(":").str[0].value_counts().items():
        click.echo(f"not read: {count:,} ({reason}); framing corpus {path} names them")
    kept = corpus.prepared
    if kept.scratch is None:
        click.echo(f"kept in {kept.folder}; all corpora together may have {size_of_cache() / 1e9:g} GB")
    else:
        click.echo("nothing is kept")
