"""framing check: whether all that a run needs is there and can be used."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import click

from analysis.cli.memory import add_memory
from analysis.errors import InputError
from analysis.reports.asked.configuration import load_reports
from analysis.reports.asked.notebooks import load_notebook
from analysis.reports.asked.project import Project, find_project
from analysis.reports.asked.style import find_faults, find_remarks


@click.command()
@click.option("--strict", is_flag=True, help="Count remarks on a notebook's style as faults.")
@click.option("--project", metavar="DIR", help="Project's folder, if not the working directory's.")
@add_memory
def check(strict: bool, project: str | None) -> None:
    """Check notebooks/reports.yaml, the codebooks and every notebook; the exit status is 1 if a fault is found.

    Remarks say where a notebook is not written as the suite's own are; they are faults only with --strict.
    """
    found = find_project(project)
    faults = 0
    for said in (_configuration(found), _codebooks(), _notebooks(found, strict)):
        for fault, line in said:
            faults += fault
            click.echo(line, err=fault)
    click.echo(f"{faults} {'fault' if faults == 1 else 'faults'} found" if faults else "all is well")
    sys.exit(1 if faults else 0)


def _configuration(project: Project) -> Iterator[tuple[bool, str]]:
    reports = yield from _try("fault in ", lambda: load_reports(project))
    for report in (reports or {}).values():
        asked = any("corpus" in entry.parameters for entry in report.entries)
        if not asked or (project.root / report.corpus).exists():
            yield False, f"ok: report {report.name}: {len(report.entries)} notebooks on {report.corpus}"
        else:
            yield True, f"fault: report {report.name}: its corpus {report.corpus!r} is not there"


def _codebooks() -> Iterator[tuple[bool, str]]:
    from analysis.frames.codebooks import list_codebooks, load_codebook

    for name in list_codebooks():
        book = yield from _try("fault in codebook ", lambda name=name: load_codebook(name))
        if book is not None:
            yield False, f"ok: codebook {name}: {len(book.frames)} frames"


def _notebooks(project: Project, strict: bool) -> Iterator[tuple[bool, str]]:
    for path in sorted(project.notebooks.glob("*.ipynb")):
        notebook = yield from _try("fault: ", lambda path=path: load_notebook(path))
        if notebook is None:
            continue
        faults, remarks = find_faults(notebook), find_remarks(notebook)
        yield from ((True, f"fault: {line}") for line in faults)
        yield from ((strict, f"{'fault' if strict else 'remark'}: {line}") for line in remarks)
        if not faults and not remarks:
            yield False, f"ok: notebook {notebook.name}"


def _try(begin: str, function: Callable[[], object]) -> Iterator[tuple[bool, str]]:
    """Yield the complaint of something that cannot be used; returns it where it can."""
    try:
        return function()
    except InputError as problem:
        yield True, f"{begin}{problem}"
        return None
