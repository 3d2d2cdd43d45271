"""How a corpus is read, as options of several commands."""

from __future__ import annotations

from collections.abc import Callable

import click

from analysis.cli.values import OneOf
from analysis.errors import InputError
from analysis.reading import COPIES
from analysis.yaml_files import parse_yaml

OPTIONS = (
    click.option(
        "--columns",
        multiple=True,
        metavar="NAME=COLUMN",
        help="Which column of a table is which of documents: --columns text=body --columns outlet=paper.",
    ),
    click.option("--one-document-per-file", is_flag=True, help="Do not set the stories on one page apart."),
    click.option(
        "--copies",
        type=OneOf(COPIES),
        help="Documents that are copies: keep them all, the first of each cluster, or weight each by 1/size.",
    ),
)


def add_reading(command: Callable) -> Callable:
    """Add the options of reading to a command."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def parse_filters(where: str) -> dict[str, object]:
    """Read --where: filters as YAML or JSON, none of ""; raises InputError for what is no mapping."""
    filters = parse_yaml(where, "--where").value() or {}
    if not isinstance(filters, dict):
        raise InputError(f'--where {where!r} is no filter: write it as \'{{"kind": "post"}}\'.')
    return filters


def parse_reading(columns: tuple[str, ...], one_document_per_file: bool, copies: str | None) -> dict[str, object]:
    """Turn the options into what load_corpus takes; what was not given is left out.

    Raises InputError: a --columns that is not NAME=COLUMN.
    """
    pairs = {}
    for text in columns:
        name, mark, column = (part.strip() for part in text.partition("="))
        if not (name and mark and column):
            raise InputError(f"--columns {text!r} is not NAME=COLUMN, for example --columns text=body.")
        pairs[name] = column
    given = {"columns": pairs, "one_document_per_file": one_document_per_file, "copies": copies}
    return {name: value for name, value in given.items() if value}
