"""Run one notebook in this process's own kernel, and say how it went.

Run in a process of its own: papermill changes the working directory.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
import tempfile
from pathlib import Path

import nbformat
import papermill
from nbclient.exceptions import DeadKernelError
from nbformat import NotebookNode
from papermill.engines import NBClientEngine, papermill_engines
from papermill.exceptions import PapermillExecutionError
from papermill.execute import ERROR_MARKER_TAG

from analysis.charts.evidence import SETTING
from analysis.errors import WHOLE, InputError
from analysis.manifests import write_text
from analysis.masked import shorten_text
from analysis.progress import QUIET
from analysis.public.mode import RUNS, add_modes
from analysis.public.shown import add_kept_texts, public_values
from analysis.reports.asked.project import PACKAGE
from analysis.reports.drawn.site import Error
from analysis.reports.run.kernels import SpareKernel, manager_class
from analysis.reports.run.masking import mask_notebook
from analysis.reports.run.odd_files import clear_odd_files
from analysis.reports.run.processes import end_with_parent
from analysis.reports.run.reads import load_reads
from analysis.reports.run.watching import Watch, watched
from analysis.reports.run.work import NotebookRun, Outcome

DIED = "the kernel died: it ended itself"
CRASHED = "the kernel died: a library in it crashed (signal {0})"
KILLED = "the kernel died by signal {0}: this notebook or another program sent it, or the memory did not suffice"
FROM_OUTSIDE = (1, 9, 15)  # signals by which others end a process; a crash has its own
KEPT = ("kernelspec", "language_info", "title")
MOST_SAID = 2_000  # characters of an error: a name of 100,000 letters in it fills neither a page nor a terminal
INJECTED = "injected-parameters"
ARROW = re.compile(r"^-+> \d+ (.+)$", re.MULTILINE)  # IPython points at the line that failed
ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


class _KeepingEngine(NBClientEngine):
    """papermill's own engine; keeps hold of the notebook, which a dead kernel would take along."""

    held: object = None

    @classmethod
    def execute_managed_notebook(cls, nb_man: object, kernel_name: str, **settings: object) -> object:
        """Remember the manager of the run, then run."""
        cls.held = nb_man
        return super().execute_managed_notebook(nb_man, kernel_name, **settings)


def run_notebook(run: NotebookRun) -> Outcome:
    """Execute a notebook through papermill into staging/NAME.ipynb: the same bytes for the same results.

    A failing cell, a dead kernel and one that does not start are outcomes, not exceptions.
    """
    shutil.rmtree(run.staging, ignore_errors=True)  # of a try before
    run.staging.mkdir(parents=True)
    papermill_engines.register("keeping", _KeepingEngine)
    for name in ("papermill", "traitlets", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    add_modes(run.modes)
    # the kernel is forked from this process, or started by it
    os.environ |= {SETTING: run.evidence, QUIET: "1", WHOLE: "1"}
    with tempfile.TemporaryDirectory(dir=run.sockets, prefix="k") as private:
        os.environ[RUNS] = str(Path(private) / "texts.npz")
        spare = SpareKernel(Path(private) / "reads")
        end_with_parent()
        with watched(run.limits) as watch:
            error = _execute(run, spare, Path(private), watch)
        odd = clear_odd_files(run.staging)
        passing = [Path(name) for name in (private, run.staging, tempfile.gettempdir())]
        passing = [folder for folder in passing if not run.root.is_relative_to(folder)]
        reads = load_reads(Path(private) / "reads", run.root, passing)
        add_kept_texts(Path(os.environ.pop(RUNS)))
    notebook = _KeepingEngine.held.nb if _KeepingEngine.held else nbformat.read(run.source, as_version=4)
    killed = spare.killed_by() in FROM_OUTSIDE and error is not None and watch.ended is None
    failed = public_values(_describe(_died(error, spare, watch), notebook, run.root)) if error else None
    if odd and not failed:
        failed = {"cell": None, "prompt": None, "code": "", "name": InputError.__name__, "message": odd}
    write_text(run.staging / f"{run.name}.ipynb", nbformat.writes(mask_notebook(_tidy(notebook, run))) + "\n")
    return Outcome(failed, reads, killed)


class _EndedError(Exception):
    """A run that was ended: the name of its error, and a sentence."""


def _died(error: Exception, spare: SpareKernel, watch: Watch) -> Exception:
    """Say why a kernel died, where that is known."""
    if watch.ended is not None:
        return _EndedError(*watch.ended)
    if isinstance(error, PapermillExecutionError):
        return error
    signum = spare.killed_by()
    why = DIED if not signum else (KILLED if signum in FROM_OUTSIDE else CRASHED).format(signum)
    return _EndedError(type(error).__name__, why) if _is_death(error) else error


def _is_death(error: Exception) -> bool:
    return isinstance(error, DeadKernelError) or "Kernel died" in str(error)


def _execute(run: NotebookRun, spare: SpareKernel, private: Path, watch: Watch) -> Exception | None:
    parameters = dict(run.given) | ({"save_to": str(run.staging)} if run.save_to is not None else {})
    try:
        papermill.execute_notebook(
            nbformat.read(run.source, as_version=4),
            None,
            parameters,
            engine_name="keeping",
            kernel_name="python3",
            language="python",
            progress_bar=False,
            request_save_on_cell_execute=False,
            cwd=run.folder,
            kernel_manager_class=manager_class(spare, private),
        )
    except (PapermillExecutionError, DeadKernelError, RuntimeError, TimeoutError) as problem:
        return problem
    except Exception as problem:
        if watch.ended is None:
            raise
        return problem
    return None


def _describe(error: Exception, notebook: NotebookNode, root: Path) -> Error:
    """Say in which cell a run stopped and why; a death leaves its own mark in that cell."""
    cell = _last_started(notebook)
    code = next((line for line in cell.source.splitlines() if line.strip()), "") if cell else ""
    place = {"cell": cell.get("id") if cell else None, "prompt": cell.execution_count if cell else None, "code": code}
    if isinstance(error, PapermillExecutionError):
        place["code"] = next(
            (found.group(1) for found in map(ARROW.search, map(_plain, error.traceback)) if found), code
        )
        return place | {"name": error.ename, "message": _without_root(_last_line(error.evalue), root)}
    name, said = error.args if isinstance(error, _EndedError) else (type(error).__name__, _last_line(str(error)))
    if cell is not None:
        cell.outputs.append(nbformat.v4.new_output("error", ename=name, evalue=said, traceback=[f"{name}: {said}"]))
    return place | {"name": name, "message": said}


def _last_started(notebook: NotebookNode) -> NotebookNode | None:
    started = [
        cell
        for cell in notebook.cells
        if cell.cell_type == "code" and (cell.metadata.get("papermill") or {}).get("start_time")
    ]
    return started[-1] if started else None


def _last_line(text: str) -> str:
    lines = [line.strip() for line in _plain(text).splitlines() if line.strip()]
    return shorten_text(lines[-1], MOST_SAID) if lines else ""


def _plain(text: str) -> str:
    return ANSI.sub("", text)


def _shorten_paths(output: NotebookNode, root: Path) -> None:
    """Take out of messages and errors where this disk keeps the project: pages are shared."""
    if output.output_type == "stream":
        output.text = _without_root(output.text, root)
    elif output.output_type == "error":
        output.evalue = shorten_text(_without_root(output.evalue, root), MOST_SAID)
        if output.ename == InputError.__name__:  # its sentence says all
            output.traceback = [f"{output.ename}: {output.evalue}"]
        output.traceback = [shorten_text(_without_root(line, root), 2 * MOST_SAID) for line in output.traceback]


def _without_root(text: str, root: Path) -> str:
    for folder in (root, PACKAGE.parent):
        text = text.replace(f"{folder}/", "")
    return text


def _tell_given(run: NotebookRun) -> list[str]:
    """Write what was given as code, the folder of charts and tables aside: run again, a notebook spoils no report."""
    lines = ["# Given for this report", *(f"{key} = {value!r}" for key, value in run.given.items())]
    said = "save_to = ''  # the files of this report are written; run again, the notebook writes none"
    return [*lines, said] if run.save_to is not None else lines


def _tidy(notebook: NotebookNode, run: NotebookRun) -> NotebookNode:
    """Take out what differs from run to run: times, papermill's marks, where staging was."""
    notebook.metadata = NotebookNode({key: notebook.metadata[key] for key in KEPT if key in notebook.metadata})
    notebook.cells = [cell for cell in notebook.cells if ERROR_MARKER_TAG not in cell.metadata.get("tags", [])]
    for cell in notebook.cells:
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
        if INJECTED in cell.metadata.get("tags", []):
            cell.id = INJECTED
            cell.source = "\n".join(_tell_given(run))
        for output in cell.get("outputs", []):
            _shorten_paths(output, run.root)
    notebook.nbformat, notebook.nbformat_minor = 4, max(notebook.nbformat_minor, 5)
    return notebook
