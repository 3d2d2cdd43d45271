"""framing data: the tidy tables of a corpus, complete, for R, Python, SPSS, Stata or a spreadsheet."""

from __future__ import annotations

import click

from analysis.cli.memory import add_memory
from analysis.cli.reading import add_reading, parse_filters, parse_reading
from analysis.cli.values import OneOf, WholeNumber
from analysis.disk import check_text, locate_path
from analysis.paths import check_outside
from analysis.progress import shown_bars
from analysis.reports.kept.placing import check_writable

FORMS = ("csv", "parquet", "spss", "stata")


@click.command()
@click.argument("path")
@click.option("--to", "folder", required=True, metavar="DIR", help="Folder to write into.")
@click.option(
    "--for",
    "forms",
    multiple=True,
    type=OneOf(FORMS),
    help="Forms to write: --for spss --for parquet. CSV and Parquet if none is named.",
)
@click.option(
    "--codebook", "codebooks", multiple=True, metavar="NAME", help="Whose frames are coded: a name or a path."
)
@click.option("--where", metavar="FILTERS", default="", help="""Filters, as YAML or JSON: '{"kind": "post"}'.""")
@click.option("--seed", type=WholeNumber(0, 2**32 - 1), default=0, show_default=True, help="Random seed of the topics.")
@add_reading
@add_memory
def data(
    path: str,
    folder: str,
    forms: tuple[str, ...],
    codebooks: tuple[str, ...],
    where: str,
    seed: int,
    columns: tuple[str, ...],
    one_document_per_file: bool,
    copies: str | None,
) -> None:
    """Write all tidy tables of the corpus at PATH (a file or a folder) into DIR, whole, with a data dictionary.

    Units (documents, sentences, quotations, mentions) and the codes of every measure by sentence and document.
    """
    filters = parse_filters(where)
    target = locate_path(folder).resolve()
    check_text(target, "--to")
    check_outside(target, locate_path(path))
    check_writable(target, "--to")
    from analysis.corpus import load_corpus
    from analysis.data.whole import STANDARD, write_whole

    reading = parse_reading(columns, one_document_per_file, copies)
    with shown_bars() as progress:
        corpus = load_corpus(path, progress=progress, **(filters | reading))
    write_whole(corpus, target, forms or STANDARD, codebooks or ("generic",), seed, click.echo)
    click.echo(f"written to {target}; dictionary.md says what each file and column holds")
