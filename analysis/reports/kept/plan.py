"""What has to be made anew, and why: what went into a page last time against what would go in now."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from analysis.public.mode import list_modes
from analysis.reports.asked.project import Project
from analysis.reports.asked.wanted import Entry, Report
from analysis.reports.kept.changes import tell_moved, tell_values
from analysis.reports.kept.fingerprints import hash_code, hash_file, hash_values, package_versions
from analysis.reports.kept.sources import Source, find_source


@dataclass
class Step:
    """A page of the report: what goes into it, why it must be made, or what it was last time.

    left: why it would be made, were it asked for (--only).
    """

    entry: Entry
    inputs: dict[str, object]
    source: Source | None
    last: Mapping[str, object]
    reasons: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def plan_report(
    project: Project, report: Report, corpus: Path, folder: Path, manifest: Mapping[str, object], force: bool
) -> list[Step]:
    """List the report's pages with what goes into each, and the reasons why its notebook must run.

    With pages named in `report.only` the others stay as they are; those that were never made are left out.
    """
    sources: dict[str, Source] = {}
    steps = []
    for entry in report.entries:
        source = find_source(project, entry, corpus, sources)
        last = manifest.get("notebooks", {}).get(entry.name, {})
        inputs = {
            "notebook": entry.notebook.digest,
            "parameters": entry.values() | ({"corpus": project.from_notebooks(corpus)} if source else {}),
            "corpus": source.digest if source else "",
            "code": hash_code(entry.notebook.imports()),
            "packages": package_versions(),
            "evidence": report.evidence,
            "modes": list_modes(),
        }
        step = Step(entry, inputs, source, last)
        step.reasons = ["asked for with --force"] if force else _reasons(step, project, folder, manifest)
        if report.only and entry.name not in report.only:
            step.left, step.reasons = step.reasons, []
        if step.reasons or last:
            steps.append(step)
    return steps


def name_other_corpora(project: Project, steps: Sequence[Step]) -> list[str]:
    """Name the corpora, other than a page's own now, that pages which would be made anew were last made of."""
    named = []
    for step in (step for step in steps if step.reasons and step.source and step.last.get("status")):
        corpus = step.last["inputs"]["parameters"].get("corpus")
        path = Path(os.path.normpath(project.notebooks / corpus)) if isinstance(corpus, str) else step.source.path
        if project.shown(path) != step.source.shown:
            named.append(project.shown(path))
    return list(dict.fromkeys(named))


def _reasons(step: Step, project: Project, folder: Path, manifest: Mapping[str, object]) -> list[str]:
    last, now = step.last, step.inputs
    if not last:
        return ["first run"]
    if last.get("status") != "done":
        return ["it failed last time"]
    then = last["inputs"]
    reasons = ["the notebook changed"] if then["notebook"] != now["notebook"] else []
    reasons += tell_values(then["parameters"], now["parameters"])
    if then["corpus"] != now["corpus"]:
        reasons += _moved_files(step, manifest) or ["the corpus changed"]
    reasons += tell_moved(then["code"], now["code"])
    reads = last.get("reads", {})
    reasons += tell_moved(reads, {name: found for name in reads if (found := hash_file(project.found(name)))})
    reasons += tell_values(then["packages"], now["packages"])
    reasons += tell_values({"evidence": then.get("evidence", "")}, {"evidence": now["evidence"]})
    reasons += tell_values(then.get("modes", {}), now["modes"])
    return reasons + _altered(last, folder, (".html",))


def _moved_files(step: Step, manifest: Mapping[str, object]) -> list[str]:
    """Name the corpus files that changed, where the manifest still knows the ones this page was made from."""
    for old in manifest.get("corpora", {}).values():
        if step.source and hash_values(old["files"]) == step.last["inputs"]["corpus"]:
            return tell_moved(old["files"], step.source.files, f"{step.source.shown}/")
    return []


def _altered(last: Mapping[str, object], folder: Path, but: tuple[str, ...]) -> list[str]:
    said = []
    for name, known in last["outputs"].items():
        if not name.endswith(but):
            found = hash_file(folder / name)
            said += [] if found == known else [f"{name} was altered" if found else f"{name} is missing"]
    return said
