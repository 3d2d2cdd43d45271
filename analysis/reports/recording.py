"""The record of a report as it is made: what each process is given, and what is kept of what came back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from analysis.errors import InputError
from analysis.manifests import now, write_manifest, write_text
from analysis.public.mode import public_limits
from analysis.reports.asked.project import Project
from analysis.reports.asked.wanted import Report
from analysis.reports.drawn.site import Page, hash_look, render_page
from analysis.reports.framed import describe_frame, describe_report, make_frame, make_kept_frame
from analysis.reports.front import write_front
from analysis.reports.handed import choose_moves, limits_for, make_run, tell_done, tell_moves, tell_unmade
from analysis.reports.kept.entries import (
    DONE,
    FAILED,
    FAILED_PAGE,
    is_good,
    keep_entry,
    list_outputs,
    make_notice,
    name_error,
)
from analysis.reports.kept.fingerprints import hash_file, hash_values, package_versions, project_version
from analysis.reports.kept.journal import Change, place_change, undisturbed
from analysis.reports.kept.moved import tell_move
from analysis.reports.kept.placing import (
    STAGING,
    check_free,
    check_owners,
    clear,
    clear_staging,
    hash_made,
    tell_changed_tables,
)
from analysis.reports.kept.plan import Step
from analysis.reports.kept.sides import place_findings
from analysis.reports.kept.sources import hash_reads
from analysis.reports.run.processes import Broken
from analysis.reports.run.work import Finished, Making


@dataclass
class Record:
    """A report in the making. old: the last run's manifest; ran, failures: by the name of the page."""

    project: Project
    report: Report
    folder: Path
    old: Mapping
    steps: Mapping[str, Step]
    say: Callable[[str], None]
    jobs: int = 2
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
            clear(self.folder, list_outputs(self.old["notebooks"][name]))
            self.say(f"  {name}: no longer in this report; its pages are removed")
        about = "; ".join(f"{key}: {known['facts']['summary']}" for key, known in self.corpora.items())
        self.say(f"{self.report.name}: {about}" if about else self.report.name)
        for line in tell_unmade(self.steps):
            self.say(line)

    def needs_page(self, step: Step) -> bool:
        """Tell whether a page must be drawn anew although its notebook need not run."""
        entry = self.entries.get(step.entry.name) or {}
        if not entry or (step.source and step.source.key not in self.corpora and not step.left):
            return True
        pages = {f"{step.entry.name}.html": ""} | {
            name: known for name, known in entry["outputs"].items() if name.endswith(".html")
        }
        return entry.get("page") != self._page_print(step, entry) or any(
            hash_file(self.folder / name) != known for name, known in pages.items()
        )

    def task(self, step: Step, sockets: Path) -> Making:
        """Say what a process shall do for a page."""
        name, staging = step.entry.name, self.staging / step.entry.name
        if not step.reasons:
            return self.draw_again(step)
        run = make_run(self.project, self.report, step, self.folder, staging, sockets, self.jobs)
        return Making(self._page(step), staging / f"{name}.ipynb", run, keeps=self._keeps(step))

    def again(self, name: str, why: str) -> None:
        """Say that a page is made once more, alone, and why."""
        self.say(f"  {name}: {why}; it runs once more, alone")

    def _keeps(self, step: Step) -> bool:
        """Tell whether a page's last good run may stay where the next one fails: never one that shows more."""
        then, now = (inputs.get("modes", {}).get("public") for inputs in (step.last.get("inputs", {}), step.inputs))
        return is_good(step.last) and then == now

    def draw_again(self, step: Step) -> Making:
        """Say what a process shall do to draw the page of a notebook that ran before."""
        name = step.entry.name
        entry = self.entries[name]
        files = tuple(sorted(file for file in entry["outputs"] if "/" in file))
        executed = self.folder / f"{name}.ipynb"
        return Making(self._page(step), executed, None, files, entry.get("error"), self._again(step))

    def list_outdated(self) -> list[Step]:
        """List the pages that stay because a new run failed, and do not say so yet."""
        return [
            step
            for name, step in self.steps.items()
            if name in self.ran and make_notice(name, self.entries[name]) and self.needs_page(step)
        ]

    def started(self, name: str) -> None:
        """Say that a notebook runs, and why."""
        reasons = self.steps[name].reasons
        if reasons and name not in self.ran:
            more = f" and {len(reasons) - 3} more changes" if len(reasons) > 3 else ""
            self.say(f"  {name}: running ({'; '.join(reasons[:3])}{more})")

    def finished(self, name: str, result: Finished | Broken) -> None:
        """Put in place what a process made, and keep what the next run needs to know of it."""
        step = self.steps[name]
        if isinstance(result, Broken):
            result = Finished("", error=_error(result.name, result.message))
        if step.reasons and name not in self.ran:
            self._keep_run(step, result)
        elif result.html:
            self._keep_page(step, result)
        else:
            self._fail(name, result.error)
        self._save("unfinished")

    def finish(self, seconds: float) -> Path:
        """Draw the front page, keep the findings, close the manifest; returns the path of the page."""
        with undisturbed():
            lines = self._keep_findings()
            write_front(self.folder, self.report, self.steps, self.entries, self.corpora, lines)
            failed = any(entry["status"] != DONE for entry in self.entries.values())
            self._save(FAILED if failed else DONE, seconds if self.ran else None, lines)
        return self.folder / "index.html"

    def _keep_findings(self) -> list[str]:
        """Write findings.csv, and say which findings moved, those of the last run that ran something."""
        good = {name: self.entries[name] for name in self.steps if is_good(self.entries[name])}
        moves = place_findings(self.folder, good, self.old.get("notebooks", {}), self.ran)
        if not self.ran:
            return list(self.old.get("moved", ()))
        titles = {name: step.entry.title for name, step in self.steps.items()}
        lines = choose_moves([tell_move(move, titles) for move in moves])
        for line in tell_moves(lines, len(moves)):
            self.say(line)
        return lines

    def _keep_run(self, step: Step, result: Finished) -> None:
        name, staging, error = step.entry.name, self.staging / step.entry.name, result.error
        places = {file: f"{step.entry.folder}/{file}".lstrip("/") for file in result.files} if not error else {}
        try:
            check_owners(places.values(), name, {other: entry["outputs"] for other, entry in self.entries.items()})
            check_free(self.folder, places.values())
        except InputError as problem:
            error, places = _error("InputError", str(problem)), {}
        keeps = bool(error) and self._keeps(step)
        shown = f"{name}.{FAILED_PAGE}" if keeps else name
        changes = tell_changed_tables(staging, self.folder, places)
        html = result.html if error is result.error else ""
        write_text(staging / f"{name}.html", html or render_page(self._page(step), "", (), (), error))
        made = {f"{name}.{kind}": f"{shown}.{kind}" for kind in ("ipynb", "html")}
        files = places | {file: place for file, place in made.items() if (staging / file).is_file()}
        entry = self._describe_run(step, result, error) | {"moved": changes, "outputs": hash_made(staging, files)}
        entry["page"] = self._page_print(step, entry)
        if keeps:
            entry = keep_entry(step.last, entry)
        gone = tuple(sorted(list_outputs(step.last) - list_outputs(entry)))
        place_change(self.folder, Change(name, f"{STAGING}/{name}", files, gone, entry))
        self.ran.append(name)
        self.entries[name] = entry
        if error:
            self._fail(name, error)
        else:
            for line in tell_done(name, entry, is_good(step.last)):
                self.say(line)

    def _describe_run(self, step: Step, result: Finished, error: Mapping | None) -> dict[str, object]:
        """What the manifest keeps of a run, its outputs aside."""
        return {
            "notebook": f"notebooks/{step.entry.notebook.path.name}",
            "status": FAILED if error else DONE,
            "error": error,
            "made": now(),
            "seconds": round(result.seconds, 2),
            "because": step.reasons,
            "limits": limits_for(step, self.jobs).describe(),
            "shown": describe_frame(make_frame(step, {}, self.corpora)),
            "inputs": step.inputs,
            "reads": hash_reads(result.reads, self.project, step.source),
        }

    def _keep_page(self, step: Step, result: Finished) -> None:
        """Put a page that was drawn anew in place, with its pages of sentences."""
        name, staging = step.entry.name, self._again(step)
        write_text(staging / f"{name}.html", result.html)
        entry = dict(self.entries[name])
        files = {file: file for file in (f"{name}.html", *result.files) if file.endswith(".html")}
        stay = {file: known for file, known in entry["outputs"].items() if not file.endswith(".html")}
        gone = tuple(sorted(entry["outputs"].keys() - stay.keys() - files.keys()))
        entry["outputs"] = dict(sorted((stay | hash_made(staging, files)).items()))
        entry["page"] = self._page_print(step, entry)
        place_change(self.folder, Change(name, staging.relative_to(self.folder).as_posix(), files, gone, entry))
        self.entries[name] = entry
        notice = make_notice(name, entry)
        again = f"the one of {notice['made']} stays" if notice and step.reasons else "page drawn anew"
        self.say(f"  {name}: {again}")

    def _again(self, step: Step) -> Path:
        """Where a page is drawn without its notebook being run: nothing of a run lies there."""
        return self.staging / f"{step.entry.name}.again"

    def _fail(self, name: str, error: Mapping) -> None:
        said = name_error(error)
        self.failures[name] = f"{name}{said}"
        self.say(f"  {name}: FAILED{said}")

    def _page(self, step: Step) -> Page:
        """The frame of a page: as it is asked for now, or as it was made where it stays as it was."""
        name, about = step.entry.name, describe_report(self.report, self.steps)
        entry = self.entries.get(name, {})
        if step.left or (name in self.ran and make_notice(name, entry)):
            return make_kept_frame(step, about, entry, self._all_facts())
        return make_frame(step, about, self.corpora)

    def _all_facts(self) -> dict[str, Mapping]:
        """What is known of corpora by its hash: today's, and those of pages that stay as they were."""
        every = [known["facts"] for held in (self.old.get("corpora", {}), self.corpora) for known in held.values()]
        return dict(self.old.get("earlier", {})) | {hash_values(facts): facts for facts in every}

    def _earlier(self) -> dict[str, Mapping]:
        """What pages that stay say of a corpus as it was when they were made."""
        today = {hash_values(known["facts"]) for known in self.corpora.values()}
        wanted = {entry["shown"]["facts"] for entry in self.entries.values() if "shown" in entry} - today
        return {name: facts for name, facts in self._all_facts().items() if name in wanted}

    def _page_print(self, step: Step, entry: Mapping) -> str:
        """Hash what a page is drawn from, its notebook's outputs included."""
        outputs = {name: value for name, value in entry["outputs"].items() if not name.endswith(".html")}
        return hash_values([asdict(self._page(step)), outputs, entry["error"], hash_look()])

    def _save(self, status: str, seconds: float | None = None, lines: list[str] | None = None) -> None:
        """Write the manifest; made and seconds are those of the last run that ran something."""
        write_manifest(
            self.folder,
            {
                "report": self.report.name,
                "title": self.report.title,
                "authors": list(self.report.authors),
                "abstract": self.report.abstract,
                "date": self.report.date,
                "status": status,
                "made": now() if seconds is not None else self.old.get("made"),
                "seconds": round(seconds, 2) if seconds is not None else self.old.get("seconds"),
                "version": project_version(),
                "packages": package_versions(),
                "moved": self.old.get("moved", []) if lines is None else lines,
                **({"public": limits._asdict()} if (limits := public_limits()) else {}),
                "corpora": self.corpora,
                "earlier": self._earlier(),
                "notebooks": {name: self.entries[name] for name in self.steps if name in self.entries},
            },
        )


def _error(name: str, message: str) -> dict[str, object]:
    return {"cell": None, "prompt": None, "code": "", "name": name, "message": message}
