"""What goes to a process of its own and comes back from it. Light: the command itself imports it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from analysis.reports.asked.limits import USUAL, RunLimits
from analysis.reports.drawn.site import Error, Page


@dataclass(frozen=True)
class NotebookRun:
    """A notebook to run. staging: where all that it makes goes first; folder: where it works.

    given: the parameters that it is given beside save_to; save_to: where charts and tables will lie in
    the end, as the executed notebook says it (None: the notebook has no such parameter); evidence: how many sentences
    a number shows ("all", "none", "" for as many as by default); modes: what the run may show; limits: of its time
    and memory.
    """

    name: str
    source: Path
    folder: Path
    staging: Path
    sockets: Path
    root: Path
    given: Mapping[str, object] = field(default_factory=dict)
    save_to: str | None = None
    evidence: str = ""
    modes: dict[str, str] = field(default_factory=dict)
    limits: RunLimits = USUAL


@dataclass(frozen=True)
class Outcome:
    """How a run went, and the files that it read. killed: its kernel was, perhaps by another notebook."""

    error: Error | None
    reads: list[Path]
    killed: bool = False


@dataclass(frozen=True)
class Making:
    """A page to make: run its notebook first, or, if run is None, draw the page of one that ran before.

    executed: the notebook as it was run (where it will be, if it is run now); files: what it wrote then;
    staging: where its pages of sentences are drawn to; keeps: whether the page of an earlier run stays if this run
    fails: then this one is NAME.failed.
    """

    page: Page
    executed: Path
    run: NotebookRun | None = None
    files: tuple[str, ...] = ()
    error: Error | None = None
    staging: Path = Path()
    keeps: bool = False


@dataclass(frozen=True)
class Finished:
    """What came of it. files: what the notebook wrote, by its path under staging; seconds: that it took.

    killed: its kernel was, perhaps by another notebook.
    """

    html: str
    files: tuple[str, ...] = ()
    reads: tuple[Path, ...] = ()
    error: Error | None = None
    seconds: float = 0.0
    killed: bool = False


@dataclass(frozen=True)
class Description:
    """A corpus to describe. path: file or folder; where: filters; root: the project's folder."""

    path: Path
    where: Mapping[str, object]
    root: Path
    modes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Described:
    """What a corpus holds, and the files that were read to know it."""

    facts: dict[str, object]
    reads: list[Path]


@dataclass(frozen=True)
class Counting:
    """A corpus whose documents are to be counted by value. each: a column of documents, a period, or speaker."""

    path: Path
    where: Mapping[str, object]
    each: str


@dataclass(frozen=True)
class Checking:
    """Parameters to check before anything is run, by page: values, where each was given, what the notebook imports.

    folder: where the notebooks work, so that paths count from there; corpora: those with an events.csv to check.
    """

    folder: Path
    pages: Mapping[str, Mapping[str, object]]
    places: Mapping[str, Mapping[str, str]]
    imports: Mapping[str, frozenset[str]]
    corpora: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Fitting:
    """Topics that a page is asked for, as a corpus's verb is. place: where their number was given."""

    path: Path
    where: Mapping[str, object]
    n_topics: int
    unit: str
    seed: int
    settings: Mapping[str, object]
    place: str
