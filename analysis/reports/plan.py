"""What has to be made anew, and why: what went into a page last time against what would go in now."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from analysis.errors import InputError
from analysis.reports.configuration import Entry, Report
from analysis.reports.dependencies import hash_code
from analysis.reports.fingerprints import hash_corpus, hash_file, moved, package_versions, valued
from analysis.reports.project import Project

ABOUT_CORPORA = ("analysis.reports.corpora", "analysis.corpus")


@dataclass(frozen=True)
class Source:
    """A corpus as a notebook reads it: files with their hashes, and the filters on them."""

    path: Path
    shown: str
    where: Mapping[str, object]
    files: Mapping[str, str]

    @property
    def key(self) -> str:
        """Name in the manifest."""
        return (
            f"{self.shown} {json.dumps(self.where, sort_keys=True, ensure_ascii=False)}" if self.where else self.shown
        )

    @property
    def digest(self) -> str:
        """One hash for all its files."""
        return digest(self.files)


@dataclass
class Step:
    """A page of the report: what goes into it, why it must be made, or what it was last time."""

    entry: Entry
    inputs: dict[str, object]
    source: Source | None
    last: Mapping[str, object]
    reasons: list[str] = field(default_factory=list)


def plan_report(
    project: Project, report: Report, corpus: Path, folder: Path, manifest: Mapping[str, object], force: bool
) -> list[Step]:
    """List the report's pages with what goes into each, and the reasons why its notebook must run."""
    sources: dict[str, Source] = {}
    steps = []
    for entry in report.entries:
        source = _source(project, entry, corpus, sources)
        last = manifest.get("notebooks", {}).get(entry.name, {})
        inputs = {
            "notebook": entry.notebook.digest,
            "parameters": entry.values() | ({"corpus": project.from_notebooks(corpus)} if source else {}),
            "corpus": source.digest if source else "",
            "code": hash_code(entry.notebook.imports()),
            "packages": package_versions(),
        }
        step = Step(entry, inputs, source, last)
        step.reasons = ["asked for with --force"] if force else _reasons(step, project, folder, manifest)
        steps.append(step)
    return steps


def digest(content: object) -> str:
    """Hash plain values."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def hash_reads(paths: Iterable[Path], project: Project, source: Source | None) -> dict[str, str]:
    """Hash the files that a run read, its corpus aside, by their path as the manifest says it."""
    corpus = source.path if source else None
    own = [path for path in paths if corpus is None or not (path == corpus or path.is_relative_to(corpus))]
    return {project.named(path): hash_file(path) for path in own}


def described_by(source: Source, project: Project, reads: Mapping[str, str]) -> dict[str, object]:
    """What a corpus's description depends on."""
    current = {name: hash_file(project.found(name)) for name in reads}
    return {"files": source.digest, "code": hash_code(ABOUT_CORPORA), "packages": package_versions(), "reads": current}


def _source(project: Project, entry: Entry, corpus: Path, known: dict[str, Source]) -> Source | None:
    if "corpus" not in entry.parameters:
        return None
    if not corpus.exists():
        raise InputError(f"corpus {str(corpus)!r} is not there. Give a file or a folder of text files with --corpus.")
    where = entry.values().get("where") or {}
    files = next(iter(known.values())).files if known else hash_corpus(corpus)
    source = Source(corpus, project.shown(corpus), where, files)
    return known.setdefault(source.key, source)


def _reasons(step: Step, project: Project, folder: Path, manifest: Mapping[str, object]) -> list[str]:
    last, now = step.last, step.inputs
    if not last:
        return ["first run"]
    if last.get("status") != "done":
        return ["it failed last time"]
    then = last["inputs"]
    reasons = ["the notebook changed"] if then["notebook"] != now["notebook"] else []
    reasons += valued(then["parameters"], now["parameters"])
    if then["corpus"] != now["corpus"]:
        reasons += _moved_files(step, manifest) or ["the corpus changed"]
    reasons += moved(then["code"], now["code"])
    reads = last.get("reads", {})
    reasons += moved(reads, {name: found for name in reads if (found := hash_file(project.found(name)))})
    reasons += valued(then["packages"], now["packages"])
    return reasons + _altered(last, folder, (".html",))


def _moved_files(step: Step, manifest: Mapping[str, object]) -> list[str]:
    """Name the corpus files that changed, where the manifest still knows the ones this page was made from."""
    for old in manifest.get("corpora", {}).values():
        if step.source and digest(old["files"]) == step.last["inputs"]["corpus"]:
            return moved(old["files"], step.source.files, f"{step.source.shown}/")
    return []


def _altered(last: Mapping[str, object], folder: Path, but: tuple[str, ...]) -> list[str]:
    said = []
    for name, known in last["outputs"].items():
        if not name.endswith(but):
            found = hash_file(folder / name)
            said += [] if found == known else [f"{name} was altered" if found else f"{name} is missing"]
    return said
