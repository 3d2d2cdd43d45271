"""A report as it is asked for: its pages, each a notebook with parameters, and what is said of the whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from analysis.errors import InputError, require, unknown
from analysis.reports.asked.limits import USUAL, RunLimits
from analysis.reports.asked.notebooks import Notebook
from analysis.reports.asked.parameters import OURS, Parameter, check_name, parse_setting, split_setting

CODEBOOK = "codebook"  # the parameter of notebooks that code frames
EVIDENCE = ("all", "none")
LONGEST = {"title": 300, "author": 300, "date": 100, "line": 1_000, "about": 10_000, "abstract": 10_000}  # characters
FEWEST_DOCUMENTS = 5  # of a value that gets a report of its own


@dataclass(frozen=True)
class Entry:
    """A notebook of a report with the parameters it runs with.

    name: of its page; the notebook's own unless `as:` gives another. given: parameters of reports.yaml
    and the command line; the notebook's defaults hold for the rest. limits: of its time and memory.
    """

    name: str
    notebook: Notebook
    parameters: Mapping[str, Parameter]
    given: dict[str, object] = field(default_factory=dict)
    title: str = ""
    line: str = ""
    folder: str = ""
    places: Mapping[str, str] = field(default_factory=dict)
    limits: RunLimits = USUAL

    def place_of(self, name: str) -> str:
        """Where a parameter was given: "reports.yaml, line 9", "--set", or the notebook itself."""
        return self.places.get(name, f"{self.notebook.name}, parameters cell")

    def values(self) -> dict[str, object]:
        """All parameters that the notebook runs with, save where it writes to."""
        values = {name: parameter.default for name, parameter in self.parameters.items()} | self.given
        values.pop("save_to", None)
        return values

    def is_set(self, name: str) -> bool:
        """Tell whether a parameter was given a value other than the notebook's own: the same one changes nothing."""
        return name in self.given and self.given[name] != self.parameters[name].default


@dataclass(frozen=True)
class Report:
    """A report: a site of pages on one corpus. corpus: as written, from the project's folder.

    each: the column of documents by whose values it is made many times over, "" if it is made once;
    fewest: documents that a value needs; up: the title of the report that this is one value of.
    only: the pages to make; the others stay as they are.
    evidence: how many sentences a number shows: "all", "none", a whole number, or "" for as many as by default.
    """

    name: str
    title: str
    about: str
    corpus: str
    entries: tuple[Entry, ...]
    authors: tuple[str, ...] = ()
    abstract: str = ""
    date: str = ""
    each: str = ""
    fewest: int = FEWEST_DOCUMENTS
    only: tuple[str, ...] = ()
    up: str = ""

    evidence: str = ""

    def add_words(self, title: str | None, authors: tuple[str, ...], abstract: str | None, date: str | None) -> Report:
        """Say title, authors, abstract and date over what reports.yaml says; none leaves them, "" takes them."""
        named = tuple(name.strip() for name in authors if name.strip())
        said = {"title": title, "authors": named if authors else None, "abstract": abstract, "date": date}
        for name, text in (*said.items(), *(("author", one) for one in named)):
            if isinstance(text, str):
                check_length(name, text)
        return replace(self, **{name: value for name, value in said.items() if value is not None})

    def with_evidence(self, wanted: str | None) -> Report:
        """Say how many sentences a number shows ("all", "none", "1000"); None leaves what reports.yaml says."""
        return self if wanted is None else replace(self, evidence=parse_evidence(wanted))

    def with_limits(self, time: str | None, memory: str | None) -> Report:
        """Say how long each notebook may run ("30 min") and how much memory it may take ("4 GB", "none").

        None leaves what reports.yaml says. Raises InputError for what is no time or no amount of memory.
        """
        said = [replace(entry, limits=entry.limits.with_written(time, memory)) for entry in self.entries]
        return replace(self, entries=tuple(said))

    def with_settings(
        self, settings: tuple[str, ...], written: Callable[[object], object] = lambda value: value
    ) -> Report:
        """Apply `name=value` of the command line to every notebook that has the parameter.

        `notebook:name=value` is for that notebook alone. written: gives a value that names a file as notebooks say it.
        Raises InputError: a notebook or a parameter that the report does not have, a value of another type.
        """
        entries = list(self.entries)
        for setting in settings:
            page, name, text = split_setting(setting)
            if page and page not in [entry.name for entry in entries]:
                raise unknown("notebook", page, [entry.name for entry in entries])
            chosen = [entry for entry in entries if page in ("", entry.name)]
            known = {key: value for entry in chosen for key, value in entry.parameters.items()}
            check_name(name, known, "--set")
            entries = [_set(entry, name, text, written) if entry in chosen else entry for entry in entries]
        return replace(self, entries=tuple(entries))

    def with_codebooks(self, paths: Sequence[Path]) -> Report:
        """Add, beside each page that has a codebook, a page of each of these, with a folder of its own.

        Raises InputError: a file that is not there, a page of that name.
        """
        entries = list(self.entries)
        for path in paths:
            for entry in (entry for entry in self.entries if CODEBOOK in entry.parameters):
                more = _with_codebook(entry, path)
                taken = more.name in [one.name for one in entries]
                require(not taken, f"--codebook {str(path)!r}: there is a page {more.name} already; rename the file.")
                entries.append(more)
        return replace(self, entries=tuple(entries))

    def with_reading(self, reading: Mapping[str, object]) -> Report:
        """Say how the corpus is read (columns, one_document_per_file, copies) to every notebook that filters it."""
        return replace(self, entries=tuple(add_where(entry, {}, reading) for entry in self.entries))


def check_length(name: str, text: str) -> str:
    """Give what is said of a report or a page as it is; raises InputError where it is too long for its place."""
    most = LONGEST.get(name, len(text))
    require(len(text) <= most, f"{name} has {len(text):,} characters; it may have {most:,} at most.")
    return text


def parse_evidence(wanted: object) -> str:
    """Read how many sentences a number shows; raises InputError for what is no number, "all" or "none"."""
    if wanted in EVIDENCE or (str(wanted).isdecimal() and str(wanted).isascii() and wanted is not True):
        return str(wanted)
    raise InputError(f"evidence={wanted!r} is not a whole number, 'all' or 'none': how many sentences a number shows.")


def _with_codebook(entry: Entry, path: Path) -> Entry:
    """A page of the same notebook with another codebook."""
    require(path.is_file(), f"--codebook {str(path)!r} is not there: name a codebook's .yaml file.")
    name = f"{entry.name}-{re.sub(r'[^A-Za-z0-9]+', '-', path.stem).strip('-').lower() or CODEBOOK}"
    given = entry.given | {CODEBOOK: str(path)}
    places = {**entry.places, CODEBOOK: "--codebook"}
    title = f"{entry.title} ({path.stem})"
    return replace(entry, name=name, given=given, title=title, folder=name, places=places)


def _set(entry: Entry, name: str, text: str, written: Callable[[object], object]) -> Entry:
    if name not in entry.parameters or name in OURS:
        return entry
    value = written(parse_setting(entry.parameters[name], text))
    return replace(entry, given=entry.given | {name: value}, places={**entry.places, name: f"--set {name}"})


def add_where(entry: Entry, weaker: Mapping[str, object], stronger: Mapping[str, object]) -> Entry:
    """Add to the filters of a page that has some: what is weaker than its own, and what is stronger."""
    if "where" not in entry.parameters or not (weaker or stronger):
        return entry
    own = entry.given.get("where", entry.parameters["where"].default)
    return replace(entry, given=entry.given | {"where": {**weaker, **own, **stronger}})
