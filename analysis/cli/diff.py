"""framing diff: which findings moved between two reports, and why."""

from __future__ import annotations

import sys

import click

from analysis.disk import locate_path
from analysis.reports.kept.moved import tell_move
from analysis.reports.kept.sides import compare_sides, list_missing, load_side


@click.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option("--exit-code", is_flag=True, help="Leave with status 1 if a finding moved, as git diff does.")
def diff(before: str, after: str, exit_code: bool) -> None:
    """Say which findings moved from report A to report B: before, after, interval, and what had changed.

    A and B are report folders (outputs/NAME) or files findings.csv; with manifests beside them the cause is said
    too: corpus, codebook, code, notebook, versions, parameters.
    """
    sides = [load_side(locate_path(path)) for path in (before, after)]
    moves = compare_sides(*sides)
    for move in moves:
        click.echo(tell_move(move))
    missing = list_missing(*sides)
    for name, pages in zip("AB", missing, strict=True):
        if pages:
            click.echo(f"pages missing in {name}: {', '.join(pages)}")
    counted = " and ".join(f"{len(side.rows):,}" for side in sides)
    click.echo(
        f"{len(moves):,} moved ({counted} findings compared)" if moves else f"nothing moved ({counted} findings)"
    )
    if not all(side.entries for side in sides):
        click.echo("What had changed is not known: a manifest.json is not beside both.")
    sys.exit(1 if exit_code and (moves or any(missing)) else 0)
