"""What a process of its own does: describe a corpus, run a notebook, draw its page.

The command imports these functions to hand them over; what they need is imported where they are called.
"""

from __future__ import annotations

import time
from dataclasses import replace

from analysis.public.mode import add_modes
from analysis.reports.run.processes import end_with_parent
from analysis.reports.run.reads import load_reads, write_reads
from analysis.reports.run.work import Counting, Described, Description, Finished, Making
from analysis.scratch import scratch_folder


def describe_source(task: Description) -> Described:
    """Describe a corpus; raises InputError where it cannot be read or nothing is left."""
    from analysis.reports.drawn.corpora import describe_corpus
    from analysis.reports.run.masking import mask_facts

    end_with_parent()
    add_modes(task.modes)
    with scratch_folder("reads") as folder:
        write_reads(folder / "reads")
        facts = describe_corpus(task.path, task.where)
        return Described(mask_facts(facts), load_reads(folder / "reads", task.root, (folder,)))


def count_groups(task: Counting) -> list[dict[str, object]]:
    """Count the documents of a corpus by value; raises InputError for a column that is not there."""
    from analysis.reports.drawn.groups import count_by_value

    end_with_parent()
    return count_by_value(task.path, task.where, task.each)


def make_page(task: Making) -> Finished:
    """Run a notebook if it is to be run, and draw its page."""
    from analysis.reports.drawn.evidence import write_evidence
    from analysis.reports.drawn.pages import render_notebook
    from analysis.reports.run.execution import run_notebook
    from analysis.reports.run.masking import mask_files, mask_page

    start = time.monotonic()
    if task.run is None:
        end_with_parent()
        kept = tuple(file for file in task.files if not file.endswith(".html"))
        write_evidence(task.executed.parent / task.page.folder, task.staging / task.page.folder, task.page, kept)
        drawn = sorted(file.relative_to(task.staging).as_posix() for file in task.staging.rglob("*.html"))
        files = (*kept, *drawn)
        return Finished(render_notebook(task.executed, task.page, files, task.error), files)
    outcome = run_notebook(task.run)
    mask_files(task.run.staging)
    if not outcome.error:
        write_evidence(task.run.staging, task.run.staging, task.page)
        mask_files(task.run.staging, (".html",))
    written = sorted(file for file in task.run.staging.rglob("*") if file.is_file() and file != task.executed)
    files = tuple(file.relative_to(task.run.staging).as_posix() for file in written)
    shown = () if outcome.error else tuple(f"{task.page.folder}/{file}".lstrip("/") for file in files)
    page = replace(task.page, name=f"{task.page.name}.failed") if outcome.error and task.keeps else task.page
    html = mask_page(render_notebook(task.executed, page, shown, outcome.error))
    return Finished(html, files, tuple(outcome.reads), outcome.error, time.monotonic() - start, outcome.killed)
