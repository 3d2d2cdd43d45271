"""What the corpora of a report hold: described once, and again only when something in them moved."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.errors import InputError
from analysis.reports.plan import Source, described_by, hash_reads
from analysis.reports.processes import Broken, run_tasks
from analysis.reports.project import Project
from analysis.reports.work import Described, Description


def undescribed(sources: Mapping[str, Source], project: Project, known: Mapping[str, Mapping]) -> dict[str, Source]:
    """Pick the corpora of which the manifest says nothing, or something that may no longer hold."""
    return {
        key: source
        for key, source in sources.items()
        if key not in known
        or known[key]["made_from"] != described_by(source, project, known[key]["made_from"]["reads"])
    }


def describe_sources(sources: Mapping[str, Source], project: Project, jobs: int) -> dict[str, dict]:
    """Describe corpora in processes of their own; returns what the manifest keeps of each.

    Raises InputError: a corpus that cannot be read, a filter that leaves nothing.
    """
    described: dict[str, dict] = {}

    def finished(key: str, result: Described | Broken) -> None:
        if isinstance(result, Broken):
            raise InputError(
                result.message if result.refused else f"corpus {key} cannot be described: {result.message}."
            )
        source = sources[key]
        made_from = described_by(source, project, hash_reads(result.reads, project, source))
        described[key] = {"files": dict(source.files), "made_from": made_from, "facts": result.facts}

    tasks = {key: Description(source.path, source.where, project.root) for key, source in sources.items()}
    run_tasks("describe", tasks, jobs, lambda key: None, finished)
    return described
