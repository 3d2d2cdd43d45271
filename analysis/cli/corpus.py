"""framing corpus: what a corpus holds, what was left out of it, and why."""

from __future__ import annotations

import json
from pathlib import Path

import click

from analysis.cli.memory import add_memory
from analysis.cli.reading import add_reading, parse_filters, parse_reading
from analysis.progress import shown_bars


@click.command()
@click.argument("path")
@click.option("--where", metavar="FILTERS", default="", help="""Filters, as YAML or JSON: '{"kind": "post"}'.""")
@add_reading
@click.option("--no-cache", is_flag=True, help="Keep nothing of what is prepared.")
@add_memory
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def corpus(
    path: str,
    where: str,
    columns: tuple[str, ...],
    one_document_per_file: bool,
    copies: str | None,
    no_cache: bool,
    as_json: bool,
) -> None:
    """Say what the corpus at PATH (a file or a folder) holds: what was read, kept and removed, and why."""
    filters = parse_filters(where)
    from analysis.reports.drawn.corpora import describe_corpus, tell_corpus
    from analysis.reports.run.checking import check_events

    reading = parse_reading(columns, one_document_per_file, copies)
    check_events([Path(path)])
    with shown_bars() as progress:
        facts = describe_corpus(path, {"cache": not no_cache, "progress": progress} | filters | reading)
    if as_json:
        click.echo(json.dumps({"path": path, **facts}, ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(tell_corpus(facts, path)))
