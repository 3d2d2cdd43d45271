"""framing report: run the notebooks of a report into a site of pages."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import click

from analysis.cli.reading import add_reading, parse_reading
from analysis.cli.sharing import add_sharing
from analysis.errors import InputError
from analysis.prepared.places import SIZE
from analysis.reports.asked.configuration import choose_reports, load_reports
from analysis.reports.asked.project import find_project
from analysis.reports.build import make_report


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--corpus", metavar="PATH", help="File or folder to read instead of the report's own corpus.")
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="NAME=VALUE",
    help="Set a parameter in every notebook that has it, or with NOTEBOOK:NAME=VALUE in one. Values are YAML or "
    """JSON: --set where='{"kind": "post"}'.""",
)
@add_reading
@click.option("--jobs", type=click.IntRange(1, 64), default=2, show_default=True, help="Notebooks run at a time.")
@click.option("--force", is_flag=True, help="Run everything, changed or not.")
@click.option("--no-cache", is_flag=True, help="Keep nothing of what is prepared of corpora.")
@click.option("--outputs", metavar="DIR", help="Folder to write into instead of the project's outputs/.")
@click.option("--project", metavar="DIR", help="Project's folder, if not the working directory's.")
@add_sharing
def report(
    names: tuple[str, ...],
    corpus: str | None,
    settings: tuple[str, ...],
    columns: tuple[str, ...],
    one_document_per_file: bool,
    copies: str | None,
    jobs: int,
    force: bool,
    no_cache: bool,
    outputs: str | None,
    project: str | None,
) -> None:
    """Run the reports NAME... of notebooks/reports.yaml, all of them if none is named.

    Each becomes a folder in outputs/: pages (.html) that need no network, the executed notebooks, charts
    (PNG, SVG), tables (CSV), index.html and manifest.json. Only what changed is run again, and what moved
    is said. A notebook that fails stops no other; the exit status is 1 then.
    """
    found = find_project(project)
    reading = parse_reading(columns, one_document_per_file, copies)
    chosen = [one.with_settings(settings).with_reading(reading) for one in choose_reports(load_reports(found), names)]
    folder = Path(outputs).expanduser().resolve() if outputs else found.outputs
    _require_writable(folder)
    path = Path(os.path.abspath(Path(corpus).expanduser())) if corpus else None  # noqa: PTH100  links stay links
    failures = []
    if no_cache:
        os.environ[SIZE] = "0"  # for the processes that run notebooks
    for one in chosen:
        made = make_report(found, one, folder / one.name, path, jobs, force, click.echo)
        ran = f"{made.ran} of {made.ran + made.unchanged} notebooks ran" if made.ran else "nothing to run"
        click.echo(f"{one.name}: {ran}, {made.seconds:.1f} s. Site: {made.index}")
        failures += [f"{one.name}/{failure}" for failure in made.failures]
    if failures:
        click.echo(f"\n{len(failures)} failed:", err=True)
        for failure in failures:
            click.echo(f"  {failure}", err=True)
        sys.exit(1)


def _require_writable(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as cause:
        raise InputError(
            f"outputs={str(folder)!r} cannot be written to ({cause.strerror}); name another folder."
        ) from cause
