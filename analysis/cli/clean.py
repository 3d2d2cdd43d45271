"""framing clean: take prepared corpora away."""

from __future__ import annotations

import os
from pathlib import Path

import click

from analysis.disk import locate_path
from analysis.errors import unknown
from analysis.prepared.places import CacheEntry, clear_cache, folder_of_cache, list_entries
from analysis.projects import locate_in_project


@click.command()
@click.argument("path", required=False)
@click.option("--list", "only_list", is_flag=True, help="Say what is there; take nothing away.")
def clean(path: str | None, only_list: bool) -> None:
    """Take away what was prepared of the corpus at PATH, or of all corpora if none is named.

    Texts, outputs and notebooks are not touched: prepared tables are made again when they are next asked for.
    """
    there = list_entries()
    if path is not None:
        there = _choose_entries(there, path)
    if only_list:
        for entry in there:
            click.echo(f"{entry.bytes / 1e6:>10,.1f} MB  {entry.name}  {entry.path or 'a table'}")
        click.echo(f"{sum(entry.bytes for entry in there) / 1e6:>10,.1f} MB in {len(there):,} of {folder_of_cache()}")
        return
    if path is not None and not there:
        click.echo(f"nothing is prepared of {path}")
        return
    gone = clear_cache(there)
    click.echo(
        f"{len(gone):,} prepared, {sum(entry.bytes for entry in gone) / 1e6:,.1f} MB taken from {folder_of_cache()}"
    )
    if len(gone) < len(there):
        click.echo(f"{len(there) - len(gone):,} stay: they are being prepared now")


def _choose_entries(entries: list[CacheEntry], path: str) -> list[CacheEntry]:
    """Choose what was prepared of a corpus, however its path is written; raises InputError for one that is not there.

    Unless something is prepared of it: its texts may have gone since.
    """
    given = locate_path(path)
    wanted = _ways_to(locate_in_project(given) or given)
    found = [entry for entry in entries if entry.path and wanted & _ways_to(entry.path)]
    if not found and not os.path.lexists(given) and not locate_in_project(given):
        raise unknown("path", path, sorted({str(entry.path) for entry in entries if entry.path}), "See --list.")
    return found


def _ways_to(path: Path) -> set[str]:
    return {os.path.abspath(path), os.path.realpath(path)}  # noqa: PTH100  links stay links in one of them
