"""A report from its notebooks: plan, describe the corpus, run what changed, draw the pages, remember."""

from __future__ import annotations

import contextlib
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from analysis.errors import InputError
from analysis.manifests import load_manifest
from analysis.paths import check_outside
from analysis.public.mode import list_modes
from analysis.reports.asked.dependencies import reached_modules
from analysis.reports.asked.limits import RunLimits
from analysis.reports.asked.project import PACKAGE, Project
from analysis.reports.asked.wanted import Report
from analysis.reports.handed import limits_for
from analysis.reports.kept.journal import prepare_folder, tidied
from analysis.reports.kept.placing import BESIDE, alone, check_free, told_faults
from analysis.reports.kept.plan import Step, name_other_corpora, plan_report
from analysis.reports.kept.sources import Source, choose_undescribed, hash_reads, list_causes
from analysis.reports.recording import Record
from analysis.reports.run.checking import CHECKED, TOPICS, check_count, check_values
from analysis.reports.run.crew import run_tasks
from analysis.reports.run.processes import Broken, prepared
from analysis.reports.run.stopping import stoppable
from analysis.reports.run.tasks import describe_source, make_page
from analysis.reports.run.work import Checking, Described, Description, Fitting
from analysis.scratch import clear_scratch, locate_short, scratch_folder

Say = Callable[[str], None]
DESCRIBES = "analysis.reports.drawn.corpora"  # what it takes to say what a corpus holds; imported in processes alone
EVENTS = "events.csv"  # beside the texts: analysis/texts/readers/events.py, which takes pandas
MOST_SOURCES = 200  # files of which the manifest keeps what was read in each; table files.csv of 00-corpus has all
LARGE = 500_000  # bytes of a corpus that may take more than two seconds to prepare: it is said what takes so long
SURELY = 20  # times as many documents as topics leave enough that hold words: that is not counted first
WARM_UP = "analysis.reports.run.warm"  # works by being imported, in the process that workers are forked from


@dataclass(frozen=True)
class Made:
    """What came of a report. failures: one line a notebook that did not run to its end."""

    index: Path
    ran: int
    unchanged: int
    failures: list[str]
    seconds: float


def make_report(
    project: Project,
    report: Report,
    folder: Path,
    corpus: Path | None = None,
    jobs: int = 2,
    force: bool = False,
    say: Say = print,
) -> Made:
    """Make a report's site in a folder; only what changed is run again, and what moved is said.

    corpus: instead of the report's own. say: told what happens, a line at a time.
    Raises InputError before anything is run: a corpus that cannot be read or from which nothing is left.
    A notebook that fails stops no other; it is in `failures` and in the manifest.
    """
    start = time.monotonic()
    check_outside(folder, corpus or project.root / report.corpus)
    with stoppable(), told_faults(folder), alone(folder), tidied(folder):
        clear_scratch()
        for name in prepare_folder(folder):
            say(f"  {name}: what a run that was broken off had begun is finished")
        old = load_manifest(folder)
        steps = plan_report(project, report, corpus or project.root / report.corpus, folder, old, force)
        record = Record(project, report, folder, old, {step.entry.name: step for step in steps}, say, jobs)
        sources = {step.source.key: step.source for step in steps if step.source}
        stale = choose_undescribed(sources, project, DESCRIBES, record.corpora)
        _check_places(folder, steps)
        with processes_for(steps, bool(stale), any(map(record.needs_page, steps))) as sockets:
            _check_steps(project, steps)
            record.corpora = {key: record.corpora.get(key) for key in sources}
            record.corpora |= _describe(stale, project, jobs, steps, say) if stale else {}
            _check_counts(steps, record.corpora)
            _say_other_corpora(project, folder, steps, say)
            _make_pages(record, steps, jobs, sockets)
        index = record.finish(time.monotonic() - start)
    ran = len(record.ran)
    return Made(index, ran, len(steps) - ran, list(record.failures.values()), time.monotonic() - start)


def check_report(
    project: Project,
    report: Report,
    folder: Path,
    corpus: Path | None = None,
    force: bool = False,
    reads: Say | None = None,
) -> list[Step]:
    """Check a report without making it: corpus, codebooks, events, places; returns its plan, and writes no output.

    reads: told what takes long; corpora are read then, as a run reads them: columns, filters and what these leave.
    """
    corpus = corpus or project.root / report.corpus
    check_outside(folder, corpus)
    old = load_manifest(folder)
    steps = plan_report(project, report, corpus, folder, old, force)
    sources = {step.source.key: step.source for step in steps if step.source} if reads else {}
    stale = choose_undescribed(sources, project, DESCRIBES, old.get("corpora", {}))
    _check_places(folder, steps)
    if stale or any(step.reasons for step in steps):
        with processes_for(steps, bool(stale), False):
            _check_steps(project, steps)
            described = _describe(stale, project, 1, steps, reads) if stale else {}
            if reads:
                _check_counts(steps, old.get("corpora", {}) | described)
    if reads:
        _say_other_corpora(project, folder, steps, reads)
    return steps


def _check_places(folder: Path, steps: list[Step]) -> None:
    names = [f"{step.entry.name}.{kind}" for step in steps for kind in ("html", "ipynb")]
    kinds = [f"{step.entry.folder}/{kind}/x".lstrip("/") for step in steps for kind in ("charts", "tables")]
    check_free(folder, [*BESIDE, *names, *kinds])


def _say_other_corpora(project: Project, folder: Path, steps: list[Step], say: Say) -> None:
    """Say before a page is made that pages of another corpus lie there, and how they would stay."""
    others = name_other_corpora(project, steps)
    if others:
        now = next(step.source.shown for step in steps if step.source)
        say(f"{folder}: pages made of {', '.join(others)} are replaced by those of {now}; --outputs DIR keeps both")


def _check_steps(project: Project, steps: list[Step]) -> None:
    """Check in a process of its own what takes the suite's own code; raises InputError."""
    entries = {step.entry.name: step.entry for step in steps if step.reasons}
    pages = {
        name: {key: entry.values()[key] for key in CHECKED & entry.values().keys()} for name, entry in entries.items()
    }
    corpora = tuple(
        {step.source.path for step in steps if step.reasons and step.source and _has_events(step.source.path)}
    )
    if not (corpora or any(pages.values())):
        return
    places = {name: {key: entries[name].place_of(key) for key in values} for name, values in pages.items()}
    imports = {name: frozenset(entry.notebook.imports()) for name, entry in entries.items()}

    def finished(name: str, result: int | Broken) -> None:
        if isinstance(result, Broken):
            raise InputError(result.message if result.refused else f"parameters cannot be checked: {result.message}.")

    run_tasks(
        check_values, {"": Checking(project.notebooks, pages, places, imports, corpora)}, 1, lambda name: None, finished
    )


def _check_counts(steps: list[Step], corpora: Mapping[str, Mapping]) -> None:
    """Check that there are texts for the topics that are asked for, where documents are not many times as many."""
    tasks = {}
    for step in (step for step in steps if step.reasons and step.source):
        values, entry = step.entry.values(), step.entry
        count, documents = values.get("n_topics"), corpora[step.source.key]["facts"]["documents"]
        if count and documents < SURELY * count and TOPICS & entry.notebook.imports():
            about = (values.get("unit", ""), values.get("seed", 0), values.get("settings", {}))
            place = entry.place_of("n_topics")
            tasks[entry.name] = Fitting(step.source.path, step.source.where, count, *about, place)

    def finished(name: str, result: int | Broken) -> None:
        if isinstance(result, Broken):
            raise InputError(result.message if result.refused else f"n_topics cannot be checked: {result.message}.")

    run_tasks(check_count, tasks, 1, lambda name: None, finished)


def _has_events(corpus: Path) -> bool:
    return ((corpus if corpus.is_dir() else corpus.parent) / EVENTS).is_file()


def _describe(
    sources: Mapping[str, Source], project: Project, jobs: int, steps: list[Step], say: Say
) -> dict[str, dict]:
    """Describe corpora in processes of their own, in which they are prepared; returns what the manifest keeps of each.

    Raises InputError: a corpus that cannot be read, a filter that leaves nothing.
    """
    described: dict[str, dict] = {}

    def finished(key: str, result: Described | Broken) -> None:
        if isinstance(result, Broken):
            raise InputError(
                f"{_place_of(key, steps)}{result.message}"
                if result.refused
                else f"corpus {key} cannot be described: {result.message}."
            )
        source = sources[key]
        made_from = list_causes(source, project, DESCRIBES, hash_reads(result.reads, project, source))
        few = {"sources": result.facts["sources"][:MOST_SOURCES]}
        described[key] = {"files": dict(source.files), "made_from": made_from, "facts": result.facts | few}

    tasks = {key: Description(source.path, source.where, project.root, list_modes()) for key, source in sources.items()}
    for path, files in {source.path: source.files for source in sources.values()}.items():
        if _size_of(path) > LARGE:
            say(f"reading {project.shown(path)} ({len(files):,} files); what is new or changed is prepared, and kept")
    limits = {key: _limits_of(key, steps, min(jobs, len(tasks))) for key in tasks}
    run_tasks(describe_source, tasks, jobs, lambda key: None, finished, limits=limits)
    return described


def _limits_of(key: str, steps: list[Step], jobs: int) -> RunLimits:
    """What preparing a corpus may take: the memory that its first page may, and any time."""
    first = next(step.entry.limits for step in steps if step.source and step.source.key == key)
    return replace(first.with_machine(jobs), seconds=None)


def _size_of(path: Path) -> int:
    return sum(file.stat().st_size for file in (path.rglob("*") if path.is_dir() else [path]) if file.is_file())


def _place_of(key: str, steps: list[Step]) -> str:
    """Where the filters of a corpus were given, as the beginning of a complaint; "" if none were."""
    places = [step.entry.places.get("where") for step in steps if step.source and step.source.key == key]
    return f"{places[0]}: " if places and places[0] else ""


def _make_pages(record: Record, steps: list[Step], jobs: int, sockets: Path) -> None:
    record.begin()
    needed = [step for step in steps if step.reasons or record.needs_page(step)]
    longest_first = sorted(needed, key=lambda step: -step.last.get("seconds", 0) if step.reasons else 0)
    tasks = {step.entry.name: record.task(step, sockets) for step in longest_first}
    limits = {step.entry.name: limits_for(step, jobs) for step in longest_first}
    run_tasks(make_page, tasks, jobs, record.started, record.finished, limits=limits, again=record.again)
    outdated = {step.entry.name: record.draw_again(step) for step in record.list_outdated()}
    run_tasks(make_page, outdated, jobs, record.started, record.finished)


@contextlib.contextmanager
def processes_for(steps: list[Step], describes: bool, draws: bool) -> Iterator[Path]:
    """Have processes ready if any are needed, and a private folder with a short name for their sockets.

    Whatever passes meanwhile lies in another one, where the user's temporary directory is: it goes with the run.
    """
    names = {name for step in steps if step.reasons for name in step.entry.notebook.imports()}
    if not (describes or draws or any(step.reasons for step in steps)):
        yield Path()
        return
    modules = {".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts) for path in reached_modules(names)}
    modules = {module.removesuffix(".__init__") for module in modules}
    modules |= {DESCRIBES} if describes else set()
    with scratch_folder(within=locate_short()) as sockets, scratch_folder("run") as scratch, prepared(modules, WARM_UP):
        before, tempfile.tempdir = tempfile.tempdir, str(scratch)
        try:
            yield sockets
        finally:
            tempfile.tempdir = before
