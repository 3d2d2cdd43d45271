"""notebooks/reports.yaml: which reports there are, and the notebooks and parameters of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from analysis.errors import InputError, unknown
from analysis.reading import COPIES, READING
from analysis.reports.asked.limits import MEMORY, TIME, USUAL, RunLimits
from analysis.reports.asked.notebooks import Notebook, load_notebook
from analysis.reports.asked.parameters import (
    check_given,
    check_name,
    parse_parameters,
)
from analysis.reports.asked.project import Project
from analysis.reports.asked.wanted import FEWEST_DOCUMENTS, Entry, Report, add_where, check_length, parse_evidence
from analysis.yaml_files import Lines, load_yaml

MATRIX_KEYS = ("for each", "fewest documents")
REPORT_KEYS = (
    "title",
    "about",
    "author",
    "abstract",
    "date",
    "corpus",
    *READING,
    *MATRIX_KEYS,
    "evidence",
    TIME,
    MEMORY,
    "parameters",
    "notebooks",
)
ENTRY_KEYS = ("notebook", "as", "title", "line", TIME, MEMORY, "parameters")
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
RESERVED = {"index", "manifest", "charts", "tables", "findings", "glossary", "references", "evidence", "data"}


def load_reports(project: Project) -> dict[str, Report]:
    """Read and check notebooks/reports.yaml; returns the reports by name, in the file's order.

    Raises InputError that names the line, the key and the choices: an unknown key, notebook or
    parameter, a value of the wrong type, two pages of one name.
    """
    top = load_yaml(project.reports_file)
    content, read = top.value(), _Reading(project, top.lines())
    reports = read.mapping(content, (), ("reports",)).get("reports")
    reports = read.mapping(reports, ("reports",))
    read.check_capitals(reports)
    return {name: read.report(name, body) for name, body in reports.items()}


def choose_reports(reports: Mapping[str, Report], names: tuple[str, ...]) -> list[Report]:
    """Pick reports by name, all of them if none is named; raises InputError for one that is not there."""
    for name in names:
        if name not in reports:
            raise unknown("report", name, reports, "They are in notebooks/reports.yaml.")
    return [reports[name] for name in dict.fromkeys(names or reports)]


def choose_pages(reports: list[Report], names: tuple[str, ...]) -> list[Report]:
    """Keep the reports that have a page that is named, to make these pages alone; raises InputError if none has it."""
    pages = {report.name: [entry.name for entry in report.entries] for report in reports}
    known = list(dict.fromkeys(page for own in pages.values() for page in own))
    for name in names:
        if name not in known:
            raise unknown("--only", name, known)
    chosen = {report.name: tuple(name for name in names if name in pages[report.name]) for report in reports}
    return [replace(report, only=chosen[report.name]) for report in reports if chosen[report.name]]


@dataclass
class _Reading:
    """Checks of one reports.yaml: every complaint names the file's line."""

    project: Project
    lines: Lines
    notebooks: dict[str, Notebook] = field(default_factory=dict)

    def report(self, name: str, body: object) -> Report:
        at = ("reports", name)
        self.check_name(name, at, "report")
        body = self.mapping(body, at, REPORT_KEYS)
        common = self.mapping(body.get("parameters", {}), (*at, "parameters"))
        items = body.get("notebooks")
        if not isinstance(items, list) or not items:
            raise self.wrong((*at, "notebooks"), "`notebooks:` is a list of notebooks, one or more")
        limits = self.limits(body, at, USUAL)
        entries = tuple(
            self.entry(item, (*at, "notebooks", number), common, limits) for number, item in enumerate(items)
        )
        self.check_pages(entries, at)
        self.check_common(common, entries, (*at, "parameters"))
        keys = ("title", "about", "corpus", "abstract", "date")
        texts = {key: self.text(body.get(key, ""), (*at, key)) for key in keys}
        reading = self.reading(body, at)
        entries = tuple(add_where(entry, reading, {}) for entry in entries)  # what a notebook's own `where` says holds
        return Report(
            name,
            texts["title"] or name,
            texts["about"],
            texts["corpus"] or "seeds",
            entries,
            self.authors(body.get("author", []), (*at, "author")),
            texts["abstract"],
            texts["date"],
            *self.matrix(body, at),
            evidence=self.evidence(body, at),
        )

    def authors(self, said: object, at: tuple) -> tuple[str, ...]:
        named = said if isinstance(said, list) else [said]
        return tuple(self.text(name, at) for name in named)

    def matrix(self, body: Mapping[str, object], at: tuple) -> tuple[str, int]:
        each = self.text(body.get("for each", ""), (*at, "for each"))
        fewest = body.get("fewest documents", FEWEST_DOCUMENTS)
        if isinstance(fewest, bool) or not isinstance(fewest, int) or fewest < 1:
            raise self.wrong((*at, "fewest documents"), f"fewest documents is {_what(fewest)}, not a number from 1 on")
        if "fewest documents" in body and not each:
            raise self.wrong((*at, "fewest documents"), "`fewest documents:` goes with `for each:`, which is not there")
        return each, fewest

    def evidence(self, body: Mapping[str, object], at: tuple) -> str:
        try:
            return parse_evidence(body["evidence"]) if "evidence" in body else ""
        except InputError as problem:
            raise self.wrong((*at, "evidence"), str(problem)) from problem

    def limits(self, body: Mapping[str, object], at: tuple, limits: RunLimits) -> RunLimits:
        for key in (TIME, MEMORY):
            if key in body:
                written = {TIME: (body[key], None), MEMORY: (None, body[key])}[key]
                try:
                    limits = limits.with_written(*written)
                except InputError as problem:
                    raise self.wrong((*at, key), str(problem)) from problem
        return limits

    def reading(self, body: Mapping[str, object], at: tuple) -> dict[str, object]:
        given = {key: body[key] for key in READING if key in body}
        columns = self.mapping(given.get("columns", {}), (*at, "columns"))
        for name, column in columns.items():
            self.text(column, (*at, "columns", name))
        if not isinstance(given.get("one_document_per_file", False), bool):
            raise self.wrong((*at, "one_document_per_file"), "one_document_per_file is true or false")
        if "copies" in given and given["copies"] not in COPIES:
            raise self.wrong((*at, "copies"), str(unknown("copies", given["copies"], COPIES)))
        return given

    def entry(self, item: object, at: tuple, common: Mapping[str, object], limits: RunLimits) -> Entry:
        item = {"notebook": item} if isinstance(item, str) else self.mapping(item, at, ENTRY_KEYS)
        notebook = self.notebook(item.get("notebook"), at)
        parameters = parse_parameters(notebook)
        for name in ("corpus", "save_to"):
            if name in parameters and parameters[name].type != "str":
                raise self.wrong(at, f"{notebook.name}: {name} must be of type str")
        own = self.mapping(item.get("parameters", {}), (*at, "parameters"))
        shared = {name: value for name, value in common.items() if name in parameters}
        given, places = {}, {}
        for where, values in (((*at[:2], "parameters"), shared), ((*at, "parameters"), own)):
            for name, value in values.items():
                places[name] = self.place((*where, name))
                given |= check_given({name: value}, parameters, places[name])
        alias = self.text(item.get("as", ""), (*at, "as"))
        name = alias or notebook.name
        self.check_name(name, (*at, "as"), "page")
        title, line = (self.text(item.get(key, ""), (*at, key)) for key in ("title", "line"))
        limits = self.limits(item, at, limits)
        return Entry(name, notebook, parameters, given, title or notebook.title, line, alias, places, limits)

    def notebook(self, name: object, at: tuple) -> Notebook:
        choices = sorted(path.stem for path in self.project.notebooks.glob("*.ipynb"))
        stem = str(name).removesuffix(".ipynb")
        if stem not in choices:
            raise self.wrong(at, str(unknown("notebook", name, choices)))
        if stem not in self.notebooks:
            self.notebooks[stem] = load_notebook(self.project.notebooks / f"{stem}.ipynb")
        return self.notebooks[stem]

    def check_pages(self, entries: tuple[Entry, ...], at: tuple) -> None:
        names = [entry.name.casefold() for entry in entries]  # disks of macOS and Windows know no capitals
        for number, name in enumerate(names):
            if name in names[:number]:
                raise self.wrong(
                    (*at, "notebooks", number),
                    f"page {entries[number].name!r} is there twice; give the second a name with `as:`",
                )

    def check_capitals(self, names: Iterable[object]) -> None:
        known: dict[str, object] = {}
        for name in names:
            other = known.setdefault(str(name).casefold(), name)
            if other != name:
                said = f"report {name!r} differs from {other!r} in capitals alone, which not every disk tells apart"
                raise self.wrong(("reports", name), f"{said}: give it another name")

    def check_common(self, common: Mapping[str, object], entries: tuple[Entry, ...], at: tuple) -> None:
        known = {key: value for entry in entries for key, value in entry.parameters.items()}
        for name in common:
            check_name(name, known, self.place((*at, name)))

    def check_name(self, name: object, at: tuple, what: str) -> None:
        if not isinstance(name, str) or not NAME.fullmatch(name) or name.casefold() in RESERVED:
            raise self.wrong(
                at, f"{what} {name!r}: names are letters, digits, - and _ (and none of {sorted(RESERVED)})"
            )

    def mapping(self, body: object, at: tuple, keys: tuple[str, ...] | None = None) -> dict:
        if not isinstance(body, dict):
            raise self.wrong(at, f"{at[-1] if at else 'the file'} holds {_what(body)} where `key: value` lines belong")
        for key in body:
            if keys and key not in keys:
                raise self.wrong((*at, key), str(unknown("key", key, keys)))
        return body

    def text(self, value: object, at: tuple) -> str:
        if not isinstance(value, str):
            raise self.wrong(at, f"{at[-1]} is {_what(value)}, not a text")
        try:
            return check_length(str(at[-1]), value.strip())
        except InputError as problem:
            raise self.wrong(at, str(problem)) from problem

    def place(self, at: tuple) -> str:
        while at not in self.lines and at:
            at = at[:-1]
        return f"{self.project.reports_file.name}, line {self.lines.get(at, 1)}"

    def wrong(self, at: tuple, message: str) -> InputError:
        return InputError(f"{self.place(at)}: {message}{'' if message.endswith(('.', '?')) else '.'}")


def _what(value: object) -> str:
    return "nothing" if value is None else f"{value!r}" if len(repr(value)) < 60 else f"a {type(value).__name__}"
