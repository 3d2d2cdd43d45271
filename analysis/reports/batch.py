"""A report made once for each outlet, month, speaker ...: counted, split, made one by one, and an index over them."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from analysis.errors import InputError
from analysis.manifests import load_manifest, now, write_manifest
from analysis.reports.asked.matrix import DocumentGroup, check_entries, keep_large_groups, split_report
from analysis.reports.asked.project import Project
from analysis.reports.asked.wanted import Report
from analysis.reports.build import Made, check_report, make_report, processes_for
from analysis.reports.drawn.matrix import render_matrix
from analysis.reports.drawn.site import render_glossary
from analysis.reports.front import write_changed
from analysis.reports.kept import found
from analysis.reports.kept.entries import list_outputs
from analysis.reports.kept.fingerprints import hash_code, hash_values, package_versions, project_version
from analysis.reports.kept.placing import BESIDE, alone, check_free, clear, told_faults
from analysis.reports.kept.plan import Step
from analysis.reports.kept.sources import find_source
from analysis.reports.run.crew import run_tasks
from analysis.reports.run.processes import Broken
from analysis.reports.run.stopping import stoppable
from analysis.reports.run.tasks import count_groups
from analysis.reports.run.work import Counting

COUNTS = "analysis.reports.drawn.groups"


def make_reports(
    project: Project, report: Report, folder: Path, corpus: Path | None = None, jobs: int = 2, force: bool = False,
    say: Callable[[str], None] = print,
) -> Made:  # fmt: skip
    """Make a report, once or for each value of a column, each in a folder of its own and an index over them.

    As make_report. The reports are made one after the other, `jobs` notebooks at a time; one that cannot be made
    stops no other. Values that are no longer there lose their folders.
    Raises InputError before anything is run: a column that is not there, no or too many values.
    """
    if not report.each:
        if load_manifest(folder).get("reports"):
            with alone(folder):
                _clear_old(folder, load_manifest(folder), set(), say)
        return make_report(project, report, folder, corpus, jobs, force, say)
    start = time.monotonic()
    check_entries(report)
    with stoppable(), told_faults(folder), alone(folder):
        old = load_manifest(folder)
        made_from, groups = list_groups(project, report, corpus, old)
        chosen = keep_large_groups(report, [group for group in groups if group.value])
        check_free(folder, ["index.html", "manifest.json", *(f"{group.slug}/index.html" for group in chosen)])
        say(f"{report.name}: {len(chosen)} reports, for each {report.each} with {report.fewest} documents or more")
        _clear_old(folder, old, {group.slug for group in chosen}, say)
        _write(folder, report, made_from, groups, chosen, "unfinished")
        rows, ran, unchanged = [], 0, 0
        for one, group in zip(split_report(report, chosen), chosen, strict=True):
            try:
                made = make_report(project, one, folder / group.slug, corpus, jobs, force, say)
                ran, unchanged, failures = ran + made.ran, unchanged + made.unchanged, made.failures
            except InputError as problem:
                failures = [str(problem)]
                say(f"  {one.name}: FAILED: {problem}")
            rows.append(_row(folder, group, failures))
        index = _finish(folder, report, groups, rows)
        failures = [f"{row['slug']}/{failure}" for row in rows for failure in row["failures"]]
        _write(folder, report, made_from, groups, chosen, "failed" if failures else "done")
    return Made(index, ran, unchanged, failures, time.monotonic() - start)


def plan_reports(
    project: Project,
    report: Report,
    folder: Path,
    corpus: Path | None,
    force: bool,
    say: Callable[[str], None],
    reads: bool = False,
) -> None:
    """Check a report and say what would run and why; no output is written.

    reads: the corpus is read too. Raises InputError for whatever make_reports would refuse before it begins; without
    reads not for filters and columns, of which the corpus must be known.
    """
    reports = [report]
    if report.each:
        check_entries(report)
        check_free(folder, ["index.html", "manifest.json"])
        _, groups = list_groups(project, report, corpus, load_manifest(folder))
        chosen = keep_large_groups(report, [group for group in groups if group.value])
        reports = split_report(report, chosen)
        say(f"{report.name}: {len(chosen)} reports, for each {report.each} with {report.fewest} documents or more")
    for one in reports:
        below = folder / one.name.removeprefix(report.name).lstrip("/")
        steps = check_report(project, one, below, corpus, force, say if reads else None)
        say(f"{one.name}: {sum(bool(step.reasons) for step in steps)} of {len(steps)} notebooks would run")
        for step in steps:
            say(f"  {step.entry.name}: {_tell_step(step)}")
    say(
        "checked: reports.yaml, parameters, codebooks, events.csv, the outputs' folder, the corpus, columns and filters"
    )
    say("nothing was written; what was prepared of the corpus is kept for the run")


def _tell_step(step: Step) -> str:
    if step.left:
        return f"would be left as it is, not asked for ({'; '.join(step.left)})"
    return f"would run ({'; '.join(step.reasons)})" if step.reasons else "unchanged"


def list_groups(
    project: Project, report: Report, corpus: Path | None, old: Mapping[str, object]
) -> tuple[str, list[DocumentGroup]]:
    """List the values of the report's column with their documents, as the manifest knows them if nothing changed.

    Returns what they were counted from, as one hash, and the values; documents of no known value have the value "".
    """
    entry = report.entries[0]
    source = find_source(project, entry, corpus or project.root / report.corpus, {})
    if source is None:
        raise InputError(f"{report.name}: for each {report.each}: {entry.name} reads no corpus.")
    made_from = hash_values([source.digest, dict(source.where), report.each, hash_code([COUNTS]), package_versions()])
    if old.get("made_from") == made_from:
        return made_from, [DocumentGroup(**group) for group in old["groups"]]
    counted: list[DocumentGroup] = []

    def finished(name: str, result: list[dict[str, object]] | Broken) -> None:
        if isinstance(result, Broken):
            raise InputError(f"{report.name}: {result.message}")
        counted.extend(DocumentGroup(**group) for group in result)

    with processes_for([], True, False):
        run_tasks(count_groups, {"": Counting(source.path, source.where, report.each)}, 1, lambda name: None, finished)
    return made_from, counted


def _row(folder: Path, group: DocumentGroup, failures: Sequence[str]) -> dict[str, object]:
    try:
        findings = found.load_findings_file(folder / group.slug / found.FILE)
    except InputError:
        findings = []
    return {
        "value": group.value, "slug": group.slug, "documents": group.documents, "findings": findings,
        "failures": list(failures),
    }  # fmt: skip


def _finish(folder: Path, report: Report, groups: Sequence[DocumentGroup], rows: Sequence[Mapping]) -> Path:
    few = [asdict(group) for group in groups if group.value and group.documents < report.fewest]
    unknown = sum(group.documents for group in groups if not group.value)
    words = {"authors": list(report.authors), "abstract": report.abstract, "date": report.date}
    about = {"title": report.title, "about": report.about, "each": report.each, "fewest": report.fewest, **words}
    pages = [{"name": f"{row['slug']}/index", "title": row["value"]} for row in rows]
    write_changed(folder / "glossary.html", render_glossary({"title": report.title, "pages": pages}))
    (folder / "references.bib").unlink(missing_ok=True)  # of a report of the same name that had no groups
    write_changed(folder / "index.html", render_matrix(about | {"pages": pages}, rows, few, unknown))
    return folder / "index.html"


def _clear_old(folder: Path, old: Mapping[str, object], slugs: set[str], say: Callable[[str], None]) -> None:
    """Take away what earlier runs left: reports of values that are gone, pages of a report that was made once."""
    for entry in old.get("notebooks", {}).values():
        clear(folder, [*list_outputs(entry), found.FILE])
    for slug in sorted(set(old.get("reports", ())) - slugs):
        gone = load_manifest(folder / slug)
        clear(folder / slug, {name for entry in gone.get("notebooks", {}).values() for name in list_outputs(entry)})
        clear(folder, [f"{slug}/{name}" for name in BESIDE])
        say(f"  {slug}: no longer in this report; its pages are removed")


def _write(
    folder: Path, report: Report, made_from: str, groups: Sequence[DocumentGroup], chosen: Sequence[DocumentGroup],
    status: str,
) -> None:  # fmt: skip
    write_manifest(
        folder,
        {
            "report": report.name,
            "title": report.title,
            "status": status,
            "made": now(),
            "version": project_version(),
            "for each": report.each,
            "fewest documents": report.fewest,
            "made_from": made_from,
            "groups": [asdict(group) for group in groups],
            "reports": [group.slug for group in chosen],
        },
    )
