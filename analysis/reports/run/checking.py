"""Checks that take the suite's own code: codebooks that load, settings that a measure knows; before anything is run."""

from __future__ import annotations

import inspect
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from analysis.errors import InputError, unknown
from analysis.paths import locate_file
from analysis.reports.run.processes import end_with_parent
from analysis.reports.run.work import Checking, Fitting

CHECKED = {"codebook", "coder", "settings", "languages"}
TOPICS = {"analysis.fit_topics", "analysis.corpus.measured.topics.TopicMeasure"}  # imported by whoever fits topics
TERMS = {"analysis.keyness", "analysis.corpus.measured.terms.measure_terms"}


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


def check_count(task: Fitting) -> int:
    """Check that a corpus has texts enough for so many topics; returns their number.

    Raises InputError that names where it was given.
    """
    from analysis.corpus import load_corpus
    from analysis.topics import check_topics
    from analysis.words.units import gather_units

    end_with_parent()
    texts = gather_units(load_corpus(task.path, **task.where).sentences, task.unit)
    try:
        check_topics(texts["text"], task.n_topics, task.seed, texts["doc_id"], **task.settings)
    except InputError as problem:
        raise InputError(f"{task.place}: {problem}") from problem
    return task.n_topics


def _check(name: str, value: object, imports: frozenset[str]) -> None:
    if name == "codebook" and isinstance(value, str):
        from analysis.frames.codebooks import load_codebook

        load_codebook(value)
    elif name == "coder" and value and isinstance(value, str):
        from analysis.frames.by_example.saved import load_saved_coder

        load_saved_coder(locate_file(value, "coder", "a coder that FrameCoder.save wrote"))
    elif name == "settings" and isinstance(value, Mapping) and TOPICS & imports:
        _check_settings(value)
    elif name == "languages" and isinstance(value, list | str) and TERMS & imports:
        from analysis.words.function_words import ENGLISH, is_auto
        from analysis.words.terms import load_stop_words

        load_stop_words(*(ENGLISH if is_auto(value) else [value] if isinstance(value, str) else value))


def _check_settings(settings: Mapping[str, object]) -> None:
    """Check what `fit_topics` is given beside texts, number and seed."""
    from analysis.given import check_whole
    from analysis.topics import fit_topics
    from analysis.topics.material import load_left_out
    from analysis.words.function_words import is_auto

    given = ("texts", "n_topics", "documents", "seed")  # by the notebook
    known = [key for key in inspect.signature(fit_topics).parameters if key not in given]
    for key in settings:
        if key not in known:
            raise unknown("settings", key, known)
    auto = is_auto(settings.get("languages", ()))
    load_left_out(
        **{key: value for key, value in settings.items() if key != "runs" and not (auto and key == "languages")}
    )
    check_whole(settings.get("runs", 0), "runs", 0, "refits")
