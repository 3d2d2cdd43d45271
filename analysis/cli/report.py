"""framing report: run the notebooks of a report into a site of pages."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from pathlib import Path

import click

from analysis.cli.machine import check_system
from analysis.cli.reading import add_reading, parse_reading
from analysis.cli.sharing import add_sharing, environment
from analysis.cli.values import WholeNumber
from analysis.disk import check_text, locate_path
from analysis.errors import InputError
from analysis.paths import check_outside
from analysis.prepared.places import SIZE
from analysis.reports.asked.configuration import Report, choose_pages, choose_reports, load_reports
from analysis.reports.asked.project import Project, find_outputs, find_project, require_inside
from analysis.reports.batch import make_reports, plan_reports
from analysis.reports.build import Made
from analysis.reports.kept.placing import check_writable

WORDS = (
    click.option("--title", help="Title of the report, instead of that in reports.yaml."),
    click.option("--author", "authors", multiple=True, metavar="NAME", help="Who made it; may be given several times."),
    click.option("--abstract", metavar="TEXT", help="What the front page says first."),
    click.option("--date", metavar="DATE", help="Date of the report, as it shall be shown."),
)


LIMITS = (
    click.option(
        "--evidence", metavar="N|all|none", help="Sentences that a number of a chart or table shows at most (100)."
    ),
    click.option("--time-limit", metavar="TIME", help="How long a notebook may run: 90 s, 30 min, none (2 h)."),
    click.option(
        "--memory-limit",
        metavar="SIZE",
        help="Memory that a notebook may take: 4 GB, none (3/4 of all, by --jobs).",
    ),
)
Change = Callable[[Report], Report]


def add_words(command: Callable) -> Callable:
    """Add the options that say what a report is called, and by whom it is; the command is given `worded`."""

    @functools.wraps(command)
    def given(
        *, title: str | None, authors: tuple[str, ...], abstract: str | None, date: str | None, **more: object
    ) -> None:
        command(worded=lambda one: one.add_words(title, authors, abstract, date), **more)

    for option in reversed(WORDS):
        given = option(given)
    return given


def add_limits(command: Callable) -> Callable:
    """Add the options that say how much a page may take and hold; the command is given `limited`."""

    @functools.wraps(command)
    def given(*, time_limit: str | None, memory_limit: str | None, evidence: str | None, **more: object) -> None:
        command(limited=lambda one: one.with_limits(time_limit, memory_limit).with_evidence(evidence), **more)

    for option in reversed(LIMITS):
        given = option(given)
    return given


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
@click.option(
    "--only", multiple=True, metavar="PAGE", help="Make this page alone, the others stay; may be given several times."
)
@click.option(
    "--codebook",
    "codebooks",
    multiple=True,
    metavar="PATH",
    help="Add pages of this codebook beside the report's own.",
)
@add_words
@add_reading
@click.option(
    "--dry-run", is_flag=True, help="Check all that a run checks, say what would run and why, and write no output."
)
@click.option("--jobs", type=WholeNumber(1, 64), default=2, show_default=True, help="Notebooks run at a time.")
@add_limits
@click.option("--force", is_flag=True, help="Run everything, changed or not.")
@click.option("--no-cache", is_flag=True, help="Keep nothing of what is prepared of corpora.")
@click.option("--outputs", metavar="DIR", help="Folder to write into instead of the project's outputs/.")
@click.option("--project", metavar="DIR", help="Project's folder, if not the working directory's.")
@add_sharing
def report(
    names: tuple[str, ...],
    corpus: str | None,
    settings: tuple[str, ...],
    only: tuple[str, ...],
    codebooks: tuple[str, ...],
    worded: Change,
    columns: tuple[str, ...],
    one_document_per_file: bool,
    copies: str | None,
    dry_run: bool,
    jobs: int,
    limited: Change,
    force: bool,
    no_cache: bool,
    outputs: str | None,
    project: str | None,
) -> None:
    """Run the reports NAME... of notebooks/reports.yaml, all of them if none is named.

    Each becomes a folder in outputs/: pages (.html) that need no network, the executed notebooks, charts
    (PNG, SVG), tables (CSV), index.html, findings.csv and manifest.json. Only what changed is run again, and what
    moved is said. A notebook that fails stops no other, and its last good page stays; the exit status is 1 then.
    """
    check_system()
    found, folder = _find_places(project, outputs)
    reading, books = parse_reading(columns, one_document_per_file, copies), [_absolute(book) for book in codebooks]
    chosen = [one.with_settings(settings, found.written_path) for one in choose_reports(load_reports(found), names)]
    chosen = [worded(limited(one.with_reading(reading).with_codebooks(books))) for one in chosen]
    chosen = choose_pages(chosen, only) if only else chosen
    path = _absolute(corpus) if corpus else None
    check_text(path or "", "--corpus")
    _check_places(chosen, found, folder, path)
    with environment({SIZE: "0"} if no_cache else {}):  # for the processes that run notebooks
        if dry_run or len(chosen) > 1:  # all of them are checked before the first is made
            _plan(chosen, found, folder, path, force, dry_run)
        if not dry_run:
            _make(chosen, lambda one: make_reports(found, one, folder / one.name, path, jobs, force, click.echo))


def _find_places(project: str | None, outputs: str | None) -> tuple[Project, Path]:
    """Find the project and the folder to write into; who names neither must call from inside of the project."""
    found, folder = find_project(project), find_outputs(outputs, project)
    if not (project or outputs):
        require_inside(found)
    return found, folder


def _check_places(chosen: list[Report], found: Project, folder: Path, corpus: Path | None) -> None:
    """Raise InputError where reports cannot be written, before a folder is made there; corpus: if another is read."""
    for one in chosen:
        own = found.root / one.corpus  # not written into either where another is read
        for read in (corpus or own, own):
            check_outside(folder / one.name, read)
    check_writable(folder)


def _plan(chosen: list[Report], found: Project, folder: Path, corpus: Path | None, force: bool, dry_run: bool) -> None:
    """Check all that making the reports checks; a dry run reads the corpora for it and says what would run."""
    say = click.echo if dry_run else lambda line: None
    for one in chosen:
        plan_reports(found, one, folder / one.name, corpus, force, say, reads=dry_run)


def _absolute(path: str) -> Path:
    return Path(os.path.abspath(locate_path(path)))  # noqa: PTH100  links stay links


def _make(chosen: list[Report], make: Callable[[Report], Made]) -> None:
    failures, status = [], 0
    for one in chosen:
        try:
            made = make(one)
        except InputError as problem:
            if len(chosen) == 1:
                raise
            failures, status = [*failures, f"{one.name}: {problem}"], 2  # the others may do, on another disk say
            continue
        ran = f"{made.ran} of {made.ran + made.unchanged} notebooks ran" if made.ran else "nothing to run"
        failed = f", {len(made.failures)} failed" if made.failures else ""
        click.echo(f"{one.name}: {ran}{failed}, {made.seconds:.1f} s. Site: {made.index}")
        failures += [f"{one.name}/{failure}" for failure in made.failures]
    if failures:
        click.echo(f"\n{len(failures)} failed:", err=True)
        for failure in failures:
            click.echo(f"  {failure}", err=True)
        sys.exit(status or 1)
