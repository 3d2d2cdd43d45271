"""Checks that take the suite's own code: codebooks that load, settings that a measure knows; before anything is run."""

from __future__ import annotations

import inspect
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from analysis.errors import InputError, unknown
from analysis.paths import locate_file
from analysis.reports.run.processes import end_with_parent
from analysis.reports.run.work import Checking

CHECKED = {"codebook", "coder", "settings"}


def check_values(task: Checking) -> int:
    """Check what pages are given, in their folder; returns how many values were looked at.

    Raises InputError that names where the value was given: a codebook that is not there or broken, a coder's file
    that is not there, a setting that fit_topics does not have;
    every line that is wrong in an events.csv beside the texts.
    """
    end_with_parent()
    check_events(task.corpora)
    os.chdir(task.folder)
    done: set[tuple[str, str]] = set()
    for page, values in task.pages.items():
        for name in CHECKED & values.keys():
            if (name, repr(values[name])) in done:
                continue
            done.add((name, repr(values[name])))
            try:
                _check(name, values[name], task.imports[page])
            except InputError as problem:
                raise InputError(f"{task.places[page][name]}: {problem}") from problem
    return len(done)


def check_events(corpora: Iterable[Path]) -> None:
    """Check the events.csv beside the texts of each corpus, if any; raises InputError that names the file's lines."""
    from analysis.texts.readers.events import load_events

    for corpus in corpora:
        try:
            load_events(corpus)
        except InputError as problem:
            raise InputError(f"corpus {corpus}: {problem}") from problem


def _check(name: str, value: object, imports: frozenset[str]) -> None:
    if name == "codebook" and isinstance(value, str):
        from analysis.frames.codebooks import load_codebook

        load_codebook(value)
    elif name == "coder" and value and isinstance(value, str):
        locate_file(value, "coder", "a coder that FrameCoder.save wrote")
    elif name == "settings" and isinstance(value, Mapping) and "analysis.fit_topics" in imports:
        from analysis.topics import fit_topics

        known = [
            key for key in inspect.signature(fit_topics).parameters if key not in ("texts", "n_topics", "documents")
        ]
        for key in value:
            if key not in known:
                raise unknown("settings", key, known)
