"""What a process is given for a page of a report, and what is said of the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from analysis.public.mode import list_modes
from analysis.reports.asked.limits import NO_LIMITS, RunLimits
from analysis.reports.asked.project import Project
from analysis.reports.asked.wanted import Report
from analysis.reports.kept.plan import Step
from analysis.reports.run.work import NotebookRun

MOST_MOVED = 40  # lines of findings that moved, in the command and on the front page


def limits_for(step: Step, jobs: int) -> RunLimits:
    """How long a notebook may run and how much memory it may take on this machine; none of a page that is drawn."""
    return step.entry.limits.with_machine(jobs) if step.reasons else NO_LIMITS


def make_run(
    project: Project, report: Report, step: Step, folder: Path, staging: Path, sockets: Path, jobs: int
) -> NotebookRun:
    """Say how a notebook is run. folder: of the report; staging: where all that it makes goes first."""
    entry = step.entry
    given = dict(entry.given)
    if step.source:
        given["corpus"] = project.from_notebooks(step.source.path)
    final = project.from_notebooks(folder / entry.folder) if "save_to" in entry.parameters else None
    return NotebookRun(
        entry.name,
        entry.notebook.path,
        project.notebooks,
        staging,
        sockets,
        project.root,
        given,
        final,
        report.evidence,
        list_modes(),
        limits_for(step, jobs),
    )


def tell_unmade(steps: Mapping[str, Step]) -> list[str]:
    """Say which pages stay as they are, a line each."""
    said = []
    for name, step in steps.items():
        if step.left:
            said.append(f"  {name}: left as it is, not asked for ({'; '.join(step.left[:3])})")
        elif not step.reasons:
            said.append(f"  {name}: unchanged")
    return said


def tell_done(name: str, entry: Mapping, before: bool) -> list[str]:
    """Say of a page that was made how long it took, what it holds, and what moved in its tables."""
    charts = sum(file.endswith(".png") for file in entry["outputs"])
    tables = sum(file.endswith(".csv") and "tables/" in file for file in entry["outputs"])
    said = [f"  {name}: done in {entry['seconds']:.1f} s ({charts} charts, {tables} tables)"]
    said += [f"    {line}" for line in entry["moved"]]
    return said + (["    no number in its tables moved"] if before and tables and not entry["moved"] else [])


def choose_moves(lines: Sequence[str]) -> list[str]:
    """Choose the first findings that moved, and count the others."""
    more = [f"and {len(lines) - MOST_MOVED:,} more"] if len(lines) > MOST_MOVED else []
    return [*lines[:MOST_MOVED], *more]


def tell_moves(lines: Iterable[str], count: int) -> list[str]:
    """Say how many findings moved, and which."""
    lines = list(lines)
    return [f"  findings that moved: {count:,}", *(f"    {line}" for line in lines)] if lines else []
