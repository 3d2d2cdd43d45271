"""The corpora of a report: their files with hashes, and whether what is known of them still holds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import InputError
from analysis.paths import tell_missing
from analysis.public.mode import list_modes
from analysis.reports.asked.project import Project
from analysis.reports.asked.wanted import Entry
from analysis.reports.kept.fingerprints import hash_code, hash_corpus, hash_file, hash_values, package_versions

MOST_VALUES = 8  # of a filter that are named one by one


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
        where = {name: _shortened(value) for name, value in self.where.items()}
        return f"{self.shown} {json.dumps(where, sort_keys=True, ensure_ascii=False)}" if where else self.shown

    @property
    def digest(self) -> str:
        """One hash for all its files."""
        return hash_values(self.files)


def _shortened(value: object) -> object:
    """A filter's value as a name can hold it: of a long list how many values, and a piece of their hash."""
    long = isinstance(value, list) and len(value) > MOST_VALUES
    return f"{len(value)} values ({hash_values(value)[:8]})" if long else value


def find_source(project: Project, entry: Entry, corpus: Path, known: dict[str, Source]) -> Source | None:
    """Find the corpus that a notebook reads, hashed once for all of them; None if it reads none.

    known: those found so far, by their key; it is added to. Raises InputError if the corpus is not there.
    """
    if "corpus" not in entry.parameters:
        return None
    if not corpus.exists():
        raise InputError(
            f"corpus {str(corpus)!r} {tell_missing(corpus)} Give a file or a folder of texts with --corpus."
        )
    where = entry.values().get("where") or {}
    files = next(iter(known.values())).files if known else hash_corpus(corpus)
    source = Source(corpus, project.shown(corpus), where, files)
    return known.setdefault(source.key, source)


def hash_reads(paths: Iterable[Path], project: Project, source: Source | None) -> dict[str, str]:
    """Hash the files that a run read, its corpus aside, by their path as the manifest says it."""
    corpus = source.path if source else None
    own = [path for path in paths if corpus is None or not (path == corpus or path.is_relative_to(corpus))]
    return {project.named(path): hash_file(path) for path in own}


def list_causes(source: Source, project: Project, describes: str, reads: Mapping[str, str]) -> dict[str, object]:
    """List what a corpus's description depends on, each with its hash.

    describes: the module that says what a corpus holds; reads: files that it read last time, by name.
    """
    current = {name: hash_file(project.found(name)) for name in reads}
    causes = {"files": source.digest, "code": hash_code([describes]), "packages": package_versions(), "reads": current}
    return causes | ({"modes": list_modes()} if list_modes() else {})


def choose_undescribed(
    sources: Mapping[str, Source], project: Project, describes: str, known: Mapping[str, Mapping]
) -> dict[str, Source]:
    """Choose the corpora of which the manifest says nothing, or something that may no longer hold."""
    return {
        key: source
        for key, source in sources.items()
        if key not in known
        or known[key]["made_from"] != list_causes(source, project, describes, known[key]["made_from"]["reads"])
    }
