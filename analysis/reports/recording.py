"""The record of a report as it is made: what each process is given, and what is kept of what came back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from analysis.errors import InputError
from analysis.manifests import now, write_manifest, write_text
from analysis.public.mode import list_modes, public_limits
from analysis.reports.asked.configuration import Report
from analysis.reports.asked.project import Project
from analysis.reports.drawn.cards import make_card
from analysis.reports.drawn.site import Page, hash_look, render_front, render_page
from analysis.reports.kept.fingerprints import hash_file, hash_values, package_versions, project_version
from analysis.reports.kept.placing import check_owners, clear, clear_staging, place, tell_changed_tables
from analysis.reports.kept.plan import Step
from analysis.reports.kept.sources import hash_reads
from analysis.reports.run.processes import Broken
from analysis.reports.run.work import Finished, Making, NotebookRun

STAGING = ".making"


@dataclass
class Record:
    """A report in the making. old: the last run's manifest; ran, failures: by the name of the page."""

    project: Project
    report: Report
    folder: Path
    old: Mapping
    steps: Mapping[str, Step]
    say: Callable[[str], None]
    corpora: dict[str, dict] = field(default_factory=dict)
    entries: dict[str, dict] = field(default_factory=dict)
    ran: list[str] = field(default_factory=list)
    failures: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.corpora = dict(self.old.get("corpora", {}))
        self.entries = {name: entry for name, entry in self.old.get("notebooks", {}).items() if name in self.steps}

    @property
    def staging(self) -> Path:
        """Folder where everything is made before it is put in place."""
        return self.folder / STAGING

    def begin(self) -> None:
        """Say what the report is on, and which pages stay as they are."""
        clear_staging(self.staging)
        for name in self.old.get("notebooks", {}).keys() - self.steps.keys():
            clear(self.folder, self.old["notebooks"][name]["outputs"])
            self.say(f"  {name}: no longer in this report; its pages are removed")
        about = "; ".join(f"{key}: {known['facts']['summary']}" for key, known in self.corpora.items())
        self.say(f"{self.report.name}: {about}" if about else self.report.name)
        for name, step in self.steps.items():
            if not step.reasons:
                self.say(f"  {name}: unchanged")

    def needs_page(self, step: Step) -> bool:
        """Tell whether a page must be drawn anew although its notebook need not run."""
        entry = step.last
        if not entry or (step.source and step.source.key not in self.corpora):
            return True
        html = f"{step.entry.name}.html"
        return entry.get("page") != self._page_print(step, entry) or (
            hash_file(self.folder / html) != entry["outputs"].get(html)
        )

    def task(self, step: Step, sockets: Path) -> Making:
        """Say what a process shall do for a page."""
        name, entry = step.entry.name, step.entry
        if not step.reasons:
            files = tuple(sorted(file for file in step.last["outputs"] if "/" in file))
            return Making(self._page(step), self.folder / f"{name}.ipynb", None, files, step.last.get("error"))
        staging = self.staging / name
        given = dict(entry.given)
        if step.source:
            given["corpus"] = self.project.from_notebooks(step.source.path)
        final = self.project.from_notebooks(self.folder / entry.folder) if "save_to" in entry.parameters else None
        run = NotebookRun(
            name, entry.notebook.path, self.project.notebooks, staging, sockets, self.project.root, given, final,
            list_modes(),
        )  # fmt: skip
        return Making(self._page(step), staging / f"{name}.ipynb", run)

    def started(self, name: str) -> None:
        """Say that a notebook runs, and why."""
        reasons = self.steps[name].reasons
        if reasons:
            more = f" and {len(reasons) - 3} more changes" if len(reasons) > 3 else ""
            self.say(f"  {name}: running ({'; '.join(reasons[:3])}{more})")

    def finished(self, name: str, result: Finished | Broken) -> None:
        """Put in place what a process made, and keep what the next run needs to know of it."""
        step = self.steps[name]
        if isinstance(result, Broken):
            result = Finished("", error=_error("not run", result.message))
        if step.reasons:
            self._keep_run(step, result)
        elif result.html:
            self._keep_page(step, result.html)
        else:
            self._fail(name, result.error)
        self._save("unfinished")

    def finish(self, seconds: float) -> Path:
        """Draw the front page and close the manifest; returns the path of the page."""
        for name, entry in self.entries.items():
            if entry["status"] == "failed" and name not in self.failures:
                self._fail(name, entry["error"])
        index = self.folder / "index.html"
        html = self._front_page()
        if not index.is_file() or index.read_text(encoding="utf-8") != html:
            write_text(index, html)
        self._save("failed" if self.failures else "done", seconds if self.ran else None)
        return index

    def _keep_run(self, step: Step, result: Finished) -> None:
        name, staging, error = step.entry.name, self.staging / step.entry.name, result.error
        places = {file: f"{step.entry.folder}/{file}".lstrip("/") for file in result.files} if not error else {}
        try:
            check_owners(places.values(), name, {other: entry["outputs"] for other, entry in self.entries.items()})
        except InputError as problem:
            error, places = _error("InputError", str(problem)), {}
        changes = tell_changed_tables(staging, self.folder, places)
        html = result.html or render_page(self._page(step), "", (), (), error)
        write_text(staging / f"{name}.html", html)
        made = [file for file in (f"{name}.ipynb", f"{name}.html") if (staging / file).is_file()]
        outputs = place(staging, self.folder, places | {file: file for file in made})
        clear(self.folder, step.last.get("outputs", {}).keys() - outputs.keys())
        entry = {
            "notebook": f"notebooks/{step.entry.notebook.path.name}",
            "status": "failed" if error else "done",
            "error": error,
            "made": now(),
            "seconds": round(result.seconds, 2),
            "because": step.reasons,
            "moved": changes,
            "inputs": step.inputs,
            "reads": hash_reads(result.reads, self.project, step.source),
            "outputs": dict(sorted(outputs.items())),
        }
        entry["page"] = self._page_print(step, entry)
        self.ran.append(name)
        self.entries[name] = entry
        if error:
            self._fail(name, error)
        else:
            self._say_done(name, entry, bool(step.last.get("status") == "done"))

    def _keep_page(self, step: Step, html: str) -> None:
        name = f"{step.entry.name}.html"
        write_text(self.folder / name, html)
        entry = self.entries[step.entry.name]
        entry["outputs"] = dict(entry["outputs"]) | {name: hash_file(self.folder / name)}
        entry["page"] = self._page_print(step, entry)
        self.say(f"  {step.entry.name}: page drawn anew")

    def _fail(self, name: str, error: Mapping) -> None:
        where = f' in cell "{error["cell"]}" ({error["code"]})' if error["cell"] else ""
        self.failures[name] = f"{name}{where}: {error['name']}: {error['message']}"
        self.say(f"  {name}: FAILED{where}: {error['name']}: {error['message']}")

    def _say_done(self, name: str, entry: Mapping, before: bool) -> None:
        charts = sum(file.endswith(".png") for file in entry["outputs"])
        tables = sum(file.endswith(".csv") for file in entry["outputs"])
        self.say(f"  {name}: done in {entry['seconds']:.1f} s ({charts} charts, {tables} tables)")
        for line in entry["moved"]:
            self.say(f"    {line}")
        if before and tables and not entry["moved"]:
            self.say("    no number in its tables moved")

    def _page(self, step: Step) -> Page:
        entry, source = step.entry, step.source
        values = step.inputs["parameters"]
        parameters = [
            {
                "name": name,
                "value": source.shown if name == "corpus" and source else repr(value),
                "comment": entry.parameters[name].comment,
                "given": name in entry.given,
            }
            for name, value in values.items()
        ]
        pages = [{"name": name, "title": other.entry.title} for name, other in self.steps.items()]
        return Page(
            entry.name,
            entry.title,
            {"title": self.report.title, "pages": pages},
            parameters,
            self.corpora[source.key]["facts"] if source else None,
            source.key if source else "",
            step.inputs["packages"],
            entry.folder,
        )

    def _page_print(self, step: Step, entry: Mapping) -> str:
        """Hash what a page is drawn from, its notebook's outputs included."""
        outputs = {name: value for name, value in entry["outputs"].items() if not name.endswith(".html")}
        return hash_values([asdict(self._page(step)), outputs, entry["error"], hash_look()])

    def _front_page(self) -> str:
        cards = []
        for name, step in self.steps.items():
            entry = self.entries[name]
            cards.append(make_card(step.entry, self.folder / f"{name}.ipynb", list(entry["outputs"]), entry["error"]))
        pages = [{"name": name, "title": step.entry.title} for name, step in self.steps.items()]
        about = {"title": self.report.title, "about": self.report.about, "pages": pages}
        corpora = [(key, known["facts"]) for key, known in self.corpora.items()]
        return render_front(about, corpora, cards, package_versions())

    def _save(self, status: str, seconds: float | None = None) -> None:
        """Write the manifest; made and seconds are those of the last run that ran something."""
        write_manifest(
            self.folder,
            {
                "report": self.report.name,
                "title": self.report.title,
                "status": status,
                "made": now() if seconds is not None else self.old.get("made"),
                "seconds": round(seconds, 2) if seconds is not None else self.old.get("seconds"),
                "version": project_version(),
                "packages": package_versions(),
                **({"public": limits._asdict()} if (limits := public_limits()) else {}),
                "corpora": self.corpora,
                "notebooks": {name: self.entries[name] for name in self.steps if name in self.entries},
            },
        )


def _error(name: str, message: str) -> dict[str, object]:
    return {"cell": None, "prompt": None, "code": "", "name": name, "message": message}
