"""framing clean: take prepared corpora away."""

from __future__ import annotations

import click

from analysis.disk import locate_path
from analysis.prepared.places import clear_cache, folder_of_cache, list_entries


@click.command()
@click.argument("path", required=False)
@click.option("--list", "only_list", is_flag=True, help="Say what is there; take nothing away.")
def clean(path: str | None, only_list: bool) -> None:
    """Take away what was prepared of the corpus at PATH, or of all corpora if none is named.

    Texts, outputs and notebooks are not touched: prepared tables are made again when they are next asked for.
    """
    there = list_entries()
    if path is not None:
        root = locate_path(path).absolute()
        there = [entry for entry in there if entry.path == root]
    if only_list:
        for entry in there:
            click.echo(f"{entry.bytes / 1e6:>10,.1f} MB  {entry.name}  {entry.path or 'a table'}")
        click.echo(f"{sum(entry.bytes for entry in there) / 1e6:>10,.1f} MB in {len(there):,} of {folder_of_cache()}")
        return
    gone = clear_cache(there)
    click.echo(
        f"{len(gone):,} prepared, {sum(entry.bytes for entry in gone) / 1e6:,.1f} MB taken from {folder_of_cache()}"
    )
    if len(gone) < len(there):
        click.echo(f"{len(there) - len(gone):,} stay: they are being prepared now")
