"""What a process of its own does: describe a corpus, run a notebook, draw its page.

The command imports these functions to hand them over; what they need is imported where they are called.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from analysis.public.mode import add_modes
from analysis.reports.run.processes import end_with_parent
from analysis.reports.run.reads import load_reads, write_reads
from analysis.reports.run.work import Described, Description, Finished, Making


def describe_source(task: Description) -> Described:
    """Describe a corpus; raises InputError where it cannot be read or nothing is left."""
    from analysis.reports.drawn.corpora import describe_corpus
    from analysis.reports.run.masking import mask_facts

    end_with_parent()
    add_modes(task.modes)
    with tempfile.TemporaryDirectory() as folder:
        write_reads(Path(folder) / "reads")
        facts = describe_corpus(task.path, task.where)
        return Described(mask_facts(facts), load_reads(Path(folder) / "reads", task.root, (Path(folder),)))


def make_page(task: Making) -> Finished:
    """Run a notebook if it is to be run, and draw its page."""
    from analysis.reports.drawn.pages import render_notebook
    from analysis.reports.run.execution import run_notebook
    from analysis.reports.run.masking import mask_files, mask_page

    start = time.monotonic()
    if task.run is None:
        end_with_parent()
        return Finished(render_notebook(task.executed, task.page, task.files, task.error), task.files)
    outcome = run_notebook(task.run)
    mask_files(task.run.staging)
    written = sorted(file for file in task.run.staging.rglob("*") if file.is_file() and file != task.executed)
    files = tuple(file.relative_to(task.run.staging).as_posix() for file in written)
    shown = () if outcome.error else tuple(f"{task.page.folder}/{file}".lstrip("/") for file in files)
    html = mask_page(render_notebook(task.executed, task.page, shown, outcome.error))
    return Finished(html, files, tuple(outcome.reads), outcome.error, time.monotonic() - start)
